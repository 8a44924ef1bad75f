import assert from 'node:assert/strict';
import { createOTP } from '@better-auth/utils/otp';
import { insertCity } from '../database/city.ts';
import { transact } from '../database/engine.ts';
import type { Database } from '../database/engine.ts';
import { updatePolicy } from '../database/policy.ts';
import { onBothEngines } from '../database/testing.ts';
import { systemClock } from '../system/clock.ts';
import type { Clock } from '../system/clock.ts';
import { city as smallCity } from '../../test/world/small.ts';
import { PASSWORD, testOffice } from './testing.ts';
import type { Browser, TestOffice } from './testing.ts';

const HERE = '/office/account/second-factor';
const STEP = '/office/second-factor';

/** What an authenticator does with the secret that the page shows. `step` counts from now. */
async function codeOf(secret: string, step = 0): Promise<string> {
  return createOTP(secret).hotp(Math.floor(Date.now() / 30_000) + step);
}

/** The secret from the text for typing: base32 back into characters. */
function secretOn(page: string): string {
  const text = /class="secret">([A-Z2-7 ]+)</u.exec(page)?.[1]?.replaceAll(' ', '') ?? '';
  const bits = [...text]
    .map((letter) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(letter).toString(2).padStart(5, '0'))
    .join('');
  return (bits.match(/.{8}/gu) ?? []).map((byte) => String.fromCharCode(Number.parseInt(byte, 2))).join('');
}

function codesOn(page: string): readonly string[] {
  return [...page.matchAll(/<li>([a-z2-9]{5}-[a-z2-9]{5})<\/li>/gu)].map(([, code]) => code!);
}

interface Enrolled {
  readonly secret: string;
  readonly recovery: readonly string[];
  /** The code that confirmed the enrolment. */
  readonly used: string;
}

/** Confirms with the code of the step before, so that the present one is still unused. */
async function enrol(browser: Browser): Promise<Enrolled> {
  const begun = await browser.post(HERE, { act: 'begin', beginPassword: PASSWORD });
  assert.equal(begun.status, 303);
  const secret = secretOn(await (await browser.get(HERE)).text());
  assert.equal(secret.length, 24);
  const used = await codeOf(secret, -1);
  const confirmed = await browser.post(HERE, { act: 'confirm', code: used });
  assert.equal(confirmed.status, 200);
  const recovery = codesOn(await confirmed.text());
  assert.equal(new Set(recovery).size, 10);
  return { secret, recovery, used };
}

/** A new browser after the right password, before the second step. */
async function half(office: TestOffice, email: string): Promise<Browser> {
  const browser = office.stranger();
  const answer = await browser.post('/office/sign-in', { email, password: PASSWORD });
  assert.match(answer.headers.get('location') ?? '', /^\/office\/second-factor\?/u);
  assert.match((await browser.get('/office')).headers.get('location') ?? '', /sign-in/u);
  return browser;
}

async function isIn(browser: Browser): Promise<boolean> {
  return !/sign-in/u.test((await browser.get('/office/account')).headers.get('location') ?? '');
}

async function acts(database: Database): Promise<readonly string[]> {
  const rows = await database.selectFrom('audit').select('act').orderBy('number').execute();
  return rows.map(({ act }) => act);
}

onBothEngines('an app is set up, asked for at the sign-in, and each code is taken once', async (database) => {
  const office = testOffice(database);
  const browser = await office.withoutRole();
  const email = 'person-1@city.example';
  const wrong = await browser.post(HERE, { act: 'begin', beginPassword: 'another one that is long' });
  assert.equal(wrong.status, 422);
  const { secret, used } = await enrol(browser);
  const page = await (await browser.get(HERE)).text();
  assert.doesNotMatch(page, /class="secret"|class="qr"/u);

  const replay = await half(office, email);
  assert.equal((await replay.post(STEP, { code: used })).status, 422, 'the code of the enrolment');
  const now = await codeOf(secret);
  assert.equal((await replay.post(STEP, { code: `${now.slice(0, 3)} ${now.slice(3)}` })).status, 303);
  assert.ok(await isIn(replay));

  const again = await half(office, email);
  assert.equal((await again.post(STEP, { code: now })).status, 422, 'the same code a second time');
  assert.ok(!(await isIn(again)));
  assert.equal((await again.post(STEP, { code: await codeOf(secret, 1) })).status, 303);
  assert.deepEqual(
    (await acts(database)).filter((act) => /factor|authenticator|sign-in/u.test(act)),
    ['sign-in', 'begin-second-factor', 'add-authenticator', 'sign-in', 'sign-in'],
  );
});

onBothEngines('of the same code in two browsers at once one gets in', async (database) => {
  const office = testOffice(database);
  const { secret } = await enrol(await office.withoutRole());
  const browsers = [await half(office, 'person-1@city.example'), await half(office, 'person-1@city.example')];
  const code = await codeOf(secret);
  const answers = await Promise.all(browsers.map((browser) => browser.post(STEP, { code })));
  assert.deepEqual(
    answers.map(({ status }) => status).toSorted((a, b) => a - b),
    [303, 422],
  );
});

onBothEngines('a recovery code works once, and new ones replace the old', async (database) => {
  const office = testOffice(database);
  const browser = await office.withoutRole();
  const email = 'person-1@city.example';
  const { recovery } = await enrol(browser);
  const [first = '', second = '', third = ''] = recovery;
  const one = await half(office, email);
  assert.equal((await one.post(STEP, { code: first.toUpperCase().replace('-', ' ') })).status, 303);
  assert.ok(await isIn(one));
  assert.ok((await acts(database)).includes('use-recovery-code'));
  const two = await half(office, email);
  assert.equal((await two.post(STEP, { code: first })).status, 422);
  assert.equal((await two.post(STEP, { code: second })).status, 303);

  const both = [await half(office, email), await half(office, email)];
  const answers = await Promise.all(both.map((each) => each.post(STEP, { code: third })));
  assert.deepEqual(
    answers.map(({ status }) => status).toSorted((a, b) => a - b),
    [303, 422],
  );

  assert.match(await (await browser.get(HERE)).text(), /7 recovery codes are left/u);
  const renewed = await browser.post(HERE, { act: 'renew', renewPassword: PASSWORD });
  const fresh = codesOn(await renewed.text());
  assert.equal(fresh.length, 10);
  const three = await half(office, email);
  assert.equal((await three.post(STEP, { code: recovery[5]! })).status, 422);
  assert.equal((await three.post(STEP, { code: fresh[0]! })).status, 303);
});

onBothEngines('codes cannot be guessed: after five wrong ones a wait that ends', async (database) => {
  // The clock stands still: on a busy machine a second's wait would be over before the next request.
  let now = systemClock.milliseconds();
  const clock: Clock = { ...systemClock, milliseconds: () => now };
  const office = testOffice(database, clock);
  const { secret } = await enrol(await office.withoutRole());
  const email = 'person-1@city.example';
  for (let n = 0; n < 5; n += 1)
    assert.equal((await (await half(office, email)).post(STEP, { code: '000000' })).status, 422);
  const browser = await half(office, email);
  const right = await codeOf(secret);
  const slow = await browser.post(STEP, { code: right });
  assert.equal(slow.status, 422);
  assert.match(await slow.text(), /Too many attempts/u);
  now += 3_000;
  assert.equal(
    (await browser.post(STEP, { code: right })).status,
    303,
    'the refused attempt used nothing up',
  );
});

onBothEngines('turning it off asks the password, and the sign-in asks no code any more', async (database) => {
  const office = testOffice(database);
  const browser = await office.withoutRole();
  await enrol(browser);
  const drop = { act: 'drop', factor: 'app' };
  assert.equal((await browser.post(HERE, { ...drop, dropPassword: 'not the right one' })).status, 422);
  assert.equal((await browser.post(HERE, { ...drop, dropPassword: PASSWORD })).status, 303);
  const plain = office.stranger();
  await plain.post('/office/sign-in', { email: 'person-1@city.example', password: PASSWORD });
  assert.ok(await isIn(plain));
  assert.deepEqual(await database.selectFrom('second_factor').selectAll().execute(), []);
});

onBothEngines('the second step belongs to the browser that gave the password', async (database) => {
  const office = testOffice(database);
  const { secret } = await enrol(await office.withoutRole());
  const other = office.stranger();
  assert.equal((await other.get(STEP)).status, 410);
  assert.equal((await other.post(STEP, { code: await codeOf(secret) })).status, 410);
  assert.ok(!(await isIn(other)));
});

onBothEngines('whose role needs a second factor gets no further without one', async (database) => {
  const city = smallCity();
  await transact(database, async (tx) => {
    await insertCity(tx, city);
    await updatePolicy(tx, city.id, { secondFactor: ['strategist'] });
  });
  const office = testOffice(database);
  const viewer = await office.as('viewer', city.id);
  assert.equal((await viewer.get(`/office/${city.slug}`)).status, 200);
  const strategist = await office.as('strategist', city.id);
  for (const path of [
    '/office',
    '/office/account',
    `/office/${city.slug}`,
    `/office/${city.slug}/new-plan`,
  ]) {
    const answer = await strategist.get(path);
    assert.equal(answer.status, 303, path);
    assert.equal(answer.headers.get('location'), HERE, path);
  }
  assert.equal((await strategist.post('/office/account', { name: 'X' })).headers.get('location'), HERE);
  assert.match(await (await strategist.get(HERE)).text(), /Your role needs a second factor/u);
  await enrol(strategist);
  assert.equal((await strategist.get(`/office/${city.slug}`)).status, 200);
});
