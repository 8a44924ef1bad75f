import assert from 'node:assert/strict';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { freshServerDatabase } from '../../src/database/testing.ts';
import { verifyChain } from '../../src/edition/chain.ts';
import { lineTo } from './line.ts';
import type { Line } from './line.ts';
import { horyzont, serve, SMALL_PAGE, temporary } from './product.ts';
import type { Ran, Served } from './product.ts';

const home = temporary();
const page = join(home, 'page.txt');
writeFileSync(page, SMALL_PAGE);
const PLAN = ['--city', 'lipowiec', '--plan', 'strategia-2030'];
const PAGES = [
  '/lipowiec',
  '/lipowiec/strategia-2030/1.1',
  '/en/lipowiec/strategia-2030',
  '/edition/index.json',
];

async function prepared(env: Readonly<Record<string, string>>): Promise<void> {
  for (const args of [
    ['import', page, ...PLAN, '--accept'],
    ['publish', ...PLAN],
  ]) {
    const ran = await horyzont(args, env);
    assert.equal(ran.code, 0, ran.err);
  }
}

function editionBytes(data: string): Uint8Array[] {
  const bytes: Uint8Array[] = [];
  const file = (n: number): string => join(data, `editions/lipowiec/strategia-2030/${n}.json`);
  for (let n = 1; existsSync(file(n)); n += 1) bytes.push(readFileSync(file(n)));
  return bytes;
}

const ended = new AbortController();
after(() => ended.abort());

/** Asks for pages, one after another, until told to stop; gives every answer that was not 200. */
function visitor(url: string): () => Promise<{ asked: number; failed: string[] }> {
  const failed: string[] = [];
  let asked = 0;
  const state = { going: true };
  const run = (async () => {
    while (state.going && !ended.signal.aborted) {
      const path = PAGES[asked % PAGES.length]!;
      asked += 1;
      try {
        // Every question is another address, so that an answer kept in memory is no help.
        const answer = await fetch(`${url}${path}?${asked}`);
        await answer.arrayBuffer();
        if (answer.status !== 200) failed.push(`${path} ${answer.status}`);
      } catch (error) {
        failed.push(`${path} ${String(error)}`);
      }
      await sleep(5);
    }
  })();
  return async () => {
    state.going = false;
    await run;
    return { asked, failed };
  };
}

async function office(portal: Served): Promise<unknown> {
  return (await (await fetch(`${portal.url}/readyz`)).json()) as unknown;
}

async function until(what: string, met: () => boolean | Promise<boolean>): Promise<void> {
  for (const end = performance.now() + 15_000; !(await met()); await sleep(50))
    if (performance.now() > end) assert.fail(`not within 15 s: ${what}`);
}

const officeIs = (portal: Served, open: boolean) => async (): Promise<boolean> =>
  ((await office(portal)) as { office: boolean }).office === open;

describe('the embedded database', () => {
  const env = { HORYZONT_DATA: join(home, 'embedded') };
  let portal: Served;

  test('a second server on the same folder is refused, and the first goes on', async () => {
    portal = await serve(env);
    await prepared(env);
    const second = await horyzont(['serve'], { ...env, PORT: '0' });
    assert.equal(second.code, 3, second.err);
    assert.match(
      second.err,
      /^The database in \S+ is open in another process \(\d+, \S+\)\. Stop it or give another folder in HORYZONT_DATA\.$/mu,
    );
    assert.doesNotMatch(second.err, /Horyzont: http/u, 'it never said that it is ready');
    assert.equal(second.out, '', 'nor did it listen: its log is empty');
    const polish = await horyzont(['serve', '--lang', 'pl'], { ...env, PORT: '0' });
    assert.deepEqual(
      [
        polish.code,
        /^Baza w \S+ jest otwarta w innym procesie \(\d+, \S+\)\. Zatrzymaj go albo/u.test(polish.err),
      ],
      [3, true],
    );
    assert.equal((await fetch(`${portal.url}/lipowiec/strategia-2030/1.1`)).status, 200);
    const ran = await horyzont(['publish', ...PLAN], env);
    assert.match(ran.err, /Nothing has changed/u, 'its socket is still its own');
  });

  test('after kill -9 everything acknowledged is there, and lock and socket are taken over', async () => {
    const publishing = await horyzont(['publish', ...PLAN, '--force'], env);
    const hash = /^Hash: (\w+)$/mu.exec(publishing.out)?.[1];
    portal.signalAll('SIGKILL');
    assert.equal(await portal.ended, null);
    assert.ok(existsSync(join(env.HORYZONT_DATA, 'horyzont.sock')), 'the dead server’s socket lies there');
    assert.ok(existsSync(join(env.HORYZONT_DATA, 'database.pid')));
    portal = await serve(env);
    assert.equal((await fetch(`${portal.url}/lipowiec/strategia-2030/1.1`)).status, 200);
    const list = (await (await fetch(`${portal.url}/edition/index.json`)).json()) as unknown;
    assert.ok(JSON.stringify(list).includes(String(hash)));
    const checked = await horyzont(['doctor'], env);
    assert.equal(checked.code, 0, checked.out);
    assert.match(checked.out, /asked through its socket[^]*2 editions, the chain fits/u);
  });

  test('a command takes over what a killed server left', async () => {
    portal.signalAll('SIGKILL');
    await portal.ended;
    const ran = await horyzont(['publish', ...PLAN, '--force'], env);
    assert.match(ran.out, /Published edition 3/u, ran.err);
  });

  test('two publications at once, each its own process: one chain', async () => {
    await atOnce(env);
  });

  test('and so beside a server that is just starting', async () => {
    [portal] = await Promise.all([serve(env), atOnce(env)]);
    const count = editionBytes(env.HORYZONT_DATA).length;
    await until('the portal shows the newest edition', async () => {
      const list = await (await fetch(`${portal.url}/edition/index.json`)).text();
      return list.includes(`"number":${count}`) || list.includes(`"number": ${count}`);
    });
    assert.equal(await portal.stop(), 0);
  });
});

/** Two commands start together; the chain must be whole, and hold what each was promised and no more. */
async function atOnce(env: Readonly<Record<string, string>>): Promise<void> {
  const before = editionBytes(env['HORYZONT_DATA']!).length;
  const run = (): Promise<Ran> => horyzont(['publish', ...PLAN, '--force'], env);
  const both = await Promise.all([run(), run()]);
  const bytes = editionBytes(env['HORYZONT_DATA']!);
  assert.deepEqual(verifyChain(bytes), []);
  const promised = both.filter(({ code }) => code === 0);
  assert.ok(promised.length > 0, both.map(({ err }) => err).join('\n'));
  for (const { code, err } of both) assert.ok(code === 0 || code === 3, err);
  assert.equal(bytes.length, before + promised.length);
  for (const { out } of promised) {
    const [, number, hash] = /^Published edition (\d+) .*\nHash: (\w+)$/mu.exec(out)!;
    assert.equal(
      (JSON.parse(Buffer.from(bytes[Number(number) - 1]!).toString()) as { hash: string }).hash,
      hash,
    );
  }
}

describe('PostgreSQL', () => {
  let server: { url: string; drop: () => Promise<void> };
  let line: Line;
  let env: Record<string, string>;
  before(async () => {
    server = await freshServerDatabase();
    line = await lineTo(server.url);
    env = { HORYZONT_DATA: join(home, 'served'), DATABASE_URL: line.url };
  });
  after(async () => {
    await line.close();
    await server.drop();
  });
  let portal: Served;
  const down = { portal: true, office: false, database: 'down', editions: 1 };
  const up = { portal: true, office: true, database: 'up', editions: 1 };

  test('stopped under a running portal: every page is answered, the office is not ready, a command says why', async () => {
    await prepared(env);
    portal = await serve(env);
    assert.deepEqual(await office(portal), up);
    const visits = visitor(portal.url);
    await line.cut();
    assert.deepEqual(await office(portal), down);
    const ran = await horyzont(['publish', ...PLAN, '--force'], env);
    assert.deepEqual(
      [ran.code, ran.err.trim()],
      [3, 'The database server does not answer (ECONNREFUSED). Check DATABASE_URL.'],
    );
    await until('the log says it', () => portal.log().includes('"event":"database-down"'));
    const { asked, failed } = await visits();
    assert.deepEqual(failed, []);
    assert.ok(asked > 20, `${asked} pages`);
  });

  test('still stopped when the portal starts again: the portal serves from its files', async () => {
    assert.equal(await portal.stop(), 0);
    portal = await serve(env);
    assert.match(
      portal.err(),
      /The database server does not answer\. The portal serves from the edition files/u,
    );
    assert.deepEqual(await office(portal), down);
    const visits = visitor(portal.url);
    await sleep(500);
    const { asked, failed } = await visits();
    assert.deepEqual(failed, []);
    assert.ok(asked > 10);
  });

  test('back again: the office opens by itself and publishing works', async () => {
    await line.mend();
    await until('the office is ready', officeIs(portal, true));
    await until('the log says it', () => portal.log().includes('"event":"database-up"'));
    const ran = await horyzont(['publish', ...PLAN, '--force'], env);
    assert.equal(ran.code, 0, ran.err);
    const list = await (await fetch(`${portal.url}/edition/index.json`)).text();
    assert.ok(list.includes(/^Hash: (\w+)$/mu.exec(ran.out)![1]!), 'the portal was told at once');
  });

  test('silent instead of stopped: pages go on, and the server can be stopped', async () => {
    line.silence();
    const visits = visitor(portal.url);
    assert.deepEqual(await office(portal), { ...down, editions: 2 });
    const { failed } = await visits();
    assert.deepEqual(failed, []);
    const began = performance.now();
    assert.equal(await portal.stop(), 0);
    assert.ok(performance.now() - began < 20_000, `${performance.now() - began} ms`);
  });

  test('two publications at once: one chain', async () => {
    await line.mend();
    await atOnce(env);
  });
});

describe('the end', () => {
  const env = { HORYZONT_DATA: join(home, 'ending'), HORYZONT_EXAMPLES: 'all' };

  for (const [name, signal] of [
    ['SIGTERM of a service manager', 'SIGTERM'],
    ['Ctrl+C, which reaches every process of the terminal', 'SIGINT'],
  ] as const)
    test(`${name} drops no request; the log is JSON to its last line`, async () => {
      const portal = await serve(env);
      // Begun before the signal, each still being made when it comes: documents take longest.
      const addresses = [
        `/torun/cele-2028/${signal === 'SIGTERM' ? 'plan' : 'cele'}.pdf`,
        ...PAGES_OF_JASNOGROD,
      ];
      const answers = addresses.map((path) => whole(portal.url + path));
      await sleep(60);
      const visiting = hurried(portal.url);
      if (signal === 'SIGTERM') portal.signal(signal);
      else portal.signalAll(signal);
      for (const { status, complete } of await Promise.all(answers))
        assert.deepEqual([status, complete], [200, true]);
      assert.equal(await portal.ended, 0, portal.err());
      const { answered, broken } = await visiting;
      assert.deepEqual(broken, []);
      assert.ok(answered > 0);
      const lines = portal.log().trimEnd().split('\n');
      for (const line of lines) assert.equal(typeof (JSON.parse(line) as { at: unknown }).at, 'string', line);
      assert.match(lines.at(-1)!, /"event":"stopped"/u);
      const requests = lines.filter((line) => line.includes('"event":"request"'));
      assert.equal(requests.length, addresses.length + answered);
      assert.equal(existsSync(join(env.HORYZONT_DATA, 'horyzont.sock')), false);
    });
});

test('Ctrl+C on an idle portal is one wish, though it comes twice', async () => {
  const portal = await serve({ HORYZONT_DATA: join(home, 'ending') });
  portal.signalAll('SIGINT');
  assert.equal(await portal.ended, 0, portal.err());
  assert.equal(existsSync(join(home, 'ending/horyzont.sock')), false);
});

const PAGES_OF_JASNOGROD = [
  '/jasnogrod',
  '/jasnogrod/strategia-2032',
  '/en/jasnogrod/strategia-2032/progress',
];

/** One request on a connection of its own, to the end of its body. */
function whole(address: string): Promise<{ status: number; complete: boolean }> {
  return new Promise((resolve, reject) => {
    request(address, { agent: false }, (response) => {
      response.resume();
      response.on('end', () => resolve({ status: response.statusCode!, complete: response.complete }));
      response.on('error', reject);
    })
      .on('error', reject)
      .end();
  });
}

/** For a moment new connections one after another, as from a proxy that has not heard yet: each that is taken must be answered. */
async function hurried(url: string): Promise<{ answered: number; broken: string[] }> {
  const broken: string[] = [];
  let answered = 0;
  for (const end = performance.now() + 400; performance.now() < end;) {
    try {
      const { status, complete } = await whole(`${url}/torun`);
      answered += 1;
      if (status !== 200 || !complete) broken.push(`${status}`);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ECONNREFUSED') broken.push(String(error));
      break;
    }
  }
  return { answered, broken };
}
