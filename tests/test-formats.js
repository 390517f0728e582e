// SPDX-License-Identifier: LGPL-2.1-or-later
// Foreign files in and out, from JavaScript.

import Gio from 'gi://Gio';
import GLib from 'gi://GLib';
import Saiga from 'gi://Saiga?version=1';
import {assertEqual, run, test} from './tap.js';

const path = GLib.build_filenamev([GLib.getenv('G_TEST_SRCDIR'), 'data', 'species-plus-cites.csv']);
const file = Gio.File.new_for_path(path);

function makeImporter(snapshot) {
    const importer = Saiga.Importer.new(snapshot);
    importer.date = Saiga.Date.parse('2023-07-01');
    return importer;
}

test('what a file is', () => {
    const sniff = makeImporter(Saiga.Snapshot.new()).sniff_file(file, null);
    assertEqual(sniff.get_format(), 'species-plus-cites');
    assertEqual(sniff.get_n_reasons() > 0, true);
});
test('a file is read while something else goes on', async () => {
    const importer = makeImporter(Saiga.Snapshot.new());
    const read = await importer.read_file_async(file, null);
    assertEqual(read.get_n_rows(), read.get_n_made() + read.get_n_merged() + read.get_n_refused());
    assertEqual([...read.get_problems()].map(problem => problem.get_tag()), ['import-area', 'import-field', 'import-rank']);
    assertEqual(importer.progress, 1);
});
test('reading can be cancelled', async () => {
    const cancellable = new Gio.Cancellable();
    cancellable.cancel();
    const error = await makeImporter(Saiga.Snapshot.new()).read_file_async(file, cancellable).catch(e => e);
    assertEqual(error.matches(Gio.IOErrorEnum, Gio.IOErrorEnum.CANCELLED), true);
});
test('what is no known file is an error', () => {
    let error = null;
    try {
        makeImporter(Saiga.Snapshot.new()).read_bytes(new TextEncoder().encode('a,b\n'), 'x.csv', null);
    } catch (e) {
        error = e;
    }
    assertEqual(error.matches(Saiga.Error, Saiga.Error.INVALID), true);
});
test('what is written is read back, and changes nothing', async () => {
    const read = await makeImporter(Saiga.Snapshot.new()).read_file_async(file, null);
    const snapshot = Saiga.Snapshot.new().apply(read.get_change_set());
    const exporter = Saiga.Exporter.new(snapshot, 'species-plus-cites');
    const [out, stream] = Gio.File.new_tmp('saiga-XXXXXX.csv');
    stream.close(null);
    assertEqual(await exporter.write_file_async(out, null), true);
    assertEqual(exporter.progress, 1);
    const again = makeImporter(snapshot).read_file(out, null);
    assertEqual(again.get_n_rows(), 3);
    assertEqual(again.get_change_set().get_changes().get_n_items(), 0);
    out.delete(null);
});
test('records as CSV, and the tables of UNEP-WCMC', () => {
    const tables = Gio.File.new_for_path(GLib.build_filenamev([GLib.getenv('G_TEST_SRCDIR'), 'data', 'wcmc-tables.zip']));
    const read = Saiga.Importer.new(Saiga.Snapshot.new()).read_file(tables, null);
    assertEqual(read.get_sniff().get_format(), 'wcmc-tables');
    assertEqual(read.get_n_rows(), read.get_n_made() + read.get_n_merged() + read.get_n_refused());
    const snapshot = Saiga.Snapshot.new().apply(read.get_change_set());
    const exporter = new Saiga.Exporter({snapshot, format: 'csv', recordType: 'listing'});
    const bytes = exporter.to_bytes();
    assertEqual(new TextDecoder().decode(bytes.get_data()).startsWith('id,note,'), true);
    const again = Saiga.Importer.new(snapshot).read_bytes(bytes, 'listings.csv', null);
    assertEqual([again.get_n_rows(), again.get_change_set().get_changes().get_n_items()], [8, 0]);
});

run();
