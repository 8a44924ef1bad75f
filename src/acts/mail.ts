/** Mail as jobs: a letter is put down in the act's transaction and handed to the mail server, or the folder, later. */

import { transact } from '../database/engine.ts';
import type { DatabaseTransaction } from '../database/engine.ts';
import type { Id } from '../model/plan.ts';
import { keepMessage } from '../system/mail-folder.ts';
import { isAddress } from '../system/message.ts';
import { smtpSender } from '../system/smtp.ts';
import { instant } from '../system/clock.ts';
import type { Acting } from './acting.ts';
import { addJob } from './jobs.ts';
import type { JobHandler } from './jobs.ts';
import type { Letter, Outbox } from './letter.ts';

/** How this installation sends. */
export interface Mailing {
  /** Null: letters become files in `mail/` of the data folder. */
  readonly smtpUrl: string | null;
  readonly from: string;
}

/** What remains of a letter once it is sent: no text, so no link in it either. */
export interface SentLetter {
  readonly to: string;
  readonly subject: string;
}

/** Sends the letter when, and only when, the transaction ends well. Inside a city's transaction, give the city. */
export async function addLetter(
  tx: DatabaseTransaction,
  acting: Acting,
  cityId: Id | null,
  letter: Letter,
  key?: string,
): Promise<void> {
  if (!isAddress(letter.to)) throw new Error('a letter to something that is not an address');
  await addJob(tx, acting, {
    cityId,
    kind: 'mail',
    payload: letter,
    ...(key === undefined ? {} : { key }),
  });
}

/** The outbox of what is no act of ours: each letter in a transaction of its own. */
export function outboxOf(acting: Acting): Outbox {
  return { send: (letter) => transact(acting.database, (tx) => addLetter(tx, acting, null, letter)) };
}

/** Does the jobs of kind `mail`. */
export function mailHandler({ smtpUrl, from }: Mailing): JobHandler {
  const send = smtpUrl === null ? null : smtpSender(smtpUrl);
  return async (acting, job): Promise<SentLetter> => {
    const { to, subject, text, html } = job.payload as Letter;
    const message = { id: job.id, from, to, subject, text, html, at: instant(acting.clock) };
    await (send ? send(message) : keepMessage(acting.dataFolder, message));
    return { to, subject };
  };
}
