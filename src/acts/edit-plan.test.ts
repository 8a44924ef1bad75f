import assert from 'node:assert/strict';
import { id, nodeOf, planOf, taskOf, cityOf } from '../../test/plan.ts';
import { auditEntries } from '../database/audit.ts';
import { insertCity } from '../database/city.ts';
import { decisionsWaiting } from '../database/decision.ts';
import type { Database } from '../database/engine.ts';
import { transact } from '../database/engine.ts';
import { insertPerson } from '../database/person.ts';
import { insertPlan, planById } from '../database/plan.ts';
import { onBothEngines } from '../database/testing.ts';
import { fieldsOf, itemOf } from '../model/item.ts';
import type { ItemFields } from '../model/item.ts';
import type { Plan } from '../model/plan.ts';
import type { Role } from '../model/role.ts';
import { isRefusal } from '../problem.ts';
import type { CityActing } from './acting.ts';
import { isUnfit } from './acting.ts';
import { bulkEdit } from './bulk-edit.ts';
import { editItem, isOvertaken } from './edit-item.ts';
import type { ItemEdit } from './edit-item.ts';
import { moveNode, rearrange } from './rearrange.ts';
import { restoreItem } from './restore-item.ts';
import { actingAt } from './testing.ts';
import { lastUndoable, undo } from './undo.ts';

const CITY = cityOf();
const LANGUAGES = ['pl', 'en'];
let minute = 0;

function world(state: Plan['state'] = 'in-preparation'): Plan {
  return planOf({
    state,
    nodes: [
      nodeOf(100, { code: '1', position: 0 }),
      nodeOf(200, { code: '2', position: 1 }),
      nodeOf(110, { code: '1.1', parentId: id(100), position: 0 }),
      nodeOf(210, { code: '2.1', parentId: id(200), position: 0 }),
    ],
    tasks: [taskOf(111, id(110), { code: '1.1.1', position: 0 })],
  });
}

async function started(database: Database, state?: Plan['state']): Promise<CityActing> {
  await transact(database, async (tx) => {
    await insertCity(tx, CITY);
    await insertPlan(tx, CITY.id, world(state));
  });
  return somebody(database, 'strategist', 1);
}

async function somebody(database: Database, role: Role, n: number): Promise<CityActing> {
  const personId = id(90_000 + n);
  await transact(database, (tx) =>
    insertPerson(tx, {
      id: personId,
      name: `P${n}`,
      email: `p${n}@city.example`,
      locale: 'pl',
      installation: false,
    }),
  );
  minute += 1;
  const appointment = {
    id: id(91_000 + n),
    cityId: CITY.id,
    role,
    unitId: null,
    itemIds: [],
    fromOn: null,
    untilOn: null,
    deputyForId: null,
  };
  return {
    ...actingAt(database, `2026-11-20T10:${String(minute % 60).padStart(2, '0')}:00Z`),
    who: role,
    cityId: CITY.id,
    member: { personId, installation: false, appointments: [appointment] },
  };
}

async function planNow(database: Database): Promise<Plan> {
  return (await planById(database, CITY.id, id(900_002)))!;
}

function byCode(plan: Plan): string {
  return [...plan.nodes, ...plan.tasks]
    .map((thing) => `${thing.code}=${Number(thing.id.slice(-5))}`)
    .sort()
    .join(' ');
}

function edit(
  plan: Plan,
  n: number,
  version: number,
  fields: ItemFields,
  more: Partial<ItemEdit> = {},
): ItemEdit {
  const base = fieldsOf(itemOf(plan, id(n))!, LANGUAGES);
  return {
    planId: plan.id,
    itemId: id(n),
    version,
    base,
    fields: { ...base, ...fields },
    choices: {},
    languages: LANGUAGES,
    basis: null,
    ...more,
  };
}

onBothEngines('a move is written, audited and taken back', async (database) => {
  const acting = await started(database);
  const before = await planNow(database);
  const done = await moveNode(acting, before.id, id(110), { parentId: id(200), position: 0 });
  assert.ok(!isRefusal(done) && !isUnfit(done));
  const now = await planNow(database);
  assert.deepEqual(
    now.nodes.map((node) => [node.id, node.code, node.parentId, node.position]),
    done.after.nodes.map((node) => [node.id, node.code, node.parentId, node.position]),
  );
  assert.equal(byCode(now), '1=100 2.1.1=111 2.1=110 2.2=210 2=200');
  const entries = await auditEntries(database);
  assert.deepEqual(
    entries.map(({ act, thing, thingId, personId }) => [act, thing, thingId, personId]),
    [['move', 'node', id(110), acting.member.personId]],
  );
  const last = await lastUndoable(database, CITY.id, before.id, acting.member.personId);
  assert.ok(!isRefusal(await undo(acting, before.id, last!.id)));
  assert.deepEqual(await planNow(database), before);
  assert.equal(isRefusal(await undo(acting, before.id, last!.id)), true);
});

onBothEngines('an undoing is refused when somebody changed the same thing since', async (database) => {
  const acting = await started(database);
  const plan = await planNow(database);
  await moveNode(acting, plan.id, id(110), { parentId: id(200), position: 0 });
  const other = await somebody(database, 'strategist', 2);
  await rearrange(other, { planId: plan.id, what: { kind: 'up', id: id(210) }, codes: 'renumber' });
  const last = await lastUndoable(database, CITY.id, plan.id, acting.member.personId);
  assert.deepEqual(await undo(acting, plan.id, last!.id), { refused: 'undo-changed-since', values: {} });
});

onBothEngines('what goes to the bin comes back as it was', async (database) => {
  const acting = await started(database);
  const before = await planNow(database);
  await rearrange(acting, { planId: before.id, what: { kind: 'remove', id: id(100) }, codes: 'keep' });
  assert.equal(byCode(await planNow(database)), '2.1=210 2=200');
  const under = { planId: before.id, itemId: id(110), basis: null };
  assert.deepEqual(await restoreItem(acting, under), { refused: 'restore-home-gone', values: {} });
  const back = await restoreItem(acting, { ...under, itemId: id(100) });
  assert.ok(!isRefusal(back) && !isUnfit(back));
  assert.deepEqual(await planNow(database), before);
});

onBothEngines(
  'the second of two who edit one item sees both versions, and nothing is lost',
  async (database) => {
    const first = await started(database);
    const second = await somebody(database, 'strategist', 2);
    const plan = await planNow(database);
    const mine = edit(plan, 111, 1, { 'title.pl': 'Moje', endOn: '2030-06-30' });
    const theirs = edit(plan, 111, 1, { 'title.pl': 'Ich', 'description.pl': 'Opis' });
    const [a, b] = await Promise.all([editItem(first, theirs), editItem(second, mine)]);
    const late = [a, b].find(isOvertaken);
    assert.ok(late, 'one of the two is told');
    assert.equal([a, b].filter((one) => 'outcome' in one && one.outcome === 'saved').length, 1);
    const [me, edited] = isOvertaken(a) ? [first, theirs] : [second, mine];
    // Without a word about the title the question comes again; nothing is written.
    const silent = await editItem(me, { ...edited, version: late.version });
    assert.ok(isOvertaken(silent));
    const saved = await editItem(me, { ...edited, version: late.version, choices: { 'title.pl': 'mine' } });
    assert.deepEqual(saved, { outcome: 'saved' });
    const task = (await planNow(database)).tasks[0]!;
    assert.equal(task.title['pl'], edited.fields['title.pl']);
    assert.equal(task.endOn, '2030-06-30');
    assert.deepEqual(task.description, { pl: 'Opis' });
  },
);

onBothEngines(
  'an adopted plan asks what a change rests on, and keeps it for the edition',
  async (database) => {
    const acting = await started(database, 'in-force');
    const plan = await planNow(database);
    const later = edit(plan, 111, 1, { endOn: '2031-12-31' });
    const asked = await editItem(acting, later);
    assert.ok(isUnfit(asked) && asked.problems[0]!.code === 'basis-missing');
    assert.equal((await planNow(database)).tasks[0]!.endOn, null);
    const basis = {
      kind: 'change',
      number: 'LX/31/26',
      on: '2026-10-30',
      reason: { pl: 'Przetarg' },
    } as const;
    assert.deepEqual(await editItem(acting, { ...later, basis }), { outcome: 'saved' });
    assert.deepEqual(
      (await decisionsWaiting(database, CITY.id, plan.id)).map(({ thingId, field, kind, number }) => [
        thingId,
        field,
        kind,
        number,
      ]),
      [[id(111), 'endOn', 'change', 'LX/31/26']],
    );
    // A report is neither.
    const report = edit(await planNow(database), 111, 2, { progressPercent: '40', reportedFor: '2026-Q3' });
    assert.deepEqual(await editItem(acting, report), { outcome: 'saved' });
    assert.equal((await decisionsWaiting(database, CITY.id, plan.id)).length, 1);
  },
);

onBothEngines('an undoing takes back its decision too', async (database) => {
  const acting = await started(database, 'in-force');
  const plan = await planNow(database);
  const basis = { kind: 'correction', reason: null } as const;
  await rearrange(acting, { planId: plan.id, what: { kind: 'up', id: id(200) }, codes: 'renumber', basis });
  assert.notEqual((await decisionsWaiting(database, CITY.id, plan.id)).length, 0);
  const last = await lastUndoable(database, CITY.id, plan.id, acting.member.personId);
  assert.ok(!isRefusal(await undo(acting, plan.id, last!.id)));
  assert.deepEqual(await planNow(database), plan);
  assert.deepEqual(await decisionsWaiting(database, CITY.id, plan.id), []);
});

onBothEngines('who may not, changes nothing', async (database) => {
  await started(database);
  const viewer = await somebody(database, 'viewer', 2);
  const plan = await planNow(database);
  assert.ok(isRefusal(await moveNode(viewer, plan.id, id(110), { parentId: id(200), position: 0 })));
  assert.ok(isRefusal(await editItem(viewer, edit(plan, 111, 1, { endOn: '2031-12-31' }))));
  assert.deepEqual(await planNow(database), plan);
  assert.deepEqual(await auditEntries(database), []);
});

onBothEngines('one act changes many items', async (database) => {
  const acting = await started(database);
  const plan = await planNow(database);
  const nothing = {
    leadUnitId: null,
    addGroupId: null,
    removeGroupId: null,
    state: null,
    stateReason: null,
    startOn: null,
    endOn: null,
  };
  await bulkEdit(acting, {
    planId: plan.id,
    ids: [id(110), id(111)],
    edit: { ...nothing, state: 'suspended', endOn: '2030-12-31' },
    basis: null,
  });
  const now = await planNow(database);
  assert.equal(now.tasks[0]!.state, 'suspended');
  assert.deepEqual(
    [...now.nodes, ...now.tasks].filter((thing) => thing.endOn === '2030-12-31').map((thing) => thing.id),
    [id(110), id(111)],
  );
});
