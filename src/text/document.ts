/** Words of the printed documents: the plan, a goal and the list of goals as PDF, and the preview image. */
import type { EditionCity } from '../edition/edition.ts';
import { LOCALE_TAG, plurals, type Locale } from './locale.ts';

const nPl = plurals('pl');
const nEn = plurals('en');

const pl = {
  contents: 'Spis treści',
  untitled: 'bez tytułu w źródle',
  done: 'Co zrobiono',
  asOfTerm: 'Stan na',
  alsoServedBy: 'Służą temu także',
  contact: 'Kontakt',
  contactKind: { strategy: 'Strategia', accessibility: 'Dostępność', general: 'Urząd' },
  behindRule: (points: number) =>
    `W tym planie zadanie jest za planem, gdy do postępu oczekiwanego brakuje mu więcej niż ${nPl(points, { one: '# punktu procentowego', few: '# punktów procentowych', many: '# punktów procentowych', other: '# punktu procentowego' })}.`,
  editionOf: (n: number, date: string) => `Wydanie ${n} z ${date}`,
  page: (n: string, of: string) => `${n} z ${of}`,
  asOf: (date: string) => `Stan na ${date}`,
  standingShort: {
    official: null,
    'from-public-page': 'Nie jest serwisem urzędowym',
    invented: 'Miasto zmyślone',
  } satisfies Record<EditionCity['standing'], string | null> as Record<
    EditionCity['standing'],
    string | null
  >,
  about: 'O planie',
  state: 'Stan planu',
  act: 'Przyjęty',
  actBy: (number: string, date: string, body: string) => `uchwałą nr ${number} z ${date}, ${body}`,
  source: 'Źródło',
  retrieved: (date: string) => `odczytane ${date}`,
  periodTerm: 'Okres',
  period: (from: string | null, to: string) => (from === null ? `Do ${to} roku` : `${from}–${to}`),
  coverage: 'Udział sprawozdań',
  goalsOf: (plan: string) => `${plan}: wszystkie cele`,
  periodFrom: (from: string, to: string) => `od ${from} do ${to}`,
  until: (to: string) => `do ${to}`,
  from: (date: string) => `od ${date}`,
  reporting: 'Sprawozdania',
  frequency: {
    monthly: 'co miesiąc',
    quarterly: 'co kwartał',
    'half-yearly': 'co pół roku',
    yearly: 'co rok',
  },
  nextReport: (date: string) => `następne do ${date}`,
  whatIsInside: 'Co zawiera plan',
  note: 'Słowo od miasta',
  code: 'Nr',
  task: 'Zadanie',
  goal: 'Cel',
  term: 'Termin',
  status: 'Stan',
  progress: 'Postęp',
  planned: (percent: string) => `plan ${percent}`,
  report: (period: string, date: string | null) =>
    date === null ? `Sprawozdanie za ${period}` : `Sprawozdanie za ${period}, złożone ${date}`,
  lastReport: (percent: string, date: string) => `ostatnio ${percent}, ${date}`,
  noFigure: 'Nikt nie złożył aktualnego sprawozdania',
  range: (low: string, high: string) => `od ${low} do ${high}, zależnie od zadań bez sprawozdania`,
  exact: 'liczba jest pełna: sprawozdały wszystkie zadania',
  reportedOf: (reported: number, all: number) =>
    `sprawozdano ${reported} z ${nPl(all, { one: '# zadania', few: '# zadań', many: '# zadań', other: '# zadania' })}`,
  expectedToday: (actual: string, expected: string) =>
    `zadania z terminami: średni postęp ${actual}, w tym dniu powinno być ${expected}`,
  promised: (percent: string, stopped: number) =>
    `ze wszystkiego, co obiecano: średni postęp ${percent} (${nPl(stopped, { one: '# zadanie zaniechano', few: '# zadania zaniechano', many: '# zadań zaniechano', other: '# zadania zaniechano' })})`,
  goalsWithoutTasks: (without: number, all: number) =>
    `${nPl(without, { one: '# cel', few: '# cele', many: '# celów', other: '# celu' })} z ${all} nie ma zadań`,
  byState: 'Zadania według oceny',
  silentTasks: (n: number) =>
    n === 0
      ? 'Wszystkie zadania mają aktualne sprawozdanie.'
      : `Bez aktualnego sprawozdania: ${nPl(n, { one: '# zadanie', few: '# zadania', many: '# zadań', other: '# zadania' })}. Nie liczą się jako zero i nie są pomijane: poszerzają przedział.`,
  gapsLead: 'Braki pokazujemy jako braki: niczego tu nie dopowiedziano.',
  moreGaps: (n: number) =>
    `I jeszcze ${nPl(n, { one: '# podobny brak', few: '# podobne braki', many: '# podobnych braków', other: '# podobnego braku' })}; pełna lista stoi w danych wydania.`,
  moreChanges: (n: number) =>
    `I jeszcze ${nPl(n, { one: '# zmiana', few: '# zmiany', many: '# zmian', other: '# zmiany' })}; wszystkie są na stronie zmian.`,
  methodTitle: 'Jak liczymy',
  method: [
    'Każde zadanie, które się liczy, waży tyle samo, chyba że plan podaje wagi. Zadanie zakończone liczy się jako 100, nierozpoczęte jako 0, pozostałe tyle, ile podało ostatnie aktualne sprawozdanie.',
    'Zadanie bez aktualnego sprawozdania milczy. Milczenie nie jest ani zerem, ani setką: obok liczby stoi przedział, w którym znalazłaby się ona, gdyby wszystkie milczące zadania miały 0 albo 100.',
    'Zadania zaniechane i połączone wychodzą z rachunku i są wymienione z powodem. Gdy coś zaniechano, obok stoi druga liczba: ile zrobiono ze wszystkiego, co obiecano.',
    'Postęp oczekiwany to część dni, która minęła od początku do końca zadania.',
    'Liczby zaokrąglamy raz, na końcu, połówki w górę, do jednego miejsca po przecinku. Oceny obowiązują na dzień wydania.',
  ],
  weightsWhole: 'Ten plan podaje wagi zadań; stoją w danych wydania.',
  thisFigure: 'Skąd ta liczba',
  workingMean: (sum: string, reported: string, mean: string) =>
    `Suma postępu ${sum} podzielona przez wagę zadań ze sprawozdaniem ${reported} daje średni postęp ${mean}.`,
  workingBand: (total: string, silent: string, low: string, high: string) =>
    `Wszystkie zadania ważą ${total}, milczące ${silent}: gdyby miały 0, byłoby ${low}, gdyby 100, byłoby ${high}.`,
  colophon: 'To wydanie',
  number: 'Numer',
  published: 'Opublikowano',
  hash: 'Odcisk SHA-256',
  permalink: 'Stały adres',
  localCopy: 'Kopia lokalna: instalacja, z której pochodzi ten dokument, nie ma adresu publicznego.',
  licence: 'Licencja danych',
  product: 'Program',
  prove:
    'Odcisk to skrót całego wydania. Kto ma plik wydania, sprawdzi poleceniem „horyzont verify”, że od publikacji nikt nie zmienił w nim ani jednego znaku; każde wydanie zawiera odcisk poprzedniego.',
  earlier: 'Wszystkie wydania',
  missingTitle: 'Znaki, których nie ma w kroju pisma',
  missing: (characters: string) =>
    `Krój pisma tego dokumentu nie ma tych znaków; w ich miejscu stoi □. Pełny tekst jest na stronie i w danych wydania. Brakujące: ${characters}.`,
};

export type DocumentMessages = typeof pl;

const en = {
  contents: 'Contents',
  untitled: 'without a title in the source',
  done: 'What was done',
  asOfTerm: 'As of',
  alsoServedBy: 'Also served by',
  contact: 'Contact',
  contactKind: { strategy: 'Strategy', accessibility: 'Accessibility', general: 'City hall' },
  behindRule: (points: number) =>
    `In this plan a task is behind when it lacks more than ${nEn(points, { one: '# percentage point', other: '# percentage points' })} of its expected progress.`,
  editionOf: (n: number, date: string) => `Edition ${n} of ${date}`,
  page: (n: string, of: string) => `${n} of ${of}`,
  asOf: (date: string) => `As of ${date}`,
  standingShort: {
    official: null,
    'from-public-page': 'Not an official service',
    invented: 'Invented city',
  },
  about: 'About the plan',
  state: 'State of the plan',
  act: 'Adopted',
  actBy: (number: string, date: string, body: string) => `by resolution ${number} of ${date}, ${body}`,
  source: 'Source',
  retrieved: (date: string) => `read on ${date}`,
  periodTerm: 'Period',
  period: (from: string | null, to: string) => (from === null ? `To ${to}` : `${from}–${to}`),
  coverage: 'Share reported',
  goalsOf: (plan: string) => `${plan}: all goals`,
  periodFrom: (from: string, to: string) => `${from} to ${to}`,
  until: (to: string) => `until ${to}`,
  from: (date: string) => `from ${date}`,
  reporting: 'Reports',
  frequency: {
    monthly: 'every month',
    quarterly: 'every quarter',
    'half-yearly': 'every half-year',
    yearly: 'every year',
  },
  nextReport: (date: string) => `next due by ${date}`,
  whatIsInside: 'What the plan holds',
  note: 'A word from the city',
  code: 'No',
  task: 'Task',
  goal: 'Goal',
  term: 'Dates',
  status: 'Status',
  progress: 'Progress',
  planned: (percent: string) => `plan ${percent}`,
  report: (period: string, date: string | null) =>
    date === null ? `Report for ${period}` : `Report for ${period}, given on ${date}`,
  lastReport: (percent: string, date: string) => `last ${percent}, ${date}`,
  noFigure: 'Nobody has given a valid report',
  range: (low: string, high: string) => `between ${low} and ${high}, depending on the tasks without a report`,
  exact: 'the figure is complete: every task reported',
  reportedOf: (reported: number, all: number) =>
    `${reported} of ${nEn(all, { one: '# task', other: '# tasks' })} reported`,
  expectedToday: (actual: string, expected: string) =>
    `dated tasks: average progress ${actual}, where ${expected} was expected on this day`,
  promised: (percent: string, stopped: number) =>
    `of everything promised: average progress ${percent} (${nEn(stopped, { one: '# task was stopped', other: '# tasks were stopped' })})`,
  goalsWithoutTasks: (without: number, all: number) =>
    without === 1 ? `1 of ${all} goals has no tasks` : `${without} of ${all} goals have no tasks`,
  byState: 'Tasks by status',
  silentTasks: (n: number) =>
    n === 0
      ? 'Every task has a valid report.'
      : `${nEn(n, { one: '# task has', other: '# tasks have' })} no valid report: they count neither as zero nor as left out, they only widen the range.`,
  gapsLead: 'Gaps are shown as gaps: nothing here was filled in.',
  moreGaps: (n: number) =>
    `And ${nEn(n, { one: '# similar gap', other: '# similar gaps' })}; the full list is in the edition’s data.`,
  moreChanges: (n: number) =>
    `And ${nEn(n, { one: '# change', other: '# changes' })} more; all of them are on the page of changes.`,
  methodTitle: 'How we count',
  method: [
    'Every task that counts weighs the same, unless the plan gives weights. A finished task counts as 100, one not started as 0, every other as much as its last valid report says.',
    'A task without a valid report is silent. Silence is neither zero nor a hundred: beside the figure stands the range it would fall in if all silent tasks were at 0, or at 100.',
    'Stopped and merged tasks leave the count and are listed with their reason. When something was stopped, a second figure stands beside: how much was done of everything promised.',
    'Expected progress is the share of days elapsed between the start and the end of the task.',
    'Figures are rounded once, at the end, half up, to one decimal. Judgements hold for the edition’s day.',
  ],
  weightsWhole: 'This plan gives its tasks weights; they stand in the edition’s data.',
  thisFigure: 'Where the figure comes from',
  workingMean: (sum: string, reported: string, mean: string) =>
    `The sum of progress ${sum} divided by the weight of reported tasks ${reported} gives an average progress of ${mean}.`,
  workingBand: (total: string, silent: string, low: string, high: string) =>
    `All tasks weigh ${total}, the silent ones ${silent}: at 0 the figure would be ${low}, at 100 it would be ${high}.`,
  colophon: 'This edition',
  number: 'Number',
  published: 'Published',
  hash: 'SHA-256 fingerprint',
  permalink: 'Permanent address',
  localCopy: 'Local copy: the installation this document comes from has no public address.',
  licence: 'Licence of the data',
  product: 'Software',
  prove:
    'The fingerprint is a digest of the whole edition. Whoever holds the edition’s file can check with “horyzont verify” that not one character has changed since it was published; every edition contains the fingerprint of the one before.',
  earlier: 'All editions',
  missingTitle: 'Characters the typeface lacks',
  missing: (characters: string) =>
    `The typeface of this document lacks these characters; □ stands in their place. The full text is on the page and in the edition’s data. Lacking: ${characters}.`,
} satisfies DocumentMessages;

export function documentMessages(locale: Locale): DocumentMessages {
  return locale === 'pl' ? pl : en;
}

/** A civil date for a narrow column: `1.03.2024`, `1 Mar 2024`. */
export function formatShortDate(date: string, locale: Locale): string {
  const month = locale === 'pl' ? '2-digit' : 'short';
  return new Intl.DateTimeFormat(LOCALE_TAG[locale], {
    day: 'numeric',
    month,
    year: 'numeric',
    timeZone: 'UTC',
  }).format(new Date(`${date}T00:00:00Z`));
}
