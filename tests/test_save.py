# SPDX-License-Identifier: LGPL-2.1-or-later
"""A save that fails or is killed at any call leaves the old file whole, or the new one."""

import os
import pathlib
import subprocess
import tempfile
import unittest

DATA = pathlib.Path(__file__).parent / "data"
SAVE, SHIM = os.environ["SAIGA_SAVE"], os.environ["SAIGA_SHIM"]
MOST_CALLS = 200


class SaveTest(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name) / "kept"
        self.folder.mkdir()
        self.done = pathlib.Path(folder.name) / "done"
        self.file = self.folder / "dataset.xml"
        self.new = (DATA / "dataset.xml").read_bytes()

    def save(self, how, number, old):
        """One save; says how it ended, what is in the file, and what lies beside it."""
        for path in self.folder.iterdir():
            path.unlink()
        if old is not None:
            self.file.write_bytes(old)
        self.done.unlink(missing_ok=True)
        preload = " ".join(filter(None, [os.environ.get("LD_PRELOAD"), SHIM]))
        environment = {**os.environ, "LD_PRELOAD": preload, "FAIL_AT": str(number), "FAIL_HOW": how,
                       "FAIL_IN": str(self.folder), "FAIL_DONE": str(self.done)}
        process = subprocess.run([SAVE, DATA / "permuted.xml", self.file], env=environment, capture_output=True, text=True)
        held = self.file.read_bytes() if self.file.exists() else None
        others = [path.name for path in self.folder.iterdir() if path != self.file]
        return process.returncode, held, others, process.stderr

    def saves(self, how, old):
        """Every save until one has no failure: that one has done all."""
        results = []
        for number in range(1, MOST_CALLS):
            results.append((number, *self.save(how, number, old)))
            if self.done.exists():
                self.assertEqual(results.pop()[1:4], (0, self.new, []))
                self.assertGreater(number, 4)
                return results
        self.fail("the save never came to its end")

    def check_failures(self, how, old):
        n_failed = 0
        for number, code, held, others, words in self.saves(how, old):
            with self.subTest(how=how, call=number, old=old and len(old)):
                self.assertIn(code, (0, 1))
                self.assertEqual(others, [], "a temporary file is left")
                n_failed += code != 0
                if code == 0:
                    self.assertEqual(held, self.new)
                else:
                    self.assertEqual(held, old)
                    self.assertTrue(words.startswith(f"{self.file}: "), words)
        self.assertGreater(n_failed, 2)

    def test_failures(self):
        for how in ("eio", "enospc", "short"):
            for old in (b"old\n" * 1000, b"", None):
                self.check_failures(how, old)

    def test_kills(self):
        for old in (b"old\n" * 1000, None):
            seen = set()
            for number, code, held, _others, _words in self.saves("kill", old):
                with self.subTest(call=number, old=old and len(old)):
                    self.assertIn(held, (old, self.new))
                    self.assertEqual(code, -9)
                    seen.add(held)
            self.assertEqual(seen, {old, self.new})


if __name__ == "__main__":
    unittest.main()
