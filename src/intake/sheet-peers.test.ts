/** Sheets of other systems, read in place where they are at hand; elsewhere the test says that it was left out. */
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { city, id, plan } from '../../test/world/small.ts';
import type { Plan } from '../model/plan.ts';
import { decode } from './characters.ts';
import { readCsv } from './csv.ts';
import { changesOf } from './sheet-changes.ts';
import type { SheetChanges } from './sheet-changes.ts';
import { guessMapping } from './sheet-mapping.ts';

const FOLDER = new URL('../../../shared/data/peers/', import.meta.url);
const absent = existsSync(FOLDER) ? false : 'the files of other systems are not at hand';

let made = 1000;

/** What a file does to an empty plan of three levels, and what it does the second time. */
function twice(name: string): {
  readonly first: SheetChanges;
  readonly second: SheetChanges;
  readonly separator: string;
} {
  const read = readCsv(decode(readFileSync(new URL(name, FOLDER))));
  assert.ok(typeof read === 'object', `${name}: ${String(read)}`);
  const { grid, separator } = read;
  const request = {
    grid,
    mapping: guessMapping(grid.headers, ['en', 'pl']),
    decisions: {},
    clearEmpty: false,
  };
  const of = city({ languages: ['en', 'pl'] });
  const into = (base: Plan): SheetChanges => changesOf(of, base, request, () => id(made++));
  const first = into(plan({ nodes: [], tasks: [] }));
  return { first, second: into(first.plan), separator };
}

const counts: readonly [string, string, nodes: number, tasks: number, rejected: number][] = [
  ['gobierto/plan.csv', ',', 15, 16, 0],
  ['gobierto/plan2.csv', ',', 163, 247, 0],
  ['gobierto/plan3.csv', ',', 26, 18, 0],
  ['gobierto/plan_blank_statuses.csv', ',', 15, 16, 0],
  ['gobierto/plan_example_file_case_changed.csv', ',', 15, 16, 0],
  ['gobierto/strategic-plan-update.csv', ',', 4, 3, 0],
  ['decidim/valid_result.csv', ';', 0, 0, 4],
  ['decidim/invalid_result.csv', ';', 0, 0, 3],
  ['redmine/import_issues_utf8_with_bom.csv', ';', 0, 0, 3],
  ['redmine/import_subtasks_with_unique_id.csv', ';', 8, 0, 1],
  ['redmine/import_dates.csv', ';', 3, 0, 0],
];

for (const [name, separator, nodes, tasks, rejected] of counts)
  test(`${name} is read, and the second time it changes nothing`, { skip: absent }, () => {
    const { first, second, separator: found } = twice(name);
    assert.deepEqual(
      [found, first.plan.nodes.length, first.plan.tasks.length, first.counts.reject],
      [separator, nodes, tasks, rejected],
    );
    assert.equal(second.items.length, 0);
  });

test('old encodings and quoted headers', { skip: absent }, () => {
  const latin = readCsv(decode(readFileSync(new URL('redmine/import_iso8859-1.csv', FOLDER))));
  assert.ok(typeof latin === 'object');
  assert.deepEqual(latin.grid.headers, ['column A', 'column B', 'column C']);
  const quoted = readCsv(
    decode(readFileSync(new URL('redmine/import_crlf_with_newline_in_quoted_header.csv', FOLDER))),
  );
  assert.ok(typeof quoted === 'object');
  assert.equal(quoted.grid.headers.length, 2);
  const { first } = twice('redmine/import_dates.csv');
  assert.deepEqual(
    first.plan.nodes.map((node) => [node.startOn, node.endOn]),
    [
      ['2015-07-10', '2015-08-12'],
      [null, null],
      [null, null],
    ],
  );
});
