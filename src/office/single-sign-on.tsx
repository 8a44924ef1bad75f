/** Signing in at the city's own provider: there and back. */

import type { ReactElement } from 'react';
import { beginSignOn, endSignOn } from '../acts/sign-on.ts';
import { isRefusal } from '../problem.ts';
import type { Refusal } from '../problem.ts';
import { refusalText } from '../text/office-problems.ts';
import { signOnMessages } from '../text/sign-on.ts';
import { isOwnPath, to } from './addresses.ts';
import { askingOf, signInFrom, wantedPath, withLanguage } from './asking.ts';
import { anybody } from './route.ts';
import type { PageReply, Reply, Visit } from './visit.ts';

export const singleSignOnRoutes = [
  anybody('GET', 'singleSignOn', leave),
  anybody('GET', 'singleSignOnBack', comeBack),
];

/** A link, not a form: the policy of our pages sends forms nowhere else. */
export function SignOnDoor({ visit }: { readonly visit: Visit }): ReactElement | null {
  const { office, locale, form, query } = visit;
  if (!office.signOn) return null;
  const asked = form.text('to') || query.get('to');
  return (
    <p className="or">
      <a
        className="ds-button"
        data-variant="secondary"
        href={to('singleSignOn', {}, { to: isOwnPath(asked) ? asked : null, ...withLanguage(visit) })}
      >
        {signOnMessages(locale).enter}
      </a>
    </p>
  );
}

async function leave(visit: Visit): Promise<Reply> {
  const { office, query } = visit;
  if (!office.signOn) return 'missing';
  const answer = await beginSignOn(office.signOn, {
    wanted: wantedPath(query.get('to')),
    from: askingOf(visit),
  });
  if (isRefusal(answer)) return failedPage(visit, answer);
  return { kind: 'go', to: answer.url, cookies: answer.cookies };
}

async function comeBack(visit: Visit): Promise<Reply> {
  const { office, query } = visit;
  if (!office.signOn) return 'missing';
  const answer = await endSignOn(office.acting, office.signOn, { query, from: signInFrom(visit) });
  if (isRefusal(answer)) return failedPage(visit, answer);
  return { kind: 'go', to: wantedPath(answer.wanted), cookies: answer.cookies };
}

function failedPage(visit: Visit, why: Refusal): PageReply {
  const { locale } = visit;
  const t = signOnMessages(locale);
  const body = (
    <div className="door">
      <h1>{t.failedTitle}</h1>
      <p>{refusalText(why, locale)}</p>
      <p>
        <a href={to('signIn', {}, withLanguage(visit))}>{t.otherWay}</a>
      </p>
    </div>
  );
  return { kind: 'page', title: t.failedTitle, body, status: 403 };
}
