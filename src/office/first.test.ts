import assert from 'node:assert/strict';
import { makeFirstLink, offerFirstLink } from '../acts/first-link.ts';
import { auditEntries } from '../database/audit.ts';
import { allCities, cityBySlug, insertCity } from '../database/city.ts';
import { transact } from '../database/engine.ts';
import { appointmentsOf, insertAppointment, personByEmail } from '../database/person.ts';
import { onBothEngines } from '../database/testing.ts';
import { isRefusal } from '../problem.ts';
import type { Clock } from '../system/clock.ts';
import { city as smallCity, id } from '../../test/world/small.ts';
import { PASSWORD, testOffice } from './testing.ts';

const FIRST = '/office/first';
const WISH = {
  name: 'Anna Nowak',
  email: 'Anna@City.example',
  password: 'kotwica mgła lampa',
};

onBothEngines('the first link makes an administrator of the chosen cities, once', async (database) => {
  await transact(database, async (tx) => {
    await insertCity(tx, smallCity());
    await insertCity(tx, smallCity({ id: id(5), slug: 'drugie', name: { pl: 'Drugie' }, units: [] }));
  });
  const office = testOffice(database);
  const { acting } = office.office;
  const older = await offerFirstLink(acting);
  const offer = await offerFirstLink(acting);
  const token = offer!.token;
  const page = await office.stranger().get(`${FIRST}?token=${token}`);
  assert.equal(page.status, 200);
  const html = await page.text();
  assert.equal(html.match(/type="checkbox"[^>]* checked=""/gu)?.length, 2, 'every city is ticked');
  for (const wrong of ['', 'x', older!.token]) {
    assert.equal(
      (await office.stranger().get(`${FIRST}?token=${wrong}`)).status,
      410,
      'a new start ends the older link',
    );
    const made = await office.stranger().post(FIRST, { ...WISH, token: wrong, cities: 'probne' });
    assert.equal(made.status, 410);
  }
  const stored = JSON.stringify(await database.selectFrom('installation').selectAll().execute());
  assert.ok(!stored.includes(token), 'the token itself is not stored');

  const send = (fields: Record<string, string | string[]>) =>
    office.stranger().post(FIRST, { ...WISH, token, cities: ['probne'], ...fields });
  for (const [fields, problem] of [
    [{ name: '' }, 'name-problem'],
    [{ email: 'nobody' }, 'email-problem'],
    [{ password: 'short' }, 'password-problem'],
    [{ password: 'annanowak1234' }, 'password-problem'],
    [{ cities: [] }, 'cities-problem'],
    [{ cities: ['no-such-city'] }, 'cities-problem'],
    [{ cityName: 'Nowe', citySlug: 'office' }, 'citySlug-problem'],
    [{ cityName: 'Nowe', citySlug: 'probne' }, 'citySlug-problem'],
    [{ cityName: 'Nowe', cityLanguages: 'pl', cityZone: 'Mars/Base' }, 'cityZone-problem'],
  ] as const) {
    const answer = await send(fields as never);
    assert.equal(answer.status, 422, problem);
    assert.match(await answer.text(), new RegExp(`id="${problem}"`, 'u'));
  }
  assert.equal(await personByEmail(database, WISH.email), null);

  const both = await Promise.all([send({}), send({})]);
  assert.deepEqual(
    both.map((one) => one.status).sort((a, b) => a - b),
    [303, 410],
    'once, whoever is quicker',
  );
  const done = both.find((one) => one.status === 303)!;
  assert.equal(done.headers.get('location'), '/office?done=welcome');
  assert.ok(
    done.headers.getSetCookie().some((cookie) => cookie.includes('session_token')),
    'and is signed in',
  );
  const person = await personByEmail(database, WISH.email);
  assert.deepEqual([person?.email, person?.installation], ['anna@city.example', true]);
  const held = await appointmentsOf(database, person!.id);
  const here = (await cityBySlug(database, 'probne'))!.id;
  assert.deepEqual(
    held.map((a) => [a.cityId, a.role, a.unitId, a.untilOn]).sort(([, a], [, b]) => (a! < b! ? -1 : 1)),
    [
      [here, 'administrator', null, null],
      [here, 'strategist', null, null],
    ],
    'of the ticked city alone',
  );
  const entry = (await auditEntries(database)).find((one) => one.act === 'begin');
  assert.deepEqual([entry?.cityId, entry?.thingId], [null, person!.id]);
  assert.ok(!JSON.stringify(await auditEntries(database)).includes(WISH.password));
  assert.equal(await offerFirstLink(acting), null, 'a later start offers none');
});

onBothEngines('in an empty installation the first administrator names the city', async (database) => {
  const office = testOffice(database);
  const { token } = (await offerFirstLink(office.office.acting))!;
  const browser = office.stranger();
  const made = await browser.post(FIRST, {
    ...WISH,
    token,
    cityName: 'Zielony Dół nad Łupawą',
    citySlug: '',
    cityLanguages: 'pl en',
    cityZone: 'Europe/Warsaw',
  });
  assert.equal(made.status, 303);
  const [city] = await allCities(database);
  assert.deepEqual(
    [city?.slug, city?.standing, city?.languages, city?.timeZone, city?.name],
    ['zielony-dol-nad-lupawa', 'official', ['pl', 'en'], 'Europe/Warsaw', { pl: 'Zielony Dół nad Łupawą' }],
  );
  assert.equal((await browser.get('/office')).headers.get('location'), `/office/${city!.slug}`);
});

onBothEngines('the link is over after a day', async (database) => {
  let now = Date.parse('2026-11-23T08:00:00Z');
  const clock: Clock = { milliseconds: () => now };
  await transact(database, (tx) => insertCity(tx, smallCity()));
  const office = testOffice(database, clock);
  const { token } = (await offerFirstLink(office.office.acting))!;
  now += 86_399_000;
  assert.equal((await office.stranger().get(`${FIRST}?token=${token}`)).status, 200);
  now += 1_000;
  assert.equal((await office.stranger().get(`${FIRST}?token=${token}`)).status, 410);
  assert.equal((await office.stranger().post(FIRST, { ...WISH, token, cities: 'probne' })).status, 410);
});

onBothEngines(
  'the command lets an administrator in anew, not beside one who can get in',
  async (database) => {
    const office = testOffice(database);
    const { acting } = office.office;
    const city = smallCity();
    await transact(database, (tx) => insertCity(tx, city));
    const { id: personId, email } = await office.person();
    await transact(database, (tx) =>
      insertAppointment(
        tx,
        personId,
        {
          id: id(77),
          cityId: city.id,
          role: 'administrator',
          unitId: null,
          itemIds: [],
          fromOn: null,
          untilOn: null,
          deputyForId: null,
        },
        '2026-11-01T00:00:00Z',
      ),
    );
    const refused = await makeFirstLink(acting, { force: false });
    assert.ok(isRefusal(refused) && refused.refused === 'administrator-there');
    const forced = await makeFirstLink(acting, { force: true });
    assert.ok(!isRefusal(forced));
    await database
      .updateTable('person')
      .set({ deactivated_at: '2026-11-02T00:00:00Z', twoFactorEnabled: true })
      .where('id', '=', personId)
      .execute();
    const made = await makeFirstLink(acting, { force: false });
    assert.ok(!isRefusal(made));
    assert.deepEqual(
      (await auditEntries(database))
        .filter((e) => e.act === 'make-first-link')
        .map((e) => (e.after as { forced: boolean }).forced),
      [true, false],
    );

    const browser = office.stranger();
    const again = await browser.post(FIRST, { ...WISH, email, token: made.token, cities: city.slug });
    assert.equal(again.status, 303);
    const person = (await personByEmail(database, email))!;
    assert.deepEqual(
      [person.id, person.deactivatedAt, person.twoFactorEnabled, person.installation],
      [personId, null, false, true],
    );
    assert.deepEqual((await appointmentsOf(database, personId)).map((a) => a.role).sort(), [
      'administrator',
      'strategist',
    ]);
    assert.equal((await browser.get('/office/account')).status, 200);
    const old = await office.stranger().post('/office/sign-in', { email, password: PASSWORD });
    assert.equal(old.status, 422, 'the password before works no more');
  },
);
