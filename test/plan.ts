/** Builders of small invented plans for tests: every field has a plain value, a test names what it is about. */
import type { City, Node, Plan, Task } from '../src/model/plan.ts';

/** A fixed UUID (version 7 shape) from a short number. Those from 700 000 on are the city's, the plan's and their levels'. */
export function id(n: number): string {
  return `01900000-0000-7000-8000-${String(n).padStart(12, '0')}`;
}

export function cityOf(fields: Partial<City> = {}): City {
  return {
    id: id(900_001),
    slug: 'probne',
    name: { pl: 'Próbne' },
    standing: 'invented',
    timeZone: 'Europe/Warsaw',
    languages: ['pl', 'en'],
    colour: '#1d4ed8',
    arms: null,
    contacts: [],
    declaration: null,
    units: [],
    ...fields,
  };
}

export function planOf(fields: Partial<Plan> = {}): Plan {
  return {
    id: id(900_002),
    slug: 'strategia',
    title: { pl: 'Strategia Próbnego do 2032 roku' },
    shortTitle: { pl: 'Strategia 2032' },
    summary: null,
    horizon: { startOn: null, endOn: '2032-12-31' },
    vision: null,
    mission: null,
    values: [],
    state: 'in-force',
    act: null,
    source: null,
    reporting: { frequency: 'quarterly', graceDays: 30, nextReportOn: null },
    weights: 'none',
    behindPoints: 10,
    licence: null,
    levels: [
      { id: id(700_001), singular: { pl: 'cel strategiczny' }, plural: { pl: 'cele strategiczne' } },
      { id: id(700_002), singular: { pl: 'cel operacyjny' }, plural: { pl: 'cele operacyjne' } },
    ],
    groupings: [],
    nodes: [],
    tasks: [],
    lineage: [],
    ...fields,
  };
}

export function nodeOf(n: number, fields: Partial<Node> = {}): Node {
  return {
    id: id(n),
    level: fields.parentId == null ? 0 : 1,
    parentId: null,
    code: null,
    title: { pl: `Cel ${n}` },
    description: null,
    expectedResult: null,
    groupIds: [],
    unitIds: [],
    partners: [],
    startOn: null,
    endOn: null,
    links: [],
    position: n,
    sourceLines: null,
    ...fields,
  };
}

export function taskOf(n: number, nodeId: string, fields: Partial<Task> = {}): Task {
  return {
    id: id(n),
    nodeId,
    code: null,
    title: { pl: `Zadanie ${n}` },
    description: null,
    expectedResult: null,
    unitIds: [],
    partners: [],
    startOn: null,
    endOn: null,
    state: 'in-progress',
    stateReason: null,
    mergedIntoId: null,
    progressPercent: null,
    reportedOn: null,
    reportedFor: null,
    reportText: null,
    nextStep: null,
    weight: 1,
    links: [],
    position: n,
    ...fields,
  };
}
