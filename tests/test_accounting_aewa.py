# SPDX-License-Identifier: LGPL-2.1-or-later
"""Every population of AEWA's table is a listing in each of its columns, or is refused for a reason counted here."""

import collections
import re
import unittest

from accounting import need_tables, records, table

COLUMNS = {"A": "col_A", "B": "col_B", "C": "col_C"}


class Populations(unittest.TestCase):
    def test_populations(self):
        need_tables()
        names = collections.defaultdict(set)
        for element in records("taxa-animalia").values():
            if element.get("authority-id") == "authority.cms" and element.get("name-kind", "accepted") == "accepted":
                names[element.get("name")].add(element.get("id"))
        held = collections.Counter((element.get("taxon-id"), element.get("appendix"), element.find("scope-text").text, element.get("criterion-codes"))
                                   for element in records("aewa-listings").values())
        counts = collections.Counter()
        for row in table("cms/aewa_table1_populations_derived"):
            taxa = names.get(row["taxon"]) or names.get(" ".join(row["taxon"].split()[:2]))
            if not taxa:
                counts["refused: no such taxon"] += 1
                continue
            self.assertEqual(len(taxa), 1, row)
            counts["held"] += 1
            for appendix, column in COLUMNS.items():
                if row[column]:
                    codes = " ".join(f"{appendix}-{re.sub('[()*]', '', category)}" for category in row[column].split())
                    fact = (*taxa, appendix, row["population"], codes)
                    self.assertGreater(held[fact], 0, row)
                    held[fact] -= 1
                    counts[appendix] += 1
        self.assertEqual(+held, collections.Counter(), "listings that no row gives")
        self.assertEqual(counts, COUNTS)

    def test_each_category_is_a_criterion(self):
        codes = {part.get("code") for part in records("instruments")["instrument.aewa"].findall("criterion")}
        for element in records("aewa-listings").values():
            self.assertLessEqual(set(element.get("criterion-codes").split()), codes)
            self.assertEqual(element.get("precision"), "placeholder")


COUNTS = {"held": 483, "refused: no such taxon": 66, "A": 190, "B": 150, "C": 147}

if __name__ == "__main__":
    unittest.main()
