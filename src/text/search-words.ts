/** Words of search and of what it finds: its page, the index, and the page that is not there. */
import { plurals, type Locale } from './locale.ts';

const p = plurals('pl');
const e = plurals('en');

const pl = {
  /** The plan's own pages as search finds them. */
  pages: {
    goals: {
      title: 'Wszystkie cele',
      about: 'Wszystkie cele planu na jednej stronie, do przeczytania i wydrukowania.',
    },
    progress: {
      title: 'Postęp',
      about: 'Co jest zrobione, co opóźnione, kto milczy: stan zadań, jednostki, obszary.',
    },
    changes: {
      title: 'Zmiany',
      about: 'Wydania planu i różnice między nimi: przesunięte terminy, zaniechane zadania, decyzje.',
    },
    data: {
      title: 'Dane',
      about: 'Pobierz dane planu: JSON, CSV, PDF, Atom. Opis kolumn, licencja, sumy kontrolne.',
    },
    method: {
      title: 'Jak liczymy',
      about: 'Metoda: średnia, przedział, wagi, zaokrąglenie, ocena terminowości, znaczenie znaków.',
    },
    accessibility: {
      title: 'Deklaracja dostępności',
      about: 'Dostępność cyfrowa strony, kontakt, skargi i wnioski.',
    },
  },
  searchTitle: 'Szukaj',
  searchLabel: 'Czego szukasz?',
  searchHint: 'Słowo w dowolnej formie, z ogonkami lub bez, albo numer celu, np. 2.1.',
  searchButton: 'Szukaj',
  searchFound: (n: number, query: string) =>
    `${p(n, { one: 'Znaleziono # miejsce', few: 'Znaleziono # miejsca', many: 'Znaleziono # miejsc', other: 'Znaleziono # miejsca' })} dla „${query}”.`,
  searchShown: (n: number) => `Pokazujemy ${n} najlepszych.`,
  searchPartly: 'Żadne miejsce nie zawiera wszystkich słów; oto te, które zawierają najwięcej.',
  searchNothing: (query: string) => `Nic nie znaleziono dla „${query}”.`,
  searchNear: 'Czy chodziło o:',
  searchTopics: 'O czym jest ten plan:',
  searchAll: 'Zobacz wszystko od A do Z',
  searchIndex: 'Wszystko od A do Z',
  searchLetters: 'Litery',
  searchFilterNone: 'W spisie nie ma takiego słowa.',
  searchFilterCount: (n: number) =>
    p(n, {
      one: '# pozycja w spisie',
      few: '# pozycje w spisie',
      many: '# pozycji w spisie',
      other: '# pozycji w spisie',
    }),
  searchResults: 'Wyniki',
  searchLoose: 'Słowa, które tylko zaczynają się tak samo',
  searchKind: { node: 'Cel', task: 'Zadanie', page: 'Strona' },
  notFoundNear: 'Najbliższe numery',
};
export type SearchWords = typeof pl;

const en: SearchWords = {
  pages: {
    goals: { title: 'All goals', about: 'All goals of the plan on one page, to read and to print.' },
    progress: {
      title: 'Progress',
      about: 'What is done, what is late, who is silent: states of tasks, units, areas.',
    },
    changes: {
      title: 'Changes',
      about: 'Editions of the plan and how they differ: moved dates, stopped tasks, decisions.',
    },
    data: {
      title: 'Data',
      about: 'Download the data of the plan: JSON, CSV, PDF, Atom. Columns, licence, checksums.',
    },
    method: {
      title: 'How we count',
      about: 'The method: mean, range, weights, rounding, judging against dates, meaning of the marks.',
    },
    accessibility: {
      title: 'Accessibility declaration',
      about: 'Digital accessibility of the site, contact, complaints and requests.',
    },
  },
  searchTitle: 'Search',
  searchLabel: 'What are you looking for?',
  searchHint: 'A word in any form, with or without diacritics, or the number of a goal such as 2.1.',
  searchButton: 'Search',
  searchFound: (n, query) => `${e(n, { one: '# place', other: '# places' })} found for “${query}”.`,
  searchShown: (n) => `The best ${n} are shown.`,
  searchPartly: 'No place has all the words; these have the most of them.',
  searchNothing: (query) => `Nothing found for “${query}”.`,
  searchNear: 'Did you mean:',
  searchTopics: 'What this plan is about:',
  searchAll: 'See everything from A to Z',
  searchIndex: 'Everything from A to Z',
  searchLetters: 'Letters',
  searchFilterNone: 'The index has no such word.',
  searchFilterCount: (n) => e(n, { one: '# entry in the index', other: '# entries in the index' }),
  searchResults: 'Results',
  searchLoose: 'Words that only begin the same',
  searchKind: { node: 'Goal', task: 'Task', page: 'Page' },
  notFoundNear: 'Nearest numbers',
};

/** The words of search in one language. */
export function searchWords(locale: Locale): SearchWords {
  return locale === 'pl' ? pl : en;
}
