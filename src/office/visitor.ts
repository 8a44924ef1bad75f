/** Who is asking: the session behind the cookie, with its idle and absolute limits, checked against our own row. */

import { SESSION_ABSOLUTE_SECONDS, SESSION_IDLE_SECONDS } from '../acts/identity.ts';
import type { Database } from '../database/engine.ts';
import { endSession, memberOf, sessionByToken, touchSession } from '../database/person.ts';
import type { Visitor } from './visit.ts';

/** The session row is written at most so often. */
const TOUCH_SECONDS = 60;

/** The visitor, or null: no session, an ended one (then it is removed), or a deactivated person. */
export async function visitorOf(
  database: Database,
  cookies: string | null,
  now: string,
): Promise<Visitor | null> {
  const token = sessionToken(cookies);
  if (token === null) return null;
  const session = await sessionByToken(database, token);
  if (!session) return null;
  const { sessionId, person } = session;
  if (person.deactivatedAt !== null || !isRunning(session, now)) {
    await endSession(database, sessionId);
    return null;
  }
  if (seconds(session.seenAt, now) > TOUCH_SECONDS) await touchSession(database, sessionId, now);
  return { sessionId, person, member: await memberOf(database, person) };
}

/** Whether a session is within both limits. */
export function isRunning(
  session: { readonly createdAt: string; readonly seenAt: string; readonly expiresAt: string },
  now: string,
): boolean {
  return (
    session.expiresAt > now &&
    seconds(session.createdAt, now) <= SESSION_ABSOLUTE_SECONDS &&
    seconds(session.seenAt, now) <= SESSION_IDLE_SECONDS
  );
}

/** The token of our session cookie; its signature adds nothing to 190 bits of chance looked up in a table. */
export function sessionToken(cookies: string | null): string | null {
  const found = /(?:^|;\s*)(?:__Secure-)?horyzont\.session_token=([^;]+)/u.exec(cookies ?? '');
  if (!found) return null;
  try {
    const [token = ''] = decodeURIComponent(found[1]!).split('.');
    return /^[\w-]{16,200}$/u.test(token) ? token : null;
  } catch {
    return null;
  }
}

function seconds(from: string, to: string): number {
  return (Date.parse(to) - Date.parse(from)) / 1000;
}
