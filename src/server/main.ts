import { getRequestListener } from '@hono/node-server';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { Acting } from '../acts/acting.ts';
import type { SignOnSettings } from '../acts/sign-on-provider.ts';
import type { Edition } from '../edition/edition.ts';
import type { Office } from '../office/visit.ts';
import { indexNewest } from './ahead.ts';
import { application, type OfficeHandler } from './app.ts';
import { KEEP_ALIVE_SECONDS } from './frame.ts';
import { front } from './front.ts';
import { Holdings } from '../database/holdings.ts';
import { Log } from './log.ts';
import { loadAssets } from '../system/assets.ts';
import { recipeMaker } from './made.ts';
import { ServedPages } from './pages.ts';

export interface ServeOptions {
  readonly port: number;
  readonly host: string;
  /** Holds `editions/` and `cache/`. */
  readonly dataFolder: string;
  /** Folder of the program, with its build. */
  readonly root: string;
  readonly origin: string | null;
  readonly trustProxy: boolean;
  readonly productVersion: string;
  /** Whether the database answers; the portal does not need it. */
  readonly databaseUp: () => Promise<boolean>;
  /** What the office's acts are given, or null while the database is not open; without it there is no office. */
  readonly acting?: () => Acting | null;
  /** Signs the office's cookies. */
  readonly secret?: string;
  /** The single sign-on of the office; left out where there is none. */
  readonly signOn?: SignOnSettings | null;
  /** Whether `reload` will be called once what is there at the start is loaded; without editions the portal waits for it. */
  readonly firstLoading?: boolean;
  readonly log?: Log;
  /** Bytes of rendered answers that are kept; 64 MiB by default. */
  readonly cacheBytes?: number;
  /** Seconds after which a connection over which nothing passes is closed; 65 by default. */
  readonly idleSeconds?: number;
  readonly now?: () => string;
}

export interface Running {
  /** `http://127.0.0.1:8080`. */
  readonly url: string;
  /** Reads new edition files; answers the editions that are new. Called after a publication. */
  readonly reload: () => Promise<readonly Edition[]>;
  readonly editions: () => readonly Edition[];
  /** Stops taking connections, lets running requests end (at most ten seconds), writes the log. */
  readonly close: () => Promise<void>;
}

/** The door closes after so many turns without a request, and at the latest after the grace; running requests get as long again. */
const QUIET_TURNS = 6;
const TURN_MS = 40;
const GRACE_MS = 10_000;

/** Starts the public portal. Throws when the address is taken. */
export async function serve(options: ServeOptions): Promise<Running> {
  const log = options.log ?? new Log();
  const secure = options.origin?.startsWith('https://') ?? false;
  const holdings = new Holdings(join(options.dataFolder, 'editions'));
  await holdings.reload();
  for (const { file, why } of holdings.problems) log.error('edition-unreadable', { file, why });
  let loading = options.firstLoading === true && holdings.editions.length === 0;
  const maker = recipeMaker({ ...options, cacheFolder: join(options.dataFolder, 'cache') });
  const assets = await loadAssets(options.root);
  const pages = new ServedPages({
    holdings,
    site: {
      origin: options.origin,
      assets: assets.paths,
      productVersion: options.productVersion,
      linkStyle: 'web',
    },
    assetsFolder: assets.folder,
    make: maker,
    cacheBytes: options.cacheBytes ?? 64 * 1024 * 1024,
    now: options.now ?? (() => new Date().toISOString()),
    loading: () => loading,
  });
  const office = lazily(options, assets.paths, {
    baseUrl: () => options.origin ?? url(),
    published: async () => void (await reload()),
    fault: (id, what, error) =>
      log.error('fault', {
        id,
        what,
        error: error instanceof Error ? (error.stack ?? error.message) : String(error),
      }),
  });
  const app = application({
    secure,
    office,
    trustProxy: options.trustProxy,
    readiness: async () => {
      const up = await options.databaseUp().catch(() => false);
      return {
        portal: !loading,
        office: up,
        database: up ? 'up' : 'down',
        editions: holdings.editions.length,
      };
    },
  });
  const behind = getRequestListener(app.fetch);
  const server = createServer(
    {
      // One timer a connection, moved on by what passes over it; Node's second one would be set and cleared at each request.
      keepAliveTimeout: 0,
      headersTimeout: 15_000,
      requestTimeout: 30_000,
      connectionsCheckingInterval: 5_000,
      noDelay: true,
      // A GET has no body: no stream is set up for it.
      optimizeEmptyRequests: true,
    },
    front({
      pages,
      log,
      secure,
      trustProxy: options.trustProxy,
      behind: (request, response) => void behind(request, response),
    }),
  );
  server.timeout = (options.idleSeconds ?? KEEP_ALIVE_SECONDS) * 1000;
  server.maxHeadersCount = 100;
  server.on('clientError', (_error, socket) => {
    if (socket.writable)
      socket.end('HTTP/1.1 400 Bad Request\r\nConnection: close\r\nContent-Length: 0\r\n\r\n');
  });
  await listen(server, options.port, options.host);
  const { port } = server.address() as AddressInfo;
  const url = (): string =>
    `http://${options.host.includes(':') ? `[${options.host}]` : options.host}:${port}`;

  const prepare = (): void =>
    void indexNewest(holdings.editions).catch((error: unknown) =>
      log.error('index', { message: error instanceof Error ? error.message : String(error) }),
    );
  const reload = async (): Promise<readonly Edition[]> => {
    const { added, removed } = await holdings.reload();
    loading = false;
    for (const { file, why } of holdings.problems) log.error('edition-unreadable', { file, why });
    if (added.length + removed.length > 0) {
      const dropped = pages.changed([...added, ...removed]);
      log.info('editions', {
        added: added.length,
        removed: removed.length,
        total: holdings.editions.length,
        dropped,
      });
      prepare();
    }
    return added;
  };
  log.info('listening', { url: `http://${options.host}:${port}`, editions: holdings.editions.length });
  prepare();
  return {
    url: url(),
    reload,
    editions: () => holdings.editions,
    close: async () => {
      await stop(server);
      log.info('stopped');
      await log.flush();
    },
  };
}

/**
 * The office is loaded and made when the database is open, and made again should it be another one. A process that
 * serves the portal alone never loads it: it would be half as large again.
 */
function lazily(
  options: ServeOptions,
  assets: Readonly<Record<string, string>>,
  {
    baseUrl,
    published,
    fault,
  }: {
    readonly baseUrl: () => string;
    readonly published: () => Promise<void>;
    readonly fault: Office['fault'];
  },
): () => Promise<OfficeHandler | null> {
  let made: { readonly database: Acting['database']; readonly handler: OfficeHandler } | null = null;
  return async () => {
    const acting = options.acting?.() ?? null;
    const { secret } = options;
    if (!acting || secret === undefined) return null;
    const [{ officeApp }, { openOffice }] = await Promise.all([
      import('../office/app.tsx'),
      import('../office/open.ts'),
    ]);
    if (made?.database !== acting.database)
      made = {
        database: acting.database,
        handler: officeApp(
          openOffice({
            acting,
            assets,
            baseUrl: baseUrl(),
            secret,
            signOn: options.signOn ?? null,
            published,
            fault,
          }),
        ),
      };
    return made.handler;
  };
}

function listen(server: Server, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      resolve();
    });
  });
}

/**
 * First every answer tells its client to close, while connections are still taken; then the door closes, and what still
 * runs gets its answer. So a proxy that sends on for a moment loses nothing.
 */
async function stop(server: Server): Promise<void> {
  const began = performance.now();
  let quiet = 0;
  server.prependListener('request', (_request, response) => {
    response.shouldKeepAlive = false;
    quiet = 0;
  });
  // Turns of the event loop are counted, not time: a busy loop must not look like a quiet door.
  while (quiet < QUIET_TURNS && performance.now() - began < GRACE_MS) {
    await new Promise((resolve) => setTimeout(resolve, TURN_MS));
    quiet += 1;
  }
  const idle = setInterval(() => server.closeIdleConnections(), 50);
  const forced = setTimeout(() => server.closeAllConnections(), GRACE_MS);
  await new Promise((resolve) => server.close(resolve));
  clearInterval(idle);
  clearTimeout(forced);
}
