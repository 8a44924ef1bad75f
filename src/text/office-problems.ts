/** Words for the problems and refusals of the office; those of the plan itself stand in `problems.ts`. */
import type { Locale } from './locale.ts';
import { officeMessages } from './office.ts';
import { hasProblemText, problemText, type ProblemLike } from './problems.ts';

type Values = Readonly<Record<string, string | number>>;
type Words = Readonly<Record<string, (values: Values) => string>>;

const pl = {
  required: () => 'To pole jest wymagane.',
  'too-long': (v) => `Najwyżej ${v['most']} znaków; jest ${v['given']}.`,
  'not-an-email': () => 'To nie jest adres e-mail. Przykład: jan@miasto.example.',
  'not-a-date': () => 'To nie jest data. Przykład: 2027-06-30.',
  'not-a-slug': () => 'Tylko małe litery bez ogonków, cyfry i łączniki, na przykład strategia-2032.',
  'not-a-choice': () => 'Wybierz jedną z podanych możliwości.',
  'sign-in-wrong': () => 'E-mail lub hasło się nie zgadza.',
  'sign-in-slow': (v) => `Zbyt wiele prób. Spróbuj ponownie za ${v['minutes']} min.`,
  'link-over': () => 'Ten link już nie działa: został użyty albo minął jego czas. Poproś o nowy.',
  'password-short': (v) => `Hasło musi mieć co najmniej ${v['least']} znaków.`,
  'password-common': () => 'To hasło jest powszechnie znane. Wybierz inne, na przykład kilka słów.',
} satisfies Words;

const en = {
  required: () => 'This field is required.',
  'too-long': (v) => `At most ${v['most']} characters; there are ${v['given']}.`,
  'not-an-email': () => 'This is not an e-mail address. Example: jan@city.example.',
  'not-a-date': () => 'This is not a date. Example: 2027-06-30.',
  'not-a-slug': () => 'Only small letters without accents, digits and hyphens, for example strategy-2032.',
  'not-a-choice': () => 'Choose one of those given.',
  'sign-in-wrong': () => 'The e-mail or the password is not right.',
  'sign-in-slow': (v) => `Too many attempts. Try again in ${v['minutes']} min.`,
  'link-over': () => 'This link works no more: it was used or its time is over. Ask for a new one.',
  'password-short': (v) => `The password needs at least ${v['least']} characters.`,
  'password-common': () => 'This password is widely known. Choose another, a few words for example.',
} satisfies Record<keyof typeof pl, (values: Values) => string>;

const REFUSALS: Readonly<Record<Locale, Words>> = {
  pl: {
    'no-person': () => 'Nie ma takiej osoby.',
  },
  en: {
    'no-person': () => 'There is no such person.',
  },
};

/** A problem of a form or of the plan in words. A code without words throws: it is a fault of ours. */
export function officeProblemText(problem: ProblemLike, locale: Locale): string {
  if (hasProblemText(problem.code)) return problemText(problem, locale);
  const words = (locale === 'pl' ? pl : en) as Words;
  const message = words[problem.code];
  if (!message) throw new Error(`no words for the problem ${problem.code}`);
  return message(problem.values);
}

/** A refusal in words, for a page of status 403 and beside a control that is off. */
export function refusalText(
  refusal: { readonly refused: string; readonly values: Values },
  locale: Locale,
): string {
  const t = officeMessages(locale);
  const right = (t.refusals as Readonly<Record<string, (deed: string) => string>>)[refusal.refused];
  if (right)
    return right((t.deeds as Readonly<Record<string, string>>)[String(refusal.values['deed'])] ?? '');
  const message = REFUSALS[locale][refusal.refused];
  if (!message) throw new Error(`no words for the refusal ${refusal.refused}`);
  return message(refusal.values);
}
