# SPDX-License-Identifier: LGPL-2.1-or-later
"""How the house is built: who may use whom, and what every file and list must have."""

import pathlib
import re
import unittest
import xml.etree.ElementTree as ET

ROOT = pathlib.Path(__file__).resolve().parents[2]
PUBLIC = ROOT / "include" / "saiga"

# What each room may use beside itself. A room that is not here has no place in the house.
BELOW = {
    "base": [],
    "names": ["base"],
    "records": ["base"],
    "dataset": ["base", "names", "records"],
    "law": ["base", "names", "records", "dataset"],
    "concordance": ["base", "names", "records", "dataset", "law"],
    "work": ["base", "names", "records", "dataset", "law", "concordance"],
    "formats": ["base", "names", "records", "dataset", "law", "concordance", "work"],
    "store": ["base", "names", "records", "dataset", "law", "concordance", "work"],
    "reports": ["base", "names", "records", "dataset", "law", "concordance", "work", "formats", "store"],
}

# The longest that a hand-written C file should be, and the files that are longer, each with its reason.
MAX_LINES = 600
LONGER = {
    "lib/records/saiga-field-value.c": "one switch over all kinds for each job",
}

# Files by suffix or name that must say their licence. Data says it in its heading, texts in the README.
SOURCES = {".c", ".h", ".in", ".py", ".js", ".ts", ".vala", ".sh", ".build", ".toml", ".supp", ".dict"}
NAMED = {"dev", "run", "meson_options.txt"}
FOLDERS = (".ci", "bindings", "data", "docs", "examples", "include", "lib", "po", "tests", "tools")

TRANSLATED = re.compile(r"(?:^|[^A-Za-z0-9_])N?_ \(")


def relative(path):
    return str(path.relative_to(ROOT))


def tree(*patterns, folders=FOLDERS):
    found = {path for folder in folders for pattern in patterns for path in (ROOT / folder).rglob(pattern)}
    return sorted(path for path in found if path.is_file() and "__pycache__" not in path.parts)


def includes(path):
    """The headers of ours that a file names, with < or "."""
    return re.findall(r'^\s*#\s*include\s+([<"](?:saiga/)?saiga[\w-]*\.h[">])', path.read_text(encoding="utf-8"), re.MULTILINE)


def header_name(include):
    return include[1:-1].rpartition("/")[2]


def rooms_of_headers():
    """Header → room: that of the source of the same name, or of the schema file that it is made of."""
    rooms = {"saiga-version.h": "base", "saiga-common.h": "records", "saiga-records.h": "records"}
    for path in tree("*.c", "*.h", folders=("lib",)):
        rooms[path.with_suffix(".h").name] = path.parent.name
    for path in (ROOT / "lib" / "records").glob("*.xml"):
        rooms[f"saiga-{path.stem}.h"] = "records"
    return rooms


class HouseTest(unittest.TestCase):
    def test_rooms(self):
        """A room uses the rooms above it, never one below."""
        rooms = rooms_of_headers()
        wrong = []
        for path in [*tree("*.c", "*.h", folders=("lib",)), *PUBLIC.glob("saiga-*.h")]:
            room = path.parent.name if path.parent != PUBLIC else rooms.get(path.name)
            if room not in BELOW:
                wrong.append(f"{relative(path)} belongs to no room")
                continue
            for include in includes(path):
                other = rooms.get(header_name(include))
                if other != room and other not in BELOW[room]:
                    wrong.append(f"{relative(path)} ({room}) includes {include} ({other or 'no room'})")
        self.assertEqual(wrong, [])

    def test_public_only(self):
        """Tools, examples and test programs of other languages see what a user sees."""
        wrong = [f"{relative(path)} includes {include}"
                 for path in tree("*.c", "*.h", folders=("tools", "examples", "docs"))
                 for include in includes(path)
                 if include.startswith("<") and include != "<saiga/saiga.h>"
                 or include.startswith('"') and not (path.parent / header_name(include)).exists()]
        self.assertEqual(wrong, [])

    def test_public_headers(self):
        """No public header includes a private one, and each of them can be used from C++."""
        wrong = []
        for path in PUBLIC.glob("*.h"):
            text = path.read_text(encoding="utf-8")
            wrong += [f"{path.name} has {words}" for words in ("-private.h", "config.h", '#include "') if words in text]
            wanted = ["#pragma once"] if path.name == "saiga.h" else ["#pragma once", "G_BEGIN_DECLS", "#error"]
            wrong += [f"{path.name} lacks {words}" for words in wanted if words not in text]
        self.assertEqual(wrong, [])

    def test_umbrella(self):
        """The umbrella header includes every public header, in the order of the alphabet."""
        umbrella = includes(PUBLIC / "saiga.h")
        public = {path.name.removesuffix(".in") for pattern in ("saiga-*.h", "saiga-*.h.in") for path in PUBLIC.glob(pattern)}
        self.assertEqual({header_name(item) for item in umbrella}, public | {"saiga-records.h"})

    def test_licences(self):
        """Every source file begins with its licence; of what has a first line of its own, the next does."""
        silent = []
        paths = [*tree("*"), ROOT / "dev", *ROOT.glob("meson*")]
        for path in paths:
            if path.suffix in SOURCES or path.name in NAMED or path.suffix == ".xml" and path.parent.name == "records":
                if "SPDX-License-Identifier: " not in "".join(path.open(encoding="utf-8").readlines()[:3]):
                    silent.append(relative(path))
        self.assertEqual(silent, [])

    def test_embedded(self):
        """The library has every data file in it."""
        bundle = ET.parse(ROOT / "data" / "saiga.gresource.xml")
        listed = [node.text for node in bundle.iter("file") if node.text.endswith(".xml")]
        files = {path.name for path in (ROOT / "data").glob("*.xml")} - {"saiga.gresource.xml"}
        self.assertEqual(set(listed), files)
        self.assertEqual(len(listed), len(set(listed)))

    def test_length(self):
        """A C file is short enough to be read at one sitting."""
        long = {relative(path) for path in tree("*.c", "*.h", folders=("include", "lib", "tools", "examples", "docs"))
                if len(path.read_text(encoding="utf-8").splitlines()) > MAX_LINES}
        self.assertEqual(long - LONGER.keys(), set(), f"longer than {MAX_LINES} lines")
        self.assertEqual(LONGER.keys() - long, set(), "no longer an exception")

    def test_potfiles(self):
        """Translators see every file with words for people."""
        listed = [line for line in (ROOT / "po" / "POTFILES").read_text(encoding="utf-8").splitlines()
                  if line and not line.startswith("#")]
        files = [relative(path) for path in tree("*.c", folders=("lib", "tools"))
                 if TRANSLATED.search(path.read_text(encoding="utf-8"))]
        self.assertEqual(listed, files)

    def test_python(self):
        """Every Python file can be compiled."""
        for path in tree("*.py"):
            compile(path.read_bytes(), str(path), "exec")


if __name__ == "__main__":
    unittest.main()
