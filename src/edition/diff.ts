/**
 * What changed between two editions of a plan, in the words of the domain and by persistent id: a goal that got
 * another code is the same goal. Computed results are not compared: they follow from what is.
 */
import {
  CHANGE_GROUPS,
  groupOf,
  type Add,
  type Change,
  type ChangeKind,
  type ChangeValue,
  type Named,
} from './change.ts';
import { compareCity, compareLists, pairs, same, sameOrder } from './compare.ts';
import type { Edition, EditionNode, EditionTask, Id, Texts } from './edition.ts';

/**
 * Changes from `a` to `b`, most important group first, within a group in the order of `b` (removed things first,
 * in the order of `a`). [] when nothing that people wrote differs.
 */
export function diff(a: Edition, b: Edition): readonly Change[] {
  const found: Change[] = [];
  const add: Add = ({ follows = false, ...change }) => {
    const whole = { reason: null, into: null, ...change };
    const decision = on(b.decisions, whole);
    const correction = decision ? null : on(b.corrections ?? [], whole);
    const group = follows ? 'details' : groupOf(whole);
    found.push({ ...whole, group, decision, ...(correction ? { correction } : {}) });
  };
  comparePlan(a, b, add);
  compareNodes(a, b, add);
  compareTasks(a, b, add);
  compareLists(a, b, add);
  compareCity(a, b, add);
  const rank = new Map(CHANGE_GROUPS.map((group, at) => [group, at]));
  return found.sort((x, y) => rank.get(x.group)! - rank.get(y.group)!);
}

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
    const shown = after ?? before;
    const base = { subject: 'node', id, code: shown.code, title: shown.title } as const;
    if (!before || !after) {
      add({ ...base, kind: after ? 'added' : 'removed', field: '', old: null, new: null });
      continue;
    }
    const compare = comparer(base, add);
    compare('renamed', 'title', before.title, after.title);
    recode(
      base,
      [before.code, after.code],
      before.parentId === after.parentId
        ? [codeOf(before.parentId, names[0]), codeOf(after.parentId, names[1])]
        : [null, null],
      add,
    );
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
    const shown = after ?? before;
    const base = { subject: 'task', id, code: shown.code, title: shown.title } as const;
    if (!before || !after) {
      add({ ...base, kind: after ? 'added' : 'removed', field: '', old: null, new: null });
      continue;
    }
    const compare = comparer(base, add);
    compare('renamed', 'title', before.title, after.title);
    recode(
      base,
      [before.code, after.code],
      before.nodeId === after.nodeId
        ? [codeOf(before.nodeId, names[0]), codeOf(after.nodeId, names[1])]
        : [null, null],
      add,
    );
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
        into: named([after.mergedIntoId], names[1])[0] ?? null,
      });
    else compare('text', 'stateReason', before.stateReason, after.stateReason);
    compare(
      'moved',
      'mergedIntoId',
      named([before.mergedIntoId], names[0]),
      named([after.mergedIntoId], names[1]),
      before.state === after.state && before.mergedIntoId !== after.mergedIntoId,
    );
    compareShared(before, after, names, compare);
    compare('weight', 'weight', before.weight, after.weight);
    const ended = before.state !== after.state && after.state;
    // That a finished task stands at 100 is no second news, nor that nobody reports on one that was given up.
    const said =
      ended === 'done' || ((ended === 'stopped' || ended === 'merged') && after.progressPercent === null);
    if (before.progressPercent !== after.progressPercent) {
      if (!said) compare('progress', 'progressPercent', before.progressPercent, after.progressPercent);
    } else if (!same(report(before), report(after)))
      compare('report', 'reportedFor', before.reportedFor, after.reportedFor, true);
  }
}

type Was = readonly [before: string | null, after: string | null];

/** A new code. Under the same parent it only follows from the parent's when what stands behind that stayed the same. */
function recode(
  base: Pick<Change, 'subject' | 'id' | 'code' | 'title'>,
  [old, now]: Was,
  [oldParent, newParent]: Was,
  add: Add,
): void {
  if (old === now) return;
  const rest = (code: string | null, parent: string | null): string | null =>
    code !== null && parent !== null && code.startsWith(`${parent}.`) ? code.slice(parent.length) : null;
  const follows = rest(old, oldParent) !== null && rest(old, oldParent) === rest(now, newParent);
  add({ ...base, kind: 'recoded', field: 'code', old, new: now, follows });
}

function codeOf(id: Id | null, names: Names): string | null {
  return id === null ? null : (names.get(id)?.code ?? null);
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

/** A decision or correction names the field it changed; for things added and removed it names that. */
function on<T extends { readonly id: Id; readonly field: string }>(
  named: readonly T[],
  change: Pick<Change, 'id' | 'field' | 'kind'>,
): T | null {
  return (
    named.find(({ id, field }) => id === change.id && (field === change.field || field === change.kind)) ??
    null
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

function lines(range: readonly [number, number] | null): string | null {
  return range && `${range[0]}–${range[1]}`;
}
