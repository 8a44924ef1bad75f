/** Tokens of one-time links: 256 bits of chance for the letter, their SHA-256 for the database. */

import { createHash, randomBytes } from 'node:crypto';

export interface Token {
  /** For the address of the link; never stored. */
  readonly token: string;
  /** Hexadecimal; what is stored. */
  readonly hash: string;
}

export function newToken(): Token {
  const token = randomBytes(32).toString('base64url');
  return { token, hash: tokenHash(token) };
}

/** A token needs no salt and no slow hash: nobody can try 2^256 of them. */
export function tokenHash(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}
