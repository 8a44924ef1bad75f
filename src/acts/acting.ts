/** What every act is given, and the three ways it can answer: an answer, a refusal, or problems to mend. */

import type { Database } from '../database/engine.ts';
import type { Id } from '../model/plan.ts';
import type { Member } from '../model/role.ts';
import type { Problem } from '../problem.ts';
import type { Clock } from '../system/clock.ts';
import type { NewId } from '../system/id.ts';

export interface Acting {
  readonly database: Database;
  /** Edition files lie in `editions/` under it. */
  readonly dataFolder: string;
  readonly clock: Clock;
  readonly newId: NewId;
  readonly productVersion: string;
  /** Role or office that acts, never a person's name. */
  readonly who: string;
  /** Who acts in the office, with the rights that every act asks; absent for commands of the installation's owner. */
  readonly member?: Member;
  /** Told when a job was added, so that this process looks for it at once; other nodes find it at their next look. */
  readonly jobAdded?: () => void;
}

/** An act of the office: somebody acts in one city. */
export interface CityActing extends Acting {
  readonly member: Member;
  readonly cityId: Id;
}

/** The act was not done: these problems must be mended first. */
export interface Unfit {
  readonly problems: readonly Problem[];
}

export function isUnfit(answer: unknown): answer is Unfit {
  return typeof answer === 'object' && answer !== null && 'problems' in answer;
}
