import assert from 'node:assert/strict';
import { test } from 'node:test';
import { formatMoment, instantOf, localMoment } from './moment.ts';

const ZONE = 'Europe/Warsaw';

test('a typed moment is read in the city’s zone, on both sides of the clock change', () => {
  const cases = [
    ['2026-11-22T10:00', '2026-11-22T09:00:00Z'],
    ['2026-07-01T10:00', '2026-07-01T08:00:00Z'],
    // 25 October 2026: three o'clock becomes two again.
    ['2026-10-25T02:30', '2026-10-25T00:30:00Z'],
    ['2026-10-25T03:30', '2026-10-25T02:30:00Z'],
    // 29 March 2026: two o'clock becomes three.
    ['2026-03-29T02:30', '2026-03-29T01:30:00Z'],
    ['2026-03-29T01:59', '2026-03-29T00:59:00Z'],
  ] as const;
  for (const [local, instant] of cases) assert.equal(instantOf(local, ZONE), instant, local);
  for (const wrong of ['', '2026-13-01T10:00', '2026-11-22', 'tomorrow'])
    assert.equal(instantOf(wrong, ZONE), null, wrong);
});

test('an instant is shown in the city’s zone', () => {
  assert.equal(localMoment('2026-11-22T23:30:00Z', ZONE), '2026-11-23T00:30');
  assert.equal(formatMoment('2026-11-22T09:05:00Z', ZONE, 'pl'), '22 listopada 2026 10:05');
  assert.equal(formatMoment('2026-11-22T09:05:00Z', ZONE, 'en'), '22 November 2026 at 10:05');
});
