# SPDX-License-Identifier: LGPL-2.1-or-later
"""Foreign files in JSON: from Python, and counted by Python from the files themselves."""

import collections
import gzip
import json
import os
import pathlib
import re
import subprocess
import tempfile
import unittest

import gi

gi.require_version("Saiga", "1")
from gi.repository import Gio, GLib, Saiga  # noqa: E402

PROJECT = pathlib.Path(__file__).resolve().parents[1]
DATA = PROJECT / "tests" / "data"
SHARED = pathlib.Path(os.environ.get("SAIGA_TEST_DATA") or PROJECT.parent / "shared" / "data")
RECORDED = SHARED / "cites" / "speciesplus-api"
RED_LIST = SHARED / "redlist" / "iucn-api-v4"
CHAPTER = PROJECT / "docs" / "files.md"


def read_file(path, snapshot=None):
    return Saiga.Importer.new(snapshot or Saiga.Snapshot.new()).read_file(Gio.File.new_for_path(str(path)), None)


def read_text(text, name, snapshot=None):
    text = text if isinstance(text, bytes) else text.encode()
    return Saiga.Importer.new(snapshot or Saiga.Snapshot.new()).read_bytes(GLib.Bytes.new(text), name, None)


def apply(read, snapshot=None):
    return (snapshot or Saiga.Snapshot.new()).apply(read.get_change_set())


def rows(read):
    counts = read.get_n_made(), read.get_n_merged(), read.get_n_refused()
    assert sum(counts) == read.get_n_rows()
    return counts


def tags(read):
    return collections.Counter(problem.get_tag() for problem in read.get_problems())


def answers():
    """The address and the answer of every request that was recorded."""
    for path in sorted(RECORDED.glob("*.json")):
        for interaction in json.loads(path.read_text(encoding="utf-8"))["http_interactions"]:
            yield interaction["request"]["uri"], json.loads(interaction["response"]["body"]["string"])


class Reading(unittest.TestCase):
    def test_a_folder(self):
        read = read_file(DATA / "species-plus-api")
        self.assertEqual(read.get_sniff().get_format(), "species-plus-api")
        self.assertIsNone(read.get_sniff().get_member())
        records = apply(read)
        self.assertEqual(records.lookup("cites.ovis-montana").get_range().to_string(), "area.cn:reintroduced+extinct area.kg area.na:uncertain")
        self.assertEqual(len(read_file(DATA / "species-plus-api", records).get_change_set().get_changes()), 0)

    def test_a_folder_with_other_files(self):
        """What is no JSON beside the file that is read does not matter, wherever it stands."""
        records = apply(read_file(DATA / "cms-species.json"))
        for data in (DATA / "cms-species.json").read_bytes(), records.to_json().get_data():
            with tempfile.TemporaryDirectory() as folder:
                pathlib.Path(folder, "a.txt").write_text("no JSON", encoding="utf-8")
                pathlib.Path(folder, "b.json").write_bytes(data)
                self.assertEqual(apply(read_file(folder)).to_xml().get_data(), records.to_xml().get_data())

    def test_a_packed_dump(self):
        """A dump is made of the same concepts as an answer: both give the same records, packed or not."""
        concepts = json.loads((DATA / "species-plus-api" / "taxon_concepts.json").read_text(encoding="utf-8"))["taxon_concepts"]
        dump = "".join(json.dumps(concept) + "\n" for concept in concepts).encode()
        expected = read_file(DATA / "species-plus-api" / "taxon_concepts.json")
        for data, name in (dump, "dump.ndjson"), (gzip.compress(dump), "dump.ndjson.gz"):
            read = read_text(data, name)
            # The number that stands for a concept is a line that is nothing known.
            self.assertEqual(rows(read), rows(expected))
            self.assertEqual(apply(read).to_xml().get_data(), apply(expected).to_xml().get_data())

    def test_records(self):
        records = apply(read_file(DATA / "cms-species.json"))
        read = read_text(records.to_json().get_data(), "records.json")
        self.assertEqual((read.get_sniff().get_format(), len(read.get_problems())), ("records-json", 0))
        self.assertEqual(apply(read).to_xml().get_data(), records.to_xml().get_data())

    def test_what_others_write(self):
        """The order of names, the space between them and the way to write letters do not matter."""
        records = apply(read_file(DATA / "cms-species.json"))
        parsed = json.loads(records.to_json().get_data())
        for arguments in {"indent": 2, "sort_keys": True, "ensure_ascii": True}, {"ensure_ascii": False, "separators": (",", ":")}:
            read = read_text("\ufeff" + json.dumps(parsed, **arguments), "records.json")
            self.assertEqual(apply(read).to_xml().get_data(), records.to_xml().get_data())


@unittest.skipUnless(RECORDED.is_dir(), "SAIGA_TEST_DATA is not there")
class Recorded(unittest.TestCase):
    def test_every_row_is_counted(self):
        n = 0
        for _, answer in answers():
            if isinstance(answer, dict) and "error" not in answer:
                n += sum(len(part) for name, part in answer.items() if name != "pagination")
            else:
                n += len(answer)  # a list, or one error
        read = read_file(RECORDED)
        self.assertEqual(sum(rows(read)), n)
        lists = collections.Counter()
        for _, answer in answers():
            for name in "cites_quotas", "cites_suspensions", "eu_decisions":
                lists[name] += len(answer.get(name, [])) if isinstance(answer, dict) else 0
        self.assertEqual(tags(read)["import-not-held"], sum(lists.values()))

    def test_records_are_those_of_the_answers(self):
        records = apply(read_file(RECORDED))
        taxa = {identifier.get_value(): taxon for taxon in records.get_records(Saiga.Taxon)
                for identifier in taxon.get_identifiers() if identifier.get_scheme() == "splus"}
        n_listings = 0
        for _, answer in answers():
            for concept in answer.get("taxon_concepts", []) if isinstance(answer, dict) else []:
                taxon = taxa[str(concept["id"])]
                self.assertEqual((taxon.get_name(), taxon.get_authorship() or ""),
                                 (" ".join(concept["full_name"].split()), " ".join((concept["author_year"] or "").split())))
                self.assertEqual({name.get_name() for name in taxon.get_synonyms()} >= {synonym["full_name"] for synonym in concept["synonyms"]}, True)
                names = {(name.get_name(), name.get_language()) for name in taxon.get_common_names()}
                self.assertEqual({(" ".join(name["name"].split()), name["language"].lower()) for name in concept["common_names"]} - names, set())
                n_listings += len(concept["cites_listings"])
        self.assertGreater(n_listings, 400)
        listed = collections.Counter()
        for listing in records.get_records(Saiga.Listing):
            for identifier in listing.get_identifiers():
                listed[identifier.get_value()] += 1
        wanted = {str(listing["id"]) for _, answer in answers() if isinstance(answer, dict)
                  for concept in answer.get("taxon_concepts", []) for listing in concept["cites_listings"]}
        self.assertEqual(wanted - set(listed), set())

    def test_the_history_of_the_elephant(self):
        """42 events, each with its change, Appendix, day and Party."""
        records = apply(read_file(RECORDED))
        signs = {Saiga.ListingChange.ADDITION: "+", Saiga.ListingChange.DELETION: "-",
                 Saiga.ListingChange.RESERVATION: "R+", Saiga.ListingChange.WITHDRAWAL: "R-"}
        found = {(signs[listing.get_change()], listing.get_appendix(), listing.get_effective().to_string(), (listing.get_party_id() or "area.")[5:].upper())
                 for listing in records.get_records(Saiga.Listing)
                 if listing.get_taxon_id() == "cites.loxodonta-africana" and listing.get_instrument_id() == "instrument.cites"}
        history = next(answer for uri, answer in answers() if "cites_legislation" in uri and "scope=all" in uri)
        wanted = {(listing["change_type"], listing["appendix"], listing["effective_at"], listing.get("party", {}).get("iso_code2", ""))
                  for listing in history["cites_listings"]}
        self.assertEqual((len(wanted), found), (42, wanted))

    def test_assessments(self):
        records = apply(read_file(RED_LIST))
        wanted = {}
        for path in RED_LIST.glob("**/assessment/*.json"):
            answer = json.loads(path.read_text(encoding="utf-8"))
            wanted[answer["assessment_id"]] = (answer["red_list_category"]["code"].lower(), answer["criteria"], answer["year_published"], answer["assessment_date"][:10])
        found = {int(assessment.get_source_place().split()[1]): (assessment.get_category().value_nick, assessment.get_criteria(),
                                                                 assessment.get_published().to_string(), assessment.get_assessed().to_string())
                 for assessment in records.get_records(Saiga.Assessment)}
        self.assertEqual((len(wanted), found), (4, wanted))


class Chapter(unittest.TestCase):
    """What the chapter shows is what the command prints."""

    @unittest.skipUnless(os.environ.get("SAIGA_TOOL"), "without the command")
    def test_examples(self):
        text = CHAPTER.read_text(encoding="utf-8")
        examples = re.findall(r"```sh\n(saiga [^\n]*tests/data/[^\n]*)\n```\n\n```text\n(.*?)```", text, re.S)
        self.assertGreaterEqual(len(examples), 4)
        with tempfile.TemporaryDirectory() as folder:
            for command, shown in examples:
                words = command.split()
                done = subprocess.run([os.environ["SAIGA_TOOL"], *words[1:]], cwd=PROJECT, capture_output=True, text=True, check=False,
                                      env={**os.environ, "HOME": folder, "LANGUAGE": ""})
                self.assertEqual(done.stderr, "", command)
                self.assertEqual(done.stdout, shown, command)


if __name__ == "__main__":
    unittest.main()
