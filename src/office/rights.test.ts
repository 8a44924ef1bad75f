import assert from 'node:assert/strict';
import { insertCity } from '../database/city.ts';
import { transact } from '../database/engine.ts';
import { insertPlan } from '../database/plan.ts';
import { onBothEngines } from '../database/testing.ts';
import { can, ROLES } from '../model/role.ts';
import type { Deed, Role } from '../model/role.ts';
import { city, id, node, plan } from '../../test/world/small.ts';
import { ROUTES } from './routes.ts';
import type { Route } from './route.ts';
import { BASE_URL, testOffice } from './testing.ts';

/** Two cities; the first has two units side by side and a goal of each. */
const OWN_UNIT = id(701);
const OTHER_UNIT = id(702);
const OWN_ITEM = id(711);
const OTHER_ITEM = id(712);
const unit = (unitId: string, name: string) => ({
  id: unitId,
  name: { pl: name },
  short: null,
  email: null,
  phone: null,
  parentId: null,
});
const HERE = city({ id: id(700), slug: 'here', units: [unit(OWN_UNIT, 'A'), unit(OTHER_UNIT, 'B')] });
const THERE = city({ id: id(800), slug: 'there', units: [] });
const PLAN = plan({
  id: id(710),
  slug: 'p',
  nodes: [
    node(711, { id: OWN_ITEM, unitIds: [OWN_UNIT] }),
    node(712, { id: OTHER_ITEM, unitIds: [OTHER_UNIT] }),
  ],
  tasks: [],
});

/** A real path for a route's pattern. */
function pathOf(route: Route, itemId: string, person: string): string {
  return route.path
    .replace(':city', HERE.slug)
    .replace(':plan', PLAN.slug)
    .replace(':item', itemId)
    .replace(':person', person)
    .replace(/\/\*$/u, '')
    .replaceAll(/:\w+(\{[^}]*\})?/gu, id(999));
}

const inCityRoutes = ROUTES.filter(
  (r): r is Extract<Route, { for: Deed }> => r.for !== 'anybody' && r.for !== 'signed-in',
);

onBothEngines(
  'every route of a city: each role, own and other unit, own and other city',
  async (database) => {
    await transact(database, async (tx) => {
      await insertCity(tx, HERE);
      await insertCity(tx, THERE);
      await insertPlan(tx, HERE.id, PLAN);
    });
    const office = testOffice(database);
    const wrong: string[] = [];
    let asked = 0;
    const people: {
      readonly who: string;
      readonly role: Role;
      readonly unitId: string | null;
      readonly at: typeof HERE;
    }[] = [
      ...ROLES.map((role) => ({ who: `${role} of unit A`, role, unitId: OWN_UNIT, at: HERE })),
      ...ROLES.map((role) => ({ who: `${role} of the city`, role, unitId: null, at: HERE })),
      ...ROLES.map((role) => ({ who: `${role} of another city`, role, unitId: null, at: THERE })),
    ];
    for (const { who, role, unitId, at } of people) {
      const person = await office.as(role, at.id, unitId);
      const member = {
        personId: person.personId!,
        installation: false,
        appointments: [
          {
            id: id(1),
            cityId: at.id,
            role,
            unitId,
            itemIds: [],
            fromOn: null,
            untilOn: null,
            deputyForId: null,
          },
        ],
      };
      for (const route of inCityRoutes)
        for (const [itemId, unitIds] of [
          [OWN_ITEM, [OWN_UNIT]],
          [OTHER_ITEM, [OTHER_UNIT]],
        ] as const) {
          if (!route.path.includes(':item') && itemId === OTHER_ITEM) continue;
          const path = pathOf(route, itemId, person.personId!);
          const answer = route.method === 'GET' ? await person.get(path) : await person.post(path);
          asked += 1;
          // Rights to an item are asked with its units; elsewhere the deed must be allowed somewhere in the city.
          const thing = route.path.includes(':item')
            ? { cityId: HERE.id, itemId, unitIds }
            : { cityId: HERE.id, unitIds: unitId === null ? [] : [unitId] };
          const right = can(member, route.for, thing, { today: '2026-11-22', units: HERE.units });
          const expected = at === THERE ? [404] : right === true ? [200, 303, 404, 409, 422] : [403];
          if (!expected.includes(answer.status))
            wrong.push(
              `${who}: ${route.method} ${route.path} (${itemId === OWN_ITEM ? 'own' : 'other'} item) answered ${answer.status}, not ${expected.join('/')}`,
            );
          // A refused address tells nothing of the plan.
          if (answer.status === 404 && at === THERE)
            assert.ok(!(await answer.text()).includes('Cel'), `${who}: ${path} tells of the plan`);
        }
    }
    assert.deepEqual(wrong, []);
    assert.ok(asked >= people.length * inCityRoutes.length);
  },
);

onBothEngines(
  'a stranger is led to the sign-in, and a form from elsewhere is not taken',
  async (database) => {
    await transact(database, (tx) => insertCity(tx, HERE));
    const office = testOffice(database);
    for (const route of ROUTES.filter((r) => r.for !== 'anybody')) {
      const path = pathOf(route, OWN_ITEM, id(5));
      const stranger = office.stranger();
      const answer = route.method === 'GET' ? await stranger.get(path) : await stranger.post(path);
      assert.equal(answer.status, 303, `${route.method} ${route.path}`);
      assert.match(answer.headers.get('location') ?? '', /^\/office\/sign-in/u);
    }
    const person = await office.as('strategist', HERE.id);
    for (const route of ROUTES.filter((r) => r.method === 'POST'))
      for (const from of [
        { 'sec-fetch-site': 'cross-site' },
        { 'sec-fetch-site': 'same-site' },
        { origin: 'https://evil.example' },
        {},
      ]) {
        const answer = await office.raw(
          new Request(BASE_URL + pathOf(route, OWN_ITEM, person.personId!), {
            method: 'POST',
            headers: from as Record<string, string>,
            body: new FormData(),
          }),
        );
        assert.equal(answer.status, 403, `${route.path} from ${JSON.stringify(from)}`);
      }
  },
);
