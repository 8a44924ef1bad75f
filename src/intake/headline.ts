/** Headlines: lines of their own above lists and runs of labels, which are the parents of what stands below them. */
import { isName, isNear } from './group.ts';
import type { Reading } from './item.ts';
import type { Item } from './tree.ts';
import type { Accepted } from './verdict.ts';

/** Labels that begin again at 1, or run on, several times under a line of its own: the runs; undefined when those lines head nothing. */
export function headedRuns(group: readonly Item[]): Item[][] | undefined {
  if (group.length < 4 || group.some((item) => item.parts.length !== 1)) return undefined;
  const runs: Item[][] = [];
  const restarts = group.filter((item) => item.parts[0]!.value === 1).length > 1;
  for (const item of group) {
    const begins = restarts
      ? item.parts[0]!.value === 1
      : item.before !== undefined && item.before.line.block.gap && isNear(item.before, item.reading);
    if (begins || runs.length === 0) runs.push([]);
    runs[runs.length - 1]!.push(item);
  }
  const titles = new Set(runs.map((run) => run[0]!.before?.title));
  if (
    runs.length < 2 ||
    titles.size < runs.length ||
    titles.has(undefined) ||
    group.length < runs.length * 2 - 1
  )
    return undefined;
  if (!runs.every((run) => isNear(run[0]!.before!, run[0]!.reading) && isName(run[0]!.before!)))
    return undefined;
  return runs;
}

/** Lists among `all` that begin again at 1 as `first` does, each directly under a line of its own. */
export function isHeaded(first: Item, all: readonly Item[]): boolean {
  const siblings = all.filter((item) => item.family === first.family && item.parts[0]?.value === 1);
  if (siblings.length < 2) return false;
  const titles = new Set(siblings.map((item) => item.headline?.title));
  return (
    titles.size === siblings.length &&
    !titles.has(undefined) &&
    siblings.every((item) => isNear(item.headline!, item.reading) && isName(item.headline!))
  );
}

/** The node that a headline is. */
export function fromHeadline(headline: Reading, family: string, parent: Accepted | undefined): Accepted {
  return {
    reading: headline,
    parent,
    code: '',
    title: headline.title,
    description: '',
    family,
    lines: [headline.from, headline.to],
    why: 'headline',
    context: undefined,
    warnings: [],
  };
}
