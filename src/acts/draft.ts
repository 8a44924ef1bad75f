/** A person's own drafts and where they are looking. Neither is part of the plan, so neither is in the audit log. */

import { deleteDraft, putDraft } from '../database/draft.ts';
import { putPresence } from '../database/presence.ts';
import { inCity } from '../database/tenant.ts';
import type { Id } from '../model/plan.ts';
import { instant } from '../system/clock.ts';
import type { CityActing } from './acting.ts';

/** Longest draft that is kept, in UTF-16 units of its JSON. */
const MOST = 500_000;

export interface DraftOf {
  readonly form: string;
  readonly thingId: Id;
  readonly version: number;
  readonly fields: Readonly<Record<string, string>>;
}

/** False when it is too long to be kept. */
export async function saveDraft(acting: CityActing, draft: DraftOf): Promise<boolean> {
  if (JSON.stringify(draft.fields).length > MOST) return false;
  const savedAt = instant(acting.clock);
  await inCity(acting.database, acting.cityId, (tx) =>
    putDraft(tx, acting.cityId, { ...draft, personId: acting.member.personId, savedAt }),
  );
  return true;
}

export function throwDraftAway(acting: CityActing, form: string, thingId: Id): Promise<void> {
  return inCity(acting.database, acting.cityId, (tx) =>
    deleteDraft(tx, acting.cityId, acting.member.personId, form, thingId),
  );
}

/** The person has the thing open now. */
export function beSeen(acting: CityActing, thingId: Id): Promise<void> {
  const at = instant(acting.clock);
  return inCity(acting.database, acting.cityId, (tx) =>
    putPresence(tx, acting.cityId, { thingId, personId: acting.member.personId, at }),
  );
}
