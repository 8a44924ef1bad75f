/** Words of the page of changes and of the feed; the words of one change stand in `change-words`. */
import { plurals, type Locale } from './locale.ts';

const p = plurals('pl');
const e = plurals('en');

const pl = {
  changesTitle: 'Co się zmieniło',
  changesLead:
    'Każde wydanie zostaje pod własnym adresem takie, jakie było. Tu widać, czym różni się od poprzedniego.',
  changesYears: 'Lata',
  firstEdition: 'To pierwsze wydanie: od niego liczymy zmiany.',
  firstHolds: (goals: string, tasks: string | null) =>
    tasks === null ? `Zawiera ${goals}.` : `Zawiera ${goals} i ${tasks}.`,
  nothingChanged: 'Treść planu i wyniki się nie zmieniły.',
  changesCount: (n: number) => p(n, { one: '# zmiana', few: '# zmiany', many: '# zmian', other: '# zmiany' }),
  moreChanges: (n: number) =>
    p(n, {
      one: 'Jeszcze # zmiana',
      few: 'Jeszcze # zmiany',
      many: 'Jeszcze # zmian',
      other: 'Jeszcze # zmiany',
    }),
  publishedBy: 'Publikuje:',
  openEdition: (n: number) => `Otwórz wydanie ${n}`,
  feedTitle: (plan: string, city: string) => `${plan}, ${city}: zmiany`,
  feedSubtitle: 'Jeden wpis na wydanie planu, ze zmianami słowami.',
  feedNoOrigin: 'Ta instalacja nie zna własnego adresu, dlatego odsyłacze są względne.',
};
export type ChangesWords = typeof pl;

const en: ChangesWords = {
  changesTitle: 'What changed',
  changesLead:
    'Every edition stays at its own address as it was. Here is how each differs from the one before.',
  changesYears: 'Years',
  firstEdition: 'This is the first edition: changes are counted from here.',
  firstHolds: (goals, tasks) => (tasks === null ? `It holds ${goals}.` : `It holds ${goals} and ${tasks}.`),
  nothingChanged: 'Neither the plan nor the results changed.',
  changesCount: (n) => e(n, { one: '# change', other: '# changes' }),
  moreChanges: (n) => e(n, { one: '# more change', other: '# more changes' }),
  publishedBy: 'Published by:',
  openEdition: (n) => `Open edition ${n}`,
  feedTitle: (plan, city) => `${plan}, ${city}: changes`,
  feedSubtitle: 'One entry per edition of the plan, with its changes in words.',
  feedNoOrigin: 'This installation does not know its own address, so the links are relative.',
};

/** The words of the page of changes in one language. */
export function changesWords(locale: Locale): ChangesWords {
  return locale === 'pl' ? pl : en;
}
