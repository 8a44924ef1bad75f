import assert from 'node:assert/strict';
import { loadExamples } from '../acts/load-examples.ts';
import { cityBySlug, insertCity } from '../database/city.ts';
import { transact } from '../database/engine.ts';
import { onBothEngines } from '../database/testing.ts';
import { city as smallCity } from '../../test/world/small.ts';
import { testOffice } from './testing.ts';

onBothEngines('a city without a plan teaches how to begin, to those who may', async (database) => {
  const city = smallCity();
  await transact(database, (tx) => insertCity(tx, city));
  const office = testOffice(database);
  const strategist = await (await office.as('strategist', city.id)).get(`/office/${city.slug}`);
  assert.match(await strategist.text(), /Paste your city’s page/u);
  const viewer = await (await office.as('viewer', city.id)).get(`/office/${city.slug}`);
  assert.doesNotMatch(await viewer.text(), /new-plan/u);
});

onBothEngines('the home says where each plan stands and what changed lately', async (database) => {
  const office = testOffice(database);
  await loadExamples(office.office.acting, 'examples');
  const city = (await cityBySlug(database, 'jasnogrod'))!;
  const page = await (await (await office.as('strategist', city.id)).get('/office/jasnogrod')).text();
  assert.match(page, /Edition \d+ of /u);
  assert.match(page, /Nobody has changed anything since/u);
  assert.match(page, /\d+ tasks? late|No task is late/u);
  assert.match(page, /example read in/u);
  assert.match(page, /\/office\/jasnogrod\/plans\/strategia-2032\/publish/u);
  const viewer = await (await (await office.as('viewer', city.id)).get('/office/jasnogrod')).text();
  assert.doesNotMatch(viewer, /\/publish"/u);
});
