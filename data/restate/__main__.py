# SPDX-License-Identifier: LGPL-2.1-or-later
"""Writes data/*.xml."""

import pathlib

from . import aewa, annotations, areas, canonical, documents, instruments, listings, meetings, memberships, ranges, tables, taxa

DATE = "2013-09-27"
OURS = "CC0-1.0"
# What follows from the import files carries their licence beside ours.
BOTH = "CC0-1.0 AND BSD-3-Clause"
AREAS = "CC0-1.0 AND BSD-3-Clause AND PDDL-1.0"
SOURCE = "UNEP-WCMC, import files of Species+"


def make():
    """[(file, record type, title, licence, records)]"""
    made_taxa = taxa.Taxa()
    made_documents = documents.Documents()
    made_taxa.complete(made_documents)
    ranges.add_plants(made_taxa)
    ranges.add_index(made_taxa)
    links, _refused = documents.standard_references(made_taxa, made_documents)
    made_listings = listings.Listings(made_taxa)

    files = [
        ("authorities", "authority", "Authorities", OURS, documents.AUTHORITIES),
        ("areas", "area", "Countries, territories and regions", AREAS, areas.build()),
        ("instruments", "instrument", "Conventions, agreements and memoranda", OURS, instruments.build()),
        ("stakeholders", "stakeholder", "Secretariats and depositaries", OURS, instruments.build_stakeholders()),
        ("memberships", "membership", "Parties", OURS, memberships.build()),
        ("annotations", "annotation", "Annotations to the CITES Appendices", BOTH, annotations.build()),
        ("standard-references", "standard-reference", "Standard nomenclature", BOTH, links),
        ("documents", "document", "Documents", BOTH, made_documents.records),
        ("meetings", "meeting", "Conferences of the Parties", BOTH, meetings.build()),
    ]
    for kingdom, of in (("animalia", "animals"), ("plantae", "plants")):
        files.append((f"taxa-{kingdom}", "taxon", f"Taxa of {of}", BOTH,
                      {key: record for key, record in made_taxa.records.items()
                       if made_taxa.kingdoms[key] == kingdom}))
        files.append((f"listings-{kingdom}", "listing", f"Listings of {of}", BOTH,
                      {key: record for key, record in made_listings.records.items()
                       if made_listings.kingdom[key] == kingdom}))
    files.append(("aewa-listings", "listing", "Populations of AEWA", OURS, aewa.Populations(made_taxa).records))
    return files


def main():
    folder = tables.PROJECT / "data"
    schema = canonical.Schema(tables.PROJECT)
    for name, type_name, title, licence, records in make():
        path = pathlib.Path(folder, f"{name}.xml")
        schema.overlay(path, type_name, records, title=title, date=DATE, licence=licence,
                       source=SOURCE if licence != OURS else None)
        kept = sorted(schema.read(path).keys() - records.keys())
        print(f"{path.name}: {len(records)} records", end="")
        print(f", beside {len(kept)} that the tables do not give: {' '.join(kept[:5])}" if kept else "")


if __name__ == "__main__":
    main()
