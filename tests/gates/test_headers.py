# SPDX-License-Identifier: LGPL-2.1-or-later
"""Every public header compiles alone, in C and in C++, but only from within the umbrella header."""

import concurrent.futures
import os
import pathlib
import shlex
import subprocess
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
GENERATED = pathlib.Path(os.environ["SAIGA_GENERATED_HEADERS"])
INCLUDE = [f"-I{ROOT / 'include'}", f"-I{GENERATED}"]
STRICT = ["-Wall", "-Wextra", "-Werror", "-Wno-unused-parameter", "-fsyntax-only"]
C = ["-x", "c", "-std=c99", "-Wstrict-prototypes", "-Wmissing-declarations"]
CXX = ["-x", "c++", "-std=c++11"]


def headers():
    paths = [*(ROOT / "include" / "saiga").glob("*.h"), *(GENERATED / "saiga").glob("*.h")]
    return sorted(path.name for path in paths)


def glib_flags():
    return shlex.split(subprocess.run(["pkg-config", "--cflags", "gio-2.0"], check=True, stdout=subprocess.PIPE, text=True).stdout)


def compile_text(command, text):
    """What the compiler says, or nothing if it is content."""
    result = subprocess.run([*command, "-"], input=text, capture_output=True, text=True, check=False)
    return result.stderr if result.returncode else ""


class HeaderTest(unittest.TestCase):
    def check_each(self, compiler, options):
        command = [*shlex.split(compiler), *options, *STRICT, "-D__SAIGA_INSIDE__", *INCLUDE, *glib_flags()]
        names = headers()
        self.assertIn("saiga-taxon.h", names)
        with concurrent.futures.ThreadPoolExecutor(2) as pool:
            texts = [f"#include <saiga/{name}>\n" for name in names]
            said = dict(zip(names, pool.map(lambda text: compile_text(command, text), texts)))
        self.assertEqual({name: words for name, words in said.items() if words}, {})

    def test_c(self):
        self.check_each(os.environ["CC"], C)

    @unittest.skipUnless(os.environ["CXX"], "there is no C++ compiler")
    def test_cxx(self):
        self.check_each(os.environ["CXX"], CXX)

    def test_umbrella_only(self):
        command = [*shlex.split(os.environ["CC"]), *C, "-fsyntax-only", *INCLUDE, *glib_flags()]
        self.assertEqual(compile_text(command, "#include <saiga/saiga.h>\n"), "")
        taken = [name for name in headers() if name not in ("saiga.h", "saiga-version.h")
                 and "can be included directly" not in compile_text(command, f"#include <saiga/{name}>\n")]
        self.assertEqual(taken, [])


if __name__ == "__main__":
    unittest.main()
