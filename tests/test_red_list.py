# SPDX-License-Identifier: LGPL-2.1-or-later
"""The Red List Index: our figures against a few lines of Python, and what counts in it."""

import collections
import csv
import gzip
import os
import pathlib
import random
import re
import statistics
import unittest
import xml.etree.ElementTree as ET

import gi

gi.require_version("Saiga", "1")
from gi.repository import Gio, GLib, Saiga  # noqa: E402

PROJECT = pathlib.Path(__file__).resolve().parents[1]
SHARED = pathlib.Path(os.environ.get("SAIGA_TEST_DATA") or PROJECT.parent / "shared" / "data")
TABLE = SHARED / "redlist" / "rli_categories.csv.gz"

EXTINCT, CRITICAL = Saiga.RedListTreatment.EXTINCT, Saiga.RedListTreatment.CRITICALLY_ENDANGERED
Category = Saiga.AssessmentCategory
N_RUNS, SEED = 200, 20120223


def read_table(text):
    return Saiga.RedListTable.new_from_bytes(GLib.Bytes.new(text if isinstance(text, bytes) else text.encode()))


def make_table(rows):
    """Rows of taxon, year and category as the Red List writes it, all of one group."""
    lines = [f"{taxon},{category},{year},Made-up" for taxon, year, category in rows]
    return read_table("\n".join(["sis_taxon_id,red_list_category,year,taxonomic_group", *lines]))


def values(index, group="Made-up"):
    return {point.year: point.value for point in index if point.group == group}


class CheckValues(unittest.TestCase):
    """What everybody who computes the index must get. Nobody was extinct in the first year."""

    def compute(self, *categories, treatment=EXTINCT):
        first = [(str(i), 2000, "LC") for i in range(len(categories))]
        second = [(str(i), 2010, category) for i, category in enumerate(categories)]
        return values(Saiga.RedListIndex(make_table(first + second), treatment))[2010]

    def test_check_values(self):
        self.assertEqual(self.compute("NT", "VU", "EN", "CR", "EX"), 0.4)
        self.assertEqual(self.compute("LC", "LC", "LC"), 1.0)
        self.assertEqual(self.compute("EX", "EX"), 0.0)

    def test_weights(self):
        weights = {"LC": 0, "NT": 1, "VU": 2, "EN": 3, "CR": 4, "EW": 5, "RE": 5, "EX": 5, "LR/lc": 0, "LR/nt": 1, "LR/cd": 1}
        for category, weight in weights.items():
            with self.subTest(category):
                self.assertEqual(self.compute(category), 1 - weight / 5)

    def test_possibly_extinct(self):
        for category in ("CR(PE)", "CR(PEW)"):
            self.assertEqual(self.compute(category), 0.0)
            self.assertEqual(self.compute(category, treatment=CRITICAL), 1 - 4 / 5)

    def test_who_is_counted(self):
        self.assertEqual(self.compute("LC", "EX", "DD", "DD", "NE"), 0.5)

    def test_extinct_from_the_first_is_left_out(self):
        rows = [("a", 2000, "EX"), ("b", 2000, "LC"), ("c", 2000, "EW"), ("d", 2000, "DD")]
        rows += [("a", 2010, "EX"), ("b", 2010, "EX"), ("c", 2010, "EX"), ("d", 2010, "EX"), ("e", 2010, "EX")]
        index = Saiga.RedListIndex(make_table(rows))
        self.assertEqual(values(index), {2000: 0.5, 2010: 0.0})
        self.assertEqual([(point.n_counted, point.n_data_deficient, point.n_left_out) for point in index], [(2, 1, 2), (3, 0, 2)])


def count(rows, weights):
    """The weights by group and year, and the years by data deficient taxon; taxa extinct from the first left out."""
    first = {}
    for taxon, category, year, _group in sorted(rows, key=lambda row: row[2]):
        first.setdefault(taxon, category)
    counted, deficient = collections.defaultdict(list), collections.defaultdict(lambda: collections.defaultdict(list))
    for taxon, category, year, group in rows:
        if first[taxon] == "EX":
            continue
        if category == "DD":
            deficient[group][taxon].append(year)
        else:
            counted[group, year].append(weights[category])
    return counted, deficient


def compute_index(sums_and_counts):
    return {key: 1 - total / (5 * n) for key, (total, n) in sums_and_counts.items()}


def follow(points, year):
    """A line through points; before the first and after the last on as between the two nearest."""
    years = sorted(points)
    if len(years) == 1:
        return points[years[0]]
    i = max(1, min(len(years) - 1, sum(other < year for other in years)))
    a, b = years[i - 1], years[i]
    return min(1, max(0, points[a] + (points[b] - points[a]) * (year - a) / (b - a)))


def aggregate(index):
    groups = collections.defaultdict(dict)
    for (group, year), value in index.items():
        groups[group][year] = value
    return {year: statistics.fmean(follow(points, year) for points in groups.values()) for _group, year in index}


def draw(counted, deficient, n_runs, seed):
    """An index a run, in which each data deficient taxon draws once."""
    runs = [{} for _ in range(n_runs)]
    for group, taxa in deficient.items():
        name = 5381
        for byte in group.encode():
            name = (name * 33 + byte) % 2**32
        generator = random.Random(seed + (name << 32))
        weights = {year: sorted(counted[key]) for key in counted for year in [key[1]] if key[0] == group}
        for run in runs:
            sums = {year: [sum(counted[group, year]), len(weights[year])] for year in weights}
            for taxon in sorted(taxa):
                number = generator.getrandbits(32)
                for year in taxa[taxon]:
                    sums[year][0] += weights[year][number * len(weights[year]) >> 32]
                    sums[year][1] += 1
            run.update(compute_index({(group, year): pair for year, pair in sums.items()}))
    return runs


@unittest.skipUnless(TABLE.exists() or os.environ.get("SAIGA_REQUIRE_DATA"), f"NO SHARED TABLES in {SHARED}: set SAIGA_TEST_DATA")
class Published(unittest.TestCase):
    """The table that IUCN publishes: 138,786 categories of birds, mammals, amphibians, corals and cycads."""

    @classmethod
    def setUpClass(cls):
        cls.table = Saiga.RedListTable.new_from_file(Gio.File.new_for_path(str(TABLE)), None)
        with gzip.open(TABLE, "rt", encoding="utf-8", newline="") as file:
            cls.rows = [(row["sis_taxon_id"], row["red_list_category"], int(row["year"]), row["taxonomic_group"])
                        for row in csv.DictReader(file)]

    def weights(self, treatment):
        possibly_extinct = 5 if treatment == EXTINCT else 4
        return {"LC": 0, "NT": 1, "VU": 2, "EN": 3, "CR": 4, "EW": 5, "EX": 5, "CR(PE)": possibly_extinct, "CR(PEW)": possibly_extinct}

    def test_all_rows_are_read(self):
        self.assertEqual(len(self.rows), 138786)
        self.assertEqual(self.table.get_n_taxa(), len({row[0] for row in self.rows}))
        self.assertEqual(self.table.list_groups(), ["Amphibian", "Bird", "Coral", "Cycad", "Mammal"])

    def test_every_group_and_year(self):
        for treatment in (EXTINCT, CRITICAL):
            counted, deficient = count(self.rows, self.weights(treatment))
            expected = compute_index({key: (sum(weights), len(weights)) for key, weights in counted.items()})
            self.assertEqual(len(expected), 18)
            index = Saiga.RedListIndex(self.table, treatment, n_runs=1)
            self.assertEqual({(point.group, point.year): point.value for point in index if point.group}, expected)
            self.assertEqual({(point.group, point.year): point.n_counted for point in index if point.group},
                             {key: len(weights) for key, weights in counted.items()})
            self.assertEqual({(point.group, point.year): point.n_data_deficient for point in index if point.group},
                             {(group, year): sum(year in years for years in deficient[group].values()) for group, year in counted})
            together = aggregate(expected)
            self.assertEqual(sorted(values(index, None)), sorted(together))
            for year, value in values(index, None).items():
                self.assertAlmostEqual(value, together[year], 12)

    def test_both_treatments_differ_as_they_must(self):
        extinct, critical = (values(Saiga.RedListIndex(self.table, treatment, 1), "Amphibian") for treatment in (EXTINCT, CRITICAL))
        n_possibly_extinct = collections.Counter(year for _, category, year, group in self.rows if group == "Amphibian" and "PE" in category)
        for year in extinct:
            self.assertAlmostEqual(critical[year] - extinct[year], n_possibly_extinct[year] / 5 / 7078, 12)

    def test_the_interval_by_its_seed(self):
        """The runs are those of Python's own generator: the numbers are of the Mersenne Twister in both."""
        for treatment in (EXTINCT, CRITICAL):
            counted, deficient = count(self.rows, self.weights(treatment))
            runs = draw(counted, deficient, N_RUNS, SEED)
            together = [aggregate(run) for run in runs]
            for point in Saiga.RedListIndex(self.table, treatment, N_RUNS, SEED):
                drawn = [run[point.group, point.year] for run in runs] if point.group else [run[point.year] for run in together]
                cuts = statistics.quantiles(drawn, n=40, method="inclusive")
                for ours, theirs in ((point.mean, statistics.fmean(drawn)), (point.lower, cuts[0]), (point.upper, cuts[-1])):
                    self.assertAlmostEqual(ours, theirs, 12)

    def test_a_seed_is_a_result(self):
        def intervals(seed):
            return [(point.mean, point.lower, point.upper) for point in Saiga.RedListIndex(self.table, seed=seed)]

        self.assertEqual(intervals(1), intervals(1))
        self.assertNotEqual(intervals(1), intervals(2))
        for point in Saiga.RedListIndex(self.table):
            self.assertLess(point.lower, point.mean)
            self.assertLess(point.mean, point.upper)
            # Who draws by the frequencies of the group changes nothing on average.
            self.assertAlmostEqual(point.mean, point.value, 3)

    def test_a_group_draws_the_same_without_the_others(self):
        birds = [row for row in self.rows if row[3] == "Bird"]
        lines = [",".join(map(str, row)) for row in birds]
        alone = Saiga.RedListIndex(read_table("\n".join(["sis_taxon_id,red_list_category,year,taxonomic_group", *lines])), seed=7)
        among = Saiga.RedListIndex(self.table, seed=7)
        self.assertEqual([(point.year, point.lower, point.upper) for point in alone],
                         [(point.year, point.lower, point.upper) for point in among if point.group == "Bird"])

    def test_the_picture_says_every_value(self):
        index = Saiga.RedListIndex(self.table)
        for language in ("en", "fr", "es"):
            root = ET.fromstring(index.to_svg(language).encode())
            description = root.find("{http://www.w3.org/2000/svg}desc").text
            for point in index:
                number = f"{point.value:.3f}" if language == "en" else f"{point.value:.3f}".replace(".", ",")
                self.assertIn(f"{point.year} {number}", description)
            words = [node.text for node in root.iter("{http://www.w3.org/2000/svg}text")]
            for group in self.table.list_groups():
                self.assertTrue(any(word.startswith(group) for word in words), "each line has its name")


class Genuine(unittest.TestCase):
    """Made-up assessments: only what changed with the taxon itself counts."""

    def index(self, *assessments, **options):
        xml = ["<dataset xmlns='urn:saiga:dataset' version='1'><authorities><authority id='authority.iucn'/></authorities><taxa>"]
        for name in sorted({taxon for taxon, *_ in assessments}):
            rank = "subspecies" if name == "sub" else "species"
            xml.append(f"<taxon id='iucn.{name}' name='{name.title()}' rank='{rank}' authority-id='authority.iucn' parent-id='iucn.mammalia'/>")
        xml.append("<taxon id='iucn.mammalia' name='Mammalia' rank='class' authority-id='authority.iucn'/></taxa><assessments>")
        for i, (taxon, published, category, more) in enumerate(assessments):
            xml.append(f"<assessment id='assessment.{i}' taxon-id='iucn.{taxon}' category='{category}' published='{published}' {more}/>")
        xml.append("</assessments></dataset>")
        snapshot = Saiga.Snapshot.new_from_bytes(GLib.Bytes.new("".join(xml).encode()))
        self.table = Saiga.RedListTable.new_from_snapshot(snapshot, "authority.iucn", options.get("area"))
        return {year: round(5 * (1 - value)) for year, value in values(Saiga.RedListIndex(self.table), "Mammalia").items()}

    def test_genuine(self):
        self.assertEqual(self.index(("a", 2000, "vu", ""), ("a", 2010, "en", "change-reason='genuine'")), {2000: 2, 2010: 3})

    def test_not_genuine(self):
        for reason in ("non-genuine", "no-change", "unknown"):
            self.assertEqual(self.index(("a", 2000, "vu", ""), ("a", 2010, "en", f"change-reason='{reason}'")), {2000: 3, 2010: 3})
            self.assertEqual(self.table.get_n_unexplained(), int(reason == "unknown"))
        self.assertEqual(self.index(("a", 2000, "vu", ""), ("a", 2010, "vu", "")), {2000: 2, 2010: 2})
        self.assertEqual(self.table.get_n_unexplained(), 0)

    def test_both_kinds(self):
        changes = [("a", 1990, "lc", ""), ("a", 2000, "vu", "change-reason='genuine'"), ("a", 2005, "cr", "change-reason='non-genuine'"),
                   ("a", 2010, "ex", "change-reason='genuine'")]
        self.assertEqual(self.index(*changes), {1990: 0, 2000: 4, 2005: 4, 2010: 5})

    def test_back_cast_comes_first(self):
        changes = [("a", 1990, "lc", "back-cast-category='nt'"), ("a", 2000, "vu", "change-reason='non-genuine' back-cast-category='en'"),
                   ("a", 2010, "cr", "change-reason='genuine'")]
        self.assertEqual(self.index(*changes), {1990: 1, 2000: 3, 2010: 4})

    def test_between_its_years_a_taxon_keeps_its_category(self):
        changes = [("a", 2000, "lc", ""), ("a", 2010, "ex", "change-reason='genuine'"), ("b", 2005, "cr", "")]
        self.assertEqual(self.index(*changes), {2000: 2, 2005: 2, 2010: 4})  # the means of 0 4, 0 4 and 5 4

    def test_known_better_later(self):
        """Data deficient at first: by what is known now it was vulnerable."""
        self.assertEqual(self.index(("a", 2000, "dd", ""), ("a", 2010, "vu", "change-reason='non-genuine'")), {2000: 2, 2010: 2})

    def test_possibly_extinct_by_knowledge_alone(self):
        changes = [("a", 2000, "cr", ""), ("a", 2010, "cr", "possibly-extinct='extinct' change-reason='non-genuine'")]
        self.assertEqual(self.index(*changes), {2000: 5, 2010: 5})

    def test_replaced_within_a_year(self):
        changes = [("a", 2000, "lc", ""), ("a", "2010-03", "vu", "change-reason='genuine'"), ("a", "2010-11", "en", "change-reason='non-genuine'")]
        self.assertEqual(self.index(*changes), {2000: 0, 2010: 3})

    def test_who_is_counted(self):
        changes = [("a", 2000, "lc", ""), ("sub", 2000, "cr", ""), ("b", 2000, "ex", ""), ("c", 2000, "ex", "area-id='area.x'")]
        self.assertEqual(self.index(*changes), {2000: 0})
        self.assertEqual(self.index(*changes[:1], ("c", 2000, "cr", "area-id='area.x'"), area="area.x"), {2000: 4})

    def test_no_such_authority(self):
        with self.assertRaises(GLib.Error) as caught:
            Saiga.RedListTable.new_from_snapshot(Saiga.Snapshot(), "authority.none", None)
        self.assertTrue(caught.exception.matches(Saiga.Error.quark(), Saiga.Error.NOT_FOUND))


class Refused(unittest.TestCase):
    HEAD = "sis_taxon_id,red_list_category,year,taxonomic_group\n"

    def test_tables(self):
        for text, code, message in (
                ("", "INVALID", "0: There is no heading"),
                ("a,b\n", "INVALID", "1: There is no column “sis_taxon_id”"),
                (self.HEAD + "1,LC,2000\n", "INVALID", "2: The row has 3 cells, and none of “taxonomic_group”"),
                (self.HEAD + "\n1,XX,2000,Bird\n", "VALUE", "3: “XX” is no category of the Red List, such as LC, CR or CR(PE)"),
                (self.HEAD + '1,"X\nY",2000,Bird\n', "VALUE", "2: “X Y” is no category of the Red List, such as LC, CR or CR(PE)"),
                (self.HEAD + "1,LC,MM,Bird\n", "VALUE", "2: “MM” is no year"),
                (self.HEAD + "1,LC,1066,Bird\n", "VALUE", "2: “1” has a category in 1066, which is no year from 1800 to 2999"),
                (self.HEAD + "1,LC,2000,Bird\n1,NT,2000,Bird\n", "VALUE", "3: “1” has two categories in 2000"),
                (self.HEAD + "1,LC,2000,Bird\n1,NT,2001,Bat\n", "VALUE", "3: “1” is in two groups, Bird and Bat"),
                (self.HEAD + ",LC,2000,Bird\n", "VALUE", "2: “” is no taxon: it is empty, has a blank at an end, or is not one line of text"),
                (self.HEAD + '"1,LC,2000,Bird\n', "PARSE", "2: A quotation mark stands inside of a cell, or is not closed"),
                (self.HEAD + '"1"x,LC,2000,Bird\n', "PARSE", "2: A quotation mark stands inside of a cell, or is not closed"),
                (self.HEAD + "," * 5000 + "\n", "LIMIT", "2: The row is longer than 4194304 bytes, or has more than 4096 cells"),
                (gzip.compress((self.HEAD + "0" * (8 << 20)).encode()), "LIMIT",
                 "2: The row is longer than 4194304 bytes, or has more than 4096 cells")):
            with self.subTest(message):
                with self.assertRaises(GLib.Error) as caught:
                    read_table(text)
                self.assertEqual(caught.exception.message, message)
                self.assertTrue(caught.exception.matches(Saiga.Error.quark(), getattr(Saiga.Error, code)))

    def test_a_table_that_breaks_off(self):
        """Whatever was read before, in the heading or in a row, there is no table of it."""
        for text in (b"\xff\xfe,,\"20\"x", (self.HEAD + "1,LC,2000,Bird\n").encode("utf-16") + b"x",
                     gzip.compress((self.HEAD + "1,LC,2000,Bird\n").encode())[:-12]):
            with self.assertRaises(GLib.Error) as caught:
                read_table(text)
            self.assertRegex(caught.exception.message, "Incomplete multibyte sequence|truncated gzip input")

    def test_the_file_is_named(self):
        with self.assertRaisesRegex(GLib.Error, r"README\.md:1: There is no column"):
            Saiga.RedListTable.new_from_file(Gio.File.new_for_path(str(PROJECT / "README.md")), None)

    def test_how_tables_are_written(self):
        plain = self.HEAD + "1,LC,2000,Bird\n2,CR,2000,Bird\n"
        quoted = '"year","taxonomic_group","extra","sis_taxon_id","red_list_category"\r\n"2000","Bird","a,""b""","1","LC"\r\n2000,Bird,,2,cr'
        semicolons = plain.replace(",", ";")
        for text in (plain, quoted, semicolons, "\ufeff" + plain, plain.encode("utf-16"), gzip.compress(plain.encode())):
            self.assertEqual(values(Saiga.RedListIndex(read_table(text)), "Bird"), {2000: 1 - 4 / 10})

    def test_index(self):
        table = make_table([("a", 2000, "LC"), ("b", 2000, "DD")])
        for arguments, code in (({"n_runs": 0}, "VALUE"), ({"n_runs": 2**31}, "LIMIT")):
            with self.assertRaises(GLib.Error) as caught:
                Saiga.RedListIndex(table, **arguments)
            self.assertTrue(caught.exception.matches(Saiga.Error.quark(), getattr(Saiga.Error, code)))
        for rows in ([], [("a", 2000, "DD")], [("a", 2000, "EX"), ("a", 2001, "EX")], [("a", 2000, "NE")]):
            with self.assertRaises(GLib.Error) as caught:
                Saiga.RedListIndex(make_table(rows))
            self.assertTrue(caught.exception.matches(Saiga.Error.quark(), Saiga.Error.NOT_FOUND))

    def test_years_without_a_counted_taxon(self):
        """In 2000 all were data deficient: there is no index, and who drew then draws in the other years."""
        index = Saiga.RedListIndex(make_table([("a", 2000, "DD"), ("b", 2000, "DD"), ("a", 2010, "DD"), ("b", 2010, "EN")]))
        self.assertEqual([(point.year, point.value, point.lower, point.upper) for point in index], [(2010, 0.4, 0.4, 0.4)])


class Chapter(unittest.TestCase):
    def test_the_chapter_runs(self):
        text = (PROJECT / "docs" / "red-list.md").read_text(encoding="utf-8")
        blocks = re.findall(r"```python\n(.*?)```", text, re.DOTALL)
        self.assertGreater(len(blocks), 4)
        exec(compile("\n".join(blocks), "red-list.md", "exec"), {})  # noqa: S102


if __name__ == "__main__":
    unittest.main()
