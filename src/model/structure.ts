/** Problems of structure: what must hold before a plan can be judged, shown or frozen at all. */
import type { Place, Problem, Values } from '../problem.ts';
import { unsafeArms } from './arms.ts';
import { dayNumber } from './day.ts';
import { parsePercent } from './decimal.ts';
import { parsePeriod } from './period.ts';
import type { CivilDate, City, Id, Node, Plan, Task, Texts } from './plan.ts';
import { cyclicNodes } from './tree.ts';

/** The largest weight of a task: keeps every sum exact for any plan that can exist. */
export const MAX_WEIGHT = 10_000;

const SLUG = /^[a-z0-9](?:[a-z0-9-]{0,62}[a-z0-9])?$/;
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** Everything in the city's header and the plan that stops a publication; [] when nothing does. */
export function structureProblems(city: City, plan: Plan): readonly Problem[] {
  const found: Problem[] = [];
  const add: Add = (code, place, values = {}) => void found.push({ code, place, values });
  checkCity(city, add);
  checkHeader(plan, add);
  checkIds(city, plan, add);
  const known: Known = {
    nodes: new Map(plan.nodes.map((node) => [node.id, node])),
    tasks: new Map(plan.tasks.map((task) => [task.id, task])),
    units: new Set(city.units.map((unit) => unit.id)),
    groups: new Set(plan.groupings.flatMap((grouping) => grouping.groups.map((group) => group.id))),
  };
  for (const node of plan.nodes) checkNode(node, plan, known, add);
  for (const node of cyclicNodes(plan)) add('parent-cycle', at(node), {});
  for (const task of plan.tasks) checkTask(task, plan, known, add);
  return found;
}

type Add = (code: string, place: Place, values?: Values) => void;

interface Known {
  readonly nodes: ReadonlyMap<Id, Node>;
  readonly tasks: ReadonlyMap<Id, Task>;
  readonly units: ReadonlySet<Id>;
  readonly groups: ReadonlySet<Id>;
}

function checkCity(city: City, add: Add): void {
  if (!SLUG.test(city.slug)) add('slug-invalid', { id: city.id, field: 'city.slug' }, { value: city.slug });
  if (isEmpty(city.name)) add('text-missing', { id: city.id, field: 'city.name' });
  if (city.languages.length === 0) add('languages-missing', { id: city.id, field: 'city.languages' });
  if (!/^#[0-9a-f]{6}$/i.test(city.colour))
    add('colour-invalid', { id: city.id, field: 'city.colour' }, { value: city.colour });
  const unsafe = city.arms && unsafeArms(city.arms.svg);
  if (unsafe) add('arms-unsafe', { id: city.id, field: 'city.arms' }, { value: unsafe });
  const required: readonly (readonly [string, Texts])[] = [
    ...(city.arms ? [['city.arms.description', city.arms.description] as const] : []),
    ...city.contacts.map((contact) => ['city.contacts.name', contact.name] as const),
    ...(city.declaration
      ? (['entity', 'building', 'communication'] as const).map(
          (field) => [`city.declaration.${field}`, city.declaration![field]] as const,
        )
      : []),
  ];
  for (const [field, texts] of required) if (isEmpty(texts)) add('text-missing', { id: city.id, field });
  if (city.declaration)
    for (const field of ['publishedOn', 'updatedOn', 'preparedOn', 'reviewedOn'] as const)
      checkDate(city.declaration[field], { id: city.id, field: `city.declaration.${field}` }, add);
  for (const unit of city.units) {
    if (isEmpty(unit.name)) add('text-missing', { id: unit.id, field: 'unit.name' });
    if (unit.parentId !== null && !city.units.some((other) => other.id === unit.parentId))
      add('unit-missing', { id: unit.id, field: 'unit.parentId' }, { value: unit.parentId });
  }
}

function checkHeader(plan: Plan, add: Add): void {
  const place = (field: string): Place => ({ id: plan.id, field });
  if (!SLUG.test(plan.slug)) add('slug-invalid', place('plan.slug'), { value: plan.slug });
  if (isEmpty(plan.title)) add('text-missing', place('plan.title'));
  if (isEmpty(plan.shortTitle)) add('text-missing', place('plan.shortTitle'));
  const { startOn, endOn } = plan.horizon;
  checkDate(startOn, place('plan.horizon.startOn'), add);
  checkDate(endOn, place('plan.horizon.endOn'), add);
  if (startOn !== null && startOn > endOn)
    add('horizon-reversed', place('plan.horizon'), { start: startOn, end: endOn });
  if (plan.act) {
    checkDate(plan.act.on, place('plan.act.on'), add);
    if (plan.act.number.trim() === '') add('text-missing', place('plan.act.number'));
    if (isEmpty(plan.act.body)) add('text-missing', place('plan.act.body'));
  }
  for (const { fromPlan, from } of plan.lineage)
    if (isEmpty(fromPlan) || from.some((source) => isEmpty(source.title)))
      add('text-missing', place('plan.lineage'));
  checkDate(plan.source?.retrievedOn ?? null, place('plan.source.retrievedOn'), add);
  checkDate(plan.reporting.nextReportOn, place('plan.reporting.nextReportOn'), add);
  if (!isWhole(plan.reporting.graceDays, 0, 3660))
    add('number-invalid', place('plan.reporting.graceDays'), {
      value: plan.reporting.graceDays,
      least: 0,
      most: 3660,
    });
  if (!isWhole(plan.behindPoints, 0, 100))
    add('number-invalid', place('plan.behindPoints'), { value: plan.behindPoints, least: 0, most: 100 });
  if (plan.levels.length < 1 || plan.levels.length > 5)
    add('levels-invalid', place('plan.levels'), { count: plan.levels.length });
  for (const named of [...plan.levels, ...plan.groupings])
    if (isEmpty(named.singular) || isEmpty(named.plural))
      add('text-missing', { id: named.id, field: 'name' });
}

function checkIds(city: City, plan: Plan, add: Add): void {
  const seen = new Set<Id>();
  const holders: readonly { readonly id: Id; readonly code?: string | null }[] = [
    city,
    plan,
    ...city.units,
    ...plan.levels,
    ...plan.groupings,
    ...plan.groupings.flatMap((grouping) => grouping.groups),
    ...plan.nodes,
    ...plan.tasks,
  ];
  for (const holder of holders) {
    if (!UUID.test(holder.id)) add('id-invalid', at(holder), { value: holder.id });
    if (seen.has(holder.id)) add('id-duplicate', at(holder), { value: holder.id });
    seen.add(holder.id);
  }
}

function checkNode(node: Node, plan: Plan, known: Known, add: Add): void {
  const place = at(node);
  if (!isWhole(node.level, 0, plan.levels.length - 1))
    add('level-invalid', { ...place, field: 'level' }, { value: node.level + 1, most: plan.levels.length });
  if (node.parentId !== null) {
    const parent = known.nodes.get(node.parentId);
    if (!parent) add('parent-missing', { ...place, field: 'parentId' }, { value: node.parentId });
    else if (parent.level >= node.level)
      add(
        'parent-level',
        { ...place, field: 'parentId' },
        { level: node.level + 1, parent: parent.level + 1 },
      );
  }
  for (const id of node.groupIds)
    if (!known.groups.has(id)) add('group-missing', { ...place, field: 'groupIds' }, { value: id });
  checkDate(node.startOn, { ...place, field: 'startOn' }, add);
  checkDate(node.endOn, { ...place, field: 'endOn' }, add);
  checkShared(node, place, known, add);
}

function checkTask(task: Task, plan: Plan, known: Known, add: Add): void {
  const place = at(task);
  if (isEmpty(task.title)) add('text-missing', { ...place, field: 'title' });
  if (!known.nodes.has(task.nodeId))
    add('home-missing', { ...place, field: 'nodeId' }, { value: task.nodeId });
  for (const field of ['startOn', 'endOn', 'reportedOn'] as const)
    checkDate(task[field], { ...place, field }, add);
  if (task.progressPercent !== null && parsePercent(task.progressPercent) === null)
    add('progress-invalid', { ...place, field: 'progressPercent' }, { value: task.progressPercent });
  if (task.reportedFor !== null && !parsePeriod(task.reportedFor))
    add('period-invalid', { ...place, field: 'reportedFor' }, { value: task.reportedFor });
  if (plan.weights === 'whole' && !isWhole(task.weight, 1, MAX_WEIGHT))
    add('number-invalid', { ...place, field: 'weight' }, { value: task.weight, least: 1, most: MAX_WEIGHT });
  if (task.state === 'merged') checkMerged(task, place, known, add);
  checkShared(task, place, known, add);
}

/** A merged task names the task that carries its work on, in the end one that is not merged itself. */
function checkMerged(task: Task, place: Place, known: Known, add: Add): void {
  const seen = new Set([task.id]);
  let into: Task | undefined = task;
  while (into?.state === 'merged') {
    into = into.mergedIntoId === null ? undefined : known.tasks.get(into.mergedIntoId);
    if (into && seen.has(into.id)) return add('merged-cycle', { ...place, field: 'mergedIntoId' });
    if (into) seen.add(into.id);
  }
  if (!into) add('merged-target-missing', { ...place, field: 'mergedIntoId' });
}

function checkShared(
  item: Pick<Node, 'unitIds' | 'links' | 'id'>,
  place: Place,
  known: Known,
  add: Add,
): void {
  for (const id of item.unitIds)
    if (!known.units.has(id)) add('unit-missing', { ...place, field: 'unitIds' }, { value: id });
  for (const { toId } of item.links)
    if (toId === item.id || (!known.nodes.has(toId) && !known.tasks.has(toId)))
      add('link-missing', { ...place, field: 'links' }, { value: toId });
}

function checkDate(date: CivilDate | null, place: Place, add: Add): void {
  if (date !== null && dayNumber(date) === null) add('date-invalid', place, { value: date });
}

/** A text without a single letter in any language. */
export function isEmpty(texts: Texts | null): boolean {
  return texts === null || Object.values(texts).every((text) => text.trim() === '');
}

/** Where a node, task or other part stands, for a problem. */
export function at(item: { readonly id: Id; readonly code?: string | null }): Place {
  return item.code == null || item.code === '' ? { id: item.id } : { id: item.id, code: item.code };
}

function isWhole(value: number, least: number, most: number): boolean {
  return Number.isInteger(value) && value >= least && value <= most;
}
