# SPDX-License-Identifier: LGPL-2.1-or-later
"""Every file of the real data is read as the table of the manual says, or refused as it says."""

import collections
import os
import pathlib
import re
import unittest

import gi

gi.require_version("Saiga", "1")
from gi.repository import Gio, GLib, Saiga  # noqa: E402

CHAPTER = pathlib.Path(__file__).resolve().parent.parent / "docs" / "files.md"
DATA = os.environ.get("SAIGA_TEST_DATA")
FOLDERS = "cites", "cms", "redlist", "speciesplus-2013", "speciesplus-imports", "checklists"
WORDS = re.compile(r"LICENSE|README|\.md$|expected")

EMBEDDED = Saiga.Snapshot.new_embedded()


def tables():
    """The rows of the two tables of the section, as lists of cells."""
    text = CHAPTER.read_text(encoding="utf-8")
    section = text[text.index("\n## The real files"):]
    section = section[: section.index("\n## ", 2)]
    rows = [[cell.strip() for cell in line.strip("|").split("|")] for line in section.splitlines() if line.startswith("| `")]
    return [row for row in rows if len(row) > 2], [row for row in rows if len(row) == 2]


def name(cell):
    return cell.strip("`")


def number(cell):
    return int(cell.replace(",", ""))


@unittest.skipUnless(DATA, "SAIGA_TEST_DATA is not set")
class RealFiles(unittest.TestCase):
    def read(self, path):
        return Saiga.Importer.new(EMBEDDED).read_file(Gio.File.new_for_path(os.path.join(DATA, path)), None)

    def test_each_is_read_as_the_manual_says(self):
        for file, format_, rows, made, merged, refused, problems, _seconds in tables()[0]:
            with self.subTest(file=file):
                read = self.read(name(file))
                tags = collections.Counter(problem.get_tag() for problem in read.get_problems())
                self.assertEqual(read.get_sniff().get_format(), name(format_))
                self.assertEqual([read.get_n_rows(), read.get_n_made(), read.get_n_merged(), read.get_n_refused()],
                                 [number(cell) for cell in (rows, made, merged, refused)])
                self.assertEqual(", ".join(f"{n:,} `{tag}`" for tag, n in sorted(tags.items())), problems)

    def test_others_are_refused(self):
        for file, _why in tables()[1]:
            with self.subTest(file=file), self.assertRaises(GLib.Error):
                self.read(name(file))

    def test_no_file_is_missing(self):
        told = [name(row[0]) for table in tables() for row in table]
        for folder in FOLDERS:
            for path in sorted(pathlib.Path(DATA, folder).rglob("*")):
                file = str(path.relative_to(DATA))
                if path.is_file() and not WORDS.search(file):
                    self.assertTrue(any(file == one or file.startswith(one + "/") for one in told), file)


if __name__ == "__main__":
    unittest.main()
