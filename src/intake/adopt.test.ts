import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { torun } from '../../examples/torun/torun.ts';
import { blockingProblems } from '../model/check.ts';
import type { Plan } from '../model/plan.ts';
import { fixedIds } from '../system/id.ts';
import { adopt } from './adopt.ts';
import type { Adoption } from './adopt.ts';
import type { Proposal } from './proposal.ts';
import { proposePlan } from './proposal.ts';
import { readDocument } from './read.ts';
import { take } from './take.ts';

const why = { code: 'number-in-run', values: {} };
const proposal: Proposal = {
  title: 'Strategia',
  levels: [
    { name: 'Cel', printed: 'CELE' },
    { name: '', printed: '' },
  ],
  nodes: [
    {
      key: 'n1',
      parentKey: null,
      levelIndex: 0,
      code: '1',
      title: 'Pierwszy',
      evidence: { lines: [2, 2], why },
      confidence: 0.9,
      warnings: [],
    },
    {
      key: 'n2',
      parentKey: 'n1',
      levelIndex: 1,
      code: '1.2',
      title: '',
      evidence: { lines: [5, 6], why },
      confidence: 0.5,
      warnings: [],
    },
  ],
  unclassified: [
    { key: 'u1', text: 'Między nimi', code: '1.1', lines: [4, 4], levelIndex: 1, parentKey: 'n1' },
    { key: 'u2', text: 'Głębiej', code: '', lines: [8, 8], levelIndex: 2, parentKey: 'n2' },
  ],
  untaken: [],
  announcements: [
    { code: 'members-absent', line: 1, values: { noun: 'obszarów tematycznych', stated: 3, found: 0 } },
    { code: 'kind-absent', line: 9, values: { noun: 'Maßnahmen', found: 0 } },
    { code: 'count-not-met', line: 1, values: { noun: 'cele', stated: 5, found: 1, level: 0 } },
    { code: 'vision-not-quoted', line: 1, values: {} },
  ],
  horizonYear: 2031,
  mission: 'Służyć.',
  problems: [],
};

function adoption(): Adoption {
  return {
    planSlug: 'strategia',
    language: 'pl',
    newId: fixedIds('2026-01-01T00:00:00Z', 'adopt'),
    retrievedOn: '2026-01-02',
    address: null,
    sourceHash: 'a'.repeat(64),
    horizonYear: 2030,
    title: { pl: 'Plan' },
  };
}

const nodes = (plan: Plan): unknown[] =>
  plan.nodes.map((node) => [
    node.code,
    node.title?.['pl'] ?? null,
    node.level,
    node.position,
    plan.nodes.findIndex(({ id }) => id === node.parentId),
    node.sourceLines,
  ]);

test('what the proposal says becomes the plan, and nothing else', () => {
  const plan = adopt(proposal, adoption());
  assert.deepEqual(nodes(plan), [
    ['1', 'Pierwszy', 0, 0, -1, [2, 2]],
    ['1.2', null, 1, 0, 0, [5, 6]],
  ]);
  assert.deepEqual(
    plan.levels.map(({ singular, plural }) => [singular['pl'], plural['pl']]),
    [
      ['Cel', 'Cele'],
      ['Poziom 2', 'Poziom 2'],
    ],
  );
  assert.deepEqual(plan.source?.announces, [
    { kind: 'areas', count: 3, line: 1 },
    { kind: 'tasks', count: null, line: 9 },
    { kind: 'goals', count: 5, line: 1, levelIndex: 0 },
    { kind: 'vision', count: null, line: 1 },
  ]);
  assert.deepEqual(
    [plan.horizon, plan.title, plan.vision, plan.mission, plan.state, plan.tasks],
    [{ startOn: null, endOn: '2031-12-31' }, { pl: 'Strategia' }, null, { pl: 'Służyć.' }, 'not-stated', []],
  );
  assert.deepEqual(adopt(proposal, adoption()), plan, 'the same ids give the same plan');
});

test('an unsure line is taken where it was suggested, in the order of the source', () => {
  assert.equal(take(proposal, ['u9']), proposal);
  const one = take(proposal, ['u1']);
  assert.deepEqual(nodes(adopt(one, adoption())), [
    ['1', 'Pierwszy', 0, 0, -1, [2, 2]],
    ['1.1', 'Między nimi', 1, 0, 0, [4, 4]],
    ['1.2', null, 1, 1, 0, [5, 6]],
  ]);
  assert.deepEqual(
    one.unclassified.map(({ key }) => key),
    ['u2'],
  );
  const all = adopt(take(proposal, ['all']), adoption());
  assert.deepEqual([all.levels.length, all.nodes.length, all.nodes.at(-1)?.level], [3, 4, 2]);
});

test('whatever a document of the corpus proposes can be saved and published', () => {
  const { city } = torun();
  const folder = new URL('../../test/intake/corpus/', import.meta.url);
  const names = readdirSync(folder).filter(
    (name) => /\.(?:txt|html|md)$/u.test(name) && name !== 'README.md',
  );
  assert.ok(names.length >= 30);
  for (const name of names) {
    const proposed = proposePlan(readDocument(readFileSync(new URL(name, folder)), { name }));
    for (const accepted of [proposed, take(proposed, ['all'])])
      assert.deepEqual(blockingProblems(city, adopt(accepted, adoption())), [], name);
  }
});
