/** The line to a PostgreSQL server, which a test can cut, silence and mend. */

import { connect, createServer } from 'node:net';
import type { AddressInfo, Socket } from 'node:net';
import { join } from 'node:path';
import { Client } from 'pg';

export interface Line {
  /** The same database, through the line. */
  readonly url: string;
  /** As when the server is stopped: sessions end in its own words, then nobody listens. */
  readonly cut: () => Promise<void>;
  /** As when the network swallows everything: connections stay, nothing passes. */
  readonly silence: () => void;
  readonly mend: () => Promise<void>;
  readonly close: () => Promise<void>;
}

/** Opens a line to the database at `url`, by TCP or a socket folder. */
export async function lineTo(url: string): Promise<Line> {
  const { host, port, user, password, database } = new Client({ connectionString: url });
  const sockets = new Set<Socket>();
  const server = createServer((near) => {
    const far = host.startsWith('/') ? connect(join(host, `.s.PGSQL.${port}`)) : connect(port, host);
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(one);
      one.on('data', (bytes) => void (silent ? undefined : other.write(bytes)));
      one.on('error', () => other.destroy());
      one.on('close', () => {
        sockets.delete(one);
        other.destroy();
      });
    }
  });
  let silent = false;
  const listen = (at: number): Promise<void> =>
    new Promise((resolve) => server.listen(at, '127.0.0.1', resolve));
  await listen(0);
  const own = (server.address() as AddressInfo).port;
  const shut = async (): Promise<void> => {
    const closed = new Promise((resolve) => server.close(resolve));
    for (const socket of sockets) socket.destroy();
    await closed;
  };
  const secret = password ? `:${encodeURIComponent(password)}` : '';
  return {
    url: `postgres://${encodeURIComponent(user ?? 'postgres')}${secret}@127.0.0.1:${own}/${database}`,
    cut: async () => {
      const client = new Client({ connectionString: url });
      await client.connect();
      await client.query(
        'select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()',
      );
      await client.end();
      await shut();
    },
    silence: () => {
      silent = true;
    },
    mend: async () => {
      silent = false;
      if (!server.listening) await listen(own);
    },
    close: async () => {
      if (server.listening) await shut();
    },
  };
}
