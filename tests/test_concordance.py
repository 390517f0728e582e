# SPDX-License-Identifier: LGPL-2.1-or-later
"""The concordance against real lists and hand-made ones.

The 105 pairs of nomenclature-cases.csv are read as their README says: AviList and the Mammal
Diversity Database by small readers that are here for the tests alone.
"""

import collections
import csv
import functools
import pathlib
import random
import re
import unittest
from xml.etree import ElementTree

import gi

gi.require_version("Saiga", "1")
from gi.repository import Gio, GLib, Saiga  # noqa: E402

import concordance_data  # noqa: E402
from accounting import SHARED, with_tables  # noqa: E402

DAY = "2012-02-23"
CHAPTER = pathlib.Path(__file__).resolve().parents[1] / "docs" / "concordance.md"


def nick(value):
    return "" if value.value_nick == "unset" else value.value_nick


def read(name):
    with open(SHARED / "joint" / name, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def bare(name):
    return name.replace(" spp.", "").replace(" (s.l.)", "").lower()


@functools.lru_cache(maxsize=None)
def snapshot():
    return concordance_data.snapshot(concordance_data.avilist(), concordance_data.mdd(), concordance_data.cites_text(), concordance_data.seed())


@functools.lru_cache(maxsize=None)
def embedded():
    return Saiga.Snapshot.new_embedded()


@functools.lru_cache(maxsize=None)
def concordance(a, b, day=DAY, whole=True):
    return Saiga.Concordance.new(snapshot() if whole else embedded(), f"authority.{a}", f"authority.{b}", Saiga.Date.parse(day))


@functools.lru_cache(maxsize=None)
def taxa():
    """{(authority, name): ids of accepted taxa}; of CMS also by the printed name."""
    found = collections.defaultdict(list)
    for taxon in snapshot().get_records(Saiga.Taxon):
        if taxon.name_kind == Saiga.TaxonNameKind.ACCEPTED:
            found[taxon.authority_id.removeprefix("authority."), bare(taxon.name)].append(taxon.id)
    for listing in snapshot().get_records(Saiga.Listing):
        if listing.instrument_id == "instrument.cms" and listing.listed_as:
            ids = found["cms", bare(listing.listed_as)]
            if listing.taxon_id in ids:
                ids.remove(listing.taxon_id)
            ids.insert(0, listing.taxon_id)
    return found


def find(authority, name, of_plants=False):
    ids = taxa()[authority, bare(name)] if name else [None]
    if of_plants:
        ids = [one for one in ids if one.endswith("-genus")]
    return ids[0]


def appendices(case, convention):
    """Of the named taxon, else of its partner in the row; of no row none are asked for."""
    law = concordance("cms", "cites")
    anchor = next(case[f"name_{side}"] and find(case[f"authority_{side}"], case[f"name_{side}"], case["case"] == "n83") for side in "ab"
                  if case[f"authority_{side}"] in ("cms", "cites"))
    row = law.find_row(anchor)
    if not row:
        return "none"
    for side in "ab":
        if case[f"authority_{side}"] == convention and case[f"name_{side}"]:
            taxon = find(convention, case[f"name_{side}"])
            pair = law.compare_pair(taxon if convention == "cms" else None, taxon if convention == "cites" else None)
            return (pair.appendices_a if convention == "cms" else pair.appendices_b) or "none"
    return (row.appendices_a if convention == "cms" else row.appendices_b) or "none"


@with_tables
class Cases(unittest.TestCase):
    def test_pairs(self):
        """Each of the five expected columns of each pair."""
        cases = read("nomenclature-cases.csv")
        self.assertGreaterEqual(len(cases), 105)
        for case in cases:
            with self.subTest(case=case["case"], a=case["name_a"], b=case["name_b"]):
                ids = [find(case[f"authority_{side}"], case[f"name_{side}"], case["case"] == "n83" and side == "b") for side in "ab"]
                pair = concordance(case["authority_a"], case["authority_b"]).compare_pair(*ids)
                anchor = ids[0] if case["authority_a"] in ("cms", "cites") else ids[1]
                row = concordance("cms", "cites").find_row(anchor)
                self.assertEqual(
                    [nick(pair.name_relation), nick(pair.concept_relation), appendices(case, "cms"), appendices(case, "cites"),
                     nick(row.listing_relation) if row else "neither"],
                    [case["expected_name_class"], case["expected_concept"], case["expected_listing_cms"], case["expected_listing_cites"],
                     case["expected_listing_class"]])
                self.assertTrue(pair.n_reasons or not all(ids) or nick(pair.name_relation) == "unrelated")

    def test_turned_round(self):
        """The other way about, every relation is turned and no more."""
        turned = {"includes": "included-in", "included-in": "includes", "synonym-in-a": "synonym-in-b", "synonym-in-b": "synonym-in-a"}
        for case in read("nomenclature-cases.csv"):
            if case["authority_a"] != case["authority_b"] and case["name_b"] and case["case"] not in ("n28", "n29"):
                with self.subTest(case=case["case"]):
                    ids = [find(case[f"authority_{side}"], case[f"name_{side}"], case["case"] == "n83" and side == "b") for side in "ba"]
                    pair = concordance(case["authority_b"], case["authority_a"]).compare_pair(*ids)
                    self.assertEqual([nick(pair.name_relation), nick(pair.concept_relation)],
                                     [turned.get(case[column], case[column]) for column in ("expected_name_class", "expected_concept")])


def make(taxa_a, taxa_b, listings=""):
    """Two made-up lists: {name: (authorship, synonyms)}; those of a belong to a convention."""
    def lines(prefix, names):
        yield f'<taxon id="{prefix}.animalia" authority-id="authority.{prefix}" name="Animalia" rank="kingdom"/>'
        yield f'<taxon id="{prefix}.aidae" authority-id="authority.{prefix}" name="Aidae" rank="family" parent-id="{prefix}.animalia"/>'
        for name, (authorship, synonyms) in names.items():
            inner = "".join(f'<synonym name="{old}" authorship="{by}"/>' for old, by in synonyms)
            yield (f'<taxon id="{prefix}.{name.lower().replace(" ", "-")}" authority-id="authority.{prefix}" name="{name}" '
                   f'authorship="{authorship}" rank="species" parent-id="{prefix}.aidae">{inner}</taxon>')

    document = (
        '<?xml version="1.0" encoding="UTF-8"?>\n<dataset xmlns="urn:saiga:dataset" version="1"><authorities>'
        '<authority id="authority.one" date="2012-01-01" instrument-ids="instrument.one"><name xml:lang="en">One</name></authority>'
        '<authority id="authority.two" date="2012-01-01" instrument-ids="instrument.two"><name xml:lang="en">Two</name></authority>'
        '</authorities><taxa>' + "".join(lines("one", taxa_a)) + "".join(lines("two", taxa_b)) + '</taxa><instruments>'
        + "".join(f'<instrument id="instrument.{which}" kind="convention" entry-into-force="1980-01-01"><name xml:lang="en">{which}</name>'
                  '<appendix code="I"/><appendix code="II"/></instrument>' for which in ("one", "two"))
        + f'</instruments><listings>{listings}</listings></dataset>')
    made = Saiga.Snapshot.new_from_bytes(GLib.Bytes.new(document.encode()))
    return Saiga.Concordance.new(made, "authority.one", "authority.two", Saiga.Date.parse("2012-01-01"))


def listing(taxon, effective="1990-01-01", change="addition"):
    which = taxon.split(".")[0]
    return (f'<listing id="listing.{taxon.replace(".", "-")}-{effective}" instrument-id="instrument.{which}" taxon-id="{taxon}" '
            f'appendix="I" change="{change}" effective="{effective}"/>')


class MadeUp(unittest.TestCase):
    """What does not occur in the real lists: made-up taxa, not real ones."""

    def test_ambiguous(self):
        """A name that the other list has under two taxa, and accepts for neither."""
        made = make({"Aus vetus": ("Linnaeus, 1758", [])},
                    {"Aus bus": ("Smith, 1800", [("Aus vetus", "Linnaeus, 1758")]), "Aus cus": ("Jones, 1850", [("Aus vetus", "Linnaeus, 1758")])},
                    listing("one.aus-vetus"))
        pair = made.compare_pair("one.aus-vetus", "two.aus-bus")
        self.assertEqual([nick(pair.name_relation), nick(pair.name_certainty), nick(pair.concept_relation), nick(pair.concept_certainty)],
                         ["ambiguous", "open", "unknown", "open"])
        self.assertIn("pro-parte(b,Aus vetus,Aus bus,Aus cus)", {reason.to_string() for reason in map(pair.get_reason, range(pair.n_reasons))})
        self.assertEqual(nick(made.find_row("one.aus-vetus").shape), "one-sided")

    def test_tangle(self):
        """Types that the two lists group otherwise: one row of two species each."""
        made = make({"Aus bus": ("Smith, 1800", [("Aus cus", "Jones, 1850")]), "Aus dus": ("Brown, 1860", [])},
                    {"Aus bus": ("Smith, 1800", []), "Aus dus": ("Brown, 1860", [("Aus cus", "Jones, 1850")])},
                    listing("one.aus-bus"))
        row = made.find_row("one.aus-bus")
        self.assertEqual([nick(row.shape), row.names_a, row.names_b], ["tangle", ["Aus bus", "Aus dus"], ["Aus bus", "Aus dus"]])
        self.assertEqual([nick(pair.concept_relation) for pair in row.pairs], ["includes", "overlaps", "included-in"])
        self.assertEqual(nick(row.coverage_a), "part")

    def test_lump(self):
        made = make({"Aus bus": ("Smith, 1800", [("Aus major", "Jones, 1850")])},
                    {"Aus bus": ("Smith, 1800", []), "Aus major": ("Jones, 1850", [])}, listing("one.aus-bus") + listing("two.aus-major"))
        row = made.find_row("two.aus-major")
        self.assertEqual([nick(row.shape), nick(row.listing_relation), nick(row.coverage_b)], ["lump", "both-part", "part"])
        self.assertEqual([(nick(pair.name_relation), nick(pair.concept_relation)) for pair in row.pairs],
                         [("identical", "includes"), ("synonym-in-a", "includes")])

    def test_formerly_listed_by_the_first(self):
        made = make({"Aus bus": ("Smith, 1800", [])}, {"Aus bus": ("Smith, 1800", [])},
                    listing("one.aus-bus") + listing("one.aus-bus", "2000-01-01", "deletion") + listing("two.aus-bus"))
        row = made.find_row("one.aus-bus")
        self.assertEqual([nick(row.listing_relation), nick(row.coverage_a), row.appendices_a], ["was-a", "former", None])
        self.assertIn("former(a,I,2000-01-01)", {reason.to_string() for reason in map(row.get_reason, range(row.n_reasons))})

    def test_authors_keep_names_apart(self):
        """One spelling of two authors is two types; a synonym then connects nothing."""
        made = make({"Aus bus": ("Smith, 1800", [])}, {"Aus bus": ("Brown, 1900", [])}, listing("one.aus-bus"))
        pair = made.compare_pair("one.aus-bus", "two.aus-bus")
        self.assertEqual([nick(pair.name_relation), nick(pair.concept_relation)], ["author-differs", "unknown"])

    def test_moved_names_meet_within_a_family(self):
        made = make({"Aus bus": ("Smith, 1800", [])}, {"Xus ba": ("(Smith, 1800)", [])}, listing("one.aus-bus"))
        pair = made.compare_pair("one.aus-bus", "two.xus-ba")
        self.assertEqual([nick(pair.name_relation), nick(pair.concept_relation), nick(pair.concept_certainty)], ["unrelated", "unknown", "open"])
        made = make({"Aus albus": ("Smith, 1800", [])}, {"Xa alba": ("(Smith, 1800)", [])}, listing("one.aus-albus"))
        pair = made.compare_pair("one.aus-albus", "two.xa-alba")
        self.assertEqual([nick(pair.name_relation), nick(pair.concept_relation), nick(pair.concept_certainty)], ["transfer", "congruent", "presumed"])

    def test_order_of_the_records_does_not_matter(self):
        def rows(names):
            made = make(dict(names), dict(reversed(names)), listing("one.aus-bus"))
            return [(row.key, row.names_a, row.names_b, [nick(pair.concept_relation) for pair in row.pairs]) for row in made]
        names = [("Aus bus", ("Smith, 1800", [("Aus cus", "Jones, 1850")])), ("Aus dus", ("Brown, 1860", []))]
        self.assertEqual(rows(names), rows(names[::-1]))


class Guarantee(unittest.TestCase):
    def test_every_entry_is_in_one_row(self):
        """Nothing listed is missing, and no taxon is in two rows."""
        for day in ("1990-01-01", DAY, "2013-09-27"):
            made = concordance("cms", "cites", day, False)
            members = collections.Counter(taxon.id for row in made for side in (row.taxa_a, row.taxa_b) for taxon in side)
            self.assertEqual([key for key, count in members.items() if count > 1], [])
            by_id = {taxon.id: taxon for taxon in embedded().get_records(Saiga.Taxon)}
            n_listed = 0
            for which in ("cms", "cites"):
                table = Saiga.StatusTable.new(Saiga.Law.new(embedded(), f"instrument.{which}"), None, Saiga.Date.parse(day))
                for taxon in by_id.values():
                    if taxon.authority_id != f"authority.{which}" or taxon.name_kind != Saiga.TaxonNameKind.ACCEPTED:
                        continue
                    status = table.lookup(taxon.id)
                    if not (status.list_appendices() if taxon.rank >= Saiga.TaxonRank.SPECIES else status.list_explicit()):
                        continue
                    n_listed += 1
                    at = taxon
                    while at.rank > Saiga.TaxonRank.SPECIES:
                        at = by_id[at.parent_id]
                    self.assertTrue(at.id in members, (at.id, day))
            self.assertGreater(n_listed, 10000)

    def test_pairs_have_every_member(self):
        for row in concordance("cms", "cites", DAY, False).get_view(Saiga.ConcordanceView.SHARED):
            named = {taxon.id for pair in row.pairs for taxon in (pair.taxon_a, pair.taxon_b) if taxon}
            self.assertLessEqual({taxon.id for side in (row.taxa_a, row.taxa_b) for taxon in side}, named, row.key)


def findings(made, axis, one_sided=False):
    """{row: its findings as dictionaries}"""
    fields = Saiga.ConcordanceFinding.list_fields(axis)
    found = collections.defaultdict(list)
    for finding in made.list_findings(axis, one_sided):
        found[finding.row_key].append({field: finding.get_value(field) for field in fields})
    return found


@functools.lru_cache(maxsize=None)
def proposals():
    """The embedded lists beside AviList and the mammal database, which prefer names."""
    made = concordance_data.snapshot(concordance_data.avilist(), concordance_data.mdd())
    return Saiga.Concordance.new(made, "authority.cms", "authority.cites", Saiga.Date.parse(DAY))


@with_tables
class Harmonisation(unittest.TestCase):
    """A3 of the ten worked rows, and what follows from the law for each option."""

    ROWS = {
        "cms.uncia-uncia": [],
        "cms.loxodonta-africana": [
            ("Loxodonta africana", "Loxodonta africana", "split", "Loxodonta cyclotis",
             [("b", "recognise+list-segregate", "Loxodonta cyclotis", "same"), ("a", "unite", "Loxodonta africana", "same")], "adopt-concept-b"),
            ("Loxodonta cyclotis", "Loxodonta africana", "split", "Loxodonta cyclotis",
             [("b", "recognise+list-segregate", "Loxodonta cyclotis", "same"), ("a", "unite", "Loxodonta africana", "same")], "adopt-concept-b")],
        "cms.gorilla-gorilla": [],
        "cms.gorilla-beringei": [],
        "cms.phoebastria-albatrus": [
            ("Diomedea albatrus", "Phoebastria albatrus", "name", "Phoebastria albatrus",
             [("a", "rename", "Phoebastria albatrus", "same"), ("b", "rename", "Diomedea albatrus", "same"),
              ("a", "adopt-reference", "Phoebastria", "same")], "rename-a")],
        "cms.equus-hemionus": [],
        "cms.equus-kiang": [],
        "cms.saiga-tatarica": [
            ("Saiga tatarica tatarica", "Saiga tatarica", "rank", "Saiga tatarica", [("a", "list-species", "Saiga tatarica", "wider")],
             "agree-with-note")],
        "cms.falco-cherrug": [],
        "cms.falconidae": [],
        "cms.chlamydotis-undulata": [],
        "cms.bos-grunniens": [
            ("Bos grunniens", "Bos mutus", "name", "none",  # the mammal database has both
             [("a", "rename", "Bos mutus", "narrower"), ("b", "rename", "Bos grunniens", "wider")], "agree-with-note")],
    }

    def test_worked_rows(self):
        found = findings(proposals(), Saiga.ReviewAxis.HARMONISATION)
        for row in self.ROWS:
            with self.subTest(row=row):
                self.assertEqual(
                    [(one["name-a"], one["name-b"], one["kind"], one["preferred"], options(finding), one["recommendation"])
                     for one, finding in zip(found[row], self.of_row(proposals(), row))], self.ROWS[row])

    def of_row(self, made, row):
        return [finding for finding in made.list_findings(Saiga.ReviewAxis.HARMONISATION, False) if finding.get_row_key() == row]

    def test_effect(self):
        """For which taxa and which States; what is not known is said."""
        [saiga] = self.of_row(proposals(), "cms.saiga-tatarica")
        [option] = saiga.get_options()
        self.assertEqual([option.get_body(), option.get_wider_ids(), option.get_narrower_ids(), option.get_area_ids(), option.is_range_known()],
                         ["scientific-council", ["cites.saiga-tatarica"], [], ["area.kz", "area.ru", "area.tm", "area.uz"], True])
        self.assertEqual(option.dup_effect("en"),
                         "CMS would list what it does not list now, or in more Appendices: Saiga tatarica. Range States: KZ RU TM UZ. "
                         "The Appendices would have to be amended.")
        [yak] = self.of_row(proposals(), "cms.bos-grunniens")
        less, more, *_rest = yak.get_options()
        self.assertEqual(less.get_forms().get_words("en"), "the domesticated form (Bos grunniens)")
        self.assertIn("The name would leave out forms that CMS takes in: the domesticated form", less.dup_effect("en"))
        self.assertIn("CITES leaves out forms that the name would take in: the domesticated form", more.dup_effect("en"))
        # Without the footnote, nothing is left out.
        dataset = Saiga.Dataset()
        dataset.set_snapshot(embedded())
        dataset.put(dataset.get_snapshot()["listing.cites-bos-mutus-i-1975-07-01"].replace(excluded_forms=None))
        [yak] = self.of_row(Saiga.Concordance.new(dataset.get_snapshot(), "authority.cms", "authority.cites", Saiga.Date.parse(DAY)), "cms.bos-grunniens")
        self.assertEqual([option.get_reach() for option in yak.get_options()], ["same", "same"])
        # The genus of CMS holds the demoiselle crane; its entry is by genus.
        [crane] = self.of_row(concordance("cms", "cites", DAY, False), "cms.grus")
        self.assertEqual(options(crane), [("a", "adopt-concept", "Grus", "narrower"), ("b", "adopt-concept", "Grus", "same")])
        self.assertEqual(crane.get_options()[0].get_narrower_ids(), ["cms.grus-virgo"])

    def test_references(self):
        """The nearest that is adopted on the day and does not leave the taxon out."""
        made = concordance("cms", "cites", DAY, False)
        self.assertEqual([made.find_reference(one) and made.find_reference(one).document_id for one in
                          ("cites.phoebastria-albatrus", "cites.chelonia-mydas", "cms.bos-grunniens", "cites.nobody")],
                         ["document.splus-28050", "document.splus-28430", None, None])

    def test_segregates_that_only_one_side_lists(self):
        """Made up: what is recognised leaves the entry, unless it is listed by its own name."""
        lists = {"Aus bus": ("Smith, 1800", []), "Aus major": ("Jones, 1850", [])}, {"Aus bus": ("Smith, 1800", [("Aus major", "Jones, 1850")])}
        made = make(*lists, listing("one.aus-bus") + listing("two.aus-bus"))
        for finding in self.of_row(made, "one.aus-bus"):
            self.assertEqual(options(finding), [("b", "recognise", "Aus major", "narrower"), ("b", "recognise+list-segregate", "Aus major", "same"),
                                                ("a", "unite", "Aus bus", "wider")])
            self.assertEqual([finding.get_options()[0].get_narrower_ids(), finding.get_options()[2].get_wider_ids()], [["one.aus-major"]] * 2)
            self.assertEqual(finding.get_options()[0].get_body(), "parties")
        made = make(*lists, listing("one.aus-bus") + listing("one.aus-major") + listing("two.aus-bus"))
        for finding in self.of_row(made, "one.aus-bus"):
            self.assertEqual(options(finding), [("b", "recognise+list-segregate", "Aus major", "same"), ("a", "unite", "Aus bus", "same")])
        # Listed with its family, it stays listed whatever becomes of the species.
        made = make(*lists, listing("one.aus-bus") + listing("one.aus-major") + listing("two.aidae"))
        for finding in self.of_row(made, "one.aus-bus"):
            self.assertEqual(options(finding), [("b", "recognise", "Aus major", "same"), ("a", "unite", "Aus bus", "same")])

    def test_text(self):
        """A draft to start from, in the language of the reader."""
        [albatross] = self.of_row(proposals(), "cms.phoebastria-albatrus")
        lines = albatross.dup_text("en").split("\n")
        self.assertEqual(len(lines), 5)
        self.assertIn("CITES follows “The Howard & Moore Complete Checklist of the Birds of the World. 3rd Edition.”. "
                      "CMS has the name Diomedea albatrus, CITES the name Phoebastria albatrus. Both stand for the same.", lines[0])
        self.assertEqual(lines[1], "CMS can use the name Phoebastria albatrus. The Scientific Council of CMS would advise, and its Conference of the "
                                   "Parties decide. What CMS lists stays the same: the next update of names is enough.")
        self.assertEqual(lines[4], "Most of the other lists that are loaded accept Phoebastria albatrus. Recommended: CMS uses the name Phoebastria albatrus.")
        self.assertEqual(albatross.get_value("text"), albatross.dup_text("en"))
        self.assertTrue(albatross.dup_text("fr").endswith("Recommandation : CMS emploie le nom Phoebastria albatrus."))
        self.assertTrue(albatross.dup_text("es").endswith("Recomendación: CMS usa el nombre Phoebastria albatrus."))
        [turtle, *_rest] = proposals().list_findings(Saiga.ReviewAxis.COHERENCE, False)
        self.assertEqual([turtle.dup_text("en"), len(turtle.get_options())], [None, 0])

    def test_turned_round(self):
        """The sides exchanged, every proposal is the same from the other side; also of a list that no convention uses."""
        sides = {"a": "b", "b": "a", "split": "lump", "lump": "split"}
        for a, b in (("cms", "cites"), ("cms", "avilist"), ("cites", "mdd")):
            with self.subTest(a=a, b=b):
                there, back = ([found for one_sided in (False, True) for found in Saiga.Concordance.new(
                    proposals().get_snapshot(), f"authority.{first}", f"authority.{second}", Saiga.Date.parse(DAY)
                ).list_findings(Saiga.ReviewAxis.HARMONISATION, one_sided)] for first, second in ((a, b), (b, a)))
                self.assertEqual(
                    sorted((one.get_value("name-a"), one.get_value("name-b"), one.get_value("kind"), sorted(options(one))) for one in there),
                    sorted((one.get_value("name-b"), one.get_value("name-a"), sides.get(one.get_value("kind"), one.get_value("kind")),
                            sorted((sides[who], *rest) for who, *rest in options(one))) for one in back))
                self.assertEqual({option.get_body() for one in there for option in one.get_options() if option.get_side() == "b"},
                                 {"animals-committee"} if b == "cites" else {"publisher"})

    def test_nobody_prefers_on_a_tie(self):
        """Two other lists, one for each name."""
        [elephant, _other] = self.of_row(proposals(), "cms.loxodonta-africana")
        self.assertEqual(elephant.get_value("preferred"), "Loxodonta cyclotis")
        more = concordance_data.snapshot(concordance_data.avilist(), concordance_data.mdd(), concordance_data.cites_text())
        made = Saiga.Concordance.new(more, "authority.cms", "authority.cites", Saiga.Date.parse(DAY))
        elephant = self.of_row(made, "cms.loxodonta-africana")[0]
        self.assertEqual([elephant.get_value("preferred"), elephant.get_value("recommendation")], ["none", "agree-with-note"])
        self.assertIn("As many of the other lists that are loaded accept", elephant.dup_text("en"))


def options(finding):
    return [(option.get_side(), option.get_change(), option.get_name(), option.get_reach()) for option in finding.get_options()]


def count(made, key):
    return dict(collections.Counter(key(pair) for pair in made.list_relations(Saiga.ConceptRelation.UNSET)))


@with_tables
class Lists(unittest.TestCase):
    """Whole lists against each other; every relation has its evidence."""

    WANTED = {
        ("acacia-a", "acacia-b"): {"congruent": 1057, "included-in": 18, "overlaps": 11, "includes": 9},
        ("cms", "avilist"): {"congruent": 601, "includes": 40, "included-in": 12, "overlaps": 2},
        ("cites", "avilist"): {"congruent": 2049, "includes": 158, "included-in": 37, "overlaps": 3},
        ("cms", "mdd"): {"congruent": 136, "includes": 43, "included-in": 5},
        ("cites", "mdd"): {"congruent": 1041, "includes": 133, "included-in": 26, "overlaps": 1},
    }

    def compare(self, a, b):
        if a == "acacia-a":
            made = concordance_data.snapshot(concordance_data.acacia("a"), concordance_data.acacia("b"))
            return Saiga.Concordance.new(made, f"authority.{a}", f"authority.{b}", Saiga.Date.parse(DAY))
        return concordance(a, b)

    def test_relations(self):
        for (a, b), wanted in self.WANTED.items():
            with self.subTest(a=a, b=b):
                made = self.compare(a, b)
                self.assertEqual(count(made, lambda pair: nick(pair.concept_relation)), wanted)
                for pair in made.list_relations(Saiga.ConceptRelation.UNSET):
                    codes = {pair.get_reason(i).code for i in range(pair.n_reasons)}
                    self.assertIn("held-by-both", codes)
                    relation = nick(pair.concept_relation)
                    if relation in ("includes", "overlaps") and "subspecies-there" not in codes:
                        self.assertIn("only-in-a", codes, pair.name_a)
                    if relation == "overlaps":
                        self.assertIn("only-in-b", codes, pair.name_a)

    def test_falcons(self):
        """CMS has the Barbary Falcon apart, AviList within the Peregrine."""
        pairs = {(pair.name_a, pair.name_b): (nick(pair.name_relation), nick(pair.concept_relation))
                 for pair in concordance("cms", "avilist").list_relations(Saiga.ConceptRelation.INCLUDED_IN)}
        self.assertEqual(pairs["Falco pelegrinoides", "Falco peregrinus"], ("nested", "included-in"))
        self.assertEqual(pairs["Falco peregrinus", "Falco peregrinus"], ("identical", "included-in"))


@functools.lru_cache(maxsize=None)
def totals():
    """{day: {(table, value): numbers of certain, presumed and conditional rows or pairs}}"""
    found = collections.defaultdict(dict)
    with open(pathlib.Path(__file__).parent / "data" / "concordance-totals.csv", encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            found[row["date"]][row["table"], row["value"]] = tuple(int(row[field]) for field in ("certain", "presumed", "conditional"))
    return found


class Totals(unittest.TestCase):
    """Of the embedded lists, on three days: a change of any number is a change of the law, of the
    names, or of the rules, and must be wanted."""

    def count(self, rows):
        counts = collections.defaultdict(lambda: [0, 0, 0])
        for row in rows:
            which = {"presumed": 1, "conditional": 2}.get(nick(row.certainty), 0)

            def add(table, value, number=1):
                counts[table, value][which] += number
            listing = nick(row.listing_relation)
            if row.rank < Saiga.TaxonRank.SPECIES:
                add("higher-listing-class", listing)
                continue
            add("species-listing-class", listing)
            if not listing.startswith("both"):
                continue
            add("shared-group", row.group)
            add("shared-appendices", f"{row.appendices_a} × {row.appendices_b}")
            add("shared-shape", nick(row.shape))
            add("shared-named", "named-by-" + ("neither", "one", "both")[row.is_named_a() + row.is_named_b()])
            for side, taxa in (("a", row.taxa_a), ("b", row.taxa_b)):
                add("shared-species", side, len(taxa))
            for pair in row.pairs:
                if pair.taxon_a and pair.taxon_b:
                    add("pair-name-class", nick(pair.name_relation))
                    add("pair-concept", nick(pair.concept_relation))
        return {key: tuple(numbers) for key, numbers in counts.items()}

    def test_totals(self):
        self.assertEqual(list(totals()), ["1990-01-01", DAY, "2013-09-27"])
        for day, wanted in totals().items():
            with self.subTest(day=day):
                made = concordance("cms", "cites", day, False)
                rows = list(made)
                self.assertEqual(self.count(rows), wanted)
                self.assertEqual(sum(sum(numbers) for (table, _value), numbers in wanted.items() if table.endswith("-listing-class")), len(rows))
                for relation in (Saiga.ListingRelation.BOTH, Saiga.ListingRelation.BOTH_HIGHER, Saiga.ListingRelation.BOTH_PART):
                    numbers = wanted["species-listing-class", relation.value_nick]
                    self.assertEqual((made.count(relation, False, False), made.count(relation, False, True)), (sum(numbers[:2]), numbers[2]))
                # Every shared row is of one group, one combination, one shape and one naming.
                shared = tuple(sum(numbers[n] for (table, value), numbers in wanted.items() if table == "species-listing-class" and "both" in value)
                               for n in range(3))
                for name in ("shared-group", "shared-appendices", "shared-shape", "shared-named"):
                    self.assertEqual(tuple(sum(numbers[n] for (table, _value), numbers in wanted.items() if table == name) for n in range(3)), shared)
                named = {row.key for row in made.get_view(Saiga.ConcordanceView.NAMED)}
                self.assertEqual({row.key for row in rows if row.is_named_a() or row.is_named_b()}, named)


class Words(unittest.TestCase):
    """A row in few words, for those who read the table and not the evidence."""

    def test_rows(self):
        made = concordance("cms", "cites", DAY, False)
        for key, words in {
            "cms.uncia-uncia": "same name",
            "cms.anatidae": "CMS I in part; CITES I/II/III in part",
            "cms.falco-cherrug": "CMS II through Falconidae; CITES II through Falconiformes",
            "cms.loxodonta-africana": "CITES has Loxodonta africana in the wider sense; CITES: Loxodonta cyclotis is a name of Loxodonta africana; "
                                      "CMS: Loxodonta cyclotis split from Loxodonta africana",
        }.items():
            with self.subTest(row=key):
                self.assertEqual(made.describe_row(made.find_row(key), "en"), words)
        self.assertEqual(made.describe_row(made.find_row("cms.phoebastria-albatrus"), "fr"),
                         "CITES : Diomedea albatrus est un nom de Phoebastria albatrus")


class Figures(unittest.TestCase):
    def test_each_has_a_title_and_says_its_numbers(self):
        made = concordance("cms", "cites", DAY, False)
        names = {}
        for which in ("SETS", "GROUPS", "APPENDICES", "RED_LIST"):
            for language in ("en", "fr", "es"):
                with self.subTest(which=which, language=language):
                    root = ElementTree.fromstring(made.to_svg(getattr(Saiga.ConcordanceFigure, which), language))
                    title, described = (root.find(f"{{http://www.w3.org/2000/svg}}{name}").text for name in ("title", "desc"))
                    self.assertEqual(root.get("role"), "img")
                    self.assertTrue(title and described)
                    names[title, which] = language
                    numbers = [int(text.replace(",", "").replace("\xa0", "")) for text in re.findall(r"\d[\d,\xa0]*", described)]
                    self.assertEqual(sum(numbers), {"SETS": 577 + 157 + 19931, "GROUPS": 157, "APPENDICES": 157, "RED_LIST": 2 * 157}[which])
        self.assertEqual(len(names), 12)


class Drawn(unittest.TestCase):
    def test_thirty_rows(self):
        """Thirty rows that an entry names, drawn with the seed 20120223 before anybody had looked at
        them, and read against the printed Appendices: the last column says what stands there."""
        made = concordance("cms", "cites", DAY, False)
        keys = sorted(row.key for row in made.get_view(Saiga.ConcordanceView.NAMED))
        with open(pathlib.Path(__file__).parent / "data" / "concordance-rows.csv", encoding="utf-8", newline="") as file:
            rows = list(csv.DictReader(file))
        self.assertEqual([row["key"] for row in rows], random.Random(20120223).sample(keys, 30))
        for wanted in rows:
            row = made.find_row(wanted["key"])
            self.assertEqual(
                [", ".join(row.names_a), ", ".join(row.names_b), row.appendices_a or "none", row.appendices_b or "none", nick(row.coverage_a),
                 nick(row.coverage_b), nick(row.listing_relation), nick(row.certainty),
                 "; ".join(f"{nick(pair.name_relation)} {pair.concept_relation.value_nick}" for pair in row.pairs)],
                [wanted[field] for field in ("names_a", "names_b", "appendices_a", "appendices_b", "coverage_a", "coverage_b", "listing_class",
                                             "certainty", "relations")])


@with_tables
class Focus(unittest.TestCase):
    def test_every_taxon_of_the_focus_list(self):
        """Each resolves, typos and outdated names included, with its Appendices in both conventions."""
        made = concordance("cms", "cites", DAY, False)
        accepted = collections.defaultdict(list)
        for taxon in embedded().get_records(Saiga.Taxon):
            if taxon.name_kind == Saiga.TaxonNameKind.ACCEPTED and taxon.authority_id in ("authority.cms", "authority.cites"):
                accepted[taxon.name].append(taxon)
        n_checked = 0
        for entry in read("focus-taxa.csv"):
            name = entry["corrected_name"].replace(" spp.", "")
            if not accepted.get(name) or entry["rank"] == "class":
                continue  # informal groups
            with self.subTest(name=name):
                wanted = {which: "" if entry[f"{which}_2012_02_23"] == "not listed" else entry[f"{which}_2012_02_23"] for which in ("cms", "cites")}
                if entry["rank"] == "genus":  # aggregated: it has no row of its own
                    rows = [row for row in made if any(one.startswith(name + " ") for one in row.names_a + row.names_b)]
                    got = {"cms": "/".join(sorted({code for row in rows for code in (row.appendices_a or "").split("/") if code})),
                           "cites": "/".join(sorted({code for row in rows for code in (row.appendices_b or "").split("/") if code}))}
                else:
                    [row] = {row.key: row for row in map(made.find_row, (taxon.id for taxon in accepted[name])) if row}.values()
                    got = {"cms": row.appendices_a or "", "cites": row.appendices_b or ""}
                    self.assertGreater(row.n_reasons, 0)
                if entry["population"] and name == "Loxodonta africana":
                    self.assertIn(wanted["cites"], got["cites"].split("/"))  # of its populations in West and Central Africa
                    wanted["cites"] = got["cites"]
                self.assertEqual(got, wanted)
                n_checked += 1
        self.assertGreater(n_checked, 20)


class Reviews(unittest.TestCase):
    PAIR = ["cms.chlamydotis-undulata", "cites.chlamydotis-macqueenii"]

    def review(self, snapshot, verdict="includes"):
        made = Saiga.Concordance.new(snapshot, "authority.cms", "authority.cites", Saiga.Date.parse(DAY))
        return made.draft_review(Saiga.ReviewAxis.CONCEPT, self.PAIR, verdict, "stakeholder.cms-secretariat", Saiga.Date.parse("2012-03-14"),
                                 "The Asian populations of the entry are this species.")

    def compare(self, dataset):
        return Saiga.Concordance.new(dataset.get_snapshot(), "authority.cms", "authority.cites", Saiga.Date.parse(DAY))

    def test_a_verdict_joins_rows(self):
        dataset = Saiga.Dataset()
        dataset.set_snapshot(embedded())
        before = self.compare(dataset)
        self.assertEqual(nick(before.find_row(self.PAIR[1]).listing_relation), "only-b")
        self.assertEqual(before.find_row(self.PAIR[0]).candidates, [self.PAIR[1]])
        dataset.put(self.review(embedded()))
        after = self.compare(dataset)
        row = after.find_row(self.PAIR[1])
        self.assertEqual([row.key, nick(row.shape)], [self.PAIR[0], "lump"])
        pair = after.compare_pair(*self.PAIR)
        self.assertEqual([nick(pair.concept_relation), nick(pair.concept_certainty), nick(pair.computed_concept_relation)],
                         ["includes", "certain", "unknown"])
        self.assertIn("decided(review.chlamydotis-undulata-concept)", [pair.get_reason(i).to_string() for i in range(pair.n_reasons)])
        self.assertEqual([nick(one.state) for one in after.list_reviews()], ["active"])

    def test_a_verdict_parts_rows(self):
        dataset = Saiga.Dataset()
        dataset.set_snapshot(embedded())
        pair = ["cms.bos-grunniens", "cites.bos-mutus"]
        made = self.compare(dataset)
        dataset.put(made.draft_review(Saiga.ReviewAxis.CONCEPT, pair, "excludes", "stakeholder.cms-secretariat", Saiga.Date.parse("2012-03-14"), "Wild and tame."))
        after = self.compare(dataset)
        self.assertEqual([nick(after.find_row(one).listing_relation) for one in pair], ["only-a", "only-b"])

    def test_states(self):
        """Facts that change under a review are told, and it still applies."""
        dataset = Saiga.Dataset()
        dataset.set_snapshot(embedded())
        review = self.review(embedded())
        dataset.put(review)
        taxon = dataset.get_snapshot()["cites.chlamydotis-macqueenii"]
        dataset.put(taxon.replace(authorship="(Gray, 1832)"))
        [stale] = self.compare(dataset).list_reviews()
        self.assertEqual(nick(stale.state), "stale")
        self.assertEqual(stale.changes, ["cites.chlamydotis-macqueenii authorship: (J. E. Gray, 1832) → (Gray, 1832)"])
        self.assertEqual(nick(self.compare(dataset).compare_pair(*self.PAIR).concept_relation), "includes")
        dataset.undo()
        dataset.put(review.replace(computed="excludes"))
        self.assertEqual([nick(one.state) for one in self.compare(dataset).list_reviews()], ["questioned"])
        dataset.put(review.replace(verdict="unknown"))
        self.assertEqual([nick(one.state) for one in self.compare(dataset).list_reviews()], ["confirmed"])
        dataset.put(review.replace(withdrawn=Saiga.Date.parse("2013")))
        self.assertEqual(len(self.compare(dataset).list_reviews()), 0)
        dataset.put(review)
        dataset.remove("cites.chlamydotis-macqueenii")
        self.assertEqual([nick(one.state) for one in self.compare(dataset).list_reviews()], ["orphan"])

    def test_a_row_that_became_part_of_another(self):
        """What was decided of it is kept and told, but counts for no other row."""
        dataset = Saiga.Dataset()
        dataset.set_snapshot(embedded())
        self.decide(dataset, Saiga.ReviewAxis.LISTING, [self.PAIR[1]], "neither")
        self.assertEqual([nick(one.state) for one in self.compare(dataset).list_reviews()], ["active"])
        self.decide(dataset, Saiga.ReviewAxis.CONCEPT, self.PAIR, "includes")
        joined = self.compare(dataset)
        self.assertEqual(nick(joined.find_row(self.PAIR[1]).listing_relation), "both-part")
        self.assertEqual({nick(one.review.axis): nick(one.state) for one in joined.list_reviews()}, {"listing": "orphan", "concept": "active"})

    def decide(self, dataset, axis, ids, verdict):
        review = self.compare(dataset).draft_review(axis, ids, verdict, "stakeholder.cms-secretariat", Saiga.Date.parse("2012-03-14"), "We said so.")
        dataset.put(review)
        return review

    def find(self, dataset, axis, row):
        return next(one for one in self.compare(dataset).list_findings(axis, False) if one.get_row_key() == row)

    def test_a_verdict_replaces_a_finding(self):
        """What was decided is shown, and what was computed beside it."""
        dataset = Saiga.Dataset()
        dataset.set_snapshot(embedded())
        axes = Saiga.ReviewAxis
        plain = self.find(dataset, axes.COHERENCE, "cms.falco-cherrug")
        self.assertEqual([plain.get_value(field) for field in ("computed", "decision", "decision-state")], ["", "", ""])
        for axis, ids, verdict, field, computed in (
                (axes.COHERENCE, ["cms.saiga-tatarica"], "agrees", "differences", "level"),
                (axes.RED_LIST, ["cms.saiga-tatarica"], "same", "assessed-as", "not-assessed"),
                (axes.HARMONISATION, ["cms.bos-grunniens", "cites.bos-mutus"], "refused", "recommendation", "agree-with-note")):
            with self.subTest(axis=nick(axis)):
                review = self.decide(dataset, axis, ids, verdict)
                self.assertEqual(review.computed, computed)
                found = self.find(dataset, axis, ids[0])
                self.assertEqual([found.get_value(one) for one in (field, "computed", "decision", "decision-state")],
                                 [verdict, computed, review.id, "active"])
                self.assertIn(f"decided({review.id})", found.get_value("evidence"))
        self.assertEqual({nick(one.state) for one in self.compare(dataset).list_reviews()}, {"active"})
        # Where the facts change, the verdict stays, and is marked.
        dataset.put(dataset.get_snapshot()["cites.bos-mutus"].replace(authorship="(Somebody, 1883)"))
        found = self.find(dataset, axes.HARMONISATION, "cms.bos-grunniens")
        self.assertEqual([found.get_value("recommendation"), found.get_value("decision-state")], ["refused", "stale"])
        self.assertIn("stale(", found.get_value("evidence"))

    def cases(self, dataset, axis, one_sided=False):
        return list(self.compare(dataset).list_open(axis, one_sided))

    def test_open_cases(self):
        """What a desktop tool asks for: each axis, shared rows or the others, without what was decided."""
        dataset = Saiga.Dataset()
        dataset.set_snapshot(embedded())
        axes = Saiga.ReviewAxis
        found = {axis: self.cases(dataset, axis) for axis in (axes.NAME, axes.CONCEPT, axes.LISTING, axes.COHERENCE, axes.RED_LIST, axes.HARMONISATION)}
        self.assertEqual([(nick(one.axis), one.taxon_ids, one.row_key, one.computed) for one in found[axes.NAME]],
                         [("name", ["cms.vanellus-chilensis", "cites.phoenicopterus-chilensis"], "cms.vanellus-chilensis", "fuzzy")])
        self.assertIn((self.PAIR, "unknown", "unknown"), [(one.taxon_ids, one.computed, nick(one.pair.concept_relation)) for one in found[axes.CONCEPT]])
        # Presumed and conditional rows, and entries that words alone limit; no scope in States.
        listings = {one.row_key: one.computed for one in found[axes.LISTING]}
        rows = {row.key: row for row in self.compare(dataset).get_view(Saiga.ConcordanceView.SHARED)}
        self.assertLessEqual({key for key, row in rows.items() if nick(row.certainty) != "certain"}, set(listings))
        self.assertEqual(listings["cms.acipenser-ruthenus"], "both-part")
        self.assertNotIn("cms.loxodonta-africana", listings)
        for axis in (axes.COHERENCE, axes.RED_LIST, axes.HARMONISATION):
            self.assertEqual([one.finding.get_value("row") for one in found[axis]],
                             [one.get_row_key() for one in self.compare(dataset).list_findings(axis, False) if one.get_value("recommendation") != "none"])
        self.assertEqual(len(self.cases(dataset, axes.UNSET)), sum(map(len, found.values())))
        one_sided = self.cases(dataset, axes.CONCEPT, True)
        self.assertIn(["cms.phaethon-rubricauda", "cites.clytolaema-rubricauda"], [one.taxon_ids for one in one_sided])
        self.assertEqual({one.finding.get_value("differences") for one in self.cases(dataset, axes.COHERENCE, True)}, {"one-sided"})
        # Decided, one by one: it is not asked again.
        for axis, cases in found.items():
            with self.subTest(axis=nick(axis)):
                mine = Saiga.Dataset()
                mine.set_snapshot(embedded())
                self.decide(mine, axis, cases[0].taxon_ids, Saiga.Concordance.list_verdicts(axis)[-1])
                left = [one.taxon_ids for one in self.cases(mine, axis)]
                self.assertNotIn(cases[0].taxon_ids, left)
                self.assertLess(len(left), len(cases))

    def test_stale_and_questioned_come_first(self):
        """Of any axis, before everything that is open; both still apply and are marked."""
        dataset = Saiga.Dataset()
        dataset.set_snapshot(embedded())
        axes = Saiga.ReviewAxis
        self.decide(dataset, axes.COHERENCE, ["cms.falco-cherrug"], "agrees")
        self.decide(dataset, axes.CONCEPT, self.PAIR, "includes")
        listing = self.decide(dataset, axes.LISTING, ["cms.acipenser-ruthenus"], "both")
        self.assertNotIn("cms.falco-cherrug", [one.row_key for one in self.cases(dataset, axes.COHERENCE)])
        self.assertTrue(all(one.review is None for one in self.cases(dataset, axes.UNSET)))
        dataset.put(dataset.get_snapshot()["cites.falco-cherrug"].replace(authorship="Somebody, 1834"))
        dataset.put(listing.replace(computed="only-a"))
        first, second, third = self.cases(dataset, axes.UNSET)[:3]
        self.assertEqual([(nick(one.axis), one.row_key, nick(one.review.state)) for one in (first, second)],
                         [("coherence", "cms.falco-cherrug", "stale"), ("listing", "cms.acipenser-ruthenus", "questioned")])
        self.assertEqual([first.finding.get_value("differences"), first.computed], ["agrees", "strict-a scope route"])
        self.assertIsNone(third.review)
        row = self.compare(dataset).find_row("cms.acipenser-ruthenus")
        self.assertIn(f"questioned({listing.id},only-a,both-part)", [row.get_reason(i).to_string() for i in range(row.n_reasons)])
        # In their own axis they come first too, and in no other.
        self.assertEqual(self.cases(dataset, axes.LISTING)[0].row_key, "cms.acipenser-ruthenus")
        self.assertIsNone(self.cases(dataset, axes.HARMONISATION)[0].review)
        # A stale verdict on a concept is marked in the pair.
        dataset.put(dataset.get_snapshot()[self.PAIR[1]].replace(authorship="(Gray, 1832)"))
        reasons = [reason.to_string() for pair in self.compare(dataset).find_row(self.PAIR[0]).pairs for reason in map(pair.get_reason, range(pair.n_reasons))]
        self.assertIn("stale(review.chlamydotis-undulata-concept,cites.chlamydotis-macqueenii authorship: (J. E. Gray, 1832) → (Gray, 1832))", reasons)

    def test_the_newest_wins(self):
        """Of one subject and axis the newest by date, then by id; one that was withdrawn no longer counts."""
        dataset = Saiga.Dataset()
        dataset.set_snapshot(embedded())
        old = self.decide(dataset, Saiga.ReviewAxis.CONCEPT, self.PAIR, "includes")
        self.decide(dataset, Saiga.ReviewAxis.CONCEPT, self.PAIR, "overlaps")
        self.assertEqual(nick(self.compare(dataset).compare_pair(*self.PAIR).concept_relation), "overlaps")
        dataset.put(old.replace(date=Saiga.Date.parse("2012-03-15")))
        self.assertEqual(nick(self.compare(dataset).compare_pair(*self.PAIR).concept_relation), "includes")
        dataset.put(old.replace(withdrawn=Saiga.Date.parse("2012-03-16")))
        self.assertEqual(nick(self.compare(dataset).compare_pair(*self.PAIR).concept_relation), "overlaps")

    def test_a_verdict_on_names_joins_and_parts(self):
        """Names decided to be of one type are of one row, homonyms of two; a verdict on the concept goes first."""
        dataset = Saiga.Dataset()
        dataset.set_snapshot(embedded())
        axes = Saiga.ReviewAxis
        fuzzy = ["cms.vanellus-chilensis", "cites.phoenicopterus-chilensis"]
        self.decide(dataset, axes.NAME, fuzzy, "transfer")
        made = self.compare(dataset)
        self.assertEqual(made.find_row(fuzzy[1]).key, made.find_row(fuzzy[0]).key)
        pair = made.compare_pair(*fuzzy)
        self.assertEqual([nick(pair.name_relation), nick(pair.name_certainty), nick(pair.computed_name_relation), nick(pair.concept_relation),
                          nick(pair.concept_certainty)], ["transfer", "certain", "fuzzy", "congruent", "presumed"])
        self.decide(dataset, axes.CONCEPT, fuzzy, "excludes")
        made = self.compare(dataset)
        self.assertNotEqual(made.find_row(fuzzy[1]).key, made.find_row(fuzzy[0]).key)
        self.decide(dataset, axes.NAME, ["cms.uncia-uncia", "cites.uncia-uncia"], "homonym")
        made = self.compare(dataset)
        self.assertEqual([nick(made.find_row(one).listing_relation) for one in ("cms.uncia-uncia", "cites.uncia-uncia")], ["only-a", "only-b"])
        pair = made.compare_pair("cms.uncia-uncia", "cites.uncia-uncia")
        self.assertEqual([nick(pair.concept_relation), nick(pair.concept_certainty), nick(pair.computed_concept_relation)], ["excludes", "certain", "congruent"])

    def test_words_that_do_not_limit(self):
        """An entry for "North Atlantic" is not whole as long as nobody has read the words. A person may say that
        it is: by the record, as the embedded one does, or by the class of the row."""
        dataset = Saiga.Dataset()
        dataset.set_snapshot(embedded())
        key = "cms.eubalaena-glacialis"
        row = self.compare(dataset).find_row(key)
        self.assertEqual([nick(row.listing_relation), nick(row.coverage_a)], ["both-higher", "own"])
        listing = dataset.get_snapshot()["listing.cms-eubalaena-glacialis-i"]
        self.assertEqual([listing.scope.get_words("en"), listing.scope_text], ["North Atlantic", None])
        dataset.put(listing.replace(scope_text=listing.scope))
        [whale] = [one for one in self.cases(dataset, Saiga.ReviewAxis.LISTING) if one.row_key == key]
        before = self.compare(dataset)
        row = before.find_row(key)
        self.assertEqual([nick(row.listing_relation), nick(row.coverage_a), whale.computed], ["both-part", "population", "both-part"])
        review = self.decide(dataset, Saiga.ReviewAxis.LISTING, whale.taxon_ids, "both-higher")
        made = self.compare(dataset)
        row = made.find_row(key)
        self.assertEqual([nick(row.listing_relation), nick(row.certainty), [one.computed for one in row.decisions]], ["both-higher", "certain", ["both-part"]])
        self.assertIn(f"decided({review.id})", [row.get_reason(i).to_string() for i in range(row.n_reasons)])
        self.assertEqual([made.count(one, False, False) - before.count(one, False, False) for one in
                          (Saiga.ListingRelation.BOTH_HIGHER, Saiga.ListingRelation.BOTH_PART)], [1, -1])
        self.assertNotIn(key, [one.row_key for one in self.cases(dataset, Saiga.ReviewAxis.LISTING)])

    def test_the_facts_of_a_review(self):
        """All of the row, the references and the assessments it rests on; the reviewer drops and adds."""
        dataset = Saiga.Dataset()
        dataset.set_snapshot(embedded())
        axes = Saiga.ReviewAxis
        facts = {(one.record, one.field): one.value for one in self.decide(dataset, axes.COHERENCE, ["cms.loxodonta-africana"], "agrees").bases}
        self.assertLessEqual({("cms.loxodonta-cyclotis", "name"), ("cites.loxodonta-africana", "synonyms"), ("cms.loxodonta-africana", "parent-id")}, set(facts))
        self.assertEqual(facts["listing.cites-loxodonta-africana-i-2007-09-13", "appendix"], "I")
        facts = {(one.record, one.field): one.value
                 for one in self.decide(dataset, axes.HARMONISATION, ["cms.phoebastria-albatrus", "cites.phoebastria-albatrus"], "accepted").bases}
        self.assertIn("document.splus-28050", [value for (record, field), value in facts.items() if field == "document-id"])

        made = self.compare(dataset)
        review = made.draft_review(axes.CONCEPT, self.PAIR, "includes", "stakeholder.cms-secretariat", Saiga.Date.parse("2012-03-14"), "One bird.")
        kept = [one for one in review.bases if one.field != "authorship"]
        added = made.draft_basis("cites.chlamydotis", "authorship")
        self.assertEqual([added.record, added.field, added.value], ["cites.chlamydotis", "authorship", "Lesson, 1839"])
        dataset.put(review.replace(bases=kept + [added]))

        def state():
            return [nick(one.state) for one in self.compare(dataset).list_reviews() if one.review.id == review.id]
        dataset.put(dataset.get_snapshot()[self.PAIR[1]].replace(authorship="(Gray, 1832)"))
        self.assertEqual(state(), ["active"])
        dataset.put(dataset.get_snapshot()["cites.chlamydotis"].replace(authorship="Somebody"))
        self.assertEqual(state(), ["stale"])
        for record, field in (("cites.nobody", "name"), ("cites.chlamydotis", "colour")):
            with self.assertRaises(GLib.Error) as caught:
                made.draft_basis(record, field)
            self.assertTrue(caught.exception.matches(Saiga.error_quark(), Saiga.Error.NOT_FOUND))

    def test_verdicts_are_of_their_axis(self):
        with self.assertRaises(GLib.Error) as caught:
            self.review(embedded(), "transfer")
        self.assertTrue(caught.exception.matches(Saiga.error_quark(), Saiga.Error.VALUE))
        self.assertEqual(caught.exception.message, "“transfer” is no verdict on concept; one is: congruent, includes, included-in, overlaps, excludes, unknown")
        self.assertEqual(Saiga.Concordance.list_verdicts(Saiga.ReviewAxis.UNSET), [])

    @with_tables
    def test_an_assessment_that_changes(self):
        dataset = Saiga.Dataset()
        dataset.set_snapshot(proposals().get_snapshot())
        dataset.put(Saiga.Assessment(id="assessment.mdd-saiga-tatarica", taxon_id="mdd.saiga-tatarica", category=Saiga.AssessmentCategory.CR,
                                     latest=Saiga.Ternary.YES, published=Saiga.Date.parse("2008")))
        review = self.decide(dataset, Saiga.ReviewAxis.RED_LIST, ["cms.saiga-tatarica"], "same")
        self.assertEqual({one.record: one.value for one in review.bases if one.field == "category"}, {"assessment.mdd-saiga-tatarica": "cr"})
        dataset.put(dataset.get_snapshot()["assessment.mdd-saiga-tatarica"].replace(category=Saiga.AssessmentCategory.NT))
        self.assertEqual([nick(one.state) for one in self.compare(dataset).list_reviews()], ["stale"])
        self.assertEqual(self.find(dataset, Saiga.ReviewAxis.RED_LIST, "cms.saiga-tatarica").get_value("assessed-as"), "same")

    def test_the_words_of_a_proposal(self):
        dataset = Saiga.Dataset()
        dataset.set_snapshot(embedded())
        review = self.decide(dataset, Saiga.ReviewAxis.HARMONISATION, ["cms.bos-grunniens"], "changed")
        dataset.put(review.replace(text=Saiga.Text("en", "Both say Bos mutus for the wild form.")))
        self.assertEqual(self.find(dataset, Saiga.ReviewAxis.HARMONISATION, "cms.bos-grunniens").get_value("text"), "Both say Bos mutus for the wild form.")


class Changes(unittest.TestCase):
    def test_between_two_days(self):
        changes = list(concordance("cms", "cites", "2012-02-23", False).compare(concordance("cms", "cites", "2012-02-22", False)))
        self.assertIn(("changed", "cms.falco-cherrug", "appendices-a", "II", "I/II"),
                      [(nick(one.kind), one.row_key, one.field, one.old, one.new) for one in changes])
        back = list(concordance("cms", "cites", "2012-02-22", False).compare(concordance("cms", "cites", "2012-02-23", False)))
        self.assertEqual(sorted(one.row_key for one in changes if nick(one.kind) == "added"), sorted(one.row_key for one in back if nick(one.kind) == "gone"))
        self.assertEqual(len(concordance("cms", "cites", DAY, False).compare(concordance("cms", "cites", DAY, False))), 0)

    def test_a_decision_joins(self):
        dataset = Saiga.Dataset()
        dataset.set_snapshot(embedded())
        before = concordance("cms", "cites", DAY, False)
        dataset.put(before.draft_review(Saiga.ReviewAxis.CONCEPT, Reviews.PAIR, "includes", "stakeholder.cms-secretariat",
                                        Saiga.Date.parse("2012-03-14"), "One bird."))
        after = Saiga.Concordance.new(dataset.get_snapshot(), "authority.cms", "authority.cites", Saiga.Date.parse(DAY))
        [change, decision] = after.compare(before)
        self.assertEqual([nick(change.kind), change.row_key, change.old], ["joined", Reviews.PAIR[0], " ".join(Reviews.PAIR)])
        self.assertEqual([nick(decision.kind), decision.name, decision.old, decision.new],
                         ["decision", "review.chlamydotis-undulata-concept", None, "active"])
        [change, decision] = before.compare(after)
        self.assertEqual([nick(change.kind), change.new], ["split", " ".join(Reviews.PAIR)])
        self.assertEqual([decision.old, decision.new], ["active", None])
        self.assertEqual(len(after.compare(after)), 0)
        # One that has become stale is told as long as it is.
        taxon = dataset.get_snapshot()[Reviews.PAIR[1]]
        dataset.put(taxon.replace(authorship="(Gray, 1832)"))
        stale = Saiga.Concordance.new(dataset.get_snapshot(), "authority.cms", "authority.cites", Saiga.Date.parse(DAY))
        self.assertIn(("active", "stale"), [(one.old, one.new) for one in stale.compare(after) if nick(one.kind) == "decision"])
        self.assertEqual([(one.old, one.new) for one in stale.compare(stale)], [("stale", "stale")])

    def test_version(self):
        """Equal facts have an equal version; a side that changed, another digest of that side."""
        made = concordance("cms", "cites", DAY, False)
        rules, day, a, b = made.dup_version().split(" ")
        self.assertEqual([rules, day, len(a), len(b)], ["1", DAY, 64, 64])
        dataset = Saiga.Dataset()
        dataset.set_snapshot(embedded())
        dataset.put(made.draft_review(Saiga.ReviewAxis.CONCEPT, Reviews.PAIR, "includes", "stakeholder.cms-secretariat",
                                      Saiga.Date.parse("2012-03-14"), "One bird."))

        def version():
            return Saiga.Concordance.new(dataset.get_snapshot(), "authority.cms", "authority.cites", Saiga.Date.parse(DAY)).dup_version().split(" ")
        self.assertEqual(version(), [rules, day, a, b])
        dataset.put(dataset.get_snapshot()[Reviews.PAIR[1]].replace(authorship="(Gray, 1832)"))
        other = version()
        self.assertEqual(other[:3], [rules, day, a])
        self.assertNotEqual(other[3], b)


class Asynchronous(unittest.TestCase):
    def start(self, cancellable=None):
        fractions, results = [], []
        loop = GLib.MainLoop()

        def done(_source, result):
            try:
                results.append(Saiga.Concordance.make_finish(result))
            except GLib.Error as error:
                results.append(error)
            loop.quit()
        Saiga.Concordance.make_async(embedded(), "authority.cms", "authority.cites", Saiga.Date.parse(DAY), cancellable, done, fractions.append)
        loop.run()
        return fractions, results[0]

    def test_progress(self):
        fractions, made = self.start()
        self.assertEqual(fractions, sorted(fractions))
        self.assertGreaterEqual(len(fractions), 2)
        self.assertEqual(len(made), len(concordance("cms", "cites", DAY, False)))

    def test_cancelling(self):
        cancellable = Gio.Cancellable()
        cancellable.cancel()
        _fractions, error = self.start(cancellable)
        self.assertTrue(error.matches(Gio.io_error_quark(), Gio.IOErrorEnum.CANCELLED))


class Chapter(unittest.TestCase):
    def test_the_manual_says_what_is(self):
        blocks = re.findall(r"```python\n(.*?)```", CHAPTER.read_text(encoding="utf-8"), re.DOTALL)
        self.assertGreaterEqual(len(blocks), 11)
        names = {}
        for block in blocks:
            with self.subTest(block=block):
                exec(compile(block, str(CHAPTER), "exec"), names)  # pylint: disable=exec-used


if __name__ == "__main__":
    unittest.main()
