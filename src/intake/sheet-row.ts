/** Rows of a sheet as they are read: their cells by field, and the goals above them where columns name those. */
import { collapse, fold } from './characters.ts';
import type { Grid } from './csv.ts';
import { tidy } from './sheet-cell.ts';
import { fieldOf } from './sheet-mapping.ts';
import type { Field, Target } from './sheet-mapping.ts';
import { KIND_WORDS, STATE_WORDS } from '../text/sheet-headers.ts';
import type { SheetFieldName } from '../text/sheet-headers.ts';

/** A goal that a numbered level column names. */
export interface Above {
  /** Index of the level. */
  readonly level: number;
  readonly title: string;
}

export interface SheetRow {
  readonly index: number;
  /** Line of the file. */
  readonly line: number;
  readonly cells: readonly string[];
  /** Text of the first column of this name with anything in it; '' when there is none. */
  readonly text: (name: SheetFieldName) => string;
  /** Titles by language. */
  readonly titles: ReadonlyMap<string, string>;
  /** Goals named by level columns, from the top; empty cells at the start repeat the row above (merged cells). */
  readonly above: readonly Above[];
  /** The row's item is the last of them: no column gives it another title. */
  readonly isAbove: boolean;
  /** What the row is, where it says so. */
  readonly kind: 'node' | 'task' | null;
}

export interface MappedColumn {
  readonly column: number;
  readonly field: Field;
}

/** The columns that are read. */
export function mapped(mapping: readonly Target[]): readonly MappedColumn[] {
  return mapping.flatMap((target, column) => {
    const field = target === null ? null : fieldOf(target);
    return field ? [{ column, field }] : [];
  });
}

/** Every row with what the mapping makes of it. */
export function sheetRows(
  grid: Grid,
  columns: readonly MappedColumn[],
  mainLanguage: string,
): readonly SheetRow[] {
  const levels = columns
    .flatMap(({ column, field }) => {
      const [, number] = /^level_(\d)$/u.exec(field.name) ?? [];
      return number === undefined ? [] : [{ column, level: Number(number) - 1 }];
    })
    .sort((a, b) => a.level - b.level);
  let before: readonly Above[] = [];
  return grid.rows.map((cells, index) => {
    const text = (name: SheetFieldName): string => {
      for (const { column, field } of columns)
        if (field.name === name && tidy(cells[column]!) !== '') return tidy(cells[column]!);
      return '';
    };
    const titles = new Map<string, string>();
    for (const { column, field } of columns)
      if (field.name === 'title' && tidy(cells[column]!) !== '')
        titles.set(field.lang ?? mainLanguage, tidy(cells[column]!));
    const above = aboveOf(cells, levels, before, titles.size > 0);
    if (above.length > 0) before = above;
    const isAbove = titles.size === 0 && above.length > 0;
    if (isAbove) titles.set(mainLanguage, above.at(-1)!.title);
    return {
      index,
      line: grid.lines[index]!,
      cells,
      text,
      titles,
      above,
      isAbove,
      kind: kindOf(text, isAbove, above.length > 0 && titles.size > 0),
    };
  });
}

/** For comparing titles: letters alone, in one case, single spaces. */
export function likeness(text: string): string {
  return fold(collapse(tidy(text)));
}

function aboveOf(
  cells: readonly string[],
  levels: readonly { readonly column: number; readonly level: number }[],
  before: readonly Above[],
  hasTitle: boolean,
): readonly Above[] {
  const given = levels.map(({ column, level }) => ({ level, title: tidy(cells[column]!) }));
  const first = given.findIndex(({ title }) => title !== '');
  if (first < 0) return hasTitle ? before : [];
  const top = given[first]!.level;
  return [...before.filter(({ level }) => level < top), ...given.filter(({ title }) => title !== '')];
}

function kindOf(text: SheetRow['text'], isAbove: boolean, isUnder: boolean): SheetRow['kind'] {
  const said = KIND_WORDS[fold(text('kind'))];
  if (said) return said;
  if (isAbove || text('level') !== '' || text('level_name') !== '') return 'node';
  if (isUnder) return 'task';
  const state = fold(text('state'));
  if (state !== '' || text('progress_percent') !== '' || STATE_WORDS[state]) return 'task';
  return null;
}
