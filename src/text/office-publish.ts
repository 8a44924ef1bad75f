/** Words of publishing, withdrawing and the preview. */

import { plurals, type Locale } from './locale.ts';
import type { Texts } from '../edition/edition.ts';

const p = plurals('pl');
const e = plurals('en');

const pl = {
  title: 'Publikacja',
  titleOf: (plan: string) => `Publikacja: ${plan}`,
  lead: (n: number) =>
    n === 1
      ? 'To będzie pierwsze wydanie tego planu.'
      : `To będzie wydanie ${n}. Poprzednie zostaną na portalu pod swoimi adresami.`,
  preview: 'Zobacz podgląd',
  previewHint: 'Portal taki, jaki będzie po publikacji; widzą go tylko zalogowani.',
  changes: 'Co się zmieni',
  changesCount: (n: number, since: string) =>
    `${p(n, { one: '# zmiana', few: '# zmiany', many: '# zmian', other: '# zmiany' })} od ${since}`,
  editionOf: (n: number, date: string) => `wydania ${n} z ${date}`,
  noChanges: 'Nic się nie zmieniło od ostatniego wydania, więc nie ma czego publikować.',
  first: (goals: string, tasks: string) => `Opublikowane zostaną ${goals} i ${tasks}.`,
  goals: (n: number) => p(n, { one: '# cel', few: '# cele', many: '# celów', other: '# celu' }),
  tasks: (n: number) => p(n, { one: '# zadanie', few: '# zadania', many: '# zadań', other: '# zadania' }),
  moreChanges: (n: number) =>
    p(n, {
      one: 'Jeszcze # zmiana',
      few: 'Jeszcze # zmiany',
      many: 'Jeszcze # zmian',
      other: 'Jeszcze # zmiany',
    }),
  problemsTitle: 'Najpierw popraw',
  problemsLead: 'Dopóki to zostaje, planu nie da się opublikować.',
  gapsTitle: (n: number) =>
    p(n, {
      one: 'Portal pokaże # brak',
      few: 'Portal pokaże # braki',
      many: 'Portal pokaże # braków',
      other: 'Portal pokaże # braku',
    }),
  gapsLead: 'Braki nie wstrzymują publikacji. Portal mówi o nich otwarcie.',
  noGaps: 'Portal nie pokaże żadnego braku.',
  withheldTitle: 'Co zostaje w biurze',
  withheldLead: 'Tego żadne wydanie nie zawiera.',
  withheld: {
    comments: (n: number) =>
      p(n, { one: '# komentarz', few: '# komentarze', many: '# komentarzy', other: '# komentarza' }),
    attachments: (n: number) =>
      p(n, { one: '# załącznik', few: '# załączniki', many: '# załączników', other: '# załącznika' }),
    drafts: (n: number) =>
      p(n, {
        one: '# niezapisany szkic',
        few: '# niezapisane szkice',
        many: '# niezapisanych szkiców',
        other: '# niezapisanego szkicu',
      }),
    removed: (n: number) =>
      p(n, {
        one: '# pozycja w koszu',
        few: '# pozycje w koszu',
        many: '# pozycji w koszu',
        other: '# pozycji w koszu',
      }),
    persons: (n: number) =>
      p(n, {
        one: 'imię i adres # osoby',
        few: 'imiona i adresy # osób',
        many: 'imiona i adresy # osób',
        other: 'imiona i adresy # osoby',
      }),
  },
  signed: (office: string) => `Podpis na portalu: ${office}. Nigdy nazwisko.`,
  notSigned: 'Na portalu nie będzie podpisu: miasto nie podało biura do spraw strategii.',
  note: { pl: 'Słowo do mieszkańców, po polsku', en: 'Słowo do mieszkańców, po angielsku' },
  noteHint: 'Jedno, dwa zdania: co i dlaczego się zmieniło. Zobaczy je każdy.',
  when: 'Kiedy',
  now: 'Teraz',
  later: 'O wyznaczonej porze',
  at: 'Wyznaczony dzień i godzina',
  atHint: (zone: string) => `Czas miasta (${zone}).`,
  publish: 'Publikuj',
  order: 'Poproś o potwierdzenie',
  confirmLead:
    'W tym planie publikację potwierdza druga osoba. Najpierw ją zlecasz, potem ktoś inny ją potwierdza.',
  orderTitle: 'Zlecona publikacja',
  orderedBy: (who: string, moment: string) => `Zlecono ${moment}, zleca: ${who}.`,
  runsAt: (moment: string) => `Wydanie ukaże się ${moment}.`,
  runsOnConfirm: 'Wydanie ukaże się zaraz po potwierdzeniu.',
  confirmedBy: (who: string) => `Potwierdza: ${who}.`,
  confirm: 'Potwierdź i publikuj',
  confirmLater: 'Potwierdź',
  cancel: 'Odwołaj',
  failed: 'Ostatnia zlecona publikacja się nie udała',
  lastTitle: 'Ostatnie wydanie',
  last: (n: number, moment: string) => `Wydanie ${n}, ${moment}`,
  hash: 'Skrót sha256',
  onPortal: 'Zobacz na portalu',
  json: 'Plik wydania (JSON)',
  allChanges: 'Wszystkie wydania',
  withdrawTitle: (n: number) => `Wycofaj wydanie ${n}`,
  withdrawLead: (n: number) =>
    n > 1
      ? `Ukaże się wydanie ${n + 1} z treścią wydania ${n - 1} i z wyjaśnieniem. Wydanie ${n} zostanie pod swoim adresem, a plan roboczy się nie zmieni.`
      : `Ukaże się wydanie ${n + 1}: plan „w przygotowaniu” i z wyjaśnieniem. Wydanie ${n} zostanie pod swoim adresem, a plan roboczy się nie zmieni.`,
  reason: { pl: 'Dlaczego, po polsku', en: 'Dlaczego, po angielsku' },
  withdraw: 'Wycofaj',
  withdrawnNote: (n: number, reason: string) => `Wydanie ${n} wycofano. ${reason}`,
  previewTitle: 'Podgląd',
  previewBanner: 'Podgląd: to jeszcze nie jest opublikowane',
  previewBack: 'Wróć do biura',
  previewMade: 'Ten plik powstanie przy publikacji',
  previewMadeLead: 'W podglądzie nie ma dokumentów PDF ani obrazów: tworzą się dopiero z wydania.',
};
export type PublishMessages = typeof pl;

const en: PublishMessages = {
  title: 'Publish',
  titleOf: (plan) => `Publish: ${plan}`,
  lead: (n) =>
    n === 1
      ? 'This will be the plan’s first edition.'
      : `This will be edition ${n}. Those before it stay on the portal at their own addresses.`,
  preview: 'See the preview',
  previewHint: 'The portal as it will be afterwards; only those who are signed in see it.',
  changes: 'What changes',
  changesCount: (n, since) => `${e(n, { one: '# change', other: '# changes' })} since ${since}`,
  editionOf: (n, date) => `edition ${n} of ${date}`,
  noChanges: 'Nothing has changed since the last edition, so there is nothing to publish.',
  first: (goals, tasks) => `${goals} and ${tasks} will be published.`,
  goals: (n) => e(n, { one: '# goal', other: '# goals' }),
  tasks: (n) => e(n, { one: '# task', other: '# tasks' }),
  moreChanges: (n) => e(n, { one: '# more change', other: '# more changes' }),
  problemsTitle: 'Put this right first',
  problemsLead: 'As long as it stays, the plan cannot be published.',
  gapsTitle: (n) => e(n, { one: 'The portal will show # gap', other: 'The portal will show # gaps' }),
  gapsLead: 'Gaps do not stop a publication. The portal speaks of them openly.',
  noGaps: 'The portal will show no gap.',
  withheldTitle: 'What stays in the office',
  withheldLead: 'No edition holds any of this.',
  withheld: {
    comments: (n) => e(n, { one: '# comment', other: '# comments' }),
    attachments: (n) => e(n, { one: '# attachment', other: '# attachments' }),
    drafts: (n) => e(n, { one: '# unsaved draft', other: '# unsaved drafts' }),
    removed: (n) => e(n, { one: '# item in the recycle bin', other: '# items in the recycle bin' }),
    persons: (n) => e(n, { one: 'name and address of # person', other: 'names and addresses of # persons' }),
  },
  signed: (office) => `Signed on the portal: ${office}. Never a person’s name.`,
  notSigned: 'The portal will show no signature: the city has not named its strategy office.',
  note: { pl: 'A word to residents, in Polish', en: 'A word to residents, in English' },
  noteHint: 'A sentence or two: what changed and why. Everybody will see it.',
  when: 'When',
  now: 'Now',
  later: 'At a set time',
  at: 'The set day and time',
  atHint: (zone) => `In the city’s time (${zone}).`,
  publish: 'Publish',
  order: 'Ask for confirmation',
  confirmLead:
    'In this plan a second person confirms each publication. You order it first, then somebody else confirms.',
  orderTitle: 'Ordered publication',
  orderedBy: (who, moment) => `Ordered on ${moment} by ${who}.`,
  runsAt: (moment) => `The edition will appear on ${moment}.`,
  runsOnConfirm: 'The edition will appear as soon as it is confirmed.',
  confirmedBy: (who) => `Confirmed by ${who}.`,
  confirm: 'Confirm and publish',
  confirmLater: 'Confirm',
  cancel: 'Cancel the order',
  failed: 'The last ordered publication failed',
  lastTitle: 'Last edition',
  last: (n, moment) => `Edition ${n}, ${moment}`,
  hash: 'Hash sha256',
  onPortal: 'See it on the portal',
  json: 'The edition’s file (JSON)',
  allChanges: 'All editions',
  withdrawTitle: (n) => `Withdraw edition ${n}`,
  withdrawLead: (n) =>
    n > 1
      ? `Edition ${n + 1} will appear with the content of edition ${n - 1} and an explanation. Edition ${n} stays at its own address, and the working plan does not change.`
      : `Edition ${n + 1} will appear: the plan “in preparation”, with an explanation. Edition ${n} stays at its own address, and the working plan does not change.`,
  reason: { pl: 'Why, in Polish', en: 'Why, in English' },
  withdraw: 'Withdraw',
  withdrawnNote: (n, reason) => `Edition ${n} was withdrawn. ${reason}`,
  previewTitle: 'Preview',
  previewBanner: 'Preview: this is not published yet',
  previewBack: 'Back to the office',
  previewMade: 'This file is made on publication',
  previewMadeLead: 'There are no PDF documents or pictures in the preview: they are made from an edition.',
};

export function publishMessages(locale: Locale): PublishMessages {
  return locale === 'pl' ? pl : en;
}

/** What the edition that withdraws another says of it, in each language that a reason is given in. */
export function withdrawnNote(number: number, reason: Texts): Texts {
  return Object.fromEntries(
    Object.entries(reason).map(([language, text]) => [
      language,
      publishMessages(language === 'pl' ? 'pl' : 'en').withdrawnNote(number, text),
    ]),
  );
}
