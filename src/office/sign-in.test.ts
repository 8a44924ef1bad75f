import assert from 'node:assert/strict';
import { test } from 'node:test';
import { waitSeconds } from '../acts/attempt.ts';
import type { Letter, Outbox } from '../acts/letter.ts';
import { auditEntries } from '../database/audit.ts';
import { insertCity } from '../database/city.ts';
import { transact } from '../database/engine.ts';
import type { Database } from '../database/engine.ts';
import { onBothEngines } from '../database/testing.ts';
import type { Clock } from '../system/clock.ts';
import { city as smallCity } from '../../test/world/small.ts';
import { PASSWORD, testOffice } from './testing.ts';
import type { Browser } from './testing.ts';

const SIGN_IN = '/office/sign-in';
const SESSION = 'horyzont.session_token';

/** A clock that is moved by hand. */
function movable(at = '2026-11-23T08:00:00Z'): Clock & { readonly pass: (seconds: number) => void } {
  let now = Date.parse(at);
  return { milliseconds: () => now, pass: (seconds) => void (now += seconds * 1000) };
}

/** Keeps letters; `link` is the address in the newest. */
function collecting(): Outbox & { readonly letters: Letter[]; readonly link: () => string } {
  const letters: Letter[] = [];
  return {
    letters,
    send: async (letter) => void letters.push(letter),
    link: () => new URL(/https?:\S+/u.exec(letters.at(-1)!.text)![0]).href.replace(/^https?:\/\/[^/]+/u, ''),
  };
}

const isIn = async (browser: Browser): Promise<boolean> =>
  !/sign-in/u.test((await browser.get('/office/account')).headers.get('location') ?? '');
const tokenOf = (path: string): string => new URL(path, 'http://x').searchParams.get('token') ?? '';

onBothEngines('somebody with a role signs in, sees the office, and signs out', async (database) => {
  const city = smallCity();
  await transact(database, (tx) => insertCity(tx, city));
  const office = testOffice(database);
  const person = await office.as('strategist', city.id);
  const home = await person.get('/office');
  assert.equal(home.status, 303);
  assert.equal(home.headers.get('location'), `/office/${city.slug}`);
  const cookie = person.jar.get(SESSION)!;
  assert.equal((await person.post('/office/sign-out')).status, 303);
  assert.match((await person.get('/office')).headers.get('location') ?? '', /sign-in/u);
  person.jar.set(SESSION, cookie);
  assert.equal(await isIn(person), false, 'the session is over, not only the cookie');
  const acts = (await auditEntries(database)).filter((e) => e.personId === person.personId).map((e) => e.act);
  assert.deepEqual(acts, ['sign-in', 'sign-out']);
});

onBothEngines('unknown, wrong and deactivated get the same answer after the same work', async (database) => {
  const office = testOffice(database);
  const { email } = await office.person();
  const gone = await office.person();
  await database
    .updateTable('person')
    .set({ deactivated_at: '2026-01-01T00:00:00Z' })
    .where('id', '=', gone.id)
    .execute();
  const context = await office.office.identity.$context;
  const { hash, verify } = context.password;
  let work = 0;
  context.password.hash = (password) => ((work += 1), hash(password));
  context.password.verify = (data) => ((work += 1), verify(data));
  const answers = [];
  for (const [who, password] of [
    [email, 'not the one at all'],
    ['nobody-9@city.example', PASSWORD],
    [gone.email, PASSWORD],
  ] as const) {
    work = 0;
    const browser = office.stranger();
    const answer = await browser.post(SIGN_IN, { email: who, password });
    assert.equal(work, 1, `one hash for ${who}`);
    assert.equal(browser.jar.size, 0);
    answers.push([answer.status, (await answer.text()).replaceAll(who, '')]);
  }
  assert.equal(answers[0]![0], 422);
  assert.deepEqual(answers[1], answers[0]);
  assert.deepEqual(answers[2], answers[0]);
});

test('the wait grows and ends at a quarter of an hour', () => {
  assert.deepEqual(
    [0, 4, 5, 6, 7, 8, 14, 15, 99].map((n) => waitSeconds(n, 5)),
    [0, 0, 1, 2, 4, 8, 512, 900, 900],
  );
});

onBothEngines('guessing is slowed down, by e-mail from anywhere, and ends by itself', async (database) => {
  const clock = movable();
  const office = testOffice(database, clock);
  const { email } = await office.person();
  let from = 0;
  const guess = async (password = 'not the one at all'): Promise<string> => {
    from += 1;
    const answer = await office.stranger({ address: `10.0.0.${from}` }).post(SIGN_IN, { email, password });
    return answer.status === 303 ? 'in' : /Too many attempts/u.test(await answer.text()) ? 'slow' : 'wrong';
  };
  const many = await Promise.all(Array.from({ length: 8 }, () => guess()));
  assert.equal(many.filter((one) => one === 'wrong').length, 5, 'many at once are all counted');
  assert.equal(await guess(PASSWORD), 'slow', 'the right one waits too, from an unknown address');
  clock.pass(1);
  assert.equal(await guess(), 'wrong');
  clock.pass(1);
  assert.equal(await guess(), 'slow');
  for (let n = 0; n < 12; n += 1) {
    clock.pass(900);
    assert.equal(await guess(), 'wrong', 'never longer than a quarter of an hour');
    assert.equal(await guess(), 'slow');
  }
  clock.pass(900);
  assert.equal(await guess(PASSWORD), 'in');
  for (let n = 0; n < 5; n += 1) assert.equal(await guess(), 'wrong', 'success clears');
  assert.equal(await guess(), 'slow');
});

onBothEngines('others cannot lock somebody out of the place where they work', async (database) => {
  const office = testOffice(database, movable());
  const { email } = await office.person();
  const own = { address: '192.0.2.7' };
  assert.equal((await office.stranger(own).post(SIGN_IN, { email, password: PASSWORD })).status, 303);
  for (let n = 0; n < 12; n += 1)
    await office.stranger({ address: '203.0.113.9' }).post(SIGN_IN, { email, password: 'a guess of many' });
  assert.equal(
    (await office.stranger({ address: '203.0.113.9' }).post(SIGN_IN, { email, password: PASSWORD })).status,
    422,
  );
  assert.equal((await office.stranger(own).post(SIGN_IN, { email, password: PASSWORD })).status, 303);
});

onBothEngines('one address that tries many people is slowed down', async (database) => {
  const office = testOffice(database, movable());
  const slow: boolean[] = [];
  // One subscriber has every address of a /64.
  for (let n = 0; n < 22; n += 1) {
    const answer = await office
      .stranger({ address: `2001:db8:1:2::${n.toString(16)}` })
      .post(SIGN_IN, { email: `person-${n}@city.example`, password: 'spring is here' });
    slow.push(/Too many/u.test(await answer.text()));
  }
  assert.deepEqual([slow[19], slow[20], slow[21]], [false, true, true]);
  const other = await office
    .stranger({ address: '2001:db8:1:3::1' })
    .post(SIGN_IN, { email: 'person-50@city.example', password: 'spring is here' });
  assert.doesNotMatch(await other.text(), /Too many/u);
});

onBothEngines('a sign-in makes a new session and ends the one before', async (database) => {
  const office = testOffice(database);
  const { email } = await office.person();
  const planted = 'planted-by-somebody-else-000000.c2lnbmF0dXJl';
  const browser = office.stranger();
  browser.jar.set(SESSION, planted);
  await browser.post(SIGN_IN, { email, password: PASSWORD });
  const first = browser.jar.get(SESSION)!;
  assert.notEqual(first, planted);
  await browser.post(SIGN_IN, { email, password: PASSWORD });
  assert.notEqual(browser.jar.get(SESSION), first);
  const old = office.stranger();
  old.jar.set(SESSION, first);
  assert.equal(await isIn(old), false);
  old.jar.set(SESSION, planted);
  assert.equal(await isIn(old), false);
  assert.equal(await isIn(browser), true);
});

onBothEngines('after the sign-in one goes to an own page only', async (database) => {
  const office = testOffice(database);
  const { email } = await office.person();
  for (const [wanted, goes] of [
    ['/office/account', '/office/account'],
    ['//evil.example', '/office'],
    ['https://evil.example/office', '/office'],
    ['/office/..//evil.example', '/office'],
    ['/office\\@evil.example', '/office'],
    ['/office/a\r\nSet-Cookie: x=1', '/office'],
  ] as const) {
    const answer = await office.stranger().post(SIGN_IN, { email, password: PASSWORD, to: wanted });
    assert.equal(answer.headers.get('location'), goes, wanted);
  }
  const page = await (await office.stranger().get(`${SIGN_IN}?to=//evil.example`)).text();
  assert.doesNotMatch(page, /name="to"/u);
  const asked = await office.stranger().get('/office/account');
  assert.equal(asked.headers.get('location'), '/office/sign-in?to=%2Foffice%2Faccount');
});

onBothEngines('a session ends when idle, when old, and when its person is let go', async (database) => {
  const clock = movable();
  const office = testOffice(database, clock);
  const idle = await office.withoutRole();
  clock.pass(8 * 3600);
  assert.equal(await isIn(idle), true);
  clock.pass(8 * 3600 + 1);
  assert.equal(await isIn(idle), false);

  const busy = await office.withoutRole();
  for (let hours = 0; hours < 7 * 24; hours += 6) {
    assert.equal(await isIn(busy), true, `after ${hours} hours of work`);
    clock.pass(6 * 3600);
  }
  clock.pass(1);
  assert.equal(await isIn(busy), false);

  const gone = await office.withoutRole();
  await database
    .updateTable('person')
    .set({ deactivated_at: '2026-11-23T08:00:00Z' })
    .where('id', '=', gone.personId!)
    .execute();
  assert.equal(await isIn(gone), false);
  assert.equal(
    (await database.selectFrom('session').select('id').where('userId', '=', gone.personId!).execute()).length,
    0,
  );
});

onBothEngines(
  'the cookie is closed to scripts and other sites, and to plain http where there is https',
  async (database) => {
    for (const [baseUrl, name, secure] of [
      ['http://127.0.0.1:8080', SESSION, false],
      ['https://plan.example', `__Secure-${SESSION}`, true],
    ] as const) {
      const office = testOffice(database, undefined, { baseUrl });
      const { email } = await freshPerson(
        office,
        database,
        secure ? 'secure@city.example' : 'plain@city.example',
      );
      const browser = office.stranger();
      const answer = await browser.post(SIGN_IN, { email, password: PASSWORD });
      const cookies = answer.headers.getSetCookie();
      assert.ok(
        cookies.length > 0 &&
          cookies.every((cookie) => cookie.startsWith(secure ? '__Secure-' : 'horyzont.')),
      );
      for (const cookie of cookies) {
        assert.match(cookie, /; HttpOnly/u);
        assert.match(cookie, /; SameSite=Lax/u);
        assert.match(cookie, /; Path=\//u);
        assert.doesNotMatch(cookie, /Domain=/u);
        assert.equal(/; Secure/u.test(cookie), secure);
      }
      assert.ok(browser.jar.has(name));
      assert.equal(await isIn(browser), true);
    }
  },
);

/** Two offices over one database count their persons alike. */
async function freshPerson(
  office: ReturnType<typeof testOffice>,
  database: Database,
  email: string,
): Promise<{ readonly email: string }> {
  const { id } = await office.person();
  await database.updateTable('person').set({ email }).where('id', '=', id).execute();
  return { email };
}

onBothEngines(
  'a forgotten password: the same answer for unknown, one link, once, for an hour',
  async (database) => {
    const clock = movable();
    const outbox = collecting();
    const office = testOffice(database, clock, { outbox });
    const { id, email } = await office.person();
    const elsewhere = office.stranger();
    await elsewhere.post(SIGN_IN, { email, password: PASSWORD });

    const ask = async (who: string): Promise<string> => {
      const answer = await office.stranger().post('/office/forgotten', { email: who, act: 'reset' });
      assert.equal(answer.status, 200);
      return (await answer.text()).replaceAll(who, '');
    };
    const unknown = await ask('nobody@city.example');
    assert.equal(outbox.letters.length, 0);
    assert.equal(await ask(email.toUpperCase()), unknown);
    assert.equal(outbox.letters.length, 1);
    const older = outbox.link();
    await ask(email);
    const link = outbox.link();
    assert.match(
      outbox.letters[1]!.html,
      /href="http:\/\/127\.0\.0\.1:8080\/office\/reset\?token=[\w-]{43}"/u,
    );
    const stored = JSON.stringify(await database.selectFrom('verification').selectAll().execute());
    assert.ok(!stored.includes(tokenOf(link)), 'the token itself is not stored');

    assert.equal((await office.stranger().get(older)).status, 410, 'a newer link ends the older');
    assert.equal((await office.stranger().get(link)).status, 200);
    const set = (password: string, path = link): Promise<Response> =>
      office.stranger().post('/office/reset', { token: tokenOf(path), password });
    assert.equal((await set('short')).status, 422);
    assert.equal((await set('password12345')).status, 422);
    const both = await Promise.all([set('four dry boots sing'), set('four wet boots sing')]);
    assert.deepEqual(
      both.map((one) => one.status).sort((a, b) => a - b),
      [303, 410],
      'once, whoever is quicker',
    );
    assert.equal(await isIn(elsewhere), false, 'who had the old password is out');
    const now = both[0].status === 303 ? 'four dry boots sing' : 'four wet boots sing';
    assert.equal((await office.stranger().post(SIGN_IN, { email, password: PASSWORD })).status, 422);
    assert.equal((await office.stranger().post(SIGN_IN, { email, password: now })).status, 303);
    assert.match(outbox.letters.at(-1)!.subject, /password was changed/u);
    const entry = (await auditEntries(database)).find((one) => one.act === 'reset-password');
    assert.deepEqual([entry?.cityId, entry?.personId], [null, id]);

    await ask(email);
    clock.pass(3600);
    assert.equal((await set('four old boots sing', outbox.link())).status, 410);
  },
);

onBothEngines('a link signs in, by a button and once', async (database) => {
  const outbox = collecting();
  const office = testOffice(database, undefined, { outbox });
  const { email } = await office.person();
  await office.stranger().post('/office/forgotten', { email, act: 'sign-in' });
  const link = outbox.link();
  assert.match(link, /^\/office\/link\?token=/u);
  const stored = JSON.stringify(await database.selectFrom('verification').selectAll().execute());
  assert.ok(!stored.includes(tokenOf(link)), 'the token itself is not stored');
  const scanner = office.stranger();
  assert.equal((await scanner.get(link)).status, 200);
  assert.equal(scanner.jar.size, 0, 'opening it uses nothing');
  const browser = office.stranger();
  assert.equal((await browser.post('/office/link', { token: tokenOf(link) })).status, 303);
  assert.equal(await isIn(browser), true);
  const again = office.stranger();
  assert.equal((await again.post('/office/link', { token: tokenOf(link) })).status, 410);
  assert.equal(await isIn(again), false);
  for (const token of ['', 'x', '../..', '%00'])
    assert.equal((await again.post('/office/link', { token })).status, 410, token);
});

onBothEngines('a link does not go round the second factor, nor let in who is let go', async (database) => {
  const outbox = collecting();
  const office = testOffice(database, undefined, { outbox });
  const guarded = await office.person();
  const gone = await office.person();
  await database.updateTable('person').set({ twoFactorEnabled: true }).where('id', '=', guarded.id).execute();
  for (const { email } of [guarded, gone])
    await office.stranger().post('/office/forgotten', { email, act: 'sign-in' });
  const [first, second] = outbox.letters.map((letter) => tokenOf(/https?:\S+/u.exec(letter.text)![0]));

  const browser = office.stranger();
  const answer = await browser.post('/office/link', { token: first! });
  assert.match(answer.headers.get('location') ?? '', /^\/office\/second-factor/u);
  assert.equal(await isIn(browser), false);
  const byPassword = office.stranger();
  const asked = await byPassword.post(SIGN_IN, {
    email: guarded.email,
    password: PASSWORD,
    to: '/office/account',
  });
  assert.equal(asked.headers.get('location'), '/office/second-factor?to=%2Foffice%2Faccount');
  assert.equal(await isIn(byPassword), false);

  await database
    .updateTable('person')
    .set({ deactivated_at: '2026-01-01T00:00:00Z' })
    .where('id', '=', gone.id)
    .execute();
  assert.equal((await browser.post('/office/link', { token: second! })).status, 410);
});

onBothEngines('letters are not sent without end', async (database) => {
  const outbox = collecting();
  const office = testOffice(database, movable(), { outbox });
  const { email } = await office.person();
  const slow: boolean[] = [];
  for (let n = 0; n < 5; n += 1) {
    const answer = await office
      .stranger({ address: `10.0.0.${n}` })
      .post('/office/forgotten', { email, act: 'reset' });
    slow.push(answer.status === 422);
  }
  assert.deepEqual(slow, [false, false, false, true, true]);
  assert.equal(outbox.letters.length, 3);
});

onBothEngines('an address says only what the catalogue says', async (database) => {
  const stranger = testOffice(database).stranger();
  for (const done of ['__proto__', 'constructor', 'toString', '<b>x', 'saved%0d%0aX:1'])
    assert.match(
      await (await stranger.get(`${SIGN_IN}?done=${done}`)).text(),
      /<output class="said"><\/output>/u,
      done,
    );
});
