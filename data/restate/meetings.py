# SPDX-License-Identifier: LGPL-2.1-or-later
"""The Conferences of the Parties: days and places by hand, the rest from the tables."""

from . import tables

# ordinal: (first day, last day, place, country)
CITES = {
    1: ("1976-11-02", "1976-11-06", "Bern", "ch"),
    2: ("1979-03-19", "1979-03-30", "San José", "cr"),
    3: ("1981-02-25", "1981-03-08", "New Delhi", "in"),
    4: ("1983-04-19", "1983-04-30", "Gaborone", "bw"),
    5: ("1985-04-22", "1985-05-03", "Buenos Aires", "ar"),
    6: ("1987-07-12", "1987-07-24", "Ottawa", "ca"),
    7: ("1989-10-09", "1989-10-20", "Lausanne", "ch"),
    8: ("1992-03-02", "1992-03-13", "Kyoto", "jp"),
    9: ("1994-11-07", "1994-11-18", "Fort Lauderdale", "us"),
    10: ("1997-06-09", "1997-06-20", "Harare", "zw"),
    11: ("2000-04-10", "2000-04-20", "Gigiri", "ke"),
    12: ("2002-11-03", "2002-11-15", "Santiago", "cl"),
    13: ("2004-10-02", "2004-10-14", "Bangkok", "th"),
    14: ("2007-06-03", "2007-06-15", "The Hague", "nl"),
    15: ("2010-03-13", "2010-03-25", "Doha", "qa"),
    16: ("2013-03-03", "2013-03-14", "Bangkok", "th"),
}
CMS = {
    1: ("1985-10-21", "1985-10-26", "Bonn", "de"),
    2: ("1988-10-11", "1988-10-14", "Geneva", "ch"),
    3: ("1991-09-09", "1991-09-13", "Geneva", "ch"),
    4: ("1994-06-07", "1994-06-11", "Nairobi", "ke"),
    5: ("1997-04-10", "1997-04-16", "Geneva", "ch"),
    6: ("1999-11-10", "1999-11-16", "Cape Town", "za"),
    7: ("2002-09-18", "2002-09-24", "Bonn", "de"),
    8: ("2005-11-20", "2005-11-25", "Nairobi", "ke"),
    9: ("2008-12-01", "2008-12-05", "Rome", "it"),
    10: ("2011-11-20", "2011-11-25", "Bergen", "no"),
}


def title(ordinal, convention):
    tens, ones = divmod(ordinal, 10)
    ending = {1: "st", 2: "nd", 3: "rd"}.get(ones, "th") if tens != 1 else "th"
    article = {"CITES": "la", "CMS": "la"}[convention]
    return {
        "en": f"{ordinal}{ending} meeting of the Conference of the Parties to {convention}",
        "fr": f"{ordinal}{'re' if ordinal == 1 else 'e'} session de la Conférence des Parties à {article} {convention}",
        "es": f"{ordinal}.ª reunión de la Conferencia de las Partes en {article} {convention}",
    }


def meeting_id(convention, ordinal):
    return f"meeting.{convention.lower()}-cop{ordinal}"


def record(convention, ordinal, days, effective, identifiers):
    start, end, place, country = days
    return {
        "id": meeting_id(convention, ordinal),
        "title": title(ordinal, convention),
        "abbreviation": f"CoP{ordinal}",
        "place": place,
        "kind": "conference-of-the-parties",
        "body-id": f"stakeholder.{convention.lower()}-cop",
        "ordinal": str(ordinal),
        "instrument-ids": [f"instrument.{convention.lower()}"],
        "start": start,
        "end": end,
        "state": "held",
        "area-id": f"area.{country}",
        "amendments-effective": effective,
        "identifiers": identifiers,
    }


def build():
    meetings = []
    # The table calls the day from which the amendments hold the start of a CoP.
    effective = {row["name"]: tables.date(row["start_date"]) for row in tables.rows("speciesplus-2013/cites_cops_start_dates")}
    events = {row["LnmShortDesc"]: row["Legacy_ID"] for row in tables.rows("speciesplus-2013/events_utf8")
              if row["Event Type"] == "CITES CoP"}
    for ordinal, days in CITES.items():
        name = f"CoP{ordinal}"
        identifiers = [{"scheme": "splus-event", "value": events[name]}]
        meetings.append(record("CITES", ordinal, days, effective[name], identifiers))

    # Of CoP4 the tables know only the year; one row of CoP2 has only the year too.
    rows = tables.rows("joint/cms-appendices-2012")
    for ordinal, days in CMS.items():
        of_meeting = {row["effective"] for row in rows if row["added_by"] == f"CoP{ordinal}" and row["effective"]}
        if ordinal == 4:
            of_meeting = {"1994"}
        (day,) = of_meeting
        meetings.append(record("CMS", ordinal, days, day, []))
    return {meeting["id"]: meeting for meeting in meetings}
