import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { actsAs, because, can, canSomewhere, DEEDS, isCurrent, ROLES, rolesIn, unitsBelow } from './role.ts';
import type { Appointment, Deed, Member, Role } from './role.ts';

const TODAY = '2026-11-22';
const HERE = 'here';
const THERE = 'there';
/** `own` with `below` under it, and `other` beside. */
const UNITS = [
  { id: 'own', parentId: null },
  { id: 'below', parentId: 'own' },
  { id: 'deep', parentId: 'below' },
  { id: 'other', parentId: null },
];
const ON = { today: TODAY, units: UNITS };

const appointment = (over: Partial<Appointment> = {}): Appointment => ({
  id: 'a',
  cityId: HERE,
  role: 'viewer',
  unitId: null,
  itemIds: [],
  fromOn: null,
  untilOn: null,
  deputyForId: null,
  ...over,
});
const member = (...appointments: readonly Appointment[]): Member => ({
  personId: 'p',
  installation: false,
  appointments,
});

/** By role and deed, the table as the city's officers read it: `city`, `own` (the unit and below), or `-`. */
const TABLE: Readonly<Record<Role, string>> = {
  //             see  comment attach edit-item edit-plan import publish settings people audit
  administrator: 'city - - - - - - city city city',
  strategist: 'city city city city city city city city - -',
  approver: 'city city own own - - - - - -',
  reporter: 'own own own - - - - - - -',
  viewer: 'own - - - - - - - - -',
  auditor: 'city - - - - - - - - city',
};

for (const role of ROLES) {
  test(`${role}: each deed in own and other unit, own and other city`, () => {
    const reach = TABLE[role].split(' ');
    assert.equal(reach.length, DEEDS.length);
    for (const [i, deed] of DEEDS.entries()) {
      const how = reach[i];
      const own = member(appointment({ role, unitId: 'own' }));
      const city = member(appointment({ role }));
      const refused = (code: string) => ({
        refused: code,
        values: code === 'right-other-city' || code === 'right-ended' ? {} : { deed },
      });
      const no = how === '-' ? refused('right-missing') : null;
      const outside = no ?? (how === 'city' ? true : refused('right-other-unit'));
      for (const [who, thing, expected] of [
        [own, { cityId: HERE, unitIds: ['own'] }, no ?? true],
        [own, { cityId: HERE, unitIds: ['deep'] }, no ?? true],
        [own, { cityId: HERE, unitIds: ['other', 'below'] }, no ?? true],
        [own, { cityId: HERE, unitIds: ['other'] }, outside],
        [own, { cityId: HERE, unitIds: [] }, outside],
        [own, { cityId: HERE }, outside],
        [own, { cityId: THERE, unitIds: ['own'] }, refused('right-other-city')],
        [city, { cityId: HERE, unitIds: ['other'] }, no ?? true],
        [city, { cityId: HERE }, no ?? true],
        [city, { cityId: THERE }, refused('right-other-city')],
      ] as const)
        assert.deepEqual(can(who, deed, thing, ON), expected, `${deed} on ${JSON.stringify(thing)}`);
      assert.equal(canSomewhere(own, deed, HERE, TODAY), how !== '-');
      assert.equal(canSomewhere(own, deed, THERE, TODAY), false);
    }
  });
}

test('an appointment for named items reaches those alone', () => {
  const who = member(appointment({ role: 'reporter', itemIds: ['x'] }));
  assert.equal(can(who, 'comment', { cityId: HERE, itemId: 'x', unitIds: ['other'] }, ON), true);
  for (const thing of [{ cityId: HERE, itemId: 'y', unitIds: ['own'] }, { cityId: HERE }])
    assert.deepEqual(can(who, 'comment', thing, ON), {
      refused: 'right-other-unit',
      values: { deed: 'comment' },
    });
});

test('a right begins and ends with its days, both included', () => {
  const who = member(appointment({ role: 'strategist', fromOn: '2026-12-01', untilOn: '2026-12-14' }));
  for (const [today, expected] of [
    ['2026-11-30', false],
    ['2026-12-01', true],
    ['2026-12-14', true],
    ['2026-12-15', false],
  ] as const) {
    const answer = can(who, 'publish', { cityId: HERE }, { ...ON, today });
    assert.deepEqual(answer, expected || { refused: 'right-ended', values: {} }, today);
    assert.deepEqual(rolesIn(who, HERE, today), expected ? ['strategist'] : []);
  }
});

test('a deputy acts as one, unless the role is one’s own as well', () => {
  const deputy = appointment({ role: 'approver', deputyForId: 'q', untilOn: '2026-12-01' });
  assert.equal(
    actsAs(member(deputy, appointment({ role: 'viewer' })), HERE, TODAY),
    'deputy of approver, viewer',
  );
  assert.equal(actsAs(member(deputy, appointment({ role: 'approver' })), HERE, TODAY), 'approver');
  assert.equal(actsAs(member(deputy), HERE, '2026-12-02'), '');
  assert.equal(actsAs(member(deputy), THERE, TODAY), '');
  const thing = { cityId: HERE, unitIds: ['own'] };
  const own = appointment({ id: 'b', role: 'strategist' });
  assert.equal(because(member(deputy, own), 'edit-item', thing, ON), own);
  assert.equal(because(member(deputy), 'edit-item', thing, ON), deputy);
  assert.equal(because(member(deputy), 'publish', thing, ON), null);
});

/** A random forest of units, a member with random appointments in two cities, and a thing. */
const world = fc
  .integer({ min: 1, max: 8 })
  .chain((size) =>
    fc.record({
      parents: fc.tuple(...Array.from({ length: size }, (_, n) => fc.integer({ min: -1, max: n - 1 }))),
      held: fc.array(
        fc.record({
          cityId: fc.constantFrom(HERE, THERE),
          role: fc.constantFrom(...ROLES),
          unit: fc.option(fc.nat(size - 1)),
          items: fc.subarray(['x', 'y'], { maxLength: 1 }),
          from: fc.option(fc.constantFrom('2026-01-01', TODAY, '2026-11-23')),
          until: fc.option(fc.constantFrom('2026-11-21', TODAY, '2027-01-01')),
        }),
        { maxLength: 4 },
      ),
      at: fc.nat(size - 1),
      deed: fc.constantFrom(...DEEDS),
    }),
  )
  .map(({ parents, held, at, deed }) => ({
    units: parents.map((parent, n) => ({ id: `u${n}`, parentId: parent < 0 ? null : `u${parent}` })),
    who: member(
      ...held.map((one, n) =>
        appointment({
          id: `a${n}`,
          cityId: one.cityId,
          role: one.role,
          unitId: one.unit === null ? null : `u${one.unit}`,
          itemIds: one.items,
          fromOn: one.from,
          untilOn: one.until,
        }),
      ),
    ),
    at: `u${at}`,
    deed,
  }));

function property(
  name: string,
  holds: (given: {
    units: readonly { id: string; parentId: string | null }[];
    who: Member;
    at: string;
    deed: Deed;
  }) => boolean,
): void {
  test(name, () => fc.assert(fc.property(world, holds), { numRuns: 1_000 }));
}

property('what is allowed at a unit is allowed everywhere below it', ({ units, who, at, deed }) => {
  const on = { today: TODAY, units };
  if (can(who, deed, { cityId: HERE, unitIds: [at] }, on) !== true) return true;
  return [...unitsBelow(at, units)].every(
    (id) => can(who, deed, { cityId: HERE, unitIds: [id] }, on) === true,
  );
});

property('nothing in one city depends on appointments in another', ({ units, who, at, deed }) => {
  const on = { today: TODAY, units };
  const here = { ...who, appointments: who.appointments.filter((a) => a.cityId === HERE) };
  const there = { ...who, appointments: who.appointments.filter((a) => a.cityId === THERE) };
  const thing = { cityId: HERE, unitIds: [at], itemId: 'x' };
  return can(who, deed, thing, on) === true
    ? can(here, deed, thing, on) === true
    : can(here, deed, thing, on) !== true && can(there, deed, thing, on) !== true;
});

property('appointments that are over or not begun change nothing', ({ units, who, at, deed }) => {
  const on = { today: TODAY, units };
  const current = { ...who, appointments: who.appointments.filter((a) => isCurrent(a, TODAY)) };
  const thing = { cityId: HERE, unitIds: [at], itemId: 'y' };
  return (can(who, deed, thing, on) === true) === (can(current, deed, thing, on) === true);
});

property('another appointment never takes a right away', ({ units, who, at, deed }) => {
  const on = { today: TODAY, units };
  const thing = { cityId: HERE, unitIds: [at] };
  const fewer = { ...who, appointments: who.appointments.slice(1) };
  return can(fewer, deed, thing, on) !== true || can(who, deed, thing, on) === true;
});

property('a right has an appointment behind it, and only then', ({ units, who, at, deed }) => {
  const on = { today: TODAY, units };
  const thing = { cityId: HERE, unitIds: [at], itemId: 'x' };
  return (can(who, deed, thing, on) === true) === (because(who, deed, thing, on) !== null);
});

property('a menu hides nothing that is allowed', ({ units, who, at, deed }) => {
  const on = { today: TODAY, units };
  return can(who, deed, { cityId: HERE, unitIds: [at] }, on) !== true || canSomewhere(who, deed, HERE, TODAY);
});

test('a ring in the unit tree ends the walk', () => {
  const ring = [
    { id: 'a', parentId: 'b' },
    { id: 'b', parentId: 'a' },
  ];
  assert.deepEqual(unitsBelow('a', ring), new Set(['a', 'b']));
});
