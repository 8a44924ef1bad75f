/** Words of the refusals that commands pass on: why not, and what to do. */

import type { Values } from '../problem.ts';
import type { Locale } from './locale.ts';

/** What the system says of a file or folder, in words; an unknown code stays alone. */
function because(reasons: Readonly<Record<string, string>>, { why = '' }: Values): string {
  const words = reasons[why];
  return words === undefined ? String(why) : `${words} (${why})`;
}

const PL_REASONS = {
  ENOENT: 'nie ma takiego pliku ani folderu',
  EISDIR: 'to jest folder, a potrzebny jest plik',
  ENOTDIR: 'na tej ścieżce stoi plik, a nie folder',
  EEXIST: 'stoi tam plik, a nie folder',
  EACCES: 'brak uprawnień',
  EPERM: 'brak uprawnień',
  EROFS: 'dysk jest tylko do odczytu',
  ENOSPC: 'na dysku nie ma miejsca',
  EDQUOT: 'wyczerpano przydział miejsca',
  ERR_FS_FILE_TOO_LARGE: 'plik jest za duży',
};

const EN_REASONS: typeof PL_REASONS = {
  ENOENT: 'there is no such file or folder',
  EISDIR: 'it is a folder, a file is needed',
  ENOTDIR: 'a file stands on that path where a folder should be',
  EEXIST: 'a file stands there, not a folder',
  EACCES: 'no permission',
  EPERM: 'no permission',
  EROFS: 'the disk is read-only',
  ENOSPC: 'there is no space on the disk',
  EDQUOT: 'the quota of space is used up',
  ERR_FS_FILE_TOO_LARGE: 'the file is too large',
};

const PL_KINDS = {
  pdf: 'to plik PDF',
  package: 'to plik programu biurowego albo archiwum (DOCX, ODT, XLSX, ZIP)',
  office: 'to plik starszego programu biurowego (DOC, XLS)',
  rtf: 'to plik RTF',
  binary: 'są w nim bajty, których w tekście nie ma',
};

const EN_KINDS: typeof PL_KINDS = {
  pdf: 'it is a PDF file',
  package: 'it is a file of an office program or an archive (DOCX, ODT, XLSX, ZIP)',
  office: 'it is a file of an older office program (DOC, XLS)',
  rtf: 'it is an RTF file',
  binary: 'it holds bytes that no text has',
};

/** What a file is that was taken for a text. */
function notText(kinds: Readonly<Record<string, string>>, { kind = '' }: Values): string {
  return kinds[kind] ?? String(kind);
}

const pl = {
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
  'file-unreadable': (v: Values) => `Nie da się przeczytać pliku ${v['file']}: ${because(PL_REASONS, v)}.`,
  'file-not-text': (v: Values) =>
    `${v['file']}: ${notText(PL_KINDS, v)}, a import czyta tekst, HTML i Markdown. Zapisz dokument jako tekst (.txt) albo stronę HTML i podaj tamten plik.`,
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
  'database-url': () => 'DATABASE_URL nie jest adresem postgres://użytkownik:hasło@serwer:5432/baza.',
  'database-denied': (v: Values) =>
    `Serwer bazy danych nie wpuszcza (${v['why']}). Sprawdź użytkownika i hasło w DATABASE_URL.`,
  'database-missing': (v: Values) =>
    `Na serwerze nie ma takiej bazy danych (${v['why']}). Załóż ją: create database … encoding 'UTF8' template template0, albo popraw DATABASE_URL.`,
  'database-rights': (v: Values) =>
    `Użytkownik z DATABASE_URL nie ma praw w tej bazie danych (${v['why']}). Powinna należeć do niego.`,
  'disk-full': () => 'Na dysku nie ma miejsca. Zwolnij je i powtórz polecenie.',
  'address-taken': (v: Values) =>
    `Adres ${v['host']}:${v['port']} jest zajęty. Zatrzymaj tamten program albo podaj inny PORT.`,
  'address-forbidden': (v: Values) =>
    `Portu ${v['port']} nie wolno zająć temu użytkownikowi (porty poniżej 1024 są dla administratora). Podaj inny PORT i postaw przed nim serwer pośredniczący.`,
  'address-foreign': (v: Values) =>
    `Pod adresem ${v['host']}:${v['port']} nie można słuchać (${v['why']}): ta maszyna go nie ma. Podaj w HOST jej własny adres, np. 127.0.0.1 albo 0.0.0.0.`,
  'not-writable': (v: Values) => `Nie można pisać do ${v['folder']}: ${because(PL_REASONS, v)}.`,
  'administrator-there': () =>
    'Jest administrator, który może się zalogować, więc link nie jest potrzebny. Mimo to wypisze go --force.',
  'no-goals-found': (v: Values) =>
    `W dokumencie ${v['file']} nie znaleziono celów, więc nie ma czego zapisać.${v['unsure'] ? ' Niepewne wiersze, jak wyżej, weźmie --take.' : ''}`,
  'horizon-missing': () =>
    'Dokument nie podaje ostatniego roku planu. Podaj go: --horizon 2030 albo --horizon 2021-2030.',
};

export type RefusalWords = typeof pl;

const en: RefusalWords = {
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
  'file-unreadable': (v) => `The file ${v['file']} cannot be read: ${because(EN_REASONS, v)}.`,
  'file-not-text': (v) =>
    `${v['file']}: ${notText(EN_KINDS, v)}, and import reads text, HTML and Markdown. Save the document as text (.txt) or as an HTML page and give that file.`,
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
  'database-url': () => 'DATABASE_URL is not an address postgres://user:password@server:5432/database.',
  'database-denied': (v) =>
    `The database server does not let this user in (${v['why']}). Check the user and the password in DATABASE_URL.`,
  'database-missing': (v) =>
    `The server has no such database (${v['why']}). Make it: create database … encoding 'UTF8' template template0, or mend DATABASE_URL.`,
  'database-rights': (v) =>
    `The user of DATABASE_URL has no rights in this database (${v['why']}). It should own it.`,
  'disk-full': () => 'There is no space on the disk. Make some and repeat the command.',
  'address-taken': (v) =>
    `The address ${v['host']}:${v['port']} is taken. Stop that program or give another PORT.`,
  'administrator-there': () =>
    'There is an administrator who can sign in, so no link is needed. --force makes one all the same.',
  'address-forbidden': (v) =>
    `This user may not take the port ${v['port']} (those below 1024 are the administrator's). Give another PORT and put a proxy before it.`,
  'address-foreign': (v) =>
    `Nobody can listen at ${v['host']}:${v['port']} (${v['why']}): this machine does not have that address. Give one of its own in HOST, such as 127.0.0.1 or 0.0.0.0.`,
  'not-writable': (v) => `${v['folder']} cannot be written to: ${because(EN_REASONS, v)}.`,
  'no-goals-found': (v) =>
    `No goals were found in the document ${v['file']}, so there is nothing to save.${v['unsure'] ? ' --take takes the unsure lines shown above.' : ''}`,
  'horizon-missing': () =>
    'The document does not say the last year of the plan. Give it: --horizon 2030 or --horizon 2021-2030.',
};

export function refusalWords(locale: Locale): RefusalWords {
  return { pl, en }[locale];
}
