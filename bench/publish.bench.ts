import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Acting } from '../src/acts/acting.ts';
import { importPlan } from '../src/acts/import-plan.ts';
import { publish } from '../src/acts/publish.ts';
import { migrate } from '../src/database/migrate.ts';
import { openDatabase } from '../src/database/open.ts';
import { Log } from '../src/server/log.ts';
import { serve } from '../src/server/main.ts';
import { systemClock } from '../src/system/clock.ts';
import { newIds } from '../src/system/id.ts';
import { generatePlan } from '../test/world/generate.ts';
import { median, megabytes, ms, type Measured } from './measure.ts';

const RUNS = 5;

/** A plan of 5,000 nodes (goals and tasks): from the command to the page on the portal, and what the portal then holds. */
export async function bench(): Promise<Measured> {
  const folder = mkdtempSync(join(tmpdir(), 'horyzont-publish-'));
  const opened = await openDatabase({ folder: join(folder, 'database') });
  await migrate(opened.database);
  const acting: Acting = {
    database: opened.database,
    dataFolder: folder,
    clock: systemClock,
    newId: newIds(),
    productVersion: '0.0.0-bench',
    who: 'bench',
  };
  const { city, plan } = generatePlan({ seed: 11, strategic: 20, operationalPer: 50, tasksPer: 4 });
  const nodes = plan.nodes.length + plan.tasks.length;
  await importPlan(acting, { city, plan });
  const running = await serve({
    port: 0,
    host: '127.0.0.1',
    dataFolder: folder,
    root: '.',
    origin: null,
    trustProxy: false,
    productVersion: '0.0.0-bench',
    databaseUp: () => Promise.resolve(true),
    log: new Log({ enabled: false }),
  });
  const seen: number[] = [];
  for (let run = 0; run < RUNS; run += 1) {
    const began = performance.now();
    const done = await publish(acting, { plan: plan.slug, force: true });
    if (!('number' in done)) throw new Error(JSON.stringify(done));
    await running.reload();
    const page = await (await fetch(`${running.url}/${city.slug}/${plan.slug}`)).text();
    if (!page.includes(done.hash.slice(0, 8))) throw new Error('the page does not show the new edition');
    seen.push(performance.now() - began);
  }
  await running.close();
  await opened.close();

  const child = fork('bench/serve-child.ts', [folder, '0', 'off'], {
    execArgv: ['--max-semi-space-size=4', '--import', '@oxc-node/core/register'],
  });
  const [url] = (await once(child, 'message')) as [string];
  const sitemap = plan.nodes.map((n) => n.code).filter((c) => c !== null);
  for (const prefix of ['', '/en'])
    for (const code of sitemap)
      await (
        await fetch(`${url}${prefix}/${city.slug}/${plan.slug}/${code}`, {
          headers: { 'Accept-Encoding': 'br' },
        })
      ).arrayBuffer();
  child.send('memory');
  const [rss] = (await once(child, 'message')) as [number];
  child.kill('SIGTERM');
  await once(child, 'exit');
  rmSync(folder, { recursive: true });
  return {
    title: 'Publishing a large plan',
    how: `${plan.nodes.length} goals and ${plan.tasks.length} tasks (${nodes} nodes) on the embedded database: publish, reload, and the plan’s home fetched with the new edition’s hash on it; median of ${RUNS}. Memory: a process with the portal alone, ${RUNS} editions of that plan, after all goal pages in both languages were asked for.`,
    columns: ['', 'found'],
    rows: [
      ['publish until seen, median', ms(median(seen))],
      ['slowest', ms(Math.max(...seen))],
      ['memory of the portal process', megabytes(rss)],
    ],
    limits: [
      {
        what: `publish ${nodes} nodes until seen`,
        limit: 'under 2 s',
        found: ms(median(seen)),
        met: median(seen) < 2000,
      },
      {
        what: 'memory of the portal',
        limit: 'under 400 MB',
        found: megabytes(rss),
        met: rss < 400 * 1024 * 1024,
      },
    ],
  };
}
