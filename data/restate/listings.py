# SPDX-License-Identifier: LGPL-2.1-or-later
"""Listings: the history of both conventions' Appendices and of the CMS family's lists.

    made = Listings(taxa)
    made.records        # {id: record}
    made.kingdom        # {id: kingdom of its taxon}
    made.refused        # [(row, reason)] of what no record holds
    made.folded         # [(row, id, reason)] of what another row's record holds too

CITES comes from the two tables of its history; CMS from the text of its Appendices,
which the table of 2013 completes; the lists of the other instruments from that table
alone. Nothing is embedded that was decided after the state of these tables.
"""

import re

from . import annotations, areas, documents, instruments, tables

HORIZON = "2013-09-27"
CMS_TEXT = "2006-02-23"      # first day of the Appendices that the text of CMS prints
PLACEHOLDER = "1979-01-01"   # of the table of 2013: original, or not known

# What a printed exclusion of CMS means.
EXCLUSIONS = {
    "populations of Botswana, Namibia and Zimbabwe": "BW NA ZW",
    "Peruvian populations": "PE",
    "populations in Mongolia": "MN",
    "Malagasy population": "MG",
}

# Cyathea in its old extent: the listing says that it includes genera split from it since;
# of these the taxonomy of 2013 has no Nephelea.
ALSO = {
    ("cites.cyathea", "2000-07-19"), ("cites.cyathea", "2007-09-13"), ("cites.cyathea", "2010-06-23"),
}
ALSO_GENERA = ["Alsophila", "Sphaeropteris", "Trichipteris"]

# Forms that an entry leaves out, with the names that they are known by; the words are ours.
FORMS = {
    "cites.felidae": [], "cites.chinchilla": [], "cites.bos-gaurus": ["Bos frontalis"], "cites.bos-mutus": ["Bos grunniens"],
    "cites.bubalus-arnee": ["Bubalus bubalis"], "cites.canis-lupus": ["Canis lupus familiaris", "Canis lupus dingo"],
    "cites.equus-africanus": ["Equus asinus"],
}
FORM_WORDS = {
    "en": ("the domesticated form", "the domesticated form and the dingo"),
    "es": ("la forma domesticada", "la forma domesticada y el dingo"),
    "fr": ("la forme domestiquée", "la forme domestiquée et le dingo"),
}

# The printed entry through which a name is in force, where it is not the former name.
THROUGH = {"Saiga borealis": "Saiga tatarica tatarica"}

CHANGES = {"/r": "reservation", "/w": "withdrawal"}
MARKS = {"deletion": "-del", "reservation": "-res", "withdrawal": "-wd"}
MONTHS = ("January February March April May June July August September October November "
          "December").split()

NO_SCOPE = ("N.B.", "Formerly", "Initially", "Previously", "Includes", "Included", "Listed", "See",
            "Superseded", "Replaced", "ASCOBANS")


def words_of(note):
    """A note without tags."""
    return re.sub(r"\s+", " ", re.sub(r"<[^>]*>", "", note)).strip()


def letters(note):
    return re.sub(r"[\W_]", "", words_of(note))


def first_sentence(note):
    """It ends at a full stop, colon or semicolon before a capital; an initial (`N. Atlantic`) ends none, `Appendix I.` does."""
    words = words_of(note)
    end = re.search(r"(?<!\b[A-HJ-Z])[.:;](?=\s*[A-Z])|[.:;]$", words)
    return words[:end.start()] if end else words


def is_residual(note):
    words = words_of(note)
    return bool(re.match(r"All (other )?populations except", words)
                or re.search(r"except (those|the populations)\b[^.;]*\bincluded in Appendix", words))


def is_partial(note):
    return bool(re.search(r"\b[Pp]arts? of (the )?populations?\b", note))


def scope_text(note):
    """The first sentence, if it limits an entry in words that no field holds."""
    sentence = first_sentence(note)
    if not re.search(r"\b(populations?|popns?|stocks?|subspecies)\b|\bspecies only\b", sentence, re.IGNORECASE):
        return None
    if sentence.startswith(NO_SCOPE) or "included in Appendi" in sentence:
        return None
    if (re.match(r"all (populations|subspecies|species)\b", sentence, re.IGNORECASE)
            and not re.search(r"\b(except|only)\b", sentence)):
        return None
    return sentence


def named_countries(note):
    """Areas, if the first sentence is `Populations of` countries and nothing more."""
    match = re.fullmatch(r"Populations? of (.+)", first_sentence(note))
    if match is None:
        return []
    names = re.split(r", and |, | and ", match[1])
    if not all(re.fullmatch(r"[A-Z]{2}|Madagascar", name) for name in names):
        return []
    return [areas.area_id("MG" if name == "Madagascar" else name) for name in names]


def excluded_forms(taxon_id, note):
    if not re.search(r"\bdomestic(ated)? form\b", words_of(note)):
        return {}
    names = FORMS[taxon_id]
    with_dingo = "Canis lupus dingo" in names
    return {language: words[with_dingo] + (f" ({', '.join(names)})" if names else "") for language, words in FORM_WORDS.items()}


def former_name(note):
    """The name of `Formerly included in` and the like."""
    match = re.search(r"\b[Ff]ormerly (?:included in|listed (?:as|under(?: synonym)?)) (?!populations)(.+)",
                      first_sentence(note))
    return match and re.sub(r" spp$", " spp.", re.split(r", sensu | \(sensu lato ?\)", match[1])[0].strip())


def year_of(day):
    """In the CMS family 1 January is a filler for the year."""
    return day[:4] if day.endswith("-01-01") else day


def yes_no(cell):
    return {"1": "yes", "0": "no", "": "unknown"}[cell]


class Listings:
    def __init__(self, taxa):
        self.taxa = taxa
        self.records = {}
        self.kingdom = {}
        self.refused = []
        self.folded = []
        self.of_row = {}      # (table, row number) → id
        self._taken = set()
        self._same = {}       # what two rows must agree in → id
        for kingdom in tables.KINGDOMS:
            self._cites(kingdom)
        self._elephants()
        self._reservations()
        self._cms()
        self._family()

    def add(self, record, kingdom):
        """Gives the record its id."""
        taxon = record["taxon-id"].replace(".", "-")
        words = [f"listing.{taxon}"]
        # The slug names an instrument that is not the taxon's own convention.
        instrument = record["instrument-id"].partition(".")[2]
        if not record["taxon-id"].startswith(f"{instrument}."):
            words.append(f"-{instrument}")
        words.append(f"-{record['appendix'].lower()}{MARKS.get(record.get('change'), '')}")
        if record.get("effective"):
            words.append(f"-{record['effective']}")
        if record.get("party-id"):
            words.append(f"-{record['party-id'].partition('.')[2]}")
        base = choice = "".join(words)
        number = 2
        while choice in self._taken:
            choice = f"{base}-{number}"
            number += 1
        self._taken.add(choice)
        self.records[choice] = {"id": choice, **record}
        self.kingdom[choice] = kingdom
        return choice

    def add_row(self, record, kingdom, row):
        """Adds what a row says, unless an earlier row said it: the fuller record wins."""
        aside = ("former-name", "current-in-source")
        same = repr(sorted((name, value) for name, value in record.items() if value and name not in aside))
        if same in self._same:
            known = self.records[self._same[same]]
            known["former-name"] = known.get("former-name") or record.get("former-name")
            if record["current-in-source"] == "yes":
                known["current-in-source"] = "yes"
            self.folded.append((row, known["id"], "double row"))
            self.of_row[row.table, row.number] = known["id"]
            return known["id"]
        self._same[same] = self.of_row[row.table, row.number] = self.add(record, kingdom)
        return self._same[same]

    # CITES

    def _cites(self, kingdom):
        rows = tables.rows(f"speciesplus-2013/{kingdom}_legislation_utf8")
        made = [(row, self._cites_record(kingdom, row)) for row in rows]
        self._delay([(row, record) for row, record in made if record])
        for row, record in made:
            if record:
                self.add_row(record, kingdom, row)
            else:
                self.refused.append((row, "no taxon has the number"))

    def _cites_record(self, kingdom, row):
        taxon_id = self.taxa.find(kingdom, row["rank_name"], row["rec_id"], "cites")
        if taxon_id is None:
            return None
        note = row["short_note_en"]
        code = row["listing"]
        change = "addition"
        if code.startswith("DEL"):
            code, change = code[3:], "deletion"
        elif code[-2:] in CHANGES:
            code, change = code[:-2], CHANGES[code[-2:]]
        day = tables.date(row["effective_from"])
        territory = re.match(r"On behalf of ([A-Z]{2})\b", words_of(note))
        record = {
            "instrument-id": "instrument.cites",
            "taxon-id": taxon_id,
            "appendix": code,
            "change": change,
            "effective": day,
            "party-id": areas.area_id(row["party_iso2"]) if row["party_iso2"] else None,
            "territory-id": areas.area_id(territory[1]) if territory else None,
            "partial": is_partial(note),
            "residual": is_residual(note),
            "former-name": former_name(note),
            "area-ids": areas.area_ids(row["populations_iso2"]),
            "except-area-ids": areas.area_ids(row["EXCLUDEDpopulations_iso"]),
            "except-taxon-ids": [self._number(kingdom, *pair, row) for pair in
                                 re.findall(r"([A-Za-z]+)\s*:\s*(\d+)", row["excluded_rec_ids"])],
            "annotation-ids": [annotations.annotation_id(row["hash_note"])] if row["hash_note"] else [],
            "current-in-source": yes_no(row["is_current"]),
        }
        if row["included_in_RecID"]:
            record["included-in-id"] = self._number(kingdom, row["RankforInclusions"], row["included_in_RecID"], row)
        if change == "addition":
            if not record["area-ids"] and not record["except-area-ids"]:
                record["area-ids"] = named_countries(note)
            limits = ("area-ids", "except-area-ids", "except-taxon-ids", "residual")
            words = scope_text(note)
            if words and not any(record[limit] for limit in limits):
                record["scope-text"] = {"en": words}
            record["excluded-forms"] = excluded_forms(taxon_id, note)
            if code == "II" and (taxon_id, day) in ALSO:
                record["also-taxon-ids"] = [self.taxa.find_name(name, "cites") for name in ALSO_GENERA]
        return record

    def _number(self, kingdom, rank, number, row):
        taxon_id = self.taxa.find(kingdom, rank, number, "cites")
        if taxon_id is None:
            raise ValueError(f"{row.place}: no taxon {rank} {number}")
        return taxon_id

    @staticmethod
    def _delay(made):
        """A delayed addition takes what the same taxon has on its day with it."""
        for row, record in made:
            match = re.search(r"delayed by \d+ months.* until (\d+) (\w+) (\d{4})", row["short_note_en"])
            if match is None:
                continue
            until = f"{match[3]}-{MONTHS.index(match[2]) + 1:02}-{int(match[1]):02}"
            day = record["effective"]
            for _other, waiting in made:
                if waiting["taxon-id"] == record["taxon-id"] and waiting["effective"] == day and (
                        waiting is record or waiting["change"] == "deletion"
                        or (waiting["change"] == "reservation" and waiting["appendix"] == record["appendix"])):
                    waiting["effective"], waiting["text-from"] = until, day

    def _elephants(self):
        """Rows of the elephant's history are rows of the table already; they bring numbers."""
        changes = {"+": "addition", "R+": "reservation", "R-": "withdrawal"}
        for row in tables.rows("joint/elephants-history"):
            if row["date"] > HORIZON:
                self.refused.append((row, "after the state of the data"))
                continue
            territory = "area.hk" if "on behalf of Hong Kong" in row["note"] else None
            found = [record for record in self.records.values()
                     if record["taxon-id"] == "cites.loxodonta-africana"
                     and (record["appendix"], record["change"], record["effective"])
                     == (row["appendix"], changes[row["change"]], row["date"])
                     and (record.get("party-id") or "") == (areas.area_id(row["party"]) if row["party"] else "")
                     and record.get("territory-id") == territory]
            if len(found) != 1:
                raise ValueError(f"{row.place}: {len(found)} listings")
            found[0].setdefault("identifiers", []).append({"scheme": "splus", "value": row["id"]})
            self.folded.append((row, found[0]["id"], "same event"))

    def _reservations(self):
        for row in tables.rows("joint/reservations-cites"):
            if "no row of the same taxon" not in row["note"]:
                self.folded.append((row, self._counterpart(row), "same event"))
                continue
            taxon_id = self._named(row["taxon_name"])
            if row["start"] > HORIZON:
                self.refused.append((row, "after the state of the data"))
            elif taxon_id is None:
                self.refused.append((row, "no such taxon in the taxonomy of 2013"))
            else:
                self._reservation(row, taxon_id)

    def _named(self, name):
        """The table prints no mark of rank in the names of plants."""
        words = name.rpartition(" ")
        for choice in (name, f"{words[0]} ssp. {words[2]}", f"{words[0]} var. {words[2]}"):
            if (taxon_id := self.taxa.find_name(choice, "cites")) is not None:
                return taxon_id
        return None

    def _counterpart(self, row):
        """The reservation of the same taxon, Party and day, in whatever Appendix."""
        taxon_id = self._named(row["taxon_name"])
        found = [record["id"] for record in self.records.values()
                 if record["taxon-id"] == taxon_id and record["change"] == "reservation"
                 and record["party-id"] == areas.area_id(row["party_iso2"])
                 and row["start"] in (record["effective"], record.get("text-from"))]
        if not found:
            raise ValueError(f"{row.place}: no counterpart")
        return found[0]

    def _reservation(self, row, taxon_id):
        territory = re.search(r"On behalf of (HK|Hong Kong)", row["note"])
        record = {
            "instrument-id": "instrument.cites",
            "taxon-id": taxon_id,
            "appendix": row["appendix"],
            "change": "reservation",
            "effective": row["start"],
            "party-id": areas.area_id(row["party_iso2"]),
            "territory-id": "area.hk" if territory else None,
            "current-in-source": "unknown",
        }
        kingdom = self.taxa.kingdoms[taxon_id]
        made = self.add({"note": row["note"], **record}, kingdom)
        self.of_row[row.table, row.number] = made
        if row["end"] and row["end"] <= HORIZON:
            self.add({**record, "change": "withdrawal", "effective": row["end"], "target-id": made}, kingdom)

    # CMS

    def _cms(self):
        rows = tables.rows("joint/cms-appendices-2012")
        crosscheck = {}
        for row in tables.rows("joint/cms-crosscheck"):
            crosscheck.setdefault((row["appendix"], row["listed_as"]), []).append(row)
        twice = {key for key in crosscheck if sum((row["appendix"], row["listed_as"]) == key for row in rows) > 1}

        entries = []
        for row in rows:
            partners = crosscheck.get((row["appendix"], row["listed_as"]), [])
            if (row["appendix"], row["listed_as"]) in twice:
                # The text has two entries of the name; the day of CoP9 tells whose a row is.
                partners = [partner for partner in partners
                            if (partner["effective_2013_file"] == "2009-03-05") == (row["added_by"] == "CoP9")]
            entries.append((row, partners))

        table = [row for row in tables.rows("speciesplus-2013/CMS_legislation_utf8")
                 if instruments.family_name(row) == "CMS"]
        free = {row.number: row for row in table}
        made = {}
        for row, partners in entries:
            found = [self._partner(partner, free) for partner in partners]
            if row["listed_as"] == "Gorilla gorilla":
                # The table has the day of the older, narrower entry.
                found = [self._gorilla(free)]
            made[row.number] = (row, found, self._cms_record(row, found))
        for row in free.values():
            self.refused.append((row, "not in the treaty text"))

        # A name that is not printed is in force through an entry that is: first the printed ones.
        printed = {}
        for segregates in (False, True):
            for row, found, record in made.values():
                if (row["added_by"] == "nomenclature") != segregates:
                    continue
                if segregates:
                    name = THROUGH.get(row["listed_as"], row["former_name"].removesuffix(" (s.l.)"))
                    through = self.records[printed[row["appendix"], name]]
                    record["through-id"] = through["id"]
                    for field in ("effective", "precision", "text-from"):
                        record[field] = through.get(field)
                record["note"] = "; ".join(filter(None, [row["note"], self._differing(record, found)]))
                listing_id = self.add(record, "animalia")
                self.of_row[row.table, row.number] = listing_id
                printed.setdefault((row["appendix"], row["listed_as"].removesuffix(" (s.l.)")), listing_id)
                for partner in found:
                    self.of_row[partner.table, partner.number] = listing_id
                    self.folded.append((partner, listing_id, "entry of the treaty text"))

    def _partner(self, partner, free):
        """Takes the row of the table of 2013 that a row of the crosscheck stands for."""
        for number, row in free.items():
            if (row["listing"] == partner["appendix"]
                    and row["rank"].lower() == partner["rank_2013_file"]
                    and tables.date(row["effective_from"]) == partner["effective_2013_file"]
                    and letters(row["LegNotes"]) == letters(partner["note_2013_file"])
                    and self._name(row) == partner["name_2013_file"]):
                return free.pop(number)
        raise ValueError(f"{partner.place}: no such row")

    def _gorilla(self, free):
        for number, row in free.items():
            if row["listing"] == "I" and self._name(row) == "Gorilla gorilla":
                return free.pop(number)
        raise ValueError("no Gorilla gorilla")

    def _name(self, row):
        taxon_id = self.taxa.find("animalia", row["rank"], row["rec_id"], "cms")
        return taxon_id and self.taxa.records[taxon_id]["name"]

    def _cms_record(self, row, found):
        taxon_id = self.taxa.entry(row["appendix"], row["listed_as"])
        if self.taxa.records[taxon_id]["rank"] != row["rank"]:
            # A name of two ranks in the taxonomy.
            taxon_id = next(self.taxa.find("animalia", other["rank"], other["rec_id"], "cms") for other in found
                            if other["rank"].lower() == row["rank"])
        ids, place = documents.sources(row["source"])
        meeting = re.fullmatch(r"CoP(\d+)", row["added_by"])
        days = sorted({tables.date(other["effective_from"]) for other in found})
        effective = row["effective"]
        precision = "day"
        if not effective and row["added_by"] != "nomenclature":
            if days == [PLACEHOLDER]:
                precision = "placeholder"
            else:
                (effective,) = {year_of(day) for day in days} - {PLACEHOLDER}
        area_ids, except_area_ids = (
            list(dict.fromkeys(area for other in found for area in areas.area_ids(other[column])))
            for column in ("populations_iso2", "EXCLUDEDpopulations_iso"))
        if row["excluded"]:
            except_area_ids = areas.area_ids(EXCLUSIONS[row["excluded"]])
        return {
            "source-ids": ids,
            "source-place": place,
            "instrument-id": "instrument.cms",
            "taxon-id": taxon_id,
            "appendix": row["appendix"],
            "change": "addition",
            "effective": effective,
            "text-from": CMS_TEXT if row["source"].startswith("CMS Appendices after CoP8") else None,
            "precision": precision,
            "meeting-id": f"meeting.cms-cop{meeting[1]}" if meeting else None,
            "listed-as": None if row["added_by"] == "nomenclature" else row["listed_as"],
            "former-name": row["former_name"],
            "scope": {"en": row["scope"]} if row["scope"] else {},
            "exclusion": {"en": row["excluded"]} if row["excluded"] else {},
            "area-ids": area_ids,
            "except-area-ids": except_area_ids,
            # Where a species lives, as "North Atlantic", limits nothing.
            "scope-text": {"en": row["scope"]} if scope_text(row["scope"]) and not area_ids else {},
            "current-in-source": yes_no("1") if any(other["is_current"] == "1" for other in found) else "unknown",
        }

    @staticmethod
    def _differing(record, found):
        """Days of the table of 2013 that the listing does not have."""
        held = record.get("effective") or (PLACEHOLDER if record["precision"] == "placeholder" else None)
        days = sorted({tables.date(row["effective_from"]) for row in found})
        others = [day for day in days if held not in (day, year_of(day))]
        return f"2013 file has {', '.join(others)}" if others else None

    # The CMS family

    def _family(self):
        for row in tables.rows("speciesplus-2013/CMS_legislation_utf8"):
            name = instruments.family_name(row)
            if name == "CMS":
                continue
            taxon_id = self.taxa.find("animalia", row["rank"], row["rec_id"], "cms")
            if taxon_id is None:
                self.refused.append((row, "no taxon has the number"))
                continue
            note = row["LegNotes"]
            words = scope_text(note) or (first_sentence(note) if "Wadden Sea area only" in note else None)
            self.add_row({
                "instrument-id": instruments.family_id(name),
                "taxon-id": taxon_id,
                "appendix": "list",
                "change": "addition",
                "effective": year_of(tables.date(row["effective_from"])),
                "former-name": former_name(note),
                "scope": {"en": words} if words else {},
                "area-ids": areas.area_ids(row["populations_iso2"]),
                "except-area-ids": areas.area_ids(row["EXCLUDEDpopulations_iso"]),
                "scope-text": {"en": words} if words else {},
                "current-in-source": yes_no(row["is_current"]),
            }, "animalia", row)
