import assert from 'node:assert/strict';
import { runDueJobs } from '../acts/jobs.ts';
import { mailHandler } from '../acts/mail.ts';
import { insertCity } from '../database/city.ts';
import type { Database } from '../database/engine.ts';
import { transact } from '../database/engine.ts';
import { jobsOf } from '../database/job.ts';
import { appointmentsOf, personByEmail, personById } from '../database/person.ts';
import { insertPlan } from '../database/plan.ts';
import { onBothEngines } from '../database/testing.ts';
import { policyOf } from '../database/policy.ts';
import { city as smallCity, id, node, plan as smallPlan, task } from '../../test/world/small.ts';
import { PASSWORD, testOffice } from './testing.ts';

const CITY = smallCity();
const THERE = smallCity({ id: id(800), slug: 'there', units: [] });
const [ROADS, GREEN] = [CITY.units[0]!.id, CITY.units[1]!.id];
const ITEM = id(711);
const TASK = id(712);
const PLAN = smallPlan({
  nodes: [node(711, { id: ITEM, code: '1.2', unitIds: [ROADS] })],
  tasks: [task(712, ITEM, { id: TASK, unitIds: [GREEN] })],
});
const PEOPLE = `/office/${CITY.slug}/people`;

async function fill(database: Database): Promise<void> {
  await transact(database, async (tx) => {
    await insertCity(tx, CITY);
    await insertCity(tx, THERE);
    await insertPlan(tx, CITY.id, PLAN);
  });
}

onBothEngines('invited, let in, given a role, let go with a hand-over, and out', async (database) => {
  await fill(database);
  const office = testOffice(database);
  const admin = await office.as('administrator', CITY.id);
  const asked = await admin.post(`${PEOPLE}/invite`, {
    name: 'Ewa <b>Nowak</b>',
    email: 'ewa@city.example',
    role: 'approver',
    unit: ROADS,
    letter: 'pl',
  });
  assert.equal(asked.status, 303);
  assert.match(asked.headers.get('location')!, /done=invited$/u);
  assert.ok((await (await admin.get(PEOPLE)).text()).includes('Ewa &lt;b&gt;Nowak&lt;/b&gt;'));
  const [job] = await jobsOf(database, 'mail');
  const { text } = job!.payload as { text: string };
  const path = /http:\/\/127\.0\.0\.1:8080(\/office\/invitation\?token=[\w-]+)/u.exec(text)![1]!;
  const ewa = office.stranger();
  const page = await (await ewa.get(path)).text();
  assert.ok(page.includes('Ewa &lt;b&gt;Nowak&lt;/b&gt;'));
  const token = new URL(path, 'http://x').searchParams.get('token')!;
  assert.equal(
    (await ewa.post('/office/invitation', { token, name: 'Ewa Nowak', password: PASSWORD })).status,
    303,
  );
  assert.equal((await ewa.get(`/office/${CITY.slug}`)).status, 200);
  const person = (await personByEmail(database, 'ewa@city.example'))!;
  const own = `${PEOPLE}/${person.id}`;

  // Fields that no form has change nothing: whose role, which city, a deputy's, the installation.
  const added = await admin.post(own, {
    act: 'appoint',
    role: 'reporter',
    items: '1.2',
    personId: admin.personId!,
    cityId: THERE.id,
    city_id: THERE.id,
    deputyForId: admin.personId!,
    source: 'sign-on',
    installation: 'true',
  });
  assert.equal(added.status, 303);
  const held = await appointmentsOf(database, person.id);
  assert.deepEqual(
    held.map((a) => [a.cityId, a.role, a.itemIds, a.deputyForId]),
    [
      [CITY.id, 'approver', [], null],
      [CITY.id, 'reporter', [ITEM], null],
    ],
  );
  assert.equal((await personById(database, person.id))!.installation, false);
  for (const [fields, word] of [
    [{ act: 'appoint', role: 'mayor' }, 'Choose one of those given'],
    [{ act: 'appoint', role: 'strategist', unit: ROADS }, 'holds in the whole city'],
    [{ act: 'appoint', role: 'viewer', items: '9.9' }, '9.9'],
    [{ act: 'appoint', role: 'viewer', from: '2026-02-31' }, 'not a date'],
    [{ act: 'deputise', deputy: person.id, 'deputy-from': '', 'deputy-until': '' }, 'required'],
  ] as const) {
    const answer = await admin.post(own, fields);
    assert.equal(answer.status, 422, JSON.stringify(fields));
    assert.ok((await answer.text()).includes(word), JSON.stringify(fields));
  }

  const leaving = await (await admin.get(`${own}/hand-over`)).text();
  const names = [...leaving.matchAll(/<select[^>]* name="([^"]+)"/gu)].map(([, name]) => name!);
  assert.equal(names.length, 3);
  assert.equal((await admin.post(`${own}/hand-over`, { act: 'deactivate' })).status, 422);
  const gone = await admin.post(`${own}/hand-over`, {
    act: 'deactivate',
    everything: admin.personId!,
    [names.at(-1)!]: 'drop',
  });
  assert.match(gone.headers.get('location') ?? '', /done=deactivated/u);
  assert.match((await ewa.get(`/office/${CITY.slug}`)).headers.get('location') ?? '', /sign-in/u);
  assert.equal(
    (await ewa.post('/office/sign-in', { email: 'ewa@city.example', password: PASSWORD })).status,
    422,
  );
  const after = await (await admin.get(`${PEOPLE}?state=deactivated`)).text();
  assert.ok(after.includes('Ewa Nowak') && !after.includes('Without an owner'));
});

onBothEngines('the last administrator stays, and another city’s people are not there', async (database) => {
  await fill(database);
  const office = testOffice(database);
  const admin = await office.as('administrator', CITY.id);
  const other = await office.as('administrator', THERE.id);
  const [own] = await appointmentsOf(database, admin.personId!);
  const [theirs] = await appointmentsOf(database, other.personId!);
  const me = `${PEOPLE}/${admin.personId}`;
  const ending = await admin.post(me, { act: 'end', appointment: own!.id });
  assert.equal(ending.status, 403);
  assert.ok((await ending.text()).includes('last lasting administrator'));
  assert.equal((await admin.get(`${PEOPLE}/${other.personId}`)).status, 404);
  assert.equal((await admin.post(me, { act: 'end', appointment: theirs!.id })).status, 403);
  assert.equal((await admin.post(`${PEOPLE}/${other.personId}`, { act: 'end-sessions' })).status, 404);
  assert.equal((await other.get('/office')).status, 303);
  assert.deepEqual(await appointmentsOf(database, other.personId!), [theirs]);
  assert.equal((await admin.post(PEOPLE, { 'second-factor': ['reporter', 'mayor'] })).status, 303);
  assert.deepEqual(await policyOf(database, CITY.id), { secondFactor: ['reporter'] });
  await office.as('reporter', CITY.id, ROADS);
  assert.ok((await (await admin.get(PEOPLE)).text()).includes('no, though required'));
});

onBothEngines('filters find people by words, role, unit and below, and state', async (database) => {
  await fill(database);
  const office = testOffice(database);
  const admin = await office.as('administrator', CITY.id);
  await office.as('reporter', CITY.id, ROADS);
  await office.as('reporter', CITY.id, GREEN);
  const found = async (query: string) => {
    const page = await (await admin.get(`${PEOPLE}?${query}`)).text();
    return [...page.matchAll(/<th scope="row"><a[^>]*>(Person \d)/gu)].map(([, name]) => name);
  };
  assert.deepEqual(await found(''), ['Person 1', 'Person 2', 'Person 3']);
  assert.deepEqual(await found('q=PERSON-2'), ['Person 2']);
  assert.deepEqual(await found('role=reporter'), ['Person 2', 'Person 3']);
  assert.deepEqual(await found(`unit=${GREEN}`), ['Person 3']);
  assert.deepEqual(await found('state=deactivated'), []);
});

onBothEngines(
  'units by form: added in two languages, moved, refused with what uses them',
  async (database) => {
    await fill(database);
    const office = testOffice(database);
    const strategist = await office.as('strategist', CITY.id);
    const units = `/office/${CITY.slug}/units`;
    const bad = await strategist.post(`${units}/new`, { 'name-en': 'Bridges', email: 'x' });
    assert.equal(bad.status, 422);
    assert.match(await bad.text(), /href="#name-pl"/u);
    const added = await strategist.post(`${units}/new`, {
      'name-pl': 'Mosty',
      'name-en': 'Bridges',
      parent: ROADS,
      position: '-5',
    });
    assert.match(added.headers.get('location') ?? '', /done=unit-added#unit-/u);
    const bridges = /#unit-(.+)$/u.exec(added.headers.get('location')!)![1]!;
    assert.equal((await strategist.post(units, { act: 'up', unit: GREEN })).status, 303);
    const tree = await (await strategist.get(units)).text();
    assert.deepEqual(
      [...tree.matchAll(/class="(depth-\d)"><a[^>]*>([^<]+)/gu)].map(([, depth, name]) => `${depth} ${name}`),
      ['depth-0 Green Office', 'depth-0 Roads Department', 'depth-1 Bridges'],
    );
    const used = await (await strategist.get(`${units}/${ROADS}`)).text();
    assert.match(used, /disabled="" value="remove" name="act"/u);
    assert.ok(used.includes('units under it 1, goals 1.'));
    assert.equal((await strategist.post(`${units}/${ROADS}`, { act: 'remove' })).status, 403);
    assert.equal((await strategist.post(`${units}/${bridges}`, { act: 'remove' })).status, 303);
    assert.equal((await strategist.get(`${units}/${bridges}`)).status, 404);
  },
);

onBothEngines('who can see and change an item, and why', async (database) => {
  await fill(database);
  const office = testOffice(database);
  const strategist = await office.as('strategist', CITY.id);
  await office.as('approver', CITY.id, ROADS);
  await office.as('reporter', CITY.id, GREEN);
  const reader = await office.as('reporter', CITY.id, ROADS);
  await office.as('strategist', THERE.id);
  const rows = async (item: string) => {
    const page = await (
      await strategist.get(`/office/${CITY.slug}/plans/${PLAN.slug}/items/${item}/rights`)
    ).text();
    return [...page.matchAll(/<tr><th scope="row">(.*?)<\/th>(.*?)<\/tr>/gu)].map(
      ([, name = '', cells = '']) =>
        [name, ...cells.split('</td>').slice(0, 2)].map((cell) => cell.replaceAll(/<[^>]+>/gu, '').trim()),
    );
  };
  const whole = 'yes strategist, whole city';
  const roads = 'Roads Department';
  assert.deepEqual(await rows(ITEM), [
    ['Person 1', whole, whole],
    ['Person 2', `yes approver, ${roads}`, `yes approver, ${roads}`],
    ['Person 3', 'no the role reaches another unit or other items only', 'no none of the roles allows it'],
    ['Person 4', `yes reporter, ${roads}`, 'no none of the roles allows it'],
  ]);
  assert.deepEqual((await rows(TASK))[1]!.slice(2), ['no the role reaches another unit or other items only']);
  // The table is an item's: who may not read that, does not read this.
  const path = (item: string) => `/office/${CITY.slug}/plans/${PLAN.slug}/items/${item}/rights`;
  assert.equal((await reader.get(path(ITEM))).status, 200);
  assert.equal((await reader.get(path(TASK))).status, 403);
});

onBothEngines(
  'mail is for those who run the installation: letters, failures, another try',
  async (database) => {
    await fill(database);
    const office = testOffice(database);
    const admin = await office.as('administrator', CITY.id);
    await admin.post(`${PEOPLE}/invite`, {
      name: 'Jan',
      email: 'jan@city.example',
      role: 'viewer',
      letter: 'en',
    });
    for (const path of ['/office/mail', `/office/mail/${id(1)}`])
      assert.equal((await admin.get(path)).status, 403);
    assert.equal((await admin.post('/office/mail', { job: id(1) })).status, 403);
    await database
      .updateTable('person')
      .set({ installation: true })
      .where('id', '=', admin.personId!)
      .execute();

    const [job] = await jobsOf(database, 'mail');
    await database
      .updateTable('job')
      .set({ failed_at: '2026-11-22T10:00:00Z', attempts: 8, error: '550 <no> such user' })
      .execute();
    const failed = await (await admin.get('/office/mail')).text();
    assert.ok(failed.includes('550 &lt;no&gt; such user') && failed.includes('jan@city.example'));
    assert.doesNotMatch(failed, /token=/u);
    assert.equal((await admin.post('/office/mail', { job: job!.id })).status, 303);
    assert.equal((await admin.post('/office/mail', { job: 'x' })).status, 403);
    await runDueJobs(office.office.acting, { mail: mailHandler({ smtpUrl: null, from: 'a@b.example' }) });
    const list = await (await admin.get('/office/mail')).text();
    assert.ok(list.includes('Invitation to the strategy office'));
    const letter = await (await admin.get(`/office/mail/${job!.id}`)).text();
    assert.match(letter, /office\/invitation\?token=[\w-]{43}/u);
    assert.equal((await admin.get(`/office/mail/${id(2)}`)).status, 404);
  },
);
