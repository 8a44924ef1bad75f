/** Codes: the numbering of a goal as printed ("1.1", "IV", "A2", "LE1", "b)"), with its parts for comparing. */
import { alphabets } from '../text/document-words.ts';
import { isDigit, isLetter, isLower, isSpace, isUpper } from './characters.ts';

/** Decimal, Roman numeral, letter. */
export type PartKind = 'd' | 'r' | 'l';

export interface Part {
  readonly kind: PartKind;
  /** 1 for "1", "01", "I", "A", "a". */
  readonly value: number;
  /** The part as printed. */
  readonly text: string;
}

export interface Code {
  /** As printed, without the closing dot or bracket. */
  readonly text: string;
  /** Mnemonic letters in front ("LE" of LE1), else ''. */
  readonly prefix: string;
  /** At least one. */
  readonly parts: readonly Part[];
  /** What closes it: '.', ')', ':', '°' or ''. */
  readonly close: string;
  /** Position after the code and its closing. */
  readonly end: number;
}

const romanDigits: Readonly<Record<string, number>> = { I: 1, V: 5, X: 10, L: 50, C: 100 };
const cyrillicRoman: Readonly<Record<string, string>> = { І: 'I', Х: 'X', і: 'i', х: 'x', Ι: 'I' };
const romanUnits = ['', 'I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX'];
const romanTens = ['', 'X', 'XX', 'X'.repeat(3), 'XL', 'L', 'LX', 'LXX', `L${'X'.repeat(3)}`, 'XC'];

/** Value of a Roman numeral up to 99, or 0. */
export function roman(token: string): number {
  let latin = '';
  for (const char of token) latin += cyrillicRoman[char] ?? char;
  latin = latin.toUpperCase();
  let value = 0;
  for (let at = 0; at < latin.length; at++) {
    const here = romanDigits[latin[at]!];
    if (here === undefined) return 0;
    const next = romanDigits[latin[at + 1] ?? ''] ?? 0;
    value += here < next ? -here : here;
  }
  if (value < 1 || value > 99) return 0;
  return (romanTens[Math.floor(value / 10)] ?? '') + (romanUnits[value % 10] ?? '') === latin ? value : 0;
}

/** Position of a letter in its alphabet, 1-based, or 0. */
export function letterValue(char: string): number {
  const lower = char.toLowerCase();
  for (const alphabet of alphabets) {
    const at = alphabet.indexOf(lower);
    if (at >= 0) return at + 1;
  }
  return 0;
}

/** Reads the code that begins at `at`. Undefined when there is none. Looks at no more than some forty characters. */
export function readCode(text: string, at: number): Code | undefined {
  let start = at;
  const open = text[at] === '(' || text[at] === '[' ? text[at] : '';
  if (open || text[at] === '#') start++;
  const begin = start;
  let prefix = '';
  const parts: Part[] = [];
  let end = start;

  const first = readPart(text, start);
  if (first) {
    parts.push(first.part);
    end = first.end;
  } else {
    // Mnemonic letters directly before a number: LE1, OE4.2, CS-1, CSz-1.1.
    const letters = mnemonicEnd(text, start);
    if (letters === start) return undefined;
    let number = letters;
    if ((text[number] === '-' || text[number] === '.' || text[number] === '–') && isDigit(text[number + 1]))
      number++;
    const digits = isDigit(text[number]) ? readPart(text, number) : undefined;
    if (!digits) return undefined;
    prefix = text.slice(start, letters);
    parts.push(digits.part);
    end = digits.end;
  }

  for (let more = 0; more < 6; more++) {
    const dot = text[end];
    const letterThenDigit = parts.length === 1 && parts[0]!.kind !== 'd' && isDigit(dot);
    let from = letterThenDigit ? end : end + 1;
    if (
      !letterThenDigit &&
      dot !== '.' &&
      !(dot === '/' && parts[0]!.value < 100 && isDigit(text[end + 1])) &&
      !((dot === '-' || dot === '–') && parts[0]!.kind !== 'd' && isDigit(text[end + 1])) &&
      !((dot === '-' || dot === '–') && isDashedPart(text, begin, end)) &&
      !((dot === '-' || dot === '–') && isLetteredPart(text, end + 1, parts[parts.length - 1]!.kind))
    )
      break;
    if (dot === '.' && text[from] === ' ' && isDigit(text[from + 1]) && isSpacedPart(text, from + 1)) from++;
    const next = readPart(text, from);
    if (!next) break;
    // "1.250", "1.036": a thousand, not a code.
    if (next.part.text.length > 2 && next.part.kind === 'd') return undefined;
    if (
      next.part.kind !== 'd' &&
      parts[parts.length - 1]!.kind === 'd' &&
      text[next.end] !== '.' &&
      text[next.end] !== ')' &&
      text[next.end] !== ':' &&
      !isSpace(text[next.end]) &&
      next.end < text.length
    )
      break;
    // "1. A title": a single letter after a dot belongs to the code only when directly attached.
    parts.push(next.part);
    end = next.end;
  }

  // A letter after the last number: 1a, 2.1b.
  if (
    parts[parts.length - 1]!.kind === 'd' &&
    isLetter(text[end]) &&
    letterValue(text[end]!) > 0 &&
    !isLetter(text[end + 1]) &&
    !isDigit(text[end + 1]) &&
    text[end + 1] !== "'"
  ) {
    const after = text[end + 1];
    if (after === undefined || after === '.' || after === ')' || after === ':' || isSpace(after)) {
      parts.push({ kind: 'l', value: letterValue(text[end]!), text: text[end]! });
      end++;
    }
  }

  const printed = text.slice(begin, end);
  let close = '';
  const here = text[end];
  if (open) {
    if (here === '.' && text[end + 1] === (open === '(' ? ')' : ']')) end++;
    if (text[end] !== (open === '(' ? ')' : ']')) return undefined;
    close = ')';
    end++;
    if (text[end] === '.' || text[end] === ':') end++;
  } else if (here === '.' || here === ')' || here === ':' || here === '°' || here === 'º' || here === 'ª') {
    close = here === 'º' || here === 'ª' ? '°' : here;
    end++;
    if (close !== ':' && (text[end] === ')' || text[end] === ':' || text[end] === '.')) end++;
  } else if (here === '/' && (isSpace(text[end + 1]) || isUpper(text[end + 1]))) {
    close = ')';
    end++;
  } else if (here === ',' && (text[end + 1] === undefined || isSpace(text[end + 1]))) {
    return undefined;
  }

  const after = text[end];
  if (after !== undefined && !isSpace(after)) {
    const dash =
      after === '–' ||
      after === '—' ||
      after === '-' ||
      after === '|' ||
      after === '„' ||
      after === '"' ||
      after === '“' ||
      after === '«' ||
      after === '(';
    const glued = close !== '' && isUpper(after);
    if (!dash && !glued && !(close === '' && after === ';')) return undefined;
    if (after === '-' && isDigit(text[end + 1])) return undefined;
  }
  const last = parts[parts.length - 1]!;
  if (parts.length === 1 && prefix === '' && last.kind !== 'd' && isLower(last.text) && close === '')
    return undefined;
  if (
    parts.length === 1 &&
    last.text.length > 1 &&
    last.kind === 'r' &&
    isLower(last.text[0]) &&
    close === ''
  )
    return undefined;
  return { text: printed, prefix, parts, close, end };
}

/** Where letters that may stand directly before a number end: up to four capitals, or an abbreviation like "CSz" with two of them. `at` when there are none. */
export function mnemonicEnd(text: string, at: number): number {
  let end = at;
  let capitals = 0;
  for (; end - at < 5 && isLetter(text[end]); end++) if (isUpper(text[end])) capitals++;
  const size = end - at;
  const mnemonic = size <= 4 && isUpper(text[at]) && (capitals === size || capitals >= 2);
  return mnemonic ? end : at;
}

/** The letter of "I-A." and "2-B)": a lone capital; behind a decimal number only with a mark of its own. */
function isLetteredPart(text: string, at: number, before: PartKind): boolean {
  if (before === 'l' || !isUpper(text[at]) || isLetter(text[at + 1])) return false;
  const after = text[at + 1];
  if (after === '.' || after === ')' || after === ':') return true;
  return before === 'r' && (after === undefined || isSpace(after));
}

/** "1-2: Title", "1-2-1. Title": short numbers with dashes between, a mark behind the last and then a capital; else it is a range of numbers. */
function isDashedPart(text: string, begin: number, dash: number): boolean {
  for (let at = begin; at < dash; at++) if (!isDigit(text[at]) && text[at] !== text[dash]) return false;
  let at = dash;
  for (let count = 0; count < 5 && text[at] === text[dash]; count++) {
    const from = at + 1;
    at = from;
    while (isDigit(text[at])) at++;
    if (at === from || at - from > 2) return false;
  }
  return (
    (text[at] === ':' || text[at] === '.' || text[at] === ')') &&
    isSpace(text[at + 1]) &&
    isUpper(text[at + 2])
  );
}

/** True when a space inside "1. 2. Title" stands inside a code: short numbers closed by dots, and a letter behind the last. */
function isSpacedPart(text: string, at: number): boolean {
  for (let count = 0; count < 5; count++) {
    let end = at;
    while (isDigit(text[end])) end++;
    if (end === at || end - at > 2 || text[end] !== '.') return false;
    if (isDigit(text[end + 1])) at = end + 1;
    else if (isSpace(text[end + 1]) && isDigit(text[end + 2])) at = end + 2;
    else return true;
  }
  return false;
}

function readPart(text: string, at: number): { part: Part; end: number } | undefined {
  let end = at;
  while (end - at < 4 && isDigit(text[end])) end++;
  if (end > at) {
    if (end - at > 3 || isDigit(text[end])) return undefined;
    return { part: { kind: 'd', value: Number(text.slice(at, end)), text: text.slice(at, end) }, end };
  }
  while (end - at < 8 && isLetter(text[end])) end++;
  const token = text.slice(at, end);
  if (token === '' || (end - at === 8 && isLetter(text[end]))) return undefined;
  const sameCase = token === token.toUpperCase() || token === token.toLowerCase();
  const value = sameCase ? roman(token) : 0;
  if (value > 0) return { part: { kind: 'r', value, text: token }, end };
  if (token.length === 1 && letterValue(token) > 0)
    return { part: { kind: 'l', value: letterValue(token), text: token }, end };
  return undefined;
}

/** A part read as a letter where Roman numerals and letters look alike. */
export function asLetter(part: Part): Part {
  return part.kind === 'r' && part.text.length === 1
    ? { kind: 'l', value: letterValue(part.text), text: part.text }
    : part;
}

/** Values joined, for looking up a parent: "1.2" and "I.2" have the same key. */
export function codeKey(parts: readonly Part[]): string {
  let key = '';
  for (const part of parts) key += `${key === '' ? '' : '.'}${part.kind === 'l' ? part.text : part.value}`;
  return key;
}

/** The code as printed without its last part: "H1" of "H1.2", "LU-1" of "LU-1.1". '' when there is none above it. */
export function codeAbove(code: string): string {
  let end = code.length;
  while (end > 0 && (isDigit(code[end - 1]) || isLetter(code[end - 1]))) end--;
  return end > 1 && '.-–/'.includes(code[end - 1]!) ? code.slice(0, end - 1) : '';
}
