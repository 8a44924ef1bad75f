import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { plans, publication, theCity } from '../../test/world/arbitrary.ts';
import { freeze } from '../edition/freeze.ts';
import { workingJson, type Working } from './working.ts';

/** Half up to one decimal, by the written rule and nothing of ours. */
function ratio(dividend: bigint, divisor: bigint, scale: bigint): string {
  const tenths = (dividend * 10n * 2n + divisor * scale) / (divisor * scale * 2n);
  return `${tenths / 10n}.${tenths % 10n}`;
}
const hundredths = (decimal: string): bigint => {
  const [whole = '0', rest = ''] = decimal.split('.');
  return BigInt(whole) * 100n + BigInt(rest.padEnd(2, '0'));
};

test('anyone can make every figure again from its JSON', () => {
  fc.assert(
    fc.property(plans, (drawn) => {
      const edition = freeze(theCity, drawn, publication);
      for (const id of [null, ...edition.nodes.map((node) => node.id)]) {
        const { inputs, sums, results } = JSON.parse(workingJson(edition, id, '/')!) as Working;
        assert.ok(sums && results);
        const counted = inputs.filter((task) => task.counted);
        const reported = counted.filter((task) => task.usedPercent !== null);
        const total = counted.reduce((sum, task) => sum + BigInt(task.weight), 0n);
        const heard = reported.reduce((sum, task) => sum + BigInt(task.weight), 0n);
        const progress = reported.reduce(
          (sum, task) => sum + BigInt(task.weight) * hundredths(task.usedPercent!),
          0n,
        );
        assert.equal(BigInt(sums.weightTotal), total);
        assert.equal(BigInt(sums.weightReported), heard);
        assert.equal(hundredths(sums.weightedProgress), progress);
        assert.equal(sums.countedTasks, counted.length);
        assert.equal(sums.reportedTasks, reported.length);
        assert.equal(results.meanPercent, heard === 0n ? null : ratio(progress, heard, 100n));
        assert.equal(results.coveragePercent, total === 0n ? null : ratio(heard * 100n, total, 1n));
        assert.deepEqual(
          results.bandPercent,
          total === 0n
            ? null
            : [ratio(progress, total, 100n), ratio(progress + (total - heard) * 10_000n, total, 100n)],
        );
        const stopped = inputs.filter((task) => task.state === 'stopped');
        const kept = heard + stopped.reduce((sum, task) => sum + BigInt(task.weight), 0n);
        assert.equal(
          results.promised?.meanPercent ?? null,
          stopped.length === 0 || heard === 0n ? null : ratio(progress, kept, 100n),
        );
        const dated = reported.filter((task) => task.expectedPercent !== null);
        const weight = dated.reduce((sum, task) => sum + BigInt(task.weight), 0n);
        const mean = (read: (task: Working['inputs'][number]) => string): string =>
          ratio(
            dated.reduce((sum, task) => sum + BigInt(task.weight) * hundredths(read(task)), 0n),
            weight,
            100n,
          );
        assert.deepEqual(
          results.schedule,
          dated.length === 0
            ? null
            : {
                tasks: dated.length,
                actualPercent: mean((task) => task.usedPercent!),
                expectedPercent: mean((task) => task.expectedPercent!),
              },
        );
      }
    }),
    { numRuns: 150 },
  );
});

test('a task shows itself alone, an unknown id nothing', () => {
  const [drawn] = fc.sample(
    plans.filter((one) => one.tasks.length > 0),
    { numRuns: 1, seed: 7 },
  );
  const edition = freeze(theCity, drawn!, publication);
  const made = JSON.parse(workingJson(edition, edition.tasks[0]!.id, '/')!) as Working;
  assert.deepEqual([made.inputs.length, made.sums, made.results], [1, null, null]);
  assert.equal(workingJson(edition, 'none', '/'), null);
});
