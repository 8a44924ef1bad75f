/** A small city at work, for the office's tests: two units, both languages, three levels. The plain builders are in test/plan.ts. */
import type { City, Node, Plan, Task, Unit } from '../../src/model/plan.ts';
import { cityOf, id, nodeOf, planOf, taskOf } from '../plan.ts';

export { id } from '../plan.ts';

function unit(n: number, pl: string, en: string): Unit {
  return { id: id(n), name: { pl, en }, short: null, email: null, phone: null, parentId: null };
}

export function city(over: Partial<City> = {}): City {
  return cityOf({
    name: { pl: 'Próbne', en: 'Probne' },
    units: [
      unit(800_001, 'Wydział Dróg', 'Roads Department'),
      unit(800_002, 'Biuro Zieleni', 'Green Office'),
    ],
    ...over,
  });
}

export function plan(over: Partial<Plan> = {}): Plan {
  return planOf({
    title: { pl: 'Strategia Próbnego do 2032 roku', en: 'Strategy of Probne to 2032' },
    shortTitle: { pl: 'Strategia 2032', en: 'Strategy 2032' },
    horizon: { startOn: '2022-01-01', endOn: '2032-12-31' },
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
    ...over,
  });
}

export function node(n: number, over: Partial<Node> = {}): Node {
  return nodeOf(n, { level: 0, code: String(n), title: { pl: `Cel ${n}`, en: `Goal ${n}` }, ...over });
}

export function task(n: number, nodeId: string, over: Partial<Task> = {}): Task {
  return taskOf(n, nodeId, {
    title: { pl: `Zadanie ${n}`, en: `Task ${n}` },
    startOn: '2024-01-01',
    endOn: '2027-12-31',
    progressPercent: '50',
    reportedOn: '2026-10-10',
    reportedFor: '2026-Q3',
    ...over,
  });
}
