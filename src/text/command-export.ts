/** Words of `export`: its help and what it says. */

import { formatCount } from './number.ts';
import { plurals } from './locale.ts';
import type { Locale } from './locale.ts';

const p = plurals('pl');
const e = plurals('en');

const pl = {
  help: `Użycie: npx horyzont export FOLDER [--without-pdf]

Zapisuje cały portal jako pliki z manifest.json. Otwiera się z dysku i z każdego serwera plików.

  --without-pdf            bez plików PDF

Przykład:
  HORYZONT_ORIGIN=https://strategia.example npx horyzont export ./portal
`,
  nothing: 'Nie ma żadnego wydania do zapisania. Najpierw: npx horyzont publish --plan …',
  notAnExport: (folder: string) =>
    `Folder ${folder} nie jest pusty i nie jest wcześniejszym eksportem. Nic nie zapisano. Podaj inny folder.`,
  insideData: (folder: string) => `Folder ${folder} leży w folderze danych. Podaj inny folder.`,
  progress: (done: number, total: number) => `${formatCount(done, 'pl')} z ${formatCount(total, 'pl')}`,
  exported: (folder: string, files: number, megabytes: string, seconds: string) =>
    `Zapisano ${p(files, { one: '# plik', few: '# pliki', many: '# plików', other: '# pliku' })} (${megabytes} MB) w ${folder} w ${seconds} s.`,
  open: (file: string) => `Otwórz: ${file}`,
  prove: (folder: string) => `Sprawdź: npx horyzont verify ${folder}`,
  localCopy: 'Bez HORYZONT_ORIGIN: bez adresów kanonicznych i kanału zmian; dokumenty mówią „kopia lokalna”.',
};

export type ExportWords = typeof pl;

const en: ExportWords = {
  help: `Usage: npx horyzont export FOLDER [--without-pdf]

Writes the whole portal as files with manifest.json. It opens from disk and from any file server.

  --without-pdf            without PDF files

Example:
  HORYZONT_ORIGIN=https://strategy.example npx horyzont export ./portal
`,
  nothing: 'There is no edition to write. First: npx horyzont publish --plan …',
  notAnExport: (folder) =>
    `The folder ${folder} is not empty and holds no earlier export. Nothing was written. Name another folder.`,
  insideData: (folder) => `The folder ${folder} lies in the data folder. Name another folder.`,
  progress: (done, total) => `${formatCount(done, 'en')} of ${formatCount(total, 'en')}`,
  exported: (folder, files, megabytes, seconds) =>
    `Wrote ${e(files, { one: '# file', other: '# files' })} (${megabytes} MB) to ${folder} in ${seconds} s.`,
  open: (file) => `Open: ${file}`,
  prove: (folder) => `Verify: npx horyzont verify ${folder}`,
  localCopy: 'Without HORYZONT_ORIGIN: no canonical addresses and no feed; documents say "local copy".',
};

export function exportWords(locale: Locale): ExportWords {
  return { pl, en }[locale];
}
