// SPDX-License-Identifier: LGPL-2.1-or-later

// Prints the mammals that CMS and CITES both listed on 23 February 2012.

int main () {
    try {
        var snapshot = new Saiga.Snapshot.embedded ();
        var concordance = new Saiga.Concordance (snapshot, "authority.cms", "authority.cites", new Saiga.Date (2012, 2, 23));
        var rows = concordance.get_view (SHARED);
        for (uint i = 0; i < rows.get_n_items (); i++) {
            var row = (Saiga.ConcordanceRow) rows.get_item (i);
            if (row.get_group () == "Mammalia")
                print ("%s: %s, %s: %s\n", row.get_names_a ()[0], row.get_appendices_a (), row.get_names_b ()[0], row.get_appendices_b ());
        }
    } catch (Error error) {
        printerr ("%s\n", error.message);
        return 1;
    }
    return 0;
}
