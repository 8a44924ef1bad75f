/** Who works for the city: people with their roles, invitations, what has no owner, and who needs a second factor. */

import type { ReactElement } from 'react';
import { isUnfit } from '../acts/acting.ts';
import { demandSecondFactor } from '../acts/policy.ts';
import { accountUse, cityPersons } from '../database/appointment.ts';
import type { AccountUse, CityPerson } from '../database/appointment.ts';
import { openInvitations } from '../database/invitation.ts';
import type { Invitation } from '../database/invitation.ts';
import { orphans } from '../database/open-thing.ts';
import type { OpenThing } from '../database/open-thing.ts';
import { policyOf } from '../database/policy.ts';
import type { Id } from '../model/plan.ts';
import { isCurrent, isOver, ROLES, unitsBelow } from '../model/role.ts';
import type { CityPolicy } from '../model/role.ts';
import { isRefusal } from '../problem.ts';
import { formatMoment } from '../text/moment.ts';
import { officeMessages } from '../text/office.ts';
import { peopleMessages, type PeopleMessages } from '../text/people.ts';
import { signOnMessages } from '../text/sign-on.ts';
import { to } from './addresses.ts';
import { Act, Choices, Field, Select } from './fields.tsx';
import {
  byName,
  PERSON_STATES,
  RoleWords,
  roleChoices,
  stateOf,
  unitChoices,
  unitName,
} from './people-view.tsx';
import { inCity } from './route.ts';
import type { CityVisit, Reply } from './visit.ts';

export const peopleRoutes = [
  inCity('GET', 'people', 'manage-people', people),
  inCity('POST', 'people', 'manage-people', savePolicy),
];

interface Seen {
  readonly persons: readonly CityPerson[];
  readonly uses: ReadonlyMap<Id, AccountUse>;
  readonly invitations: readonly Invitation[];
  readonly orphans: readonly OpenThing[];
  readonly policy: CityPolicy;
}

async function savePolicy(visit: CityVisit): Promise<Reply> {
  const given = visit.form.all('second-factor');
  const answer = await demandSecondFactor(
    visit.acting,
    ROLES.filter((role) => given.includes(role)),
  );
  if (isRefusal(answer) || isUnfit(answer)) return answer as Reply;
  return { kind: 'go', to: to('people', { city: visit.city.slug }), done: 'saved' };
}

async function people(visit: CityVisit): Promise<Reply> {
  const { city, locale, today, office } = visit;
  const t = peopleMessages(locale);
  const read = await visit.read(async (tx) => ({
    persons: byName(locale, await cityPersons(tx, city.id)),
    invitations: await openInvitations(tx, city.id),
    orphans: await orphans(tx, city.id, today),
    policy: await policyOf(tx, city.id),
  }));
  const uses = await accountUse(
    office.database,
    read.persons.map((person) => person.id),
  );
  const seen: Seen = { ...read, uses };
  const shown = filtered(visit, seen.persons);
  return {
    kind: 'page',
    title: t.title,
    wide: true,
    body: (
      <>
        <h1>{t.title}</h1>
        <p>{t.lead}</p>
        <p>
          <a className="ds-button" data-variant="primary" href={to('invite', { city: city.slug })}>
            {t.invite}
          </a>
        </p>
        {seen.orphans.length > 0 ? <Orphans visit={visit} seen={seen} /> : null}
        {seen.persons.length === 1 && seen.invitations.length === 0 ? (
          <p className="empty">{t.onlyYou}</p>
        ) : (
          <Filters visit={visit} />
        )}
        <p className="small">{t.found(shown.length)}</p>
        {shown.length === 0 ? (
          <p className="empty">{t.nobody}</p>
        ) : (
          <List visit={visit} seen={seen} shown={shown} />
        )}
        <div className="two-sides">
          <Invitations visit={visit} invitations={seen.invitations} t={t} />
          <PolicyForm visit={visit} policy={seen.policy} t={t} />
        </div>
      </>
    ),
  };
}

function filtered(
  { query, city, today, locale }: CityVisit,
  persons: readonly CityPerson[],
): readonly CityPerson[] {
  const wanted = (query.get('q') ?? '').trim().toLocaleLowerCase(locale);
  const [role, unit, state] = ['role', 'unit', 'state'].map((name) => query.get(name) ?? '');
  const units = unit ? unitsBelow(unit, city.units) : null;
  return persons.filter((person) => {
    const held = person.appointments.filter((a) => !isOver(a, today));
    return (
      (wanted === '' || `${person.name}\n${person.email}`.toLocaleLowerCase(locale).includes(wanted)) &&
      (!role || held.some((a) => a.role === role)) &&
      (units === null || held.some((a) => a.unitId !== null && units.has(a.unitId))) &&
      (!state || stateOf(person, today) === state)
    );
  });
}

function Filters({ visit }: { visit: CityVisit }): ReactElement {
  const { city, locale, query } = visit;
  const t = peopleMessages(locale);
  return (
    <search>
      <form method="get" action={to('people', { city: city.slug })} className="filters">
        <Field
          name="q"
          type="search"
          label={t.find}
          locale={locale}
          value={query.get('q') ?? ''}
          required={false}
        />
        <Select
          name="role"
          label={t.role}
          locale={locale}
          value={query.get('role') ?? ''}
          choices={[{ value: '', name: t.anyRole }, ...roleChoices(locale)]}
        />
        <Select
          name="unit"
          label={t.unit}
          locale={locale}
          value={query.get('unit') ?? ''}
          choices={[{ value: '', name: t.anyUnit }, ...unitChoices(visit)]}
        />
        <Select
          name="state"
          label={t.state}
          locale={locale}
          value={query.get('state') ?? ''}
          choices={[
            { value: '', name: t.anyState },
            ...PERSON_STATES.map((state) => ({ value: state, name: t.states[state] })),
          ]}
        />
        <Act name={t.filter} locale={locale} />
      </form>
    </search>
  );
}

function List({
  visit,
  seen,
  shown,
}: {
  visit: CityVisit;
  seen: Seen;
  shown: readonly CityPerson[];
}): ReactElement {
  const { city, locale, today } = visit;
  const t = peopleMessages(locale);
  const names = new Map(seen.persons.map((person) => [person.id, person.name]));
  const demanded = seen.policy.secondFactor ?? [];
  return (
    <div className="scroll">
      <table className="people">
        <thead>
          <tr>
            <th scope="col">{t.name}</th>
            <th scope="col">{t.roles}</th>
            <th scope="col">{t.state}</th>
            <th scope="col">{t.secondFactor}</th>
            <th scope="col">{t.lastSeen}</th>
          </tr>
        </thead>
        <tbody>
          {shown.map((person) => {
            const state = stateOf(person, today);
            const use = seen.uses.get(person.id);
            const held = person.appointments.filter((a) => !isOver(a, today));
            const needed = held.some((a) => isCurrent(a, today) && demanded.includes(a.role));
            return (
              <tr key={person.id} className={state}>
                <th scope="row">
                  <a href={to('person', { city: city.slug, person: person.id })}>{person.name}</a>
                  <span className="small">{person.email}</span>
                </th>
                <td data-label={t.roles}>
                  {held.map((appointment) => (
                    <span className="line" key={appointment.id}>
                      <RoleWords visit={visit} appointment={appointment} names={names} />
                    </span>
                  ))}
                </td>
                <td data-label={t.state}>
                  <span className="tag">{t.states[state]}</span>
                </td>
                <td
                  data-label={t.secondFactor}
                  className={needed && !use?.secondFactor ? 'lacking' : undefined}
                >
                  {use?.secondFactor ? t.secondFactorOn : needed ? t.secondFactorMissing : t.secondFactorOff}
                </td>
                <td data-label={t.lastSeen}>
                  {use?.seenAt ? formatMoment(use.seenAt, city.timeZone, locale) : t.never}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

function Orphans({ visit, seen }: { visit: CityVisit; seen: Seen }): ReactElement {
  const t = peopleMessages(visit.locale);
  const owners = [...new Set(seen.orphans.map((thing) => thing.personId))];
  return (
    <section className="card warned">
      <h2>{t.orphans}</h2>
      <p>{t.orphansLead(seen.orphans.length)}</p>
      <ul>
        {owners.map((personId) => (
          <li key={personId}>
            <a href={to('handOver', { city: visit.city.slug, person: personId })}>
              {t.handOverTitle(seen.persons.find((person) => person.id === personId)?.name ?? '')}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Invitations({
  visit,
  invitations,
  t,
}: {
  visit: CityVisit;
  invitations: readonly Invitation[];
  t: PeopleMessages;
}): ReactElement {
  const { city, locale, now } = visit;
  const { roles } = officeMessages(locale);
  return (
    <section>
      <h2>{t.invitations}</h2>
      {invitations.length === 0 ? <p className="small">{t.invitationsEmpty}</p> : null}
      <ul className="lines">
        {invitations.map((invitation) => (
          <li key={invitation.id}>
            <strong>{invitation.name}</strong> <span className="small">{invitation.email}</span>
            <br />
            {roles[invitation.role]}, {unitName(city, invitation.unitId, locale)}{' '}
            <span className="tag">
              {invitation.expiresAt > now
                ? `${t.invitedOn} ${formatMoment(invitation.expiresAt, city.timeZone, locale)}`
                : t.over}
            </span>
            <form method="post" action={to('invite', { city: city.slug })} className="acts">
              <input type="hidden" name="invitation" value={invitation.id} />
              <Act name={t.resend} locale={locale} value="resend" />
              <Act name={t.revoke} locale={locale} value="revoke" danger />
            </form>
          </li>
        ))}
      </ul>
    </section>
  );
}

function PolicyForm({
  visit,
  policy,
  t,
}: {
  visit: CityVisit;
  policy: CityPolicy;
  t: PeopleMessages;
}): ReactElement {
  const { city, locale } = visit;
  return (
    <section>
      <h2>{t.policy}</h2>
      <form method="post" action={to('people', { city: city.slug })}>
        <Choices
          name="second-factor"
          kind="checkbox"
          label={t.roles}
          hint={t.policyLead}
          locale={locale}
          choices={roleChoices(locale)}
          chosen={policy.secondFactor ?? []}
        />
        <Act name={t.policySave} locale={locale} />
      </form>
      <p>
        <a href={to('signOnGroups', { city: city.slug })}>{signOnMessages(locale).linkTo}</a>
      </p>
    </section>
  );
}
