/** Signing in with e-mail and password or with the link of a letter, and out again. */

import { isUnfit } from '../acts/acting.ts';
import { signIn, signInByLink, signOut } from '../acts/sign-in.ts';
import type { Problem } from '../problem.ts';
import { isRefusal } from '../problem.ts';
import { signInMessages } from '../text/sign-in.ts';
import { isOwnPath, to } from './addresses.ts';
import { afterSignIn, askingOf, identityActing, signInFrom, wantedPath, withLanguage } from './asking.ts';
import { Act, Field } from './fields.tsx';
import { anybody } from './route.ts';
import { PasskeyDoor } from './second-factor.tsx';
import { SignOnDoor } from './single-sign-on.tsx';
import type { PageReply, Reply, Visit } from './visit.ts';

export const signInRoutes = [
  anybody('GET', 'signIn', async (visit) =>
    visit.visitor ? { kind: 'go', to: wantedPath(visit.query.get('to')) } : signInPage(visit, []),
  ),
  anybody('POST', 'signIn', enter),
  anybody('POST', 'signOut', leave),
  anybody('GET', 'link', async (visit) => linkPage(visit)),
  anybody('POST', 'link', enterByLink),
];

async function enter(visit: Visit): Promise<Reply> {
  const { form } = visit;
  const email = form.text('email');
  const password = form.raw('password');
  const missing = [...(email === '' ? ['email'] : []), ...(password === '' ? ['password'] : [])].map(
    (field): Problem => ({ code: `${field}-missing`, place: { field }, values: {} }),
  );
  if (missing.length > 0) return signInPage(visit, missing);
  const answer = await signIn(identityActing(visit), { email, password, from: signInFrom(visit) });
  return isUnfit(answer) ? signInPage(visit, answer.problems) : afterSignIn(answer, form.text('to'));
}

async function leave(visit: Visit): Promise<Reply> {
  const { visitor } = visit;
  const session = visitor ? { id: visitor.sessionId, personId: visitor.person.id } : null;
  const cookies = await signOut(identityActing(visit), session, askingOf(visit));
  return { kind: 'go', to: to('signIn', {}), done: 'signed-out', cookies };
}

/** Programs that look through mail open links: only the button uses it. */
function linkPage(visit: Visit): PageReply {
  const { locale, query } = visit;
  const t = signInMessages(locale);
  const body = (
    <div className="door">
      <h1>{t.linkTitle}</h1>
      <p>{t.linkLead}</p>
      <form method="post" action={to('link', {}, withLanguage(visit))} className="card narrow">
        <input type="hidden" name="token" value={query.get('token') ?? ''} />
        <Act name={t.linkEnter} locale={locale} primary />
      </form>
    </div>
  );
  return { kind: 'page', title: t.linkTitle, body };
}

async function enterByLink(visit: Visit): Promise<Reply> {
  const token = visit.form.text('token');
  const answer = await signInByLink(identityActing(visit), { token, from: signInFrom(visit) });
  return isRefusal(answer) ? linkOverPage(visit) : afterSignIn(answer, null);
}

/** For every link of a letter that works no more. */
export function linkOverPage(visit: Visit): PageReply {
  const { locale } = visit;
  const t = signInMessages(locale);
  const body = (
    <div className="door">
      <h1>{t.linkOverTitle}</h1>
      <p>{t.linkOver}</p>
      <p>
        <a href={to('forgotten', {}, withLanguage(visit))}>{t.askAgain}</a>
      </p>
    </div>
  );
  return { kind: 'page', title: t.linkOverTitle, body, status: 410 };
}

function signInPage(visit: Visit, problems: readonly Problem[]): PageReply {
  const { locale, form, query } = visit;
  const t = signInMessages(locale);
  const asked = form.text('to') || query.get('to') || '';
  const wanted = isOwnPath(asked) ? asked : '';
  const body = (
    <div className="door">
      <h1>{t.title}</h1>
      <p>{t.lead}</p>
      <form method="post" action={to('signIn', {}, withLanguage(visit))} className="card narrow">
        {wanted === '' ? null : <input type="hidden" name="to" value={wanted} />}
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
        <Field
          name="password"
          type="password"
          label={t.password}
          locale={locale}
          required
          problems={problems}
          autoComplete="current-password"
        />
        <div className="acts">
          <Act name={t.signIn} locale={locale} primary />
        </div>
      </form>
      <PasskeyDoor visit={visit} />
      <SignOnDoor visit={visit} />
      <p>
        <a href={to('forgotten', {}, withLanguage(visit))}>{t.forgotten}</a>
      </p>
    </div>
  );
  return { kind: 'page', title: t.title, body, problems, scripts: ['passkey.js'] };
}
