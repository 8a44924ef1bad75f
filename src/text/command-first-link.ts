/** Words of `first-link`: its help and what it says. */

import type { Locale } from './locale.ts';

const pl = {
  help: `Użycie: npx horyzont first-link [--force]

Wypisuje jednorazowy link, przez który administrator wchodzi do biura: zakłada konto albo, jeśli adres e-mail
ma już konto, ustawia nowe hasło, a jego drugi składnik zostaje usunięty. Link działa 24 godziny; poprzednie
przestają działać. Odmawia, dopóki jakiś administrator może się zalogować.

  --force                  mimo to (zostaje w dzienniku)

Przykład:
  npx horyzont first-link
`,
  link: (hours: number) => `Link działa raz i przez ${hours} godziny:`,
};

export type FirstLinkWords = typeof pl;

const en: FirstLinkWords = {
  help: `Usage: npx horyzont first-link [--force]

Prints a one-time link through which an administrator gets into the office: makes an account or, when the
e-mail address has one, sets a new password, and its second factor is removed. The link works for 24 hours;
earlier ones stop working. Refuses while an administrator can sign in.

  --force                  all the same (it stays in the audit log)

Example:
  npx horyzont first-link
`,
  link: (hours) => `The link works once, for ${hours} hours:`,
};

export function firstLinkWords(locale: Locale): FirstLinkWords {
  return { pl, en }[locale];
}
