/** Keeps an import that was begun, or drops it: the person's own draft, nothing of the plan. */

import { civilDate } from '../text/date.ts';
import type { ImportForm } from '../database/import-draft.ts';
import { putImportDraft, removeImportDraft } from '../database/import-draft.ts';
import { inCity } from '../database/tenant.ts';
import { cityById } from '../database/city.ts';
import type { Id } from '../model/plan.ts';
import { can } from '../model/role.ts';
import { refusal } from '../problem.ts';
import type { Refusal } from '../problem.ts';
import { instant } from '../system/clock.ts';
import type { CityActing } from './acting.ts';
import type { DatabaseTransaction } from '../database/engine.ts';

export interface KeepRequest {
  readonly form: ImportForm;
  readonly thingId: Id;
  /** 1 for a new one, else one more than the version that was shown. */
  readonly version: number;
  readonly name: string;
  readonly state: unknown;
}

/** Refused with `draft-changed` when another window changed it since. */
export async function keepImport(acting: CityActing, request: KeepRequest): Promise<'kept' | Refusal> {
  const { cityId, member } = acting;
  return inCity(acting.database, cityId, async (tx) => {
    const may = await mayImport(tx, acting);
    if (may !== true) return may;
    const kept = await putImportDraft(tx, cityId, {
      personId: member.personId,
      form: request.form,
      thingId: request.thingId,
      version: request.version,
      name: request.name,
      state: JSON.stringify(request.state),
      savedAt: instant(acting.clock),
    });
    return kept ? 'kept' : refusal('draft-changed');
  });
}

export async function dropImport(acting: CityActing, form: ImportForm, thingId: Id): Promise<'dropped'> {
  await inCity(acting.database, acting.cityId, (tx) =>
    removeImportDraft(tx, acting.cityId, acting.member.personId, form, thingId),
  );
  return 'dropped';
}

/** Whether the person may import into the city, by the rights of this day. */
export async function mayImport(tx: DatabaseTransaction, acting: CityActing): Promise<true | Refusal> {
  const city = await cityById(tx, acting.cityId);
  if (!city) return refusal('right-other-city');
  const today = civilDate(instant(acting.clock), city.timeZone);
  return can(acting.member, 'import', { cityId: acting.cityId }, { today, units: city.units });
}
