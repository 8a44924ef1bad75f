import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { openDesk } from '../acts/desk.ts';
import type { Desk } from '../acts/desk.ts';
import type { Edition } from '../edition/edition.ts';
import { main } from './main.ts';

const home = mkdtempSync(join(tmpdir(), 'horyzont-import-'));
// Commands hand their acts to this desk: opening a database takes longer than any of them.
let desk: Desk;
before(async () => {
  const place = { dataFolder: join(home, 'data'), databaseUrl: null, productVersion: '0.1.0' };
  desk = await openDesk(place, null, { onEditions: async () => {}, log: () => {}, fault: assert.ifError });
});
after(async () => {
  await desk.close();
  rmSync(home, { recursive: true, force: true });
});
const goals = (title: string): string =>
  `${title}\n\nCel strategiczny 1. Miasto bliskie\nCele operacyjne:\n1.1. Krótsze drogi\n1.2. Więcej cienia\n`;
writeFileSync(join(home, 'undated.txt'), goals('Strategia Lipowca'));
writeFileSync(join(home, 'dated.txt'), goals('Strategia Lipowca na lata 2019-2027'));

interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

async function horyzont(args: readonly string[]): Promise<Ran> {
  const out: string[] = [];
  const err: string[] = [];
  const code = await main(args, {
    env: { LANG: 'en_GB.UTF-8', HORYZONT_DATA: 'data' },
    cwd: home,
    out: (line) => out.push(line),
    err: (line) => err.push(line),
  });
  return { code, out: out.join('\n'), err: err.join('\n') };
}

function importOf(file: string, plan: string, ...options: readonly string[]): Promise<Ran> {
  return horyzont(['import', file, '--city', 'lipowiec', '--plan', plan, ...options]);
}

/** Saves and publishes, and gives the edition. */
async function edition(file: string, plan: string, ...options: readonly string[]): Promise<Edition> {
  for (const ran of [
    await importOf(file, plan, '--accept', ...options),
    await horyzont(['publish', '--plan', `lipowiec/${plan}`]),
  ])
    assert.equal(ran.code, 0, ran.err);
  return JSON.parse(readFileSync(join(home, `data/editions/lipowiec/${plan}/1.json`), 'utf8')) as Edition;
}

test('a file that is no text is refused before anything is read out of it', async () => {
  writeFileSync(join(home, 'strategy.pdf'), '%PDF-1.7\n1 0 obj\nCel 1. Zieleń\n');
  const ran = await importOf('strategy.pdf', 'pdf', '--accept');
  assert.equal(ran.code, 3);
  assert.equal(ran.out, '');
  assert.match(ran.err, /^strategy\.pdf: it is a PDF file, .*Save the document as text/u);
});

test('where the words do not tell the language, the page does', async () => {
  const page = '<h1>Eichenau 2035</h1><ul><li>Ziel 1: Radwege</li><li>Ziel 2: Wohnen</li></ul>';
  writeFileSync(join(home, 'de.html'), `<!doctype html><html lang="de-AT"><body>${page}</body></html>`);
  assert.match((await importOf('de.html', 'de')).out, /Language of the document: de \(/u);
  writeFileSync(join(home, 'none.html'), `<!doctype html><html><body>${page}</body></html>`);
  assert.match((await importOf('none.html', 'none')).out, /Language of the document: not clear/u);
});

test('only a language that exists is taken', async () => {
  for (const language of ['xx', 'qqq', 'mul', 'PL', 'polski']) {
    const ran = await importOf('dated.txt', 'language', '--language', language);
    assert.deepEqual([ran.code, ran.out], [2, ''], language);
    assert.match(ran.err, /--language: “\w+” does not fit, expected: the code of a language that exists/u);
  }
  for (const language of ['uk', 'csb'])
    assert.equal((await importOf('dated.txt', 'language', '--language', language)).code, 0, language);
});

test('no goals but unsure lines: the refusal says how to take them', async () => {
  writeFileSync(join(home, 'one.txt'), goals('Strategia Lipowca na lata 2019-2027').replace(/1\.2.*\n/u, ''));
  const refused = await importOf('one.txt', 'x', '--accept');
  assert.deepEqual([refused.code, /nothing to save\. --take takes the unsure/u.test(refused.err)], [3, true]);
  const taken = await importOf('one.txt', 'x', '--accept', '--take', 'all');
  assert.equal(taken.code, 0, taken.err);
});

describe('--standing', () => {
  const city = (name: string, ...options: readonly string[]): Promise<Ran> =>
    horyzont(['import', 'dated.txt', '--city', name, '--plan', 'x', ...options]);
  const standing = async (name: string): Promise<string> => {
    const ran = await horyzont(['publish', '--plan', `${name}/x`]);
    assert.equal(ran.code, 0, ran.err);
    const bytes = readFileSync(join(home, `data/editions/${name}/x/1.json`), 'utf8');
    return (JSON.parse(bytes) as Edition).city.standing;
  };

  test('left out: not official, said before and after it is saved', async () => {
    const shown = await city('left-out');
    assert.match(
      shown.out,
      /not an official service\. If the city itself runs this portal: --standing official\./u,
    );
    const saved = await city('left-out', '--accept');
    assert.match(
      saved.out,
      /Made the city left-out: “[^”]+”, made from a public page, not an official service\./u,
    );
    assert.equal(await standing('left-out'), 'from-public-page');
  });

  test('official only by that word', async () => {
    const saved = await city('own', '--accept', '--standing', 'official');
    assert.match(saved.out, /Made the city own: “[^”]+”, an official service\./u);
    assert.doesNotMatch(saved.out, /not an official/u);
    assert.equal(await standing('own'), 'official');
    const wrong = await city('own', '--standing', 'Official');
    assert.deepEqual([wrong.code, /expected: official, from-public-page/u.test(wrong.err)], [2, true]);
  });

  test('a city that is there keeps its standing, and that is said', async () => {
    const options = ['--city', 'own', '--plan', 'other', '--standing', 'from-public-page', '--accept'];
    const saved = await horyzont(['import', 'dated.txt', ...options]);
    assert.match(saved.out, /The city own was there already and stays as it is/u);
    const published = await horyzont(['publish', '--plan', 'own/other']);
    assert.equal(published.code, 0, published.err);
    const bytes = readFileSync(join(home, 'data/editions/own/other/1.json'), 'utf8');
    assert.equal((JSON.parse(bytes) as Edition).city.standing, 'official');
  });
});

describe('--horizon', () => {
  for (const [given, file, shown, startOn, endOn] of [
    ['2030', 'undated.txt', 'Horizon: to 2030', null, '2030-12-31'],
    ['2021-2030', 'undated.txt', 'Horizon: 2021–2030', '2021-01-01', '2030-12-31'],
    ['2022–2029', 'dated.txt', 'Horizon: 2022–2029', '2022-01-01', '2029-12-31'],
    ['2027', 'dated.txt', 'Horizon: 2019–2027', '2019-01-01', '2027-12-31'],
    ['2029', 'dated.txt', 'Horizon: to 2029', null, '2029-12-31'],
  ] as const)
    test(`${given} for ${file}: shown before it is saved, and published`, async () => {
      const options = ['--horizon', given];
      const proposed = await importOf(file, 'x', ...options);
      assert.ok(proposed.out.split('\n').includes(shown), proposed.out);
      const { plan } = await edition(file, `p-${given.replace('–', '-')}-${file.slice(0, 1)}`, ...options);
      assert.deepEqual(plan.horizon, { startOn, endOn });
    });

  for (const wrong of ['30', '2030-2021', '2030-2030', '2021-', '2021-2030-2040', 'soon'])
    test(`${wrong} is refused with what is expected`, async () => {
      const en = await importOf('undated.txt', 'x', '--horizon', wrong);
      assert.deepEqual([en.code, en.out], [2, '']);
      assert.ok(
        en.err.startsWith(
          `Option --horizon: “${wrong}” does not fit, expected: 2030 or 2021-2030, the first year before the last.`,
        ),
        en.err,
      );
      const pl = await importOf('undated.txt', 'x', '--horizon', wrong, '--lang', 'pl');
      assert.match(pl.err, /oczekiwano: 2030 albo 2021-2030, pierwszy rok przed ostatnim\./u);
    });

  test('a document that names no year: said at once, and refused when it is to be saved', async () => {
    const shown = await importOf('undated.txt', 'x');
    assert.match(
      shown.out,
      /^Horizon: the document does not say \(say --horizon 2030 or --horizon 2021-2030\)$/mu,
    );
    const refused = await importOf('undated.txt', 'x', '--accept');
    assert.deepEqual([refused.code, /--horizon 2030 or --horizon 2021-2030/u.test(refused.err)], [3, true]);
  });
});
