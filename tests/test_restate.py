# SPDX-License-Identifier: LGPL-2.1-or-later
"""The scripts that restate the tables: ids, the canonical form, what a rerun keeps.

Whether they restate rightly is the matter of test_accounting.py, which does not use
them.
"""

import pathlib
import sys
import tempfile
import unittest

PROJECT = pathlib.Path(__file__).resolve().parents[1]
sys.path.insert(0, str(PROJECT / "data"))

from restate import canonical, documents, slugs, tables, taxa  # noqa: E402


class Slugs(unittest.TestCase):
    def test_slug(self):
        for words, expected in (
            ("Loxodonta africana", "loxodonta-africana"),
            ("Acipenser baerii × Acipenser schrenckii", "acipenser-baerii-x-acipenser-schrenckii"),
            ("Galanthus nivalis \"flore pleno\"", "galanthus-nivalis-flore-pleno"),
            ("Aloe compressa var. schistophila", "aloe-compressa-var-schistophila"),
            ("Masdevallia panguiënsis", "masdevallia-panguiensis"),
            ("Bulbophyllum vöthii", "bulbophyllum-vothii"),
            ("Ærø ß", "aero-ss"),
        ):
            self.assertEqual(slugs.slug(words), expected)

    def test_taken(self):
        given = slugs.Slugs()
        self.assertEqual([given.give("cites", "Prunella", "genus") for _time in range(4)],
                         ["cites.prunella", "cites.prunella-genus", "cites.prunella-genus-2", "cites.prunella-genus-3"])


class Names(unittest.TestCase):
    def test_join(self):
        for arguments, expected in (
            (("plantae", "family", None, "CYATHEACEAE"), "Cyatheaceae"),
            (("plantae", "kingdom", None, "Flora"), "Plantae"),
            (("plantae", "genus", None, "Neo-urbania"), "Neo-urbania"),
            (("animalia", "subspecies", "Saiga tatarica", "mongolica"), "Saiga tatarica mongolica"),
            (("plantae", "subspecies", "Diospyros mun", "alba"), "Diospyros mun ssp. alba"),
            (("plantae", "species", "Cypripedium", "x barbeyi"), "Cypripedium × barbeyi"),
            (("animalia", "species", "Acipenser", "ruthenus x huso huso"), "Acipenser ruthenus × Huso huso"),
            (("animalia", "species", "Huso", "dauricus x Acipenser schrenckii"), "Huso dauricus × Acipenser schrenckii"),
            (("animalia", "species", "Hoplodactylus", '"North Cape"'), 'Hoplodactylus "North Cape"'),
        ):
            self.assertEqual(taxa.join_name(*arguments), expected)


class Words(unittest.TestCase):
    def test_mend(self):
        self.assertEqual(tables.mend("KÃ¶hler, MartÃ\xadnez, Gvozdík â€“ é"), "Köhler, Martínez, Gvozdík – é")

    def test_clean(self):
        self.assertEqual(tables.clean(" Linnaeus,\xa01758\n"), "Linnaeus, 1758")
        self.assertEqual(tables.clean("NULL"), "")

    def test_marks(self):
        self.assertEqual(documents.without_marks("_Python curtus_group, the (_Candoia_ carinata_ complex)"),
                         "Python curtus group, the (Candoia carinata complex)")

    def test_sources(self):
        self.assertEqual(documents.sources("CMS Appendices after CoP8 (BWBV0004769, laws-markdown@91556a80), line 353"),
                         (["document.cms-appendices-after-cop8"], "line 353"))
        self.assertEqual(documents.sources("CoP10 amendments, Bergen (a.txt); UNEP-WCMC SAPI CMS_legislation_utf8.csv"),
                         (["document.cms-cop10-amendments", "document.species-plus-2013"], None))
        self.assertRaises(ValueError, documents.sources, "hearsay")


class Canonical(unittest.TestCase):
    schema = canonical.Schema(PROJECT)

    def test_line(self):
        taxon = {
            "common-names": [{"language": "fr", "name": "Saïga"}, {"name": "Saïga", "language": "en"}],
            "range": {"area.uz": [], "area.cn": ["uncertain", "extinct", "reintroduced"], "area.kz": ["native"]},
            "rank": "species", "name-kind": "accepted", "authorship": "A & \"B\" <C>", "name": "Saiga tatarica",
            "authority-id": "authority.cites", "id": "cites.saiga-tatarica", "parent-id": None,
        }
        self.assertEqual(
            self.schema.to_line("taxon", taxon),
            '<taxon id="cites.saiga-tatarica" authority-id="authority.cites" name="Saiga tatarica" '
            'authorship="A &amp; &quot;B&quot; &lt;C&gt;" rank="species" '
            'range="area.cn:reintroduced+extinct+uncertain area.kz area.uz">'
            '<common-name name="Saïga" language="en"/><common-name name="Saïga" language="fr"/></taxon>')

    def test_text(self):
        document = {"id": "document.a", "kind": "list", "title": {"es": "x", "de": "y\nz", "en": '"w"'}}
        self.assertEqual(self.schema.to_line("document", document),
                         '<document id="document.a" kind="list"><title xml:lang="en">"w"</title>'
                         '<title xml:lang="de">y&#10;z</title><title xml:lang="es">x</title></document>')

    def test_refused(self):
        good = {"id": "cites.a", "authority-id": "authority.cites", "name": "A", "rank": "genus"}
        self.schema.to_line("taxon", good)
        for bad in ({"rank": "kin"}, {"name": None}, {"name": " A"}, {"nmae": "A"}, {"id": "1"},
                    {"hybrid-parent-ids": ["cites.b", "cites.b"]}, {"range": {"area.na": ["native?"]}},
                    {"common-names": [{"name": "a", "language": "en"}] * 2}):
            with self.subTest(bad), self.assertRaises(canonical.CanonicalError):
                self.schema.to_line("taxon", {**good, **bad})

    def test_overlay(self):
        """A rerun keeps what others wrote and replaces what it makes itself."""
        first = {"id": "document.a", "kind": "list", "title": {"en": "A"}}
        by_hand = {"id": "document.b", "kind": "site", "title": {"en": "B", "fr": "B"}, "languages": ["en", "fr"]}
        again = {"id": "document.a", "kind": "list", "title": {"en": "A again"}}
        with tempfile.TemporaryDirectory() as folder:
            path = f"{folder}/documents.xml"
            self.schema.write(path, "document", [by_hand, first], title="T", licence="CC0-1.0")
            self.schema.overlay(path, "document", {"document.a": again}, title="T", licence="CC0-1.0")
            self.assertEqual(self.schema.read(path), {"document.a": again, "document.b": by_hand})
            self.assertTrue(self.schema.is_canonical(path))

    def test_files(self):
        """Every file of the embedded data set is canonical."""
        files = sorted(path for path in (PROJECT / "data").glob("*.xml") if not path.name.endswith(".gresource.xml"))
        self.assertGreater(len(files), 4)
        for path in files:
            with self.subTest(path.name):
                self.assertTrue(self.schema.is_canonical(path))


if __name__ == "__main__":
    unittest.main()
