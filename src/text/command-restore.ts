/** Words of `restore`: its help and what it says. */

import type { Locale } from './locale.ts';

const pl = {
  help: `Użycie: npx horyzont restore PLIK

Sprawdza każdy skrót i odtwarza kopię w pustej instalacji: całą albo wcale. Tak też przechodzi się
z bazy wbudowanej na PostgreSQL.

Przykład:
  HORYZONT_DATA=./nowe HORYZONT_EXAMPLES=none npx horyzont restore /kopie/horyzont-2026-11-22.backup
`,
  restored: (rows: string, createdAt: string) => `Odtworzono kopię z ${createdAt}: ${rows}.`,
};

export type RestoreWords = typeof pl;

const en: RestoreWords = {
  help: `Usage: npx horyzont restore FILE

Checks every hash and restores a copy into an empty installation: all of it or nothing. This is also the way
from the embedded database to PostgreSQL.

Example:
  HORYZONT_DATA=./new HORYZONT_EXAMPLES=none npx horyzont restore /copies/horyzont-2026-11-22.backup
`,
  restored: (rows, createdAt) => `Restored the copy of ${createdAt}: ${rows}.`,
};

export function restoreWords(locale: Locale): RestoreWords {
  return { pl, en }[locale];
}
