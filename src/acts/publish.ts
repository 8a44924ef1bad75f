/** Publishes a plan: one transaction freezes it, seals the edition into the chain and records the act. */

import { isDeepStrictEqual } from 'node:util';
import { insertAudit } from '../database/audit.ts';
import { cityById } from '../database/city.ts';
import { insertEdition, newestEdition } from '../database/edition.ts';
import type { StoredEdition } from '../database/edition.ts';
import { transact } from '../database/engine.ts';
import type { DatabaseTransaction } from '../database/engine.ts';
import { lockPlan, planAddresses, planById } from '../database/plan.ts';
import type { PlanAddress } from '../database/plan.ts';
import { editionBytes } from '../edition/chain.ts';
import type { Edition, EditionDecision } from '../edition/edition.ts';
import { freeze } from '../edition/freeze.ts';
import { readEdition } from '../edition/upgrade.ts';
import { blockingProblems } from '../model/check.ts';
import type { City, Texts } from '../model/plan.ts';
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
  const { edition, bytes } = done;
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

async function sealNext(
  tx: DatabaseTransaction,
  acting: Acting,
  { cityId, planId, citySlug, planSlug }: PlanAddress,
  request: PublishRequest,
): Promise<{ edition: Edition; bytes: Uint8Array } | Refusal | Unfit> {
  await lockPlan(tx, cityId, planId);
  const city = await cityById(tx, cityId);
  const plan = await planById(tx, cityId, planId);
  if (!city || !plan) return refusal('plan-unknown', { plan: request.plan, plans: '' });
  const newest = await newestEdition(tx, cityId, planId);
  const publishedAt = instant(acting.clock);
  if (newest && publishedAt < newest.publishedAt)
    return refusal('clock-behind', { now: publishedAt, newest: newest.publishedAt });
  const problems = blockingProblems(city, plan);
  if (problems.length > 0) return { problems };

  const edition = freeze(city, plan, {
    number: (newest?.number ?? 0) + 1,
    previous: newest?.hash ?? null,
    publishedAt,
    asOf: civilDate(publishedAt, city.timeZone),
    publishedBy: inMain(request.publishedBy, city),
    note: inMain(request.note, city),
    decisions: request.decisions ?? [],
    productVersion: acting.productVersion,
  });
  if (newest && !request.force && saysTheSame(edition, newest))
    return refusal('nothing-changed', {
      plan: `${citySlug}/${planSlug}`,
      number: newest.number,
      publishedAt: newest.publishedAt,
    });

  const bytes = editionBytes(edition);
  await insertEdition(tx, {
    cityId,
    planId,
    number: edition.number,
    hash: edition.hash,
    previous: edition.previous,
    publishedAt,
    asOf: edition.asOf,
    bytes,
  });
  await insertAudit(tx, {
    id: acting.newId(),
    cityId,
    at: publishedAt,
    who: acting.who,
    act: 'publish',
    thing: 'plan',
    thingId: planId,
    before: newest ? { number: newest.number, hash: newest.hash } : null,
    after: { number: edition.number, hash: edition.hash },
  });
  return { edition, bytes };
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
