// SPDX-License-Identifier: LGPL-2.1-or-later
// The law of listings from JavaScript.

import Gio from 'gi://Gio';
import Saiga from 'gi://Saiga?version=1';
import {assertEqual, run, test} from './tap.js';

function* items(model) {
    for (let i = 0; i < model.get_n_items(); i++)
        yield model.get_item(i);
}

const snapshot = Saiga.Snapshot.new_embedded();
const cites = Saiga.Law.new(snapshot, 'instrument.cites');
const date = text => Saiga.Date.parse(text);

test('status', () => {
    const status = Saiga.Status.new(cites, 'cites.caiman-latirostris', null, date('1998-01-01'));
    assertEqual(status.list_appendices(), ['I', 'II']);
    assertEqual(status.ask_area('area.br').list_appendices(), ['I']);
    assertEqual(status.get_outcome(), Saiga.StatusOutcome.LISTED);
    assertEqual(status.get_reason(0).get_code(), 'own');
});
test('timeline', () => {
    const timeline = Saiga.Timeline.new(cites, 'cites.loxodonta-africana', null);
    assertEqual(timeline.to_string(), 'III 1976-02-26, II 1977-02-04, I 1990-01-18, I/II 1997-09-18');
});
test('picture', () => {
    const timelines = Gio.ListStore.new(Saiga.Timeline.$gtype);
    timelines.append(Saiga.Timeline.new(cites, 'cites.loxodonta-africana', null));
    const picture = Saiga.TimelinePicture.new(timelines, 'Elephant', 'es');
    assertEqual(picture.get_title(), 'Elephant');
    assertEqual(picture.to_svg().includes('Sudáfrica'), true);
});
test('changes', () => {
    const changes = Saiga.LawChanges.new(cites, date('2010-06-22'), date('2010-06-23'), null);
    assertEqual(changes.count(Saiga.LawChangeKind.ADDED, 'II'), 15);
});
test('binding', () => {
    const binding = Saiga.Binding.new(cites, 'area.za', 'cites.loxodonta-africana', date('1990-02-01'));
    assertEqual([...items(binding)].map(duty => duty.get_treated_as()), ['II']);
});
test('errors', () => {
    try {
        Saiga.Status.new(cites, 'cites.none', null, null);
    } catch (error) {
        assertEqual(error.matches(Saiga.Error, Saiga.Error.NOT_FOUND), true);
        return;
    }
    throw new Error('no error');
});
run();
