/**
 * Publishing from the office: at once, at a set time, or after a second person's word. Whatever is not done at once is
 * an order; a job carries it out when it is due.
 */

import { citiesById, cityById } from '../database/city.ts';
import { newestEdition } from '../database/edition.ts';
import type { DatabaseTransaction } from '../database/engine.ts';
import type { Job } from '../database/job.ts';
import { insertAudit } from '../database/audit.ts';
import type { NotificationKind } from '../database/notification.ts';
import { appointmentsIn, memberOf, personById, personsOf } from '../database/person.ts';
import { planStandings } from '../database/plan-standing.ts';
import type { PlanStanding } from '../database/plan-standing.ts';
import { insertOrder, lockOrder, openOrders, updateOrder } from '../database/publication-order.ts';
import type { PublicationOrder } from '../database/publication-order.ts';
import { inCity } from '../database/tenant.ts';
import type { EditionCity } from '../edition/edition.ts';
import { readEdition } from '../edition/upgrade.ts';
import type { City, Id, Texts } from '../model/plan.ts';
import { can, rolesIn } from '../model/role.ts';
import { isRefusal, refusal } from '../problem.ts';
import type { Refusal } from '../problem.ts';
import { instant } from '../system/clock.ts';
import { civilDate } from '../text/date.ts';
import type { Acting, CityActing, Unfit } from './acting.ts';
import { isUnfit } from './acting.ts';
import { addJob } from './jobs.ts';
import { labelOf } from './notify.ts';
import { keepEdition, sealNext } from './publish.ts';
import type { PublishAnswer, Sealed } from './publish.ts';
import { tell } from './tell.ts';

export interface OrderRequest {
  readonly planId: Id;
  readonly note: Texts | null;
  /** An instant; null: at once. */
  readonly runAt: string | null;
}

/** Published, or kept as an order that is carried out later. */
export type OrderAnswer =
  | { readonly published: PublishAnswer }
  | { readonly order: Id; readonly waitsForConfirmation: boolean };

export const PUBLISH_JOB = 'publication-order';

/** Publishes, or orders a publication. Refused while another order of the plan is open. */
export async function orderPublication(
  acting: CityActing,
  request: OrderRequest,
): Promise<OrderAnswer | Refusal | Unfit> {
  const done = await inCity(acting.database, acting.cityId, async (tx) => {
    const now = instant(acting.clock);
    const stands = await allowed(tx, acting, request.planId);
    if (isRefusal(stands)) return stands;
    const { city, plan } = stands;
    if ((await openOrders(tx, acting.cityId, plan.id)).length > 0) return refusal('order-open');
    if (request.runAt !== null && request.runAt <= now)
      return { problems: [{ code: 'moment-past', place: { field: 'at' }, values: {} }] };
    if (request.runAt === null && !plan.confirmPublication)
      return sealOffice(tx, acting, city, plan, request.note, acting.member.personId);
    const id = acting.newId();
    const runAt = request.runAt ?? now;
    await insertOrder(tx, {
      id,
      cityId: city.id,
      planId: plan.id,
      note: request.note,
      runAt,
      orderedBy: acting.member.personId,
      orderedAt: now,
    });
    if (plan.confirmPublication) await tellConfirmers(tx, acting, city, plan);
    else await addJob(tx, acting, orderJob(city.id, id, runAt));
    await audit(tx, acting, 'order-publication', id, plan.id, null, { runAt, note: request.note });
    return { order: id, waitsForConfirmation: plan.confirmPublication };
  });
  return answered(acting, done);
}

/** A second person says yes. Who ordered it cannot. Published at once when the set time has come. */
export async function confirmPublication(
  acting: CityActing,
  orderId: Id,
): Promise<OrderAnswer | Refusal | Unfit> {
  const done = await inCity(acting.database, acting.cityId, async (tx) => {
    const found = await openOrder(tx, acting, orderId);
    if (isRefusal(found)) return found;
    const { order, city, plan } = found;
    const may = mayConfirm(acting, order);
    if (may !== true) return may;
    const now = instant(acting.clock);
    await updateOrder(tx, order.id, { confirmedBy: acting.member.personId, confirmedAt: now });
    const confirmed = { runAt: order.runAt };
    if (order.runAt > now) {
      await addJob(tx, acting, orderJob(city.id, order.id, order.runAt));
      await audit(tx, acting, 'confirm-publication', order.id, plan.id, null, confirmed);
      return { order: order.id, waitsForConfirmation: false };
    }
    const sealed = await sealOffice(tx, acting, city, plan, order.note, order.orderedBy);
    // Not confirmed, then: the order stays open, and the plan can be put right.
    if (isRefusal(sealed) || isUnfit(sealed)) {
      await updateOrder(tx, order.id, { confirmedBy: null, confirmedAt: null });
      return sealed;
    }
    await updateOrder(tx, order.id, { doneAt: now, number: sealed.edition.number });
    await audit(tx, acting, 'confirm-publication', order.id, plan.id, null, confirmed);
    await tellOrderer(tx, acting, order, 'published', {
      plan: titleOf(plan, city),
      number: sealed.edition.number,
    });
    return sealed;
  });
  return answered(acting, done);
}

/** Whether this person may be the second one. */
export function mayConfirm(
  { member }: Pick<CityActing, 'member'>,
  order: Pick<PublicationOrder, 'orderedBy' | 'confirmedBy'>,
): true | Refusal {
  if (order.confirmedBy !== null) return refusal('order-confirmed');
  return order.orderedBy === member.personId ? refusal('order-own') : true;
}

/** Takes an order back. Anybody who may publish can. */
export async function cancelPublication(acting: CityActing, orderId: Id): Promise<null | Refusal> {
  return inCity(acting.database, acting.cityId, async (tx) => {
    const found = await openOrder(tx, acting, orderId);
    if (isRefusal(found)) return found;
    await updateOrder(tx, orderId, { cancelledAt: instant(acting.clock) });
    await audit(tx, acting, 'cancel-publication', orderId, found.plan.id, { runAt: found.order.runAt }, null);
    return null;
  });
}

/** Carries out a due order: the work of the job. Done twice it publishes once. */
export async function runPublicationOrder(acting: Acting, job: Job): Promise<null> {
  const { cityId } = job;
  const { orderId } = job.payload as { readonly orderId: Id };
  if (cityId === null) return null;
  const orderedBy = await ordererOf(acting, cityId, orderId);
  const sealed = await inCity(acting.database, cityId, async (tx) => {
    const order = await lockOrder(tx, cityId, orderId);
    if (!order || order.doneAt !== null || order.cancelledAt !== null) return null;
    const city = (await cityById(tx, cityId))!;
    const plan = (await planStandings(tx, cityId)).find(({ id }) => id === order.planId)!;
    const result = await (orderedBy
      ? sealOffice(tx, { ...acting, ...orderedBy }, city, plan, order.note, order.orderedBy)
      : refusal('orderer-gone'));
    const now = instant(acting.clock);
    const published = !isRefusal(result) && !isUnfit(result);
    await updateOrder(tx, orderId, {
      doneAt: now,
      ...(published ? { number: result.edition.number } : { refused: result }),
    });
    await tellOrderer(
      tx,
      acting,
      order,
      published ? 'published' : 'publication-failed',
      published
        ? { plan: titleOf(plan, city), number: result.edition.number }
        : { plan: titleOf(plan, city) },
    );
    return published ? result : null;
  });
  if (sealed) await keepEdition(acting, sealed);
  return null;
}

/** Who ordered, with the rights of this day; null when they may not publish any more. */
async function ordererOf(
  acting: Acting,
  cityId: Id,
  orderId: Id,
): Promise<Pick<CityActing, 'who' | 'member' | 'cityId'> | null> {
  const personId = await inCity(acting.database, cityId, async (tx) => {
    return (await lockOrder(tx, cityId, orderId))?.orderedBy ?? null;
  });
  const person = personId === null ? null : await personById(acting.database, personId);
  const city = (await citiesById(acting.database, [cityId]))[0];
  if (!person || person.deactivatedAt !== null || !city) return null;
  const member = await memberOf(acting.database, person);
  const today = civilDate(instant(acting.clock), city.timeZone);
  if (can(member, 'publish', { cityId }, { today, units: city.units }) !== true) return null;
  return { member, cityId, who: rolesIn(member, cityId, today).join(', ') };
}

/** Who signs: whom the last edition named, else the city's office for its strategy. An office, never a person. */
export function signedAs(
  newest: { readonly publishedBy: Texts | null } | null,
  city: Pick<City | EditionCity, 'contacts'>,
): Texts | null {
  return newest?.publishedBy ?? city.contacts.find(({ kind }) => kind === 'strategy')?.name ?? null;
}

async function sealOffice(
  tx: DatabaseTransaction,
  acting: Acting,
  city: City,
  plan: PlanStanding,
  note: Texts | null,
  personId: Id,
): Promise<Sealed | Refusal | Unfit> {
  const newest = await newestEdition(tx, city.id, plan.id);
  const read = newest ? readEdition(newest.bytes) : null;
  const publishedBy = signedAs(read && 'edition' in read ? read.edition : null, city);
  const address = { cityId: city.id, planId: plan.id, citySlug: city.slug, planSlug: plan.slug };
  return sealNext(tx, acting, address, { note, publishedBy, personId });
}

/** City and plan, when the one who acts may publish. */
async function allowed(
  tx: DatabaseTransaction,
  acting: CityActing,
  planId: Id,
): Promise<{ readonly city: City; readonly plan: PlanStanding } | Refusal> {
  const city = await cityById(tx, acting.cityId);
  const plan = (await planStandings(tx, acting.cityId)).find(({ id }) => id === planId);
  if (!city || !plan) return refusal('plan-gone');
  const today = civilDate(instant(acting.clock), city.timeZone);
  const may = can(acting.member, 'publish', { cityId: city.id }, { today, units: city.units });
  return may === true ? { city, plan } : may;
}

async function openOrder(
  tx: DatabaseTransaction,
  acting: CityActing,
  orderId: Id,
): Promise<{ readonly order: PublicationOrder; readonly city: City; readonly plan: PlanStanding } | Refusal> {
  const order = await lockOrder(tx, acting.cityId, orderId);
  if (!order || order.doneAt !== null || order.cancelledAt !== null) return refusal('order-over');
  const stands = await allowed(tx, acting, order.planId);
  return isRefusal(stands) ? stands : { order, ...stands };
}

async function answered(
  acting: Acting,
  done: Sealed | Exclude<OrderAnswer, { published: unknown }> | Refusal | Unfit,
): Promise<OrderAnswer | Refusal | Unfit> {
  return 'edition' in done ? { published: await keepEdition(acting, done) } : done;
}

function orderJob(cityId: Id, orderId: Id, runAt: string): Parameters<typeof addJob>[2] {
  return { cityId, kind: PUBLISH_JOB, payload: { orderId }, key: `${PUBLISH_JOB} ${orderId}`, runAt };
}

async function tellConfirmers(
  tx: DatabaseTransaction,
  acting: CityActing,
  city: City,
  plan: PlanStanding,
): Promise<void> {
  const today = civilDate(instant(acting.clock), city.timeZone);
  const persons = await personsOf(tx, city.id);
  const byPerson = Map.groupBy(await appointmentsIn(tx, city.id), ({ personId }) => personId);
  const by = persons.find(({ id }) => id === acting.member.personId)?.name ?? '';
  const told = persons.filter(({ id, deactivatedAt }) => {
    const member = { personId: id, installation: false, appointments: byPerson.get(id) ?? [] };
    return (
      deactivatedAt === null &&
      id !== acting.member.personId &&
      can(member, 'publish', { cityId: city.id }, { today, units: city.units }) === true
    );
  });
  await tell(
    tx,
    acting,
    told.map(({ id }) => ({
      cityId: city.id,
      personId: id,
      kind: 'publication-waits' as const,
      planId: plan.id,
      thingId: null,
      values: { by, plan: titleOf(plan, city), slug: plan.slug },
      at: instant(acting.clock),
    })),
  );
}

async function tellOrderer(
  tx: DatabaseTransaction,
  acting: Acting,
  order: PublicationOrder,
  kind: NotificationKind,
  values: Readonly<Record<string, string | number>>,
): Promise<void> {
  await tell(tx, acting, [
    {
      cityId: order.cityId,
      personId: order.orderedBy,
      kind,
      planId: order.planId,
      thingId: null,
      values,
      at: instant(acting.clock),
    },
  ]);
}

async function audit(
  tx: DatabaseTransaction,
  acting: CityActing,
  act: string,
  orderId: Id,
  planId: Id,
  before: unknown,
  after: unknown,
): Promise<void> {
  await insertAudit(tx, {
    id: acting.newId(),
    cityId: acting.cityId,
    planId,
    personId: acting.member.personId,
    at: instant(acting.clock),
    who: acting.who,
    act,
    thing: 'publication-order',
    thingId: orderId,
    before,
    after,
  });
}

function titleOf(plan: Pick<PlanStanding, 'shortTitle' | 'slug'>, city: City): string {
  return labelOf({ code: null, title: plan.shortTitle }, city) || plan.slug;
}
