/** Captions: short lines that say what follows. They are never goals themselves. */
import { fold, words } from './characters.ts';
import { isSmall, rolesOf } from './words.ts';

/** `goals`: names a level, what follows are its members. `beside`: indicators, effects, partners. `chapter`: another part of the document. */
export type CaptionKind = 'goals' | 'beside' | 'chapter';

export interface Caption {
  readonly kind: CaptionKind;
  /** The caption as printed, without the final colon. */
  readonly name: string;
  /** It ends in a colon. */
  readonly colon: boolean;
  /** The text after the colon, for "Indicators: number of …". */
  readonly rest: string;
}

const mostLetters = 110;

/** What a line announces, or undefined when it announces nothing. `labels` are folded labels of the document. */
export function readCaption(text: string, labels: ReadonlyMap<string, unknown>): Caption | undefined {
  const colonAt = text.indexOf(':');
  const colon = colonAt >= 0 && colonAt < mostLetters;
  const name = (colon ? text.slice(0, colonAt) : text).trim();
  if (name.length > mostLetters || name === '' || name.includes('. ')) return undefined;
  if (!colon && text.endsWith('.')) return undefined;
  const rest = colon ? text.slice(colonAt + 1).trim() : '';
  const kind = captionKind(name, colon, labels);
  return kind === undefined ? undefined : { kind, name, colon, rest };
}

function captionKind(
  name: string,
  colon: boolean,
  labels: ReadonlyMap<string, unknown>,
): CaptionKind | undefined {
  const all = words(fold(name), 14);
  if (all.length === 0 || all.length > 12) return undefined;
  const counts = { level: 0, chapter: 0, beside: 0, filler: 0, other: 0 };
  let firstChapter = false;
  let firstBeside = false;
  let content = 0;
  let firstTheme = false;
  for (const word of all) {
    const roles = rolesOf(word);
    if (roles.has('chapter')) {
      counts.chapter++;
      if (content === 0) firstChapter = true;
    } else if (roles.has('beside')) {
      counts.beside++;
      if (content === 0) firstBeside = true;
    } else if (roles.has('level') || resembles(word, labels)) counts.level++;
    else if (roles.has('filler')) counts.filler++;
    else if (roles.has('theme')) {
      counts.filler++;
      if (content === 0) firstTheme = true;
    } else if (roles.has('small') || isSmall(word) || isNumber(word)) continue;
    else counts.other++;
    content++;
  }
  if (firstBeside || (counts.beside > 0 && counts.level === 0)) {
    if (counts.other === 0 || (colon && counts.other <= 3)) return 'beside';
    return undefined;
  }
  if (counts.chapter > 0 && counts.other === 0 && (counts.level === 0 || firstChapter)) return 'chapter';
  if (firstChapter && counts.other <= 1 && content >= 2 && counts.chapter >= 2) return 'chapter';
  // "Rozwój obszarów miejskich" is a goal; "Cele rozwoju miasta" announces goals.
  if (firstTheme && !colon) return undefined;
  if (counts.level > 0 && counts.beside === 0 && counts.chapter === 0) {
    if (counts.other === 0) return 'goals';
    if (colon && counts.other <= 2 && counts.other <= counts.level + counts.filler) return 'goals';
  }
  if (counts.level > 0 && counts.beside > 0 && counts.other <= (colon ? 1 : 0)) return 'beside';
  return undefined;
}

function isNumber(word: string): boolean {
  return word.length <= 9 && word[0]! >= '0' && word[0]! <= '9';
}

/** A word that is a form of a label of this document: the same first letters. */
function resembles(word: string, labels: ReadonlyMap<string, unknown>): boolean {
  if (word.length < 5) return false;
  for (const key of labels.keys()) {
    for (const part of key.split(' ')) {
      if (
        part.length >= 5 &&
        part.slice(0, part.length - 2) === word.slice(0, part.length - 2) &&
        Math.abs(part.length - word.length) <= 4
      )
        return true;
    }
  }
  return false;
}
