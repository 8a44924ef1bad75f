import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { editionFile } from '../acts/edition-files.ts';
import { importPlan } from '../acts/import-plan.ts';
import { runDueJobs } from '../acts/jobs.ts';
import { PUBLISH_JOB, runPublicationOrder } from '../acts/publication.ts';
import { publish } from '../acts/publish.ts';
import { insertAudit } from '../database/audit.ts';
import { json } from '../database/column.ts';
import { newestEdition } from '../database/edition.ts';
import type { Database } from '../database/engine.ts';
import { notificationsOf } from '../database/notification.ts';
import { inCity } from '../database/tenant.ts';
import { onBothEngines } from '../database/testing.ts';
import { readEdition } from '../edition/upgrade.ts';
import type { Clock } from '../system/clock.ts';
import { city as smallCity, id, node, plan as smallPlan, task } from '../../test/world/small.ts';
import { testOffice } from './testing.ts';
import type { TestOffice } from './testing.ts';

const city = smallCity();
const plan = smallPlan({ nodes: [node(1, { code: '1' })], tasks: [task(2, id(1), { code: '1.1' })] });
const PAGE = `/office/${city.slug}/plans/${plan.slug}/publish`;

/** An office with the plan in it, and a clock that can be moved. */
async function withPlan(
  database: Database,
): Promise<{ office: TestOffice; wait: (minutes: number) => void }> {
  let at = Date.parse('2026-11-22T10:00:00Z');
  const clock: Clock = { milliseconds: () => at };
  const office = testOffice(database, clock);
  await importPlan(office.office.acting, { city, plan });
  return {
    office,
    wait: (minutes) => {
      at += minutes * 60_000;
    },
  };
}

async function retitle(database: Database, { office }: TestOffice, title: string): Promise<void> {
  await inCity(database, city.id, async (tx) => {
    await tx
      .updateTable('node')
      .set({ title: json({ pl: title }) })
      .where('id', '=', id(1))
      .execute();
    await insertAudit(tx, {
      id: office.acting.newId(),
      cityId: city.id,
      planId: plan.id,
      at: '2026-11-22T10:00:30Z',
      who: 'strategist',
      act: 'edit-item',
      thing: 'node',
      thingId: id(1),
      before: null,
      after: { title },
    });
  });
}

async function newest(
  database: Database,
): Promise<{ number: number; title: unknown; note: unknown; state: string }> {
  const stored = await newestEdition(database, city.id, plan.id);
  const read = readEdition(stored!.bytes);
  assert.ok('edition' in read);
  const { edition } = read;
  return {
    number: edition.number,
    title: edition.nodes[0]!.title,
    note: edition.note,
    state: edition.plan.state,
  };
}

onBothEngines('published at once: the edition, its file, the page with its hash', async (database) => {
  const { office, wait } = await withPlan(database);
  const strategist = await office.as('strategist', city.id);
  const before = await (await strategist.get(PAGE)).text();
  assert.match(before, /This will be the plan’s first edition/u);
  const sent = await strategist.post(PAGE, {
    act: 'publish',
    when: 'now',
    'note-pl': 'Pierwsze.',
    'note-en': 'First.',
  });
  assert.equal(sent.headers.get('location'), `${PAGE}?done=published`);
  assert.deepEqual((await newest(database)).note, { pl: 'Pierwsze.', en: 'First.' });
  const { dataFolder } = office.office.acting;
  assert.ok(existsSync(editionFile(dataFolder, { citySlug: city.slug, planSlug: plan.slug, number: 1 })));
  const after = await (await strategist.get(`${PAGE}?done=published`)).text();
  const { hash } = (await newestEdition(database, city.id, plan.id))!;
  assert.ok(after.includes(hash));
  assert.match(after, /nothing to publish/u);
  assert.match(after, /disabled=""[^>]*>Publish</u);

  await retitle(database, office, 'Zupełnie inny cel');
  wait(1);
  const changed = await (await strategist.get(PAGE)).text();
  assert.match(changed, /1 change since edition 1/u);
  assert.match(changed, /Zupełnie inny cel: renamed/u);
  await strategist.post(PAGE, { act: 'publish', when: 'now' });
  assert.deepEqual(await newest(database), {
    number: 2,
    title: { pl: 'Zupełnie inny cel' },
    note: null,
    state: 'in-force',
  });
});

onBothEngines('at a set time the job publishes, once, and tells who ordered it', async (database) => {
  const { office, wait } = await withPlan(database);
  const { acting } = office.office;
  const strategist = await office.as('strategist', city.id);
  const past = await strategist.post(PAGE, { act: 'publish', when: 'later', at: '2026-11-22T09:00' });
  assert.equal(past.status, 422);
  assert.match(await past.text(), /That time is over/u);
  const sent = await strategist.post(PAGE, { act: 'publish', when: 'later', at: '2026-11-22T23:30' });
  assert.equal(sent.status, 303);
  assert.match(await (await strategist.get(PAGE)).text(), /22 November 2026 at 23:30/u);
  const again = await strategist.post(PAGE, { act: 'publish', when: 'now' });
  assert.equal(again.status, 409);
  assert.match(await again.text(), /is ordered already/u);
  const jobs = { [PUBLISH_JOB]: runPublicationOrder };
  assert.equal(await runDueJobs(acting, jobs), 0);
  wait(13 * 60);
  await Promise.all([runDueJobs(acting, jobs), runDueJobs(acting, jobs)]);
  assert.equal((await newest(database)).number, 1);
  const [told] = await notificationsOf(database, city.id, strategist.personId!, { limit: 5 });
  assert.equal(told!.kind, 'published');
});

onBothEngines('a cancelled order and one whose orderer lost the right publish nothing', async (database) => {
  const { office, wait } = await withPlan(database);
  const { acting } = office.office;
  const jobs = { [PUBLISH_JOB]: runPublicationOrder };
  const strategist = await office.as('strategist', city.id);
  const other = await office.as('strategist', city.id);
  const order = async (): Promise<string> => {
    await strategist.post(PAGE, { act: 'publish', when: 'later', at: '2026-11-22T23:30' });
    return /name="order" value="([^"]+)"/u.exec(await (await other.get(PAGE)).text())![1]!;
  };
  assert.equal((await other.post(PAGE, { act: 'cancel', order: await order() })).status, 303);
  await order();
  await database
    .updateTable('appointment')
    .set({ until_on: '2026-11-22' })
    .where('person_id', '=', strategist.personId!)
    .execute();
  wait(24 * 60);
  await runDueJobs(acting, jobs);
  assert.equal(await newestEdition(database, city.id, plan.id), null);
  // The session of a day ago is over.
  const later = await office.as('strategist', city.id);
  assert.match(await (await later.get(PAGE)).text(), /may not publish any more/u);
});

onBothEngines('where a second person must confirm, the one who ordered cannot', async (database) => {
  const { office } = await withPlan(database);
  await database.updateTable('plan').set({ confirm_publication: true }).execute();
  const first = await office.as('strategist', city.id);
  const second = await office.as('strategist', city.id);
  await first.post(PAGE, { act: 'publish', when: 'now', 'note-pl': 'Razem.' });
  assert.equal(await newestEdition(database, city.id, plan.id), null);
  const own = await (await first.get(PAGE)).text();
  assert.match(own, /You ordered this publication/u);
  const order = /name="order" value="([^"]+)"/u.exec(own)![1]!;
  assert.equal((await first.post(PAGE, { act: 'confirm', order })).status, 403);
  assert.equal(await newestEdition(database, city.id, plan.id), null);
  assert.match(
    await (await second.get(`/office/${city.slug}`)).text(),
    /waits for your confirmation \(ordered by Person 1\)/u,
  );
  const [told] = await notificationsOf(database, city.id, second.personId!, { limit: 5 });
  assert.equal(told!.kind, 'publication-waits');
  assert.equal((await second.post(PAGE, { act: 'confirm', order })).status, 303);
  assert.deepEqual((await newest(database)).note, { pl: 'Razem.' });
  assert.equal((await second.post(PAGE, { act: 'confirm', order })).status, 403);
});

onBothEngines('withdrawing publishes what stood before, and says so', async (database) => {
  const { office, wait } = await withPlan(database);
  const { acting } = office.office;
  const strategist = await office.as('strategist', city.id);
  await publish(acting, { plan: plan.slug });
  const first = await newest(database);
  await retitle(database, office, 'Pomyłka');
  wait(1);
  await publish(acting, { plan: plan.slug });
  assert.deepEqual((await newest(database)).title, { pl: 'Pomyłka' });
  wait(1);
  assert.equal((await strategist.post(PAGE, { act: 'withdraw', number: '2' })).status, 422);
  assert.equal(
    (await strategist.post(PAGE, { act: 'withdraw', number: '1', 'reason-pl': 'Błąd.' })).status,
    409,
  );
  await strategist.post(PAGE, { act: 'withdraw', number: '2', 'reason-pl': 'Pomylono tytuł.' });
  const now = await newest(database);
  assert.deepEqual(now, { ...first, number: 3, note: { pl: 'Wydanie 2 wycofano. Pomylono tytuł.' } });
});

onBothEngines('a first edition that is withdrawn becomes a plan in preparation', async (database) => {
  const { office, wait } = await withPlan(database);
  const strategist = await office.as('strategist', city.id);
  await publish(office.office.acting, { plan: plan.slug });
  wait(1);
  await strategist.post(PAGE, { act: 'withdraw', number: '1', 'reason-en': 'Too early.' });
  const now = await newest(database);
  assert.deepEqual(
    [now.number, now.state, now.note],
    [2, 'in-preparation', { en: 'Edition 1 was withdrawn. Too early.' }],
  );
});

onBothEngines('what stops a publication is shown and leads to its item', async (database) => {
  const { office } = await withPlan(database);
  await database
    .updateTable('task')
    .set({ title: json({ pl: '' }) })
    .execute();
  const strategist = await office.as('strategist', city.id);
  const page = await (await strategist.get(PAGE)).text();
  assert.match(page, new RegExp(`/items/${id(2)}"`, 'u'));
  assert.match(page, /Put this right first/u);
  await strategist.post(PAGE, { act: 'publish', when: 'now' });
  assert.equal(await newestEdition(database, city.id, plan.id), null);
});

onBothEngines(
  'the preview is the portal behind the sign-in, and nothing leads out of it',
  async (database) => {
    const { office } = await withPlan(database);
    const { acting } = office.office;
    await publish(acting, { plan: plan.slug });
    await retitle(database, office, 'Cel w przygotowaniu');
    const strategist = await office.as('strategist', city.id);
    const base = `/office/${city.slug}/plans/${plan.slug}/preview`;
    const home = (await strategist.get(base)).headers.get('location')!;
    assert.equal(home, `${base}/en/${city.slug}/${plan.slug}`);
    const page = await (await strategist.get(home)).text();
    assert.match(page, /Podgląd: to jeszcze nie jest opublikowane.*Preview: this is not published yet/u);
    assert.match(page, /Cel w\sprzygotowaniu/u);
    const seen = new Set<string>();
    const left = [home];
    while (left.length > 0 && seen.size < 40) {
      const path = left.pop()!;
      if (seen.has(path)) continue;
      seen.add(path);
      const html = await (await strategist.get(path)).text();
      for (const [, href] of html.matchAll(/<a [^>]*href="([^"]+)"/gu)) {
        if (/^(?:mailto|https?):/u.test(href!)) continue;
        const url = new URL(href!.replaceAll('&amp;', '&'), `http://x${path}`);
        if (url.pathname.endsWith('/publish')) continue;
        assert.ok(url.pathname.startsWith(base), `${path} leads to ${url.pathname}`);
        // Documents and pictures are made of editions alone.
        if (!/\.(?:pdf|png)$/u.test(url.pathname)) left.push(url.pathname);
      }
    }
    assert.ok(seen.size > 15, `only ${seen.size} pages`);
    const stranger = await office.stranger().get(home);
    assert.equal(stranger.status, 303);
    assert.match(stranger.headers.get('location')!, /sign-in/u);
    const other = smallCity({ id: id(950_001), slug: 'inne', units: [] });
    await importPlan(acting, { city: other, plan: smallPlan({ id: id(950_002), slug: 'inna' }) });
    const outsider = await office.as('strategist', other.id);
    assert.equal((await outsider.get(home)).status, 404);
    // Nor through one's own city: another plan's slug is none there.
    assert.equal((await outsider.get(home.replaceAll(city.slug, other.slug))).status, 404);
    const reporter = await office.as('reporter', city.id, city.units[0]!.id);
    assert.equal((await reporter.get(home)).status, 403);
  },
);
