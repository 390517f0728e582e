# SPDX-License-Identifier: LGPL-2.1-or-later
"""The # annotations of CITES: the gist of each in our own words.

Many of the 120 say the same in other words or under other numbers; what they leave out
comes from a short list, which stands here once in each language.
"""

import re

from . import tables

# What annotations except, or name alone.
THINGS = {
    "roots": ("roots", "racines", "raíces"),
    "root parts": ("roots and what is plainly a part of them", "racines et ce qui en est visiblement une partie",
                   "raíces y lo que es claramente parte de ellas"),
    "whole roots": ("roots whole, sliced or in pieces", "racines entières, tranchées ou en morceaux",
                    "raíces enteras, en rodajas o en trozos"),
    "underground": ("roots and rhizomes: whole, in pieces or as powder", "racines et rhizomes : entiers, en morceaux ou en poudre",
                    "raíces y rizomas: enteros, en trozos o en polvo"),
    "timber": ("timber", "bois", "madera"),
    "trunks": ("trunks", "troncs", "troncos"),
    "logs": ("logs", "grumes", "trozas"),
    "sawn wood": ("sawn wood", "bois sciés", "madera aserrada"),
    "veneer": ("veneer", "placages", "chapas de madera"),
    "plywood": ("plywood", "contreplaqués", "madera contrachapada"),
    "chips": ("wood-chips", "copeaux", "virutas de madera"),
    "broken": ("raw broken wood", "fragments de bois bruts", "fragmentos de madera sin elaborar"),
    "powder": ("powder", "poudre", "polvo"),
    "extracts": ("extracts", "extraits", "extractos"),
    "oil": ("essential oil", "huile essentielle", "aceite esencial"),
    "bows": ("unfinished bows of string instruments", "archets d'instruments à cordes non finis",
             "arcos de instrumentos de cuerda sin terminar"),
    "kernel": ("the kernel of the nut and what is made of it", "l'amande de la noix et ce qui en est tiré",
               "la almendra del fruto y lo que se obtiene de ella"),
    "seeds": ("seeds", "graines", "semillas"),
    "seeds but Mexican": ("seeds, but not those of cacti from Mexico", "graines, sauf celles de cactus du Mexique",
                          "semillas, salvo las de cactus de México"),
    "seeds but two": ("seeds, but not those of cacti from Mexico and of two palms from Madagascar",
                      "graines, sauf celles de cactus du Mexique et de deux palmiers de Madagascar",
                      "semillas, salvo las de cactus de México y de dos palmeras de Madagascar"),
    "spores": ("spores", "spores", "esporas"),
    "pollen": ("pollen", "pollen", "polen"),
    "flasks": ("tissue and seedling cultures in flasks", "cultures de tissus et de plantules en flacons",
               "cultivos de tejidos y de plántulas en frascos"),
    "sterile": ("sterile cultures of tissue or seedlings", "cultures stériles de tissus ou de semis",
                "cultivos estériles de tejidos o de plántulas"),
    "chemicals": ("chemical derivatives", "dérivés chimiques", "derivados químicos"),
    "medicines": ("finished medicines", "produits pharmaceutiques finis", "productos farmacéuticos acabados"),
    "retail": ("finished goods packed for retail", "produits finis emballés pour la vente au détail",
               "productos acabados envasados para la venta al por menor"),
    "retail but beads": ("finished goods packed for retail, beads and carvings excepted",
                         "produits finis emballés pour la vente au détail, hormis perles et gravures",
                         "productos acabados envasados para la venta al por menor, salvo cuentas y tallas"),
    "candelilla": ("finished goods of Euphorbia antisyphilitica packed for retail",
                   "produits finis d'Euphorbia antisyphilitica emballés pour la vente au détail",
                   "productos acabados de Euphorbia antisyphilitica envasados para la venta al por menor"),
    "cut flowers": ("cut flowers of propagated plants", "fleurs coupées de plantes reproduites", "flores cortadas de plantas reproducidas"),
    "fruit": ("fruits", "fruits", "frutos"),
    "fruit of grown": ("fruits of naturalized or propagated plants", "fruits de plantes acclimatées ou reproduites",
                       "frutos de plantas aclimatadas o reproducidas"),
    "fruit of vanilla": ("fruits of propagated Vanilla", "fruits de Vanilla reproduites", "frutos de Vanilla reproducidas"),
    "fruit of vanilla and cacti": ("fruits of naturalized or propagated Vanilla and cacti",
                                   "fruits de Vanilla et de cactus acclimatés ou reproduits",
                                   "frutos de Vanilla y de cactus aclimatados o reproducidos"),
    "pads": ("pads of naturalized or propagated Opuntia", "raquettes d'Opuntia acclimatés ou reproduits",
             "palas de Opuntia aclimatadas o reproducidas"),
    "stems": ("stems and flowers of naturalized or propagated Opuntia and Selenicereus",
              "tiges et fleurs d'Opuntia et de Selenicereus acclimatés ou reproduits",
              "tallos y flores de Opuntia y Selenicereus aclimatados o reproducidos"),
    "aloe": ("leaves of naturalized or propagated Aloe vera", "feuilles d'Aloe vera acclimatés ou reproduits",
             "hojas de Aloe vera aclimatados o reproducidos"),
    "leaves": ("leaves", "feuilles", "hojas"),
    "spent powder": ("spent agarwood powder", "poudre de bois d'agar épuisée", "polvo de madera de agar agotado"),
    "hoodia": ("what bears the label of an agreement with Botswana, Namibia or South Africa on Hoodia",
               "ce qui porte l'étiquette d'un accord avec l'Afrique du Sud, le Botswana ou la Namibie sur Hoodia",
               "lo que lleva la etiqueta de un acuerdo con Botswana, Namibia o Sudáfrica sobre Hoodia"),
    "hoodia each": ("what bears the label of an agreement with one of Botswana, Namibia and South Africa on Hoodia",
                    "ce qui porte l'étiquette d'un accord avec l'un des États Afrique du Sud, Botswana et Namibie sur Hoodia",
                    "lo que lleva la etiqueta de un acuerdo con uno de los Estados Botswana, Namibia y Sudáfrica sobre Hoodia"),
}

NOT_MADE = ("; not what is manufactured from them", " ; non ce qui en est fabriqué", "; no lo que se fabrica con ellas")
NOT_RETAIL = ("; not finished goods packed for retail", " ; non les produits finis emballés pour la vente au détail",
              "; no los productos acabados envasados para la venta al por menor")
NOT_SCENT = ("; not finished goods that contain the extract, such as scents",
             " ; non les produits finis contenant l'extrait, tels les parfums",
             "; no los productos acabados que contienen el extracto, como las fragancias")

EXCEPT = ("Everything except: ", "Tout, sauf : ", "Todo, excepto: ")
ONLY = ("Only: ", "Seulement : ", "Solo: ")

# One for each of the different texts: which annotations it is of, whether it names what is
# out (-) or what is in (+), the things, and what is added. A > is the # of CoP1 and CoP2.
GISTS = [
    ("Pre-CoP1 #1, CoP1 >1, CoP2 >1, CoP3 #1, CoP4 #1", "+", "roots"),
    ("Pre-CoP1 #2, CoP1 >2, CoP2 >2, CoP3 #2, CoP4 #2", "+", "timber"),
    ("Pre-CoP1 #3, CoP1 >3, CoP2 >3, CoP3 #3, CoP4 #3", "+", "trunks"),
    ("CoP5 #1, CoP6 #1, CoP7 #1, CoP8 #1", "-", "seeds, spores, pollen, flasks"),
    ("CoP5 #2, CoP6 #2, CoP7 #3, CoP8 #3, CoP9 #3", "+", "root parts"),
    ("CoP5 #3", "-", "seeds, spores, pollen, flasks, fruit of grown, pads"),
    ("CoP5 #4", "-", "seeds, spores, pollen, flasks, fruit of grown"),
    ("CoP5 #5", "-", "spores, pollen, flasks"),
    ("CoP5 #6", "-", "seeds, spores, pollen, flasks, aloe"),
    ("CoP5 #7, CoP6 #6", "-", "seeds, spores, pollen, flasks, cut flowers, fruit of vanilla"),
    ("CoP6 #3, CoP7 #4, CoP8 #4", "-", "seeds, pollen, flasks, fruit of grown, pads"),
    ("CoP6 #4", "-", "pollen, flasks"),
    ("CoP6 #5, CoP7 #5, CoP8 #6", "-", "seeds, pollen, flasks, aloe"),
    ("CoP7 #2, CoP8 #2", "-", "seeds, pollen, flasks, chemicals"),
    ("CoP7 #6", "-", "seeds, pollen, flasks, cut flowers, fruit of vanilla"),
    ("CoP8 #5, CoP9 #5", "+", "logs, sawn wood, veneer"),
    ("CoP8 #7", "-", "seeds, spores, pollen, flasks, cut flowers, fruit of vanilla"),
    ("CoP9 #1", "-", "seeds, spores, pollen, sterile"),
    ("CoP9 #2", "-", "seeds, pollen, sterile, chemicals"),
    ("CoP9 #4", "-", "seeds, pollen, sterile, fruit of grown, pads"),
    ("CoP9 #6, CoP10 #6, CoP11 #6, CoP12 #7, CoP13 #7", "+", "logs, chips, broken"),
    ("CoP9 #7, CoP10 #7, CoP11 #7, CoP12 #8, CoP13 #8", "-", "seeds, pollen, sterile, cut flowers, fruit of vanilla"),
    ("CoP9 #8", "-", "seeds, pollen, sterile, medicines"),
    ("CoP10 #1, CoP11 #1, CoP12 #1, CoP13 #1", "-", "seeds, spores, pollen, sterile, cut flowers"),
    ("CoP10 #2", "-", "seeds, pollen, sterile, cut flowers, chemicals"),
    ("CoP10 #3, CoP11 #3, CoP12 #3, CoP13 #3, CoP16 #3", "+", "whole roots", NOT_MADE),
    ("CoP10 #4, CoP11 #4, CoP12 #4, CoP13 #4, CoP14 #4", "-",
     "seeds but Mexican, pollen, sterile, cut flowers, fruit of grown, pads"),
    ("CoP10 #5, CoP11 #5, CoP12 #5, CoP13 #5, CoP14 #5, CoP15 #5, CoP16 #5", "+", "logs, sawn wood, veneer"),
    ("CoP10 #8", "-", "seeds, pollen, sterile, cut flowers, medicines"),
    ("CoP11 #2, CoP12 #2, CoP13 #2", "-", "seeds, pollen, sterile, cut flowers, chemicals, medicines"),
    ("CoP12 #6, CoP13 #6, CoP14 #6, CoP15 #6, CoP16 #6", "+", "logs, sawn wood, veneer, plywood"),
    ("CoP13 #9, CoP14 #9, CoP15 #9", "-", "hoodia"),
    ("CoP13 #10", "-", "seeds, pollen, medicines"),
    ("CoP14 #1, CoP15 #1, CoP16 #1", "-", "seeds, spores, pollen, sterile, cut flowers, fruit of vanilla"),
    ("CoP14 #2, CoP15 #2, CoP16 #2", "-", "seeds, pollen, retail"),
    ("CoP14 #3, CoP15 #3", "+", "whole roots"),
    ("CoP14 #7, CoP15 #7, CoP16 #7", "+", "logs, chips, powder, extracts"),
    ("CoP14 #8, CoP15 #8, CoP16 #8", "+", "underground"),
    ("CoP14 #10, CoP15 #10, CoP16 #10", "+", "logs, sawn wood, veneer, bows"),
    ("CoP14 #11, CoP15 #11, CoP16 #11", "+", "logs, sawn wood, veneer, plywood, powder, extracts"),
    ("CoP15 #4, CoP16 #4", "-",
     "seeds but two, spores, pollen, sterile, cut flowers, fruit of vanilla and cacti, stems, candelilla"),
    ("CoP15 #12", "+", "logs, sawn wood, veneer, plywood, oil", NOT_RETAIL),
    ("CoP15 #13, CoP16 #13", "+", "kernel"),
    ("CoP16 #9", "-", "hoodia each"),
    ("CoP16 #12", "+", "logs, sawn wood, veneer, plywood, extracts", NOT_SCENT),
    ("CoP16 #14", "-", "seeds, pollen, sterile, fruit, leaves, spent powder, retail but beads"),
]


def gist(sign, things, addition=("", "", "")):
    lead = ONLY if sign == "+" else EXCEPT
    return {language: lead[i] + ", ".join(THINGS[thing][i] for thing in things.split(", ")) + addition[i]
            for i, language in enumerate(("en", "fr", "es"))}


def annotation_id(words):
    """`CoP1 >3` is annotation.cites-cop1-g3, `CoP15 #4` annotation.cites-cop15-h4."""
    meeting, sign, number = re.fullmatch(r"(Pre-CoP1|CoP\d+) ([#>])(\d+)", words).groups()
    return f"annotation.cites-{meeting.lower()}-{'h' if sign == '#' else 'g'}{number}"


def build():
    gists = {name: gist(*rest) for names, *rest in GISTS for name in names.split(", ")}
    records = {}
    for row in tables.rows("speciesplus-2013/hash_annotations_cites_translations"):
        meeting = row["Event"]
        record = {
            "id": annotation_id(f"{meeting} {row['Hash No']}"),
            "instrument-id": "instrument.cites",
            "symbol": row["Hash No"],
            "kind": "hash",
            "meeting-id": None if meeting == "Pre-CoP1" else f"meeting.cites-{meeting.lower()}",
            "text": gists.pop(f"{meeting} {row['Hash No']}"),
        }
        records[record["id"]] = record
    if gists:
        raise ValueError(f"gists of no annotation: {sorted(gists)}")
    return records
