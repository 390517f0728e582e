# SPDX-License-Identifier: LGPL-2.1-or-later
"""Makes ids: lower-case ASCII letters, digits, hyphens and dots."""

import re
import unicodedata

LETTERS = str.maketrans({"æ": "ae", "œ": "oe", "ø": "o", "ß": "ss", "×": "x", "ð": "d", "þ": "th", "ł": "l", "đ": "d", "ı": "i"})


def slug(words):
    """`Acipenser baerii × Huso "huso"` is acipenser-baerii-x-huso-huso.

    Diacritics go, and so do dots and quotation marks; anything else that is no letter
    or digit is one hyphen.
    """
    words = unicodedata.normalize("NFKD", words.lower().translate(LETTERS))
    words = "".join(letter for letter in words if not unicodedata.combining(letter))
    words = re.sub(r"[.\"'‘’“”«»`´]", "", words)
    return re.sub(r"[^a-z0-9]+", "-", words).strip("-")


class Slugs:
    """Ids that are given once: PREFIX.slug, then with a word behind it, then numbered."""

    def __init__(self):
        self.taken = set()

    def give(self, prefix, words, distinction=""):
        base = f"{prefix}.{slug(words)}"
        choice = base
        if choice in self.taken and distinction:
            choice = base = f"{base}-{slug(distinction)}"
        number = 2
        while choice in self.taken:
            choice = f"{base}-{number}"
            number += 1
        self.taken.add(choice)
        return choice
