// SPDX-License-Identifier: LGPL-2.1-or-later
// The law of listings from JavaScript.

import Saiga from 'gi://Saiga?version=1';
import System from 'system';

let n = 0;
let failed = 0;

function check(name, test) {
    n++;
    try {
        test();
        print(`ok ${n} ${name}`);
    } catch (error) {
        failed++;
        print(`not ok ${n} ${name}: ${error.message}`);
    }
}

function equal(found, expected) {
    if (JSON.stringify(found) !== JSON.stringify(expected))
        throw new Error(`${JSON.stringify(found)} is not ${JSON.stringify(expected)}`);
}

function* items(model) {
    for (let i = 0; i < model.get_n_items(); i++)
        yield model.get_item(i);
}

const snapshot = Saiga.Snapshot.new_embedded();
const cites = Saiga.Law.new(snapshot, 'instrument.cites');
const date = text => Saiga.Date.parse(text);

print('1..5');
check('status', () => {
    const status = Saiga.Status.new(cites, 'cites.caiman-latirostris', null, date('1998-01-01'));
    equal(status.list_appendices(), ['I', 'II']);
    equal(status.ask_area('area.br').list_appendices(), ['I']);
    equal(status.get_outcome(), Saiga.StatusOutcome.LISTED);
    equal(status.get_reason(0).get_code(), 'own');
});
check('timeline', () => {
    const timeline = Saiga.Timeline.new(cites, 'cites.loxodonta-africana', null);
    equal(timeline.to_string(), 'III 1976-02-26, II 1977-02-04, I 1990-01-18, I/II 1997-09-18');
});
check('changes', () => {
    const changes = Saiga.LawChanges.new(cites, date('2010-06-22'), date('2010-06-23'), null);
    equal(changes.count(Saiga.LawChangeKind.ADDED, 'II'), 15);
});
check('binding', () => {
    const binding = Saiga.Binding.new(cites, 'area.za', 'cites.loxodonta-africana', date('1990-02-01'));
    equal([...items(binding)].map(duty => duty.get_treated_as()), ['II']);
});
check('errors', () => {
    try {
        Saiga.Status.new(cites, 'cites.none', null, null);
    } catch (error) {
        equal(error.matches(Saiga.Error, Saiga.Error.NOT_FOUND), true);
        return;
    }
    throw new Error('no error');
});
System.exit(failed > 0 ? 1 : 0);
