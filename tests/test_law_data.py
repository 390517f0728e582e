# SPDX-License-Identifier: LGPL-2.1-or-later
"""The law of the embedded listings against texts and tables that were not made from them.

Every disagreement stands in data/law-disagreements.csv under one of the reasons in REASONS; the
test fails for one that does not, and for one that stands there and is none.
"""

import collections
import csv
import re
import unittest

import gi

gi.require_version("Saiga", "1")
from gi.repository import Saiga  # noqa: E402

import law_data  # noqa: E402
from accounting import PROJECT, need_tables, table  # noqa: E402

REASONS = {
    "source file wrong", "text wrong or in words", "later correction", "spelling",  # of the texts
    "copy", "delayed",  # a copy of a reservation on a higher taxon; the source's flag follows the text
    "changed later", "presumed changed later", "concept moved", "theirs wrong", "words",  # of the index of 2017
}
KINGDOMS = {"fauna": "Animalia", "flora": "Plantae"}


def date(text):
    return Saiga.Date.parse(text)


def disagreements(test):
    with open(PROJECT / "tests" / "data" / "law-disagreements.csv", newline="", encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    assert {row["reason"] for row in rows} <= REASONS
    return {row["entry"]: row["reason"] for row in rows if row["test"] == test}


def parties(text):
    return [party for party in re.split(r"[;, ]+", text) if party] or [""]


def printed_name(row):
    name = re.sub(r" (spp\.|and infraspecific taxa of this species)$", "", row["listed_as"]).strip()
    return name.capitalize() if name.isupper() else name


def printed_scope(row):
    """The countries that a row of the text names, `words` for populations that are none, or nothing."""
    for sign, column in (("only", "scope"), ("not", "except_scope")):
        codes = re.search(rf"(?<!_){column} iso2: ([A-Z ]+)", row["note"])
        if codes:
            return f"{sign} {' '.join(sorted(codes.group(1).split()))}"
    return "words" if row["scope"] or row["except_scope"] else ""


def computed_scope(piece):
    codes = " ".join(sorted(area[5:].upper() for area in piece.get_areas()))
    if codes:
        return f"{'not' if piece.get_excepts() else 'only'} {codes}"
    return "words" if piece.get_listing().get_scope_text() else ""


def printed_excepts(row):
    """The taxa that a row leaves out by name; what is in another Appendix is left out by that."""
    names = re.sub(r"\([^)]*\)|species of the family |spp\.", "", row["except_taxa"])
    return {name.strip() for name in names.split(";") if re.match(r"[A-Z][a-z]+( [a-z]+)*$", name.strip())}


def entries(law, day):
    """{(appendix, name, Party): id of the taxon} of all entries that stand on a day."""
    found = {}
    for change in Saiga.LawChanges.new(law, date("1970-01-01"), date(day), None):
        if change.get_kind() in (Saiga.LawChangeKind.ADDED, Saiga.LawChangeKind.PARTY_ADDED):
            for listing in change.get_new_listings():
                party = listing.get_party_id()
                key = (listing.get_appendix(), change.get_taxon().get_name(), party[5:].upper() if party else "")
                found[key] = change.get_taxon().get_id()
    return found


class Data(unittest.TestCase):
    maxDiff = None

    @classmethod
    def setUpClass(cls):
        need_tables()
        cls.snapshot = Saiga.Snapshot.new_embedded()
        cls.cites = Saiga.Law.new(cls.snapshot, "instrument.cites")
        cls.cms = Saiga.Law.new(cls.snapshot, "instrument.cms")
        cls.names = law_data.taxa(cls.snapshot, "authority.cites")
        cls.kingdom = {taxon.get_id(): kingdom for (kingdom, _name), taxon in cls.names.items()}

    def agree(self, test, found):
        """Each disagreement is known and sorted, and each known one is found."""
        self.assertEqual(sorted(found), sorted(disagreements(test)))

    # ---- texts of the day

    def compare_text(self, kingdom, n_text, n_computed, n_both):
        law = Saiga.Law.new_printed(self.snapshot, "instrument.cites")
        text = {(row["appendix"], printed_name(row), party) for row in table(f"joint/cites-{kingdom}-2013") for party in parties(row["party_iso2"])}
        computed = {key for key, taxon in entries(law, "2013-06-12").items() if self.kingdom[taxon] == KINGDOMS[kingdom]}
        self.assertEqual((len(text), len(computed), len(text & computed)), (n_text, n_computed, n_both))
        self.agree(f"text-{kingdom}", {f"{side} {' '.join(key).strip()}" for side, keys in (("text", text - computed), ("computed", computed - text))
                                       for key in keys})

    def test_fauna_2013(self):
        self.compare_text("fauna", 959, 976, 955)

    def test_flora_2013(self):
        self.compare_text("flora", 209, 209, 208)

    def compare_limits(self, kingdom, n_countries, n_taxa):
        """Which countries each entry names, and that no taxon that it leaves out is listed through it."""
        law = Saiga.Law.new_printed(self.snapshot, "instrument.cites")
        found = entries(law, "2013-06-12")
        day = date("2013-06-12")
        scopes, excepts = set(), set()
        countries = taxa = 0

        def pieces(taxon, entry, appendix):
            return [piece for piece in Saiga.Status.new(law, taxon, None, day).get_listings()
                    if piece.get_taxon().get_id() == entry and piece.get_appendix() == appendix]

        for row in table(f"joint/cites-{kingdom}-2013"):
            taxon = found.get((row["appendix"], printed_name(row), parties(row["party_iso2"])[0]))
            standing = pieces(taxon, taxon, row["appendix"]) if taxon else []
            if not standing:  # an Appendix III that another entry covers, or a name that compare_text tells of
                continue
            entry = f"{row['appendix']} {printed_name(row)}"
            text, computed = printed_scope(row), {computed_scope(piece) for piece in standing}
            countries += len(text.split()) - 1 if text[:4] in ("only", "not ") else 0
            if computed != {text}:
                scopes.add(f"{entry}: {text or 'all'} / {'; '.join(sorted(scope or 'all' for scope in computed))}")
            for name in printed_excepts(row):
                left_out = self.names.get((KINGDOMS[kingdom], name))
                taxa += left_out is not None
                if left_out and pieces(left_out.get_id(), taxon, row["appendix"]):
                    excepts.add(f"{entry}: text {name}")
            excepts |= {f"{entry}: computed {self.snapshot.lookup(name).get_name()}" for piece in standing
                        for name in piece.get_listing().get_except_taxon_ids()
                        if self.snapshot.lookup(name).get_name() not in printed_excepts(row)}
        self.assertEqual((countries, taxa), (n_countries, n_taxa))
        self.agree(f"scope-{kingdom}", scopes)
        self.agree(f"except-{kingdom}", excepts)

    def test_fauna_2013_scopes(self):
        self.compare_limits("fauna", 89, 11)

    def test_flora_2013_scopes(self):
        self.compare_limits("flora", 10, 6)

    def test_delayed_entries_are_printed_before_they_bind(self):
        printed = Saiga.Law.new_printed(self.snapshot, "instrument.cites")
        for law, day, appendices in ((printed, "2013-06-12", {"II", "III"}), (self.cites, "2013-06-12", {"III"}),
                                     (self.cites, "2014-09-13", {"III"}), (self.cites, "2014-09-14", {"II"})):
            self.assertEqual({key[0] for key in entries(law, day) if key[1] == "Sphyrna lewini"}, appendices)

    @classmethod
    def read_cms_table(cls):
        """The additions of the table of 2013 as listings, and for each id what the source says of being current."""
        ids = {}
        builder = Saiga.ChangeSetBuilder.new(cls.snapshot)
        for taxon in cls.snapshot.get_records(Saiga.Taxon):
            if taxon.get_authority_id() == "authority.cms":
                ids.update({number.value.removeprefix("animalia:").lower(): taxon.get_id() for number in taxon.get_identifiers()
                            if number.scheme == "splus-rec"})
        for listing in cls.snapshot.get_records(Saiga.Listing):
            builder.remove(listing.get_id())
        flags = {}
        for n, row in enumerate(table("speciesplus-2013/CMS_legislation_utf8")):
            if row["listing"] in ("I", "II"):
                taxon = next(ids[key] for key in (f"{rank}:{row['rec_id']}" for rank in (row["rank"].lower(), "species", "subspecies")) if key in ids)
                day, month, year = row["effective_from"].split("/")
                when = {"effective": year if (day, month) == ("01", "01") else f"{year}-{month}-{day}"}
                when = {"precision": "placeholder"} if row["effective_from"] == "01/01/1979" else when
                builder.put(Saiga.Listing(id=f"listing.n{n}", instrument_id="instrument.cms", taxon_id=taxon, appendix=row["listing"], **when))
                flags[f"listing.n{n}"] = row["is_current"]
        return Saiga.Law.new(cls.snapshot.apply(builder.build()), "instrument.cms"), flags

    def test_cms_2012(self):
        """The embedded entries are the text; the table of 2013 is another history of the same."""
        table_law, _flags = self.read_cms_table()
        text, computed = ({f"{key[0]} {taxon}" for key, taxon in entries(law, "2012-02-23").items()} for law in (self.cms, table_law))
        self.assertEqual((len(text), len(computed), len(text & computed)), (368, 378, 367))
        self.agree("text-cms", {f"{side} {key}" for side, keys in (("text", text - computed), ("computed", computed - text)) for key in keys})

    # ---- the source's own flags and pairs

    @staticmethod
    def standing(law, day):
        return {listing.get_id() for change in Saiga.LawChanges.new(law, date("1970-01-01"), date(day), None)
                if change.get_kind() in (Saiga.LawChangeKind.ADDED, Saiga.LawChangeKind.PARTY_ADDED) for listing in change.get_new_listings()}

    def test_current_flags(self):
        day = "2013-09-27"
        standing = self.standing(self.cites, day)
        additions = [listing for listing in self.snapshot.get_records(Saiga.Listing) if listing.get_instrument_id() == "instrument.cites"
                     and listing.get_change() == Saiga.ListingChange.ADDITION and listing.get_current_in_source() != Saiga.Ternary.UNKNOWN]
        for taxon in {listing.get_taxon_id() for listing in additions if listing.get_included_in_id()}:
            status = Saiga.Status.new(self.cites, taxon, None, date(day))
            standing |= {reason.get_arguments()[0] for reason in map(status.get_reason, range(status.get_n_reasons()))
                         if reason.get_code() == "included"}
        self.assertEqual(len(additions), 3057)
        self.agree("current", {listing.get_id() for listing in additions
                               if (listing.get_id() in standing) != (listing.get_current_in_source() == Saiga.Ternary.YES)})

    def test_current_flags_of_cms(self):
        """All rows of the table, and all embedded entries that it has."""
        table_law, flags = self.read_cms_table()
        standing = self.standing(table_law, "2013-09-27")
        self.assertEqual((len(flags), sum(flag == "1" for flag in flags.values())), (391, 391))
        self.agree("current-cms", {row for row, flag in flags.items() if (row in standing) != (flag == "1")})
        embedded = [listing for listing in self.snapshot.get_records(Saiga.Listing) if listing.get_instrument_id() == "instrument.cms"
                    and listing.get_current_in_source() != Saiga.Ternary.UNKNOWN]
        standing = self.standing(self.cms, "2013-09-27")
        self.assertEqual(len(embedded), 371)
        self.agree("current-cms-embedded", {listing.get_id() for listing in embedded
                                            if (listing.get_id() in standing) != (listing.get_current_in_source() == Saiga.Ternary.YES)})

    def test_reservations(self):
        """Start and end of each, whether withdrawn or lapsed, as the source pairs them."""
        theirs = collections.Counter((row["taxon_name"], row["appendix"], row["party_iso2"], row["start"], row["end"])
                                     for row in table("joint/reservations-cites-2013"))
        ours = {}
        for change in Saiga.LawChanges.new(self.cites, date("1970-01-01"), date("2015-01-01"), None):
            kind = change.get_kind()
            if kind == Saiga.LawChangeKind.RESERVED:
                listing = change.get_new_listings()[0]
                ours[listing.get_id()] = [re.sub(r" (ssp|var)\.", "", change.get_taxon().get_name()), change.get_after()[0], (change.get_party_id() or "area.")[5:].upper(),
                                          (change.get_printed() or change.get_effective()).to_string(), ""]
            elif kind in (Saiga.LawChangeKind.WITHDRAWN, Saiga.LawChangeKind.LAPSED):
                held = ours.get(change.get_old_listings()[0].get_id())
                if held and change.get_effective().to_string() <= "2013-09-27":
                    held[4] = change.get_effective().to_string()
        agreed = theirs & collections.Counter(map(tuple, ours.values()))
        self.assertEqual((sum(theirs.values()), sum(agreed.values())), (1516, 1294))
        self.agree("reservation", {" ".join(key).strip() for key in theirs - agreed})

        # Copies repeat what the Party reserved for the genus on the same day. Those of five species of Varanus and so on have
        # withdrawals of their own, with that of the genus: who compares ends alone finds that they agree too.
        copies = {key for key in theirs - agreed if disagreements("reservation")[" ".join(key).strip()] == "copy"}
        genera = {(key[0].split()[0], *key[1:4]): key[4] for key in theirs if " " not in key[0]}
        self.assertEqual(collections.Counter(key[0].split()[0] for key in copies),
                         {"Hippocampus": 184, "Agalychnis": 5, "Varanus": 5, "Pelusios": 4, "Chelonoidis": 3})
        self.assertEqual({key for key in copies if genera[key[0].split()[0], *key[1:4]] != key[4]}, set())
        self.assertEqual({key[0].split()[0] for key in copies if key[4]}, {"Varanus", "Pelusios", "Chelonoidis"})

    # ---- counts of a day and between days

    def test_certainty(self):
        """Species of the lists on 2012-02-23; with the ranges of 2017 those of CITES."""
        law = Saiga.Law.new(law_data.with_ranges(), "instrument.cites")
        expected = [[2937, 863, 18955, 242, 15], [0, 56, 237, 0, 0], [0, 8, 2, 26, 2]]
        self.assertEqual(self.count(law, ["", "I", "II", "III", "I/II"]), expected)
        self.assertEqual(self.count(self.cms, ["", "I", "II", "I/II"]), [[110, 48, 128, 71], [0, 0, 0, 0], [0, 2, 502, 8]])

    def test_certainty_of_cms_by_the_table(self):
        """The table of 2013 has no words that limit four entries of the text, and not Grus virgo: with this it is as counted from it."""
        builder = Saiga.ChangeSetBuilder.new(self.snapshot)
        for name in ("phocoena-phocoena-ii-1989-01-12", "stenella-attenuata-ii-1991-12-12", "stenella-longirostris-ii-1991-12-12",
                     "tursiops-truncatus-ii-1989-01-12"):
            listing = self.snapshot.lookup(f"listing.cms-{name}")
            self.assertIn("population", listing.get_scope_text().get_words("en"))
            row = Saiga.RecordBuilder.new_from(listing)
            row.set_string("scope-text", None)
            builder.put(row.build())
        builder.remove("cms.grus-virgo")
        law = Saiga.Law.new(self.snapshot.apply(builder.build()), "instrument.cms")
        self.assertEqual(self.count(law, ["", "I", "II", "I/II"]), [[110, 48, 132, 71], [0, 0, 0, 0], [0, 2, 497, 8]])

    def count(self, law, appendices):
        statuses = Saiga.StatusTable.new(law, None, date("2012-02-23"))
        return [[statuses.count(Saiga.TaxonRank.SPECIES, codes, certainty) for codes in appendices]
                for certainty in (Saiga.StatusCertainty.CERTAIN, Saiga.StatusCertainty.INFERRED, Saiga.StatusCertainty.UNCERTAIN)]

    def test_differences(self):
        kind = Saiga.LawChangeKind
        columns = [(kind.ADDED, "I"), (kind.ADDED, "II"), (kind.REMOVED, "I"), (kind.REMOVED, "II"), (kind.TRANSFERRED, None),
                   (kind.SCOPE_CHANGED, None), (kind.AMENDED, None), (kind.PARTY_ADDED, None), (kind.PARTY_ENDED, None), (kind.PARTY_AMENDED, None)]
        for start, end, expected in (("2010-06-22", "2010-06-23", [1, 15, 1, 3, 1, 1, 53, 0, 1, 4]),
                                     ("2013-06-11", "2013-06-12", [4, 43, 7, 8, 4, 4, 13, 1, 117, 1]),
                                     ("2012-02-23", "2014-09-14", [4, 49, 7, 8, 4, 4, 14, 2, 117, 1])):
            changes = Saiga.LawChanges.new(self.cites, date(start), date(end), None)
            self.assertEqual([changes.count(*column) for column in columns], expected)
        changes = Saiga.LawChanges.new(self.cms, date("2012-02-22"), date("2012-02-23"), None)
        self.assertEqual({(change.get_taxon().get_name(), change.get_kind().value_nick, "/".join(change.get_after())) for change in changes},
                         {("Manta birostris", "added", "I/II"), ("Numenius madagascariensis", "added", "I"), ("Numenius tahitiensis", "added", "I"),
                          ("Dolichonyx oryzivorus", "added", "II"), ("Ovis ammon", "added", "II"), ("Falco cherrug", "added", "I"),
                          ("Falco vespertinus", "added", "I")})

    # ---- the index of 2017

    def test_index_2017(self):
        """What the history until 2013 says of a day in 2017, against what was listed then."""
        statuses = {status.get_taxon().get_id(): status
                    for status in Saiga.StatusTable.new(Saiga.Law.new(law_data.with_ranges(), "instrument.cites"), None, date("2017-04-21"))}
        # The index has varieties with their rank, subspecies without, and what is in quotes in lower case.
        ids = {(kingdom, spelling.lower()): taxon.get_id() for (kingdom, name), taxon in self.names.items()
               if taxon.get_name_kind() == Saiga.TaxonNameKind.ACCEPTED for spelling in (name, name.replace(" ssp.", ""))}
        changed = {row["taxon"].removesuffix(" spp.") for row in table("joint/cites-changes-2013-2015") if row["taxon"]}
        symbols = {row["annotation_symbol"] for row in table("joint/cites-flora-2013")}
        counts = collections.Counter()
        differ = set()
        evidence = {}
        for row in law_data.index():
            status = statuses.get(ids.get((row["Kingdom"], row["FullName"].lower())))
            listed = set(row["CurrentListing"].split("/")) - {"NC", ""}
            if status is None or not row["CurrentListing"].strip():
                counts["unknown" if status is None else "blank"] += 1
                continue
            counts[status.get_how().value_nick] += 1
            counts["incomplete"] += ("NC" in row["CurrentListing"].split("/")) == status.get_incomplete()
            if set(status.list_appendices()) | set(status.list_aggregated()) == listed:
                counts["agree"] += 1
            else:
                entry = f"{row['FullName']} {row['CurrentListing']}"
                differ.add(entry)
                evidence[entry] = row["FullName"] in changed or row["#AnnotationSymbol"] not in symbols
        self.assertEqual(counts, {"agree": 22178, "incomplete": 22080, "explicit": 1120, "inherited": 20941, "aggregated": 96, "none": 172,
                                  "blank": 33, "unknown": 15717})
        self.agree("index-2017", differ)
        for entry, reason in disagreements("index-2017").items():
            with self.subTest(entry=entry):  # a later table of changes, or a symbol that the text of 2013 does not have
                self.assertEqual(evidence[entry], reason == "changed later")


if __name__ == "__main__":
    unittest.main()
