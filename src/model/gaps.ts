/** What a plan lacks: announced and not given, or not said at all. One gap says one thing once. */
import type { Place, Problem, Values } from '../problem.ts';
import { numericParts } from './code.ts';
import type { Announcement, Node, Plan, Task } from './plan.ts';
import { at, isEmpty } from './structure.ts';
import type { Tree } from './tree.ts';

/** What the source announces and does not give, then what a plan of this kind should have and has not. */
export function announcedGaps(plan: Plan): readonly Problem[] {
  const found: Problem[] = [];
  const announces = plan.source?.announces ?? [];
  const unlevelled = announces.filter(({ levelIndex }) => levelIndex === undefined);
  const announced = (kind: Announcement['kind']): Announcement | undefined =>
    unlevelled.find((announcement) => announcement.kind === kind);
  const gap = (code: string, by: Announcement | undefined, values: Values = {}, place: Place = {}): void => {
    found.push({ code, place: by?.line == null ? place : { ...place, line: by.line }, values });
  };

  const vision = isEmpty(plan.vision) ? announced('vision') : undefined;
  const mission = isEmpty(plan.mission) ? announced('mission') : undefined;
  if (vision && mission) gap('announced-vision-and-mission-missing', vision);
  else if (vision) gap('announced-vision-missing', vision);
  else if (mission) gap('announced-mission-missing', mission);

  const areas = announced('areas');
  const groupings = plan.groupings.map((grouping, index) => ({
    id: grouping.id,
    announced: grouping.announced ?? (index === 0 ? (areas?.count ?? null) : null),
    named: grouping.groups.filter((group) => !isEmpty(group.name)).length,
    listed: grouping.groups.length,
  }));
  if (areas && groupings.length === 0)
    gap('announced-groups-missing', areas, {
      ...(areas.count === null ? {} : { announced: areas.count }),
      named: 0,
    });
  for (const [index, grouping] of groupings.entries()) {
    const expected = grouping.announced ?? grouping.listed;
    if (grouping.named < expected)
      gap(
        'announced-groups-missing',
        index === 0 ? areas : undefined,
        { announced: expected, named: grouping.named },
        { id: grouping.id },
      );
  }

  const goals = announced('goals');
  if (plan.nodes.length === 0) gap('no-goals', goals);
  else if (goals?.count != null) {
    const given = nearestCount(plan, goals.count);
    if (given !== goals.count) gap('announced-goals-missing', goals, { announced: goals.count, given });
  }

  for (const of of announces) {
    const level = of.levelIndex === undefined ? undefined : plan.levels[of.levelIndex];
    if (of.count === null || !level) continue;
    const given = plan.nodes.filter((node) => node.level === of.levelIndex).length;
    const name = Object.values(level.plural)[0] ?? '';
    if (given !== of.count) gap('announced-level-missing', of, { level: name, announced: of.count, given });
  }

  const listed = announces.some(({ kind, levelIndex }) => kind === 'tasks' && levelIndex !== undefined);
  const tasks = listed ? undefined : announced('tasks');
  if (tasks && plan.tasks.length < (tasks.count ?? 1))
    gap('announced-tasks-missing', tasks, {
      ...(tasks.count === null ? {} : { announced: tasks.count }),
      given: plan.tasks.length,
    });
  else if (plan.tasks.length === 0 && !listed) gap('no-tasks', undefined);

  const indicators = announced('indicators');
  if (indicators)
    gap(
      'announced-indicators-missing',
      indicators,
      indicators.count === null ? {} : { announced: indicators.count },
    );
  else gap('no-indicators', undefined);

  if (plan.tasks.length > 0 && plan.reporting.frequency === null)
    gap('reporting-frequency-missing', undefined, {}, { field: 'plan.reporting.frequency' });
  return found;
}

/** Goals without title, with a wrong code or reversed dates, and the topmost goals under which no task stands. */
export function goalGaps(plan: Plan, tree: Tree): readonly Problem[] {
  const found: Problem[] = [];
  const withTasks = new Set<string>();
  for (const task of plan.tasks) {
    if (withTasks.has(task.nodeId)) continue;
    withTasks.add(task.nodeId);
    for (const above of tree.ancestors(task.nodeId)) withTasks.add(above.id);
  }
  const codes = new Map<string, Node>();
  const byCode = new Map<string, Node>();
  for (const node of tree.order)
    if (node.code !== null && !byCode.has(node.code)) byCode.set(node.code, node);
  for (const node of tree.order) {
    const add = (code: string, values: Values = {}): void =>
      void found.push({ code, place: at(node), values });
    const parent = tree.parent(node.id);
    if (isEmpty(node.title)) add('title-missing');
    if (node.code !== null) {
      const key = duplicateKey(node.code, `${node.level} ${node.parentId ?? ''}`, String(node.level));
      if (codes.has(key)) add('code-duplicate', { code: node.code });
      else codes.set(key, node);
      const belongs = parent ? misplacedUnder(node.code, parent, byCode) : null;
      if (belongs !== null) add('code-misplaced', { code: node.code, parent: parent!.code!, belongs });
    }
    if (isReversed(node)) add('dates-reversed', { start: node.startOn!, end: node.endOn! });
    if (plan.tasks.length > 0 && !withTasks.has(node.id) && (!parent || withTasks.has(parent.id)))
      add('goal-without-tasks');
  }
  return found;
}

/** What each task lacks; what all of them lack is said once. */
export function taskGaps(tree: Tree): readonly Problem[] {
  const found: Problem[] = [];
  const live = tree.taskOrder.filter((task) => task.state !== 'stopped' && task.state !== 'merged');
  const each = (code: string, allCode: string, lacks: (task: Task) => boolean): void => {
    const lacking = live.filter(lacks);
    if (lacking.length > 1 && lacking.length === live.length)
      found.push({ code: allCode, place: {}, values: { count: live.length } });
    else for (const task of lacking) found.push({ code, place: at(task), values: {} });
  };
  each('task-without-owner', 'no-task-with-owner', (task) => task.unitIds.length === 0);
  each('task-without-dates', 'no-task-with-dates', (task) => task.startOn === null || task.endOn === null);

  const codes = new Set<string>();
  for (const task of tree.taskOrder) {
    const add = (code: string, values: Values = {}): void =>
      void found.push({ code, place: at(task), values });
    if (task.code !== null) {
      const key = duplicateKey(task.code, task.nodeId, '');
      if (codes.has(key)) add('code-duplicate', { code: task.code });
      codes.add(key);
    }
    if (isReversed(task)) add('dates-reversed', { start: task.startOn!, end: task.endOn! });
    const progress = task.progressPercent === null ? null : Number(task.progressPercent);
    if (task.state === 'not-started' && progress !== null && progress > 0)
      add('progress-before-start', { progress: task.progressPercent! });
    if (task.state === 'done' && progress !== null && progress < 100)
      add('done-below-hundred', { progress: task.progressPercent! });
    if ((task.state === 'stopped' || task.state === 'merged') && isEmpty(task.stateReason))
      add(task.state === 'stopped' ? 'stopped-without-reason' : 'merged-without-reason');
    const underWay = ['in-preparation', 'in-progress', 'suspended'].includes(task.state);
    if (underWay && task.progressPercent !== null && task.reportedFor === null) add('report-without-period');
    if (underWay && task.progressPercent === null && task.reportedFor !== null)
      add('report-without-progress');
  }
  return found;
}

/** The number of goals that comes nearest to the announced one: all of them, or those of one level. */
function nearestCount(plan: Plan, announced: number): number {
  const counts = plan.levels.map((_, level) => plan.nodes.filter((node) => node.level === level).length);
  return [...counts, plan.nodes.length]
    .filter((count) => count > 0)
    .reduce((best, count) => (Math.abs(count - announced) < Math.abs(best - announced) ? count : best));
}

/** Codes of one part may restart under each parent; longer ones stand for themselves. */
function duplicateKey(code: string, place: string, level: string): string {
  return numericParts(code).length > 1 ? `${level}\n${code}` : `${place}\n${code}`;
}

/** The code of the node that this code belongs under, when that is another node than the parent: 7.1.3 under 7.2. */
function misplacedUnder(code: string, parent: Node, byCode: ReadonlyMap<string, Node>): string | null {
  const cut = code.lastIndexOf('.');
  if (cut <= 0 || parent.code === null || code.startsWith(`${parent.code}.`)) return null;
  const owner = byCode.get(code.slice(0, cut));
  return owner && owner.level === parent.level && owner.id !== parent.id ? owner.code : null;
}

function isReversed(item: Pick<Task, 'startOn' | 'endOn'>): boolean {
  return item.startOn !== null && item.endOn !== null && item.endOn < item.startOn;
}
