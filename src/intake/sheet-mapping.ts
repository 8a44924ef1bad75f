/** Which column of a sheet is which field: guessed from its header, then in a person's hands. */
import { HEADER_WORDS, LANGUAGE_WORDS, SHEET_FIELDS, SHEET_TEXTS } from '../text/sheet-headers.ts';
import type { SheetFieldName } from '../text/sheet-headers.ts';
import { fold, words } from './characters.ts';

/** `title_pl`, `code`; null: the column is not read. */
export type Target = string | null;

/** A target taken apart. */
export interface Field {
  readonly name: SheetFieldName;
  /** Set where the field stands once for each language. */
  readonly lang: string | null;
}

/** Every target there is for a city of these languages, in the order of the export. */
export function targetsOf(languages: readonly string[]): readonly string[] {
  return SHEET_FIELDS.flatMap((name) =>
    SHEET_TEXTS.includes(name) ? languages.map((lang) => `${name}_${lang}`) : [name],
  );
}

export function fieldOf(target: string): Field | null {
  if ((SHEET_FIELDS as readonly string[]).includes(target) && !SHEET_TEXTS.includes(target as SheetFieldName))
    return { name: target as SheetFieldName, lang: null };
  const at = target.lastIndexOf('_');
  const name = target.slice(0, at) as SheetFieldName;
  return SHEET_TEXTS.includes(name) ? { name, lang: target.slice(at + 1) } : null;
}

/** A target for each header; the first of two columns that say the same wins. */
export function guessMapping(headers: readonly string[], languages: readonly string[]): readonly Target[] {
  const taken = new Set<string>();
  const levels = levelColumns(headers);
  const guessed = headers.map((header, at): Target => {
    const target = levels.get(at) ?? guess(header, languages);
    if (target === null || taken.has(target)) return null;
    taken.add(target);
    return target;
  });
  // The level's name says nothing more where the level is there.
  return guessed.map((target) => (target?.startsWith('level_name_') && taken.has('level') ? null : target));
}

function guess(header: string, languages: readonly string[]): Target {
  const known = targetsOf(languages);
  const plain = fold(header).trim();
  if (known.includes(plain)) return plain;
  const said = words(plain.replaceAll(/[_/.-]/gu, ' '), 8);
  if (said[0] === 'node') said.shift();
  let lang = languages[0] ?? 'pl';
  const last = said.at(-1) ?? '';
  const told =
    said.length > 1
      ? (LANGUAGE_WORDS[last] ?? (/^[a-z]{2}$/u.test(last) && isLanguage(last) ? last : null))
      : null;
  if (told !== null) {
    // A language that the city does not publish in.
    if (!languages.includes(told)) return null;
    lang = told;
    said.pop();
  }
  const phrase = said.join(' ');
  const name = SHEET_FIELDS.find(
    (field) => field.replaceAll('_', ' ') === phrase || (HEADER_WORDS[field] ?? []).includes(phrase),
  );
  if (name === undefined) return null;
  return SHEET_TEXTS.includes(name) ? `${name}_${lang}` : name;
}

/** Two letters that name a language and are no word of a header ("do", "od", "id", "no"). */
function isLanguage(tag: string): boolean {
  return [
    'pl',
    'en',
    'de',
    'uk',
    'cs',
    'sk',
    'es',
    'ca',
    'fr',
    'it',
    'pt',
    'lt',
    'ro',
    'hu',
    'nl',
    'sv',
  ].includes(tag);
}

/** "Level 0" … "Level 2" or "Poziom 1" … : the numbered columns in order, the lowest number the top. */
function levelColumns(headers: readonly string[]): ReadonlyMap<number, string> {
  const found = headers.flatMap((header, at) => {
    const [, number] = /^(?:level|poziom|tier)[ _]?(\d)$/u.exec(fold(header).trim()) ?? [];
    return number === undefined ? [] : [{ at, number: Number(number) }];
  });
  const numbers = [...new Set(found.map(({ number }) => number))].sort((a, b) => a - b);
  return new Map(
    found.flatMap(({ at, number }) => {
      const level = numbers.indexOf(number) + 1;
      return level > 5 ? [] : [[at, `level_${level}`] as const];
    }),
  );
}
