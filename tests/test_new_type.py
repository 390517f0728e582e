# SPDX-License-Identifier: LGPL-2.1-or-later
"""A new record type is one schema file and its name in meson.build: nothing else is touched.

The schema with one more type goes through the generator; what changes is compiled and
linked with the objects of the library as they are.
"""

import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import unittest

SOURCE, BUILD = pathlib.Path(os.environ["SAIGA_SOURCE"]), pathlib.Path(os.environ["SAIGA_BUILD"])
COMPILER = os.environ.get("SAIGA_CC", "cc").split()
HERE = pathlib.Path(__file__).parent / "new-type"
RECORDS = SOURCE / "lib" / "records"


def record_types():
    """The list of meson.build, in its order."""
    text = (SOURCE / "meson.build").read_text(encoding="utf-8")
    return re.findall(r"'([a-z-]+)'", re.search(r"record_types = \[(.*?)\]", text, re.DOTALL).group(1))


class NewTypeTest(unittest.TestCase):
    def run_quietly(self, *command, **options):
        process = subprocess.run([str(word) for word in command], capture_output=True, text=True, **options)
        self.assertEqual(process.returncode, 0, process.stdout + process.stderr)
        return process.stdout

    def test_every_schema_file_is_listed(self):
        self.assertEqual(sorted(record_types()), sorted(path.stem for path in RECORDS.glob("*.xml") if path.stem != "common"))

    def test_new_type(self):
        with tempfile.TemporaryDirectory() as name:
            folder = pathlib.Path(name)
            records, sources, headers = folder / "lib" / "records", folder / "sources", folder / "generated" / "saiga"
            shutil.copytree(RECORDS, records, ignore=shutil.ignore_patterns("*.c", "*.h", "__pycache__"))
            shutil.copytree(SOURCE / "include" / "saiga", folder / "include" / "saiga")
            shutil.copy(HERE / "permit.xml", records)
            sources.mkdir()
            headers.mkdir(parents=True)

            schema = [records / f"{stem}.xml" for stem in ["common", *record_types(), "permit"]]
            for mode, output in (("headers", headers), ("sources", sources), ("documents", sources)):
                self.run_quietly(sys.executable, records / "codegen.py", mode, output, *schema)

            # What was there before is generated as it was: only the registry knows the new type.
            changed = [path.name for path in sorted(sources.glob("*.c"))
                       if not (BUILD / "lib" / path.name).exists() or path.read_bytes() != (BUILD / "lib" / path.name).read_bytes()]
            self.assertEqual(changed, ["saiga-permit.c", "saiga-records.c"])
            self.assertIn("permit", (sources / "saiga-dataset.rng").read_text(encoding="utf-8"))
            self.assertIn("Permit", (sources / "data-model.md").read_text(encoding="utf-8"))

            objects = [path for path in BUILD.glob("lib/libsaiga-1.so.0.p/*.o") if not path.name.endswith("saiga-records.c.o")]
            self.assertTrue(objects)
            flags = self.run_quietly("pkg-config", "--cflags", "--libs", "gio-2.0", "libxml-2.0", "json-glib-1.0", "libarchive").split()
            self.run_quietly(
                *COMPILER, "-std=gnu11", "-Wall", "-Wextra", "-Werror", "-Wno-unused-parameter", "-Wno-missing-field-initializers",
                "-DSAIGA_COMPILATION", "-UG_DISABLE_ASSERT", "-o", folder / "use",
                HERE / "use.c", sources / "saiga-permit.c", sources / "saiga-records.c", *objects,
                f"-I{headers.parent}", f"-I{SOURCE / 'include'}", f"-I{BUILD / 'include'}", f"-I{BUILD / 'lib'}", f"-I{RECORDS}", f"-I{SOURCE / 'lib' / 'base'}",
                *flags, "-lm")
            self.run_quietly(folder / "use", env={**os.environ, "G_DEBUG": "fatal-warnings"})


if __name__ == "__main__":
    unittest.main()
