# SPDX-License-Identifier: LGPL-2.1-or-later
"""Checklists of others: what is read of the real ones, the expected trees, and what is written and read back."""

import collections
import csv
import gzip
import io
import os
import re
import tempfile
import unittest
import zipfile

import gi

gi.require_version('Saiga', '1')

from gi.repository import Gio, GLib, Saiga  # noqa: E402

DATA = os.environ.get('SAIGA_TEST_DATA')
CHECKLISTS = os.path.join(DATA, 'checklists') if DATA else ''
RANKS = {'kingdom', 'phylum', 'class', 'subclass', 'order', 'suborder', 'superfamily', 'family', 'subfamily', 'tribe', 'genus',
         'subgenus', 'section', 'species', 'subspecies', 'variety', 'form'}


def read(path, snapshot=None, authority=None):
    importer = Saiga.Importer.new(snapshot or Saiga.Snapshot.new())
    importer.set_authority_id(authority)
    return importer.read_file(Gio.File.new_for_path(path), None)


def read_bytes(data, name, snapshot=None, authority=None):
    importer = Saiga.Importer.new(snapshot or Saiga.Snapshot.new())
    importer.set_authority_id(authority)
    return importer.read_bytes(GLib.Bytes.new(data), name, None)


def apply(found, snapshot=None):
    return (snapshot or Saiga.Snapshot.new()).apply(found.get_change_set())


def count(found):
    return (found.get_n_rows(), found.get_n_made(), found.get_n_merged(), found.get_n_refused())


def tags(found):
    return dict(collections.Counter(problem.get_tag() for problem in found.get_problems()))


def taxa(snapshot):
    return list(snapshot.get_records(Saiga.Taxon))


def label(name, authorship):
    """A name as the trees print it: without a subspecies that a variety or form stands under."""
    name = re.sub(r' subsp\. [a-z]+ (?=(var|f)\. )', ' ', name)
    return f'{name} {authorship}' if authorship else name


def tree(snapshot):
    """The taxa as the expected trees print them, but for what a record has no place for."""
    below = collections.defaultdict(list)
    ids = {taxon.get_id() for taxon in taxa(snapshot)}
    for taxon in taxa(snapshot):
        parent = taxon.get_parent_id()
        below[parent if parent in ids else None].append(taxon)
    lines = []

    def add(taxon, depth):
        rank = taxon.get_rank().value_nick
        lines.append('  ' * depth + f'{label(taxon.get_name(), taxon.get_authorship())} [{rank}]')
        names = {label(synonym.get_name(), synonym.get_authorship()) for synonym in taxon.get_synonyms()}
        lines.extend('  ' * (depth + 1) + '=' + name for name in sorted(names))
        for child in sorted(below[taxon.get_id()], key=lambda item: label(item.get_name(), item.get_authorship())):
            add(child, depth + 1)

    for top in sorted(below[None], key=lambda item: label(item.get_name(), item.get_authorship())):
        add(top, 0)
    return lines


def expected_tree(path):
    """The tree of the file, without what a record has no place for.

    - `$`, the mark of a basionym: of a synonym it is its kind, of a taxon it is not kept.
    - `†` and `?`, extinct and provisional: a taxon has no field for them.
    - ` sensu …`: it is the note of a taxon or synonym, no part of its author; synonyms that differ in nothing else are one.
    - spaces between initials, which the tree leaves out or not: both sides without them.
    - the rank of a synonym; and ranks that Saiga does not have: such a row is refused, and those below it move up.
    """
    nodes = []
    stack = []
    with open(path, encoding='utf-8') as file:
        text = file.read()
    for line in text.splitlines():
        if not line.strip():
            continue
        depth = (len(line) - len(line.lstrip())) // 2
        match = re.match(r'(=?)([$†?]*)(.*?)( sensu .*)? \[(.*)\]$', line.strip())
        del stack[depth:]
        name, rank = match[3], match[5]
        above = next((node for node in reversed(stack) if node['kept']), None)
        node = {'name': name, 'rank': rank, 'kept': rank in RANKS, 'below': [], 'synonyms': set()}
        if match[1]:
            above['synonyms'].add(name)
            continue
        if node['kept']:
            (above['below'] if above else nodes).append(node)
        stack.append(node)
    lines = []

    def add(node, depth):
        lines.append('  ' * depth + f'{node["name"]} [{node["rank"]}]')
        lines.extend('  ' * (depth + 1) + '=' + name for name in sorted(node['synonyms']))
        for child in sorted(node['below'], key=lambda item: item['name']):
            add(child, depth + 1)

    for node in sorted(nodes, key=lambda item: item['name']):
        add(node, 0)
    return lines


@unittest.skipUnless(DATA, 'SAIGA_TEST_DATA is not set')
class RealChecklists(unittest.TestCase):
    maxDiff = None

    def test_expected_trees(self):
        """The trees that the Catalogue of Life expects of the same archives."""
        n = 0
        for kind in ('dwca', 'coldp'):
            folder = os.path.join(CHECKLISTS, 'archives', kind)
            for name in sorted(os.listdir(folder)):
                expected = os.path.join(folder, name, 'expected.tree')
                if not os.path.exists(expected):
                    continue
                with self.subTest(archive=f'{kind}/{name}'):
                    n += 1
                    found = [re.sub(r'(?<=[A-Z]\.) ', '', line) for line in tree(apply(read(os.path.join(folder, name))))]
                    self.assertEqual(found, [re.sub(r'(?<=[A-Z]\.) ', '', line) for line in expected_tree(expected)])
        self.assertEqual(n, 7)


    def test_counts(self):
        """Every row of every checklist has an end, and reading it again changes nothing."""
        for path, expected, problems in COUNTS:
            with self.subTest(path=path):
                whole = os.path.join(CHECKLISTS, path)
                found = read(whole)
                self.assertEqual(count(found), expected)
                self.assertEqual(tags(found), problems)
                self.assertEqual(sum(expected[1:]), expected[0])
                again = read(whole, apply(found))
                self.assertEqual(len(again.get_change_set().get_changes()), 0)

    def test_avilist(self):
        """The columns of AviList, and the first combination of each name (concordance.md section 10)."""
        snapshot = apply(read(os.path.join(CHECKLISTS, 'avilist_2025.csv.gz')))
        taxon = snapshot.lookup('avilist-2025.gallirallus-philippensis-admiralitatis')
        self.assertEqual(taxon.get_authorship(), '(Stresemann, EFT, 1929)')
        self.assertEqual(taxon.get_parent_id(), 'avilist-2025.gallirallus-philippensis')
        self.assertEqual([(synonym.get_name(), synonym.get_authorship(), synonym.get_kind().value_nick) for synonym in taxon.get_synonyms()],
                         [('Hypotaenidia philippensis admiralitatis', 'Stresemann, EFT, 1929', 'original-combination')])
        self.assertEqual([(number.get_scheme(), number.get_value()) for number in taxon.get_identifiers()], [('avibase', 'avibase-9608C20D')])
        completed = snapshot.lookup('avilist-2025.pomatorhinus-bornensis-bornensis')
        self.assertEqual([synonym.get_name() for synonym in completed.get_synonyms()], ['Pomatorhinus bornensis'])
        ostrich = snapshot.lookup('avilist-2025.struthio-camelus')
        self.assertEqual({(name.get_name(), name.get_language()) for name in ostrich.get_common_names()}, {('Common Ostrich', 'en')})
        with gzip.open(os.path.join(CHECKLISTS, 'avilist_2025.csv.gz'), 'rt', encoding='utf-8') as file:
            self.assertEqual({taxon.get_name() for taxon in taxa(snapshot)}, {row['Scientific_name'] for row in csv.DictReader(file)})

    def test_mammals(self):
        """The Mammal Diversity Database: names of 2005, nominal names, what the notes count to a species and split from it."""
        snapshot = apply(read(os.path.join(CHECKLISTS, 'mdd-v1.2.csv.gz'), authority='authority.mdd'))
        platypus = snapshot.lookup('mdd.ornithorhynchus-anatinus')
        self.assertEqual((platypus.get_name(), platypus.get_authorship()), ('Ornithorhynchus anatinus', '(G. Shaw, 1799)'))
        names = {(synonym.get_name(), synonym.get_authorship()): synonym.get_kind().value_nick for synonym in platypus.get_synonyms()}
        self.assertEqual(names[('Platypus anatinus', 'G. Shaw, 1799')], 'original-combination')
        self.assertEqual(names[('Ornithorhynchus paradoxus', 'Blumenbach, 1800')], 'synonym')
        self.assertEqual(len(names), 11)
        marmoset = snapshot.lookup('mdd.mico-melanurus')
        self.assertEqual([(synonym.get_name(), synonym.get_kind().value_nick) for synonym in marmoset.get_synonyms()],
                         [('Callithrix melanura', 'former-name')])
        milleri = snapshot.lookup('mdd.molossus-milleri')
        self.assertEqual(milleri.get_former_id(), 'mdd.molossus-molossus')
        self.assertEqual([synonym.get_name() for synonym in milleri.get_synonyms()], ['Molossus tropidorhynchus'])
        parents = []
        taxon = platypus
        while taxon.get_parent_id():
            taxon = snapshot.lookup(taxon.get_parent_id())
            parents.append(taxon.get_name())
        self.assertEqual(parents, ['Ornithorhynchus', 'Ornithorhynchidae', 'Monotremata'])
        self.assertEqual(platypus.get_range().to_string(), 'area.au')

    def test_columns_that_are_changed(self):
        path = Gio.File.new_for_path(os.path.join(CHECKLISTS, 'avilist_2025.csv.gz'))
        importer = Saiga.Importer.new(Saiga.Snapshot.new())
        shown = importer.sniff_file(path, None)
        self.assertEqual(shown.get_column_field('English_name_AviList'), 'common-names:en')
        self.assertIsNone(shown.get_column_field('Range'))
        self.assertIn('Range', shown.list_columns())
        importer.set_column_field('Protonym', '')
        importer.set_column_field('Range', 'remarks')
        shown = importer.sniff_file(path, None)
        self.assertEqual((shown.get_column_field('Protonym'), shown.get_column_field('Range')), (None, 'remarks'))
        snapshot = apply(importer.read_file(path, None))
        self.assertFalse(any(len(taxon.get_synonyms()) for taxon in taxa(snapshot)))
        importer.set_column_field('Range', 'nonsense')
        with self.assertRaisesRegex(GLib.Error, 'nonsense'):
            importer.read_file(path, None)
        importer.set_column_field('Range', None)
        importer.set_column_field('Foo', 'name')
        with self.assertRaisesRegex(GLib.Error, 'Foo'):
            importer.read_file(path, None)

    def test_extensions(self):
        """Common names, areas with their tags, references and numbers of an archive."""
        snapshot = apply(read(os.path.join(CHECKLISTS, 'archives', 'dwca', '15'), authority='authority.vascan'))
        yarrow = snapshot.lookup('vascan.achillea-millefolium')
        self.assertIn(('yarrow', 'en', False), {(name.get_name(), name.get_language(), name.get_preferred()) for name in yarrow.get_common_names()})
        self.assertIn(('common yarrow', 'en', True), {(name.get_name(), name.get_language(), name.get_preferred()) for name in yarrow.get_common_names()})
        self.assertEqual(yarrow.get_range().to_string(), 'area.ca:introduced+uncertain area.fr:introduced')
        self.assertIn(('doi', '10.1000/182'), {(number.get_scheme(), number.get_value()) for number in yarrow.get_identifiers()})
        document = snapshot.lookup(yarrow.get_source_ids()[0])
        self.assertEqual(document.get_author(), 'Hartge, P.')

    def test_metadata(self):
        snapshot = apply(read(os.path.join(CHECKLISTS, 'archives', 'coldp', '0')))
        authority = snapshot.lookup('authority.coldp-example')
        self.assertEqual(authority.get_name().get_words('en'), 'ColDP Example. The full dataset title')
        self.assertEqual((authority.get_release(), authority.get_date().to_string()), ('v.48 (06/2018)', '2018-06-01'))
        document = snapshot.lookup(authority.get_document_id())
        self.assertEqual(document.get_note(), 'Licence: CC0')
        self.assertEqual([number.get_value() for number in document.get_identifiers()], ['10.15468/2zjeva'])

    def test_there_and_back(self):
        """What is written is read back to the same taxa, and written again it is the same bytes."""
        for path in ('archives/dwca/15', 'archives/dwca/24', 'archives/coldp/0', 'archives/coldp/18', 'acacia-b-Taxon.tsv.gz', 'avilist_2025.csv.gz', 'mdd-v1.2.csv.gz'):
            first = apply(read(os.path.join(CHECKLISTS, path)))
            authority = taxa(first)[0].get_authority_id()
            for kind in ('darwin-core', 'coldp'):
                with self.subTest(path=path, format=kind):
                    written = Saiga.Exporter.new(first, kind).to_bytes()
                    self.assertEqual(written.get_data(), Saiga.Exporter.new(first, kind).to_bytes().get_data())
                    found = read_bytes(written.get_data(), 'list.zip', authority=authority)
                    self.assertEqual(found.get_n_refused(), 0)
                    self.assertEqual({taxon.get_id(): facts(taxon) for taxon in taxa(apply(found))},
                                     {taxon.get_id(): facts(taxon) for taxon in taxa(first)})
                    self.assertEqual(Saiga.Exporter.new(apply(found), kind).to_bytes().get_data()[:4], b'PK\x03\x04')

    def test_other_readers(self):
        """Readers of others find as many rows as we wrote."""
        first = apply(read(os.path.join(CHECKLISTS, 'avilist_2025.csv.gz')))
        written = Saiga.Exporter.new(first, 'darwin-core').to_bytes().get_data()
        n_synonyms = sum(len(taxon.get_synonyms()) for taxon in taxa(first))
        n_names = sum(len(taxon.get_common_names()) for taxon in taxa(first))
        with zipfile.ZipFile(io.BytesIO(written)) as archive:
            self.assertIsNone(archive.testzip())
            with archive.open('taxon.csv') as file:
                rows = list(csv.DictReader(io.TextIOWrapper(file, encoding='utf-8', newline='')))
        self.assertEqual(len(rows), len(taxa(first)) + n_synonyms)
        self.assertEqual(len({row['taxonID'] for row in rows}), len(rows))
        others = 0
        try:
            import pandas
            with zipfile.ZipFile(io.BytesIO(written)) as archive:
                frame = pandas.read_csv(archive.open('taxon.csv'), dtype=str, keep_default_na=False)
                self.assertEqual(len(frame), len(rows))
                self.assertEqual(len(pandas.read_csv(archive.open('vernacularname.csv'))), n_names)
            others += 1
        except ImportError:
            pass
        try:
            from dwca.read import DwCAReader
            with tempfile.TemporaryDirectory() as folder:
                path = os.path.join(folder, 'list.zip')
                with open(path, 'wb') as file:
                    file.write(written)
                with DwCAReader(path) as reader:
                    self.assertEqual(len(list(reader)), len(rows))
                    self.assertEqual(sum(len(row.extensions) for row in DwCAReader(path)), n_names + sum(len(taxon.get_identifiers()) for taxon in taxa(first)))
            others += 1
        except ImportError:
            pass
        if others < 2:
            self.skipTest(f'{2 - others} of 2 readers of others are not installed')


@unittest.skipUnless(DATA, 'SAIGA_TEST_DATA is not set')
class Updates(unittest.TestCase):
    """The tables that UNEP-WCMC imports, reservations and Parties."""

    def path(self, name):
        return os.path.join(DATA, name)

    def cms(self):
        """A list that names the numbers of Species+, without which those tables say nothing."""
        text = ('taxonID,scientificName,taxonRank,alternativeID\n1,Aus,genus,splus:103280\n2,Aus bus,species,splus:54435\n3,Aus cus,species,splus:54419\n'
                '4,Aus dus,species,splus:12100\n5,Aus eus,species,splus:11984\n')
        return apply(read_bytes(text.encode(), 'cms.csv', authority='authority.cms'))

    def rows(self, name, column, values):
        opener = gzip.open if name.endswith('.gz') else open
        with opener(self.path(name), 'rt', encoding='utf-8-sig', newline='') as file:
            rows = list(csv.DictReader(file))
        return len(rows), sum(row[column] in values for row in rows)

    def test_areas_and_tags(self):
        snapshot = self.cms()
        for name in ('speciesplus-imports/cms_new_distributions_2026-03-18.csv.gz', 'speciesplus-imports/cms_new_distribution_tags.csv'):
            n, of_ours = self.rows(name, 'taxon_concept_id', ('54435', '54419', '12100', '11984'))
            found = read(self.path(name), snapshot)
            self.assertEqual(count(found), (n, 0, of_ours, n - of_ours))
            self.assertEqual(tags(found), {'import-taxon': n - of_ours})
            snapshot = apply(found, snapshot)
            self.assertEqual(len(read(self.path(name), snapshot).get_change_set().get_changes()), 0)
        taxon = snapshot.lookup('cms.aus-bus')
        tagged = taxon.get_range().get_tags('area.ae')
        self.assertEqual(tagged, Saiga.RangeTags.POSSIBLY_INTRODUCED)
        self.assertEqual(taxon.get_range().get_tags('area.af'), Saiga.RangeTags.NATIVE)
        self.assertEqual(snapshot.lookup('cms.aus-cus').get_range().get_tags('area.cy'), Saiga.RangeTags.EXTINCT | Saiga.RangeTags.INTRODUCED)

    def test_names(self):
        snapshot = self.cms()
        name = 'speciesplus-imports/cms_common_names_2026-02-19.csv'
        n, of_ours = self.rows(name, 'RecId', ('54435', '54419', '12100', '11984'))
        found = read(self.path(name), snapshot)
        self.assertEqual(count(found), (n, 0, of_ours, n - of_ours))
        names = {(item.get_name(), item.get_language()) for item in apply(found, snapshot).lookup('cms.aus-dus').get_common_names()}
        self.assertIn(('Aoudad de Barbarie', 'fr'), names)
        self.assertIn(('Carnero de Berbería', 'es'), names)
        found = read(self.path('speciesplus-imports/cms_new_synonyms_2024-03-06.csv'), snapshot)
        synonyms = [(item.get_name(), item.get_authorship()) for item in apply(found, snapshot).lookup('cms.aus-eus').get_synonyms()]
        self.assertIn(('Aus jubata', 'Schreber, 1775'), synonyms)
        self.assertEqual(count(found)[0], 409)

    def test_law(self):
        """Parties are those of the embedded data set; of reservations all but those of taxa that it spells otherwise are read."""
        embedded = Saiga.Snapshot.new_embedded()
        for name, expected in (('joint/parties.csv', (300, 300, 0, 0)), ('joint/reservations-cites.csv', (341, 329, 0, 12)),
                               ('joint/reservations-cites-2013.csv', (1516, 1507, 0, 9)), ('speciesplus-imports/cites_reservations.csv', (388, 366, 0, 22))):
            with self.subTest(name=name):
                found = read(self.path(name), embedded)
                self.assertEqual(count(found), expected)
                self.assertEqual(sum(tags(found).values()), expected[3])
                self.assertEqual(len(read(self.path(name), apply(found, embedded)).get_change_set().get_changes()), 0)
                if name == 'joint/parties.csv':
                    self.assertEqual(len(found.get_change_set().get_changes()), 0)

    def test_what_looks_alike(self):
        """Quotas and exemptions have a name and a rank too, and are not taken for a checklist or for reservations."""
        for name in ('cites_quotas.csv', 'cites_exemptions.csv'):
            with self.assertRaisesRegex(GLib.Error, 'in none of the formats'):
                read(self.path('speciesplus-imports/' + name))


def facts(taxon):
    """What both standards have a place for."""
    words = taxon.get_nomenclature_note()
    return (taxon.get_name(), taxon.get_authorship(), taxon.get_rank(), taxon.get_name_kind(), taxon.get_parent_id(),
            [(s.get_name(), s.get_authorship(), s.get_kind(), s.get_note()) for s in taxon.get_synonyms()],
            [(n.get_name(), n.get_language(), n.get_preferred()) for n in taxon.get_common_names()],
            [(i.get_scheme(), i.get_value()) for i in taxon.get_identifiers()],
            taxon.get_range().to_string() if taxon.get_range() else None,
            words.get_words('en') if words else None)


# Rows, and what became of them: made, merged, refused; and the problems.
COUNTS = [
    ('archives/dwca/0', (3, 1, 2, 0), {}),
    ('archives/dwca/1', (21, 16, 5, 0), {}),
    ('archives/dwca/15', (125, 6, 117, 2), {'import-parent': 1, 'import-value': 2}),
    ('archives/dwca/24', (29, 4, 18, 7), {'import-area': 8}),
    ('archives/coldp/0', (80, 35, 43, 2), {'import-accepted': 2}),
    ('archives/coldp/1', (62, 23, 39, 0), {}),
    ('archives/coldp/8', (11, 3, 8, 0), {}),
    ('archives/coldp/12', (14, 11, 0, 3), {'import-parent': 3, 'import-rank': 3}),
    ('archives/coldp/18', (17, 7, 5, 5), {'import-accepted': 5}),
    ('acacia-a-Taxon.tsv.gz', (3347, 1335, 2012, 0), {'import-parent': 1}),
    ('acacia-b-Taxon.tsv.gz', (3957, 1318, 2639, 0), {'import-parent': 1}),
    ('avilist_2025.csv.gz', (33684, 33684, 0, 0), {}),
    ('ebird.csv.gz', (32610, 32609, 0, 1), {'import-field': 1}),
    ('ioc-bird.csv.gz', (11072, 11072, 0, 0), {}),
    ('mdd-v1.2.csv.gz', (6485, 6485, 0, 0), {'import-area': 1376}),
]


class Damaged(unittest.TestCase):
    """Lists that somebody made by hand, or broke."""

    def test_rings_and_lost_parents(self):
        text = 'taxonID,scientificName,taxonRank,parentNameUsageID,acceptedNameUsageID\n1,Aus,genus,3,\n2,Aus bus,species,1,\n3,Aidae,family,2,\n4,Aus cus,species,99,\n5,Bus bus,species,,6\n6,Cus cus,species,,5\n'
        found = read_bytes(text.encode(), 'ring.csv')
        self.assertEqual(count(found), (6, 4, 0, 2))
        self.assertEqual(tags(found), {'import-parent': 2, 'import-accepted': 2})
        for problem in found.get_problems():
            self.assertTrue(problem.get_line())
        snapshot = apply(found)
        self.assertEqual(len(read_bytes(text.encode(), 'ring.csv', snapshot).get_change_set().get_changes()), 0)

    def test_mis_encoded(self):
        text = 'taxonID,scientificName,scientificNameAuthorship,taxonRank\n' + ''.join(f'{n},Aus b{"u" * n}s,Müller,species\n' for n in range(1, 40))
        data = text.encode() + 'x,Aus zus,Müller,species\n'.encode('cp1252')
        found = read_bytes(data, 'mixed.csv')
        self.assertEqual(count(found)[0], 40)
        self.assertIn(tags(found), ({'import-encoding': 1}, {}))
        self.assertEqual(apply(found).lookup('mixed.aus-zus').get_authorship(), 'Müller')

    def test_meta_that_is_hostile(self):
        table = b'1\tAus\n'
        for meta, expected in (
                (b'<archive><core', 'meta.xml'),
                (b'<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><archive><core><files><location>&x;</location></files></core></archive>', 'document type'),
                (b'<archive/>', 'no core'),
                (b'<archive><core rowType="Taxon"><files><location>gone.txt</location></files></core></archive>', 'gone.txt'),
                (b'<archive><core rowType="Taxon" fieldsTerminatedBy="ab"><files><location>taxon.txt</location></files></core></archive>', 'ab'),
        ):
            out = io.BytesIO()
            with zipfile.ZipFile(out, 'w') as archive:
                archive.writestr('meta.xml', meta)
                archive.writestr('taxon.txt', table)
            with self.subTest(meta=meta):
                with self.assertRaisesRegex(GLib.Error, expected):
                    read_bytes(out.getvalue(), 'hostile.zip')

    def test_columns_by_number_and_values_for_all(self):
        meta = b"""<archive><core rowType="http://rs.tdwg.org/dwc/terms/Taxon" fieldsTerminatedBy="|" fieldsEnclosedBy="" ignoreHeaderLines="0">
            <files><location>names.txt</location></files><id index="2"/><field index="0" term="http://rs.tdwg.org/dwc/terms/scientificName"/>
            <field term="http://rs.tdwg.org/dwc/terms/taxonRank" default="species"/><field term="http://rs.tdwg.org/dwc/terms/kingdom" default="Animalia"/>
            </core></archive>"""
        out = io.BytesIO()
        with zipfile.ZipFile(out, 'w') as archive:
            archive.writestr('meta.xml', meta)
            archive.writestr('names.txt', 'Uncia uncia (Schreber, 1775)|x|7\nPanthera leo (Linnaeus, 1758)|x|8\n')
        snapshot = apply(read_bytes(out.getvalue(), 'cats.zip'))
        leo = snapshot.lookup('cats.panthera-leo')
        self.assertEqual((leo.get_authorship(), leo.get_rank().value_nick, leo.get_parent_id()), ('(Linnaeus, 1758)', 'species', 'cats.animalia'))
        self.assertEqual(leo.get_identifiers()[0].get_value(), '8')

    def test_no_authority_is_invented(self):
        for bad in ('two words', '1', ''):
            with self.assertRaises(GLib.Error):
                read_bytes(b'taxonID,scientificName,taxonRank\n1,Aus,genus\n', 'x.csv', authority=bad)

    def test_export_of_several_authorities(self):
        with self.assertRaisesRegex(GLib.Error, 'authority.cites'):
            Saiga.Exporter.new(Saiga.Snapshot.new_embedded(), 'coldp').to_bytes()


if __name__ == '__main__':
    unittest.main()
