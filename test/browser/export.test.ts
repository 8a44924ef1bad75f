/** The export opened from a disk: every link leads to a file, the index from A to Z works, nothing else is asked. */
import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, normalize, relative } from 'node:path';
import { after, before, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import type { AxeResults, RunOptions } from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { exportPortal } from '../../src/cli/export.ts';
import { loadAssets } from '../../src/system/assets.ts';
import { searchWords } from '../../src/text/search-words.ts';
import { whyWords } from '../../src/text/why-words.ts';
import { portalMessages } from '../../src/text/portal.ts';
import { launch, watched } from './chromium.ts';
import { newestOf } from './portal-server.ts';
import { flat, sideways } from './reading.ts';

const t = portalMessages('pl');
const searchPl = searchWords('pl');
const PLAN = 'jasnogrod/strategia-2032';
const editions = [newestOf('jasnogrod'), newestOf('torun')];
const folder = mkdtempSync(join(tmpdir(), 'horyzont-export-'));
const AXE = readFileSync('node_modules/axe-core/axe.min.js', 'utf8');
let browser: Browser;
let page: Page;
let faults: readonly string[];

before(async () => {
  browser = await launch();
  const assets = await loadAssets(process.cwd());
  await exportPortal({
    editions,
    editionBytes: (city, _plan, number) => readFile(`examples/${city}/edition-${number}.json`),
    folder,
    assets: assets.paths,
    assetsFolder: assets.folder,
    origin: null,
    productVersion: '0.0.0-test',
    // Documents and pictures have their own tests; here it matters that their files are there.
    make: (recipe) => Promise.resolve(Buffer.from(recipe.make)),
    without: [],
    progress: () => {},
  });
  const opened = await watched(browser, null, { viewport: { width: 1280, height: 900 } });
  faults = opened.faults;
  page = await opened.context.newPage();
});
after(async () => {
  await browser.close();
  rmSync(folder, { recursive: true });
});

const open = (file: string, on: Page = page) => on.goto(pathToFileURL(join(folder, file)).href);
const main = (on: Page = page) => on.getByRole('main');
const h1 = async (on: Page = page) => flat(await on.getByRole('heading', { level: 1 }).innerText());

test('every link, picture, style and script of every page is a file of the export', async () => {
  const files = (await readdir(folder, { recursive: true, withFileTypes: true }))
    .filter((one) => one.isFile())
    .map((one) => relative(folder, join(one.parentPath, one.name)));
  const there = new Set(files);
  const ids = new Map<string, ReadonlySet<string>>();
  const broken: string[] = [];
  const anchors: [string, string, string][] = [];
  let links = 0;
  for (const file of files.filter((one) => one.endsWith('.html'))) {
    const html = await readFile(join(folder, file), 'utf8');
    ids.set(file, new Set([...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id!)));
    for (const [, address = ''] of html.matchAll(/ (?:href|src|action)="([^"]*)"/g)) {
      links += 1;
      if (/^(?:https?:|mailto:|tel:)/.test(address)) continue;
      const [path = '', anchor = ''] = address.replace(/\?[^#]*/, '').split('#');
      const target = path === '' ? file : normalize(join(dirname(file), decodeURIComponent(path)));
      if (!there.has(target)) broken.push(`${file}: ${address}`);
      else if (anchor !== '') anchors.push([file, target, decodeURIComponent(anchor)]);
    }
  }
  assert.deepEqual(broken.slice(0, 10), [], `${broken.length} of ${links} links are broken`);
  const lost = anchors.filter(([, target, anchor]) => ids.has(target) && !ids.get(target)!.has(anchor));
  assert.deepEqual(lost.slice(0, 10), []);
  assert.ok(files.length > 3000 && links > 50_000, `${files.length} files, ${links} links`);
});

test('from the first file to a task, in both languages, back by the breadcrumb', async () => {
  await open('index.html');
  await page.getByRole('link', { name: editions[0]!.plan.title['pl']! }).click();
  for (const name of ['Ulice, którymi chce się chodzić', 'Tramwaj na Skarpę', 'Wzmocnienie mostu Solnego']) {
    await main().getByRole('link', { name }).first().click();
    assert.equal(await h1(), name);
  }
  await page.getByRole('link', { name: t.otherLanguage, exact: true }).click();
  assert.equal(await page.locator('html').getAttribute('lang'), 'en');
  await page
    .getByRole('navigation', { name: portalMessages('en').crumbs })
    .getByRole('link')
    .last()
    .click();
  assert.equal(await h1(), editions[0]!.nodes.find((one) => one.code === '3.4')!.title!['en']);
  await page
    .getByRole('link', { name: portalMessages('en').why })
    .first()
    .click();
  assert.equal(await h1(), whyWords('en').whyTitle);
});

test('a local copy says so where an address would stand', async () => {
  await open(`${PLAN}/1.1/index.html`);
  await page.getByText(t.cite, { exact: true }).click();
  assert.ok(flat(await page.locator('.citation').innerText()).includes(t.localCopy));
  assert.equal(await page.locator('a[href*="x.com"], a[href*="facebook.com"]').count(), 0);
});

test('the index from A to Z: filtered with script, asked by the form, read without script', async () => {
  const file = `${PLAN}/szukaj/index.html`;
  await open(file);
  const entries = page.locator('#index li:has(> .code), #index .names > li');
  const all = await entries.count();
  assert.equal(all, editions[0]!.nodes.length + editions[0]!.tasks.length);
  await page.getByRole('searchbox').fill('Skarpe');
  await page.getByRole('link', { name: 'Tramwaj na Skarpę' }).waitFor();
  const visible = () => entries.filter({ visible: true }).count();
  assert.ok((await visible()) < 10 && (await visible()) >= 1);
  await page.getByRole('searchbox').press('Enter');
  await page.waitForURL((url) => url.searchParams.get('q') === 'Skarpe');
  assert.equal(await page.getByRole('searchbox').inputValue(), 'Skarpe');
  assert.ok((await visible()) < 10 && (await visible()) >= 1);
  await page.getByRole('link', { name: 'Tramwaj na Skarpę' }).click();
  assert.equal(await h1(), 'Tramwaj na Skarpę');
  await open(file);
  await page.getByRole('searchbox').fill('qqq');
  await page.getByText(searchPl.searchFilterNone).waitFor();

  const plain = await watched(browser, null, { javaScriptEnabled: false });
  const reader = await plain.context.newPage();
  await open(file, reader);
  await reader
    .getByRole('navigation', { name: searchPl.searchLetters })
    .getByRole('link', { name: 'T', exact: true })
    .click();
  await reader.getByRole('link', { name: 'Tramwaj na Skarpę' }).click();
  assert.equal(await h1(reader), 'Tramwaj na Skarpę');
  await plain.context.close();
  assert.deepEqual(plain.faults, []);
});

test('no axe violation from the disk, nothing wider than 320 pixels, own fonts', async () => {
  for (const file of [
    'index.html',
    `${PLAN}/index.html`,
    `${PLAN}/3.4/index.html`,
    `${PLAN}/szukaj/index.html`,
    `en/${PLAN}/progress/index.html`,
  ]) {
    await open(file);
    await page.evaluate(AXE);
    const violations = await page.evaluate(async () => {
      const { axe } = globalThis as unknown as { axe: { run: (options: RunOptions) => Promise<AxeResults> } };
      const runOnly = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
      return (await axe.run({ runOnly, preload: false })).violations.map(
        (one) => `${one.id}: ${one.nodes[0]?.html}`,
      );
    });
    assert.deepEqual(violations, [], file);
    await page.setViewportSize({ width: 320, height: 640 });
    assert.deepEqual(await page.evaluate(sideways), [], file);
    await page.setViewportSize({ width: 1280, height: 900 });
    assert.ok(
      await page.evaluate(async () =>
        [...(await document.fonts.ready)].some((font) => font.status === 'loaded'),
      ),
      file,
    );
  }
});

test('nothing but files of the export was asked for, nothing failed', () => {
  assert.deepEqual(faults, []);
});
