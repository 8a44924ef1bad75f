/** The tree of a city's units. */

import { plurals } from './locale.ts';
import type { Locale } from './locale.ts';

const count = plurals('pl');
const countEn = plurals('en');

const pl = {
  title: 'Wydziały',
  lead: 'Wydziały, biura i jednostki podległe, które odpowiadają za cele i zadania. Rola w wydziale sięga także do wydziałów pod nim.',
  add: 'Dodaj wydział',
  newTitle: 'Nowy wydział',
  empty:
    'Nie ma jeszcze żadnego wydziału. Zacznij od tego, który prowadzi strategię, potem dodaj te, które odpowiadają za cele.',
  name: 'Nazwa',
  short: 'Skrót',
  shortHint: 'Na przykład WGK. Pokazywany w tabelach.',
  inLanguage: (field: string, language: string) => `${field}, ${language}`,
  email: 'E-mail',
  phone: 'Telefon',
  contactHint: 'Widoczny w portalu przy celach tego wydziału.',
  parent: 'Podlega',
  top: 'nikomu: najwyższy poziom',
  use: 'Odpowiada za',
  people: 'Ludzie',
  contact: 'Kontakt',
  order: 'Kolejność',
  up: 'W górę',
  down: 'W dół',
  upOf: (name: string) => `W górę: ${name}`,
  downOf: (name: string) => `W dół: ${name}`,
  remove: 'Usuń wydział',
  removeLead: 'Nic się do niego nie odnosi, więc można go usunąć.',
  save: 'Zapisz',
  goals: (n: number) => count(n, { one: '# cel', few: '# cele', many: '# celów', other: '# celu' }),
  tasks: (n: number) => count(n, { one: '# zadanie', few: '# zadania', many: '# zadań', other: '# zadania' }),
  persons: (n: number) => count(n, { one: '# osoba', few: '# osoby', many: '# osób', other: '# osoby' }),
  nothing: '–',
};
export type UnitMessages = typeof pl;

const en = {
  title: 'Units',
  lead: 'Departments, offices and bodies that answer for goals and tasks. A role in a unit reaches the units under it too.',
  add: 'Add a unit',
  newTitle: 'New unit',
  empty:
    'There is no unit yet. Begin with the department that runs the strategy, then add those that answer for goals.',
  name: 'Name',
  short: 'Short name',
  shortHint: 'For example PWD. Shown in tables.',
  inLanguage: (field, language) => `${field}, ${language}`,
  email: 'E-mail',
  phone: 'Telephone',
  contactHint: 'Shown in the portal beside this unit’s goals.',
  parent: 'Belongs to',
  top: 'none: the highest level',
  use: 'Answers for',
  people: 'People',
  contact: 'Contact',
  order: 'Order',
  up: 'Up',
  down: 'Down',
  upOf: (name) => `Up: ${name}`,
  downOf: (name) => `Down: ${name}`,
  remove: 'Remove the unit',
  removeLead: 'Nothing refers to it, so it can be removed.',
  save: 'Save',
  goals: (n) => countEn(n, { one: '# goal', other: '# goals' }),
  tasks: (n) => countEn(n, { one: '# task', other: '# tasks' }),
  persons: (n) => countEn(n, { one: '# person', other: '# people' }),
  nothing: '–',
} satisfies UnitMessages;

export function unitMessages(locale: Locale): UnitMessages {
  return locale === 'pl' ? pl : en;
}
