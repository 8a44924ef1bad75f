/** Gives a failed or waiting job all its attempts again, at once. */

import { insertAudit } from '../database/audit.ts';
import { transact } from '../database/engine.ts';
import { retryJob as retryRow } from '../database/job.ts';
import type { Id } from '../model/plan.ts';
import { refusal } from '../problem.ts';
import type { Refusal } from '../problem.ts';
import { instant } from '../system/clock.ts';
import type { Acting } from './acting.ts';

/** Refused to all but the installation's own persons, and when the job is done or gone. */
export async function retryJob(acting: Acting, id: Id): Promise<Id | Refusal> {
  if (!acting.member?.installation) return refusal('not-installation');
  const personId = acting.member.personId;
  if (!/^[0-9a-f-]{36}$/u.test(id)) return refusal('no-job');
  const answer = await transact(acting.database, async (tx) => {
    const now = instant(acting.clock);
    if (!(await retryRow(tx, id, now))) return refusal('no-job');
    await insertAudit(tx, {
      id: acting.newId(),
      cityId: null,
      at: now,
      who: acting.who,
      personId,
      act: 'retry-job',
      thing: 'installation',
      thingId: null,
      before: null,
      after: { job: id },
    });
    return id;
  });
  acting.jobAdded?.();
  return answer;
}
