/** The edits of a proposal, each pure: no source line is lost, keys stay, and undoing is doing all but the last again. */
import { readCode } from './code.ts';
import { MOST_LEVELS, parentsOf } from './edit-row.ts';
import type { EditRow, Outline } from './edit-row.ts';

export type Edit =
  /** Become nodes, or do not. */
  | { readonly kind: 'accept'; readonly keys: readonly string[] }
  | { readonly kind: 'reject'; readonly keys: readonly string[] }
  /** Stand on this level. */
  | { readonly kind: 'level'; readonly keys: readonly string[]; readonly level: number }
  /** One level up or down, with everything under it. */
  | { readonly kind: 'promote'; readonly key: string }
  | { readonly kind: 'demote'; readonly key: string }
  /** Joined to the row above it. */
  | { readonly kind: 'merge'; readonly key: string }
  /** The title in parts; each part after the first is a row of its own below, with the code it begins with. */
  | { readonly kind: 'split'; readonly key: string; readonly parts: readonly string[] }
  | { readonly kind: 'text'; readonly key: string; readonly code: string; readonly title: string }
  /** Every line that looks like this one is a node of this level; null: none of them is a node. */
  | { readonly kind: 'like'; readonly key: string; readonly level: number | null }
  | { readonly kind: 'name'; readonly level: number; readonly name: string; readonly printed: string };

export type EditKind = Edit['kind'];

/** Parts that one row can be split into at once. */
const MOST_PARTS = 50;

/** The outline after the edits, in their order. */
export function editAll(outline: Outline, edits: readonly Edit[]): Outline {
  return edits.reduce(edit, outline);
}

/** The outline after one edit. What the edit cannot do (no such row, a sixth level) leaves it as it was. */
export function edit(outline: Outline, one: Edit): Outline {
  switch (one.kind) {
    case 'accept':
    case 'reject':
      return withRows(outline, one.keys, (row) => ({ ...row, taken: one.kind === 'accept' }));
    case 'level':
      return isLevel(one.level) ? withRows(outline, one.keys, (row) => onLevel(row, one.level)) : outline;
    case 'promote':
      return shifted(outline, one.key, -1);
    case 'demote':
      return shifted(outline, one.key, 1);
    case 'merge':
      return merged(outline, one.key);
    case 'split':
      return split(outline, one.key, one.parts);
    case 'text':
      return withRows(outline, [one.key], (row) => ({ ...row, code: one.code, title: one.title }));
    case 'like':
      return alike(outline, one.key, one.level);
    case 'name':
      return named(outline, one.level, { name: one.name, printed: one.printed });
  }
}

/** The row and, when it is taken, every taken row under it. */
export function subtreeOf(rows: readonly EditRow[], key: string): ReadonlySet<string> {
  const found = new Set([key]);
  for (const [child, parent] of parentsOf(rows)) if (parent !== null && found.has(parent)) found.add(child);
  return found;
}

function isLevel(level: number): boolean {
  return Number.isInteger(level) && level >= 0 && level < MOST_LEVELS;
}

function withRows(outline: Outline, keys: readonly string[], change: (row: EditRow) => EditRow): Outline {
  const wanted = new Set(keys);
  return { ...outline, rows: outline.rows.map((row) => (wanted.has(row.key) ? change(row) : row)) };
}

/** A level set by hand says where the row stands: what the source proved no longer decides. */
function onLevel(row: EditRow, level: number): EditRow {
  return row.level === level ? row : { ...row, level, under: null };
}

function shifted(outline: Outline, key: string, by: number): Outline {
  const keys = subtreeOf(outline.rows, key);
  const moving = outline.rows.filter((row) => keys.has(row.key));
  if (moving.length === 0 || moving.some((row) => !isLevel(row.level + by))) return outline;
  return withRows(outline, [...keys], (row) => ({
    ...row,
    level: row.level + by,
    // What hangs on a row that moves with it goes on hanging there.
    under: row.key !== key && row.under !== null && keys.has(row.under) ? row.under : null,
  }));
}

function merged(outline: Outline, key: string): Outline {
  const at = outline.rows.findIndex((row) => row.key === key);
  const row = outline.rows[at];
  const above = outline.rows[at - 1];
  if (!row || !above) return outline;
  const joined: EditRow = {
    ...above,
    taken: above.taken || row.taken,
    level: above.taken || !row.taken ? above.level : row.level,
    under: above.taken || !row.taken ? above.under : row.under,
    code: above.code || row.code,
    title: join(above, row),
    description: [above.description, row.description].filter(Boolean).join('\n\n'),
    lines: [...above.lines, ...row.lines],
    warnings: [...new Set([...above.warnings, ...row.warnings])],
  };
  return {
    ...outline,
    rows: outline.rows
      .toSpliced(at - 1, 2, joined)
      .map((other) => (other.under === key ? { ...other, under: above.key } : other)),
  };
}

/** Both texts; the lower one's code stays in the text when the upper one has a code of its own. */
function join(above: EditRow, row: EditRow): string {
  const lower = above.code !== '' && row.code !== '' ? `${row.code} ${row.title}` : row.title;
  const cut = /\p{L}-$/u.test(above.title) && /^\p{Ll}/u.test(lower);
  if (cut) return above.title.slice(0, -1) + lower;
  return [above.title, lower].filter(Boolean).join(' ');
}

function split(outline: Outline, key: string, given: readonly string[]): Outline {
  const at = outline.rows.findIndex((row) => row.key === key);
  const row = outline.rows[at];
  const parts = given.map((part) => part.trim()).filter(Boolean);
  if (!row || parts.length < 2 || parts.length > MOST_PARTS) return outline;
  const keys = new Set(outline.rows.map((other) => other.key));
  let number = 2;
  const rows = parts.map((part, index): EditRow => {
    if (index === 0) return { ...row, title: part };
    while (keys.has(`${key}.${number}`)) number++;
    const own = `${key}.${number}`;
    keys.add(own);
    const code = readCode(part, 0);
    const rest = code ? part.slice(code.end).trim() : '';
    return {
      ...row,
      key: own,
      ...(code && rest !== '' ? { code: code.text, title: rest } : { code: '', title: part }),
      description: '',
      warnings: [],
    };
  });
  return { ...outline, rows: outline.rows.toSpliced(at, 1, ...rows) };
}

function alike(outline: Outline, key: string, level: number | null): Outline {
  const model = outline.rows.find((row) => row.key === key);
  if (!model || (level !== null && !isLevel(level))) return outline;
  return {
    ...outline,
    rows: outline.rows.map((row) => {
      if (row.look !== model.look) return row;
      return level === null ? { ...row, taken: false } : { ...onLevel(row, level), taken: true };
    }),
  };
}

function named(outline: Outline, level: number, name: { name: string; printed: string }): Outline {
  if (!isLevel(level)) return outline;
  const levels = [...outline.levels];
  while (levels.length <= level) levels.push({ name: '', printed: '' });
  levels[level] = name;
  return { ...outline, levels };
}
