# SPDX-License-Identifier: LGPL-2.1-or-later
"""Tests how the scripts of data/restate read the notes of the tables of the law."""

import pathlib
import sys
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "data"))

from restate import annotations, areas, instruments, listings, meetings  # noqa: E402


class Notes(unittest.TestCase):
    def test_first_sentence(self):
        for note, sentence in [
            ("Population of <i>A. c. microdon</i>. Others stay.", "Population of A. c. microdon"),
            ("N. American population; all populations again in Appendix I.", "N. American population; all populations again in Appendix I"),
            ("Except those included in Appendix I. Excludes the dingo.", "Except those included in Appendix I"),
            ("ZA population only: For the exclusive purpose", "ZA population only"),
            ("no end", "no end"),
            ("", ""),
        ]:
            self.assertEqual(listings.first_sentence(note), sentence)

    def test_scope_text(self):
        for note, words in [
            ("Danube population.", "Danube population"),
            ("All stocks.", "All stocks"),
            ("All subspecies except <i>Panthera tigris altaica</i>.", "All subspecies except Panthera tigris altaica"),
            ("all populations", None),
            ("All subspecies.", None),
            ("Formerly listed under populations of European Molossidae.", None),
            ("N.B. Superseded by subspecies.", None),
            ("Succulent species only, except the species included in Appendix I.", None),
            ("Includes <i>Equus onager</i>.", None),
            ("Zero quota.", None),
        ]:
            self.assertEqual(listings.scope_text(note), words, note)

    def test_residual(self):
        for note, residual in [
            ("All populations except those included in Appendix II.", True),
            ("All other populations except that of ID.", True),
            ("Population of SD; all populations except those included in Appendix II.", True),
            ("All stocks except those included in Appendix I.", True),
            ("Except the populations of SZ and ZA, for trade. All other specimens shall be deemed included in Appendix I.", False),
            ("Except the species included in Appendix I.", False),
            ("Only the population of Asia; all other populations are included in Appendix II.", False),
        ]:
            self.assertEqual(listings.is_residual(note), residual, note)

    def test_partial(self):
        self.assertTrue(listings.is_partial("Parts of populations of AR and CL, and the populations of BO."))
        self.assertFalse(listings.is_partial("In addition to whole animals, only fins and parts of fins."))

    def test_named_countries(self):
        self.assertEqual(listings.named_countries("Populations of Madagascar."), ["area.mg"])
        self.assertEqual(listings.named_countries("Population of MG."), ["area.mg"])
        self.assertEqual(listings.named_countries("Populations of BW, NA and ZW. With quotas."), ["area.bw", "area.na", "area.zw"])
        for note in ("Population of CG (with quota).", "Population of Europe.", "Coastal population of Chile."):
            self.assertEqual(listings.named_countries(note), [])

    def test_former_name(self):
        for note, name in [
            ("Formerly included in Ploceidae spp.", "Ploceidae spp."),
            ("Formerly listed under synonym <i>Bufo periglenes</i>.", "Bufo periglenes"),
            ("Formerly included in <i>Saiga tatarica</i>, sensu Wilson & Reeder (1993)", "Saiga tatarica"),
            ("Possibly extinct/Formerly included in <i>Geopsittacus occidentalis</i>.", "Geopsittacus occidentalis"),
            ("Formerly listed under populations of European Molossidae.", None),
            ("Danube population.", None),
        ]:
            self.assertEqual(listings.former_name(note), name, note)

    def test_year(self):
        self.assertEqual(listings.year_of("2007-01-01"), "2007")
        self.assertEqual(listings.year_of("1999-11-01"), "1999-11-01")


class Others(unittest.TestCase):
    def test_area_ids(self):
        self.assertEqual(areas.area_ids("BW, NA,ZW "), ["area.bw", "area.na", "area.zw"])
        self.assertEqual(areas.plain("Bahamas (the)"), "Bahamas")
        self.assertEqual(areas.plain("Niue **"), "Niue")

    def test_family(self):
        for column, listing, name in [
            ("CMS - Marine Turtles Africa", "", "instrument.marine-turtles-africa"),
            ("", "ACAP", "instrument.acap"),
            ("", "II", "instrument.cms"),
            ("CMS", "I", "instrument.cms"),
        ]:
            row = {"CMS instrument": column, "listing": listing}
            self.assertEqual(instruments.family_id(instruments.family_name(row)), name)

    def test_annotation_id(self):
        self.assertEqual(annotations.annotation_id("CoP1 >3"), "annotation.cites-cop1-g3")
        self.assertEqual(annotations.annotation_id("Pre-CoP1 #1"), "annotation.cites-pre-cop1-h1")

    def test_title(self):
        self.assertEqual(meetings.title(1, "CMS")["en"], "1st meeting of the Conference of the Parties to CMS")
        self.assertEqual(meetings.title(11, "CITES")["en"], "11th meeting of the Conference of the Parties to CITES")
        self.assertEqual(meetings.title(16, "CITES")["fr"], "16e session de la Conférence des Parties à la CITES")


if __name__ == "__main__":
    unittest.main()
