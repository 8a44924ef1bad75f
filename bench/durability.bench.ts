import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { sql } from 'kysely';
import { openDatabase } from '../src/database/open.ts';
import { median, ms, type Measured } from './measure.ts';

const KILLS = 12;
const CHILD = fileURLToPath(new URL('../src/database/child.ts', import.meta.url));

/**
 * The embedded database under kill -9: a child commits numbered rows (each with a counter in the same transaction)
 * and prints each number after its commit; it is killed at a random moment, the folder is opened again and must
 * hold everything that was acknowledged, without a hole, with a counter that agrees. Throws when it does not.
 */
export async function bench(): Promise<Measured> {
  const folder = join(mkdtempSync(join(tmpdir(), 'horyzont-kill-')), 'database');
  const recoveries: number[] = [];
  let acknowledged = 0;
  let kept = 0;
  for (let kill = 0; kill < KILLS; kill += 1) {
    acknowledged = Math.max(acknowledged, await writeUntilKilled(folder, Math.random() * 700));
    const began = performance.now();
    const { database, close } = await openDatabase({ folder });
    const { rows } = await sql<{ rows: number; newest: number; counter: number }>`
      select (select count(*)::int from numbered) as rows,
        (select coalesce(max(n), 0)::int from numbered) as newest, (select n from counter) as counter`.execute(
      database,
    );
    recoveries.push(performance.now() - began);
    const found = rows[0]!;
    if (found.newest < acknowledged || found.rows !== found.newest || found.counter !== found.rows)
      throw new Error(`acknowledged ${acknowledged}, found ${JSON.stringify(found)}`);
    kept = found.rows;
    await close();
  }
  rmSync(join(folder, '..'), { recursive: true, force: true });
  return {
    title: 'Embedded database under kill -9',
    how: 'A child commits numbered rows and prints each number after its commit; it is killed at a random moment within 0.7 s, the folder is opened again and every acknowledged row is looked for. A missing flush cannot be seen this way: a test counts flushes with strace.',
    columns: ['kills', 'transactions acknowledged', 'found at the end', 'open and read again'],
    rows: [[String(KILLS), String(acknowledged), String(kept), ms(median(recoveries))]],
    limits: [{ what: 'acknowledged and lost', limit: '0', found: '0', met: true }],
  };
}

/** The last number that the child acknowledged. The clock starts with its first commit. */
async function writeUntilKilled(folder: string, afterMs: number): Promise<number> {
  const child = spawn(process.execPath, [CHILD, 'write', folder], { stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  let printed = '';
  const first = Promise.withResolvers<void>();
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    printed += text;
    first.resolve();
  });
  await Promise.race([first.promise, ended]);
  await sleep(afterMs);
  child.kill('SIGKILL');
  await ended;
  // A line that was cut off was not acknowledged.
  return Number(printed.split('\n').at(-2) ?? 0);
}
