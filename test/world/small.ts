/** Small plans written down in a few lines, for tests that need one particular thing. */
import type { City, Node, Plan, Task } from '../../src/model/plan.ts';

/** A readable id: `id(7)` is always the same UUID. */
export function id(n: number): string {
  return `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`;
}

export function city(over: Partial<City> = {}): City {
  return {
    id: id(900_001),
    slug: 'probne',
    name: { pl: 'Próbne', en: 'Probne' },
    standing: 'invented',
    timeZone: 'Europe/Warsaw',
    languages: ['pl', 'en'],
    colour: '#8c2f1b',
    arms: null,
    contacts: [],
    declaration: null,
    units: [
      {
        id: id(800_001),
        name: { pl: 'Wydział Dróg', en: 'Roads Department' },
        short: null,
        email: null,
        phone: null,
        parentId: null,
      },
      {
        id: id(800_002),
        name: { pl: 'Biuro Zieleni', en: 'Green Office' },
        short: null,
        email: null,
        phone: null,
        parentId: null,
      },
    ],
    ...over,
  };
}

export function plan(over: Partial<Plan> = {}): Plan {
  return {
    id: id(900_002),
    slug: 'strategia',
    title: { pl: 'Strategia Próbnego do 2032 roku', en: 'Strategy of Probne to 2032' },
    shortTitle: { pl: 'Strategia 2032', en: 'Strategy 2032' },
    summary: null,
    horizon: { startOn: '2022-01-01', endOn: '2032-12-31' },
    vision: null,
    mission: null,
    values: [],
    state: 'in-force',
    act: null,
    source: null,
    reporting: { frequency: 'quarterly', graceDays: 30, nextReportOn: null },
    weights: 'none',
    behindPoints: 10,
    licence: 'CC-BY-4.0',
    levels: [
      {
        id: id(700_001),
        singular: { pl: 'Cel strategiczny', en: 'Strategic goal' },
        plural: { pl: 'Cele strategiczne', en: 'Strategic goals' },
      },
      {
        id: id(700_002),
        singular: { pl: 'Cel operacyjny', en: 'Operational goal' },
        plural: { pl: 'Cele operacyjne', en: 'Operational goals' },
      },
      {
        id: id(700_003),
        singular: { pl: 'Kierunek', en: 'Direction' },
        plural: { pl: 'Kierunki', en: 'Directions' },
      },
    ],
    groupings: [],
    nodes: [],
    tasks: [],
    lineage: [],
    ...over,
  };
}

export function node(n: number, over: Partial<Node> = {}): Node {
  return {
    id: id(n),
    level: 0,
    parentId: null,
    code: String(n),
    title: { pl: `Cel ${n}`, en: `Goal ${n}` },
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
    ...over,
  };
}

export function task(n: number, nodeId: string, over: Partial<Task> = {}): Task {
  return {
    id: id(n),
    nodeId,
    code: null,
    title: { pl: `Zadanie ${n}`, en: `Task ${n}` },
    description: null,
    expectedResult: null,
    unitIds: [],
    partners: [],
    startOn: '2024-01-01',
    endOn: '2027-12-31',
    state: 'in-progress',
    stateReason: null,
    mergedIntoId: null,
    progressPercent: '50',
    reportedOn: '2026-10-10',
    reportedFor: '2026-Q3',
    reportText: null,
    nextStep: null,
    weight: 1,
    links: [],
    position: n,
    ...over,
  };
}
