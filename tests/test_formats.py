# SPDX-License-Identifier: LGPL-2.1-or-later
"""Foreign files in and out, from Python."""

import contextlib
import io
import os
import pathlib
import re
import shutil
import tempfile
import unittest

import gi

gi.require_version("Saiga", "1")
from gi.repository import Gio, GLib, Saiga  # noqa: E402

try:
    import pandas
except ImportError:
    pandas = None

CHAPTER = pathlib.Path(__file__).resolve().parents[1] / "docs" / "files.md"
FIXTURE = pathlib.Path(__file__).resolve().parent / "data" / "species-plus-cites.csv"


class Formats(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.addCleanup(self.folder.cleanup)
        self.file = Gio.File.new_for_path(str(FIXTURE))
        self.importer = Saiga.Importer.new(Saiga.Snapshot.new())
        self.importer.props.date = Saiga.Date.parse("2023-07-01")

    def read(self):
        return self.importer.read_file(self.file, None)

    def test_sniff(self):
        sniff = self.importer.sniff_file(self.file, None)
        self.assertEqual((sniff.get_format(), sniff.get_encoding(), sniff.get_separator()), ("species-plus-cites", "UTF-8", ","))
        self.assertIn(sniff.get_format(), Saiga.Importer.list_formats())
        reasons = [sniff.get_reason(i).dup_text("en") for i in range(sniff.get_n_reasons())]
        self.assertTrue(any("26" in reason for reason in reasons), reasons)

    def test_rows_add_up_and_problems_say_where(self):
        read = self.read()
        self.assertEqual(read.get_date().to_string(), "2023-07-01")
        self.assertEqual(read.get_n_rows(), read.get_n_made() + read.get_n_merged() + read.get_n_refused())
        problems = [(p.get_tag(), p.get_file(), p.get_line()) for p in read.get_problems()]
        self.assertEqual(problems, [("import-area", FIXTURE.name, 5), ("import-field", FIXTURE.name, 6), ("import-rank", FIXTURE.name, 7)])
        self.assertIn("Atlantis", read.get_problems()[0].dup_message("fr"))

    def test_an_import_is_made_and_undone(self):
        dataset = Saiga.Dataset()
        changes = self.read().get_change_set()
        dataset.apply(changes)
        self.assertEqual(dataset.props.snapshot.lookup("cites.addax-nasomaculatus").props.name, "Addax nasomaculatus")
        self.importer = Saiga.Importer.new(dataset.props.snapshot)
        self.importer.props.date = Saiga.Date.parse("2023-07-01")
        self.assertEqual(len(self.read().get_change_set().get_changes()), 0)
        dataset.apply(changes.invert())
        self.assertIsNone(dataset.props.snapshot.lookup("cites.addax-nasomaculatus"))

    def test_errors(self):
        with self.assertRaises(GLib.Error) as caught:
            self.importer.read_bytes(GLib.Bytes.new(b"name,colour\nSaiga,brown\n"), "x.csv", None)
        self.assertTrue(caught.exception.matches(Saiga.error_quark(), Saiga.Error.INVALID))
        self.importer.props.format = "no-such-format"
        with self.assertRaises(GLib.Error) as caught:
            self.read()
        self.assertTrue(caught.exception.matches(Saiga.error_quark(), Saiga.Error.NOT_FOUND))
        with self.assertRaises(GLib.Error) as caught:
            Saiga.Exporter.new(Saiga.Snapshot.new(), "no-such-format").to_bytes()
        self.assertTrue(caught.exception.matches(Saiga.error_quark(), Saiga.Error.NOT_FOUND))

    def export(self):
        snapshot = Saiga.Snapshot.new().apply(self.read().get_change_set())
        exporter = Saiga.Exporter.new(snapshot, "species-plus-cites")
        exporter.props.date = Saiga.Date.parse("2023-07-02")
        return exporter

    def test_a_file_is_what_bytes_are(self):
        exporter = self.export()
        path = pathlib.Path(self.folder.name, "out.csv")
        self.assertTrue(exporter.write_file(Gio.File.new_for_path(str(path)), None))
        self.assertEqual(path.read_bytes(), exporter.to_bytes().get_data())
        self.assertEqual(exporter.props.progress, 1)

    def test_a_file_is_replaced_whole_or_not_at_all(self):
        path = pathlib.Path(self.folder.name, "out.csv")
        path.write_text("before")
        cancellable = Gio.Cancellable.new()
        cancellable.cancel()
        exporter = self.export()
        with self.assertRaises(GLib.Error) as caught:
            exporter.write_file(Gio.File.new_for_path(str(path)), cancellable)
        self.assertTrue(caught.exception.matches(Gio.io_error_quark(), Gio.IOErrorEnum.CANCELLED))
        exporter.props.separator = "x"
        with self.assertRaises(GLib.Error) as caught:
            exporter.write_file(Gio.File.new_for_path(str(path)), None)
        self.assertTrue(caught.exception.matches(Saiga.error_quark(), Saiga.Error.VALUE))
        self.assertEqual(path.read_text(), "before")

    def test_a_large_file_is_written_in_pieces_while_something_else_goes_on(self):
        exporter = Saiga.Exporter.new(Saiga.Snapshot.new_embedded(), "species-plus-cites")
        path = pathlib.Path(self.folder.name, "large.csv")
        loop = GLib.MainLoop()
        done = []

        def finish(source, result):
            done.append(source.write_file_finish(result))
            loop.quit()

        exporter.write_file_async(Gio.File.new_for_path(str(path)), None, finish)
        loop.run()
        self.assertEqual(done, [True])
        self.assertEqual(path.read_bytes(), exporter.to_bytes().get_data())
        self.assertGreater(path.stat().st_size, 1 << 20)

    def test_the_chapter(self):
        """The code of the chapter is run as it stands there, one block after the other."""
        blocks = re.findall(r"```python\n(.*?)```", CHAPTER.read_text(encoding="utf-8"), re.DOTALL)
        self.assertEqual(["frames" in block for block in blocks], [False, True])
        shutil.copy(FIXTURE, os.path.join(self.folder.name, "cites_listings.csv"))
        self.addCleanup(os.chdir, os.getcwd())
        os.chdir(self.folder.name)
        names, printed = {}, io.StringIO()
        for block in blocks[:2 if pandas else 1]:
            with self.subTest(block=block), contextlib.redirect_stdout(printed):
                exec(compile(block, str(CHAPTER), "exec"), names)  # pylint: disable=exec-used
        self.assertEqual(printed.getvalue(), "6 = 3 + 1 + 2\n")
        self.assertIsNotNone(names["dataset"].props.snapshot.lookup("listing.cites-ovis-borealis-iii-pk"))
        if pandas:
            changed = {change.get_new_record().get_migratory() for change in names["read"].get_change_set().get_changes()}
            self.assertEqual(changed, {Saiga.Ternary.YES})


if __name__ == "__main__":
    unittest.main()
