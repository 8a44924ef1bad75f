import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { id, nodeOf, planOf, taskOf } from '../../test/plan.ts';
import { basisProblems, promised } from './basis.ts';
import { decided, differences, fieldNames, fieldsOf, itemOf, withFields } from './item.ts';
import type { Item } from './item.ts';
import { patchOf } from './plan-patch.ts';

const LANGUAGES = ['pl', 'en'];
const task: Item = {
  kind: 'task',
  ...taskOf(5, id(4), {
    code: '1.1.1',
    title: { pl: 'Tytuł', de: 'Titel' },
    partners: [{ pl: 'Sąsiedzi', en: 'Neighbours' }, { en: 'School' }],
    links: [{ kind: 'supports', toId: id(4) }],
    unitIds: [id(7), id(8)],
    startOn: '2026-01-01',
    progressPercent: '46.50',
  }),
};
const node: Item = { kind: 'node', ...nodeOf(4, { groupIds: [id(9)] }) };

test('fields lead there and back, languages the form does not show stay', () => {
  for (const item of [task, node]) {
    assert.deepEqual(withFields(item, fieldsOf(item, LANGUAGES), LANGUAGES), { item });
    assert.deepEqual(
      new Set(fieldNames(item.kind, LANGUAGES)),
      new Set(Object.keys(fieldsOf(item, LANGUAGES))),
    );
  }
  const emptied = withFields(task, { 'title.pl': '' }, LANGUAGES);
  assert.ok('item' in emptied);
  assert.deepEqual(emptied.item.title, { de: 'Titel' });
});

test('what cannot be taken is told at its field', () => {
  const codes = (fields: Record<string, string>, item: Item = task): string => {
    const answer = withFields(item, fields, LANGUAGES);
    return 'problems' in answer
      ? answer.problems.map(({ code, place }) => `${code} ${place.field}`).join(', ')
      : 'taken';
  };
  assert.equal(codes({ startOn: '2026-02-30' }), 'not-a-date startOn');
  assert.equal(codes({ endOn: '2025-01-01' }), 'end-before-start endOn');
  assert.equal(codes({ progressPercent: '101' }), 'not-a-percent progressPercent');
  assert.equal(codes({ progressPercent: '46,5' }), 'taken');
  assert.equal(codes({ reportedFor: 'Q3' }), 'not-a-period reportedFor');
  assert.equal(codes({ weight: '0' }), 'not-a-weight weight');
  assert.equal(codes({ state: 'stopped' }), 'reason-required stateReason.pl');
  assert.equal(codes({ state: 'merged', 'stateReason.pl': 'x' }), 'merged-into-required mergedIntoId');
  assert.equal(codes({ state: 'odd' }), 'not-a-choice state');
  assert.equal(codes({ code: 'x'.repeat(41) }, node), 'too-long code');
});

test('of two versions nothing is lost: a field that both changed waits for a person', () => {
  const names = fc.constantFrom('a', 'b', 'c');
  const fields = fc.dictionary(names, fc.constantFrom('', 'x', 'y', 'z'));
  fc.assert(
    fc.property(fields, fields, fields, (some, my, their) => {
      const whole = (given: Record<string, string>): Record<string, string> => ({
        a: '',
        b: '',
        c: '',
        ...given,
      });
      const [base, mine, theirs] = [whole(some), whole(my), whole(their)];
      const { fields: after, open } = decided(base, mine, theirs, {});
      for (const name of ['a', 'b', 'c']) {
        if (open.includes(name)) {
          assert.ok(mine[name] !== base[name] && theirs[name] !== base[name] && mine[name] !== theirs[name]);
          continue;
        }
        if (mine[name] !== base[name]) assert.equal(after[name], mine[name]);
        if (theirs[name] !== base[name]) assert.equal(after[name], theirs[name]);
      }
      const all = Object.fromEntries(open.map((name) => [name, 'theirs' as const]));
      assert.deepEqual(decided(base, mine, theirs, all).open, []);
      assert.equal(differences(base, mine, mine).length, 0);
    }),
  );
});

test('a report promises nothing new; a date, a place and a stop do', () => {
  const before = planOf({ nodes: [nodeOf(4)], tasks: [taskOf(5, id(4))] });
  const changed = (fields: object): string =>
    promised(before.id, patchOf(before, { ...before, tasks: [{ ...before.tasks[0]!, ...fields }] }))
      .map(({ field }) => field)
      .join(' ');
  assert.equal(changed({ progressPercent: '50', reportedFor: '2026-Q3', state: 'done' }), '');
  assert.equal(changed({ endOn: '2030-01-01' }), 'endOn');
  assert.equal(changed({ state: 'stopped', stateReason: { pl: 'x' } }), 'state');
  assert.equal(changed({ position: 9 }), '');
  const gone = patchOf(before, { ...before, tasks: [] });
  assert.deepEqual(promised(before.id, gone), [{ id: id(5), field: 'removed' }]);
  const later = patchOf(before, { ...before, horizon: { ...before.horizon, endOn: '2035-12-31' } });
  assert.deepEqual(promised(before.id, later), [{ id: before.id, field: 'horizon.endOn' }]);
});

test('a change names its decision whole, a correction needs none', () => {
  const fields = (basis: Parameters<typeof basisProblems>[0]): string =>
    basisProblems(basis)
      .map(({ place }) => place.field)
      .join(' ');
  assert.equal(fields(null), 'basis');
  assert.equal(fields({ kind: 'correction', reason: null }), '');
  assert.equal(
    fields({ kind: 'change', number: ' ', on: '2026-13-01', reason: { pl: '' } }),
    'decisionNumber decisionOn decisionReason',
  );
  assert.equal(fields({ kind: 'change', number: 'X/1', on: '2026-11-01', reason: { pl: 'Przetarg' } }), '');
});

test('an item is found among goals and tasks', () => {
  const plan = planOf({ nodes: [nodeOf(4)], tasks: [taskOf(5, id(4))] });
  assert.equal(itemOf(plan, id(4))?.kind, 'node');
  assert.equal(itemOf(plan, id(5))?.kind, 'task');
  assert.equal(itemOf(plan, id(6)), null);
});
