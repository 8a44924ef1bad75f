/** The page behind the link of an invitation. */

import type { ReactElement } from 'react';
import { acceptAsNewPerson, acceptAsPerson, openInvitation } from '../acts/accept-invitation.ts';
import type { OpenInvitation } from '../acts/accept-invitation.ts';
import { isUnfit } from '../acts/acting.ts';
import { signIn } from '../acts/sign-in.ts';
import { cityById } from '../database/city.ts';
import { isRefusal } from '../problem.ts';
import type { Problem, Refusal } from '../problem.ts';
import { pick } from '../text/locale.ts';
import { officeMessages } from '../text/office.ts';
import { signInMessages } from '../text/sign-in.ts';
import { to } from './addresses.ts';
import { afterSignIn, identityActing, signInFrom, withLanguage } from './asking.ts';
import { Act, Field } from './fields.tsx';
import { nameOf } from './frame.tsx';
import { NewPassword } from './new-password.tsx';
import { anybody } from './route.ts';
import type { PageReply, Reply, Visit } from './visit.ts';

export const invitationRoutes = [
  anybody('GET', 'invitation', async (visit) => invitationPage(visit, visit.query.get('token') ?? '', [])),
  anybody('POST', 'invitation', accept),
];

async function accept(visit: Visit): Promise<Reply> {
  const { form, locale, visitor } = visit;
  const acting = identityActing(visit);
  const token = form.text('token');
  if (visitor) {
    const answer = await acceptAsPerson(acting, token, visitor.person);
    if (isRefusal(answer)) return refused(visit, token, answer);
    return { kind: 'go', to: await homeOf(visit, answer.cityId), done: 'invitation-accepted' };
  }
  const password = form.raw('password');
  const answer = await acceptAsNewPerson(acting, { token, name: form.text('name'), password, locale });
  if (isRefusal(answer)) return refused(visit, token, answer);
  if (isUnfit(answer)) return invitationPage(visit, token, answer.problems);
  const entered = await signIn(acting, { email: answer.email, password, from: signInFrom(visit) });
  if (isUnfit(entered)) return { kind: 'go', to: to('signIn', {}), done: 'password-set' };
  return afterSignIn(entered, await homeOf(visit, answer.cityId), 'welcome');
}

async function homeOf({ office }: Visit, cityId: string): Promise<string> {
  const city = await cityById(office.database, cityId);
  return city ? to('city', { city: city.slug }) : to('home', {});
}

/** The page says the same in its own words; what it cannot say is a refusal of its own. */
function refused(visit: Visit, token: string, why: Refusal): Reply | Promise<Reply> {
  return why.refused === 'link-over' ? overPage(visit) : invitationPage(visit, token, []);
}

async function invitationPage(visit: Visit, token: string, problems: readonly Problem[]): Promise<Reply> {
  const { office, locale } = visit;
  const open = await openInvitation(office.acting, token);
  if (!open) return overPage(visit);
  const { invitation } = open;
  const city = await cityById(office.database, invitation.cityId);
  if (!city) return overPage(visit);
  const t = signInMessages(locale);
  const unit = city.units.find(({ id }) => id === invitation.unitId);
  const unitName = unit ? (pick(unit.name, locale, city.languages)?.text ?? null) : null;
  const name = nameOf(city, locale);
  const body = (
    <div className="door">
      <h1>{t.invitationTitle(name)}</h1>
      <p>{t.invitationLead(name, officeMessages(locale).roles[invitation.role], unitName)}</p>
      <Way visit={visit} token={token} open={open} problems={problems} />
    </div>
  );
  return { kind: 'page', title: t.invitationTitle(name), body, problems };
}

/** What this browser can do with the invitation. */
function Way({
  visit,
  token,
  open: { invitation, person },
  problems,
}: {
  readonly visit: Visit;
  readonly token: string;
  readonly open: OpenInvitation;
  readonly problems: readonly Problem[];
}): ReactElement {
  const { locale, form, visitor } = visit;
  const t = signInMessages(locale);
  const hidden = <input type="hidden" name="token" value={token} />;
  if (visitor && visitor.person.email !== invitation.email) return <p>{t.otherPerson(invitation.email)}</p>;
  if (visitor)
    return (
      <form method="post" action={to('invitation', {}, withLanguage(visit))} className="card narrow">
        {hidden}
        <Act name={t.accept} locale={locale} primary />
      </form>
    );
  if (person)
    return (
      <>
        <p>{t.signInFirst(invitation.email)}</p>
        <p>
          <a
            className="ds-button"
            data-variant="primary"
            href={to('signIn', {}, { to: to('invitation', {}, { token }) })}
          >
            {t.signIn}
          </a>
        </p>
      </>
    );
  return (
    <form method="post" action={to('invitation', {}, withLanguage(visit))} className="card narrow">
      {hidden}
      <p>{t.invitationEmail(invitation.email)}</p>
      <input type="hidden" name="username" autoComplete="username" value={invitation.email} />
      <Field
        name="name"
        label={t.name}
        hint={t.nameHint}
        locale={locale}
        value={form.has('name') ? form.text('name') : invitation.name}
        required
        problems={problems}
        autoComplete="name"
      />
      <NewPassword label={t.password} locale={locale} problems={problems} />
      <div className="acts">
        <Act name={t.acceptNew} locale={locale} primary />
      </div>
    </form>
  );
}

function overPage({ locale }: Visit): PageReply {
  const t = signInMessages(locale);
  const body = (
    <div className="door">
      <h1>{t.linkOverTitle}</h1>
      <p>{t.invitationOver}</p>
    </div>
  );
  return { kind: 'page', title: t.linkOverTitle, body, status: 410 };
}
