/** One's own second factors: the app with codes, recovery codes, passkeys. The one page that a policy leads to. */

import type { ReactElement } from 'react';
import { isUnfit } from '../acts/acting.ts';
import { secretForDisplay, unseal } from '../acts/one-time-code.ts';
import { addPasskey, askForNewPasskey } from '../acts/passkey.ts';
import {
  beginSecondFactor,
  confirmSecondFactor,
  dropSecondFactor,
  recoveryCodesLeft,
  renewRecoveryCodes,
} from '../acts/second-factor.ts';
import type { NewCodes } from '../acts/second-factor.ts';
import { passwordHashOf } from '../database/credential.ts';
import { authenticatorOf, passkeysOf } from '../database/second-factor.ts';
import type { Passkey } from '../database/second-factor.ts';
import { isRefusal } from '../problem.ts';
import type { Problem, Refusal } from '../problem.ts';
import { accountMessages } from '../text/account.ts';
import { formatDate } from '../text/date.ts';
import { secondFactorMessages } from '../text/second-factor.ts';
import { to } from './addresses.ts';
import { askingOf, identityActing } from './asking.ts';
import { Act, Choices, Field } from './fields.tsx';
import { owesSecondFactor } from './owed-factor.ts';
import { passkeyQuestionPage, passkeysPossible } from './passkey-question.tsx';
import { QrCode } from './qr.tsx';
import { signedIn } from './route.ts';
import type { PageReply, PersonalVisit, Reply } from './visit.ts';

export const accountSecondFactorRoutes = [
  signedIn('GET', 'accountSecondFactor', (visit) => factorsPage(visit, [])),
  signedIn('POST', 'accountSecondFactor', change),
  signedIn('POST', 'accountPasskey', keepPasskey),
];

const HERE = to('accountSecondFactor', {});
const APP = 'app';

async function change(visit: PersonalVisit): Promise<Reply> {
  const { form, visitor } = visit;
  const acting = identityActing(visit);
  const { person } = visitor;
  const what = form.text('act');
  if (what === 'begin') {
    const answer = await beginSecondFactor(acting, person, form.raw('beginPassword'));
    if (isUnfit(answer)) return factorsPage(visit, answer.problems);
    return answer === true ? { kind: 'go', to: `${HERE}#app` } : answer;
  }
  if (what === 'confirm') return codesOr(visit, await confirmSecondFactor(acting, person, form.text('code')));
  if (what === 'renew')
    return codesOr(visit, await renewRecoveryCodes(acting, person, form.raw('renewPassword')));
  if (what === 'drop') {
    const which = form.text('factor');
    if (which === '')
      return factorsPage(visit, [{ code: 'not-a-choice', place: { field: 'factor' }, values: {} }]);
    const passkeyId = which === APP ? null : which;
    const answer = await dropSecondFactor(acting, person, { passkeyId, password: form.raw('dropPassword') });
    if (isUnfit(answer)) return factorsPage(visit, answer.problems);
    return answer === true ? { kind: 'go', to: HERE, done: 'second-factor-removed' } : answer;
  }
  if (what === 'passkey') return askPasskey(visit);
  return factorsPage(visit, []);
}

async function askPasskey(visit: PersonalVisit): Promise<Reply> {
  const { form, visitor, locale } = visit;
  const name = form.text('passkeyName');
  const question = await askForNewPasskey(identityActing(visit), {
    person: visitor.person,
    name,
    password: form.raw('passkeyPassword'),
    from: askingOf(visit),
  });
  if (isUnfit(question)) return factorsPage(visit, question.problems);
  return passkeyQuestionPage({
    locale,
    question,
    kind: 'create',
    action: to('accountPasskey', {}),
    back: HERE,
    fields: { passkeyName: name },
  });
}

async function keepPasskey(visit: PersonalVisit): Promise<Reply> {
  const { form, visitor } = visit;
  const answer = await addPasskey(identityActing(visit), {
    person: visitor.person,
    name: form.text('passkeyName'),
    response: form.raw('response'),
    from: askingOf(visit),
  });
  return codesOr(visit, answer);
}

/** New codes are shown in the answer itself, once; they stand in no address and no later page. */
async function codesOr(
  visit: PersonalVisit,
  answer: NewCodes | Refusal | { readonly problems: readonly Problem[] },
): Promise<Reply> {
  if (isRefusal(answer)) return answer;
  if (isUnfit(answer)) return factorsPage(visit, answer.problems);
  if (answer.recoveryCodes.length === 0) return { kind: 'go', to: HERE, done: 'second-factor-on' };
  const t = secondFactorMessages(visit.locale);
  const body = (
    <>
      <h1>{t.codesTitle}</h1>
      <p>{t.codesOnce}</p>
      <div className="card narrow">
        <ol className="recovery-codes">
          {answer.recoveryCodes.map((code) => (
            <li key={code}>{code}</li>
          ))}
        </ol>
        <p className="acts">
          <a className="ds-button" data-variant="primary" href={to('home', {})}>
            {t.codesDone}
          </a>
        </p>
      </div>
    </>
  );
  return { kind: 'page', title: t.codesTitle, body, crumbs: crumbs(visit) };
}

function crumbs({ locale }: PersonalVisit): NonNullable<PageReply['crumbs']> {
  return [{ name: accountMessages(locale).title, href: to('account', {}) }];
}

interface Part {
  readonly visit: PersonalVisit;
  readonly problems: readonly Problem[];
  /** Whether the person has a password, which is then asked. */
  readonly asks: boolean;
}

async function factorsPage(visit: PersonalVisit, problems: readonly Problem[]): Promise<Reply> {
  const { locale, visitor, office } = visit;
  const { person } = visitor;
  const acting = identityActing(visit);
  const [hash, authenticator, passkeys, left, owed] = await Promise.all([
    passwordHashOf(office.database, person.id),
    authenticatorOf(office.database, person.id),
    passkeysOf(office.database, person.id),
    recoveryCodesLeft(acting, person.id),
    owesSecondFactor(visit),
  ]);
  const t = secondFactorMessages(locale);
  const part = { visit, problems, asks: hash !== null };
  const secret = authenticator && !authenticator.verified ? await unseal(acting, authenticator.secret) : '';
  const active = authenticator?.verified === true || passkeys.length > 0;
  const body = (
    <>
      <h1>{t.title}</h1>
      <p>{t.lead}</p>
      {owed ? <p className="card owed">{t.owed}</p> : null}
      <section className="card" id="app">
        <h2>
          {t.app} <span className="tag">{authenticator?.verified ? t.on : t.off}</span>
        </h2>
        {authenticator?.verified ? (
          <p>{t.appOn}</p>
        ) : secret === '' ? (
          <Begin {...part} primary={!active} />
        ) : (
          <Confirm {...part} secret={secret} />
        )}
      </section>
      <Passkeys {...part} passkeys={passkeys} />
      {active ? <Recovery {...part} left={left} /> : null}
      {active ? <Remove {...part} passkeys={passkeys} app={authenticator?.verified === true} /> : null}
    </>
  );
  return {
    kind: 'page',
    title: t.title,
    body,
    problems,
    scripts: ['passkey.js'],
    ...(owed ? {} : { crumbs: crumbs(visit) }),
  };
}

function Begin({ visit: { locale }, problems, asks, primary }: Part & { primary: boolean }): ReactElement {
  const t = secondFactorMessages(locale);
  return (
    <form method="post" action={HERE}>
      <p>{t.appLead}</p>
      <Password name="beginPassword" asks={asks} locale={locale} problems={problems} />
      <div className="acts">
        <Act name={t.appBegin} value="begin" locale={locale} primary={primary} />
      </div>
    </form>
  );
}

function Confirm({
  visit: { locale, visitor },
  problems,
  secret,
}: Part & { readonly secret: string }): ReactElement {
  const t = secondFactorMessages(locale);
  const { uri, text } = secretForDisplay(secret, visitor.person.email);
  return (
    <form method="post" action={HERE}>
      <h3>{t.appScan}</h3>
      <QrCode text={uri} label={t.qr} />
      <p>
        {t.appType} <br />
        <code className="secret">{text}</code>
      </p>
      <h3>{t.appConfirm}</h3>
      <Field
        name="code"
        label={t.code}
        locale={locale}
        required
        problems={problems}
        inputMode="numeric"
        autoComplete="one-time-code"
        maxLength={10}
      />
      <div className="acts">
        <Act name={t.confirm} value="confirm" locale={locale} primary />
      </div>
    </form>
  );
}

function Passkeys({
  visit: { locale, form, office },
  problems,
  asks,
  passkeys,
}: Part & { readonly passkeys: readonly Passkey[] }): ReactElement {
  const t = secondFactorMessages(locale);
  const possible = passkeysPossible(office.baseUrl);
  return (
    <section className="card" id="passkeys">
      <h2>
        {t.passkeys} <span className="tag">{passkeys.length > 0 ? t.on : t.off}</span>
      </h2>
      <p>{t.passkeysLead}</p>
      {passkeys.length === 0 ? (
        <p className="small">{t.passkeysNone}</p>
      ) : (
        <ul className="passkeys">
          {passkeys.map((passkey) => (
            <li key={passkey.id}>
              <strong>{passkey.name}</strong>{' '}
              {passkey.createdAt === null ? null : (
                <span className="small">
                  {t.passkeySince(formatDate(passkey.createdAt.slice(0, 10), locale))}
                </span>
              )}
            </li>
          ))}
        </ul>
      )}
      {possible ? (
        <p className="small" data-no-passkey>
          {t.passkeysScript}
        </p>
      ) : (
        <p className="small">{t.passkeysHost}</p>
      )}
      {possible ? (
        <form method="post" action={HERE} data-passkey hidden>
          <Field
            name="passkeyName"
            label={t.passkeyName}
            hint={t.passkeyNameHint}
            locale={locale}
            value={form.text('passkeyName')}
            required
            problems={problems}
            maxLength={60}
            autoComplete="off"
          />
          <Password name="passkeyPassword" asks={asks} locale={locale} problems={problems} />
          <div className="acts">
            <Act name={t.passkeyAdd} value="passkey" locale={locale} />
          </div>
        </form>
      ) : null}
    </section>
  );
}

function Recovery({
  visit: { locale },
  problems,
  asks,
  left,
}: Part & { readonly left: number }): ReactElement {
  const t = secondFactorMessages(locale);
  return (
    <form method="post" action={HERE} className="card" id="recovery">
      <h2>{t.codesTitle}</h2>
      <p>
        {t.codesLeft(left)} {t.codesRenewNote}
      </p>
      <Password name="renewPassword" asks={asks} locale={locale} problems={problems} />
      <div className="acts">
        <Act name={t.codesRenew} value="renew" locale={locale} />
      </div>
    </form>
  );
}

function Remove({
  visit: { locale },
  problems,
  asks,
  passkeys,
  app,
}: Part & { readonly passkeys: readonly Passkey[]; readonly app: boolean }): ReactElement {
  const t = secondFactorMessages(locale);
  const choices = [
    ...(app ? [{ value: APP, name: t.app }] : []),
    ...passkeys.map(({ id, name }) => ({ value: id, name })),
  ];
  return (
    <form method="post" action={HERE} className="card" id="remove">
      <h2>{t.remove}</h2>
      <p className="small">{t.removeNote}</p>
      <Choices
        name="factor"
        kind="radio"
        label={t.removeWhich}
        locale={locale}
        required
        problems={problems}
        choices={choices}
        chosen={[]}
      />
      <Password name="dropPassword" asks={asks} locale={locale} problems={problems} />
      <div className="acts">
        <Act name={t.remove} value="drop" locale={locale} danger />
      </div>
    </form>
  );
}

function Password({
  name,
  asks,
  locale,
  problems,
}: Pick<Part, 'problems' | 'asks'> & {
  readonly name: string;
  readonly locale: PersonalVisit['locale'];
}): ReactElement | null {
  if (!asks) return null;
  return (
    <Field
      name={name}
      type="password"
      label={secondFactorMessages(locale).password}
      locale={locale}
      required
      problems={problems}
      autoComplete="current-password"
    />
  );
}
