/** Inviting somebody into the city's office; sending an invitation again and taking it back. */

import { isUnfit } from '../acts/acting.ts';
import { invite, resendInvitation, revokeInvitation } from '../acts/invite.ts';
import type { InviteLinks } from '../acts/invite.ts';
import { ROLES } from '../model/role.ts';
import { isRefusal } from '../problem.ts';
import type { Problem } from '../problem.ts';
import { LOCALES, LOCALE_NAME } from '../text/locale.ts';
import { officeMessages } from '../text/office.ts';
import { peopleMessages } from '../text/people.ts';
import { to } from './addresses.ts';
import { Act, Field, Select } from './fields.tsx';
import { roleChoices, unitChoices } from './people-view.tsx';
import { inCity } from './route.ts';
import type { CityVisit, PageReply, Reply } from './visit.ts';

export const inviteRoutes = [
  inCity('GET', 'invite', 'manage-people', async (visit) => page(visit, [])),
  inCity('POST', 'invite', 'manage-people', answer),
];

async function answer(visit: CityVisit): Promise<Reply> {
  const { form, acting, locale } = visit;
  const act = form.text('act');
  const people = to('people', { city: visit.city.slug });
  if (act === 'resend' || act === 'revoke') {
    const id = form.text('invitation');
    const done =
      act === 'resend'
        ? await resendInvitation(acting, id, locale, linksOf(visit))
        : await revokeInvitation(acting, id);
    if (isRefusal(done)) return done;
    return { kind: 'go', to: people, done: act === 'resend' ? 'invitation-resent' : 'invitation-revoked' };
  }
  const role = ROLES.find((one) => one === form.text('role'));
  if (!role) return page(visit, [{ code: 'not-a-choice', place: { field: 'role' }, values: {} }]);
  const done = await invite(
    acting,
    {
      name: form.text('name'),
      email: form.text('email'),
      role,
      unitId: form.text('unit') || null,
      locale: LOCALES.find((one) => one === form.text('letter')) ?? locale,
    },
    linksOf(visit),
  );
  if (isRefusal(done)) return done;
  if (isUnfit(done)) return page(visit, done.problems);
  return { kind: 'go', to: people, done: 'appointed' in done ? 'appointed' : 'invited' };
}

function linksOf({ office, city }: CityVisit): InviteLinks {
  return {
    invitation: (token) => office.baseUrl + to('invitation', {}, { token }),
    office: office.baseUrl + to('city', { city: city.slug }),
  };
}

function page(visit: CityVisit, problems: readonly Problem[]): PageReply {
  const { city, form, locale } = visit;
  const t = peopleMessages(locale);
  const { roles } = officeMessages(locale);
  return {
    kind: 'page',
    title: t.inviteTitle,
    problems,
    crumbs: [{ name: t.title, href: to('people', { city: city.slug }) }],
    body: (
      <>
        <h1>{t.inviteTitle}</h1>
        <p>{t.inviteLead}</p>
        <div className="two-sides">
          <form method="post" action={to('invite', { city: city.slug })} className="card" data-enhance>
            <Field
              name="name"
              label={t.name}
              locale={locale}
              value={form.text('name')}
              required
              problems={problems}
              autoComplete="off"
              maxLength={200}
            />
            <Field
              name="email"
              type="email"
              label={t.email}
              locale={locale}
              value={form.text('email')}
              required
              problems={problems}
              autoComplete="off"
            />
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
            <Select
              name="letter"
              label={t.letterLanguage}
              locale={locale}
              value={form.text('letter') || locale}
              required
              choices={LOCALES.map((one) => ({ value: one, name: LOCALE_NAME[one] }))}
            />
            <Act name={t.send} locale={locale} primary />
          </form>
          <section>
            <h2 className="first">{t.whatRoles}</h2>
            <dl className="roles">
              {ROLES.map((role) => (
                <div key={role}>
                  <dt>{roles[role]}</dt>
                  <dd>{t.roleWhat[role]}</dd>
                </div>
              ))}
            </dl>
          </section>
        </div>
      </>
    ),
  };
}
