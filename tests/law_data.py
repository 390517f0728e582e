# SPDX-License-Identifier: LGPL-2.1-or-later
"""What the tests of the law against real tables share: a data set with the ranges of the index of 2017.

The index is read here only for its ranges and listings, until the library reads it itself.
"""

import csv
import functools
import gzip
import re

from gi.repository import GLib, Saiga

from accounting import PROJECT, SHARED

csv.field_size_limit(1 << 24)
GROUPS = [("authorities", ["authorities"]), ("areas", ["areas"]), ("taxa", ["taxa-animalia", "taxa-plantae"]),
          ("instruments", ["instruments"]), ("listings", ["listings-animalia", "listings-plantae"])]
TAGS = ["Introduced_Distribution", "Introduced(?)_Distribution", "Reintroduced_Distribution", "Extinct_Distribution",
        "Extinct(?)_Distribution", "Distribution_Uncertain"]


@functools.lru_cache(maxsize=None)
def index():
    """The rows of the index of 2017, as dictionaries."""
    with gzip.open(SHARED / "cites/Index_of_CITES_Species_2017-04-21.csv.gz", "rt", encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@functools.lru_cache(maxsize=None)
def codes():
    """{name of a country: its code}; names have commas, lists have them too."""
    found = {}
    rows = index()
    for row in rows:
        names, isos = row["All_DistributionFullNames"].split(", "), row["All_DistributionISOCodes"].split(", ")
        if len(names) == len(isos):
            found.update(zip(names, isos))
    for row in rows:  # where all names but those with a comma are known, the rest follows from the order
        names, isos = row["All_DistributionFullNames"].split(", "), row["All_DistributionISOCodes"].split(", ")
        if len(names) == len(isos) + 1:
            for i, (name, iso) in enumerate(zip(names, isos)):
                if found.get(name) != iso:
                    found.setdefault(f"{name}, {names[i + 1]}", iso)
                    break
    return found


def countries(text):
    """The codes of a list of names."""
    parts = [part for part in text.split(", ") if part]
    result = set()
    i = 0
    while i < len(parts):
        for n in (3, 2, 1):
            name = ", ".join(parts[i:i + n])
            if name in codes():
                result.add(codes()[name])
                i += n
                break
        else:
            i += 1
    return result


def living(row):
    """The countries where a scope divides living wild populations."""
    tagged = {tag: countries(row[tag]) for tag in TAGS}
    sure = countries(row["NativeDistributionFullNames"]) | tagged["Reintroduced_Distribution"]
    doubtful = tagged["Extinct(?)_Distribution"] | tagged["Distribution_Uncertain"]
    return sure | (doubtful - tagged["Introduced_Distribution"] - tagged["Introduced(?)_Distribution"] - tagged["Extinct_Distribution"])


@functools.lru_cache(maxsize=None)
def ranges():
    """{(kingdom, name): codes} of the index."""
    return {(row["Kingdom"], row["FullName"]): living(row) for row in index()}


@functools.lru_cache(maxsize=None)
def lines(file):
    return [line for line in (PROJECT / "data" / f"{file}.xml").read_text().splitlines() if re.match(r"<[a-z-]+ id=", line)]


def with_range(line, kingdom, known):
    if not line.startswith('<taxon id="cites.'):
        return line
    name = re.search(r' name="([^"]*)"', line).group(1)
    areas = sorted(f"area.{code.lower()}" for code in ranges().get((kingdom, name), ()))
    areas = [area for area in areas if area in known]
    line = re.sub(r' range="[^"]*"', "", line, count=1)
    return line.replace(' rank="', f' range="{" ".join(areas)}" rank="', 1) if areas else line


def make_snapshot(listings=None):
    """The embedded law with the ranges of 2017, or with other listings."""
    known = {re.search(r'id="([^"]*)"', line).group(1) for line in lines("areas")}
    parts = ['<?xml version="1.0" encoding="UTF-8"?>\n<dataset xmlns="urn:saiga:dataset" version="1">']
    for group, files in GROUPS:
        parts.append(f"<{group}>")
        for file in files:
            for line in lines(file):
                if group == "taxa" and not listings:
                    line = with_range(line, "Animalia" if "animalia" in file else "Plantae", known)
                if group != "listings" or not listings:
                    parts.append(line)
        if group == "listings":
            parts += listings or []
        parts.append(f"</{group}>")
    parts.append("</dataset>")
    return Saiga.Snapshot.new_from_bytes(GLib.Bytes.new("\n".join(parts).encode()))
