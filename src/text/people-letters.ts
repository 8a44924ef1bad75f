/** Letters about roles: an invitation, and a new role for somebody who has an account. */

import type { Locale } from './locale.ts';
import { officeMessages } from './office.ts';
import type { Role } from '../model/role.ts';

/** What a letter says, as `acts/letter` writes it. */
export interface RoleLetterWords {
  readonly subject: string;
  readonly lines: readonly string[];
  readonly link: { readonly name: string; readonly url: string };
  readonly after: readonly string[];
}

export interface RoleLetterFacts {
  /** Of the one who is written to. */
  readonly name: string;
  readonly city: string;
  readonly role: Role;
  /** Null: in the whole city. */
  readonly unit: string | null;
  /** Who gives the role. */
  readonly by: string;
  readonly url: string;
}

const pl = {
  hello: (name: string) => `Dzień dobry, ${name}!`,
  role: (role: string, unit: string | null) =>
    unit === null ? `Rola: ${role}, całe miasto.` : `Rola: ${role}, ${unit}.`,
  invited: {
    subject: (city: string) => `Zaproszenie do biura strategii: ${city}`,
    line: (by: string, city: string) =>
      `${by} zaprasza do biura, w którym ${city} prowadzi swoją strategię rozwoju.`,
    link: 'Załóż konto',
    after: [
      'Link działa raz, przez 72 godziny. Po tym czasie można poprosić o nowy.',
      'Jeśli to pomyłka, wystarczy nie odpowiadać: bez tego linku konto nie powstanie.',
    ],
  },
  appointed: {
    subject: (city: string) => `Nowa rola w biurze strategii: ${city}`,
    line: (by: string, city: string) => `${by} dodaje nową rolę w biurze strategii: ${city}.`,
    link: 'Przejdź do biura',
    after: ['Logowanie jest takie jak dotąd.'],
  },
};

const en = {
  hello: (name) => `Hello ${name},`,
  role: (role, unit) =>
    unit === null ? `Your role: ${role}, in the whole city.` : `Your role: ${role}, in ${unit}.`,
  invited: {
    subject: (city) => `Invitation to the strategy office: ${city}`,
    line: (by, city) => `${by} invites you to the office where ${city} runs its development strategy.`,
    link: 'Create your account',
    after: [
      'The link works once, for 72 hours. After that, ask for a new one.',
      'If this is a mistake, do nothing: without this link no account is made.',
    ],
  },
  appointed: {
    subject: (city) => `A new role in the strategy office: ${city}`,
    line: (by, city) => `${by} has given you a new role in the strategy office: ${city}.`,
    link: 'Go to the office',
    after: ['You sign in as before.'],
  },
} satisfies typeof pl;

export function invitationLetter(locale: Locale, facts: RoleLetterFacts): RoleLetterWords {
  return letter(locale, 'invited', facts);
}

export function appointmentLetter(locale: Locale, facts: RoleLetterFacts): RoleLetterWords {
  return letter(locale, 'appointed', facts);
}

function letter(locale: Locale, kind: 'invited' | 'appointed', facts: RoleLetterFacts): RoleLetterWords {
  const t = { pl, en }[locale];
  const words = t[kind];
  const role = officeMessages(locale).roles[facts.role];
  return {
    subject: words.subject(facts.city),
    lines: [t.hello(facts.name), words.line(facts.by, facts.city), t.role(role, facts.unit)],
    link: { name: words.link, url: facts.url },
    after: words.after,
  };
}
