import assert from 'node:assert/strict';
import type { Letter } from '../acts/letter.ts';
import { auditEntries } from '../database/audit.ts';
import type { Database } from '../database/engine.ts';
import { personById } from '../database/person.ts';
import { onBothEngines } from '../database/testing.ts';
import type { Id } from '../model/plan.ts';
import { PASSWORD, testOffice } from './testing.ts';

const ACCOUNT = '/office/account';
const FIREFOX = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:145.0) Gecko/20100101 Firefox/145.0';

async function actsOf(database: Database, personId: Id): Promise<readonly string[]> {
  const entries = (await auditEntries(database)).filter(
    (e) => e.personId === personId && e.act !== 'sign-in',
  );
  assert.ok(entries.every((e) => e.cityId === null));
  return entries.map((e) => e.act);
}

onBothEngines('name, language and notifications are changed and recorded', async (database) => {
  const office = testOffice(database);
  const own = await office.withoutRole();
  const before = (await personById(database, own.personId!))!;
  assert.match(await (await own.get(ACCOUNT)).text(), /<html lang="en">.*Person 1.*You have no role/su);
  const wish = { name: 'Ewa Żak', locale: 'pl', notify: 'none' };
  for (const [fields, problem] of [
    [{ name: '' }, 'name'],
    [{ name: 'a'.repeat(121) }, 'name'],
    [{ locale: 'de' }, 'locale'],
    [{ notify: 'hourly' }, 'notify'],
  ] as const) {
    const answer = await own.post(ACCOUNT, { ...wish, ...fields });
    assert.equal(answer.status, 422);
    assert.match(await answer.text(), new RegExp(`id="${problem}-problem"`, 'u'));
  }
  // Nothing that the form does not have can be set.
  await own.post(ACCOUNT, {
    ...wish,
    installation: 'true',
    email: 'evil@city.example',
    twoFactorEnabled: 'true',
  });
  assert.deepEqual(await personById(database, own.personId!), { ...before, ...wish });
  assert.match(await (await own.get(ACCOUNT)).text(), /<html lang="pl">.*Ewa Żak/su);
  await own.post(ACCOUNT, wish);
  assert.deepEqual(await actsOf(database, own.personId!), ['change-profile'], 'no change, no entry');
});

onBothEngines('a name is shown as text, whatever it holds', async (database) => {
  const office = testOffice(database);
  const own = await office.withoutRole();
  const name = `"><script>alert(1)</script>`;
  await own.post(ACCOUNT, { name, locale: 'en', notify: 'daily' });
  const page = await (await own.get(ACCOUNT)).text();
  assert.ok(!page.includes('<script>alert'));
  assert.match(page, /&lt;script&gt;alert\(1\)&lt;\/script&gt;/u);
});

onBothEngines('the password is changed by who knows it, and ends the other sessions', async (database) => {
  const letters: Letter[] = [];
  const office = testOffice(database, undefined, { outbox: { send: async (one) => void letters.push(one) } });
  const { id, email } = await office.person();
  const own = office.stranger();
  const other = office.stranger();
  for (const browser of [own, other]) await browser.post('/office/sign-in', { email, password: PASSWORD });
  const change = (oldPassword: string, newPassword: string) =>
    own.post(`${ACCOUNT}/password`, { oldPassword, newPassword });
  assert.equal((await change('', 'kotwica mgła lampa')).status, 422);
  assert.equal((await change('not the one at all', 'kotwica mgła lampa')).status, 422);
  assert.equal((await change(PASSWORD, 'password1234')).status, 422);
  const both = await (await change('not the one at all', 'short')).text();
  assert.match(both, /id="oldPassword-problem".*id="newPassword-problem"/su, 'all problems at once');
  assert.equal((await other.get(ACCOUNT)).status, 200);
  assert.equal((await change(PASSWORD, 'kotwica mgła lampa')).status, 303);
  assert.equal((await own.get(ACCOUNT)).status, 200, 'this session stays');
  assert.equal((await other.get(ACCOUNT)).status, 303, 'the others end');
  assert.equal((await office.stranger().post('/office/sign-in', { email, password: PASSWORD })).status, 422);
  assert.equal(
    (await office.stranger().post('/office/sign-in', { email, password: 'kotwica mgła lampa' })).status,
    303,
  );
  assert.deepEqual(await actsOf(database, id), ['change-password']);
  assert.deepEqual(
    letters.map((one) => one.to),
    [email],
  );
  assert.ok(!JSON.stringify([letters, await auditEntries(database)]).includes('kotwica'));
});

onBothEngines('a stolen session cannot guess the password without end', async (database) => {
  const office = testOffice(database, { milliseconds: () => Date.parse('2026-11-23T08:00:00Z') });
  const own = await office.withoutRole();
  const answers: string[] = [];
  for (let n = 0; n < 6; n += 1) {
    const answer = await own.post(`${ACCOUNT}/password`, {
      oldPassword: `guess ${n}`,
      newPassword: 'kotwica mgła lampa',
    });
    answers.push(/Too many attempts/u.test(await answer.text()) ? 'slow' : 'wrong');
  }
  assert.deepEqual(answers, ['wrong', 'wrong', 'wrong', 'wrong', 'wrong', 'slow']);
});

onBothEngines('another e-mail holds when its link was used', async (database) => {
  const letters: Letter[] = [];
  const office = testOffice(database, undefined, { outbox: { send: async (one) => void letters.push(one) } });
  const taken = await office.person();
  const own = await office.withoutRole();
  const { email } = (await personById(database, own.personId!))!;
  const ask = async (newEmail: string, emailPassword = PASSWORD): Promise<number> =>
    (await own.post(`${ACCOUNT}/e-mail`, { newEmail, emailPassword })).status;
  assert.equal(await ask('nobody'), 422);
  assert.equal(await ask(email), 422);
  assert.equal(await ask('new@city.example', 'not the one at all'), 422);
  assert.equal(await ask(taken.email), 303, 'who asks is not told that it is somebody’s');
  assert.equal(letters.length, 0);
  assert.equal(await ask('New@City.example'), 303);
  assert.equal(letters[0]!.to, 'new@city.example');
  assert.equal((await personById(database, own.personId!))!.email, email, 'not yet');

  const token = /token=([\w-]+)/u.exec(letters[0]!.text)![1]!;
  const somebody = office.stranger();
  assert.match(await (await somebody.get(`/office/new-e-mail?token=${token}`)).text(), /new@city\.example/u);
  assert.equal((await somebody.post('/office/new-e-mail', { token: `${token}x` })).status, 410);
  const both = await Promise.all([
    somebody.post('/office/new-e-mail', { token }),
    own.post('/office/new-e-mail', { token }),
  ]);
  assert.deepEqual(
    both.map((one) => one.status).sort((a, b) => a - b),
    [303, 410],
  );
  assert.equal((await personById(database, own.personId!))!.email, 'new@city.example');
  assert.deepEqual(
    letters.slice(1).map((one) => one.to),
    [email],
    'the address before is told',
  );
  assert.deepEqual(await actsOf(database, own.personId!), ['ask-for-e-mail', 'change-e-mail']);
  const enter = (who: string) =>
    office.stranger().post('/office/sign-in', { email: who, password: PASSWORD });
  assert.equal((await enter(email)).status, 422);
  assert.equal((await enter('new@city.example')).status, 303);
});

onBothEngines(
  'the link for another e-mail is over after a day, and when the address became somebody’s',
  async (database) => {
    let now = Date.parse('2026-11-23T08:00:00Z');
    const letters: Letter[] = [];
    const office = testOffice(
      database,
      { milliseconds: () => now },
      { outbox: { send: async (one) => void letters.push(one) } },
    );
    const own = await office.withoutRole();
    const ask = async (newEmail: string): Promise<string> => {
      await own.post(`${ACCOUNT}/e-mail`, { newEmail, emailPassword: PASSWORD });
      return /token=([\w-]+)/u.exec(letters.at(-1)!.text)![1]!;
    };
    const late = await ask('late@city.example');
    now += 6 * 3_600_000;
    const other = await office.person();
    const taken = await ask('other@city.example');
    await database
      .updateTable('person')
      .set({ email: 'other@city.example' })
      .where('id', '=', other.id)
      .execute();
    assert.equal((await own.post('/office/new-e-mail', { token: taken })).status, 410);
    now += 18 * 3_600_000;
    assert.equal((await office.stranger().get(`/office/new-e-mail?token=${late}`)).status, 410);
    assert.equal((await office.stranger().post('/office/new-e-mail', { token: late })).status, 410);
    assert.match((await personById(database, own.personId!))!.email, /^person-/u);
  },
);

onBothEngines('sessions are listed in words and ended one by one or all', async (database) => {
  const office = testOffice(database);
  const { id, email } = await office.person();
  const own = office.stranger();
  const work = office.stranger({ address: '192.0.2.7', userAgent: FIREFOX });
  const third = office.stranger({ address: '192.0.2.8' });
  for (const browser of [own, work, third])
    await browser.post('/office/sign-in', { email, password: PASSWORD });
  const page = await (await own.get(ACCOUNT)).text();
  assert.match(page, /Firefox, Windows/u);
  assert.match(page, /192\.0\.2\.7/u);
  assert.equal(page.match(/this session/gu)?.length, 1);
  const ids = [...page.matchAll(/name="session" value="([^"]+)"/gu)].map((match) => match[1]!);
  assert.equal(ids.length, 2, 'this one has no button');

  // Somebody else's session, and what is none, ends nothing.
  const stranger = await office.withoutRole();
  for (const session of [ids[0]!, "'; drop table session; --", 'x'])
    assert.equal((await stranger.post(`${ACCOUNT}/sessions`, { session })).status, 303);
  const isIn = async (browser: typeof own): Promise<boolean> => (await browser.get(ACCOUNT)).status === 200;
  assert.deepEqual([await isIn(own), await isIn(work), await isIn(third)], [true, true, true]);

  await own.post(`${ACCOUNT}/sessions`, { session: ids[0]! });
  const left = [await isIn(work), await isIn(third)].filter(Boolean).length;
  assert.equal(left, 1);
  await own.post(`${ACCOUNT}/sessions`);
  assert.deepEqual([await isIn(own), await isIn(work), await isIn(third)], [true, false, false]);
  assert.deepEqual(await actsOf(database, id), ['end-sessions', 'end-sessions']);
});

onBothEngines('where from is what the server saw, not what a header says', async (database) => {
  const office = testOffice(database);
  const { email } = await office.person();
  const form = new FormData();
  form.set('email', email);
  form.set('password', PASSWORD);
  await office.raw(
    new Request('http://127.0.0.1:8080/office/sign-in', {
      method: 'POST',
      body: form,
      headers: {
        'sec-fetch-site': 'same-origin',
        'x-forwarded-for': '6.6.6.6',
        'x-horyzont-address': '6.6.6.6',
        'x-real-ip': '6.6.6.6',
      },
    }),
  );
  const [session] = await database.selectFrom('session').select('ipAddress').execute();
  assert.equal(session?.ipAddress, '127.0.0.1');
});
