/**
 * What changed between two editions of a plan, in the words of the domain and by persistent id: a goal that got
 * another code is the same goal. Computed results are not compared: they follow from what is.
 */
import { canonical } from './canonical.ts';
import type { Edition, EditionDecision, EditionNode, EditionTask, Id, Texts } from './edition.ts';

export const CHANGE_KINDS = [
  'added',
  'removed',
  'renamed',
  'recoded',
  'moved',
  'relevelled',
  'state',
  'date',
  'expected-result',
  'owner',
  'weight',
  'progress',
  'report',
  'group',
  'link',
  'partner',
  'description',
  'text',
  'act',
  'rule',
  'source',
  'lineage',
  'order',
  'header',
] as const;
export type ChangeKind = (typeof CHANGE_KINDS)[number];

/** From the most to the least important for a resident; the order in which `diff` gives the changes. */
export const CHANGE_GROUPS = [
  'goals',
  'plan',
  'stopped',
  'dates',
  'rules',
  'finished',
  'tasks',
  'states',
  'responsibility',
  'progress',
  'details',
] as const;
export type ChangeGroup = (typeof CHANGE_GROUPS)[number];

export const CHANGE_SUBJECTS = [
  'plan',
  'node',
  'task',
  'level',
  'grouping',
  'group',
  'unit',
  'city',
] as const;
export type ChangeSubject = (typeof CHANGE_SUBJECTS)[number];

/** A node, task, unit or group that a value names, as it was called then. */
export interface Named {
  readonly id: Id;
  readonly code: string | null;
  readonly title: Texts | null;
}

/** A date, code, word, number or decimal; a text; or the things named. The `field` says which. */
export type ChangeValue = string | number | Texts | readonly Named[] | null;

export interface Change {
  readonly kind: ChangeKind;
  readonly group: ChangeGroup;
  readonly subject: ChangeSubject;
  readonly id: Id;
  /** As in the newer edition; as in the older one when it was removed. */
  readonly code: string | null;
  readonly title: Texts | null;
  /** The field as the edition names it (`endOn`, `unitIds`); '' for added and removed. */
  readonly field: string;
  readonly old: ChangeValue;
  readonly new: ChangeValue;
  /** The newer edition's reason for a state (`stateReason`), else null. */
  readonly reason: Texts | null;
  /** The decision on which the change rests, when the newer edition names one for this id and field. */
  readonly decision: EditionDecision | null;
}

/**
 * Changes from `a` to `b`, most important group first, within a group in the order of `b` (removed things first,
 * in the order of `a`). [] when nothing that people wrote differs.
 */
export function diff(a: Edition, b: Edition): readonly Change[] {
  const found: Change[] = [];
  const add = (
    change: Omit<Change, 'group' | 'decision' | 'reason'> & { readonly reason?: Texts | null },
  ): void => {
    const whole = { reason: null, ...change };
    found.push({ ...whole, group: groupOf(whole), decision: decisionOn(b, whole) });
  };
  comparePlan(a, b, add);
  compareNodes(a, b, add);
  compareTasks(a, b, add);
  compareLists(a, b, add);
  compareCity(a, b, add);
  const rank = new Map(CHANGE_GROUPS.map((group, at) => [group, at]));
  return found.sort((x, y) => rank.get(x.group)! - rank.get(y.group)!);
}

type Add = (
  change: Omit<Change, 'group' | 'decision' | 'reason'> & { readonly reason?: Texts | null },
) => void;

function comparePlan(a: Edition, b: Edition, add: Add): void {
  const base = { subject: 'plan', id: b.plan.id, code: null, title: b.plan.title } as const;
  const compare = (kind: ChangeKind, field: string, old: ChangeValue, now: ChangeValue): void => {
    if (!same(old, now)) add({ ...base, kind, field, old, new: now });
  };
  const texts = (value: readonly Texts[]): readonly Named[] =>
    value.map((title) => ({ id: '', code: null, title }));
  compare('renamed', 'title', a.plan.title, b.plan.title);
  compare('state', 'state', a.plan.state, b.plan.state);
  compare('date', 'horizon.startOn', a.plan.horizon.startOn, b.plan.horizon.startOn);
  compare('date', 'horizon.endOn', a.plan.horizon.endOn, b.plan.horizon.endOn);
  for (const field of ['vision', 'mission', 'summary', 'shortTitle'] as const)
    compare('text', field, a.plan[field], b.plan[field]);
  compare('text', 'values', texts(a.plan.values), texts(b.plan.values));
  compare('rule', 'reporting.frequency', a.plan.reporting.frequency, b.plan.reporting.frequency);
  compare('rule', 'reporting.graceDays', a.plan.reporting.graceDays, b.plan.reporting.graceDays);
  compare('rule', 'weights', a.plan.weights, b.plan.weights);
  compare('rule', 'behindPoints', a.plan.behindPoints, b.plan.behindPoints);
  compare('date', 'reporting.nextReportOn', a.plan.reporting.nextReportOn, b.plan.reporting.nextReportOn);
  if (!same(a.plan.act, b.plan.act))
    add({
      ...base,
      kind: 'act',
      field: 'act',
      old: a.plan.act?.number ?? null,
      new: b.plan.act?.number ?? null,
    });
  if (!same(a.plan.source, b.plan.source))
    add({
      ...base,
      kind: 'source',
      field: 'source',
      old: a.plan.source?.address ?? null,
      new: b.plan.source?.address ?? null,
    });
  compare('header', 'licence', a.plan.licence, b.plan.licence);
  compare('header', 'slug', a.plan.slug, b.plan.slug);
  if (!same(a.lineage, b.lineage)) add({ ...base, kind: 'lineage', field: 'lineage', old: null, new: null });
}

function compareNodes(a: Edition, b: Edition, add: Add): void {
  const names = [namesOf(a), namesOf(b)] as const;
  for (const { id, before, after } of pairs(a.nodes, b.nodes)) {
    const shown = (after ?? before)!;
    const base = { subject: 'node', id, code: shown.code, title: shown.title } as const;
    if (!before || !after) {
      add({ ...base, kind: after ? 'added' : 'removed', field: '', old: null, new: null });
      continue;
    }
    const compare = comparer(base, add);
    compare('renamed', 'title', before.title, after.title);
    compare('recoded', 'code', before.code, after.code);
    compare(
      'moved',
      'parentId',
      named([before.parentId], names[0]),
      named([after.parentId], names[1]),
      before.parentId !== after.parentId,
    );
    compare('relevelled', 'level', before.level, after.level);
    compare(
      'group',
      'groupIds',
      named(before.groupIds, names[0]),
      named(after.groupIds, names[1]),
      !same(before.groupIds, after.groupIds),
    );
    compareShared(before, after, names, compare);
    if (!same(before.sourceLines, after.sourceLines))
      compare('source', 'sourceLines', lines(before.sourceLines), lines(after.sourceLines));
  }
  compareOrder(a, b, add);
}

function compareTasks(a: Edition, b: Edition, add: Add): void {
  const names = [namesOf(a), namesOf(b)] as const;
  for (const { id, before, after } of pairs(a.tasks, b.tasks)) {
    const shown = (after ?? before)!;
    const base = { subject: 'task', id, code: shown.code, title: shown.title } as const;
    if (!before || !after) {
      add({ ...base, kind: after ? 'added' : 'removed', field: '', old: null, new: null });
      continue;
    }
    const compare = comparer(base, add);
    compare('renamed', 'title', before.title, after.title);
    compare('recoded', 'code', before.code, after.code);
    compare(
      'moved',
      'nodeId',
      named([before.nodeId], names[0]),
      named([after.nodeId], names[1]),
      before.nodeId !== after.nodeId,
    );
    if (before.state !== after.state)
      add({
        ...base,
        kind: 'state',
        field: 'state',
        old: before.state,
        new: after.state,
        reason: after.stateReason,
      });
    else compare('text', 'stateReason', before.stateReason, after.stateReason);
    compare(
      'moved',
      'mergedIntoId',
      named([before.mergedIntoId], names[0]),
      named([after.mergedIntoId], names[1]),
      after.mergedIntoId !== null && before.mergedIntoId !== after.mergedIntoId,
    );
    compareShared(before, after, names, compare);
    compare('weight', 'weight', before.weight, after.weight);
    if (before.progressPercent !== after.progressPercent)
      compare('progress', 'progressPercent', before.progressPercent, after.progressPercent);
    else if (!same(report(before), report(after)))
      compare('report', 'reportedFor', before.reportedFor, after.reportedFor, true);
  }
}

/** What a report consists of besides the progress. */
function report(task: EditionTask): unknown {
  return [task.reportedOn, task.reportedFor, task.reportText, task.nextStep];
}

type Compare = (
  kind: ChangeKind,
  field: string,
  old: ChangeValue,
  now: ChangeValue,
  differs?: boolean,
) => void;

function comparer(base: Pick<Change, 'subject' | 'id' | 'code' | 'title'>, add: Add): Compare {
  return (kind, field, old, now, differs = !same(old, now)) => {
    if (differs) add({ ...base, kind, field, old, new: now });
  };
}

type Names = ReadonlyMap<Id, Named>;

/** Fields that nodes and tasks share. */
function compareShared(
  before: EditionNode | EditionTask,
  after: EditionNode | EditionTask,
  names: readonly [Names, Names],
  compare: Compare,
): void {
  compare('date', 'startOn', before.startOn, after.startOn);
  compare('date', 'endOn', before.endOn, after.endOn);
  compare('expected-result', 'expectedResult', before.expectedResult, after.expectedResult);
  compare(
    'owner',
    'unitIds',
    named(before.unitIds, names[0]),
    named(after.unitIds, names[1]),
    !same(before.unitIds, after.unitIds),
  );
  compare('description', 'description', before.description, after.description);
  const partners = (item: EditionNode | EditionTask): readonly Named[] =>
    item.partners.map((title) => ({ id: '', code: null, title }));
  compare('partner', 'partners', partners(before), partners(after));
  const targets = (item: EditionNode | EditionTask): Id[] => item.links.map((link) => link.toId);
  compare(
    'link',
    'links',
    named(targets(before), names[0]),
    named(targets(after), names[1]),
    !same(before.links, after.links),
  );
}

/** Siblings that stand in another order among themselves: one change for each parent, or for the plan at the top. */
function compareOrder(a: Edition, b: Edition, add: Add): void {
  const homes = [homesOf(a), homesOf(b)] as const;
  for (const [home, after] of homes[1]) {
    if (sameOrder(homes[0].get(home) ?? [], after)) continue;
    const node = b.nodes.find(({ id }) => id === home);
    add({
      kind: 'order',
      subject: node ? 'node' : 'plan',
      id: node?.id ?? b.plan.id,
      code: node?.code ?? null,
      title: node ? node.title : b.plan.title,
      field: 'order',
      old: null,
      new: null,
    });
  }
}

function homesOf(edition: Edition): ReadonlyMap<Id | null, Id[]> {
  const homes = new Map<Id | null, Id[]>();
  const put = (home: Id | null, id: Id): void => {
    const list = homes.get(home);
    if (list) list.push(id);
    else homes.set(home, [id]);
  };
  for (const node of edition.nodes) put(node.parentId, node.id);
  for (const task of edition.tasks) put(task.nodeId, task.id);
  return homes;
}

function compareLists(a: Edition, b: Edition, add: Add): void {
  const compareNamed = (
    subject: ChangeSubject,
    before: readonly { readonly id: Id; readonly name: Texts | null; readonly rest: unknown }[],
    after: readonly { readonly id: Id; readonly name: Texts | null; readonly rest: unknown }[],
  ): void => {
    for (const { id, before: old, after: now } of pairs(before, after)) {
      const base = { subject, id, code: null, title: (now ?? old)!.name } as const;
      if (!old || !now) add({ ...base, kind: now ? 'added' : 'removed', field: '', old: null, new: null });
      else {
        if (!same(old.name, now.name))
          add({ ...base, kind: 'renamed', field: 'name', old: old.name, new: now.name });
        if (!same(old.rest, now.rest))
          add({ ...base, kind: 'header', field: 'details', old: null, new: null });
      }
    }
    if (
      !sameOrder(
        before.map(({ id }) => id),
        after.map(({ id }) => id),
      )
    )
      add({
        kind: 'order',
        subject,
        id: b.plan.id,
        code: null,
        title: null,
        field: 'order',
        old: null,
        new: null,
      });
  };
  const levels = (edition: Edition) =>
    edition.levels.map(({ id, singular, plural }) => ({ id, name: singular, rest: plural }));
  const groupings = (edition: Edition) =>
    edition.groupings.map(({ id, singular, plural, announced }) => ({
      id,
      name: plural,
      rest: [singular, announced],
    }));
  const groups = (edition: Edition) =>
    edition.groupings.flatMap((grouping) =>
      grouping.groups.map(({ id, name }) => ({ id, name, rest: grouping.id })),
    );
  const units = (edition: Edition) =>
    edition.units.map(({ id, name, short, email, phone, parentId }) => ({
      id,
      name,
      rest: [short, email, phone, parentId],
    }));
  compareNamed('level', levels(a), levels(b));
  compareNamed('grouping', groupings(a), groupings(b));
  compareNamed('group', groups(a), groups(b));
  compareNamed('unit', units(a), units(b));
}

function compareCity(a: Edition, b: Edition, add: Add): void {
  for (const field of Object.keys(b.city) as (keyof Edition['city'])[]) {
    if (same(a.city[field], b.city[field])) continue;
    const [old, now] = field === 'name' ? [a.city.name, b.city.name] : [null, null];
    add({
      kind: field === 'name' ? 'renamed' : 'header',
      subject: 'city',
      id: b.city.id,
      code: null,
      title: b.city.name,
      field,
      old,
      new: now,
    });
  }
}

function groupOf(change: Pick<Change, 'kind' | 'subject' | 'field' | 'new'>): ChangeGroup {
  const { kind, subject, field } = change;
  if (kind === 'rule') return 'rules';
  if (subject === 'plan')
    return ['renamed', 'state', 'date', 'act'].includes(kind) || field === 'vision' || field === 'mission'
      ? 'plan'
      : 'details';
  if (subject === 'node' && ['added', 'removed', 'renamed', 'recoded', 'moved', 'relevelled'].includes(kind))
    return 'goals';
  if (subject === 'task') {
    if (kind === 'removed' || field === 'mergedIntoId') return 'stopped';
    if (kind === 'state')
      return change.new === 'done'
        ? 'finished'
        : ['stopped', 'merged', 'suspended'].includes(String(change.new))
          ? 'stopped'
          : 'states';
    if (['added', 'renamed', 'recoded', 'moved'].includes(kind)) return 'tasks';
  }
  if (subject === 'node' || subject === 'task') {
    if (kind === 'date' || kind === 'expected-result') return 'dates';
    if (kind === 'weight') return 'rules';
    if (kind === 'owner') return 'responsibility';
    if (kind === 'progress' || kind === 'report') return 'progress';
  }
  return 'details';
}

/** A decision names the field it changed; for things added and removed it names that. */
function decisionOn(b: Edition, change: Pick<Change, 'id' | 'field' | 'kind'>): EditionDecision | null {
  return (
    b.decisions.find(
      ({ id, field }) => id === change.id && (field === change.field || field === change.kind),
    ) ?? null
  );
}

/** Everything that a value can name, with its code and title. */
function namesOf(edition: Edition): Names {
  const names = new Map<Id, Named>();
  for (const { id, code, title } of [...edition.nodes, ...edition.tasks]) names.set(id, { id, code, title });
  for (const { id, name } of edition.units) names.set(id, { id, code: null, title: name });
  for (const { groups } of edition.groupings)
    for (const { id, name } of groups) names.set(id, { id, code: null, title: name });
  return names;
}

function named(ids: readonly (Id | null)[], names: Names): readonly Named[] {
  return ids.filter((id) => id !== null).map((id) => names.get(id) ?? { id, code: null, title: null });
}

/** Whether the ids that both lists hold stand in the same order. */
function sameOrder(before: readonly Id[], after: readonly Id[]): boolean {
  const [old, now] = [new Set(before), new Set(after)];
  const kept = after.filter((id) => old.has(id));
  return before.filter((id) => now.has(id)).every((id, at) => id === kept[at]);
}

function lines(range: readonly [number, number] | null): string | null {
  return range && `${range[0]}–${range[1]}`;
}

/** Items of both lists by id: those that went first, in their order, then those of the newer list. */
function pairs<T extends { readonly id: Id }>(before: readonly T[], after: readonly T[]) {
  const old = new Map(before.map((item) => [item.id, item]));
  const now = new Map(after.map((item) => [item.id, item]));
  return [
    ...before
      .filter(({ id }) => !now.has(id))
      .map((item) => ({ id: item.id, before: item, after: undefined })),
    ...after.map((item) => ({ id: item.id, before: old.get(item.id), after: item })),
  ];
}

function same(a: unknown, b: unknown): boolean {
  return a === b || canonical(a) === canonical(b);
}
