/** A group: siblings of one family in one place, and what can be told from them together. */
import { isLower } from './characters.ts';
import type { Reading } from './item.ts';
import type { Item } from './tree.ts';
import { namesActions } from './words.ts';

/** Siblings of one family and run, in order. */
export function groupsOf(children: readonly Item[]): Item[][] {
  const groups = new Map<string, Item[]>();
  for (const item of children) {
    const key = item.family.startsWith('list')
      ? `${item.family} ${item.context?.line}`
      : item.reading.kind === 'labelled' || item.orphan !== ''
        ? item.family
        : `${item.family}|${item.run}`;
    const group = groups.get(key) ?? [];
    group.push(item);
    groups.set(key, group);
  }
  return [...groups.values()];
}

/** Neither a question nor the start of a sentence that the list ends. */
export function isName({ line }: Reading): boolean {
  return !line.text.endsWith('?') && !line.text.endsWith(':');
}

/** Directly above, or the first short line after a gap with nothing but prose between. */
export function heads(above: Reading, below: Reading): boolean {
  return isNear(above, below) || (above.line.block.gap && above.title.length <= 80);
}

/** Directly above, captions and empty lines apart. */
export function isNear(above: Reading, below: Reading): boolean {
  return above.index + above.joined.length + 1 >= below.index - 1;
}

/** Bullets that end a sentence, or parts of one: a list in a report, not a list of goals. */
export function isProseList(group: readonly Item[]): boolean {
  if (share(group, (item) => isLower(item.title[0])) >= 0.5) return true;
  return group[0]!.context?.sentence === true && group[0]!.context.stated !== group.length;
}

/** The label stands alone on its line, and the line below it is a sentence rather than a title. */
export function isSentenceBelow(item: Item): boolean {
  return item.reading.head?.rest === '' && item.reading.sentence;
}

/** Questions rather than titles: a questionnaire, or answers to what people ask. */
export function areQuestions(group: readonly Item[]): boolean {
  return share(group, (item) => item.title.endsWith('?')) >= 0.5;
}

/** Bullets under "Planned actions": without label or code they may as well be examples. */
export function isActionList(group: readonly Item[]): boolean {
  return namesActions(group[0]!.context?.name ?? '') && group.every((item) => item.parts.length === 0);
}

/** A group of codes of which several have codes below them. */
export function isBranching(group: readonly Item[]): boolean {
  return (
    group.filter((item) =>
      item.children.some((child) => child.reading.kind === 'bare' && child.why === 'code'),
    ).length >= 2
  );
}

/** Chapters: two siblings have titles of chapters or captions, or one has nothing else. */
export function isStructural(group: readonly Item[]): boolean {
  let chapters = 0;
  let captions = 0;
  for (const item of group) {
    const kind = item.reading.caption?.kind;
    if (kind === 'chapter') chapters++;
    else if (kind !== undefined) captions++;
  }
  return chapters + captions >= 2 || chapters >= 1 || captions >= 1;
}

export function share<T>(list: readonly T[], test: (one: T) => boolean): number {
  return list.length === 0 ? 0 : list.filter(test).length / list.length;
}
