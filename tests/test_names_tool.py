# SPDX-License-Identifier: LGPL-2.1-or-later
"""saiga names, as a person or a script at a terminal uses it.

usage: test_names_tool.py PATH-OF-SAIGA
"""

import contextlib
import csv
import io
import json
import os
import pathlib
import subprocess
import sys
import tempfile
import unittest

SAIGA = None  # the program, set below
DONE, FOUND, USAGE, BAD_INPUT, NOTHING, IO = range(6)


def run(*arguments, code=DONE, text=None):
    result = subprocess.run([SAIGA, "names", *arguments], input=text, capture_output=True, text=True, timeout=120)
    if result.returncode != code:
        raise AssertionError(f"{arguments}: exit {result.returncode}, not {code}: {result.stderr}")
    return result.stdout if code == DONE else result.stderr


def rows(text):
    return list(csv.DictReader(io.StringIO(text), delimiter="\t", quoting=csv.QUOTE_NONE))


class Names(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.addCleanup(self.folder.cleanup)

    def write(self, name, text):
        path = pathlib.Path(self.folder.name, name)
        path.write_bytes(text.encode() if isinstance(text, str) else text)
        return str(path)

    def test_parse_lines(self):
        (row,) = rows(run("parse", text="Loxodonta africana (Blumenbach, 1797)\r\n\n"))
        self.assertEqual((row["canonical"], row["authorship"], row["year"], row["rank"], row["quality"]),
                         ("Loxodonta africana", "(Blumenbach 1797)", "1797", "species", "good"))

    def test_parse_tables(self):
        table = 'id,scientificName,author\n1,"Saiga tatarica","Linnaeus, 1766"\n2,"Puma\nconcolor",\n'
        path = self.write("names.csv", table)
        self.assertEqual([row["authorship"] for row in rows(run("parse", path))], ["Linnaeus 1766", ""])
        self.assertEqual([row["canonical"] for row in rows(run("parse", "--column", "2", path))], ["Saiga tatarica", "Puma concolor"])
        tab = self.write("names.tsv", "a\tname\n1\tSaiga tatarica\n")
        self.assertEqual([row["canonical"] for row in rows(run("parse", tab))], ["Saiga tatarica"])
        old = self.write("old.csv", b"id,name\r1,Saiga tatarica\r2,Puma concolor\r")
        self.assertEqual([row["canonical"] for row in rows(run("parse", old))], ["Saiga tatarica", "Puma concolor"])
        self.assertEqual([row["canonical"] for row in rows(run("parse", "--no-header", "--column", "2", self.write("bare.tsv", "1\tSaiga tatarica\n2\tPuma concolor\n")))],
                         ["Saiga tatarica", "Puma concolor"])
        self.assertEqual([row["canonical"] for row in rows(run("parse", "--input", "lines", text="Saiga tatarica\nname\nPuma concolor"))],
                         ["Saiga tatarica", "", "Puma concolor"])
        self.assertIn("there is no column", run("parse", "--column", "nowhere", path, code=NOTHING))

    def test_formats(self):
        (line,) = run("parse", "--format", "json", text="Saiga spp.\n").splitlines()
        self.assertEqual(json.loads(line)["open"], "spp.")
        self.assertTrue(run("parse", "--format", "csv", "--bom", text="Saiga spp.\n").startswith("\ufeffname,canonical,"))

    def test_match(self):
        reference = self.write("list.csv", "taxonID,scientificName,family\n7,\"Loxodonta africana (Blumenbach, 1797)\",Elephantidae\n8,Saiga tatarica,Bovidae\n")
        found = rows(run("match", "--against", reference, text="Loxadonta africana\nNothing here\nSaiga tatarica mongolica\n"))
        self.assertEqual([(row["match"], row["id"]) for row in found], [("fuzzy", "7"), ("none", ""), ("partial", "8")])
        line = json.loads(run("match", "-a", reference, "--format", "json", text="Loxadonta africana\n"))
        self.assertEqual((line["edits"], line["ambiguous"]), (1, ""))
        self.assertGreater(line["score"], 0.8)

    def test_saved_index(self):
        reference = self.write("list.txt", "Loxodonta africana\nSaiga tatarica\n")
        saved = str(pathlib.Path(self.folder.name, "saved.index"))
        run("match", "--against", reference, "--save-index", saved)
        self.assertEqual([row["id"] for row in rows(run("match", "-a", saved, text="Saiga tataricus\n"))], ["1"])
        damaged = bytearray(pathlib.Path(saved).read_bytes())
        damaged[50] ^= 1
        self.assertIn("damaged", run("match", "-a", self.write("damaged.index", bytes(damaged)), text="Saiga\n", code=BAD_INPUT))

    def test_order_is_that_of_the_input(self):
        reference = self.write("list.txt", "Loxodonta africana\nSaiga tatarica\n")
        text = "".join(f"Saiga tataric{'a' * (i % 4)}\n" for i in range(9000))
        answers = {run("match", "-a", reference, "-j", str(n), text=text) for n in (1, 2, 5)}
        self.assertEqual(len(answers), 1)
        self.assertEqual(len(rows(answers.pop())), 9000)

    def test_memory_does_not_grow(self):
        """Twelve megabytes go in, some forty come out; the program stays small."""
        reference = self.write("list.txt", "Loxodonta africana\nSaiga tatarica\n")
        names = self.write("names.txt", "Loxadonta africana (Blumenbach, 1797)\n" * 330000)
        for arguments in (["parse", names], ["match", "-a", reference, names]):
            with open(self.folder.name + "/out", "wb") as out:
                process = subprocess.Popen([SAIGA, "names", *arguments], stdout=out)
                _pid, status, usage = os.wait4(process.pid, 0)
                process.returncode = os.waitstatus_to_exitcode(status)
                self.assertEqual(process.returncode, 0)
                self.assertGreater(os.fstat(out.fileno()).st_size, 20e6)
            self.assertLess(usage.ru_maxrss, 64 * 1024 * (4 if "asan" in SAIGA else 1), arguments)

    def test_progress(self):
        """Who waits at a terminal sees how far it is; a file of results has nothing of it."""
        names = self.write("names.txt", "Puma concolor\n" * 9000)
        ours, theirs = os.openpty()
        result = subprocess.run([SAIGA, "names", "parse", names], stdout=subprocess.PIPE, stderr=theirs, timeout=60)
        os.close(theirs)
        seen = b""
        with contextlib.suppress(OSError):  # at its end a terminal has no end of file, but an error
            while piece := os.read(ours, 10000):
                seen += piece
        os.close(ours)
        self.assertEqual(result.returncode, 0)
        self.assertIn(b"9000 names", seen)
        self.assertNotIn(b"9000 names", result.stdout)
        self.assertEqual(subprocess.run([SAIGA, "names", "parse", names], capture_output=True, timeout=60).stderr, b"")

    def test_data_set(self):
        found = rows(run("match", text="Saigo tatarica\n"))
        self.assertEqual(found[0]["match"], "fuzzy")
        self.assertIn("saiga-tatarica", found[0]["id"])
        self.assertIn("Saiga tatarica", run("complete", "saiga", "tat"))

    def test_errors(self):
        self.assertIn("parse, match or complete", run(code=USAGE))
        self.assertIn("parse, match or complete", run("guess", code=USAGE))
        self.assertIn("no name", run("complete", "zzzzz", code=NOTHING))
        run("parse", str(pathlib.Path(self.folder.name, "nowhere")), code=IO)
        self.assertIn("quotation mark", run("parse", self.write("open.csv", 'name\n"Saiga\n'), code=BAD_INPUT))


if __name__ == "__main__":
    SAIGA = str(pathlib.Path(sys.argv.pop(1)).resolve())
    unittest.main()
