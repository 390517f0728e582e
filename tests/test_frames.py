# SPDX-License-Identifier: LGPL-2.1-or-later
"""Records as CSV from Python, and as tables of pandas and back, where that is installed."""

import csv
import io
import os
import tempfile
import unittest

import gi

gi.require_version("Saiga", "1")
from gi.repository import Gio, GLib, Saiga  # noqa: E402

try:
    import pandas
except ImportError:
    pandas = None


def fixture():
    path = os.path.join(os.environ["G_TEST_SRCDIR"], "data", "dataset.xml")
    return Saiga.Snapshot.new_from_file(Gio.File.new_for_path(path), None)


def same(snapshot, other):
    return ([record.get_id() for record in snapshot.values()] == [record.get_id() for record in other.values()]
            and all(record == other[record.get_id()] for record in snapshot.values()))


class Csv(unittest.TestCase):
    def test_any_reader(self):
        """What is written is CSV for any other reader."""
        exporter = Saiga.Exporter(snapshot=fixture(), format="csv", record_type="listing")
        rows = list(csv.DictReader(io.StringIO(exporter.to_bytes().get_data().decode())))
        self.assertEqual([row["id"] for row in rows], ["listing.cites-saiga-tatarica-ii", "listing.cms-saiga-tatarica-ii"])
        self.assertEqual(rows[1]["scope[en]"], "Only as the text has it.")

    def test_folder(self):
        with tempfile.TemporaryDirectory() as folder:
            file = Gio.File.new_for_path(folder)
            Saiga.Exporter.new(fixture(), "csv").write_folder(file, None)
            self.assertIn("taxa-common-names.csv", os.listdir(folder))
            read = Saiga.Importer.new(Saiga.Snapshot.new()).read_file(file, None)
        self.assertTrue(same(Saiga.Snapshot.new().apply(read.get_change_set()), fixture()))

    def test_errors(self):
        exporter = Saiga.Exporter(snapshot=fixture(), format="csv", record_type="taxa")
        with self.assertRaises(GLib.Error):
            exporter.to_bytes()


@unittest.skipUnless(pandas, "pandas is not installed")
class Frames(unittest.TestCase):
    def test_there_and_back(self):
        snapshot = fixture()
        for embedded in (False, True):
            snapshot = Saiga.Snapshot.new_embedded() if embedded else fixture()
            frames = {}
            for name in Saiga.Record.list_type_names():
                if embedded and name not in ("area", "listing", "membership"):
                    continue
                frames.update(snapshot.to_frames(name))
            read = Saiga.Importer.new(snapshot).read_frames(frames)
            self.assertEqual([problem.get_tag() for problem in read.get_problems()], [])
            self.assertEqual(read.get_change_set().get_changes().get_n_items(), 0)
            self.assertEqual(read.get_n_rows(), sum(len(frame) for frame in frames.values()))

    def test_what_is_not_a_missing_value(self):
        areas = Saiga.Snapshot.new_embedded().to_frames("area")["areas"].set_index("id")
        self.assertEqual(areas.loc["area.na", "iso2"], "NA")
        self.assertEqual(areas.loc["area.na", "valid-from"], "")

    def test_change(self):
        """A column that was computed, of some rows, changes these alone; a missing value takes away."""
        snapshot = fixture()
        taxa = snapshot.to_frames("taxon")["taxa"]
        some = taxa.loc[taxa["name"] == "Saiga tatarica", ["id", "authorship"]].assign(authorship=[None, "=Pallas"])
        changed = snapshot.apply(Saiga.Importer.new(snapshot).read_frames({"taxa": some}).get_change_set())
        self.assertEqual([(taxon.get_id(), taxon.authorship) for taxon in changed.get_records(Saiga.Taxon)],
                         [("cites.saiga-borealis", '"Smith" & <J>'), ("cites.saiga-tatarica", None), ("cms.saiga-tatarica", "=Pallas")])
        self.assertEqual(changed.to_frames("taxon")["taxa"].set_index("id").loc["cms.saiga-tatarica", "authorship"], "=Pallas")


if __name__ == "__main__":
    unittest.main()
