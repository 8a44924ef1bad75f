/**
 * What words mean in documents of this kind, by the tables of src/text. They only raise or lower evidence: a label
 * nobody listed is still found by its sequence.
 */
import {
  accented,
  deniedStems,
  numerals,
  ones,
  ordinalStems,
  pageWords,
  sequenceStems,
  unitHeaders,
} from '../text/document-words.ts';
import { actionStems, singulars, stems, tails, type Role } from '../text/level-words.ts';
import { fold, words } from './characters.ts';

interface Entry {
  readonly stem: string;
  readonly role: string;
  readonly exact: boolean;
}

const longest = 6;

function index(lists: readonly (readonly [string, string])[]): ReadonlyMap<string, readonly Entry[]> {
  const map = new Map<string, Entry[]>();
  for (const [role, list] of lists) {
    for (const token of list.split(/\s/u)) {
      if (token === '') continue;
      const exact = token.startsWith('=');
      const stem = fold(exact ? token.slice(1) : token);
      const key = stem.slice(0, 2);
      const entries = map.get(key) ?? [];
      entries.push({ stem, role, exact });
      map.set(key, entries);
    }
  }
  return map;
}

const roles = index(Object.entries(stems));
const denied = index([['denied', deniedStems]]);
const sequences = index([['sequence', sequenceStems]]);
const pages = index([['page', pageWords]]);

function matches(entries: readonly Entry[] | undefined, word: string): Entry | undefined {
  let best: Entry | undefined;
  for (const entry of entries ?? []) {
    const hit = entry.exact
      ? word === entry.stem
      : word.startsWith(entry.stem) && word.length - entry.stem.length <= longest;
    if (hit && (best === undefined || entry.stem.length > best.stem.length)) best = entry;
  }
  return best;
}

/** Roles of one folded word; a word may have several ("strategy" is a level in one document and a filler in most). */
export function rolesOf(word: string): ReadonlySet<Role> {
  const found = new Set<Role>();
  const best = new Map<Role, Entry>();
  for (const entry of roles.get(word.slice(0, 2)) ?? []) {
    const hit = entry.exact
      ? word === entry.stem
      : word.startsWith(entry.stem) && word.length - entry.stem.length <= longest;
    if (hit) best.set(entry.role as Role, entry);
  }
  for (const role of best.keys()) found.add(role);
  if (!found.has('level') && word.length >= 6 && tails.some((tail) => word.endsWith(tail)))
    found.add('level');
  if (found.has('level') || found.has('filler') || found.has('theme')) found.delete('small');
  return found;
}

/** True when a label numbers steps in time. They belong to a plan only when their codes say whose they are: "Step 1.2". */
export function isSequenceLabel(label: string): boolean {
  return words(fold(label), 8).some((word) => matches(sequences.get(word.slice(0, 2)), word) !== undefined);
}

/** True when a label of these words numbers chapters, tables, pages, indicators: anything but goals. */
export function isDeniedLabel(label: string): boolean {
  const all = words(label.toLowerCase(), 8)
    .filter((word) => !accented.has(word))
    .map(fold);
  return all.some((word) => matches(denied.get(word.slice(0, 2)), word) !== undefined);
}

export function isPageWord(word: string): boolean {
  const folded = fold(word);
  return matches(pages.get(folded.slice(0, 2)), folded) !== undefined;
}

/** True when one of the words names a level of a plan. */
export function namesLevel(label: string): boolean {
  return words(fold(label), 12).some((word) => rolesOf(word).has('level'));
}

/** A word that cannot end a title: preposition, conjunction, article. */
export function isSmall(word: string): boolean {
  const folded = fold(word);
  return (
    matches(
      roles.get(folded.slice(0, 2))?.filter((entry) => entry.role === 'small'),
      folded,
    ) !== undefined
  );
}

/** Singular of a level name when it is known, else undefined. Compares without case and diacritics. */
export function singularOf(name: string): string | undefined {
  const singular = singulars[fold(name)];
  if (singular === undefined) return undefined;
  return name[0] !== name[0]?.toLowerCase() ? singular[0]!.toUpperCase() + singular.slice(1) : singular;
}

/** Names of levels in the singular, folded; those that are their own plural are captions as often as labels. */
const knownNames = new Set(
  Object.entries(singulars)
    .map(([plural, singular]) => [plural, fold(singular)])
    .filter(([plural, singular]) => plural !== singular)
    .map(([, singular]) => singular!),
);
const mostNameWords = 3;

/** Where the longest known name of a level in the singular ends with which the text begins ("Cel strategiczny"); 0 when there is none. */
export function knownNameEnd(text: string): number {
  let end = 0;
  let at = 0;
  for (let count = 0; count < mostNameWords && at >= 0 && at < 60; count++) {
    at = text.indexOf(' ', at + 1);
    const until = at < 0 ? text.length : at;
    if (until <= 60 && knownNames.has(fold(text.slice(0, until)))) end = until;
  }
  return end;
}

/** Where the name of a level in the singular, of two words and more, begins with which the text ends; -1 when there is none. */
export function knownNameAtEnd(text: string): number {
  let begin = -1;
  let at = text.length;
  for (let count = 0; count < mostNameWords && at > 0 && text.length - at < 60; count++) {
    at = text.lastIndexOf(' ', at - 1);
    if (count > 0 && at > 0 && knownNames.has(fold(text.slice(at + 1)))) begin = at + 1;
  }
  return begin;
}

const numeralValues = new Map<string, number>();
for (const [value, list] of numerals) {
  for (const token of list.split(' ')) numeralValues.set(fold(token.slice(1)), value);
}

/** Value of a number written as a word, or as up to three digits; 0 when it is none. */
export function numeral(word: string): number {
  const value = Number(word);
  if (Number.isInteger(value) && value > 0 && value < 1000) return value;
  return numeralValues.get(fold(word)) ?? 0;
}

const actions = index([['action', actionStems]]);

/** True when a folded word names actions, tasks, measures or projects. */
function isAction(word: string): boolean {
  return matches(actions.get(word.slice(0, 2)), word) !== undefined;
}

/** True when every level word of a caption names actions ("Planowane działania"), none goals. */
export function namesActions(caption: string): boolean {
  const levels = words(fold(caption), 12).filter((word) => rolesOf(word).has('level'));
  return levels.length > 0 && levels.every(isAction);
}

/** How many things with a level's name a sentence speaks of ("our plan has eight priorities"), actions apart; 0 when of none, or of two kinds. */
export function statedCount(text: string): number {
  const list = words(fold(text), 60);
  let stated = 0;
  for (let at = 0; at + 1 < list.length; at++) {
    const value = numeral(list[at]!);
    if (
      value < 2 ||
      value > 40 ||
      !list.slice(at + 1, at + 4).some((word) => rolesOf(word).has('level') && !isAction(word))
    )
      continue;
    if (stated > 0 && stated !== value) return 0;
    stated = value;
  }
  return stated;
}

const ordinals = index(ordinalStems.map((stems, at) => [String(at + 1), stems]));

/** Value of an ordinal word, or of a cardinal one from one to ten ("Goal One"); 0 when it is none. */
export function ordinal(word: string): number {
  const folded = fold(word);
  for (const { stem, role, exact } of ordinals.get(folded.slice(0, 2)) ?? []) {
    if (exact ? folded === stem : folded.startsWith(stem) && folded.length - stem.length <= 4)
      return Number(role);
  }
  return 0;
}

/** Value of a cardinal number word, 0 for anything else, digits included. */
export function cardinal(word: string): number {
  const folded = fold(word);
  return ones.has(folded) ? 1 : (numeralValues.get(folded) ?? 0);
}

/** True for the header of a column of units or base values: a table of figures. */
export function isUnitHeader(text: string): boolean {
  return unitHeaders.has(words(fold(text), 4).join(' '));
}
