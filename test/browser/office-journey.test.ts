/**
 * The way of somebody who starts with nothing: the first link, the page of the city pasted, the proposal looked at, the
 * plan saved and published, and the portal shows it. In a browser, on both databases; and no step needs more than a click.
 */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import type { Browser } from 'playwright-core';
import { freshServerDatabase } from '../../src/database/testing.ts';
import { tooWide, violations } from './checks.ts';
import { launch, watched } from './chromium.ts';
import { serveOffice } from './office-installation.ts';

/** The facts of the page, as the city published it. */
const PAGE = readFileSync('examples/torun/page.txt', 'utf8');
const PASSWORD = 'four horses ride at night';

let browser: Browser;
before(async () => {
  browser = await launch();
});
after(() => browser.close());

for (const engine of ['embedded', 'server'] as const)
  test(`from the first link to a published plan (${engine})`, async () => {
    const fresh = engine === 'server' ? await freshServerDatabase() : null;
    const office = await serveOffice(fresh?.url ?? null);
    try {
      const { context, faults } = await watched(browser, office.url, {
        viewport: { width: 1280, height: 900 },
      });
      context.setDefaultTimeout(20_000);
      const page = await context.newPage();
      const began = performance.now();
      let looked = 0;
      const sound = async (name: string): Promise<void> => {
        const at = performance.now();
        assert.deepEqual(await violations(page), [], name);
        looked += performance.now() - at;
      };

      await page.goto(office.firstLink);
      await sound('first link');
      await page.getByLabel('Imię i nazwisko').fill('Maria Zielna');
      await page.getByLabel('E-mail').fill('maria@city.example');
      await page.getByLabel('Hasło', { exact: true }).fill(PASSWORD);
      await page.getByRole('button', { name: 'Załóż konto' }).click();
      await page.getByRole('link', { name: 'Toruń' }).click();
      await sound('home of the city');

      await page.getByRole('link', { name: 'Nowy plan' }).click();
      await page.getByLabel('Wklej tekst').fill(PAGE);
      await page.getByRole('button', { name: 'Pokaż propozycję' }).click();
      await page.getByRole('heading', { name: 'Propozycja planu' }).waitFor();
      await sound('proposal');
      await page.getByLabel('Tytuł').last().fill('Strategia z przeglądarki');
      await page.locator('[name=slug]').fill('z-przegladarki');
      await page.locator('[name=endYear]').fill('2028');
      await page.getByRole('button', { name: 'Zapisz plan' }).click();
      await page.waitForURL(/\/plans\/z-przegladarki/u);
      await sound('plan');
      assert.equal((await page.getByText('Rozwój kapitału ludzkiego i społecznego').count()) > 0, true);

      await page.getByRole('link', { name: 'Publikacja' }).first().click();
      await sound('publication');
      await page.getByRole('button', { name: /^Publikuj/u }).click();
      await page.waitForURL(/done=/u);
      const seconds = (performance.now() - began - looked) / 1000;
      assert.ok(seconds < 120, `two minutes of clicks, but it took ${seconds.toFixed(0)} s`);

      await page.goto(`${office.url}/torun/z-przegladarki/cele`);
      assert.equal(await page.getByText('Rozwój kapitału ludzkiego i społecznego').count(), 1);
      assert.deepEqual(await tooWide(page), []);
      assert.deepEqual(faults, []);
      await context.close();
    } finally {
      await office.close();
      await fresh?.drop();
    }
  });
