/** A real SMTP server in a process of its own, for tests that must see what arrives. Run as a program it is that server. */

import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { SMTPServer } from 'smtp-server';

export interface Received {
  readonly from: string;
  readonly to: readonly string[];
  /** The message as it came over the line. */
  readonly raw: string;
}

export interface SmtpServer {
  readonly url: string;
  readonly received: readonly Received[];
  /** Resolves when so many messages have come. */
  readonly count: (n: number) => Promise<void>;
  readonly stop: () => Promise<void>;
}

/** `refuse`: how many messages it turns away first ("451 try again later"). */
export async function smtpServer(refuse = 0): Promise<SmtpServer> {
  const child = spawn(
    process.execPath,
    ['--import', '@oxc-node/core/register', new URL(import.meta.url).pathname, String(refuse)],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  const received: Received[] = [];
  const waiting = new Set<() => void>();
  const port = await new Promise<number>((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`the SMTP server ended with ${code}`)));
    createInterface({ input: child.stdout }).on('line', (line) => {
      const said = JSON.parse(line) as { port: number } | Received;
      if ('port' in said) return resolve(said.port);
      received.push(said);
      for (const look of waiting) look();
    });
  });
  return {
    url: `smtp://127.0.0.1:${port}`,
    received,
    count: (n) =>
      new Promise((resolve) => {
        const look = (): void => {
          if (received.length < n) return;
          waiting.delete(look);
          resolve();
        };
        waiting.add(look);
        look();
      }),
    stop: () =>
      new Promise((resolve) => {
        child.removeAllListeners('exit');
        child.once('exit', () => resolve());
        child.kill();
      }),
  };
}

function run(refuse: number): void {
  let refused = 0;
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData(stream, session, done) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        if (refused < refuse) {
          refused += 1;
          return done(Object.assign(new Error('try again later'), { responseCode: 451 }));
        }
        const { mailFrom, rcptTo } = session.envelope;
        say({
          from: mailFrom === false ? '' : mailFrom.address,
          to: rcptTo.map((one) => one.address),
          raw: Buffer.concat(chunks).toString('utf8'),
        });
        done();
      });
    },
  });
  const listening = server.listen(0, '127.0.0.1', () => {
    const address = listening.address();
    say({ port: typeof address === 'object' && address !== null ? address.port : 0 });
  });
}

function say(what: { readonly port: number } | Received): void {
  process.stdout.write(`${JSON.stringify(what)}\n`);
}

if (process.argv[1] === new URL(import.meta.url).pathname) run(Number(process.argv[2] ?? 0));
