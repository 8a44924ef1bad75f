/** Cells and fields: what a field of a goal or task looks like in a cell, and what a cell says. The exact inverse of each other. */
import { dayNumber } from '../model/day.ts';
import { parsePercent } from '../model/decimal.ts';
import { parsePeriod } from '../model/period.ts';
import type { City, Id, Node, Plan, Task, Texts } from '../model/plan.ts';
import { TASK_STATES } from '../model/plan.ts';
import { MAX_WEIGHT } from '../model/structure.ts';
import { STATE_WORDS } from '../text/sheet-headers.ts';
import { collapse, fold } from './characters.ts';
import type { Field } from './sheet-mapping.ts';

export type Item =
  | { readonly kind: 'node'; readonly it: Node }
  | { readonly kind: 'task'; readonly it: Task };

/** What cells are read and shown with. */
export interface Around {
  readonly city: City;
  readonly plan: Plan;
  /** A goal by its id, also one that this sheet has just made. */
  readonly node: (id: Id) => Node | undefined;
  /** An id that the sheet names: of the plan, or of a row that became a new item. */
  readonly idOf: (id: string) => Id | null;
}

export const LIST = ' | ';

/** The cell as our own export writes it, without the apostrophe of formulas. */
export function show(item: Item, { name, lang }: Field, around: Around): string {
  const { city, plan } = around;
  const { it } = item;
  const task = item.kind === 'task' ? item.it : null;
  const node = item.kind === 'node' ? item.it : null;
  const of = (texts: Texts | null | undefined): string => texts?.[lang ?? ''] ?? '';
  const parentId = node ? node.parentId : task!.nodeId;
  switch (name) {
    case 'kind':
      return item.kind;
    case 'id':
      return it.id;
    case 'code':
      return it.code ?? '';
    case 'parent_id':
      return parentId ?? '';
    case 'parent_code':
      return (parentId === null ? null : around.node(parentId)?.code) ?? '';
    case 'level':
      return node ? String(node.level + 1) : '';
    case 'level_name':
      return node ? of(plan.levels[node.level]?.singular) : '';
    case 'title':
      return of(it.title);
    case 'description':
      return of(it.description);
    case 'expected_result':
      return of(it.expectedResult);
    case 'groups':
      return node ? names(inOrder(node.groupIds, plan), groupsOf(plan), lang) : '';
    case 'units':
      return names([...new Set(it.unitIds)], city.units, lang);
    case 'partners':
      return it.partners.map(of).filter(Boolean).join(LIST);
    case 'start_on':
      return it.startOn ?? '';
    case 'end_on':
      return it.endOn ?? '';
    case 'state':
      return task?.state ?? '';
    case 'state_reason':
      return of(task?.stateReason);
    case 'merged_into_id':
      return (task?.state === 'merged' ? task.mergedIntoId : null) ?? '';
    case 'progress_percent':
      return task?.progressPercent ?? '';
    case 'reported_on':
      return task?.reportedOn ?? '';
    case 'reported_for':
      return task?.reportedFor ?? '';
    case 'report_text':
      return of(task?.reportText);
    case 'next_step':
      return of(task?.nextStep);
    case 'weight':
      return task ? String(plan.weights === 'whole' ? task.weight : 1) : '';
    default:
      return '';
  }
}

/** Whether two cells say the same: spaces around, the form of letters, "50.00%" and "50". */
export function same(a: string, b: string, { name }: Field): boolean {
  if (name === 'progress_percent') {
    const [one, other] = [percent(a), percent(b)];
    return one !== null && other !== null ? Number(one || -1) === Number(other || -1) : a.trim() === b.trim();
  }
  return tidy(a) === tidy(b);
}

/** What the cell changes of the item, or the code of the problem with the value it stumbled on. */
export type CellRead =
  | { readonly set: Partial<Node> & Partial<Task> }
  | { readonly problem: string; readonly value: string };

/** Reads a cell that says something else than the item. Place, kind and id are not read here. */
export function read(item: Item, field: Field, cell: string, around: Around): CellRead {
  const { name, lang } = field;
  const text = tidy(cell);
  const { it } = item;
  const taskOnly = [
    'state',
    'state_reason',
    'merged_into_id',
    'progress_percent',
    'reported_on',
    'reported_for',
    'report_text',
    'next_step',
    'weight',
  ];
  if (item.kind === 'node' && taskOnly.includes(name)) return { problem: 'cell-of-task', value: text };
  if (item.kind === 'task' && name === 'groups') return { problem: 'cell-of-node', value: text };
  const withText = (texts: Texts | null | undefined): Texts | null => put(texts ?? null, lang ?? '', text);
  const task = item.it as Task;
  const no = (problem: string): CellRead => ({ problem, value: text });
  switch (name) {
    case 'code':
      return text.length > 40 || text.includes('\n') ? no('cell-code') : { set: { code: text || null } };
    case 'title': {
      const title = withText(it.title);
      if (item.kind === 'task' && title === null) return no('cell-title');
      return { set: { title } as Partial<Node> & Partial<Task> };
    }
    case 'description':
      return { set: { description: withText(it.description) } };
    case 'expected_result':
      return { set: { expectedResult: withText(it.expectedResult) } };
    case 'groups': {
      const ids = idsOf(text, groupsOf(around.plan), lang);
      return typeof ids === 'string' ? { problem: 'cell-group', value: ids } : { set: { groupIds: ids } };
    }
    case 'units': {
      const ids = idsOf(text, around.city.units, lang);
      return typeof ids === 'string' ? { problem: 'cell-unit', value: ids } : { set: { unitIds: ids } };
    }
    case 'partners':
      return { set: { partners: partnersOf(it.partners, lang ?? '', text) } };
    case 'start_on':
    case 'end_on':
    case 'reported_on': {
      const date = text === '' ? null : dateOf(text, name === 'end_on');
      if (text !== '' && date === null) return no('cell-date');
      return { set: { [{ start_on: 'startOn', end_on: 'endOn', reported_on: 'reportedOn' }[name]]: date } };
    }
    case 'state': {
      const state =
        TASK_STATES.find((one) => one === fold(text)) ??
        STATE_WORDS[fold(collapse(text)).replaceAll('-', ' ')];
      return state === undefined
        ? no('cell-state')
        : { set: { state: state as Task['state'], ...(state === 'merged' ? {} : { mergedIntoId: null }) } };
    }
    case 'state_reason':
      return { set: { stateReason: withText(task.stateReason) } };
    case 'merged_into_id': {
      const id = text === '' ? null : around.idOf(text);
      return text !== '' && id === null ? no('cell-id') : { set: { mergedIntoId: id } };
    }
    case 'progress_percent': {
      const value = percent(text);
      return value === null ? no('cell-percent') : { set: { progressPercent: value || null } };
    }
    case 'reported_for':
      return text !== '' && !parsePeriod(text) ? no('cell-period') : { set: { reportedFor: text || null } };
    case 'report_text':
      return { set: { reportText: withText(task.reportText) } };
    case 'next_step':
      return { set: { nextStep: withText(task.nextStep) } };
    case 'weight':
      return /^\d{1,5}$/u.test(text) && Number(text) >= 1 && Number(text) <= MAX_WEIGHT
        ? { set: { weight: Number(text) } }
        : no('cell-weight');
    default:
      return no('cell-fixed');
  }
}

/** A day as sheets write it; a year alone is its first day, for an end its last. Null when it is none, or two could be meant. */
export function dateOf(text: string, end: boolean): string | null {
  if (/^[12]\d{3}$/u.test(text)) return end ? `${text}-12-31` : `${text}-01-01`;
  const [, year, month, day] =
    /^(\d{4})[-./](\d{1,2})[-./](\d{1,2})(?:[T ]00:00(?::00(?:\.0+)?)?Z?)?$/u.exec(text) ?? [];
  const [, d, m, y] = /^(\d{1,2})[-./](\d{1,2})[-./](\d{4})$/u.exec(text) ?? [];
  const date = year ? [year, month!, day!] : y ? [y, m!, d!] : null;
  if (!date) return null;
  const iso = `${date[0]}-${date[1]!.padStart(2, '0')}-${date[2]!.padStart(2, '0')}`;
  return dayNumber(iso) === null ? null : iso;
}

/** "50.00%", "46,5 %" as "50", "46.5"; '' for nothing; null when it is no percentage. */
function percent(cell: string): string | null {
  const text = cell.replaceAll(/[\s%\u00a0]/gu, '').replace(',', '.');
  if (text === '') return '';
  if (!/^\d{1,3}(?:\.\d+)?$/u.test(text)) return null;
  const plain = text.includes('.') ? text.replace(/\.?0+$/u, '') : text;
  return parsePercent(plain) === null ? null : plain;
}

/** White space at the ends away, letters composed, one kind of line end. */
export function tidy(cell: string): string {
  return cell.normalize('NFC').replaceAll('\r\n', '\n').trim();
}

function put(texts: Texts | null, lang: string, text: string): Texts | null {
  const { [lang]: _, ...rest } = texts ?? {};
  const next = text === '' ? rest : { ...texts, [lang]: text };
  return Object.keys(next).length === 0 ? null : next;
}

interface Named {
  readonly id: Id;
  readonly name: Texts | null;
  readonly short?: Texts | null;
}

export function groupsOf(plan: Plan): readonly Named[] {
  return plan.groupings.flatMap((grouping) => grouping.groups);
}

/** Groups stand in the order of the plan, each once. */
function inOrder(ids: readonly Id[], plan: Plan): readonly Id[] {
  return groupsOf(plan)
    .map(({ id }) => id)
    .filter((id) => ids.includes(id));
}

function names(ids: readonly Id[], all: readonly Named[], lang: string | null): string {
  const byId = new Map(all.map((one) => [one.id, one.name?.[lang ?? '']?.trim()]));
  return ids.map((id) => byId.get(id) || id).join(LIST);
}

/** Ids of the named ones, or the first name that is nobody's. Names are split by |, else by ; or , where that gives names. */
function idsOf(text: string, all: readonly Named[], lang: string | null): readonly Id[] | string {
  const find = (name: string): Id | undefined =>
    all.find((one) => one.id === name)?.id ??
    all.find((one) => fold(one.name?.[lang ?? ''] ?? '') === fold(name))?.id ??
    all.find((one) =>
      [...Object.values(one.name ?? {}), ...Object.values(one.short ?? {})].some(
        (said) => fold(said) === fold(name),
      ),
    )?.id;
  let wrong = '';
  for (const separator of ['|', ';', ',']) {
    const parts = text
      .split(separator)
      .map((part) => part.trim())
      .filter(Boolean);
    const ids = parts.map(find);
    const missing = ids.indexOf(undefined);
    if (missing < 0) return [...new Set(ids as Id[])];
    wrong ||= parts[missing]!;
  }
  return wrong;
}

/** Names of partners in one language; their other languages stay where the number is the same. */
function partnersOf(now: readonly Texts[], lang: string, text: string): readonly Texts[] {
  const said = text
    .split('|')
    .map((part) => part.trim())
    .filter(Boolean);
  const mine = now.filter((partner) => (partner[lang] ?? '') !== '');
  if (said.length === mine.length) {
    let next = 0;
    return now.map((partner) =>
      (partner[lang] ?? '') === '' ? partner : { ...partner, [lang]: said[next++]! },
    );
  }
  const known = new Map(mine.map((partner) => [partner[lang], partner]));
  return said.map((name) => known.get(name) ?? { [lang]: name });
}
