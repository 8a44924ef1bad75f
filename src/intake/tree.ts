/** The provisional tree: every item of a document under the item it seems to belong to, chapters and headings included. */
import { fold, isLower, words } from './characters.ts';
import type { Part } from './code.ts';
import type { Reading } from './item.ts';

export type Why = 'code' | 'label' | 'place' | 'caption' | 'heading' | 'column' | 'root';

/** What was announced above a group of items. */
export interface Context {
  readonly kind: 'goals' | 'beside' | 'chapter';
  readonly name: string;
  readonly line: number;
  /** It is the end of a sentence ("… five goals:") rather than a caption of its own. */
  readonly sentence: boolean;
  /** The number of things it states, 0 for none. */
  readonly stated?: number;
  readonly owner: Item | undefined;
}

export interface Item {
  readonly id: number;
  readonly reading: Reading;
  readonly family: string;
  readonly parts: readonly Part[];
  /** '' for none. */
  readonly key: string;
  parent: Item | undefined;
  why: Why;
  readonly children: Item[];
  readonly context: Context | undefined;
  /** Code prefix whose item is missing. */
  readonly orphan: string;
  /** Reading of the line above the first of a group, which may be its title. */
  readonly headline: Reading | undefined;
  /** The same for any item, the first of a group or not. */
  readonly before: Reading | undefined;
  /** Number of the run among runs of one family in one place. */
  readonly run: number;
  title: string;
  description: string;
  readonly lines: [number, number][];
  /** Text between this item and the next. */
  readonly warnings: string[];
}

export interface Tree {
  readonly roots: readonly Item[];
  readonly items: readonly Item[];
  /** Bullets and short lines below an item that nothing names. */
  readonly loose: readonly {
    readonly reading: Reading;
    readonly parent: Item | undefined;
    readonly context: Context | undefined;
  }[];
  /** Captions that name a level, in order. */
  readonly captions: readonly Context[];
  /** Sentences that state a number of goals. */
  readonly stated: readonly { readonly count: number; readonly line: number }[];
}

/** No tree of a plan is deeper than this; more is noise. */
const deepest = 12;

export function shallow(parent: Item | undefined): Item | undefined {
  let depth = 0;
  for (let at = parent; at; at = at.parent) depth++;
  let found = parent;
  for (; depth > deepest; depth--) found = found?.parent;
  return found;
}

export function labelledAncestor(item: Item | undefined): Item | undefined {
  let at = item;
  while (at && at.reading.kind !== 'labelled') at = at.parent;
  return at;
}

/** Two printings of one title. */
export function isLike(one: string, other: string): boolean {
  if (one === '' || other === '') return true;
  const a = words(fold(one), 60);
  const b = words(fold(other), 60);
  const shorter = Math.min(a.length, b.length);
  if (shorter > 0 && a.slice(0, shorter).join(' ') === b.slice(0, shorter).join(' ')) return true;
  const set = new Set(a);
  let both = 0;
  for (const word of new Set(b)) if (set.has(word)) both++;
  return both * 5 >= new Set([...a, ...b]).size * 3;
}

/** "Healthy town:": a short line with a colon that names no level and nothing beside. */
export function isColonTitle(reading: Reading): boolean {
  const { text } = reading.line;
  return (
    reading.caption === undefined &&
    text.endsWith(':') &&
    text.indexOf(':') === text.length - 1 &&
    text.length <= 60 &&
    !isLower(text[0]) &&
    !text.includes('. ') &&
    words(text, 9).length <= 6
  );
}

/** A short line that begins like a title and does not end like a sentence. */
export function isLineTitle(reading: Reading): boolean {
  const text = reading.title === '' ? reading.line.text : reading.title;
  if (
    reading.line.block.link ||
    text.length < 3 ||
    text.length > 170 ||
    isLower(text[0]) ||
    '[({<#@©'.includes(text[0]!)
  )
    return false;
  const raw = reading.line.text;
  const last = raw[raw.length - 1];
  if (reading.joined.length === 0 && (last === '.' || last === ':' || last === ';')) return false;
  return (
    !text.includes('. ') &&
    !text.includes('»') &&
    !text.includes(' > ') &&
    !text.includes('|') &&
    !text.includes('@') &&
    !text.includes('http')
  );
}
