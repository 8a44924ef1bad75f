import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { openDesk, socketPath } from '../acts/desk.ts';
import { freshServerDatabase } from '../database/testing.ts';
import { main } from './main.ts';

const home = mkdtempSync(join(tmpdir(), 'horyzont-cli-'));
after(() => rmSync(home, { recursive: true, force: true }));
const PAGE = fileURLToPath(new URL('../../examples/torun/page.txt', import.meta.url));
const EXAMPLES = fileURLToPath(new URL('../../examples', import.meta.url));

async function horyzont(
  args: readonly string[],
  env: Record<string, string> = {},
): Promise<{ code: number; out: string; err: string }> {
  const out: string[] = [];
  const err: string[] = [];
  const code = await main(args, {
    env: { LANG: 'en_GB.UTF-8', ...env },
    cwd: home,
    out: (line) => out.push(line),
    err: (line) => err.push(line),
  });
  return { code, out: out.join('\n'), err: err.join('\n') };
}

describe('words and exit codes', () => {
  const cases: [string, string[], Record<string, string>, number, RegExp][] = [
    ['help', ['--help'], {}, 0, /Usage: npx horyzont COMMAND/u],
    ['help in Polish by LANG', ['--help'], { LANG: 'pl_PL.UTF-8' }, 0, /Użycie: npx horyzont POLECENIE/u],
    ['help in Polish by --lang', ['--help', '--lang', 'pl'], {}, 0, /Kody wyjścia: 0 gotowe/u],
    ['no command', [], {}, 2, /Usage/u],
    ['version', ['--version'], {}, 0, /^\d+\.\d+\.\d+$/u],
    ['unknown command', ['pubish'], {}, 2, /Did you mean “publish”/u],
    [
      'unknown setting',
      ['doctor'],
      { HORYZONT_DATE: 'x' },
      2,
      /no setting HORYZONT_DATE. The nearest is HORYZONT_DATA/u,
    ],
    ['a word like no command', ['foo'], {}, 2, /^There is no command “foo”\. To see all/u],
    ['unknown language', ['doctor', '--lang', 'de'], {}, 2, /--lang: “de” does not fit, expected: pl, en/u],
    [
      'no language',
      ['doctor', '--lang'],
      { LANG: 'pl' },
      2,
      /Opcja --lang: „” nie pasuje, oczekiwano: pl, en/u,
    ],
    ['unknown option', ['publish', '--plann', 'x'], {}, 2, /no option --plann/u],
    ['missing option', ['publish'], {}, 2, /Missing: --plan/u],
    ['missing value', ['publish', '--plan'], {}, 2, /Missing: --plan/u],
    ['missing place', ['backup'], {}, 2, /Missing: FILE/u],
    ['too many places', ['backup', 'a', 'b'], {}, 2, /Nothing is known to do with: b/u],
    ['language in words', ['publish', '--plan', 'x', '--language', 'polski'], {}, 2, /--language: “polski”/u],
    ['city twice', ['publish', '--plan', 'a/x', '--city', 'b'], {}, 2, /do with: --city b/u],
    [
      'a broken URL',
      ['doctor'],
      { DATABASE_URL: 'postgres://[' },
      3,
      /DATABASE_URL is not an address postgres/u,
    ],
    [
      'a folder',
      ['import', '.', '--city', 'a', '--plan', 'x'],
      {},
      3,
      /it is a folder, a file is needed \(EISDIR\)/u,
    ],
    ['a reserved word', ['import', PAGE, '--city', 'en', '--plan', 'x'], {}, 3, /^A city cannot have “en”/u],
    ['no such line', ['import', PAGE, '--city', 'a', '--plan', 'x', '--take', 'zz'], {}, 2, /--take: “zz”/u],
    ['a file to verify', ['verify', PAGE], {}, 3, /There is no folder/u],
    ['bad slug', ['import', PAGE, '--city', 'Łódź', '--plan', 'x'], {}, 2, /--city: “Łódź”/u],
    [
      'bad zone',
      ['import', PAGE, '--city', 'a', '--plan', 'x', '--time-zone', 'Mars'],
      {},
      2,
      /--time-zone/u,
    ],
    [
      'no file',
      ['import', 'none.txt', '--city', 'a', '--plan', 'x'],
      {},
      3,
      /none\.txt cannot be read: there is no such file or folder \(ENOENT\)/u,
    ],
  ];
  for (const [name, args, env, code, words] of cases)
    test(name, async () => {
      const got = await horyzont(args, env);
      assert.match(`${got.out}${got.err}`, words);
      assert.equal(got.code, code);
    });

  for (const command of ['serve', 'import', 'publish', 'export', 'verify', 'backup', 'restore', 'doctor'])
    test(`${command} --help has an example in both languages`, async () => {
      assert.match(
        (await horyzont([command, '--help'])).out,
        new RegExp(`Example[^]*horyzont ${command}`, 'u'),
      );
      assert.match(
        (await horyzont([command, '--help', '--lang=pl'])).out,
        new RegExp(`Przykład[^]*horyzont ${command}`, 'u'),
      );
    });
});

describe('from page to backup', () => {
  /** The whole way of an administrator; `env` says with which engine. */
  async function walk(env: Record<string, string>): Promise<void> {
    const where = ['--city', 'torun', '--plan', 'cele-2028'];
    const shown = await horyzont(['import', PAGE, ...where, '--lang', 'pl'], env);
    assert.equal(shown.code, 0);
    assert.match(shown.out, /Cel strategiczny \(4\) › Cel operacyjny \(27\)/u);
    assert.match(shown.out, /2\.10 {2}Poprawa sytuacji na rynku pracy {2}\[w\. \d+\]/u);
    assert.match(shown.out, /obszarów tematycznych/u);
    assert.match(shown.out, /Nic nie zapisano/u);

    const accept = ['import', PAGE, ...where, '--accept', '--standing', 'from-public-page'];
    assert.match((await horyzont(accept, env)).out, /Saved the plan torun\/cele-2028: 31 items/u);
    const again = await horyzont(accept, env);
    assert.deepEqual([again.code, /Nothing has changed/u.test(again.out)], [0, true]);
    const other = join(home, 'other.txt');
    writeFileSync(other, `${readFileSync(PAGE, 'utf8')}\n`);
    const refused = await horyzont(['import', other, ...where, '--accept'], env);
    assert.deepEqual([refused.code, /never changes a plan/u.test(refused.err)], [3, true]);

    assert.match((await horyzont(['publish', '--plan', 'cele-2028'], env)).out, /Published edition 1/u);
    const nothing = await horyzont(['publish', '--city', 'torun', '--plan', 'cele-2028'], env);
    assert.deepEqual([nothing.code, /--force/u.test(nothing.err)], [3, true]);
    const doctor = await horyzont(['doctor'], env);
    assert.match(doctor.out, /torun\/cele-2028: 1 edition, the chain fits/u);
    assert.match(doctor.out, /the edition files fit the database \(1\)/u);
    const saved = await horyzont(['backup', 'kept.backup'], env);
    assert.match(saved.out, /1 city, 1 plan, 1 edition/u);
    assert.equal(statSync(join(home, 'kept.backup')).mode & 0o777, 0o600);
    const full = await horyzont(['restore', 'kept.backup'], env);
    assert.deepEqual([full.code, /only into an empty one/u.test(full.err)], [3, true]);
  }

  test('with the embedded database, then restored into PostgreSQL', async () => {
    await walk({ HORYZONT_DATA: 'one' });
    const { url, drop } = await freshServerDatabase();
    try {
      const env = { HORYZONT_DATA: 'two', DATABASE_URL: url };
      assert.match((await horyzont(['restore', 'kept.backup'], env)).out, /Restored the copy of .*: 1 city/u);
      assert.deepEqual(
        readFileSync(join(home, 'two/editions/torun/cele-2028/1.json')),
        readFileSync(join(home, 'one/editions/torun/cele-2028/1.json')),
      );
    } finally {
      await drop();
    }
  });

  test('with PostgreSQL', async () => {
    const { url, drop } = await freshServerDatabase();
    try {
      await walk({ HORYZONT_DATA: 'three', DATABASE_URL: url });
    } finally {
      await drop();
    }
  });
});

test('a database that cannot be used is refused with what to do', async () => {
  const { url, drop } = await freshServerDatabase("encoding 'SQL_ASCII' template template0");
  try {
    const got = await horyzont(['publish', '--plan', 'x'], { HORYZONT_DATA: 'five', DATABASE_URL: url });
    assert.deepEqual([got.code, /encoding SQL_ASCII, UTF8 is needed/u.test(got.err)], [3, true]);
  } finally {
    await drop();
  }
  const away = await horyzont(['publish', '--plan', 'x'], {
    HORYZONT_DATA: 'five',
    DATABASE_URL: 'postgres://nobody@127.0.0.1:1/none',
  });
  assert.deepEqual([away.code, /does not answer \(ECONNREFUSED\)/u.test(away.err)], [3, true]);
});

describe('with a running server', () => {
  const events = { onEditions: async () => void (seen += 1), log: () => {}, fault: assert.ifError };
  let seen = 0;

  test('a command hands its act over, and the server sees the new edition', async () => {
    const dataFolder = join(home, 'served');
    const place = { dataFolder, databaseUrl: null, productVersion: '0.1.0' };
    const env = { HORYZONT_DATA: dataFolder };
    const first = await openDesk(place, EXAMPLES, events);
    assert.deepEqual(first.loaded, ['jasnogrod/strategia-2032', 'torun/cele-2028']);
    assert.equal(seen, 1);
    assert.equal(statSync(socketPath(dataFolder)).mode & 0o777, 0o600);
    assert.match(
      (await horyzont(['publish', '--plan', 'cele-2028', '--force'], env)).out,
      /Published edition 2/u,
    );
    assert.equal(seen, 2);
    assert.match((await horyzont(['doctor'], env)).out, /asked through its socket/u);
    assert.match((await horyzont(['publish', '--plan', 'cele-2028'], env)).err, /Nothing has changed/u);
    await first.close();

    rmSync(join(dataFolder, 'editions/torun'), { recursive: true });
    const second = await openDesk(place, EXAMPLES, events);
    assert.deepEqual(second.loaded, [], 'examples are not loaded twice');
    assert.equal(await second.up(), true);
    assert.equal(
      statSync(join(dataFolder, 'editions/torun/cele-2028/2.json')).isFile(),
      true,
      'files are repaired',
    );
    await second.close();
  });

  test('with PostgreSQL another node sees the edition, also when the server comes later', async () => {
    const { url, drop } = await freshServerDatabase();
    const place = (name: string) => ({
      dataFolder: join(home, name),
      databaseUrl: url,
      productVersion: '0.1.0',
    });
    const found = Promise.withResolvers<void>();
    const nodes = [
      await openDesk(place('node-a'), EXAMPLES, { ...events, onEditions: async () => {} }),
      await openDesk(place('node-b'), EXAMPLES, {
        ...events,
        onEditions: async () => {},
        log: () => found.resolve(),
      }),
    ];
    try {
      assert.deepEqual(nodes[1]!.loaded, []);
      const env = { HORYZONT_DATA: join(home, 'node-a'), DATABASE_URL: url };
      assert.equal((await horyzont(['publish', '--plan', 'torun/cele-2028', '--force'], env)).code, 0);
      await found.promise;
      assert.equal(statSync(join(home, 'node-b/editions/torun/cele-2028/2.json')).isFile(), true);
    } finally {
      for (const node of nodes) await node.close();
      await drop();
    }
    const away = {
      dataFolder: join(home, 'away'),
      databaseUrl: 'postgres://nobody@127.0.0.1:1/none',
      productVersion: '0.1.0',
    };
    const desk = await openDesk(away, null, { ...events, fault: () => {} });
    assert.equal(await desk.up(), false);
    await desk.close();
  });
});
