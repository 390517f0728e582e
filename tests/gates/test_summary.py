# SPDX-License-Identifier: LGPL-2.1-or-later
"""The closing line of a test run counts what crashes, hangs and prints rubbish."""

import pathlib
import subprocess
import sys
import tempfile
import unittest

SUMMARY = pathlib.Path(__file__).resolve().parents[1] / "summary.py"

# Name, protocol, what the program does, what it is counted as: passed, failed, skipped.
PROGRAMS = [
    ("good", "tap", "print('1..3\\nok 1 a\\nok 2 b\\nok 3 c # SKIP no data')", (2, 0, 1)),
    ("bad", "tap", "print('1..2\\nok 1 a\\nnot ok 2 b')", (1, 1, 0)),
    ("all-skipped", "tap", "print('1..0 # SKIP no data')", (0, 0, 1)),
    ("dies", "tap", "import os; print('1..3\\nok 1 a\\nok 2 b', flush=True); os.abort()", (2, 1, 0)),
    ("dies-first", "tap", "import os; os.abort()", (0, 1, 0)),
    ("ends-early", "tap", "print('1..3\\nok 1 a\\nok 2 b')", (2, 1, 0)),
    ("hangs-after-one", "tap", "import time; print('1..2\\nok 1 a', flush=True); time.sleep(60)", (1, 1, 0)),
    ("exits", "exitcode", "print('fine')", (1, 0, 0)),
    ("fails", "exitcode", "raise SystemExit(1)", (0, 1, 0)),
    ("skips", "exitcode", "raise SystemExit(77)", (0, 0, 1)),
    ("hangs", "exitcode", "import time; time.sleep(60)", (0, 1, 0)),
    ("colours", "exitcode", "print('\\033[31mred\\033[0m \\x01\\x00')", (1, 0, 0)),
]


def summarize(programs):
    """The closing line and the exit status of a project with these programs as its tests."""
    with tempfile.TemporaryDirectory() as folder:
        project = pathlib.Path(folder)
        lines = ["project('summary')", "python = import('python').find_installation()"]
        for name, protocol, text, _count in programs:
            (project / f"{name}.py").write_text(text, encoding="utf-8")
            lines.append(f"test('{name}', python, args: files('{name}.py'), protocol: '{protocol}', suite: 's', timeout: 2)")
        (project / "meson.build").write_text("\n".join(lines) + "\n", encoding="utf-8")
        subprocess.run(["meson", "setup", "build"], cwd=project, check=True, stdout=subprocess.DEVNULL)
        subprocess.run(["meson", "test", "-C", "build"], cwd=project, check=False,
                       stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        result = subprocess.run([sys.executable, SUMMARY, project / "build"], check=False, capture_output=True, text=True)
    return result.stdout.splitlines()[-1], result.returncode


class SummaryTest(unittest.TestCase):
    def test_all(self):
        passed, failed, skipped = (sum(numbers) for numbers in zip(*(count for *_program, count in PROGRAMS)))
        self.assertEqual(summarize(PROGRAMS), (f"{passed} passed, {failed} failed, {skipped} skipped", 1))

    def test_good(self):
        good = [program for program in PROGRAMS if not program[3][1]]
        self.assertEqual(summarize(good), ("4 passed, 0 failed, 3 skipped", 0))


if __name__ == "__main__":
    unittest.main()
