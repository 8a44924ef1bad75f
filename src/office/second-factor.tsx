/** The second step of a sign-in, and signing in with a passkey alone. */

import type { ReactElement } from 'react';
import { isUnfit } from '../acts/acting.ts';
import { askForPasskey, signInByPasskey } from '../acts/passkey.ts';
import { signInByCode, waitingPerson } from '../acts/sign-in-second.ts';
import { isRefusal } from '../problem.ts';
import type { Problem } from '../problem.ts';
import type { Locale } from '../text/locale.ts';
import { secondFactorMessages } from '../text/second-factor.ts';
import { isOwnPath, to } from './addresses.ts';
import { afterSignIn, askingOf, identityActing, signInFrom, withLanguage } from './asking.ts';
import { Act, Field } from './fields.tsx';
import { passkeyQuestionPage, passkeysPossible } from './passkey-question.tsx';
import { anybody } from './route.ts';
import type { PageReply, Reply, Visit } from './visit.ts';

export const secondFactorRoutes = [
  anybody('GET', 'secondFactor', (visit) => stepPage(visit, [])),
  anybody('POST', 'secondFactor', enterByCode),
  anybody('GET', 'passkey', async () => ({ kind: 'go', to: to('signIn', {}) })),
  anybody('POST', 'passkey', enterByPasskey),
];

async function enterByCode(visit: Visit): Promise<Reply> {
  const { form } = visit;
  const typed = form.text('code');
  const answer = await signInByCode(identityActing(visit), { typed, from: signInFrom(visit) });
  if (isRefusal(answer)) return overPage(visit.locale);
  if (isUnfit(answer)) return stepPage(visit, answer.problems);
  return afterSignIn(answer, form.text('to'));
}

/** First the question, then, with the device's answer, the sign-in. */
async function enterByPasskey(visit: Visit): Promise<Reply> {
  const { form, locale } = visit;
  const acting = identityActing(visit);
  const wanted = wantedOf(visit);
  const response = form.raw('response');
  if (response === '')
    return passkeyQuestionPage({
      locale,
      question: await askForPasskey(acting, askingOf(visit)),
      kind: 'get',
      action: to('passkey', {}, withLanguage(visit)),
      back: to('signIn', {}, withLanguage(visit)),
      fields: { to: wanted },
    });
  const answer = await signInByPasskey(acting, { response, from: signInFrom(visit) });
  return isRefusal(answer) ? wrongPasskeyPage(locale) : afterSignIn(answer, wanted);
}

async function stepPage(visit: Visit, problems: readonly Problem[]): Promise<PageReply> {
  const { locale } = visit;
  if ((await waitingPerson(identityActing(visit), askingOf(visit).cookie)) === null) return overPage(locale);
  const t = secondFactorMessages(locale);
  const wanted = wantedOf(visit);
  const body = (
    <div className="door">
      <h1>{t.stepTitle}</h1>
      <p>{t.stepLead}</p>
      <form method="post" action={to('secondFactor', {}, withLanguage(visit))} className="card narrow">
        <input type="hidden" name="to" value={wanted} />
        <Field
          name="code"
          label={t.stepCode}
          hint={t.stepHint}
          locale={locale}
          required
          problems={problems}
          autoComplete="one-time-code"
          maxLength={20}
        />
        <div className="acts">
          <Act name={t.stepEnter} locale={locale} primary />
        </div>
      </form>
      <PasskeyDoor visit={visit} />
      <p>
        <a href={to('signIn', {}, withLanguage(visit))}>{t.backToSignIn}</a>
      </p>
    </div>
  );
  return { kind: 'page', title: t.stepTitle, body, problems, scripts: ['passkey.js'] };
}

/** The button for who has a passkey; the script shows it where the browser knows passkeys. */
export function PasskeyDoor({ visit }: { readonly visit: Visit }): ReactElement | null {
  const { locale, office } = visit;
  if (!passkeysPossible(office.baseUrl)) return null;
  return (
    <form
      method="post"
      action={to('passkey', {}, withLanguage(visit))}
      className="narrow or"
      data-passkey
      hidden
    >
      <input type="hidden" name="to" value={wantedOf(visit)} />
      <Act name={secondFactorMessages(locale).withPasskey} locale={locale} />
    </form>
  );
}

function overPage(locale: Locale): PageReply {
  const t = secondFactorMessages(locale);
  return messagePage(t.stepOverTitle, t.stepOver, t.backToSignIn, 410);
}

function wrongPasskeyPage(locale: Locale): PageReply {
  const t = secondFactorMessages(locale);
  return messagePage(t.passkeyWrongTitle, t.passkeyWrong, t.backToSignIn, 403);
}

function messagePage(title: string, text: string, back: string, status: number): PageReply {
  const body = (
    <div className="door">
      <h1>{title}</h1>
      <p>{text}</p>
      <p>
        <a href={to('signIn', {})}>{back}</a>
      </p>
    </div>
  );
  return { kind: 'page', title, body, status };
}

function wantedOf({ form, query }: Visit): string {
  const asked = form.text('to') || query.get('to') || '';
  return isOwnPath(asked) ? asked : '';
}
