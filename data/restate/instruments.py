# SPDX-License-Identifier: LGPL-2.1-or-later
"""The two conventions, the instruments of the CMS family, and who serves them, by hand.

A date stands here only where it is beyond doubt; others are left out.
"""

from . import aewa, slugs, tables

CRITERIA_CITES = [
    ("Conf.9.24-1-A", "I",
     "The wild population is small, with a further sign of risk such as decline, small or concentrated parts, or large swings",
     "La population sauvage est petite et présente un autre signe de risque : déclin, parties petites ou concentrées, fortes fluctuations",
     "La población silvestre es pequeña y presenta otra señal de riesgo: disminución, partes pequeñas o concentradas, grandes fluctuaciones"),
    ("Conf.9.24-1-B", "I",
     "The wild population lives in a restricted area, with a further sign of risk such as fragmentation, swings or decline",
     "La population sauvage vit dans une aire restreinte et présente un autre signe de risque : fragmentation, fluctuations ou déclin",
     "La población silvestre vive en un área restringida y presenta otra señal de riesgo: fragmentación, fluctuaciones o disminución"),
    ("Conf.9.24-1-C", "I",
     "A marked decline of the wild population, observed or inferred from habitat, exploitation or other threats",
     "Déclin marqué de la population sauvage, observé ou déduit de l'habitat, de l'exploitation ou d'autres menaces",
     "Disminución acentuada de la población silvestre, observada o inferida del hábitat, la explotación u otras amenazas"),
    ("Conf.9.24-2a-A", "II",
     "Trade must be regulated so that the species does not come to qualify for Appendix I in the near future",
     "Le commerce doit être réglementé pour que l'espèce ne remplisse pas bientôt les conditions de l'Annexe I",
     "Es preciso reglamentar el comercio para que la especie no llegue pronto a reunir las condiciones del Apéndice I"),
    ("Conf.9.24-2a-B", "II",
     "Trade must be regulated so that harvest does not push the wild population to a level where it is threatened",
     "Le commerce doit être réglementé pour que les prélèvements ne réduisent pas la population à un niveau menacé",
     "Es preciso reglamentar el comercio para que la recolección no reduzca la población a un nivel amenazado"),
    ("Conf.9.24-2b-A", "II",
     "Its specimens look like those of a listed species, so that enforcement officers can hardly tell them apart",
     "Ses spécimens ressemblent à ceux d'une espèce inscrite et les agents de contrôle ne peuvent guère les distinguer",
     "Sus especímenes se parecen a los de una especie incluida y los oficiales de control apenas pueden distinguirlos"),
    ("Conf.9.24-2b-B", "II",
     "Other compelling reasons make control of trade in the listed species effective",
     "D'autres raisons impérieuses, pour que le contrôle du commerce des espèces inscrites soit efficace",
     "Otras razones apremiantes, para que el control del comercio de las especies incluidas sea eficaz"),
    ("art-II-1", "I",
     "Threatened with extinction, and affected by trade or possibly so",
     "Menacée d'extinction et touchée, ou peut-être touchée, par le commerce",
     "En peligro de extinción y afectada, o quizás afectada, por el comercio"),
    ("art-II-2a", "II",
     "May become threatened with extinction unless trade is strictly regulated",
     "Pourrait devenir menacée d'extinction si le commerce n'était pas strictement réglementé",
     "Podría llegar a estar en peligro de extinción si el comercio no se reglamenta estrictamente"),
    ("art-II-2b", "II",
     "Must be regulated too, so that trade in the former can be controlled",
     "Doit être réglementée aussi pour que le commerce des précédentes soit contrôlé",
     "Debe reglamentarse también para que pueda controlarse el comercio de las anteriores"),
    ("art-II-3", "III",
     "Regulated by a Party at home, which needs the cooperation of other Parties in controlling trade",
     "Réglementée par une Partie chez elle, qui a besoin de la coopération des autres pour contrôler le commerce",
     "Reglamentada por una Parte en su territorio, que necesita la cooperación de las otras para controlar el comercio"),
]

CRITERIA_CMS = [
    ("art-I-1-a", None,
     "A significant part of the members cross borders of States, cyclically and predictably: only such species can be listed",
     "Une part importante des membres franchit des frontières d'États, de façon cyclique et prévisible : seules de telles espèces peuvent être inscrites",
     "Una parte importante de los miembros cruza fronteras de Estados, de forma cíclica y previsible: solo tales especies pueden incluirse"),
    ("art-III-1", "I",
     "Migratory and endangered",
     "Migratrice et en danger",
     "Migratoria y en peligro"),
    ("art-III-2", "I",
     "Reliable evidence, the best scientific evidence included, shows that it is endangered",
     "Des données sûres, y compris les meilleures données scientifiques, montrent qu'elle est en danger",
     "Pruebas fidedignas, incluidas las mejores pruebas científicas, muestran que está en peligro"),
    ("art-IV-1-a", "II",
     "Migratory, of unfavourable conservation status, and in need of international agreements",
     "Migratrice, d'état de conservation défavorable, et ayant besoin d'accords internationaux",
     "Migratoria, en estado de conservación desfavorable y necesitada de acuerdos internacionales"),
    ("art-IV-1-b", "II",
     "Migratory, of a conservation status that would benefit significantly from an international agreement",
     "Migratrice, d'un état de conservation qui tirerait grand profit d'un accord international",
     "Migratoria, con un estado de conservación que se beneficiaría mucho de un acuerdo internacional"),
]

AGREEMENT = "agreement"
MEMORANDUM = "memorandum-of-understanding"

# As the column of the table writes it:
# (kind, abbreviation, concluded, entry into force, depositary, secretariat, en, fr, es)
FAMILY = {
    "AEWA": (
        AGREEMENT, "AEWA", "1995-06-16", "1999-11-01", "government-nl", "aewa-secretariat",
        "Agreement on the Conservation of African-Eurasian Migratory Waterbirds",
        "Accord sur la conservation des oiseaux d'eau migrateurs d'Afrique-Eurasie",
        "Acuerdo sobre la Conservación de las Aves Acuáticas Migratorias Afroeuroasiáticas"),
    "EUROBATS": (
        AGREEMENT, "EUROBATS", "1991-12-04", "1994-01-16", "government-gb", "eurobats-secretariat",
        "Agreement on the Conservation of Populations of European Bats",
        "Accord relatif à la conservation des populations de chauves-souris d'Europe",
        "Acuerdo sobre la Conservación de las Poblaciones de Murciélagos Europeos"),
    "ACAP": (
        AGREEMENT, "ACAP", "2001-06-19", "2004-02-01", "government-au", "acap-secretariat",
        "Agreement on the Conservation of Albatrosses and Petrels",
        "Accord sur la conservation des albatros et des pétrels",
        "Acuerdo sobre la Conservación de Albatros y Petreles"),
    "ASCOBANS": (
        AGREEMENT, "ASCOBANS", "1992-03-17", "1994-03-29", "un-secretary-general", "cms-secretariat",
        "Agreement on the Conservation of Small Cetaceans of the Baltic, North East Atlantic, Irish and North Seas",
        "Accord sur la conservation des petits cétacés de la mer Baltique, du nord-est de l'Atlantique et des mers d'Irlande et du Nord",
        "Acuerdo sobre la Conservación de los Pequeños Cetáceos del Mar Báltico, el Atlántico Nordeste, el Mar de Irlanda y el Mar del Norte"),
    "ACCOBAMS": (
        AGREEMENT, "ACCOBAMS", "1996-11-24", "2001-06-01", "government-mc", "accobams-secretariat",
        "Agreement on the Conservation of Cetaceans of the Black Sea, Mediterranean Sea and Contiguous Atlantic Area",
        "Accord sur la conservation des cétacés de la mer Noire, de la Méditerranée et de la zone Atlantique adjacente",
        "Acuerdo sobre la Conservación de los Cetáceos del Mar Negro, el Mar Mediterráneo y la Zona Atlántica Contigua"),
    "Grassland birds": (
        MEMORANDUM, None, "2007-08-26", "2007-08-26", None, "cms-secretariat",
        "Memorandum of Understanding on the Conservation of Southern South American Migratory Grassland Bird Species and Their Habitats",
        None,
        "Memorando de Entendimiento sobre la Conservación de Especies de Aves Migratorias de Pastizales del Sur de Sudamérica y de sus Hábitats"),
    "Raptors": (
        MEMORANDUM, None, "2008-10-22", "2008-11-01", None, "cms-secretariat",
        "Memorandum of Understanding on the Conservation of Migratory Birds of Prey in Africa and Eurasia",
        "Mémorandum d'entente sur la conservation des oiseaux de proie migrateurs d'Afrique et d'Eurasie",
        None),
    "Marine Turtles - IOSEA": (
        MEMORANDUM, "IOSEA", "2001-06-23", "2001-09-01", None, "cms-secretariat",
        "Memorandum of Understanding on the Conservation and Management of Marine Turtles and their Habitats of the Indian Ocean and South-East Asia",
        "Mémorandum d'accord sur la conservation et la gestion des tortues marines et de leurs habitats de l'océan Indien et de l'Asie du Sud-Est",
        None),
    "Marine Turtles Africa": (
        MEMORANDUM, None, "1999-05", "1999-07-01", None, "cms-secretariat",
        "Memorandum of Understanding concerning Conservation Measures for Marine Turtles of the Atlantic Coast of Africa",
        "Mémorandum d'accord sur les mesures de conservation pour les tortues marines de la côte atlantique de l'Afrique",
        None),
    "Gorillas": (
        AGREEMENT, None, "2007-10", "2008-06-01", None, "cms-secretariat",
        "Agreement on the Conservation of Gorillas and Their Habitats",
        "Accord pour la conservation des gorilles et de leurs habitats",
        "Acuerdo sobre la Conservación de los Gorilas y sus Hábitats"),
    "Bukhara Deer": (
        MEMORANDUM, None, "2002-05-16", "2002-05-16", None, "cms-secretariat",
        "Memorandum of Understanding concerning Conservation and Restoration of the Bukhara Deer (Cervus elaphus bactrianus)",
        None, None),
    "High Andean Flamingos": (
        MEMORANDUM, None, "2008-12-04", "2008-12-04", None, "cms-secretariat",
        "Memorandum of Understanding on the Conservation of High Andean Flamingos and their Habitats",
        None,
        "Memorando de Entendimiento para la Conservación de los Flamencos Altoandinos y sus Hábitats"),
    "Aquatic warbler": (
        MEMORANDUM, None, "2003-04", "2003-04-30", None, "cms-secretariat",
        "Memorandum of Understanding concerning Conservation Measures for the Aquatic Warbler (Acrocephalus paludicola)",
        None, None),
    "Ruddy-headed goose": (
        MEMORANDUM, None, "2006-11-21", "2006-11-21", None, "cms-secretariat",
        "Memorandum of Understanding between the Argentine Republic and the Republic of Chile on the Conservation of the Ruddy-headed Goose (Chloephaga rubidiceps)",
        None,
        "Memorando de Entendimiento entre la República Argentina y la República de Chile sobre la Conservación del Cauquén Colorado (Chloephaga rubidiceps)"),
    "Dugong": (
        MEMORANDUM, None, "2007-10-31", "2007-10-31", None, "cms-secretariat",
        "Memorandum of Understanding on the Conservation and Management of Dugongs (Dugong dugon) and their Habitats throughout their Range",
        "Mémorandum d'entente sur la conservation et la gestion des dugongs (Dugong dugon) et de leurs habitats à travers leur aire de répartition",
        None),
    "Siberian Crane": (
        MEMORANDUM, None, None, "1993-07-01", None, "cms-secretariat",
        "Memorandum of Understanding concerning Conservation Measures for the Siberian Crane",
        None, None),
    "West African Elephants": (
        MEMORANDUM, None, "2005-11-22", "2005-11-22", None, "cms-secretariat",
        "Memorandum of Understanding concerning Conservation Measures for the West African Populations of the African Elephant (Loxodonta africana)",
        "Mémorandum d'accord concernant les mesures de conservation pour les populations d'Afrique de l'Ouest de l'éléphant d'Afrique (Loxodonta africana)",
        None),
    "Mediterranean Monk Seal": (
        MEMORANDUM, None, "2007-10-18", "2007-10-18", None, "cms-secretariat",
        "Memorandum of Understanding concerning Conservation Measures for the Eastern Atlantic Populations of the Mediterranean Monk Seal (Monachus monachus)",
        "Mémorandum d'accord concernant les mesures de conservation pour les populations de l'Atlantique oriental du phoque moine de Méditerranée (Monachus monachus)",
        "Memorando de Entendimiento relativo a las medidas de conservación de las poblaciones del Atlántico oriental de la foca monje del Mediterráneo (Monachus monachus)"),
    "Slender-billed Curlew": (
        MEMORANDUM, None, "1994-09-10", "1994-09-10", None, "cms-secretariat",
        "Memorandum of Understanding concerning Conservation Measures for the Slender-billed Curlew (Numenius tenuirostris)",
        None, None),
    "Great Bustard": (
        MEMORANDUM, None, None, "2001-06-01", None, "cms-secretariat",
        "Memorandum of Understanding on the Conservation and Management of the Middle-European Population of the Great Bustard (Otis tarda)",
        None, None),
    "Wadden Sea Seals": (
        AGREEMENT, None, "1990-10-16", "1991-10-01", None, "common-wadden-sea-secretariat",
        "Agreement on the Conservation of Seals in the Wadden Sea",
        None, None),
    "Saiga antelope": (
        MEMORANDUM, None, None, "2006-09-24", None, "cms-secretariat",
        "Memorandum of Understanding concerning Conservation, Restoration and Sustainable Use of the Saiga Antelope (Saiga tatarica tatarica)",
        None, None),
}

# slug: (kind, abbreviation, seat, country, parent, instruments, en, fr, es)
STAKEHOLDERS = {
    "accobams-secretariat": (
        "secretariat", None, "Monaco", "mc", None, "accobams",
        "ACCOBAMS Secretariat", "Secrétariat de l'ACCOBAMS", "Secretaría del ACCOBAMS"),
    "acap-secretariat": (
        "secretariat", None, "Hobart", "au", None, "acap",
        "ACAP Secretariat", "Secrétariat de l'ACAP", "Secretaría del ACAP"),
    "aewa-secretariat": (
        "secretariat", None, "Bonn", "de", "unep", "aewa",
        "UNEP/AEWA Secretariat", "Secrétariat PNUE/AEWA", "Secretaría PNUMA/AEWA"),
    "cites-cop": (
        "conference-of-the-parties", "CoP", None, None, None, "cites",
        "Conference of the Parties to CITES", "Conférence des Parties à la CITES",
        "Conferencia de las Partes en la CITES"),
    "cites-secretariat": (
        "secretariat", None, "Geneva", "ch", "unep", "cites",
        "CITES Secretariat", "Secrétariat CITES", "Secretaría CITES"),
    "cms-cop": (
        "conference-of-the-parties", "CoP", None, None, None, "cms",
        "Conference of the Parties to CMS", "Conférence des Parties à la CMS",
        "Conferencia de las Partes en la CMS"),
    "cms-secretariat": (
        "secretariat", None, "Bonn", "de", "unep", "cms",
        "UNEP/CMS Secretariat", "Secrétariat PNUE/CMS", "Secretaría PNUMA/CMS"),
    "common-wadden-sea-secretariat": (
        "secretariat", "CWSS", "Wilhelmshaven", "de", None, "wadden-sea-seals",
        "Common Wadden Sea Secretariat", None, None),
    "eurobats-secretariat": (
        "secretariat", None, "Bonn", "de", "unep", "eurobats",
        "UNEP/EUROBATS Secretariat", "Secrétariat PNUE/EUROBATS", "Secretaría PNUMA/EUROBATS"),
    "government-au": ("government", None, None, "au", None, "", "Government of Australia",
                      "Gouvernement de l'Australie", "Gobierno de Australia"),
    "government-ch": ("government", None, None, "ch", None, "", "Government of Switzerland",
                      "Gouvernement de la Suisse", "Gobierno de Suiza"),
    "government-de": ("government", None, None, "de", None, "", "Government of Germany",
                      "Gouvernement de l'Allemagne", "Gobierno de Alemania"),
    "government-gb": ("government", None, None, "gb", None, "", "Government of the United Kingdom",
                      "Gouvernement du Royaume-Uni", "Gobierno del Reino Unido"),
    "government-mc": ("government", None, None, "mc", None, "", "Government of Monaco",
                      "Gouvernement de Monaco", "Gobierno de Mónaco"),
    "government-nl": ("government", None, None, "nl", None, "", "Government of the Netherlands",
                      "Gouvernement des Pays-Bas", "Gobierno de los Países Bajos"),
    "un-secretary-general": (
        "other", None, "New York", "us", None, "",
        "Secretary-General of the United Nations", "Secrétaire général des Nations Unies",
        "Secretario General de las Naciones Unidas"),
    "unep": (
        "international-organization", "UNEP", "Nairobi", "ke", None, "",
        "United Nations Environment Programme", "Programme des Nations Unies pour l'environnement",
        "Programa de las Naciones Unidas para el Medio Ambiente"),
    "unep-wcmc": (
        "research-body", "UNEP-WCMC", "Cambridge", "gb", "unep", "",
        "UNEP World Conservation Monitoring Centre",
        "Centre mondial de surveillance de la conservation du PNUE",
        "Centro Mundial de Vigilancia de la Conservación del PNUMA"),
}


def words(english, french=None, spanish=None):
    """A text of the languages that are given."""
    return {language: text for language, text in (("en", english), ("fr", french), ("es", spanish)) if text}


def family_name(row):
    """The instrument of a row of the CMS table: that of its column, else of its listing; `CMS` itself too."""
    name = (row["CMS instrument"] or row["listing"]).removeprefix("CMS - ")
    return "CMS" if name in ("I", "II") else name


def family_id(name):
    return f"instrument.{slugs.slug(name)}"


def criteria(rows):
    return [{"code": code, "appendix": appendix, "text": words(*texts)} for code, appendix, *texts in rows]


def build():
    instruments = [
        {
            "id": "instrument.cites",
            "kind": "convention",
            "name": words("Convention on International Trade in Endangered Species of Wild Fauna and Flora",
                          "Convention sur le commerce international des espèces de faune et de flore sauvages menacées d'extinction",
                          "Convención sobre el Comercio Internacional de Especies Amenazadas de Fauna y Flora Silvestres"),
            "abbreviation": "CITES",
            "concluded": "1973-03-03",
            "entry-into-force": "1975-07-01",
            "depositary-id": "stakeholder.government-ch",
            "secretariat-id": "stakeholder.cites-secretariat",
            "appendices": [
                {"code": "I", "name": words("Appendix I", "Annexe I", "Apéndice I")},
                {"code": "II", "name": words("Appendix II", "Annexe II", "Apéndice II")},
                {"code": "III", "name": words("Appendix III", "Annexe III", "Apéndice III"), "party-listed": True},
            ],
            "exclusive": True,
            "reservation-days": "90",
            "listing-criteria": criteria(CRITERIA_CITES),
        },
        {
            "id": "instrument.cms",
            "kind": "convention",
            "name": words("Convention on the Conservation of Migratory Species of Wild Animals",
                          "Convention sur la conservation des espèces migratrices appartenant à la faune sauvage",
                          "Convención sobre la Conservación de las Especies Migratorias de Animales Silvestres"),
            "abbreviation": "CMS",
            "concluded": "1979-06-23",
            "entry-into-force": "1983-11-01",
            "depositary-id": "stakeholder.government-de",
            "secretariat-id": "stakeholder.cms-secretariat",
            "appendices": [
                {"code": "I", "name": words("Appendix I", "Annexe I", "Apéndice I")},
                {"code": "II", "name": words("Appendix II", "Annexe II", "Apéndice II")},
            ],
            "higher-taxon": "migratory",
            "reservation-days": "90",
            "listing-criteria": criteria(CRITERIA_CMS),
        },
    ]
    named = {family_name(row) for row in tables.rows("speciesplus-2013/CMS_legislation_utf8")} - {"CMS"}
    if named != set(FAMILY):
        raise ValueError(f"instruments of the CMS family: {sorted(named ^ set(FAMILY))}")
    for name, (kind, abbreviation, concluded, force, depositary, secretariat, *names) in FAMILY.items():
        instruments.append({
            "id": family_id(name),
            "kind": kind,
            "name": words(*names),
            "abbreviation": abbreviation,
            "parent-id": "instrument.cms",
            "concluded": concluded,
            "entry-into-force": force,
            "depositary-id": f"stakeholder.{depositary}" if depositary else None,
            "secretariat-id": f"stakeholder.{secretariat}",
            "appendices": [{"code": "list"}, *({"code": column} for column in aewa.COLUMNS if name == "AEWA")],
            "listing-criteria": criteria((aewa.code(column, category), column, *texts) for column, category, *texts in aewa.CATEGORIES)
            if name == "AEWA" else [],
        })
    return {record["id"]: record for record in instruments}


def build_stakeholders():
    records = {}
    for slug, (kind, abbreviation, seat, country, parent, served, *names) in STAKEHOLDERS.items():
        records[f"stakeholder.{slug}"] = {
            "id": f"stakeholder.{slug}",
            "kind": kind,
            "name": words(*names),
            "abbreviation": abbreviation,
            "seat": seat,
            "parent-id": f"stakeholder.{parent}" if parent else None,
            "instrument-ids": [f"instrument.{instrument}" for instrument in served.split()],
            "country-id": f"area.{country}" if country else None,
        }
    return records
