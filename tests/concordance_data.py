# SPDX-License-Identifier: LGPL-2.1-or-later
"""Lists to compare the embedded ones with: small readers of foreign checklists, for tests alone.

Each gives taxa as dictionaries, which become records of an authority of their own beside the
embedded data set.
"""

import csv
import functools
import gzip
import re
import unicodedata
from xml.sax.saxutils import quoteattr

from gi.repository import GLib, Saiga

from accounting import SHARED

RANKS = ["kingdom", "class", "order", "family", "genus", "species", "subspecies"]


def rows(path, delimiter=","):
    with gzip.open(SHARED / path, "rt", encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file, delimiter=delimiter)


def slug(name):
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")


class List:
    """A list under construction: taxa with parents that are made when first named."""

    def __init__(self, prefix, title, kingdom=None, group=None):
        self.prefix, self.title = prefix, title
        self.taxa = {}
        self.top = None
        if kingdom:
            self.top = self.add(kingdom, "kingdom")
        if group:
            self.top = self.add(group, "class", parent=self.top)

    def add(self, name, rank, parent=None, authorship=None, synonyms=(), former=None):
        key = f"{self.prefix}.{slug(name)}"
        if key in self.taxa and self.taxa[key]["rank"] != rank:
            key += f"-{rank}"
        taxon = self.taxa.setdefault(key, {"name": name, "rank": rank, "parent": parent, "authorship": authorship, "synonyms": {}, "former": None})
        taxon["synonyms"].update({(old, by): None for old, by in synonyms if (old, by) != (name, authorship)})
        if former:
            taxon["former"] = former
        return key

    def higher(self, *names):
        """The key of the last of order, family, genus, any of which may be missing."""
        parent = self.top
        for rank, name in zip(RANKS[2:], names):
            if name:
                parent = self.add(name, rank, parent=parent)
        return parent

    def to_xml(self):
        authority = f'<authority id="authority.{self.prefix}" abbreviation={quoteattr(self.title)} date="2012-02-23"><name xml:lang="en">{self.title}</name></authority>\n'
        lines = []
        for key, taxon in self.taxa.items():
            former = f"{self.prefix}.{slug(taxon['former'])}" if taxon["former"] else None
            fields = {"id": key, "authority-id": f"authority.{self.prefix}", "name": taxon["name"], "authorship": taxon["authorship"],
                      "rank": taxon["rank"], "parent-id": taxon["parent"], "former-id": former if former in self.taxa else None}
            attributes = " ".join(f"{field}={quoteattr(value)}" for field, value in fields.items() if value)
            synonyms = "".join(f"<synonym name={quoteattr(name)}" + (f" authorship={quoteattr(by)}" if by else "") + "/>"
                               for name, by in taxon["synonyms"])
            lines.append(f"<taxon {attributes}>{synonyms}</taxon>\n" if synonyms else f"<taxon {attributes}/>\n")
        return authority, "".join(lines)


@functools.lru_cache(maxsize=None)
def avilist():
    """AviList 2025: the synonym of a taxon is its protonym."""
    result = List("avilist", "AviList 2025", "Animalia", "Aves")
    for row in rows("checklists/avilist_2025.csv.gz"):
        rank, name = row["Taxon_rank"], row["Scientific_name"]
        words = name.split()
        parent = {"order": lambda: result.top,
                  "family": lambda: result.higher(row["Order"]),
                  "genus": lambda: result.higher(row["Order"], row["Family"]),
                  "species": lambda: result.higher(row["Order"], row["Family"], words[0]),
                  "subspecies": lambda: f"avilist.{slug(' '.join(words[:2]))}"}[rank]()
        protonym = " ".join(word if i == 0 else word.lower() for i, word in enumerate(re.sub(r"\([^)]*\)", " ", row["Protonym"] or "").split()))
        synonyms = [(protonym, row["Authority"].strip("()[]") or None)] if protonym and protonym != name and " " in protonym else []
        result.add(name, rank, parent, row["Authority"] or None, synonyms)
    return result


@functools.lru_cache(maxsize=None)
def mdd():
    """Mammal Diversity Database 1.2: names of MSW3, nominal names, and what its notes say."""
    result = List("mdd", "MDD 1.2", "Animalia", "Mammalia")
    table = [{key: "" if value == "NA" else value for key, value in row.items()} for row in rows("checklists/mdd-v1.2.csv.gz")]
    names = {(row["genus"][0], row["specificEpithet"]): row["sciName"].replace("_", " ") for row in table}
    by_genus = {(row["genus"], row["specificEpithet"]): row["sciName"].replace("_", " ") for row in table}
    for row in table:
        name = row["sciName"].replace("_", " ")
        genus = row["genus"]
        author = f"{row['authoritySpeciesAuthor']}, {row['authoritySpeciesYear']}"
        authorship = f"({author})" if row["authorityParentheses"] == "1" else author
        synonyms = []
        if row["MSW3_sciName"] and row["MSW3_sciName"].replace("_", " ") != name:
            synonyms.append((row["MSW3_sciName"].replace("_", " "), None))
        elif row["MSW3_sciName"]:
            synonyms.append((name, None))
        for nominal in row["nominalNames"].split("|"):
            match = re.match(r"([a-z-]+) \(?(.+?, \d{4})\)?", nominal.strip())
            if match:
                synonyms.append((f"{genus} {match[1]}", match[2]))
        notes = row["taxonomyNotes"]
        for match in re.finditer(r"(previously )?includes? ((?:(?:and |the extinct )?[a-z]{4,}(?:, ?(?:and )?| and (?:the extinct )?|(?=;|$| )))+)", notes):
            if match[1]:
                continue
            for epithet in re.split(r", ?(?:and )?| and ", match[2].strip(" ,")):
                epithet = epithet.replace("the extinct ", "").replace("and ", "").strip()
                if re.fullmatch(r"[a-z]{4,}", epithet):
                    synonyms.append((f"{genus} {epithet}", None))
        split = re.search(r"split from ([A-Z])\. ?([a-z]+)", notes) or re.search(r"split from ([A-Z][a-z]+) ([a-z]+)", notes)
        former = None
        if split:
            former = by_genus.get((split[1], split[2])) if len(split[1]) > 1 else by_genus.get((genus, split[2])) or names.get((split[1], split[2]))
        result.add(name, "species", result.higher(row["order"], row["family"], genus), authorship, synonyms, former if former != name else None)
    return result


def mdd_categories():
    """The Red List categories that the mammal database repeats."""
    for row in rows("checklists/mdd-v1.2.csv.gz"):
        if row["iucnStatus"] in ("EX", "EW", "CR", "EN", "VU", "NT", "LC", "DD"):
            yield f"mdd.{slug(row['sciName'].replace('_', ' '))}", row["iucnStatus"].lower()


def avilist_categories():
    """The Red List categories that AviList repeats; possibly extinct ones are critically endangered."""
    for row in rows("checklists/avilist_2025.csv.gz"):
        if row["Taxon_rank"] == "species" and row["IUCN_Red_List_Category"] not in ("", "NE"):
            yield f"avilist.{slug(row['Scientific_name'])}", row["IUCN_Red_List_Category"].split()[0].lower()


def assessments():
    """Both as records, in XML."""
    records = "".join(f'<assessment id="assessment.{key.replace(".", "-")}" taxon-id="{key}" category="{category}" latest="yes" published="2008"/>\n'
                      for key, category in [*mdd_categories(), *avilist_categories()])
    return f"<assessments>{records}</assessments>"


@functools.lru_cache(maxsize=None)
def cites_text():
    """Names printed in the CITES Appendices after CoP16, with order and family."""
    result = List("cites-text", "CITES text", "Animalia")
    with open(SHARED / "joint/cites-fauna-2013.csv", encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            if row["rank"] == "species":
                top = result.add(row["class"], "class", result.top) if row["class"] else result.top
                parent = result.add(row["order"].upper(), "order", top) if row["order"] else top
                result.add(row["listed_as"], "species", result.add(row["family"], "family", parent) if row["family"] else parent)
    return result


@functools.lru_cache(maxsize=None)
def seed():
    result = List("seed", "Paper")
    result.add("Loxadonta africana", "species")
    return result


@functools.lru_cache(maxsize=None)
def acacia(letter):
    result = List(f"acacia-{letter}", f"Acacia {letter.upper()}")
    table = list(rows(f"checklists/acacia-{letter}-Taxon.tsv.gz", "\t"))
    keys = {}
    for row in sorted(table, key=lambda row: {"genus": 0, "species": 1}.get(row["dwc:taxonRank"], 2)):
        if row["dwc:taxonomicStatus"] not in ("accepted", "provisionally accepted"):
            continue
        rank = {"infraspecific name": "form"}.get(row["dwc:taxonRank"], row["dwc:taxonRank"])
        if rank not in ("genus", "species", "subspecies", "variety", "form"):
            continue
        keys[row["dwc:taxonID"]] = result.add(row["dwc:scientificName"], rank, keys.get(row["dwc:parentNameUsageID"]),
                                              row["dwc:scientificNameAuthorship"] or None)
    for row in table:
        if row["dwc:acceptedNameUsageID"] in keys and row["dwc:taxonID"] not in keys:
            taxon = result.taxa[keys[row["dwc:acceptedNameUsageID"]]]
            taxon["synonyms"][row["dwc:scientificName"], row["dwc:scientificNameAuthorship"] or None] = None
    return result


def snapshot(*lists):
    """The embedded data set with other lists beside it."""
    text = Saiga.Snapshot.new_embedded().to_xml().get_data().decode("utf-8")
    for made in lists:
        authority, taxa = made.to_xml()
        text = text.replace("</authorities>", authority + "</authorities>", 1).replace("</taxa>", taxa + "</taxa>", 1)
    return Saiga.Snapshot.new_from_bytes(GLib.Bytes.new(text.encode("utf-8")))
