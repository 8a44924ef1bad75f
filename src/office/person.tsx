/** One person of the city: roles to add and end, a deputy for some days, sessions, and the way out. */

import type { ReactElement } from 'react';
import { isUnfit } from '../acts/acting.ts';
import { appoint, endAppointment } from '../acts/appoint.ts';
import { endAllSessions, reactivate } from '../acts/deactivate.ts';
import { deputise } from '../acts/deputise.ts';
import { canTakeOver } from '../acts/people.ts';
import { accountUse, cityPersons } from '../database/appointment.ts';
import type { AccountUse, CityPerson } from '../database/appointment.ts';
import { itemsByCode, thingLabels } from '../database/thing-label.ts';
import type { ThingLabel } from '../database/thing-label.ts';
import type { Id } from '../model/plan.ts';
import { isOver, ROLES } from '../model/role.ts';
import { isRefusal, refusal } from '../problem.ts';
import type { Problem, Refusal } from '../problem.ts';
import { formatMoment } from '../text/moment.ts';
import { officeMessages } from '../text/office.ts';
import { peopleMessages } from '../text/people.ts';
import { to } from './addresses.ts';
import { Act, Field, Select } from './fields.tsx';
import { byName, RoleWords, roleChoices, stateOf, unitChoices } from './people-view.tsx';
import { inCity } from './route.ts';
import type { CityVisit, Reply } from './visit.ts';

export const personRoutes = [
  inCity('GET', 'person', 'manage-people', async (visit) => page(visit, [])),
  inCity('POST', 'person', 'manage-people', answer),
];

const DAY = /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/u;

async function answer(visit: CityVisit): Promise<Reply> {
  const { acting, form, params, city } = visit;
  const personId = params['person'] ?? '';
  const act = form.text('act');
  const acts: Readonly<
    Record<string, () => Promise<Id | number | Refusal | { problems: readonly Problem[] }>>
  > = {
    appoint: () => addRole(visit, personId),
    end: () => endAppointment(acting, form.text('appointment')),
    deputise: () => nameDeputy(visit, personId),
    'end-sessions': () => endAllSessions(acting, personId),
    reactivate: () => reactivate(acting, personId),
  };
  const done = Object.hasOwn(acts, act) ? await acts[act]!() : { problems: [] };
  if (isRefusal(done)) return done.refused === 'no-person' ? 'missing' : done;
  if (isUnfit(done)) return page(visit, done.problems);
  return { kind: 'go', to: to('person', { city: city.slug, person: personId }), done: DONE[act]! };
}

const DONE: Readonly<Record<string, string>> = {
  appoint: 'role-added',
  end: 'role-ended',
  deputise: 'deputy-named',
  'end-sessions': 'person-sessions-ended',
  reactivate: 'reactivated',
};

async function addRole(
  visit: CityVisit,
  personId: Id,
): Promise<Id | Refusal | { problems: readonly Problem[] }> {
  const { acting, form, city } = visit;
  const problems: Problem[] = dayProblems(visit, ['from', 'until']);
  const role = ROLES.find((one) => one === form.text('role'));
  if (!role) problems.push({ code: 'not-a-choice', place: { field: 'role' }, values: {} });
  const codes = form
    .text('items')
    .split(/[,;\n]/u)
    .map((code) => code.trim().replace(/\.$/u, ''))
    .filter((code) => code !== '');
  const found = await visit.read((tx) => itemsByCode(tx, city.id, codes));
  const unknown = codes.filter((code) => !found.has(code));
  if (unknown.length > 0)
    problems.push({
      code: 'items-unknown',
      place: { field: 'items' },
      values: { codes: unknown.join(', ') },
    });
  const several = codes.filter((code) => (found.get(code)?.length ?? 0) > 1);
  if (several.length > 0)
    problems.push({
      code: 'items-several',
      place: { field: 'items' },
      values: { codes: several.join(', ') },
    });
  if (problems.length > 0 || !role) return { problems };
  return appoint(acting, {
    personId,
    role,
    unitId: form.text('unit') || null,
    itemIds: [...new Set(codes.flatMap((code) => found.get(code) ?? []))],
    fromOn: form.text('from') || null,
    untilOn: form.text('until') || null,
  });
}

async function nameDeputy(
  visit: CityVisit,
  personId: Id,
): Promise<number | Refusal | { problems: readonly Problem[] }> {
  const { acting, form } = visit;
  const required = ['deputy-from', 'deputy-until']
    .filter((field) => form.text(field) === '')
    .map((field) => ({ code: 'required', place: { field }, values: {} }));
  const problems = [...required, ...dayProblems(visit, ['deputy-from', 'deputy-until'])];
  if (problems.length > 0) return { problems };
  return deputise(acting, {
    personId,
    deputyId: form.text('deputy'),
    fromOn: form.text('deputy-from'),
    untilOn: form.text('deputy-until'),
  });
}

function dayProblems({ form }: CityVisit, fields: readonly string[]): Problem[] {
  return fields
    .filter((field) => {
      const day = form.text(field);
      return day !== '' && !(DAY.test(day) && new Date(`${day}T00:00:00Z`).toISOString().startsWith(day));
    })
    .map((field) => ({ code: 'not-a-date', place: { field }, values: {} }));
}

interface Seen {
  readonly person: CityPerson;
  readonly persons: readonly CityPerson[];
  readonly names: ReadonlyMap<Id, string>;
  readonly labels: ReadonlyMap<Id, ThingLabel>;
  readonly use: AccountUse | undefined;
}

async function page(visit: CityVisit, problems: readonly Problem[]): Promise<Reply> {
  const { city, locale, params, today, office } = visit;
  const t = peopleMessages(locale);
  const persons = await visit.read((tx) => cityPersons(tx, city.id));
  const person = persons.find((one) => one.id === params['person']);
  if (!person) return 'missing';
  const labels = await visit.read((tx) =>
    thingLabels(
      tx,
      city.id,
      person.appointments.flatMap((a) => a.itemIds),
    ),
  );
  const seen: Seen = {
    person,
    persons,
    labels,
    names: new Map(persons.map((one) => [one.id, one.name])),
    use: (await accountUse(office.database, [person.id])).get(person.id),
  };
  const state = stateOf(person, today);
  return {
    kind: 'page',
    title: person.name,
    problems,
    crumbs: [{ name: t.title, href: to('people', { city: city.slug }) }],
    body: (
      <>
        <h1>{person.name}</h1>
        <p>
          <span className="tag">{t.states[state]}</span> <a href={`mailto:${person.email}`}>{person.email}</a>
        </p>
        <dl className="facts">
          <div>
            <dt>{t.secondFactor}</dt>
            <dd>{seen.use?.secondFactor ? t.secondFactorOn : t.secondFactorOff}</dd>
          </div>
          <div>
            <dt>{t.lastSeen}</dt>
            <dd>{seen.use?.seenAt ? formatMoment(seen.use.seenAt, city.timeZone, locale) : t.never}</dd>
          </div>
        </dl>
        <Appointments visit={visit} seen={seen} />
        {state === 'deactivated' ? null : (
          <div className="two-sides">
            <AddRole visit={visit} seen={seen} problems={problems} />
            <Deputy visit={visit} seen={seen} problems={problems} />
          </div>
        )}
        <Account visit={visit} seen={seen} />
      </>
    ),
  };
}

function Appointments({ visit, seen }: { visit: CityVisit; seen: Seen }): ReactElement {
  const { locale, today, city } = visit;
  const t = peopleMessages(locale);
  const { person, persons, names, labels } = seen;
  const held = person.appointments.filter((a) => !isOver(a, today));
  const past = person.appointments.filter((a) => isOver(a, today));
  const deputies = persons.flatMap((one) =>
    one.appointments
      .filter((a) => a.deputyForId === person.id && !isOver(a, today))
      .map((appointment) => ({ appointment, name: one.name })),
  );
  const here = to('person', { city: city.slug, person: person.id });
  const ending = (id: Id, role: string): ReactElement => (
    <form method="post" action={here}>
      <input type="hidden" name="appointment" value={id} />
      <button
        type="submit"
        className="ds-button"
        data-variant="secondary"
        name="act"
        value="end"
        aria-label={t.endOf(role)}
      >
        {t.end}
      </button>
    </form>
  );
  const { roles } = officeMessages(locale);
  return (
    <section>
      <h2>{t.appointments}</h2>
      {held.length === 0 ? <p className="empty">{t.noAppointments}</p> : null}
      <ul className="lines rows">
        {held.map((appointment) => (
          <li key={appointment.id}>
            <span>
              <RoleWords visit={visit} appointment={appointment} names={names} labels={labels} />{' '}
              {appointment.source === 'sign-on' ? <span className="tag">{t.fromSignOn}</span> : null}
            </span>
            {ending(appointment.id, roles[appointment.role])}
          </li>
        ))}
        {deputies.map(({ appointment, name }) => (
          <li key={appointment.id}>
            <span>
              <RoleWords
                visit={visit}
                appointment={{ ...appointment, deputyForId: null }}
                names={names}
                labels={labels}
              />{' '}
              <span className="tag">{t.deputyBy(name)}</span>
            </span>
            {ending(appointment.id, `${roles[appointment.role]} (${name})`)}
          </li>
        ))}
      </ul>
      {past.length > 0 ? (
        <details>
          <summary>{t.past}</summary>
          <ul>
            {past.map((appointment) => (
              <li key={appointment.id}>
                <RoleWords visit={visit} appointment={appointment} names={names} labels={labels} />
              </li>
            ))}
          </ul>
        </details>
      ) : null}
    </section>
  );
}

interface FormOf {
  readonly visit: CityVisit;
  readonly seen: Seen;
  readonly problems: readonly Problem[];
}

function AddRole({ visit, seen, problems }: FormOf): ReactElement {
  const { locale, form, city } = visit;
  const t = peopleMessages(locale);
  return (
    <form method="post" action={to('person', { city: city.slug, person: seen.person.id })} className="card">
      <h2 className="first">{t.addRole}</h2>
      <Select
        name="role"
        label={t.role}
        locale={locale}
        value={form.text('role') || 'reporter'}
        required
        problems={problems}
        choices={roleChoices(locale)}
      />
      <Select
        name="unit"
        label={t.unit}
        hint={t.unitHint}
        locale={locale}
        value={form.text('unit')}
        problems={problems}
        choices={[{ value: '', name: t.wholeCity }, ...unitChoices(visit)]}
      />
      <Field
        name="items"
        label={t.items}
        hint={t.itemsHint}
        locale={locale}
        value={form.text('items')}
        problems={problems}
      />
      <div className="fields-two">
        <Field
          name="from"
          type="date"
          label={t.from}
          locale={locale}
          value={form.text('from')}
          problems={problems}
        />
        <Field
          name="until"
          type="date"
          label={t.untilField}
          locale={locale}
          value={form.text('until')}
          problems={problems}
        />
      </div>
      <Act name={t.addRoleAct} locale={locale} primary value="appoint" />
    </form>
  );
}

function Deputy({ visit, seen, problems }: FormOf): ReactElement {
  const { locale, form, city, today } = visit;
  const t = peopleMessages(locale);
  const { person } = seen;
  const others = byName(
    locale,
    seen.persons.filter((one) => one.id !== person.id && canTakeOver(one, today)),
  );
  const own = person.appointments.some((a) => a.deputyForId === null && !isOver(a, today));
  return (
    <form method="post" action={to('person', { city: city.slug, person: person.id })} className="card">
      <h2 className="first">{t.deputy}</h2>
      <p className="small">{t.deputyLead(person.name)}</p>
      {others.length === 0 ? (
        <p className="empty">{t.nobodyElse}</p>
      ) : (
        <>
          <Select
            name="deputy"
            label={t.deputyWho}
            locale={locale}
            value={form.text('deputy')}
            required
            problems={problems}
            choices={[
              { value: '', name: t.choose },
              ...others.map((one) => ({ value: one.id, name: one.name })),
            ]}
          />
          <div className="fields-two">
            <Field
              name="deputy-from"
              type="date"
              label={t.from}
              locale={locale}
              value={form.text('deputy-from') || today}
              required
              problems={problems}
            />
            <Field
              name="deputy-until"
              type="date"
              label={t.untilField}
              locale={locale}
              value={form.text('deputy-until')}
              required
              problems={problems}
            />
          </div>
          <Act
            name={t.deputyAct}
            locale={locale}
            value="deputise"
            refused={own ? null : refusal('nothing-to-deputise')}
          />
        </>
      )}
    </form>
  );
}

function Account({ visit, seen }: { visit: CityVisit; seen: Seen }): ReactElement {
  const { locale, city, visitor } = visit;
  const t = peopleMessages(locale);
  const { person } = seen;
  const params = { city: city.slug, person: person.id };
  const oneself = person.id === visitor.person.id;
  return (
    <section>
      <h2>{t.account}</h2>
      {person.deactivatedAt === null ? (
        <form method="post" action={to('person', params)} className="doing">
          <Act name={t.endSessions} locale={locale} value="end-sessions" />
          <span className="small">{t.endSessionsHint}</span>
        </form>
      ) : (
        <form method="post" action={to('person', params)} className="doing">
          <Act name={t.reactivate} locale={locale} value="reactivate" primary />
          <span className="small">{t.reactivateHint}</span>
        </form>
      )}
      {person.deactivatedAt !== null ? (
        <p>
          <a href={to('handOver', params)}>{t.handOverLink}</a>
        </p>
      ) : oneself ? (
        <form className="doing" action={to('person', params)}>
          <Act name={t.letGo} locale={locale} danger refused={refusal('not-oneself')} />
        </form>
      ) : (
        <p className="doing">
          <a className="ds-button" data-variant="secondary" data-color="danger" href={to('handOver', params)}>
            {t.letGo}
          </a>{' '}
          <span className="small">{t.letGoHint}</span>
        </p>
      )}
    </section>
  );
}
