/** Signing in and out, links from letters, invitations, the first administrator. */
import type { Locale } from './locale.ts';

const pl = {
  title: 'Zaloguj się do biura',
  lead: 'Biuro jest dla osób, które prowadzą strategię. Portal dla mieszkańców nie wymaga logowania.',
  email: 'E-mail',
  password: 'Hasło',
  signIn: 'Zaloguj się',
  forgotten: 'Nie pamiętam hasła albo chcę wejść bez niego',

  forgottenTitle: 'Link na e-mail',
  forgottenLead: 'Podaj adres, którym się logujesz. Wyślemy link, który działa raz.',
  sendReset: 'Wyślij link do nowego hasła',
  sendSignIn: 'Wyślij link, który od razu loguje',
  askedTitle: 'Sprawdź pocztę',
  asked: (email: string) =>
    `Jeśli ${email} ma konto w tym biurze, za chwilę przyjdzie na ten adres list z linkiem.`,
  askedHelp:
    'Nic nie przyszło? Zajrzyj do spamu i sprawdź, czy to ten adres. Jeśli miasto nie wysyła jeszcze poczty, list odczyta administrator.',
  backToSignIn: 'Wróć do logowania',

  linkTitle: 'Wejście bez hasła',
  linkLead: 'Link z listu jest w porządku, jeśli to Ty go otwierasz. Kliknij, aby wejść.',
  linkEnter: 'Wejdź do biura',
  linkOverTitle: 'Ten link już nie działa',
  linkOver: 'Został użyty albo minął jego czas. Poproś o nowy, zajmie to minutę.',
  askAgain: 'Poproś o nowy link',

  resetTitle: 'Nowe hasło',
  resetLead: (name: string) =>
    `${name}: ustaw nowe hasło. Wszystkie sesje na innych urządzeniach się skończą.`,
  newPassword: 'Nowe hasło',
  passwordHint: 'Co najmniej 12 znaków. Dobre są cztery zwykłe słowa, które nic nie łączy.',
  showPassword: 'Pokaż hasło',
  hidePassword: 'Ukryj hasło',
  savePassword: 'Zapisz nowe hasło',

  firstTitle: 'Pierwszy administrator',
  firstLead:
    'Jeszcze nikt nie ma tu konta. Załóż swoje: będziesz administratorem i strategiem wybranych miast i zaprosisz resztę zespołu.',
  firstAgainLead:
    'Ten link wpuszcza administratora na nowo. Adres, który ma już konto, dostanie nowe hasło, a jego drugi składnik zostanie usunięty.',
  you: 'Ty',
  name: 'Imię i nazwisko',
  nameHint: 'Widzą je tylko osoby w biurze, nigdy mieszkańcy.',
  cities: 'Miasta, które poprowadzisz',
  citiesHint: 'Przykłady możesz zostawić na próbę; publiczny portal działa niezależnie od tego wyboru.',
  invented: (name: string) => `${name} (miasto wymyślone, do prób)`,
  fromPublicPage: (name: string) => `${name} (przykład z publicznej strony)`,
  addCity: 'Dodaj nowe miasto',
  newCity: 'Nowe miasto',
  newCityHint: 'Zostaw puste, jeśli wystarczą miasta powyżej.',
  cityName: 'Nazwa miasta',
  citySlug: 'Człon adresu',
  citySlugHint: (example: string) => `Stanie w adresie portalu: …/${example}. Puste: powstanie z nazwy.`,
  slugExample: 'zielony-dol',
  cityLanguages: 'Języki treści',
  languages: {
    pl: 'polski',
    'pl en': 'polski i angielski',
    en: 'angielski',
    'en pl': 'angielski i polski',
  },
  cityZone: 'Strefa czasowa',
  begin: 'Załóż konto i wejdź',
  firstOverTitle: 'Ten link już nie działa',
  firstOver:
    'Został użyty, minęły 24 godziny albo serwer uruchomiono ponownie i wypisał nowy. Nowy link wypisuje start serwera, dopóki nikt nie ma konta, a potem polecenie:',

  invitationTitle: (city: string) => `Zaproszenie: ${city}`,
  invitationLead: (city: string, role: string, unit: string | null) =>
    unit === null
      ? `Biuro miasta ${city} zaprasza Cię do pracy nad strategią. Twoja rola: ${role}.`
      : `Biuro miasta ${city} zaprasza Cię do pracy nad strategią. Twoja rola: ${role}, ${unit}.`,
  invitationEmail: (email: string) => `Będziesz logować się adresem ${email}.`,
  accept: 'Przyjmij zaproszenie',
  acceptNew: 'Załóż konto i wejdź',
  signInFirst: (email: string) => `Adres ${email} ma już konto. Zaloguj się, a zaproszenie poczeka.`,
  otherPerson: (email: string) =>
    `To zaproszenie jest dla ${email}, a zalogowana jest inna osoba. Wyloguj się i otwórz link ponownie.`,
  invitationOver: 'Zaproszenie zostało użyte, cofnięte albo minął jego czas. Poproś w mieście o nowe.',

  newEmailTitle: 'Potwierdź adres e-mail',
  newEmailLead: (email: string) => `Od teraz będziesz logować się adresem ${email}.`,
  confirmEmail: 'Potwierdź adres',
};
export type SignInMessages = typeof pl;

const en = {
  title: 'Sign in to the office',
  lead: 'The office is for those who run the strategy. The residents’ portal needs no sign-in.',
  email: 'E-mail',
  password: 'Password',
  signIn: 'Sign in',
  forgotten: 'I forgot the password, or want to get in without it',

  forgottenTitle: 'A link by e-mail',
  forgottenLead: 'Give the address you sign in with. We send a link that works once.',
  sendReset: 'Send a link for a new password',
  sendSignIn: 'Send a link that signs me in',
  askedTitle: 'Look into your mail',
  asked: (email) => `If ${email} has an account in this office, a letter with the link is on its way there.`,
  askedHelp:
    'Nothing came? Look into the spam folder and check the address. If the city does not send mail yet, an administrator can read the letter.',
  backToSignIn: 'Back to the sign-in',

  linkTitle: 'Getting in without a password',
  linkLead: 'The link of the letter is fine, if it is you who opens it. Press the button to get in.',
  linkEnter: 'Enter the office',
  linkOverTitle: 'This link works no more',
  linkOver: 'It was used, or its time is over. Ask for a new one, it takes a minute.',
  askAgain: 'Ask for a new link',

  resetTitle: 'A new password',
  resetLead: (name) => `${name}: set a new password. All sessions on other devices will end.`,
  newPassword: 'New password',
  passwordHint: 'At least 12 characters. Four plain words that have nothing to do with each other are good.',
  showPassword: 'Show the password',
  hidePassword: 'Hide the password',
  savePassword: 'Save the new password',

  firstTitle: 'The first administrator',
  firstLead:
    'Nobody has an account here yet. Make yours: you will be administrator and strategist of the cities you choose, and invite the rest of the team.',
  firstAgainLead:
    'This link lets an administrator in anew. An address that has an account gets a new password, and its second factor is removed.',
  you: 'You',
  name: 'Name',
  nameHint: 'Only people in the office see it, never residents.',
  cities: 'Cities you will run',
  citiesHint:
    'You can keep the examples to try things out; the public portal does not depend on this choice.',
  invented: (name) => `${name} (an invented city, for trying out)`,
  fromPublicPage: (name) => `${name} (an example from a public page)`,
  addCity: 'Add a new city',
  newCity: 'A new city',
  newCityHint: 'Leave empty when the cities above are enough.',
  cityName: 'Name of the city',
  citySlug: 'Part of the address',
  citySlugHint: (example) => `It stands in the portal’s address: …/${example}. Empty: made of the name.`,
  slugExample: 'green-valley',
  cityLanguages: 'Languages of the content',
  languages: {
    pl: 'Polish',
    'pl en': 'Polish and English',
    en: 'English',
    'en pl': 'English and Polish',
  },
  cityZone: 'Time zone',
  begin: 'Make the account and enter',
  firstOverTitle: 'This link works no more',
  firstOver:
    'It was used, 24 hours have passed, or the server was started again and printed a new one. A start of the server prints a new link while nobody has an account; later this command does:',

  invitationTitle: (city) => `Invitation: ${city}`,
  invitationLead: (city, role, unit) =>
    unit === null
      ? `The office of ${city} invites you to work on its strategy. Your role: ${role}.`
      : `The office of ${city} invites you to work on its strategy. Your role: ${role}, ${unit}.`,
  invitationEmail: (email) => `You will sign in with ${email}.`,
  accept: 'Accept the invitation',
  acceptNew: 'Make the account and enter',
  signInFirst: (email) => `${email} has an account already. Sign in; the invitation waits.`,
  otherPerson: (email) =>
    `This invitation is for ${email}, and somebody else is signed in. Sign out and open the link again.`,
  invitationOver: 'The invitation was used or taken back, or its time is over. Ask the city for a new one.',

  newEmailTitle: 'Confirm the e-mail address',
  newEmailLead: (email) => `From now on you sign in with ${email}.`,
  confirmEmail: 'Confirm the address',
} satisfies SignInMessages;

export function signInMessages(locale: Locale): SignInMessages {
  return locale === 'pl' ? pl : en;
}
