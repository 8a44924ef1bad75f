import assert from 'node:assert/strict';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { importPlan } from '../acts/import-plan.ts';
import { runDueJobs } from '../acts/jobs.ts';
import { mailHandler } from '../acts/mail.ts';
import { publish } from '../acts/publish.ts';
import { rearrange } from '../acts/rearrange.ts';
import { NOTIFY_JOB, notificationMailer } from '../acts/tell.ts';
import { newestEdition } from '../database/edition.ts';
import type { Database } from '../database/engine.ts';
import { jobsOf } from '../database/job.ts';
import { onBothEngines } from '../database/testing.ts';
import type { Clock } from '../system/clock.ts';
import { city as smallCity, id, node, plan as smallPlan, task } from '../../test/world/small.ts';
import { testOffice } from './testing.ts';
import type { TestOffice } from './testing.ts';

const city = smallCity();
const [roads, green] = city.units.map((unit) => unit.id) as [string, string];
const plan = smallPlan({
  state: 'in-preparation',
  nodes: [
    node(1, { code: '1', unitIds: [roads], title: { pl: 'Żółta łódź podwodna' } }),
    node(3, { code: '2', unitIds: [green], description: { pl: 'Więcej drzew przy ulicach' } }),
  ],
  tasks: [task(2, id(1), { code: '1.1', unitIds: [roads], title: { pl: 'Nowy tramwaj' } })],
});
const HOME = `/office/${city.slug}`;
const itemPath = (n: number, rest: string): string => `${HOME}/plans/${plan.slug}/items/${id(n)}/${rest}`;

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

onBothEngines('a comment names a person, who is told once and mailed as they wish', async (database) => {
  const { office, wait } = await withPlan(database);
  const { acting } = office.office;
  const strategist = await office.as('strategist', city.id);
  const reporter = await office.as('reporter', city.id, roads);
  const elsewhere = await office.as('reporter', city.id, green);
  const empty = await strategist.post(itemPath(1, 'comments'), { act: 'comment', text: '' });
  assert.equal(empty.status, 422);
  const sent = await strategist.post(itemPath(1, 'comments'), {
    act: 'comment',
    text: '<b>Kiedy</b> wypłynie?',
    mention: [reporter.personId!, elsewhere.personId!],
  });
  assert.equal(sent.status, 303);
  const page = await (await reporter.get(itemPath(1, 'comments'))).text();
  assert.match(page, /@Person 2 <\/strong>&lt;b&gt;Kiedy&lt;\/b&gt; wypłynie\?/u);
  // The item's own page shows them too, under its form.
  assert.match(
    await (await reporter.get(itemPath(1, '').replace(/\/$/u, ''))).text(),
    /@Person 2 <\/strong>&lt;b&gt;Kiedy/u,
  );
  // Who cannot see the item is not mentioned and hears nothing.
  assert.doesNotMatch(page, /@Person 3 <\/strong>/u);
  assert.equal((await elsewhere.get(itemPath(1, 'comments'))).status, 403);
  assert.match(await (await elsewhere.get(`${HOME}/notifications`)).text(), /no notifications yet/u);
  const told = await (await reporter.get(`${HOME}/notifications`)).text();
  assert.match(told, /Person 1 mentions you on “1 Żółta łódź podwodna”/u);
  assert.match(await (await reporter.get(HOME)).text(), /1 unread notification</u);

  await database
    .updateTable('person')
    .set({ notify: 'at-once' })
    .where('id', '=', reporter.personId!)
    .execute();
  const handlers = {
    [NOTIFY_JOB]: notificationMailer(() => 'https://city.example'),
    mail: mailHandler({ smtpUrl: null, from: 'office@city.example' }),
  };
  wait(2);
  await runDueJobs(acting, handlers);
  await runDueJobs(acting, handlers);
  const letters = (await jobsOf(database, 'mail')).map(
    ({ payload }) => payload as { to: string; subject: string },
  );
  assert.deepEqual(
    letters.map(({ to, subject }) => [to, subject]),
    [['person-2@city.example', '1 notification: Probne']],
  );

  await reporter.post(`${HOME}/notifications`, { act: 'all' });
  assert.doesNotMatch(await (await reporter.get(HOME)).text(), /unread notification/u);
});

onBothEngines('only its author withdraws a comment, and its text is gone from the page', async (database) => {
  const { office } = await withPlan(database);
  const author = await office.as('strategist', city.id);
  const other = await office.as('strategist', city.id);
  await author.post(itemPath(2, 'comments'), { act: 'comment', text: 'Niepotrzebne słowa' });
  const comment = /name="comment" value="([^"]+)"/u.exec(
    await (await author.get(itemPath(2, 'comments'))).text(),
  )![1]!;
  assert.equal((await other.post(itemPath(2, 'comments'), { act: 'withdraw', comment })).status, 403);
  assert.equal((await author.post(itemPath(2, 'comments'), { act: 'withdraw', comment })).status, 303);
  const page = await (await other.get(itemPath(2, 'comments'))).text();
  assert.match(page, /The comment was withdrawn/u);
  assert.doesNotMatch(page, /Niepotrzebne/u);
});

onBothEngines('who answers for an item hears that it was changed, until they read it', async (database) => {
  const { office } = await withPlan(database);
  const strategist = await office.as('strategist', city.id);
  const reporter = await office.as('reporter', city.id, roads);
  const member = {
    personId: strategist.personId!,
    installation: false,
    appointments: [
      {
        id: id(501),
        cityId: city.id,
        role: 'strategist' as const,
        unitId: null,
        itemIds: [],
        fromOn: null,
        untilOn: null,
        deputyForId: null,
      },
    ],
  };
  const acting = { ...office.office.acting, member, cityId: city.id };
  for (const kind of ['up', 'down'] as const) {
    const moved = await rearrange(acting, { planId: plan.id, what: { kind, id: id(3) }, codes: 'keep' });
    assert.ok('patch' in moved, JSON.stringify(moved));
  }
  const told = await (await reporter.get(`${HOME}/notifications`)).text();
  assert.equal(told.match(/was changed/gu)?.length, 1);
  assert.match(await (await strategist.get(`${HOME}/notifications`)).text(), /no notifications yet/u);
});

onBothEngines('files: by ending and content, kept by hash, only ever downloaded', async (database) => {
  const { office } = await withPlan(database);
  const { dataFolder } = office.office.acting;
  const strategist = await office.as('strategist', city.id);
  const path = itemPath(2, 'attachments');
  const file = (name: string, text: string | Uint8Array<ArrayBuffer>): File => new File([text], name);
  const refused = [
    [file('run.exe', 'MZ'), /do not take “exe”/u],
    [file('page.html', '<script>'), /do not take “html”/u],
    [file('picture.svg', '<svg/>'), /do not take “svg”/u],
    [file('report.pdf', '<html><script>'), /does not match its ending “pdf”/u],
    [file('notes.txt', 'a\0b'), /does not match/u],
    [file('constructor', 'x'), /do not take/u],
    [file('large.txt', new Uint8Array(20 * 1024 * 1024 + 1).fill(65)), /over 20 MB/u],
  ] as const;
  for (const [sent, words] of refused) {
    const answer = await strategist.post(path, { act: 'attach', file: sent });
    assert.equal(answer.status, 422, sent.name);
    assert.match(await answer.text(), words);
  }
  assert.ok(!existsSync(join(dataFolder, 'attachments')));
  for (const name of ['../../evil\r\n.pdf', 'Umowa „nr 1”.pdf'])
    assert.equal(
      (await strategist.post(path, { act: 'attach', file: file(name, '%PDF-1.7 x') })).status,
      303,
    );
  assert.equal(readdirSync(join(dataFolder, 'attachments')).length, 1);
  const page = await (await strategist.get(itemPath(2, 'comments'))).text();
  const links = [...page.matchAll(/href="([^"]+\/attachments\/[^"]+)"/gu)].map(([, href]) => href!);
  assert.equal(links.length, 2);
  const got = await strategist.get(links[1]!);
  assert.match(got.headers.get('content-disposition')!, /^attachment; filename\*=UTF-8''Umowa/u);
  assert.equal(await got.text(), '%PDF-1.7 x');
  assert.equal((await office.stranger().get(links[0]!)).status, 303);
  const other = await office.as('reporter', city.id, green);
  assert.equal((await other.get(links[0]!)).status, 403);
  const attachment = links[0]!.split('/').at(-1)!;
  assert.equal((await strategist.post(path, { act: 'withdraw', attachment })).status, 303);
  assert.equal((await strategist.get(links[0]!)).status, 404);
});

onBothEngines('nothing of comments and files gets into an edition', async (database) => {
  const { office } = await withPlan(database);
  const strategist = await office.as('strategist', city.id);
  await strategist.post(itemPath(2, 'comments'), { act: 'comment', text: 'Tajemnica biura' });
  await strategist.post(itemPath(2, 'attachments'), {
    act: 'attach',
    file: new File(['Tajny plik'], 'tajne.txt'),
  });
  const shown = await (await strategist.get(`${HOME}/plans/${plan.slug}/publish`)).text();
  assert.match(shown, /1 comment<.*1 attachment</su);
  await publish(office.office.acting, { plan: plan.slug });
  const text = Buffer.from((await newestEdition(database, city.id, plan.id))!.bytes).toString('utf8');
  for (const secret of ['Tajemnica', 'tajne', 'Person 1', 'city.example'])
    assert.ok(!text.includes(secret), secret);
});

onBothEngines(
  'search finds by code, beginning of words and unit, without accents, within one’s rights',
  async (database) => {
    const { office } = await withPlan(database);
    const strategist = await office.as('strategist', city.id);
    const found = async (query: string, who = strategist): Promise<readonly string[]> => {
      const page = await (await who.get(`${HOME}/search?q=${encodeURIComponent(query)}`)).text();
      return [...page.matchAll(/\/items\/([^"]+)"/gu)].map(([, item]) => item!);
    };
    assert.deepEqual(await found('zolta lodz'), [id(1)]);
    assert.deepEqual(await found('ŻÓŁ POD'), [id(1)]);
    assert.deepEqual(await found('1.1'), [id(2)]);
    assert.deepEqual(await found('drzew'), [id(3)]);
    assert.deepEqual(await found('zieleni'), [id(3)]);
    assert.deepEqual(await found('odwodna'), []);
    for (const hostile of ['(', '\\', '%', `'; drop table node; --`, '.*', '[a'])
      assert.equal(
        (await strategist.get(`${HOME}/search?q=${encodeURIComponent(hostile)}`)).status,
        200,
        hostile,
      );
    const reporter = await office.as('reporter', city.id, green);
    assert.deepEqual(await found('drzew', reporter), [id(3)]);
    assert.deepEqual(await found('tramwaj', reporter), []);
  },
);
