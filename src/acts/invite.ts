/** Invites somebody into the city's office by a one-time link, or gives the role at once to who has an account. */

import {
  insertInvitation,
  openInvitations,
  renewInvitation,
  revokeInvitation as revokeRow,
} from '../database/invitation.ts';
import type { Invitation } from '../database/invitation.ts';
import type { DatabaseTransaction } from '../database/engine.ts';
import { insertAppointment, personByEmail, personById } from '../database/person.ts';
import { inCity } from '../database/tenant.ts';
import type { Id } from '../model/plan.ts';
import { isOver } from '../model/role.ts';
import type { Appointment, Role } from '../model/role.ts';
import { isRefusal, refusal } from '../problem.ts';
import type { Problem, Refusal } from '../problem.ts';
import { isAddress } from '../system/message.ts';
import { newToken } from '../system/token.ts';
import { pick } from '../text/locale.ts';
import type { Locale } from '../text/locale.ts';
import { appointmentLetter, invitationLetter } from '../text/people-letters.ts';
import type { RoleLetterFacts } from '../text/people-letters.ts';
import type { CityActing, Unfit } from './acting.ts';
import { sameReach, toRecord } from './appoint.ts';
import { writeLetter } from './letter.ts';
import { addLetter } from './mail.ts';
import { auditPeople, peopleNow, reachProblems } from './people.ts';
import type { PeopleNow } from './people.ts';

export const INVITATION_HOURS = 72;
const LONGEST_NAME = 200;

export interface InviteRequest {
  readonly name: string;
  readonly email: string;
  readonly role: Role;
  readonly unitId: Id | null;
  /** Language of the letter. */
  readonly locale: Locale;
}

/** Where the letters lead. */
export interface InviteLinks {
  readonly invitation: (token: string) => string;
  readonly office: string;
}

/** `appointed`: the address has an account, so the role holds already. */
export type InviteAnswer = { readonly invitationId: Id } | { readonly appointed: Id };

export function invite(
  acting: CityActing,
  request: InviteRequest,
  links: InviteLinks,
): Promise<InviteAnswer | Refusal | Unfit> {
  return inCity(acting.database, acting.cityId, async (tx) => {
    const people = await peopleNow(tx, acting);
    if (isRefusal(people)) return people;
    const { city, now } = people;
    const email = request.email.toLowerCase();
    const problems: Problem[] = [
      ...reachProblems({ ...request, itemIds: [] }, city, new Set()),
      ...nameProblems(request.name),
    ];
    const at = (code: string): void => void problems.push({ code, place: { field: 'email' }, values: {} });
    if (!isAddress(email)) at('not-an-email');
    const account = problems.length === 0 ? await personByEmail(tx, email) : null;
    if (account?.deactivatedAt) at('account-deactivated');
    const open = (await openInvitations(tx, city.id)).filter((one) => one.email === email);
    if (open.some((one) => one.expiresAt > now)) at('already-invited');
    if (problems.length > 0) return { problems };
    if (account) return appointAccount(tx, acting, people, account.id, request, links);

    // Those that are over make room for the new one.
    for (const one of open) await revokeRow(tx, city.id, one.id, now);
    const { token, hash } = newToken();
    const invitation: Invitation = {
      cityId: city.id,
      id: acting.newId(),
      email,
      name: request.name,
      role: request.role,
      unitId: request.unitId,
      invitedBy: acting.member.personId,
      madeAt: now,
      expiresAt: expiry(now),
      usedAt: null,
      revokedAt: null,
    };
    await insertInvitation(tx, hash, invitation);
    await sendInvitation(tx, acting, people, invitation, request.locale, links.invitation(token));
    await auditPeople(tx, acting, {
      act: 'invite',
      thing: 'invitation',
      thingId: invitation.id,
      before: null,
      after: record(invitation),
    });
    return { invitationId: invitation.id };
  });
}

/** Sends the invitation again with a new link and new 72 hours; the old link works no more. */
export function resendInvitation(
  acting: CityActing,
  id: Id,
  locale: Locale,
  links: InviteLinks,
): Promise<Id | Refusal> {
  return changeInvitation(acting, id, 'resend-invitation', async (tx, people, invitation) => {
    const { token, hash } = newToken();
    const expiresAt = expiry(people.now);
    await renewInvitation(tx, people.city.id, id, { tokenHash: hash, expiresAt });
    await sendInvitation(tx, acting, people, invitation, locale, links.invitation(token));
    return { expiresAt };
  });
}

/** Takes the invitation back: its link works no more. */
export function revokeInvitation(acting: CityActing, id: Id): Promise<Id | Refusal> {
  return changeInvitation(acting, id, 'revoke-invitation', async (tx, people) => {
    await revokeRow(tx, people.city.id, id, people.now);
    return { revokedAt: people.now };
  });
}

function changeInvitation(
  acting: CityActing,
  id: Id,
  act: string,
  change: (tx: DatabaseTransaction, people: PeopleNow, invitation: Invitation) => Promise<object>,
): Promise<Id | Refusal> {
  return inCity(acting.database, acting.cityId, async (tx) => {
    const people = await peopleNow(tx, acting);
    if (isRefusal(people)) return people;
    const invitation = (await openInvitations(tx, acting.cityId)).find((one) => one.id === id);
    if (!invitation) return refusal('no-invitation');
    const after = await change(tx, people, invitation);
    await auditPeople(tx, acting, {
      act,
      thing: 'invitation',
      thingId: id,
      before: record(invitation),
      after,
    });
    return id;
  });
}

async function appointAccount(
  tx: DatabaseTransaction,
  acting: CityActing,
  people: PeopleNow,
  personId: Id,
  request: InviteRequest,
  links: InviteLinks,
): Promise<InviteAnswer | Unfit> {
  const { city, now, today, persons } = people;
  const appointment: Appointment = {
    id: acting.newId(),
    cityId: city.id,
    role: request.role,
    unitId: request.unitId,
    itemIds: [],
    fromOn: null,
    untilOn: null,
    deputyForId: null,
  };
  const held = persons.find((one) => one.id === personId)?.appointments ?? [];
  if (held.some((a) => a.deputyForId === null && !isOver(a, today) && sameReach(a, appointment)))
    return { problems: [{ code: 'has-role', place: { field: 'email' }, values: {} }] };
  const person = (await personById(tx, personId))!;
  await insertAppointment(tx, personId, appointment, now);
  const words = appointmentLetter(
    person.locale,
    await facts(tx, acting, people, { ...request, name: person.name }, links.office, person.locale),
  );
  await addLetter(tx, acting, city.id, writeLetter(person.email, person.locale, words));
  await auditPeople(tx, acting, {
    act: 'appoint',
    thing: 'appointment',
    thingId: appointment.id,
    before: null,
    after: { personId, ...toRecord(appointment) },
  });
  return { appointed: personId };
}

async function sendInvitation(
  tx: DatabaseTransaction,
  acting: CityActing,
  people: PeopleNow,
  invitation: Invitation,
  locale: Locale,
  url: string,
): Promise<void> {
  const words = invitationLetter(locale, await facts(tx, acting, people, invitation, url, locale));
  await addLetter(tx, acting, people.city.id, writeLetter(invitation.email, locale, words));
}

async function facts(
  tx: DatabaseTransaction,
  acting: CityActing,
  { city }: PeopleNow,
  { name, role, unitId }: Pick<Invitation, 'name' | 'role' | 'unitId'>,
  url: string,
  locale: Locale,
): Promise<RoleLetterFacts> {
  const by = await personById(tx, acting.member.personId);
  const unit = city.units.find((one) => one.id === unitId);
  return {
    name,
    role,
    url,
    city: pick(city.name, locale, city.languages)?.text ?? '',
    unit: unit ? (pick(unit.name, locale, city.languages)?.text ?? '') : null,
    by: by?.name ?? '',
  };
}

function nameProblems(name: string): readonly Problem[] {
  const place = { field: 'name' };
  if (name === '') return [{ code: 'required', place, values: {} }];
  if (name.length > LONGEST_NAME)
    return [{ code: 'too-long', place, values: { most: LONGEST_NAME, given: name.length } }];
  return [];
}

function expiry(now: string): string {
  return new Date(Date.parse(now) + INVITATION_HOURS * 3_600_000).toISOString().replace('.000Z', 'Z');
}

/** As the record keeps it: no token, nor its hash. */
function record({ email, name, role, unitId, expiresAt }: Invitation): object {
  return { email, name, role, unitId, expiresAt };
}
