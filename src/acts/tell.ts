/** Tells persons something: in the office at once, and by e-mail as they wish. Several things go in one letter. */

import { transact } from '../database/engine.ts';
import type { DatabaseTransaction } from '../database/engine.ts';
import type { Job } from '../database/job.ts';
import { insertNotifications, takeUnmailed } from '../database/notification.ts';
import type { Notification } from '../database/notification.ts';
import { instant } from '../system/clock.ts';
import { pick } from '../text/locale.ts';
import { notificationMessages, notificationText } from '../text/notification.ts';
import type { Acting } from './acting.ts';
import { addJob } from './jobs.ts';
import type { JobHandler } from './jobs.ts';
import { writeLetter } from './letter.ts';
import { addLetter } from './mail.ts';

export type NewNotification = Omit<Notification, 'id' | 'readAt'>;

export const NOTIFY_JOB = 'notification-mail';
/** "At once" is within a minute, so that a busy minute makes one letter. */
const MINUTE_MS = 60_000;
/** Daily letters go out at five in the morning, UTC. */
const DAILY_HOUR = 5;

/** In the act's own transaction. */
export async function tell(
  tx: DatabaseTransaction,
  acting: Acting,
  notifications: readonly NewNotification[],
): Promise<void> {
  const [first] = notifications;
  if (!first) return;
  await insertNotifications(
    tx,
    notifications.map((one) => ({ ...one, id: acting.newId() })),
  );
  const now = acting.clock.milliseconds();
  const soon = new Date((Math.floor(now / MINUTE_MS) + 1) * MINUTE_MS).toISOString();
  const morning = new Date(now);
  morning.setUTCHours(DAILY_HOUR, 0, 0, 0);
  if (morning.getTime() <= now) morning.setUTCDate(morning.getUTCDate() + 1);
  for (const [wish, runAt] of [
    ['at-once', soon],
    ['daily', morning.toISOString()],
  ] as const)
    await addJob(tx, acting, {
      cityId: first.cityId,
      kind: NOTIFY_JOB,
      payload: { wish },
      key: `${NOTIFY_JOB} ${first.cityId} ${wish} ${runAt}`,
      runAt,
    });
}

/** Does the jobs of kind NOTIFY_JOB: one letter a person and city with what they have not read yet. */
export function notificationMailer(baseUrl: () => string): JobHandler {
  return async (acting: Acting, job: Job): Promise<null> => {
    const { wish } = job.payload as { readonly wish: 'at-once' | 'daily' };
    await transact(acting.database, async (tx) => {
      for (const { email, locale, citySlug, cityName, notifications } of await takeUnmailed(
        tx,
        wish,
        instant(acting.clock),
      )) {
        const t = notificationMessages(locale);
        const city = pick(cityName, locale)?.text ?? citySlug;
        const letter = writeLetter(email, locale, {
          subject: t.mailSubject(notifications.length, city),
          lines: notifications.map((one) => notificationText(one, locale)),
          link: { name: t.mailOpen, url: `${baseUrl()}/office/${citySlug}/notifications` },
          after: [t.mailWhy],
        });
        await addLetter(tx, acting, null, letter);
      }
    });
    return null;
  };
}
