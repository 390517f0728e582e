# SPDX-License-Identifier: LGPL-2.1-or-later
"""A real export of Species+, read and written again: each cell is the same, or differs for a reason that
data/species-plus-differences.csv keeps; no reason is unused."""

import csv
import io
import os
import pathlib
import unittest

import gi
gi.require_version("Saiga", "1")
from gi.repository import Gio, Saiga  # noqa: E402

DATA = os.environ.get("SAIGA_TEST_DATA")
FILE = DATA and pathlib.Path(DATA, "cites", "cites_listings_reptiles_2023-07.csv")
REASONS = pathlib.Path(__file__).parent / "data" / "species-plus-differences.csv"
DAY = Saiga.Date.parse("2023-07-01")


def rule(source, ours):
    if " ".join(source.split()) == " ".join(ours.split()):
        return "white space"
    return "order" if sorted(source.split(",")) == sorted(ours.split(",")) else "other"


@unittest.skipUnless(FILE and FILE.is_file(), "SAIGA_TEST_DATA has no export of Species+")
class SpeciesPlus(unittest.TestCase):
    def test_in_and_out(self):
        importer = Saiga.Importer.new(Saiga.Snapshot.new())
        importer.set_date(DAY)
        snapshot = Saiga.Snapshot.new().apply(importer.read_file(Gio.File.new_for_path(str(FILE)), None).get_change_set())
        exporter = Saiga.Exporter.new(snapshot, "species-plus-cites")
        exporter.set_date(DAY)
        written = csv.DictReader(io.StringIO(exporter.to_bytes().get_data().decode(), newline=""))
        with open(FILE, encoding="utf-8", newline="") as file:
            source = csv.DictReader(file)
            self.assertEqual(written.fieldnames, source.fieldnames)
            rows = list(source)
        ours = {row["Id"]: row for row in written}
        self.assertEqual(ours.keys(), {row["Id"] for row in rows})
        found = {(column, rule(row[column], ours[row["Id"]][column]))
                 for row in rows for column in row if row[column] != ours[row["Id"]][column]}
        with open(REASONS, encoding="utf-8", newline="") as file:
            self.assertEqual(found, {(row["column"], row["rule"]) for row in csv.DictReader(file)})


if __name__ == "__main__":
    unittest.main()
