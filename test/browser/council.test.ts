/** Jobs of a mayor, a councillor and an analyst: the five-minute picture, what changed, drilling, explaining a figure. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { diff } from '../../src/edition/diff.ts';
import { DELIVERY_VERDICTS, TASK_STATES, type NodeDelivery } from '../../src/edition/edition.ts';
import type { Working } from '../../src/exchange/working.ts';
import { progressWords } from '../../src/text/progress-words.ts';
import { whyWords } from '../../src/text/why-words.ts';
import { formatDate } from '../../src/text/date.ts';
import { portalMessages } from '../../src/text/portal.ts';
import { launch, watched } from './chromium.ts';
import { editionsOf, newestOf, startPortal, type Portal } from './portal-server.ts';
import { flat, pdfText } from './reading.ts';

const t = portalMessages('pl');
const progressPl = progressWords('pl');
const whyPl = whyWords('pl');
const PLAN = '/jasnogrod/strategia-2032';
const edition = newestOf('jasnogrod');
const { delivery } = edition.results;
let browser: Browser;
let portal: Portal;
let page: Page;
let faults: readonly string[];

before(async () => {
  [browser, portal] = await Promise.all([launch(), startPortal()]);
  const opened = await watched(browser, portal.url, { viewport: { width: 1280, height: 900 } });
  faults = opened.faults;
  page = await opened.context.newPage();
});
after(async () => {
  await browser.close();
  await portal.close();
});

const go = (path: string) => page.goto(portal.url + path, { waitUntil: 'domcontentloaded' });
const main = () => page.getByRole('main');

test('the five-minute picture: counts that add up, how much was reported, what is worst; on few sheets', async () => {
  await go(PLAN);
  await page
    .getByRole('navigation', { name: t.nav })
    .getByRole('link', { name: progressPl.progressTitle })
    .click();
  const tables = main().getByRole('table');
  const now = delivery.plan;
  const then = editionsOf('jasnogrod').at(-2)!.results.delivery.plan;
  const counts = [
    [
      progressPl.byState,
      TASK_STATES.map((one) => [t.taskState[one], then.countsByState[one], now.countsByState[one]]),
    ],
    [
      progressPl.byVerdict,
      DELIVERY_VERDICTS.map((one) => [t.verdict[one], then.countsByVerdict[one], now.countsByVerdict[one]]),
    ],
  ] as const;
  for (const [i, [heading, rows]] of counts.entries()) {
    assert.ok(await main().getByRole('heading', { name: heading }).isVisible());
    const shown = await tables
      .nth(i)
      .getByRole('row')
      .evaluateAll((all) =>
        all.slice(1).map((row) => [...row.children].map((cell) => cell.textContent.trim())),
      );
    const expected = rows.filter(([, before, after]) => Number(before) + Number(after) > 0);
    const sum = (column: 1 | 2) => expected.reduce((all, row) => all + Number(row[column]), 0);
    assert.deepEqual(
      shown,
      [...expected, [progressPl.total, sum(1), sum(2)]].map((row) => row.map(String)),
    );
    assert.equal(sum(2), edition.tasks.length);
  }
  const said = flat(await main().innerText());
  assert.ok(
    said.includes(`${delivery.plan.reportedTasks} z ${delivery.plan.countedTasks}`),
    'how many reported',
  );
  const worst = delivery.tasks
    .flatMap(({ id, usedPercent, expectedPercent }) =>
      usedPercent === null || expectedPercent === null
        ? []
        : [{ id, gap: Number(expectedPercent) - Number(usedPercent) }],
    )
    .reduce((a, b) => (b.gap > a.gap ? b : a));
  const concerns = main().locator('#behind').getByRole('link');
  assert.equal(
    flat((await concerns.first().textContent()) ?? ''),
    name(edition.tasks.find((one) => one.id === worst.id)!),
  );
  const paper = await pdfText(await page.pdf({ format: 'A4', preferCSSPageSize: true }));
  assert.ok(paper.sheets <= 5, `progress on ${paper.sheets} sheets`);
  await go(PLAN);
  const home = await pdfText(await page.pdf({ format: 'A4', preferCSSPageSize: true }));
  assert.ok(home.sheets <= 4, `the plan on ${home.sheets} sheets`);
});

test('what changed: every promise that was moved, newest edition first, with its decision and reason', async () => {
  await go(PLAN);
  await page.getByRole('link', { name: t.allChanges }).click();
  const headings = await main().getByRole('heading', { level: 2 }).allInnerTexts();
  assert.deepEqual(
    headings
      .filter((text) => /\d/.test(text))
      .map(flat)
      .slice(0, 3),
    editionsOf('jasnogrod')
      .toReversed()
      .map((one) => t.editionOf(one.number, formatDate(one.publishedAt.slice(0, 10), 'pl'))),
  );
  for (const summary of await main().locator('summary').all()) await summary.click();
  const [first, second, third] = editionsOf('jasnogrod');
  for (const [before, after] of [
    [first!, second!],
    [second!, third!],
  ] as const) {
    const block = flat(await main().locator(`#e${after.number}`).innerText());
    const changes = diff(before, after);
    for (const change of changes.filter((one) => one.decision !== null)) {
      assert.ok(
        block.includes(change.decision!.number),
        `${change.code} ${change.field}: ${change.decision!.number}`,
      );
      assert.ok(
        block.includes(flat(change.decision!.reason['pl']!)),
        `${change.code} ${change.field}: its reason`,
      );
    }
    for (const change of changes.filter((one) => ['added', 'removed', 'renamed'].includes(one.kind)))
      assert.ok(block.includes(flat(change.title!['pl']!)), `${change.kind} ${change.code}`);
    for (const change of changes.filter((one) => one.kind === 'date' && one.subject !== 'plan')) {
      assert.ok(block.includes(formatDate(change.old as string, 'pl')), `${change.code}: the old date`);
      assert.ok(block.includes(formatDate(change.new as string, 'pl')), `${change.code}: the new date`);
    }
    for (const stopped of after.tasks.filter((one) => one.state === 'stopped')) {
      if (before.tasks.find((one) => one.id === stopped.id)?.state === 'stopped') continue;
      const decision = changes.find((one) => one.id === stopped.id && one.kind === 'state')?.decision;
      const reasons = [stopped.stateReason, decision?.reason].flatMap((reason) => reason?.['pl'] ?? []);
      assert.ok(
        reasons.some((reason) => block.includes(flat(reason))),
        `why ${stopped.code} was stopped`,
      );
    }
  }
});

test('from an area or goal to a task in three clicks, and back step by step', async () => {
  await go(PLAN);
  const crumbs = page.getByRole('navigation', { name: t.crumbs }).getByRole('link');
  const heading = page.getByRole('heading', { level: 1 });
  const path = [
    edition.nodes.find((one) => one.code === '3')!,
    edition.nodes.find((one) => one.code === '3.4')!,
    edition.tasks.find((one) => one.code === '3.4.1')!,
  ];
  for (const item of path) {
    await main().getByRole('link', { name: item.title!['pl']! }).first().click();
    assert.equal(flat(await heading.innerText()), item.title!['pl']);
  }
  for (const item of path.slice(0, 2).toReversed()) {
    await crumbs.last().click();
    assert.equal(flat(await heading.innerText()), item.title!['pl']);
  }
  await crumbs.last().click();
  assert.equal(flat(await heading.innerText()), edition.plan.title['pl']);

  await page
    .getByRole('navigation', { name: t.nav })
    .getByRole('link', { name: progressPl.progressTitle })
    .click();
  for (const group of edition.groupings[0]!.groups) {
    const row = main().locator('#groups').getByRole('listitem').filter({ hasText: group.name!['pl']! });
    for (const root of edition.nodes.filter((one) => one.level === 0 && one.groupIds.includes(group.id)))
      assert.ok(
        await row.first().getByRole('link', { name: root.title!['pl']! }).count(),
        `${group.name!['pl']}: ${root.code}`,
      );
  }
});

test('explain a figure: the panel of every goal and its JSON, redone by hand, give the number that is shown', async () => {
  const lists = await figuresInLists();
  let explained = 0;
  for (const node of edition.nodes) {
    const of = delivery.nodes.find((one) => one.id === node.id)!;
    await go(`${PLAN}/${node.code}`);
    const shown = flat(await main().innerText());
    if (of.countedTasks === 0) {
      assert.ok(
        shown.includes(flat(t.noTasks)) && !/\d %/.test(shown),
        `${node.code}: nothing to count, no figure`,
      );
      continue;
    }
    await main().getByRole('link', { name: t.why }).first().click();
    const inputs = main().getByRole('region', { name: whyPl.whyInputs });
    await inputs.waitFor();
    const rows = await inputs
      .getByRole('row')
      .evaluateAll((all) =>
        all.slice(1).map((row) => [...row.children].map((cell) => cell.textContent.trim())),
      );
    const left = [t.verdict.stopped, t.verdict.merged];
    const counts = rows.filter((row) => !left.some((word) => row.at(-1)!.endsWith(word)));
    const used = counts.map((row) => row[2]!).filter((value) => value !== t.none);
    const byHand = rollUp(
      counts.length,
      used.map((value) => [1, value]),
    );
    const panel = flat(await main().innerText());
    const figure = flat(await main().locator('.verdicts').innerText());
    for (const sum of [`W = ${counts.length}`, `R = ${used.length}`])
      assert.ok(panel.includes(sum), `${node.code}: ${sum}`);
    for (const limit of byHand.bandPercent!) {
      assert.ok(percents(figure).includes(limit), `${node.code}: the range in the panel, ${limit}`);
      if (used.length > 0 && used.length < counts.length)
        assert.ok(percents(shown).includes(limit), `${node.code}: the range on its page, ${limit}`);
    }
    if (byHand.meanPercent !== null) {
      assert.equal(percents(figure)[0], byHand.meanPercent, `${node.code}: the mean in the panel`);
      assert.ok(
        percents(lists.get(node.id)!).includes(byHand.meanPercent),
        `${node.code}: the mean where it is listed`,
      );
      explained += 1;
    }
    await theJson(of);
  }
  assert.ok(explained >= 25);
  await go(`${PLAN}/dlaczego`);
  await theJson(delivery.plan);
});

test('the browser complained about nothing on the way', () => {
  assert.deepEqual(faults, []);
});

/** The text of the row in which each goal stands with its figure: on the plan's page, and on its parent's. */
async function figuresInLists(): Promise<ReadonlyMap<string, string>> {
  const found = new Map<string, string>();
  for (const parent of [null, ...edition.nodes.filter((one) => one.level === 0)]) {
    await go(parent ? `${PLAN}/${parent.code}` : PLAN);
    for (const node of edition.nodes.filter((one) => one.parentId === (parent?.id ?? null))) {
      const row = main().locator(parent ? '.rows > li' : 'article');
      const own = row.filter({ has: page.getByRole('link', { name: node.title!['pl']! }) });
      found.set(node.id, flat(await own.first().innerText()));
    }
  }
  return found;
}

/** Follows the panel's link to its JSON and redoes the figure from its inputs alone. */
async function theJson(of: NodeDelivery): Promise<void> {
  const where = page.url();
  const href = await page.getByRole('link', { name: whyPl.whyJson }).getAttribute('href');
  const json = (await (await page.request.get(new URL(href!, where).href)).json()) as Working;
  const counted = json.inputs.filter((one) => one.counted);
  const used = counted.flatMap((one) =>
    one.usedPercent === null ? [] : [[one.weight, one.usedPercent] as const],
  );
  const weight = counted.reduce((sum, one) => sum + one.weight, 0);
  const { meanPercent, bandPercent } = of;
  assert.deepEqual(rollUp(weight, used), { meanPercent, bandPercent }, where);
  assert.deepEqual([json.results!.meanPercent, json.results!.bandPercent], [meanPercent, bandPercent], where);
  const stopped = json.inputs.filter((one) => one.state === 'stopped');
  if (of.promised) {
    const kept = [...used, ...stopped.map((one) => [one.weight, '0'] as const)];
    assert.equal(rollUp(0, kept).meanPercent, of.promised.meanPercent, where);
  } else assert.ok(stopped.length === 0 || used.length === 0, where);
  if (of.schedule) {
    const dated = counted.filter((one) => one.usedPercent !== null && one.expectedPercent !== null);
    const actual = rollUp(
      0,
      dated.map((one) => [one.weight, one.usedPercent!]),
    );
    assert.deepEqual(
      [dated.length, actual.meanPercent],
      [of.schedule.tasks, of.schedule.actualPercent],
      where,
    );
  }
}

/** Methods section 1 as a person does it: exact sums of weight and progress, each division once. */
function rollUp(
  weightTotal: number,
  used: readonly (readonly [weight: number, progress: string])[],
): { readonly meanPercent: string | null; readonly bandPercent: readonly [string, string] | null } {
  const S = used.reduce((sum, [weight, progress]) => sum + BigInt(weight) * hundredths(progress), 0n);
  const R = used.reduce((sum, [weight]) => sum + BigInt(weight), 0n);
  const W = BigInt(weightTotal);
  return {
    meanPercent: R === 0n ? null : oneDecimal(S, R),
    bandPercent: W === 0n ? null : [oneDecimal(S, W), oneDecimal(S + (W - R) * 10_000n, W)],
  };
}

/** The percentages of a text as decimals with one place: `72 %` and `72,0 %` are `72.0`. */
function percents(text: string): readonly string[] {
  return [...text.matchAll(/(\d+)(?:,(\d))? %/g)].map(([, whole, part]) => `${whole}.${part ?? '0'}`);
}

function name(item: {
  readonly code: string | null;
  readonly title: Readonly<Record<string, string>>;
}): string {
  return flat(`${item.code} ${item.title['pl']}`);
}

/** `62,5` or `62.5` as 6250: exact, as a person adds on paper. */
function hundredths(text: string): bigint {
  const [whole = '', part = ''] = text
    .replace(',', '.')
    .replace(/[^\d.]/g, '')
    .split('.');
  return BigInt(whole) * 100n + BigInt(part.padEnd(2, '0'));
}

/** Hundredths over a whole number, half up to one decimal. */
function oneDecimal(numerator: bigint, denominator: bigint): string {
  const tenths = (2n * numerator + 10n * denominator) / (20n * denominator);
  return `${tenths / 10n}.${tenths % 10n}`;
}
