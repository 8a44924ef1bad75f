import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { plans, publication, theCity, worlds } from '../../test/world/arbitrary.ts';
import { id, node, plan, task } from '../../test/world/small.ts';
import { freeze } from '../edition/freeze.ts';
import { csv } from '../exchange/csv.ts';
import type { Plan } from '../model/plan.ts';
import { SHEET_FIELDS } from '../text/sheet-headers.ts';
import { gridOf, readCsv } from './csv.ts';
import type { Grid } from './csv.ts';
import { changesOf, digestText } from './sheet-changes.ts';
import type { SheetChanges, SheetRequest } from './sheet-changes.ts';
import { guessMapping } from './sheet-mapping.ts';
import { planTable } from './sheet-table.ts';

function grid(text: string): Grid {
  const read = readCsv(text);
  assert.ok(typeof read === 'object', String(read));
  return read.grid;
}

let made = 500_000;
const newId = (): string => id(made++);

function changes(to: Plan, sheet: Grid, more: Partial<SheetRequest> = {}, where = theCity): SheetChanges {
  const mapping = guessMapping(sheet.headers, where.languages);
  return changesOf(where, to, { grid: sheet, mapping, decisions: {}, clearEmpty: true, ...more }, newId);
}

const small = plan({
  nodes: [node(1), node(2, { level: 1, parentId: id(1), code: '1.1', position: 0 }), node(3, { code: '2' })],
  tasks: [
    task(21, id(2), { code: 'a', unitIds: [id(800_001)] }),
    task(22, id(2), { title: { pl: 'Zadanie 22' } }),
  ],
});

test('our own CSV comes back as zero changes, both separators, any plan', () => {
  fc.assert(
    fc.property(
      worlds,
      fc.constantFrom(',' as const, ';' as const),
      fc.boolean(),
      (world, separator, clearEmpty) => {
        const edition = freeze(world.city, world.plan, publication);
        const text = csv(edition, { separator, id: null, permalink: (of) => `https://miasto.example/${of}` });
        const back = changes(world.plan, grid(text), { clearEmpty }, world.city);
        const odd = back.rows.filter((row) => row.outcome !== 'unchanged');
        assert.deepEqual(odd, []);
        assert.equal(back.items.length, 0);
        assert.equal(back.rows.length, world.plan.nodes.length + world.plan.tasks.length);
      },
    ),
    { numRuns: 200 },
  );
});

test('the office’s table comes back as zero changes; into an empty plan it makes the same plan', () => {
  fc.assert(
    fc.property(plans, (of) => {
      const table = gridOf(planTable(theCity, of));
      assert.ok(typeof table === 'object');
      assert.equal(changes(of, table).items.length, 0);
      const bare = { ...of, nodes: [], tasks: [] };
      const first = changes(bare, table);
      const second = changes(first.plan, table, {
        decisions: Object.fromEntries(first.rows.map((row) => [String(row.index), 'skip'])),
      });
      assert.equal(second.items.length, 0);
      assert.equal(first.counts.create + first.counts.reject, table.rows.length);
    }),
    { numRuns: 100 },
  );
});

test('one file twice: what the first import made, the second finds', () => {
  const sheet = grid(
    [
      'Kod;Tytuł;Poziom;Cel nadrzędny;Termin;Postęp',
      '3;Zieleń;1;;;',
      '3.1;Drzewa;2;3;;',
      '3.1.a;Sadzić;zadanie;3.1;30.06.2027;12,5%',
    ].join('\r\n'),
  );
  const mapping = ['code', 'title_pl', 'level', 'parent_code', 'end_on', 'progress_percent'];
  assert.deepEqual(guessMapping(sheet.headers, ['pl', 'en']), mapping);
  const kinds = ['code', 'title_pl', null, 'parent_code', 'end_on', 'progress_percent'];
  const first = changes(small, sheet, { mapping: kinds });
  assert.deepEqual(
    first.rows.map((row) => [row.outcome, row.kind]),
    [
      ['create', 'node'],
      ['create', 'node'],
      ['create', 'task'],
    ],
  );
  const made = first.plan.tasks.at(-1)!;
  assert.deepEqual([made.endOn, made.progressPercent, made.state], ['2027-06-30', '12.5', 'not-started']);
  const second = changes(first.plan, sheet, { mapping: kinds });
  assert.deepEqual(second.counts.unchanged, 3);
  assert.equal(second.items.length, 0);
});

test('each cell says what it does; a bad cell or row does not stop the others', () => {
  const sheet = grid(
    [
      'id,title_pl,end_on,units_pl,state,progress_percent',
      `${id(21)},Nowy tytuł,2027-02-30,Biuro Zieleni,w toku,50`,
      `${id(22)},Zadanie 22,15.03.2028,Nie ma takiego,zrealizowane,101`,
      `${id(21)},Jeszcze raz,,,,`,
      ',,2027-01-01,,,',
    ].join('\n'),
  );
  const back = changes(small, sheet, { clearEmpty: false });
  const cells = back.rows.map((row) =>
    row.cells.map((cell) => [cell.column, cell.outcome, cell.before, cell.after, cell.problem?.code ?? '']),
  );
  assert.deepEqual(cells[0], [
    [1, 'set', 'Zadanie 21', 'Nowy tytuł', ''],
    [2, 'reject', '2027-12-31', '2027-02-30', 'cell-date'],
    [3, 'set', 'Wydział Dróg', 'Biuro Zieleni', ''],
  ]);
  assert.deepEqual(
    cells[1]!.map(([, outcome, , , code]) => [outcome, code]),
    [
      ['set', ''],
      ['reject', 'cell-unit'],
      ['set', ''],
      ['reject', 'cell-percent'],
    ],
  );
  assert.deepEqual(
    back.rows.map((row) => [row.outcome, row.problems.map((problem) => problem.code).join()]),
    [
      ['change', ''],
      ['change', ''],
      ['reject', 'row-repeats'],
      ['reject', 'row-untitled'],
    ],
  );
  const [first, second] = back.plan.tasks;
  assert.deepEqual([first!.endOn, first!.unitIds], ['2027-12-31', [id(800_002)]]);
  assert.deepEqual([second!.endOn, second!.state, second!.progressPercent], ['2028-03-15', 'done', '50']);
});

test('an empty cell says nothing, unless it is to clear', () => {
  const sheet = grid(`id;koniec;tytuł\n${id(22)};;`);
  assert.equal(changes(small, sheet, { clearEmpty: false }).items.length, 0);
  const cleared = changes(small, sheet, { clearEmpty: true });
  assert.equal(cleared.plan.tasks[1]!.endOn, null);
  assert.deepEqual(cleared.plan.tasks[1]!.title, { pl: 'Zadanie 22' }, 'a title stays');
  assert.equal(cleared.rows[0]!.cells.find((cell) => cell.outcome === 'reject')!.problem!.code, 'cell-title');
});

test('a doubt waits for a person', () => {
  const sheet = grid('kod;tytuł\n1.1;Inny tytuł\n9;Cel 3\n');
  const open = changes(small, sheet);
  assert.deepEqual(
    open.rows.map((row) => [row.outcome, row.by, row.doubt]),
    [
      ['undecided', 'code', '1.1 Cel 2'],
      ['undecided', 'title', '2 Cel 3'],
    ],
  );
  assert.equal(open.items.length, 0);
  const decided = changes(small, sheet, { decisions: { 0: 'same', 1: 'new' } });
  assert.deepEqual(
    decided.rows.map((row) => row.outcome),
    ['change', 'create'],
  );
  assert.equal(decided.plan.nodes[1]!.title!['pl'], 'Inny tytuł');
  assert.equal(decided.plan.nodes.length, 4);
  assert.notEqual(digestText(open), digestText(decided));
});

test('rows that would break the plan are rejected, and only they', () => {
  const sheet = grid(
    ['id,parent_id,title_pl', `${id(1)},${id(2)},Cel 1`, `${id(2)},${id(1)},Nowa nazwa`].join('\n'),
  );
  const back = changes(small, sheet);
  assert.deepEqual(
    back.rows.map((row) => row.outcome),
    ['reject', 'change'],
  );
  assert.equal(back.plan.nodes[0]!.parentId, null);
});

test('level columns with merged cells make the goals above their tasks, once', () => {
  const three = plan({ nodes: [], tasks: [] });
  const sheet = grid(
    [
      'Level 1,Level 2,Level 3,Node.Title,Node.Status,Node.Progress',
      '1. Cities,1.1 Streets,Street A,Pave,Active,50.00%',
      ',,,Light,Finished,100%',
      ',,Street B,Trees,Pending,0%',
      '2. People,2.1 Age,Young,Count,Strange,1%',
    ].join('\n'),
  );
  const first = changes(three, sheet);
  assert.deepEqual(
    first.plan.nodes.map((one) => [one.level, one.code, one.title!['pl']]),
    [
      [0, '1', 'Cities'],
      [1, '1.1', 'Streets'],
      [2, null, 'Street A'],
      [2, null, 'Street B'],
      [0, '2', 'People'],
      [1, '2.1', 'Age'],
      [2, null, 'Young'],
    ],
  );
  assert.deepEqual(
    first.plan.tasks.map((one) => [one.title['pl'], one.state, one.progressPercent]),
    [
      ['Pave', 'in-progress', '50'],
      ['Light', 'done', '100'],
      ['Trees', 'not-started', '0'],
      ['Count', 'not-started', '1'],
    ],
  );
  assert.equal(first.counts.rejectedCells, 1);
  const second = changes(first.plan, sheet);
  assert.deepEqual([second.items.length, second.counts.create], [0, 0]);
});

test('formulas stay text, and any text survives the sheet', () => {
  fc.assert(
    fc.property(
      fc.array(fc.array(fc.string({ maxLength: 12 }), { minLength: 2, maxLength: 4 }), {
        minLength: 1,
        maxLength: 5,
      }),
      (rows) => {
        const quoted = rows
          .map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(';'))
          .join('\r\n');
        const read = readCsv(`a;b;c;d\r\n${quoted}`, ';');
        assert.ok(typeof read === 'object' || read === 'sheet-empty');
      },
    ),
  );
  const sheet = grid(`id;tytuł\n${id(1)};"=HYPERLINK(""http://x"")"`);
  assert.equal(changes(small, sheet).plan.nodes[0]!.title!['pl'], '=HYPERLINK("http://x")');
});

test('what a sheet may not be', () => {
  assert.equal(readCsv(''), 'sheet-empty');
  assert.equal(readCsv(`a;b\n"${'x'.repeat(1_000_000)}";y`), 'cell-too-long');
  assert.equal(readCsv('a;b\n"open;y'), 'quote-open');
  assert.equal(readCsv('a\n'.repeat(20_002)), 'sheet-too-long');
  assert.equal(readCsv(`${'a;'.repeat(300)}a\nb`), 'sheet-too-wide');
});

test('the contract names every field', () => {
  const page = readFileSync(new URL('../../docs/contracts/import.md', import.meta.url), 'utf8');
  assert.deepEqual(
    SHEET_FIELDS.filter((field) => !page.includes(`\`${field}\``)),
    [],
  );
});
