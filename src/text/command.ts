/** Words of the command line that belong to no single command. */

import type { Locale } from './locale.ts';

const pl = {
  help: `Horyzont: strategia miasta jako żywy, sprawdzalny portal.

Użycie: npx horyzont POLECENIE [OPCJE]

  serve                    uruchamia portal (to samo robi npm start)
  import PLIK              czyta dokument z celami i pokazuje, co w nim jest; z --accept zapisuje plan
  publish --plan PLAN      publikuje kolejne wydanie planu
  export FOLDER            zapisuje cały portal jako zwykłe pliki
  verify FOLDER|ADRES      sprawdza łańcuch wydań i każdy plik
  backup PLIK              zapisuje kopię wszystkiego
  restore PLIK             odtwarza kopię w pustej instalacji
  first-link               wypisuje link dla administratora, gdy żaden nie może się zalogować
  doctor                   sprawdza instalację i mówi, co zrobić

Pomoc o poleceniu: npx horyzont POLECENIE --help

Przykłady:
  npx horyzont import strona.txt --city lipowiec --plan strategia-2030
  npx horyzont import strona.txt --city lipowiec --plan strategia-2030 --accept
  npx horyzont publish --plan lipowiec/strategia-2030
  npx horyzont export ./portal && npx horyzont verify ./portal

Opcje wszystkich poleceń:
  --lang pl|en             język komunikatów (bez niej według LANG)
  --help                   ta pomoc
  --version                wersja programu

Ustawienia (zmienne środowiska):
  PORT                     port, domyślnie 8080; 0 wybiera wolny
  HOST                     adres nasłuchu, domyślnie 127.0.0.1
  HORYZONT_DATA            folder danych, domyślnie ./data
  HORYZONT_ORIGIN          publiczny adres portalu, np. https://strategia.example
  HORYZONT_TRUST_PROXY     1: numer zapytania w dzienniku z nagłówka X-Request-Id; domyślnie 0
  HORYZONT_EXAMPLES        all (domyślnie) albo none: pusta instalacja bez przykładów
  HORYZONT_SECRET          podpisuje ciasteczka biura, co najmniej 32 znaki; bez niego plik w folderze danych
  DATABASE_URL             postgres://…: serwer PostgreSQL 14 lub nowszy zamiast bazy wbudowanej
  SMTP_URL                 smtp://…: serwer poczty; bez niego listy trafiają do folderu mail w danych
  OIDC_ISSUER              https://…: dostawca logowania jednokrotnego, razem z OIDC_CLIENT_ID i OIDC_CLIENT_SECRET
  OIDC_GROUPS              nazwa pola z grupami osoby, domyślnie groups
  HORYZONT_MAIL_FROM       adres nadawcy listów, domyślnie horyzont@ i nazwa z HORYZONT_ORIGIN

Kody wyjścia: 0 gotowe, 1 błąd programu, 2 złe użycie lub ustawienia, 3 odmowa lub znalezione problemy.
`,
  unknownCommand: (name: string, nearest: string | null) =>
    `Nie ma polecenia „${name}”.${nearest === null ? '' : ` Czy chodzi o „${nearest}”?`} Wszystkie pokaże: npx horyzont --help`,
  usage: (why: string, command: string) => `${why}\nJak używać: npx horyzont ${command} --help`,
  missing: (what: string) => `Brakuje: ${what}.`,
  tooMany: (what: string) => `Nie wiadomo, co zrobić z: ${what}.`,
  badOption: (option: string) => `Nie ma opcji ${option}.`,
  badValue: (option: string, value: string, expected: string) =>
    `Opcja ${option}: „${value}” nie pasuje, oczekiwano: ${expected}.`,
  settingsWrong: 'Ustawienia nie są poprawne:',
  fault: (message: string) => `Błąd programu: ${message}`,
};

export type CommandMessages = typeof pl;

const en: CommandMessages = {
  help: `Horyzont: a city's strategy as a living portal that can be checked.

Usage: npx horyzont COMMAND [OPTIONS]

  serve                    runs the portal (npm start does the same)
  import FILE              reads a document with goals and shows what is in it; --accept saves a plan
  publish --plan PLAN      publishes the next edition of a plan
  export FOLDER            writes the whole portal as plain files
  verify FOLDER|ADDRESS    checks the chain of editions and every file
  backup FILE              saves a copy of everything
  restore FILE             restores a copy into an empty installation
  first-link               prints a link for an administrator when none can sign in
  doctor                   checks the installation and says what to do

Help on one command: npx horyzont COMMAND --help

Examples:
  npx horyzont import page.txt --city lipowiec --plan strategy-2030
  npx horyzont import page.txt --city lipowiec --plan strategy-2030 --accept
  npx horyzont publish --plan lipowiec/strategy-2030
  npx horyzont export ./portal && npx horyzont verify ./portal

Options of every command:
  --lang pl|en             language of the messages (LANG decides otherwise)
  --help                   this help
  --version                version of the program

Settings (environment variables):
  PORT                     port, 8080 by default; 0 takes a free one
  HOST                     address to listen on, 127.0.0.1 by default
  HORYZONT_DATA            data folder, ./data by default
  HORYZONT_ORIGIN          public address of the portal, such as https://strategy.example
  HORYZONT_TRUST_PROXY     1: a request's id in the log from the header X-Request-Id; 0 by default
  HORYZONT_EXAMPLES        all (default) or none: an empty installation without examples
  HORYZONT_SECRET          signs the office's cookies, at least 32 characters; without it a file in the data folder
  DATABASE_URL             postgres://…: a PostgreSQL server, 14 or newer, in place of the embedded database
  SMTP_URL                 smtp://…: the mail server; without it letters go to the folder mail of the data
  OIDC_ISSUER              https://…: provider of the single sign-on, with OIDC_CLIENT_ID and OIDC_CLIENT_SECRET
  OIDC_GROUPS              name of the claim with a person's groups, groups by default
  HORYZONT_MAIL_FROM       sender's address of letters, horyzont@ and the name of HORYZONT_ORIGIN by default

Exit codes: 0 done, 1 fault of the program, 2 wrong usage or settings, 3 refused or problems found.
`,
  unknownCommand: (name, nearest) =>
    `There is no command “${name}”.${nearest === null ? '' : ` Did you mean “${nearest}”?`} To see all: npx horyzont --help`,
  usage: (why, command) => `${why}\nHow to use it: npx horyzont ${command} --help`,
  missing: (what) => `Missing: ${what}.`,
  tooMany: (what) => `Nothing is known to do with: ${what}.`,
  badOption: (option) => `There is no option ${option}.`,
  badValue: (option, value, expected) => `Option ${option}: “${value}” does not fit, expected: ${expected}.`,
  settingsWrong: 'The settings are not right:',
  fault: (message) => `Fault of the program: ${message}`,
};

export function commandMessages(locale: Locale): CommandMessages {
  return { pl, en }[locale];
}
