/**
 * Single sign-on by OpenID Connect: discovery, PKCE, state and nonce are the identity library's. It is an instance of
 * its own, made when somebody first asks for it, so that a provider that does not answer keeps nobody else waiting.
 */

import { AsyncLocalStorage } from 'node:async_hooks';
import { betterAuth } from 'better-auth';
import { genericOAuth } from 'better-auth/plugins';
import { SIGN_ON } from '../database/credential.ts';
import type { Refusal } from '../problem.ts';
import { refusal } from '../problem.ts';
import { identityBase } from './identity.ts';
import type { IdentityOptions } from './identity.ts';

export interface SignOnSettings {
  /** As the provider's discovery document names itself. */
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** The claim that names a person's groups. */
  readonly groupsClaim: string;
}

/** What the provider says of a person. */
export interface Claims {
  readonly subject: string;
  readonly email: string | null;
  readonly emailVerified: boolean;
  readonly name: string | null;
  /** Null: the claim was not there. */
  readonly groups: readonly string[] | null;
}

/** What the office does with the claims before there is a session: refuses, or makes the person ready. */
export type Admit = (claims: Claims) => Promise<true | Refusal>;

const WAIT_MS = 5_000;

interface Discovery {
  readonly issuer: string;
  readonly userinfo_endpoint?: string;
  readonly scopes_supported?: readonly string[];
}

export type SignOn = ReturnType<typeof openSignOn>;

// oxlint-disable-next-line typescript/explicit-module-boundary-types -- the type holds the library's own inference
export function openSignOn(
  options: Omit<IdentityOptions, 'sendLink'>,
  settings: SignOnSettings,
  admit: Admit,
) {
  /** Why the running answer of the provider was not taken. */
  const outcome = new AsyncLocalStorage<{ refused: Refusal | null }>();
  let opened: ReturnType<typeof open> | null = null;

  // oxlint-disable-next-line typescript/explicit-function-return-type -- the library's own inference
  function open(discovery: Discovery) {
    const identity = betterAuth({
      ...identityBase(options),
      plugins: [
        genericOAuth({
          config: [
            {
              providerId: SIGN_ON,
              discoveryUrl: discoveryUrl(settings.issuer),
              requireIdTokenVerification: true,
              clientId: settings.clientId,
              clientSecret: settings.clientSecret,
              scopes: scopesOf(discovery),
              redirectURI: `${options.baseUrl}/office/single-sign-on/back`,
              pkce: true,
              disableSignUp: true,
              getUserInfo: async (tokens) => {
                // The library verified the ID token when there is one; without one nothing is proved.
                if (tokens.idToken === undefined || tokens.accessToken === undefined) return null;
                const claims = await claimsOf(discovery, settings, tokens.accessToken, tokens.idToken);
                const answer = claims === null ? refusal('sign-on-failed') : await admit(claims);
                if (answer !== true) {
                  const store = outcome.getStore();
                  if (store) store.refused = answer;
                  return null;
                }
                const { subject, email, emailVerified, name } = claims!;
                return { id: subject, sub: subject, email, emailVerified, name: name ?? '' };
              },
            },
          ],
        }),
      ],
    });
    return { identity, discovery };
  }

  return {
    settings,
    outcome,
    /** Null while the provider does not answer, or names itself otherwise than the setting does. */
    provider: async (): Promise<ReturnType<typeof open> | null> => {
      if (opened) return opened;
      const discovery = await discover(settings.issuer);
      if (!discovery) return null;
      const made = open(discovery);
      const { socialProviders } = await made.identity.$context;
      if (!socialProviders.some(({ id }) => id === SIGN_ON)) return null;
      opened = made;
      return made;
    },
  };
}

/** The provider's description of itself; null when it does not come or is of somebody else. */
export async function discover(issuer: string): Promise<Discovery | null> {
  const found = await fetchJson(discoveryUrl(issuer), {});
  return found.kind === 'answer' && found.json['issuer'] === issuer
    ? (found.json as unknown as Discovery)
    : null;
}

/** What came of asking for JSON. */
export type Asked =
  | { readonly kind: 'answer'; readonly json: Readonly<Record<string, unknown>> }
  /** The provider answered, and not with what was asked: the token is worth nothing any more. */
  | { readonly kind: 'refused' }
  | { readonly kind: 'silent' };

export async function askUserinfo(discovery: Discovery, accessToken: string): Promise<Asked> {
  if (discovery.userinfo_endpoint === undefined) return { kind: 'silent' };
  return fetchJson(discovery.userinfo_endpoint, { Authorization: `Bearer ${accessToken}` });
}

/** The names in a claim: a list, or one name. Null when it is not there. */
export function groupsIn(
  claims: Readonly<Record<string, unknown>>,
  { groupsClaim }: SignOnSettings,
): readonly string[] | null {
  const value = claims[groupsClaim];
  if (typeof value === 'string') return [value];
  return Array.isArray(value) ? value.filter((one) => typeof one === 'string') : null;
}

/** What a token says; who made it was proved before, or is the provider itself over TLS. */
export function claimsIn(idToken: string): Readonly<Record<string, unknown>> {
  const payload = Buffer.from(idToken.split('.')[1] ?? '', 'base64url').toString('utf8');
  return JSON.parse(payload) as Readonly<Record<string, unknown>>;
}

/** Of the ID token and of the userinfo endpoint together; the endpoint's word is the fresher one. */
async function claimsOf(
  discovery: Discovery,
  settings: SignOnSettings,
  accessToken: string,
  idToken: string,
): Promise<Claims | null> {
  const fromToken = claimsIn(idToken);
  const asked = await askUserinfo(discovery, accessToken);
  const fromEndpoint = asked.kind === 'answer' ? asked.json : {};
  const subject = fromToken['sub'];
  if (typeof subject !== 'string' || subject === '') return null;
  // An answer about somebody else must not be used (OpenID Connect Core, 5.3.2).
  if (asked.kind === 'answer' && asked.json['sub'] !== subject) return null;
  const claims = { ...fromToken, ...fromEndpoint };
  const text = (name: string): string | null => (typeof claims[name] === 'string' ? claims[name] : null);
  return {
    subject,
    email: text('email')?.toLowerCase() ?? null,
    emailVerified: claims['email_verified'] === true,
    name: text('name'),
    groups: groupsIn(claims, settings),
  };
}

function scopesOf({ scopes_supported: known = [] }: Discovery): string[] {
  return ['openid', 'email', 'profile', ...['groups', 'offline_access'].filter((one) => known.includes(one))];
}

function discoveryUrl(issuer: string): string {
  return `${issuer.replace(/\/$/u, '')}/.well-known/openid-configuration`;
}

async function fetchJson(url: string, headers: Readonly<Record<string, string>>): Promise<Asked> {
  try {
    const response = await fetch(url, { headers, redirect: 'error', signal: AbortSignal.timeout(WAIT_MS) });
    if (!response.ok) return { kind: [400, 401, 403].includes(response.status) ? 'refused' : 'silent' };
    const json = (await response.json()) as unknown;
    return typeof json === 'object' && json !== null
      ? { kind: 'answer', json: json as Readonly<Record<string, unknown>> }
      : { kind: 'silent' };
  } catch {
    return { kind: 'silent' };
  }
}
