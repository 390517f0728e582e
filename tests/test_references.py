# SPDX-License-Identifier: LGPL-2.1-or-later
"""Checks data/*.xml against the schema: every reference names a record of an allowed type.

It reads lib/records/*.xml by itself, so that it depends on no code that it checks.
"""

import collections
import pathlib
import re
import unittest
import xml.etree.ElementTree as ElementTree

PROJECT = pathlib.Path(__file__).resolve().parents[1]
NAMESPACE = "{urn:saiga:dataset}"


class References(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        trees = [ElementTree.parse(path).getroot() for path in sorted((PROJECT / "lib" / "records").glob("*.xml"))]
        common = next(tree for tree in trees if tree.tag == "common")
        fields = ("string", "text", "flag", "integer", "decimal", "enum", "date", "timeframe", "money", "range",
                  "reference", "references", "strings", "parts")
        cls.fields = {}
        cls.enumerations = {}
        for tree in trees:
            for node in tree.iter("enumeration"):
                cls.enumerations[node.get("name")] = {value.get("name") for value in node.findall("value")}
            if tree.tag == "record":
                cls.fields[tree.get("name")] = {
                    field.get("name"): field for node in (common, tree) for field in node if field.tag in fields}
            for part in tree.iter("part"):
                cls.fields[part.get("name")] = {field.get("name"): field for field in part if field.tag in fields}
        cls.records = {}
        cls.types = {}
        for path in sorted((PROJECT / "data").glob("*.xml")):
            root = ElementTree.parse(path).getroot()
            if root.tag != NAMESPACE + "dataset":
                continue
            for group in root:
                for element in group:
                    if element.get("id") in cls.records:
                        raise AssertionError(f"{path}: {element.get('id')} is in the data twice")
                    cls.records[element.get("id")] = element
                    cls.types[element.get("id")] = element.tag.removeprefix(NAMESPACE)

    def references(self):
        """(id of the record, field, id named)"""
        for key, element in self.records.items():
            for node in (element, *element):
                name = node.tag.removeprefix(NAMESPACE)
                for attribute, value in node.attrib.items():
                    field = self.fields.get(name, {}).get(attribute)
                    if field is None:
                        continue
                    if field.tag in ("reference", "references"):
                        for item in value.split(" "):
                            yield key, field, item
                    elif field.tag == "range":
                        for item in value.split(" "):
                            yield key, field, item.split(":")[0]

    def test_targets(self):
        dangling = collections.Counter()
        wrong = collections.Counter()
        for key, field, target in self.references():
            allowed = field.get("to", "area").split()
            where = f"{self.types[key]} {field.get('name')}"
            if target not in self.records:
                dangling[where, target] += 1
            elif allowed != ["any"] and self.types[target] not in allowed:
                wrong[where, target] += 1
        self.assertEqual(dangling, {}, "references to no record")
        self.assertEqual(wrong, {}, "references to a record of the wrong type")

    def test_cycles(self):
        for name in ("parent-id", "series-id", "predecessor-id", "revises-id"):
            for key in self.records:
                seen = set()
                while key is not None and key in self.records:
                    self.assertNotIn(key, seen, name)
                    seen.add(key)
                    key = self.records[key].get(name)

    def test_values(self):
        """Required fields are there; enumerations, dates and patterns hold."""
        for key, element in self.records.items():
            name = self.types[key]
            for node, fields in [(element, self.fields[name])] + [
                    (child, self.fields[child.tag.removeprefix(NAMESPACE)]) for child in element
                    if child.tag.removeprefix(NAMESPACE) in self.fields]:
                children = {child.tag.removeprefix(NAMESPACE) for child in node}
                for field in fields.values():
                    value = node.get(field.get("name"))
                    if field.get("required") == "true":
                        self.assertTrue(value or field.get("name") in children, f"{key}: {field.get('name')}")
                    if value is None:
                        continue
                    if field.tag == "enum":
                        self.assertIn(value, self.enumerations[field.get("of")], key)
                    elif field.tag == "date":
                        self.assertRegex(value.rpartition(" = ")[2], r"^\d{4}(-\d\d(-\d\d)?)?$", key)
                    elif field.get("pattern"):
                        self.assertTrue(re.fullmatch(field.get("pattern"), value), f"{key}: {value}")


if __name__ == "__main__":
    unittest.main()
