/** Publishes a plan: one transaction freezes it, seals the edition into the chain and records the act. */

import { isDeepStrictEqual } from 'node:util';
import { insertAudit } from '../database/audit.ts';
import { cityById } from '../database/city.ts';
import { decisionsWaiting, markPublished } from '../database/decision.ts';
import type { Decision } from '../database/decision.ts';
import { insertEdition, newestEdition } from '../database/edition.ts';
import type { StoredEdition } from '../database/edition.ts';
import { transact } from '../database/engine.ts';
import type { DatabaseTransaction } from '../database/engine.ts';
import { lockPlan, planAddresses, planById } from '../database/plan.ts';
import type { PlanAddress } from '../database/plan.ts';
import { editionBytes } from '../edition/chain.ts';
import type { Edition, EditionCorrection, EditionDecision } from '../edition/edition.ts';
import { freeze } from '../edition/freeze.ts';
import type { Publication } from '../edition/freeze.ts';
import { readEdition } from '../edition/upgrade.ts';
import { blockingProblems } from '../model/check.ts';
import type { City, Id, Texts } from '../model/plan.ts';
import { isRefusal, refusal } from '../problem.ts';
import type { Refusal } from '../problem.ts';
import { instant } from '../system/clock.ts';
import { writeAtomic } from '../system/files.ts';
import { civilDate } from '../text/date.ts';
import type { Acting, Unfit } from './acting.ts';
import { isUnfit } from './acting.ts';
import { editionFile } from './edition-files.ts';

export interface PublishRequest {
  /** `city/plan`, or the plan's slug alone where one city has it. */
  readonly plan: string;
  /** A plain text is in the city's main language. */
  readonly note?: Texts | string | null;
  readonly publishedBy?: Texts | string | null;
  readonly decisions?: readonly EditionDecision[];
  /** Publishes although nothing has changed since the last edition. */
  readonly force?: boolean;
}

export interface PublishAnswer {
  readonly citySlug: string;
  readonly planSlug: string;
  readonly number: number;
  readonly hash: string;
  readonly publishedAt: string;
  readonly gaps: number;
}

/**
 * Two publications of one plan at once wait for each other at the plan's row; the tables' keys make a fork
 * impossible besides. The file is written after the commit: were that to fail, the next start writes it.
 */
export async function publish(
  acting: Acting,
  request: PublishRequest,
): Promise<PublishAnswer | Refusal | Unfit> {
  const done = await transact(acting.database, async (tx) => {
    const address = findPlan(await planAddresses(tx), request.plan);
    return isRefusal(address) ? address : sealNext(tx, acting, address, request);
  });
  if (isRefusal(done) || isUnfit(done)) return done;
  return keepEdition(acting, done);
}

/** The plan that `name` means. Refused when there is none, or several. */
export function findPlan(plans: readonly PlanAddress[], name: string): PlanAddress | Refusal {
  const found = plans.filter(
    ({ citySlug, planSlug }) => name === planSlug || name === `${citySlug}/${planSlug}`,
  );
  if (found.length === 1) return found[0]!;
  const listed = (found.length > 0 ? found : plans).map(
    ({ citySlug, planSlug }) => `${citySlug}/${planSlug}`,
  );
  if (found.length > 1) return refusal('plan-ambiguous', { plan: name, plans: listed.join(', ') });
  return refusal('plan-unknown', { plan: name, plans: listed.join(', ') });
}

/**
 * Seals the next edition in the caller's transaction; the caller writes its file after the commit (`keepEdition`).
 * Decisions that no edition said yet are said by this one.
 */
export async function sealNext(
  tx: DatabaseTransaction,
  acting: Acting,
  { cityId, planId, citySlug, planSlug }: PlanAddress,
  request: Omit<PublishRequest, 'plan'> & { readonly personId?: Id },
): Promise<Sealed | Refusal | Unfit> {
  await lockPlan(tx, cityId, planId);
  const city = await cityById(tx, cityId);
  const plan = await planById(tx, cityId, planId);
  if (!city || !plan) return refusal('plan-unknown', { plan: `${citySlug}/${planSlug}`, plans: '' });
  const newest = await newestEdition(tx, cityId, planId);
  const problems = blockingProblems(city, plan);
  if (problems.length > 0) return { problems };
  const decided = await decisionsWaiting(tx, cityId, planId);
  const next = nextPublication(acting, newest, city);
  if (newest && next.publishedAt < newest.publishedAt)
    return refusal('clock-behind', { now: next.publishedAt, newest: newest.publishedAt });
  const edition = freeze(city, plan, {
    ...next,
    publishedBy: inMain(request.publishedBy, city),
    note: inMain(request.note, city),
    decisions: [...editionDecisions(decided), ...(request.decisions ?? [])],
    corrections: editionCorrections(decided, city.timeZone),
  });
  if (newest && !request.force && saysTheSame(edition, newest))
    return refusal('nothing-changed', {
      plan: `${citySlug}/${planSlug}`,
      number: newest.number,
      publishedAt: newest.publishedAt,
    });
  await markPublished(tx, cityId, planId, edition.number);
  return insertSealed(tx, acting, edition, { cityId, planId, newest, personId: request.personId ?? null });
}

/** An edition as it goes into the database and, after the commit, into its file. */
export interface Sealed {
  readonly edition: Edition;
  readonly bytes: Uint8Array;
}

/** Puts a sealed edition at the end of its chain and records the act. */
export async function insertSealed(
  tx: DatabaseTransaction,
  acting: Acting,
  edition: Edition,
  of: {
    readonly cityId: Id;
    readonly planId: Id;
    readonly newest: StoredEdition | null;
    readonly personId: Id | null;
    readonly act?: string;
  },
): Promise<Sealed> {
  const { cityId, planId, newest } = of;
  const bytes = editionBytes(edition);
  await insertEdition(tx, {
    cityId,
    planId,
    number: edition.number,
    hash: edition.hash,
    previous: edition.previous,
    publishedAt: edition.publishedAt,
    asOf: edition.asOf,
    bytes,
  });
  await insertAudit(tx, {
    id: acting.newId(),
    cityId,
    planId,
    personId: of.personId,
    at: edition.publishedAt,
    who: acting.who,
    act: of.act ?? 'publish',
    thing: 'plan',
    thingId: planId,
    before: newest ? { number: newest.number, hash: newest.hash } : null,
    after: { number: edition.number, hash: edition.hash },
  });
  return { edition, bytes };
}

/** Writes the edition's file, from which the portal serves. */
export async function keepEdition(acting: Acting, { edition, bytes }: Sealed): Promise<PublishAnswer> {
  const answer: PublishAnswer = {
    citySlug: edition.city.slug,
    planSlug: edition.plan.slug,
    number: edition.number,
    hash: edition.hash,
    publishedAt: edition.publishedAt,
    gaps: edition.gaps.length,
  };
  await writeAtomic(editionFile(acting.dataFolder, answer), bytes);
  return answer;
}

/** What the next publication of a plan would be, were it now. */
export function nextPublication(
  acting: Pick<Acting, 'clock' | 'productVersion'>,
  newest: Pick<StoredEdition, 'number' | 'hash'> | null,
  city: Pick<City, 'timeZone'>,
): Omit<Publication, 'publishedBy' | 'note' | 'decisions'> {
  const publishedAt = instant(acting.clock);
  return {
    number: (newest?.number ?? 0) + 1,
    previous: newest?.hash ?? null,
    publishedAt,
    asOf: civilDate(publishedAt, city.timeZone),
    productVersion: acting.productVersion,
  };
}

/** Changes with the decision they rest on, as an edition holds them; of one field the newest. */
export function editionDecisions(decided: readonly Decision[]): readonly EditionDecision[] {
  const newest = new Map<string, EditionDecision>();
  for (const { thingId, field, kind, number, on, reason } of decided)
    if (kind === 'change' && number !== null && on !== null)
      newest.set(`${thingId} ${field}`, { id: thingId, field, number, on, reason });
  return [...newest.values()];
}

/** Errors that were put right since the last edition, each once; a decision about the same field says more. */
export function editionCorrections(
  decided: readonly Decision[],
  timeZone: string,
): readonly EditionCorrection[] {
  const changed = new Set(
    decided.filter(({ kind }) => kind === 'change').map(({ thingId, field }) => `${thingId} ${field}`),
  );
  const newest = new Map<string, EditionCorrection>();
  for (const { thingId, field, kind, at, reason } of decided) {
    const key = `${thingId} ${field}`;
    if (kind === 'correction' && !changed.has(key))
      newest.set(key, { id: thingId, field, on: civilDate(at, timeZone), note: reason });
  }
  return [...newest.values()];
}

function inMain(text: Texts | string | null | undefined, { languages }: City): Texts | null {
  return typeof text === 'string' ? { [languages[0]!]: text } : (text ?? null);
}

/** Whether city and plan read the same; results follow from them and the day, so a new day alone is no change. */
function saysTheSame(edition: Edition, newest: StoredEdition): boolean {
  const read = readEdition(newest.bytes);
  return 'edition' in read && isDeepStrictEqual(content(edition), content(read.edition));
}

function content({ city, plan, levels, groupings, units, nodes, tasks, lineage }: Edition): unknown {
  return { city, plan, levels, groupings, units, nodes, tasks, lineage };
}
