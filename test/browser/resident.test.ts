/** The five jobs of a resident or journalist: find a topic, understand a status, take the data, cite, hold to account. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import type { Edition, EditionNode, EditionTask, NodeDelivery } from '../../src/edition/edition.ts';
import { dataWords } from '../../src/text/data-words.ts';
import { searchWords } from '../../src/text/search-words.ts';
import { formatDate } from '../../src/text/date.ts';
import { formatPercent } from '../../src/text/number.ts';
import { portalMessages } from '../../src/text/portal.ts';
import { parseCsv } from '../world/csv.ts';
import { launch, watched } from './chromium.ts';
import { everyPath, newestOf, startPortal, type Portal } from './portal-server.ts';
import { cutTexts, flat, pdfText, sideways } from './reading.ts';

const t = portalMessages('pl');
const dataPl = dataWords('pl');
const searchPl = searchWords('pl');
const PLAN = '/jasnogrod/strategia-2032';
const edition: Edition = newestOf('jasnogrod');
let browser: Browser;
let portal: Portal;
let context: BrowserContext;
let page: Page;
let faults: readonly string[];

before(async () => {
  [browser, portal] = await Promise.all([launch(), startPortal()]);
  ({ context, faults } = await watched(browser, portal.url, { viewport: { width: 1280, height: 900 } }));
  page = await context.newPage();
});
after(async () => {
  await browser.close();
  await portal.close();
});

const go = (path: string, on: Page = page) => on.goto(portal.url + path, { waitUntil: 'domcontentloaded' });
const main = () => page.getByRole('main');

async function searchFor(words: string): Promise<void> {
  await page.getByRole('searchbox', { name: searchPl.searchLabel }).fill(words);
  await page.getByRole('button', { name: searchPl.searchButton }).click();
  await page.waitForURL((url) => url.searchParams.get('q') === words);
}

test('find my topic: in any form of the word, with slips of the fingers, in both languages', async () => {
  await go(PLAN);
  await page
    .getByRole('navigation', { name: t.nav })
    .getByRole('link', { name: searchPl.searchTitle })
    .click();
  const parks = task('Szesnaście parków kieszonkowych zamiast klepisk');
  for (const words of [
    'parki',
    'Parków',
    'parkach kieszonkowych',
    'prak kieszonkowy',
    'parks',
    parks.code!,
  ]) {
    await searchFor(words);
    const hits = page.getByRole('region', { name: searchPl.searchResults }).getByRole('listitem');
    const hit = hits.filter({ has: page.getByRole('link', { name: title(parks) }) });
    assert.equal(await hit.count(), 1, words);
    assert.ok(
      flat(await hit.innerText()).includes(t.verdict[verdictOf(parks)]),
      `${words}: the status in words`,
    );
    const said = flat(await page.getByRole('status').innerText());
    assert.ok(said.includes(searchPl.searchFound(await hits.count(), words)), said);
  }
  await page
    .getByRole('link', { name: title(parks) })
    .first()
    .click();
  assert.equal(flat(await page.getByRole('heading', { level: 1 }).innerText()), title(parks));
});

test('an empty result suggests terms, and each of them finds something', async () => {
  await go(`${PLAN}/szukaj?q=${encodeURIComponent('xyzzy')}`);
  const results = page.getByRole('region', { name: searchPl.searchResults });
  assert.ok(flat(await results.innerText()).includes(searchPl.searchNothing('xyzzy')));
  assert.ok((await results.getByRole('link').count()) >= 5, 'the goals to start from');
  await go(`${PLAN}/szukaj?q=${encodeURIComponent('xyzzy tramwai')}`);
  assert.ok((await results.getByRole('listitem').count()) > 0, 'what one of two words finds');
});

test('on a long page the tools stay in reach; on a phone the ways through the plan stand in one line', async () => {
  await go(`${PLAN}/postep`);
  const tool = page.getByRole('link', { name: t.pdfPlan });
  assert.ok(await tool.evaluate((one) => one.getBoundingClientRect().top > 0));
  await page.evaluate(() => scrollTo(0, 4000));
  const top = await tool.evaluate((one) => one.getBoundingClientRect().top);
  assert.ok(top > 0 && top < 900, `at ${top} of 900`);
  const phone = await watched(browser, portal.url, { viewport: { width: 390, height: 844 } });
  const narrow = await phone.context.newPage();
  for (const path of [`${PLAN}/zmiany`, `/en${PLAN}/changes`]) {
    await go(path, narrow);
    await narrow.evaluate(() => document.fonts.ready);
    const tops = await narrow
      .locator('header nav a')
      .evaluateAll((all) => all.map((one) => Math.round(one.getBoundingClientRect().top)));
    assert.equal(new Set(tops).size, 1, `${path}: ${tops.join(', ')}`);
  }
  await phone.context.close();
});

test('everything is read at 320 CSS pixels, which is also 400 % of a 1280 pixels wide window', async () => {
  const small = await watched(browser, portal.url, { viewport: { width: 320, height: 256 } });
  const narrow = await small.context.newPage();
  for (const path of onePathOfEachKind()) {
    await go(path, narrow);
    assert.deepEqual(await narrow.evaluate(sideways), [], `${path}: wider than the window`);
    assert.deepEqual(await narrow.evaluate(cutTexts), [], `${path}: cut`);
  }
  await go(PLAN, narrow);
  await narrow.getByRole('link', { name: searchPl.searchTitle, exact: true }).click();
  await narrow.getByRole('searchbox').fill('parki');
  await narrow.getByRole('searchbox').press('Enter');
  await narrow.getByRole('region', { name: searchPl.searchResults }).getByRole('link').first().click();
  await narrow.getByRole('heading', { level: 1 }).waitFor();
  await small.context.close();
  assert.deepEqual(small.faults, []);
});

test('a status is a word, not a colour: in every list the mark has a name, on every page the verdict is written', async () => {
  const words = new Set<string>(Object.values(t.verdict));
  for (const path of [PLAN, `${PLAN}/cele`, `${PLAN}/2`, `${PLAN}/postep`]) {
    await go(path);
    const marks = await main()
      .locator('svg.mark')
      .evaluateAll((all) =>
        all.map((svg) => ({
          hidden: svg.getAttribute('aria-hidden') === 'true',
          name: svg.getAttribute('aria-label') ?? svg.querySelector('title')?.textContent ?? '',
          beside: svg.closest('p, li, th, td, dd')?.textContent ?? '',
        })),
      );
    assert.ok(marks.length > 3, path);
    for (const mark of marks) {
      const named = words.has(mark.name) || (mark.hidden && mark.beside.trim() !== '');
      assert.ok(named, `${path}: ${JSON.stringify(mark)}`);
    }
  }
  for (const node of edition.nodes.slice(0, 8)) {
    await go(`${PLAN}/${node.code}`);
    const said = flat(await main().innerText()).toLowerCase();
    assert.ok(said.includes(t.verdict[figure(node).verdict]), `${node.code}: ${figure(node).verdict}`);
  }
});

test('the definition is one click away; method, source and last update stand on the page', async () => {
  const one = edition.tasks.find((candidate) => verdictOf(candidate) === 'behind' && candidate.reportedOn)!;
  await go(`${PLAN}/${one.code}`);
  const text = flat(await page.locator('body').innerText());
  for (const words of [
    formatDate(one.reportedOn!, 'pl'),
    t.editionOf(edition.number, formatDate(edition.publishedAt.slice(0, 10), 'pl')),
    formatDate(edition.asOf, 'pl'),
  ])
    assert.ok(text.includes(words), words);
  await main().getByRole('link', { name: t.method }).first().click();
  for (const [verdict, word] of Object.entries(t.verdict)) {
    const row = page
      .getByRole('row')
      .filter({ has: page.getByRole('rowheader', { name: word, exact: true }) });
    assert.ok(flat(await row.innerText()).length > word.length + 20, `${verdict} is defined`);
  }
});

test('take the data of a goal: the files open from its page and say what the page says', async () => {
  const node = edition.nodes.find((one) => one.code === '2')!;
  await go(`${PLAN}/2`);
  const shown = flat(await main().innerText());
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('complementary').getByRole('link', { name: 'CSV', exact: true }).click(),
  ]);
  const rows = parseCsv(readFileSync(await download.path(), 'utf8'), ',');
  const row = rows.find((one) => one['id'] === node.id)!;
  assert.ok(shown.includes(flat(formatPercent(row['scheduled_percent']!, 'pl'))), row['scheduled_percent']);
  for (const limit of [row['band_low_percent']!, row['band_high_percent']!])
    assert.ok(shown.includes(flat(formatPercent(limit, 'pl'))), limit);
  assert.ok(shown.includes(`${row['reported_tasks']} z ${row['counted_tasks']} zadań`), 'how many reported');
  for (const child of rows.filter((one) => one['parent_id'] === node.id))
    assert.ok(shown.includes(flat(formatPercent(child['mean_percent']!, 'pl'))), child['code']);

  const href = await page
    .getByRole('complementary')
    .getByRole('link', { name: 'JSON', exact: true })
    .getAttribute('href');
  const json = (await (await page.request.get(new URL(href!, page.url()).href)).json()) as {
    nodes: { id: string; delivery: NodeDelivery }[];
  };
  const delivery = json.nodes.find((one) => one.id === node.id)!.delivery;
  assert.equal(delivery.meanPercent, row['mean_percent']);
  assert.equal(delivery.verdict, row['verdict']);
});

test('take everything: each file of the data page downloads, its columns are documented, the licence is named', async () => {
  await go(`${PLAN}/dane`);
  const files = page.locator('#downloads').getByRole('link');
  const addresses = await files.evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).href));
  assert.ok(addresses.length >= 8);
  for (const address of addresses) {
    const got = await page.request.get(address);
    assert.equal(got.status(), 200, address);
    assert.ok((await got.body()).length > 100, address);
  }
  const documented = new Set(
    (await page.getByRole('rowheader').allInnerTexts()).flatMap((cell) => cell.split(/\s+/)),
  );
  const csv = await (await page.request.get(addresses.find((one) => one.endsWith('/plan.csv'))!)).text();
  const rows = parseCsv(csv, ',');
  for (const column of Object.keys(rows[0]!)) assert.ok(documented.has(column), `${column} is documented`);
  assert.equal(rows.length, edition.nodes.length + edition.tasks.length);
  const semicolon = await (
    await page.request.get(addresses.find((one) => one.endsWith('semicolon.csv'))!)
  ).text();
  assert.deepEqual(parseCsv(semicolon, ';'), rows);
  const json = await page.request.get(addresses.find((one) => /\/edition\/.*json$/.test(one))!);
  assert.deepEqual(JSON.parse(await json.text()), edition);
  assert.ok(await page.getByRole('heading', { name: dataPl.licence }).isVisible());
  assert.ok((await page.locator('#licence').innerText()).length > dataPl.licence.length + 5);
});

test('share: the links carry the page’s address and title, the address is copied', async () => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: portal.url });
  for (const [path, name] of [
    [PLAN, 'Strategia rozwoju Jasnogrodu do 2032 roku'],
    [`${PLAN}/1.1`, 'Przychodnia w zasięgu spaceru'],
    ['/en/torun/cele-2028/2.10', 'Poprawa sytuacji na rynku pracy'],
  ] as const) {
    const words = portalMessages(path.startsWith('/en') ? 'en' : 'pl');
    await go(path);
    const [x, facebook, mail] = await Promise.all(
      [words.shareX, words.shareFacebook, words.shareEmail].map(
        async (link) => new URL((await page.getByRole('link', { name: link }).getAttribute('href'))!),
      ),
    );
    const own = portal.url + path;
    assert.equal(x!.host, 'x.com');
    assert.ok(x!.searchParams.get('text')!.includes(name));
    assert.equal(x!.searchParams.get('url'), own);
    assert.equal(facebook!.host, 'www.facebook.com');
    assert.equal(facebook!.searchParams.get('u'), own);
    assert.equal(mail!.protocol, 'mailto:');
    assert.ok(mail!.searchParams.get('subject')!.includes(name));
    assert.ok(mail!.searchParams.get('body')!.includes(own));
    await page.getByRole('button', { name: words.copy, exact: true }).click();
    await page.getByRole('button', { name: words.copied }).waitFor();
    assert.equal(await page.evaluate(() => navigator.clipboard.readText()), own);
    const meta = async (key: string) =>
      page.locator(`meta[property="${key}"], meta[name="${key}"]`).first().getAttribute('content');
    assert.ok((await page.title()).includes(name));
    assert.ok((await meta('og:title'))?.includes(name));
    assert.equal(await meta('og:url'), own);
    assert.ok(((await meta('description')) ?? '').length > 20);
    const image = await page.request.get((await meta('og:image'))!);
    assert.equal(image.headers()['content-type'], 'image/png');
    const bytes = await image.body();
    assert.deepEqual([bytes.readUInt32BE(16), bytes.readUInt32BE(20)], [1200, 630]);
  }
});

test('cite: the text has date, edition and permanent address, and that address opens the same thing', async () => {
  await go(`${PLAN}/3.4`);
  const heading = await page.getByRole('heading', { level: 1 }).innerText();
  await page.getByText(t.cite, { exact: true }).click();
  const citation = flat(await page.locator('.citation').innerText());
  assert.ok(citation.includes('Jasnogród') && citation.includes(flat(heading)));
  assert.ok(
    citation.includes(t.editionOf(edition.number, formatDate(edition.publishedAt.slice(0, 10), 'pl'))),
  );
  const permanent = /http\S+$/.exec(citation)![0];
  assert.match(permanent, new RegExp(`/wydanie/${edition.number}/id/[0-9a-f-]{36}$`));
  await page.getByRole('button', { name: t.copyCitation }).click();
  await page.getByRole('button', { name: t.copied }).waitFor();
  assert.equal(flat(await page.evaluate(() => navigator.clipboard.readText())), citation);
  await page.goto(permanent);
  assert.equal(await page.getByRole('heading', { level: 1 }).innerText(), heading);
});

/** What is printed, on how many sheets at most, and the beginning of the permanent address under it. */
const PRINTED = [
  [PLAN, 3, `${PLAN}/wydanie/3`],
  [`${PLAN}/2.4`, 2, `${PLAN}/wydanie/3/id/`],
  [`${PLAN}/zmiany`, 6, PLAN],
  ['/torun/cele-2028', 2, '/torun/cele-2028/wydanie/1'],
  [`/en${PLAN}/goals`, 2, `/en${PLAN}/edition/3/goals`],
] as const;

test('on paper: the address, the date and the edition, all texts, opened details, nothing cut', async () => {
  for (const [path, most, permanent] of PRINTED) {
    const locale = path.startsWith('/en') ? 'en' : 'pl';
    const of = path.startsWith('/torun') ? newestOf('torun') : edition;
    await go(path);
    // The tools beside the page and the ways on are not for paper; closed details are.
    const texts = await main()
      .locator('h1, h2, h3, li a:not(.legend a), details :is(th, td, caption)')
      .evaluateAll((all) =>
        all
          .filter((one) => one.clientWidth !== 1 && !one.closest('nav, aside, .toolsrow'))
          .map((one) => one.textContent),
      );
    const closed = await page.locator('details:not([open])').count();
    const paper = await pdfText(await page.pdf({ format: 'A4', preferCSSPageSize: true }));
    assert.deepEqual(paper.outside, [], `${path}: off the sheet`);
    assert.ok(paper.sheets <= most, `${path}: ${paper.sheets} sheets`);
    const date = formatDate(of.publishedAt.slice(0, 10), locale);
    for (const words of [portalMessages(locale).editionOf(of.number, date), of.hash, portal.url + permanent])
      assert.ok(paper.text.includes(dense(words)), `${path}: ${words}`);
    for (const words of texts.map(dense).filter(Boolean))
      assert.ok(paper.text.includes(words), `${path}: not on paper: ${words}`);
    assert.ok(!paper.text.includes(dense(portalMessages(locale).skip)), 'the skip link is not printed');
    assert.equal(await page.locator('details:not([open])').count(), closed, 'and closed again after');
  }
});

test('hold to account: every goal and task names the office that answers, or that nobody is named', async () => {
  const units = new Map(edition.units.map((unit) => [unit.id, unit]));
  const nodes = new Map(edition.nodes.map((node) => [node.id, node]));
  let nobody = 0;
  for (const item of [...edition.nodes, ...edition.tasks]) {
    const html = await (await fetch(`${portal.url}${PLAN}/id/${item.id}`)).text();
    const answers = flat(/<section class="answers">.*?<\/section>/s.exec(html)![0].replaceAll('&#x27;', "'"));
    const unit = units.get(answering(item, nodes) ?? '');
    if (unit) {
      assert.ok(answers.includes(flat(unit.name['pl']!)), `${item.code}: ${unit.name['pl']}`);
      assert.ok(answers.includes(`mailto:${unit.email}`), `${item.code}: contact`);
    } else {
      nobody += 1;
      assert.ok(answers.includes('mailto:') || answers.includes(flat(t.nobodyNamed)), `${item.code}`);
    }
  }
  assert.ok(nobody < edition.tasks.length / 10);
});

test('a missing report is seen as missing: on the task, on its goal, in the list of the silent', async () => {
  const silent = edition.tasks.filter((one) => verdictOf(one) === 'no-report');
  assert.ok(silent.length > 5);
  await go(`${PLAN}/postep`);
  const list = page.locator('#silent');
  const named = await list.getByRole('link').allInnerTexts();
  assert.equal(named.length, silent.length);
  for (const one of silent)
    assert.ok(
      named.some((name) => flat(name).includes(title(one))),
      one.code ?? '',
    );
  for (const one of silent.slice(0, 3)) {
    await list.getByRole('link', { name: title(one) }).click();
    assert.ok(
      flat(await main().innerText())
        .toLowerCase()
        .includes(t.verdict['no-report']),
      one.code ?? '',
    );
    await page.getByRole('navigation', { name: t.crumbs }).getByRole('link').last().click();
    const row = main()
      .getByRole('listitem')
      .filter({ has: page.getByRole('link', { name: title(one) }) })
      .last();
    assert.ok(await row.getByRole('img', { name: t.verdict['no-report'] }).isVisible(), one.code ?? '');
    await go(`${PLAN}/postep`);
  }
});

test('the browser complained about nothing on the way', () => {
  assert.deepEqual(faults, []);
});

function task(name: string): EditionTask {
  return edition.tasks.find((one) => one.title['pl'] === name)!;
}

function title(item: EditionTask | EditionNode): string {
  return item.title!['pl']!;
}

function verdictOf(item: EditionTask) {
  return edition.results.delivery.tasks.find((one) => one.id === item.id)!.verdict;
}

function figure(node: EditionNode): NodeDelivery {
  return edition.results.delivery.nodes.find((one) => one.id === node.id)!;
}

/** The first unit of the item, else of the nearest goal above that names one. */
function answering(
  item: EditionNode | EditionTask,
  nodes: ReadonlyMap<string, EditionNode>,
): string | undefined {
  if (item.unitIds[0]) return item.unitIds[0];
  const above = nodes.get(('nodeId' in item ? item.nodeId : item.parentId) ?? '');
  return above && answering(above, nodes);
}

/** Words as a PDF gives them back: a line may be broken anywhere. */
function dense(text: string): string {
  return text.replace(/[\s\u00ad]+/g, '');
}

/** One page of each kind in each plan, Polish; the longest code and the past included. */
function onePathOfEachKind(): readonly string[] {
  const seen = new Map<string, string>();
  for (const { path, kind, locale } of everyPath()) {
    if (kind !== 'page' || locale !== 'pl' || /\/wydanie\/\d+\/./.test(path)) continue;
    const shape = path
      .replace(/id\/[0-9a-f-]+/, 'id')
      .replace(/\/\d+(\.\d+)*/g, (code) => `/${code.split('.').length}`);
    seen.set(shape, path);
  }
  return [...seen.values(), `${PLAN}/szukaj?q=parki`, `${PLAN}/9.9`];
}
