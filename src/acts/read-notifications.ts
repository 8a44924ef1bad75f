/** Marks a person's own notifications as read. No entry in the audit log: nobody else is concerned. */

import { markRead } from '../database/notification.ts';
import { inCity } from '../database/tenant.ts';
import type { Id } from '../model/plan.ts';
import { instant } from '../system/clock.ts';
import type { CityActing } from './acting.ts';

/** One of them; null: all of the city. What is no id of theirs changes nothing. */
export async function readNotifications(acting: CityActing, id: Id | null): Promise<void> {
  if (id !== null && !/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/u.test(id)) return;
  await inCity(acting.database, acting.cityId, (tx) =>
    markRead(tx, acting.cityId, acting.member.personId, id, instant(acting.clock)),
  );
}
