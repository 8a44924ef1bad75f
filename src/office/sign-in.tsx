/** Signing in with e-mail and password, and out again. */

import type { ReactElement } from 'react';
import type { Problem } from '../problem.ts';
import { signInMessages } from '../text/sign-in.ts';
import { isOwnPath, to } from './addresses.ts';
import { Act, Field } from './fields.tsx';
import { anybody } from './route.ts';
import type { PageReply, Reply, Visit } from './visit.ts';

export const signInRoutes = [
  anybody('GET', 'signIn', async (visit) =>
    visit.visitor ? { kind: 'go', to: afterSignIn(visit.query.get('to')) } : page(visit, []),
  ),
  anybody('POST', 'signIn', signIn),
  anybody('POST', 'signOut', signOut),
];

async function signIn(visit: Visit): Promise<Reply> {
  const { office, form } = visit;
  const answer = await office.identity.api.signInEmail({
    body: { email: form.text('email').toLowerCase(), password: form.raw('password') },
    headers: visit.request.headers,
    asResponse: true,
  });
  if (!answer.ok) return page(visit, [{ code: 'sign-in-wrong', place: { field: 'email' }, values: {} }]);
  return { kind: 'go', to: afterSignIn(form.text('to')), cookies: answer.headers.getSetCookie() };
}

async function signOut({ office, request }: Visit): Promise<Reply> {
  const answer = await office.identity.api.signOut({ headers: request.headers, asResponse: true });
  return { kind: 'go', to: to('signIn', {}), done: 'signed-out', cookies: answer.headers.getSetCookie() };
}

function afterSignIn(path: string | null): string {
  return isOwnPath(path) ? path : to('home', {});
}

function page(visit: Visit, problems: readonly Problem[]): PageReply {
  const { locale, form, query } = visit;
  const t = signInMessages(locale);
  const wanted = form.text('to') || query.get('to') || '';
  const body: ReactElement = (
    <>
      <h1>{t.title}</h1>
      <p>{t.lead}</p>
      <form method="post" action={to('signIn', {})} className="card narrow">
        <input type="hidden" name="to" value={wanted} />
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
        <Act name={t.signIn} locale={locale} primary />
      </form>
    </>
  );
  return { kind: 'page', title: t.title, body, problems };
}
