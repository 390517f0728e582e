# SPDX-License-Identifier: LGPL-2.1-or-later
"""Accounts for every row of the tables of names, references and ranges.

Each row of the shared tables is held by a record of data/*.xml that says the same,
field by field, or folded into one that another row already gave, or refused for a
reason of a closed list. And the other way round: each taxon, synonym, common name,
publication, standard reference and country of a range has its row.
"""

import collections
import functools
import re
import unittest

from accounting import Account, need_tables, records, table, texts

LOW = ("species", "subspecies", "variety")
ABOVE = {"species": "genus", "subspecies": "species", "variety": "species"}
# Below the last taxonomy of 2013: the entry that CMS prints by another rank, and a
# species that a footnote says is in the genus listed.
MADE = {"cms.saiga-tatarica-tatarica", "cms.grus-virgo"}
NOT_PLACED = "no accepted number"


@functools.lru_cache(maxsize=None)
def taxa():
    return {**records("taxa-animalia"), **records("taxa-plantae")}


@functools.lru_cache(maxsize=None)
def by_number():
    """(authority, kingdom, number of a rank) → taxon."""
    result = {}
    for element in taxa().values():
        for identifier in element.findall("identifier"):
            kingdom, rank, number = identifier.get("value").split(":")
            key = element.get("authority-id"), kingdom, rank if rank not in LOW else "low", number
            if identifier.get("scheme") != "splus-rec" or key in result:
                raise AssertionError(f"{element.get('id')}: {key}")
            result[key] = element
    return result


def rank_of(cell):
    rank = cell.lower()
    return {"var": "variety", "hybrid": "species"}.get(rank, rank)


def taxon(authority, kingdom, rank, number):
    rank = rank_of(rank)
    return by_number().get((f"authority.{authority}", kingdom, "low" if rank in LOW else rank, number))


def of_designation(cell):
    return {"CITES_EU": ["cites"], "CMS": ["cms"], "CITES_EU,CMS": ["cites", "cms"]}[cell]


def taxon_rows(kingdom):
    return table(f"speciesplus-2013/{kingdom}_taxa_utf8")


def synonym_rows(kingdom):
    return table(f"speciesplus-2013/{kingdom}_synonyms_utf8")


@functools.lru_cache(maxsize=None)
def numbered(kingdom, which):
    """Number of a rank → rows of the taxa or of the synonyms."""
    result = collections.defaultdict(list)
    for row in (taxon_rows if which == "taxa" else synonym_rows)(kingdom):
        rank = rank_of(row["Rank"])
        result["low" if rank in LOW else rank, row["RecID"]].append(row)
    return result


@functools.lru_cache(maxsize=None)
def expected_name(kingdom, rank, parent_number, words):
    """The name that the parts of a row make; None without a parent. Of the two rows of a number the later
    one counts as a parent: the number of Cyrtonaias is that of Raja, too, and Raja birostris is a ray."""
    if rank not in LOW:
        return {"Flora": "Plantae"}.get(words, words[0] + words[1:].lower() if words == words.upper() else words)
    key = ("low" if ABOVE[rank] in LOW else ABOVE[rank]), parent_number
    rows = numbered(kingdom, "taxa").get(key) or numbered(kingdom, "synonyms").get(key)
    if not rows:
        return None
    row = rows[-1]
    above = row.get("ParentRecID", row.get("Parent recID"))
    parent = expected_name(kingdom, rank_of(row["Rank"]), above, row["Scientific name"])
    if words.startswith("x "):
        return parent + " × " + words[2:]
    formula = re.fullmatch(r"(?:(\w+) )?(\w+) x (?:(\w+) )?(\w+)", words)
    if formula:
        left, first, right, second = formula.groups()
        return f"{(left or parent).capitalize()} {first} × {(right or parent).capitalize()} {second}"
    if kingdom == "plantae" and rank != "species":
        return f"{parent} {'ssp.' if rank == 'subspecies' else 'var.'} {words}"
    return f"{parent} {words}"


class AccountingCase(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        need_tables()


class Taxa(AccountingCase):
    def test_taxa(self):
        unclaimed = set(taxa()) - MADE
        for kingdom in ("animalia", "plantae"):
            account = Account(f"{kingdom}_taxa", refused={"second row of a number"})
            for row in taxon_rows(kingdom):
                rank = rank_of(row["Rank"])
                same = numbered(kingdom, "taxa")["low" if rank in LOW else rank, row["RecID"]]
                if len(same) > 1:
                    # The one with a parent is held; of two such, the first.
                    known = [other for other in same
                             if (rank_of(other["ParentRank"]), other["ParentRecID"]) in
                             {(rank_of(parent["Rank"]), parent["RecID"]) for parent in taxon_rows(kingdom)}]
                    if row is not known[0]:
                        account.refuse("second row of a number")
                        continue
                for authority in of_designation(row["Designation"]):
                    with self.subTest(row=row, authority=authority):
                        element = taxon(authority, kingdom, rank, row["RecID"])
                        self.assertIsNotNone(element)
                        unclaimed.remove(element.get("id"))
                        self.compare(kingdom, rank, row, element, authority)
                account.hold()
            account.check(self, len(taxon_rows(kingdom)))
        self.assertEqual(unclaimed, set())

    def compare(self, kingdom, rank, row, element, authority):
        self.assertEqual(element.get("authority-id"), f"authority.{authority}")
        self.assertEqual(element.get("name"),
                         expected_name(kingdom, rank, row["ParentRecID"], row["Scientific name"]))
        self.assertEqual(element.get("authorship", ""), row["Species Author"])
        self.assertEqual(element.get("rank"), rank)
        self.assertEqual(element.get("name-kind", "accepted"),
                         {"A": "accepted", "S": "accepted", "N": "unaccepted", "H": "hybrid"}[row["Status"]])
        self.assertEqual([identifier.attrib for identifier in element.findall("identifier")],
                         [{"scheme": "splus-rec", "value": f"{kingdom}:{rank}:{row['RecID']}"}])
        if row["ParentRecID"]:
            parent = taxon(authority, kingdom, row["ParentRank"], row["ParentRecID"])
            self.assertEqual(element.get("parent-id"), parent.get("id"))
        else:
            self.assertNotIn("parent-id", element.attrib)
        halves = element.get("name").split(" × ")
        if len(halves) == 2 and " " in halves[1] and row["Status"] == "H":
            self.assertEqual([taxa()[parent].get("name") for parent in element.get("hybrid-parent-ids").split()],
                             halves)
        else:
            self.assertNotIn("hybrid-parent-ids", element.attrib)

    def test_ids(self):
        """An id is the authority and the name in small letters, then the rank, then a number."""
        given = set()
        plain = str.maketrans("áäãâàåæçéèêëíìîïñóòôöõøúùûüýÿžščÁÉÖØ", "aaaaaaaceeeeiiiinoooooouuuuyyzscaeoo")
        for kingdom in ("animalia", "plantae"):
            for row in taxon_rows(kingdom):
                for authority in of_designation(row["Designation"]):
                    element = taxon(authority, kingdom, row["Rank"], row["RecID"])
                    if element.get("id") in given:
                        continue  # the second row of a number
                    name = element.get("name").lower().replace("×", "x").translate(plain)
                    base = authority + "." + re.sub(r"[ -]+", "-", re.sub(r"[.\"']", "", name)).strip("-")
                    ranked = f"{base}-{element.get('rank')}"
                    choices = [base, ranked] + [f"{ranked}-{number}" for number in range(2, 9)]
                    self.assertEqual(element.get("id"), next(choice for choice in choices if choice not in given))
                    given.add(element.get("id"))

    def test_made(self):
        """The two taxa that the taxonomy of 2013 lacks."""
        antelope = taxa()["cms.saiga-tatarica-tatarica"]
        self.assertEqual((antelope.get("name"), antelope.get("rank"), antelope.get("parent-id")),
                         ("Saiga tatarica tatarica", "subspecies", "cms.saiga-tatarica"))
        crane = taxa()["cms.grus-virgo"]
        self.assertEqual((crane.get("name"), crane.get("rank"), crane.get("parent-id")),
                         ("Grus virgo", "species", "cms.grus"))
        self.assertEqual([synonym.get("name") for synonym in crane.findall("synonym")], ["Anthropoides virgo"])

    def test_former(self):
        """The segregates: what they were split from."""
        names = {row["listed_as"]: row["name_2013_file"] for row in table("joint/cms-crosscheck")}
        by_name = {element.get("name"): key for key, element in taxa().items() if key.startswith("cms.")}
        expected = {}
        for row in table("joint/cms-appendices-2012"):
            if row["added_by"] == "nomenclature":
                former = row["former_name"]
                expected[by_name[names[row["listed_as"]]]] = by_name.get(former) or by_name[names[former]]
        self.assertEqual({key: element.get("former-id") for key, element in taxa().items()
                          if element.get("former-id")}, expected)

    def test_names_of_the_appendices(self):
        """Every name that the CITES Appendices of 2013 print is a taxon, but for four spellings and a later correction."""
        names = {element.get("name") for key, element in taxa().items() if key.startswith("cites.")}
        missing = set()
        rows = table("joint/cites-fauna-2013") + table("joint/cites-flora-2013")
        self.assertEqual(len(rows), 1138)
        for row in rows:
            name = re.sub(r" spp\.$| and infraspecific taxa of this species$", "", row["listed_as"])
            name = " ".join(word.capitalize() if word.isupper() else word for word in name.split())
            if name not in names:
                missing.add(name)
        self.assertEqual(missing, {"Adenia subsessilifolia", "Bradypus pygmaeus", "Epioblasma curtisi",
                                   "Muntiacus vuquangensis", "Strigops habroptilus"})


class Synonyms(AccountingCase):
    def test_synonyms(self):
        # (taxon, name, author) → numbers of its rows
        expected = {}
        for kingdom in ("animalia", "plantae"):
            account = Account(f"{kingdom}_synonyms", folded={"same name and author"},
                              refused={"empty row", NOT_PLACED, "unknown accepted number", "unknown parent"})
            for row in synonym_rows(kingdom):
                self.account(account, expected, kingdom, row)
            account.check(self, len(synonym_rows(kingdom)))

        found = {}
        for key, element in taxa().items():
            for synonym in element.findall("synonym"):
                if synonym.get("identifiers"):
                    found[key, synonym.get("name"), synonym.get("authorship", "")] = synonym.get("identifiers").split()
        self.assertEqual(found.keys(), expected.keys())
        for key, numbers in expected.items():
            self.assertEqual(found[key], list(dict.fromkeys(numbers)), key)

    def account(self, account, expected, kingdom, row):
        if not row["RecID"]:
            account.refuse("empty row")
            return
        if not row["AcceptedRecID"]:
            account.refuse(NOT_PLACED)
            return
        rank = rank_of(row["Rank"])
        name = expected_name(kingdom, rank, row["Parent recID"], row["Scientific name"])
        if name is None:
            account.refuse("unknown parent")
            return
        accepted = row
        number = accepted["AcceptedRecID"]
        for _step in range(3):
            if ("low", number) in numbered(kingdom, "taxa"):
                break
            # An accepted number that is a synonym leads on.
            follow = numbered(kingdom, "synonyms").get(("low", number))
            if not follow:
                account.refuse("unknown accepted number")
                return
            number = follow[0]["AcceptedRecID"]
        fresh = False
        for authority in of_designation(row["Designation"]):
            element = taxon(authority, kingdom, "species", number)
            self.assertIsNotNone(element, row)
            key = element.get("id"), name, row["Species Author"]
            fresh = fresh or key not in expected
            expected.setdefault(key, []).append(f"{kingdom}:{rank}:{row['RecID']}")
        if fresh:
            account.hold()
        else:
            account.fold("same name and author")

    def test_not_placed(self):
        counts = collections.Counter()
        for kingdom in ("animalia", "plantae"):
            for row in synonym_rows(kingdom):
                if row["RecID"] and not row["AcceptedRecID"]:
                    counts[rank_of(row["Rank"])] += 1
        self.assertEqual(counts, {"genus": 1343, "species": 104})

    def test_of_the_appendices(self):
        """What the Appendices of CMS print as a former name, but where it is a taxon still."""
        names = {(row["appendix"], row["listed_as"]): row["name_2013_file"] for row in table("joint/cms-crosscheck")}
        by_name = {element.get("name"): key for key, element in taxa().items() if key.startswith("cms.")}
        expected = {("cms.grus-virgo", "Anthropoides virgo", "former-name")}
        still = set()
        for row in table("joint/cms-appendices-2012"):
            former = row["former_name"].replace(" (s.l.)", "")
            if not former or row["added_by"] == "nomenclature":
                continue
            key = by_name[names.get((row["appendix"], row["listed_as"]), row["listed_as"])]
            if "Formerly included in" in row["note"]:
                expected.add((key, former, "pro-parte"))
            elif former in by_name:
                still.add(former)
            else:
                expected.add((key, former, "former-name"))
        self.assertEqual(still, {"Gorilla gorilla beringei", "Platanista gangetica"})
        found = {(key, synonym.get("name"), synonym.get("kind")) for key, element in taxa().items()
                 for synonym in element.findall("synonym")
                 if not synonym.get("identifiers") or synonym.get("kind")}
        self.assertEqual(found, expected)


class CommonNames(AccountingCase):
    LANGUAGES = {"ENG": "en", "FRA": "fr", "SPA": "es"}

    def test_common_names(self):
        account = Account("animalia_common_names", folded={"same name and language"},
                          refused={"language not embedded", "no taxon of the number"})
        rows = table("speciesplus-2013/animalia_common_names_utf8")
        known = {row["DscRecID"] for row in table("speciesplus-2013/animalia_references_utf8")}
        self.assertEqual({row["ReferenceID"] for row in rows if row["LangShort"] in self.LANGUAGES} - known - {""},
                         {"6217", "6218", "6219", "6946", "25333"})
        expected = {}
        for row in rows:
            language = self.LANGUAGES.get(row["LangShort"])
            if language is None:
                account.refuse("language not embedded")
                continue
            words = [word.strip() for word in row["Designation"].split(",")]
            wanted = ["cites"] if {"CITES", "EU"} & set(words) else []
            if any(word.startswith("CMS") for word in words):
                wanted.append("cms")
            elements = [taxon(authority, "animalia", row["Rank"], row["RecId"]) for authority in wanted]
            elements = [element for element in elements if element is not None]
            if not elements:
                account.refuse("no taxon of the number")
                continue
            keys = [(element.get("id"), row["ComName"], language) for element in elements]
            if any(key not in expected for key in keys):
                account.hold()
            else:
                account.fold("same name and language")
            for key in keys:
                expected.setdefault(key, set())
                # Five numbers (6217, 6218, 6219, 6946, 25333) are in no table of references.
                if row["ReferenceID"] in known:
                    expected[key].add(f"document.splus-{row['ReferenceID']}")
        account.check(self, len(rows))

        # Names of the programme's species, which both conventions' taxa have.
        by_name = collections.defaultdict(list)
        for key, element in taxa().items():
            by_name[element.get("name")].append(key)
        for row in table("joint/focus-taxa"):
            if row["rank"] in ("species", "subspecies"):
                for language in ("en", "fr", "es"):
                    for name in filter(None, row[f"common_{language}"].split("; ")):
                        for key in by_name[row["corrected_name"]]:
                            expected.setdefault((key, name, language), set())

        found = {(key, name.get("name"), name.get("language")): set(name.get("document-ids", "").split())
                 for key, element in taxa().items() for name in element.findall("common-name")}
        self.assertEqual(found.keys(), expected.keys())
        for key in expected:
            self.assertEqual(found[key], expected[key], key)


class References(AccountingCase):
    # Bytes of UTF-8 that were read as CP1252: a letter of two, a dash or quotation mark of three.
    MISREAD = re.compile("[ÃÅ][\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]|â€.")

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.links = (table("speciesplus-2013/animalia_standard_reference_links_utf8"),
                     table("speciesplus-2013/CMS_standard_reference_links_utf8"))

    def test_links(self):
        expected = {}
        exclusions = Account("standard_reference_links, Excludes", refused={"no accepted taxon of the number"})
        read = 0
        for name, convention, rows in zip(("animalia_standard_reference_links", "CMS_standard_reference_links"),
                                          ("cites", "cms"), self.links):
            account = Account(name, folded={"same taxon and reference"}, refused={"no accepted taxon of the number"})
            for row in rows:
                authority = convention
                element = taxon(authority, "animalia", row["Rank"], row["RecID"])
                if element is None:
                    authority = "cms"
                    element = taxon(authority, "animalia", row["Rank"], row["RecID"])
                if element is None:
                    account.refuse("no accepted taxon of the number")
                    pairs = [pair for pair in row["Excludes"].split(",") if pair.strip()]
                    self.assertEqual(pairs, [])
                    continue
                excluded = []
                for pair in row["Excludes"].split(","):
                    if not pair.strip():
                        continue
                    read += 1
                    rank, number = pair.strip().split(":")
                    other = taxon(authority, "animalia", rank, number)
                    if other is None:
                        exclusions.refuse("no accepted taxon of the number")
                    else:
                        exclusions.hold()
                        excluded.append(other.get("id"))
                key = element.get("id"), f"document.splus-{row['DesignationStandardReferenceID']}"
                value = f"instrument.{authority}", row["Cascade"] or "Y", list(dict.fromkeys(excluded))
                if key in expected:
                    self.assertEqual(expected[key], value)
                    account.fold("same taxon and reference")
                else:
                    expected[key] = value
                    account.hold()
            account.check(self, len(rows))
        exclusions.check(self, read)

        found = {}
        for key, element in records("standard-references").items():
            if not element.get("document-id", "").startswith("document.splus-"):
                continue    # by hand, of a group
            found[element.get("taxon-id"), element.get("document-id")] = (
                element.get("instrument-id"), {"yes": "Y", "no": "N"}[element.get("descendants", "yes")],
                element.get("excluded-taxon-ids", "").split())
            self.assertEqual(key, "standard-reference." + element.get("taxon-id").replace(".", "-") + "-" +
                             element.get("document-id").removeprefix("document.splus-"))
        self.assertEqual(found, expected)

    def test_references(self):
        account = Account("animalia_references", refused={"nothing embedded refers to it"})
        needed = {row["DesignationStandardReferenceID"] for rows in self.links for row in rows
                  if taxon("cites", "animalia", row["Rank"], row["RecID"]) is not None
                  or taxon("cms", "animalia", row["Rank"], row["RecID"]) is not None}
        for element in taxa().values():
            for name in element.findall("common-name"):
                needed |= {key.removeprefix("document.splus-") for key in name.get("document-ids", "").split()}
        rows = table("speciesplus-2013/animalia_references_utf8")
        documents = {key: element for key, element in records("documents").items() if key.startswith("document.splus-")}
        self.assertEqual({key.removeprefix("document.splus-") for key in documents}, needed)
        for row in rows:
            if row["DscRecID"] not in needed:
                account.refuse("nothing embedded refers to it")
                continue
            element = documents[f"document.splus-{row['DscRecID']}"]
            with self.subTest(row=row):
                self.assertEqual(element.get("kind"), "publication")
                self.same_words(element.get("citation"), row["Full_citation"])
                self.same_words(texts(element, "title")["und"], row["Title"] or row["Full_citation"])
                self.same_words(element.get("author", ""), row["Authors"])
                self.assertEqual(element.get("date", ""), row["Year"])
                self.assertEqual([part.attrib for part in element.findall("identifier")],
                                 [{"scheme": "splus", "value": row["DscRecID"]}])
            account.hold()
        account.check(self, len(rows))

    def same_words(self, ours, theirs):
        """The same but for italics marked by underscores, blanks beside these, and letters misread twice."""
        self.assertIsNone(self.MISREAD.search(ours))
        self.assertNotIn("_", ours)
        ours, theirs = (re.sub("[_ ]", "", words) for words in (ours, theirs))
        if self.MISREAD.search(theirs):
            pattern = "".join(r"." if part is None else re.escape(part) for part in self.pieces(theirs))
            self.assertRegex(ours, f"^{pattern}$")
        else:
            self.assertEqual(ours, theirs)

    def pieces(self, words):
        last = 0
        for match in self.MISREAD.finditer(words):
            yield words[last:match.start()]
            yield None
            last = match.end()
        yield words[last:]


class Ranges(AccountingCase):
    TAGS = {
        "distribution uncertain": "uncertain", "extinct": "extinct", "extinct (?)": "possibly-extinct",
        "introduced": "introduced", "introduced (?)": "possibly-introduced", "reintroduced": "reintroduced",
    }

    @staticmethod
    def range_of(element):
        result = {}
        for item in element.get("range", "").split():
            area, _colon, tags = item.partition(":")
            result[area] = set(filter(None, tags.split("+")))
        return result

    def test_plants(self):
        expected = collections.defaultdict(dict)
        for name in ("plantae_distribution", "plantae_distribution_tags"):
            account = Account(name, folded={"same country"}, refused={"no taxon of the number"})
            rows = table(f"speciesplus-2013/{name}_utf8")
            for row in rows:
                element = taxon("cites", "plantae", row["Rank"], row["Species RecID"])
                if element is None:
                    account.refuse("no taxon of the number")
                    continue
                self.assertEqual(row["Designation"], "CITES_EU")
                countries = expected[element.get("id")]
                area = "area." + row["ISO Code 2"].lower()
                tags = [self.TAGS[tag.strip()] for tag in row["Tags"].split(",")] if "Tags" in row else []
                if area in countries and set(tags) <= countries[area]:
                    account.fold("same country")
                else:
                    account.hold()
                countries.setdefault(area, set()).update(tags)
            account.check(self, len(rows))
        found = {key: self.range_of(element) for key, element in records("taxa-plantae").items() if element.get("range")}
        self.assertEqual(found, dict(expected))

    def test_animals(self):
        """The tags of animals: without a table of their countries they say nothing."""
        account = Account("animalia_distribution_tags", refused={"no range table"})
        rows = table("speciesplus-2013/animalia_distribution_tags_utf8")
        for _row in rows:
            account.refuse("no range table")
        account.check(self, len(rows))

    def test_index(self):
        """The ranges of animals are those of the index of 2017, and each says so."""
        account = Account("Index_of_CITES_Species_2017-04-21", refused={"neither shared nor focal"})
        columns = {
            "NativeDistributionFullNames": None, "Introduced_Distribution": "introduced",
            "Introduced(?)_Distribution": "possibly-introduced", "Reintroduced_Distribution": "reintroduced",
            "Extinct_Distribution": "extinct", "Extinct(?)_Distribution": "possibly-extinct",
            "Distribution_Uncertain": "uncertain",
        }
        by_place = {}
        for key, element in records("taxa-animalia").items():
            if element.get("range"):
                self.assertEqual(element.get("source-ids"), "document.cites-index-2017", key)
                by_place[element.get("source-place")] = element
        rows = table("cites/Index_of_CITES_Species_2017-04-21")
        for row in rows:
            element = by_place.pop(f"TaxonId {row['TaxonId']}", None)
            if element is None:
                account.refuse("neither shared nor focal")
                continue
            with self.subTest(row=row["FullName"]):
                self.assertEqual((element.get("name"), element.get("authorship")), (row["FullName"], row["AuthorYear"]))
                self.assertTrue(element.get("id").startswith("cites."))
                # Two names have a comma; take them out, and the names are as many as the codes.
                names = {}
                cells = {column: self.countries(row[column]) for column in columns}
                whole = self.countries(row["All_DistributionFullNames"])
                codes = row["All_DistributionISOCodes"].split(", ")
                self.assertEqual(len(whole), len(codes))
                names = dict(zip(whole, codes))
                expected = {}
                for column, tag in columns.items():
                    for name in cells[column]:
                        expected.setdefault(f"area.{names[name].lower()}", set()).update([tag] if tag else [])
                self.assertEqual(self.range_of(element), expected)
                self.assertEqual(len(expected), len(codes))
            account.hold()
        self.assertEqual(by_place, {})
        account.check(self, len(rows))

    @staticmethod
    def countries(cell):
        cell = cell.replace("Taiwan, Province", "Taiwan Province").replace("Hong Kong, SAR", "Hong Kong SAR")
        return cell.split(", ") if cell else []

    def test_shared(self):
        """Species that both conventions name themselves, and the programme's, have a range."""
        cms = {row["name_2013_file"] for row in table("joint/cms-crosscheck") if row["rank_2013_file"] == "species"}
        cites = {row["listed_as"] for row in table("joint/cites-fauna-2013") if row["rank"] == "species"}
        both = cms & cites
        self.assertGreater(len(both), 50)
        wanted = both | {row["corrected_name"] for row in table("joint/focus-taxa") if row["rank"] == "species"}
        by_name = {element.get("name"): element for key, element in taxa().items() if key.startswith("cites.")}
        index = collections.Counter(row["FullName"] for row in table("cites/Index_of_CITES_Species_2017-04-21")
                                    if row["All_DistributionFullNames"])
        without = {name for name in wanted if name in by_name and not by_name[name].get("range") and index[name] == 1}
        self.assertEqual(without, set())


class Languages(AccountingCase):
    def test_languages(self):
        account = Account("languages", refused={"a mapping of codes"})
        rows = table("speciesplus-2013/languages_utf8")
        for _row in rows:
            account.refuse("a mapping of codes")
        account.check(self, len(rows))


if __name__ == "__main__":
    unittest.main()
