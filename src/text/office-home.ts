/** Words of a city's home in the office. */

import { plurals, type Locale } from './locale.ts';

const p = plurals('pl');
const e = plurals('en');

const pl = {
  title: (city: string) => city,
  plans: 'Plany',
  holds: (goals: number, tasks: number) =>
    `${p(goals, { one: '# cel', few: '# cele', many: '# celów', other: '# celu' })}, ${p(tasks, { one: '# zadanie', few: '# zadania', many: '# zadań', other: '# zadania' })}`,
  edition: (n: number, date: string) => `Wydanie ${n} z ${date}`,
  noEdition: 'Jeszcze nieopublikowany',
  changed: (n: number) =>
    n === 0
      ? 'Od tego wydania nikt nic nie zmieniał'
      : `Od tego wydania zmieniano ${p(n, { one: '# cel lub zadanie', few: '# cele i zadania', many: '# celów i zadań', other: '# celu i zadania' })}`,
  gaps: (n: number) =>
    n === 0 ? 'Bez braków' : p(n, { one: '# brak', few: '# braki', many: '# braków', other: '# braku' }),
  next: (moment: string) => `Następna publikacja: ${moment}`,
  waitsForConfirmation: 'Publikacja czeka na potwierdzenie drugiej osoby',
  open: 'Otwórz plan',
  publish: 'Publikuj',
  preview: 'Podgląd',
  public: 'Na portalu',
  state: {
    'in-preparation': 'w przygotowaniu',
    'in-consultation': 'w konsultacjach',
    'in-force': 'obowiązuje',
    superseded: 'zastąpiony nowszym',
    expired: 'wygasł',
    'not-stated': 'stanu nie podano',
  },
  newPlan: 'Nowy plan',
  emptyTitle: 'Zacznij od planu, który już macie',
  empty:
    'Wklej stronę z planem swojego miasta: rozpoznamy cele, zadania i daty, pokażemy je obok źródła, a ty zdecydujesz, co przyjąć. Nic nie zostanie zapisane ani opublikowane bez twojego potwierdzenia.',
  emptyAct: 'Wklej stronę miasta',
  emptyOther: 'W tym mieście nie ma jeszcze planu. Zakłada go osoba z rolą stratega.',
  waits: 'Czeka na ciebie',
  waitsNone: 'Nic nie czeka. Gdy ktoś cię o coś poprosi albo wspomni, zobaczysz to tutaj.',
  unread: (n: number) =>
    p(n, {
      one: '# nieprzeczytane powiadomienie',
      few: '# nieprzeczytane powiadomienia',
      many: '# nieprzeczytanych powiadomień',
      other: '# nieprzeczytanego powiadomienia',
    }),
  confirm: (plan: string, who: string) =>
    `Publikacja planu „${plan}” czeka na twoje potwierdzenie (zleca: ${who})`,
  failed: (plan: string) => `Zlecona publikacja planu „${plan}” się nie udała`,
  late: 'Po terminie',
  lateMine: 'Po terminie w twoich wydziałach',
  lateNone: 'Żadne zadanie nie jest po terminie.',
  lateCount: (n: number) =>
    p(n, {
      one: '# zadanie po terminie',
      few: '# zadania po terminie',
      many: '# zadań po terminie',
      other: '# zadania po terminie',
    }),
  lateSince: (date: string) => `termin minął ${date}`,
  more: (n: number) =>
    p(n, { one: 'i jeszcze #', few: 'i jeszcze #', many: 'i jeszcze #', other: 'i jeszcze #' }),
  lately: 'Ostatnie zmiany',
  latelyNone: 'Jeszcze nic się nie zmieniło. Każda zmiana pojawi się tu z datą i nazwiskiem.',
  wholeLog: 'Cały dziennik',
};
export type HomeMessages = typeof pl;

const en: HomeMessages = {
  title: (city) => city,
  plans: 'Plans',
  holds: (goals, tasks) =>
    `${e(goals, { one: '# goal', other: '# goals' })}, ${e(tasks, { one: '# task', other: '# tasks' })}`,
  edition: (n, date) => `Edition ${n} of ${date}`,
  noEdition: 'Not published yet',
  changed: (n) =>
    n === 0
      ? 'Nobody has changed anything since'
      : `${e(n, { one: '# goal or task', other: '# goals and tasks' })} worked on since`,
  gaps: (n) => (n === 0 ? 'No gaps' : e(n, { one: '# gap', other: '# gaps' })),
  next: (moment) => `Next publication: ${moment}`,
  waitsForConfirmation: 'A publication waits for a second person’s word',
  open: 'Open the plan',
  publish: 'Publish',
  preview: 'Preview',
  public: 'On the portal',
  state: {
    'in-preparation': 'in preparation',
    'in-consultation': 'in consultation',
    'in-force': 'in force',
    superseded: 'replaced by a newer one',
    expired: 'expired',
    'not-stated': 'state not given',
  },
  newPlan: 'New plan',
  emptyTitle: 'Begin with the plan you already have',
  empty:
    'Paste the page your city has: we recognise goals, tasks and dates, show them beside the source, and you decide what to take. Nothing is saved or published before you say so.',
  emptyAct: 'Paste your city’s page',
  emptyOther: 'There is no plan in this city yet. Somebody with the role of a strategist makes one.',
  waits: 'Waiting for you',
  waitsNone: 'Nothing waits. When somebody asks you for something or mentions you, it stands here.',
  unread: (n) => e(n, { one: '# unread notification', other: '# unread notifications' }),
  confirm: (plan, who) => `Publishing “${plan}” waits for your confirmation (ordered by ${who})`,
  failed: (plan) => `The ordered publication of “${plan}” failed`,
  late: 'Late',
  lateMine: 'Late in your units',
  lateNone: 'No task is late.',
  lateCount: (n) => e(n, { one: '# task late', other: '# tasks late' }),
  lateSince: (date) => `was due ${date}`,
  more: (n) => e(n, { one: 'and # more', other: 'and # more' }),
  lately: 'Changed lately',
  latelyNone: 'Nothing has changed yet. Every change will stand here with its day and name.',
  wholeLog: 'The whole log',
};

export function homeMessages(locale: Locale): HomeMessages {
  return locale === 'pl' ? pl : en;
}
