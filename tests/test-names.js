// SPDX-License-Identifier: LGPL-2.1-or-later
// Names from JavaScript: read, indexed, matched, completed.
import Gio from 'gi://Gio';
import Saiga from 'gi://Saiga?version=1';
import {assertEqual, run, test} from './tap.js';

function makeIndex() {
    const builder = new Saiga.NameIndexBuilder();
    builder.add('1', 'Loxodonta africana (Blumenbach, 1797)', Saiga.NameStatus.ACCEPTED, null, 'Elephantidae');
    builder.add('2', 'Elephas africanus Blumenbach, 1797', Saiga.NameStatus.SYNONYM, '1', null);
    builder.add('3', 'Éléphant d’Afrique', Saiga.NameStatus.COMMON, '1', null);
    return builder.build();
}

test('a name is taken apart', () => {
    const name = Saiga.Name.parse('Prunus mexicana S. Watson var. reticulata (Sarg.) Sarg., 1911');
    assertEqual([name.get_canonical(Saiga.NameForm.FULL), name.get_authorship(), name.get_year(), name.get_rank_marker()],
        ['Prunus mexicana var. reticulata', '(Sarg.) Sarg. 1911', '1911', 'var.']);
    assertEqual(name.get_kind(), Saiga.NameKind.SCIENTIFIC);
    assertEqual(name.list_authors(), ['Sarg.', 'Sarg.']);
    assertEqual(Saiga.Name.parse('not recorded').get_canonical(Saiga.NameForm.FULL), null);
});

test('warnings say where', () => {
    const name = Saiga.Name.parse('Isoëtes spp.');
    const warnings = [...Array(name.get_n_warnings()).keys()].map(i =>
        [name.get_warning(i), name.get_warning_start(i), name.get_warning_length(i)]);
    assertEqual(warnings, [[Saiga.NameWarning.DIACRITIC, 0, 7], [Saiga.NameWarning.OPEN, 8, 4]]);
});

test('names in columns', () => {
    const table = new Saiga.NameTable();
    table.parse(['Saiga tatarica (Linnaeus, 1766)', 'Saiga spp.']);
    assertEqual(table.dup_column(Saiga.NameColumn.CANONICAL), ['Saiga tatarica', 'Saiga']);
    assertEqual(table.dup_column(Saiga.NameColumn.YEAR), ['1766', '']);
});

test('a misspelt name is found', () => {
    const matcher = new Saiga.NameMatcher({index: makeIndex(), maxEdits: 1});
    const found = matcher.match('Loxadonta africana', null);
    const candidates = found.dup_candidates(0);
    assertEqual([candidates.get_n_items(), candidates.get_item(0).dup_id(), candidates.get_item(0).get_match_class()],
        [1, '1', Saiga.NameMatchClass.FUZZY]);
});

test('many names at once', () => {
    const matcher = new Saiga.NameMatcher({index: makeIndex(), nThreads: 2});
    const found = matcher.match_names(['Elephas africanus', 'Foo bar', 'Loxodonta africanus'], null, null);
    assertEqual(found.dup_best_ids(), ['2', '', '1']);
    assertEqual(found.dup_accepted_ids(), ['1', '', '1']);
    assertEqual(found.dup_classes(), ['exact', 'none', 'variant']);
});

test('names are completed', () => {
    const index = makeIndex();
    assertEqual(index.complete('lox', 5).map(row => index.dup_id(row)), ['1']);
    assertEqual(index.complete('elephant', 5).map(row => index.dup_name(row)), ['Éléphant d’Afrique']);
});

test('what is usual need not be said', () => {
    const name = Saiga.Name.parse('Felidae Puma cf. concolor (L., 1771)');
    assertEqual([`${name}`, name.get_canonical(), name.get_higher_taxon(), name.matches('Puma concolor')],
        ['Puma concolor (L. 1771)', 'Puma concolor', 'Felidae', true]);
    assertEqual(name.warnings.map(({warning, start, length}) => [warning, start, length]),
        [[Saiga.NameWarning.HIGHER, 0, 7], [Saiga.NameWarning.COMPARE, 13, 3]]);
    assertEqual([Saiga.NameStrength.AUTHORS, Saiga.NameStrength.RANK].map(strength =>
        name.matches('Puma concolor Smith, 1900', strength)), [false, true]);

    const builder = new Saiga.NameIndexBuilder();
    builder.add('7', 'Puma concolor');
    const matcher = new Saiga.NameMatcher({index: builder.build()});
    assertEqual([...matcher.match('Puma concolour')][0].map(candidate => candidate.dup_id()), ['7']);
});

test('names in a stream', () => {
    const matcher = new Saiga.NameMatcher({index: makeIndex()});
    const names = function* () {
        for (let i = 0; i < 5000; i++)
            yield i % 2 ? 'Loxodonta africana' : 'Nothing here';
    };
    const found = [...matcher.match_stream(names(), 512)];
    assertEqual([found.length, found[0][1].length, found[1][1][0].dup_id(), matcher.progress], [5000, 0, '1', 1]);
});

test('names are found while something else goes on, unless it is cancelled', async () => {
    const matcher = new Saiga.NameMatcher({index: makeIndex(), nThreads: 2});
    const found = await matcher.match_names_async(['Loxodonta africanus', 'Foo bar'], null, null);
    assertEqual(found.dup_best_ids(), ['1', '']);

    const cancellable = new Gio.Cancellable();
    cancellable.cancel();
    const error = await matcher.match_names_async(['Foo bar'], null, cancellable).catch(e => e);
    assertEqual(error.matches(Gio.IOErrorEnum, Gio.IOErrorEnum.CANCELLED), true);
});

test('an index is saved and mapped', () => {
    const [file, stream] = Gio.File.new_tmp('saiga-XXXXXX.index');
    stream.close(null);
    makeIndex().save(file, null);
    const index = Saiga.NameIndex.open(file);
    assertEqual([index.verify(), index.get_n_rows(), index.complete('lox').length], [true, 3, 1]);
    file.delete(null);
});

test('a damaged file is an error', () => {
    try {
        Saiga.NameIndex.new_from_bytes(new Uint8Array(3000));
    } catch (e) {
        assertEqual(e.matches(Saiga.Error, Saiga.Error.INVALID), true);
        return;
    }
    throw new Error('no error');
});

run();
