/** Words of the office's search. */

import { plurals, type Locale } from './locale.ts';

const p = plurals('pl');
const e = plurals('en');

const pl = {
  title: 'Szukaj',
  label: 'Czego szukasz',
  hint: 'Kod, słowa tytułu lub opisu, wydział. Wystarczy początek słowa, ogonki nie mają znaczenia.',
  find: 'Szukaj',
  ask: 'Przeszukujemy plany robocze, także to, co nie jest opublikowane.',
  none: (query: string) => `Nic nie pasuje do „${query}”. Spróbuj krótszego słowa albo samego kodu.`,
  found: (n: number) =>
    p(n, {
      one: 'Znaleziono # pozycję',
      few: 'Znaleziono # pozycje',
      many: 'Znaleziono # pozycji',
      other: 'Znaleziono # pozycji',
    }),
  most: (n: number) => `Pokazujemy pierwsze ${n}. Dodaj słowo, żeby zawęzić.`,
  thing: { node: 'cel', task: 'zadanie', unit: 'wydział' },
};
export type SearchMessages = typeof pl;

const en: SearchMessages = {
  title: 'Search',
  label: 'What do you look for',
  hint: 'A code, words of a title or description, a unit. The beginning of a word is enough, accents do not matter.',
  find: 'Search',
  ask: 'The working plans are searched, what is not published too.',
  none: (query) => `Nothing fits “${query}”. Try a shorter word or the code alone.`,
  found: (n) => e(n, { one: '# item found', other: '# items found' }),
  most: (n) => `The first ${n} are shown. Add a word to narrow it.`,
  thing: { node: 'goal', task: 'task', unit: 'unit' },
};

export function searchMessages(locale: Locale): SearchMessages {
  return locale === 'pl' ? pl : en;
}
