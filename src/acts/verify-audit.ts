/** Checks the record of acts: every chain from its first entry, naming the first one that is not as it was written. */

import { auditHash, chainAfter } from '../database/audit.ts';
import type { ChainedEntry } from '../database/audit.ts';
import { cityById } from '../database/city.ts';
import { dumpedCities } from '../database/dump.ts';
import { snapshot } from '../database/engine.ts';
import type { DatabaseTransaction } from '../database/engine.ts';
import type { Id } from '../model/plan.ts';
import type { Acting } from './acting.ts';

export interface AuditChain {
  /** The city's slug; null: acts on the whole installation. */
  readonly city: string | null;
  readonly entries: number;
  /** Hash of the last entry that is as it was written: noted elsewhere, it proves later that none was cut off. */
  readonly head: string | null;
  readonly broken: BrokenEntry | null;
}

export interface BrokenEntry {
  readonly number: number;
  /** `missing`: an entry is gone; `previous`: it does not follow from the one before; `hash`: it was changed. */
  readonly why: 'missing' | 'previous' | 'hash';
  /** What is there in the database, for finding it; null when the entry is gone. */
  readonly id: Id | null;
  readonly at: string | null;
  readonly act: string | null;
}

const AT_ONCE = 1_000;

/** Of one state of the database, while others go on writing. Entries from before the chain are left out. */
export async function verifyAudit(acting: Acting): Promise<readonly AuditChain[]> {
  return snapshot(acting.database, async (tx) => {
    const chains: AuditChain[] = [];
    for (const cityId of await dumpedCities(tx))
      chains.push(
        await verifyChain(tx, cityId, cityId === null ? null : ((await cityById(tx, cityId))?.slug ?? null)),
      );
    return chains;
  });
}

async function verifyChain(
  tx: DatabaseTransaction,
  cityId: Id | null,
  city: string | null,
): Promise<AuditChain> {
  let number = 0;
  let head: string | null = null;
  for (;;) {
    const entries = await chainAfter(tx, cityId, number, AT_ONCE);
    for (const entry of entries) {
      const why = faultOf(entry, number + 1, head);
      if (why !== null) return { city, entries: number, head, broken: broken(entry, number + 1, why) };
      number += 1;
      head = entry.hash;
    }
    if (entries.length < AT_ONCE) return { city, entries: number, head, broken: null };
  }
}

function faultOf(
  { hash, ...entry }: ChainedEntry,
  number: number,
  previous: string | null,
): BrokenEntry['why'] | null {
  if (entry.number !== number) return 'missing';
  if (entry.previousHash !== previous) return 'previous';
  return auditHash(entry) === hash ? null : 'hash';
}

function broken(entry: ChainedEntry, number: number, why: BrokenEntry['why']): BrokenEntry {
  if (why === 'missing') return { number, why, id: null, at: null, act: null };
  return { number, why, id: entry.id, at: entry.at, act: entry.act };
}
