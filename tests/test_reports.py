# SPDX-License-Identifier: LGPL-2.1-or-later
"""Reads the reports as a browser would, and looks for what every reader needs.

usage: test_reports.py SAIGA
"""

import html
import html.parser
import pathlib
import re
import subprocess
import sys
import unittest
import xml.etree.ElementTree

VOID = {"meta", "link", "br", "hr", "img", "input", "col", "area", "base", "source", "wbr"}
REPORTS = ("concordance", "implementation", "main", "work-programme")
LANGUAGES = ("en", "fr", "es")
COMMENTS = pathlib.Path(__file__).parent.parent / "data/comments.xml"


def saiga(*arguments):
    done = subprocess.run([SAIGA, *arguments], capture_output=True, text=True, timeout=60)
    if done.returncode != 0:
        raise AssertionError(f"saiga {' '.join(arguments)}: {done.stderr}")
    return done.stdout


class Page(html.parser.HTMLParser):
    """Every element with its attributes, its text, and the elements around it."""

    def __init__(self, text):
        super().__init__()
        self.open, self.elements, self.faults = [], [], []
        self.feed(text)
        self.close()
        if self.open:
            self.faults.append(f"left open: {[e['tag'] for e in self.open]}")

    def handle_starttag(self, tag, attributes):
        names = [name for name, _value in attributes]
        if len(names) != len(set(names)):
            self.faults.append(f"an attribute twice: {tag} {names}")
        element = {"tag": tag, "text": "", "around": [e["tag"] for e in self.open], "line": self.getpos()[0], **dict(attributes)}
        self.elements.append(element)
        if tag not in VOID:
            self.open.append(element)

    def handle_startendtag(self, tag, attributes):
        self.handle_starttag(tag, attributes)
        if tag not in VOID:
            self.open.pop()

    def handle_endtag(self, tag):
        if not self.open or self.open[-1]["tag"] != tag:
            self.faults.append(f"line {self.getpos()[0]}: </{tag}> where {self.open[-1]['tag'] if self.open else None} is open")
        else:
            self.open.pop()

    def handle_data(self, data):
        for element in self.open:
            element["text"] += data

    def all(self, *tags):
        return [e for e in self.elements if e["tag"] in tags]


class Html(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.texts = {(report, language): saiga("report", report, "--on", "2012-02-23", "--language", language)
                     for report in REPORTS for language in LANGUAGES}
        cls.pages = {key: Page(text) for key, text in cls.texts.items()}

    def each(self):
        for key, page in self.pages.items():
            with self.subTest(report=key[0], language=key[1]):
                yield key, page

    def test_well_formed(self):
        for _key, page in self.each():
            self.assertEqual(page.faults, [])

    def test_language_and_title(self):
        titles = {}
        for (report, language), page in self.each():
            self.assertEqual(page.all("html")[0]["lang"], language)
            titles.setdefault(report, set()).add(page.all("title")[0]["text"])
            self.assertEqual(page.all("title")[0]["text"], page.all("h1")[0]["text"])
        for report in ("concordance", "main", "implementation"):
            self.assertEqual(len(titles[report]), len(LANGUAGES), titles[report])

    def test_headings_in_order(self):
        for _key, page in self.each():
            levels = [int(e["tag"][1]) for e in page.all("h1", "h2", "h3", "h4", "h5", "h6")]
            self.assertEqual(levels[0], 1)
            self.assertEqual(levels.count(1), 1)
            for before, after in zip(levels, levels[1:]):
                self.assertLessEqual(after, before + 1, levels)

    def test_tables_have_headers(self):
        for _key, page in self.each():
            self.assertTrue(page.all("table"))
            self.assertEqual(len(page.all("table")), len(page.all("caption")))
            for caption in page.all("caption"):
                self.assertTrue(caption["text"].strip())
            for header in page.all("th"):
                self.assertIn(header.get("scope"), ("col", "row", "rowgroup"))
                self.assertTrue(header["text"].strip(), header)

    def test_figures_say_what_they_show(self):
        for (report, _language), page in self.each():
            pictures = page.all("svg")
            self.assertEqual(bool(pictures), report != "implementation")
            ids = {e.get("id"): e["text"].strip() for e in page.elements}
            for picture in pictures:
                self.assertEqual(picture["role"], "img")
                for name in picture["aria-labelledby"].split():
                    self.assertTrue(ids[name], name)

    def test_where_the_species_were_listed(self):
        """A picture each, folded, of the species that the programme names."""
        for (report, language), page in self.each():
            titles = [e["text"] for e in page.all("figcaption")]
            word = {"en": "African elephant in the Appendices", "fr": "Éléphant d'Afrique dans les Annexes"}.get(language, "Elefante africano en los Apéndices")
            self.assertEqual(any(word in title for title in titles), report in ("main", "work-programme"), titles)

    def test_proposals_are_drafted(self):
        """Each with its recommendation, and folded below it the draft in the language of the reader."""
        drafts = {"en": "CMS lists Saiga tatarica tatarica only, which is a part of Saiga tatarica.", "es": "CMS solo incluye Saiga tatarica tatarica",
                  "fr": "CMS n’inscrit que Saiga tatarica tatarica"}
        for (report, language), page in self.each():
            found = [e["text"] for e in page.all("details") if "Saiga tatarica tatarica × Saiga tatarica" in e["text"]]
            self.assertEqual(any(drafts[language] in text for text in found), report in ("main", "concordance"), found)

    def test_every_comment_of_the_paper_is_printed(self):
        text = html.unescape(re.sub(r"<[^>]*>", "", saiga("report", "implementation", "--programme", "jap2008")))
        comments = [comment for comment in xml.etree.ElementTree.parse(COMMENTS).iterfind(".//{*}comment")
                    if comment.get("document-id") == "document.cms-stc38-annex-1"]
        self.assertTrue(comments)
        for comment in comments:
            self.assertIn(comment.findtext("{*}text"), text, comment.get("id"))

    def test_ids_and_links(self):
        for _key, page in self.each():
            ids = [e["id"] for e in page.elements if "id" in e]
            self.assertEqual(len(ids), len(set(ids)))
            for link in page.all("a"):
                self.assertTrue(link["href"].startswith("#"), link)
                self.assertIn(link["href"][1:], ids)
                self.assertTrue(link["text"].strip())
            for element in page.elements:
                for name in (element.get("aria-labelledby") or "").split():
                    self.assertIn(name, ids)
                if element["tag"] == "label":
                    self.assertIn(element["for"], ids)

    def test_nothing_is_fetched(self):
        for key, page in self.each():
            for element in page.elements:
                for name in ("src", "srcset", "href", "data", "action", "poster"):
                    self.assertTrue((element.get(name) or "#").startswith("#"), element)
            self.assertEqual(page.all("link", "iframe", "object", "embed", "img", "base"), [])
            for word in ("@import", "url(", "fetch(", "XMLHttpRequest", "import("):
                self.assertFalse(word in self.texts[key], (key, word))
            found = set(re.findall(r"https?://[^\s\"<)]+", self.texts[key])) - {"http://www.w3.org/2000/svg"}
            # A work has an address in its title: it is printed, and no link.
            self.assertEqual({one for one in found if not one.startswith("http://research.calacademy.org/redirect?")}, set())
            self.assertNotIn('="http://research.calacademy.org', self.texts[key])

    def test_works_without_scripts(self):
        for _key, page in self.each():
            self.assertEqual(len(page.all("script")), 1)
            # What only a script can move is hidden until it runs.
            for field in page.all("input"):
                self.assertIn("p", field["around"])
            for box in (e for e in page.all("p") if e.get("class") == "filter"):
                self.assertIn("hidden", box)

    def test_draft(self):
        words = {"en": "On 23 February 2012 this programme was a draft that had not been approved yet.",
                 "fr": "Au 23 février 2012, l’état de ce programme était : projet non encore approuvé.",
                 "es": "A fecha de 23 de febrero de 2012, el estado de este programa era: borrador aún no aprobado."}
        for (report, language), page in self.each():
            notes = [e["text"] for e in page.all("p") if e.get("class") == "note"]
            self.assertEqual(words[language] in notes, report in ("main", "work-programme"))

    def test_activities(self):
        wanted = [f"A{i}" for i in range(1, 7)] + [f"B{i}" for i in range(1, 19)] + [f"C{i}" for i in range(1, 4)] + [f"D{i}" for i in range(1, 5)]
        for (report, _language), page in self.each():
            codes = [e["text"] for e in page.all("th") if re.fullmatch(r"jwp2012\.[a-d]\d+", e.get("id") or "")]
            self.assertEqual(codes, wanted if report in ("main", "work-programme") else [])

    def test_conditional_rows_are_folded(self):
        page = self.pages["main", "en"]
        counts = [int(e["text"].rsplit(": ", 1)[1]) for e in page.all("summary") if re.search(r": [0-9]+$", e["text"])]
        self.assertGreater(len(counts), 10)
        total = sum(counts)
        self.assertIn(f"{total} species stand in one list only", self.texts["main", "en"])
        rows = subprocess.run([SAIGA, "concordance", "--on", "2012-02-23", "--format", "csv"], capture_output=True, text=True).stdout
        self.assertEqual(total, rows.count(",conditional,"))

    def test_words_of_the_other_languages(self):
        """What the data have in English only is marked; the frame has no English words left."""
        for language in ("fr", "es"):
            text = self.texts["main", language]
            for word in ("Summary", "Species that", ">Calendar<", "Time frame", "Deals with", "On condition of", "Lead<", "listed by"):
                self.assertFalse(word in text, word)
            self.assertTrue('lang="en"' in text)


class Markdown(unittest.TestCase):
    def test_structure(self):
        for report in REPORTS:
            for language in LANGUAGES:
                with self.subTest(report=report, language=language):
                    lines = saiga("report", report, "--format", "md", "--on", "2012-02-23", "-l", language).split("\n")
                    self.assertTrue(lines[0].startswith("# "))
                    self.assertEqual(sum(line.startswith("# ") for line in lines), 1)
                    for before, line in zip(lines, lines[1:]):
                        if line.startswith("#"):
                            self.assertEqual(before, "")
                    columns = None
                    for line in lines:
                        if not line.startswith("|"):
                            columns = None
                            continue
                        n = len(re.findall(r"(?<!\\)\|", line))
                        self.assertEqual(n, columns or n, line)
                        columns = n

    def test_same_facts(self):
        text = saiga("report", "main", "--format", "md", "--on", "2012-02-23")
        self.assertIn("> On 23 February 2012 this programme was a draft that had not been approved yet.", text)
        self.assertIn("| *Uncia uncia* | I | *Uncia uncia* | I | same name |", text)
        self.assertIn("| **B10** |", text)


class Command(unittest.TestCase):
    def run_saiga(self, *arguments):
        return subprocess.run([SAIGA, *arguments], capture_output=True, text=True, timeout=60)

    def test_wrong_use(self):
        for arguments, code in ((("report",), 2), (("report", "nothing"), 4), (("report", "main", "-f", "csv"), 2),
                                (("report", "main", "-p", "nothing"), 4), (("programme", "nothing"), 4), (("calendar", "--from", "x"), 2),
                                (("calendar", "--all", "-p", "jwp2012"), 2), (("calendar", "--from", "2100-01-01", "--until", "2000-01-01", "-p", "aichi"), 4)):
            with self.subTest(arguments=arguments):
                done = self.run_saiga(*arguments)
                self.assertEqual(done.returncode, code, done.stderr)
                self.assertTrue(done.stderr.startswith("saiga: "), done.stderr)
                self.assertEqual(done.stdout, "")

    def test_programme(self):
        text = saiga("programme", "--on", "2012-02-23")
        self.assertIn("On 23 February 2012 this programme was a draft that had not been approved yet.", text)
        positions = [text.index("\n" + words) for words in ("(A) ", "A1 ", "A6 ", "(B) ", "African elephant\nB1", "B18", "(C) ", "(D) ", "D4 ")]
        self.assertEqual(positions, sorted(positions))
        self.assertIn("     B1.4 Hold at least one more joint meeting", text)
        self.assertRegex(text, r"On condition of +External funding")
        done = saiga("programme", "jap2008")
        self.assertIn("1 April 2009: First joint meeting of the focal points", done)
        self.assertNotIn("Done ", text)

    def test_programme_json(self):
        import json
        answer = json.loads(saiga("programme", "-f", "json", "--on", "2012-02-23"))
        self.assertEqual(answer["phase"], "draft")

        def codes(node):
            for child in node["children"]:
                if child["type"] == "activity":
                    yield child["record"]["code"]
                yield from codes(child)
        found = list(codes(answer["programme"]))
        self.assertEqual(len(found), 45)
        self.assertEqual(found[:3], ["A1", "A2", "A3"])
        self.assertEqual(found[found.index("B1"):found.index("B2") + 1], ["B1", "B1.1", "B1.2", "B1.3", "B1.4", "B2"])
        self.assertEqual([json.loads(saiga("programme", "-f", "json", "--on", day))["phase"] for day in ("2011-12-31", "2012-07-31", "2012-08-01")],
                         ["draft", "draft", "unknown"])

    def test_calendar(self):
        import csv
        import io
        rows = list(csv.DictReader(io.StringIO(saiga("calendar", "-f", "csv"))))
        days = [row["earliest"] or row["latest"] or "9" for row in rows]
        self.assertEqual(days, sorted(days))
        ids = [row["id"] for row in rows]
        self.assertEqual(len(ids), len(set(ids)))
        for name in ("meeting.cites-ac26", "meeting.cbd-sbstta16", "meeting.uncsd", "meeting.ramsar-cop11", "meeting.cites-sc62", "meeting.iucn-wcc6",
                     "meeting.aichi-task-force-1", "meeting.cms-stc40", "meeting.cites-cop16", "meeting.cites-ac27", "meeting.cites-sc65",
                     "meeting.world-congress-on-species-1-preparation"):
            self.assertIn(name, ids)
        text = saiga("calendar", "--from", "2014-01-01", "--until", "2014-12-31")
        self.assertIn("65th meeting of the CITES Standing Committee", text)
        self.assertNotIn("62nd meeting", text)
        self.assertIn("octobre 2012", saiga("calendar", "-l", "fr"))

    def test_show_finds_what_joint_work_connects(self):
        text = saiga("show", "jwp2012.focus-african-elephant")
        for words in ("jap2008.2-1", "meeting.mou-mike-1", "decision.accra-declaration", "decision.niamey-declaration",
                      "project.west-african-elephants", "jwp2012.b1-1", "jwp2012.b1-2", "jwp2012.b1-3", "jwp2012.b1-4",
                      "instrument.west-african-elephants", "instrument.central-african-elephants", "african-elephant-action-plan"):
            self.assertIn(words, text)
        taxon = saiga("show", "cites.loxodonta-africana")
        self.assertIn("CITES Appendix I, addition, 1990-01-18", taxon)
        self.assertIn("jwp2012.b5", taxon)

    def test_list_in_the_order_of_the_paper(self):
        text = saiga("list", "activity", "--programme", "jwp2012", "--top-level")
        codes = re.findall(r"^jwp2012\.([a-d]\d+) ", text, re.M)
        self.assertEqual(len(codes), 31)
        self.assertEqual(codes, sorted(codes, key=lambda code: (code[0], int(code[1:]))))


if __name__ == "__main__":
    SAIGA = sys.argv.pop(1)
    unittest.main()
