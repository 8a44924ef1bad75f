/** The record of acts: who, when, what, before and after. Written in the act's own transaction, never changed. */

import type { Id } from '../model/plan.ts';
import { json } from './column.ts';
import type { DatabaseTransaction, Reader } from './engine.ts';

export const AUDIT_THINGS = [
  'city',
  'plan',
  'edition',
  'installation',
  'node',
  'task',
  'unit',
  'person',
  'appointment',
  'invitation',
  'session',
  'comment',
  'attachment',
  'receipt',
  'publication-order',
  'checklist-answer',
] as const;
export type AuditThing = (typeof AUDIT_THINGS)[number];

export interface AuditEntry {
  readonly id: Id;
  /** Null for acts on the whole installation. */
  readonly cityId: Id | null;
  readonly at: string;
  /** Role or office, never a person's name. */
  readonly who: string;
  readonly act: string;
  readonly thing: AuditThing;
  readonly thingId: Id | null;
  /** The plan that the thing belongs to; left out where there is none. */
  readonly planId?: Id | null;
  /** Who did it in the office; left out for commands. */
  readonly personId?: Id | null;
  readonly before: unknown;
  readonly after: unknown;
}

export async function insertAudit(tx: DatabaseTransaction, entry: AuditEntry): Promise<void> {
  await tx
    .insertInto('audit')
    .values({
      id: entry.id,
      city_id: entry.cityId,
      at: entry.at,
      who: entry.who,
      act: entry.act,
      thing: entry.thing,
      thing_id: entry.thingId,
      plan_id: entry.planId ?? null,
      person_id: entry.personId ?? null,
      before: json(entry.before),
      after: json(entry.after),
    })
    .execute();
}

/** All entries in the order they were made. */
export async function auditEntries(db: Reader): Promise<readonly AuditEntry[]> {
  const rows = await db.selectFrom('audit').selectAll().orderBy('id').execute();
  return rows.map((row) => ({
    id: row.id,
    cityId: row.city_id,
    at: row.at,
    who: row.who,
    act: row.act,
    thing: row.thing as AuditEntry['thing'],
    thingId: row.thing_id,
    planId: row.plan_id,
    personId: row.person_id,
    before: row.before,
    after: row.after,
  }));
}
