/** The method of delivery in words for residents (design: methods, section 1; docs/methods.md has the formulas). */
import type { DeliveryVerdict } from '../edition/edition.ts';
import { plurals, type Locale } from './locale.ts';

const p = plurals('pl');
const e = plurals('en');

const pl = {
  title: 'Jak liczymy',
  lead: 'Każdą liczbę w tym portalu da się przeliczyć na kartce. Oto zasady.',
  twoTitle: 'Dwa pytania, dwie odpowiedzi',
  two: [
    '„Czy robimy to, co obiecaliśmy?” – odpowiadają sprawozdania z zadań. „Czy to działa?” – odpowiadają wskaźniki, czyli pomiar życia w mieście. Zadania mogą iść gładko i niczego nie zmienić, dlatego tych odpowiedzi nigdy nie łączymy w jedno światło.',
    'Ten plan nie podaje wskaźników, więc na drugie pytanie portal odpowiada: nie mierzono.',
  ],
  taskTitle: 'Zadanie',
  task: [
    'Skończone liczy się jako 100, nierozpoczęte jako 0. Zadanie w przygotowaniu, w realizacji albo wstrzymane liczy się tak, jak podano w sprawozdaniu; bez podanego postępu milczy.',
    'Sprawozdanie się starzeje. Gdy minie termin następnego i dni zwłoki, zadanie milczy: jego ostatni wynik widać z datą, ale nie wchodzi do rachunku. Stara zieleń nie zostaje zielona. Tylko „zakończone” nie wygasa.',
    'Zadania zaniechane i połączone z innymi wychodzą z rachunku, lecz zostają na liście razem z powodem.',
  ],
  nodeTitle: 'Cel i cały plan',
  node: [
    'Każde liczone zadanie pod celem, na dowolnym poziomie, liczy się tak samo, chyba że miasto nada zadaniom jawne wagi. Zadanie należy do jednego celu i liczy się raz, nawet jeśli służy kilku.',
    'W to suma wag liczonych zadań, R – suma wag tych, które mają aktualne sprawozdanie, S – suma iloczynów wagi i postępu zadań ze sprawozdaniem.',
    'Średnia to S / R. Obok niej stoi przedział: od S / W (gdyby wszystkie milczące miały 0) do (S + (W − R) × 100) / W (gdyby wszystkie miały 100). Brak sprawozdania nie jest więc ani zerem, ani czymś, co się pomija.',
    'Cele bez zadań nie wchodzą do średniej; podajemy ich liczbę obok.',
  ],
  exampleTitle: 'Przykład do przeliczenia',
  example: [
    'Cel ma 22 zadania, każde z wagą 1. Sprawozdano 15, suma ich postępów to 690.',
    'Średnia: 690 / 15 = 46. Przedział: od 690 / 22 = 31,4 do (690 + 7 × 100) / 22 = 63,2. Piszemy: 46 %, od 31,4 do 63,2; sprawozdano 15 z 22.',
  ],
  promisedTitle: 'Ze wszystkiego, co obiecano',
  promised: [
    'Porzucenie słabego zadania podnosi średnią. Dlatego gdy coś zaniechano, obok stoi druga średnia, w której zaniechane zadania zostają z wynikiem 0. Ta druga nigdy nie rośnie od zaniechania.',
  ],
  expectedTitle: 'Ile powinno być według terminów',
  expected: [
    'Dla zadania: jaka część dni między początkiem a końcem minęła, licząc oba dni. Dla celu: średnia z tych samych zadań, które mają sprawozdanie i obie daty; z nią porównujemy ich średni postęp.',
  ],
  verdictTitle: 'Oceny i znaki',
  verdictLead: 'Kształt, słowo i kolor mówią to samo, więc znak czyta się także bez koloru i na wydruku.',
  mark: 'Znak',
  verdict: 'Ocena',
  rule: 'Kiedy',
  rules: (points: string): Record<DeliveryVerdict, string> => ({
    done: 'zrobione; nie wygasa',
    'done-late':
      'zrobione, ale sprawozdanie o tym dotyczy okresu po terminie; cel: choć jedno zadanie skończono po terminie',
    'on-time': `nie brakuje więcej niż ${points} do tego, co powinno być według terminów`,
    behind: `brakuje więcej niż ${points} do tego, co powinno być według terminów`,
    late: 'termin minął, a zadanie nie jest skończone',
    suspended: 'miasto wstrzymało pracę; cel: wstrzymano wszystko, co nieskończone',
    'no-report': 'nie ma aktualnego sprawozdania, więc nie oceniamy',
    undated: 'brakuje daty początku lub końca, więc nie ma z czym porównać',
    stopped: 'miasto zrezygnowało; powód stoi przy zadaniu',
    merged: 'zadanie weszło do innego i liczy się tam',
    'no-tasks': 'pod celem nie ma zadań, które się liczą',
  }),
  barTitle: 'Pasek',
  bar: [
    'Wąski pas to średnia ze sprawozdań. Szerszy pas pod nim to przedział, w którym może leżeć prawda. Pionowa kreska pokazuje, ile powinno być według terminów.',
  ],
  bars: {
    mean: 'średnia ze sprawozdań',
    band: 'przedział, w którym może leżeć prawda',
    expected: 'tyle powinno być według terminów',
  },
  settingsTitle: 'Ustawienia tego planu',
  settingWeights: {
    none: 'Wag nie ma: każde zadanie liczy się tak samo.',
    whole: 'Zadania mają wagi, liczby całkowite; widać je na stronie „Dlaczego ta liczba?”.',
  },
  settingBehind: (points: string) => `„Za planem” zaczyna się, gdy brakuje więcej niż ${points}.`,
  settingFrequency: {
    monthly: 'Sprawozdania są co miesiąc.',
    quarterly: 'Sprawozdania są co kwartał.',
    'half-yearly': 'Sprawozdania są co pół roku.',
    yearly: 'Sprawozdania są co rok.',
    none: 'Plan nie mówi, jak często składa się sprawozdania; sprawozdanie obowiązuje przez okres tak długi jak ten, o którym mówi.',
  },
  settingGrace: (days: number) =>
    p(days, {
      one: 'Po terminie jest # dzień zwłoki.',
      few: 'Po terminie są # dni zwłoki.',
      many: 'Po terminie jest # dni zwłoki.',
      other: 'Po terminie jest # dnia zwłoki.',
    }),
  roundingTitle: 'Zaokrąglenie i daty',
  rounding: [
    'Sumy liczymy dokładnie, na liczbach całkowitych. Dzielimy raz, na końcu, i zaokrąglamy do jednego miejsca po przecinku, połówki w górę. Strona, PDF, CSV i JSON pokazują tę samą liczbę.',
    'Oceny są na dzień wydania i zostają takie, nawet gdy metoda się poprawi: wydanie przechowuje wynik razem z rachunkiem. Rok jako termin znaczy 31 grudnia.',
  ],
  editionsTitle: 'Wydania',
  editions: [
    'Wydanie to to, co miasto powiedziało jednego dnia. Ma numer, datę i odcisk SHA-256, a w nim odcisk poprzedniego wydania, więc żadnego nie da się zmienić po cichu.',
  ],
  pointsText: (n: number) => p(n, { one: '# punkt', few: '# punkty', many: '# punktów', other: '# punktu' }),
};

export type MethodMessages = typeof pl;

const en = {
  title: 'How we count',
  lead: 'Every figure on this portal can be worked out again on paper. Here are the rules.',
  twoTitle: 'Two questions, two answers',
  two: [
    '“Are we doing what we promised?” is answered by reports on tasks. “Does it work?” is answered by indicators, which measure life in the city. Tasks can run smoothly and change nothing, so the two answers are never mixed into one light.',
    'This plan states no indicators, so to the second question the portal answers: not measured.',
  ],
  taskTitle: 'A task',
  task: [
    'Done counts as 100, not started as 0. A task in preparation, in progress or suspended counts as its report says; without a stated progress it is silent.',
    'Reports age. When the next one is overdue and the days of grace have passed, the task is silent: its last figure is shown with its date but not used. A stale green does not stay green. Only “done” never expires.',
    'Stopped and merged tasks leave the count, but stay on the list with their reason.',
  ],
  nodeTitle: 'A goal and the whole plan',
  node: [
    'Every counted task under a goal, on any level, counts equally unless the city gives tasks public weights. A task belongs to one goal and counts once, even when it serves several.',
    'W is the sum of weights of the counted tasks, R that of those with a valid report, S the sum of weight times progress of the reported ones.',
    'The mean is S / R. Beside it stands a range: from S / W (if all silent ones were at 0) to (S + (W − R) × 100) / W (if all were at 100). So a missing report is neither a zero nor something passed over.',
    'Goals without tasks do not enter the mean; their number stands beside it.',
  ],
  exampleTitle: 'An example to work out',
  example: [
    'A goal has 22 tasks, each with weight 1. 15 reported, and their progress adds up to 690.',
    'Mean: 690 / 15 = 46. Range: 690 / 22 = 31.4 to (690 + 7 × 100) / 22 = 63.2. We write: 46%, 31.4 to 63.2; 15 of 22 reported.',
  ],
  promisedTitle: 'Of everything promised',
  promised: [
    'Dropping a weak task raises the mean. So whenever something was stopped, a second mean stands beside the first, in which stopped tasks stay in at 0. A stop never raises this one.',
  ],
  expectedTitle: 'How much there should be by the dates',
  expected: [
    'For a task: the share of days between start and end that have passed, both included. For a goal: the mean over those tasks that have a report and both dates; their mean progress is held against it.',
  ],
  verdictTitle: 'Verdicts and marks',
  verdictLead: 'Shape, word and colour say the same, so a mark can be read without colour and on paper.',
  mark: 'Mark',
  verdict: 'Verdict',
  rule: 'When',
  rules: (points) => ({
    done: 'done; never expires',
    'done-late':
      'done, but the report that says so is about a period after the end; a goal: at least one task was done late',
    'on-time': `no more than ${points} short of what there should be by the dates`,
    behind: `more than ${points} short of what there should be by the dates`,
    late: 'the end has passed and the task is not done',
    suspended: 'the city paused the work; a goal: all that is not done is paused',
    'no-report': 'there is no valid report, so there is no judgement',
    undated: 'a start or an end is missing, so there is nothing to compare with',
    stopped: 'the city gave it up; the reason stands with the task',
    merged: 'the task went into another and counts there',
    'no-tasks': 'nothing under the goal counts',
  }),
  barTitle: 'The bar',
  bar: [
    'The narrow band is the mean of the reports. The wider band behind it is the range in which the truth may lie. The upright line shows how much there should be by the dates.',
  ],
  bars: {
    mean: 'mean of the reports',
    band: 'the range in which the truth may lie',
    expected: 'this much there should be by the dates',
  },
  settingsTitle: 'Settings of this plan',
  settingWeights: {
    none: 'There are no weights: every task counts equally.',
    whole: 'Tasks have weights, whole numbers; the page “Why this number?” shows them.',
  },
  settingBehind: (points) => `“Behind” begins at more than ${points} short.`,
  settingFrequency: {
    monthly: 'Reports are monthly.',
    quarterly: 'Reports are quarterly.',
    'half-yearly': 'Reports are half-yearly.',
    yearly: 'Reports are yearly.',
    none: 'The plan does not say how often reports are made; a report holds for a period as long as the one it is about.',
  },
  settingGrace: (days) =>
    e(days, { one: '# day of grace follows the due date.', other: '# days of grace follow the due date.' }),
  roundingTitle: 'Rounding and dates',
  rounding: [
    'Sums are exact, in whole numbers. There is one division, at the end, rounded half up to one decimal. Page, PDF, CSV and JSON show the same figure.',
    'Verdicts are as of the edition’s day and stay so even when the method improves: the edition keeps the result with its working. A year as an end means its 31 December.',
  ],
  editionsTitle: 'Editions',
  editions: [
    'An edition is what the city said on one day. It has a number, a date and a SHA-256 fingerprint, and in it the fingerprint of the edition before, so none can be changed quietly.',
  ],
  pointsText: (n) => e(n, { one: '# point', other: '# points' }),
} satisfies MethodMessages;

export function methodMessages(locale: Locale): MethodMessages {
  return locale === 'pl' ? pl : en;
}
