/** The working state frozen in memory: what a publication of this moment would say, and how it differs. */

import { editionCorrections, editionDecisions, nextPublication } from '../acts/publish.ts';
import { signedAs } from '../acts/publication.ts';
import { auditHead } from '../database/audit.ts';
import { decisionsWaiting } from '../database/decision.ts';
import { editionBytesOf, newestEdition } from '../database/edition.ts';
import type { Database, DatabaseTransaction } from '../database/engine.ts';
import { planById } from '../database/plan.ts';
import type { PlanStanding } from '../database/plan-standing.ts';
import type { Change } from '../edition/change.ts';
import { diff } from '../edition/diff.ts';
import type { Edition } from '../edition/edition.ts';
import { freeze } from '../edition/freeze.ts';
import { readEdition } from '../edition/upgrade.ts';
import { blockingProblems, gaps } from '../model/check.ts';
import type { Id, Plan } from '../model/plan.ts';
import type { Problem } from '../problem.ts';
import type { CityVisit } from './visit.ts';

export interface WorkingEdition {
  readonly plan: Plan;
  readonly newest: Edition | null;
  /** Null while `problems` stand in the way. */
  readonly edition: Edition | null;
  readonly problems: readonly Problem[];
  /** From the newest edition; [] before the first. */
  readonly changes: readonly Change[];
}

/** Kept states, at most so many; a state holds while nobody in the city did anything and the day is the same. */
const MOST = 8;
/** The count of gaps on the home page may be so old when somebody works on the plan all the time. */
const GAPS_MS = 20_000;

interface Kept {
  readonly states: Map<Id, { readonly key: string; readonly state: WorkingEdition }>;
  readonly gaps: Map<Id, { readonly key: string; readonly at: number; readonly count: number }>;
  readonly published: Map<Id, readonly Edition[]>;
}
const KEPT = new WeakMap<Database, Kept>();

export async function workingEdition(visit: CityVisit, standing: PlanStanding): Promise<WorkingEdition> {
  const { states } = keptOf(visit);
  return visit.read(async (tx) => {
    const key = await keyOf(tx, visit);
    const kept = states.get(standing.id);
    if (kept?.key === key) return kept.state;
    const state = await made(tx, visit, standing);
    put(states, standing.id, { key, state });
    return state;
  });
}

/** How many gaps the working state has. */
export async function gapCount(tx: DatabaseTransaction, visit: CityVisit, planId: Id): Promise<number> {
  const { gaps: counts } = keptOf(visit);
  const key = await keyOf(tx, visit);
  const now = visit.office.acting.clock.milliseconds();
  const kept = counts.get(planId);
  if (kept && (kept.key === key || now - kept.at < GAPS_MS)) return kept.count;
  const plan = await planById(tx, visit.city.id, planId);
  const count = plan ? gaps(plan).length : 0;
  put(counts, planId, { key, at: now, count });
  return count;
}

/** Every published edition of the plan, in their order. */
export async function publishedEditions(
  visit: CityVisit,
  standing: PlanStanding,
): Promise<readonly Edition[]> {
  const { published } = keptOf(visit);
  const count = standing.edition?.number ?? 0;
  const known = published.get(standing.id) ?? [];
  if (known.length === count && known.at(-1)?.hash === standing.edition?.hash) return known;
  const editions = await visit.read(async (tx) => {
    const list: Edition[] = [];
    for (let number = 1; number <= count; number += 1) {
      const bytes = await editionBytesOf(tx, visit.city.id, standing.id, number);
      const edition = bytes && editionOf(bytes);
      if (edition) list.push(edition);
    }
    return list;
  });
  put(published, standing.id, editions);
  return editions;
}

async function made(
  tx: DatabaseTransaction,
  visit: CityVisit,
  { id }: PlanStanding,
): Promise<WorkingEdition> {
  const { city, office } = visit;
  const plan = (await planById(tx, city.id, id))!;
  const stored = await newestEdition(tx, city.id, id);
  const newest = stored && editionOf(stored.bytes);
  const problems = blockingProblems(city, plan);
  if (problems.length > 0) return { plan, newest, edition: null, problems, changes: [] };
  const decided = await decisionsWaiting(tx, city.id, id);
  const edition = freeze(city, plan, {
    ...nextPublication(office.acting, stored, city),
    publishedBy: signedAs(newest, city),
    note: null,
    decisions: editionDecisions(decided),
    corrections: editionCorrections(decided, city.timeZone),
  });
  return { plan, newest, edition, problems, changes: newest ? diff(newest, edition) : [] };
}

/** Every act of the city makes an entry: while the last one is the same, nothing has changed. */
async function keyOf(tx: DatabaseTransaction, { city, today }: CityVisit): Promise<string> {
  return `${(await auditHead(tx, city.id)).number} ${today}`;
}

function keptOf({ office }: CityVisit): Kept {
  let kept = KEPT.get(office.database);
  if (!kept) KEPT.set(office.database, (kept = { states: new Map(), gaps: new Map(), published: new Map() }));
  return kept;
}

function put<T>(map: Map<Id, T>, id: Id, value: T): void {
  map.delete(id);
  map.set(id, value);
  if (map.size > MOST) map.delete(map.keys().next().value!);
}

function editionOf(bytes: Uint8Array): Edition | null {
  const read = readEdition(bytes);
  return 'edition' in read ? read.edition : null;
}
