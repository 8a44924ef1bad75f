/** Words of the page of progress. */
import { plurals, type Locale } from './locale.ts';
import { phrase, type Phrase } from './phrase.ts';

const p = plurals('pl');
const e = plurals('en');

const pl = {
  progressTitle: 'Postęp',
  /** `left`: stopped and merged tasks, which stay out of the mean. */
  progressLead: (date: string, all: string, counted: number, reported: number, left: number) => {
    const valid = p(reported, { one: 'ma #', few: 'mają #', many: 'ma #', other: 'ma #' });
    const out = p(left, {
      one: 'wchodzi # zaniechane lub połączone z innym',
      few: 'wchodzą # zaniechane lub połączone z innymi',
      many: 'wchodzi # zaniechanych lub połączonych z innymi',
      other: 'wchodzi # zaniechanego lub połączonego',
    });
    return left === 0
      ? `Na ${date} plan liczy ${all}. Aktualne sprawozdanie ${valid}.`
      : `Na ${date} plan liczy ${all}. Do średniej nie ${out}; z pozostałych ${counted} aktualne sprawozdanie ${valid}.`;
  },
  progressNoTasks: 'Plan nie zawiera jeszcze zadań, więc nie ma postępu do policzenia.',
  progressNoTasksMore: (goals: string) =>
    `Plan ma ${goals}. Gdy miasto dopisze pod nimi zadania z terminami i wykonawcami, ta strona pokaże, co jest zrobione, co się opóźnia i kto milczy.`,
  byState: 'W jakim są stanie',
  byVerdict: 'Jak idą na tle terminów',
  state: 'Stan',
  verdict: 'Ocena',
  tasks: 'Zadania',
  total: 'Razem',
  byGoal: 'Cel po celu',
  goal: 'Cel',
  progress: 'Postęp',
  expected: 'Powinno być',
  noTasks: 'bez zadań',
  worst: 'Gdzie brakuje najwięcej',
  worstByGoal: 'Komu w każdym celu brakuje najwięcej',
  worstAll: 'Nic nie odstaje: żadne sprawozdane zadanie nie jest za planem.',
  worstLine: (points: string) => `brakuje ${points}`,
  worstLead: 'Zadania, którym najwięcej brakuje do tego, co powinno być według terminów.',
  silent: 'Kto milczy',
  silentLead: (n: number, total: number) =>
    `O ${p(n, { one: '# zadaniu', few: '# zadaniach', many: '# zadaniach', other: '# zadania' })} z ${total} nie ma aktualnego sprawozdania. Ich dawnych wyników nie liczymy.`,
  silentNone: 'Nikt: na wszystkie zadania jest aktualne sprawozdanie.',
  silentSince: (date: string) => `milczy od ${date}`,
  silentLast: (period: string) => `ostatnie sprawozdanie za ${period}`,
  silentNever: 'nie złożono jeszcze żadnego sprawozdania',
  silentNoFigure: (period: string) => `sprawozdanie za ${period} nie podaje postępu`,
  noUnit: 'Bez wskazanej jednostki',
  byUnit: 'Jednostki',
  byUnitLead: 'Zadanie liczy się jednostce, która za nie odpowiada; pomagające nie są liczone drugi raz.',
  unit: 'Jednostka',
  group: 'Obszar lub grupa',
  byGroup: 'Obszary i inne podziały',
  byGroupLead: 'Cel może należeć do kilku grup, więc wiersze nie sumują się do całości.',
  stopped: 'Zaniechane i połączone',
  stoppedLead: 'Nie wchodzą do średniej, ale zostają na widoku razem z powodem.',
  noReason: 'powodu nie podano',
  mergedInto: (title: Phrase) => phrase`połączone z: ${title}`,
};
export type ProgressWords = typeof pl;

const en: ProgressWords = {
  progressTitle: 'Progress',
  progressLead: (date, all, counted, reported, left) => {
    const valid = e(reported, { one: '# has a valid report', other: '# have a valid report' });
    return left === 0
      ? `On ${date} the plan has ${all}. Of these ${valid}.`
      : `On ${date} the plan has ${all}. ${e(left, { one: '# stopped or merged one stays', other: '# stopped or merged ones stay' })} out of the mean; of the other ${counted}, ${valid}.`;
  },
  progressNoTasks: 'The plan has no tasks yet, so there is no progress to count.',
  progressNoTasksMore: (goals) =>
    `It has ${goals}. Once the city adds tasks with dates and owners under them, this page will show what is done, what is late and who is silent.`,
  byState: 'What state they are in',
  byVerdict: 'How they keep to their dates',
  state: 'State',
  verdict: 'Verdict',
  tasks: 'Tasks',
  total: 'In all',
  byGoal: 'Goal by goal',
  goal: 'Goal',
  progress: 'Progress',
  expected: 'Should be',
  noTasks: 'no tasks',
  worst: 'Furthest from plan',
  worstByGoal: 'Furthest from plan under each goal',
  worstAll: 'Nothing stands out: no reported task is behind.',
  worstLine: (points) => `${points} short`,
  worstLead: 'The tasks that miss most of what their dates call for.',
  silent: 'Who is silent',
  silentLead: (n, total) =>
    `${e(n, { one: '# task', other: '# tasks' })} of ${total} ${n === 1 ? 'has' : 'have'} no valid report. Their old figures are not used.`,
  silentNone: 'Nobody: every task has a valid report.',
  silentSince: (date) => `silent since ${date}`,
  silentLast: (period) => `last report for ${period}`,
  silentNever: 'no report has been made yet',
  silentNoFigure: (period) => `the report for ${period} gives no progress`,
  noUnit: 'No unit named',
  byUnit: 'Units',
  byUnitLead:
    'A task counts for the unit that answers for it; those that help are not counted a second time.',
  unit: 'Unit',
  group: 'Area or group',
  byGroup: 'Areas and other groups',
  byGroupLead: 'A goal may belong to several groups, so the rows do not add up to the whole.',
  stopped: 'Stopped and merged',
  stoppedLead: 'They do not enter the mean, but stay in sight with their reason.',
  noReason: 'no reason given',
  mergedInto: (title) => phrase`merged into: ${title}`,
};

/** The words of the page of progress in one language. */
export function progressWords(locale: Locale): ProgressWords {
  return locale === 'pl' ? pl : en;
}
