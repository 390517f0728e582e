# SPDX-License-Identifier: LGPL-2.1-or-later
"""The command saiga, as a person or a script at a terminal uses it.

usage: test_tool.py PATH-OF-SAIGA
"""

import collections
import csv
import io
import json
import os
import pathlib
import re
import shlex
import subprocess
import sys
import tempfile
import unittest
import xml.etree.ElementTree as ET

SAIGA = None  # the program, set below
DONE, FOUND, USAGE, BAD_INPUT, NOTHING, IO = range(6)


def run(*arguments, code=DONE, **variables):
    """What the command prints, after checking its exit code."""
    result = subprocess.run([SAIGA, *arguments], capture_output=True, text=True, timeout=120,
                            env={**os.environ, "COLUMNS": "100", **variables})
    if result.returncode != code:
        raise AssertionError(f"{arguments}: exit {result.returncode}, not {code}: {result.stderr}")
    return result.stdout if code in (DONE, FOUND) else result.stderr


class Concordance(unittest.TestCase):
    def test_text_fits_and_says_where_it_comes_from(self):
        text = run("concordance", "--on", "2012-02-23")
        self.assertLessEqual(max(map(len, text.splitlines())), 100)
        self.assertIn("Concordance of the Appendices of CMS and CITES on 2012-02-23", text)
        self.assertRegex(text, r"Uncia uncia +I +Uncia uncia +I +same name")
        self.assertRegex(" ".join(text.split()), r"Data: CITES and CMS: .* state of 2013-09-27")
        self.assertNotIn("\033", text)

    def test_json_has_stable_keys(self):
        answer = json.loads(run("concordance", "--on", "2012-02-23", "--name", "Saiga", "--format", "json"))
        self.assertEqual(answer["on"], "2012-02-23")
        self.assertEqual(answer["data"]["date"], "2013-09-27")
        row = next(row for row in answer["rows"] if row["key"] == "cms.saiga-tatarica")
        self.assertEqual(list(row), ["key", "rank", "group", "shape", "a", "b", "listing_class", "certainty", "pairs", "red_list",
                                     "see_also", "candidates", "decisions", "evidence"])
        self.assertEqual(row["a"], {"taxa": ["cms.saiga-tatarica"], "names": ["Saiga tatarica"], "appendices": ["II"], "coverage": "part",
                                    "named": False, "range": []})
        self.assertEqual([row["listing_class"], row["certainty"], row["shape"]], ["both-part", "certain", "one-one"])
        self.assertEqual(row["see_also"], ["cms.saiga-borealis"])
        pair = row["pairs"][0]
        self.assertEqual(list(pair), ["taxon_a", "name_a", "appendices_a", "taxon_b", "name_b", "appendices_b", "name_class",
                                      "name_certainty", "concept", "concept_certainty", "evidence"])
        self.assertEqual([pair["name_class"], pair["concept"], pair["concept_certainty"]], ["identical", "congruent", "presumed"])
        self.assertEqual(pair["evidence"][0], {"code": "same-name", "arguments": ["Saiga tatarica"],
                                             "text": "Both lists have the name Saiga tatarica."})

    def test_pairs_are_flat(self):
        rows = list(csv.DictReader(io.StringIO(run("concordance", "--on", "2012-02-23", "--name", "Loxodonta", "--pairs"))))
        self.assertEqual([(row["name_a"], row["name_b"], row["name_class"], row["concept"], row["certainty"]) for row in rows],
                         [("Loxodonta africana", "Loxodonta africana", "identical", "included-in", "derived"),
                          ("Loxodonta cyclotis", "Loxodonta africana", "synonym-in-b", "included-in", "derived")])
        words = run("concordance", "--on", "2012-02-23", "--name", "Loxodonta", "--pairs", "--vocabulary", "sapi")
        self.assertIn("cms.loxodonta-africana,Loxodonta africana,I/II,Loxodonta cyclotis,II,HAS_SYNONYM,INCLUDES,", words)

    def test_any_two_lists(self):
        """A checklist of one's own beside CMS; and the two conventions the other way round."""
        with tempfile.TemporaryDirectory() as folder:
            file, checklist = pathlib.Path(folder, "my.xml"), pathlib.Path(folder, "cats.csv")
            checklist.write_text("Scientific name,Rank,Authority\nPanthera uncia,species,\"(Schreber, 1775)\"\nAcinonyx jubatus,species,\"(Schreber, 1775)\"\n",
                                 encoding="utf-8")
            run("init", str(file))
            run("import", str(checklist), "--into", str(file), "--apply")
            rows = list(csv.DictReader(io.StringIO(run("concordance", "-d", str(file), "--list-b", "cats", "--relations", "--on", "2012-02-23"))))
            self.assertEqual({(row["name_a"], row["name_b"], row["name_class"], row["concept"]) for row in rows},
                             {("Acinonyx jubatus", "Acinonyx jubatus", "identical", "congruent"), ("Uncia uncia", "Panthera uncia", "transfer", "congruent")})
        answer = json.loads(run("concordance", "--list-a", "CITES", "--list-b", "cms", "--on", "2012-02-23", "--relations", "--format", "json"))
        elephant = next(pair for pair in answer["pairs"] if pair["name_b"] == "Loxodonta cyclotis")
        self.assertEqual([elephant["name_a"], elephant["concept"]], ["Loxodonta africana", "includes"])
        self.assertIn("there is no such authority", run("concordance", "--list-b", "Noah", code=NOTHING))
        self.assertIn("no choice of rows", run("concordance", "--relations", "--view", "all", code=USAGE))

    def test_coherence(self):
        rows = list(csv.DictReader(io.StringIO(run("coherence", "--on", "2012-02-23", "--format", "csv"))))
        elephant = next(row for row in rows if row["row"] == "cms.loxodonta-africana")
        self.assertEqual([elephant["differences"], elephant["first-b"], elephant["recommendation"]], ["strict-b scope", "1976-02-26", "review-scope"])
        answer = json.loads(run("coherence", "--about", "harmonisation", "--on", "2012-02-23", "--format", "json"))
        yak = next(item for item in answer["harmonisation"] if item["row"] == "cms.bos-grunniens")
        self.assertEqual([yak["kind"], yak["recommendation"]], ["name", "agree-with-note"])
        self.assertEqual([(option["who"], option["body"], option["change"], option["name"], option["reach"]) for option in yak["options"]],
                         [("a", "scientific-council", "rename", "Bos mutus", "narrower"), ("b", "animals-committee", "rename", "Bos grunniens", "wider")])
        saiga = next(item for item in answer["harmonisation"] if item["row"] == "cms.saiga-tatarica")
        self.assertEqual([saiga["options"][0][field] for field in ("wider", "states", "all-states-known")],
                         [["cites.saiga-tatarica"], ["area.kz", "area.ru", "area.tm", "area.uz"], "yes"])
        rows = list(csv.DictReader(io.StringIO(run("coherence", "--about", "harmonisation", "--on", "2012-02-23", "--format", "csv", "--language", "fr"))))
        yak = next(row for row in rows if row["row"] == "cms.bos-grunniens")
        self.assertEqual([yak["options"], yak["reach"]], ["a:rename b:rename", "narrower wider"])
        self.assertIn("CMS peut employer le nom Bos mutus.", yak["text"])
        self.assertRegex(answer["version"], r"^1 2012-02-23 [0-9a-f]{64} [0-9a-f]{64}$")
        run("coherence", "--about", "weather", code=USAGE)

    def test_people_read_words(self):
        """Nicks are for programs; at the terminal stands the language of the reader."""
        text = " ".join(run("coherence", "--on", "2012-02-23", "--language", "fr").split())
        for words in ("CITES a l’Annexe I", "les inscriptions", "−30,0 – −7,7", "Sous condition : une liste"):
            self.assertIn(words, text)
        for nick in ("strict-b", "review-scope", "agrees"):
            self.assertNotIn(nick, text)
        text = " ".join(run("compare", "--from", "2012-02-22", "--to", "2012-02-23", "--language", "es").split())
        self.assertIn("modificado Ovis ammon apéndices de CMS ninguno II", text)

    def test_criteria_are_said_once(self):
        answer = json.loads(run("coherence", "--on", "2012-02-23", "--format", "json"))
        codes = [(one["side"], one["code"], one["appendix"]) for one in answer["criteria"]]
        for wanted in (("a", "art-I-1-a", None), ("a", "art-III-1", "I"), ("a", "art-IV-1-b", "II"), ("b", "Conf.9.24-1-A", "I"), ("b", "Conf.9.24-2b-B", "II")):
            self.assertIn(wanted, codes)
        self.assertTrue(all(one["text"] for one in answer["criteria"]))
        self.assertEqual({row["criteria-a"] for row in answer["coherence"]}, {"unknown"})
        text = run("coherence", "--on", "2012-02-23")
        self.assertEqual(text.count("Conf.9.24-2b-B"), 1)

    def test_totals(self):
        """The numbers are those of the table, which another test counts from the rows."""
        with open(pathlib.Path(__file__).parent / "data" / "concordance-totals.csv", encoding="utf-8", newline="") as file:
            wanted = [row for row in csv.DictReader(file) if row.pop("date") == "2012-02-23"]
        self.assertEqual(list(csv.DictReader(io.StringIO(run("concordance", "--totals", "--on", "2012-02-23", "--format", "csv")))), wanted)
        answer = json.loads(run("concordance", "--totals", "--on", "2012-02-23", "--format", "json"))
        self.assertEqual([{key: str(value) for key, value in row.items()} for row in answer["totals"]], wanted)
        self.assertRegex(answer["version"], r"^1 2012-02-23 [0-9a-f]{64} [0-9a-f]{64}$")
        text = run("concordance", "--totals", "--on", "2012-02-23", "--language", "fr")
        self.assertIn("lignes communes par annexes", text)
        self.assertRegex(text, r"nommées par les deux +73 +0 +0")

    def test_figures(self):
        for figure, words in (("groups", "by group"), ("appendices", "by their Appendices"), ("red-list", "no category is recorded, 157"), ("sets", "areas to scale")):
            text = run("concordance", "--on", "2012-02-23", "--format", "svg", "--figure", figure)
            self.assertTrue(ET.fromstring(text).tag.endswith("svg"))
            self.assertIn(words, text)
        self.assertEqual(run("concordance", "--on", "2012-02-23", "--format", "svg"),
                         run("concordance", "--on", "2012-02-23", "--format", "svg", "--figure", "groups"))
        for arguments in (("--figure", "groups"), ("--format", "svg", "--figure", "pie"), ("--format", "svg", "--view", "all")):
            run("concordance", *arguments, code=USAGE)

    def test_rows_of_the_report(self):
        shared = run("concordance", "--on", "2012-02-23", "--format", "csv")
        self.assertEqual(run("report", "concordance", "--on", "2012-02-23", "--format", "csv"), shared)
        self.assertEqual(len(json.loads(run("report", "concordance", "--on", "2012-02-23", "--format", "json"))["rows"]), len(shared.splitlines()) - 1)
        run("report", "main", "--format", "csv", code=USAGE)

    def test_two_concordances(self):
        rows = list(csv.DictReader(io.StringIO(run("compare", "--from", "2012-02-22", "--to", "2012-02-23", "--format", "csv"))))
        argali = {row["field"]: (row["before"], row["after"]) for row in rows if row["row"] == "cms.ovis-ammon"}
        self.assertEqual(argali, {"appendices-a": ("none", "II"), "coverage-a": ("none", "own"), "listing-class": ("only-b", "both")})
        self.assertIn({"change": "added", "row": "cms.dolichonyx-oryzivorus", "name": "Dolichonyx oryzivorus", "field": "appendices", "before": "",
                       "after": "II × none"}, rows)
        answer = json.loads(run("compare", "--from", "2012-02-22", "--to", "2012-02-23", "--format", "json"))
        self.assertEqual([answer["before"]["on"], answer["after"]["on"], len(answer["changes"])], ["2012-02-22", "2012-02-23", len(rows)])
        self.assertRegex(answer["after"]["version"], r"^1 2012-02-23 [0-9a-f]{64} [0-9a-f]{64}$")
        shared = list(csv.DictReader(io.StringIO(run("compare", "--from", "2012-02-22", "--to", "2012-02-23", "--view", "shared", "--format", "csv"))))
        self.assertEqual(sorted({row["name"] for row in shared}), ["Falco cherrug", "Falco vespertinus", "Ovis ammon"])
        self.assertIn("Nothing has changed.", run("compare", "--from", "2012-02-23", "--to", "2012-02-23"))
        run("compare", "--from", "2012-02-22", "--view", "unicorn", code=USAGE)
        run("compare", code=USAGE)

    def test_the_turtles_of_the_report(self):
        """Names and concepts agree; the reference, the order, the entries and the Appendices do not."""
        text = run("report", "concordance", "--on", "2012-02-23", "--format", "md")
        chapter = text[text.index("## A worked case: the marine turtles"):].split("\n## ")[0]
        self.assertIn("Names and concepts agree in all 7 species.", chapter)
        aspects = {cells[1]: cells[2:5] for cells in ([cell.strip() for cell in line.split("|")] for line in chapter.splitlines()) if len(cells) == 6}
        self.assertEqual(aspects["Order"], ["Testudinata", "Testudines", "differs"])
        self.assertEqual(aspects["Families"], ["Cheloniidae; Dermochelyidae", "Cheloniidae; Dermochelyidae", "same"])
        self.assertEqual(aspects["Standard reference"][1:], ["Checklist of chelonians of the world.", "differs"])
        self.assertEqual(aspects["Entries"][1], "Cheloniidae spp. I; Dermochelys coriacea I")
        self.assertIn("Dermochelyidae spp. II", aspects["Entries"][0])
        self.assertEqual(aspects["In Appendix"], ["I/II; II", "I", "differs"])
        # On a day when one list had none of them, there is nothing to work out.
        self.assertNotIn("A worked case", run("report", "concordance", "--on", "1980-01-01", "--format", "md"))

    def test_review_in_the_terminal(self):
        """Keys, undo, stop, and going on where one stopped."""
        with tempfile.TemporaryDirectory() as folder:
            path = str(pathlib.Path(folder) / "mine.xml")
            run("init", path)

            def review(keys, *arguments):
                result = subprocess.run([SAIGA, "concordance", "--review", *arguments, "--on", "2012-02-23", "--dataset", path, "--reviewer",
                                         "stakeholder.cms-secretariat", "--decided", "2012-03-14"], input=keys, capture_output=True, text=True)
                self.assertEqual(result.returncode, DONE, result.stderr)
                return result.stdout

            # All axes in one walk: what nobody decided about names, then concepts, then listings.
            everything = review("s\n" * 40 + "q\n")
            self.assertLess(everything.index("name: [i] identical"), everything.index("concept: [c] congruent"))
            self.assertLess(everything.index("concept: [c] congruent"), everything.index("listing: [b] both"))
            self.assertIn("only Asian populations", everything)
            first = review("q\n", "--axis", "concept").splitlines()[0]
            self.assertEqual(review("x\nAnother bird.\nd\nq\n", "--axis", "concept").count(first), 2)
            self.assertNotIn("<review ", pathlib.Path(path).read_text(encoding="utf-8"))
            review("x\nAnother bird.\nq\n", "--axis", "concept")
            self.assertIn('axis="concept" verdict="excludes"', pathlib.Path(path).read_text(encoding="utf-8"))
            second = review("q\n", "--axis", "concept").splitlines()[0]
            self.assertNotEqual(second, first)
            # What is skipped is asked again the next time, and undoing brings it back at once.
            skipped = review("s\nd\nq\n", "--axis", "concept")
            self.assertEqual([skipped.splitlines()[0], skipped.count(second)], [second, 2])
            self.assertEqual(review("q\n", "--axis", "concept").splitlines()[0], second)
            self.assertIn("only-a, presumed", review("q\n", "--axis", "listing", "--one-sided"))
            self.assertIn("differences: one-sided", review("q\n", "--axis", "coherence", "--one-sided"))
            # Proposals, in the words of the reviewer and the language of the user.
            told = review("c\nDoubtful.\nBoth keep their names.\nq\n", "--axis", "harmonisation", "--language", "fr")
            self.assertIn("[a] accepted [c] changed [r] refused [s] passer [d] annuler [q] quitter", told)
            text = pathlib.Path(path).read_text(encoding="utf-8")
            self.assertIn('axis="harmonisation" verdict="changed"', text)
            self.assertIn("Both keep their names.", text)
            self.assertNotEqual(review("q\n", "--axis", "harmonisation").splitlines()[0], told.splitlines()[0])
            self.assertIn("[a] agrees", review("q\n", "--axis", "coherence"))
            review("m\nAs one.\nd\nq\n", "--axis", "red-list")
            self.assertNotIn('axis="red-list"', pathlib.Path(path).read_text(encoding="utf-8"))
            # An empty line keeps the draft, in the language of the user; a long one is read whole.
            words = "So it is. " * 300
            review(f"c\nWeil.\n\nc\nWeil.\n{words}\nq\n", "--axis", "harmonisation", "--language", "es")
            text = pathlib.Path(path).read_text(encoding="utf-8")
            self.assertIn('<text xml:lang="es">', text)
            self.assertIn("puede usar el nombre Phoenicoparrus", text)
            self.assertIn(words.strip(), text)
            self.assertIn('<reason xml:lang="es">Weil.</reason>', text)
            # A decision whose facts change comes first, whatever it is about.
            review("p\nIn part.\nq\n", "--axis", "listing")
            path_text = pathlib.Path(path).read_text(encoding="utf-8")
            self.assertIn('axis="listing" verdict="both-part"', path_text)
            pathlib.Path(path).write_text(path_text.replace(">Danube population</scope>", ">Population of the Danube</scope>"), encoding="utf-8")
            self.assertIn("stale: decided both-part; computed now both-part", review("q\n"))
        run("concordance", "--review", code=USAGE)

    def test_any_pair_can_be_asked(self):
        text = run("concordance", "--on", "2012-02-23", "--pair", "Chlamydotis undulata", "Chlamydotis macqueenii")
        self.assertIn("Names      unrelated names (derived)", text)
        self.assertIn("Concepts   unknown (open)", text)
        text = run("concordance", "--on", "2012-02-23", "--pair", "Uncia uncia", "Uncia uncia", "--language", "es")
        self.assertRegex(text, r"Conceptos +mismo concepto \(presunto\)")
        run("concordance", "--pair", "Chlamydotis undulata", code=USAGE)

    def test_csv_is_a_table(self):
        text = run("concordance", "--on", "2012-02-23", "--group", "Reptilia", "--format", "csv")
        rows = list(csv.DictReader(io.StringIO(text)))
        self.assertIn("Dermochelys coriacea", {row["names_a"] for row in rows})
        self.assertEqual({row["group"] for row in rows}, {"Reptilia"})

    def test_csv_for_spreadsheets(self):
        self.assertTrue(run("concordance", "--format", "csv", "--bom", "--name", "saiga").startswith("\ufeffkey,"))

    def test_common_names_are_found(self):
        answer = json.loads(run("concordance", "--name", "snow leopard", "--format", "json"))
        self.assertEqual([row["key"] for row in answer["rows"]], ["cms.uncia-uncia"])

    def test_a_later_day_is_said(self):
        result = subprocess.run([SAIGA, "concordance", "--on", "2024-01-01", "--name", "saiga"], capture_output=True, text=True)
        self.assertIn("later changes are missing", result.stderr)

    def test_nothing(self):
        self.assertIn("there is no such row", run("concordance", "--name", "no such animal", code=NOTHING))


class Law(unittest.TestCase):
    def test_status_json_has_stable_keys(self):
        answer = json.loads(run("status", "african elephant", "--on", "1990-02-01", "--format", "json"))
        item = next(item for item in answer if item["instrument"] == "instrument.cites")
        for key in ("taxon", "instrument", "on", "appendices", "explicit", "inherited", "aggregated", "outcome", "certainty", "listings", "reasons"):
            self.assertIn(key, item)
        self.assertEqual(item["taxon"], "cites.loxodonta-africana")
        self.assertEqual(item["appendices"], ["I"])
        self.assertEqual({row["party"] for row in item["reservations"]}, {f"area.{code}" for code in "bw cn gb mw za zm zw".split()})

    def test_status_of_a_list(self):
        result = subprocess.run([SAIGA, "status", "--on", "2013-06-12", "--format", "csv"], input="Loxodonta africana\nLoxodonta afrikana\nno such thing\n",
                                capture_output=True, text=True)
        rows = list(csv.DictReader(io.StringIO(result.stdout)))
        self.assertEqual({row["instrument"] for row in rows if row["asked"] == "Loxodonta africana"}, {"CITES", "CMS", "west-african-elephants"})
        notes = {row["asked"]: row["note"] for row in rows}
        self.assertEqual(notes["Loxodonta afrikana"], "not found; perhaps Loxodonta africana")
        self.assertEqual(notes["no such thing"], "not found")

    def test_status_of_a_misspelt_name(self):
        self.assertIn("perhaps “Loxodonta africana” is meant", run("status", "Loxodonta afrikana", code=NOTHING))

    def test_status_of_misspelt_names(self):
        for name, meant in (("Loxodnta", "Loxodonta"), ("african elefant", "Loxodonta africana"), ("Éléphant d'Afriqe", "Loxodonta africana")):
            self.assertIn(f"perhaps “{meant}” is meant", run("status", name, code=NOTHING))
        self.assertNotIn("perhaps", run("status", "no such thing", code=NOTHING))

    def test_timeline(self):
        rows = list(csv.DictReader(io.StringIO(run("timeline", "cites.loxodonta-africana", "--country", "ZA", "--format", "csv"))))
        self.assertEqual([(row["from"], row["appendices"]) for row in rows],
                         [("1975-07-01", ""), ("1976-02-26", "III"), ("1977-02-04", "II"), ("1990-01-18", "I"), ("2000-07-19", "II")])

    def test_picture_of_a_timeline(self):
        picture = ET.fromstring(run("timeline", "Falco cherrug", "--format", "svg", "--language", "es"))
        self.assertEqual(picture.findtext("{*}title"), "Falco cherrug en los Apéndices a lo largo de los años")
        self.assertIn("Mongolia", picture.findtext("{*}desc"))

    def test_changes(self):
        answer = json.loads(run("changes", "--decided-at", "CITES CoP16", "--under", "Elasmobranchii", "--format", "json"))
        added = [change for change in answer["changes"] if change["kind"] == "added"]
        self.assertEqual({change["effective"] for change in added}, {"2014-09-14"})
        self.assertIn("Tympanuchus cupido attwateri went from Appendix I to II on 2013-06-12.",
                      run("changes", "--from", "2013-06-11", "--to", "2013-06-12").splitlines())
        self.assertIn("give --from", run("changes", code=USAGE))

    def test_binding(self):
        answer = json.loads(run("binding", "--party", "South Africa", "--on", "1990-02-01", "Loxodonta africana", "--format", "json"))
        duty = answer[0]["duties"][0]
        self.assertEqual((duty["state"], duty["treated_as"], duty["reservation"]["party"]), ("reserved", "II", "area.za"))


class Records(unittest.TestCase):
    def test_the_thirty_one_activities(self):
        activities = json.loads(run("list", "activity", "--programme", "jwp2012", "--top-level", "--format", "json"))
        expected = [f"{theme}{n}" for theme, last in (("A", 6), ("B", 18), ("C", 3), ("D", 4)) for n in range(1, last + 1)]
        self.assertEqual(sorted(item["code"] for item in activities), sorted(expected))

    def test_list_where(self):
        taxa = list(csv.DictReader(io.StringIO(run("list", "taxon", "--where", "name=Loxodonta africana", "--format", "csv"))))
        self.assertEqual([taxon["id"] for taxon in taxa], ["cites.loxodonta-africana", "cms.loxodonta-africana"])

    def test_show_by_id_and_by_name(self):
        by_id = json.loads(run("show", "cites.loxodonta-africana", "--format", "json"))["records"]
        by_name = json.loads(run("show", "LOXODONTA AFRICANA", "--format", "json"))["records"]
        self.assertEqual([item["record"]["id"] for item in by_id], ["cites.loxodonta-africana"])
        self.assertIn("cites.loxodonta-africana", [item["record"]["id"] for item in by_name])
        referrers = {item["type"] for item in by_id[0]["referrers"]}
        self.assertLessEqual({"listing", "focus"}, referrers)

    def test_show_common_name_without_accents(self):
        text = run("show", "panthere des neiges")
        self.assertIn("cms.uncia-uncia", text)

    def test_show_nothing(self):
        self.assertIn("no record with this id", run("show", "unicorn", code=NOTHING))


class Files(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.addCleanup(self.folder.cleanup)
        self.path = str(pathlib.Path(self.folder.name, "data.xml"))

    def write(self, content):
        text = f'<dataset xmlns="urn:saiga:dataset" version="1">{content}</dataset>'
        pathlib.Path(self.path).write_text(text, encoding="utf-8")
        return self.path

    def test_init_writes_a_copy_and_keeps_what_is_there(self):
        run("init", self.path)
        self.assertEqual(run("convert", self.path), run("convert"))
        self.assertIn("--force", run("init", self.path, code=USAGE))

    def test_convert_gives_the_canonical_form(self):
        self.write("\n<taxa><taxon rank='genus' name='A' id='t.b'/>\n <taxon id='t.a' name='A' rank='genus'/></taxa>")
        lines = run("convert", self.path).splitlines()
        self.assertEqual(lines[3:5], ['<taxon id="t.a" name="A" rank="genus"/>', '<taxon id="t.b" name="A" rank="genus"/>'])

    def test_convert_to_json(self):
        self.write("<taxa><taxon id='t.a' name='A' rank='genus'/></taxa>")
        answer = json.loads(run("convert", self.path, "--format", "json"))
        self.assertEqual(answer["taxa"][0]["name"], "A")
        self.assertEqual(answer["listings"], [])

    def test_validate_finds_no_error_in_the_embedded_data_set(self):
        self.assertRegex(run("validate"), r"(?m)^0 errors, ")

    def test_what_stays_is_explained_beside_the_data(self):
        problems = csv.DictReader(io.StringIO(run("validate", "--format", "csv")))
        readme = (pathlib.Path(__file__).parents[1] / "data" / "README.md").read_text(encoding="utf-8")
        explained = {tag: int(number) for tag, number in re.findall(r"(?m)^\| `([a-z-]+)` \| (\d+) \|", readme)}
        self.assertEqual(explained, dict(collections.Counter(problem["tag"] for problem in problems)))

    def test_validate_says_where(self):
        self.write("\n<taxa>\n<taxon id='cites.a' authority-id='authority.cites' name='A' rank='species'/></taxa>")
        text = run("validate", self.path, code=FOUND)
        self.assertIn(f"{self.path}:3: error: reference-dangling: cites.a authority-id: There is no record “authority.cites”", text)

    def test_validate_explains_and_overrides(self):
        self.write("<taxa><taxon id='cites.a' authority-id='authority.cites' name='A' rank='species'/></taxa>")
        text = run("validate", self.path, "--explain", "--override", "reference-dangling=warning", "--override", "taxon-parent-missing=none")
        self.assertIn("names an id that no record of the data set has", " ".join(text.split()))
        run("validate", self.path, "--strict", "--override", "reference-dangling=warning", code=FOUND)
        self.assertIn("TAG=SEVERITY", run("validate", self.path, "--override", "no-such-tag=error", code=USAGE))

    def test_validate_json(self):
        self.write("<taxa><taxon id='cites.a' authority-id='authority.cites' name='A' rank='species'/></taxa>")
        problems = json.loads(run("validate", self.path, "--format", "json", code=FOUND))
        problem = next(item for item in problems if item["tag"] == "reference-dangling")
        self.assertEqual((problem["line"], problem["record"], problem["arguments"]), (1, "cites.a", ["authority.cites"]))

    def test_bad_input_is_an_error_with_its_place(self):
        self.write("<taxa>\n<taxon id='t.a' rank='dynasty'/></taxa>")
        self.assertIn(f"{self.path}:2: t.a: rank: “dynasty” is none of", run("validate", self.path, code=BAD_INPUT))
        self.assertIn("No such file", run("validate", "no-such-file.xml", code=IO))


class RedListIndex(unittest.TestCase):
    TABLE = "sis_taxon_id,red_list_category,year,taxonomic_group\n" + "".join(
        f"{number},{category},{year},{group}\n" for number, category, year, group in (
            (1, "LC", 2000, "Bird"), (1, "NT", 2010, "Bird"), (2, "CR", 2000, "Bird"), (2, "CR(PE)", 2010, "Bird"),
            (3, "DD", 2000, "Bird"), (3, "DD", 2010, "Bird"), (4, "LC", 2005, "Coral"), (4, "EN", 2010, "Coral")))

    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.addCleanup(self.folder.cleanup)
        self.path = str(pathlib.Path(self.folder.name, "table.csv"))
        pathlib.Path(self.path).write_text(self.TABLE, encoding="utf-8")

    def test_text_has_both_treatments_side_by_side(self):
        text = run("red-list-index", self.path)
        self.assertLessEqual(max(map(len, text.splitlines())), 100)
        self.assertRegex(text, r"\nBird\n2000 +2 +1 +0\.6000 +0\.\d{4} \(0\.\d{4}–0\.\d{4}\) +0\.6000 ")
        self.assertRegex(text, r"\n2010 +2 +1 +0\.4000 .* 0\.5000 ")
        self.assertRegex(text, r"\nAll groups\n2000\* ")
        self.assertIn("of 1000 runs, with seed 1", " ".join(text.split()))
        self.assertIn("Todos los grupos", run("red-list-index", self.path, "--language", "es"))

    def test_csv_and_json_say_the_same(self):
        rows = list(csv.DictReader(io.StringIO(run("red-list-index", self.path, "--format", "csv"))))
        answer = json.loads(run("red-list-index", self.path, "--format", "json"))
        self.assertEqual(list(answer), ["file", "runs", "seed", "taxa", "unexplained", "points", "data"])
        self.assertEqual([(row["group"], int(row["year"])) for row in rows], [(point["group"] or "", point["year"]) for point in answer["points"]])
        for row, point in zip(rows, answer["points"]):
            for column, treatment in (("extinct", "extinct"), ("critical", "critically_endangered")):
                for name in ("value", "mean", "lower", "upper"):
                    self.assertAlmostEqual(float(row[f"{name}_{column}"]), point[treatment][name], 8)
        self.assertEqual(run("red-list-index", self.path, "--seed", "7"), run("red-list-index", self.path, "--seed", "7"))
        self.assertNotEqual(run("red-list-index", self.path, "--seed", "7"), run("red-list-index", self.path, "--seed", "8"))

    def test_picture(self):
        self.assertIn("count as extinct", run("red-list-index", self.path, "--format", "svg"))
        self.assertIn("count as critically endangered",
                      run("red-list-index", self.path, "--format", "svg", "--possibly-extinct", "critically-endangered"))

    def test_assessments_of_a_data_set(self):
        path = str(pathlib.Path(self.folder.name, "mine.xml"))
        pathlib.Path(path).write_text(
            "<dataset xmlns='urn:saiga:dataset' version='1' title='Mine'><authorities><authority id='authority.iucn'/></authorities>"
            "<taxa><taxon id='iucn.a' authority-id='authority.iucn' name='A' rank='species'/></taxa>"
            "<assessments><assessment id='assessment.1' taxon-id='iucn.a' category='lc' published='2000'/>"
            "<assessment id='assessment.2' taxon-id='iucn.a' category='vu' published='2010'/></assessments></dataset>", encoding="utf-8")
        text = run("red-list-index", "--dataset", path, "--authority", "authority.iucn")
        self.assertRegex(text, r"\n2000 +1 +0 +0\.6000 ")
        self.assertIn("1 changes of category are not counted", text)
        self.assertIn("Data: Mine", text)

    def test_wrong(self):
        for arguments in ((), (self.path, "--authority", "authority.iucn"), (self.path, "--area", "area.x"), (self.path, "--runs", "0"),
                          (self.path, "--seed", "-1"), (self.path, "--possibly-extinct", "maybe"), (self.path, self.path)):
            run("red-list-index", *arguments, code=USAGE)
        pathlib.Path(self.path).write_text(self.TABLE + "9,LC,2000\n", encoding="utf-8")
        self.assertIn("table.csv:10: The row has 3 cells", run("red-list-index", self.path, code=BAD_INPUT))
        self.assertIn("No such file", run("red-list-index", "no-such-file.csv", code=IO))
        run("red-list-index", "--authority", "authority.none", code=NOTHING)
        run("red-list-index", "--authority", "authority.cms", code=NOTHING)


class Documented(unittest.TestCase):
    """What the README and the first chapter tell people to type."""

    def test_commands(self):
        root = pathlib.Path(__file__).parents[1]
        for page in ("README.md", "docs/getting-started.md"):
            blocks = re.findall(r"(?s)```sh\n(.*?)```", (root / page).read_text(encoding="utf-8"))
            lines = [line for block in blocks for line in block.splitlines() if line.startswith("saiga ")]
            self.assertGreater(len(lines), 3)
            with tempfile.TemporaryDirectory() as folder:
                if not any(line.startswith("saiga init") for line in lines):
                    run("init", str(pathlib.Path(folder, "mine.xml")))
                for line in lines:
                    with self.subTest(line):
                        arguments = shlex.split(line, comments=True)[1:]
                        done = subprocess.run([SAIGA, *arguments], cwd=folder, capture_output=True, text=True, timeout=120)
                        self.assertEqual((done.returncode, done.stderr), (DONE, ""))


class Output(unittest.TestCase):
    def test_a_file_is_replaced_but_nothing_else(self):
        """For root a new file would take the place of /dev/null."""
        with tempfile.TemporaryDirectory() as folder:
            file, pipe = (str(pathlib.Path(folder, name)) for name in ("file", "pipe"))
            pathlib.Path(file).write_text("old", encoding="utf-8")
            os.mkfifo(pipe)
            arguments = ("list", "authority", "--format", "csv")
            expected = run(*arguments)
            run(*arguments, "-o", file)
            self.assertEqual(pathlib.Path(file).read_text(encoding="utf-8"), expected)
            with subprocess.Popen(["cat", pipe], stdout=subprocess.PIPE, text=True) as reader:
                self.addCleanup(reader.kill)
                run(*arguments, "-o", pipe)
                if not pathlib.Path(pipe).is_fifo():
                    reader.kill()
                self.assertEqual(reader.communicate(timeout=60)[0], expected)
            self.assertIn("Is a directory", run(*arguments, "-o", folder, code=IO))


class Usage(unittest.TestCase):
    def test_help(self):
        for arguments in (("help",), ("--help",)):
            self.assertIn("concordance", run(*arguments))
        self.assertIn("--view", run("help", "concordance"))
        self.assertRegex(run("version"), r"^saiga \d+\.\d+\.\d+\n$")

    def test_help_and_answers_are_in_the_language_of_the_user(self):
        self.assertIn("Montrer un programme de travail par thème", run("help", LANGUAGE="fr_CA:en"))
        self.assertIn("Escribir en FILE", run("list", "--help", LANGUAGE="es"))
        self.assertIn("Pas Partie ce jour-là",
                      run("binding", "--party", "KZ", "--instrument", "CITES", "--on", "1980-01-01", LANGUAGE="de:fr"))
        self.assertIn("Datos: ", run("binding", "--party", "KZ", "--language", "es", LANGUAGE="fr"))

    def test_the_manual_has_every_command(self):
        manual = run("help", "--manual")
        for line in run("help").split("Commands:\n")[1].split("\n\n")[0].splitlines():
            name = line.split()[0]
            if name not in ("help", "version"):
                self.assertRegex(manual, rf"(?m)^{name}\b")

    def test_wrong_usage(self):
        for arguments in (("unicorn",), ("list", "unicorn"), ("list",), ("show",), ("concordance", "--view", "unicorn"),
                          ("concordance", "--on", "2012-02-30"), ("concordance", "--format", "pdf"), ("concordance", "--unicorn"),
                          ("concordance", "--language", "de"), ("list", "taxon", "--where", "colour=red")):
            with self.subTest(arguments):
                self.assertTrue(run(*arguments, code=USAGE).startswith("saiga: "))


if __name__ == "__main__":
    SAIGA = os.path.abspath(sys.argv.pop(1))
    unittest.main()
