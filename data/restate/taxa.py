# SPDX-License-Identifier: LGPL-2.1-or-later
"""Makes the taxa of the two conventions from the taxonomy of 2013.

    taxa = Taxa()                       # reads the tables of taxa, gives the ids
    taxa.find("animalia", "species", "12392", "cites")    # "cites.loxodonta-africana"
    taxa.find_name("Saiga tatarica", "cms")               # "cms.saiga-tatarica"
    taxa.accepted("animalia", "species", "96132", "cms")  # follows a synonym's number
    taxa.ancestors("cites.loxodonta-africana")            # ids, nearest first
    taxa.records                        # {id: record}; complete after complete()

Kingdom, rank and number are those of the tables, the rank in any case ("Var" is a
variety, "Hybrid" a species). Species, subspecies and varieties share one numbering
and their ranks are not always right, so a number not found at its rank is looked up
at the other two. find() and its like give None for what is not there.

Authorities are "cites" and "cms". Ids are given here and nowhere else: a name of both
authorities is two taxa.
"""

import collections
import re

from . import slugs, tables

AUTHORITIES = {"CITES_EU": "cites", "CMS": "cms"}
RANKS = {"var": "variety", "hybrid": "species"}
LOW = ("species", "subspecies", "variety")
PARENT_RANKS = {"species": "genus", "subspecies": "species", "variety": "species"}
# As the Appendices print plants below the species.
MARKERS = {("plantae", "subspecies"): "ssp. ", ("plantae", "variety"): "var. "}


def plain_rank(rank):
    rank = rank.strip().lower()
    return RANKS.get(rank, rank)


def authorities(designation):
    return [AUTHORITIES[word.strip()] for word in designation.split(",")]


def join_name(kingdom, rank, parent_name, words):
    """The full name of the epithet (or name) that a row has, below its parent."""
    if rank not in LOW:
        # Families and what is above them stand in capitals, the kingdom of plants as Flora.
        name = words.capitalize() if words.isupper() else words
        return "Plantae" if (rank, name) == ("kingdom", "Flora") else name
    if words.startswith("x "):
        return f"{parent_name} × {words[2:]}"
    if " x " in words and rank == "species":
        # A formula gives the second genus only where it differs, and not always in its case.
        left, right = words.split(" x ")
        return " × ".join(half[0].upper() + half[1:] if " " in half else f"{parent_name} {half}"
                          for half in (left, right))
    return f"{parent_name} {MARKERS.get((kingdom, rank), '')}{words}"


class Numbers:
    """What has a number: one numbering for species and below, one for each rank above."""

    def __init__(self):
        self.found = {}

    @staticmethod
    def key(kingdom, rank, number):
        rank = plain_rank(rank)
        return kingdom, "low" if rank in LOW else rank, number

    def get(self, kingdom, rank, number):
        return self.found.get(self.key(kingdom, rank, number))

    def set(self, kingdom, rank, number, what):
        self.found[self.key(kingdom, rank, number)] = what


class Taxa:
    def __init__(self):
        self.records = {}
        self.kingdoms = {}        # id → kingdom of its table
        self.refused = []         # (row, reason)
        self.rows = Numbers()     # → row of a taxon
        self.synonym_rows = Numbers()
        self._names = {}          # (authority, name) → id, the first taken
        self._ids = {}            # (authority, row place) → id
        self._slugs = slugs.Slugs()
        self._read_taxa()
        self._read_synonyms()
        self._parents()

    # Finding

    def find(self, kingdom, rank, number, authority):
        row = self.rows.get(kingdom, rank, number)
        return row and self._ids.get((authority, row.place))

    def find_name(self, name, authority):
        return self._names.get((authority, name))

    def accepted(self, kingdom, rank, number, authority):
        """The taxon of a number, or that of which the number is a synonym."""
        seen = set()
        while self.rows.get(kingdom, rank, number) is None:
            row = self.synonym_rows.get(kingdom, rank, number)
            if row is None or not row["AcceptedRecID"] or row.place in seen:
                return None
            seen.add(row.place)
            rank, number = row["AcceptedRank"], row["AcceptedRecID"]
        return self.find(kingdom, rank, number, authority)

    def ancestors(self, taxon_id):
        result = []
        while (taxon_id := self.records[taxon_id].get("parent-id")) is not None:
            result.append(taxon_id)
        return result

    # The tables of taxa

    def _read_taxa(self):
        for kingdom in tables.KINGDOMS:
            lines = tables.rows(f"speciesplus-2013/{kingdom}_taxa_utf8")
            exact = {(plain_rank(row["Rank"]), row["RecID"]) for row in lines}
            same = collections.defaultdict(list)
            for row in lines:
                same[Numbers.key(kingdom, row["Rank"], row["RecID"])].append(row)
            for rows in same.values():
                held = next((row for row in rows
                             if (plain_rank(row["ParentRank"]), row["ParentRecID"]) in exact), rows[0])
                self.rows.set(kingdom, held["Rank"], held["RecID"], held)
                self.refused.extend((row, "number taken") for row in rows if row is not held)
            refused = {row.place for row, _reason in self.refused}
            for row in lines:
                if row.place not in refused:
                    self._add(kingdom, row)

    def _add(self, kingdom, row):
        rank = plain_rank(row["Rank"])
        name = self.name_of(kingdom, row)
        for authority in authorities(row["Designation"]):
            taxon_id = self._slugs.give(authority, name, rank)
            self._ids[authority, row.place] = taxon_id
            self._names.setdefault((authority, name), taxon_id)
            self.kingdoms[taxon_id] = kingdom
            self.records[taxon_id] = {
                "id": taxon_id,
                "authority-id": f"authority.{authority}",
                "name": name,
                "authorship": row["Species Author"],
                "rank": rank,
                "name-kind": {"N": "unaccepted", "H": "hybrid"}.get(row["Status"], "accepted"),
                "identifiers": [{"scheme": "splus-rec", "value": f"{kingdom}:{rank}:{row['RecID']}"}],
            }

    def name_of(self, kingdom, row):
        """The full name of a row of a table of taxa."""
        rank = plain_rank(row["Rank"])
        parent_name = None
        if rank in LOW:
            parent = self.rows.get(kingdom, row["ParentRank"], row["ParentRecID"])
            if parent is None:
                # Of two rows with one number the rows may be read before their genus.
                raise ValueError(f"{row.place}: no parent")
            parent_name = self.name_of(kingdom, parent)
        return join_name(kingdom, rank, parent_name, row["Scientific name"])

    def _parents(self):
        for (authority, _place), taxon_id in self._ids.items():
            record = self.records[taxon_id]
            kingdom, rank, number = record["identifiers"][0]["value"].split(":")
            row = self.rows.get(kingdom, rank, number)
            if row["ParentRecID"]:
                record["parent-id"] = self.find(kingdom, row["ParentRank"], row["ParentRecID"], authority)
                if record["parent-id"] is None:
                    raise ValueError(f"{row.place}: parent not in {authority}")
            if " × " in record["name"] and record["name-kind"] == "hybrid":
                halves = record["name"].split(" × ")
                if all(" " in half for half in halves):
                    record["hybrid-parent-ids"] = [self._names[authority, half] for half in halves]

    # The tables of synonyms

    def _read_synonyms(self):
        for kingdom in tables.KINGDOMS:
            for row in tables.rows(f"speciesplus-2013/{kingdom}_synonyms_utf8"):
                if row["RecID"]:
                    # One number is of Cyrtonaias and of Raja; what has it as its parent is a Raja, the later.
                    self.synonym_rows.set(kingdom, row["Rank"], row["RecID"], row)
