import assert from 'node:assert/strict';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { before, describe, test } from 'node:test';
import { canonical } from '../../src/edition/canonical.ts';
import { seal } from '../../src/edition/chain.ts';
import type { Edition } from '../../src/edition/edition.ts';
import { manifestText, sealManifest } from '../../src/exchange/manifest.ts';
import type { Manifest } from '../../src/exchange/manifest.ts';
import { Random } from '../world/random.ts';
import { contents } from './folder.ts';
import { horyzont, SMALL_PAGE, temporary } from './product.ts';
import type { Ran } from './product.ts';

const home = temporary();
const page = join(home, 'page.txt');
const env = { HORYZONT_DATA: join(home, 'data'), HORYZONT_ORIGIN: 'https://lipowiec.example' };
const whole = join(home, 'whole');
const EDITIONS = 'edition/lipowiec/strategia-2030';

before(async () => {
  writeFileSync(page, SMALL_PAGE);
  const plan = ['--city', 'lipowiec', '--plan', 'strategia-2030'];
  for (const args of [
    ['import', page, ...plan, '--accept'],
    ['publish', ...plan],
    ['publish', ...plan, '--force', '--note', 'Drugie wydanie.'],
    ['export', whole],
  ]) {
    const ran = await horyzont(args, env);
    assert.equal(ran.code, 0, ran.err);
  }
});

test('an export that was interrupted is replaced by the next, another folder never', async () => {
  const folder = copy();
  rmSync(join(folder, 'manifest.json'));
  const foreign = await horyzont(['export', folder], env);
  assert.deepEqual([foreign.code, /holds no earlier export/u.test(foreign.err)], [3, true]);
  // As it lies there while one is written.
  writeFileSync(join(folder, 'export-unfinished'), '');
  const unfinished = await horyzont(['verify', folder], env);
  assert.deepEqual([unfinished.code, named(unfinished)], [3, ['manifest.json']]);
  const ran = await horyzont(['export', folder], env);
  assert.equal(ran.code, 0, ran.err);
  assert.deepEqual(contents(folder), contents(whole));
});

/** A copy of the export to damage. */
function copy(): string {
  const folder = join(temporary(), 'site');
  cpSync(whole, folder, { recursive: true });
  return folder;
}

/** The files that a run of `verify` names, each once, in its order. */
function named({ err }: Ran): string[] {
  const lines = err.split('\n').filter((line) => line.startsWith('  '));
  return [...new Set(lines.map((line) => /^ {2}(.+?): /u.exec(line)![1]!))];
}

/** Turns one bit. */
function flip(file: string, chance: Random): void {
  const bytes = readFileSync(file);
  const at = chance.below(bytes.length);
  bytes[at] = bytes[at]! ^ (1 << chance.below(8));
  writeFileSync(file, bytes);
}

test('an export verifies, also by rendering it again, and from edition/ alone', async () => {
  const proof = await horyzont(['verify', whole], env);
  assert.equal(proof.code, 0, proof.err);
  assert.match(proof.out, /strategia-2030: 2 editions, chain whole/u);
  assert.match(proof.out, /Everything is as it was published\./u);
  const again = await horyzont(['verify', whole, '--render', '--lang', 'pl'], env);
  assert.equal(again.code, 0, again.err);
  assert.match(again.out, /\d{2,} stron narysowanych ponownie z wydań, bajt w bajt/u);

  const alone = temporary();
  cpSync(join(whole, 'edition'), join(alone, 'edition'), { recursive: true });
  const chain = await horyzont(['verify', alone], env);
  assert.equal(chain.code, 0, chain.err);
  assert.match(chain.out, /2 editions, chain whole/u);
  assert.doesNotMatch(chain.out, /running server/u);
  const nothing = await horyzont(['verify', temporary()], env);
  assert.deepEqual([nothing.code, named(nothing)], [3, ['edition/']]);
});

/** Kinds of files; an edition and the manifest are kinds of their own. */
const KINDS = [
  'html',
  'css',
  'js',
  'woff2',
  'png',
  'pdf',
  'csv',
  'json',
  'edition',
  'manifest',
  'atom',
  'xml',
  'svg',
  'ico',
  'txt',
];

function kindOf(file: string): string {
  if (file === 'manifest.json') return 'manifest';
  return file.startsWith(`${EDITIONS}/`) ? 'edition' : file.slice(file.lastIndexOf('.') + 1);
}

describe('one bit of one file', () => {
  const chance = new Random(20_261_122);
  for (const kind of KINDS)
    test(`of a file of the kind ${kind} is found, and that file is named`, async () => {
      const files = Object.keys(contents(whole)).filter((file) => kindOf(file) === kind);
      assert.ok(files.length > 0, 'the export has none');
      const file = chance.pick(files);
      const path = join(whole, file);
      const good = readFileSync(path);
      flip(path, chance);
      const damaged = readFileSync(path);
      try {
        assert.notDeepEqual(damaged, good);
        const ran = await horyzont(['verify', whole, ...(kind === 'json' ? ['--render'] : [])], env);
        assert.deepEqual([ran.code, named(ran)], [3, [file]], ran.err);
      } finally {
        writeFileSync(path, good);
      }
    });

  test('and with every file as it was, everything agrees again', async () => {
    assert.equal((await horyzont(['verify', whole], env)).code, 0);
  });
});

test('files that went, came or lost their list are named', async () => {
  const folder = copy();
  rmSync(join(folder, 'pl/index.html'));
  rmSync(join(folder, `${EDITIONS}/1.json`));
  mkdirSync(join(folder, 'pl/nowy'));
  writeFileSync(join(folder, 'pl/nowy/index.html'), 'x');
  const ran = await horyzont(['verify', folder], env);
  assert.equal(ran.code, 3);
  assert.deepEqual(named(ran).sort(), [
    `${EDITIONS}/1.json`,
    `${EDITIONS}/2.json`, // It is no longer the second of its chain.
    'pl/index.html',
    'pl/nowy/index.html',
  ]);
  const other = copy();
  rmSync(join(other, 'manifest.json'));
  const listless = await horyzont(['verify', other], env);
  assert.deepEqual([listless.code, named(listless)], [3, ['manifest.json']], listless.out);
});

describe('a forger who can write every file', () => {
  function edition(folder: string, number: number): Edition {
    return JSON.parse(readFileSync(join(folder, `${EDITIONS}/${number}.json`), 'utf8')) as Edition;
  }
  function forged(folder: string, number: number, hashed: boolean): void {
    const { hash, ...before } = edition(folder, number);
    const nodes = before.nodes.map((node, at) =>
      at === 1 ? { ...node, title: { pl: 'Krótsze kolejki' } } : node,
    );
    const text = canonical(hashed ? seal({ ...before, nodes }) : { ...before, nodes, hash });
    writeFileSync(join(folder, `${EDITIONS}/${number}.json`), text);
    relist(folder);
  }
  /** Makes the manifest anew, so that it hides the change. */
  function relist(folder: string): void {
    const { hash, ...before } = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as Manifest;
    assert.ok(hash);
    const { 'manifest.json': own, ...files } = contents(folder);
    assert.ok(own);
    writeFileSync(join(folder, 'manifest.json'), manifestText(sealManifest({ ...before, files })));
  }

  test('is found by the edition’s own hash', async () => {
    const folder = copy();
    forged(folder, 1, false);
    const ran = await horyzont(['verify', folder], env);
    assert.deepEqual([ran.code, named(ran)], [3, [`${EDITIONS}/1.json`]]);
    assert.match(ran.err, /edition-hash-wrong/u);
  });

  test('is found by the next edition when the hash is made anew', async () => {
    const folder = copy();
    forged(folder, 1, true);
    const ran = await horyzont(['verify', folder], env);
    assert.deepEqual([ran.code, named(ran)], [3, [`${EDITIONS}/2.json`]]);
    assert.match(ran.err, /edition-previous-wrong/u);
    rmSync(join(folder, 'manifest.json'));
    for (const name of readdirSync(folder))
      if (name !== 'edition') rmSync(join(folder, name), { recursive: true });
    assert.equal((await horyzont(['verify', folder], env)).code, 3, 'edition/ alone shows it too');
  });

  test('is found by rendering again when the newest edition is made anew', async () => {
    const folder = copy();
    forged(folder, 2, true);
    assert.equal((await horyzont(['verify', folder], env)).code, 0, 'the files agree with each other');
    const ran = await horyzont(['verify', folder, '--render'], env);
    assert.equal(ran.code, 3);
    const pages = named(ran);
    assert.ok(pages.includes('lipowiec/strategia-2030/1.1/index.html'), pages.join(' '));
    assert.ok(
      !pages.includes('lipowiec/strategia-2030/wydanie/1/1.1/index.html'),
      'an earlier edition is untouched',
    );
  });
});

test('an export behind a plain file server verifies by its address', async () => {
  const folder = copy();
  const server = createServer((request, response) => {
    const file = join(
      folder,
      decodeURIComponent(new URL(request.url!, 'http://x').pathname).slice('/city'.length),
    );
    if (existsSync(file)) response.end(readFileSync(file));
    else response.writeHead(404).end();
  }).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/city`;
  try {
    const good = await horyzont(['verify', address, '--render'], env);
    assert.equal(good.code, 0, good.err);
    assert.match(good.out, /2 editions, chain whole[^]*files agree with manifest\.json[^]*rendered again/u);
    const chance = new Random(7);
    for (const file of [
      'edition/index.json',
      `${EDITIONS}/1.json`,
      'assets/manifest.json',
      'manifest.json',
    ]) {
      const kept = readFileSync(join(folder, file));
      flip(join(folder, file), chance);
      const ran = await horyzont(['verify', address, '--render'], env);
      assert.deepEqual([ran.code, named(ran)], [3, [file]], ran.err);
      writeFileSync(join(folder, file), kept.subarray(1));
      const cut = await horyzont(['verify', address, '--render'], env);
      assert.deepEqual([cut.code, named(cut)], [3, [file]], cut.err);
      rmSync(join(folder, file));
      const gone = await horyzont(['verify', address], env);
      // Without its list the export is what a server is: editions alone.
      if (file === 'manifest.json') assert.equal(gone.code, 0, gone.err);
      else assert.deepEqual([gone.code, named(gone)[0]], [3, file], gone.err);
      writeFileSync(join(folder, file), kept);
    }
  } finally {
    server.close();
  }
  const gone = await horyzont(['verify', address], env);
  assert.equal(gone.code, 3);
  assert.match(gone.err, /Could not read http:\/\/127\.0\.0\.1:\d+\/city: /u);
});

describe('where an export is written', () => {
  const lean = (folder: string): Promise<Ran> => horyzont(['export', folder, '--without-pdf'], env);

  test('twice gives the same bytes; over an earlier export nothing of that stays', async () => {
    const first = join(temporary(), 'a');
    assert.equal((await lean(first)).code, 0);
    const second = copy();
    const stale = join(second, 'pl/index.html');
    writeFileSync(stale, 'stale');
    const ran = await lean(second);
    assert.equal(ran.code, 0, ran.err);
    const made = contents(second);
    assert.deepEqual(made, contents(first));
    assert.ok(!Object.keys(made).some((file) => file.endsWith('.pdf')));
    const { 'manifest.json': one, ...full } = contents(whole);
    const { 'manifest.json': two, ...without } = made;
    assert.notEqual(one, two);
    assert.deepEqual(
      Object.fromEntries(Object.entries(full).filter(([file]) => !file.endsWith('.pdf'))),
      without,
    );
    assert.equal((await horyzont(['verify', second, '--render'], env)).code, 0);
  });

  const foreign: [string, (folder: string) => void][] = [
    ['a folder with other files', (folder) => writeFileSync(join(folder, 'letter.txt'), 'Dear')],
    ['a foreign manifest.json', (folder) => writeFileSync(join(folder, 'manifest.json'), '{"name":"app"}')],
    [
      'an export to which files were added',
      (folder) => {
        cpSync(whole, folder, { recursive: true });
        mkdirSync(join(folder, '.git'));
        writeFileSync(join(folder, '.git/HEAD'), 'ref: refs/heads/main\n');
      },
    ],
  ];
  for (const [name, fill] of foreign)
    test(`${name} is refused and untouched`, async () => {
      const folder = temporary();
      fill(folder);
      const kept = contents(folder);
      const ran = await lean(folder);
      assert.equal(ran.code, 3, ran.err);
      assert.match(ran.err, /Nothing was written/u);
      assert.deepEqual(contents(folder), kept);
    });

  test('the data folder, and a file, are refused', async () => {
    const data = await lean(join(env.HORYZONT_DATA, 'site'));
    assert.deepEqual([data.code, /lies in the data folder/u.test(data.err)], [3, true]);
    const file = await lean(page);
    assert.equal(file.code, 3, file.err);
    assert.equal(readFileSync(page, 'utf8'), SMALL_PAGE);
  });
});
