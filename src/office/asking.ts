/** What acts around a sign-in are given by a visit, and where it leads afterwards. */

import type { Asking, IdentityActing } from '../acts/identity.ts';
import type { SignedIn, SignInFrom } from '../acts/sign-in.ts';
import { isOwnPath, to } from './addresses.ts';
import type { GoReply, Visit } from './visit.ts';

export function identityActing({ office }: Visit): IdentityActing {
  const { acting, identity, outbox, baseUrl } = office;
  return { ...acting, identity, outbox, baseUrl };
}

/** The asking computer. */
export function askingOf({ request, address }: Visit): Asking {
  const { headers } = request;
  return {
    address,
    userAgent: (headers.get('user-agent') ?? '').slice(0, 400),
    cookie: headers.get('cookie') ?? '',
  };
}

/** As `askingOf`, with the session that a new sign-in ends. */
export function signInFrom(visit: Visit): SignInFrom {
  const { visitor } = visit;
  return {
    ...askingOf(visit),
    endsSession: visitor ? { id: visitor.sessionId, personId: visitor.person.id } : null,
  };
}

/** After a right password or link: on to where the person wanted to go, or to the second factor first. */
export function afterSignIn(
  { cookies, secondFactor }: SignedIn,
  wanted: string | null,
  done?: string,
): GoReply {
  const path = wantedPath(wanted);
  if (secondFactor) return { kind: 'go', to: to('secondFactor', {}, { to: path }), cookies };
  return { kind: 'go', to: path, cookies, ...(done === undefined ? {} : { done }) };
}

/** The wanted path when it is one of ours, else the office's home. */
export function wantedPath(wanted: string | null): string {
  return isOwnPath(wanted) ? wanted : to('home', {});
}

/** For the forms and links of somebody who is not signed in: the language that was chosen in the address goes along. */
export function withLanguage({ query }: Visit): { readonly lang: string | null } {
  return { lang: query.get('lang') };
}
