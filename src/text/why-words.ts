/** Words of the working of a figure: "why this number?". */
import type { DeliveryVerdict } from '../edition/edition.ts';
import { plurals, type Locale } from './locale.ts';

const p = plurals('pl');
const e = plurals('en');

const pl = {
  whyTitle: 'Dlaczego ta liczba?',
  whyPlan: 'Cały plan',
  whyLead: 'Wszystko, z czego ta liczba powstała: da się ją przeliczyć na kartce.',
  whyNoTasks: 'Nie ma tu zadań, które wchodzą do rachunku, więc nie ma też liczby.',
  whyNoReports:
    'Żadne zadanie nie ma aktualnego sprawozdania, więc średniej nie ma. Prawda może leżeć wszędzie od 0 do 100 %.',
  whySteps: 'Rachunek krok po kroku',
  whyW: (n: number) =>
    `Do rachunku ${p(n, { one: 'wchodzi # zadanie', few: 'wchodzą # zadania', many: 'wchodzi # zadań', other: 'wchodzi # zadania' })}. Zaniechane i połączone z innymi nie wchodzą. Suma wag:`,
  whyWEqual: (n: number) =>
    `Do rachunku ${p(n, { one: 'wchodzi # zadanie', few: 'wchodzą # zadania', many: 'wchodzi # zadań', other: 'wchodzi # zadania' })}, każde z wagą 1. Zaniechane i połączone z innymi nie wchodzą. Suma wag:`,
  whyR: (n: number) =>
    `Aktualne sprawozdanie ${p(n, { one: 'ma # zadanie', few: 'mają # zadania', many: 'ma # zadań', other: 'ma # zadania' })}. Suma wag:`,
  whyS: 'Suma iloczynów wagi i postępu zadań ze sprawozdaniem:',
  whyM: 'Średnia sprawozdanych, S / R:',
  whyC: 'Jaka część wagi ma sprawozdanie, R / W:',
  whyLow: 'Gdyby wszystkie milczące miały 0, S / W:',
  whyHigh: 'Gdyby wszystkie milczące miały 100, (S + (W − R) × 100) / W:',
  whyPromised: (n: number) =>
    `Ze wszystkiego, co obiecano: ${p(n, { one: '# zaniechane zadanie zostaje', few: '# zaniechane zadania zostają', many: '# zaniechanych zadań zostaje', other: '# zaniechanego zadania zostaje' })} z wynikiem 0, S / (R + waga zaniechanych):`,
  whyRounding:
    'Sumy są dokładne. Dzielimy raz, na końcu, i zaokrąglamy do jednego miejsca po przecinku, połówki w górę.',
  whySchedule: 'Czy to w terminie',
  whyScheduleNone: 'Żadne sprawozdane zadanie nie ma obu dat, więc nie ma czego porównać z kalendarzem.',
  whyScheduleCompare: (tasks: string, actual: string, expected: string) =>
    `Porównujemy tylko ${tasks} ze sprawozdaniem i z obiema datami: średnia to ${actual}, a według kalendarza powinno być ${expected}.`,
  whyVerdict: (verdict: string) => `Ocena: ${verdict}.`,
  whyRuleTitle: 'Reguła, z góry na dół: pierwsza, która pasuje',
  whyRules: (points: string): readonly (readonly [DeliveryVerdict, string])[] => [
    ['no-tasks', 'żadne zadanie się nie liczy'],
    ['done', 'wszystko skończone'],
    ['done-late', 'wszystko skończone, coś po terminie'],
    ['no-report', 'nikt nie ma aktualnego sprawozdania'],
    ['suspended', 'wszystko, co nieskończone, wstrzymano'],
    ['late', 'minął termin celu albo ostatni termin zadań, a nie wszystko zrobiono'],
    ['undated', 'żadne sprawozdane zadanie nie ma obu dat'],
    ['behind', `brakuje więcej niż ${points} do oczekiwanego`],
    ['on-time', 'w każdym innym razie'],
  ],
  whyTaskRules: (points: string): readonly (readonly [DeliveryVerdict, string])[] => [
    ['stopped', 'miasto zrezygnowało'],
    ['merged', 'weszło do innego zadania'],
    ['done', 'skończone'],
    ['done-late', 'skończone, a okres sprawozdania zaczął się po terminie'],
    ['no-report', 'nie ma aktualnego sprawozdania'],
    ['suspended', 'praca wstrzymana'],
    ['late', 'termin minął'],
    ['behind', `brakuje więcej niż ${points} do oczekiwanego`],
    ['on-time', 'obie daty są znane'],
    ['undated', 'w każdym innym razie'],
  ],
  whyExpected: (elapsed: string, total: string) =>
    `Minęło ${elapsed} z ${total} dni między początkiem a końcem, licząc oba:`,
  whyExpectedNone: 'Zadanie nie ma obu dat, więc nie wiadomo, ile powinno już być zrobione.',
  whyUsed: (value: string) => `Do sum wchodzi postęp ${value}.`,
  whyUsedDone: 'Zadanie jest skończone, więc liczy się jako 100; to nie wygasa.',
  whyUsedNot: 'Zadanie nie wchodzi do rachunku, bo je zaniechano albo połączono z innym.',
  whyUsedSilent:
    'Zadanie milczy: nie ma aktualnego sprawozdania z podanym postępem, więc do sum nic nie wchodzi.',
  whyUsedUntil: (date: string) =>
    `Sprawozdanie liczy się do ${date}; potem zadanie milczy, jeśli nie ma nowego.`,
  whyInputs: 'Z czego liczono',
  whyInputsChildren:
    'Zadań jest dużo, dlatego pokazujemy sumy celów niżej; ich W, R i S dodają się do wyniku. Wszystkie zadania są w pliku JSON.',
  whyOwnTasks: 'Zadania stojące wprost pod tym celem',
  whyByHand: 'Przelicz w arkuszu',
  whyByHandHow: 'Wklej do dowolnej komórki; wynik po zaokrągleniu ma być taki jak tutaj.',
  weight: 'Waga',
  used: 'Postęp',
  product: 'Waga × postęp',
  report: 'Sprawozdanie',
  task: 'Zadanie',
  whyJson: 'To samo jako JSON',
  whyMethod: 'Cała metoda',
  fromTo: (low: string, high: string) => `od ${low} do ${high}`,
};
export type WhyWords = typeof pl;

const en: WhyWords = {
  whyTitle: 'Why this number?',
  whyPlan: 'The whole plan',
  whyLead: 'Everything this figure was made from: you can work it out again on paper.',
  whyNoTasks: 'There are no tasks here that count, so there is no figure.',
  whyNoReports: 'No task has a valid report, so there is no mean. The truth may lie anywhere from 0 to 100%.',
  whySteps: 'The working, step by step',
  whyW: (n) =>
    `${e(n, { one: '# task counts', other: '# tasks count' })}. Stopped and merged ones do not. The sum of weights:`,
  whyWEqual: (n) =>
    `${e(n, { one: '# task counts', other: '# tasks count' })}, each with weight 1. Stopped and merged ones do not. The sum of weights:`,
  whyR: (n) => `${e(n, { one: '# task has', other: '# tasks have' })} a valid report. The sum of weights:`,
  whyS: 'The sum of weight times progress of the reported tasks:',
  whyM: 'Mean of the reported, S / R:',
  whyC: 'Share of the weight that reported, R / W:',
  whyLow: 'If all silent ones were at 0, S / W:',
  whyHigh: 'If all silent ones were at 100, (S + (W − R) × 100) / W:',
  whyPromised: (n) =>
    `Of everything promised: ${e(n, { one: '# stopped task stays', other: '# stopped tasks stay' })} in at 0, S / (R + weight of the stopped):`,
  whyRounding: 'Sums are exact. There is one division, at the end, rounded half up to one decimal.',
  whySchedule: 'Is it on time',
  whyScheduleNone: 'No reported task has both dates, so there is nothing to hold against the calendar.',
  whyScheduleCompare: (tasks, actual, expected) =>
    `Only ${tasks} with a report and both dates are compared: the mean is ${actual}, and by the calendar it should be ${expected}.`,
  whyVerdict: (verdict) => `Verdict: ${verdict}.`,
  whyRuleTitle: 'The rule, from top to bottom: the first that fits',
  whyRules: (points) => [
    ['no-tasks', 'no task counts'],
    ['done', 'all is done'],
    ['done-late', 'all is done, something after its end'],
    ['no-report', 'nobody has a valid report'],
    ['suspended', 'all that is not done is suspended'],
    ['late', 'the goal’s end or the last end of its tasks has passed and not all is done'],
    ['undated', 'no reported task has both dates'],
    ['behind', `more than ${points} short of the expected`],
    ['on-time', 'otherwise'],
  ],
  whyTaskRules: (points) => [
    ['stopped', 'the city gave it up'],
    ['merged', 'it went into another task'],
    ['done', 'done'],
    ['done-late', 'done, and the period of the report began after the end'],
    ['no-report', 'there is no valid report'],
    ['suspended', 'work is suspended'],
    ['late', 'the end has passed'],
    ['behind', `more than ${points} short of the expected`],
    ['on-time', 'both dates are known'],
    ['undated', 'otherwise'],
  ],
  whyExpected: (elapsed, total) =>
    `${elapsed} of ${total} days between start and end have passed, both included:`,
  whyExpectedNone: 'The task lacks one of its dates, so nobody can say where it should be.',
  whyUsed: (value) => `The progress that enters the sums is ${value}.`,
  whyUsedDone: 'The task is done and counts as 100; this never expires.',
  whyUsedNot: 'The task does not count, because it was stopped or merged into another.',
  whyUsedSilent: 'The task is silent: no valid report gives its progress, so nothing enters the sums.',
  whyUsedUntil: (date) =>
    `The report counts until ${date}; after that the task is silent unless there is a new one.`,
  whyInputs: 'What it was counted from',
  whyInputsChildren:
    'There are many tasks, so here are the sums of the goals below; their W, R and S add up to the result. All tasks are in the JSON file.',
  whyOwnTasks: 'Tasks right under this goal',
  whyByHand: 'Check in a spreadsheet',
  whyByHandHow: 'Paste into any cell; rounded, the result must be the same as here.',
  weight: 'Weight',
  used: 'Progress',
  product: 'Weight × progress',
  report: 'Report',
  task: 'Task',
  whyJson: 'The same as JSON',
  whyMethod: 'The whole method',
  fromTo: (low, high) => `${low} to ${high}`,
};

/** The words of the working of a figure in one language. */
export function whyWords(locale: Locale): WhyWords {
  return locale === 'pl' ? pl : en;
}
