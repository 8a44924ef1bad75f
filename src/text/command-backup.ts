/** Words of `backup`: its help and what it says. */

import { plurals } from './locale.ts';
import type { Locale } from './locale.ts';

const p = plurals('pl');
const e = plurals('en');

const pl = {
  help: `Użycie: npx horyzont backup PLIK

Zapisuje miasta, plany, wydania i rejestr działań w jednym przenośnym pliku: tak samo z bazy wbudowanej
i z PostgreSQL. Portal może przy tym działać. Podaje SHA-256 pliku: ten sam wypisze sha256sum PLIK,
a po odtworzeniu restore.

Przykład:
  npx horyzont backup /kopie/horyzont-2026-11-22.backup
`,
  done: (file: string, rows: string) => `Zapisano kopię: ${file} (${rows}).`,
  hash: (hash: string) => `SHA-256 pliku (jak w sha256sum): ${hash}`,
  rows: (v: Readonly<Record<string, number>>) =>
    [
      p(v['city'] ?? 0, { one: '# miasto', few: '# miasta', many: '# miast', other: '# miasta' }),
      p(v['plan'] ?? 0, { one: '# plan', few: '# plany', many: '# planów', other: '# planu' }),
      p(v['edition'] ?? 0, {
        one: '# wydanie',
        few: '# wydania',
        many: '# wydań',
        other: '# wydania',
      }),
    ].join(', '),
};

export type BackupWords = typeof pl;

const en: BackupWords = {
  help: `Usage: npx horyzont backup FILE

Saves cities, plans, editions and the record of acts in one portable file: the same from the embedded
database and from PostgreSQL. The portal may be running. Prints the SHA-256 of the file: the same that
sha256sum FILE prints, and restore when it has restored it.

Example:
  npx horyzont backup /copies/horyzont-2026-11-22.backup
`,
  done: (file, rows) => `Saved the copy: ${file} (${rows}).`,
  hash: (hash) => `SHA-256 of the file (as sha256sum prints it): ${hash}`,
  rows: (v) =>
    [
      e(v['city'] ?? 0, { one: '# city', other: '# cities' }),
      e(v['plan'] ?? 0, { one: '# plan', other: '# plans' }),
      e(v['edition'] ?? 0, { one: '# edition', other: '# editions' }),
    ].join(', '),
};

export function backupWords(locale: Locale): BackupWords {
  return { pl, en }[locale];
}
