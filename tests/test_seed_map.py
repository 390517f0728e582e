# SPDX-License-Identifier: LGPL-2.1-or-later
"""Every fact of the paper has its place in the embedded data set.

The paper was cut into 450 items, S001 to S450. data/seed-map.csv says where each of them
stands: one line a value, several lines an item, and all lines of an item must hold.

    record  an id, or count:TYPE[FILTER,…] for the number of records that pass all filters:
            FIELD=VALUE, FIELD= (missing), FIELD^=BEGINNING; a list has the value among its items
    field   FIELD or PART[FILTER,…].FIELD; empty for a count. A sign behind it says how to compare:
            none  the whole value, or one item of a list
            ~     a fragment of it
            ^     its beginning (a date that another source knows to the day)
            #     the number of items in the list
    value   as in XML; of a text the English one; (none) if the field must be missing
"""

import collections
import csv
import pathlib
import re
import unittest
import xml.etree.ElementTree as ElementTree

PROJECT = pathlib.Path(__file__).resolve().parents[1]
NAMESPACE = "{urn:saiga:dataset}"
LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
ITEMS = [f"S{number:03}" for number in range(1, 451)]

# Not facts of the world, but of the printed page.
EXEMPT = {
    "S014": "boilerplate: few copies are printed, delegates bring their own",
    "S040": "layout: the column heads of Annex 1",
    "S042": "layout: how the columns of Annex 1 were lost in the text at hand",
    "S125": "layout: the column heads of Annex 2",
    "S269": "boilerplate: the delegates whom the page asks to bring their copy",
}

COUNT = re.compile(r"count:([a-z-]+)\[(.*)\]")
FIELD = re.compile(r"(?:([a-z-]+)(?:\[(.*)\])?\.)?([a-z-]+)([~^#]?)")
NONE = "(none)"


class Field:
    def __init__(self, element):
        self.name = element.get("name")
        self.kind = element.tag
        self.of = element.get("of")
        self.default = element.get("default", "no" if self.kind == "flag" else None)

    @property
    def is_list(self):
        return self.kind in ("references", "strings")

    def values(self, element):
        """What the field holds, none, one or several values."""
        if self.kind == "text":
            return [child.text for child in element.findall(NAMESPACE + self.name) if child.get(LANGUAGE) == "en"]
        value = element.get(self.name, self.default)
        if value is None:
            return []
        return value.split(" ") if self.is_list else [value]


class Schema:
    """Just enough of lib/records to know which fields there are and what is the default."""

    KINDS = ("string", "text", "flag", "integer", "decimal", "date", "timeframe", "money", "range", "enum",
             "reference", "references", "strings", "parts")

    def __init__(self, folder):
        self.records, self.parts = {}, {}
        roots = [ElementTree.parse(file).getroot() for file in sorted(folder.glob("*.xml"))]
        (common,) = [root for root in roots if root.tag == "common"]
        for root in roots:
            for part in root.iter("part"):
                self.parts[part.get("name")] = self.fields(part)
            if root.tag == "record":
                self.records[root.get("name")] = self.fields(common) | self.fields(root)

    def fields(self, element):
        return {child.get("name"): Field(child) for child in element if child.tag in self.KINDS}


def read_records(folder):
    """Every record of every data set, by id."""
    records = {}
    for file in sorted(folder.glob("*.xml")):
        root = ElementTree.parse(file).getroot()
        if root.tag != NAMESPACE + "dataset":
            continue
        for plural in root:
            for record in plural:
                if record.get("id") in records:
                    raise ValueError(f"{file.name}: {record.get('id')} is in another file too")
                records[record.get("id")] = record
    return records


class Dataset:
    def __init__(self, schema, records):
        self.schema = schema
        self.records = records

    def passes(self, element, fields, filters):
        for item in filter(None, filters.split(",")):
            name, begins, wanted = re.fullmatch(r"([a-z-]+)(\^?)=(.*)", item).groups()
            values = [element.get("id")] if name == "id" else fields[name].values(element)
            if begins:
                if not any(value.startswith(wanted) for value in values):
                    return False
            elif wanted not in (values or [""]):
                return False
        return True

    def find(self, record, field):
        """The values found, and the sign that says how to compare."""
        count = COUNT.fullmatch(record)
        if count:
            name, filters = count.groups()
            fields = self.schema.records[name]
            found = [element for element in self.records.values()
                     if element.tag == NAMESPACE + name and self.passes(element, fields, filters)]
            return [str(len(found))], ""
        element = self.records[record]
        part, filters, name, sign = FIELD.fullmatch(field).groups()
        fields = self.schema.records[element.tag.removeprefix(NAMESPACE)]
        elements = [element]
        if part:
            if part not in {inner.of for inner in fields.values() if inner.kind == "parts"}:
                raise KeyError(part)
            fields = self.schema.parts[part]
            elements = [child for child in element.findall(NAMESPACE + part)
                        if self.passes(child, fields, filters or "")]
        return [value for element in elements for value in fields[name].values(element)], sign

    def holds(self, record, field, wanted):
        values, sign = self.find(record, field)
        if wanted == NONE:
            return not values
        if sign == "~":
            return any(wanted in value for value in values)
        if sign == "^":
            return any(value.startswith(wanted) for value in values)
        if sign == "#":
            return str(len(values)) == wanted
        return wanted in values


class SeedMap(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.dataset = Dataset(Schema(PROJECT / "lib" / "records"), read_records(PROJECT / "data"))
        with open(PROJECT / "data" / "seed-map.csv", encoding="utf-8", newline="") as file:
            file.readline()  # the licence
            cls.lines = list(csv.DictReader(file))

    def test_every_item(self):
        mapped = {line["item"] for line in self.lines}
        self.assertEqual(sorted(mapped & set(EXEMPT)), [], "mapped and exempt")
        self.assertEqual(sorted(mapped | set(EXEMPT)), ITEMS)
        self.assertLessEqual(len(EXEMPT), 6)

    def test_lines(self):
        self.assertEqual([line["item"] for line in self.lines], sorted(line["item"] for line in self.lines))
        # Each item has places of its own: no line serves two, and none is there twice.
        keys = [(line["record"], line["field"], line["value"]) for line in self.lines]
        self.assertEqual([key for key, times in collections.Counter(keys).items() if times > 1], [])
        for line in self.lines:
            with self.subTest(line["item"], record=line["record"], field=line["field"]):
                self.assertTrue(line["statement"] and line["value"])
                if line["field"].endswith("~"):
                    self.assertGreaterEqual(len(line["value"]), 5, "too short to tell one fact from another")

    def test_facts(self):
        held = 0
        for line in self.lines:
            with self.subTest(line["item"], statement=line["statement"]):
                record, field = line["record"], line["field"]
                self.assertTrue(COUNT.fullmatch(record) or record in self.dataset.records, f"no record {record}")
                self.assertTrue(self.dataset.holds(record, field, line["value"]),
                                f"{record} {field}: {line['value']!r} is not in {self.dataset.find(record, field)[0]}")
                held += 1
        items = {line["item"] for line in self.lines}
        places = collections.Counter((line["record"], line["field"]) for line in self.lines)
        print(f"{len(items)} of {len(ITEMS)} items mapped, {len(EXEMPT)} exempt; {held} of {len(self.lines)} values "
              f"found in {len(places)} fields of {len({record for record, _field in places})} records and counts")

    def test_facts_can_fail(self):
        """No line is so lax that it would hold for another value too."""
        for line in self.lines:
            with self.subTest(line["item"], record=line["record"], field=line["field"]):
                other = "x" if line["value"] == NONE else line["value"] + "\N{REPLACEMENT CHARACTER}"
                self.assertFalse(self.dataset.holds(line["record"], line["field"], other))
                if line["value"] != NONE:
                    self.assertFalse(self.dataset.holds(line["record"], line["field"], NONE))


if __name__ == "__main__":
    unittest.main()
