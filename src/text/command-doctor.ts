/** Words of `doctor`: its help and what it says. */

import { plurals } from './locale.ts';
import type { Locale } from './locale.ts';

const p = plurals('pl');
const e = plurals('en');

const pl = {
  help: `Użycie: npx horyzont doctor

Sprawdza ustawienia, folder danych, bazę danych, łańcuchy wydań, zbudowane pliki i zegar. Przy każdej
uwadze mówi, co zrobić. Kod 3, gdy coś nie działa.

Przykład:
  npx horyzont doctor
`,
  good: 'dobrze',
  warning: 'uwaga',
  bad: 'źle',
  toDo: (text: string) => `co zrobić: ${text}`,
  summaryGood: 'Wszystko w porządku.',
  summaryBad: (count: number) =>
    `Do naprawy: ${p(count, { one: '# sprawa', few: '# sprawy', many: '# spraw', other: '# sprawy' })}.`,
  version: (version: string) => `Horyzont ${version}`,
  node: (found: string) => `Node ${found}`,
  nodeDo: 'npm install (projekt ma własny Node 24)',
  settings: 'ustawienia są poprawne',
  origin: (origin: string) => `publiczny adres ${origin}`,
  originMissing: 'publicznego adresu nie podano: dokumenty mówią „kopia lokalna”',
  originDo: 'HORYZONT_ORIGIN=https://…',
  folder: (folder: string) => `folder danych ${folder}`,
  folderBad: (folder: string, why: string) => `do folderu danych ${folder} nie można pisać (${why})`,
  folderDo: 'nadaj prawa do zapisu albo podaj inny HORYZONT_DATA',
  running: 'portal działa i trzyma bazę; sprawdzono przez jego gniazdo',
  databaseAbsent: 'bazy jeszcze nie ma; założy ją npm start',
  database: (version: string) => `baza danych: PostgreSQL ${version}`,
  databaseBad: (why: string) => `bazy danych nie da się otworzyć: ${why}`,
  databaseDo: 'sprawdź DATABASE_URL albo HORYZONT_DATA',
  migrations: 'tabele są aktualne',
  migrationsMissing: (names: string) => `czekają zmiany tabel: ${names}`,
  migrationsDo: 'uruchom npm start, zrobi je sam',
  chain: (plan: string, editions: number) =>
    `${plan}: ${p(editions, { one: '# wydanie', few: '# wydania', many: '# wydań', other: '# wydania' })}, łańcuch się zgadza`,
  chainBad: (plan: string, number: number, code: string) =>
    `${plan}: wydanie ${number} się nie zgadza (${code})`,
  chainDo: 'odtwórz kopię (restore) w nowym folderze i porównaj skróty',
  files: (count: number) => `pliki wydań zgadzają się z bazą (${count})`,
  filesBad: (path: string) => `plik wydania ${path} różni się od bazy albo go nie ma`,
  filesDo: 'usuń ten plik i uruchom npm start, zapisze go z bazy',
  filesForeign: (path: string) => `pliku wydania ${path} nie ma w bazie`,
  filesForeignDo: 'sprawdź, czy HORYZONT_DATA i DATABASE_URL należą do siebie',
  noEditions: 'nie ma jeszcze żadnego wydania',
  built: 'portal jest zbudowany',
  builtMissing: (what: string) => `brakuje: ${what}`,
  builtDo: 'npm run build',
  clock: (now: string, zone: string) => `zegar: ${now}, strefa ${zone}`,
  clockBad: (now: string, newest: string) => `zegar (${now}) jest przed ostatnim wydaniem (${newest})`,
  clockDo: 'ustaw zegar; publikacja czeka do tego czasu',
  zonesBad: 'ten Node nie zna stref czasowych',
};

export type DoctorWords = typeof pl;

const en: DoctorWords = {
  help: `Usage: npx horyzont doctor

Checks settings, data folder, database, chains of editions, built files and the clock. Says what to do about
each remark. Exit code 3 when something does not work.

Example:
  npx horyzont doctor
`,
  good: 'good',
  warning: 'remark',
  bad: 'bad',
  toDo: (text) => `what to do: ${text}`,
  summaryGood: 'All is well.',
  summaryBad: (count) => `To mend: ${e(count, { one: '# matter', other: '# matters' })}.`,
  version: (version) => `Horyzont ${version}`,
  node: (found) => `Node ${found}`,
  nodeDo: 'npm install (the project has its own Node 24)',
  settings: 'the settings are right',
  origin: (origin) => `public address ${origin}`,
  originMissing: 'no public address is set: documents say “local copy”',
  originDo: 'HORYZONT_ORIGIN=https://…',
  folder: (folder) => `data folder ${folder}`,
  folderBad: (folder, why) => `the data folder ${folder} cannot be written to (${why})`,
  folderDo: 'give the right to write, or another HORYZONT_DATA',
  running: 'the portal is running and holds the database; asked through its socket',
  databaseAbsent: 'there is no database yet; npm start makes it',
  database: (version) => `database: PostgreSQL ${version}`,
  databaseBad: (why) => `the database cannot be opened: ${why}`,
  databaseDo: 'check DATABASE_URL or HORYZONT_DATA',
  migrations: 'the tables are up to date',
  migrationsMissing: (names) => `changes of the tables are waiting: ${names}`,
  migrationsDo: 'run npm start, it makes them',
  chain: (plan, editions) =>
    `${plan}: ${e(editions, { one: '# edition', other: '# editions' })}, the chain fits`,
  chainBad: (plan, number, code) => `${plan}: edition ${number} does not fit (${code})`,
  chainDo: 'restore a backup into a new folder and compare the hashes',
  files: (count) => `the edition files fit the database (${count})`,
  filesBad: (path) => `the edition file ${path} differs from the database or is missing`,
  filesDo: 'remove that file and run npm start, it writes it from the database',
  filesForeign: (path) => `the edition file ${path} is not in the database`,
  filesForeignDo: 'check that HORYZONT_DATA and DATABASE_URL belong together',
  noEditions: 'there is no edition yet',
  built: 'the portal is built',
  builtMissing: (what) => `missing: ${what}`,
  builtDo: 'npm run build',
  clock: (now, zone) => `clock: ${now}, zone ${zone}`,
  clockBad: (now, newest) => `the clock (${now}) is before the last edition (${newest})`,
  clockDo: 'set the clock; publication waits until then',
  zonesBad: 'this Node does not know time zones',
};

export function doctorWords(locale: Locale): DoctorWords {
  return { pl, en }[locale];
}
