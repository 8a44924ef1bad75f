/** Words of comments and attachments on an item. */

import { plurals, type Locale } from './locale.ts';

const p = plurals('pl');
const e = plurals('en');

const pl = {
  comments: 'Komentarze',
  commentsOf: (n: number) =>
    p(n, { one: '# komentarz', few: '# komentarze', many: '# komentarzy', other: '# komentarza' }),
  internal: 'Tylko w biurze. Nigdy nie trafia na portal.',
  none: 'Nikt jeszcze nie komentował. Zapytaj o coś, wspomnij osobę, która wie.',
  text: 'Twój komentarz',
  mention: 'Wspomnij (@)',
  mentionHint: 'Wybrane osoby dostaną powiadomienie.',
  send: 'Dodaj komentarz',
  withdraw: 'Wycofaj',
  withdrawn: 'Komentarz wycofano.',
  attachments: 'Załączniki',
  noAttachments: 'Nie ma załączników.',
  file: 'Plik',
  fileHint: (endings: string) => `Do 20 MB: ${endings}.`,
  attach: 'Dodaj załącznik',
  size: (kilobytes: string) => `${kilobytes} kB`,
  pageTitle: (label: string) => `Komentarze: ${label}`,
};
export type DiscussionMessages = typeof pl;

const en: DiscussionMessages = {
  comments: 'Comments',
  commentsOf: (n) => e(n, { one: '# comment', other: '# comments' }),
  internal: 'In the office only. Never on the portal.',
  none: 'Nobody has commented yet. Ask something, mention the person who knows.',
  text: 'Your comment',
  mention: 'Mention (@)',
  mentionHint: 'Those you choose get a notification.',
  send: 'Add the comment',
  withdraw: 'Withdraw',
  withdrawn: 'The comment was withdrawn.',
  attachments: 'Attachments',
  noAttachments: 'There are no attachments.',
  file: 'File',
  fileHint: (endings) => `Up to 20 MB: ${endings}.`,
  attach: 'Attach the file',
  size: (kilobytes) => `${kilobytes} kB`,
  pageTitle: (label) => `Comments: ${label}`,
};

export function discussionMessages(locale: Locale): DiscussionMessages {
  return locale === 'pl' ? pl : en;
}
