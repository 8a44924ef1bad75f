/** Six digits of an authenticator (RFC 6238). Each is taken once, and only by the first of several at once. */

import { createOTP } from '@better-auth/utils/otp';
import { symmetricDecrypt, symmetricEncrypt } from 'better-auth/crypto';
import type { DatabaseTransaction } from '../database/engine.ts';
import { takeStep } from '../database/second-factor.ts';
import type { Authenticator } from '../database/second-factor.ts';
import type { IdentityActing } from './identity.ts';

const PERIOD_MS = 30_000;
/** Steps before and after the present one whose code is taken too: clocks differ. */
const WINDOW = 1;
const ISSUER = 'Horyzont';

/** For the QR code, and the same secret in groups of four for typing. */
export function secretForDisplay(
  secret: string,
  email: string,
): { readonly uri: string; readonly text: string } {
  const uri = createOTP(secret).url(ISSUER, email);
  const text = new URL(uri).searchParams.get('secret') ?? '';
  return { uri, text: text.replaceAll(/.{4}(?=.)/gu, '$& ') };
}

/** What is kept at rest is encrypted with the installation's secret. */
export async function seal({ identity }: IdentityActing, data: string): Promise<string> {
  return symmetricEncrypt({ key: (await identity.$context).secretConfig, data });
}

export async function unseal({ identity }: IdentityActing, data: string): Promise<string> {
  return symmetricDecrypt({ key: (await identity.$context).secretConfig, data });
}

/** Digits as typed, with or without a space. */
export function digitsOf(typed: string): string {
  return typed.replaceAll(/\s/gu, '');
}

/** Whether the code is right and nobody used it, or a later one, before. */
export async function takeCode(
  tx: DatabaseTransaction,
  acting: IdentityActing,
  authenticator: Authenticator,
  typed: string,
): Promise<boolean> {
  const step = await stepOf(acting, authenticator, digitsOf(typed));
  return step !== null && (await takeStep(tx, authenticator.id, step));
}

async function stepOf(
  acting: IdentityActing,
  { secret }: Authenticator,
  code: string,
): Promise<number | null> {
  if (!/^\d{6}$/u.test(code)) return null;
  const otp = createOTP(await unseal(acting, secret));
  const now = Math.floor(acting.clock.milliseconds() / PERIOD_MS);
  let found: number | null = null;
  for (let step = now - WINDOW; step <= now + WINDOW; step += 1)
    if ((await otp.hotp(step)) === code) found = step;
  return found;
}
