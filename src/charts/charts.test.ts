import assert from 'node:assert/strict';
import { test } from 'node:test';
import { EXAMPLES } from '../../test/portal.ts';
import { DELIVERY_VERDICTS } from '../edition/edition.ts';
import { LOCALES } from '../text/locale.ts';
import { barSvg, barTitle } from './bar.ts';
import { days, edgeSvg, horizon, horizonSvg, horizonTitle, tasksPerDot } from './horizon.ts';
import { markSvg } from './mark.ts';

const jasnogrod = EXAMPLES.findLast((e) => e.city.slug === 'jasnogrod')!;
const torun = EXAMPLES.findLast((e) => e.city.slug === 'torun')!;

test('no two verdicts share a shape: colour is never what tells them apart', () => {
  const shapes = DELIVERY_VERDICTS.map((verdict) =>
    markSvg(verdict, null).replaceAll(/ (?:class|fill|stroke)="[^"]*"/g, ''),
  );
  assert.equal(new Set(shapes).size, shapes.length);
});

test('a mark is named when it stands alone and silent beside its word', () => {
  assert.match(markSvg('late', 'po "terminie"'), /role="img" aria-label="po &quot;terminie&quot;"/);
  assert.match(markSvg('late', null), /aria-hidden="true"/);
});

test('a bar says figure, range and expectation, and draws them where they are', () => {
  const bar = { meanPercent: '46.4', bandPercent: ['31.0', '63.2'] as const, expectedPercent: '55.0' };
  assert.equal(barTitle(bar, 'pl'), '46,4\u00a0%, od 31\u00a0% do 63,2\u00a0%; powinno być 55\u00a0%');
  const web = barSvg(bar, { lang: 'pl', id: 'b', width: null });
  assert.match(web, /class="f-band" x="31%" y="3" width="32.2%"/);
  assert.match(web, /class="f-bar" x="0%" y="5" width="46.4%"/);
  const fixed = barSvg(bar, { lang: 'en', id: 'b', width: 300 });
  assert.match(fixed, /class="f-band" x="93" y="3" width="96.6"/);
  assert.doesNotMatch(
    barSvg(
      { meanPercent: null, bandPercent: null, expectedPercent: null },
      { lang: 'en', id: 'b', width: 9 },
    ),
    /f-bar|s-ink/,
  );
});

test('the horizon counts whole days, end day included', () => {
  assert.equal(days('2026-01-01', '2026-12-31'), 364);
  const { startOn, endOn } = jasnogrod.plan.horizon;
  const model = horizon(jasnogrod);
  assert.equal(
    model.elapsedPercent,
    ((days(startOn!, jasnogrod.asOf) / (days(startOn!, endOn) + 1)) * 100).toFixed(1),
  );
});

test('every counted and dated task stands in one year of the horizon', () => {
  const model = horizon(jasnogrod);
  const counted = new Set(jasnogrod.results.delivery.tasks.filter((of) => of.counted).map((of) => of.id));
  const dated = jasnogrod.tasks.filter((task) => counted.has(task.id) && task.endOn !== null);
  const sum = (of: 'tasks' | 'done'): number => model.due.reduce((all, due) => all + due[of], 0);
  assert.equal(sum('tasks'), dated.length);
  assert.equal(sum('done'), dated.filter((task) => task.state === 'done').length);
});

test('a plan without a start is drawn as its end year alone', () => {
  const model = horizon(torun);
  assert.equal(model.elapsedPercent, null);
  const svg = horizonSvg(model, { lang: 'pl', id: 'h', width: 1140 });
  assert.match(svg, />2028</);
  assert.doesNotMatch(svg, /202[0-7]/);
  assert.match(horizonTitle(model, 'en'), /does not say when it began/);
});

test('thousands of tasks become dots of many', () => {
  const due = [{ year: 2026, tasks: 5000, done: 2500, overdue: 0 }];
  const model = {
    startOn: '2026-01-01',
    endOn: '2026-12-31',
    asOf: '2026-07-01',
    elapsedPercent: '49.6',
    due,
  };
  assert.equal(tasksPerDot(model), 200);
  assert.ok(horizonSvg(model, { lang: 'pl', id: 'h', width: 340 }).length < 6000);
});

test('drawings keep their ids apart, their coordinates short, and no style or script', () => {
  for (const edition of [jasnogrod, torun])
    for (const lang of LOCALES)
      for (const width of [340, 1140]) {
        const svg =
          horizonSvg(horizon(edition), { lang, id: `h${width}`, width }) + edgeSvg(horizon(edition));
        assert.doesNotMatch(svg, /\d\.\d{3}|style=|<script|NaN|undefined/);
        for (const [, id] of svg.matchAll(/ id="([^"]+)"/g)) assert.ok(id!.startsWith(`h${width}-`));
      }
});
