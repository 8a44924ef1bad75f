/** Decisions on which changes of an adopted plan rest, and corrections, until an edition says them and after. */

import type { Selectable } from 'kysely';
import type { CivilDate, Id, Texts } from '../model/plan.ts';
import { json } from './column.ts';
import type { DatabaseTransaction, Reader } from './engine.ts';
import type { DecisionTable } from './schema.ts';

export interface Decision {
  readonly id: Id;
  readonly cityId: Id;
  readonly planId: Id;
  /** The node or task, or the plan itself. */
  readonly thingId: Id;
  /** As the edition names it. */
  readonly field: string;
  readonly kind: 'correction' | 'change';
  /** Number and day of the decision; null for a correction. */
  readonly number: string | null;
  readonly decidedOn: CivilDate | null;
  readonly reason: Texts;
  readonly personId: Id;
  readonly at: string;
  /** The first edition that says it; null: not published yet. */
  readonly edition: number | null;
}

export async function insertDecision(
  tx: DatabaseTransaction,
  decision: Omit<Decision, 'edition'>,
): Promise<void> {
  await tx
    .insertInto('decision')
    .values({
      city_id: decision.cityId,
      id: decision.id,
      plan_id: decision.planId,
      thing_id: decision.thingId,
      field: decision.field,
      kind: decision.kind,
      number: decision.number,
      decided_on: decision.decidedOn,
      reason: json(decision.reason),
      person_id: decision.personId,
      at: decision.at,
      edition: null,
    })
    .execute();
}

/** What the next edition will say, in the order it was decided. */
export async function unpublishedDecisions(db: Reader, cityId: Id, planId: Id): Promise<readonly Decision[]> {
  const rows = await db
    .selectFrom('decision')
    .selectAll()
    .where('city_id', '=', cityId)
    .where('plan_id', '=', planId)
    .where('edition', 'is', null)
    .orderBy('at')
    .orderBy('id')
    .execute();
  return rows.map(toDecision);
}

/** Notes which edition said them first. */
export async function markSaid(
  tx: DatabaseTransaction,
  decisions: readonly Pick<Decision, 'id'>[],
  edition: number,
): Promise<void> {
  if (decisions.length === 0) return;
  await tx
    .updateTable('decision')
    .set({ edition })
    .where(
      'id',
      'in',
      decisions.map(({ id }) => id),
    )
    .execute();
}

function toDecision(row: Selectable<DecisionTable>): Decision {
  return {
    id: row.id,
    cityId: row.city_id,
    planId: row.plan_id,
    thingId: row.thing_id,
    field: row.field,
    kind: row.kind,
    number: row.number,
    decidedOn: row.decided_on,
    reason: row.reason,
    personId: row.person_id,
    at: row.at,
    edition: row.edition,
  };
}
