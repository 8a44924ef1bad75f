/** Files attached to goals and tasks. Internal: no edition holds one, no public page leads to one. */

import { insertAudit } from '../database/audit.ts';
import { attachmentById, insertAttachment, markAttachmentWithdrawn } from '../database/attachment.ts';
import type { DatabaseTransaction } from '../database/engine.ts';
import { inCity } from '../database/tenant.ts';
import type { Id } from '../model/plan.ts';
import { rolesIn } from '../model/role.ts';
import { isRefusal, refusal } from '../problem.ts';
import type { Refusal } from '../problem.ts';
import {
  ATTACHMENT_ENDINGS,
  attachmentName,
  attachmentType,
  endingOf,
  keepAttachment,
  MOST_ATTACHMENT,
} from '../system/attachment-file.ts';
import { instant } from '../system/clock.ts';
import { civilDate } from '../text/date.ts';
import type { CityActing, Unfit } from './acting.ts';
import { itemFor } from './comment.ts';

export interface AttachRequest {
  readonly thingId: Id;
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Attaches a file of at most 20 MB whose ending and first bytes agree and are among those that are taken. */
export async function attach(
  acting: CityActing,
  { thingId, name: given, bytes }: AttachRequest,
): Promise<{ readonly id: Id } | Refusal | Unfit> {
  const may = await inCity(acting.database, acting.cityId, (tx) => itemFor(tx, acting, thingId, 'attach'));
  if (isRefusal(may)) return may;
  const name = attachmentName(given);
  if (bytes.length === 0 || name === '') return unfit('file-missing');
  if (bytes.length > MOST_ATTACHMENT)
    return unfit('attachment-too-large', { most: MOST_ATTACHMENT / 1024 / 1024 });
  const type = attachmentType(name, bytes);
  if (type === 'ending')
    return unfit('attachment-type', { type: endingOf(name), allowed: ATTACHMENT_ENDINGS.join(', ') });
  if (type === 'content') return unfit('attachment-type-mismatch', { type: endingOf(name) });
  // The file first: a row never names one that is not there.
  const hash = await keepAttachment(acting.dataFolder, bytes);
  return inCity(acting.database, acting.cityId, async (tx) => {
    const found = await itemFor(tx, acting, thingId, 'attach');
    if (isRefusal(found)) return found;
    const id = acting.newId();
    const about = { thingId, name, bytes: bytes.length, hash };
    await insertAttachment(tx, {
      ...about,
      id,
      cityId: acting.cityId,
      planId: found.planId,
      type: type.type,
      personId: acting.member.personId,
      at: instant(acting.clock),
    });
    await record(tx, acting, 'attach', id, found.planId, null, about);
    return { id };
  });
}

/** By who attached it, or a strategist. The bytes stay in the folder: another may have attached the same. */
export async function withdrawAttachment(acting: CityActing, id: Id): Promise<null | Refusal> {
  return inCity(acting.database, acting.cityId, async (tx) => {
    const attachment = await attachmentById(tx, acting.cityId, id);
    if (!attachment) return refusal('thing-gone');
    const found = await itemFor(tx, acting, attachment.thingId, 'attach');
    if (isRefusal(found)) return found;
    const today = civilDate(instant(acting.clock), found.city.timeZone);
    const roles = rolesIn(acting.member, acting.cityId, today);
    if (attachment.personId !== acting.member.personId && !roles.includes('strategist'))
      return refusal('attachment-other');
    await markAttachmentWithdrawn(tx, id, instant(acting.clock));
    const about = { thingId: attachment.thingId, name: attachment.name, hash: attachment.hash };
    await record(tx, acting, 'withdraw-attachment', id, attachment.planId, about, null);
    return null;
  });
}

async function record(
  tx: DatabaseTransaction,
  acting: CityActing,
  act: 'attach' | 'withdraw-attachment',
  id: Id,
  planId: Id,
  before: unknown,
  after: unknown,
): Promise<void> {
  await insertAudit(tx, {
    id: acting.newId(),
    cityId: acting.cityId,
    planId,
    personId: acting.member.personId,
    at: instant(acting.clock),
    who: acting.who,
    act,
    thing: 'attachment',
    thingId: id,
    before,
    after,
  });
}

function unfit(code: string, values: Readonly<Record<string, string | number>> = {}): Unfit {
  return { problems: [{ code, place: { field: 'file' }, values }] };
}
