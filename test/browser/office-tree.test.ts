/**
 * The plan's tree in a browser on the real server: dragged by mouse and by keyboard, refused, taken back, and the plain
 * list with its form where no script runs.
 */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';
import type { TreeData, TreeItem } from '../../src/office/tree-data.ts';
import { tooWide, violations } from './checks.ts';
import { launch, watched } from './chromium.ts';
import { serveOffice } from './office-server.ts';
import type { ServedOffice } from './office-server.ts';

/** A plan in preparation: its numbers follow its places. */
const TEXT = readFileSync('examples/torun/page.txt', 'utf8');
const PLAN = '/office/torun/plans/z-przegladarki';

let browser: Browser;
let office: ServedOffice;
let context: BrowserContext;
let faults: readonly string[];
let page: Page;
before(async () => {
  [browser, office] = await Promise.all([launch(), serveOffice(null)]);
  ({ context, faults } = await watched(browser, office.url, { viewport: { width: 1280, height: 2600 } }));
  context.setDefaultTimeout(6_000);
  page = await context.newPage();
  await page.goto(office.firstLink);
  await page.getByLabel('Imię i nazwisko').fill('Maria Zielna');
  await page.getByLabel('E-mail').fill('maria@city.example');
  await page.getByLabel('Hasło', { exact: true }).fill('four horses ride at night');
  await page.getByRole('button', { name: 'Załóż konto' }).click();
  await page.getByRole('link', { name: 'Toruń' }).click();
  await page.getByRole('link', { name: 'Nowy plan' }).click();
  await page.getByLabel('Wklej tekst').fill(TEXT);
  await page.getByRole('button', { name: 'Pokaż propozycję' }).click();
  await page.getByLabel('Tytuł').last().fill('Strategia z przeglądarki');
  await page.locator('[name=slug]').fill('z-przegladarki');
  await page.locator('[name=endYear]').fill('2028');
  await page.getByRole('button', { name: 'Zapisz plan' }).click();
  await page.waitForURL(/\/plans\/z-przegladarki/u);
});
after(async () => {
  await browser.close();
  await office.close();
});

const top = (of: Page = page): Promise<string[]> => labels(of, "[data-level='1']");
async function labels(of: Page, which: string): Promise<string[]> {
  const found = await of.locator(`.plan-tree .row${which} .label`).allTextContents();
  return found.map((text) => text.trim().slice(0, 24));
}
const said = (): Promise<string> => page.locator('.tree-said').innerText();
const focused = (): Promise<string> =>
  page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? '');

async function open(): Promise<void> {
  await page.goto(`${office.url}${PLAN}`);
  await page.locator('.plan-tree .row').first().waitFor();
}

/** Drags one row by its handle onto the middle or the lower edge of another. */
async function drag(from: Locator, onto: Locator, edge: 0.5 | 0.96): Promise<void> {
  await onto.scrollIntoViewIfNeeded();
  const grip = (await from.locator('.grip').boundingBox())!;
  await page.mouse.move(grip.x + grip.width / 2, grip.y + grip.height / 2);
  await page.mouse.down();
  const box = (await onto.boundingBox())!;
  const y = box.y + box.height * edge;
  for (const step of [-9, 6, 0, 0]) await page.mouse.move(box.x + 200, y + step, { steps: 4 });
  await page.mouse.up();
}
const tops = (): Locator => page.locator(".plan-tree .row[data-level='1']");

async function foldAll(): Promise<void> {
  const unfolded = page.locator('.plan-tree .row[data-expanded] .fold-mark');
  while ((await unfolded.count()) > 0) await unfolded.last().click();
}

async function confirm(): Promise<void> {
  const dialog = page.getByRole('dialog');
  await dialog.waitFor();
  await dialog.getByRole('button', { name: 'Zrób to' }).click();
  await page.locator('.tree-said[data-kind=done]').waitFor();
}

test('a row is dragged by mouse, numbers are shown before, and it is taken back', async () => {
  await open();
  await foldAll();
  const before = await top();
  await drag(tops().nth(0), tops().nth(1), 0.96);
  const dialog = page.getByRole('dialog');
  await dialog.waitFor();
  assert.ok((await dialog.getByRole('row').count()) > 1, 'the numbers that change');
  assert.deepEqual(await violations(page), []);
  await dialog.getByRole('button', { name: 'Anuluj' }).click();
  assert.deepEqual(await top(), before);
  assert.equal(await said(), 'Nic się nie zmieniło.');

  await drag(tops().nth(0), tops().nth(1), 0.96);
  await confirm();
  const now = await top();
  assert.notDeepEqual(now, before);
  assert.match(await said(), /^Przeniesiono: 2/u);
  assert.deepEqual(await violations(page), []);
  await page.reload();
  assert.deepEqual(await top(), now, 'the server has it');
  await page.getByRole('button', { name: 'Cofnij' }).click();
  await page.getByText('Cofnięto.').waitFor();
  assert.deepEqual(await top(), before);
});

test('a row is dragged by keyboard alone, and folding meanwhile loses nothing', async () => {
  await open();
  const before = await top();
  const press = async (...keys: string[]): Promise<void> => {
    for (const key of keys) {
      await page.keyboard.press(key);
      await page.waitForTimeout(60);
    }
  };
  const first = page.locator('.plan-tree .row').first();
  await first.focus();
  if ((await first.getAttribute('aria-expanded')) !== 'true') await press('ArrowRight');
  // A row inside the branch, dragged; its branch is asked to fold while it is.
  await press('ArrowDown');
  for (let i = 0; i < 3 && !(await focused()).startsWith('Przeciągnij'); i++) await press('ArrowRight');
  const name = (await focused()).replace('Przeciągnij ', '');
  await press('Enter');
  assert.match(await focused(), /^(Umieść|Upuść)/u);
  const spoken = page.locator('[aria-live]').filter({ hasText: 'Rozpoczęto przeciąganie' });
  await spoken.first().waitFor({ state: 'attached' });
  const rows = await page.locator('.plan-tree .row').count();
  for (let i = 0; i < 30 && !(await focused()).startsWith('Upuść na 1 '); i++) await press('ArrowUp');
  assert.match(await focused(), /^Upuść na 1 /u);
  await press('ArrowLeft', 'ArrowLeft');
  assert.equal(await page.locator('.plan-tree .row').count(), rows, 'nothing folds during a drag');
  await press('Escape');
  assert.equal(await focused(), `Przeciągnij ${name}`, 'the keyboard is back at the handle');

  await first.focus();
  for (let i = 0; i < 3 && !(await focused()).startsWith('Przeciągnij'); i++) await press('ArrowRight');
  await press('Enter');
  for (let i = 0; i < 30 && !/^Umieść (między 2|za 2)/u.test(await focused()); i++) await press('ArrowDown');
  await press('Enter');
  await confirm();
  assert.notDeepEqual(await top(), before);
  await page.waitForFunction(() => document.activeElement?.matches('.plan-tree .row'));
  await page.getByRole('button', { name: 'Cofnij' }).first().click();
  await page.getByText('Cofnięto.').waitFor();
  assert.deepEqual(await top(), before);
});

test('what the server refuses goes back to its place, with the reason', async () => {
  await open();
  const last = tops().last();
  const other = await context.newPage();
  await other.goto(`${office.url}${await last.getByRole('link', { name: 'Przenieś' }).getAttribute('href')}`);
  await other.getByText('Przenieś do kosza').first().click();
  await other.locator('button[value=remove]').click();
  await other.getByRole('button', { name: 'Zrób to' }).click();
  await other.getByRole('button', { name: 'Cofnij' }).first().waitFor();

  const before = await labels(page, '');
  await drag(page.locator(".plan-tree .row[data-level='2']").first(), last, 0.5);
  const alert = page.getByRole('alert').filter({ hasText: 'Wszystko zostało na swoim miejscu.' });
  await alert.waitFor();
  assert.match(await alert.innerText(), /\S.{10,}[.] Wszystko zostało/u);
  assert.deepEqual(await labels(page, ''), before);

  await other.getByRole('button', { name: 'Cofnij' }).first().click();
  await other.getByText('Cofnięto.').waitFor();
  await other.close();
});

test('folds are kept, chosen rows are sent even from a folded branch', async () => {
  await open();
  const first = page.locator('.plan-tree .row').first();
  if ((await first.getAttribute('aria-expanded')) !== 'true') await first.locator('.fold-mark').click();
  await page.locator(".plan-tree .row[data-level='2'] input").first().check();
  await first.locator('.fold-mark').click();
  assert.equal(await first.getAttribute('aria-expanded'), 'false');
  await page.reload();
  assert.equal(await page.locator('.plan-tree .row').first().getAttribute('aria-expanded'), 'false');
  await page.locator('.plan-tree .row').first().locator('.fold-mark').click();
  await page.locator(".plan-tree .row[data-level='2'] input").first().check();
  await page.locator('.plan-tree .row').first().locator('.fold-mark').click();
  await page.getByRole('button', { name: 'Zmień wybrane…' }).click();
  await page.getByRole('heading', { name: 'Zmień wiele pozycji naraz' }).waitFor();
  assert.equal(await page.locator('[name=id]').count(), 1);
});

test('without a script the list, its links and the move form are there', async () => {
  const plain = await browser.newContext({
    javaScriptEnabled: false,
    locale: 'pl-PL',
    storageState: await context.storageState(),
  });
  const bare = await plain.newPage();
  await bare.goto(`${office.url}${PLAN}`);
  assert.equal(await bare.locator('.plan-tree').count(), 0);
  assert.ok((await bare.locator('ul.tree > li').count()) > 1);
  await bare.locator('ul.tree').getByRole('link', { name: 'Przenieś' }).first().click();
  await bare.locator('select[name=parentId]').waitFor();
  assert.equal(await bare.getByRole('button', { name: 'Pokaż, co się zmieni' }).first().isVisible(), true);
  await plain.close();
});

test('the tree fits a narrow window, and the browser has nothing to complain about', async () => {
  await page.setViewportSize({ width: 320, height: 800 });
  await open();
  assert.deepEqual(await tooWide(page), []);
  assert.deepEqual(
    await page
      .locator('.plan-tree .row :is(a, button)')
      .evaluateAll((all) => all.filter((one) => one.getBoundingClientRect().right > innerWidth).length),
    0,
  );
  assert.deepEqual(await violations(page), []);
  // The refusal of the third test is itself an answer that failed.
  assert.deepEqual(
    faults.filter((fault) => !fault.includes('409 (Conflict)')),
    [],
  );
});

test('a thousand goals with three thousand tasks open within a second', async () => {
  await page.setViewportSize({ width: 1280, height: 1000 });
  const script = await page.locator('script[src*="/tree-"]').getAttribute('src');
  const data = JSON.parse((await page.locator('[data-tree]').getAttribute('data-tree'))!) as TreeData;
  const item = (id: string, kind: 'node' | 'task', level: number, children: TreeItem[] = []): TreeItem => ({
    id,
    kind,
    level,
    code: id.replaceAll('-', '.'),
    title: `Pozycja numer ${id}`,
    ...(children.length > 0 ? { children } : {}),
  });
  const ten = <T>(make: (n: number) => T, n = 10): T[] => Array.from({ length: n }, (_, i) => make(i + 1));
  const roots = ten((a) =>
    item(
      `${a}`,
      'node',
      0,
      ten((b) =>
        item(
          `${a}-${b}`,
          'node',
          1,
          ten((c) =>
            item(
              `${a}-${b}-${c}`,
              'node',
              2,
              ten((d) => item(`${a}-${b}-${c}-${d}`, 'task', 3), 3),
            ),
          ),
        ),
      ),
    ),
  );
  const json = JSON.stringify({ ...data, levels: 3, folded: true, roots });
  await page.route('**/office/thousand', (route) =>
    route.fulfill({
      contentType: 'text/html',
      body: `<!doctype html><html lang="pl"><title>x</title><form id="chosen"></form><div data-tree="${json.replaceAll('"', '&quot;')}"></div><script>const began = performance.now()</script><script src="${script}"></script><script>document.title = String(performance.now() - began)</script>`,
    }),
  );
  await page.goto(`${office.url}/office/thousand`);
  assert.equal(await page.locator('.plan-tree .row').count(), 10);
  const ms = Number(await page.title());
  assert.ok(ms < 1000, `${ms} ms`);

  // Left with everything unfolded, it comes back with as many rows as open quickly.
  await page.evaluate(
    (ids) => sessionStorage.setItem(`tree ${location.pathname}`, JSON.stringify(ids)),
    roots.flatMap((a) => [a.id, ...(a.children ?? []).map(({ id }) => id)]),
  );
  await page.reload();
  const rows = await page.locator('.plan-tree .row').count();
  assert.ok(rows > 100 && rows <= 300, `${rows} rows`);
});
