/** Words for every problem, gap, refusal and finding: what was tried, on what, what was expected, what was found. */
import { formatDate } from './date.ts';
import { plurals, type Locale } from './locale.ts';
import { formatCount, formatPercent } from './number.ts';

/** A problem as `problem.ts` and the gaps of an edition hold it. */
export interface ProblemLike {
  readonly code: string;
  readonly place: {
    readonly line?: number;
    readonly id?: string;
    readonly code?: string;
    readonly field?: string;
  };
  readonly values: Readonly<Record<string, string | number>>;
}

/** What a message is made of: the subject in words, its field in words, and the values. */
interface Said {
  /** Code or title of the goal or task, „quoted” when a title. */
  readonly who: string;
  readonly field: string;
  readonly text: (name: string) => string;
  readonly number: (name: string) => number;
  readonly has: (name: string) => boolean;
  readonly date: (name: string) => string;
}

type Message = (said: Said) => string;

const p = plurals('pl');
const e = plurals('en');

const goalsPl = (n: number): string =>
  p(n, { one: '# cel', few: '# cele', many: '# celów', other: '# celu' });
const tasksPl = (n: number): string =>
  p(n, { one: '# zadanie', few: '# zadania', many: '# zadań', other: '# zadania' });
const tasksGenitivePl = (n: number): string =>
  p(n, { one: '# zadania', few: '# zadań', many: '# zadań', other: '# zadania' });
const areasPl = (n: number): string =>
  p(n, { one: '# obszar', few: '# obszary', many: '# obszarów', other: '# obszaru' });
const indicatorsPl = (n: number): string =>
  p(n, { one: '# wskaźnik', few: '# wskaźniki', many: '# wskaźników', other: '# wskaźnika' });
const goalsEn = (n: number): string => e(n, { one: '# goal', other: '# goals' });
const tasksEn = (n: number): string => e(n, { one: '# task', other: '# tasks' });
const areasEn = (n: number): string => e(n, { one: '# area', other: '# areas' });
const indicatorsEn = (n: number): string => e(n, { one: '# indicator', other: '# indicators' });

const pl = {
  // Gaps: announced by the source and not given.
  'announced-vision-and-mission-missing': () => 'Źródło wspomina o wizji i misji, ale ich nie przytacza.',
  'announced-vision-missing': () => 'Źródło wspomina o wizji, ale jej nie przytacza.',
  'announced-mission-missing': () => 'Źródło wspomina o misji, ale jej nie przytacza.',
  'announced-groups-missing': (s) => {
    const announced = s.has('announced') ? areasPl(s.number('announced')) : 'obszary';
    return s.number('named') === 0
      ? `Źródło zapowiada ${announced}, ale ${s.has('announced') && s.number('announced') === 1 ? 'go' : 'żadnego'} nie nazywa.`
      : `Źródło zapowiada ${announced}, a nazywa tylko ${formatCount(s.number('named'), 'pl')}.`;
  },
  'announced-goals-missing': (s) =>
    `Źródło zapowiada ${goalsPl(s.number('announced'))}, a wymienia ${formatCount(s.number('given'), 'pl')}.`,
  'announced-level-missing': (s) =>
    `${s.text('level')}: źródło zapowiada ${formatCount(s.number('announced'), 'pl')}, a wymienia ${formatCount(s.number('given'), 'pl')}.`,
  'announced-tasks-missing': (s) => {
    const announced = s.has('announced') ? tasksPl(s.number('announced')) : 'zadania';
    return s.number('given') === 0
      ? `Źródło zapowiada ${announced}, ale ${s.has('announced') && s.number('announced') === 1 ? 'go' : 'żadnego'} nie wymienia.`
      : `Źródło zapowiada ${announced}, a wymienia ${formatCount(s.number('given'), 'pl')}.`;
  },
  'announced-indicators-missing': (s) =>
    s.has('announced')
      ? `Źródło zapowiada ${indicatorsPl(s.number('announced'))}, ale ich nie podaje.`
      : 'Źródło zapowiada wskaźniki, ale żadnego nie podaje.',
  // Gaps: what a plan of this kind should have.
  'no-goals': () => 'Plan nie wymienia żadnego celu.',
  'no-tasks': () => 'Plan nie wymienia żadnego zadania.',
  'no-indicators': () => 'Plan nie podaje wskaźników, więc nie można sprawdzić, czy działa.',
  'reporting-frequency-missing': () => 'Plan nie mówi, jak często miasto składa sprawozdania z zadań.',
  'title-missing': (s) => `${s.who}: źródło nie podaje tytułu.`,
  'code-duplicate': (s) => `${s.who}: numer ${s.text('code')} nosi też inna pozycja.`,
  'code-misplaced': (s) =>
    `${s.who}: stoi pod ${s.text('parent')}, a numer wskazuje na miejsce pod ${s.text('belongs')}.`,
  'goal-without-tasks': (s) => `${s.who}: cel nie ma żadnego zadania.`,
  'task-without-owner': (s) => `${s.who}: nie wskazano jednostki odpowiedzialnej.`,
  'no-task-with-owner': (s) =>
    `Dla żadnego z ${tasksGenitivePl(s.number('count'))} nie wskazano jednostki odpowiedzialnej.`,
  'task-without-dates': (s) => `${s.who}: brak dnia rozpoczęcia lub zakończenia.`,
  'no-task-with-dates': (s) =>
    `Żadne z ${tasksGenitivePl(s.number('count'))} nie ma dnia rozpoczęcia i zakończenia.`,
  'dates-reversed': (s) =>
    `${s.who}: koniec (${s.date('end')}) wypada przed początkiem (${s.date('start')}).`,
  'progress-before-start': (s) =>
    `${s.who}: zadanie nie jest rozpoczęte, a podano postęp ${formatPercent(s.text('progress'), 'pl')}. Liczy się 0.`,
  'done-below-hundred': (s) =>
    `${s.who}: zadanie jest zakończone, a podano postęp ${formatPercent(s.text('progress'), 'pl')}. Liczy się 100.`,
  'stopped-without-reason': (s) => `${s.who}: zaniechano zadania i nie podano powodu.`,
  'merged-without-reason': (s) => `${s.who}: zadanie połączono z innym i nie podano powodu.`,
  'report-without-period': (s) =>
    `${s.who}: podano postęp, ale nie okres, którego dotyczy. Postęp się nie liczy.`,
  'report-without-progress': (s) =>
    `${s.who}: sprawozdanie nie podaje postępu. Zadanie liczy się jako milczące.`,
  // Structure: what stops a publication.
  'text-missing': (s) => `${s.who}: puste pole „${s.field}”. Wpisz je przynajmniej w jednym języku.`,
  'slug-invalid': (s) =>
    `${s.who}: „${s.text('value')}” nie może być częścią adresu. Dozwolone są małe litery a–z, cyfry i łącznik, do 64 znaków.`,
  'languages-missing': () => 'Miasto nie ma żadnego języka. Podaj przynajmniej jeden.',
  'arms-unsafe': (s) =>
    `Herb zawiera „${s.text('value')}”. Dozwolone są same kształty SVG: bez skryptów, stylów, odnośników i obrazów z zewnątrz.`,
  'colour-invalid': (s) => `Barwa miasta „${s.text('value')}” nie ma postaci #rrggbb.`,
  'date-invalid': (s) => `${s.who}: ${s.field} „${s.text('value')}” nie jest dniem w postaci RRRR-MM-DD.`,
  'period-invalid': (s) =>
    `${s.who}: „${s.text('value')}” nie jest okresem sprawozdania. Oczekiwano na przykład 2026-Q3, 2026-09, 2026-H1 albo 2026.`,
  'progress-invalid': (s) =>
    `${s.who}: postęp „${s.text('value')}” nie jest liczbą od 0 do 100 z najwyżej dwoma miejscami po kropce.`,
  'number-invalid': (s) =>
    `${s.who}: ${s.field} „${s.text('value')}” nie jest liczbą całkowitą od ${s.text('least')} do ${s.text('most')}.`,
  'horizon-reversed': (s) => `Plan kończy się (${s.date('end')}), zanim się zaczyna (${s.date('start')}).`,
  'levels-invalid': (s) => `Plan ma od jednego do pięciu poziomów; podano ${s.text('count')}.`,
  'level-invalid': (s) => `${s.who}: poziom ${s.text('value')} nie istnieje, plan ma ich ${s.text('most')}.`,
  'parent-missing': (s) => `${s.who}: nadrzędnej pozycji ${s.text('value')} nie ma w planie.`,
  'parent-level': (s) =>
    `${s.who}: pozycja z poziomu ${s.text('level')} nie może stać pod poziomem ${s.text('parent')}.`,
  'parent-cycle': (s) => `${s.who}: pozycje nadrzędne tworzą koło i nie prowadzą na górę planu.`,
  'home-missing': (s) => `${s.who}: celu ${s.text('value')}, do którego zadanie należy, nie ma w planie.`,
  'unit-missing': (s) => `${s.who}: jednostki ${s.text('value')} nie ma na liście jednostek miasta.`,
  'group-missing': (s) => `${s.who}: obszaru ${s.text('value')} nie ma w planie.`,
  'link-missing': (s) =>
    `${s.who}: powiązanie prowadzi do ${s.text('value')}, a takiej innej pozycji nie ma w planie.`,
  'merged-target-missing': (s) => `${s.who}: zadanie połączone musi wskazywać zadanie, które je przejęło.`,
  'merged-cycle': (s) => `${s.who}: zadania połączone wskazują na siebie w koło.`,
  'id-invalid': (s) =>
    `${s.who}: „${s.text('value')}” nie jest identyfikatorem UUID zapisanym małymi literami.`,
  'id-duplicate': (s) => `${s.who}: identyfikator ${s.text('value')} nosi też inna pozycja.`,
  // Reading an edition and its chain.
  'edition-unreadable': () => 'To nie jest czytelny plik JSON w UTF-8.',
  'edition-format-unknown': (s) =>
    `To nie jest wydanie Horyzontu: pole „format” zawiera „${s.text('found')}”.`,
  'edition-version-unknown': (s) =>
    `Wydanie zapisano w wersji formatu ${s.text('found')}, a ten program zna wersje do ${s.text('newest')}. Zaktualizuj program.`,
  'edition-field-wrong': (s) =>
    `Wydanie, pole ${s.text('path')}: oczekiwano ${s.text('expected')}, jest ${s.text('found')}.`,
  'edition-not-canonical': () =>
    'Bajty wydania nie są zapisane kanonicznie (RFC 8785): plik zmieniono po publikacji.',
  'edition-hash-wrong': (s) =>
    `Skrót wydania się nie zgadza: z treści wychodzi ${s.text('expected')}, zapisano ${s.text('found')}.`,
  'edition-number-wrong': (s) =>
    `Wydanie ma numer ${s.text('found')}, a w łańcuchu powinno mieć ${s.text('expected')}.`,
  'edition-previous-wrong': (s) =>
    `Wydanie nie wskazuje poprzedniego: oczekiwano ${s.text('expected')}, zapisano ${s.text('found')}.`,
  'edition-of-other-plan': (s) =>
    `Wydanie należy do innego planu (${s.text('found')} zamiast ${s.text('expected')}).`,
  // Intake: limits.
  'source-too-large': (s) =>
    `Dokument ma ${formatCount(s.number('size'), 'pl')} znaków, czytamy najwyżej ${formatCount(s.number('limit'), 'pl')}.`,
  'nesting-too-deep': () => 'Dokument jest zagnieżdżony głębiej, niż czytamy; najgłębsze części pominięto.',
  'too-many-blocks': (s) =>
    `Dokument ma ${formatCount(s.number('count'), 'pl')} części, czytamy najwyżej ${formatCount(s.number('limit'), 'pl')}. Resztę pominięto.`,
  'too-many-nodes': (s) =>
    `Znaleziono ${goalsPl(s.number('count'))}, przyjmujemy najwyżej ${formatCount(s.number('limit'), 'pl')}. Resztę pominięto.`,
  // Intake: announcements of the source.
  'count-met': (s) => `Zapowiedź „${s.text('noun')}” (${s.text('stated')}) zgadza się z tym, co znaleziono.`,
  'count-not-met': (s) =>
    `Źródło zapowiada „${s.text('noun')}”: ${s.text('stated')}, znaleziono ${s.text('found')}.`,
  'members-absent': (s) =>
    `Źródło zapowiada „${s.text('noun')}”: ${s.text('stated')}, ale żadnego nie nazywa.`,
  'kind-absent': (s) => `Źródło zapowiada „${s.text('noun')}”, ale żadnego nie wymienia.`,
  'vision-not-quoted': () => 'Źródło wspomina o wizji, ale jej nie przytacza.',
  'mission-not-quoted': () => 'Źródło wspomina o misji, ale jej nie przytacza.',
  // Intake: why a line became a goal, and warnings beside it.
  'label-and-code': (s) =>
    `Stoi przed nim „${s.text('label')}”, a kod ${s.text('code')} pasuje do ${s.text('parent') || 'najwyższego poziomu'}.`,
  'label-and-number': (s) => `Stoi przed nim „${s.text('label')}” z numerem ${s.text('code')}.`,
  'code-under-code': (s) => `Kod ${s.text('code')} należy pod ${s.text('parent') || 'najwyższy poziom'}.`,
  'listed-under-caption': (s) =>
    `Stoi na liście pod napisem „${s.text('caption')}” (wiersz ${s.text('line')}).`,
  'column-of-table': (s) => `Stoi w kolumnie „${s.text('column')}”.`,
  'heading-under-caption': () => 'Jest nagłówkiem pod napisem, który zapowiada cele.',
  'number-in-run': (s) => `Numer ${s.text('code')} należy do ciągu kolejnych numerów.`,
  'proved-by-children': (s) => `Kod ${s.text('code')} wynika z kodów pozycji pod nim.`,
  'line-above-list': () => 'Stoi bezpośrednio nad listą celów.',
  'accepted-by-hand': (s) => `Przyjęto ręcznie z wiersza ${s.text('line')}.`,
  'code-repeated': () => 'Ten sam kod pojawia się drugi raz w tym samym miejscu.',
  'parent-implied': () => 'Pozycji nadrzędnej nie ma w źródle; wynika z kodu.',
  'title-from-contents': () => 'Tytuł pochodzi ze spisu treści.',
} satisfies Record<string, Message>;

export type ProblemCode = keyof typeof pl;

const en: Readonly<Record<ProblemCode, Message>> = {
  'announced-vision-and-mission-missing': () =>
    'The source mentions a vision and a mission but quotes neither.',
  'announced-vision-missing': () => 'The source mentions a vision but does not quote it.',
  'announced-mission-missing': () => 'The source mentions a mission but does not quote it.',
  'announced-groups-missing': (s) => {
    const announced = s.has('announced') ? areasEn(s.number('announced')) : 'areas';
    return s.number('named') === 0
      ? `The source announces ${announced} but names none.`
      : `The source announces ${announced} but names only ${formatCount(s.number('named'), 'en')}.`;
  },
  'announced-goals-missing': (s) =>
    `The source announces ${goalsEn(s.number('announced'))} but lists ${formatCount(s.number('given'), 'en')}.`,
  'announced-level-missing': (s) =>
    `${s.text('level')}: the source announces ${formatCount(s.number('announced'), 'en')} but lists ${formatCount(s.number('given'), 'en')}.`,
  'announced-tasks-missing': (s) => {
    const announced = s.has('announced') ? tasksEn(s.number('announced')) : 'tasks';
    return s.number('given') === 0
      ? `The source announces ${announced} but lists none.`
      : `The source announces ${announced} but lists ${formatCount(s.number('given'), 'en')}.`;
  },
  'announced-indicators-missing': (s) =>
    `The source announces ${s.has('announced') ? indicatorsEn(s.number('announced')) : 'indicators'} but gives none.`,
  'no-goals': () => 'The plan lists no goals.',
  'no-tasks': () => 'The plan lists no tasks.',
  'no-indicators': () => 'The plan states no indicators, so whether it works cannot be checked.',
  'reporting-frequency-missing': () => 'The plan does not say how often the city reports on its tasks.',
  'title-missing': (s) => `${s.who}: the source gives no title.`,
  'code-duplicate': (s) => `${s.who}: another item has the code ${s.text('code')} too.`,
  'code-misplaced': (s) =>
    `${s.who}: it stands under ${s.text('parent')}, while its code points to a place under ${s.text('belongs')}.`,
  'goal-without-tasks': (s) => `${s.who}: the goal has no task.`,
  'task-without-owner': (s) => `${s.who}: no responsible unit is named.`,
  'no-task-with-owner': (s) => `None of the ${tasksEn(s.number('count'))} names a responsible unit.`,
  'task-without-dates': (s) => `${s.who}: the start or end date is missing.`,
  'no-task-with-dates': (s) => `None of the ${tasksEn(s.number('count'))} has both a start and an end date.`,
  'dates-reversed': (s) =>
    `${s.who}: the end (${s.date('end')}) stands before the start (${s.date('start')}).`,
  'progress-before-start': (s) =>
    `${s.who}: the task is not started, yet ${formatPercent(s.text('progress'), 'en')} progress is given. It counts as 0.`,
  'done-below-hundred': (s) =>
    `${s.who}: the task is done, yet ${formatPercent(s.text('progress'), 'en')} progress is given. It counts as 100.`,
  'stopped-without-reason': (s) => `${s.who}: the task was stopped and no reason is given.`,
  'merged-without-reason': (s) => `${s.who}: the task was merged into another and no reason is given.`,
  'report-without-period': (s) =>
    `${s.who}: progress is given, but not the period it is about. It is not used.`,
  'report-without-progress': (s) => `${s.who}: the report gives no progress. The task counts as silent.`,
  'text-missing': (s) => `${s.who}: the field “${s.field}” is empty. Write it in at least one language.`,
  'slug-invalid': (s) =>
    `${s.who}: “${s.text('value')}” cannot be part of an address. Allowed are the letters a–z, digits and hyphens, up to 64 characters.`,
  'languages-missing': () => 'The city has no language. Give at least one.',
  'arms-unsafe': (s) =>
    `The arms hold “${s.text('value')}”. Only plain SVG shapes are allowed: no scripts, styles, links or pictures from elsewhere.`,
  'colour-invalid': (s) => `The city’s colour “${s.text('value')}” is not of the form #rrggbb.`,
  'date-invalid': (s) => `${s.who}: ${s.field} “${s.text('value')}” is not a date of the form YYYY-MM-DD.`,
  'period-invalid': (s) =>
    `${s.who}: “${s.text('value')}” is not a reporting period. Expected, for example, 2026-Q3, 2026-09, 2026-H1 or 2026.`,
  'progress-invalid': (s) =>
    `${s.who}: the progress “${s.text('value')}” is not a number from 0 to 100 with at most two decimals.`,
  'number-invalid': (s) =>
    `${s.who}: ${s.field} “${s.text('value')}” is not a whole number from ${s.text('least')} to ${s.text('most')}.`,
  'horizon-reversed': (s) => `The plan ends (${s.date('end')}) before it starts (${s.date('start')}).`,
  'levels-invalid': (s) => `A plan has one to five levels; ${s.text('count')} were given.`,
  'level-invalid': (s) => `${s.who}: there is no level ${s.text('value')}, the plan has ${s.text('most')}.`,
  'parent-missing': (s) => `${s.who}: the item above it, ${s.text('value')}, is not in the plan.`,
  'parent-level': (s) =>
    `${s.who}: an item of level ${s.text('level')} cannot stand under one of level ${s.text('parent')}.`,
  'parent-cycle': (s) => `${s.who}: the items above it form a circle and never reach the top of the plan.`,
  'home-missing': (s) => `${s.who}: the goal ${s.text('value')} that the task belongs to is not in the plan.`,
  'unit-missing': (s) => `${s.who}: the unit ${s.text('value')} is not among the city’s units.`,
  'group-missing': (s) => `${s.who}: the area ${s.text('value')} is not in the plan.`,
  'link-missing': (s) => `${s.who}: a link leads to ${s.text('value')}, and the plan has no such other item.`,
  'merged-target-missing': (s) => `${s.who}: a merged task must name the task that took it over.`,
  'merged-cycle': (s) => `${s.who}: merged tasks name each other in a circle.`,
  'id-invalid': (s) => `${s.who}: “${s.text('value')}” is not a UUID in lower case.`,
  'id-duplicate': (s) => `${s.who}: another item has the identifier ${s.text('value')} too.`,
  'edition-unreadable': () => 'This is not a readable JSON file in UTF-8.',
  'edition-format-unknown': (s) =>
    `This is not a Horyzont edition: the field “format” holds “${s.text('found')}”.`,
  'edition-version-unknown': (s) =>
    `The edition was written in format version ${s.text('found')}; this program knows versions up to ${s.text('newest')}. Update the program.`,
  'edition-field-wrong': (s) =>
    `Edition, field ${s.text('path')}: expected ${s.text('expected')}, found ${s.text('found')}.`,
  'edition-not-canonical': () =>
    'The bytes of the edition are not canonical (RFC 8785): the file was changed after publication.',
  'edition-hash-wrong': (s) =>
    `The hash of the edition does not fit: its content gives ${s.text('expected')}, it states ${s.text('found')}.`,
  'edition-number-wrong': (s) =>
    `The edition has number ${s.text('found')}; its place in the chain asks for ${s.text('expected')}.`,
  'edition-previous-wrong': (s) =>
    `The edition does not point to the one before: expected ${s.text('expected')}, it states ${s.text('found')}.`,
  'edition-of-other-plan': (s) =>
    `The edition belongs to another plan (${s.text('found')} instead of ${s.text('expected')}).`,
  'source-too-large': (s) =>
    `The document has ${formatCount(s.number('size'), 'en')} characters; at most ${formatCount(s.number('limit'), 'en')} are read.`,
  'nesting-too-deep': () => 'The document is nested deeper than is read; the deepest parts were left out.',
  'too-many-blocks': (s) =>
    `The document has ${formatCount(s.number('count'), 'en')} parts; at most ${formatCount(s.number('limit'), 'en')} are read. The rest was left out.`,
  'too-many-nodes': (s) =>
    `${goalsEn(s.number('count'))} were found; at most ${formatCount(s.number('limit'), 'en')} are taken. The rest was left out.`,
  'count-met': (s) => `The announced “${s.text('noun')}” (${s.text('stated')}) agree with what was found.`,
  'count-not-met': (s) =>
    `The source announces “${s.text('noun')}”: ${s.text('stated')}, found ${s.text('found')}.`,
  'members-absent': (s) => `The source announces “${s.text('noun')}”: ${s.text('stated')}, but names none.`,
  'kind-absent': (s) => `The source announces “${s.text('noun')}” but lists none.`,
  'vision-not-quoted': () => 'The source mentions a vision but does not quote it.',
  'mission-not-quoted': () => 'The source mentions a mission but does not quote it.',
  'label-and-code': (s) =>
    `It begins with “${s.text('label')}”, and the code ${s.text('code')} fits ${s.text('parent') || 'the top level'}.`,
  'label-and-number': (s) => `It begins with “${s.text('label')}” and the number ${s.text('code')}.`,
  'code-under-code': (s) =>
    `The code ${s.text('code')} belongs under ${s.text('parent') || 'the top level'}.`,
  'listed-under-caption': (s) =>
    `It stands in the list under the caption “${s.text('caption')}” (line ${s.text('line')}).`,
  'column-of-table': (s) => `It stands in the column “${s.text('column')}”.`,
  'heading-under-caption': () => 'It is a heading under a caption that announces goals.',
  'number-in-run': (s) => `The number ${s.text('code')} belongs to a run of numbers.`,
  'proved-by-children': (s) => `The code ${s.text('code')} follows from the codes under it.`,
  'line-above-list': () => 'It stands directly above a list of goals.',
  'accepted-by-hand': (s) => `Accepted by hand from line ${s.text('line')}.`,
  'code-repeated': () => 'The same code appears a second time in the same place.',
  'parent-implied': () => 'The item above it is not in the source; it follows from the code.',
  'title-from-contents': () => 'The title comes from the table of contents.',
};

const FIELDS: Readonly<Record<string, readonly [pl: string, en: string]>> = {
  'city.slug': ['adres miasta', 'address of the city'],
  'city.name': ['nazwa miasta', 'name of the city'],
  'city.arms.description': ['opis herbu', 'description of the arms'],
  'city.contacts.name': ['nazwa kontaktu', 'name of the contact'],
  'city.declaration.entity': ['podmiot w deklaracji dostępności', 'body in the accessibility declaration'],
  'city.declaration.building': ['dostęp do budynku', 'access to the building'],
  'city.declaration.communication': ['dostępność komunikacyjna', 'access to communication'],
  'city.declaration.publishedOn': ['dzień publikacji serwisu', 'date of publication of the site'],
  'city.declaration.updatedOn': ['dzień ostatniej istotnej zmiany', 'date of the last major change'],
  'city.declaration.preparedOn': ['dzień sporządzenia deklaracji', 'date of the declaration'],
  'city.declaration.reviewedOn': ['dzień przeglądu deklaracji', 'date of review of the declaration'],
  'unit.name': ['nazwa jednostki', 'name of the unit'],
  'unit.parentId': ['jednostka nadrzędna', 'unit above'],
  'plan.slug': ['adres planu', 'address of the plan'],
  'plan.title': ['tytuł planu', 'title of the plan'],
  'plan.shortTitle': ['krótki tytuł planu', 'short title of the plan'],
  'plan.horizon.startOn': ['początek planu', 'start of the plan'],
  'plan.horizon.endOn': ['koniec planu', 'end of the plan'],
  'plan.act.number': ['numer uchwały', 'number of the act'],
  'plan.act.body': ['organ, który uchwalił plan', 'body that adopted the plan'],
  'plan.act.on': ['dzień uchwały', 'date of the act'],
  'plan.source.retrievedOn': ['dzień odczytu źródła', 'date the source was read'],
  'plan.reporting.nextReportOn': ['dzień następnego sprawozdania', 'date of the next report'],
  'plan.reporting.graceDays': ['liczba dni zwłoki', 'days of grace'],
  'plan.behindPoints': ['próg opóźnienia', 'threshold for “behind”'],
  'plan.lineage': ['poprzednie cele', 'earlier goals'],
  name: ['nazwa', 'name'],
  title: ['tytuł', 'title'],
  startOn: ['dzień rozpoczęcia', 'start date'],
  endOn: ['dzień zakończenia', 'end date'],
  reportedOn: ['dzień sprawozdania', 'date of the report'],
  weight: ['waga', 'weight'],
};

const HOLDERS: Readonly<Record<string, readonly [pl: string, en: string]>> = {
  city: ['Miasto', 'The city'],
  plan: ['Plan', 'The plan'],
  unit: ['Jednostka', 'A unit'],
};

/** Whether both languages have words for a code. */
export function hasProblemText(code: string): code is ProblemCode {
  return Object.hasOwn(pl, code);
}

/**
 * A problem or gap in words, one sentence or two. `name` gives the title of a node or task by its id, for those
 * without a code. A code without words throws: it is a fault of ours.
 */
export function problemText(
  problem: ProblemLike,
  locale: Locale,
  name: (id: string) => string | null = () => null,
): string {
  if (!hasProblemText(problem.code)) throw new Error(`no words for the problem ${problem.code}`);
  const message: Message = (locale === 'pl' ? pl : en)[problem.code];
  const { place, values } = problem;
  const text = (value: string): string => String(values[value] ?? '');
  const language = locale === 'pl' ? 0 : 1;
  return message({
    who: whoIs(place, locale, name),
    field: FIELDS[place.field ?? '']?.[language] ?? place.field ?? '',
    text,
    number: (value) => Number(values[value] ?? 0),
    has: (value) => values[value] !== undefined,
    date: (value) => formatDate(text(value), locale),
  });
}

/** What a problem is about, in words: the plan, the city, a code, else a title in quotation marks. */
function whoIs(place: ProblemLike['place'], locale: Locale, name: (id: string) => string | null): string {
  if (place.code !== undefined) return place.code;
  const holder = place.field?.includes('.') ? HOLDERS[place.field.split('.')[0]!] : undefined;
  if (holder) return holder[locale === 'pl' ? 0 : 1];
  const title = place.id === undefined ? null : name(place.id);
  if (title !== null) return locale === 'pl' ? `„${title}”` : `“${title}”`;
  return locale === 'pl' ? 'Pozycja bez kodu i tytułu' : 'An item without code and title';
}
