# SPDX-License-Identifier: LGPL-2.1-or-later
"""AEWA: the populations of table 1 of its action plan, one listing a population and column.

    made = Populations(taxa)
    made.records        # {id: record}
    made.refused        # [(row, reason)] of what no record holds

The columns are appendices A, B and C beside the list of species; the category is a
criterion; the population stands in words, so what follows for a taxon is uncertain.
From when a population has its category is not told.
"""

import re

from . import slugs, tables

COLUMNS = {"A": "col_A", "B": "col_B", "C": "col_C"}

# (column, category, what it says: en, fr, es)
CATEGORIES = [
    ("A", "1a", "In Appendix I of CMS", "À l'Annexe I de la CMS", "En el Apéndice I de la CMS"),
    ("A", "1b", "Threatened on the Red List", "Menacée selon la Liste rouge", "Amenazada según la Lista Roja"),
    ("A", "1c", "Fewer than about 10,000 individuals", "Moins de 10 000 individus environ", "Menos de unos 10.000 individuos"),
    ("A", "2", "Between about 10,000 and 25,000 individuals", "Entre 10 000 et 25 000 individus environ", "Entre unos 10.000 y 25.000 individuos"),
    ("A", "3a", "Between about 25,000 and 100,000 individuals, concentrated on a small number of sites",
     "Entre 25 000 et 100 000 individus environ, concentrés sur un petit nombre de sites",
     "Entre unos 25.000 y 100.000 individuos, concentrados en pocos lugares"),
    ("A", "3b", "Between about 25,000 and 100,000 individuals, dependent on a habitat under severe threat",
     "Entre 25 000 et 100 000 individus environ, dépendants d'un habitat gravement menacé",
     "Entre unos 25.000 y 100.000 individuos, dependientes de un hábitat gravemente amenazado"),
    ("A", "3c", "Between about 25,000 and 100,000 individuals, in significant long-term decline",
     "Entre 25 000 et 100 000 individus environ, en net déclin à long terme",
     "Entre unos 25.000 y 100.000 individuos, en claro declive a largo plazo"),
    ("A", "4", "Near threatened on the Red List, and pertinent for international action",
     "Quasi menacée selon la Liste rouge, et pertinente pour une action internationale",
     "Casi amenazada según la Lista Roja, y pertinente para la acción internacional"),
    ("B", "1", "Between about 25,000 and 100,000 individuals, and not in column A",
     "Entre 25 000 et 100 000 individus environ, et pas en colonne A", "Entre unos 25.000 y 100.000 individuos, y no en la columna A"),
    ("B", "2a", "More than about 100,000 individuals, concentrated on a small number of sites",
     "Plus de 100 000 individus environ, concentrés sur un petit nombre de sites", "Más de unos 100.000 individuos, concentrados en pocos lugares"),
    ("B", "2b", "More than about 100,000 individuals, dependent on a habitat under severe threat",
     "Plus de 100 000 individus environ, dépendants d'un habitat gravement menacé", "Más de unos 100.000 individuos, dependientes de un hábitat gravemente amenazado"),
    ("B", "2c", "More than about 100,000 individuals, in significant long-term decline",
     "Plus de 100 000 individus environ, en net déclin à long terme", "Más de unos 100.000 individuos, en claro declive a largo plazo"),
    ("B", "2d", "More than about 100,000 individuals, with large fluctuations", "Plus de 100 000 individus environ, à fortes fluctuations",
     "Más de unos 100.000 individuos, con grandes fluctuaciones"),
    ("C", "1", "More than about 100,000 individuals that could benefit from cooperation, and not in A or B",
     "Plus de 100 000 individus environ pouvant profiter de la coopération, et pas en A ou B",
     "Más de unos 100.000 individuos que podrían beneficiarse de la cooperación, y no en A ni B"),
]

# What stands beside a category.
MARKS = {"()": "The category is printed in parentheses: the status is not well known.", "*": "The category is printed with an asterisk."}


def code(column, category):
    return f"{column}-{re.sub('[()*]', '', category)}"


class Populations:
    def __init__(self, taxa):
        self.records = {}
        self.refused = []
        for row in tables.rows("cms/aewa_table1_populations_derived"):
            taxon_id = self._taxon(taxa, row["taxon"])
            if taxon_id is None:
                self.refused.append((row, "no such taxon in the taxonomy of 2013"))
                continue
            for appendix, column in COLUMNS.items():
                if row[column]:
                    self._add(taxa, row, taxon_id, appendix, row[column].split())

    @staticmethod
    def _taxon(taxa, name):
        """The taxon of the name, or the species of a subspecies that the taxonomy does not have."""
        return taxa.find_name(name, "cms") or taxa.find_name(" ".join(name.split()[:2]), "cms")

    def _add(self, taxa, row, taxon_id, appendix, categories):
        stem = f"listing.{taxon_id.replace('.', '-')}-aewa-{slugs.slug(appendix)}"
        number = sum(key == stem or key.rpartition("-")[0] == stem and key.rpartition("-")[2].isdigit() for key in self.records)
        marks = [words for mark, words in MARKS.items() if any(mark[0] in category for category in categories)]
        record = {
            "id": stem if number == 0 else f"{stem}-{number + 1}",
            "note": " ".join(marks) or None,
            "instrument-id": "instrument.aewa",
            "taxon-id": taxon_id,
            "appendix": appendix,
            "change": "addition",
            "precision": "placeholder",
            "listed-as": row["taxon"] if row["taxon"] != taxa.records[taxon_id]["name"] else None,
            "scope": {"en": row["population"]},
            "scope-text": {"en": row["population"]},
            "criterion-codes": [code(appendix, category) for category in categories],
        }
        self.records[record["id"]] = record
