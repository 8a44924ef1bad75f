import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { id, nodeOf, planOf, taskOf } from '../../test/plan.ts';
import { plans, publication, theCity } from '../../test/world/arbitrary.ts';
import { parseCsv } from '../../test/world/csv.ts';
import { freeze } from '../edition/freeze.ts';
import { columnMessages } from '../text/columns.ts';
import { columns, csv, formulaSafe, type Separator } from './csv.ts';
import { csvwJson } from './csvw.ts';

const permalink = (one: string): string => `https://plan.example/id/${one}`;

test('every column is documented for outsiders and on the data page, in the same order', () => {
  const contract = readFileSync(new URL('../../docs/contracts/csv.md', import.meta.url), 'utf8');
  const documented = [...contract.matchAll(/^\| `(\w+)` \| (\w+) \| (yes)?/gm)].map((row) => [
    row[1],
    row[2],
    row[3] === 'yes',
  ]);
  const names = new Map(
    columns(freeze(theCity, planOf(), publication)).map((column) => [column.name, column]),
  );
  assert.deepEqual(
    documented,
    [...names.values()].map(({ name, type, lang }) => [name, type, lang !== null]),
  );
  assert.deepEqual([...names.keys()].toSorted(), Object.keys(columnMessages('pl')).toSorted());
  assert.deepEqual(Object.keys(columnMessages('en')), Object.keys(columnMessages('pl')));
});

test('what was written is read back: texts, figures, one row per goal and task', () => {
  fc.assert(
    fc.property(plans, fc.constantFrom<Separator>(',', ';'), (drawn, separator) => {
      const edition = freeze(theCity, drawn, publication);
      const rows = parseCsv(csv(edition, { separator, id: null, permalink }), separator);
      assert.equal(rows.length, edition.nodes.length + edition.tasks.length);
      for (const figure of edition.results.delivery.nodes) {
        const row = rows.find((one) => one['id'] === figure.id)!;
        const text = (value: string | number | null | undefined): string =>
          value == null ? '' : String(value);
        assert.equal(row['mean_percent'], text(figure.meanPercent));
        assert.equal(row['coverage_percent'], text(figure.coveragePercent));
        assert.equal(row['band_low_percent'], text(figure.bandPercent?.[0]));
        assert.equal(row['band_high_percent'], text(figure.bandPercent?.[1]));
        assert.equal(row['promised_percent'], text(figure.promised?.meanPercent));
        assert.equal(row['weighted_progress'], figure.weightedProgress);
        assert.equal(row['weight_total'], String(figure.weightTotal));
        assert.equal(row['verdict'], figure.verdict);
      }
      for (const one of [...edition.nodes, ...edition.tasks]) {
        const row = rows.find((candidate) => candidate['id'] === one.id)!;
        assert.equal(row['title_pl'], one.title?.['pl'] ?? '');
        assert.equal(row['title_en'], one.title?.['en'] ?? '');
        assert.equal(row['code'], one.code ?? '');
      }
      for (const figure of edition.results.delivery.tasks) {
        const row = rows.find((one) => one['id'] === figure.id)!;
        assert.equal(row['used_percent'], figure.usedPercent ?? '');
        assert.equal(row['reported'], String(figure.reported));
      }
    }),
    { numRuns: 60 },
  );
});

test('no text cell begins as a formula, and the text comes back', () => {
  for (const [text, written] of [
    ['=1+1', "'=1+1"],
    ['+48', "'+48"],
    ['-5', "'-5"],
    ['@x', "'@x"],
    ['\tx', "'\tx"],
    ['\rx', "'\rx"],
    ["'=x", "''=x"],
    ["'tak", "'tak"],
    ['a=b', 'a=b'],
    ['', ''],
  ] as const)
    assert.equal(formulaSafe(text), written);
});

test('a goal comes with what is under it, a task alone, an unknown id not at all', () => {
  const edition = freeze(
    theCity,
    planOf({
      nodes: [nodeOf(1), nodeOf(2), nodeOf(11, { parentId: id(1) })],
      tasks: [taskOf(101, id(11)), taskOf(102, id(2))],
    }),
    publication,
  );
  const ids = (of: string): readonly (string | undefined)[] =>
    parseCsv(csv(edition, { separator: ',', id: of, permalink }), ',').map((row) => row['id']);
  assert.deepEqual(ids(id(1)), [id(1), id(11), id(101)]);
  assert.deepEqual(ids(id(102)), [id(102)]);
  assert.deepEqual(ids(id(77)), []);
});

test('the bytes are RFC 4180 with a byte order mark', () => {
  const edition = freeze(
    theCity,
    planOf({ nodes: [nodeOf(1, { title: { pl: 'a;b, "c"\nd' } })] }),
    publication,
  );
  const text = csv(edition, { separator: ';', id: null, permalink });
  assert.ok(text.startsWith('\uFEFFkind;id;code;'));
  assert.ok(text.endsWith('\r\n'));
  assert.ok(text.includes('"a;b, ""c""\nd"'));
});

test('CSVW names every column of the file in its order', () => {
  const edition = freeze(theCity, planOf(), publication);
  const metadata = JSON.parse(csvwJson(edition, { url: 'plan.csv', separator: ',' })) as {
    tableSchema: { columns: { name: string; datatype: string }[] };
  };
  const header = csv(edition, { separator: ',', id: null, permalink }).slice(1).split('\r\n')[0]!.split(',');
  assert.deepEqual(
    metadata.tableSchema.columns.map((column) => column.name),
    header,
  );
});
