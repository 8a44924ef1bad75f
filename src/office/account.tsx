/** The account page: name, language, notifications, password, e-mail, sessions. Each part is a form of its own. */

import type { ReactElement } from 'react';
import {
  askForNewEmail,
  changeProfile,
  confirmNewEmail,
  endSessions,
  newEmailOf,
  NOTIFY,
} from '../acts/account.ts';
import { isUnfit } from '../acts/acting.ts';
import { changePassword } from '../acts/password.ts';
import { citiesById } from '../database/city.ts';
import { passwordHashOf } from '../database/credential.ts';
import { sessionsOf } from '../database/session.ts';
import type { Session } from '../database/session.ts';
import type { City } from '../model/plan.ts';
import { isRefusal } from '../problem.ts';
import type { Problem } from '../problem.ts';
import { accountMessages } from '../text/account.ts';
import { formatDate } from '../text/date.ts';
import { deviceText } from '../text/device.ts';
import { LOCALE_NAME, LOCALES, pick } from '../text/locale.ts';
import { formatMoment } from '../text/moment.ts';
import { officeMessages } from '../text/office.ts';
import { secondFactorMessages } from '../text/second-factor.ts';
import { signInMessages } from '../text/sign-in.ts';
import { to } from './addresses.ts';
import { askingOf, identityActing, withLanguage } from './asking.ts';
import { Act, Choices, Field, Select } from './fields.tsx';
import { nameOf } from './frame.tsx';
import { NewPassword } from './new-password.tsx';
import { anybody, signedIn } from './route.ts';
import { linkOverPage } from './sign-in.tsx';
import type { PersonalVisit, Reply, Visit } from './visit.ts';
import { isRunning } from './visitor.ts';

export const accountRoutes = [
  signedIn('GET', 'account', async (visit) => accountPage(visit, [])),
  signedIn('POST', 'account', saveProfile),
  signedIn('POST', 'accountPassword', savePassword),
  signedIn('POST', 'accountEmail', askEmail),
  signedIn('POST', 'accountSessions', endOnes),
  anybody('GET', 'newEmail', async (visit) => newEmailPage(visit)),
  anybody('POST', 'newEmail', confirmEmail),
];

const ACCOUNT = to('account', {});

async function saveProfile(visit: PersonalVisit): Promise<Reply> {
  const { form, visitor } = visit;
  const wish = { name: form.text('name'), locale: form.text('locale'), notify: form.text('notify') };
  const answer = await changeProfile(visit.office.acting, visitor.person, wish);
  if (isUnfit(answer)) return accountPage(visit, answer.problems);
  return { kind: 'go', to: ACCOUNT, done: 'profile-saved' };
}

async function savePassword(visit: PersonalVisit): Promise<Reply> {
  const { form, visitor } = visit;
  const answer = await changePassword(identityActing(visit), {
    person: visitor.person,
    sessionId: visitor.sessionId,
    old: form.raw('oldPassword'),
    password: form.raw('newPassword'),
  });
  if (isUnfit(answer)) return accountPage(visit, answer.problems);
  return { kind: 'go', to: ACCOUNT, done: 'password-changed' };
}

async function askEmail(visit: PersonalVisit): Promise<Reply> {
  const { form, visitor } = visit;
  const answer = await askForNewEmail(identityActing(visit), {
    person: visitor.person,
    email: form.text('newEmail'),
    password: form.raw('emailPassword'),
    from: askingOf(visit),
  });
  if (isUnfit(answer)) return accountPage(visit, answer.problems);
  return { kind: 'go', to: ACCOUNT, done: 'email-asked' };
}

async function endOnes(visit: PersonalVisit): Promise<Reply> {
  const { form, visitor, office } = visit;
  const { person, sessionId } = visitor;
  const id = form.text('session');
  if (id === '') {
    await endSessions(office.acting, person.id, { except: sessionId });
    return { kind: 'go', to: ACCOUNT, done: 'sessions-ended' };
  }
  await endSessions(office.acting, person.id, { id });
  return { kind: 'go', to: ACCOUNT, done: 'session-ended' };
}

async function newEmailPage(visit: Visit): Promise<Reply> {
  const { locale, query, office } = visit;
  const token = query.get('token') ?? '';
  const email = await newEmailOf(office.acting, token);
  if (email === null) return linkOverPage(visit);
  const t = signInMessages(locale);
  const body = (
    <div className="door">
      <h1>{t.newEmailTitle}</h1>
      <p>{t.newEmailLead(email)}</p>
      <form method="post" action={to('newEmail', {}, withLanguage(visit))} className="card narrow">
        <input type="hidden" name="token" value={token} />
        <Act name={t.confirmEmail} locale={locale} primary />
      </form>
    </div>
  );
  return { kind: 'page', title: t.newEmailTitle, body };
}

async function confirmEmail(visit: Visit): Promise<Reply> {
  const answer = await confirmNewEmail(identityActing(visit), visit.form.text('token'));
  if (isRefusal(answer)) return linkOverPage(visit);
  return { kind: 'go', to: visit.visitor ? ACCOUNT : to('signIn', {}), done: 'email-changed' };
}

async function accountPage(visit: PersonalVisit, problems: readonly Problem[]): Promise<Reply> {
  const { office, visitor, locale, now } = visit;
  const { person, member } = visitor;
  const [hash, sessions, cities] = await Promise.all([
    passwordHashOf(office.database, person.id),
    sessionsOf(office.database, person.id),
    citiesById(office.database, [...new Set(member.appointments.map((a) => a.cityId))]),
  ]);
  const t = accountMessages(locale);
  const body = (
    <>
      <h1>{t.title}</h1>
      <Profile visit={visit} problems={problems} />
      <Roles visit={visit} cities={cities} />
      <Password visit={visit} problems={problems} has={hash !== null} />
      <SecondFactor visit={visit} />
      <Email visit={visit} problems={problems} asks={hash !== null} />
      <Sessions
        visit={visit}
        sessions={sessions.filter((session) => isRunning(session, now))}
        timeZone={cities[0]?.timeZone ?? 'UTC'}
      />
    </>
  );
  return { kind: 'page', title: t.title, body, problems };
}

interface Part {
  readonly visit: PersonalVisit;
  readonly problems: readonly Problem[];
}

function Profile({ visit: { visitor, form, locale }, problems }: Part): ReactElement {
  const t = accountMessages(locale);
  const { person } = visitor;
  const sent = form.has('notify');
  return (
    <form method="post" action={ACCOUNT} className="card">
      <h2>{t.profile}</h2>
      <div className="fields-two">
        <Field
          name="name"
          label={t.name}
          hint={t.nameHint}
          locale={locale}
          value={sent ? form.text('name') : person.name}
          required
          problems={problems}
          autoComplete="name"
        />
        <Select
          name="locale"
          label={t.language}
          hint={t.languageHint}
          locale={locale}
          value={sent ? form.text('locale') : person.locale}
          required
          problems={problems}
          choices={LOCALES.map((one) => ({ value: one, name: LOCALE_NAME[one] }))}
        />
      </div>
      <Choices
        name="notify"
        kind="radio"
        label={t.notify}
        hint={t.notifyHint}
        locale={locale}
        problems={problems}
        choices={NOTIFY.map((value) => ({ value, name: t.notifyChoices[value] }))}
        chosen={[sent ? form.text('notify') : person.notify]}
      />
      <div className="acts">
        <Act name={officeMessages(locale).save} locale={locale} primary />
      </div>
    </form>
  );
}

function Roles({ visit, cities }: { visit: PersonalVisit; cities: readonly City[] }): ReactElement {
  const { locale, visitor } = visit;
  const t = accountMessages(locale);
  const { roles } = officeMessages(locale);
  const { appointments } = visitor.member;
  return (
    <section className="card">
      <h2>{t.roles}</h2>
      {appointments.length === 0 ? <p>{t.noRoles}</p> : null}
      <ul className="own-roles">
        {cities.map((city) => (
          <li key={city.id}>
            <strong>{nameOf(city, locale)}</strong>:{' '}
            {appointments
              .filter((a) => a.cityId === city.id)
              .map((a) => {
                const unit = city.units.find(({ id }) => id === a.unitId);
                const unitName = unit ? (pick(unit.name, locale, city.languages)?.text ?? null) : null;
                const more = [
                  a.deputyForId === null ? '' : t.deputy,
                  a.untilOn === null ? '' : t.until(formatDate(a.untilOn, locale)),
                ].filter(Boolean);
                return t.role(roles[a.role], unitName) + (more.length > 0 ? ` (${more.join(', ')})` : '');
              })
              .join('; ')}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Password({ visit, problems, has }: Part & { readonly has: boolean }): ReactElement {
  const { locale, visitor } = visit;
  const t = accountMessages(locale);
  if (!has)
    return (
      <form method="post" action={to('forgotten', {}, withLanguage(visit))} className="card">
        <h2>{t.password}</h2>
        <p>{t.noPassword}</p>
        <input type="hidden" name="email" value={visitor.person.email} />
        <Act name={t.setPassword} locale={locale} />
      </form>
    );
  return (
    <form method="post" action={to('accountPassword', {})} className="card" id="password">
      <h2>{t.password}</h2>
      <p className="small">{t.passwordNote}</p>
      <input type="hidden" name="username" autoComplete="username" value={visitor.person.email} />
      <Field
        name="oldPassword"
        type="password"
        label={t.oldPassword}
        locale={locale}
        required
        problems={problems}
        autoComplete="current-password"
      />
      <NewPassword name="newPassword" label={t.newPassword} locale={locale} problems={problems} />
      <div className="acts">
        <Act name={t.changePassword} locale={locale} />
      </div>
    </form>
  );
}

function SecondFactor({ visit: { locale, visitor } }: { readonly visit: PersonalVisit }): ReactElement {
  const t = secondFactorMessages(locale);
  return (
    <section className="card">
      <h2>
        {t.title} <span className="tag">{visitor.person.twoFactorEnabled ? t.on : t.off}</span>
      </h2>
      <p className="small">{t.lead}</p>
      <p>
        <a href={to('accountSecondFactor', {})}>{t.manage}</a>
      </p>
    </section>
  );
}

function Email({ visit, problems, asks }: Part & { readonly asks: boolean }): ReactElement {
  const { locale, visitor, form } = visit;
  const t = accountMessages(locale);
  return (
    <form method="post" action={to('accountEmail', {})} className="card">
      <h2>{t.email}</h2>
      <p className="small">{t.emailNow(visitor.person.email)}</p>
      <Field
        name="newEmail"
        type="email"
        label={t.newEmail}
        locale={locale}
        value={form.text('newEmail')}
        required
        problems={problems}
        autoComplete="email"
      />
      {asks ? (
        <Field
          name="emailPassword"
          type="password"
          label={t.oldPassword}
          locale={locale}
          required
          problems={problems}
          autoComplete="current-password"
        />
      ) : null}
      <div className="acts">
        <Act name={t.changeEmail} locale={locale} />
      </div>
    </form>
  );
}

function Sessions({
  visit: { locale, visitor },
  sessions,
  timeZone,
}: {
  readonly visit: PersonalVisit;
  readonly sessions: readonly Session[];
  readonly timeZone: string;
}): ReactElement {
  const t = accountMessages(locale);
  const others = sessions.some(({ id }) => id !== visitor.sessionId);
  return (
    <section className="card" id="sessions">
      <h2>{t.sessions}</h2>
      <p className="small">{t.sessionsLead}</p>
      <ul className="sessions">
        {sessions.map((session) => {
          const device = deviceText(session.userAgent, locale);
          return (
            <li key={session.id}>
              <div>
                <strong>{device}</strong>{' '}
                {session.id === visitor.sessionId ? <span className="tag">{t.thisOne}</span> : null}
                <dl>
                  <dt>{t.address}</dt>
                  <dd>{session.address || t.unknownAddress}</dd>
                  <dt>{t.since}</dt>
                  <dd>{formatMoment(session.createdAt, timeZone, locale)}</dd>
                  <dt>{t.seen}</dt>
                  <dd>{formatMoment(session.seenAt, timeZone, locale)}</dd>
                </dl>
              </div>
              {session.id === visitor.sessionId ? null : (
                <form method="post" action={to('accountSessions', {})}>
                  <input type="hidden" name="session" value={session.id} />
                  <button
                    type="submit"
                    className="ds-button"
                    data-variant="secondary"
                    aria-label={t.endThis(device)}
                  >
                    {t.end}
                  </button>
                </form>
              )}
            </li>
          );
        })}
      </ul>
      {others ? (
        <form method="post" action={to('accountSessions', {})}>
          <Act name={t.endOthers} locale={locale} danger />
        </form>
      ) : (
        <p className="small">{t.onlyThis}</p>
      )}
    </section>
  );
}
