// SPDX-License-Identifier: LGPL-2.1-or-later
// Foreign files in JSON from JavaScript.

import Gio from 'gi://Gio';
import GLib from 'gi://GLib';
import Saiga from 'gi://Saiga?version=1';
import {assertEqual, run, test} from './tap.js';

const DATA = GLib.build_filenamev([GLib.getenv('G_TEST_SRCDIR'), 'data']);

function read(name, snapshot = Saiga.Snapshot.new()) {
    return Saiga.Importer.new(snapshot).read_file(Gio.File.new_for_path(`${DATA}/${name}`), null);
}

test('a folder of answers of Species+, and what it was taken for', () => {
    const result = read('species-plus-api');
    assertEqual([result.get_sniff().get_format(), result.get_sniff().get_separator()], ['species-plus-api', null]);
    assertEqual(result.get_n_made() + result.get_n_merged() + result.get_n_refused(), result.get_n_rows());
    const changed = Saiga.Snapshot.new().apply(result.get_change_set());
    assertEqual(changed.lookup('cites.ovis-montana').get_range().to_string(), 'area.cn:reintroduced+extinct area.kg area.na:uncertain');
    assertEqual(read('species-plus-api', changed).get_change_set().get_changes().get_n_items(), 0);
});
test('assessments of the Red List', () => {
    const changed = Saiga.Snapshot.new().apply(read('red-list-api').get_change_set());
    const assessment = changed.lookup('assessment.iucn-4711-2020');
    assertEqual([assessment.get_category(), assessment.get_criteria()], [Saiga.AssessmentCategory.CR, 'B1ab(iii)+2ab(iii)']);
});
test('records as JSON and back', () => {
    const records = Saiga.Snapshot.new().apply(read('cms-species.json').get_change_set());
    const json = Saiga.Exporter.new(records, 'records-json').to_bytes();
    const back = Saiga.Importer.new(Saiga.Snapshot.new()).read_bytes(json, 'records.json', null);
    assertEqual(back.get_problems().get_n_items(), 0);
    const again = Saiga.Snapshot.new().apply(back.get_change_set());
    assertEqual(new TextDecoder().decode(again.to_xml().toArray()), new TextDecoder().decode(records.to_xml().toArray()));
});

run();
