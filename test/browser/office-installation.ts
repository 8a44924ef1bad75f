/** The real server with its office, on the embedded database or on PostgreSQL, with both examples and one person let in. */
import { mkdtempSync, openSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { offerFirstLink } from '../../src/acts/first-link.ts';
import { openDesk } from '../../src/acts/desk.ts';
import { Log } from '../../src/server/log.ts';
import { serve } from '../../src/server/main.ts';
import { cookieSecret } from '../../src/system/secret.ts';

export interface ServedOffice {
  /** `http://127.0.0.1:40123`. */
  readonly url: string;
  /** Where the first administrator makes an account. */
  readonly firstLink: string;
  readonly close: () => Promise<void>;
}

/** `databaseUrl` null: the embedded database. */
export async function serveOffice(databaseUrl: string | null): Promise<ServedOffice> {
  const folder = mkdtempSync(join(tmpdir(), 'horyzont-office-'));
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const log = new Log({ fd: openSync(join(folder, 'log'), 'a') });
  const place = { dataFolder: folder, databaseUrl, productVersion: '0.0.0-test' };
  const desk = await openDesk(place, 'examples', {
    onEditions: async () => {},
    log: () => {},
    fault: (event, error) => log.error(event, { message: String(error) }),
  });
  const running = await serve({
    port,
    host: '127.0.0.1',
    dataFolder: folder,
    root: process.cwd(),
    origin: url,
    trustProxy: false,
    productVersion: '0.0.0-test',
    databaseUp: () => desk.up(),
    acting: () => desk.acting(),
    secret: await cookieSecret(folder, null),
    log,
  });
  const acting = desk.acting();
  if (!acting) throw new Error('the desk is not open');
  const offer = await offerFirstLink(acting);
  if (!offer) throw new Error('somebody has an account already');

  return {
    url,
    firstLink: `${url}/office/first?token=${offer.token}`,
    close: async () => {
      await running.close();
      await desk.close();
      rmSync(folder, { recursive: true });
    },
  };
}

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
