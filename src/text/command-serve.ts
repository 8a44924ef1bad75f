/** Words of `serve`: its help and what it says. */

import type { Locale } from './locale.ts';

const pl = {
  help: `Użycie: npx horyzont serve

Otwiera bazę danych, przy pierwszym uruchomieniu wczytuje przykłady (HORYZONT_EXAMPLES=none: bez nich)
i podaje adres portalu. SIGTERM i Ctrl+C kończą rozpoczęte odpowiedzi i zamykają bazę. Kod 3, gdy na tym
folderze danych działa już inny portal, adres z HOST i PORT jest zajęty albo bazy nie da się otworzyć.

Przykład:
  PORT=9000 HORYZONT_EXAMPLES=none npx horyzont serve
`,
  ready: (url: string, ms: number) =>
    `Horyzont: ${url}/ (gotowy po ${(ms / 1000).toFixed(1).replace('.', ',')} s; Ctrl+C zatrzymuje)`,
  loaded: (plans: string) => `Wczytano przykłady: ${plans}`,
  database: (where: string) => `Baza danych: ${where}`,
  embedded: (folder: string) => `wbudowana, ${folder}`,
  server: 'serwer PostgreSQL z DATABASE_URL',
  databaseDown: 'Serwer bazy danych nie odpowiada. Portal działa z plików wydań; próby połączenia trwają.',
  firstLink: (url: string) =>
    `Nikt nie ma jeszcze konta w biurze. Pierwszy administrator zakłada je pod tym linkiem (raz, przez 24 godziny):\n  ${url}`,
  stopping: 'Horyzont: kończę rozpoczęte odpowiedzi …',
};

export type ServeWords = typeof pl;

const en: ServeWords = {
  help: `Usage: npx horyzont serve

Opens the database, loads the examples on the first start (HORYZONT_EXAMPLES=none: without them) and says
where the portal is. SIGTERM and Ctrl+C finish running answers and close the database. Exit code 3 when
another portal runs on this data folder, the address of HOST and PORT is taken, or the database cannot be opened.

Example:
  PORT=9000 HORYZONT_EXAMPLES=none npx horyzont serve
`,
  ready: (url, ms) => `Horyzont: ${url}/ (ready after ${(ms / 1000).toFixed(1)} s; Ctrl+C stops it)`,
  loaded: (plans) => `Examples loaded: ${plans}`,
  database: (where) => `Database: ${where}`,
  embedded: (folder) => `embedded, ${folder}`,
  server: 'the PostgreSQL server of DATABASE_URL',
  databaseDown:
    'The database server does not answer. The portal serves from the edition files; connecting goes on.',
  firstLink: (url) =>
    `Nobody has an account in the office yet. The first administrator makes one with this link (once, for 24 hours):\n  ${url}`,
  stopping: 'Horyzont: finishing running answers …',
};

export function serveWords(locale: Locale): ServeWords {
  return { pl, en }[locale];
}
