// SPDX-License-Identifier: LGPL-2.1-or-later
// The Red List Index from JavaScript.

import GLib from 'gi://GLib';
import Saiga from 'gi://Saiga?version=1';
import {assertEqual, run, test} from './tap.js';

const {AssessmentCategory: Category, AssessmentPossiblyExtinct: PossiblyExtinct} = Saiga;

function makeTable() {
    const table = new Saiga.RedListTable();
    for (const [i, category] of [Category.NT, Category.VU, Category.EN, Category.CR, Category.EX].entries()) {
        table.add('Made-up', `${i}`, 2000, Category.LC);
        table.add('Made-up', `${i}`, 2010, category);
    }
    return table;
}

test('the index of a group by year', () => {
    const points = [...Saiga.RedListIndex.new(makeTable())];
    assertEqual(points.map(point => [point.get_group(), point.get_year(), point.get_value(), point.get_n_counted()]),
        [['Made-up', 2000, 1, 5], ['Made-up', 2010, 0.4, 5]]);
});
test('possibly extinct taxa count in two ways', () => {
    const table = new Saiga.RedListTable();
    table.add('Made-up', 'a', 2010, Category.CR, PossiblyExtinct.EXTINCT);
    assertEqual(Object.values(Saiga.RedListTreatment).filter(Number.isInteger)
        .map(treatment => Saiga.RedListIndex.new(table, treatment).lookup('Made-up', 2010).get_value().toFixed(9)),
    ['0.000000000', '0.200000000']);
});
test('a seed is a result', () => {
    const table = makeTable();
    table.add('Made-up', 'x', 2010, Category.DD);
    const means = [1, 1, 2].map(seed => Saiga.RedListIndex.new(table, Saiga.RedListTreatment.EXTINCT, 100, seed).lookup('Made-up', 2010).get_mean());
    assertEqual([means[0] === means[1], means[0] === means[2]], [true, false]);
});
test('a table from CSV, and its picture', () => {
    const bytes = new TextEncoder().encode('sis_taxon_id,red_list_category,year,taxonomic_group\n1,LC,2000,Bird\n1,EX,2010,Bird\n');
    const index = Saiga.RedListIndex.new(Saiga.RedListTable.new_from_bytes(GLib.Bytes.new(bytes)));
    assertEqual(index.to_svg('en').includes('Bird: 2000 1.000, 2010 0.000.'), true);
});
test('errors', () => {
    const table = makeTable();
    let errors = 0;
    for (const wrong of [() => table.add('Made-up', '0', 2010, Category.LC), () => table.add('Other', '0', 2020, Category.LC),
        () => Saiga.RedListIndex.new(table, Saiga.RedListTreatment.EXTINCT, 0)]) {
        try {
            wrong();
        } catch (error) {
            errors += error.matches(Saiga.Error, Saiga.Error.VALUE);
        }
    }
    assertEqual(errors, 3);
});
run();
