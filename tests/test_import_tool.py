# SPDX-License-Identifier: LGPL-2.1-or-later
"""saiga import, export and convert, as a person or a script at a terminal uses them.

usage: test_import_tool.py PATH-OF-SAIGA
"""

import json
import os
import pathlib
import re
import shlex
import shutil
import subprocess
import sys
import tempfile
import unittest

SAIGA = None  # the program, set below
DONE, FOUND, USAGE, BAD_INPUT, NOTHING, IO = range(6)
TESTS = pathlib.Path(__file__).resolve().parent
FIXTURE = str(TESTS / "data" / "species-plus-cites.csv")
CHAPTER = TESTS.parent / "docs" / "files.md"
SHARED = os.environ.get("SAIGA_TEST_DATA") and pathlib.Path(os.environ["SAIGA_TEST_DATA"])


def run(*arguments, code=DONE):
    result = subprocess.run([SAIGA, *arguments], capture_output=True, text=True, timeout=120)
    if result.returncode != code:
        raise AssertionError(f"{arguments}: exit {result.returncode}, not {code}: {result.stderr}")
    return result.stdout if code == DONE else result.stderr


class Import(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.addCleanup(self.folder.cleanup)
        self.mine = self.path("mine.xml")
        run("init", "--empty", self.mine)

    def path(self, name):
        return str(pathlib.Path(self.folder.name, name))

    def read(self, path):
        return pathlib.Path(path).read_bytes()

    def import_(self, *arguments, **keywords):
        return run("import", FIXTURE, "--into", self.mine, "--on", "2023-07-01", *arguments, **keywords)

    def test_nothing_is_changed_without_apply(self):
        before = self.read(self.mine)
        text = self.import_()
        self.assertIn("Rows: 6 = 3 that made a record + 1 merged into one + 2 refused", text)
        self.assertIn("species-plus-cites.csv:5: All_DistributionFullNames: “Atlantis” is not the name or code of an area [import-area]", text)
        self.assertEqual(self.read(self.mine), before)

    def test_the_day_of_the_file_is_told(self):
        self.assertIn("The file is taken to be of 2023-07-01, as --on says", self.import_())
        dated = self.path("cites_listings_2023-07-02.csv")
        pathlib.Path(dated).write_bytes(self.read(FIXTURE))
        self.assertIn("of 2023-07-02, as its name says", run("import", dated, "--into", self.mine))
        self.assertEqual(json.loads(run("import", dated, "--into", self.mine, "--format", "json"))["date"], "2023-07-02")
        self.assertNotIn("taken to be of", run("import", FIXTURE, "--into", self.mine))

    def test_applied_twice_changes_nothing(self):
        self.assertIn("Written: ", self.import_("--apply"))
        after = self.read(self.mine)
        self.assertIn("nothing changes", self.import_("--apply"))
        self.assertEqual(self.read(self.mine), after)
        self.assertEqual(run("status", "cites.addax-nasomaculatus", "--dataset", self.mine, "--format", "json").count("instrument.cites"), 1)

    def test_an_empty_data_set_is_given_all_that_is_referred_to(self):
        self.import_("--apply")
        self.assertIn("0 errors", run("validate", self.mine))

    def test_another_file_can_be_written(self):
        other = self.path("other.xml")
        before = self.read(self.mine)
        self.import_("--apply", "-o", other)
        self.assertEqual(self.read(self.mine), before)
        self.assertIn("cites.addax-nasomaculatus", run("list", "taxon", "--dataset", other))

    def test_json(self):
        answer = json.loads(self.import_("--format", "json"))
        self.assertEqual(answer["rows"], answer["made"] + answer["merged"] + answer["refused"])
        self.assertEqual([problem["row"] for problem in answer["problems"]], [5, 6, 7])
        self.assertEqual(answer["sniff"]["separator"], ",")

    def test_problems_in_the_language_of_the_reader(self):
        self.assertIn("« Atlantis »", self.import_("--language", "fr"))
        self.assertIn("Atlantis", self.import_("--language", "es"))
        self.assertNotIn("Atlantis", self.import_("--problems", "0"))

    def test_exit_codes(self):
        run("import", code=USAGE)
        run("import", FIXTURE, "--apply", code=USAGE)
        run("import", self.path("none.csv"), code=IO)
        strange = self.path("strange.csv")
        pathlib.Path(strange).write_text("name,colour\nSaiga,brown\n", encoding="utf-8")
        self.assertIn("name, colour", run("import", strange, code=BAD_INPUT))
        run("import", FIXTURE, "--from", "no-such-format", code=NOTHING)
        run("import", FIXTURE, "--encoding", "no-such-encoding", code=BAD_INPUT)
        run("export", code=USAGE)
        run("export", "--to", "no-such-format", code=NOTHING)

    def test_export_is_read_back(self):
        self.import_("--apply")
        out = self.path("out.csv")
        run("export", "--dataset", self.mine, "--to", "species-plus-cites", "-o", out)
        self.assertIn("nothing changes", run("import", out, "--into", self.mine, "--on", "2023-07-01"))
        semicolons = run("export", "--dataset", self.mine, "--to", "species-plus-cites", "--separator", ";")
        self.assertTrue(semicolons.startswith("Id;Kingdom;"))

    def test_convert(self):
        self.import_("--apply")
        self.assertEqual(run("convert", self.mine).encode(), self.read(self.mine))


class Documented(unittest.TestCase):
    """What the chapter on files tells people to type."""

    @unittest.skipUnless(SHARED and SHARED.is_dir(), "SAIGA_TEST_DATA is not set")
    def test_commands(self):
        blocks = re.findall(r"(?s)```sh\n(.*?)```", CHAPTER.read_text(encoding="utf-8"))
        with tempfile.TemporaryDirectory() as folder:
            for name, source in (("cites_listings.csv", FIXTURE), ("eu_listings.csv", TESTS / "data" / "species-plus-eu.csv"),
                                 ("avilist_2025.csv.gz", SHARED / "checklists" / "avilist_2025.csv.gz"),
                                 ("cms_new_distributions_2026-03-18.csv.gz",
                                  SHARED / "speciesplus-imports" / "cms_new_distributions_2026-03-18.csv.gz")):
                shutil.copy(source, pathlib.Path(folder, name))
            pathlib.Path(folder, "speciesplus-2013").symlink_to(SHARED / "speciesplus-2013")
            pathlib.Path(folder, "tests").symlink_to(TESTS)
            formats = set()
            for line in "".join(blocks).splitlines():
                with self.subTest(line):
                    command, *arguments = shlex.split(line, comments=True)
                    program = SAIGA if command == "saiga" else shutil.which(command)
                    done = subprocess.run([program, *arguments], cwd=folder, capture_output=True, text=True, timeout=120, check=False)
                    self.assertEqual((done.returncode, done.stderr), (DONE, ""))
                    formats.update(re.findall(r"^.* is taken for: .* \(([a-z-]+)\), ", done.stdout, re.MULTILINE))
                    if "nothing changes" in line:
                        self.assertIn("nothing changes", done.stdout)
            self.assertEqual(formats, set(re.findall(r"(?m)^\| `([a-z-]+)` \|.*\| yes \| [a-z]+ \|$", CHAPTER.read_text(encoding="utf-8"))))


if __name__ == "__main__":
    SAIGA = os.path.abspath(sys.argv.pop(1))
    unittest.main()
