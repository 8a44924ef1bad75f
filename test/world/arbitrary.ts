/** Random plans for properties: any shape up to three levels, every state, weights, silence, odd texts. */
import fc from 'fast-check';
import { TASK_STATES, type Node, type Plan, type Task } from '../../src/model/plan.ts';
import { city, id, node, plan, task } from './small.ts';

export const AS_OF = '2026-11-14';

/** Words as cities and spreadsheets know them, and characters that break naive writers. */
const word = fc.oneof(
  fc.constantFrom('Zieleń', 'drogi', '=SUMA(A1)', '+48 56 000', '-5', '@miasto', "'=x", 'a;b', 'a,b', '"cytat"', 'łąki & <lasy>', 'wiersz\nwiersz'),
  fc.string({ minLength: 1, maxLength: 12, unit: 'grapheme' }).filter((text) => !/[\uD800-\uDFFF\uFFFE\uFFFF]|[\u0000-\u0008\u000B-\u001F]/u.test(text) && text.trim() !== ''),
);
const texts = fc
  .tuple(fc.array(word, { minLength: 1, maxLength: 4 }), fc.boolean())
  .map(([list, both]) => {
    const text = list.join(' ').normalize('NFC').trim() || 'cel';
    return both ? { pl: text, en: `${text} en` } : { pl: text };
  });
const day = fc
  .date({ min: new Date('2022-01-01T00:00:00Z'), max: new Date('2031-12-31T00:00:00Z'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const progress = fc.oneof(
  fc.integer({ min: 0, max: 100 }).map(String),
  fc.integer({ min: 0, max: 9999 }).map((n) => (n / 100).toFixed(2)),
  fc.integer({ min: 0, max: 999 }).map((n) => (n / 10).toFixed(1)),
);
const period = fc.constantFrom('2026-Q3', '2026-Q2', '2025-Q4', '2026-09', '2026-H1', '2025');

const oneTask = fc.record({
  title: texts,
  reportText: fc.option(texts, { nil: null }),
  state: fc.constantFrom(...TASK_STATES),
  dates: fc.option(fc.tuple(day, day).map(([a, b]) => (a <= b ? [a, b] : [b, a]) as readonly [string, string]), { nil: null }),
  progress: fc.option(progress, { nil: null }),
  period: fc.option(period, { nil: null }),
  weight: fc.integer({ min: 1, max: 9 }),
  unit: fc.option(fc.constantFrom(800_001, 800_002), { nil: null }),
});

const oneNode = fc.record({
  title: fc.option(texts, { nil: null }),
  /** Which of the nodes before it is its parent; 0 for none. */
  parent: fc.nat({ max: 30 }),
  tasks: fc.array(oneTask, { maxLength: 4 }),
  group: fc.boolean(),
});

/** A plan that `check` lets through: parents above, levels by depth, merged tasks with a target. */
export const plans: fc.Arbitrary<Plan> = fc
  .record({ nodes: fc.array(oneNode, { minLength: 1, maxLength: 12 }), weights: fc.constantFrom('none' as const, 'whole' as const) })
  .map(({ nodes: drawn, weights }) => {
    const nodes: Node[] = [];
    const tasks: Task[] = [];
    const children = new Map<string | null, number>();
    const place = (parentId: string | null): number => {
      const next = children.get(parentId) ?? 0;
      children.set(parentId, next + 1);
      return next;
    };
    for (const [at, one] of drawn.entries()) {
      const above = nodes.filter((candidate) => candidate.level < 2);
      const parent = one.parent === 0 ? undefined : above[one.parent % (above.length + 1)];
      const position = place(parent?.id ?? null);
      const code = parent ? `${parent.code}.${position + 1}` : String(position + 1);
      const made = node(at + 1, {
        parentId: parent?.id ?? null,
        level: parent ? parent.level + 1 : 0,
        code,
        title: one.title,
        groupIds: one.group ? [id(600_001)] : [],
        position,
      });
      nodes.push(made);
      for (const [n, drawnTask] of one.tasks.entries()) {
        const { state } = drawnTask;
        const silent = drawnTask.period === null;
        tasks.push(
          task(10_000 + tasks.length, made.id, {
            code: `${code}.z${n + 1}`,
            title: drawnTask.title,
            reportText: drawnTask.reportText,
            state: state === 'merged' && tasks.length === 0 ? 'stopped' : state,
            stateReason: state === 'stopped' || state === 'merged' || state === 'suspended' ? { pl: 'Powód' } : null,
            mergedIntoId: state === 'merged' && tasks.length > 0 ? id(10_000) : null,
            startOn: drawnTask.dates?.[0] ?? null,
            endOn: drawnTask.dates?.[1] ?? null,
            progressPercent: state === 'not-started' || silent ? null : state === 'done' ? '100' : drawnTask.progress,
            reportedOn: silent ? null : '2026-10-10',
            reportedFor: drawnTask.period,
            weight: weights === 'whole' ? drawnTask.weight : 1,
            unitIds: drawnTask.unit === null ? [] : [id(drawnTask.unit)],
            position: n,
          }),
        );
      }
    }
    return plan({
      weights,
      nodes,
      tasks,
      groupings: [
        {
          id: id(500_001),
          singular: { pl: 'Obszar', en: 'Area' },
          plural: { pl: 'Obszary', en: 'Areas' },
          announced: null,
          groups: [{ id: id(600_001), name: { pl: 'Ludzie', en: 'People' } }],
        },
      ],
    });
  });

export const theCity = city();

/** What `freeze` needs beside the city and the plan. */
export const publication = {
  number: 1,
  previous: null,
  publishedAt: '2026-11-14T09:00:00Z',
  asOf: AS_OF,
  publishedBy: { pl: 'Biuro Strategii', en: 'Strategy Office' },
  note: null,
  decisions: [],
  productVersion: '0.1.0',
} as const;
