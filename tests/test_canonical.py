# SPDX-License-Identifier: LGPL-2.1-or-later
"""The canonical form: any order is written as the same bytes, which the schema accepts."""

import os
import pathlib
import random
import shutil
import subprocess
import tempfile
import unittest
import xml.etree.ElementTree as ElementTree

import gi

gi.require_version("Saiga", "1")
from gi.repository import Gio, GLib, Saiga  # noqa: E402

PROJECT = pathlib.Path(__file__).resolve().parents[1]
DATA = PROJECT / "tests" / "data"
EMBEDDED = sorted(path for path in (PROJECT / "data").glob("*.xml") if path.name != "saiga.gresource.xml")
NAMESPACE = "{urn:saiga:dataset}"
# The parts whose order is kept (ordered="true" in the schema).
ORDERED = {NAMESPACE + part.get("name")
           for path in (PROJECT / "lib" / "records").glob("*.xml")
           for part in ElementTree.parse(path).iter("part") if part.get("ordered") == "true"}


def write(data):
    return Saiga.Snapshot.new_from_bytes(GLib.Bytes.new(data)).to_xml().get_data()


def shuffle_children(element, chance):
    """Any order of the children, but for ordered parts among themselves."""
    children = list(element)
    chance.shuffle(children)
    ordered = iter([child for child in element if child.tag in ORDERED])
    element[:] = [next(ordered) if child.tag in ORDERED else child for child in children]


def permute(data, seed):
    chance = random.Random(seed)
    root = ElementTree.fromstring(data)
    for element in root.iter():
        attributes = list(element.attrib.items())
        chance.shuffle(attributes)
        element.attrib.clear()
        element.attrib.update(attributes)
    groups = []
    for group in root:
        for record in group:
            shuffle_children(record, chance)
            if chance.random() < 0.3:
                record.text = "\n  \t"
            # A group may come several times.
            part = ElementTree.Element(group.tag)
            part.append(record)
            groups.append(part)
    chance.shuffle(groups)
    root[:] = groups
    if chance.random() < 0.5:
        ElementTree.register_namespace("saiga", NAMESPACE[1:-1])
    # ElementTree leaves a carriage return in a text as it is, and a reader takes it for a line end.
    return ElementTree.tostring(root, encoding="UTF-8", xml_declaration=True).replace(b"\r", b"&#13;")


class CanonicalTest(unittest.TestCase):
    def test_any_order(self):
        expected = (DATA / "dataset.xml").read_bytes()
        for seed in range(200):
            with self.subTest(seed=seed):
                self.assertEqual(write(permute(expected, seed)), expected)

    def test_ordered_parts(self):
        """What is ordered stays as it was given, also when it is given otherwise."""
        self.assertGreater(len(ORDERED), 2)
        expected = (DATA / "dataset.xml").read_bytes()
        swapped = expected.replace(b'<appendix code="I"/><appendix code="II"/>', b'<appendix code="II"/><appendix code="I"/>')
        self.assertNotEqual(swapped, expected)
        self.assertEqual(write(swapped), swapped)

    def test_any_order_of_the_embedded_files(self):
        for path in EMBEDDED:
            with self.subTest(path.name):
                expected = path.read_bytes()
                self.assertEqual(write(permute(expected, path.name)), expected)

    @unittest.skipIf(shutil.which("xmllint") is None, "xmllint is not there")
    def test_relax_ng(self):
        with tempfile.NamedTemporaryFile(suffix=".xml") as written:
            written.write(Saiga.Snapshot.new_embedded().to_xml().get_data())
            written.flush()
            process = subprocess.run(
                ["xmllint", "--noout", "--relaxng", os.environ["SAIGA_RELAXNG"], DATA / "dataset.xml", DATA / "permuted.xml",
                 *EMBEDDED, written.name], capture_output=True, text=True)
        self.assertEqual(process.returncode, 0, process.stderr)

    @unittest.skipIf(shutil.which("xmllint") is None, "xmllint is not there")
    def test_relax_ng_refuses(self):
        for old, new in [(b' rank="species"', b' rank="spezies"'), (b"<taxa>", b"<taxa colour='red'>"), (b' id="area.kz"', b""),
                         (b"<appendix ", b"<appendage "), (b' exclusive="yes"', b' exclusive="1"')]:
            with self.subTest(new), tempfile.NamedTemporaryFile(suffix=".xml") as written:
                written.write((DATA / "dataset.xml").read_bytes().replace(old, new, 1))
                written.flush()
                process = subprocess.run(["xmllint", "--noout", "--relaxng", os.environ["SAIGA_RELAXNG"], written.name],
                                         capture_output=True)
                self.assertNotEqual(process.returncode, 0)


if __name__ == "__main__":
    unittest.main()
