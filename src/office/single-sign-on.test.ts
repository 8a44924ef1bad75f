/** Single sign-on against a real provider process (oidc-provider). */
import assert from 'node:assert/strict';
import { fork } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { after, before } from 'node:test';
import { ASK_AGAIN_SECONDS, SILENCE_SECONDS } from '../acts/sign-on.ts';
import { insertCity } from '../database/city.ts';
import { transact } from '../database/engine.ts';
import type { Database } from '../database/engine.ts';
import { updatePerson } from '../database/person.ts';
import { updatePolicy } from '../database/policy.ts';
import { onBothEngines } from '../database/testing.ts';
import type { City } from '../model/plan.ts';
import type { GroupRole } from '../model/role.ts';
import { systemClock } from '../system/clock.ts';
import type { Clock } from '../system/clock.ts';
import { city as smallCity } from '../../test/world/small.ts';
import { BASE_URL, PASSWORD, testOffice } from './testing.ts';
import type { Browser, TestOffice } from './testing.ts';

type People = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

const MARIA = { email: 'maria@city.example', email_verified: true, name: 'Maria Zielna' };
let provider: ChildProcess;
let issuer = '';

async function startProvider(): Promise<void> {
  provider = fork('test/oidc-provider.mjs', [`${BASE_URL}/office/single-sign-on/back`], {
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  const [word] = (await once(provider, 'message')) as [{ issuer: string }];
  ({ issuer } = word);
}
before(startProvider);
after(() => provider.kill());

async function tell(word: { readonly people?: People; readonly current?: string }): Promise<void> {
  const done = once(provider, 'message');
  provider.send(word);
  await done;
}

interface Place {
  readonly office: TestOffice;
  readonly city: City;
  /** Seconds by which the office's clock goes on. */
  readonly later: (seconds: number) => void;
}

async function place(
  database: Database,
  groups: readonly GroupRole[],
  groupsClaim = 'groups',
): Promise<Place> {
  const city = smallCity();
  await transact(database, async (tx) => {
    await insertCity(tx, city);
    await updatePolicy(tx, city.id, { signOn: groups });
  });
  let late = 0;
  const clock: Clock = { ...systemClock, milliseconds: () => systemClock.milliseconds() + late * 1000 };
  const signOn = {
    issuer,
    clientId: 'horyzont',
    clientSecret: 'a secret of the client that is long enough',
    groupsClaim,
  };
  const office = testOffice(database, clock, { signOn });
  return { office, city, later: (seconds) => (late += seconds) };
}

/** From the office to the provider; answers the address with which the provider sends the browser back. */
async function throughProvider(browser: Browser): Promise<string> {
  const begun = await browser.get('/office/single-sign-on');
  assert.equal(begun.status, 303);
  const jar = new Map<string, string>();
  let url = begun.headers.get('location')!;
  const asked = new URL(url).searchParams;
  assert.equal(asked.get('code_challenge_method'), 'S256');
  for (const name of ['code_challenge', 'state', 'nonce'])
    assert.ok((asked.get(name) ?? '').length >= 16, name);
  for (let steps = 0; !url.startsWith(BASE_URL); steps += 1) {
    assert.ok(steps < 10, url);
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await fetch(url, { redirect: 'manual', headers: { cookie } });
    for (const one of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/u.exec(one) ?? [];
      jar.set(name, value);
    }
    const location = response.headers.get('location');
    assert.ok(location !== null, `${response.status} at ${url}: ${await response.text()}`);
    url = new URL(location, url).href;
  }
  return url.slice(BASE_URL.length);
}

async function signOn(browser: Browser): Promise<Response> {
  return browser.get(await throughProvider(browser));
}

async function rolesIn(database: Database): Promise<readonly string[]> {
  const rows = await database.selectFrom('appointment').select(['role', 'source']).orderBy('role').execute();
  return rows.map(({ role, source }) => `${role} ${source}`);
}

async function acts(database: Database): Promise<readonly string[]> {
  const rows = await database.selectFrom('audit').select(['act', 'after']).orderBy('id').execute();
  return rows.map(({ act, after: to }) => (act === 'sign-in' ? `sign-in ${(to as { by: string }).by}` : act));
}

onBothEngines('a group gives a role; without the group it is gone a minute later', async (database) => {
  const { office, city, later } = await place(database, [
    { group: 'strategy', role: 'strategist', unitId: null },
    { group: 'readers', role: 'viewer', unitId: null },
  ]);
  await tell({ people: { m1: { ...MARIA, groups: ['strategy', 'readers', 'else'] } }, current: 'm1' });
  const browser = office.stranger();
  assert.match(await (await browser.get('/office/sign-in')).text(), /href="\/office\/single-sign-on"/u);
  const answer = await signOn(browser);
  assert.equal(answer.status, 303);
  assert.equal(answer.headers.get('location'), '/office');
  assert.equal((await browser.get(`/office/${city.slug}/new-plan`)).status, 200);
  assert.deepEqual(await rolesIn(database), ['strategist sign-on', 'viewer sign-on']);
  assert.deepEqual(await acts(database), ['roles-by-sign-on', 'add-by-sign-on', 'sign-in single-sign-on']);
  const tie = await database
    .selectFrom('credential')
    .select(['accessToken', 'accountId'])
    .executeTakeFirstOrThrow();
  assert.equal(tie.accountId, 'm1');
  assert.match(tie.accessToken ?? '', /^[0-9a-f]{80,}$/u, 'tokens are kept encrypted');

  await tell({ people: { m1: { ...MARIA, groups: ['readers'] } } });
  assert.equal((await browser.get(`/office/${city.slug}/new-plan`)).status, 200, 'asked a moment ago');
  later(ASK_AGAIN_SECONDS);
  assert.equal((await browser.get(`/office/${city.slug}/new-plan`)).status, 403);
  assert.equal((await browser.get(`/office/${city.slug}`)).status, 200);
  assert.deepEqual(await rolesIn(database), ['viewer sign-on']);

  await tell({ people: { m1: { ...MARIA, groups: [] } } });
  later(ASK_AGAIN_SECONDS);
  assert.match((await browser.get(`/office/${city.slug}`)).headers.get('location') ?? '', /sign-in/u);
  assert.deepEqual(await rolesIn(database), []);
  assert.equal((await signOn(browser)).status, 403);
});

onBothEngines('whom the provider has forgotten is out a minute later', async (database) => {
  const { office, city, later } = await place(database, [{ group: 'g', role: 'viewer', unitId: null }]);
  await tell({ people: { m1: { ...MARIA, groups: ['g'] } }, current: 'm1' });
  const browser = office.stranger();
  await signOn(browser);
  assert.equal((await browser.get(`/office/${city.slug}`)).status, 200);
  await tell({ people: {} });
  later(ASK_AGAIN_SECONDS);
  assert.match((await browser.get(`/office/${city.slug}`)).headers.get('location') ?? '', /sign-in/u);
  assert.deepEqual(await rolesIn(database), []);
});

onBothEngines('nobody is made without a group that gives a role', async (database) => {
  const { office } = await place(database, [{ group: 'strategy', role: 'strategist', unitId: null }]);
  for (const groups of [['else'], ['Strategy'], undefined, 'strategy2']) {
    await tell({ people: { m1: { ...MARIA, groups } }, current: 'm1' });
    const answer = await signOn(office.stranger());
    assert.equal(answer.status, 403);
    assert.match(await answer.text(), /None of your groups/u);
  }
  assert.deepEqual(await database.selectFrom('person').select('id').execute(), []);
});

onBothEngines('an answer is taken once, and only in the browser that asked', async (database) => {
  const { office } = await place(database, [{ group: 'g', role: 'viewer', unitId: null }]);
  await tell({ people: { m1: { ...MARIA, groups: ['g'] } }, current: 'm1' });
  const browser = office.stranger();
  const back = await throughProvider(browser);
  assert.equal((await office.stranger().get(back)).status, 403, 'another browser');
  const own = await throughProvider(browser);
  assert.equal(
    (await browser.get(own.replace(/state=[^&]+/u, 'state=another'))).status,
    403,
    'another state',
  );
  const third = await throughProvider(browser);
  assert.equal((await browser.get(third)).status, 303);
  assert.equal((await browser.get(third)).status, 403, 'a second time');
  assert.equal((await office.stranger().get('/office/single-sign-on/back?error=access_denied')).status, 403);
});

onBothEngines('an account of the office is tied by its verified e-mail alone', async (database) => {
  const { office, city } = await place(database, [{ group: 'g', role: 'viewer', unitId: null }]);
  await office.as('strategist', city.id);
  const claims = { email: 'person-1@city.example', groups: ['g'] };
  await tell({ people: { p1: { ...claims, email_verified: false } }, current: 'p1' });
  assert.equal((await signOn(office.stranger())).status, 403);
  await tell({ people: { p1: { ...claims, email_verified: true } } });
  assert.equal((await signOn(office.stranger())).status, 303);
  assert.deepEqual(await rolesIn(database), ['strategist office', 'viewer sign-on']);
  assert.equal((await database.selectFrom('person').select('id').execute()).length, 1);
});

onBothEngines('an account of the installation cannot be taken over by the provider', async (database) => {
  const { office } = await place(database, [{ group: 'g', role: 'viewer', unitId: null }]);
  const { id, email } = await office.person();
  await transact(database, (tx) => updatePerson(tx, id, { installation: true }));
  await tell({ people: { p1: { email, email_verified: true, groups: ['g'] } }, current: 'p1' });
  const answer = await signOn(office.stranger());
  assert.equal(answer.status, 403);
  assert.match(await answer.text(), /cannot be tied/u);
  assert.deepEqual(await rolesIn(database), []);
});

onBothEngines('a city’s administrator says which group gives what, and takes it back', async (database) => {
  const { office, city } = await place(database, []);
  const administrator = await office.as('administrator', city.id);
  const page = `/office/${city.slug}/people/sign-on`;
  assert.equal((await (await office.as('viewer', city.id)).get(page)).status, 403);
  assert.match(await (await administrator.get(page)).text(), /No group gives a role yet/u);
  assert.equal((await administrator.post(page, { group: '', role: 'viewer', act: 'add' })).status, 422);
  const row = { group: 'Wydział Strategii', role: 'strategist', unit: '' };
  assert.equal((await administrator.post(page, { ...row, act: 'add' })).status, 303);
  assert.equal((await administrator.post(page, { ...row, act: 'add' })).status, 422, 'twice');
  await tell({ people: { m1: { ...MARIA, groups: ['Wydział Strategii'] } }, current: 'm1' });
  const browser = office.stranger();
  assert.equal((await signOn(browser)).status, 303);
  assert.equal((await browser.get(`/office/${city.slug}/new-plan`)).status, 200);
  assert.equal((await administrator.post(page, { ...row, act: 'remove' })).status, 303);
  assert.equal((await browser.get(`/office/${city.slug}/new-plan`)).status, 404, 'at once');
  assert.equal((await acts(database)).filter((act) => act === 'change-sign-on-groups').length, 2);
});

onBothEngines('without the provider passwords work, and its roles last half a day', async (database) => {
  const { office, city, later } = await place(database, [{ group: 'g', role: 'viewer', unitId: null }]);
  const local = await office.as('strategist', city.id);
  await tell({ people: { m1: { ...MARIA, groups: ['g'] } }, current: 'm1' });
  const browser = office.stranger();
  assert.equal((await signOn(browser)).status, 303);
  provider.kill();
  await once(provider, 'exit');
  try {
    const emergency = office.stranger();
    const fields = { email: 'person-1@city.example', password: PASSWORD };
    assert.equal((await emergency.post('/office/sign-in', fields)).status, 303);
    assert.equal((await acts(database)).at(-1), 'sign-in password');
    assert.equal((await local.get(`/office/${city.slug}`)).status, 200);
    later(ASK_AGAIN_SECONDS);
    assert.equal((await browser.get(`/office/${city.slug}`)).status, 200, 'a short silence');
    // Half a day in two steps, so that the session itself stays in use.
    later(SILENCE_SECONDS / 2);
    assert.equal((await browser.get(`/office/${city.slug}`)).status, 200);
    later(SILENCE_SECONDS / 2);
    assert.equal((await browser.get(`/office/${city.slug}`)).status, 404);
    assert.deepEqual(await rolesIn(database), ['strategist office']);
    const other = testOffice(database, systemClock, {
      signOn: { issuer, clientId: 'x', clientSecret: 'y', groupsClaim: 'groups' },
    });
    const answer = await other.stranger().get('/office/single-sign-on');
    assert.equal(answer.status, 403);
    assert.match(await answer.text(), /does not answer/u);
  } finally {
    await startProvider();
  }
});
