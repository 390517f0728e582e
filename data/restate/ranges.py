# SPDX-License-Identifier: LGPL-2.1-or-later
"""Gives taxa their ranges.

Plants: the two tables of distributions of 2013. Animals: the Checklist index of 2017,
for the `cites` taxa of the species that both conventions list on 2012-02-23 and of the
programme's focal taxa; these say where they have it from.
"""

import collections

from . import documents, tables
from .taxa import plain_rank, printed_name

DAY = "2012-02-23"
TAGS = {
    "distribution uncertain": "uncertain",
    "extinct": "extinct",
    "extinct (?)": "possibly-extinct",
    "introduced": "introduced",
    "introduced (?)": "possibly-introduced",
    "reintroduced": "reintroduced",
}

# The columns of the index, and what they say of a country.
COLUMNS = {
    "NativeDistributionFullNames": None,
    "Introduced_Distribution": "introduced",
    "Introduced(?)_Distribution": "possibly-introduced",
    "Reintroduced_Distribution": "reintroduced",
    "Extinct_Distribution": "extinct",
    "Extinct(?)_Distribution": "possibly-extinct",
    "Distribution_Uncertain": "uncertain",
}
# Names with a comma that the table of countries does not have.
COMMAS = {"Hong Kong, SAR"}


def area_id(code):
    return f"area.{code.lower()}"


# Plants

def add_plants(taxa):
    """Adds the ranges; gives [(row, reason)] of what no range holds."""
    refused = []
    for row in tables.rows("speciesplus-2013/plantae_distribution_utf8"):
        taxon_id = _plant(taxa, row, refused)
        if taxon_id:
            taxa.records[taxon_id].setdefault("range", {}).setdefault(area_id(row["ISO Code 2"]), [])
    for row in tables.rows("speciesplus-2013/plantae_distribution_tags_utf8"):
        taxon_id = _plant(taxa, row, refused)
        if taxon_id:
            # A country that only the tags name is named all the same.
            area = taxa.records[taxon_id].setdefault("range", {}).setdefault(area_id(row["ISO Code 2"]), [])
            area.extend(TAGS[tag.strip()] for tag in row["Tags"].split(","))
    return refused


def _plant(taxa, row, refused):
    taxon_id = taxa.find("plantae", row["Rank"], row["Species RecID"], "cites")
    if taxon_id is None:
        refused.append((row, "no taxon"))
    return taxon_id


# Species of both conventions

def in_force(taxa):
    """cites taxon → sets of taxa excepted, one a listing in force on the day."""
    events = collections.defaultdict(list)
    for kingdom in ("animalia",):
        for row in tables.rows(f"speciesplus-2013/{kingdom}_legislation_utf8"):
            change = row["listing"]
            taxon_id = taxa.find(kingdom, row["rank_name"], row["rec_id"], "cites")
            if "/" in change or taxon_id is None:
                continue
            effective = tables.date(row["effective_from"])
            if effective <= DAY:
                # On one day the addition counts: a deletion beside it takes back the old words.
                events[taxon_id, change.removeprefix("DEL"), row["party_iso2"]].append(
                    (effective, not change.startswith("DEL"), row))
    result = collections.defaultdict(list)
    for (taxon_id, _appendix, _party), rows in events.items():
        rows.sort(key=lambda event: event[:2])
        effective, added, row = rows[-1]
        if added:
            excepted = set()
            for pair in filter(None, row["excluded_rec_ids"].replace(" ", "").split(",")):
                excepted.add(taxa.find("animalia", *pair.split(":"), "cites"))
            result[taxon_id].append(excepted)
    return result


def listed_by_cites(taxa):
    """The cites taxa that a listing in force covers, and the species of which it covers a part."""
    listings = in_force(taxa)
    result = set()
    for taxon_id, record in taxa.records.items():
        if record["authority-id"] != "authority.cites":
            continue
        line = [taxon_id, *taxa.ancestors(taxon_id)]
        for depth, above in enumerate(line):
            if any(excepted.isdisjoint(line[:depth + 1]) for excepted in listings.get(above, ())):
                result.add(taxon_id)
                break
    return result | {taxa.records[taxon_id].get("parent-id") for taxon_id in result
                     if taxa.records[taxon_id]["rank"] == "subspecies"}


def listed_by_cms(taxa):
    """The cms taxa that the Appendices of the day cover, and the species of which they cover a part."""
    entries = {taxa.entry(row["appendix"], row["listed_as"]) for row in tables.rows("joint/cms-appendices-2012")}
    result = {taxon_id for taxon_id, record in taxa.records.items()
              if record["authority-id"] == "authority.cms"
              and not entries.isdisjoint([taxon_id, *taxa.ancestors(taxon_id)])}
    return result | {taxa.records[taxon_id].get("parent-id") for taxon_id in result
                     if taxa.records[taxon_id]["rank"] == "subspecies"}


def partners(taxa, cms_id):
    """The cites taxa that a cms taxon meets by name: the same, a synonym of the one or of the other."""
    record = taxa.records[cms_id]
    same = taxa.find_name(record["name"], "cites")
    if same is not None:
        return {same}
    found = {taxon_id for taxon_id in taxa.having_synonym(record["name"], "cites")}
    for synonym in record.get("synonyms", ()):
        if synonym.get("kind") != "pro-parte":
            found.add(taxa.find_name(synonym["name"], "cites"))
    return found - {None}


def shared(taxa):
    """The cites species, and subspecies, that both conventions list on the day.

    The pairing is by name: the same name, or the name of the one a synonym of the other.
    Entries for higher taxa cover what the taxonomies of 2013 have below them.
    """
    listed = listed_by_cites(taxa)
    result = set()
    for cms_id in listed_by_cms(taxa):
        if taxa.records[cms_id]["rank"] in ("species", "subspecies"):
            result |= partners(taxa, cms_id) & listed
    return result


def focal(taxa):
    """The cites taxa that the joint work programme is about, and the species below them.

    Classes are left out: they stand for groups of which the programme names no species.
    """
    roots = set()
    for row in tables.rows("joint/focus-taxa"):
        if row["rank"] not in ("class", "informal group"):
            for name in printed_name(row["corrected_name"]).split(" and "):
                roots.add(taxa.find_name(name, "cites"))
    return {taxon_id for taxon_id, record in taxa.records.items()
            if record["authority-id"] == "authority.cites" and record["rank"] in ("species", "subspecies")
            and not roots.isdisjoint([taxon_id, *taxa.ancestors(taxon_id)])}


# The index of 2017

class Countries:
    """Reads lists of countries whose names have commas in them."""

    def __init__(self, rows):
        self.names = COMMAS | {row["short_name"] for row in tables.rows("speciesplus-2013/countries_utf8")}
        self.codes = {}
        for row in rows:
            names = self.split(row["All_DistributionFullNames"])
            codes = row["All_DistributionISOCodes"].split(", ") if names else []
            if len(names) != len(codes):
                raise ValueError(f"{row.place}: {names} are not {codes}")
            for name, code in zip(names, codes):
                # The index gives names and codes in one order, so it is its own table of names.
                if self.codes.setdefault(name, code) != code:
                    raise ValueError(f"{row.place}: {name} is {code} and {self.codes[name]}")

    def split(self, cell):
        words = cell.split(", ") if cell else []
        names = []
        while words:
            length = next((length for length in range(min(len(words), 4), 1, -1)
                           if ", ".join(words[:length]) in self.names), 1)
            names.append(", ".join(words[:length]))
            words = words[length:]
        return names


def add_index(taxa):
    """Adds the ranges of shared and focal taxa; gives the ids of those that the index does not name."""
    rows = tables.rows("cites/Index_of_CITES_Species_2017-04-21")
    countries = Countries(rows)
    by_name = {}
    for row in rows:
        by_name.setdefault(row["FullName"], []).append(row)
    unknown = []
    for taxon_id in sorted(shared(taxa) | focal(taxa)):
        record = taxa.records[taxon_id]
        # A name that is there twice, or has another author, is not surely the same species.
        found = [row for row in by_name.get(record["name"], ())
                 if row["AuthorYear"] == record["authorship"] and row["All_DistributionFullNames"]]
        if len(found) != 1:
            unknown.append(taxon_id)
            continue
        ranged = {}
        for column, tag in COLUMNS.items():
            for name in countries.split(found[0][column]):
                ranged.setdefault(area_id(countries.codes[name]), []).extend([tag] if tag else [])
        record["range"] = ranged
        record["source-ids"] = [documents.INDEX["id"]]
        record["source-place"] = f"TaxonId {found[0]['TaxonId']}"
    return unknown
