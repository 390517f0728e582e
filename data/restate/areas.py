# SPDX-License-Identifier: LGPL-2.1-or-later
"""Areas: ISO 3166, what UNEP-WCMC's tables add to it, and the regions we name by hand."""

import re

from . import tables

# States and territories that are no more. Names are those of the tables where they have
# one; here are the names they lack, the dates and the successors.
# code: (iso2, iso3, names, from, until, successors)
FORMER = {
    "AN": ("AN", "ANT", {}, "1954-12-15", "2010-10-10", "bq cw sx"),
    "CS": ("CS", "SCG", {"en": "Serbia and Montenegro"}, "2003-02-04", "2006-06-03", "me rs"),
    "DD": ("DD", "DDR", {"en": "former German Democratic Republic"}, "1949-10-07", "1990-10-03", "de"),
    "NT": ("NT", "NTZ", {"en": "Neutral Zone"}, None, None, "iq sa"),
    "PC": ("PC", "PCI", {"en": "former Trust Territory of the Pacific Islands"},
           "1947-07-18", "1994-10-01", "fm mh mp pw"),
    "S1": (None, None, {"fr": "Soudan [avant la sécession du Soudan du Sud]",
                        "es": "Sudán [antes de la secesión de Sudán del Sur]"},
           "1956-01-01", "2011-07-09", "sd ss"),
    "SU": ("SU", "SUN", {}, "1922-12-30", "1991-12-26",
           "am az by ee ge kg kz lt lv md ru tj tm ua uz"),
    "YD": ("YD", "YMD", {"en": "former Democratic Yemen"}, "1967-11-30", "1990-05-22", "ye"),
    "YU": ("YU", "YUG", {}, None, "2003-02-04", "ba cs hr mk si"),
    "ZC": (None, "CSK", {"en": "former Czechoslovakia"}, "1918-10-28", "1993-01-01", "cz sk"),
}

# Codes outside ISO for territories that are.
PRIVATE = {
    "CP": {"en": "Clipperton", "fr": "Clipperton", "es": "Clipperton"},
    "KX": {"en": "Kosovo"},
}

# Codes of the tables that name no area: various, unknown, introduction from the sea.
NO_AREA = {"XV", "XX", "ZZ"}

# ISO areas that have not always been there.
BEGINNINGS = {"BQ": "2010-10-10", "CW": "2010-10-10", "ME": "2006-06-03", "SS": "2011-07-09",
              "SX": "2010-10-10"}

EUROPEAN_UNION = {
    "1958-01-01": "be de fr it lu nl",
    "1973-01-01": "dk gb ie",
    "1981-01-01": "gr",
    "1986-01-01": "es pt",
    "1995-01-01": "at fi se",
    "2004-05-01": "cy cz ee hu lt lv mt pl si sk",
    "2007-01-01": "bg ro",
    "2013-07-01": "hr",
}

CITES_REGIONS = {
    "1": ("africa", "Africa", "Afrique", "África"),
    "2": ("asia", "Asia", "Asie", "Asia"),
    "3": ("central-and-south-america-and-the-caribbean", "Central and South America and the Caribbean",
          "Amérique centrale et du Sud et Caraïbes", "América Central, del Sur y el Caribe"),
    "4": ("europe", "Europe", "Europe", "Europa"),
    "5": ("north-america", "North America", "Amérique du Nord", "América del Norte"),
    "6": ("oceania", "Oceania", "Océanie", "Oceanía"),
}

# Regions that the joint work programme names, and those that the tables have a code for.
# Where the United Nations have a region of that name or extent, its members are ours; MIKE
# and the memoranda draw theirs a little differently, and a list of their range States is
# a matter of the instrument.
# slug: (code, names, column and value in the table of ISO)
REGIONS = {
    "africa": ("XF", {"en": "Africa"}, ("Region Name", "Africa")),
    "asia": ("XS", {"en": "Asia"}, ("Region Name", "Asia")),
    "caribbean": ("XC", {"en": "Caribbean"}, ("Intermediate Region Name", "Caribbean")),
    "central-africa": (None, {"en": "Central Africa", "fr": "Afrique centrale", "es": "África Central"},
                       ("Intermediate Region Name", "Middle Africa")),
    "europe": ("XE", {"en": "Europe"}, ("Region Name", "Europe")),
    "french-antilles": ("XA", {"en": "French Antilles"}, "bl gp mf mq"),
    "south-america": ("XM", {"en": "South America"}, ("Intermediate Region Name", "South America")),
    "south-asia": (None, {"en": "South Asia", "fr": "Asie du Sud", "es": "Asia meridional"},
                   ("Sub-region Name", "Southern Asia")),
    "southeast-asia": (None, {"en": "Southeast Asia", "fr": "Asie du Sud-Est", "es": "Asia sudoriental"},
                       ("Sub-region Name", "South-eastern Asia")),
    "west-africa": (None, {"en": "West Africa", "fr": "Afrique de l'Ouest", "es": "África Occidental"},
                    ("Intermediate Region Name", "Western Africa")),
}

COVERED = {
    "atlantic-coast-of-africa": (
        "region",
        {"en": "Atlantic coast of Africa", "fr": "Côte atlantique de l'Afrique", "es": "Costa atlántica de África"},
        {"en": "The coast and coastal waters of Africa along the Atlantic Ocean, with its islands",
         "fr": "Le littoral et les eaux côtières de l'Afrique le long de l'océan Atlantique, avec leurs îles",
         "es": "El litoral y las aguas costeras de África a lo largo del océano Atlántico, con sus islas"}),
    "indian-ocean": (
        "sea",
        {"en": "Indian Ocean", "fr": "Océan Indien", "es": "Océano Índico"},
        {"en": "The ocean between Africa, Asia and Australia, with its coasts and islands",
         "fr": "L'océan entre l'Afrique, l'Asie et l'Australie, avec ses côtes et ses îles",
         "es": "El océano entre África, Asia y Australia, con sus costas e islas"}),
    "pacific-ocean": (
        "sea",
        {"en": "Pacific Ocean", "fr": "Océan Pacifique", "es": "Océano Pacífico"},
        {"en": "The ocean between Asia, Australia and the Americas, with its coasts and islands",
         "fr": "L'océan entre l'Asie, l'Australie et les Amériques, avec ses côtes et ses îles",
         "es": "El océano entre Asia, Australia y las Américas, con sus costas e islas"}),
}

M49 = "document.un-m49"


def area_id(code):
    return f"area.{code.lower()}"


def area_ids(codes):
    """A list of codes as a table has it: `BW, NA,ZW`."""
    return [area_id(code) for code in re.split(r"[,;\s]+", codes) if code]


def plain(name):
    """A name of the United Nations without what their editors add to it: `Bahamas (the)`, `Niue **`."""
    return re.sub(r"\s*\((the|la|le|les|l'|el|las|los)\)|\s*\*+", "", name).strip()


def build():
    iso = tables.rows("parties/country-codes")
    countries = {row["ISO2"]: row for row in tables.rows("speciesplus-2013/countries_utf8")}
    translations = {row["iso_country_code"]: row
                    for row in tables.rows("speciesplus-2013/country_codes_en_es_fr_utf8")}
    parties = {}
    for row in tables.rows("joint/parties"):
        parties.setdefault(row["iso2"], []).append(row["name"])

    # What the tables say of CS is meant of Serbia: the code was kept after 2006.
    said_of = dict(countries)
    said_of["RS"] = said_of.pop("CS")

    def translated(code):
        row = translations.get(code, {})
        return {"fr": row.get("iso_french_short_name"), "es": row.get("iso_spanish_short_name")}

    def members_of(column, value):
        return [{"area-id": area_id(row["ISO3166-1-Alpha-2"]), "source-id": M49}
                for row in iso if row[column] == value]

    areas = {}

    def add(record, spellings=()):
        name = record["name"]["en"]
        seen = {name}
        for spelling in spellings:
            if spelling and spelling not in seen:
                seen.add(spelling)
                record.setdefault("other-names", []).append(
                    {"name": spelling, "language": "en", "kind": "spelling"})
        areas[record["id"]] = record

    for row in iso:
        code = row["ISO3166-1-Alpha-2"]
        said = said_of.get(code, {})
        names = translated(code)
        status = re.fullmatch(r".* of ([A-Z]{2})|Associated with ([A-Z]{2})", row["is_independent"])
        parent = said.get("Under") or ("" if said or not status else status.group(1) or status.group(2))
        kind = said["Geo_entity"].lower() if said else "territory"
        add({
            "id": area_id(code),
            "kind": kind,
            "name": {"en": row["CLDR display name"],
                     "fr": names["fr"] or row["official_name_fr"],
                     "es": names["es"] or row["official_name_es"]},
            "long-name": {"en": said["long_name"]} if said.get("long_name") else {},
            "iso2": code,
            "iso3": row["ISO3166-1-Alpha-3"],
            "parent-id": area_id(parent) if parent else None,
            "valid-from": BEGINNINGS.get(code),
        }, [said.get("short_name"), row["official_name_en"], plain(row["UNTERM English Short"]),
            *parties.get(code, [])])

    for code, (iso2, iso3, names, start, until, successors) in FORMER.items():
        said = {} if code == "CS" else countries.get(code, {})
        add({
            "id": area_id(code),
            "kind": "former",
            "name": {"en": said.get("short_name"), **translated(code), **names},
            "long-name": {"en": said["long_name"]} if said.get("long_name") else {},
            "iso2": iso2,
            "iso3": iso3,
            "code": None if iso2 else code,
            "parent-id": area_id(said["Under"]) if said.get("Under") else None,
            "valid-from": start,
            "valid-until": until,
            "successor-ids": [area_id(successor) for successor in successors.split()],
        })

    for code, names in PRIVATE.items():
        parent = countries.get(code, {}).get("Under")
        add({
            "id": area_id(code),
            "kind": "territory",
            "name": {**translated(code), **names},
            "code": code,
            "parent-id": area_id(parent) if parent else None,
        })

    union = [{"area-id": area_id(member), "valid-from": day}
             for day, members in EUROPEAN_UNION.items() for member in members.split()]
    add({
        "id": "area.eu",
        "kind": "union",
        "name": {"en": "European Union", "fr": "Union européenne", "es": "Unión Europea"},
        "code": "EU",
        "members": union,
        "other-names": [
            {"name": "European Community", "language": "en", "kind": "former"},
            {"name": "European Economic Community", "language": "en", "kind": "former"},
        ],
    }, parties.get("EU", []))

    for number, (slug, english, french, spanish) in CITES_REGIONS.items():
        members = []
        for code, row in said_of.items():
            if row["CITES Region"] == number:
                members.append({"area-id": area_id(code), "valid-until": FORMER[code][4] if code in FORMER else None})
        add({
            "id": f"area.cites-region-{slug}",
            "kind": "region",
            "name": {"en": f"CITES region {english}", "fr": f"Région CITES {french}", "es": f"Región CITES {spanish}"},
            "code": number,
            "members": members,
        })

    for slug, (code, names, members) in REGIONS.items():
        record = {"id": f"area.{slug}", "kind": "region", "name": {**translated(code), **names}, "code": code}
        if isinstance(members, str):
            record["members"] = [{"area-id": area_id(member)} for member in members.split()]
        else:
            record["members"] = members_of(*members)
            if members[1] != names["en"]:
                record["other-names"] = [{"name": members[1], "language": "en", "kind": "spelling"}]
        add(record)
    add({
        "id": "area.south-and-southeast-asia",
        "kind": "region",
        "name": {"en": "South and Southeast Asia", "fr": "Asie du Sud et du Sud-Est", "es": "Asia meridional y sudoriental"},
        "members": [{"area-id": "area.south-asia"}, {"area-id": "area.southeast-asia"}],
    })
    for slug, (kind, names, coverage) in COVERED.items():
        add({"id": f"area.{slug}", "kind": kind, "name": names, "coverage": coverage})
    return areas
