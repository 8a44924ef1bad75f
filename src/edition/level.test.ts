import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cityOf, id, nodeOf, planOf } from '../../test/plan.ts';
import { freeze } from './freeze.ts';
import { goalAndTaskCount, listsTasks, taskLevels } from './level.ts';

const level = (n: number, name: string) => ({ id: id(n), singular: { pl: name }, plural: { pl: name } });
const nodes = [
  nodeOf(101, { code: '1' }),
  nodeOf(102, { level: 1, parentId: id(101), code: '1.1' }),
  nodeOf(103, { level: 1, parentId: id(101), code: '1.2' }),
  nodeOf(104, { level: 2, parentId: id(102) }),
];
const announces = [
  { kind: 'goals', count: 3, line: 4, levelIndex: 1 },
  { kind: 'tasks', count: null, line: null, levelIndex: 2 },
] as const;
const edition = freeze(
  cityOf(),
  planOf({
    levels: [level(11, 'Cele'), level(12, 'Cele operacyjne'), level(13, 'Zadania')],
    nodes,
    source: { address: null, title: null, retrievedOn: null, hash: null, announces },
  }),
  {
    number: 1,
    previous: null,
    publishedAt: '2026-11-01T10:00:00Z',
    asOf: '2026-11-01',
    publishedBy: null,
    note: null,
    decisions: [],
    productVersion: '0',
  },
);

test('tasks that a source only lists are counted as tasks and never called absent', () => {
  assert.deepEqual([...taskLevels(edition)], [2]);
  assert.deepEqual(goalAndTaskCount(edition), { goals: 3, tasks: 1 });
  assert.deepEqual(
    [null, ...edition.nodes].map((node) => listsTasks(edition, node)),
    [true, true, true, true, false],
  );
  assert.ok(!edition.gaps.some(({ code }) => code === 'no-tasks' || code === 'announced-tasks-missing'));
});

test('a count that is not met is a gap with the name of its level', () => {
  assert.deepEqual(
    edition.gaps.filter(({ code }) => code === 'announced-level-missing'),
    [
      {
        code: 'announced-level-missing',
        place: { line: 4 },
        values: { level: 'Cele operacyjne', announced: 3, given: 2 },
      },
    ],
  );
  assert.equal(edition.plan.source?.announces[0]?.levelIndex, 1);
});
