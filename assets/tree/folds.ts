/** Which branches are open, kept while the browser's tab lives. */
import type { TreeData, TreeItem } from '../../src/office/tree-data.ts';

const KEY = `tree ${location.pathname}`;

/** As it was left; the first time every goal that holds goals, or nothing in a large plan. */
export function keptFolds({ folded, roots }: TreeData): ReadonlySet<string> {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(KEY) ?? 'null');
    if (Array.isArray(kept)) return new Set(kept.map(String));
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
