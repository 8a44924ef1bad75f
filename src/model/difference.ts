/** How two recorded states of a thing differ, field by field: for the record of acts. */

/** One field: as it was and as it is; undefined where it was not there. */
export interface Difference {
  /** Path of the field: `title.pl`, `horizon.endOn`. */
  readonly field: string;
  readonly before: unknown;
  readonly after: unknown;
}

/** Fields that only count or order what people did. */
const SILENT = new Set(['version', 'updatedAt']);
/** `nodes`, the node's id, its field, the language. */
const DEEPEST = 4;

/** Fields that differ, in the order they are kept. A state that is no object is one field without a name. */
export function differences(before: unknown, after: unknown): readonly Difference[] {
  const found: Difference[] = [];
  compare('', before ?? undefined, after ?? undefined, 0, found);
  return found;
}

function compare(field: string, before: unknown, after: unknown, depth: number, found: Difference[]): void {
  if (SILENT.has(field)) return;
  const open = depth < DEEPEST && (isRecord(before) || isRecord(after));
  if (open && (isRecord(before) || before === undefined) && (isRecord(after) || after === undefined)) {
    const names = new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})]);
    for (const name of names)
      compare(field === '' ? name : `${field}.${name}`, before?.[name], after?.[name], depth + 1, found);
    return;
  }
  if (!same(before, after)) found.push({ field, before, after });
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(a ?? null) === JSON.stringify(b ?? null);
}

/** What a record of several things says of one of them: `{ nodes: { id: fields } }`; null when it says nothing. */
export function partOf(state: unknown, id: string): unknown {
  if (!isRecord(state)) return null;
  for (const list of [state['nodes'], state['tasks']]) if (isRecord(list) && id in list) return list[id];
  return null;
}

/** Ids of the nodes and tasks that a record of several things is about. */
export function idsIn(...states: readonly unknown[]): readonly string[] {
  const ids = new Set<string>();
  for (const state of states)
    if (isRecord(state))
      for (const list of [state['nodes'], state['tasks']])
        if (isRecord(list)) for (const id of Object.keys(list)) ids.add(id);
  return [...ids];
}
