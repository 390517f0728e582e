# SPDX-License-Identifier: LGPL-2.1-or-later
"""Every public header can be compiled alone, all of them in C++ too, and none is to be included directly."""

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
UMBRELLA = "#include <saiga/saiga.h>\n"


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
    def test_c(self):
        """Each public header names all that it needs."""
        command = [*shlex.split(os.environ["CC"]), *C, *STRICT, "-D__SAIGA_INSIDE__", *INCLUDE, *glib_flags()]
        names = [name for name in headers() if name != "saiga.h"]
        self.assertIn("saiga-taxon.h", names)
        texts = [f"#include <saiga/{name}>\n" for name in names]
        with concurrent.futures.ThreadPoolExecutor(2) as pool:
            said = dict(zip(names, pool.map(lambda text: compile_text(command, text), texts)))
        self.assertEqual({name: words for name, words in said.items() if words}, {})

    @unittest.skipUnless(os.environ["CXX"], "there is no C++ compiler")
    def test_cxx(self):
        """All of them are good C++."""
        command = [*shlex.split(os.environ["CXX"]), *CXX, *STRICT, *INCLUDE, *glib_flags()]
        self.assertEqual(compile_text(command, UMBRELLA), "")

    def test_umbrella_only(self):
        """No header is taken but by way of the umbrella header."""
        command = [*shlex.split(os.environ["CC"]), "-E", "-x", "c", "-o", os.devnull, *INCLUDE, *glib_flags()]
        self.assertEqual(compile_text(command, UMBRELLA), "")
        taken = [name for name in headers() if name not in ("saiga.h", "saiga-version.h")
                 and "can be included directly" not in compile_text(command, f"#include <saiga/{name}>\n")]
        self.assertEqual(taken, [])


if __name__ == "__main__":
    unittest.main()
