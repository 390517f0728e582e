// SPDX-License-Identifier: LGPL-2.1-or-later
// A program outside of the tree: it reads the embedded data set, edits it, and gets an error.

import Saiga from 'gi://Saiga?version=1';

function check(good, what) {
    if (!good)
        throw new Error(what);
}

const dataset = new Saiga.Dataset();
dataset.set_snapshot(Saiga.Snapshot.new_embedded());
const taxon = dataset.get_snapshot().lookup('cites.saiga-tatarica');
check(taxon.name === 'Saiga tatarica', 'the name is another');
dataset.put(taxon.replace({note: 'A steppe antelope.'}));
check(dataset.get_snapshot().lookup(taxon.id).note === 'A steppe antelope.', 'the edit is lost');
try {
    taxon.replace({rank: 'spezies'});
    check(false, 'a rank that does not exist was taken');
} catch (error) {
    check(error instanceof Saiga.Error && error.matches(Saiga.Error, Saiga.Error.VALUE), error);
}
