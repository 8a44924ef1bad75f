import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { test } from 'node:test';
import { horyzont, serve, SMALL_PAGE, temporary, TORUN_PAGE } from './product.ts';

test('three commands beside a running portal: it shows the city at once', async () => {
  const home = temporary();
  const env = { HORYZONT_DATA: join(home, 'data') };
  const portal = await serve(env);
  const status = async (path: string): Promise<number> => (await fetch(portal.url + path)).status;
  assert.equal(await status('/torun/cele-2028'), 404);
  const where = ['--city', 'torun', '--plan', 'cele-2028'];

  const shown = await horyzont(['import', TORUN_PAGE, ...where], env);
  assert.equal(shown.code, 0, shown.err);
  assert.match(shown.out, /^ {3}2\.10 {2}Poprawa sytuacji na rynku pracy {2}\[l\. \d+\]$/mu);
  assert.match(shown.out, /announces “obszarów tematycznych”: 3, but names none/u);
  assert.match(shown.out, /Nothing was saved\. The same command with --accept saves it\./u);
  const early = await horyzont(['publish', '--plan', 'torun/cele-2028'], env);
  assert.deepEqual(
    [early.code, early.err.trim()],
    [3, 'There is no plan “torun/cele-2028”; there is none yet.'],
  );

  const saved = await horyzont(['import', TORUN_PAGE, ...where, '--accept'], env);
  assert.equal(saved.code, 0, saved.err);
  assert.match(
    saved.out,
    /Made the city torun: “[^”]+”, made from a public page, not an official service\.\nSaved the plan torun\/cele-2028: 31 items\./u,
  );
  const again = await horyzont(['import', TORUN_PAGE, ...where, '--accept'], env);
  assert.equal(again.code, 0, again.err);
  assert.match(again.out, /comes from this very file\. Nothing has changed\.\n$/u);
  const other = join(home, 'other.txt');
  writeFileSync(other, SMALL_PAGE);
  const refused = await horyzont(['import', other, ...where, '--accept'], env);
  assert.deepEqual([refused.code, /comes from another document/u.test(refused.err)], [3, true]);
  assert.equal(await status('/torun/cele-2028'), 404, 'saved is not published');

  const published = await horyzont(['publish', '--plan', 'cele-2028', '--by', 'Biuro Strategii'], env);
  assert.equal(published.code, 0, published.err);
  const hash = /^Hash: ([0-9a-f]{64})$/mu.exec(published.out)?.[1];
  assert.match(published.out, /^On the portal: \/en\/torun\/cele-2028$/mu);
  const page = await (await fetch(`${portal.url}/torun/cele-2028/2.10`)).text();
  assert.match(page, /Poprawa sytuacji na rynku pracy/u);
  const edition = (await (await fetch(`${portal.url}/edition/torun/cele-2028/1.json`)).json()) as {
    hash: string;
    nodes: { title: Record<string, string> }[];
  };
  assert.equal(edition.hash, hash);
  assert.equal(edition.nodes.length, 31, 'the refused file changed nothing');

  const nothing = await horyzont(['publish', '--plan', 'cele-2028', '--lang', 'pl'], env);
  assert.deepEqual([nothing.code, /nic się nie zmieniło od wydania 1/u.test(nothing.err)], [3, true]);
  assert.equal(await status('/edition/torun/cele-2028/2.json'), 404);
  const proof = await horyzont(['verify', portal.url], env);
  assert.equal(proof.code, 0, proof.err);
  assert.match(proof.out, new RegExp(`torun/cele-2028: 1 edition, chain whole, newest sha256 ${hash}`, 'u'));

  assert.equal(await portal.stop(), 0);
  const lines = portal
    .log()
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>);
  for (const event of ['listening', 'editions', 'request', 'stopped'])
    assert.ok(
      lines.some((line) => line['event'] === event),
      `the log has ${event}`,
    );
  assert.deepEqual(
    readdirSync(env.HORYZONT_DATA).sort(),
    ['database', 'editions', 'secret'],
    'socket and lock are gone',
  );
});

test('three commands without a server, in Polish', async () => {
  const home = temporary();
  const env = { HORYZONT_DATA: 'data', LANG: 'pl_PL.UTF-8' };
  writeFileSync(join(home, 'strona.txt'), SMALL_PAGE);
  const where = ['--city', 'lipowiec', '--plan', 'strategia-2030'];
  const shown = await horyzont(['import', 'strona.txt', ...where], env, home);
  assert.equal(shown.code, 0, shown.err);
  assert.match(shown.out, /^ {3}1\.2 {2}Więcej cienia na ulicach {2}\[w\. 6\]$/mu);
  assert.match(shown.out, /Nic nie zapisano/u);
  assert.deepEqual(readdirSync(home), ['strona.txt'], 'not even an empty database is left behind');
  const saved = await horyzont(['import', 'strona.txt', ...where, '--accept'], env, home);
  assert.match(saved.out, /Zapisano plan lipowiec\/strategia-2030: 3 pozycje\./u);
  const published = await horyzont(['publish', '--city', 'lipowiec', '--plan', 'strategia-2030'], env, home);
  assert.match(published.out, /^Opublikowano wydanie 1 planu lipowiec\/strategia-2030\.$/mu);
  const bytes = readFileSync(join(home, 'data/editions/lipowiec/strategia-2030/1.json'));
  const { hash, ...rest } = JSON.parse(bytes.toString()) as Record<string, unknown>;
  assert.ok(published.out.includes(`Skrót: ${String(hash)}`));
  // RFC 8785 for this content is JSON with sorted keys: the hash is made again here without the product's own code.
  assert.equal(
    createHash('sha256')
      .update(JSON.stringify(sorted(rest)))
      .digest('hex'),
    hash,
  );
  const checked = await horyzont(['doctor'], env, home);
  assert.equal(checked.code, 0, checked.out);
  assert.match(checked.out, /dobrze {2}lipowiec\/strategia-2030: 1 wydanie, łańcuch się zgadza/u);
});

test('wrong use and wrong settings: exit code 2 and the way out, nothing made', async () => {
  const home = temporary();
  const data = join(home, 'data');
  const cases: [string[], Record<string, string>, RegExp][] = [
    [['serve'], { HORYZONT_PROT: '80' }, /no setting HORYZONT_PROT\. The nearest is PORT\./u],
    [
      ['serve'],
      { HORYZONT_ORIGN: 'x', LANG: 'pl' },
      /Nie ma ustawienia HORYZONT_ORIGN\. Najbliższe to HORYZONT_ORIGIN\./u,
    ],
    [['serve'], { PORT: 'http' }, /PORT: “http” is not a number from 0 to 65535/u],
    [['pubish'], {}, /Did you mean “publish”/u],
    [['publish'], {}, /Missing: --plan\.\nHow to use it: npx horyzont publish --help/u],
  ];
  for (const [args, env, words] of cases) {
    const ran = await horyzont(args, { HORYZONT_DATA: data, ...env });
    assert.match(ran.err, words);
    assert.equal(ran.code, 2, args.join(' '));
    assert.equal(existsSync(data), false);
  }
});

test('a taken port is said clearly, with exit code 3', async () => {
  const taker = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => taker.once('listening', resolve));
  const { port } = taker.address() as AddressInfo;
  try {
    for (const [lang, words] of [
      ['en', `The address 127.0.0.1:${port} is taken. Stop that program or give another PORT.`],
      ['pl', `Adres 127.0.0.1:${port} jest zajęty. Zatrzymaj tamten program albo podaj inny PORT.`],
    ] as const) {
      const env = { HORYZONT_DATA: join(temporary(), 'data'), PORT: String(port) };
      const ran = await horyzont(['serve', '--lang', lang], env);
      assert.deepEqual([ran.code, ran.err.trim()], [3, words]);
      assert.equal(ran.out, '');
    }
  } finally {
    taker.close();
  }
});

test('a HOST that is not this machine’s is said clearly, with exit code 3', async () => {
  for (const [host, lang, words] of [
    [
      '192.0.2.1',
      'en',
      /^Nobody can listen at 192\.0\.2\.1:0 \(EADDRNOTAVAIL\): this machine does not have that address/u,
    ],
    [
      'no-such-host.invalid',
      'pl',
      /^Pod adresem no-such-host\.invalid:0 nie można słuchać \((?:ENOTFOUND|EAI_AGAIN)\)/u,
    ],
  ] as const) {
    const env = { HORYZONT_DATA: join(temporary(), 'data'), PORT: '0', HOST: host };
    const ran = await horyzont(['serve', '--lang', lang], env);
    assert.match(ran.err, words);
    assert.equal(ran.code, 3);
  }
});

test('a place that cannot be written to is said, not thrown', async () => {
  const home = temporary();
  const file = join(home, 'a-file');
  writeFileSync(file, '');
  for (const args of [['serve'], ['publish', '--plan', 'x']]) {
    const ran = await horyzont(args, { HORYZONT_DATA: file, PORT: '0' });
    assert.deepEqual([ran.code, ran.err.trim().split('\n').length], [3, 1], ran.err);
    assert.match(ran.err, /a-file cannot be written to: [\w ,]+ \((?:EEXIST|ENOTDIR)\)\.$/mu);
  }
  // In the way of the database's own files, which its thread finds out: also root cannot write a file over a folder.
  mkdirSync(join(home, 'blocked/database'), { recursive: true });
  mkdirSync(join(home, 'blocked/database.pid'));
  for (const args of [['serve'], ['publish', '--plan', 'x'], ['doctor']]) {
    const ran = await horyzont(args, { HORYZONT_DATA: join(home, 'blocked'), PORT: '0' });
    assert.equal(ran.code, 3, ran.err);
    assert.match(
      ran.out + ran.err,
      /database\.pid cannot be written to: it is a folder, a file is needed \(EISDIR\)\./u,
    );
    assert.doesNotMatch(ran.out + ran.err, /\n {4}at /u, 'no trace of the program');
  }
  const env = { HORYZONT_DATA: join(home, 'data') };
  for (const [place, why] of [
    [join(home, 'none/kept.backup'), 'ENOENT'],
    [join(file, 'kept.backup'), 'ENOTDIR'],
    [home, 'EISDIR'],
  ] as const) {
    const ran = await horyzont(['backup', place], env);
    assert.deepEqual(
      [ran.code, new RegExp(`cannot be written to: [\\w ,]+ \\(${why}\\)`, 'u').test(ran.err)],
      [3, true],
      ran.err,
    );
  }
});

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([name, held]) => [name, sorted(held)]));
}
