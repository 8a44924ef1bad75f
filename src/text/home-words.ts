/** Words of the pages from which a reader starts: the cities, a city, a plan, its horizon, all its goals. */
import { plurals, type Locale } from './locale.ts';
import { phrase, type Phrase } from './phrase.ts';

const p = plurals('pl');
const e = plurals('en');

const pl = {
  horizonFull: (from: string, to: string, percent: string) =>
    `Od ${from} do ${to} roku; minęło ${percent} czasu.`,
  horizonEnd: (to: string) => `Plan sięga ${to} roku; źródło nie podaje początku.`,
  today: (date: string, percent: string) => `${date}: ${percent} czasu`,
  dueByYear: 'Zadania według roku, w którym mają się skończyć',
  dueYear: 'Rok',
  dueTasks: 'Zadania',
  dueDone: 'Zakończone',
  dueOverdue: 'Po terminie',
  dueCaption:
    'Pod linią: zadania w roku, w którym mają się skończyć. Pełny punkt: zakończone, trójkąt: po terminie',
  dueCaptionMany: (n: number) =>
    `Pod linią: zadania w roku, w którym mają się skończyć, po ${n} na punkt. Pełny: zakończone, trójkąt: po terminie`,
  installationTitle: 'Strategie rozwoju miast',
  installationLead: 'Co miasta obiecały, co robią i co z tego wynika.',
  installationEmptyTitle: 'Portal jest pusty',
  installationEmptyLead: 'Nie opublikowano jeszcze żadnego planu. Wystarczą trzy kroki.',
  installationSteps: [
    ['Wczytaj stronę miasta z celami', 'horyzont import cele.html --city miasto --plan strategia --accept'],
    ['Opublikuj pierwsze wydanie', 'horyzont publish --plan miasto/strategia'],
    ['Obejrzyj je tutaj', ''],
  ] as readonly (readonly [string, string])[],
  cityPlans: (city: string) => `${city}: plany`,
  cityLead: (n: number) =>
    p(n, {
      one: '# opublikowany plan.',
      few: '# opublikowane plany.',
      many: '# opublikowanych planów.',
      other: '# planu.',
    }),
  planCounts: (goals: number, tasks: number) => `${pl.countGoals(goals)}, ${pl.countTasks(tasks)}`,
  countGoals: (n: number) => p(n, { one: '# cel', few: '# cele', many: '# celów', other: '# celu' }),
  countTasks: (n: number) =>
    p(n, { one: '# zadanie', few: '# zadania', many: '# zadań', other: '# zadania' }),
  adopted: 'Przyjęte',
  lastReports: 'Ostatnie sprawozdania:',
  nextReports: 'Następne do',
  vision: 'Wizja',
  mission: 'Misja',
  values: 'Wartości',
  state: {
    'in-preparation': 'Plan w przygotowaniu',
    'in-consultation': 'Plan w konsultacjach',
    'in-force': 'Plan obowiązuje',
    superseded: 'Plan zastąpiony nowszym',
    expired: 'Plan wygasł',
    'not-stated': 'Źródło nie podaje, czy plan obowiązuje',
  },
  source: 'Źródło',
  sourceRead: (date: string) => `odczytano ${date}`,
  gapsTitle: 'Co źródło zapowiada, a czego nie podaje',
  gapsOwnTitle: 'Czego w planie jeszcze brakuje',
  gapsMore: (n: number) =>
    p(n, { one: 'i jeszcze #', few: 'i jeszcze #', many: 'i jeszcze #', other: 'i jeszcze #' }),
  legend: 'Co znaczą znaki',
  legendExpected: 'tyle powinno być według terminów',
  legendBand: 'zakres, w którym może leżeć prawda',
  whatChanged: (date: string) => `Co się zmieniło od ${date}`,
  nothingChanged: 'Nic się nie zmieniło poza sprawozdaniami.',
  firstEdition: 'To pierwsze wydanie. Następne pokażą tu, co się zmieniło.',
  allChanges: 'Wszystkie zmiany',
  allChangesCount: (n: number) => `Wszystkie zmiany (${n})`,
  whoSilent: 'Kto milczy',
  nobodySilent: 'Nikt: na wszystkie zadania jest aktualne sprawozdanie.',
  silentCount: (silent: number, total: number) =>
    `Nie ma aktualnego sprawozdania o ${p(silent, { one: '# zadaniu', few: '# zadaniach', many: '# zadaniach', other: '# zadania' })} z ${total}.`,
  silentOf: (silent: number, total: number) => `${silent} z ${total}`,
  silentOthers: (silent: number) => `Pozostałe jednostki: ${silent}`,
  silentOwnerless: (silent: number) => `Bez wskazanej jednostki: ${silent}`,
  silentList: 'Zobacz, o których',
  allGoals: 'Wszystkie cele na jednej stronie',
  ownLead: (goals: number, tasks: number, year: string) =>
    `${pl.countGoals(goals)} i ${pl.countTasks(tasks)} do ${year} roku. Tu widać, co zrobiono, co się opóźnia i kto za to odpowiada.`,
  ownLeadGoals: (goals: number, tasks: number, year: string) =>
    `${tasks === 0 ? pl.countGoals(goals) : `${pl.countGoals(goals)} i ${pl.countTasks(tasks)}`} do ${year} roku. Tyle mówi źródło; tu każdy cel ma swój adres, wydruk, PDF i dane.`,
  allGoalsTitle: 'Wszystkie cele',
  allGoalsLead: (counts: Phrase) => phrase`${counts} na jednej stronie, do przeczytania i wydrukowania.`,
};
export type HomeWords = typeof pl;

const en: HomeWords = {
  horizonFull: (from, to, percent) => `From ${from} to ${to}; ${percent} of the time has passed.`,
  horizonEnd: (to) => `The plan runs to ${to}; the source does not say when it began.`,
  today: (date, percent) => `${date}: ${percent} of the time`,
  dueByYear: 'Tasks by the year in which they are to end',
  dueYear: 'Year',
  dueTasks: 'Tasks',
  dueDone: 'Done',
  dueOverdue: 'Overdue',
  dueCaption: 'Under the line: tasks in the year they are due. Filled dot: done, triangle: overdue',
  dueCaptionMany: (n) =>
    `Under the line: tasks in the year they are due, ${n} to a dot. Filled: done, triangle: overdue`,
  installationTitle: 'City development strategies',
  installationLead: 'What cities promised, what they do and what comes of it.',
  installationEmptyTitle: 'The portal is empty',
  installationEmptyLead: 'No plan has been published yet. Three steps are enough.',
  installationSteps: [
    [
      'Read in the city’s page with its goals',
      'horyzont import goals.html --city city --plan strategy --accept',
    ],
    ['Publish the first edition', 'horyzont publish --plan city/strategy'],
    ['See it here', ''],
  ],
  cityPlans: (city) => `${city}: plans`,
  cityLead: (n) => e(n, { one: '# published plan.', other: '# published plans.' }),
  planCounts: (goals, tasks) => `${en.countGoals(goals)}, ${en.countTasks(tasks)}`,
  countGoals: (n) => e(n, { one: '# goal', other: '# goals' }),
  countTasks: (n) => e(n, { one: '# task', other: '# tasks' }),
  adopted: 'Adopted as',
  lastReports: 'Latest reports:',
  nextReports: 'Next by',
  vision: 'Vision',
  mission: 'Mission',
  values: 'Values',
  state: {
    'in-preparation': 'Plan in preparation',
    'in-consultation': 'Plan in consultation',
    'in-force': 'Plan in force',
    superseded: 'Plan replaced by a newer one',
    expired: 'Plan expired',
    'not-stated': 'The source does not say whether the plan is in force',
  },
  source: 'Source',
  sourceRead: (date) => `read on ${date}`,
  gapsTitle: 'What the source announces and does not give',
  gapsOwnTitle: 'What the plan still lacks',
  gapsMore: (n) => e(n, { one: 'and # more', other: 'and # more' }),
  legend: 'What the marks mean',
  legendExpected: 'where it should be by its dates',
  legendBand: 'the range in which the truth may lie',
  whatChanged: (date) => `What changed since ${date}`,
  nothingChanged: 'Nothing changed apart from reports.',
  firstEdition: 'This is the first edition. The next ones will show here what changed.',
  allChanges: 'All changes',
  allChangesCount: (n) => `All changes (${n})`,
  whoSilent: 'Who is silent',
  nobodySilent: 'Nobody: every task has a valid report.',
  silentCount: (silent, total) =>
    `${e(silent, { one: '# task', other: '# tasks' })} of ${total} have no valid report.`,
  silentOf: (silent, total) => `${silent} of ${total}`,
  silentOthers: (silent) => `Other units: ${silent}`,
  silentOwnerless: (silent) => `No unit named: ${silent}`,
  silentList: 'See which',
  allGoals: 'All goals on one page',
  ownLead: (goals, tasks, year) =>
    `${en.countGoals(goals)} and ${en.countTasks(tasks)} by ${year}. See what is done, what is late and who answers for it.`,
  ownLeadGoals: (goals, tasks, year) =>
    `${tasks === 0 ? en.countGoals(goals) : `${en.countGoals(goals)} and ${en.countTasks(tasks)}`} by ${year}. That is all the source says; here each goal has its address, print, PDF and data.`,
  allGoalsTitle: 'All goals',
  allGoalsLead: (counts) => phrase`${counts} on one page, to read and to print.`,
};

/** The words of the first pages by language. */
export const homeWords: Readonly<Record<Locale, HomeWords>> = { pl, en };
