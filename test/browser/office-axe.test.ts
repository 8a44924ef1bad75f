/**
 * Every page of the office that can be opened, in Polish and English: no axe violation; in Polish in the dark too, and nothing
 * wider than a phone of 320 px. Nothing on the console. The pages come from the table of routes, so a new one is checked by being there.
 */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { PATTERN } from '../../src/office/addresses.ts';
import { ROUTES } from '../../src/office/routes.ts';
import { LOCALES } from '../../src/text/locale.ts';
import { tooWide, violations } from './checks.ts';
import { launch, watched } from './chromium.ts';
import { serveOffice, type ServedOffice } from './office-installation.ts';

const PASSWORD = 'four horses ride at night';
const paths = [
  ...new Set(ROUTES.filter((route) => route.method === 'GET').map((route) => route.path)),
].filter((path) => !path.endsWith('/*') && !path.endsWith('.csv') && !path.includes('/single-sign-on'));
/** Doors that open with a one-time link alone: without one they say that it is missing. */
const DOORS = new Set([
  '/office/reset',
  '/office/first',
  '/office/invitation',
  '/office/new-e-mail',
  '/office/second-factor',
]);

let browser: Browser;
let office: ServedOffice;
let page: Page;
let faults: readonly string[];
const known: Record<string, string> = { city: 'jasnogrod', plan: 'strategia-2032' };

before(async () => {
  [browser, office] = await Promise.all([launch(), serveOffice(null)]);
  const made = await watched(browser, office.url, { viewport: { width: 1280, height: 900 } });
  made.context.setDefaultTimeout(30_000);
  faults = made.faults;
  page = await made.context.newPage();
  await page.goto(office.firstLink);
  await page.getByLabel('Imię i nazwisko').fill('Maria Zielna');
  await page.getByLabel('E-mail').fill('maria@city.example');
  await page.getByLabel('Hasło', { exact: true }).fill(PASSWORD);
  await page.getByRole('button', { name: 'Załóż konto' }).click();
  await page.waitForURL(/done=/u);
  // Ids for the addresses that have one are taken from the pages themselves.
  await page.goto(`${office.url}/office/jasnogrod/plans/strategia-2032`);
  known['item'] = await idIn(/\/items\/([0-9a-f-]{36})/u);
  await page.goto(`${office.url}/office/jasnogrod/people`);
  known['person'] = await idIn(/\/people\/([0-9a-f-]{36})/u);
});
after(async () => {
  await browser.close();
  await office.close();
});

async function idIn(pattern: RegExp): Promise<string> {
  const found = pattern.exec(await page.content());
  assert.ok(found, `${page.url()} has no ${pattern.source}`);
  return found[1]!;
}

test('the table of routes is the table of addresses', () => {
  assert.ok(paths.length > 25, `only ${paths.length} pages`);
  assert.ok(paths.includes(PATTERN.plan));
});

for (const path of paths)
  test(`GET ${path}`, async () => {
    const names = [...path.matchAll(/:(\w+)/gu)].map((match) => match[1]!);
    const filled = path.replaceAll(
      /:(\w+)/gu,
      (_, name: string) => known[name] ?? '00000000-0000-7000-8000-000000000000',
    );
    for (const locale of LOCALES.toReversed()) {
      await page.emulateMedia({ colorScheme: 'light' });
      await page.setViewportSize({ width: 1280, height: 900 });
      const answer = await page.goto(`${office.url}${filled}?lang=${locale}`);
      const status = answer?.status() ?? 0;
      // An id that we do not have leads to the page that says so, which is checked as well.
      const asked = names.some((name) => known[name] === undefined) ? [200, 404] : [200];
      assert.ok((DOORS.has(path) ? [200, 410] : asked).includes(status), `${locale}: status ${status}`);
      assert.deepEqual(await violations(page), [], `${locale}, light`);
      if (locale === 'en') continue;
      await page.emulateMedia({ colorScheme: 'dark' });
      assert.deepEqual(await violations(page, ['color-contrast']), [], `${locale}, dark`);
      await page.setViewportSize({ width: 320, height: 640 });
      assert.deepEqual(await tooWide(page), [], `${locale}, 320 px`);
      assert.deepEqual(await violations(page, ['target-size']), [], `${locale}, 320 px`);
    }
  });

test('nothing was refused, failed or asked of anybody else', () => {
  assert.deepEqual(
    faults.filter((fault) => !/status of 4(04|10)/u.test(fault)),
    [],
  );
});
