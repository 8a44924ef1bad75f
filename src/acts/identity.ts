/**
 * Identity: sign-in by password or link, second factors, passkeys and single sign-on, done by better-auth over our tables
 * (docs/decisions/0008). Its own HTTP routes are not reachable: acts call it. What it leaves open is closed here and in
 * `attempt.ts`; what changes a person (a password, an e-mail) is ours, in one transaction with its audit entry.
 */

import { betterAuth } from 'better-auth';
import type { BetterAuthOptions } from 'better-auth';
import { magicLink, twoFactor } from 'better-auth/plugins';
import { passkey } from '@better-auth/passkey';
import type { Database } from '../database/engine.ts';
import { personById } from '../database/person.ts';
import { PASSWORD_MAX, PASSWORD_MIN } from '../model/password.ts';
import type { Clock } from '../system/clock.ts';
import type { NewId } from '../system/id.ts';
import { tokenHash } from '../system/token.ts';
import type { Acting } from './acting.ts';
import type { Outbox } from './letter.ts';

/** Idle limit: a session unused for so long is over. */
export const SESSION_IDLE_SECONDS = 8 * 3600;
/** Absolute limit: a session ends so long after the sign-in, used or not. */
export const SESSION_ABSOLUTE_SECONDS = 7 * 24 * 3600;
/** How long a sign-in link works. */
export const SIGN_IN_LINK_SECONDS = 15 * 60;
const AUTH_PATH = '/office/auth';
/** Carries the asking computer's address to the library; set by us alone, whatever a client sends. */
const ADDRESS_HEADER = 'x-horyzont-address';
/** Sign-ins after which the library asks for the second factor. By itself it would leave out the link by e-mail. */
const ASKS_SECOND_FACTOR: ReadonlySet<string> = new Set(['/sign-in/email', '/magic-link/verify']);

export interface IdentityOptions {
  readonly database: Database;
  readonly clock: Clock;
  readonly newId: NewId;
  /** Signs cookies; at least 32 characters of chance. */
  readonly secret: string;
  /** Where people reach the office: `https://plan.example`. */
  readonly baseUrl: string;
  /** Sends the token of a sign-in link; the words are the caller's. */
  readonly sendLink: (to: { readonly email: string; readonly token: string }) => Promise<void>;
}

export type Identity = ReturnType<typeof openIdentity>;

/** What acts around a sign-in are given besides. */
export interface IdentityActing extends Acting {
  readonly identity: Identity;
  readonly outbox: Outbox;
  /** Where people reach the office, without a final slash. */
  readonly baseUrl: string;
}

/** The computer that asks. */
export interface Asking {
  readonly address: string;
  readonly userAgent: string;
  /** Its Cookie header, or ''. */
  readonly cookie: string;
}

/** What the library sees of a request: nothing that a client could use to name another address. */
export function askingHeaders({ address, userAgent, cookie }: Asking): Headers {
  return new Headers({ [ADDRESS_HEADER]: address, 'user-agent': userAgent, cookie });
}

/** What every way in shares: tables, cookies, limits. */
// oxlint-disable-next-line typescript/explicit-module-boundary-types -- the type is the library's own inference
export function identityBase(options: Omit<IdentityOptions, 'sendLink'>) {
  const secure = options.baseUrl.startsWith('https://');
  return {
    appName: 'Horyzont',
    baseURL: options.baseUrl,
    basePath: AUTH_PATH,
    secret: options.secret,
    database: { db: options.database, type: 'postgres' },
    telemetry: { enabled: false },
    logger: { disabled: true },
    user: {
      modelName: 'person',
      additionalFields: {
        locale: { type: 'string', required: false, input: false },
      },
    },
    session: {
      modelName: 'session',
      expiresIn: SESSION_ABSOLUTE_SECONDS,
      disableSessionRefresh: true,
      // What matters asks the password again (acts/password.ts); the library's own measure is the session's age.
      freshAge: 0,
      additionalFields: { seenAt: { type: 'date', fieldName: 'seen_at', required: false, input: false } },
    },
    databaseHooks: {
      session: {
        create: {
          // Every way in ends here. The times are our clock's, so that the limits are measured with one clock.
          before: async (session) => {
            const person = await personById(options.database, session.userId);
            if (!person || person.deactivatedAt !== null) return false;
            const now = options.clock.milliseconds();
            const at = new Date(now);
            const expiresAt = new Date(now + SESSION_ABSOLUTE_SECONDS * 1000);
            return { data: { ...session, createdAt: at, updatedAt: at, seenAt: at, expiresAt } };
          },
        },
      },
    },
    account: { modelName: 'credential', accountLinking: { enabled: false }, encryptOAuthTokens: true },
    verification: { modelName: 'verification' },
    // Throttling is ours (attempt.ts): the library's counts by address alone.
    rateLimit: { enabled: false },
    advanced: {
      cookiePrefix: 'horyzont',
      useSecureCookies: secure,
      database: { generateId: () => options.newId() },
      ipAddress: { ipAddressHeaders: [ADDRESS_HEADER] },
    },
  } satisfies BetterAuthOptions;
}

// oxlint-disable-next-line typescript/explicit-module-boundary-types -- the type is the library's own inference
export function openIdentity(options: IdentityOptions) {
  const host = new URL(options.baseUrl).hostname;
  return betterAuth({
    ...identityBase(options),
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: PASSWORD_MIN,
      maxPasswordLength: PASSWORD_MAX,
    },
    plugins: [
      askedAfterEverySignIn(
        twoFactor({
          issuer: 'Horyzont',
          accountLockout: { enabled: false },
          schema: { twoFactor: { modelName: 'second_factor' } },
        }),
      ),
      passkey({
        rpID: host,
        rpName: 'Horyzont',
        origin: options.baseUrl,
        authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
        registration: {
          afterVerification: async ({ verification }) =>
            seenPerson(verification.registrationInfo?.userVerified === true),
        },
        authentication: {
          afterVerification: async ({ verification }) =>
            seenPerson(verification.authenticationInfo.userVerified),
        },
        schema: { passkey: { modelName: 'passkey' } },
      }),
      magicLink({
        expiresIn: SIGN_IN_LINK_SECONDS,
        disableSignUp: true,
        storeToken: { type: 'custom-hasher', hash: async (token) => tokenHash(token) },
        sendMagicLink: ({ email, token }) => options.sendLink({ email, token }),
      }),
    ],
  });
}

/** The plugin with its question asked after each of our sign-ins; the handler itself knows no path. */
function askedAfterEverySignIn(plugin: ReturnType<typeof twoFactor>): ReturnType<typeof twoFactor> {
  for (const hook of plugin.hooks.after)
    hook.matcher = (context) => ASKS_SECOND_FACTOR.has(context.path ?? '');
  return plugin;
}

/** A passkey stands for both factors: the device must have asked for a finger, a face or its own number. */
function seenPerson(verified: boolean): void {
  if (!verified) throw new Error('the device did not verify the person');
}
