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
  'no-source': () => 'Wklej tekst albo wybierz plik.',
  'paste-too-long': () =>
    'Tekst jest dłuższy niż 200 000 znaków. Zapisz go jako plik i wgraj plik, żeby nic nie przepadło.',
  'file-too-large': (v) => `Plik jest większy niż ${v['most']} MB.`,
  'file-not-text': (v) =>
    `„${v['name']}” nie jest tekstem, stroną HTML ani Markdownem. Otwórz dokument i wklej jego tekst.`,
  'not-an-address': () => 'To nie jest adres strony. Przykład: https://miasto.example/strategia.',
  'too-many-levels': (v) => `Plan ma najwyżej 5 poziomów; podano ${v['given']}.`,
  'slug-taken': (v) => `Miasto ma już plan o adresie „${v['slug']}”. Wybierz inny człon.`,
  'not-a-year': () => 'To nie jest rok. Przykład: 2032.',
  'years-reversed': () => 'Ostatni rok jest wcześniejszy niż pierwszy.',
  'draft-changed': () =>
    'Ta propozycja została zmieniona w innym oknie. Poniżej jest jej obecny stan; powtórz zmianę.',
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
  'no-source': () => 'Paste text or choose a file.',
  'paste-too-long': () =>
    'The text is longer than 200,000 characters. Save it as a file and upload the file, so that nothing is lost.',
  'file-too-large': (v) => `The file is larger than ${v['most']} MB.`,
  'file-not-text': (v) =>
    `“${v['name']}” is no text, HTML page or Markdown. Open the document and paste its text.`,
  'not-an-address': () => 'This is not a web address. Example: https://city.example/strategy.',
  'too-many-levels': (v) => `A plan has at most 5 levels; ${v['given']} were given.`,
  'slug-taken': (v) => `The city already has a plan at “${v['slug']}”. Choose another part of the address.`,
  'not-a-year': () => 'This is not a year. Example: 2032.',
  'years-reversed': () => 'The last year is before the first.',
  'draft-changed': () =>
    'This proposal was changed in another window. Below is its present state; repeat the change.',
} satisfies Record<keyof typeof pl, (values: Values) => string>;

const REFUSALS: Readonly<Record<Locale, Words>> = {
  pl: {
    'no-person': () => 'Nie ma takiej osoby.',
    'draft-changed': () => 'Ta propozycja została zmieniona w innym oknie. Odśwież stronę i powtórz zmianę.',
    'draft-gone': () => 'Tej propozycji już nie ma: została zapisana albo porzucona.',
  },
  en: {
    'no-person': () => 'There is no such person.',
    'draft-changed': () =>
      'This proposal was changed in another window. Reload the page and repeat the change.',
    'draft-gone': () => 'This proposal is no longer there: it was saved or discarded.',
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
