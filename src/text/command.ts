/** Words of the command line: help, refusals of the acts, what each command says. */

import { plurals } from './locale.ts';
import type { Locale } from './locale.ts';

type Values = Readonly<Record<string, string | number>>;
const p = plurals('pl');
const e = plurals('en');

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
  HORYZONT_TRUST_PROXY     1: ufaj nagłówkom serwera pośredniczącego; domyślnie 0
  HORYZONT_EXAMPLES        all (domyślnie) albo none: pusta instalacja bez przykładów
  DATABASE_URL             postgres://…: serwer PostgreSQL 14 lub nowszy zamiast bazy wbudowanej

Kody wyjścia: 0 gotowe, 1 błąd programu, 2 złe użycie lub ustawienia, 3 odmowa lub znalezione problemy.
`,
  helpOf: {
    serve: `Użycie: npx horyzont serve

Otwiera bazę danych, przy pierwszym uruchomieniu wczytuje przykłady (HORYZONT_EXAMPLES=none: bez nich)
i podaje adres portalu. SIGTERM i Ctrl+C kończą rozpoczęte odpowiedzi i zamykają bazę.

Przykład:
  PORT=9000 HORYZONT_EXAMPLES=none npx horyzont serve
`,
    import: `Użycie: npx horyzont import PLIK --city MIASTO --plan PLAN [OPCJE]

Czyta tekst, HTML albo Markdown i pokazuje propozycję: cele z kodami i wierszami źródła, zapowiedzi bez
pokrycia i wiersze niepewne. Nic nie zapisuje, dopóki nie dodasz --accept. Istniejącego planu nie zmienia.

  --city MIASTO            człon adresu miasta, np. lipowiec; nowe miasto powstaje razem z planem
  --plan PLAN              człon adresu planu, np. strategia-2030
  --accept                 zapisz plan
  --take u1,u2 | all       weź też te niepewne wiersze
  --city-name NAZWA        nazwa nowego miasta; bez niej z dokumentu albo z członu adresu
  --standing RODZAJ        official (domyślnie) albo from-public-page
  --language pl            język dokumentu; domyślnie rozpoznany po słowach
  --time-zone STREFA       strefa nowego miasta, domyślnie Europe/Warsaw
  --address ADRES          skąd pochodzi dokument
  --horizon ROK            ostatni rok planu, gdy dokument go nie podaje

Przykłady:
  npx horyzont import strona.html --city lipowiec --plan strategia-2030
  npx horyzont import strona.html --city lipowiec --plan strategia-2030 --take u1 --accept
`,
    publish: `Użycie: npx horyzont publish --plan PLAN [OPCJE]

Zamraża plan w nowe wydanie i dołącza je do łańcucha. Działający portal pokazuje je od razu.

  --plan PLAN              człon adresu planu albo MIASTO/PLAN
  --city MIASTO            miasto, gdy kilka ma plan o tym członie
  --note TEKST             zdanie dla mieszkańców o tym wydaniu
  --by BIURO               kto publikuje: biuro albo rola, nie osoba
  --language pl            język zdania i biura, domyślnie pl
  --force                  opublikuj, choć nic się nie zmieniło

Przykład:
  npx horyzont publish --plan lipowiec/strategia-2030 --by "Biuro Strategii"
`,
    export: `Użycie: npx horyzont export FOLDER [--without-pdf]

Zapisuje cały portal jako pliki z manifest.json. Otwiera się z dysku i z każdego serwera plików.

  --without-pdf            bez plików PDF

Przykład:
  HORYZONT_ORIGIN=https://strategia.example npx horyzont export ./portal
`,
    verify: `Użycie: npx horyzont verify FOLDER|ADRES [--render]

Sprawdza łańcuch wydań, skróty i każdy plik z manifestu. Kod 3, gdy coś się nie zgadza.

  --render                 zrób strony jeszcze raz i porównaj, gdy wersja programu jest ta sama

Przykłady:
  npx horyzont verify ./portal --render
  npx horyzont verify https://strategia.example
`,
    backup: `Użycie: npx horyzont backup PLIK

Zapisuje miasta, plany, wydania i rejestr działań w jednym przenośnym pliku: tak samo z bazy wbudowanej
i z PostgreSQL. Portal może przy tym działać.

Przykład:
  npx horyzont backup /kopie/horyzont-2026-11-22.backup
`,
    restore: `Użycie: npx horyzont restore PLIK

Sprawdza każdy skrót i odtwarza kopię w pustej instalacji: całą albo wcale. Tak też przechodzi się
z bazy wbudowanej na PostgreSQL.

Przykład:
  HORYZONT_DATA=./nowe HORYZONT_EXAMPLES=none npx horyzont restore /kopie/horyzont-2026-11-22.backup
`,
    doctor: `Użycie: npx horyzont doctor

Sprawdza ustawienia, folder danych, bazę danych, łańcuchy wydań, zbudowane pliki i zegar. Przy każdej
uwadze mówi, co zrobić. Kod 3, gdy coś nie działa.

Przykład:
  npx horyzont doctor
`,
  },
  unknownCommand: (name: string, nearest: string) =>
    `Nie ma polecenia „${name}”. Czy chodzi o „${nearest}”? Wszystkie pokaże: npx horyzont --help`,
  usage: (why: string, command: string) => `${why}\nJak używać: npx horyzont ${command} --help`,
  missing: (what: string) => `Brakuje: ${what}.`,
  tooMany: (what: string) => `Nie wiadomo, co zrobić z: ${what}.`,
  badOption: (option: string) => `Nie ma opcji ${option}.`,
  badValue: (option: string, value: string, expected: string) =>
    `Opcja ${option}: „${value}” nie pasuje, oczekiwano: ${expected}.`,
  settingsWrong: 'Ustawienia nie są poprawne:',
  fault: (message: string) => `Błąd programu: ${message}`,
  refused: {
    'slug-reserved': (v: Values) =>
      `Miasto nie może mieć członu adresu „${v['slug']}”: to słowo należy do adresów portalu. Wybierz inny.`,
    'plan-exists': (v: Values) =>
      `Plan ${v['city']}/${v['plan']} już jest i pochodzi z innego dokumentu. Import nie zmienia istniejącego planu; podaj inne --plan.`,
    'plan-unknown': (v: Values) =>
      v['plans']
        ? `Nie ma planu „${v['plan']}”. Są: ${v['plans']}.`
        : `Nie ma planu „${v['plan']}”; nie ma jeszcze żadnego.`,
    'plan-ambiguous': (v: Values) => `Plan „${v['plan']}” ma kilka miast: ${v['plans']}. Podaj MIASTO/PLAN.`,
    'clock-behind': (v: Values) =>
      `Zegar tej maszyny (${v['now']}) jest przed ostatnim wydaniem (${v['newest']}). Popraw zegar i opublikuj ponownie.`,
    'nothing-changed': (v: Values) =>
      `W planie ${v['plan']} nic się nie zmieniło od wydania ${v['number']} (${v['publishedAt']}). Mimo to opublikuje --force.`,
    'not-empty': () =>
      'W tej instalacji coś już jest, a kopię odtwarza się tylko w pustej. Podaj nowy folder w HORYZONT_DATA albo pustą bazę w DATABASE_URL, i HORYZONT_EXAMPLES=none.',
    'file-unreadable': (v: Values) => `Nie da się przeczytać pliku ${v['file']} (${v['why']}).`,
    'backup-damaged': (v: Values) => `Kopia ${v['file']} jest uszkodzona (${v['why']}). Nic nie odtworzono.`,
    'backup-foreign': (v: Values) => `Plik ${v['file']} nie jest kopią Horyzontu.`,
    'backup-newer': (v: Values) =>
      `Kopię ${v['file']} zapisała nowsza wersja programu (${v['version']}). Zaktualizuj program.`,
    'backup-chain': (v: Values) =>
      `W kopii ${v['file']} łańcuch wydań ${v['edition']} się nie zgadza: wydanie ${v['number']}, ${v['finding']}. Nic nie odtworzono.`,
    'folder-in-use': (v: Values) =>
      `Baza w ${v['folder']} jest otwarta w innym procesie${v['pid'] ? ` (${v['pid']}, ${v['host']})` : ''}. Zatrzymaj go albo podaj inny folder w HORYZONT_DATA.`,
    'folder-version': (v: Values) =>
      `Bazę w ${v['folder']} zapisał PostgreSQL ${v['found']}, a ten program czyta ${v['expected']}. Zrób kopię (backup) poprzednią wersją programu i odtwórz ją (restore) w nowym folderze.`,
    'server-too-old': (v: Values) => `Serwer to PostgreSQL ${v['found']}; potrzebny jest 14 albo nowszy.`,
    'server-encoding': (v: Values) =>
      `Baza danych ma kodowanie ${v['found']}, potrzebne jest UTF8: create database … encoding 'UTF8' template template0.`,
    'database-newer': (v: Values) =>
      `Bazę danych zmieniła nowsza wersja programu (${v['migrations']}). Zaktualizuj program.`,
    'database-unreachable': (v: Values) =>
      `Serwer bazy danych nie odpowiada (${v['why']}). Sprawdź DATABASE_URL.`,
    'address-taken': (v: Values) =>
      `Adres ${v['host']}:${v['port']} jest zajęty. Zatrzymaj tamten program albo podaj inny PORT.`,
    'not-writable': (v: Values) => `Do folderu ${v['folder']} nie można pisać (${v['why']}).`,
    'no-goals-found': (v: Values) =>
      `W dokumencie ${v['file']} nie znaleziono celów, więc nie ma czego zapisać.`,
    'horizon-missing': () => 'Dokument nie podaje ostatniego roku planu. Podaj go: --horizon 2030.',
  } satisfies Record<string, (values: Values) => string>,
  setting: {
    'setting-unknown': (v: Values) => `Nie ma ustawienia ${v['name']}. Najbliższe to ${v['nearest']}.`,
    'setting-PORT': (v: Values) => `PORT: „${v['value']}” nie jest liczbą od 0 do 65535.`,
    'setting-HOST': (v: Values) => `HOST: „${v['value']}” nie jest nazwą ani adresem.`,
    'setting-HORYZONT_ORIGIN': (v: Values) =>
      `HORYZONT_ORIGIN: „${v['value']}” nie jest samym początkiem adresu, jak https://strategia.example.`,
    'setting-HORYZONT_TRUST_PROXY': (v: Values) => `HORYZONT_TRUST_PROXY: „${v['value']}” nie jest 0 ani 1.`,
    'setting-HORYZONT_EXAMPLES': (v: Values) => `HORYZONT_EXAMPLES: „${v['value']}” nie jest all ani none.`,
    'setting-DATABASE_URL': () => 'DATABASE_URL nie zaczyna się od postgres://.',
  } satisfies Record<string, (values: Values) => string>,
  serve: {
    ready: (url: string, ms: number) =>
      `Horyzont: ${url}/ (gotowy po ${(ms / 1000).toFixed(1).replace('.', ',')} s; Ctrl+C zatrzymuje)`,
    loaded: (plans: string) => `Wczytano przykłady: ${plans}`,
    database: (where: string) => `Baza danych: ${where}`,
    embedded: (folder: string) => `wbudowana, ${folder}`,
    server: 'serwer PostgreSQL z DATABASE_URL',
    databaseDown: 'Serwer bazy danych nie odpowiada. Portal działa z plików wydań; próby połączenia trwają.',
    stopping: 'Horyzont: kończę rozpoczęte odpowiedzi …',
  },
  import: {
    source: (file: string, format: string, lines: number) =>
      `${file}: ${format}, ${p(lines, { one: '# wiersz', few: '# wiersze', many: '# wierszy', other: '# wiersza' })}`,
    title: (title: string) => `Tytuł: ${title || '(nie znaleziono)'}`,
    horizon: (year: number | null, start: number | null) =>
      `Horyzont: ${year === null ? 'dokument go nie podaje' : start === null ? `do ${year} roku` : `lata ${start}–${year}`}`,
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
    newCity: (slug: string, name: string) => `Założono miasto ${slug}: „${name}”.`,
    unchanged: (name: string) => `Plan ${name} pochodzi właśnie z tego pliku. Nic się nie zmieniło.`,
    notSaved: 'Planu nie zapisano, najpierw trzeba poprawić:',
    titleWords: 'Plan',
  },
  publish: {
    done: (name: string, number: number) => `Opublikowano wydanie ${number} planu ${name}.`,
    hash: (hash: string) => `Skrót: ${hash}`,
    gaps: (count: number) =>
      count === 0
        ? 'Wydanie nie ma luk.'
        : `Wydanie pokazuje ${p(count, { one: '# lukę', few: '# luki', many: '# luk', other: '# luki' })}.`,
    notPublished: 'Planu nie opublikowano, najpierw trzeba poprawić:',
  },
  backup: {
    done: (file: string, rows: string) => `Zapisano kopię: ${file} (${rows}).`,
    hash: (hash: string) => `Skrót treści: ${hash}`,
    restored: (rows: string, createdAt: string) => `Odtworzono kopię z ${createdAt}: ${rows}.`,
    rows: (v: Values) =>
      [
        p(Number(v['city'] ?? 0), { one: '# miasto', few: '# miasta', many: '# miast', other: '# miasta' }),
        p(Number(v['plan'] ?? 0), { one: '# plan', few: '# plany', many: '# planów', other: '# planu' }),
        p(Number(v['edition'] ?? 0), {
          one: '# wydanie',
          few: '# wydania',
          many: '# wydań',
          other: '# wydania',
        }),
      ].join(', '),
  },
  doctor: {
    good: 'dobrze',
    warning: 'uwaga',
    bad: 'źle',
    toDo: (text: string) => `co zrobić: ${text}`,
    summaryGood: 'Wszystko w porządku.',
    summaryBad: (count: number) =>
      `Do naprawy: ${p(count, { one: '# sprawa', few: '# sprawy', many: '# spraw', other: '# sprawy' })}.`,
    version: (version: string) => `Horyzont ${version}`,
    node: (found: string) => `Node ${found}`,
    nodeDo: 'npm ci (projekt ma własny Node 24)',
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
  },
};

export type CommandMessages = typeof pl;

const en = {
  help: `Horyzont: a city's strategy as a living portal that can be checked.

Usage: npx horyzont COMMAND [OPTIONS]

  serve                    runs the portal (npm start does the same)
  import FILE              reads a document with goals and shows what is in it; --accept saves a plan
  publish --plan PLAN      publishes the next edition of a plan
  export FOLDER            writes the whole portal as plain files
  verify FOLDER|ADDRESS    checks the chain of editions and every file
  backup FILE              saves a copy of everything
  restore FILE             restores a copy into an empty installation
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
  HORYZONT_TRUST_PROXY     1: trust the headers of a proxy; 0 by default
  HORYZONT_EXAMPLES        all (default) or none: an empty installation without examples
  DATABASE_URL             postgres://…: a PostgreSQL server, 14 or newer, in place of the embedded database

Exit codes: 0 done, 1 fault of the program, 2 wrong usage or settings, 3 refused or problems found.
`,
  helpOf: {
    serve: `Usage: npx horyzont serve

Opens the database, loads the examples on the first start (HORYZONT_EXAMPLES=none: without them) and says
where the portal is. SIGTERM and Ctrl+C finish running answers and close the database.

Example:
  PORT=9000 HORYZONT_EXAMPLES=none npx horyzont serve
`,
    import: `Usage: npx horyzont import FILE --city CITY --plan PLAN [OPTIONS]

Reads text, HTML or Markdown and shows a proposal: goals with their codes and source lines, what is announced
and not given, and lines it is not sure about. Saves nothing until you add --accept. Never changes a plan.

  --city CITY              the city's part of the address, such as lipowiec; a new city is made with the plan
  --plan PLAN              the plan's part of the address, such as strategy-2030
  --accept                 save the plan
  --take u1,u2 | all       take these unsure lines too
  --city-name NAME         name of a new city; otherwise from the document or its part of the address
  --standing KIND          official (default) or from-public-page
  --language pl            language of the document; told by its words by default
  --time-zone ZONE         zone of a new city, Europe/Warsaw by default
  --address ADDRESS        where the document comes from
  --horizon YEAR           last year of the plan when the document does not say it

Examples:
  npx horyzont import page.html --city lipowiec --plan strategy-2030
  npx horyzont import page.html --city lipowiec --plan strategy-2030 --take u1 --accept
`,
    publish: `Usage: npx horyzont publish --plan PLAN [OPTIONS]

Freezes the plan into a new edition and adds it to the chain. A running portal shows it at once.

  --plan PLAN              the plan's part of the address, or CITY/PLAN
  --city CITY              the city when several have a plan of that name
  --note TEXT              a sentence for residents about this edition
  --by OFFICE              who publishes: an office or role, not a person
  --language pl            language of the sentence and the office, pl by default
  --force                  publish although nothing has changed

Example:
  npx horyzont publish --plan lipowiec/strategy-2030 --by "Strategy Office" --language en
`,
    export: `Usage: npx horyzont export FOLDER [--without-pdf]

Writes the whole portal as files with manifest.json. It opens from disk and from any file server.

  --without-pdf            without PDF files

Example:
  HORYZONT_ORIGIN=https://strategy.example npx horyzont export ./portal
`,
    verify: `Usage: npx horyzont verify FOLDER|ADDRESS [--render]

Checks the chain of editions, the hashes and every file of the manifest. Exit code 3 when something differs.

  --render                 render the pages again and compare, when the program's version is the same

Examples:
  npx horyzont verify ./portal --render
  npx horyzont verify https://strategy.example
`,
    backup: `Usage: npx horyzont backup FILE

Saves cities, plans, editions and the record of acts in one portable file: the same from the embedded
database and from PostgreSQL. The portal may be running.

Example:
  npx horyzont backup /copies/horyzont-2026-11-22.backup
`,
    restore: `Usage: npx horyzont restore FILE

Checks every hash and restores a copy into an empty installation: all of it or nothing. This is also the way
from the embedded database to PostgreSQL.

Example:
  HORYZONT_DATA=./new HORYZONT_EXAMPLES=none npx horyzont restore /copies/horyzont-2026-11-22.backup
`,
    doctor: `Usage: npx horyzont doctor

Checks settings, data folder, database, chains of editions, built files and the clock. Says what to do about
each remark. Exit code 3 when something does not work.

Example:
  npx horyzont doctor
`,
  },
  unknownCommand: (name, nearest) =>
    `There is no command “${name}”. Did you mean “${nearest}”? To see all: npx horyzont --help`,
  usage: (why, command) => `${why}\nHow to use it: npx horyzont ${command} --help`,
  missing: (what) => `Missing: ${what}.`,
  tooMany: (what) => `Nothing is known to do with: ${what}.`,
  badOption: (option) => `There is no option ${option}.`,
  badValue: (option, value, expected) => `Option ${option}: “${value}” does not fit, expected: ${expected}.`,
  settingsWrong: 'The settings are not right:',
  fault: (message) => `Fault of the program: ${message}`,
  refused: {
    'slug-reserved': (v) =>
      `A city cannot have “${v['slug']}” as its part of the address: the portal's own addresses use that word. Choose another.`,
    'plan-exists': (v) =>
      `The plan ${v['city']}/${v['plan']} is there already and comes from another document. An import never changes a plan; give another --plan.`,
    'plan-unknown': (v) =>
      v['plans']
        ? `There is no plan “${v['plan']}”. There are: ${v['plans']}.`
        : `There is no plan “${v['plan']}”; there is none yet.`,
    'plan-ambiguous': (v) => `Several cities have a plan “${v['plan']}”: ${v['plans']}. Give CITY/PLAN.`,
    'clock-behind': (v) =>
      `This machine's clock (${v['now']}) is before the last edition (${v['newest']}). Set the clock and publish again.`,
    'nothing-changed': (v) =>
      `Nothing has changed in the plan ${v['plan']} since edition ${v['number']} (${v['publishedAt']}). --force publishes all the same.`,
    'not-empty': () =>
      'There is something in this installation, and a copy is restored only into an empty one. Give a new folder in HORYZONT_DATA or an empty database in DATABASE_URL, and HORYZONT_EXAMPLES=none.',
    'file-unreadable': (v) => `The file ${v['file']} cannot be read (${v['why']}).`,
    'backup-damaged': (v) => `The copy ${v['file']} is damaged (${v['why']}). Nothing was restored.`,
    'backup-foreign': (v) => `The file ${v['file']} is not a copy made by Horyzont.`,
    'backup-newer': (v) =>
      `The copy ${v['file']} was made by a newer version of the program (${v['version']}). Update the program.`,
    'backup-chain': (v) =>
      `In the copy ${v['file']} the chain of editions of ${v['edition']} does not fit: edition ${v['number']}, ${v['finding']}. Nothing was restored.`,
    'folder-in-use': (v) =>
      `The database in ${v['folder']} is open in another process${v['pid'] ? ` (${v['pid']}, ${v['host']})` : ''}. Stop it or give another folder in HORYZONT_DATA.`,
    'folder-version': (v) =>
      `The database in ${v['folder']} was written by PostgreSQL ${v['found']}, this program reads ${v['expected']}. Make a backup with the version of the program before, and restore it into a new folder.`,
    'server-too-old': (v) => `The server is PostgreSQL ${v['found']}; 14 or newer is needed.`,
    'server-encoding': (v) =>
      `The database has the encoding ${v['found']}, UTF8 is needed: create database … encoding 'UTF8' template template0.`,
    'database-newer': (v) =>
      `The database was changed by a newer version of the program (${v['migrations']}). Update the program.`,
    'database-unreachable': (v) => `The database server does not answer (${v['why']}). Check DATABASE_URL.`,
    'address-taken': (v) =>
      `The address ${v['host']}:${v['port']} is taken. Stop that program or give another PORT.`,
    'not-writable': (v) => `The folder ${v['folder']} cannot be written to (${v['why']}).`,
    'no-goals-found': (v) => `No goals were found in the document ${v['file']}, so there is nothing to save.`,
    'horizon-missing': () => 'The document does not say the last year of the plan. Give it: --horizon 2030.',
  },
  setting: {
    'setting-unknown': (v) => `There is no setting ${v['name']}. The nearest is ${v['nearest']}.`,
    'setting-PORT': (v) => `PORT: “${v['value']}” is not a number from 0 to 65535.`,
    'setting-HOST': (v) => `HOST: “${v['value']}” is not a name or an address.`,
    'setting-HORYZONT_ORIGIN': (v) =>
      `HORYZONT_ORIGIN: “${v['value']}” is not the bare start of an address, like https://strategy.example.`,
    'setting-HORYZONT_TRUST_PROXY': (v) => `HORYZONT_TRUST_PROXY: “${v['value']}” is neither 0 nor 1.`,
    'setting-HORYZONT_EXAMPLES': (v) => `HORYZONT_EXAMPLES: “${v['value']}” is neither all nor none.`,
    'setting-DATABASE_URL': () => 'DATABASE_URL does not start with postgres://.',
  },
  serve: {
    ready: (url, ms) => `Horyzont: ${url}/ (ready after ${(ms / 1000).toFixed(1)} s; Ctrl+C stops it)`,
    loaded: (plans) => `Examples loaded: ${plans}`,
    database: (where) => `Database: ${where}`,
    embedded: (folder) => `embedded, ${folder}`,
    server: 'the PostgreSQL server of DATABASE_URL',
    databaseDown:
      'The database server does not answer. The portal serves from the edition files; connecting goes on.',
    stopping: 'Horyzont: finishing running answers …',
  },
  import: {
    source: (file, format, lines) => `${file}: ${format}, ${e(lines, { one: '# line', other: '# lines' })}`,
    title: (title) => `Title: ${title || '(none found)'}`,
    horizon: (year, start) =>
      `Horizon: ${year === null ? 'the document does not say' : start === null ? `to ${year}` : `${start}–${year}`}`,
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
    newCity: (slug, name) => `Made the city ${slug}: “${name}”.`,
    unchanged: (name) => `The plan ${name} comes from this very file. Nothing has changed.`,
    notSaved: 'The plan was not saved, this must be mended first:',
    titleWords: 'Plan',
  },
  publish: {
    done: (name, number) => `Published edition ${number} of the plan ${name}.`,
    hash: (hash) => `Hash: ${hash}`,
    gaps: (count) =>
      count === 0
        ? 'The edition has no gaps.'
        : `The edition shows ${e(count, { one: '# gap', other: '# gaps' })}.`,
    notPublished: 'The plan was not published, this must be mended first:',
  },
  backup: {
    done: (file, rows) => `Saved the copy: ${file} (${rows}).`,
    hash: (hash) => `Hash of the content: ${hash}`,
    restored: (rows, createdAt) => `Restored the copy of ${createdAt}: ${rows}.`,
    rows: (v) =>
      [
        e(Number(v['city'] ?? 0), { one: '# city', other: '# cities' }),
        e(Number(v['plan'] ?? 0), { one: '# plan', other: '# plans' }),
        e(Number(v['edition'] ?? 0), { one: '# edition', other: '# editions' }),
      ].join(', '),
  },
  doctor: {
    good: 'good',
    warning: 'remark',
    bad: 'bad',
    toDo: (text) => `what to do: ${text}`,
    summaryGood: 'All is well.',
    summaryBad: (count) => `To mend: ${e(count, { one: '# matter', other: '# matters' })}.`,
    version: (version) => `Horyzont ${version}`,
    node: (found) => `Node ${found}`,
    nodeDo: 'npm ci (the project has its own Node 24)',
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
  },
} satisfies CommandMessages;

export function commandMessages(locale: Locale): CommandMessages {
  return locale === 'pl' ? pl : en;
}
