/** Words of the page of downloads and of the descriptions of its files. */
import type { Locale } from './locale.ts';

const pl = {
  dataTitle: 'Dane',
  dataLead: 'Wszystko, co pokazuje portal, można pobrać, sprawdzić i użyć po swojemu.',
  downloads: 'Do pobrania',
  file: 'Plik',
  fileNames: {
    json: 'Całe wydanie, JSON',
    csv: 'Tabela, CSV z przecinkiem',
    csvSemicolon: 'Tabela, CSV ze średnikiem',
    csvw: 'Opis tabeli, CSVW',
    pdf: 'Cały plan, PDF',
    goalsPdf: 'Wszystkie cele, PDF',
    feed: 'Zmiany, Atom',
    why: 'Rachunek, JSON',
    dcat: 'Opis zbioru, DCAT-AP',
    schema: 'Schemat wydania, JSON Schema',
    list: 'Spis wydań',
  },
  fileHolds: {
    json: 'Plan, zadania, sprawozdania, wyniki z rachunkiem, luki i decyzje: te same bajty, z których policzono odcisk.',
    csv: 'Wiersz na cel i zadanie, kolumny opisane niżej; UTF-8.',
    csvSemicolon: 'To samo dla arkuszy, które oczekują średnika.',
    csvw: 'Typy i opisy kolumn do odczytu przez programy.',
    pdf: 'Dokument do czytania i druku, z zakładkami i znacznikami dostępności.',
    goalsPdf: 'Lista celów na papier.',
    feed: 'Wpis na każde wydanie; do czytnika kanałów.',
    why: 'Liczby całego planu z sumami i danymi każdego zadania.',
    dcat: 'Metryczka dla portali otwartych danych (JSON-LD).',
    schema: 'Opis pól wydania do sprawdzania plików.',
    list: 'Wszystkie wydania tej instalacji z odciskami.',
  },
  perGoal: 'Każdy cel i każde zadanie ma też własny JSON i CSV: adres strony z dopisanym .json lub .csv.',
  licence: 'Licencja',
  licenceNone:
    'Miasto nie podało licencji. Informacja publiczna, zasady ponownego wykorzystywania określa ustawa z 11 sierpnia 2021 r. o otwartych danych.',
  licenceInvented: 'Dane są zmyślone; można ich używać swobodnie.',
  verifyTitle: 'Jak sprawdzić, że to te same dane',
  verifySteps: [
    'Pobierz całe wydanie (JSON). Plik jest zapisany kanonicznie według RFC 8785.',
    'Usuń z niego pola hash i signature i zapisz resztę tak samo kanonicznie.',
    'Policz SHA-256. Wynik musi być równy polu hash, czyli odciskowi wyżej.',
    'Pole previous każdego wydania to odcisk poprzedniego: zmiana któregokolwiek rozrywa łańcuch.',
  ] as readonly string[],
  verifyTool: 'Program robi to za Ciebie:',
  editions: 'Wydania',
  fingerprint: 'Odcisk (SHA-256)',
  editionNumber: 'Nr',
  publishedOn: 'Opublikowano',
  columnsTitle: 'Kolumny CSV',
  columnsLead:
    'Pusta komórka znaczy, że plan albo sprawozdanie tego nie podaje; nigdy nie znaczy zera. Komórki tekstowe, które arkusz wziąłby za wzór, mają na początku apostrof.',
  column: 'Kolumna',
  columnType: 'Typ',
  columnMeaning: 'Znaczenie',
  columnTypes: {
    text: 'tekst',
    integer: 'liczba całkowita',
    decimal: 'liczba',
    date: 'data',
    boolean: 'prawda/fałsz',
    address: 'adres',
  },
  catalogueTitle: (plan: string, city: string) => `${plan} (${city}): cele, zadania i wyniki`,
  catalogueText:
    'Plan z celami, zadaniami, sprawozdaniami i policzonymi wynikami; każde wydanie pod stałym adresem i z odciskiem SHA-256.',
};
export type DataWords = typeof pl;

const en: DataWords = {
  dataTitle: 'Data',
  dataLead: 'Everything this portal shows can be downloaded, checked and used in your own way.',
  downloads: 'Downloads',
  file: 'File',
  fileNames: {
    json: 'The whole edition, JSON',
    csv: 'Table, CSV with commas',
    csvSemicolon: 'Table, CSV with semicolons',
    csvw: 'Description of the table, CSVW',
    pdf: 'The whole plan, PDF',
    goalsPdf: 'All goals, PDF',
    feed: 'Changes, Atom',
    why: 'The working, JSON',
    dcat: 'Description of the data set, DCAT-AP',
    schema: 'Schema of the edition, JSON Schema',
    list: 'List of editions',
  },
  fileHolds: {
    json: 'Plan, tasks, reports, results with their working, gaps and decisions: the very bytes the fingerprint was taken from.',
    csv: 'One row per goal and task, columns described below; UTF-8.',
    csvSemicolon: 'The same for spreadsheets that expect a semicolon.',
    csvw: 'Types and descriptions of the columns for programs.',
    pdf: 'A document to read and print, with bookmarks and accessibility tags.',
    goalsPdf: 'The list of goals on paper.',
    feed: 'One entry per edition; for a feed reader.',
    why: 'The figures of the whole plan with their sums and the data of every task.',
    dcat: 'A record for open-data portals (JSON-LD).',
    schema: 'Description of an edition’s fields for checking files.',
    list: 'All editions of this installation with their fingerprints.',
  },
  perGoal:
    'Every goal and every task has its own JSON and CSV as well: the address of its page with .json or .csv added.',
  licence: 'Licence',
  licenceNone:
    'The city has not stated a licence. This is public information; the Polish Open Data Act of 11 August 2021 sets the rules of its re-use.',
  licenceInvented: 'The data are invented; use them freely.',
  verifyTitle: 'How to check that these are the same data',
  verifySteps: [
    'Download the whole edition (JSON). The file is written canonically by RFC 8785.',
    'Take out its members hash and signature and write the rest canonically in the same way.',
    'Take SHA-256. It must equal the member hash, the fingerprint above.',
    'The member previous of each edition is the fingerprint of the one before: a change in any of them breaks the chain.',
  ] as readonly string[],
  verifyTool: 'A program does it for you:',
  editions: 'Editions',
  fingerprint: 'Fingerprint (SHA-256)',
  editionNumber: 'No',
  publishedOn: 'Published',
  columnsTitle: 'Columns of the CSV',
  columnsLead:
    'An empty cell means that the plan or the report does not say; it never means zero. Text cells that a spreadsheet would take for a formula begin with an apostrophe.',
  column: 'Column',
  columnType: 'Type',
  columnMeaning: 'Meaning',
  columnTypes: {
    text: 'text',
    integer: 'whole number',
    decimal: 'number',
    date: 'date',
    boolean: 'true/false',
    address: 'address',
  },
  catalogueTitle: (plan, city) => `${plan} (${city}): goals, tasks and results`,
  catalogueText:
    'The plan with its goals, tasks, reports and computed results; every edition at a permanent address with its SHA-256 fingerprint.',
};

/** The words of the page of data in one language. */
export function dataWords(locale: Locale): DataWords {
  return locale === 'pl' ? pl : en;
}
