/** What a first visit costs and whom it talks to: nobody else, nothing refused, within the budget. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser } from 'playwright-core';
import { parseAddress } from '../../src/portal/addresses.ts';
import { launch, watched } from './chromium.ts';
import { everyPath, startPortal, type Portal } from './portal-server.ts';

/** Issue, section 5; kB are 1000 bytes, as transferred, with headers. */
const BUDGET = { withoutFonts: 60_000, withFonts: 140_000, script: 3000 };
let browser: Browser;
let portal: Portal;

before(async () => {
  [browser, portal] = await Promise.all([launch(), startPortal()]);
});
after(async () => {
  await browser.close();
  await portal.close();
});

test('a first visit to each kind of page asks nobody else, is refused nothing and keeps the budget', async () => {
  const heaviest = { withoutFonts: 0, withFonts: 0, script: 0 };
  for (const path of onePathOfEachKind()) {
    const { context, faults } = await watched(browser, portal.url);
    const page = await context.newPage();
    const devtools = await context.newCDPSession(page);
    const types = new Map<string, string>();
    const cost = { withoutFonts: 0, withFonts: 0, script: 0 };
    await devtools.send('Network.enable');
    devtools.on('Network.responseReceived', ({ requestId, type }) => types.set(requestId, type));
    devtools.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
      const type = types.get(requestId);
      cost.withFonts += encodedDataLength;
      if (type !== 'Font') cost.withoutFonts += encodedDataLength;
      // The filter of the index from A to Z is counted apart.
      if (type === 'Script') cost.script += encodedDataLength;
    });
    await page.goto(portal.url + path);
    await page.evaluate(() => document.fonts.ready);
    assert.deepEqual(faults, [], path);
    if (parseAddress(path.split('?')[0]!)?.kind === 'search') cost.script = 0;
    for (const key of ['withoutFonts', 'withFonts', 'script'] as const) {
      assert.ok(cost[key] <= BUDGET[key], `${path}: ${cost[key]} bytes ${key}`);
      heaviest[key] = Math.max(heaviest[key], cost[key]);
    }
    assert.ok(cost.withoutFonts > 5000, `${path}: measured`);
    assert.equal(
      await page.evaluate(() => document.cookie.length + localStorage.length + sessionStorage.length),
      0,
      path,
    );
    await context.close();
  }
  assert.ok(heaviest.script > 200 && heaviest.withFonts > heaviest.withoutFonts, JSON.stringify(heaviest));
});

test('the policy of the answer refuses foreign and inline script', async () => {
  const { context, faults } = await watched(browser, portal.url);
  const page = await context.newPage();
  await page.goto(`${portal.url}/pl`);
  await page.evaluate(() => {
    const inline = document.createElement('script');
    inline.textContent = 'window.ran = true';
    document.head.append(inline);
    const image = document.createElement('img');
    image.src = 'https://elsewhere.example/pixel.png';
    document.body.append(image);
  });
  assert.equal(await page.evaluate(() => 'ran' in window), false);
  const refused = faults.filter((fault) => fault.includes('Content Security Policy'));
  assert.ok(refused.length >= 2, faults.join('\n'));
  await context.close();
});

/** One of each kind of page in the fuller plan, the most visited kinds in the other plan and language; no page, too. */
function onePathOfEachKind(): readonly string[] {
  const found = new Map<string, string>();
  for (const { path, kind, locale } of everyPath()) {
    if (kind !== 'page') continue;
    const at = parseAddress(path)!;
    const city = 'city' in at ? at.city : '';
    const rest = city === 'torun' || locale === 'en';
    if (rest && !['home', 'item', 'search', 'progress', 'installation'].includes(at.kind)) continue;
    if (city === 'torun' && locale === 'en') continue;
    const past = 'edition' in at && at.edition !== null;
    if (past && (locale === 'en' || !['home', 'item'].includes(at.kind))) continue;
    found.set(`${locale} ${city} ${at.kind} ${past} ${path === '/'}`, path);
  }
  const plan = '/jasnogrod/strategia-2032';
  return [...found.values(), `${plan}/1`, `${plan}/szukaj?q=miasto`, `${plan}/9.9`];
}
