import assert from 'node:assert/strict';
import { sql } from 'kysely';
import { auditEntries } from '../database/audit.ts';
import { insertCity } from '../database/city.ts';
import { putDraft } from '../database/draft.ts';
import type { Database } from '../database/engine.ts';
import { transact } from '../database/engine.ts';
import { insertNotifications } from '../database/notification.ts';
import { openThings, orphans } from '../database/open-thing.ts';
import { appointmentsOf, insertAppointment, insertPerson, memberOf, personById } from '../database/person.ts';
import { insertPlan } from '../database/plan.ts';
import { insertOrder, openOrders } from '../database/publication-order.ts';
import { inCity } from '../database/tenant.ts';
import { onBothEngines } from '../database/testing.ts';
import { jobsOf } from '../database/job.ts';
import { openInvitations } from '../database/invitation.ts';
import { actsAs, can } from '../model/role.ts';
import type { Appointment, Role } from '../model/role.ts';
import { isRefusal } from '../problem.ts';
import { fixedClock } from '../system/clock.ts';
import { city as smallCity, id, node, plan as smallPlan } from '../../test/world/small.ts';
import type { CityActing } from './acting.ts';
import { isUnfit } from './acting.ts';
import { appoint, endAppointment } from './appoint.ts';
import { deactivate, endAllSessions, reactivate } from './deactivate.ts';
import { deputise } from './deputise.ts';
import { DROP, handOver, handOverKey } from './hand-over.ts';
import { invite, resendInvitation, revokeInvitation } from './invite.ts';
import type { Letter } from './letter.ts';
import { demandSecondFactor } from './policy.ts';
import { actingAt } from './testing.ts';

const TODAY = '2026-11-22';
const NOON = `${TODAY}T12:00:00Z`;
const CITY = smallCity();
const ROADS = CITY.units[0]!.id;
const GREEN = CITY.units[1]!.id;
const ITEM = id(711);
const PLAN = smallPlan({ nodes: [node(711, { id: ITEM, unitIds: [ROADS] })], tasks: [] });
const ADMIN = id(1);
const SECOND = id(2);
const WORKER = id(3);
const [ADMIN_ROLE, SECOND_ROLE, WORKER_ROLE] = [id(11), id(12), id(13)];

async function world(database: Database): Promise<CityActing> {
  await transact(database, async (tx) => {
    await insertCity(tx, CITY);
    await insertPlan(tx, CITY.id, PLAN);
    const add = async (
      personId: string,
      role: Role,
      appointmentId: string,
      over: Partial<Appointment> = {},
    ) => {
      const email = `${personId.slice(-2)}@city.example`;
      await insertPerson(tx, {
        id: personId,
        name: `P${personId.slice(-2)}`,
        email,
        locale: 'pl',
        installation: false,
      });
      await insertAppointment(
        tx,
        personId,
        {
          id: appointmentId,
          cityId: CITY.id,
          role,
          unitId: null,
          itemIds: [],
          fromOn: null,
          untilOn: null,
          deputyForId: null,
          ...over,
        },
        NOON,
      );
    };
    await add(ADMIN, 'administrator', ADMIN_ROLE);
    await add(SECOND, 'strategist', SECOND_ROLE);
    await add(WORKER, 'approver', WORKER_ROLE, { unitId: ROADS });
  });
  return as(database, ADMIN);
}

async function as(database: Database, personId: string, at = NOON): Promise<CityActing> {
  const acting = actingAt(database, at);
  const member = await memberOf(database, { id: personId, installation: false });
  return { ...acting, member, cityId: CITY.id, who: actsAs(member, CITY.id, at.slice(0, 10)) };
}

const codes = (answer: unknown): readonly string[] =>
  isRefusal(answer) ? [answer.refused] : isUnfit(answer) ? answer.problems.map((p) => p.code) : ['done'];
const DAYS = { fromOn: '2026-12-01', untilOn: '2026-12-14' };

onBothEngines('only who manages people gives roles, and roles of the city take no unit', async (database) => {
  const admin = await world(database);
  const request = {
    personId: WORKER,
    role: 'reporter',
    unitId: GREEN,
    itemIds: [],
    fromOn: null,
    untilOn: null,
  } as const;
  for (const [acting, change, expected] of [
    [admin, {}, ['done']],
    [await as(database, SECOND), {}, ['right-missing']],
    [await as(database, WORKER), { role: 'administrator', unitId: null }, ['right-missing']],
    [admin, { role: 'strategist' }, ['role-of-city']],
    [admin, { unitId: id(999) }, ['not-a-choice']],
    [admin, { unitId: null, itemIds: [ITEM] }, ['done']],
    [admin, { unitId: null, itemIds: [id(998)] }, ['items-unknown']],
    [admin, { itemIds: [ITEM] }, ['unit-or-items']],
    [admin, { personId: id(99) }, ['no-person']],
    [admin, { fromOn: '2026-12-02', untilOn: '2026-12-01' }, ['until-before-from']],
  ] as const)
    assert.deepEqual(
      codes(await appoint(acting, { ...request, ...change })),
      expected,
      JSON.stringify(change),
    );
  // A right that ended since the page was shown is asked again.
  await database
    .updateTable('appointment')
    .set({ until_on: '2026-11-21' })
    .where('id', '=', ADMIN_ROLE)
    .execute();
  assert.deepEqual(codes(await appoint(admin, request)), ['right-ended']);
  assert.equal((await auditEntries(database)).length, 2);
});

onBothEngines('the last administrator cannot be ended, let go or handed away', async (database) => {
  const admin = await world(database);
  assert.deepEqual(codes(await endAppointment(admin, ADMIN_ROLE)), ['last-administrator']);
  assert.deepEqual(codes(await deactivate(admin, ADMIN, {})), ['not-oneself']);
  const all = { personId: SECOND, role: 'administrator', unitId: null, itemIds: [], fromOn: null } as const;
  // An administrator whose days are counted does not keep the city.
  await appoint(admin, { ...all, untilOn: '2026-12-31' });
  assert.deepEqual(codes(await endAppointment(admin, ADMIN_ROLE)), ['last-administrator']);
  const second = (await appoint(admin, { ...all, untilOn: null })) as string;
  // Two administrators who end each other at the same moment: one of them stays.
  // (Two connections are opened before, else one act would be over before the other begins.)
  await Promise.all([1, 2].map(() => sql`select pg_sleep(0.05)`.execute(database)));
  const other = await as(database, SECOND);
  const answers = await Promise.all([endAppointment(admin, second), endAppointment(other, ADMIN_ROLE)]);
  assert.equal(answers.filter((answer) => isRefusal(answer)).length, 1);
});

onBothEngines(
  'a deputy has the rights for the days, is recorded as one, and then has them no more',
  async (database) => {
    const admin = await world(database);
    const may = async (day: string) =>
      can(
        await memberOf(database, { id: SECOND, installation: false }),
        'edit-item',
        { cityId: CITY.id, unitIds: [ROADS] },
        { today: day, units: CITY.units },
      ) === true;
    await database.updateTable('appointment').set({ role: 'viewer' }).where('id', '=', SECOND_ROLE).execute();
    for (const [change, expected] of [
      [{ deputyId: WORKER }, ['not-a-choice']],
      [{ deputyId: id(98) }, ['not-a-choice']],
      [{ untilOn: '2026-11-30' }, ['until-before-from']],
      [{ untilOn: '2029-01-01' }, ['deputy-too-long']],
      [{ fromOn: '2026-11-01', untilOn: '2026-11-02' }, ['day-over']],
    ] as const)
      assert.deepEqual(
        codes(await deputise(admin, { personId: WORKER, deputyId: SECOND, ...DAYS, ...change })),
        expected,
        JSON.stringify(change),
      );
    assert.equal(await deputise(admin, { personId: WORKER, deputyId: SECOND, ...DAYS }), 1);
    assert.deepEqual(
      [await may('2026-11-30'), await may('2026-12-01'), await may('2026-12-14'), await may('2026-12-15')],
      [false, true, true, false],
    );
    const during = await as(database, SECOND, '2026-12-05T12:00:00Z');
    assert.equal(during.who, 'deputy of approver, viewer');
    // The office's own act, after the clock moved on: the deputy of an administrator manages people until the last day.
    await deputise(admin, { personId: ADMIN, deputyId: SECOND, ...DAYS });
    const act = async (at: string) => {
      const acting = await as(database, SECOND, at);
      return codes(await demandSecondFactor({ ...acting, clock: fixedClock(at) }, ['administrator']));
    };
    assert.deepEqual(await act('2026-12-14T20:00:00Z'), ['done']);
    assert.equal(
      (await auditEntries(database)).at(-1)!.who,
      'deputy of administrator, deputy of approver, viewer',
    );
    assert.deepEqual(await act('2026-12-15T08:00:00Z'), ['right-missing']);
  },
);

onBothEngines(
  'who is let go leaves nothing open behind: each thing is given or dropped',
  async (database) => {
    const admin = await world(database);
    await inCity(database, CITY.id, async (tx) => {
      for (const form of ['item', 'other'])
        await putDraft(tx, CITY.id, {
          personId: WORKER,
          form,
          thingId: ITEM,
          version: 1,
          fields: {},
          savedAt: NOON,
        });
      await putDraft(tx, CITY.id, {
        personId: SECOND,
        form: 'other',
        thingId: ITEM,
        version: 1,
        fields: { own: 'yes' },
        savedAt: NOON,
      });
      await insertNotifications(tx, [
        {
          id: id(31),
          cityId: CITY.id,
          personId: WORKER,
          kind: 'mentioned',
          planId: PLAN.id,
          thingId: ITEM,
          values: {},
          at: NOON,
        },
      ]);
      await insertOrder(tx, {
        id: id(32),
        cityId: CITY.id,
        planId: PLAN.id,
        note: null,
        runAt: '2027-01-01T00:00:00Z',
        orderedBy: WORKER,
        orderedAt: NOON,
      });
    });
    await appoint(admin, {
      personId: WORKER,
      role: 'reporter',
      unitId: null,
      itemIds: [ITEM],
      fromOn: null,
      untilOn: null,
    });
    await deputise(admin, { personId: WORKER, deputyId: SECOND, ...DAYS });
    await deputise(admin, { personId: SECOND, deputyId: WORKER, ...DAYS });
    const open = await openThings(database, CITY.id, WORKER, TODAY);
    assert.deepEqual(
      open.map((thing) => thing.kind),
      ['appointment', 'appointment', 'deputy', 'deputy', 'deputy', 'draft', 'draft', 'mention', 'order'],
    );
    const undecided = await deactivate(admin, WORKER, {});
    assert.equal(codes(undecided).length, open.length);
    assert.ok(codes(undecided).every((code) => code === 'hand-over-undecided'));
    const toSecond = Object.fromEntries(open.map((thing) => [handOverKey(thing), SECOND]));
    assert.ok(codes(await deactivate(admin, WORKER, toSecond)).includes('deputy-of-oneself'));
    const decisions = Object.fromEntries(
      open.map((thing) => [handOverKey(thing), thing.kind === 'deputy' ? DROP : SECOND]),
    );
    assert.deepEqual(
      codes(await deactivate(admin, WORKER, { ...decisions, [handOverKey(open.at(-1)!)]: ADMIN })),
      ['cannot-publish'],
    );
    assert.equal((await personById(database, WORKER))!.deactivatedAt, null);

    assert.equal(await deactivate(admin, WORKER, decisions), 'deactivated');
    assert.deepEqual(await orphans(database, CITY.id, TODAY), []);
    assert.deepEqual(await openThings(database, CITY.id, WORKER, TODAY), []);
    assert.ok((await personById(database, WORKER))!.deactivatedAt);
    const given = (await appointmentsOf(database, SECOND)).filter((a) => a.fromOn === TODAY);
    assert.deepEqual(given.map((a) => [a.role, a.unitId, a.itemIds]).sort(byText), [
      ['approver', ROADS, []],
      ['reporter', null, [ITEM]],
    ]);
    assert.equal((await openOrders(database, CITY.id, PLAN.id))[0]!.orderedBy, SECOND);
    const drafts = await database
      .selectFrom('draft')
      .selectAll()
      .where('person_id', '=', SECOND)
      .orderBy('form')
      .execute();
    assert.deepEqual(
      drafts.map((draft) => [draft.form, draft.fields]),
      [
        ['item', {}],
        ['other', { own: 'yes' }],
      ],
    );
    assert.deepEqual(codes(await deactivate(admin, WORKER, {})), ['person-deactivated']);
    await reactivate(admin, WORKER);
    assert.equal((await personById(database, WORKER))!.deactivatedAt, null);
  },
);

onBothEngines('an appointment that ran out leaves orphans that can be handed over', async (database) => {
  const admin = await world(database);
  await inCity(database, CITY.id, (tx) =>
    putDraft(tx, CITY.id, {
      personId: WORKER,
      form: 'item',
      thingId: ITEM,
      version: 1,
      fields: {},
      savedAt: NOON,
    }),
  );
  assert.deepEqual(await orphans(database, CITY.id, TODAY), []);
  await endAppointment(admin, WORKER_ROLE);
  const [orphan] = await orphans(database, CITY.id, TODAY);
  assert.equal(orphan?.kind, 'draft');
  assert.equal(await handOver(admin, WORKER, { [handOverKey(orphan)]: SECOND }), 1);
  assert.deepEqual(await orphans(database, CITY.id, TODAY), []);
});

onBothEngines('somebody who works in another city too keeps the account', async (database) => {
  const admin = await world(database);
  const there = smallCity({ id: id(800), slug: 'there', units: [] });
  await transact(database, async (tx) => {
    await insertCity(tx, there);
    await insertAppointment(
      tx,
      WORKER,
      {
        id: id(50),
        cityId: there.id,
        role: 'viewer',
        unitId: null,
        itemIds: [],
        fromOn: null,
        untilOn: null,
        deputyForId: null,
      },
      NOON,
    );
  });
  const [own] = await openThings(database, CITY.id, WORKER, TODAY);
  assert.equal(await deactivate(admin, WORKER, { [handOverKey(own!)]: DROP }), 'left');
  assert.equal((await personById(database, WORKER))!.deactivatedAt, null);
  assert.deepEqual(
    (await appointmentsOf(database, WORKER)).map((a) => [a.cityId, a.untilOn]).sort(byText),
    [
      [there.id, null],
      [CITY.id, '2026-11-21'],
    ].sort(byText),
  );
  // Nobody of this city reaches into the other.
  assert.deepEqual(codes(await endAppointment(admin, id(50))), ['no-appointment']);
});

onBothEngines('sessions end at once, those of the city’s people alone', async (database) => {
  const admin = await world(database);
  const stranger = id(60);
  await transact(database, async (tx) => {
    await insertPerson(tx, {
      id: stranger,
      name: 'X',
      email: 'x@else.example',
      locale: 'pl',
      installation: false,
    });
    for (const [n, userId] of [WORKER, WORKER, stranger].entries())
      await tx
        .insertInto('session')
        .values({
          id: id(70 + n),
          userId,
          token: `token-${n}`,
          expiresAt: '2027-01-01T00:00:00Z',
          ipAddress: null,
          userAgent: null,
        })
        .execute();
  });
  assert.equal(await endAllSessions(admin, WORKER), 2);
  assert.deepEqual(codes(await endAllSessions(admin, stranger)), ['no-person']);
  assert.equal((await database.selectFrom('session').select('id').execute()).length, 1);
});

onBothEngines('an invitation is a letter with a link; an account gets its role at once', async (database) => {
  const admin = await world(database);
  const links = {
    invitation: (token: string) => `https://plan.example/i?token=${token}`,
    office: 'https://plan.example/o',
  };
  const request = {
    name: 'Ala\r\nBcc: x@evil.example',
    email: 'Ala@City.Example',
    role: 'reporter',
    unitId: ROADS,
    locale: 'pl',
  } as const;
  const answer = await invite(admin, request, links);
  assert.ok('invitationId' in answer);
  const letters = async () => (await jobsOf(database, 'mail')).map((job) => job.payload as Letter);
  const [first] = await letters();
  assert.deepEqual([first!.to, first!.locale], ['ala@city.example', 'pl']);
  assert.doesNotMatch(first!.subject, /[\r\n]/u);
  const token = (letter: Letter) => /token=([\w-]{43})/u.exec(letter.text)![1]!;
  const stored = await database.selectFrom('invitation').selectAll().execute();
  assert.ok(!JSON.stringify(stored).includes(token(first!)));
  assert.ok(!JSON.stringify(await auditEntries(database)).includes(token(first!)));
  assert.equal(stored[0]!.expires_at, '2026-11-25T12:00:00Z');

  assert.deepEqual(codes(await invite(admin, request, links)), ['already-invited']);
  await resendInvitation(admin, answer.invitationId, 'en', links);
  const [, second] = await letters();
  assert.notEqual(token(second!), token(first!));
  await revokeInvitation(admin, answer.invitationId);
  assert.deepEqual(await openInvitations(database, CITY.id), []);
  assert.deepEqual(codes(await resendInvitation(admin, answer.invitationId, 'en', links)), ['no-invitation']);
  assert.deepEqual(codes(await invite(await as(database, SECOND), request, links)), ['right-missing']);
  for (const email of ['x', 'a@b, c@d', 'a@b\nBcc: c@d', ''])
    assert.deepEqual(codes(await invite(admin, { ...request, email }, links)), ['not-an-email'], email);

  const known = { ...request, name: 'whatever', email: '02@CITY.example' };
  assert.deepEqual(await invite(admin, known, links), { appointed: SECOND });
  assert.deepEqual(codes(await invite(admin, known, links)), ['has-role']);
  const told = (await letters()).at(-1)!;
  assert.equal(told.to, '02@city.example');
  assert.ok(told.text.includes('https://plan.example/o') && told.text.includes('Wydział Dróg'));
});

/** Rows in an order that does not depend on how they were read. */
function byText(a: readonly unknown[], b: readonly unknown[]): number {
  return JSON.stringify(a) < JSON.stringify(b) ? -1 : 1;
}
