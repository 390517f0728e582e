# SPDX-License-Identifier: LGPL-2.1-or-later
"""What the tests of the law against real tables share: the index of 2017, and the law with its ranges."""

import csv
import functools
import gzip

from gi.repository import Gio, Saiga

from accounting import SHARED

INDEX = SHARED / "cites/Index_of_CITES_Species_2017-04-21.csv.gz"
csv.field_size_limit(1 << 24)


def index():
    """The rows of the index of 2017 as they are printed, as dictionaries."""
    with gzip.open(INDEX, "rt", encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


def find_kingdom(snapshot, taxon):
    while taxon.get_parent_id():
        taxon = snapshot.lookup(taxon.get_parent_id())
    return taxon.get_name()


def taxa(snapshot, authority):
    """{(kingdom, name): taxon} of an authority's taxa."""
    return {(find_kingdom(snapshot, taxon), taxon.get_name()): taxon for taxon in snapshot.get_records(Saiga.Taxon)
            if taxon.get_authority_id() == authority and taxon.get_name()}


@functools.lru_cache(maxsize=None)
def with_ranges():
    """The embedded data set with the ranges of the index."""
    embedded, empty = Saiga.Snapshot.new_embedded(), Saiga.Snapshot.new()
    read = empty.apply(Saiga.Importer.new(empty).read_file(Gio.File.new_for_path(str(INDEX)), None).get_change_set())
    of_2017 = taxa(read, "authority.cites")
    builder = Saiga.ChangeSetBuilder.new(embedded)
    for key, taxon in taxa(embedded, "authority.cites").items():
        found = of_2017[key].get_range() if key in of_2017 else None
        areas = [area for area in found.to_string().split() if embedded.lookup(area.split(":")[0])] if found else []
        if areas or taxon.get_range():
            row = Saiga.RecordBuilder.new_from(taxon)
            row.set_string("range", " ".join(areas) or None)
            builder.put(row.build())
    return embedded.apply(builder.build())
