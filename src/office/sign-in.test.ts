import assert from 'node:assert/strict';
import { onBothEngines } from '../database/testing.ts';
import { insertCity } from '../database/city.ts';
import { transact } from '../database/engine.ts';
import { city as smallCity } from '../../test/world/small.ts';
import { PASSWORD, testOffice } from './testing.ts';

onBothEngines('somebody with a role signs in, sees the office, and signs out', async (database) => {
  const city = smallCity();
  await transact(database, (tx) => insertCity(tx, city));
  const office = testOffice(database);
  const person = await office.as('strategist', city.id);
  const home = await person.get('/office');
  assert.equal(home.status, 303);
  assert.equal(home.headers.get('location'), `/office/${city.slug}`);
  assert.equal((await person.post('/office/sign-out')).status, 303);
  assert.match((await person.get('/office')).headers.get('location') ?? '', /sign-in/u);
});

onBothEngines('unknown and wrong get the same answer', async (database) => {
  const office = testOffice(database);
  await office.withoutRole();
  const wrong = await office
    .stranger()
    .post('/office/sign-in', { email: 'person-1@city.example', password: 'not the one at all' });
  const unknown = await office
    .stranger()
    .post('/office/sign-in', { email: 'person-9@city.example', password: PASSWORD });
  assert.equal(wrong.status, 422);
  assert.equal(unknown.status, 422);
  const words = (page: string): string => page.replaceAll(/person-\d/gu, '');
  assert.equal(words(await wrong.text()), words(await unknown.text()));
});
