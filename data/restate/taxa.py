# SPDX-License-Identifier: LGPL-2.1-or-later
"""Makes the taxa of the two conventions from the taxonomy of 2013.

    taxa = Taxa()                       # reads the tables of taxa, gives the ids
    taxa.find("animalia", "species", "12392", "cites")    # "cites.loxodonta-africana"
    taxa.find_name("Saiga tatarica", "cms")               # "cms.saiga-tatarica"
    taxa.accepted("animalia", "species", "96132", "cms")  # follows a synonym's number
    taxa.ancestors("cites.loxodonta-africana")            # ids, nearest first
    taxa.entry("II", "Cetacea")         # the cms taxon of an entry of cms-appendices-2012
    taxa.complete(documents)            # synonyms, common names, former taxa; once
    taxa.records                        # {id: record}
    taxa.refused                        # [(row, reason)] of what no record holds

Kingdom, rank and number are those of the tables, the rank in any case ("Var" is a
variety, "Hybrid" a species). Species, subspecies and varieties share one numbering
and their ranks are not always right, so a number not found at its rank is looked up
at the other two. find() and its like give None for what is not there.

Authorities are "cites" and "cms". Ids are given here and nowhere else: a name of both
authorities is two taxa.
"""

import collections
import re

from . import documents, slugs, tables

AUTHORITIES = {"CITES_EU": "cites", "CMS": "cms"}
RANKS = {"var": "variety", "hybrid": "species"}
LOW = ("species", "subspecies", "variety")
PARENT_RANKS = {"species": "genus", "subspecies": "species", "variety": "species"}
LANGUAGES = ("en", "fr", "es")
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


def printed_name(listed_as):
    """A name as the Appendices of CMS print it, without what they add to it."""
    return re.sub(r" \(s\.l\.\)| spp\.", "", listed_as)


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
        self._having_synonym = None
        self._entries = {}        # (appendix, printed name) → name in the taxonomy
        self._read_taxa()
        self._read_synonyms()
        self._parents()
        self._read_entries()

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

    def having_synonym(self, name, authority):
        """Ids of the taxa that have the name among their synonyms; after complete()."""
        if self._having_synonym is None:
            self._having_synonym = collections.defaultdict(list)
            for taxon_id, record in self.records.items():
                for synonym in record.get("synonyms", ()):
                    if taxon_id not in self._having_synonym[record["authority-id"], synonym["name"]]:
                        self._having_synonym[record["authority-id"], synonym["name"]].append(taxon_id)
        return self._having_synonym.get((f"authority.{authority}", name), [])

    def entry(self, appendix, listed_as):
        """The cms taxon on which an entry of the CMS Appendices stands."""
        printed = printed_name(listed_as)
        made = self.find_name(printed, "cms")
        if made is not None and "identifiers" not in self.records[made]:
            return made
        return self.find_name(self._entries.get((appendix, listed_as), printed), "cms")

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

    def synonym_name(self, kingdom, row):
        """The full name of a row of a table of synonyms; None if its parent is unknown."""
        rank = plain_rank(row["Rank"])
        if rank not in LOW:
            return join_name(kingdom, rank, None, row["Scientific name"])
        # The column of the parent's rank is not always filled, nor right.
        parent = kingdom, PARENT_RANKS[rank], row["Parent recID"]
        if self.rows.get(*parent) is not None:
            parent_name = self.name_of(kingdom, self.rows.get(*parent))
        elif self.synonym_rows.get(*parent) is not None:
            parent_name = self.synonym_name(kingdom, self.synonym_rows.get(*parent))
        else:
            return None
        return parent_name and join_name(kingdom, rank, parent_name, row["Scientific name"])

    def _synonyms(self):
        for kingdom in tables.KINGDOMS:
            for row in tables.rows(f"speciesplus-2013/{kingdom}_synonyms_utf8"):
                if not row["RecID"]:
                    self.refused.append((row, "empty"))
                elif not row["AcceptedRecID"]:
                    self.refused.append((row, "no accepted number"))
                elif self.synonym_name(kingdom, row) is None:
                    self.refused.append((row, "unknown parent"))
                else:
                    targets = [self.accepted(kingdom, row["AcceptedRank"], row["AcceptedRecID"], authority)
                               for authority in authorities(row["Designation"])]
                    if not any(targets):
                        self.refused.append((row, "unknown accepted number"))
                    for target in filter(None, targets):
                        self._add_synonym(target, self.synonym_name(kingdom, row), row["Species Author"],
                                          f"{kingdom}:{plain_rank(row['Rank'])}:{row['RecID']}")

    def _add_synonym(self, taxon_id, name, authorship, number):
        synonyms = self.records[taxon_id].setdefault("synonyms", [])
        for synonym in synonyms:
            if (synonym["name"], synonym["authorship"]) == (name, authorship):
                if number not in synonym["identifiers"]:
                    synonym["identifiers"].append(number)
                return
        synonyms.append({"name": name, "authorship": authorship, "identifiers": [number]})

    def _common_names(self, embedded):
        languages = {row["ISO-3"].upper(): row["ISO-1"] for row in tables.rows("speciesplus-2013/languages_utf8")}
        for row in tables.rows("speciesplus-2013/animalia_common_names_utf8"):
            language = languages.get(row["LangShort"])
            if language not in LANGUAGES:
                self.refused.append((row, "language"))
                continue
            wanted = {"cms" if word.strip().startswith("CMS") else "cites" for word in row["Designation"].split(",")}
            targets = [self.find("animalia", row["Rank"], row["RecId"], authority) for authority in sorted(wanted)]
            if not any(targets):
                self.refused.append((row, "no taxon"))
            for target in filter(None, targets):
                self._add_common_name(target, row["ComName"], language, embedded.reference(row["ReferenceID"]))
        # Names of the programme's species, which the tables give to the taxon of the one convention only.
        for row in tables.rows("joint/focus-taxa"):
            if row["rank"] not in ("species", "subspecies"):
                continue
            for authority in ("cites", "cms"):
                target = self.find_name(row["corrected_name"], authority)
                for language in LANGUAGES if target else ():
                    for name in filter(None, row[f"common_{language}"].split("; ")):
                        self._add_common_name(target, name, language)

    def _add_common_name(self, taxon_id, name, language, document_id=None):
        names = self.records[taxon_id].setdefault("common-names", [])
        part = next((part for part in names if (part["name"], part["language"]) == (name, language)), None)
        if part is None:
            part = {"name": name, "language": language, "document-ids": []}
            names.append(part)
        if document_id and document_id not in part["document-ids"]:
            part["document-ids"].append(document_id)

    # What the Appendices of CMS say of names

    def _read_entries(self):
        for row in tables.rows("joint/cms-crosscheck"):
            self._entries.setdefault((row["appendix"], row["listed_as"]), row["name_2013_file"])
        for row in tables.rows("joint/cms-appendices-2012"):
            printed = printed_name(row["listed_as"])
            name = self._entries.get((row["appendix"], row["listed_as"]), printed)
            if printed.count(" ") != name.count(" "):
                # The entry stands on a taxon of its own below that of the taxonomy.
                parent = self.records[self._names["cms", name]]
                words = printed.split(" ")
                self._make(printed, row["rank"], parent, row,
                           authorship=parent["authorship"] if words[-1] == words[-2] else None)
            included = re.search(r"This includes ([A-Z]\w+ \w+), formerly listed as ([A-Z]\w+ \w+)", row["note"])
            if included and self.find_name(included[1], "cms") is None:
                self._make(included[1], "species", self.records[self._names["cms", name]], row)

    def _make(self, name, rank, parent, row, authorship=None):
        taxon_id = self._slugs.give("cms", name, rank)
        ids, place = documents.sources(row["source"])
        self._names["cms", name] = taxon_id
        self.kingdoms[taxon_id] = self.kingdoms[parent["id"]]
        self.records[taxon_id] = {
            "id": taxon_id,
            "source-ids": ids,
            "source-place": place,
            "authority-id": "authority.cms",
            "name": name,
            "authorship": authorship,
            "rank": rank,
            "parent-id": parent["id"],
        }

    def _former_names(self):
        for row in tables.rows("joint/cms-appendices-2012"):
            taxon_id = self.entry(row["appendix"], row["listed_as"])
            ids, _place = documents.sources(row["source"])
            if row["added_by"] == "nomenclature":
                former_id = self.find_name(row["former_name"], "cms")
                if former_id is None:
                    former_id = self.entry(row["appendix"], row["former_name"])
                if former_id is None:
                    raise ValueError(f"{row.place}: no taxon {row['former_name']}")
                self.records[taxon_id]["former-id"] = former_id
            elif row["former_name"]:
                former = printed_name(row["former_name"])
                if "Formerly included in" in row["note"]:
                    self._add_former_name(taxon_id, former, "pro-parte", ids)
                elif self.find_name(former, "cms") is None:
                    # What is a taxon still is no synonym: a wider entry took the place of its own.
                    self._add_former_name(taxon_id, former, "former-name", ids)
            included = re.search(r"This includes ([A-Z]\w+ \w+), formerly listed as ([A-Z]\w+ \w+)", row["note"])
            if included:
                self._add_former_name(self.find_name(included[1], "cms"), included[2], "former-name", ids)

    def _add_former_name(self, taxon_id, name, kind, document_ids):
        """Says it of the synonym that the taxonomy has, or adds one."""
        synonyms = self.records[taxon_id].setdefault("synonyms", [])
        known = [synonym for synonym in synonyms if synonym["name"] == name]
        if len(known) > 1:
            raise ValueError(f"{taxon_id}: several synonyms {name}")
        if not known:
            known.append({"name": name})
            synonyms.extend(known)
        known[0].update({"kind": kind, "document-ids": document_ids})

    def complete(self, embedded):
        """Adds to the taxa what other tables say of them; `embedded` are the Documents."""
        self._synonyms()
        self._common_names(embedded)
        self._former_names()
