/** Words of the letters about signing in. */

import type { Locale } from './locale.ts';
import { plurals } from './locale.ts';

/** As `acts/letter` writes it down. */
interface Words {
  readonly subject: string;
  readonly lines: readonly string[];
  readonly link?: { readonly name: string; readonly url: string };
  readonly after?: readonly string[];
}

const p = plurals('pl');
const e = plurals('en');

const pl = {
  reset: (url: string, minutes: number): Words => ({
    subject: 'Horyzont: nowe hasło',
    lines: ['Dzień dobry,', 'pod tym linkiem można ustawić nowe hasło do biura Horyzontu:'],
    link: { name: 'Ustaw nowe hasło', url },
    after: [
      `Link działa raz i przez ${minutesPl(minutes)}.`,
      'Jeśli nikt z Państwa o niego nie prosił, wystarczy zignorować tę wiadomość. Hasło się nie zmieniło.',
    ],
  }),
  signIn: (url: string, minutes: number): Words => ({
    subject: 'Horyzont: link do zalogowania',
    lines: ['Dzień dobry,', 'ten link loguje do biura Horyzontu bez hasła:'],
    link: { name: 'Zaloguj mnie', url },
    after: [
      `Link działa raz i przez ${minutesPl(minutes)}. Nie należy go nikomu przekazywać.`,
      'Jeśli to nie Państwa prośba, wystarczy zignorować tę wiadomość.',
    ],
  }),
  passwordChanged: (url: string): Words => ({
    subject: 'Horyzont: hasło zostało zmienione',
    lines: [
      'Dzień dobry,',
      'hasło do biura Horyzontu zostało właśnie zmienione, a inne sesje zakończone.',
      'Jeśli to nie Państwa zmiana, proszę od razu ustawić nowe hasło i zawiadomić administratora:',
    ],
    link: { name: 'Ustaw nowe hasło', url },
  }),
  newEmail: (url: string, minutes: number): Words => ({
    subject: 'Horyzont: potwierdzenie adresu e-mail',
    lines: ['Dzień dobry,', 'ten adres ma służyć do logowania w biurze Horyzontu. Proszę to potwierdzić:'],
    link: { name: 'Potwierdź adres', url },
    after: [
      `Link działa raz i przez ${minutesPl(minutes)}. Do tego czasu obowiązuje dotychczasowy adres.`,
      'Jeśli to pomyłka, wystarczy zignorować tę wiadomość.',
    ],
  }),
  emailChanged: (email: string): Words => ({
    subject: 'Horyzont: adres e-mail został zmieniony',
    lines: [
      'Dzień dobry,',
      `do biura Horyzontu loguje teraz adres ${email}. Ten adres już nie.`,
      'Jeśli to nie Państwa zmiana, proszę zawiadomić administratora.',
    ],
  }),
};
export type LetterTexts = typeof pl;

const en = {
  reset: (url, minutes) => ({
    subject: 'Horyzont: a new password',
    lines: ['Hello,', 'this link sets a new password for the Horyzont office:'],
    link: { name: 'Set a new password', url },
    after: [
      `The link works once, for ${minutesEn(minutes)}.`,
      'If nobody of yours asked for it, ignore this letter. The password has not changed.',
    ],
  }),
  signIn: (url, minutes) => ({
    subject: 'Horyzont: your sign-in link',
    lines: ['Hello,', 'this link signs you in to the Horyzont office without a password:'],
    link: { name: 'Sign me in', url },
    after: [
      `The link works once, for ${minutesEn(minutes)}. Do not pass it on.`,
      'If you did not ask for it, ignore this letter.',
    ],
  }),
  passwordChanged: (url) => ({
    subject: 'Horyzont: the password was changed',
    lines: [
      'Hello,',
      'your password for the Horyzont office has just been changed, and other sessions were ended.',
      'If it was not you, set a new password at once and tell your administrator:',
    ],
    link: { name: 'Set a new password', url },
  }),
  newEmail: (url, minutes) => ({
    subject: 'Horyzont: confirm the e-mail address',
    lines: ['Hello,', 'this address is to be used to sign in to the Horyzont office. Please confirm:'],
    link: { name: 'Confirm the address', url },
    after: [
      `The link works once, for ${minutesEn(minutes)}. Until then the address before holds.`,
      'If this is a mistake, ignore this letter.',
    ],
  }),
  emailChanged: (email) => ({
    subject: 'Horyzont: the e-mail address was changed',
    lines: [
      'Hello,',
      `the address that signs in to the Horyzont office is now ${email}. This one does no more.`,
      'If it was not you, tell your administrator.',
    ],
  }),
} satisfies LetterTexts;

export function letterWords(locale: Locale): LetterTexts {
  return locale === 'pl' ? pl : en;
}

function minutesPl(n: number): string {
  return n % 60 === 0
    ? p(n / 60, { one: '# godzinę', few: '# godziny', many: '# godzin', other: '# godziny' })
    : p(n, { one: '# minutę', few: '# minuty', many: '# minut', other: '# minuty' });
}

function minutesEn(n: number): string {
  return n % 60 === 0
    ? e(n / 60, { one: '# hour', other: '# hours' })
    : e(n, { one: '# minute', other: '# minutes' });
}
