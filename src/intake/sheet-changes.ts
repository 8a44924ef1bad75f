/** What a sheet would do to a plan, row by row and cell by cell: create, change, unchanged, reject. Pure; nothing is saved here. */
import { blockingProblems } from '../model/check.ts';
import type { City, Id, Plan } from '../model/plan.ts';
import type { Problem } from '../problem.ts';
import type { Grid } from './csv.ts';
import { fold } from './characters.ts';
import { read, same, show, tidy } from './sheet-cell.ts';
import type { Item } from './sheet-cell.ts';
import type { Target } from './sheet-mapping.ts';
import { mapped, sheetRows } from './sheet-row.ts';
import type { MappedColumn, SheetRow } from './sheet-row.ts';
import { parentOf, SheetWork } from './sheet-work.ts';
import type { MatchedBy, Place } from './sheet-work.ts';

/** What a person says of a row that is in doubt. */
export type RowDecision = 'same' | 'new' | 'skip';

export interface SheetRequest {
  readonly grid: Grid;
  /** One target a column. */
  readonly mapping: readonly Target[];
  /** By the row's index. */
  readonly decisions: Readonly<Record<string, RowDecision>>;
  /** An empty cell clears the value; otherwise it says nothing. */
  readonly clearEmpty: boolean;
}

export interface CellChange {
  readonly column: number;
  readonly outcome: 'set' | 'reject';
  readonly before: string;
  readonly after: string;
  readonly problem: Problem | null;
}

export const OUTCOMES = ['create', 'change', 'unchanged', 'undecided', 'reject', 'skip'] as const;
export type Outcome = (typeof OUTCOMES)[number];

export interface RowChange {
  readonly index: number;
  readonly line: number;
  readonly outcome: Outcome;
  readonly kind: 'node' | 'task' | null;
  readonly itemId: Id | null;
  /** Code and title, as the row or its item says them. */
  readonly label: string;
  readonly by: MatchedBy | null;
  /** The item it might be, in words, where that is in doubt; '' when there are several. */
  readonly doubt: string | null;
  readonly cells: readonly CellChange[];
  readonly problems: readonly Problem[];
  /** Goals that its level columns make. */
  readonly also: readonly string[];
}

export interface SheetChanges {
  readonly rows: readonly RowChange[];
  readonly counts: Readonly<Record<Outcome | 'cells' | 'rejectedCells' | 'also', number>>;
  readonly items: readonly { readonly before: Item | null; readonly after: Item }[];
  readonly plan: Plan;
}

/** Times that rows are set aside for what they would break in the plan. */
const MOST_ROUNDS = 20;

/** Reads every row against the plan; rows that would break it are rejected, and only they. */
export function changesOf(city: City, plan: Plan, request: SheetRequest, newId: () => Id): SheetChanges {
  const known = new Set(blockingProblems(city, plan).map(keyOf));
  const columns = mapped(request.mapping);
  const rejected = new Map<number, readonly Problem[]>();
  for (let round = 0; ; round++) {
    const reader = new SheetReader(new SheetWork(city, plan, newId), request, rejected);
    const changes = reader.readAll();
    const found = blockingProblems(city, changes.plan).filter((problem) => !known.has(keyOf(problem)));
    if (found.length === 0) return changes;
    const guilty = new Map<number, Problem[]>();
    for (const problem of found)
      for (const row of changes.rows)
        if (
          (!PLACE_PROBLEMS.has(problem.code) || isPlaced(row, columns)) &&
          row.itemId !== null &&
          row.itemId === problem.place.id &&
          (row.outcome === 'create' || row.outcome === 'change')
        ) {
          const list = guilty.get(row.index);
          if (list) list.push(problem);
          else guilty.set(row.index, [problem]);
        }
    // What breaks something elsewhere, or too much at once: every row that changes anything is held back.
    const all = guilty.size === 0 || round >= MOST_ROUNDS;
    for (const row of changes.rows)
      if (all && (row.outcome === 'create' || row.outcome === 'change'))
        rejected.set(row.index, found.slice(0, 3));
      else if (guilty.has(row.index)) rejected.set(row.index, guilty.get(row.index)!);
  }
}

/** Equal when both would do the same to the same plan; ids of what is new do not count. */
export function digestText(changes: SheetChanges): string {
  return JSON.stringify(
    changes.rows.map((row) => [
      row.index,
      row.outcome,
      row.kind,
      row.by === null ? null : row.itemId,
      row.also,
      row.cells,
    ]),
  );
}

class SheetReader {
  private readonly work: SheetWork;
  private readonly request: SheetRequest;
  private readonly rejected: ReadonlyMap<number, readonly Problem[]>;
  private readonly columns: readonly MappedColumn[];
  private readonly language: string;
  private readonly taken = new Map<Id, number>();

  constructor(work: SheetWork, request: SheetRequest, rejected: ReadonlyMap<number, readonly Problem[]>) {
    this.work = work;
    this.request = request;
    this.rejected = rejected;
    this.columns = mapped(request.mapping);
    this.language = work.city.languages[0] ?? 'pl';
  }

  readAll(): SheetChanges {
    const rows = sheetRows(this.request.grid, this.columns, this.language);
    const done = new Map<number, RowChange>();
    let waiting: readonly SheetRow[] = rows;
    // A row waits while the goal it names as its parent may still be made by a row below.
    for (let last = false; waiting.length > 0;) {
      const later: SheetRow[] = [];
      for (const row of waiting) {
        const change = this.readRow(row, last);
        if (change === null) later.push(row);
        else done.set(row.index, change);
      }
      last = later.length === waiting.length;
      waiting = later;
    }
    const list = rows.map((row) => done.get(row.index)!);
    const counts = Object.fromEntries(
      OUTCOMES.map((outcome) => [outcome, list.filter((row) => row.outcome === outcome).length]),
    ) as Record<Outcome, number>;
    const cells = list.flatMap((row) => row.cells);
    return {
      rows: list,
      counts: {
        ...counts,
        cells: cells.filter((cell) => cell.outcome === 'set').length,
        rejectedCells: cells.filter((cell) => cell.outcome === 'reject').length,
        also: list.reduce((sum, row) => sum + row.also.length, 0),
      },
      items: this.work.changed(),
      plan: this.work.planNow(),
    };
  }

  private readRow(row: SheetRow, last: boolean): RowChange | null {
    const blank: RowChange = {
      index: row.index,
      line: row.line,
      outcome: 'reject',
      kind: row.kind,
      itemId: null,
      label: labelOf(row),
      by: null,
      doubt: null,
      cells: [],
      problems: [],
      also: [],
    };
    const held = this.rejected.get(row.index);
    if (held) return { ...blank, problems: held };
    const decision = this.request.decisions[String(row.index)];
    if (decision === 'skip') return { ...blank, outcome: 'skip' };
    const place = this.work.placeOf(row);
    const match = this.work.match(row, place);
    const fail = (code: string, values: Problem['values'] = {}): RowChange => ({
      ...blank,
      problems: [{ code, place: { line: row.line }, values }],
    });
    if (match.found === null && match.several && decision !== 'new')
      return { ...blank, outcome: 'undecided', doubt: '' };
    if (match.found !== null && match.doubt && decision === undefined)
      return {
        ...blank,
        outcome: 'undecided',
        by: match.by,
        doubt: nameOf(match.found, this.language),
        kind: match.found.kind,
      };
    if (match.found === null || decision === 'new') return this.create(row, place, last, blank, fail);
    const { it } = match.found;
    const before = this.taken.get(it.id);
    if (before !== undefined) return fail('row-repeats', { line: this.request.grid.lines[before]! });
    this.taken.set(it.id, row.index);
    this.work.alias(row.text('id'), it.id);
    const { cells, item } = this.fill(match.found, row, false);
    const moved = this.movePlace(item, row, place, last);
    if (moved === null) {
      this.taken.delete(it.id);
      return null;
    }
    const all = [...cells, ...moved.cells];
    const set = all.some((cell) => cell.outcome === 'set');
    if (set) this.work.put(moved.item);
    const bad = all.some((cell) => cell.outcome === 'reject');
    return {
      ...blank,
      outcome: set ? 'change' : bad ? 'reject' : 'unchanged',
      kind: match.found.kind,
      itemId: it.id,
      label: nameOf(match.found, this.language),
      by: match.by,
      cells: all,
    };
  }

  private create(
    row: SheetRow,
    place: Place,
    last: boolean,
    blank: RowChange,
    fail: (code: string, values?: Problem['values']) => RowChange,
  ): RowChange | null {
    const code = row.text('code');
    if (row.titles.size === 0 && (code === '' || row.kind === 'task')) return fail('row-untitled');
    const path = row.isAbove ? row.above.slice(0, -1) : row.above;
    let parent = path.length > 0 ? undefined : place;
    if (typeof parent === 'object' && parent !== null) {
      if ('several' in parent) return fail('parent-several', { value: parent.several });
      return last ? fail('parent-unknown', { value: parent.unknown }) : null;
    }
    const said = this.levelOf(row);
    if (said === 'unknown')
      return fail('level-unknown', {
        value: row.text('level') || row.text('level_name'),
        most: this.work.plan.levels.length,
      });
    if (parent === undefined && path.length === 0) {
      parent = this.work.aboveCode(code) as Id | undefined;
      // The goal above may still come.
      if (parent === undefined && !last && code.includes('.')) return null;
    }
    const own = row.isAbove ? row.above.at(-1)!.level : said;
    let also: readonly string[] = [];
    if (path.length > 0) {
      if (
        [...path, ...(row.isAbove ? [row.above.at(-1)!] : [])].some(
          ({ level }) => level >= this.work.plan.levels.length,
        )
      )
        return fail('level-unknown', {
          value: row.above.at(-1)!.level + 1,
          most: this.work.plan.levels.length,
        });
      const made = this.work.makePath(path, this.language)!;
      parent = made.id;
      also = made.made;
    }
    const parentId = parent ?? null;
    const above = parentId === null ? undefined : this.work.around.node(parentId);
    if (parentId !== null && !above) return fail('parent-unknown', { value: parentId });
    const level = own ?? (above ? above.level + 1 : 0);
    // Where the row does not say: a task below the last level, and where only tasks stand so far.
    const under = parentId !== null && own === null && this.work.holdsTasksAlone(parentId);
    const kind = row.kind ?? (above && (under || level >= this.work.plan.levels.length) ? 'task' : 'node');
    if (kind === 'task' && parentId === null) return fail('task-homeless');
    if (kind === 'node' && level >= this.work.plan.levels.length)
      return fail('level-unknown', { value: level + 1, most: this.work.plan.levels.length });
    const twin =
      row.isAbove || row.text('id') !== '' ? null : this.work.madeLike(parentId, code, row.titles.values());
    const twinRow = twin === null ? undefined : this.taken.get(twin);
    if (twinRow !== undefined) return fail('row-repeats', { line: this.request.grid.lines[twinRow]! });
    const fresh: Item =
      kind === 'task'
        ? { kind, it: this.work.blankTask(parentId!) }
        : { kind, it: this.work.blankNode(parentId, level) };
    const { cells, item } = this.fill(fresh, row, true);
    if (row.isAbove) {
      const made = this.work.makePath(row.above, this.language)!;
      const node = this.work.get(made.id!)!;
      this.work.put({
        ...node,
        it: {
          ...item.it,
          id: node.it.id,
          code: node.it.code,
          title: node.it.title,
          position: node.it.position,
        },
      } as Item);
      this.taken.set(node.it.id, row.index);
      return { ...blank, outcome: 'create', kind, itemId: node.it.id, cells, also };
    }
    if (item.kind === 'task' && Object.keys(item.it.title).length === 0)
      return { ...fail('row-untitled'), cells };
    this.work.add(item);
    this.work.alias(row.text('id'), item.it.id);
    this.taken.set(item.it.id, row.index);
    return { ...blank, outcome: 'create', kind, itemId: item.it.id, cells, also };
  }

  /** The item with every cell that says something else; cells that cannot be read are left out and say why. */
  private fill(
    start: Item,
    row: SheetRow,
    isNew: boolean,
  ): { readonly cells: readonly CellChange[]; readonly item: Item } {
    const cells: CellChange[] = [];
    let item = start;
    for (const { column, field } of this.columns) {
      if (PLACE.has(field.name) || (row.isAbove && field.name === 'title')) continue;
      const after = tidy(row.cells[column]!);
      const before = isNew ? '' : show(start, field, this.work.around);
      if (after === '' && (isNew || !this.request.clearEmpty)) continue;
      if (same(before, after, field)) continue;
      const answer = read(item, field, after, this.work.around);
      const cell = { column, before, after };
      if ('problem' in answer)
        cells.push({
          ...cell,
          outcome: 'reject',
          problem: {
            code: answer.problem,
            place: { line: row.line },
            values: { value: answer.value.slice(0, 100) },
          },
        });
      else {
        const next = { kind: item.kind, it: { ...item.it, ...answer.set } } as Item;
        // Said in other words: "30.06.2027", "w toku".
        if (!isNew && show(next, field, this.work.around) === before) continue;
        item = next;
        cells.push({ ...cell, outcome: 'set', problem: null });
      }
    }
    return { cells, item };
  }

  /** Kind, level and parent of an item that is there. Null: the goal it is to move under may still come. */
  private movePlace(
    start: Item,
    row: SheetRow,
    place: Place,
    last: boolean,
  ): { readonly cells: readonly CellChange[]; readonly item: Item } | null {
    const cells: CellChange[] = [];
    let item = start;
    const reject = (cell: Pick<CellChange, 'column' | 'before' | 'after'>, code: string): void =>
      void cells.push({
        ...cell,
        outcome: 'reject',
        problem: { code, place: { line: row.line }, values: { value: cell.after.slice(0, 100) } },
      });
    let target: Id | null | undefined;
    for (const { column, field } of this.columns) {
      if (!PLACE.has(field.name) || field.name === 'id' || field.name.startsWith('level_')) continue;
      const before = show(start, field, this.work.around);
      const after = tidy(row.cells[column]!);
      if (after === '' || same(before, after, field)) continue;
      const cell = { column, before, after };
      if (field.name === 'kind') {
        if (row.kind !== null && row.kind !== item.kind) reject(cell, 'cell-kind');
      } else if (field.name === 'level') {
        const level = this.levelOf(row);
        if (item.kind !== 'node' || typeof level !== 'number') reject(cell, 'cell-level');
        else {
          item = { kind: 'node', it: { ...item.it, level } };
          cells.push({ ...cell, outcome: 'set', problem: null });
        }
      } else {
        const found =
          field.name === 'parent_id'
            ? (this.work.around.idOf(after) ?? { unknown: after })
            : this.work.withCode(after);
        if (typeof found !== 'string') {
          if (!last && found !== null && found !== undefined && 'unknown' in found) return null;
          reject(cell, 'cell-parent');
        } else if (target !== undefined && target !== found) reject(cell, 'cell-parents-differ');
        else {
          target = found;
          cells.push({ ...cell, outcome: 'set', problem: null });
        }
      }
    }
    if (row.above.length > 0) {
      const column = this.columns.findLast(({ field }) => /^level_\d$/u.test(field.name))!.column;
      const after = row.above.map(({ title }) => title).join(' › ');
      if (place !== null && typeof place === 'object') {
        if (!last) return null;
        reject({ column, before: '', after }, 'cell-parent');
      } else if (place !== undefined && place !== parentOf(item)) {
        target = place;
        const now = parentOf(item);
        const from = now === null ? undefined : this.work.get(now);
        cells.push({
          column,
          before: from ? nameOf(from, this.language) : '',
          after,
          outcome: 'set',
          problem: null,
        });
      }
    }
    if (target !== undefined && target !== parentOf(item)) {
      const position = this.work.endOf(target);
      if (item.kind === 'node') item = { kind: 'node', it: { ...item.it, parentId: target, position } };
      else if (target !== null) item = { kind: 'task', it: { ...item.it, nodeId: target, position } };
    }
    return { cells, item };
  }

  /** Index of the level that the row names; null when it names none. */
  private levelOf(row: SheetRow): number | null | 'unknown' {
    const { levels } = this.work.plan;
    const text = row.text('level') || row.text('level_name');
    if (text === '') return null;
    if (/^\d{1,2}$/u.test(text))
      return Number(text) >= 1 && Number(text) <= levels.length ? Number(text) - 1 : 'unknown';
    const at = levels.findIndex((level) =>
      [...Object.values(level.singular), ...Object.values(level.plural)].some(
        (name) => fold(name) === fold(text),
      ),
    );
    return at < 0 ? 'unknown' : at;
  }
}

const PLACE = new Set<string>([
  'kind',
  'id',
  'parent_id',
  'parent_code',
  'level',
  'level_name',
  'level_1',
  'level_2',
  'level_3',
  'level_4',
  'level_5',
]);

/** Problems that a row is guilty of only when it says where its item stands. */
const PLACE_PROBLEMS = new Set(['parent-cycle', 'parent-level', 'parent-missing', 'level-invalid']);

function isPlaced(row: RowChange, columns: readonly MappedColumn[]): boolean {
  const place = new Set(columns.filter(({ field }) => PLACE.has(field.name)).map(({ column }) => column));
  return (
    row.outcome === 'create' || row.cells.some((cell) => cell.outcome === 'set' && place.has(cell.column))
  );
}

function keyOf(problem: Problem): string {
  return `${problem.code} ${problem.place.id ?? ''} ${problem.place.field ?? ''}`;
}

function labelOf(row: SheetRow): string {
  return [row.text('code'), [...row.titles.values()][0] ?? ''].filter(Boolean).join(' ');
}

function nameOf(item: Item, language: string): string {
  const { code, title } = item.it;
  return [code ?? '', title?.[language] ?? Object.values(title ?? {})[0] ?? ''].filter(Boolean).join(' ');
}
