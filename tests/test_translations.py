# SPDX-License-Identifier: LGPL-2.1-or-later
"""Every marked message is there in French and Spanish, with the same places for arguments.

usage: test_translations.py PROJECT
"""

import ast
import pathlib
import re
import subprocess
import sys
import unittest

LANGUAGES = ("es", "fr")


def read(text):
    """The messages of a catalogue in text form."""
    messages, key = {}, None
    for line in text.splitlines():
        match = re.match(r'(msgid|msgstr)? ?(".*")$', line)
        if not match:
            continue
        if match.group(1) == "msgid":
            key, part = "", "id"
        elif match.group(1) == "msgstr":
            messages[key], part = "", "str"
        words = ast.literal_eval(match.group(2))
        if part == "id":
            key += words
        else:
            messages[key] += words
    messages.pop("", None)
    return messages


class Translations(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.files = (PROJECT / "po/POTFILES").read_text(encoding="utf-8").split()
        cls.template = cls.extract(cls.files)
        cls.catalogues = {language: read((PROJECT / f"po/{language}.po").read_text(encoding="utf-8")) for language in LANGUAGES}

    @staticmethod
    def extract(files):
        return read(subprocess.run(["xgettext", "--from-code=UTF-8", "--keyword=N_", "-o", "-", *files], cwd=PROJECT,
                                   capture_output=True, text=True, check=True).stdout)

    def test_all_files_are_listed(self):
        marked = sorted(str(path.relative_to(PROJECT)) for folder in ("lib", "tools") for path in (PROJECT / folder).rglob("*.c")
                        if re.search(r"\bN_ ?\(", path.read_text(encoding="utf-8")))
        self.assertEqual(self.files, marked)

    def test_all_messages_are_translated(self):
        for language, messages in self.catalogues.items():
            missing = [message for message in self.template if not messages.get(message)]
            self.assertEqual(missing, [], f"{language}: {len(missing)} of {len(self.template)} are missing")
            self.assertEqual(sorted(set(messages) - set(self.template)), [], f"{language}: no longer in use")

    def test_places_of_arguments(self):
        for language, messages in self.catalogues.items():
            for message, words in filter(lambda pair: pair[1], messages.items()):
                self.assertEqual(sorted(set(re.findall(r"%[1-9]", message))), sorted(set(re.findall(r"%[1-9]", words))), (language, message))

    def test_same_ends(self):
        """What is joined to other words keeps its spaces; a sentence its full stop."""
        for language, messages in self.catalogues.items():
            for message, words in filter(lambda pair: pair[1], messages.items()):
                self.assertEqual(message[:1] == " ", words[:1] == " ", (language, message))
                self.assertEqual(message[-1:] == " ", words[-1:] == " ", (language, message))
                self.assertEqual(message.endswith("."), words.endswith("."), (language, message))


if __name__ == "__main__":
    PROJECT = pathlib.Path(sys.argv.pop(1))
    unittest.main()
