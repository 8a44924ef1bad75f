/** What a person did on the proposal's page, as edits. */
import type { Edit } from '../intake/edit.ts';
import type { EditRow, Outline } from '../intake/edit-row.ts';
import { MOST_LEVELS } from '../intake/edit-row.ts';
import type { Form } from './form.ts';

/** Value of a level's select for a line that is not in the plan. */
export const NOT_TAKEN = 'no';

/** The edits in the order they are to be made, and the row to go back to. Levels that were changed in the selects come first. */
export function readEdits(
  form: Form,
  outline: Outline,
): { readonly edits: readonly Edit[]; readonly at: string | null } {
  const [act = '', key = ''] = form.text('act').split(':');
  const row = outline.rows.find((one) => one.key === key);
  const chosen = levelEdits(form, outline);
  if (row) return { edits: [...chosen, ...rowEdit(act, row, form)], at: placeOf(act, row, outline) };
  return { edits: [...chosen, ...manyEdit(act, form, outline)], at: null };
}

/** One edit for each level to which lines were moved by their selects. */
function levelEdits(form: Form, outline: Outline): readonly Edit[] {
  const moved = new Map<string, string[]>();
  for (const row of outline.rows) {
    const given = form.text(`level-${row.key}`);
    if (given === '' || given === (row.taken ? String(row.level) : NOT_TAKEN)) continue;
    if (given !== NOT_TAKEN && !isLevel(given)) continue;
    const keys = moved.get(given);
    if (keys) keys.push(row.key);
    else moved.set(given, [row.key]);
  }
  return [...moved].flatMap(([given, keys]): readonly Edit[] =>
    given === NOT_TAKEN
      ? [{ kind: 'reject', keys }]
      : [
          { kind: 'level', keys, level: Number(given) },
          { kind: 'accept', keys },
        ],
  );
}

function rowEdit(act: string, row: EditRow, form: Form): readonly Edit[] {
  const { key } = row;
  switch (act) {
    case 'accept':
    case 'reject':
      return [{ kind: act, keys: [key] }];
    case 'promote':
    case 'demote':
    case 'merge':
      return [{ kind: act, key }];
    case 'text': {
      const code = form.text('code').slice(0, 40);
      const [title = '', ...more] = form
        .text('title')
        .split('\n')
        .map((part) => part.trim())
        .filter(Boolean);
      const edits: Edit[] = [];
      if (code !== row.code || title !== row.title) edits.push({ kind: 'text', key, code, title });
      if (more.length > 0) edits.push({ kind: 'split', key, parts: [title, ...more] });
      return edits;
    }
    case 'like': {
      const given = form.text('like');
      if (given === NOT_TAKEN) return [{ kind: 'like', key, level: null }];
      return isLevel(given) ? [{ kind: 'like', key, level: Number(given) }] : [];
    }
    default:
      return [];
  }
}

function manyEdit(act: string, form: Form, outline: Outline): readonly Edit[] {
  const unsure = outline.rows.filter((row) => row.origin === 'unsure').map((row) => row.key);
  switch (act) {
    case 'accept-selected':
      return some('accept', form.all('row'));
    case 'reject-selected':
      return some('reject', form.all('row'));
    case 'accept-unsure':
      return some('accept', unsure);
    case 'reject-unsure':
      return some('reject', unsure);
    case 'levels':
      return Array.from({ length: MOST_LEVELS }, (_, level) => ({
        level,
        name: form.text(`singular-${level}`).slice(0, 80),
        printed: form.text(`plural-${level}`).slice(0, 80),
      })).flatMap(({ level, name, printed }): readonly Edit[] =>
        name === '' || printed === '' ? [] : [{ kind: 'name', level, name, printed }],
      );
    default:
      return [];
  }
}

function some(kind: 'accept' | 'reject', keys: readonly string[]): readonly Edit[] {
  return keys.length === 0 ? [] : [{ kind, keys }];
}

/** A row that was merged is gone: back to the one above it. */
function placeOf(act: string, row: EditRow, outline: Outline): string {
  if (act !== 'merge') return row.key;
  const at = outline.rows.indexOf(row);
  return outline.rows[at - 1]?.key ?? row.key;
}

function isLevel(text: string): boolean {
  return /^[0-4]$/u.test(text);
}
