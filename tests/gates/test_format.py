# SPDX-License-Identifier: LGPL-2.1-or-later
"""Hand-written C looks as clang-format writes it. To mend it: clang-format -i FILE."""

import pathlib
import re
import shutil
import subprocess
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
FOLDERS = ("include", "lib", "tools", "examples", "tests", "docs", "bindings")


class FormatTest(unittest.TestCase):
    @unittest.skipUnless(shutil.which("clang-format"), "clang-format is not installed")
    def test_format(self):
        files = sorted(str(path.relative_to(ROOT)) for folder in FOLDERS for path in (ROOT / folder).rglob("*.[ch]"))
        self.assertTrue(files)
        result = subprocess.run(["clang-format", "--dry-run", "-Werror", *files], cwd=ROOT, check=False,
                                stderr=subprocess.PIPE, text=True)
        wrong = sorted(set(re.findall(r"^([^:\n]+):\d+:\d+: error", result.stderr, re.MULTILINE)))
        self.assertEqual(wrong, [], "not formatted")
        self.assertEqual(result.returncode, 0, result.stderr)


if __name__ == "__main__":
    unittest.main()
