/** Codes as printed ("2.10", "IV.2", "LE1", "1a") and the order they stand in: by their parts, never as strings. */

const ROMAN = /^(?:X[CL]|L?X{0,3})(?:I[XV]|V?I{0,3})$/i;
const ROMAN_VALUE: Readonly<Record<string, number>> = { I: 1, V: 5, X: 10, L: 50, C: 100 };

/** A code taken apart: `LE1.2` -> prefix `LE`, parts 1 and 2. */
export interface CodeKey {
  /** Mnemonic letters, upper case, in the order they stand; '' when there are none. */
  readonly prefix: string;
  readonly parts: readonly number[];
}

/** The numeric parts for ordering: `2.10` -> [2, 10], `IV.2` -> [4, 2], `B` -> [2], `01` -> [1]. */
export function numericParts(code: string): readonly number[] {
  return codeKey(code).parts;
}

/** Roman numerals run to 99; one letter is Roman only as I, V or X, else its place in the Latin alphabet. */
export function codeKey(code: string): CodeKey {
  let prefix = '';
  const parts: number[] = [];
  for (const token of code.normalize('NFC').match(/\d+|\p{L}+/gu) ?? []) {
    if (/^\d/.test(token)) parts.push(Number(token));
    else {
      const value = lettersValue(token);
      if (value === null) prefix += token.toUpperCase();
      else parts.push(value);
    }
  }
  return { prefix, parts };
}

/** Negative when `a` stands first. No code stands after every code; a parent's code before its children's. */
export function compareCodes(a: string | null, b: string | null): number {
  if (a === null || b === null) return a === b ? 0 : a === null ? 1 : -1;
  const left = codeKey(a);
  const right = codeKey(b);
  if (left.prefix !== right.prefix) return left.prefix < right.prefix ? -1 : 1;
  for (let at = 0; at < Math.min(left.parts.length, right.parts.length); at++) {
    const step = left.parts[at]! - right.parts[at]!;
    if (step !== 0) return step;
  }
  return left.parts.length - right.parts.length || (a < b ? -1 : a > b ? 1 : 0);
}

function lettersValue(token: string): number | null {
  if (token.length === 1) {
    if (/^[ivx]$/i.test(token)) return ROMAN_VALUE[token.toUpperCase()]!;
    const place = token.toLowerCase().charCodeAt(0) - 96;
    return place >= 1 && place <= 26 ? place : null;
  }
  return ROMAN.test(token) ? romanValue(token.toUpperCase()) : null;
}

function romanValue(token: string): number {
  let value = 0;
  for (let at = 0; at < token.length; at++) {
    const here = ROMAN_VALUE[token[at]!]!;
    value += here < (ROMAN_VALUE[token[at + 1] ?? ''] ?? 0) ? -here : here;
  }
  return value;
}
