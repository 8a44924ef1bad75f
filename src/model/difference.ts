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
const DEEPEST = 3;

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
