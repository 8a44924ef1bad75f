/** The page on which the browser asks for a passkey. The script sends the device's answer as this form. */

import type { PasskeyQuestion } from '../acts/passkey.ts';
import type { Locale } from '../text/locale.ts';
import { secondFactorMessages } from '../text/second-factor.ts';
import { Act } from './fields.tsx';
import type { PageReply } from './visit.ts';

export function passkeyQuestionPage({
  locale,
  question,
  kind,
  action,
  back,
  fields,
}: {
  readonly locale: Locale;
  readonly question: PasskeyQuestion;
  readonly kind: 'create' | 'get';
  readonly action: string;
  readonly back: string;
  /** Sent with the answer. */
  readonly fields: Readonly<Record<string, string>>;
}): PageReply {
  const t = secondFactorMessages(locale);
  const body = (
    <div className="door">
      <h1>{t.passkeyAsk}</h1>
      <p>{kind === 'create' ? t.passkeyAskNew : t.passkeyAskSignIn}</p>
      <form method="post" action={action} className="card narrow" {...{ [`data-${kind}`]: question.options }}>
        <input type="hidden" name="response" value="" />
        {Object.entries(fields).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <p className="problem" role="alert" data-failed hidden>
          {t.passkeyFailed}
        </p>
        <div className="acts">
          <Act name={t.passkeyAgain} locale={locale} primary />
          <a href={back}>{t.passkeyWithout}</a>
        </div>
      </form>
    </div>
  );
  return { kind: 'page', title: t.passkeyAsk, body, scripts: ['passkey.js'], cookies: question.cookies };
}

/** Browsers tie passkeys to a name: an office that is reached by a bare address, or without TLS, has none. */
export function passkeysPossible(baseUrl: string): boolean {
  const { protocol, hostname } = new URL(baseUrl);
  if (hostname === 'localhost') return true;
  return protocol === 'https:' && !/^[\d.]+$|^\[/u.test(hostname);
}
