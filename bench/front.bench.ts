import { execFileSync, fork, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { build } from 'vite';
import { median, type Measured } from './measure.ts';

/** Fresh server processes a setting: two starts of one program differ by more than two runs of one start. */
const STARTS = 4;
const PAIRS = 6;
const SECONDS = 1;
const PAGE = '/torun/cele-2028';

/**
 * Requests a second for one public page, brotli, keep-alive, server on one core and client on the other, against nginx
 * sending the same bytes from a file. Runs alternate, so that what else the machine does hits both.
 */
export async function bench(): Promise<Measured> {
  for (const tool of ['/usr/sbin/nginx', '/usr/bin/wrk', '/usr/bin/taskset'])
    if (!existsSync(tool))
      throw new Error(
        `${tool} is missing. Run: apt-get install nginx libnginx-mod-http-brotli-static wrk util-linux`,
      );
  const folder = mkdtempSync(join(tmpdir(), 'horyzont-bench-'));
  for (const example of ['torun', 'jasnogrod']) copyEditions(example, join(folder, 'editions'));
  const server = await bundled();
  const rows: string[][] = [];
  const ratios: Record<string, number> = {};
  for (const logging of ['on', 'off'] as const) {
    const found: Record<string, number[]> = { horyzont: [], nginx: [] };
    const latency: Record<string, number[]> = { horyzont: [], nginx: [] };
    let page: Buffer = Buffer.alloc(0);
    for (let start = 0; start < STARTS; start += 1) {
      const node = fork(server, [folder, '0', logging], {
        execArgv: ['--enable-source-maps', '--max-semi-space-size=4'],
      });
      const [url] = (await once(node, 'message')) as [string];
      execFileSync('taskset', ['-acp', '1', String(node.pid)], { stdio: 'ignore' });
      page = await fetchBrotli(`${url}${PAGE}`);
      const { stop, address } = await nginx(folder, page, logging);
      const targets = [
        ['horyzont', `${url}${PAGE}`],
        ['nginx', address],
      ] as const;
      for (const [, target] of targets) wrk(target);
      for (let pair = 0; pair < PAIRS; pair += 1)
        for (const [name, target] of pair % 2 === 0 ? targets : targets.toReversed()) {
          const { perSecond, p99 } = wrk(target);
          found[name]!.push(perSecond);
          latency[name]!.push(p99);
        }
      await stop();
      await ended(node);
    }
    const [ours, theirs] = [median(found['horyzont']!), median(found['nginx']!)];
    const pairs = found['horyzont']!.map((v, i) => v / found['nginx']![i]!);
    ratios[logging] = median(pairs);
    rows.push([
      `log ${logging}`,
      `${(ours / 1000).toFixed(1)}k/s`,
      `${(theirs / 1000).toFixed(1)}k/s`,
      ratios[logging].toFixed(2),
      `${median(latency['horyzont']!).toFixed(1)} / ${median(latency['nginx']!).toFixed(1)} ms`,
      `${page.length} B`,
    ]);
  }
  rmSync(folder, { recursive: true });
  return {
    title: 'Serving a public page',
    how: `${PAGE}, brotli, keep-alive, 32 connections, wrk on one core and the server on the other; ${STARTS} fresh starts of both, each warmed for a second, then ${PAIRS} pairs of runs of ${SECONDS} s in turns; medians; the ratio is the median of the paired runs.`,
    columns: ['', 'Horyzont', 'nginx', 'ratio', 'p99', 'bytes'],
    rows,
    limits: [
      {
        what: 'ratio to nginx with logging',
        limit: '≥ 0.60',
        found: ratios['on']!.toFixed(2),
        met: ratios['on']! >= 0.6,
      },
      {
        what: 'ratio to nginx without logging',
        limit: '≥ 0.65',
        found: ratios['off']!.toFixed(2),
        met: ratios['off']! >= 0.65,
      },
    ],
  };
}

/** The portal's process built as the product is built: without a loader and its threads beside the server. */
async function bundled(): Promise<string> {
  const root = join(import.meta.dirname, '..');
  await build({
    root,
    configFile: false,
    logLevel: 'warn',
    build: {
      ssr: true,
      target: 'node24',
      outDir: 'dist/bench',
      sourcemap: true,
      minify: false,
      rolldownOptions: {
        input: { 'serve-child': join(root, 'bench/serve-child.ts') },
        output: { format: 'es', entryFileNames: '[name].js' },
      },
    },
  });
  return join(root, 'dist/bench/serve-child.js');
}

export function copyEditions(example: string, editions: string): void {
  const plan = { torun: 'cele-2028', jasnogrod: 'strategia-2032' }[example] ?? example;
  mkdirSync(join(editions, example, plan), { recursive: true });
  for (let n = 1; existsSync(`examples/${example}/edition-${n}.json`); n += 1)
    cpSync(`examples/${example}/edition-${n}.json`, join(editions, example, plan, `${n}.json`));
}

function fetchBrotli(url: string): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    request(url, { headers: { 'Accept-Encoding': 'br' } }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => resolve(Buffer.concat(chunks)));
    })
      .on('error', reject)
      .end();
  });
}

async function nginx(
  folder: string,
  page: Buffer,
  logging: 'on' | 'off',
): Promise<{ address: string; stop: () => Promise<void> }> {
  const root = join(folder, 'nginx');
  mkdirSync(root, { recursive: true });
  writeFileSync(join(root, 'page.html.br'), page);
  writeFileSync(join(root, 'page.html'), 'plain');
  const port = 18_400 + Math.floor(Math.random() * 1000);
  writeFileSync(
    join(root, 'nginx.conf'),
    `load_module /usr/lib/nginx/modules/ngx_http_brotli_static_module.so;
user ${userInfo().username}; worker_processes 1; pid ${root}/nginx.pid; error_log ${root}/error.log; daemon off;
events { worker_connections 1024; }
http { types { text/html html; } sendfile on; tcp_nopush on; keepalive_requests 1000000000;
  open_file_cache max=100; client_body_temp_path ${root}; proxy_temp_path ${root}; fastcgi_temp_path ${root}; uwsgi_temp_path ${root}; scgi_temp_path ${root};
  access_log ${logging === 'on' ? `${root}/access.log combined buffer=64k flush=1s` : 'off'};
  server { listen 127.0.0.1:${port}; root ${root}; brotli_static on;
    add_header Cache-Control "public, max-age=0, s-maxage=60"; add_header X-Content-Type-Options nosniff;
    add_header Referrer-Policy strict-origin-when-cross-origin; add_header Vary Accept-Encoding; } }
`,
  );
  const child = spawn('taskset', ['-c', '1', 'nginx', '-c', join(root, 'nginx.conf')], { stdio: 'ignore' });
  const address = `http://127.0.0.1:${port}/page.html`;
  for (let attempt = 0; ; attempt += 1) {
    const answer = await fetchBrotli(address).catch(() => null);
    if (answer?.length === page.length) break;
    if (attempt > 50) throw new Error('nginx did not start with the same bytes');
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return { address, stop: () => ended(child) };
}

function wrk(url: string): { perSecond: number; p99: number } {
  const text = execFileSync(
    'taskset',
    ['-c', '0', 'wrk', '-t1', '-c32', `-d${SECONDS}s`, '--latency', '-H', 'Accept-Encoding: br', url],
    { encoding: 'utf8' },
  );
  const p99 = /99%\s+([\d.]+)(us|ms|s)/.exec(text);
  const unit = { us: 0.001, ms: 1, s: 1000 }[p99?.[2] ?? 'ms'] ?? 1;
  if (/Non-2xx/.test(text)) throw new Error(text);
  return { perSecond: Number(/Requests\/sec:\s+([\d.]+)/.exec(text)?.[1]), p99: Number(p99?.[1]) * unit };
}

async function ended(child: ChildProcess): Promise<void> {
  const gone = once(child, 'exit');
  child.kill('SIGTERM');
  await gone;
}
