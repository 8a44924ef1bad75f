import assert from 'node:assert/strict';
import { test } from 'node:test';
import { check } from '../../src/model/check.ts';
import { deliver } from '../../src/model/delivery.ts';
import { generatePlan } from './generate.ts';

const small = { seed: 7, strategic: 4, operationalPer: 6, tasksPer: 12 };

test('the same arguments give the same plan, another seed another one', () => {
  assert.deepEqual(generatePlan(small), generatePlan(small));
  assert.notDeepEqual(generatePlan({ ...small, seed: 8 }).plan.tasks, generatePlan(small).plan.tasks);
});

for (const weighted of [false, true])
  test(`a generated plan has nothing wrong (${weighted ? 'weights' : 'no weights'})`, () => {
    const { city, plan } = generatePlan({ ...small, weighted });
    assert.equal(plan.nodes.length, 4 + 24);
    assert.equal(plan.tasks.length, 4 * 6 * 12);
    assert.deepEqual(
      check(city, plan).map(({ code }) => code),
      ['no-indicators'],
    );
  });

test('titles repeat only as a further stage', () => {
  const { plan } = generatePlan({ seed: 1, strategic: 5, operationalPer: 40, tasksPer: 50 });
  for (const lang of ['pl', 'en'])
    assert.equal(new Set(plan.tasks.map((task) => task.title[lang])).size, plan.tasks.length);
});

test('a generated plan has every state, and offices that are silent', () => {
  const { city, plan } = generatePlan({ seed: 3, strategic: 5, operationalPer: 20, tasksPer: 30 });
  const units = city.units.map((unit) => unit.id);
  const { plan: figure } = deliver(plan, units, '2026-11-13');
  for (const [state, count] of Object.entries(figure.countsByState)) assert.ok(count > 0, state);
  for (const verdict of ['on-time', 'behind', 'late', 'no-report'] as const)
    assert.ok(figure.countsByVerdict[verdict] > 0, verdict);
});
