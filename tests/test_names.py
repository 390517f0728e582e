# SPDX-License-Identifier: LGPL-2.1-or-later
"""Names held against what others hold to be right: figures are printed, and every difference is kept in a file.

The lists lie in the folder of shared data. Where a list and we differ, the difference stands, with its
reason, in tests/data/names-disagreements.tsv: one that is not there, or is there and is none, fails.

With SAIGA_WRITE_DISAGREEMENTS=1 the file is written anew; reasons that are known are kept.
"""

import collections
import csv
import gzip
import hashlib
import io
import json
import os
import pathlib
import random
import re
import sys
import tempfile
import unittest

import gi

gi.require_version("Saiga", "1")
from gi.repository import Gio, GLib, Saiga  # noqa: E402

PROJECT = pathlib.Path(__file__).resolve().parents[1]
SHARED = pathlib.Path(os.environ.get("SAIGA_TEST_DATA") or PROJECT.parent / "shared" / "data")
KEPT = PROJECT / "tests" / "data" / "names-disagreements.tsv"
FIELDS = ("list", "name", "what", "theirs", "ours", "reason")


def say(text):
    print("#", text, file=sys.stderr)


def open_text(*path):
    file = SHARED.joinpath(*path)
    if not file.exists():
        if os.environ.get("SAIGA_REQUIRE_DATA"):
            raise AssertionError(f"{file} is missing")
        raise unittest.SkipTest(f"NO SHARED TABLES in {SHARED}: set SAIGA_TEST_DATA")
    if file.suffix == ".gz":
        return io.TextIOWrapper(gzip.open(file), encoding="utf-8")
    return file.open(encoding="utf-8")


def read_kept():
    with KEPT.open(encoding="utf-8") as file:
        return [row for row in csv.DictReader((line for line in file if not line.startswith("#")), FIELDS, delimiter="\t", quoting=csv.QUOTE_NONE)][1:]


class KeptFile:
    """The file of disagreements, of all lists."""

    found = collections.defaultdict(list)

    @classmethod
    def check(cls, test, name, differences):
        """Each difference is (name, what, theirs, ours)."""
        cls.found[name] = sorted(set(differences))
        if os.environ.get("SAIGA_WRITE_DISAGREEMENTS"):
            cls.write(name)
        kept = {tuple(row[field] for field in FIELDS[1:5]): row["reason"] for row in read_kept() if row["list"] == name}
        test.assertEqual(sorted(kept), cls.found[name], f"{KEPT.name} and the differences of {name}")
        test.assertEqual([key for key, reason in kept.items() if not reason or reason.startswith("ours is wrong")], [])

    @classmethod
    def write(cls, name):
        rows = read_kept()
        reasons = {tuple(row[field] for field in FIELDS[:5]): row["reason"] for row in rows}
        lines = [line for line in KEPT.read_text(encoding="utf-8").split("\n") if line.startswith("#") or line.split("\t")[0] in ("list",)]
        others = [tuple(row[field] for field in FIELDS) for row in rows if row["list"] != name]
        ours = [(name, *row, reasons.get((name, *row), "")) for row in cls.found[name]]
        lines += ["\t".join(row) for row in sorted(others + ours)]
        KEPT.write_text("\n".join(lines) + "\n", encoding="utf-8")


def say_rates(what, pairs):
    """Recall and precision of (theirs, ours), where an empty text means that there is no such name."""
    right = sum(theirs == ours != "" for theirs, ours in pairs)
    there, answered = sum(theirs != "" for theirs, _ours in pairs), sum(ours != "" for _theirs, ours in pairs)
    say(f"{what}: recall {100 * right / there:.2f} % of {there}, precision {100 * right / answered:.2f} % of {answered}, {len(pairs)} in all")
    return right / there, right / answered


def make_matcher(names, **options):
    index = Saiga.NameIndex.new_for_names(names)
    return Saiga.NameMatcher(index=index, **options)


def best(matcher, names):
    """(name, class) of the best candidate for each."""
    found = matcher.match_names(names, None, None)
    return list(zip(found.dup_best_names(), found.dup_classes()))


def read_quoted(text):
    """The quoted texts of a file in YAML, whose lines are folded."""
    for match in re.finditer(r"^\s+string: '((?:[^']|'')*)'", text, re.MULTILINE):
        folded = re.sub(r"[ \t]*\n[ \t]*", "\n", match[1].replace("''", "'"))
        yield re.sub(r"\n+", lambda ends: "\n" * (len(ends[0]) - 1) or " ", folded)


def canonical(names):
    table = Saiga.NameTable()
    table.set_columns([Saiga.NameColumn.CANONICAL, Saiga.NameColumn.KIND])
    table.parse(names)
    return [name if kind == "scientific" else "" for name, kind in
            zip(table.dup_column(Saiga.NameColumn.CANONICAL), table.dup_column(Saiga.NameColumn.KIND))]


class Bindings(unittest.TestCase):
    def test_name(self):
        name = Saiga.Name.parse("Loxodonta africana (Blumenbach, 1797)")
        self.assertEqual(name.get_canonical(Saiga.NameForm.SIMPLE), "Loxodonta africana")
        self.assertEqual(name.get_authorship(), "(Blumenbach 1797)")
        self.assertEqual(name.get_rank(), Saiga.NameRank.SPECIES)
        self.assertEqual(name.list_authors(), ["Blumenbach"])
        self.assertTrue(name.matches(Saiga.Name.parse("Loxodonta africanus"), Saiga.NameStrength.STEM))

    def test_matcher(self):
        builder = Saiga.NameIndexBuilder()
        builder.add("1", "Loxodonta africana (Blumenbach, 1797)", Saiga.NameStatus.ACCEPTED, None, "Elephantidae")
        builder.add("2", "Elephas africanus Blumenbach, 1797", Saiga.NameStatus.SYNONYM, "1", None)
        matcher = Saiga.NameMatcher(index=builder.build(), max_edits=1)
        found = matcher.match("Loxadonta africana", None)
        candidates = found.dup_candidates(0)
        self.assertEqual([candidate.dup_id() for candidate in candidates], ["1"])
        self.assertEqual(candidates[0].get_match_class(), Saiga.NameMatchClass.FUZZY)
        self.assertEqual(matcher.match_names(["Elephas africanus", "Foo"], None, None).dup_accepted_ids(), ["1", ""])
        self.assertEqual(matcher.get_index().complete("lox", 5), [0] if matcher.get_index().dup_id(0) == "1" else [1])

    def test_async(self):
        matcher = make_matcher(["Puma concolor"])
        results = []
        matcher.match_names_async(["Puma concolor"], None, None, lambda source, result: results.append(result))
        while not results:
            GLib.MainContext.default().iteration(True)
        self.assertEqual(matcher.match_names_finish(results[0]).dup_classes(), ["exact"])

    def test_smooth(self):
        name = Saiga.Name.parse("Felidae Puma cf. concolor (L., 1771) 'Red'")
        self.assertEqual((name.genus, name.species, name.year, name.authors, name.higher_taxon, name.hybrid),
                         ("Puma", "concolor", "1771", ["L."], "Felidae", False))
        self.assertEqual((name.canonical, str(name)), ("Puma concolor", "Puma concolor (L. 1771) 'Red'"))
        self.assertEqual([(warning.value_nick, start, length) for warning, start, length in name.warnings],
                         [("higher", 0, 7), ("compare", 13, 3)])
        self.assertTrue(name.matches("Puma concolor"))
        self.assertEqual(len({Saiga.Name.parse("Puma concolor"), Saiga.Name.parse("Puma concolor")}), 1)
        self.assertRaises(AttributeError, lambda: name.colour)
        strengths = [strength for strength in ("STEM", "WORDS", "RANK", "AUTHORS", "WHOLE")
                     if name.matches("Puma concolor Smith, 1900", getattr(Saiga.NameStrength, strength))]
        self.assertEqual(strengths, ["STEM", "WORDS", "RANK"])

        table = Saiga.NameTable()
        table.parse(["Saiga spp.", "Puma concolor"])
        self.assertEqual((len(table), table[Saiga.NameColumn.CANONICAL]), (2, ["Saiga", "Puma concolor"]))

    def test_index_of_a_file(self):
        builder = Saiga.NameIndexBuilder()
        builder.add("7", "Puma concolor", higher_taxon="Felidae")
        builder.add("p", "Cougar", Saiga.NameStatus.COMMON, "7")
        with tempfile.TemporaryDirectory() as folder:
            file = Gio.File.new_for_path(folder + "/names.index")
            self.assertTrue(builder.build().save(file, None))
            index = Saiga.NameIndex.open(file)
        self.assertTrue(index.verify())
        self.assertEqual((len(index), [index.dup_id(row) for row in index.complete("cou")]), (2, ["p"]))
        self.assertEqual(index.find_names(["Puma concolor", "Puma"]), [1, 0])
        (candidate,) = Saiga.NameMatcher(index=index).match("Puma concolour")[0]
        self.assertEqual((candidate.id, candidate.match_class, candidate.edits, candidate.group_agreement),
                         ("7", Saiga.NameMatchClass.FUZZY, 1, Saiga.NameAgreement.SILENT))

    def test_stream(self):
        matcher = make_matcher(["Puma concolor", "Saiga tatarica"], n_threads=2)
        lines = (f"{'Puma concolor' if i % 2 else 'Saiga tatarcia'}\n" for i in range(10000))
        found = [(name, [candidate.name for candidate in candidates]) for name, candidates in matcher.match_stream(lines)]
        self.assertEqual(len(found), 10000)
        self.assertEqual(found[:2], [("Saiga tatarcia", ["Saiga tatarica"]), ("Puma concolor", ["Puma concolor"])])
        self.assertEqual(matcher.get_property("progress"), 1)

        cancellable = Gio.Cancellable()
        cancellable.cancel()
        with self.assertRaises(GLib.Error) as caught:
            matcher.match_names(["Puma concolor"], cancellable=cancellable)
        self.assertTrue(caught.exception.matches(Gio.io_error_quark(), Gio.IOErrorEnum.CANCELLED))

    def test_damaged_file(self):
        with self.assertRaises(GLib.Error) as caught:
            Saiga.NameIndex.new_from_bytes(GLib.Bytes.new(b"SAIGANIX" + bytes(2000)))
        self.assertTrue(caught.exception.matches(Saiga.error_quark(), Saiga.Error.INVALID))


class ParserCases(unittest.TestCase):
    """The half of gnparser's own cases that is in the shared data."""

    def test_agreement(self):
        with open_text("names", "gnparser-cases.md") as file:
            cases = [json.loads(line) for line in file if line.startswith("{")]
        agree = collections.Counter()
        differences = []
        for case in cases:
            name = Saiga.Name.parse(case["verbatim"])
            authorship = case.get("authorship") or {}
            original = (authorship.get("originalAuth") or {})
            in_basionym = name.get_basionym_authorship() is not None
            year = lambda team: ((team or {}).get("year") or ((team or {}).get("inAuthors") or {}).get("year") or ((team or {}).get("exAuthors") or {}).get("year") or {}).get("year", "")
            theirs = {
                "canonical": (case.get("canonical") or {}).get("full", ""),
                "authorship": authorship.get("normalized", ""),
                "year": year(original) or year(authorship.get("combinationAuth")),
                "rank": {"Class": "class", "Species": "sp."}.get(case.get("rank"), case.get("rank", "")),
                "hybrid": "yes" if case.get("hybrid") else "",
            }
            rank = name.get_rank()
            ours = {
                "canonical": name.get_canonical(Saiga.NameForm.FULL) or "",
                "authorship": name.get_authorship() or "",
                "year": (name.get_basionym_year() or name.get_year() if in_basionym else name.get_year()) or "",
                "rank": name.get_rank_marker() or ("sp." if rank == Saiga.NameRank.SPECIES else "class" if rank == Saiga.NameRank.CLASS else ""),
                "hybrid": "yes" if name.is_hybrid() else "",
            }
            for what in theirs:
                if theirs[what] == ours[what]:
                    agree[what] += 1
                else:
                    differences.append((case["verbatim"], what, theirs[what], ours[what]))
        for what, n in agree.items():
            say(f"gnparser's cases, {what}: {n} of {len(cases)} agree ({100 * n / len(cases):.2f} %)")
        self.assertGreaterEqual(agree["canonical"], 0.99 * len(cases))
        KeptFile.check(self, "gnparser-cases.md", differences)


class RoundTrip(unittest.TestCase):
    def test_real_names(self):
        """What a name is written as reads as the same name again, for each of 145,934."""
        columns = [Saiga.NameColumn.NORMAL, Saiga.NameColumn.FULL, Saiga.NameColumn.AUTHORSHIP]
        table = Saiga.NameTable()
        table.set_columns(columns)
        with open_text("names", "authored.txt.gz") as file:
            names = file.read().split("\n")[:-1]
        table.parse(names)
        once = [table[column] for column in columns]
        table.parse(once[0])
        twice = [table[column] for column in columns]
        changed = [(name, *before) for name, before, after in zip(names, zip(*once), zip(*twice)) if before != after]
        say(f"round trip: {len(names) - len(changed)} of {len(names)} names read as before")
        self.assertEqual(changed, [])


class Matching(unittest.TestCase):
    def read_real_names(self):
        with open_text("names", "authored.txt.gz") as file:
            return sorted(set(canonical(file.read().split("\n")[:-1])) - {""})

    def test_misspellings(self):
        with open_text("names", "misspellings.csv") as file:
            pairs = [(row["misspelt"], row["correct"]) for row in csv.DictReader(file)]
        right = canonical([pair[1] for pair in pairs])
        matcher = make_matcher(sorted(set(self.read_real_names()) | set(right)))
        found = best(matcher, [pair[0] for pair in pairs])
        found = [(canonical([name])[0] or name) if match not in ("none", "partial", "higher") else "" for name, match in found]
        misses = [(pair[0], "match", pair[1], ours) for pair, theirs, ours in zip(pairs, right, found) if ours != theirs]
        recall, precision = say_rates("real misspellings", list(zip(right, found)))
        self.assertGreaterEqual(recall, 0.995)
        self.assertGreaterEqual(precision, 0.999)
        KeptFile.check(self, "misspellings.csv", misses)

    def test_names_that_are_not_there(self):
        names = self.read_real_names()
        # Drawn by a hash, so that another reading of one name does not draw all others anew.
        def drawn(text):
            return hashlib.sha256(f"20 {text}".encode()).digest()

        genera = collections.defaultdict(list)
        for name in names:
            genera[name.split()[0]].append(name)
        held = set()
        for genus in sorted(genera, key=drawn):
            if len(held) < 5000 and len(genera[genus]) <= 40:
                held.update(genera[genus])
        rest = sorted((name for name in names if name not in held and " " in name), key=drawn)
        held.update(rest[:10000 - len(held)])
        matcher = make_matcher([name for name in names if name not in held], fallback=False)
        queries = sorted(held)
        found = best(matcher, queries)
        counts = collections.Counter(match for _name, match in found)
        # The list has many names in two spellings, both of them real: each match was judged by a person.
        matches = [(query, match, "", name) for query, (name, match) in zip(queries, found) if match != "none"]
        KeptFile.check(self, "authored.txt.gz", matches)
        judged = {(row["name"], row["ours"]): row["reason"] for row in read_kept() if row["list"] == "authored.txt.gz"}
        false = sum(judged[query, name].startswith("another") for query, _match, _theirs, name in matches)
        say(f"{len(queries)} names held out: {dict(counts)}; another name: {false} ({100 * false / len(queries):.2f} %)")
        self.assertLessEqual(false, 0.005 * len(queries))

    def test_tnrs(self):
        """A hundred names of herbaria, most with their family before them, as the service TNRS resolved them.

        They are looked for among what it found, with the authors, and the real names besides."""
        with open_text("names", "tnrs_base.yml") as file:
            recorded = [json.loads(text) for text in read_quoted(file.read())]
        answers = [row for found in recorded if isinstance(found, list) for row in found]
        there = sorted({f"{row['Name_matched']} {row['Canonical_author']}".strip() for row in answers if row["Name_matched_rank"]})
        matcher = make_matcher(there + self.read_real_names())
        right = canonical(["" if row["Name_matched"].startswith("[") else row["Name_matched"] for row in answers])
        found = best(matcher, [row["Name_submitted"] for row in answers])
        ours = [canonical([name])[0] if match != "none" else "" for name, match in found]
        say_rates("TNRS", list(zip(right, ours)))
        self.assertEqual(len(answers), 100)
        KeptFile.check(self, "tnrs_base.yml", [(row["Name_submitted"], "match", theirs, name) for row, theirs, name in zip(answers, right, ours) if theirs != name])

    def test_taxamatch(self):
        """Pairs that are one name or two, with the edits between them."""
        differences, pairs = [], []
        with open_text("names", "taxamatch_test.txt") as file:
            for line in file:
                parts = line.split("#")[0].strip().split("|")
                if len(parts) < 4:
                    continue
                matcher = make_matcher([parts[1]], fuzzy_uninomials=True, fallback=False)
                ((_name, match),) = best(matcher, [parts[0]])
                ours = "true" if match in ("exact", "variant", "fuzzy", "joined") else "false"
                candidate = matcher.match(parts[0], None).dup_candidate(0, 0)
                if ours == "true" and candidate.get_author_agreement() == Saiga.NameAgreement.DISAGREES:
                    ours = "false"
                pairs.append(tuple("" if answer == "false" else answer for answer in (parts[2], ours)))
                if ours != parts[2]:
                    differences.append((f"{parts[0]} | {parts[1]}", "match", parts[2], ours))
        say_rates("taxamatch", pairs)
        KeptFile.check(self, "taxamatch_test.txt", differences)

    def test_author_comparisons(self):
        differences, pairs = [], []
        with open_text("names", "author_comparisons.txt") as file:
            for line in file:
                parts = line.split("#")[0].strip().split("|")
                if len(parts) < 4:
                    continue
                names = [Saiga.Name.parse(part) for part in parts[:2]]
                texts = ["Aus bus " + (name.get_authorship() or "") for name in names]
                ours = "true" if Saiga.Name.parse(texts[0]).matches(Saiga.Name.parse(texts[1]), Saiga.NameStrength.AUTHORS) else "false"
                pairs.append(tuple("" if answer == "false" else answer for answer in (parts[2], ours)))
                if ours != parts[2]:
                    differences.append((" | ".join(parts[:2]), "match", parts[2], ours))
        say_rates("authors", pairs)
        KeptFile.check(self, "author_comparisons.txt", differences)

    def test_stems(self):
        """Schinke's Latin stems. Ours are cut for epithets alone, so they agree in part only: each class of difference is kept."""
        def plain(stem):
            return stem.replace("v", "u").replace("j", "i")

        def respelt(stem):
            return re.sub("er$", "r", re.sub("y", "i", re.sub("[ao]e", "e", plain(stem))))

        counts = collections.Counter()
        with open_text("names", "stems.txt") as file:
            pairs = [line.split() for line in file]
        for word, theirs in (pair for pair in pairs if len(pair) == 2):
            ours = Saiga.name_stem(word)
            if ours == theirs:
                counts["the same"] += 1
            elif plain(ours) == plain(theirs):
                counts["letters u and i"] += 1
            elif respelt(ours) == respelt(theirs):
                counts["spelling"] += 1
            elif respelt(ours).startswith(respelt(theirs)):
                counts["ours is longer"] += 1
            elif respelt(theirs).startswith(respelt(ours)):
                counts["ours is shorter"] += 1
            else:
                counts["other"] += 1
        for what, n in counts.most_common():
            say(f"stems: {what}: {100 * n / counts.total():.1f} % of {counts.total()}")
        KeptFile.check(self, "stems.txt", [(what, "stems", "", str(n)) for what, n in counts.items() if what != "the same"])

    def test_birds(self):
        """eBird against IOC."""
        with open_text("checklists", "ebird.csv.gz") as file:
            ebird = [row["scientificName"] for row in csv.DictReader(file) if row["scientificName"]]
        with open_text("checklists", "ioc-bird.csv.gz") as file:
            ioc = [row["scientificName"] for row in csv.DictReader(file) if row["scientificName"]]
        matcher = make_matcher(ioc)
        found = best(matcher, ebird)
        counts = collections.Counter(match for _name, match in found)
        say(f"eBird against IOC, {len(ebird)} names: {dict(counts)}")
        # Forty, drawn of each class in turn, were judged by a person.
        generator = random.Random(40)
        classes = [sorted((row, match, "", name) for row, (name, match) in zip(ebird, found) if match == wanted) for wanted in sorted(counts)]
        drawn = []
        while len(drawn) < 40:
            for rows in classes:
                if rows and len(drawn) < 40:
                    drawn.append(rows.pop(generator.randrange(len(rows))))
        KeptFile.check(self, "ebird.csv.gz", drawn)
        verdicts = collections.Counter(row["reason"].split(":")[0] for row in read_kept() if row["list"] == "ebird.csv.gz")
        say(f"  of forty: {dict(verdicts)}")
        self.assertGreater(counts["exact"], 11000)


if __name__ == "__main__":
    unittest.main()
