import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { median, type Measured } from './measure.ts';

/** From the command to the first page: on an empty data folder, and again on the same one. The build stands already. */
export async function bench(): Promise<Measured> {
  if (!existsSync('dist/current/server/horyzont.js')) throw new Error('not built. Run: npm run build');
  const firsts: number[] = [];
  const seconds: number[] = [];
  for (let run = 0; run < 3; run += 1) {
    const folder = mkdtempSync(join(tmpdir(), 'horyzont-start-'));
    firsts.push(await startOnce(folder));
    seconds.push(await startOnce(folder));
    rmSync(folder, { recursive: true });
  }
  return {
    title: 'Starting',
    how: '`npm start` with the dependencies installed and the sources built, until a page of an example is answered; medians of 3.',
    columns: ['', 'time'],
    rows: [
      ['first start, empty folder, examples loaded', `${median(firsts).toFixed(1)} s`],
      ['second start', `${median(seconds).toFixed(1)} s`],
    ],
    limits: [
      {
        what: 'second start',
        limit: 'under 3 s',
        found: `${median(seconds).toFixed(1)} s`,
        met: median(seconds) < 3,
      },
    ],
  };
}

async function startOnce(folder: string): Promise<number> {
  const port = 20_000 + Math.floor(Math.random() * 20_000);
  const began = performance.now();
  const child = spawn('npm', ['start', '--silent'], {
    env: { ...process.env, HORYZONT_DATA: folder, PORT: String(port), NODE_OPTIONS: '' },
    stdio: 'ignore',
    detached: true,
  });
  for (;;) {
    const answer = await fetch(`http://127.0.0.1:${port}/torun/cele-2028`).catch(() => null);
    if (answer?.status === 200) break;
    if (performance.now() - began > 120_000) throw new Error('no page after two minutes');
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  const took = (performance.now() - began) / 1000;
  const gone = once(child, 'exit');
  process.kill(-child.pid!, 'SIGTERM');
  await gone;
  await new Promise((resolve) => setTimeout(resolve, 500));
  return took;
}
