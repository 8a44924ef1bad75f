/** The first administrator begins: a person, the cities they run, and a way in. */

import { insertAudit } from '../database/audit.ts';
import { allCities } from '../database/city.ts';
import { savePasswordHash } from '../database/credential.ts';
import { transact } from '../database/engine.ts';
import type { DatabaseTransaction } from '../database/engine.ts';
import { dropFirstLink, firstLinkWorks } from '../database/first-link.ts';
import { lockInstallation } from '../database/installation.ts';
import {
  appointmentsOf,
  dropSecondFactors,
  insertAppointment,
  insertPerson,
  personByEmail,
  updatePerson,
} from '../database/person.ts';
import { endSessionsOf } from '../database/session.ts';
import type { Id } from '../model/plan.ts';
import type { Role } from '../model/role.ts';
import { refusal } from '../problem.ts';
import type { Problem, Refusal } from '../problem.ts';
import { instant } from '../system/clock.ts';
import { tokenHash } from '../system/token.ts';
import type { Locale } from '../text/locale.ts';
import { emailProblems, nameProblems } from './account.ts';
import type { Unfit } from './acting.ts';
import { addCity, newCityProblems } from './add-city.ts';
import type { NewCity } from './add-city.ts';
import { isFirstLink } from './first-link.ts';
import type { IdentityActing } from './identity.ts';
import { hashPassword, passwordProblems } from './password.ts';

export interface BeginRequest {
  readonly token: string;
  readonly name: string;
  readonly email: string;
  readonly password: string;
  readonly locale: Locale;
  /** Slugs of the cities that the person will run. */
  readonly cities: readonly string[];
  readonly newCity: NewCity | null;
}

const ROLES_OF_THE_FIRST: readonly Role[] = ['administrator', 'strategist'];

/**
 * Uses the link, once. Somebody whose e-mail is known gets a new password, is active again and loses second factors:
 * whoever has the command line of the server lets them in anew.
 */
export async function begin(
  acting: IdentityActing,
  request: BeginRequest,
): Promise<{ readonly personId: Id } | Refusal | Unfit> {
  if (!(await isFirstLink(acting, request.token))) return refusal('link-over');
  const cities = await allCities(acting.database);
  const chosen = cities.filter((city) => request.cities.includes(city.slug));
  const own = [request.name, request.email, request.newCity?.name ?? '', ...chosen.map((city) => city.slug)];
  const problems: Problem[] = [
    ...nameProblems(request.name),
    ...emailProblems(request.email),
    ...passwordProblems(request.password, own),
  ];
  if (request.newCity) problems.push(...(await newCityProblems(acting.database, request.newCity)));
  else if (chosen.length === 0)
    problems.push({ code: 'city-missing', place: { field: 'cities' }, values: {} });
  if (problems.length > 0) return { problems };
  const hash = await hashPassword(acting.identity, request.password);
  const now = instant(acting.clock);
  return transact(acting.database, async (tx) => {
    await lockInstallation(tx);
    if (!(await firstLinkWorks(tx, tokenHash(request.token), now))) return refusal('link-over');
    const late = request.newCity ? await newCityProblems(tx, request.newCity) : [];
    if (late.length > 0) return { problems: late };
    await dropFirstLink(tx);
    const { personId, anew } = await savePerson(tx, acting, request);
    await savePasswordHash(tx, { id: acting.newId(), personId, hash, at: now });
    const run = [...chosen];
    if (request.newCity) run.push(await addCity(tx, acting, request.newCity, personId));
    for (const city of run) await appoint(tx, acting, personId, city.id);
    await insertAudit(tx, {
      id: acting.newId(),
      cityId: null,
      at: now,
      who: 'first link',
      act: 'begin',
      thing: 'person',
      thingId: personId,
      personId,
      before: null,
      after: { installation: true, cities: run.map((city) => city.slug), anew },
    });
    return { personId };
  });
}

async function savePerson(
  tx: DatabaseTransaction,
  acting: IdentityActing,
  { name, email, locale }: BeginRequest,
): Promise<{ readonly personId: Id; readonly anew: boolean }> {
  const known = await personByEmail(tx, email);
  if (!known) {
    const id = acting.newId();
    await insertPerson(tx, { id, name, email, locale, installation: true });
    return { personId: id, anew: false };
  }
  await updatePerson(tx, known.id, {
    name,
    locale,
    installation: true,
    twoFactorEnabled: false,
    deactivatedAt: null,
  });
  await dropSecondFactors(tx, known.id);
  await endSessionsOf(tx, known.id, null);
  return { personId: known.id, anew: true };
}

/** Both roles in the whole city, without an end, unless they are held so already. */
async function appoint(
  tx: DatabaseTransaction,
  acting: IdentityActing,
  personId: Id,
  cityId: Id,
): Promise<void> {
  const held = (await appointmentsOf(tx, personId)).filter(
    (a) => a.cityId === cityId && a.unitId === null && a.itemIds.length === 0 && a.untilOn === null,
  );
  const now = instant(acting.clock);
  for (const role of ROLES_OF_THE_FIRST) {
    if (held.some((a) => a.role === role && a.fromOn === null)) continue;
    const id = acting.newId();
    await insertAppointment(
      tx,
      personId,
      { id, cityId, role, unitId: null, itemIds: [], fromOn: null, untilOn: null, deputyForId: null },
      now,
    );
    await insertAudit(tx, {
      id: acting.newId(),
      cityId,
      at: now,
      who: 'first link',
      act: 'appoint',
      thing: 'appointment',
      thingId: id,
      personId,
      before: null,
      after: { personId, role, unitId: null },
    });
  }
}
