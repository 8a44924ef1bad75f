/** The real server on the shipped examples, with an origin that is its own address, so that permanent addresses open. */
import { cpSync, mkdirSync, mkdtempSync, openSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Edition } from '../../src/edition/edition.ts';
import { paths, type PublicPath } from '../../src/portal/paths.ts';
import type { Site } from '../../src/portal/site.ts';
import { Log } from '../../src/server/log.ts';
import { serve } from '../../src/server/main.ts';

export const PLANS = { jasnogrod: 'strategia-2032', torun: 'cele-2028' } as const;
export type Example = keyof typeof PLANS;

export interface Portal {
  /** `http://127.0.0.1:40123`, also the origin in permanent addresses. */
  readonly url: string;
  readonly close: () => Promise<void>;
}

/** The day is fixed: a week after the newest edition of Jasnogród. */
export async function startPortal(): Promise<Portal> {
  const folder = mkdtempSync(join(tmpdir(), 'horyzont-browser-'));
  for (const [city, plan] of Object.entries(PLANS)) {
    mkdirSync(join(folder, 'editions', city, plan), { recursive: true });
    for (const file of files(city))
      cpSync(`examples/${city}/${file}`, join(folder, 'editions', city, plan, file.replace('edition-', '')));
  }
  const port = await freePort();
  const running = await serve({
    port,
    host: '127.0.0.1',
    dataFolder: folder,
    root: process.cwd(),
    origin: `http://127.0.0.1:${port}`,
    trustProxy: false,
    productVersion: '0.0.0-test',
    databaseUp: () => Promise.reject(new Error('the database is stopped')),
    log: new Log({ fd: openSync(join(folder, 'log'), 'a') }),
    now: () => '2026-11-22T12:00:00Z',
  });
  return {
    url: running.url,
    close: async () => {
      await running.close();
      rmSync(folder, { recursive: true });
    },
  };
}

/** The editions of an example, the newest last. */
export function editionsOf(city: Example): readonly Edition[] {
  return files(city).map((file) => JSON.parse(readFileSync(`examples/${city}/${file}`, 'utf8')) as Edition);
}

export function newestOf(city: Example): Edition {
  return editionsOf(city).at(-1)!;
}

/** Every public address of both examples. */
export function everyPath(): readonly PublicPath[] {
  const editions = [...editionsOf('jasnogrod'), ...editionsOf('torun')];
  const site: Site = {
    origin: 'http://x',
    assets: {},
    productVersion: '',
    linkStyle: 'web',
    asOf: '2026-11-22',
  };
  return [...paths(site, editions)];
}

function files(city: string): readonly string[] {
  return readdirSync(`examples/${city}`)
    .filter((name) => /^edition-\d+\.json$/.test(name))
    .toSorted();
}

/** A port that was free a moment ago: the origin must be known before the server listens. */
function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => resolve(port));
    });
  });
}
