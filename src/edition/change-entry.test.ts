import assert from 'node:assert/strict';
import { test } from 'node:test';
import { editionOf } from '../../test/edition.ts';
import { id, nodeOf, planOf, taskOf } from '../../test/plan.ts';
import type { Plan } from '../model/plan.ts';
import { entriesOf } from './change-entry.ts';
import { diff } from './diff.ts';

const PLAN = planOf({
  nodes: [
    nodeOf(101, { code: '1' }),
    nodeOf(102, { code: '2' }),
    nodeOf(103, { code: '1.1', parentId: id(101) }),
  ],
  tasks: [taskOf(201, id(103), { code: '1.1.1', progressPercent: '5' }), taskOf(202, id(103), { code: 'b' })],
});

function entries(after: Partial<Plan>): readonly string[] {
  const found = diff(editionOf(PLAN), editionOf({ ...PLAN, ...after }));
  const gathered = entriesOf(found);
  const all = gathered.flatMap((entry) => [...entry.changes, ...entry.followers]);
  assert.deepEqual(new Set(all), new Set(found), 'nothing is lost');
  assert.equal(all.length, found.length, 'nothing is said twice');
  return gathered.map((entry) =>
    [
      entry.group,
      entry.code,
      ...entry.changes.map(({ field }) => field),
      ...entry.followers.map(({ new: now }) => `+${String(now)}`),
    ].join(' '),
  );
}

test('one entry a goal or task, where its most important change stands', () => {
  assert.deepEqual(
    entries({
      vision: { pl: 'Zielono' },
      reporting: { ...PLAN.reporting, nextReportOn: '2031-01-31' },
      nodes: PLAN.nodes.map((node) =>
        node.id === id(102) ? { ...node, title: { pl: 'Inny' }, endOn: '2031-12-31' } : node,
      ),
      tasks: [{ ...PLAN.tasks[0]!, state: 'stopped', progressPercent: '9' }, PLAN.tasks[1]!],
    }),
    [
      'goals 2 title endOn',
      'plan  vision',
      'stopped 1.1.1 state progressPercent',
      'details  reporting.nextReportOn',
    ],
  );
});

test('numbers that only follow stand with the one they follow', () => {
  const moved = {
    nodes: PLAN.nodes.map((node) =>
      node.id === id(103) ? { ...node, code: '2.1', parentId: id(102) } : node,
    ),
    tasks: [{ ...PLAN.tasks[0]!, code: '2.1.1', progressPercent: '9' }, PLAN.tasks[1]!],
  };
  assert.deepEqual(entries(moved), ['goals 2.1 code parentId +2.1.1', 'progress 2.1.1 progressPercent']);
});
