/** Signing in through the single sign-on, and asking the provider again while somebody works. */

import { SIGN_ON } from '../database/credential.ts';
import { transact } from '../database/engine.ts';
import { endSessionsOf } from '../database/session.ts';
import { takeDueTie } from '../database/sign-on.ts';
import type { DueTie } from '../database/sign-on.ts';
import type { Id } from '../model/plan.ts';
import { refusal } from '../problem.ts';
import type { Refusal } from '../problem.ts';
import { instant } from '../system/clock.ts';
import type { Acting } from './acting.ts';
import { askingHeaders } from './identity.ts';
import type { Asking } from './identity.ts';
import { recordFactor } from './second-factor.ts';
import { recordSignIn } from './sign-in.ts';
import type { SignInFrom } from './sign-in.ts';
import { askUserinfo, claimsIn, discover, groupsIn } from './sign-on-provider.ts';
import type { SignOn } from './sign-on-provider.ts';
import { setGroupsOf } from './sign-on-roles.ts';

/** The provider is asked again for somebody's groups at most so often. */
export const ASK_AGAIN_SECONDS = 60;
/** So long roles from groups hold while the provider says nothing. */
export const SILENCE_SECONDS = 12 * 3600;
/** Where the library leads when it refuses; nobody gets there. */
const FAILED = '/office/single-sign-on/failed';

/** Where the browser goes to sign in, and the cookie that the answer must come back with. */
export async function beginSignOn(
  signOn: SignOn,
  { wanted, from }: { readonly wanted: string; readonly from: Asking },
): Promise<{ readonly url: string; readonly cookies: readonly string[] } | Refusal> {
  const provider = await signOn.provider();
  if (!provider) return refusal('sign-on-silent');
  const answer = await provider.identity.api.signInSocial({
    body: { provider: SIGN_ON, callbackURL: wanted, errorCallbackURL: FAILED, disableRedirect: true },
    headers: askingHeaders({ ...from, cookie: '' }),
    asResponse: true,
  });
  if (!answer.ok) return refusal('sign-on-silent');
  const { url } = (await answer.json()) as { url: string };
  return { url, cookies: answer.headers.getSetCookie() };
}

/** The browser comes back from the provider. */
export async function endSignOn(
  acting: Acting,
  signOn: SignOn,
  { query, from }: { readonly query: URLSearchParams; readonly from: SignInFrom },
): Promise<{ readonly cookies: readonly string[]; readonly wanted: string } | Refusal> {
  const provider = await signOn.provider();
  if (!provider) return refusal('sign-on-silent');
  const outcome: { refused: Refusal | null } = { refused: null };
  const answer = await signOn.outcome.run(outcome, () =>
    provider.identity.api.callbackOAuth({
      method: 'GET',
      params: { id: SIGN_ON },
      query: Object.fromEntries(query),
      headers: askingHeaders(from),
      asResponse: true,
    }),
  );
  const cookies = answer.headers.getSetCookie();
  const token = cookies
    .map((cookie) => /^(?:__Secure-)?horyzont\.session_token=([\w-]+)/u.exec(cookie)?.[1])
    .find((one) => one !== undefined);
  const location = answer.headers.get('location') ?? '';
  if (outcome.refused) return outcome.refused;
  if (token === undefined || location.includes(FAILED)) return refusal('sign-on-failed');
  await recordSignIn(acting, token, 'single-sign-on', from);
  return { cookies, wanted: location };
}

/**
 * For each request of somebody who may have come through the single sign-on: asks the provider for the groups as they
 * are, at most once a minute. Answers whether anything changed. Roles of groups that are gone are gone; when the
 * provider does not know the person any more, the sessions end too.
 */
export async function askAgain(acting: Acting, signOn: SignOn, personId: Id): Promise<boolean> {
  const now = acting.clock.milliseconds();
  const before = new Date(now - ASK_AGAIN_SECONDS * 1000).toISOString();
  const tie = await takeDueTie(acting.database, personId, instant(acting.clock), before);
  if (!tie) return false;
  const groups = await groupsNow(acting, signOn, tie);
  if (groups === 'silent') {
    if (tie.confirmedAt !== null && now - Date.parse(tie.confirmedAt) <= SILENCE_SECONDS * 1000) return false;
    return setGroupsOf(acting, personId, [], null);
  }
  const lost = await setGroupsOf(acting, personId, groups, tie.id);
  // Whoever has another way in keeps the roles that the office gave, and signs in anew.
  if (lost && groups.length === 0)
    await transact(acting.database, async (tx) => {
      const sessions = await endSessionsOf(tx, personId, null);
      await recordFactor(tx, acting, personId, 'end-by-sign-on', { sessions });
    });
  return true;
}

/** The groups; none when the provider refuses; `silent` when nothing can be said. */
async function groupsNow(
  acting: Acting,
  { provider: open, settings }: SignOn,
  tie: DueTie,
): Promise<readonly string[] | 'silent'> {
  const provider = await open();
  if (!provider) return 'silent';
  const over = tie.accessTokenExpiresAt !== null && tie.accessTokenExpiresAt <= instant(acting.clock);
  if (over && !tie.hasRefreshToken) return 'silent';
  const { api } = provider.identity;
  const body = { accountId: tie.id, userId: tie.personId };
  // A refused refresh and a provider that is away look alike to the library: the discovery tells them apart.
  const refused = async (): Promise<readonly string[] | 'silent'> =>
    (await discover(settings.issuer)) ? [] : 'silent';
  const token = await api.getAccessToken({ body }).catch(() => null);
  if (token === null) return refused();
  const asked = await askUserinfo(provider.discovery, token.accessToken);
  if (asked.kind === 'refused') return [];
  if (asked.kind === 'answer') {
    if (asked.json['sub'] !== tie.subject) return [];
    const groups = groupsIn(asked.json, settings);
    if (groups !== null) return groups;
    // No claim here and none in the ID token of the sign-in: the provider leaves out an empty one.
    if (tie.idToken === null || groupsIn(claimsIn(tie.idToken), settings) === null) return [];
  }
  if (!tie.hasRefreshToken) return 'silent';
  const fresh = await api.refreshToken({ body }).catch(() => null);
  if (fresh === null) return refused();
  return fresh.idToken ? (groupsIn(claimsIn(fresh.idToken), settings) ?? []) : 'silent';
}
