// SPDX-License-Identifier: LGPL-2.1-or-later

// Prints the mammals that CMS and CITES both listed on 23 February 2012.

import Saiga from 'gi://Saiga?version=1';

const snapshot = Saiga.Snapshot.new_embedded();
const concordance = Saiga.Concordance.new(snapshot, 'authority.cms', 'authority.cites', Saiga.Date.new(2012, 2, 23));
for (const row of concordance.get_view(Saiga.ConcordanceView.SHARED)) {
    if (row.get_group() === 'Mammalia')
        print(`${row.get_names_a()[0]}: ${row.get_appendices_a()}, ${row.get_names_b()[0]}: ${row.get_appendices_b()}`);
}
