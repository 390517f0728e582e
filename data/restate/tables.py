# SPDX-License-Identifier: LGPL-2.1-or-later
"""Reads the shared tables.

    for row in tables.rows("speciesplus-2013/animalia_taxa_utf8"):
        row["Rank"], row.line

Names are without ".csv" and ".csv.gz". Columns go by the name that the header gives
them, trimmed; cells are clean (): white space folds to one space, no-break and line
ends too, and NULL is empty. raw() gives them as they stand. Row 1 is the one after
the header.
"""

import csv
import functools
import gzip
import io
import os
import pathlib
import re

PROJECT = pathlib.Path(__file__).resolve().parents[2]
KINGDOMS = ("animalia", "plantae")


def folder():
    """The folder of the shared tables."""
    return pathlib.Path(os.environ.get("SAIGA_TEST_DATA") or PROJECT.parent / "shared" / "data")


class Row(dict):
    """A row by column, with its number and table."""

    def __init__(self, table, number, cells):
        super().__init__(cells)
        self.table = table
        self.number = number

    @property
    def place(self):
        return f"{self.table} row {self.number}"


def clean(cell):
    cell = re.sub(r"\s+", " ", cell).strip()
    return "" if cell == "NULL" else cell


def raw(name):
    """The cells of a table as they stand, the header first; lines without cells are none."""
    path = folder() / f"{name}.csv"
    if path.exists():
        content = path.read_bytes()
    else:
        content = gzip.decompress(path.with_name(path.name + ".gz").read_bytes())
    # UTF-8, with or without a mark; line ends LF, CRLF, CR, and any of them inside quotes.
    return [cells for cells in csv.reader(io.StringIO(content.decode("utf-8-sig"), newline="")) if cells]


def mend(cell):
    """Takes back one UTF-8 too many: KÃ¶hler is Köhler."""
    def decode(match):
        try:
            content = b"".join(letter.encode("cp1252") if ord(letter) > 0x9f else bytes([ord(letter)])
                               for letter in match[0])
            return content.decode("utf-8")
        except UnicodeError:
            return match[0]
    return re.sub(r"[\u0080-\u00ff€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]+", decode, cell)


@functools.lru_cache(maxsize=None)
def rows(name, first=lambda cell: cell):
    """The rows of a table, clean; `first` is done to each cell before."""
    header, *lines = raw(name)
    header = [column.strip() for column in header]
    table = name.rpartition("/")[2].removesuffix("_utf8")
    result = []
    for number, cells in enumerate(lines, 1):
        cells += [""] * (len(header) - len(cells))
        result.append(Row(table, number, {column: clean(first(cell)) for column, cell in zip(header, cells)}))
    return result


def date(cell):
    """dd/mm/yyyy, however spaced, as ISO 8601."""
    match = re.fullmatch(r"(\d{1,2})\s*/\s*(\d{1,2})\s*/\s*(\d{4})", cell)
    if match is None:
        raise ValueError(f"not a date: {cell}")
    day, month, year = match.groups()
    return f"{year}-{int(month):02}-{int(day):02}"
