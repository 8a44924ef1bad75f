/** Accepting an invitation: a new person with a password, or one more role for somebody who is signed in. */

import { insertAudit } from '../database/audit.ts';
import { savePasswordHash } from '../database/credential.ts';
import { transact } from '../database/engine.ts';
import type { DatabaseTransaction } from '../database/engine.ts';
import { invitationByToken, takeInvitation } from '../database/invitation.ts';
import type { Invitation } from '../database/invitation.ts';
import { insertAppointment, insertPerson, personByEmail } from '../database/person.ts';
import type { Person } from '../database/person.ts';
import { enterCity } from '../database/tenant.ts';
import type { Id } from '../model/plan.ts';
import { refusal } from '../problem.ts';
import type { Refusal } from '../problem.ts';
import { instant } from '../system/clock.ts';
import { tokenHash } from '../system/token.ts';
import type { Locale } from '../text/locale.ts';
import { nameProblems } from './account.ts';
import type { Acting, Unfit } from './acting.ts';
import type { IdentityActing } from './identity.ts';
import { hashPassword, passwordProblems } from './password.ts';

/** An invitation that works now, with the person who has its e-mail already, if somebody does. */
export interface OpenInvitation {
  readonly invitation: Invitation;
  readonly person: Person | null;
}

export async function openInvitation(acting: Acting, token: string): Promise<OpenInvitation | null> {
  const invitation = await invitationByToken(acting.database, tokenHash(token));
  if (!invitation || invitation.usedAt !== null || invitation.revokedAt !== null) return null;
  if (invitation.expiresAt <= instant(acting.clock)) return null;
  return { invitation, person: await personByEmail(acting.database, invitation.email) };
}

/** For somebody new. Refused when the e-mail belongs to a person: that one signs in first. */
export async function acceptAsNewPerson(
  acting: IdentityActing,
  request: {
    readonly token: string;
    readonly name: string;
    readonly password: string;
    readonly locale: Locale;
  },
): Promise<{ readonly email: string; readonly cityId: Id } | Refusal | Unfit> {
  const open = await openInvitation(acting, request.token);
  if (!open) return refusal('link-over');
  const { invitation } = open;
  if (open.person) return refusal('sign-in-first');
  const own = [request.name, invitation.email];
  const problems = [...nameProblems(request.name), ...passwordProblems(request.password, own)];
  if (problems.length > 0) return { problems };
  const hash = await hashPassword(acting.identity, request.password);
  const now = instant(acting.clock);
  return transact(acting.database, async (tx) => {
    // The row is held from here: the same link at the same moment waits and finds it used.
    const taken = await takeInvitation(tx, tokenHash(request.token), now);
    if (!taken) return refusal('link-over');
    if (await personByEmail(tx, taken.email))
      throw new Error('the invited e-mail became somebody’s meanwhile');
    const id = acting.newId();
    await insertPerson(tx, {
      id,
      name: request.name,
      email: taken.email,
      locale: request.locale,
      installation: false,
    });
    await savePasswordHash(tx, { id: acting.newId(), personId: id, hash, at: now });
    await appoint(tx, acting, taken, id);
    return { email: taken.email, cityId: taken.cityId };
  });
}

/** For a person who is signed in, when the invitation is theirs. */
export async function acceptAsPerson(
  acting: Acting,
  token: string,
  person: Pick<Person, 'id' | 'email'>,
): Promise<{ readonly cityId: Id } | Refusal> {
  const open = await openInvitation(acting, token);
  if (!open) return refusal('link-over');
  if (open.invitation.email !== person.email) return refusal('invitation-of-another');
  return transact(acting.database, async (tx) => {
    const taken = await takeInvitation(tx, tokenHash(token), instant(acting.clock));
    if (!taken) return refusal('link-over');
    await appoint(tx, acting, taken, person.id);
    return { cityId: taken.cityId };
  });
}

/** From here on the transaction sees the invitation's city alone. */
async function appoint(
  tx: DatabaseTransaction,
  acting: Acting,
  invitation: Invitation,
  personId: Id,
): Promise<void> {
  await enterCity(tx, invitation.cityId);
  const now = instant(acting.clock);
  const id = acting.newId();
  const { cityId, role, unitId } = invitation;
  await insertAppointment(
    tx,
    personId,
    { id, cityId, role, unitId, itemIds: [], fromOn: null, untilOn: null, deputyForId: null },
    now,
  );
  await insertAudit(tx, {
    id: acting.newId(),
    cityId,
    at: now,
    who: 'invited person',
    act: 'accept-invitation',
    thing: 'invitation',
    thingId: invitation.id,
    personId,
    before: null,
    after: { personId, role, unitId, invitedBy: invitation.invitedBy },
  });
}
