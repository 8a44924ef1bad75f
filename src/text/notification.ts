/** Notifications of the office in words, on their page and in letters. */

import { plurals, type Locale } from './locale.ts';

const p = plurals('pl');
const e = plurals('en');

type Values = Readonly<Record<string, string | number>>;

const pl = {
  title: 'Powiadomienia',
  lead: 'Gdy ktoś o tobie wspomni, zmieni twoje cele i zadania albo publikacja czeka na ciebie.',
  none: 'Nie ma jeszcze powiadomień. Zobaczysz tu wzmianki, komentarze i zmiany w tym, za co odpowiadasz.',
  unread: 'nieprzeczytane',
  markRead: 'Oznacz jako przeczytane',
  markAll: 'Oznacz wszystkie jako przeczytane',
  open: 'Otwórz',
  byMail: 'Powiadomienia e-mailem ustawisz na swoim koncie.',
  older: 'Starsze',
  newer: 'Nowsze',
  mailSubject: (n: number, city: string) =>
    `${p(n, { one: '# powiadomienie', few: '# powiadomienia', many: '# powiadomień', other: '# powiadomienia' })}: ${city}`,
  mailOpen: 'Otwórz powiadomienia',
  mailWhy: 'Te wiadomości możesz wyłączyć na swoim koncie w biurze.',
  kinds: {
    mentioned: (v: Values) => `${v['by']} wspomina o tobie przy „${v['label']}”: ${v['excerpt']}`,
    commented: (v: Values) => `${v['by']} komentuje „${v['label']}”: ${v['excerpt']}`,
    'item-changed': (v: Values) => `Zmieniono „${v['label']}”.`,
    'items-changed': (v: Values) =>
      `Zmieniono ${p(Number(v['count']), { one: '# pozycję, za którą odpowiadasz', few: '# pozycje, za które odpowiadasz', many: '# pozycji, za które odpowiadasz', other: '# pozycji, za które odpowiadasz' })}.`,
    'publication-waits': (v: Values) =>
      `Publikacja planu „${v['plan']}” czeka na twoje potwierdzenie (zleca: ${v['by']}).`,
    published: (v: Values) => `Opublikowano wydanie ${v['number']} planu „${v['plan']}”.`,
    'publication-failed': (v: Values) => `Zlecona publikacja planu „${v['plan']}” się nie udała.`,
  },
};
export type NotificationMessages = typeof pl;

const en: NotificationMessages = {
  title: 'Notifications',
  lead: 'When somebody mentions you, changes goals and tasks of yours, or a publication waits for you.',
  none: 'There are no notifications yet. Mentions, comments and changes of what you answer for will stand here.',
  unread: 'unread',
  markRead: 'Mark as read',
  markAll: 'Mark all as read',
  open: 'Open',
  byMail: 'Notifications by e-mail are set in your account.',
  older: 'Older',
  newer: 'Newer',
  mailSubject: (n, city) => `${e(n, { one: '# notification', other: '# notifications' })}: ${city}`,
  mailOpen: 'Open the notifications',
  mailWhy: 'You can switch these letters off in your account.',
  kinds: {
    mentioned: (v) => `${v['by']} mentions you on “${v['label']}”: ${v['excerpt']}`,
    commented: (v) => `${v['by']} comments on “${v['label']}”: ${v['excerpt']}`,
    'item-changed': (v) => `“${v['label']}” was changed.`,
    'items-changed': (v) =>
      `${e(Number(v['count']), { one: '# item that you answer for was changed', other: '# items that you answer for were changed' })}.`,
    'publication-waits': (v) =>
      `Publishing the plan “${v['plan']}” waits for your confirmation (ordered by ${v['by']}).`,
    published: (v) => `Edition ${v['number']} of the plan “${v['plan']}” is published.`,
    'publication-failed': (v) => `The ordered publication of the plan “${v['plan']}” failed.`,
  },
};

export function notificationMessages(locale: Locale): NotificationMessages {
  return locale === 'pl' ? pl : en;
}

export function notificationText(
  { kind, values }: { readonly kind: keyof NotificationMessages['kinds']; readonly values: Values },
  locale: Locale,
): string {
  return notificationMessages(locale).kinds[kind](values);
}
