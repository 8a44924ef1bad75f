/** Somebody who has never been here: understands, switches the language, meets the past; with keys alone, without script. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import type { Edition } from '../../src/edition/edition.ts';
import { parseAddress } from '../../src/portal/addresses.ts';
import { searchWords } from '../../src/text/search-words.ts';
import { whyWords } from '../../src/text/why-words.ts';
import { formatDate } from '../../src/text/date.ts';
import { LOCALES } from '../../src/text/locale.ts';
import { portalMessages } from '../../src/text/portal.ts';
import { launch, watched } from './chromium.ts';
import { editionsOf, everyPath, newestOf, startPortal, type Portal } from './portal-server.ts';
import { flat } from './reading.ts';

const t = portalMessages('pl');
const searchPl = searchWords('pl');
const whyPl = whyWords('pl');
const PLAN = '/jasnogrod/strategia-2032';
const edition = newestOf('jasnogrod');
const allFaults: (readonly string[])[] = [];
let browser: Browser;
let portal: Portal;
let page: Page;

before(async () => {
  [browser, portal] = await Promise.all([launch(), startPortal()]);
  page = await opened();
});
after(async () => {
  await browser.close();
  await portal.close();
});

async function opened(options: Parameters<Browser['newContext']>[0] = {}): Promise<Page> {
  const { context, faults } = await watched(browser, portal.url, {
    viewport: { width: 1280, height: 900 },
    ...options,
  });
  allFaults.push(faults);
  return context.newPage();
}
const go = (path: string, on: Page = page) => on.goto(portal.url + path, { waitUntil: 'domcontentloaded' });
const h1 = async (on: Page = page) => flat(await on.getByRole('heading', { level: 1 }).innerText());
const main = (on: Page = page) => on.getByRole('main');

test('the first page speaks the reader’s language and leads to both cities', async () => {
  for (const locale of LOCALES) {
    const reader = locale === 'pl' ? page : await opened({ locale: 'en-GB' });
    await go('/', reader);
    const words = portalMessages(locale);
    assert.equal(await reader.locator('html').getAttribute('lang'), locale);
    assert.equal(await h1(reader), words.installationTitle);
    await main(reader)
      .getByRole('link', { name: newestOf('torun').plan.title['pl']! })
      .click();
    assert.equal(await h1(reader), newestOf('torun').plan.title['pl']);
    assert.match(new URL(reader.url()).pathname, locale === 'pl' ? /^\/torun/ : /^\/en\/torun/);
    if (locale === 'en') await reader.context().close();
  }
});

test('the home of a plan that has nothing but goals shows them all, and its gaps as gaps', async () => {
  const torun = newestOf('torun');
  await go('/torun/cele-2028');
  for (const node of torun.nodes)
    assert.equal(
      await main().getByRole('link', { name: node.title!['pl']!, exact: true }).count(),
      1,
      node.code!,
    );
  const gaps = page
    .getByRole('region')
    .or(page.locator('section'))
    .filter({ has: page.getByRole('heading', { name: t.gapsTitle }) });
  const listed = await gaps.last().getByRole('listitem').allInnerTexts();
  assert.ok(listed.length >= 3, 'vision, areas, tasks');
  for (const word of [/wizj/, /obszar/, /zada/])
    assert.ok(
      listed.some((gap) => word.test(gap)),
      String(word),
    );
  assert.ok(!/\d ?%/.test(flat(await main().innerText())), 'no figure where nothing is known');
});

test('every page of Toruń says in its language that it is no official service, and shows no arms', async () => {
  const seen = { pl: 0, en: 0 };
  for (const { path, kind, locale } of everyPath()) {
    if (kind !== 'page' || !/^(?:\/en)?\/torun(?:\/|$)/.test(path)) continue;
    const html = await (await fetch(portal.url + path)).text();
    const notice = flat(portalMessages(locale).fromPublicPage);
    const body = html.slice(html.indexOf('<body'));
    assert.ok(flat(body).includes(notice), path);
    assert.ok(!/<img/.test(body), path);
    seen[locale] += 1;
  }
  assert.ok(seen.pl > 100 && seen.pl === seen.en);
  for (const locale of LOCALES) {
    await go(locale === 'pl' ? '/torun/cele-2028/2.10' : '/en/torun/cele-2028/2.10');
    assert.ok(await page.getByText(portalMessages(locale).fromPublicPage).isVisible());
    await go(locale === 'pl' ? PLAN : `/en${PLAN}`);
    assert.ok(await page.getByText(portalMessages(locale).invented('Jasnogród')).isVisible());
  }
});

test('the other language keeps the page, there and back', async () => {
  const paths = new Map<string, string>();
  for (const { path, kind, locale } of everyPath()) {
    if (kind !== 'page' || locale !== 'pl' || path.includes('/wydanie/')) continue;
    paths.set(parseAddress(path)!.kind, path);
  }
  for (const path of [
    ...paths.values(),
    `${PLAN}/1.1.1`,
    `${PLAN}/wydanie/1/2.2`,
    `${PLAN}/wydanie/2/postep`,
  ]) {
    if (path === '/') continue;
    await go(path);
    const title = await h1();
    await page.getByRole('link', { name: t.otherLanguage, exact: true }).click();
    await page.locator('html[lang=en]').waitFor();
    const there = parseAddress(decodeURIComponent(new URL(page.url()).pathname));
    assert.deepEqual(there, { ...parseAddress(path), locale: 'en' }, path);
    await page.getByRole('link', { name: portalMessages('en').otherLanguage, exact: true }).click();
    await page.locator('html[lang=pl]').waitFor();
    assert.equal(new URL(page.url()).pathname, path);
    assert.equal(await h1(), title);
  }
});

test('a page of the past says which edition it is and leads to the present one', async () => {
  const old = editionsOf('jasnogrod')[0]!;
  for (const rest of ['', '/2.2', '/postep']) {
    await go(`${PLAN}/wydanie/1${rest}`);
    const banner = t.pastBanner(1, formatDate(old.publishedAt.slice(0, 10), 'pl'));
    assert.ok(flat(await page.locator('body').innerText()).includes(flat(banner)), rest);
    await page.getByRole('link', { name: t.presentLink }).click();
    await page.waitForURL((url) => !url.pathname.includes('/wydanie/'));
    assert.equal(await page.getByText(t.presentLink).count(), 0);
  }
  await go(`${PLAN}/wydanie/1/2.2`);
  const renamed = old.nodes.find((one) => one.code === '2.2')!;
  assert.equal(await h1(), renamed.title!['pl']);
  await page.getByRole('link', { name: t.presentLink }).click();
  assert.equal(await h1(), edition.nodes.find((one) => one.id === renamed.id)!.title!['pl']);
});

test('a number that meant another goal says so and leads to both', async () => {
  const reused = edition.nodes.flatMap((node) => {
    const before = earlier().find((one) => one.node.code === node.code && one.node.id !== node.id);
    return before ? [{ node, before }] : [];
  });
  assert.ok(reused.length > 0, 'the example has such a number');
  for (const { node, before } of reused) {
    await go(`${PLAN}/${node.code}`);
    assert.equal(await h1(), node.title!['pl']);
    assert.ok(flat(await page.locator('body').innerText()).includes(flat(t.meantOther(node.code!))));
    await page.getByRole('link', { name: before.node.title!['pl']! }).first().click();
    assert.equal(await h1(), before.node.title!['pl']);
    const now = edition.nodes.find((one) => one.id === before.node.id);
    if (!now) continue;
    await go(`${PLAN}/${node.code}`);
    await page.locator('.notice').getByRole('link', { name: now.code!, exact: true }).click();
    assert.equal(await h1(), now.title!['pl']);
  }
});

test('where there is no page there is help: search, near numbers, the earlier meaning', async () => {
  for (const path of [`${PLAN}/9.9`, '/nowhere', `${PLAN}/11`]) {
    const answer = await go(path);
    assert.equal(answer!.status(), 404);
    assert.equal(await h1(), t.notFoundTitle);
    const links = await main()
      .getByRole('link')
      .evaluateAll((all) => all.map((one) => (one as HTMLAnchorElement).href));
    const own = links.filter((link) => link.startsWith(portal.url));
    assert.ok(own.length >= 2, path);
    for (const link of own) assert.equal((await page.request.get(link)).status(), 200, `${path} -> ${link}`);
  }
  await go(`${PLAN}/9.9`);
  await main().getByRole('searchbox').fill('tramwaj');
  await main().getByRole('searchbox').press('Enter');
  await page.getByRole('region', { name: searchPl.searchResults }).waitFor();
  const gone = earlier().find(({ node }) => !edition.nodes.some((one) => one.code === node.code))!;
  await go(`${PLAN}/${gone.node.code}`);
  await main().getByRole('link', { name: gone.node.title!['pl']! }).click();
  assert.equal(await h1(), gone.node.title!['pl']);
});

test('with keys alone: the skip link, a ring that is always seen, from home to a task', async () => {
  await go(PLAN);
  await page.keyboard.press('Tab');
  const skip = page.getByRole('link', { name: t.skip });
  assert.deepEqual(
    await skip.evaluate((link) => [document.activeElement === link, link.getBoundingClientRect().top >= 0]),
    [true, true],
  );
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  assert.ok(
    await page.evaluate(() => document.activeElement!.closest('main') !== null),
    'the content comes next',
  );
  for (const name of ['Ulice, którymi chce się chodzić', 'Tramwaj na Skarpę', 'Wzmocnienie mostu Solnego']) {
    await tabTo(name);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name }).waitFor();
  }
});

test('with keys alone: search, open the citation, follow the first answer', async () => {
  await go(PLAN);
  await tabTo(searchPl.searchTitle);
  await page.keyboard.press('Enter');
  await page.getByRole('searchbox').waitFor();
  await tabTo(searchPl.searchLabel);
  await page.keyboard.type('tramwaj na skarpe');
  await page.keyboard.press('Enter');
  await page.getByRole('region', { name: searchPl.searchResults }).waitFor();
  await tabTo('Tramwaj na Skarpę');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: 'Tramwaj na Skarpę' }).waitFor();
  await tabTo(t.cite);
  await page.keyboard.press('Enter');
  assert.ok(await page.locator('.citation').isVisible());
});

test('without script everything is there: the way to a task, search, PDF, share links, the permanent address', async () => {
  const plain = await opened({ javaScriptEnabled: false });
  await go('/pl', plain);
  await plain.getByRole('link', { name: edition.plan.title['pl']! }).click();
  await plain.getByRole('link', { name: 'Tramwaj na Skarpę', exact: true }).click();
  await plain.getByRole('link', { name: 'Wzmocnienie mostu Solnego' }).first().click();
  assert.equal(await h1(plain), 'Wzmocnienie mostu Solnego');
  for (const dead of [t.print, t.copy, t.copyCitation, t.shareNative])
    assert.equal(
      await plain.getByText(dead, { exact: true }).count(),
      0,
      `${dead}: nothing that needs script`,
    );
  for (const share of [t.shareX, t.shareFacebook, t.shareEmail])
    assert.ok(await plain.getByRole('link', { name: share }).isVisible());
  await plain.getByText(t.cite, { exact: true }).click();
  const permanent = plain.getByRole('link', { name: /\/wydanie\/3\/id\// });
  assert.ok(await permanent.isVisible());
  await permanent.click();
  assert.equal(await h1(plain), 'Wzmocnienie mostu Solnego');
  await go(PLAN, plain);
  const pdf = await plain.request.get(await href(plain, t.pdf));
  assert.equal(pdf.headers()['content-type'], 'application/pdf');
  assert.equal((await pdf.body()).subarray(0, 5).toString(), '%PDF-');
  await plain.getByRole('link', { name: searchPl.searchTitle, exact: true }).click();
  await plain.getByRole('searchbox').fill('praki kieszonkowe');
  await plain.getByRole('button', { name: searchPl.searchButton }).click();
  await plain
    .getByRole('region', { name: searchPl.searchResults })
    .getByRole('link', { name: 'Szesnaście parków' })
    .click();
  await plain.getByRole('link', { name: t.why }).first().click();
  assert.equal(await h1(plain), whyPl.whyTitle);
  await plain.context().close();
});

test('the browser complained about nothing on the way', () => {
  assert.deepEqual(allFaults.flat(), []);
});

/** Presses Tab until the named element has the focus; each stop must be seen with a ring around it. */
async function tabTo(name: string): Promise<void> {
  for (let presses = 0; presses < 120; presses += 1) {
    await page.keyboard.press('Tab');
    const at = await focused();
    assert.ok(
      at.name === t.skip || (at.seen && at.ring),
      `${page.url()}: the focus is not seen on ${JSON.stringify(at)}`,
    );
    if (at.name.includes(name)) return;
  }
  assert.fail(`${page.url()}: ${name} is not reached with Tab`);
}

/** What has the focus: its words, whether it is in the window, and whether something is drawn around it. */
async function focused(): Promise<{ name: string; seen: boolean; ring: boolean }> {
  const at = await page.evaluate(() => {
    const one = document.activeElement as HTMLElement;
    const label = one instanceof HTMLInputElement ? (one.labels?.[0]?.textContent ?? '') : one.innerText;
    const box = one.getBoundingClientRect();
    const middle = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
    const style = getComputedStyle(one);
    return {
      name: label || (one.getAttribute('aria-label') ?? ''),
      seen:
        box.bottom > 0 &&
        box.top < innerHeight &&
        (middle === null || one.contains(middle) || middle.contains(one)),
      ring:
        (style.outlineStyle !== 'none' && Number.parseFloat(style.outlineWidth) >= 2) ||
        style.boxShadow !== 'none',
    };
  });
  return { ...at, name: flat(at.name) };
}

async function href(on: Page, name: string): Promise<string> {
  return on.getByRole('link', { name }).evaluate((link) => (link as HTMLAnchorElement).href);
}

/** Every goal of the earlier editions. */
function earlier(): readonly { readonly node: Edition['nodes'][number]; readonly edition: Edition }[] {
  return editionsOf('jasnogrod')
    .slice(0, -1)
    .toReversed()
    .flatMap((one) => one.nodes.map((node) => ({ node, edition: one })));
}
