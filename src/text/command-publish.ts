/** Words of `publish`: its help and what it says. */

import { plurals } from './locale.ts';
import type { Locale } from './locale.ts';

const p = plurals('pl');
const e = plurals('en');

const pl = {
  help: `Użycie: npx horyzont publish --plan PLAN [OPCJE]

Zamraża plan w nowe wydanie i dołącza je do łańcucha. Działający portal pokazuje je od razu.

  --plan PLAN              człon adresu planu albo MIASTO/PLAN
  --city MIASTO            miasto, gdy kilka ma plan o tym członie
  --note TEKST             zdanie dla mieszkańców o tym wydaniu
  --by BIURO               kto publikuje: biuro albo rola, nie osoba
  --language pl            język zdania i biura, domyślnie główny język miasta
  --force                  opublikuj, choć nic się nie zmieniło

Przykład:
  npx horyzont publish --plan lipowiec/strategia-2030 --by "Biuro Strategii"
`,
  done: (name: string, number: number) => `Opublikowano wydanie ${number} planu ${name}.`,
  hash: (hash: string) => `Skrót: ${hash}`,
  gaps: (count: number) =>
    count === 0
      ? 'Wydanie nie ma luk.'
      : `Wydanie pokazuje ${p(count, { one: '# lukę', few: '# luki', many: '# luk', other: '# luki' })}.`,
  page: (address: string) => `Na portalu: ${address}`,
  notPublished: 'Planu nie opublikowano, najpierw trzeba poprawić:',
};

export type PublishWords = typeof pl;

const en: PublishWords = {
  help: `Usage: npx horyzont publish --plan PLAN [OPTIONS]

Freezes the plan into a new edition and adds it to the chain. A running portal shows it at once.

  --plan PLAN              the plan's part of the address, or CITY/PLAN
  --city CITY              the city when several have a plan of that name
  --note TEXT              a sentence for residents about this edition
  --by OFFICE              who publishes: an office or role, not a person
  --language pl            language of the sentence and the office, the city's main one by default
  --force                  publish although nothing has changed

Example:
  npx horyzont publish --plan lipowiec/strategy-2030 --by "Strategy Office" --language en
`,
  done: (name, number) => `Published edition ${number} of the plan ${name}.`,
  hash: (hash) => `Hash: ${hash}`,
  gaps: (count) =>
    count === 0
      ? 'The edition has no gaps.'
      : `The edition shows ${e(count, { one: '# gap', other: '# gaps' })}.`,
  page: (address) => `On the portal: ${address}`,
  notPublished: 'The plan was not published, this must be mended first:',
};

export function publishWords(locale: Locale): PublishWords {
  return { pl, en }[locale];
}
