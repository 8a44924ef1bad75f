/** Where a dragged row lands, and the tree with it there. Pure: the server decides, this only shows and asks. */
import type { TreeItem } from '../../src/office/tree-data.ts';

export interface Place {
  /** Null: the top of the plan. */
  readonly parentId: string | null;
  /** Among things of its own kind, from 0. */
  readonly position: number;
}

/** What a row is dropped on, before or after. */
export interface DropSpot {
  readonly key: string;
  readonly dropPosition: 'on' | 'before' | 'after';
}

interface Found {
  readonly item: TreeItem;
  readonly parent: TreeItem | null;
}

type Roots = readonly TreeItem[];

/** Null where it cannot go, and where it already is. */
export function placeOf(roots: Roots, levels: number, id: string, spot: DropSpot): Place | null {
  const dragged = find(roots, id);
  const target = find(roots, spot.key);
  if (!dragged || !target || target.item.id === id || find(dragged.item.children ?? [], spot.key))
    return null;
  const parent = spot.dropPosition === 'on' ? target.item : target.parent;
  if (parent ? parent.kind === 'task' : dragged.item.kind === 'task') return null;
  const there = parent ? (parent.children ?? []) : roots;
  const rest = there.filter((one) => one.id !== id);
  const at =
    spot.dropPosition === 'on'
      ? rest.length
      : rest.indexOf(target.item) + (spot.dropPosition === 'after' ? 1 : 0);
  const position = rest.slice(0, at).filter((one) => one.kind === dragged.item.kind).length;
  if (parent?.id === dragged.parent?.id) {
    const now = there.filter((one) => one.kind === dragged.item.kind).indexOf(dragged.item);
    return now === position ? null : { parentId: parent?.id ?? null, position };
  }
  const level = (parent?.level ?? -1) + 1;
  if (dragged.item.kind === 'node' && level + depth(dragged.item) > levels) return null;
  return { parentId: parent?.id ?? null, position };
}

/** The tree as it will look: tasks stay before goals. */
export function withMoved(roots: Roots, id: string, { parentId, position }: Place): Roots {
  const dragged = find(roots, id);
  if (!dragged) return roots;
  const put = (things: Roots): Roots => {
    const same = things.filter((one) => one.kind === dragged.item.kind);
    const other = things.filter((one) => one.kind !== dragged.item.kind);
    const placed = [...same.slice(0, position), dragged.item, ...same.slice(position)];
    return dragged.item.kind === 'task' ? [...placed, ...other] : [...other, ...placed];
  };
  const under = (things: Roots): Roots =>
    things
      .filter((one) => one.id !== id)
      .map((one) => {
        const children = under(one.children ?? []);
        return { ...one, children: one.id === parentId ? put(children) : children };
      });
  return parentId === null ? put(under(roots)) : under(roots);
}

/** An item with the one above it. */
export function find(roots: Roots, id: string, parent: TreeItem | null = null): Found | null {
  for (const item of roots) {
    if (item.id === id) return { item, parent };
    const below = item.children ? find(item.children, id, item) : null;
    if (below) return below;
  }
  return null;
}

/** Levels that a goal with all under it takes. */
function depth(item: TreeItem): number {
  return item.kind === 'task' ? 0 : 1 + Math.max(0, ...(item.children ?? []).map(depth));
}
