/** The verdict about a document: the nodes that are proposed and the lines that are only possible. */
import { fold, words } from './characters.ts';
import type { Reading } from './item.ts';
import type { Context, Item, Why } from './tree.ts';

export interface Accepted {
  /** Absent for a parent that only its children's codes prove. */
  readonly item?: Item;
  readonly reading?: Reading;
  parent: Accepted | undefined;
  readonly code: string;
  readonly title: string;
  readonly description: string;
  readonly family: string;
  readonly lines: readonly [number, number];
  readonly why: Why | 'children' | 'headline';
  readonly context: Context | undefined;
  readonly warnings: readonly string[];
}

export interface Possible {
  readonly reading: Reading;
  readonly item?: Item;
  parent: Accepted | undefined;
}

export interface Verdict {
  /** In document order, parents before children. */
  readonly accepted: readonly Accepted[];
  readonly possible: readonly Possible[];
}

/** Overviews: a childless node with title and code of another one that has children, a label, or stands before it. */
export function withoutRepeated(all: readonly Accepted[]): Accepted[] {
  const parents = new Set(all.map((one) => one.parent));
  const best = new Map<string, Accepted>();
  const worth = (one: Accepted): number =>
    (parents.has(one) ? 4 : 0) + (one.family.startsWith('label') ? 2 : 0) + (one.parent ? 1 : 0);
  const keyOf = (one: Accepted): string => words(fold(one.title), 80).join(' ');
  for (const one of all) {
    const key = keyOf(one);
    const known = best.get(key);
    if (key !== '' && (!known || worth(one) > worth(known))) best.set(key, one);
  }
  const dropped = new Set<Accepted>();
  for (const one of all) {
    const other = best.get(keyOf(one));
    if (!other || other === one || parents.has(one)) continue;
    const alike = one.code === other.code || one.code === '' || other.code === '';
    // The same task under two goals is two tasks.
    if (
      alike &&
      (!one.parent || (worth(other) >= 4 && one.code === other.code && one.parent !== other.parent))
    )
      dropped.add(one);
  }
  return all.filter((one) => !dropped.has(one));
}

export function order(one: Accepted): number {
  return one.reading ? one.reading.index : -1;
}

/** Keeps the order but moves a child never before its parent. */
export function parentsFirst(list: readonly Accepted[]): Accepted[] {
  const out: Accepted[] = [];
  const done = new Set<Accepted>();
  const add = (one: Accepted, depth: number): void => {
    if (done.has(one) || depth > 20) return;
    if (one.parent) add(one.parent, depth + 1);
    done.add(one);
    out.push(one);
  };
  for (const one of list) add(one, 0);
  return out;
}
