/** `serve`: the portal, its desk and their graceful end. The portal starts first: it needs only edition files. */

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expectNoServer, openDesk } from '../acts/desk.ts';
import type { Desk } from '../acts/desk.ts';
import { Log } from '../server/log.ts';
import { serve } from '../server/main.ts';
import { serveWords } from '../text/command-serve.ts';
import type { Context } from './context.ts';
import { deskPlace, EXIT, readArguments } from './context.ts';

export async function run(args: readonly string[], context: Context): Promise<number> {
  readArguments(args, [], {}, context.messages);
  const started = performance.now();
  const stopping = askedToStop();
  const words = serveWords(context.locale);
  const { settings, root } = context;
  await expectNoServer(deskPlace(context));
  const log = new Log();
  let desk: Desk | null = null;
  const server = await serve({
    port: settings.port,
    host: settings.host,
    dataFolder: settings.dataFolder,
    root,
    origin: settings.origin,
    trustProxy: settings.trustProxy,
    productVersion: context.productVersion,
    databaseUp: async () => (desk ? desk.up() : false),
    firstLoading: true,
    log,
  });
  try {
    desk = await openDesk(deskPlace(context), examplesFolder(context), {
      onEditions: async () => void (await server.reload()),
      log: (event, fields) => log.info(event, fields),
      fault: (event, error) =>
        log.error(event, { message: error instanceof Error ? error.message : String(error) }),
    });
  } catch (error) {
    await server.close();
    throw error;
  }

  if (desk.loaded.length > 0) context.err(words.loaded(desk.loaded.join(', ')));
  context.err(
    words.database(settings.databaseUrl === null ? words.embedded(settings.dataFolder) : words.server),
  );
  if (!(await desk.up().catch(() => false))) context.err(words.databaseDown);
  context.err(words.ready(server.url, performance.now() - started));

  await stopping;
  context.err(words.stopping);
  await server.close();
  await desk.close();
  await log.flush();
  return EXIT.done;
}

function examplesFolder({ settings, root }: Context): string | null {
  const folder = join(root, 'examples');
  return settings.examples === 'all' && existsSync(folder) ? folder : null;
}

/** Ctrl+C reaches every process of the terminal, and npm and our own starter pass it on: all that is one wish. */
const ONE_WISH_MS = 1_000;

/** The first signal asks for a graceful end; one that comes later ends the process at once. */
function askedToStop(): Promise<void> {
  return new Promise((resolve) => {
    let asked: number | null = null;
    for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const)
      process.on(signal, () => {
        asked ??= performance.now();
        if (performance.now() - asked > ONE_WISH_MS) process.exit(EXIT.fault);
        resolve();
      });
  });
}
