# SPDX-License-Identifier: LGPL-2.1-or-later
"""The law of listings from Python."""

import pathlib
import re
import threading
import unittest
import xml.etree.ElementTree as ET

import gi

gi.require_version("Saiga", "1")
from gi.repository import Gio, GLib, Saiga  # noqa: E402

CHAPTER = pathlib.Path(__file__).resolve().parents[1] / "docs" / "law.md"


def date(text):
    return Saiga.Date.parse(text)


class Law(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.snapshot = Saiga.Snapshot.new_embedded()
        cls.cites = Saiga.Law.new(cls.snapshot, "instrument.cites")
        cls.cms = Saiga.Law.new(cls.snapshot, "instrument.cms")

    def test_status(self):
        status = Saiga.Status.new(self.cites, "cites.loxodonta-africana", None, date("1997-10-01"))
        self.assertEqual(status.list_appendices(), ["I", "II"])
        self.assertEqual(status.list_explicit(), ["I", "II"])
        self.assertEqual(status.list_inherited(), [])
        self.assertEqual(status.get_outcome(), Saiga.StatusOutcome.LISTED)
        self.assertEqual(status.ask_area("area.bw").list_appendices(), ["II"])
        self.assertEqual({reservation.get_party_id() for reservation in status.get_reservations()}, {"area.mw", "area.za"})
        pieces = {piece.get_appendix(): piece for piece in status.get_listings()}
        self.assertFalse(pieces["II"].get_excepts())
        self.assertEqual(sorted(pieces["II"].get_areas()), ["area.bw", "area.na", "area.zw"])
        self.assertTrue(pieces["I"].covers("area.ke"))

    def test_reasons_are_codes_and_sentences(self):
        status = Saiga.Status.new(self.cites, "cites.caiman-latirostris", "area.ar", date("1998-01-01"))
        reasons = [status.get_reason(i) for i in range(status.get_n_reasons())]
        self.assertIn("population-excepted", [reason.get_code() for reason in reasons])
        self.assertTrue(all(reason.dup_text("en").endswith(".") for reason in reasons))

    def test_areas_in_sentences_are_called_as_the_language_calls_them(self):
        status = Saiga.Status.new(self.cms, "cms.falco-cherrug", "area.mn", date("2012-02-23"))
        reason = next(reason for reason in map(status.get_reason, range(status.get_n_reasons())) if reason.get_code() == "population-excepted")
        self.assertEqual(reason.get_arguments()[3:], ["Mongolia", "area.mn"])
        self.assertIn("Mongolia", reason.dup_text("en"))
        self.assertIn("Mongolie", reason.dup_text("fr"))

    def test_forms_left_out(self):
        """Of the yak the wild form is listed, of the cats below the family the domesticated one is not."""
        for taxon, text in (("cites.bos-mutus", "leaves out the domesticated form (Bos grunniens)"), ("cites.lynx-lynx", "leaves out the domesticated form (")):
            status = Saiga.Status.new(self.cites, taxon, None, date("2013-06-12"))
            [reason] = [reason for reason in map(status.get_reason, range(status.get_n_reasons())) if reason.get_code() == "forms-excepted"]
            self.assertIn(text, reason.dup_text("en"))
            self.assertIn("la forme domestiquée", reason.dup_text("fr"))
            self.assertEqual(status.get_certainty(), Saiga.StatusCertainty.CERTAIN)

    def test_all_other_areas(self):
        status = Saiga.Status.new(self.cms, "cms.falco-cherrug", None, date("2012-02-23"))
        self.assertEqual(status.list_areas(), ["area.mn", Saiga.OTHER_AREAS])
        others = Saiga.Status.new(self.cites, "cites.loxodonta-africana", Saiga.OTHER_AREAS, date("2012-02-23"))
        self.assertEqual(others.list_appendices(), ["I"])
        self.assertEqual(others.to_string(), Saiga.Status.new(self.cites, "cites.loxodonta-africana", "area.ke", date("2012-02-23")).to_string())
        with self.assertRaises(GLib.Error):
            Saiga.Binding.new(self.cites, Saiga.OTHER_AREAS, None, None)

    def test_areas_that_a_listing_leaves_out_by_name(self):
        sheep = Saiga.Status.new(self.cites, "cites.ovis-canadensis", None, date("2012-02-23"))
        self.assertEqual(set(sheep.list_areas()), {"area.ca", "area.mx", "area.us", Saiga.OTHER_AREAS})
        self.assertEqual(set(Saiga.Timeline.new(self.cites, "cites.ovis-canadensis", None).list_areas()), {"area.ca", "area.mx", "area.us"})

    def test_listings_of_no_party(self):
        """The source does not say who submitted some listings in Appendix III."""
        changes = Saiga.LawChanges.new(self.cites, date("1981-06-05"), date("1981-06-06"), "cites.psittacula-krameri")
        self.assertIn(("party-added", None), [(change.get_kind().value_nick, change.get_party_id()) for change in changes])

    def test_a_later_day(self):
        status = Saiga.Status.new(self.cites, "cites.saiga-tatarica", None, date("2024-01-01"))
        codes = [status.get_reason(i).get_code() for i in range(status.get_n_reasons())]
        self.assertIn("after-horizon", codes)

    def test_errors(self):
        for arguments in (("cites.no-such-taxon", None), ("cites.saiga-tatarica", "area.atlantis")):
            with self.assertRaises(GLib.Error) as caught:
                Saiga.Status.new(self.cites, *arguments, None)
            self.assertTrue(caught.exception.matches(Saiga.Error.quark(), Saiga.Error.NOT_FOUND))
        with self.assertRaises(GLib.Error):
            Saiga.Law.new(self.snapshot, "instrument.none")

    def test_the_table_says_the_same(self):
        table = Saiga.StatusTable.new(self.cms, None, date("2012-02-23"))
        self.assertEqual(table.get_n_items(), sum(1 for _ in table))
        for status in table:
            single = Saiga.Status.new(self.cms, status.get_taxon().get_id(), None, date("2012-02-23"))
            self.assertEqual(status.to_string(), single.to_string())
        self.assertIsNone(table.lookup("cms.no-such-taxon"))

    def test_timelines(self):
        timeline = Saiga.Timeline.new(self.cites, "cites.loxodonta-africana", "area.za")
        self.assertEqual(timeline.to_string(), "III 1976-02-26, II 1977-02-04, I 1990-01-18, II 2000-07-19")
        kinds = {mark.get_kind() for mark in timeline.get_marks()}
        self.assertEqual(kinds, {Saiga.TimelineMarkKind.AMENDED, Saiga.TimelineMarkKind.RESERVED, Saiga.TimelineMarkKind.WITHDRAWN})
        every = {timeline.get_taxon().get_id(): timeline for timeline in Saiga.TimelineTable.new(self.cms)}
        self.assertEqual(every["cms.falco-cherrug"].to_string(), Saiga.Timeline.new(self.cms, "cms.falco-cherrug", None).to_string())

    def test_reservations_of_a_timeline(self):
        """A reservation on a higher taxon reaches as long as the taxon is listed through that."""
        falcon = Saiga.Timeline.new(self.cites, "cites.falco-araeus", None)
        self.assertEqual([(item.get_party_id(), item.get_appendix(), item.get_taxon().get_name()) for item in falcon.get_reservations()],
                         [("area.ca", "II", "Falconidae"), ("area.sa", "I", "Falco araeus")])

    def picture(self, taxon, language="en", laws=None):
        timelines = Gio.ListStore.new(Saiga.Timeline)
        for law, name in zip(laws or (self.cites, self.cms), ("cites", "cms")):
            timelines.append(Saiga.Timeline.new(law, f"{name}.{taxon}", None))
        picture = Saiga.TimelinePicture.new(timelines, None, language)
        root = ET.fromstring(picture.to_svg())
        texts = ["".join(node.itertext()) for node in root.iter("{http://www.w3.org/2000/svg}text")]
        self.assertEqual(root.findtext("{*}title"), picture.get_title())
        self.assertEqual(root.findtext("{*}desc"), picture.dup_words())
        return picture, root, texts

    def test_pictures_of_timelines(self):
        picture, root, texts = self.picture("loxodonta-africana")
        self.assertEqual(picture.get_title(), "Loxodonta africana in the Appendices through the years")
        for words in ("whole taxon", "South Africa", "all other countries", "I: Malawi", "II: Hong Kong (UK)", "1980", "withdrawn"):
            self.assertIn(words, texts)
        self.assertIn("CITES, South Africa: III (Ghana) from 26 February 1976, II from 4 February 1977, I from 18 January 1990, "
                      "II from 19 July 2000", picture.dup_words())
        self.assertIn("CITES, Malawi: reservation against I from 18 January 1990;", picture.dup_words())
        width, height = map(float, root.get("viewBox").split()[2:])
        for node in root.iter("{http://www.w3.org/2000/svg}rect"):
            self.assertGreater(float(node.get("width")), 0)
            self.assertLessEqual(float(node.get("x", 0)) + float(node.get("width")), width)
            self.assertLessEqual(float(node.get("y", 0)) + float(node.get("height")), height)

    def test_a_picture_speaks_the_language(self):
        picture, _root, texts = self.picture("falco-cherrug", "fr")
        self.assertIn("Mongolie", texts)
        self.assertIn("par un taxon supérieur", texts)
        self.assertIn("CMS, Mongolie: II (par un taxon supérieur) depuis le 1er janvier 1994", picture.dup_words())

    def test_a_picture_of_nothing(self):
        timelines = Gio.ListStore.new(Saiga.Timeline)
        ET.fromstring(Saiga.TimelinePicture.new(timelines, "Nothing", "en").to_svg())
        timelines.append(Saiga.Timeline.new(self.cites, "cites.felidae", "area.na"))
        timelines.append(Saiga.Timeline.new(self.cites, "cites.vultur", None))
        ET.fromstring(Saiga.TimelinePicture.new(timelines, "A & <b>", "es").to_svg())

    def test_an_interval_is_the_status_of_its_days(self):
        for taxon in ("cites.crocodylus-niloticus", "cites.falconiformes", "cites.cyathea", "cites.moschus"):
            for interval in Saiga.Timeline.new(self.cites, taxon, None):
                status = Saiga.Status.new(self.cites, taxon, None, interval.get_start())
                self.assertEqual(interval.get_status().to_string().rsplit(";", 2)[0], status.to_string().rsplit(";", 2)[0])

    def test_instruments_of_the_family(self):
        sharks = Saiga.Law.new(self.snapshot, "instrument.sharks-mou")
        listed = [status for status in Saiga.StatusTable.new(sharks, None, date("2010-06-01")) if status.list_explicit()]
        self.assertEqual(len(listed), 7)
        self.assertEqual({status.get_certainty() for status in listed}, {Saiga.StatusCertainty.UNCERTAIN})
        gorillas = Saiga.Law.new(self.snapshot, "instrument.gorillas")
        self.assertEqual(Saiga.Status.new(gorillas, "cms.gorilla-gorilla", None, date("2012-01-01")).list_appendices(), ["list"])

    def test_populations_in_words(self):
        """AEWA lists populations: of a taxon, what follows is uncertain."""
        aewa = Saiga.Law.new(self.snapshot, "instrument.aewa")
        self.assertEqual(aewa.get_codes(), ["list", "A", "B", "C"])
        status = Saiga.Status.new(aewa, "cms.gavia-stellata", None, date("2012-01-01"))
        self.assertEqual(status.list_appendices(), ["list", "A", "B"])
        self.assertEqual(status.get_certainty(), Saiga.StatusCertainty.UNCERTAIN)
        codes = [status.get_reason(i).get_code() for i in range(status.get_n_reasons())]
        self.assertEqual(codes.count("scope-words"), 2)

    def test_what_binds(self):
        for party, state in (("ke", "bound"), ("za", "reserved"), ("gb", "reserved-for-territory")):
            duties = list(Saiga.Binding.new(self.cites, f"area.{party}", "cites.loxodonta-africana", date("1990-02-01")))
            self.assertEqual([duty.get_state().value_nick for duty in duties], [state])
            self.assertEqual(duties[0].get_treated_as(), "II" if state == "reserved" else None)
        before = Saiga.Binding.new(self.cites, "area.na", None, date("1985-01-01"))
        self.assertIsNone(before.get_membership())
        self.assertEqual(before.get_n_items(), 0)

    def test_what_a_meeting_decided(self):
        changes = Saiga.LawChanges.new_decided_at(self.cites, "meeting.cites-cop16", "cites.elasmobranchii")
        added = {change.get_taxon().get_name(): change for change in changes if change.get_kind() == Saiga.LawChangeKind.ADDED}
        self.assertEqual(set(added), {"Carcharhinus longimanus", "Lamna nasus", "Manta", "Sphyrna lewini", "Sphyrna mokarran", "Sphyrna zygaena"})
        self.assertEqual({(change.get_printed().to_string(), change.get_effective().to_string()) for change in added.values()},
                         {("2013-06-12", "2014-09-14")})

    def test_two_snapshots(self):
        """What is described later is covered at once; what is moved, by its new parent."""
        falcon = Saiga.Taxon(id="cites.falco-novus", authority_id="authority.cites", name="Falco novus", rank="species", parent_id="cites.falco")
        builder = Saiga.ChangeSetBuilder.new(self.snapshot)
        builder.put(falcon)
        later = Saiga.Law.new(self.snapshot.apply(builder.build()), "instrument.cites")
        changes = Saiga.LawChanges.new_between(self.cites, None, later, None, None)
        self.assertEqual(changes.get_n_items(), 0)
        found = [(change.get_taxon().get_id(), change.get_kind().value_nick, change.get_cause().value_nick) for change in changes.get_consequences()]
        self.assertEqual(found, [("cites.falco-novus", "covered", "described")])

    def test_two_threads(self):
        answers = [[], []]

        def ask(answer):
            for day in ("1980-01-01", "1995-01-01", "2012-02-23") * 20:
                status = Saiga.Status.new(self.cites, "cites.falco-cherrug", None, date(day))
                answer.append((status.to_string(), status.get_n_reasons(), status.get_listings().get_n_items()))

        threads = [threading.Thread(target=ask, args=(answer,)) for answer in answers]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        self.assertEqual(answers[0], answers[1])
        self.assertEqual(len(answers[0]), 60)

    def test_the_chapter(self):
        """The code of the chapter is run as it stands there, one block after the other."""
        blocks = re.findall(r"```python\n(.*?)```", CHAPTER.read_text(encoding="utf-8"), re.DOTALL)
        self.assertGreaterEqual(len(blocks), 10)
        names = {}
        for block in blocks:
            with self.subTest(block=block):
                exec(compile(block, str(CHAPTER), "exec"), names)  # pylint: disable=exec-used


if __name__ == "__main__":
    unittest.main()
