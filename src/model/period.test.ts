import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dateOf, dayNumber } from './day.ts';
import { parsePeriod, staleDay } from './period.ts';
import type { Frequency } from './plan.ts';

test('dates become day numbers and back, over four centuries', () => {
  assert.equal(dayNumber('1970-01-01'), 0);
  assert.equal(dayNumber('2026-11-22'), Date.UTC(2026, 10, 22) / 86_400_000);
  for (let day = -50_000; day < 100_000; day += 1) {
    const date = dateOf(day);
    assert.equal(dayNumber(date), day);
    if (day % 97 === 0) assert.equal(date, new Date(day * 86_400_000).toISOString().slice(0, 10));
  }
  for (const bad of ['2026-02-29', '2026-13-01', '2026-00-10', '2026-04-31', '2026-4-3', '', '2026-01-00'])
    assert.equal(dayNumber(bad), null, bad);
  assert.notEqual(dayNumber('2028-02-29'), null);
});

test('reads periods', () => {
  const cases: readonly [string, string, string][] = [
    ['2026-Q3', '2026-07-01', '2026-10-01'],
    ['2026-Q4', '2026-10-01', '2027-01-01'],
    ['2026-09', '2026-09-01', '2026-10-01'],
    ['2026-12', '2026-12-01', '2027-01-01'],
    ['2026-H1', '2026-01-01', '2026-07-01'],
    ['2026', '2026-01-01', '2027-01-01'],
  ];
  for (const [text, start, after] of cases) {
    const period = parsePeriod(text)!;
    assert.deepEqual([dateOf(period.start), dateOf(period.after)], [start, after], text);
  }
  for (const bad of ['2026-Q5', '2026-13', '2026-9', '26', '2026-H3', '2026-Q', '2026-09-01'])
    assert.equal(parsePeriod(bad), null, bad);
});

test('a report counts until the next one is due, and its days of grace', () => {
  const cases: readonly [string, Frequency | null, number, string][] = [
    ['2026-Q3', 'quarterly', 30, '2027-01-31'],
    ['2026-Q3', 'quarterly', 0, '2027-01-01'],
    ['2026-09', 'monthly', 10, '2026-11-11'],
    ['2026-12', 'monthly', 0, '2027-02-01'],
    ['2026-H2', 'half-yearly', 0, '2027-07-01'],
    ['2026', 'yearly', 90, '2028-03-31'],
    ['2026-08', 'quarterly', 0, '2026-10-01'],
    ['2026-09', 'quarterly', 0, '2027-01-01'],
    ['2026-Q3', 'yearly', 0, '2027-01-01'],
    ['2026', 'quarterly', 0, '2027-04-01'],
    ['2026-Q3', null, 0, '2027-01-01'],
    ['2026-09', null, 0, '2026-11-01'],
  ];
  for (const [text, frequency, grace, expected] of cases)
    assert.equal(
      dateOf(staleDay(parsePeriod(text)!, frequency, grace)),
      expected,
      `${text} ${frequency} ${grace}`,
    );
});
