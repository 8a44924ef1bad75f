/**
 * Every kind of page in both languages, light and dark: no axe violation of WCAG 2.2 AA or of a best practice, nothing
 * wider than a phone of 320 px, nothing on the console, no request to anybody else, and no more bytes than the budget.
 */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import type { Edition } from '../../src/edition/edition.ts';
import { address, type Address, type ItemRef } from '../../src/portal/addresses.ts';
import { indexOf } from '../../src/portal/shelf.ts';
import { LOCALES, type Locale } from '../../src/text/locale.ts';
import { EXAMPLES } from '../portal.ts';
import { tooWide, violations } from './checks.ts';
import { launch, watched } from './chromium.ts';
import { servePages, type Served } from './pages.ts';

/** Bytes of a first visit: everything but fonts, and all together; and of all scripts. */
const BUDGET = { withoutFonts: 60_000, withFonts: 140_000, scripts: 3_000 };

let browser: Browser;
let served: Served;
let context: BrowserContext;
let faults: readonly string[];
let page: Page;

before(async () => {
  [browser, served] = await Promise.all([launch(), servePages(EXAMPLES)]);
  ({ context, faults } = await watched(browser, served.url, { viewport: { width: 1280, height: 900 } }));
  context.setDefaultTimeout(30_000);
  page = await context.newPage();
});
after(async () => {
  await browser.close();
  await served.close();
});

for (const locale of LOCALES)
  for (const [name, path] of kinds(locale))
    test(`${locale} ${name}`, async () => {
      served.sent.clear();
      await page.emulateMedia({ colorScheme: 'light' });
      await page.setViewportSize({ width: 1280, height: 900 });
      await page.goto(served.url + path, { waitUntil: 'load' });
      await page.evaluate(() => document.fonts.ready.then(() => null));
      assert.deepEqual(await violations(page), [], 'light');
      await page.emulateMedia({ colorScheme: 'dark' });
      assert.deepEqual(await violations(page, ['color-contrast', 'link-in-text-block']), [], 'dark');
      await page.setViewportSize({ width: 320, height: 640 });
      assert.deepEqual(await tooWide(page), [], '320 px');
      assert.deepEqual(
        await violations(page, ['target-size', 'color-contrast', 'scrollable-region-focusable']),
        [],
        '320 px, dark',
      );
    });

test('a first visit keeps the budget: page, style, script, fonts', async () => {
  const measured: Record<string, number>[] = [];
  for (const path of [
    '/jasnogrod/strategia-2032',
    '/jasnogrod/strategia-2032/2.2',
    '/torun/cele-2028',
    '/jasnogrod/strategia-2032/cele',
  ]) {
    const { context: fresh } = await watched(browser, served.url);
    served.sent.clear();
    const visit = await fresh.newPage();
    await visit.goto(served.url + path, { waitUntil: 'networkidle' });
    const sum = (filter: (path: string) => boolean): number =>
      [...served.sent].reduce((all, [one, bytes]) => all + (filter(one) ? bytes : 0), 0);
    const now = {
      withoutFonts: sum((one) => !one.endsWith('.woff2')),
      withFonts: sum(() => true),
      scripts: sum((one) => one.endsWith('.js')),
    };
    measured.push(now);
    for (const [what, most] of Object.entries(BUDGET))
      assert.ok(now[what as keyof typeof now] <= most, `${path}: ${what} ${JSON.stringify(now)}`);
    await fresh.close();
  }
  console.log(`first visits, bytes: ${JSON.stringify(measured)}`);
});

test('without script the row shows PDF, sharing and the permanent address; with it also print and copy', async () => {
  const path = '/jasnogrod/strategia-2032/2.2';
  const { context: bare } = await watched(browser, served.url, { javaScriptEnabled: false });
  const plain = await bare.newPage();
  await plain.goto(served.url + path);
  for (const name of ['Pobierz PDF', 'Udostępnij na X', 'Udostępnij na Facebooku', 'Wyślij e-mailem'])
    assert.equal(await plain.getByRole('link', { name }).count(), 1, name);
  assert.equal(await plain.getByRole('button').count(), 0);
  await plain.getByText('Zacytuj', { exact: true }).click();
  assert.ok(await plain.locator('.citation').isVisible());
  await bare.close();
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.goto(served.url + path);
  await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: served.url });
  await page.getByRole('button', { name: 'Kopiuj adres' }).click();
  await page.getByRole('button', { name: 'Skopiowano' }).waitFor();
  assert.equal(await page.evaluate(() => navigator.clipboard.readText()), served.url + path);
  assert.equal(await page.getByRole('button', { name: 'Drukuj' }).count(), 1);
});

test('at 400 % zoom and with forced colours the page keeps everything and scrolls one way', async () => {
  // 1280 px at 400 % are 320 CSS pixels; text spacing of WCAG 1.4.12 on top.
  await page.setViewportSize({ width: 320, height: 256 });
  for (const path of [
    '/jasnogrod/strategia-2032',
    '/jasnogrod/strategia-2032/2.2.3',
    '/torun/cele-2028/cele',
  ]) {
    await page.goto(served.url + path);
    await page.evaluate(() => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(
        '* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important }',
      );
      document.adoptedStyleSheets.push(sheet);
    });
    assert.deepEqual(await tooWide(page), [], path);
  }
  await page.emulateMedia({ forcedColors: 'active' });
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.goto(`${served.url}/jasnogrod/strategia-2032`);
  assert.deepEqual(await violations(page, ['target-size']), []);
  await page.emulateMedia({ forcedColors: 'none' });
});

test('nothing was complained of and nobody else was asked', () => {
  assert.deepEqual(
    faults.filter((fault) => !fault.includes('404 (Not Found)')),
    [],
  );
});

/** One page of each kind. */
function kinds(locale: Locale): readonly (readonly [string, string])[] {
  const jasnogrod = EXAMPLES.findLast((e) => e.city.slug === 'jasnogrod')!;
  const torun = EXAMPLES.findLast((e) => e.city.slug === 'torun')!;
  const of = (edition: Edition, past: number | null = null) => ({
    locale,
    city: edition.city.slug,
    plan: edition.plan.slug,
    edition: past,
  });
  const index = indexOf(jasnogrod);
  const task = (verdict: string): ItemRef => {
    const found = jasnogrod.results.delivery.tasks.find((d) => d.verdict === verdict)!;
    return index.ref(index.item(found.id)!);
  };
  const at = (name: string, to: Address): readonly [string, string] => [name, address(to)];
  return [
    at('installation', { kind: 'installation', locale }),
    at('city', { kind: 'city', locale, city: 'jasnogrod' }),
    at('home', { kind: 'home', ...of(jasnogrod) }),
    at('home of goals alone', { kind: 'home', ...of(torun) }),
    at('goals', { kind: 'goals', ...of(jasnogrod) }),
    at('goals alone', { kind: 'goals', ...of(torun) }),
    at('progress', { kind: 'progress', ...of(jasnogrod) }),
    at('progress without tasks', { kind: 'progress', ...of(torun) }),
    at('changes', { kind: 'changes', ...of(jasnogrod) }),
    at('search', { kind: 'search', ...of(jasnogrod) }),
    (([name, path]) => [name, `${path}?q=park`] as const)(
      at('search with an answer', { kind: 'search', ...of(jasnogrod) }),
    ),
    at('data', { kind: 'data', ...of(jasnogrod) }),
    at('method', { kind: 'method', ...of(jasnogrod) }),
    at('accessibility', { kind: 'accessibility', ...of(jasnogrod) }),
    at('why of the plan', { kind: 'why', ...of(jasnogrod) }),
    at('why of a node', { kind: 'item-why', ...of(jasnogrod), item: { code: '2.2' } }),
    at('why of a task', { kind: 'item-why', ...of(jasnogrod), item: task('behind') }),
    at('node', { kind: 'item', ...of(jasnogrod), item: { code: '2.2' } }),
    at('node above nodes', { kind: 'item', ...of(jasnogrod), item: { code: '2' } }),
    at('node of goals alone', { kind: 'item', ...of(torun), item: { code: '2.10' } }),
    at('task on its way', { kind: 'item', ...of(jasnogrod), item: task('behind') }),
    at('silent task', { kind: 'item', ...of(jasnogrod), item: task('no-report') }),
    at('stopped task', { kind: 'item', ...of(jasnogrod), item: task('stopped') }),
    at('past home', { kind: 'home', ...of(jasnogrod, 1) }),
    at('past node', { kind: 'item', ...of(jasnogrod, 1), item: { code: '2' } }),
    at('no page in a plan', { kind: 'item', ...of(jasnogrod), item: { code: '99' } }),
    [`no page`, locale === 'pl' ? '/nic/tu/nie/ma' : '/en/nothing/is/here'],
  ];
}
