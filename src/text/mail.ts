/** The office's mail: what waits, what failed, and letters kept in the folder. */

import type { Locale } from './locale.ts';

const pl = {
  title: 'Poczta i zadania w tle',
  lead: 'Tu widać, co biuro robi w tle: listy do ludzi, publikacje o umówionej porze, codzienne zestawienia.',
  waiting: 'Czeka',
  failed: 'Nie powiodło się',
  nothingWaiting: 'Nic nie czeka i nic się nie popsuło.',
  kind: 'Co',
  kinds: {
    mail: 'list',
    'publication-order': 'publikacja',
    'notification-mail': 'powiadomienia e-mailem',
  } as Record<string, string>,
  to: 'Do kogo',
  subject: 'Temat',
  made: 'Zlecono',
  next: 'Następna próba',
  attempts: 'Próby',
  error: 'Ostatni błąd',
  again: 'Spróbuj ponownie',
  againOf: (subject: string) => `Spróbuj ponownie: ${subject}`,
  kept: 'Listy w folderze',
  keptLead: (folder: string) =>
    `Bez SMTP_URL listy nie wychodzą z serwera, tylko trafiają do folderu ${folder}. Można je stąd przeczytać i przekazać.`,
  keptEmpty: 'Folder jest pusty: żaden list nie został tu zapisany.',
  sent: 'Zapisano',
  letter: 'List',
  onlyInstallation: 'Tę stronę widzą tylko osoby, które zarządzają całą instalacją.',
};
export type MailMessages = typeof pl;

const en = {
  title: 'Mail and background work',
  lead: 'What the office does in the background: letters to people, publications at a set time, daily digests.',
  waiting: 'Waiting',
  failed: 'Failed',
  nothingWaiting: 'Nothing waits and nothing has failed.',
  kind: 'What',
  kinds: {
    mail: 'letter',
    'publication-order': 'publication',
    'notification-mail': 'notifications by e-mail',
  } as Record<string, string>,
  to: 'To',
  subject: 'Subject',
  made: 'Asked for',
  next: 'Next attempt',
  attempts: 'Attempts',
  error: 'Last error',
  again: 'Try again',
  againOf: (subject) => `Try again: ${subject}`,
  kept: 'Letters in the folder',
  keptLead: (folder) =>
    `Without SMTP_URL letters do not leave the server but are put into the folder ${folder}. They can be read here and passed on.`,
  keptEmpty: 'The folder is empty: no letter has been put here.',
  sent: 'Put down',
  letter: 'Letter',
  onlyInstallation: 'Only those who run the whole installation see this page.',
} satisfies MailMessages;

export function mailMessages(locale: Locale): MailMessages {
  return locale === 'pl' ? pl : en;
}
