/** For who has no password at hand: asking for a link by e-mail, and setting a new password with one. */

import { setTimeout as pause } from 'node:timers/promises';
import { isUnfit } from '../acts/acting.ts';
import { emailProblems } from '../acts/account.ts';
import { askForLink } from '../acts/forgotten.ts';
import { personOfReset, resetPassword } from '../acts/password.ts';
import { isRefusal } from '../problem.ts';
import type { Problem } from '../problem.ts';
import { signInMessages } from '../text/sign-in.ts';
import { to } from './addresses.ts';
import { askingOf, identityActing, withLanguage } from './asking.ts';
import { Act, Field } from './fields.tsx';
import { NewPassword } from './new-password.tsx';
import { anybody } from './route.ts';
import { linkOverPage } from './sign-in.tsx';
import type { PageReply, Reply, Visit } from './visit.ts';

export const forgottenRoutes = [
  anybody('GET', 'forgotten', async (visit) => forgottenPage(visit, [])),
  anybody('POST', 'forgotten', ask),
  anybody('GET', 'reset', async (visit) => resetPage(visit, visit.query.get('token') ?? '', [])),
  anybody('POST', 'reset', reset),
];

/** The answer waits this long at least, so that its time does not tell whether a letter was written. */
const ANSWER_MS = 250;

async function ask(visit: Visit): Promise<Reply> {
  const email = visit.form.text('email');
  const problems = emailProblems(email);
  if (problems.length > 0) return forgottenPage(visit, problems);
  const wish = visit.form.text('act') === 'sign-in' ? 'sign-in' : 'reset';
  const [answer] = await Promise.all([
    askForLink(identityActing(visit), { email, wish, from: askingOf(visit) }),
    pause(ANSWER_MS),
  ]);
  return isUnfit(answer) ? forgottenPage(visit, answer.problems) : askedPage(visit, email);
}

async function reset(visit: Visit): Promise<Reply> {
  const token = visit.form.text('token');
  const password = visit.form.raw('password');
  const answer = await resetPassword(identityActing(visit), { token, password });
  if (isRefusal(answer)) return linkOverPage(visit);
  if (isUnfit(answer)) return resetPage(visit, token, answer.problems);
  return { kind: 'go', to: to('signIn', {}), done: 'password-set' };
}

function forgottenPage(visit: Visit, problems: readonly Problem[]): PageReply {
  const { locale, form } = visit;
  const t = signInMessages(locale);
  const body = (
    <div className="door">
      <h1>{t.forgottenTitle}</h1>
      <p>{t.forgottenLead}</p>
      <form method="post" action={to('forgotten', {}, withLanguage(visit))} className="card narrow">
        <Field
          name="email"
          type="email"
          label={t.email}
          locale={locale}
          value={form.text('email')}
          required
          problems={problems}
          autoComplete="username"
        />
        <div className="acts">
          <Act name={t.sendReset} value="reset" locale={locale} primary />
          <Act name={t.sendSignIn} value="sign-in" locale={locale} />
        </div>
      </form>
      <p>
        <a href={to('signIn', {}, withLanguage(visit))}>{t.backToSignIn}</a>
      </p>
    </div>
  );
  return { kind: 'page', title: t.forgottenTitle, body, problems };
}

function askedPage(visit: Visit, email: string): PageReply {
  const { locale } = visit;
  const t = signInMessages(locale);
  const body = (
    <div className="door">
      <h1>{t.askedTitle}</h1>
      <p>{t.asked(email)}</p>
      <p className="small">{t.askedHelp}</p>
      <p>
        <a href={to('signIn', {}, withLanguage(visit))}>{t.backToSignIn}</a>
      </p>
    </div>
  );
  return { kind: 'page', title: t.askedTitle, body };
}

async function resetPage(visit: Visit, token: string, problems: readonly Problem[]): Promise<Reply> {
  const { locale } = visit;
  const person = await personOfReset(identityActing(visit), token);
  if (!person) return linkOverPage(visit);
  const t = signInMessages(locale);
  const body = (
    <div className="door">
      <h1>{t.resetTitle}</h1>
      <p>{t.resetLead(person.name)}</p>
      <form method="post" action={to('reset', {}, withLanguage(visit))} className="card narrow">
        <input type="hidden" name="token" value={token} />
        {/* A password manager learns for whom. */}
        <input type="hidden" name="username" autoComplete="username" value={person.email} />
        <NewPassword label={t.newPassword} locale={locale} problems={problems} />
        <div className="acts">
          <Act name={t.savePassword} locale={locale} primary />
        </div>
      </form>
    </div>
  );
  return { kind: 'page', title: t.resetTitle, body, problems };
}
