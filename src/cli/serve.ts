/** `serve`: the portal, its desk and their graceful end. The portal starts first: it needs only edition files. */

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expectNoServer, openDesk } from '../acts/desk.ts';
import type { Desk } from '../acts/desk.ts';
import { offerFirstLink } from '../acts/first-link.ts';
import { mailHandler } from '../acts/mail.ts';
import { PUBLISH_JOB, runPublicationOrder } from '../acts/publication.ts';
import { NOTIFY_JOB, notificationMailer } from '../acts/tell.ts';
import { Log } from '../server/log.ts';
import { serve } from '../server/main.ts';
import { cookieSecret } from '../system/secret.ts';
import { serveWords } from '../text/command-serve.ts';
import type { Context } from './context.ts';
import { deskPlace, EXIT, readArguments } from './context.ts';
import { firstLinkAddress } from './first-link.ts';

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
    acting: () => desk?.acting() ?? null,
    secret: await cookieSecret(settings.dataFolder, settings.secret),
    signOn: settings.signOn,
    firstLoading: true,
    log,
  });
  const fault = (event: string, error: unknown): void =>
    log.error(event, { message: error instanceof Error ? error.message : String(error) });
  /** While nobody has an account; when the database comes late, then. */
  const sayFirstLink = async (): Promise<void> => {
    const acting = desk?.acting() ?? null;
    const offer = acting
      ? await offerFirstLink(acting).catch((error: unknown) => fault('first-link', error))
      : null;
    if (offer) context.err(words.firstLink(firstLinkAddress(settings.origin ?? server.url, offer.token)));
  };
  try {
    desk = await openDesk(
      deskPlace(context),
      examplesFolder(context),
      {
        onEditions: async () => void (await server.reload()),
        log: (event, fields) => {
          log.info(event, fields);
          if (event === 'database-up') void sayFirstLink();
        },
        fault,
      },
      {
        mail: mailHandler({ smtpUrl: settings.smtpUrl, from: settings.mailFrom }),
        [PUBLISH_JOB]: runPublicationOrder,
        [NOTIFY_JOB]: notificationMailer(() => settings.origin ?? server.url),
      },
    );
  } catch (error) {
    await server.close();
    throw error;
  }

  if (desk.loaded.length > 0) context.err(words.loaded(desk.loaded.join(', ')));
  context.err(
    words.database(settings.databaseUrl === null ? words.embedded(settings.dataFolder) : words.server),
  );
  if (!(await desk.up().catch(() => false))) context.err(words.databaseDown);
  await sayFirstLink();
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
