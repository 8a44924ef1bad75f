/** Which branches are open, kept while the browser's tab lives. */
import type { TreeData, TreeItem } from '../../src/office/tree-data.ts';

const KEY = `tree ${location.pathname}`;

/** With more rows than this a page would open slowly: what lies deeper starts folded. */
const MOST_ROWS = 300;

/** As it was left; the first time every goal that holds goals, or nothing in a large plan. */
export function keptFolds({ folded, roots }: TreeData): ReadonlySet<string> {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(KEY) ?? 'null');
    if (Array.isArray(kept)) return fitting(new Set(kept.map(String)), roots);
  } catch {
    // A browser without storage forgets the folds; the tree works.
  }
  return folded ? new Set() : new Set(holders(roots));
}

export function keepFolds(ids: ReadonlySet<string>): void {
  try {
    sessionStorage.setItem(KEY, JSON.stringify([...ids]));
  } catch {
    // As above.
  }
}

function holders(items: readonly TreeItem[]): readonly string[] {
  return items.flatMap(({ id, children = [] }) =>
    children.some(({ kind }) => kind === 'node') ? [id, ...holders(children)] : [],
  );
}

/** Of the open branches, level by level, those whose rows are not too many together. */
function fitting(open: ReadonlySet<string>, roots: readonly TreeItem[]): ReadonlySet<string> {
  const kept = new Set<string>();
  let rows = roots.length;
  for (let level = roots; level.length > 0;) {
    const next: TreeItem[] = [];
    for (const { id, children = [] } of level) {
      if (!open.has(id) || rows + children.length > MOST_ROWS) continue;
      kept.add(id);
      rows += children.length;
      next.push(...children);
    }
    level = next;
  }
  return kept;
}
