/**
 * Random plans for properties, with every odd thing that `freeze` must take: one to five levels with gaps between
 * them, goals without code or title, codes twice or shaped like addresses, missing and reversed dates, chains of
 * merged tasks, silence, weights, and texts that break naive writers.
 */
import * as fc from 'fast-check';
import {
  FREQUENCIES,
  LINK_KINDS,
  PLAN_STATES,
  TASK_STATES,
  type City,
  type Id,
  type Link,
  type Node,
  type Plan,
  type Task,
  type Texts,
} from '../../src/model/plan.ts';
import { cityOf, id, nodeOf, planOf, taskOf } from '../plan.ts';

export const AS_OF = '2026-11-14';

const NO_CONTACT = { short: null, email: null, phone: null, parentId: null } as const;

/** The city of `plans`: its two units answer for their tasks. */
export const theCity = cityOf({
  name: { pl: 'Próbne', en: 'Probne' },
  units: [
    { id: id(800_001), name: { pl: 'Wydział Dróg', en: 'Roads Department' }, ...NO_CONTACT },
    { id: id(800_002), name: { pl: 'Biuro Zieleni', en: 'Green Office' }, ...NO_CONTACT },
  ],
});

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

const ODD_WORDS = [
  'Zieleń',
  'drogi',
  '=SUMA(A1)',
  '+48 56 000',
  '-5',
  '@miasto',
  "'=x",
  'a;b',
  'a,b',
  '"cytat"',
  'łąki & <lasy>',
  '<script>alert(1)</script>',
  '</style>',
  '#{x}',
  '$a_1$',
  '*nie*',
  '[a](b)',
  '\\',
  '/*',
  // Decomposed, from right to left, joined, invisible, beyond the first plane, one long word.
  'Z\u0307ar',
  'مدينة',
  '👩🏽‍🚒',
  'a\u200Bb\u00ADc',
  '\u202Eabc',
  '𝒳',
  'ﬁ',
  'w\u00A0tym',
  'ż'.repeat(90),
  'wiersz\nwiersz',
  'kolumna\tkolumna',
  '١٢٣',
  '城市',
  'İı',
];
const ODD_CODES = [
  'I',
  'IV.2',
  'A',
  'CO 1.1',
  'LE01',
  '1/2',
  'ż-1',
  '0',
  '007',
  '2.10',
  'cele',
  'dane',
  'id',
  '%41',
  '..',
];

const word = fc.oneof(
  fc.constantFrom(...ODD_WORDS),
  fc
    .string({ minLength: 1, maxLength: 12, unit: 'grapheme' })
    .filter((text) => text.isWellFormed() && !/[\p{Cc}\uFFFE\uFFFF]/u.test(text) && text.trim() !== ''),
);
const text = fc
  .array(word, { minLength: 1, maxLength: 4 })
  .map((list) => list.join(' ').normalize('NFC').trim() || 'cel');
const texts: fc.Arbitrary<Texts> = fc
  .tuple(text, fc.constantFrom('pl', 'pl en', 'en', 'pl en uk'))
  .map(([words, languages]) =>
    Object.fromEntries(
      languages.split(' ').map((lang) => [lang, lang === 'pl' ? words : `${words} ${lang}`]),
    ),
  );
const maybe = <T>(of: fc.Arbitrary<T>): fc.Arbitrary<T | null> => fc.option(of, { nil: null });
const day = fc
  .date({
    min: new Date('2021-06-01T00:00:00Z'),
    max: new Date('2032-12-31T00:00:00Z'),
    noInvalidDate: true,
  })
  .map((date) => date.toISOString().slice(0, 10));
const pair = (a: string, b: string): readonly [string | null, string | null] => [a, b];
/** Mostly in order, at times one missing or both the wrong way round. */
const dates = fc.oneof(
  { weight: 4, arbitrary: fc.tuple(day, day).map(([a, b]) => (a <= b ? pair(a, b) : pair(b, a))) },
  { weight: 1, arbitrary: fc.tuple(maybe(day), maybe(day)) },
);
const progress = fc.oneof(
  fc.integer({ min: 0, max: 100 }).map(String),
  fc.integer({ min: 0, max: 9999 }).map((n) => (n / 100).toFixed(2)),
  fc.integer({ min: 0, max: 999 }).map((n) => (n / 10).toFixed(1)),
);
const code = fc.oneof(
  { weight: 6, arbitrary: fc.constant('in place' as const) },
  { weight: 1, arbitrary: fc.constant('again' as const) },
  { weight: 2, arbitrary: fc.constant(null) },
  { weight: 2, arbitrary: fc.constantFrom(...ODD_CODES).map((odd) => ({ odd })) },
);
const unitIds = fc.subarray([id(800_001), id(800_002)]);
/** A target is a number that is taken from what there is. */
const links = fc.array(fc.record({ kind: fc.constantFrom(...LINK_KINDS), to: fc.nat(40) }), { maxLength: 2 });

const oneTask = fc.record({
  code,
  title: texts,
  description: maybe(texts),
  reportText: maybe(texts),
  state: fc.constantFrom(...TASK_STATES),
  dates,
  progress: maybe(progress),
  period: maybe(fc.constantFrom('2026-Q3', '2026-Q3', '2026-Q2', '2025-Q4', '2026-09', '2026-H1', '2025')),
  weight: fc.integer({ min: 1, max: 9 }),
  unitIds,
  into: fc.nat(30),
  links,
  position: fc.nat(3),
});

const oneNode = fc.record({
  code,
  title: fc.option(texts, { nil: null, freq: 6 }),
  description: maybe(texts),
  expectedResult: maybe(texts),
  /** Which of the nodes before it is its parent; 0 for none. */
  parent: fc.nat(30),
  skipLevel: fc.boolean(),
  tasks: fc.array(oneTask, { maxLength: 4 }),
  groups: fc.subarray([id(600_001), id(600_002)]),
  unitIds,
  dates,
  links,
});

const header = fc.record({
  levels: fc.integer({ min: 1, max: 5 }),
  weights: fc.constantFrom('none' as const, 'whole' as const),
  groupNames: fc.tuple(maybe(texts), maybe(texts)),
  announced: maybe(fc.nat(4)),
  frequency: maybe(fc.constantFrom(...FREQUENCIES)),
  graceDays: fc.nat(60),
  behindPoints: fc.nat(30),
  startOn: maybe(fc.constant('2022-01-01')),
  state: fc.constantFrom(...PLAN_STATES),
  vision: maybe(texts),
  mission: maybe(texts),
  values: fc.array(texts, { maxLength: 2 }),
  lineage: fc.array(texts, { maxLength: 2 }),
});

type Drawn<A> = A extends fc.Arbitrary<infer T> ? T : never;

/** A plan of `theCity` that can be frozen. */
export const plans: fc.Arbitrary<Plan> = fc
  .tuple(header, fc.array(oneNode, { minLength: 1, maxLength: 12 }))
  .map(([drawn, nodes]) => build(drawn, nodes));

/** A plan and its city, which may have little or much above its pages. */
export const worlds: fc.Arbitrary<{ readonly city: City; readonly plan: Plan }> = fc
  .record({
    plan: plans,
    name: texts,
    standing: fc.constantFrom('official' as const, 'from-public-page' as const, 'invented' as const),
    languages: fc.constantFrom(['pl'], ['pl', 'en'], ['en'], ['uk', 'pl', 'en']),
    contact: maybe(texts),
  })
  .map(({ plan: made, name, standing, languages, contact }) => ({
    plan: made,
    city: {
      ...theCity,
      name,
      standing,
      languages,
      contacts: contact
        ? [{ kind: 'general', name: contact, email: 'urzad@probne.example', phone: null, address: contact }]
        : [],
    },
  }));

function build(drawn: Drawn<typeof header>, drawnNodes: readonly Drawn<typeof oneNode>[]): Plan {
  const nodes: Node[] = [];
  const tasks: Task[] = [];
  const siblings = new Map<Id | null, number>();
  const taken: string[] = [];
  const codeOf = (choice: Drawn<typeof code>, place: string): string | null => {
    const made =
      choice === null
        ? null
        : choice === 'in place'
          ? place
          : choice === 'again'
            ? (taken.at(-1) ?? place)
            : choice.odd;
    if (made !== null) taken.push(made);
    return made;
  };
  for (const [at, one] of drawnNodes.entries()) {
    const above = nodes.filter((candidate) => candidate.level < drawn.levels - 1);
    const parent = one.parent === 0 ? undefined : above[one.parent % (above.length + 1)];
    const place = siblings.get(parent?.id ?? null) ?? 0;
    siblings.set(parent?.id ?? null, place + 1);
    const level = parent ? Math.min(parent.level + (one.skipLevel ? 2 : 1), drawn.levels - 1) : 0;
    const made = nodeOf(at + 1, {
      parentId: parent?.id ?? null,
      level,
      code: codeOf(one.code, parent?.code ? `${parent.code}.${place + 1}` : String(place + 1)),
      title: one.title,
      description: one.description,
      expectedResult: one.expectedResult,
      groupIds: one.groups,
      unitIds: one.unitIds,
      startOn: one.dates[0],
      endOn: one.dates[1],
      position: place,
    });
    nodes.push(made);
    for (const [n, drawnTask] of one.tasks.entries())
      tasks.push(
        taskFrom(
          drawnTask,
          made.id,
          tasks,
          codeOf(drawnTask.code, `${made.code ?? ''}z${n + 1}`),
          drawn.weights,
        ),
      );
  }
  const all = [...nodes, ...tasks].map((item) => item.id);
  const target = (own: Id, chosen: Drawn<typeof links>): readonly Link[] =>
    chosen.map(({ kind, to }) => ({ kind, toId: all[to % all.length]! })).filter(({ toId }) => toId !== own);
  const chosenLinks = new Map(
    [...drawnNodes, ...drawnNodes.flatMap((one) => one.tasks)].map((one, at) => [all[at]!, one.links]),
  );
  const linked = <T extends { readonly id: Id }>(item: T) => ({
    ...item,
    links: target(item.id, chosenLinks.get(item.id) ?? []),
  });
  return planOf({
    title: { pl: 'Strategia Próbnego do 2032 roku', en: 'Strategy of Probne to 2032' },
    shortTitle: { pl: 'Strategia 2032', en: 'Strategy 2032' },
    licence: 'CC-BY-4.0',
    weights: drawn.weights,
    behindPoints: drawn.behindPoints,
    state: drawn.state,
    horizon: { startOn: drawn.startOn, endOn: '2032-12-31' },
    vision: drawn.vision,
    mission: drawn.mission,
    values: drawn.values,
    reporting: { frequency: drawn.frequency, graceDays: drawn.graceDays, nextReportOn: null },
    levels: Array.from({ length: drawn.levels }, (_, level) => ({
      id: id(700_001 + level),
      singular: { pl: `Poziom ${level + 1}`, en: `Level ${level + 1}` },
      plural: { pl: `Poziomy ${level + 1}`, en: `Levels ${level + 1}` },
    })),
    groupings: [
      {
        id: id(500_001),
        singular: { pl: 'Obszar', en: 'Area' },
        plural: { pl: 'Obszary', en: 'Areas' },
        announced: drawn.announced,
        groups: drawn.groupNames.map((name, at) => ({ id: id(600_001 + at), name })),
      },
    ],
    nodes: nodes.map(linked),
    tasks: tasks.map(linked),
    lineage: drawn.lineage.map((title, at) => ({
      kind: at === 0 ? 'continued' : 'split',
      fromPlan: { pl: 'Strategia do 2020', en: 'Strategy to 2020' },
      from: [{ code: null, title }],
      toIds: nodes.slice(0, at + 1).map((item) => item.id),
      note: null,
    })),
  });
}

/** A merged task goes into an earlier one, which may be merged too: so every chain ends. */
function taskFrom(
  drawn: Drawn<typeof oneTask>,
  nodeId: Id,
  earlier: readonly Task[],
  taskCode: string | null,
  weights: Plan['weights'],
): Task {
  const state = drawn.state === 'merged' && earlier.length === 0 ? 'stopped' : drawn.state;
  return taskOf(10_000 + earlier.length, nodeId, {
    code: taskCode,
    title: drawn.title,
    description: drawn.description,
    reportText: drawn.reportText,
    state,
    stateReason: ['stopped', 'merged', 'suspended'].includes(state) ? { pl: 'Powód' } : null,
    mergedIntoId: state === 'merged' ? earlier[drawn.into % earlier.length]!.id : null,
    startOn: drawn.dates[0],
    endOn: drawn.dates[1],
    progressPercent: drawn.progress,
    reportedOn: drawn.period === null ? null : '2026-10-10',
    reportedFor: drawn.period,
    weight: weights === 'whole' ? drawn.weight : 1,
    unitIds: drawn.unitIds,
    position: drawn.position,
  });
}
