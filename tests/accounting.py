# SPDX-License-Identifier: LGPL-2.1-or-later
"""What the tests of the accounting share: the tables, the records, the counts.

It knows nothing of data/restate, which it is to catch in its mistakes.
"""

import collections
import csv
import functools
import gzip
import io
import os
import pathlib
import re
import unittest
import xml.etree.ElementTree as ElementTree

PROJECT = pathlib.Path(__file__).resolve().parents[1]
SHARED = pathlib.Path(os.environ.get("SAIGA_TEST_DATA") or PROJECT.parent / "shared" / "data")
NAMESPACE = "{urn:saiga:dataset}"
PAPER = "document.cms-stc38-"  # what docs/embedded-data-set.md is about; test_seed_map.py looks after it


def need_tables():
    """Skips, loudly, what cannot be tested without the shared tables."""
    if SHARED.is_dir():
        return
    if os.environ.get("SAIGA_REQUIRE_DATA"):
        raise AssertionError(f"no shared tables in {SHARED}")
    raise unittest.SkipTest(f"NO SHARED TABLES in {SHARED}: set SAIGA_TEST_DATA")


def with_tables(tests):
    """Marks a class or a method that needs the shared tables."""
    try:
        need_tables()
    except unittest.SkipTest as reason:
        return unittest.skip(str(reason))(tests)
    return tests


@functools.lru_cache(maxsize=None)
def table(name):
    """The rows of a table as dictionaries: white space folded, NULL empty, header names trimmed."""
    path = SHARED / f"{name}.csv"
    content = path.read_bytes() if path.exists() else gzip.open(SHARED / f"{name}.csv.gz").read()
    reader = csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""))
    header = [column.strip() for column in next(reader)]
    rows = []
    for cells in reader:
        if cells:
            cells = [" ".join(cell.split()) for cell in cells]
            rows.append({column: "" if cell == "NULL" else cell for column, cell in zip(header, cells)})
    return rows


@functools.lru_cache(maxsize=None)
def records(file):
    """{id: element} of data/FILE.xml, but those of the paper, which no table gives; names without namespace."""
    result = {}
    path = PROJECT / "data" / f"{file}.xml"
    for _event, element in ElementTree.iterparse(path):
        element.tag = element.tag.removeprefix(NAMESPACE)
        if "id" in element.attrib:
            if element.get("id") in result:
                raise AssertionError(f"{path}: {element.get('id')} is there twice")
            result[element.get("id")] = element
    return {key: element for key, element in result.items() if not element.get("source-ids", "").startswith(PAPER)}


def texts(element, name):
    """{language: words} of a text of a record."""
    return {child.get("{http://www.w3.org/XML/1998/namespace}lang"): child.text for child in element.findall(name)}


def iso_date(cell):
    day, month, year = re.fullmatch(r"\s*(\d+)\s*/\s*(\d+)\s*/\s*(\d{4})", cell).groups()
    return f"{year}-{int(month):02}-{int(day):02}"


class Account:
    """Where each row of a table went: held, folded or refused, the last two for a reason."""

    known = PROJECT / "tests" / "data" / "accounting.csv"

    def __init__(self, name, folded=(), refused=()):
        self.name = name
        self.allowed = {"held": {""}, "folded": set(folded), "refused": set(refused)}
        self.counts = collections.Counter()

    def hold(self):
        self._count("held", "")

    def fold(self, reason):
        self._count("folded", reason)

    def refuse(self, reason):
        self._count("refused", reason)

    def _count(self, outcome, reason):
        if reason not in self.allowed[outcome]:
            raise AssertionError(f"{self.name}: {outcome} for a reason of no list: {reason}")
        self.counts[outcome, reason] += 1

    def check(self, test, rows_read):
        """Prints the counts; fails if they differ from the known ones."""
        for (outcome, reason), count in sorted(self.counts.items()):
            print(f"{self.name:45} {outcome:8} {count:6}  {reason}")
        test.assertEqual(sum(self.counts.values()), rows_read, f"{self.name}: rows without an account")
        with open(self.known, newline="", encoding="utf-8") as stream:
            known = {(row["outcome"], row["reason"]): int(row["rows"])
                     for row in csv.DictReader(stream) if row["table"] == self.name}
        test.assertEqual(dict(self.counts), known, f"{self.name}: other counts than in {self.known.name}")
