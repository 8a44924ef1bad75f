/** Words of `import`: its help and what it says. */

import { plurals } from './locale.ts';
import type { Locale } from './locale.ts';

const p = plurals('pl');
const e = plurals('en');

const pl = {
  help: `Użycie: npx horyzont import PLIK --city MIASTO --plan PLAN [OPCJE]

Czyta tekst, HTML albo Markdown i pokazuje propozycję: cele z kodami i wierszami źródła, zapowiedzi bez
pokrycia i wiersze niepewne. Nic nie zapisuje, dopóki nie dodasz --accept. Istniejącego planu nie zmienia.

  --city MIASTO            człon adresu miasta, np. lipowiec; nowe miasto powstaje razem z planem
  --plan PLAN              człon adresu planu, np. strategia-2030
  --accept                 zapisz plan
  --take u1,u2 | all       weź też te niepewne wiersze
  --city-name NAZWA        nazwa nowego miasta; bez niej z dokumentu albo z członu adresu
  --standing RODZAJ        czyj jest portal nowego miasta: from-public-page (domyślnie: na podstawie publicznej
                           strony, nie urzędowy) albo official (prowadzi go miasto)
  --language pl            język dokumentu; domyślnie rozpoznany po słowach
  --time-zone STREFA       strefa nowego miasta, domyślnie Europe/Warsaw
  --address ADRES          skąd pochodzi dokument
  --horizon LATA           lata planu zamiast podanych w dokumencie: 2021-2030, a bez początku 2030

Przykłady:
  npx horyzont import strona.html --city lipowiec --plan strategia-2030
  npx horyzont import strona.html --city lipowiec --plan strategia-2030 --take u1 --accept
`,
  source: (file: string, format: 'text' | 'html' | 'markdown', lines: number) =>
    `${file}: ${{ text: 'tekst', html: 'HTML', markdown: 'Markdown' }[format]}, ${p(lines, { one: '# wiersz', few: '# wiersze', many: '# wierszy', other: '# wiersza' })}`,
  title: (title: string) => `Tytuł: ${title || '(nie znaleziono)'}`,
  horizon: (year: number | null, start: number | null) =>
    `Horyzont: ${year === null ? 'dokument go nie podaje (podaj --horizon 2030 albo --horizon 2021-2030)' : start === null ? `do ${year} roku` : `lata ${start}–${year}`}`,
  slugExpected: 'małe litery a–z bez ogonków, cyfry i łączniki, np. lipowiec',
  nothingUnsure: 'nic, bo w tym dokumencie nie ma niepewnych wierszy',
  languageExpected: 'kod istniejącego języka, dwie lub trzy małe litery: pl, en, uk, csb',
  horizonExpected: '2030 albo 2021-2030, pierwszy rok przed ostatnim',
  levels: (levels: string) => `Poziomy: ${levels || '(brak)'}`,
  unnamedLevel: (depth: number) => `poziom ${depth}`,
  vision: (text: string) => `Wizja: ${text}`,
  mission: (text: string) => `Misja: ${text}`,
  lines: (from: number, to: number) => (from === to ? `w. ${from}` : `w. ${from}–${to}`),
  untitled: '(bez tytułu)',
  unsure: (percent: number) => `pewność ${percent} %`,
  gaps: 'Zapowiedzi i luki:',
  problems: 'Uwagi:',
  unclassified: (count: number) =>
    `${p(count, { one: '# wiersz niepewny', few: '# wiersze niepewne', many: '# wierszy niepewnych', other: '# wiersza niepewnego' })} (weź przez --take KLUCZ albo --take all):`,
  under: (code: string) => (code ? `pod ${code}` : 'na samej górze'),
  untaken: (count: number) =>
    `Nieużyte: ${p(count, { one: '# fragment', few: '# fragmenty', many: '# fragmentów', other: '# fragmentu' })}:`,
  more: (count: number) => `… i jeszcze ${count}`,
  nothingSaved: 'Nic nie zapisano. Zapisze to samo polecenie z --accept.',
  saved: (name: string, nodes: number) =>
    `Zapisano plan ${name}: ${p(nodes, { one: '# pozycja', few: '# pozycje', many: '# pozycji', other: '# pozycji' })}. Opublikuje go: npx horyzont publish --plan ${name}`,
  languageTold: (language: string, sure: boolean) =>
    sure
      ? `Język dokumentu: ${language} (inny: --language)`
      : `Język dokumentu: nie wiadomo, przyjęto ${language} (podaj --language)`,
  cityGuessed: (name: string) =>
    `Miasto: „${name}” z członu adresu, bo dokument tak go nie zapisuje. Właściwą nazwę poda --city-name.`,
  notOfficial:
    'Nowe miasto będzie na każdej stronie oznaczone jako wykonane na podstawie publicznej strony, a nie serwis urzędowy. Jeśli portal prowadzi samo miasto: --standing official.',
  newCity: (slug: string, name: string, standing: string) =>
    `Założono miasto ${slug}: „${name}”, ${standing === 'official' ? 'serwis urzędowy' : 'na podstawie publicznej strony, serwis nieurzędowy'}.`,
  keptCity: (slug: string) =>
    `Miasto ${slug} już było i zostało bez zmian; --city-name, --standing i --time-zone dotyczą tylko nowego.`,
  unchanged: (name: string) => `Plan ${name} pochodzi właśnie z tego pliku. Nic się nie zmieniło.`,
  notSaved: 'Planu nie zapisano, najpierw trzeba poprawić:',
  titleWords: 'Plan',
};

export type ImportWords = typeof pl;

const en: ImportWords = {
  help: `Usage: npx horyzont import FILE --city CITY --plan PLAN [OPTIONS]

Reads text, HTML or Markdown and shows a proposal: goals with their codes and source lines, what is announced
and not given, and lines it is not sure about. Saves nothing until you add --accept. Never changes a plan.

  --city CITY              the city's part of the address, such as lipowiec; a new city is made with the plan
  --plan PLAN              the plan's part of the address, such as strategy-2030
  --accept                 save the plan
  --take u1,u2 | all       take these unsure lines too
  --city-name NAME         name of a new city; otherwise from the document or its part of the address
  --standing KIND          whose the portal of a new city is: from-public-page (default: made from a public
                           page, not official) or official (the city runs it)
  --language pl            language of the document; told by its words by default
  --time-zone ZONE         zone of a new city, Europe/Warsaw by default
  --address ADDRESS        where the document comes from
  --horizon YEARS          years of the plan instead of the document's: 2021-2030, or 2030 without a start

Examples:
  npx horyzont import page.html --city lipowiec --plan strategy-2030
  npx horyzont import page.html --city lipowiec --plan strategy-2030 --take u1 --accept
`,
  source: (file, format, lines) =>
    `${file}: ${{ text: 'text', html: 'HTML', markdown: 'Markdown' }[format]}, ${e(lines, { one: '# line', other: '# lines' })}`,
  title: (title) => `Title: ${title || '(none found)'}`,
  horizon: (year, start) =>
    `Horizon: ${year === null ? 'the document does not say (say --horizon 2030 or --horizon 2021-2030)' : start === null ? `to ${year}` : `${start}–${year}`}`,
  slugExpected: 'small letters a–z, digits and hyphens, such as lipowiec',
  nothingUnsure: 'nothing, for this document has no unsure lines',
  languageExpected: 'the code of a language that exists, two or three small letters: pl, en, uk, csb',
  horizonExpected: '2030 or 2021-2030, the first year before the last',
  levels: (levels) => `Levels: ${levels || '(none)'}`,
  unnamedLevel: (depth) => `level ${depth}`,
  vision: (text) => `Vision: ${text}`,
  mission: (text) => `Mission: ${text}`,
  lines: (from, to) => (from === to ? `l. ${from}` : `l. ${from}–${to}`),
  untitled: '(no title)',
  unsure: (percent) => `${percent} % sure`,
  gaps: 'Announcements and gaps:',
  problems: 'Remarks:',
  unclassified: (count) =>
    `${e(count, { one: '# unsure line', other: '# unsure lines' })} (take them with --take KEY or --take all):`,
  under: (code) => (code ? `under ${code}` : 'at the top'),
  untaken: (count) => `Not used: ${e(count, { one: '# piece', other: '# pieces' })}:`,
  more: (count) => `… and ${count} more`,
  nothingSaved: 'Nothing was saved. The same command with --accept saves it.',
  saved: (name, nodes) =>
    `Saved the plan ${name}: ${e(nodes, { one: '# item', other: '# items' })}. To publish it: npx horyzont publish --plan ${name}`,
  languageTold: (language, sure) =>
    sure
      ? `Language of the document: ${language} (another: --language)`
      : `Language of the document: not clear, ${language} is taken (say --language)`,
  cityGuessed: (name) =>
    `City: “${name}”, made from its part of the address, for the document does not write it so. Give the right name with --city-name.`,
  notOfficial:
    'Every page of a new city will say that it was made from a public page and is not an official service. If the city itself runs this portal: --standing official.',
  newCity: (slug, name, standing) =>
    `Made the city ${slug}: “${name}”, ${standing === 'official' ? 'an official service' : 'made from a public page, not an official service'}.`,
  keptCity: (slug) =>
    `The city ${slug} was there already and stays as it is; --city-name, --standing and --time-zone concern a new one only.`,
  unchanged: (name) => `The plan ${name} comes from this very file. Nothing has changed.`,
  notSaved: 'The plan was not saved, this must be mended first:',
  titleWords: 'Plan',
};

export function importWords(locale: Locale): ImportWords {
  return { pl, en }[locale];
}
