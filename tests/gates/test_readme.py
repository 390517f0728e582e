# SPDX-License-Identifier: LGPL-2.1-or-later
"""The programs in the README and in the manual run, and say the same in all languages."""

import os
import pathlib
import re
import shlex
import shutil
import subprocess
import tempfile
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
LIBRARY = pathlib.Path(os.environ["SAIGA_LIBRARY"])
ENVIRONMENT = {
    "LD_LIBRARY_PATH": str(LIBRARY.parent),
    "GI_TYPELIB_PATH": str(LIBRARY.parent),
    "PYTHONPATH": str(ROOT / "bindings" / "python"),
    "GJS_PATH": str(ROOT / "bindings" / "javascript"),
}


class ReadmeTest(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)

    def run_all(self, page, *arguments, languages=("c", "python", "js")):
        """Language → what the program of a page prints, and the file that it writes, if any."""
        said = {}
        programs = re.findall(rf"^```({'|'.join(languages)})\n(.*?)^```$", (ROOT / page).read_text(encoding="utf-8"), re.DOTALL | re.MULTILINE)
        for language, program in programs:
            source = self.folder / f"program.{language}"
            source.write_text(program, encoding="utf-8")
            command = getattr(self, f"command_{language}")(source)
            result = subprocess.run([*command, *arguments], env={**os.environ, **ENVIRONMENT}, cwd=self.folder,
                                    capture_output=True, text=True, check=False)
            self.assertEqual((result.returncode, result.stderr), (0, ""), f"{page}, {language}")
            said[language] = result.stdout, *((self.folder / name).read_bytes() for name in arguments)
        self.assertEqual(sorted(said), sorted(languages))
        self.assertEqual(len(programs), len(languages))
        return said

    def command_c(self, source):
        flags = shlex.split(subprocess.run(["pkg-config", "--cflags", "--libs", "gio-2.0"],
                                           check=True, stdout=subprocess.PIPE, text=True).stdout)
        include = [f"-I{ROOT / 'include'}", f"-I{os.environ['SAIGA_GENERATED_HEADERS']}"]
        subprocess.run([*shlex.split(os.environ["CC"]), "-Wall", "-Werror", "-o", self.folder / "program",
                        source, str(LIBRARY), *include, *flags], check=True)
        return [str(self.folder / "program")]

    def command_python(self, source):
        return ["/usr/bin/python3", "-B", source]

    def command_js(self, source):
        if not shutil.which("gjs"):
            self.skipTest("gjs is not installed")
        return ["gjs", "-m", source]

    def test_readme(self):
        said = self.run_all("README.md")
        self.assertIn("Acipenser sturio: CMS I/II, CITES I\n", said["c"][0])
        self.assertEqual(said["python"], said["c"])
        self.assertEqual(said["js"], said["c"])

    @unittest.skipUnless(os.environ["SAIGA_TOOL"], "the command is not built")
    def test_main_job(self):
        """What the README shows is what the command prints; an ellipsis stands for what is left out."""
        (shown,) = re.findall(r"^```text\n(.*?)^```$", (ROOT / "README.md").read_text(encoding="utf-8"), re.DOTALL | re.MULTILINE)
        printed = subprocess.run([os.environ["SAIGA_TOOL"], "concordance", "--on", "2012-02-23"],
                                 env={**os.environ, **ENVIRONMENT}, check=True, stdout=subprocess.PIPE, text=True).stdout
        self.assertEqual([line for line in shown.splitlines() if line != "…" and line not in printed.splitlines()], [])

    def test_getting_started(self):
        said = self.run_all("docs/getting-started.md", "mine.xml")
        self.assertTrue(said["c"][0].startswith("Saiga tatarica\n- "))
        self.assertIn('note="A steppe antelope."'.encode(), said["c"][1])
        self.assertEqual(said["python"], said["c"])
        self.assertEqual(said["js"], said["c"])

    def test_law(self):
        """The cases of the chapter, in Python, are run by the test of the law."""
        said = self.run_all("docs/law.md", languages=("c", "js"))
        self.assertTrue(said["c"][0].startswith("Botswana: II\n"))
        self.assertGreater(said["c"][0].count("\n"), 1)
        self.assertEqual(said["js"], said["c"])


if __name__ == "__main__":
    unittest.main()
