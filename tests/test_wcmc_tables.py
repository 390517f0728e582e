# SPDX-License-Identifier: LGPL-2.1-or-later
"""UNEP-WCMC's tables of 2013, read by the library, beside the embedded data set, which a script restated from them.

Each field in which a record of the one differs from that of the other has its reason in the lists below, and no
reason is unused: what stands in no list is a mistake of the reader, or of the script.
"""

import collections
import gzip
import os
import pathlib
import tempfile
import unittest
import xml.etree.ElementTree

import gi
gi.require_version("Saiga", "1")
from gi.repository import Gio, Saiga  # noqa: E402

DATA = os.environ.get("SAIGA_TEST_DATA")
FOLDER = DATA and pathlib.Path(DATA, "speciesplus-2013")
NAMESPACE = "{urn:saiga:dataset}"


def read(path):
    """{type: {id: {field: value}}}; a part and a text are what they hold, sorted."""
    def value(element):
        inner = tuple(sorted(((child.tag.removeprefix(NAMESPACE), value(child)) for child in element), key=repr))
        return tuple(sorted(element.items())), (element.text or "").strip(), inner

    records = collections.defaultdict(dict)
    for group in xml.etree.ElementTree.parse(path).getroot():
        for element in group:
            fields = dict(element.items())
            for child in element:
                name = child.tag.removeprefix(NAMESPACE)
                fields.setdefault(name, []).append(value(child))
            records[element.tag.removeprefix(NAMESPACE)][fields.pop("id")] = {
                name: tuple(sorted(held, key=repr)) if isinstance(held, list) else held for name, held in fields.items()}
    return records


def save(snapshot):
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "dataset.xml")
        snapshot.save(Gio.File.new_for_path(path), None)
        return read(path)


def load(snapshot, folder):
    return Saiga.Importer.new(snapshot).read_file(Gio.File.new_for_path(str(folder)), None)


def empty():
    return Saiga.Snapshot.new()


# Records that only one of the two has. {type: [(reason, test of the id, test of the record)]}
PAPER = "of the joint work programme, or of the programme's own data"
ONLY_EMBEDDED = {
    "taxon": [("made by hand for the text of the CMS Appendices", lambda key, record: "identifier" not in record)],
    "listing": [
        ("populations of AEWA, from its own table", lambda key, record: record["instrument-id"] == "instrument.aewa"),
        ("of the text of the CMS Appendices", lambda key, record: record["instrument-id"] == "instrument.cms"),
        ("of the sharks memorandum, written by hand", lambda key, record: "sharks-mou" in record["instrument-id"]),
        ("a reservation of another table", lambda key, record: record["instrument-id"] == "instrument.cites" and record.get("change") in ("reservation", "withdrawal")),
    ],
    "document": [(PAPER, lambda key, record: not key.startswith("document.splus-"))],
    "standard-reference": [(PAPER, lambda key, record: key.endswith("-marine-mammals"))],
}
ONLY_READ = {
    "document": [("a reference that nothing embedded cites", lambda key, record: key.startswith("document.splus-"))],
    "listing": [("of CMS, by the day or name of the table, which the text has otherwise",
                 lambda key, record: record["instrument-id"] == "instrument.cms")],
}

# Fields that differ, as {(type, field): reason or [(reason, test of the listing's instrument)]}.
TEXT = "the text of the CMS Appendices says it"
INDEX = "the index of the Checklist of 2017 says it"
FIELDS = {
    ("annotation", "text"): "embedded as a summary in our own words",
    ("taxon", "common-name"): "embedded in three languages, and of the focal species more",
    ("taxon", "range"): INDEX,
    ("taxon", "source-ids"): INDEX,
    ("taxon", "source-place"): INDEX,
    ("taxon", "synonym"): TEXT,
    ("taxon", "former-id"): TEXT,
    ("listing", "annotation"): "words of the table are not embedded",
    ("listing", "short-annotation"): "words of the table are not embedded",
    ("listing", "note"): "internal notes of the table are not embedded",
    ("listing", "identifier"): "the history of the elephant has numbers",
    ("listing", "also-taxon-ids"): "put by hand, after a note",
    ("listing", "excluded-forms"): "put by hand, after a note",
    **{("listing", field): TEXT for field in (
        "except-area-ids", "exclusion", "former-name", "listed-as", "meeting-id", "scope", "scope-text", "source-ids", "source-place",
        "text-from", "through-id")},
}
OF_CMS = {"former-name", "except-area-ids", "exclusion", "listed-as", "meeting-id", "scope", "scope-text", "source-ids",
          "source-place", "text-from", "through-id"}
COMPARED = ("annotation", "document", "listing", "standard-reference", "taxon")


@unittest.skipUnless(FOLDER and FOLDER.is_dir(), "SAIGA_TEST_DATA has no speciesplus-2013")
class Tables(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.result = load(empty(), FOLDER)
        cls.snapshot = empty().apply(cls.result.get_change_set())
        cls.read = save(cls.snapshot)
        cls.embedded = save(Saiga.Snapshot.new_embedded())

    maxDiff = None

    def test_rows(self):
        """Every row is accounted for, and refused ones have a problem of their own each."""
        result = self.result
        self.assertEqual(result.get_n_rows(), 156865)
        self.assertEqual(result.get_n_rows(), result.get_n_made() + result.get_n_merged() + result.get_n_refused())
        self.assertEqual((result.get_n_made(), result.get_n_refused()), (45167, 5515))
        tags = collections.Counter(problem.get_tag() for problem in result.get_problems())
        self.assertEqual(tags, {"import-range": 3656, "import-number": 1858, "import-area": 3, "import-double": 2})

    def test_same_records(self):
        """Ids and fields are those of the embedded records, but for what other sources say."""
        used = set()
        differing = []
        for kind in COMPARED:
            read, embedded = self.read[kind], self.embedded[kind]
            for only, others, reasons in ((embedded, read, ONLY_EMBEDDED), (read, embedded, ONLY_READ)):
                for key in only.keys() - others.keys():
                    reason = next((reason for reason, test in reasons.get(kind, ()) if test(key, only[key])), None)
                    used.add((kind, reason))
                    if reason is None:
                        differing.append((kind, key))
            for key in read.keys() & embedded.keys():
                for field in read[key].keys() | embedded[key].keys():
                    ours, theirs = read[key].get(field), embedded[key].get(field)
                    if ours == theirs:
                        continue
                    reason = FIELDS.get((kind, field))
                    if kind == "listing" and field in OF_CMS and read[key]["instrument-id"] != "instrument.cms":
                        reason = None
                    used.add((kind, field))
                    if reason is None:
                        differing.append((kind, key, field, ours, theirs))
        self.assertEqual(differing[:5], [])
        self.assertEqual(set(FIELDS) - used, set())
        for reasons in (ONLY_EMBEDDED, ONLY_READ):
            for kind, cases in reasons.items():
                for reason, _test in cases:
                    self.assertIn((kind, reason), used)

    def test_languages(self):
        """All that the embedded records have in three languages is read, and more in others."""
        def names(record):
            return {dict(attributes)["name"]: dict(attributes)["language"] for attributes, _text, _parts in record.get("common-name", ())}

        languages = collections.Counter(language for record in self.read["taxon"].values() for language in names(record).values())
        self.assertEqual({"en", "fr", "es", "de", "sv", "nld"} - languages.keys(), set())
        self.assertEqual(sum(languages.values()) > 40000, True)

    def test_again(self):
        """The same tables read into what was made of them change nothing, packed or not."""
        self.assertEqual(load(self.snapshot, FOLDER).get_change_set().get_changes().get_n_items(), 0)

    def test_newer(self):
        """A newer release changes what it says otherwise; ids stay, also where a name has changed."""
        with tempfile.TemporaryDirectory() as folder:
            for path in FOLDER.iterdir():
                content = gzip.decompress(path.read_bytes())
                if path.name.startswith("animalia_taxa"):
                    self.assertEqual(content.count(b"tatarica,Species,"), 1)
                    content = content.replace(b"tatarica,Species,", b"tatarica-nova,Species,")
                pathlib.Path(folder, path.name.removesuffix(".gz")).write_bytes(content)
            changes = list(load(self.snapshot, folder).get_change_set().get_changes())
        names = {change.get_new_record().get_id(): change.get_new_record().get_name() for change in changes}
        self.assertEqual(names["cites.saiga-tatarica"], "Saiga tatarica-nova")
        self.assertEqual(names["cms.saiga-tatarica"], "Saiga tatarica-nova")
        self.assertTrue(all(change.get_old_record() for change in changes))

    def test_tags_of_animals(self):
        """Tags of animals go into ranges that are there already."""
        into = load(Saiga.Snapshot.new_embedded(), FOLDER)
        tags = collections.Counter(problem.get_tag() for problem in into.get_problems())
        self.assertLess(tags["import-range"], 3984)
        changed = Saiga.Snapshot.new_embedded().apply(into.get_change_set())
        self.assertEqual(load(changed, FOLDER).get_change_set().get_changes().get_n_items(), 0)

    def test_one_table(self):
        """One table alone is read too, as far as the data set has what it names."""
        file = FOLDER / "plantae_legislation_utf8.csv.gz"
        self.assertEqual(load(self.snapshot, file).get_change_set().get_changes().get_n_items(), 0)
        alone = load(empty(), file)
        self.assertEqual((alone.get_n_rows(), alone.get_n_refused()), (1369, 1369))


if __name__ == "__main__":
    unittest.main()
