import assert from 'node:assert/strict';
import { auditEntries } from '../database/audit.ts';
import { insertCity } from '../database/city.ts';
import { transact } from '../database/engine.ts';
import type { Database } from '../database/engine.ts';
import { insertInvitation } from '../database/invitation.ts';
import type { Invitation } from '../database/invitation.ts';
import { appointmentsOf, personByEmail } from '../database/person.ts';
import { onBothEngines } from '../database/testing.ts';
import { newToken } from '../system/token.ts';
import { city as smallCity, id } from '../../test/world/small.ts';
import { PASSWORD, testOffice } from './testing.ts';

const INVITATION = '/office/invitation';
const CITY = smallCity();

async function invited(database: Database, over: Partial<Invitation> = {}): Promise<string> {
  const { token, hash } = newToken();
  const invitation: Invitation = {
    cityId: CITY.id,
    id: id(Math.floor(performance.now() * 1000)),
    email: 'jan@city.example',
    name: 'Jan Lis',
    role: 'reporter',
    unitId: CITY.units[0]!.id,
    invitedBy: null,
    madeAt: '2026-11-01T00:00:00Z',
    expiresAt: '2999-01-01T00:00:00Z',
    usedAt: null,
    revokedAt: null,
    ...over,
  };
  await transact(database, (tx) => insertInvitation(tx, hash, invitation));
  return token;
}

onBothEngines('somebody new makes an account by an invitation, once', async (database) => {
  await transact(database, (tx) => insertCity(tx, CITY));
  const office = testOffice(database);
  const token = await invited(database);
  const page = await (await office.stranger().get(`${INVITATION}?token=${token}`)).text();
  assert.match(page, /Probne.*reporter, Roads Department.*jan@city\.example/su);
  const send = (fields: Record<string, string> = {}) => {
    const browser = office.stranger();
    return browser
      .post(INVITATION, { token, name: 'Jan Lis', password: 'kotwica mgła lampa', ...fields })
      .then((answer) => ({ browser, answer }));
  };
  assert.equal((await send({ password: 'short' })).answer.status, 422);
  assert.equal((await send({ name: '' })).answer.status, 422);
  // What the form does not ask cannot be sent: role, e-mail and rights are the invitation's.
  const { browser, answer } = await send({
    email: 'evil@city.example',
    role: 'administrator',
    installation: 'true',
  });
  assert.equal(answer.headers.get('location'), `/office/${CITY.slug}?done=welcome`);
  assert.equal(await personByEmail(database, 'evil@city.example'), null);
  const person = (await personByEmail(database, 'jan@city.example'))!;
  assert.equal(person.installation, false);
  assert.deepEqual(
    (await appointmentsOf(database, person.id)).map((a) => [a.cityId, a.role, a.unitId]),
    [[CITY.id, 'reporter', CITY.units[0]!.id]],
  );
  assert.equal((await browser.get('/office/account')).status, 200);
  const entry = (await auditEntries(database)).find((one) => one.act === 'accept-invitation');
  assert.deepEqual([entry?.cityId, entry?.personId], [CITY.id, person.id]);
  assert.equal((await send()).answer.status, 410);
});

onBothEngines('two who use one invitation at once make one account', async (database) => {
  await transact(database, (tx) => insertCity(tx, CITY));
  const office = testOffice(database);
  const token = await invited(database);
  const fields = { token, name: 'Jan Lis', password: 'kotwica mgła lampa' };
  const both = await Promise.all([
    office.stranger().post(INVITATION, fields),
    office.stranger().post(INVITATION, fields),
  ]);
  assert.deepEqual(
    both.map((one) => one.status).sort((a, b) => a - b),
    [303, 410],
  );
  const rows = await database
    .selectFrom('person')
    .select('id')
    .where('email', '=', 'jan@city.example')
    .execute();
  assert.equal(rows.length, 1);
});

onBothEngines('an invitation that is over, taken back or made up opens nothing', async (database) => {
  await transact(database, (tx) => insertCity(tx, CITY));
  const office = testOffice(database);
  for (const token of [
    'made-up',
    '',
    await invited(database, { expiresAt: '2026-11-02T00:00:00Z' }),
    await invited(database, { revokedAt: '2026-11-02T00:00:00Z' }),
    await invited(database, { usedAt: '2026-11-02T00:00:00Z' }),
  ]) {
    assert.equal((await office.stranger().get(`${INVITATION}?token=${token}`)).status, 410);
    const answer = await office
      .stranger()
      .post(INVITATION, { token, name: 'Jan Lis', password: 'kotwica mgła lampa' });
    assert.equal(answer.status, 410);
  }
  assert.equal(await personByEmail(database, 'jan@city.example'), null);
});

onBothEngines(
  'somebody with an account signs in first, and nobody takes another’s invitation',
  async (database) => {
    await transact(database, (tx) => insertCity(tx, CITY));
    const office = testOffice(database);
    const { id: personId, email } = await office.person();
    const token = await invited(database, { email });
    const path = `${INVITATION}?token=${token}`;
    const browser = office.stranger();
    const page = await (await browser.get(path)).text();
    assert.match(page, /href="\/office\/sign-in\?to=%2Foffice%2Finvitation%3Ftoken%3D/u);
    const forced = await browser.post(INVITATION, { token, name: 'X', password: 'kotwica mgła lampa' });
    assert.equal(forced.status, 200);
    assert.deepEqual(await appointmentsOf(database, personId), []);

    const other = await office.withoutRole();
    assert.match(await (await other.get(path)).text(), /somebody else is signed in/u);
    await other.post(INVITATION, { token });
    assert.deepEqual(await appointmentsOf(database, other.personId!), []);

    const entered = await browser.post('/office/sign-in', { email, password: PASSWORD, to: path });
    assert.equal(entered.headers.get('location'), path);
    const answer = await browser.post(INVITATION, { token });
    assert.equal(answer.headers.get('location'), `/office/${CITY.slug}?done=invitation-accepted`);
    assert.deepEqual(
      (await appointmentsOf(database, personId)).map((a) => a.role),
      ['reporter'],
    );
  },
);
