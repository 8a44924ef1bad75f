import assert from 'node:assert/strict';
import { auditEntries } from '../database/audit.ts';
import { cityById, insertCity } from '../database/city.ts';
import { transact } from '../database/engine.ts';
import { insertPlan } from '../database/plan.ts';
import { onBothEngines } from '../database/testing.ts';
import type { Role } from '../model/role.ts';
import { isRefusal } from '../problem.ts';
import { city as smallCity, id, node, plan } from '../../test/world/small.ts';
import type { CityActing } from './acting.ts';
import { isUnfit } from './acting.ts';
import { actingAt } from './testing.ts';
import { addUnit, changeUnit, moveUnit, removeUnit } from './units.ts';

const CITY = smallCity();
const [ROADS, GREEN] = [CITY.units[0]!.id, CITY.units[1]!.id];
const BARE = { short: {}, email: '', phone: '', parentId: null };

function codes(answer: unknown): readonly string[] {
  if (isRefusal(answer)) return [answer.refused];
  return isUnfit(answer) ? answer.problems.map((p) => `${p.place.field} ${p.code}`) : ['done'];
}

onBothEngines(
  'units: added, changed, ordered, and removed while nothing refers to them',
  async (database) => {
    await transact(database, async (tx) => {
      await insertCity(tx, CITY);
      await insertPlan(tx, CITY.id, plan({ nodes: [node(711, { unitIds: [ROADS] })], tasks: [] }));
    });
    const as = (role: Role): CityActing => ({
      ...actingAt(database, '2026-11-22T12:00:00Z'),
      cityId: CITY.id,
      member: {
        personId: null as never,
        installation: false,
        appointments: [
          {
            id: id(1),
            cityId: CITY.id,
            role,
            unitId: null,
            itemIds: [],
            fromOn: null,
            untilOn: null,
            deputyForId: null,
          },
        ],
      },
    });
    const acting = as('strategist');
    const names = async () => (await cityById(database, CITY.id))!.units.map((unit) => unit.name['pl']);

    for (const role of ['approver', 'reporter', 'viewer', 'auditor'] as const)
      assert.deepEqual(
        codes(await addUnit(as(role), { ...BARE, name: { pl: 'X' } })),
        ['right-missing'],
        role,
      );
    assert.deepEqual(
      codes(
        await addUnit(acting, {
          name: { en: 'X' },
          short: { pl: 'x'.repeat(31) },
          email: 'a@b\nc',
          phone: 'x',
          parentId: id(9),
        }),
      ),
      [
        'name-pl required',
        'short-pl too-long',
        'email not-an-email',
        'phone not-a-phone',
        'parent not-a-choice',
      ],
    );
    const name = { pl: 'Referat Mostów', en: 'Bridges' };
    const bridges = (await addUnit(acting, {
      ...BARE,
      name,
      phone: '+48 (12) 34-56.7',
      parentId: ROADS,
    })) as string;
    assert.deepEqual(await names(), ['Wydział Dróg', 'Biuro Zieleni', 'Referat Mostów']);

    // No rings: not under itself, nor under what lies below.
    for (const parentId of [ROADS, bridges])
      assert.deepEqual(codes(await changeUnit(acting, ROADS, { ...BARE, name, parentId })), [
        'parent unit-ring',
      ]);
    await changeUnit(acting, ROADS, { ...BARE, name: { pl: 'Drogi', en: '' }, short: { pl: 'WD' } });
    assert.deepEqual((await cityById(database, CITY.id))!.units[0], {
      ...CITY.units[0],
      name: { pl: 'Drogi' },
      short: { pl: 'WD' },
    });

    await moveUnit(acting, GREEN, -1);
    assert.deepEqual(await names(), ['Biuro Zieleni', 'Drogi', 'Referat Mostów']);
    await moveUnit(acting, GREEN, -1);
    await moveUnit(acting, bridges, -1);
    assert.deepEqual(await names(), ['Biuro Zieleni', 'Drogi', 'Referat Mostów']);

    assert.deepEqual(await removeUnit(acting, ROADS), {
      refused: 'unit-in-use',
      values: { units: 1, goals: 1, tasks: 0, people: 0, invitations: 0 },
    });
    assert.equal(await removeUnit(acting, bridges), bridges);
    assert.deepEqual(codes(await removeUnit(acting, bridges)), ['no-unit']);
    assert.deepEqual(await names(), ['Biuro Zieleni', 'Drogi']);
    assert.deepEqual(
      (await auditEntries(database)).map((entry) => entry.act),
      ['add-unit', 'change-unit', 'move-unit', 'remove-unit'],
    );
  },
);
