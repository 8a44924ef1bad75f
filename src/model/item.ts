/** A goal or task as a form's fields and back, and two people's versions of it brought together. */
import type { Problem } from '../problem.ts';
import { dayNumber } from './day.ts';
import { parsePercent } from './decimal.ts';
import { parsePeriod } from './period.ts';
import type { Id, Link, Node, Plan, Task, TaskState, Texts } from './plan.ts';
import { LINK_KINDS, TASK_STATES } from './plan.ts';
import { MAX_WEIGHT } from './structure.ts';

export type Item = ({ readonly kind: 'node' } & Node) | ({ readonly kind: 'task' } & Task);

/** What a form holds, by name: `title.pl`, `startOn`. Lists are lines: ids, `supports ID`, partners of one language. */
export type ItemFields = Readonly<Record<string, string>>;

const TEXTS = ['title', 'description', 'expectedResult'] as const;
const TASK_TEXTS = ['stateReason', 'reportText', 'nextStep'] as const;
const LINES = ['code', 'startOn', 'endOn'] as const;
const TASK_LINES = ['mergedIntoId', 'progressPercent', 'reportedFor', 'reportedOn'] as const;
const MOST = { code: 40, title: 500, text: 50_000 };

export function itemOf(plan: Pick<Plan, 'nodes' | 'tasks'>, id: Id): Item | null {
  const node = plan.nodes.find((one) => one.id === id);
  if (node) return { kind: 'node', ...node };
  const task = plan.tasks.find((one) => one.id === id);
  return task ? { kind: 'task', ...task } : null;
}

/** The names of an item's fields, in the order of the form. */
export function fieldNames(kind: Item['kind'], languages: readonly string[]): readonly string[] {
  const each = (name: string): readonly string[] => languages.map((language) => `${name}.${language}`);
  return [
    'code',
    ...TEXTS.flatMap(each),
    'unitIds',
    'groupIds',
    ...each('partners'),
    'startOn',
    'endOn',
    'links',
    ...(kind === 'task'
      ? [
          'state',
          ...each('stateReason'),
          'mergedIntoId',
          'progressPercent',
          'reportedFor',
          'reportedOn',
          ...each('reportText'),
          ...each('nextStep'),
          'weight',
        ]
      : []),
  ].filter((name) => kind === 'node' || name !== 'groupIds');
}

export function fieldsOf(item: Item, languages: readonly string[]): ItemFields {
  const fields: Record<string, string> = {};
  const texts = (name: string, value: Texts | null): void => {
    for (const language of languages) fields[`${name}.${language}`] = value?.[language] ?? '';
  };
  for (const name of TEXTS) texts(name, item[name]);
  for (const name of LINES) fields[name] = item[name] ?? '';
  fields['unitIds'] = item.unitIds.join('\n');
  fields['links'] = item.links.map(({ kind, toId }) => `${kind} ${toId}`).join('\n');
  for (const language of languages)
    fields[`partners.${language}`] = item.partners
      .map((partner) => partner[language] ?? '')
      .join('\n')
      .trimEnd();
  if (item.kind === 'node') fields['groupIds'] = item.groupIds.join('\n');
  else {
    for (const name of TASK_TEXTS) texts(name, item[name]);
    for (const name of TASK_LINES) fields[name] = item[name] ?? '';
    fields['state'] = item.state;
    fields['weight'] = String(item.weight);
  }
  return fields;
}

/**
 * The item with the fields in place, or what is wrong with them. Fields that are not given stay as they are, and so do
 * texts of languages the form does not show.
 */
export function withFields(
  item: Item,
  fields: ItemFields,
  languages: readonly string[],
): { readonly item: Item } | { readonly problems: readonly Problem[] } {
  const problems: Problem[] = [];
  const problem = (code: string, field: string, values: Problem['values'] = {}): void =>
    void problems.push({ code, place: { field }, values });
  const given = (name: string, old: string | null): string | null =>
    fields[name] === undefined ? old : fields[name].trim() || null;
  const texts = (name: string, old: Texts | null, most: number): Texts | null => {
    const text: Record<string, string> = { ...old };
    for (const language of languages) {
      const value = fields[`${name}.${language}`];
      if (value === undefined) continue;
      if (value.length > most) problem('too-long', `${name}.${language}`, { most, given: value.length });
      if (value.trim() === '') delete text[language];
      else text[language] = value.trim();
    }
    return Object.keys(text).length === 0 ? null : text;
  };
  const date = (name: string, old: string | null): string | null => {
    const value = given(name, old);
    if (value !== null && dayNumber(value) === null) problem('not-a-date', name);
    return value;
  };
  const ids = (name: string, old: readonly Id[]): readonly Id[] => {
    const value = fields[name];
    return value === undefined ? old : [...new Set(value.split('\n').filter(Boolean))];
  };

  const code = given('code', item.code);
  if (code !== null && code.length > MOST.code)
    problem('too-long', 'code', { most: MOST.code, given: code.length });
  const shared = {
    code: code?.replace(/\.$/, '') ?? null,
    description: texts('description', item.description, MOST.text),
    expectedResult: texts('expectedResult', item.expectedResult, MOST.text),
    unitIds: ids('unitIds', item.unitIds),
    partners: partnersOf(item, fields, languages),
    startOn: date('startOn', item.startOn),
    endOn: date('endOn', item.endOn),
    links: fields['links'] === undefined ? item.links : linksOf(fields['links']),
  };
  if (shared.startOn !== null && shared.endOn !== null && shared.endOn < shared.startOn)
    problem('end-before-start', 'endOn');
  const title = texts('title', item.title, MOST.title);
  if (item.kind === 'node') {
    const node: Item = { ...item, ...shared, title, groupIds: ids('groupIds', item.groupIds) };
    return problems.length > 0 ? { problems } : { item: node };
  }

  if (title === null) problem('required', `title.${languages[0]}`);
  const state = (fields['state'] ?? item.state) as TaskState;
  if (!TASK_STATES.includes(state)) problem('not-a-choice', 'state');
  const stateReason = texts('stateReason', item.stateReason, MOST.text);
  if ((state === 'stopped' || state === 'merged') && stateReason === null)
    problem('reason-required', `stateReason.${languages[0]}`);
  const mergedIntoId = state === 'merged' ? given('mergedIntoId', item.mergedIntoId) : null;
  if (state === 'merged' && mergedIntoId === null) problem('merged-into-required', 'mergedIntoId');
  const progressPercent = given('progressPercent', item.progressPercent)?.replace(',', '.') ?? null;
  if (progressPercent !== null && parsePercent(progressPercent) === null)
    problem('not-a-percent', 'progressPercent');
  const reportedFor = given('reportedFor', item.reportedFor);
  if (reportedFor !== null && !parsePeriod(reportedFor)) problem('not-a-period', 'reportedFor');
  const weight = Number(fields['weight'] ?? item.weight);
  if (!Number.isInteger(weight) || weight < 1 || weight > MAX_WEIGHT)
    problem('not-a-weight', 'weight', { most: MAX_WEIGHT });
  const task: Item = {
    ...item,
    ...shared,
    title: title ?? {},
    state,
    stateReason,
    mergedIntoId,
    progressPercent,
    reportedFor,
    reportedOn: date('reportedOn', item.reportedOn),
    reportText: texts('reportText', item.reportText, MOST.text),
    nextStep: texts('nextStep', item.nextStep, MOST.text),
    weight,
  };
  return problems.length > 0 ? { problems } : { item: task };
}

/** Where two people changed one item. `chosen` null: both changed the field, a person must say which holds. */
export interface Difference {
  readonly field: string;
  readonly mine: string;
  readonly theirs: string;
  readonly chosen: 'mine' | 'theirs' | null;
}

/** Fields in which mine and theirs differ, seen from what both began with. */
export function differences(base: ItemFields, mine: ItemFields, theirs: ItemFields): readonly Difference[] {
  return Object.keys(theirs).flatMap((field) => {
    const [was, my, their] = [base[field] ?? '', mine[field] ?? '', theirs[field] ?? ''];
    if (my === their) return [];
    return [
      { field, mine: my, theirs: their, chosen: my === was ? 'theirs' : their === was ? 'mine' : null },
    ];
  });
}

/** Mine, with theirs where it was chosen; the fields that nobody has decided on are left over. */
export function decided(
  base: ItemFields,
  mine: ItemFields,
  theirs: ItemFields,
  choices: Readonly<Record<string, 'mine' | 'theirs'>>,
): { readonly fields: ItemFields; readonly open: readonly string[] } {
  const fields: Record<string, string> = { ...theirs, ...mine };
  const open: string[] = [];
  for (const { field, chosen } of differences(base, mine, theirs)) {
    const choice = choices[field] ?? chosen;
    if (choice === null) open.push(field);
    else fields[field] = (choice === 'mine' ? mine[field] : theirs[field]) ?? '';
  }
  return { fields, open };
}

function partnersOf(item: Item, fields: ItemFields, languages: readonly string[]): readonly Texts[] {
  if (languages.every((language) => fields[`partners.${language}`] === undefined)) return item.partners;
  const columns = languages.map(
    (language) => [language, (fields[`partners.${language}`] ?? '').split('\n')] as const,
  );
  const rows = Math.max(...columns.map(([, lines]) => lines.length));
  return Array.from({ length: rows }, (_, at) =>
    Object.fromEntries(
      columns.flatMap(([language, lines]) => {
        const text = lines[at]?.trim() ?? '';
        return text === '' ? [] : [[language, text]];
      }),
    ),
  ).filter((partner) => Object.keys(partner).length > 0);
}

function linksOf(lines: string): readonly Link[] {
  const links = lines.split('\n').flatMap((line): Link[] => {
    const [kind = '', toId = ''] = line.trim().split(' ');
    const known = LINK_KINDS.find((one) => one === kind);
    return known && toId !== '' ? [{ kind: known, toId }] : [];
  });
  return [...new Map(links.map((link) => [`${link.kind} ${link.toId}`, link])).values()];
}
