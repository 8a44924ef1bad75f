import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { importPlan } from '../../src/acts/import-plan.ts';
import type { Acting } from '../../src/acts/acting.ts';
import { openDatabase } from '../../src/database/open.ts';
import { migrate } from '../../src/database/migrate.ts';
import { PASSWORD, testOffice } from '../../src/office/testing.ts';
import { Log } from '../../src/server/log.ts';
import { serve } from '../../src/server/main.ts';
import { systemClock } from '../../src/system/clock.ts';
import { newIds } from '../../src/system/id.ts';
import { city, id, node, plan, task } from '../world/small.ts';

const folder = mkdtempSync(join(tmpdir(), 'horyzont-publish-'));
after(() => rmSync(folder, { recursive: true, force: true }));

/** Five thousand goals and tasks under fifty goals, with texts as long as real ones. */
function large(): Parameters<typeof importPlan>[1]['plan'] {
  const words = { pl: 'Miasto rozwija '.repeat(20), en: 'The city develops '.repeat(20) };
  const tops = Array.from({ length: 50 }, (_, i) => node(i + 1, { code: `${i + 1}`, description: words }));
  const below = Array.from({ length: 1_950 }, (_, i) =>
    node(1_000 + i, {
      level: 1,
      parentId: id((i % 50) + 1),
      code: `${(i % 50) + 1}.${Math.floor(i / 50) + 1}`,
      description: words,
      position: i,
    }),
  );
  const tasks = Array.from({ length: 3_000 }, (_, i) =>
    task(10_000 + i, id(1_000 + (i % 1_950)), { description: words, position: i }),
  );
  return plan({ nodes: [...tops, ...below], tasks });
}

test('a person publishes 5,000 goals and tasks, and the portal shows them at once', async () => {
  const open = await openDatabase({ memory: true });
  await migrate(open.database);
  const acting: Acting = {
    database: open.database,
    dataFolder: folder,
    clock: systemClock,
    newId: newIds(),
    productVersion: '0.0.0-test',
    who: 'test',
  };
  const place = city();
  await importPlan(acting, { city: place, plan: large() });
  await testOffice(open.database).as('strategist', place.id);
  const running = await serve({
    port: 0,
    host: '127.0.0.1',
    dataFolder: folder,
    root: process.cwd(),
    origin: null,
    trustProxy: false,
    productVersion: '0.0.0-test',
    databaseUp: async () => true,
    acting: () => acting,
    secret: 'a secret for the tests that is long enough',
    log: new Log({ fd: 2, enabled: false }),
  });
  try {
    const portal = `${running.url}/en/${place.slug}/strategia`;
    assert.equal((await fetch(portal)).status, 404);
    const send = (path: string, fields: Record<string, string>, cookie = ''): Promise<Response> =>
      fetch(running.url + path, {
        method: 'POST',
        redirect: 'manual',
        headers: { 'Sec-Fetch-Site': 'same-origin', Cookie: cookie },
        body: new URLSearchParams(fields),
      });
    const entered = await send('/office/sign-in', { email: 'person-1@city.example', password: PASSWORD });
    const cookie = entered.headers
      .getSetCookie()
      .map((line) => line.split(';')[0])
      .join('; ');
    const page = `/office/${place.slug}/plans/strategia/publish`;
    const sent = await send(page, { act: 'publish', when: 'now', 'note-pl': 'Jest plan.' }, cookie);
    assert.equal(sent.headers.get('location'), `${page}?done=published`);
    const shown = await fetch(portal);
    assert.equal(shown.status, 200);
    const told = await (await fetch(`${portal}/changes`)).text();
    assert.ok(told.includes('Jest plan.'));
    assert.equal((await fetch(running.url + page, { headers: { Cookie: cookie } })).status, 200);
  } finally {
    await running.close();
    await open.close();
  }
});
