/** Which passwords are taken: long ones that are not widely known. No rules of composition (NIST SP 800-63B, 3.1.1.2). */

import { COMMON_WORDS } from './common-passwords.ts';

/** In characters (code points). ASVS 5, 6.2.1 asks for 8 and recommends 15. */
export const PASSWORD_MIN = 12;
export const PASSWORD_MAX = 128;

export type PasswordFault = 'password-short' | 'password-long' | 'password-common';

/**
 * Why the password is not taken, or null. `own` are words that an attacker would try first: the person's name and
 * e-mail, the city's name.
 */
export function passwordFault(password: string, own: readonly string[] = []): PasswordFault | null {
  const length = [...password].length;
  if (length < PASSWORD_MIN) return 'password-short';
  if (length > PASSWORD_MAX) return 'password-long';
  return isCommon(password, own) ? 'password-common' : null;
}

function isCommon(password: string, own: readonly string[]): boolean {
  const folded = fold(password);
  const flat = [...folded.replaceAll(/[\s\p{P}]/gu, '')];
  // "aaaaaaaaaaaa", "121212121212", "123456789012", "!!!!!!!!!!!!"
  if (new Set(flat).size <= 2 || isRun(flat)) return true;
  const words = new Set([...COMMON_WORDS, ...own.flatMap((text) => wordsOf(text))]);
  const core = folded.replaceAll(/^[^\p{L}]+|[^\p{L}]+$/gu, '');
  if (flat.length - core.length > 10) return false;
  return [folded, unleet(core)].some((form) => isMadeOf(form.replaceAll(/[^\p{L}]/gu, ''), words));
}

/** Whether the letters are one of the words, or two or more of them in a row. Three real words together are taken. */
function isMadeOf(letters: string, words: ReadonlySet<string>): boolean {
  if (words.has(letters)) return true;
  const unit = /^(.+?)\1+$/u.exec(letters)?.[1];
  if (unit !== undefined && (words.has(unit) || unit.length <= 3)) return true;
  for (let at = 3; at <= letters.length - 3; at += 1)
    if (words.has(letters.slice(0, at)) && words.has(letters.slice(at))) return true;
  return false;
}

const ROWS = [
  '0123456789'.repeat(14),
  'abcdefghijklmnopqrstuvwxyz',
  'qwertyuiopasdfghjklzxcvbnm',
  'qazwsxedcrfvtgbyhnujmikolp',
];

/** A stretch of the alphabet, of the digits or of the keyboard, forwards or backwards. */
function isRun(letters: readonly string[]): boolean {
  const text = letters.join('');
  const back = letters.toReversed().join('');
  return ROWS.some((row) => row.includes(text) || row.includes(back));
}

function wordsOf(text: string): readonly string[] {
  const parts = fold(text).split(/[^\p{L}]+/u);
  return [...parts, parts.join('')].filter((part) => part.length >= 3);
}

function fold(text: string): string {
  return text.toLowerCase().replaceAll('ł', 'l').normalize('NFKD').replaceAll(/\p{M}/gu, '');
}

const LEET: Readonly<Record<string, string>> = {
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '@': 'a',
  $: 's',
  '!': 'i',
};

function unleet(text: string): string {
  return [...text].map((letter) => LEET[letter] ?? letter).join('');
}
