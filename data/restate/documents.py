# SPDX-License-Identifier: LGPL-2.1-or-later
"""Makes the documents that records cite, the authorities and the standard references.

    ids, place = documents.sources(row["source"])
    record["source-ids"], record["source-place"] = ids, place

sources() knows every source column of the joint tables; two sources give two ids and
the place of the first. reference() is the id of a document by its number in the table
of references, None if there is none; who asks for it gets it embedded.
"""

import re

from . import tables

# What the joint tables cite, by the words their source column begins with:
# id, where in it (a pattern that finds the place), record.
CITED = {
    "CMS Appendices after CoP8": ("document.cms-appendices-after-cop8", r"line.*", {
        "kind": "treaty-text",
        "title": {"en": "Appendices I and II of CMS as in force after the eighth meeting of the Conference of the Parties"},
        "citation": "Treaty text BWBV0004769, state after CoP8; statengeneraal/laws-markdown, commit 91556a80",
        "date": "2006-02-23",
        "instrument-ids": ["instrument.cms"],
    }),
    "CoP8 amendments": ("document.cms-cop8-amendments", None, {
        "kind": "treaty-text",
        "title": {"en": "Amendments to Appendices I and II of CMS adopted at the eighth meeting of the Conference of the Parties"},
        "citation": "Nairobi, 25 November 2005; globalgov/manyenviron, cms_amendments_2005",
        "date": "2005-11-25",
        "instrument-ids": ["instrument.cms"],
    }),
    "CoP10 amendments": ("document.cms-cop10-amendments", None, {
        "kind": "treaty-text",
        "title": {"en": "Amendments to Appendices I and II of CMS adopted at the tenth meeting of the Conference of the Parties"},
        "citation": "Bergen, 25 November 2011; globalgov/manyenviron, cms_amendments_2011",
        "date": "2011-11-25",
        "instrument-ids": ["instrument.cms"],
    }),
    "UNEP-WCMC SAPI": ("document.species-plus-2013", r"\S+\.csv", {
        "kind": "database",
        "title": {"en": "Species+, import files"},
        "author": "UNEP-WCMC",
        "citation": "UNEP-WCMC 2013. Import files of Species+, state of 2013-09-27; unepwcmc/SAPI, commit 86a35391",
        "date": "2013-09-27",
        "instrument-ids": ["instrument.cites", "instrument.cms"],
    }),
    "CITES list of Parties": ("document.cites-list-of-parties", None, {
        "kind": "list",
        "title": {"en": "List of Parties to CITES"},
        "citation": "CITES Secretariat, about 2023; checked against the list of 2019-20 and the memberships of globalgov/manyenviron",
        "date": "2023",
        "instrument-ids": ["instrument.cites"],
    }),
    "manyenviron memberships": ("document.manyenviron-memberships", None, {
        "kind": "database",
        "title": {"en": "Memberships of environmental agreements"},
        "citation": "globalgov/manyenviron: memberships after ECOLEX, HUGGO and IEADB",
        "instrument-ids": ["instrument.cms"],
    }),
}

INDEX = {
    "id": "document.cites-index-2017",
    "kind": "list",
    "title": {"en": "Index of CITES Species"},
    "author": "UNEP-WCMC",
    "citation": "UNEP-WCMC (comps.) 2017. The Checklist of CITES Species, index of species. CITES Secretariat, "
                "Geneva, Switzerland, and UNEP-WCMC, Cambridge, United Kingdom. State of 2017-04-21",
    "date": "2017-04-21",
    "instrument-ids": ["instrument.cites"],
    "links": [{"url": "https://checklist.cites.org"}],
}

# The countries of regions, in the table of ISO 3166.
M49 = {
    "id": "document.un-m49",
    "kind": "list",
    "title": {"en": "Standard country or area codes for statistical use (M49)"},
    "author": "United Nations Statistics Division",
    "links": [{"url": "https://unstats.un.org/unsd/methodology/m49/"}],
}

AUTHORITIES = {
    "authority.cites": {
        "id": "authority.cites",
        "name": {"en": "Taxonomy of the CITES Appendices", "fr": "Taxonomie des annexes de la CITES",
                 "es": "Taxonomía de los Apéndices de la CITES"},
        "abbreviation": "CITES",
        "release": "2013-09-27",
        "date": "2013-09-27",
        "keeper-id": "stakeholder.unep-wcmc",
        "document-id": "document.species-plus-2013",
        "instrument-ids": ["instrument.cites"],
    },
    "authority.cms": {
        "id": "authority.cms",
        "name": {"en": "Taxonomy of the CMS Appendices", "fr": "Taxonomie des annexes de la CMS",
                 "es": "Taxonomía de los Apéndices de la CMS"},
        "abbreviation": "CMS",
        "release": "2013-09-27",
        "date": "2013-09-27",
        "keeper-id": "stakeholder.unep-wcmc",
        "document-id": "document.species-plus-2013",
        "instrument-ids": ["instrument.cms"],
    },
}


def sources(words):
    """Ids of the documents that a source column names, and the place in the first."""
    ids = []
    place = None
    for part in words.split("; "):
        for begin, (document_id, pattern, _record) in CITED.items():
            if part.startswith(begin):
                found = re.search(pattern, part) if pattern else None
                if found and not ids:
                    place = found[0]
                ids.append(document_id)
                break
        else:
            if not ids:
                raise ValueError(f"unknown source: {words}")
    return ids, place


def without_marks(words):
    """Titles have genera between underscores; some lack one of the two, or a space after."""
    words = re.sub(r"_([^_]*)_([^\W_])?", lambda match: match[1] + (f" {match[2]}" if match[2] else ""), words)
    return words.replace("_", "")


class Documents:
    def __init__(self):
        self.references = {row["DscRecID"]: row for row in
                           tables.rows("speciesplus-2013/animalia_references_utf8", tables.mend)}
        self.records = {document_id: {"id": document_id, **record} for document_id, _place, record in CITED.values()}
        self.records.update((record["id"], record) for record in (INDEX, M49))

    def reference(self, number):
        """The id of a publication of the table of references, which is embedded from now on."""
        row = self.references.get(number)
        if row is None:
            return None
        document_id = f"document.splus-{number}"
        if document_id not in self.records:
            citation = without_marks(row["Full_citation"])
            self.records[document_id] = {
                "id": document_id,
                "kind": "publication",
                # Some have a citation only.
                "title": {"und": without_marks(row["Title"]) or citation},
                "author": row["Authors"],
                "citation": citation,
                "date": row["Year"] if re.fullmatch(r"(1[6-9]|20)\d\d", row["Year"]) else None,
                "identifiers": [{"scheme": "splus", "value": number}],
            }
        return document_id


def standard_references(taxa, documents):
    """The records of the two tables of links by id, and [(row, reason)] of what is none."""
    records = {}
    refused = []
    for table in ("animalia_standard_reference_links_utf8", "CMS_standard_reference_links_utf8"):
        for row in tables.rows(f"speciesplus-2013/{table}"):
            rank, number = row["Rank"], row["RecID"]
            authority = "cms" if table.startswith("CMS") else "cites"
            taxon_id = taxa.find("animalia", rank, number, authority)
            if taxon_id is None:
                authority = "cms"
                taxon_id = taxa.find("animalia", rank, number, authority)
            if taxon_id is None:
                refused.append((row, "no accepted taxon"))
                continue
            excluded = []
            for pair in filter(None, (pair.strip() for pair in row["Excludes"].split(","))):
                excluded_id = taxa.find("animalia", *pair.split(":"), authority)
                if excluded_id is None:
                    refused.append((row, f"exclusion of no accepted taxon: {pair}"))
                elif excluded_id not in excluded:
                    excluded.append(excluded_id)
            document_id = documents.reference(row["DesignationStandardReferenceID"])
            record_id = f"standard-reference.{taxon_id.replace('.', '-')}-{row['DesignationStandardReferenceID']}"
            record = {
                "id": record_id,
                "instrument-id": f"instrument.{authority}",
                "taxon-id": taxon_id,
                "document-id": document_id,
                "descendants": row["Cascade"] != "N",
                "excluded-taxon-ids": excluded,
            }
            # Two rows of one taxon and reference are one; they say the same.
            if records.setdefault(record_id, record) != record:
                raise ValueError(f"{row.place}: differs from an earlier row")
    return records, refused
