import type { CivilDate, Link, Node, Task, TaskState, Texts } from '../../src/model/plan.ts';
import { unitId } from './city.ts';
import type { OperationalSource, StrategicSource, TaskSource } from './content.ts';
import { idOf } from './identity.ts';

export type EditionNumber = 1 | 2 | 3;

/** What one report says: see `TaskSource.reports`. */
interface Report {
  readonly state: TaskState;
  readonly progressPercent: string | null;
  readonly period: string;
  /** Place among the reports of the task that were given, and whether it is the last of all. */
  readonly order: number;
  readonly last: boolean;
}

const STATES: Readonly<Record<string, TaskState>> = {
  '': 'in-progress',
  p: 'in-preparation',
  n: 'not-started',
  d: 'done',
  s: 'suspended',
  x: 'stopped',
  m: 'merged',
};
const FIRST_QUARTER = { year: 2026, quarter: 1 };

/** Nodes and tasks as they stood in an edition; codes follow from the order of the sources. */
export function assemble(
  sources: readonly StrategicSource[],
  edition: EditionNumber,
  planEnd: CivilDate,
): { readonly nodes: readonly Node[]; readonly tasks: readonly Task[] } {
  const nodes: Node[] = [];
  const tasks: Task[] = [];
  for (const [top, strategic] of sources.entries()) {
    nodes.push(strategicNode(strategic, top, planEnd));
    for (const [at, goal] of strategic.goals.entries()) {
      const code = `${top + 1}.${at + 1}`;
      nodes.push(operationalNode(goal, idOf(strategic.key), code, at));
      const present = goal.tasks.filter((source) => source.reports.split(' ')[edition - 1] !== '+');
      for (const [place, source] of present.entries())
        tasks.push(taskOf(source, idOf(goal.key), `${code}.${place + 1}`, place, edition));
    }
  }
  return { nodes, tasks };
}

function strategicNode(source: StrategicSource, at: number, planEnd: CivilDate): Node {
  return {
    id: idOf(source.key),
    level: 0,
    parentId: null,
    code: String(at + 1),
    ...words(source),
    groupIds: source.areas.map((area) => idOf(`area ${area}`)),
    unitIds: source.units.map(unitId),
    partners: [],
    startOn: '2022-01-01',
    endOn: planEnd,
    links: [],
    position: at,
    sourceLines: null,
  };
}

function operationalNode(source: OperationalSource, parentId: string, code: string, at: number): Node {
  return {
    id: idOf(source.key),
    level: 1,
    parentId,
    code,
    ...words(source),
    groupIds: [],
    unitIds: source.units.map(unitId),
    partners: (source.partners ?? []).map(([pl, en]) => ({ pl, en })),
    startOn: firstDay(source.from),
    endOn: lastDay(source.to),
    links: linksOf(source),
    position: at,
    sourceLines: null,
  };
}

function words({ pl, en }: Pick<OperationalSource, 'pl' | 'en'>) {
  return {
    title: { pl: pl.title, en: en.title },
    description: { pl: pl.text, en: en.text },
    expectedResult: { pl: pl.result, en: en.result },
  };
}

function taskOf(source: TaskSource, nodeId: string, code: string, at: number, edition: EditionNumber): Task {
  const report = reportAt(source, edition);
  const { pl, en } = source;
  const pair = (field: 'said' | 'next' | 'was' | 'why' | 'result'): Texts | null =>
    pl[field] === undefined || en[field] === undefined ? null : { pl: pl[field], en: en[field] };
  const halted = report && ['suspended', 'stopped', 'merged'].includes(report.state);
  return {
    id: idOf(source.key),
    nodeId,
    code,
    title: { pl: pl.title, en: en.title },
    description: { pl: pl.text, en: en.text },
    expectedResult: pair('result'),
    unitIds: source.units.map(unitId),
    partners: [],
    startOn: source.from ? firstDay(source.from) : null,
    endOn: source.to ? lastDay(source.to) : null,
    state: report?.state ?? 'not-started',
    stateReason: halted ? pair('why') : null,
    mergedIntoId: report?.state === 'merged' && source.mergedInto ? idOf(source.mergedInto) : null,
    progressPercent: report?.progressPercent ?? null,
    reportedOn: report && reportDay(source.key, report.period),
    reportedFor: report?.period ?? null,
    reportText: report ? (report.last ? pair('said') : report.order === -2 ? pair('was') : null) : null,
    nextStep: report?.last ? pair('next') : null,
    weight: 1,
    links: linksOf(source),
    position: at,
  };
}

/** The newest report that was in when the edition was made; null when there is none. */
function reportAt(source: TaskSource, edition: EditionNumber): Report | null {
  const reports = source.reports
    .split(' ')
    .map((text, at) => ({ text, at }))
    .filter(({ text }) => text !== '-' && text !== '+');
  const known = reports.findLastIndex(({ at }) => at < edition);
  const found = reports[known];
  if (!found) return null;
  const [, kind = '', progress = '', period] = /^([a-z]?)(\d*)(?:@(.+))?$/.exec(found.text) ?? [];
  const state = STATES[kind];
  if (!state) throw new Error(`${source.key}: cannot read the report "${found.text}"`);
  return {
    state,
    progressPercent: kind === 'd' ? '100' : kind === 'n' ? '0' : progress || null,
    period: period ?? `${FIRST_QUARTER.year}-Q${FIRST_QUARTER.quarter + found.at}`,
    order: known - reports.length,
    last: known === reports.length - 1,
  };
}

/** Reports come in between the 13th and the 29th of the month after the quarter; the key decides the day. */
function reportDay(key: string, period: string): CivilDate {
  const [year = 0, quarter = 0] = period.split('-Q').map(Number);
  const day = 13 + (Number.parseInt(idOf(`report ${key} ${period}`).slice(-6), 16) % 17);
  const month = (quarter * 3) % 12;
  return `${month === 0 ? year + 1 : year}-${two(month + 1)}-${two(day)}`;
}

function linksOf(source: Pick<TaskSource, 'serves' | 'supports' | 'dependsOn'>): readonly Link[] {
  const links = (kind: Link['kind'], keys: readonly string[] = []) =>
    keys.map((key) => ({ kind, toId: idOf(key) }));
  return [
    ...links('serves', source.serves),
    ...links('supports', source.supports),
    ...links('depends-on', source.dependsOn),
  ];
}

function firstDay(month: string): CivilDate {
  return `${month}-01`;
}

function lastDay(month: string): CivilDate {
  const [year = 0, number = 0] = month.split('-').map(Number);
  return `${month}-${two(new Date(Date.UTC(year, number, 0)).getUTCDate())}`;
}

function two(number: number): string {
  return String(number).padStart(2, '0');
}
