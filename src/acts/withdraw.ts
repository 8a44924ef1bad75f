/**
 * Withdraws the newest edition. Nothing that was published can be unsaid, so this publishes once more: the content of
 * the edition before, with a note that says what was withdrawn and why. The working plan stays as it is.
 */

import { cityById } from '../database/city.ts';
import { editionBytesOf, newestEdition } from '../database/edition.ts';
import { lockPlan } from '../database/plan.ts';
import { openOrders } from '../database/publication-order.ts';
import { inCity } from '../database/tenant.ts';
import type { Edition } from '../edition/edition.ts';
import { freeze } from '../edition/freeze.ts';
import { readEdition } from '../edition/upgrade.ts';
import type { Id, Texts } from '../model/plan.ts';
import { can } from '../model/role.ts';
import { isRefusal, refusal } from '../problem.ts';
import type { Refusal } from '../problem.ts';
import { instant } from '../system/clock.ts';
import { civilDate } from '../text/date.ts';
import type { CityActing } from './acting.ts';
import { insertSealed, keepEdition, nextPublication } from './publish.ts';
import type { PublishAnswer } from './publish.ts';
import { thaw } from './thaw.ts';

export interface WithdrawRequest {
  readonly planId: Id;
  /** Number of the edition that the person saw as the newest. */
  readonly number: number;
  /** What the new edition says of it, ready to be read by residents. */
  readonly note: Texts;
}

/** Before the first edition there was none: its content is then published as a plan in preparation. */
export async function withdraw(
  acting: CityActing,
  { planId, number, note }: WithdrawRequest,
): Promise<PublishAnswer | Refusal> {
  const { cityId, member } = acting;
  const done = await inCity(acting.database, cityId, async (tx) => {
    const city = await cityById(tx, cityId);
    if (!city || !(await lockPlan(tx, cityId, planId))) return refusal('plan-gone');
    const today = civilDate(instant(acting.clock), city.timeZone);
    const may = can(member, 'publish', { cityId }, { today, units: city.units });
    if (may !== true) return may;
    if ((await openOrders(tx, cityId, planId)).length > 0) return refusal('order-open');
    const newest = await newestEdition(tx, cityId, planId);
    if (newest?.number !== number) return refusal('edition-not-newest');
    const before = await editionBytesOf(tx, cityId, planId, number - 1);
    const next = nextPublication(acting, newest, city);
    if (next.publishedAt < newest.publishedAt)
      return refusal('clock-behind', { now: next.publishedAt, newest: newest.publishedAt });
    const edition = again(read(before ?? newest.bytes), next, note, before === null);
    return insertSealed(tx, acting, edition, {
      cityId,
      planId,
      newest,
      personId: member.personId,
      act: 'withdraw',
    });
  });
  return isRefusal(done) ? done : keepEdition(acting, done);
}

function again(
  said: Edition,
  next: ReturnType<typeof nextPublication>,
  note: Texts,
  wasFirst: boolean,
): Edition {
  const { city, plan } = thaw(said);
  return freeze(city, wasFirst ? { ...plan, state: 'in-preparation' } : plan, {
    ...next,
    note,
    publishedBy: said.publishedBy,
    decisions: [],
  });
}

function read(bytes: Uint8Array): Edition {
  const answer = readEdition(bytes);
  if (!('edition' in answer)) throw new Error('a published edition cannot be read');
  return answer.edition;
}
