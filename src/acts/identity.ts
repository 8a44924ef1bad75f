/**
 * Identity: passwords, sessions, second factors, passkeys and single sign-on, done by better-auth over our tables
 * (docs/decisions/0006). What the library leaves open is closed around it: see `second-factor.ts` and `attempt.ts`.
 */

import { betterAuth } from 'better-auth';
import { magicLink, twoFactor } from 'better-auth/plugins';
import { passkey } from '@better-auth/passkey';
import type { Database } from '../database/engine.ts';
import type { NewId } from '../system/id.ts';

/** Idle limit: a session unused for so long is over. */
export const SESSION_IDLE_SECONDS = 8 * 3600;
/** Absolute limit: a session ends so long after the sign-in, used or not. */
export const SESSION_ABSOLUTE_SECONDS = 7 * 24 * 3600;
/** Shortest password that is taken (ASVS 5, 6.2.1: at least 8, better 15). */
export const PASSWORD_MIN = 12;
export const PASSWORD_MAX = 128;
export const AUTH_PATH = '/office/auth';

export interface IdentityOptions {
  readonly database: Database;
  readonly newId: NewId;
  /** Signs cookies; at least 32 characters of chance. */
  readonly secret: string;
  /** Where people reach the office: `https://plan.example`. */
  readonly baseUrl: string;
  /** Sends a one-time link; the words are the caller's. */
  readonly sendLink: (to: {
    readonly email: string;
    readonly url: string;
    readonly kind: 'sign-in' | 'reset';
  }) => Promise<void>;
}

export type Identity = ReturnType<typeof openIdentity>;

// oxlint-disable-next-line typescript/explicit-module-boundary-types -- the type is the library's own inference
export function openIdentity(options: IdentityOptions) {
  const secure = options.baseUrl.startsWith('https://');
  const host = new URL(options.baseUrl).hostname;
  return betterAuth({
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
    },
    account: { modelName: 'credential', accountLinking: { enabled: false } },
    verification: { modelName: 'verification' },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: PASSWORD_MIN,
      maxPasswordLength: PASSWORD_MAX,
      revokeSessionsOnPasswordReset: true,
      resetPasswordTokenExpiresIn: 3600,
      sendResetPassword: ({ user, token }) =>
        options.sendLink({
          email: user.email,
          url: `${options.baseUrl}/office/reset?token=${token}`,
          kind: 'reset',
        }),
    },
    // Throttling is ours (attempt.ts): the library's counts by address alone.
    rateLimit: { enabled: false },
    advanced: {
      cookiePrefix: 'horyzont',
      useSecureCookies: secure,
      database: { generateId: () => options.newId() },
      disableCSRFCheck: false,
    },
    plugins: [
      twoFactor({ issuer: 'Horyzont', schema: { twoFactor: { modelName: 'second_factor' } } }),
      passkey({
        rpID: host,
        rpName: 'Horyzont',
        origin: options.baseUrl,
        schema: { passkey: { modelName: 'passkey' } },
      }),
      magicLink({
        expiresIn: 900,
        disableSignUp: true,
        sendMagicLink: ({ email, token }) =>
          options.sendLink({ email, url: `${options.baseUrl}/office/link?token=${token}`, kind: 'sign-in' }),
      }),
    ],
  });
}
