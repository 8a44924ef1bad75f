/** Comments on goals and tasks, with persons they mention. Internal: no edition holds one. */

import { insertAudit } from '../database/audit.ts';
import { cityById } from '../database/city.ts';
import { insertComment, withdrawOwnComment } from '../database/comment.ts';
import type { DatabaseTransaction } from '../database/engine.ts';
import { appointmentsIn, personsOf } from '../database/person.ts';
import type { Person } from '../database/person.ts';
import { planStandings } from '../database/plan-standing.ts';
import { thingLabels } from '../database/thing-label.ts';
import type { ThingLabel } from '../database/thing-label.ts';
import { inCity } from '../database/tenant.ts';
import type { City, Id } from '../model/plan.ts';
import { can } from '../model/role.ts';
import type { Deed } from '../model/role.ts';
import { isRefusal, refusal } from '../problem.ts';
import type { Refusal } from '../problem.ts';
import { instant } from '../system/clock.ts';
import { civilDate } from '../text/date.ts';
import type { CityActing, Unfit } from './acting.ts';
import { labelOf, ownersOf } from './notify.ts';
import { tell } from './tell.ts';

export interface CommentRequest {
  readonly thingId: Id;
  readonly text: string;
  /** Those who cannot see the item are left out. */
  readonly mentions: readonly Id[];
}

export const MOST_COMMENT = 5_000;
const EXCERPT = 140;

/** Adds a comment and tells those it mentions, and those whose own the item is. */
export async function addComment(
  acting: CityActing,
  { thingId, text, mentions }: CommentRequest,
): Promise<{ readonly id: Id } | Refusal | Unfit> {
  return inCity(acting.database, acting.cityId, async (tx) => {
    const found = await itemFor(tx, acting, thingId, 'comment');
    if (isRefusal(found)) return found;
    const { city, item, planId } = found;
    if (text === '') return unfit('comment-empty', {});
    if (text.length > MOST_COMMENT) return unfit('too-long', { most: MOST_COMMENT, given: text.length });
    const at = instant(acting.clock);
    const seeing = await personsWhoSee(tx, city, civilDate(at, city.timeZone), item);
    const named = seeing.filter((person) => mentions.includes(person.id)).map((person) => person.id);
    const id = acting.newId();
    const { personId } = acting.member;
    await insertComment(tx, { id, cityId: city.id, planId, thingId, personId, text, mentions: named, at });
    const owners = (await ownersOf(tx, city, civilDate(at, city.timeZone)))(item);
    const values = {
      by: (await personsOf(tx, city.id)).find((person) => person.id === personId)?.name ?? '',
      label: labelOf(item, city),
      excerpt: text.length > EXCERPT ? `${text.slice(0, EXCERPT)}…` : text,
    };
    const told = new Set([...named, ...owners]);
    told.delete(personId);
    await tell(
      tx,
      acting,
      [...told].map((one) => ({
        cityId: city.id,
        personId: one,
        kind: named.includes(one) ? ('mentioned' as const) : ('commented' as const),
        planId,
        thingId,
        values,
        at,
      })),
    );
    await record(tx, acting, 'comment', id, planId, { on: thingId });
    return { id };
  });
}

/** Takes one's own comment back; that there was one stays to be seen. */
export async function withdrawComment(acting: CityActing, id: Id): Promise<null | Refusal> {
  return inCity(acting.database, acting.cityId, async (tx) => {
    const at = instant(acting.clock);
    const on = await withdrawOwnComment(tx, acting.cityId, id, acting.member.personId, at);
    if (!on) return refusal('comment-other');
    await record(tx, acting, 'withdraw-comment', id, on.planId, { on: on.thingId });
    return null;
  });
}

/** The goal or task that is commented or given a file, when the one who acts may. */
export async function itemFor(
  tx: DatabaseTransaction,
  acting: CityActing,
  thingId: Id,
  deed: Deed,
): Promise<{ readonly city: City; readonly item: ThingLabel; readonly planId: Id } | Refusal> {
  const city = await cityById(tx, acting.cityId);
  const item = (await thingLabels(tx, acting.cityId, [thingId])).get(thingId);
  if (!city || !item || !['node', 'task'].includes(item.thing) || !item.there) return refusal('thing-gone');
  const today = civilDate(instant(acting.clock), city.timeZone);
  const thing = { cityId: city.id, unitIds: item.unitIds, itemId: thingId };
  const may = can(acting.member, deed, thing, { today, units: city.units });
  if (may !== true) return may;
  const plan = (await planStandings(tx, city.id)).find(({ slug }) => slug === item.planSlug)!;
  return { city, item, planId: plan.id };
}

/** Persons who may see an item on this day: those a comment can mention. */
export async function personsWhoSee(
  tx: DatabaseTransaction,
  city: City,
  today: string,
  item: Pick<ThingLabel, 'id' | 'unitIds'>,
): Promise<readonly Person[]> {
  const byPerson = Map.groupBy(await appointmentsIn(tx, city.id), ({ personId }) => personId);
  return (await personsOf(tx, city.id)).filter(({ id, deactivatedAt }) => {
    const member = { personId: id, installation: false, appointments: byPerson.get(id) ?? [] };
    const thing = { cityId: city.id, unitIds: item.unitIds, itemId: item.id };
    return deactivatedAt === null && can(member, 'see', thing, { today, units: city.units }) === true;
  });
}

async function record(
  tx: DatabaseTransaction,
  acting: CityActing,
  act: 'comment' | 'withdraw-comment',
  id: Id,
  planId: Id,
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
    thing: 'comment',
    thingId: id,
    before: null,
    after,
  });
}

function unfit(code: string, values: Readonly<Record<string, number>>): Unfit {
  return { problems: [{ code, place: { field: 'text' }, values }] };
}
