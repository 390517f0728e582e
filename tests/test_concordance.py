# SPDX-License-Identifier: LGPL-2.1-or-later
"""The concordance against real lists and hand-made ones.

The 105 pairs of nomenclature-cases.csv are read as their README says: AviList and the Mammal
Diversity Database by small readers that are here for the tests alone.
"""

import collections
import csv
import functools
import unittest

import gi

gi.require_version("Saiga", "1")
from gi.repository import GLib, Saiga  # noqa: E402

import concordance_data  # noqa: E402
from accounting import SHARED  # noqa: E402

DAY = "2012-02-23"


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


@unittest.skipUnless(SHARED, "SAIGA_TEST_DATA is not set")
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


if __name__ == "__main__":
    unittest.main()
