import assert from 'node:assert/strict';
import { cpSync, existsSync, mkdirSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { Agent, request, type IncomingHttpHeaders } from 'node:http';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { isIndexed } from '../../src/portal/search-index.ts';
import { Log } from '../../src/server/log.ts';
import { serve, type Running, type ServeOptions } from '../../src/server/main.ts';
import { loadAssets } from '../../src/system/assets.ts';

const folder = mkdtempSync(join(tmpdir(), 'horyzont-server-'));
const logFile = join(folder, 'log');
let running: Running;

before(async () => {
  addEdition('torun', 'cele-2028', 1);
  addEdition('jasnogrod', 'strategia-2032', 1);
  addEdition('jasnogrod', 'strategia-2032', 2);
  running = await start();
});
after(async () => {
  await running.close();
  rmSync(folder, { recursive: true });
});

function addEdition(city: string, plan: string, number: number): void {
  mkdirSync(join(folder, 'editions', city, plan), { recursive: true });
  cpSync(`examples/${city}/edition-${number}.json`, join(folder, 'editions', city, plan, `${number}.json`));
}

function start(more: Partial<ServeOptions> = {}): Promise<Running> {
  return serve({
    port: 0,
    host: '127.0.0.1',
    dataFolder: folder,
    root: process.cwd(),
    origin: 'https://plan.example',
    trustProxy: false,
    productVersion: '0.0.0-test',
    databaseUp: () => Promise.reject(new Error('the database is stopped')),
    log: new Log({ fd: openSync(logFile, 'a') }),
    now: () => '2026-11-22T12:00:00Z',
    ...more,
  });
}

interface Got {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

function get(
  path: string,
  headers: Record<string, string> = {},
  method = 'GET',
  agent?: Agent,
): Promise<Got> {
  const { hostname, port } = new URL(running.url);
  return new Promise((resolve, reject) => {
    const asked = request({ hostname, port, path, headers, method, ...(agent && { agent }) }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(chunks) }),
      );
    });
    asked.on('error', reject);
    asked.end();
  });
}

/** The text of a page without its tags. */
function words(got: Got): string {
  return got.body.toString().replace(/<[^>]+>/g, '');
}

test('a page comes in the encoding that is asked for, the same words in each', async () => {
  const plain = await get('/torun/cele-2028/1.3');
  const br = await get('/torun/cele-2028/1.3', { 'Accept-Encoding': 'gzip, br' });
  const gzip = await get('/torun/cele-2028/1.3', { 'Accept-Encoding': 'gzip' });
  assert.equal(plain.status, 200);
  assert.match(plain.body.toString(), /Tworzenie wysokiej jakości oferty kulturalnej/);
  assert.deepEqual(brotliDecompressSync(br.body), plain.body);
  assert.deepEqual(gunzipSync(gzip.body), plain.body);
  assert.equal(br.headers['content-encoding'], 'br');
  assert.equal(br.headers.vary, 'Accept-Encoding');
  assert.notEqual(br.headers.etag, gzip.headers.etag);
  assert.equal(br.headers['cache-control'], 'public, max-age=0, s-maxage=60');
});

test('a known tag gets 304 without a body, a HEAD the same headers without a body', async () => {
  const first = await get('/torun/cele-2028', { 'Accept-Encoding': 'br' });
  const again = await get('/torun/cele-2028', {
    'Accept-Encoding': 'br',
    'If-None-Match': `"other", ${first.headers.etag}`,
  });
  assert.equal(again.status, 304);
  assert.equal(again.body.length, 0);
  assert.equal(again.headers.etag, first.headers.etag);
  const head = await get('/torun/cele-2028', { 'Accept-Encoding': 'br' }, 'HEAD');
  assert.equal(head.status, 200);
  assert.equal(head.body.length, 0);
  assert.equal(head.headers['content-length'], first.headers['content-length']);
});

test('every answer carries the security headers, also refusals', async () => {
  for (const [path, method] of [
    ['/torun/cele-2028', 'GET'],
    ['/nowhere/at/all', 'GET'],
    ['/healthz', 'GET'],
    ['/torun', 'POST'],
  ] as const) {
    const { headers } = await get(path, {}, method);
    assert.match(String(headers['content-security-policy']), /^default-src 'none'; script-src 'self'/, path);
    assert.equal(headers['x-content-type-options'], 'nosniff', path);
    assert.ok(headers['strict-transport-security'], path);
  }
});

test('unknown query parameters change nothing', async () => {
  const plain = await get('/torun/cele-2028');
  const tagged = await get('/torun/cele-2028?utm_source=x&q=1');
  assert.equal(tagged.headers.etag, plain.headers.etag);
});

test('the root follows Accept-Language and says so', async () => {
  const pl = await get('/', { 'Accept-Language': 'pl-PL,pl;q=0.9,en;q=0.5' });
  const en = await get('/', { 'Accept-Language': 'en-GB,en;q=0.9,pl;q=0.5' });
  assert.match(pl.body.toString(), /<html[^>]* lang="pl"/);
  assert.match(en.body.toString(), /<html[^>]* lang="en"/);
  assert.equal(pl.headers.vary, 'Accept-Language, Accept-Encoding');
});

test('search answers for each question and is not mixed up by the cache', async () => {
  const culture = await get('/torun/cele-2028/szukaj?q=kultura');
  const work = await get('/torun/cele-2028/szukaj?q=rynek+pracy');
  assert.match(words(culture), /oferty kulturalnej/);
  assert.match(words(work), /rynku pracy/);
  assert.notEqual(culture.headers.etag, work.headers.etag);
});

test('an unknown address helps, in the language of its path', async () => {
  const pl = await get('/torun/cele-2028/9.9');
  const en = await get('/en/torun/cele-2028/9.9');
  assert.equal(pl.status, 404);
  assert.match(pl.body.toString(), /<html[^>]* lang="pl"/);
  assert.match(en.body.toString(), /<html[^>]* lang="en"/);
  assert.equal(pl.headers['cache-control'], 'no-store');
});

test('a trailing slash moves to the address without it, never to another host', async () => {
  const moved = await get('/torun/cele-2028/?q=1');
  assert.equal(moved.status, 308);
  assert.equal(moved.headers.location, '/torun/cele-2028?q=1');
  const tricky = await get('//evil.example/');
  assert.ok(tricky.status === 404 || tricky.headers.location === '/evil.example');
  const worse = await get('/%5cevil.example/');
  assert.ok(worse.status === 404 || !/evil/.test(worse.headers.location ?? ''));
});

test('odd requests are refused shortly', async () => {
  assert.equal((await get(`/${'a'.repeat(5000)}`)).status, 414);
  assert.equal((await get('/torun/%E0%A4%A')).status, 404);
  assert.equal((await get('/torun/%00')).status, 404);
  assert.equal((await get('/assets/../../package.json')).status, 404);
  assert.equal((await get('/assets/%2e%2e%2fmanifest.json')).status, 404);
  const post = await get('/torun/cele-2028', {}, 'POST');
  assert.equal(post.status, 405);
  assert.equal(post.headers.allow, 'GET, HEAD');
});

test('bytes that are no HTTP get 400 and the server goes on', async () => {
  const { hostname, port } = new URL(running.url);
  const answer = await new Promise<string>((resolve) => {
    const socket = connect(Number(port), hostname, () => socket.write('GARBAGE\r\n\r\n'));
    let text = '';
    socket.on('data', (chunk) => (text += chunk.toString()));
    socket.on('close', () => resolve(text));
  });
  assert.match(answer, /^HTTP\/1\.1 400/);
  assert.equal((await get('/torun')).status, 200);
});

test('hashed files are immutable, data files answer ranges', async () => {
  const manifest = (await loadAssets(process.cwd())).paths;
  for (const path of Object.values(manifest)) {
    const got = await get(path);
    assert.equal(got.status, 200, path);
    assert.match(got.headers['cache-control'] ?? '', /immutable/);
  }
  const whole = await get('/torun/cele-2028/plan.csv');
  const part = await get('/torun/cele-2028/plan.csv', { Range: 'bytes=0-99' });
  assert.equal(part.status, 206);
  assert.equal(part.headers['content-range'], `bytes 0-99/${whole.body.length}`);
  assert.deepEqual(part.body, whole.body.subarray(0, 100));
  assert.equal((await get('/torun/cele-2028/plan.csv', { Range: 'bytes=99999999-' })).status, 416);
});

test('the edition is served byte for byte', async () => {
  const got = await get('/edition/torun/cele-2028/1.json');
  assert.deepEqual(got.body, readFileSync('examples/torun/edition-1.json'));
});

test('with the database stopped the portal is ready and the office is not', async () => {
  const ready = await get('/readyz');
  assert.equal(ready.status, 200);
  assert.deepEqual(JSON.parse(ready.body.toString()), {
    portal: true,
    office: false,
    database: 'down',
    editions: 3,
  });
  assert.equal((await get('/healthz')).status, 200);
});

test('a new edition file is shown after a reload; past editions and other plans stay in memory', async () => {
  await get('/jasnogrod/strategia-2032');
  const torun = await get('/torun/cele-2028');
  assert.ok(existsSync('examples/jasnogrod/edition-3.json'));
  addEdition('jasnogrod', 'strategia-2032', 3);
  const added = await running.reload();
  assert.deepEqual(
    added.map((e) => e.number),
    [3],
  );
  const list = JSON.parse((await get('/edition/index.json')).body.toString()) as {
    plans: { plan: string; editions: unknown[] }[];
  };
  assert.equal(list.plans.find((p) => p.plan === 'strategia-2032')?.editions.length, 3);
  assert.equal((await get('/jasnogrod/strategia-2032/wydanie/2')).status, 200);
  assert.equal((await get('/torun/cele-2028')).headers.etag, torun.headers.etag);
});

test('the newest editions are indexed before anybody searches, at the start and after a reload', async () => {
  const other = await start();
  const indexed = async (): Promise<readonly string[]> => {
    await new Promise((resolve) => setTimeout(resolve, 20));
    return other
      .editions()
      .filter(isIndexed)
      .map((edition) => `${edition.plan.slug} ${edition.number}`);
  };
  const until = async (expected: readonly string[]): Promise<void> => {
    let found = await indexed();
    for (let left = 100; left > 0 && found.length < expected.length; left -= 1) found = await indexed();
    assert.deepEqual(found, expected);
  };
  const last = join(folder, 'editions', 'jasnogrod', 'strategia-2032', '3.json');
  try {
    await until(['strategia-2032 3', 'cele-2028 1']);
    rmSync(last);
    await other.reload();
    await until(['strategia-2032 2', 'cele-2028 1']);
  } finally {
    addEdition('jasnogrod', 'strategia-2032', 3);
    await other.close();
  }
});

test('without editions the portal is not ready and nothing is kept until the first loading is over', async () => {
  const empty = mkdtempSync(join(tmpdir(), 'horyzont-empty-'));
  const other = await start({ dataFolder: empty, firstLoading: true });
  const asked = async (path: string) => {
    const got = await fetch(other.url + path, { redirect: 'manual' });
    return [got.status, got.headers.get('cache-control'), await got.text()] as const;
  };
  const readiness = async () => {
    const [status, , body] = await asked('/readyz');
    return [status, (JSON.parse(body) as { portal: boolean }).portal];
  };
  try {
    assert.deepEqual(await readiness(), [503, false]);
    for (const path of ['/', '/en', '/edition/index.json', '/sitemap.xml', '/torun/'])
      assert.equal((await asked(path))[1], 'no-store', path);
    mkdirSync(join(empty, 'editions', 'torun', 'cele-2028'), { recursive: true });
    cpSync('examples/torun/edition-1.json', join(empty, 'editions', 'torun', 'cele-2028', '1.json'));
    await other.reload();
    assert.deepEqual(await readiness(), [200, true]);
    const [, caching, body] = await asked('/');
    assert.equal(caching, 'public, max-age=0, s-maxage=60');
    assert.match(body, /Toru/);
  } finally {
    await other.close();
    rmSync(empty, { recursive: true });
  }
});

test('an installation that has loaded nothing on purpose is ready, one with editions from the start', async () => {
  const empty = mkdtempSync(join(tmpdir(), 'horyzont-empty-'));
  const other = await start({ dataFolder: empty, firstLoading: true });
  const full = await start({ firstLoading: true });
  try {
    await other.reload();
    for (const { url } of [other, full]) assert.equal((await fetch(`${url}/readyz`)).status, 200);
    assert.equal((await fetch(other.url)).headers.get('cache-control'), 'public, max-age=0, s-maxage=60');
  } finally {
    await other.close();
    await full.close();
    rmSync(empty, { recursive: true });
  }
});

test('every request leaves one line in the log, with its id', async () => {
  await get('/torun/cele-2028?log=1', { 'X-Request-Id': 'not-trusted' });
  await new Promise((resolve) => setTimeout(resolve, 250));
  const lines = readFileSync(logFile, 'utf8')
    .trim()
    .split('\n')
    .map((l) => JSON.parse(l) as Record<string, unknown>);
  const mine = lines.filter((l) => l['url'] === '/torun/cele-2028?log=1');
  assert.equal(mine.length, 1);
  assert.equal(mine[0]?.['status'], 200);
  assert.notEqual(mine[0]?.['id'], 'not-trusted');
  assert.equal(
    new Set(lines.filter((l) => l['event'] === 'request').map((l) => l['id'])).size,
    lines.filter((l) => l['event'] === 'request').length,
  );
});

test('an idle connection is closed, one in use is not', async () => {
  const brief = await start({ idleSeconds: 0.4 });
  const port = Number(new URL(brief.url).port);
  const socket = connect(port, '127.0.0.1');
  const began = performance.now();
  let closedAfter = 0;
  socket.on('close', () => (closedAfter = performance.now() - began));
  for (let asked = 0; asked < 4; asked += 1) {
    socket.write('GET /torun/cele-2028 HTTP/1.1\r\nHost: x\r\n\r\n');
    socket.resume();
    await new Promise((resolve) => setTimeout(resolve, 200));
    assert.equal(closedAfter, 0, `closed although request ${asked + 1} was just answered`);
  }
  const closed = new Promise((resolve) => socket.on('close', resolve));
  await closed;
  assert.ok(closedAfter < 5000, `closed only after ${closedAfter} ms`);
  await brief.close();
});

test('a stop lets every running request end', async () => {
  const agent = new Agent({ keepAlive: true, maxSockets: 20 });
  await get('/torun/cele-2028', {}, 'GET', agent);
  const asked = Array.from({ length: 60 }, (_, i) =>
    get(`/jasnogrod/strategia-2032/szukaj?q=droga${i}`, {}, 'GET', agent).then(
      (r) => r.status,
      (e: NodeJS.ErrnoException) => e.code,
    ),
  );
  await new Promise((resolve) => setTimeout(resolve, 30));
  await running.close();
  const answers = await Promise.all(asked);
  assert.equal(answers.filter((a) => a === 200).length, 60);
  agent.destroy();
  running = await start();
});
