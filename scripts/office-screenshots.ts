/**
 * Takes the guide's pictures of the office, on the way from the first link to a published plan:
 * `node --import @oxc-node/core/register scripts/office-screenshots.ts`.
 */
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { launch } from '../test/browser/chromium.ts';
import { serveOffice } from '../test/browser/office-installation.ts';

const FOLDER = 'docs/guide/images';

mkdirSync(FOLDER, { recursive: true });
const office = await serveOffice(null);
const browser = await launch();
const page = await browser.newPage({ viewport: { width: 1280, height: 900 }, locale: 'pl-PL' });
const shot = (name: string) => page.screenshot({ path: join(FOLDER, `${name}.png`) });

await page.goto(office.firstLink);
await shot('office-1-first');
await page.getByLabel('Imię i nazwisko').fill('Maria Zielna');
await page.getByLabel('E-mail').fill('maria@city.example');
await page.getByLabel('Hasło', { exact: true }).fill('four horses ride at night');
await page.getByRole('button', { name: 'Załóż konto' }).click();
await page.waitForURL(/done=/u);
await page.goto(`${office.url}/office/torun/new-plan`);
await page.getByLabel('Wklej tekst').fill(readFileSync('examples/torun/page.txt', 'utf8'));
await page.getByRole('button', { name: 'Pokaż propozycję' }).click();
await page.getByRole('heading', { name: 'Propozycja planu' }).waitFor();
await shot('office-2-proposal');
await page.goto(`${office.url}/office/jasnogrod/plans/strategia-2032`);
await page.locator('[role=treegrid]').waitFor();
await shot('office-3-plan');
await page.goto(`${office.url}/office/jasnogrod`);
await shot('office-4-home');
await browser.close();
await office.close();
