/** Words of the two questions, and of the judgements that answer the first. */
import type { DeliveryVerdict, TaskState } from '../edition/edition.ts';
import { plurals, type Locale } from './locale.ts';

const p = plurals('pl');
const e = plurals('en');

const pl = {
  askDelivery: 'Czy robimy to, co obiecaliśmy?',
  askResults: 'Czy to działa?',
  notMeasured: 'Nie mierzono: plan nie podaje wskaźników.',
  /** The answer about delivery where nothing is counted. */
  unknown: 'Nie wiadomo',
  /** Before the figure: the mean of the tasks' progress, not the share of tasks that are done. */
  meanProgress: 'średni postęp',
  /** The same in a row of a list. */
  onAverage: (percent: string) => `średnio ${percent}`,
  bandReported: (low: string, high: string, reported: number, counted: number) =>
    `Od ${low} do ${high}; sprawozdania o ${reported} z ${counted} zadań`,
  bandExact: (reported: number) =>
    `Sprawozdania o ${p(reported, { one: '# zadaniu: wszystkim', few: 'wszystkich # zadaniach', many: 'wszystkich # zadaniach', other: 'wszystkich # zadaniach' })}`,
  noTasks: 'Nie ma zadań, więc nie ma czego liczyć.',
  onlyStopped: 'Wszystko zaniechano',
  tasksUnreported: 'Plan wymienia zadania, ale źródło nie mówi, co z nich zrobiono.',
  tasksAnnounced: 'Źródło zapowiada zadania, ale żadnego nie wymienia.',
  noReports: (n: number) => `Żadne z ${n} zadań nie ma aktualnego sprawozdania.`,
  promisedNote: (percent: string, n: number) =>
    `Ze wszystkiego, co obiecano: średni postęp ${percent}, bo zaniechano ${p(n, { one: '# zadania', few: '# zadań', many: '# zadań', other: '# zadania' })}.`,
  withoutTasks: (n: number, total: number) =>
    `${p(n, { one: '# cel', few: '# cele', many: '# celów', other: '# celu' })} z ${total} nie ma zadań.`,
  why: 'Dlaczego ta liczba?',
  verdictShort: (verdict: string, actual: string, expected: string) =>
    `${verdict}: średni postęp ${actual} zamiast ${expected}`,
  verdictPlanned: (verdict: string, actual: string, expected: string) =>
    `${verdict}: średni postęp ${actual} przy planowanych ${expected}`,
  scheduleNote: (actual: string, expected: string) =>
    `Same zadania z terminami: średni postęp ${actual}, a powinno być ${expected}.`,
  worst: 'Najbardziej opóźnione:',
  barTitle: (mean: string, low: string, high: string, expected: string | null) =>
    `${mean}, od ${low} do ${high}${expected === null ? '' : `; powinno być ${expected}`}`,
  verdict: {
    done: 'zakończone',
    'done-late': 'zakończone po terminie',
    'on-time': 'w terminie',
    behind: 'za planem',
    late: 'po terminie',
    suspended: 'wstrzymane',
    'no-report': 'brak sprawozdania',
    undated: 'bez terminu',
    stopped: 'zaniechane',
    merged: 'połączone z innym',
    'no-tasks': 'bez zadań',
  } satisfies Record<DeliveryVerdict, string>,
  taskState: {
    'not-started': 'nierozpoczęte',
    'in-preparation': 'w przygotowaniu',
    'in-progress': 'w realizacji',
    done: 'zakończone',
    suspended: 'wstrzymane',
    stopped: 'zaniechane',
    merged: 'połączone z innym',
  } satisfies Record<TaskState, string>,
  points: (n: number, text: string) =>
    p(n, { one: `${text} punkt`, few: `${text} punkty`, many: `${text} punktów`, other: `${text} punktu` }),
  /** Where a table has nothing to say. */
  none: '–',
};
export type DeliveryWords = typeof pl;

const en: DeliveryWords = {
  askDelivery: 'Are we doing what we promised?',
  askResults: 'Does it work?',
  notMeasured: 'Not measured: the plan states no indicators.',
  unknown: 'Unknown',
  meanProgress: 'average progress',
  onAverage: (percent) => `${percent} on average`,
  bandReported: (low, high, reported, counted) =>
    `Between ${low} and ${high}; ${reported} of ${counted} tasks reported`,
  bandExact: (reported) =>
    e(reported, { one: 'The only task has reported', other: 'All # tasks have reported' }),
  noTasks: 'There are no tasks, so there is nothing to count.',
  onlyStopped: 'Everything was stopped',
  tasksUnreported: 'The plan lists tasks, but the source does not say what has been done.',
  tasksAnnounced: 'The source announces tasks but lists none.',
  noReports: (n) => `None of ${n} tasks has a valid report.`,
  promisedNote: (percent, n) =>
    `Of everything promised: average progress ${percent}, because ${e(n, { one: '# task was stopped', other: '# tasks were stopped' })}.`,
  withoutTasks: (n, total) => `${n} of ${e(total, { one: '# goal', other: '# goals' })} have no tasks.`,
  why: 'Why this number?',
  verdictShort: (verdict, actual, expected) =>
    `${verdict}: average progress ${actual} instead of ${expected}`,
  verdictPlanned: (verdict, actual, expected) =>
    `${verdict}: average progress ${actual}, with ${expected} planned`,
  scheduleNote: (actual, expected) =>
    `Dated tasks alone: average progress ${actual}, and it should be ${expected}.`,
  worst: 'Furthest behind:',
  barTitle: (mean, low, high, expected) =>
    `${mean}, between ${low} and ${high}${expected === null ? '' : `; should be ${expected}`}`,
  verdict: {
    done: 'done',
    'done-late': 'done late',
    'on-time': 'on time',
    behind: 'behind',
    late: 'overdue',
    suspended: 'suspended',
    'no-report': 'no report',
    undated: 'no dates',
    stopped: 'stopped',
    merged: 'merged into another',
    'no-tasks': 'no tasks',
  },
  taskState: {
    'not-started': 'not started',
    'in-preparation': 'in preparation',
    'in-progress': 'in progress',
    done: 'done',
    suspended: 'suspended',
    stopped: 'stopped',
    merged: 'merged into another',
  },
  points: (n, text) => e(n, { one: `${text} point`, other: `${text} points` }),
  none: '–',
};

/** The words of delivery by language. */
export const deliveryWords: Readonly<Record<Locale, DeliveryWords>> = { pl, en };
