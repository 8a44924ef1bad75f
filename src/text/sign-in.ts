/** Signing in and out, one-time links, the first administrator. */
import type { Locale } from './locale.ts';

const pl = {
  title: 'Zaloguj się do biura',
  lead: 'Biuro jest dla osób, które prowadzą strategię. Portal dla mieszkańców nie wymaga logowania.',
  email: 'E-mail',
  password: 'Hasło',
  signIn: 'Zaloguj się',
  forgotten: 'Nie pamiętam hasła',
};
export type SignInMessages = typeof pl;

const en = {
  title: 'Sign in to the office',
  lead: 'The office is for those who run the strategy. The residents’ portal needs no sign-in.',
  email: 'E-mail',
  password: 'Password',
  signIn: 'Sign in',
  forgotten: 'I forgot my password',
} satisfies SignInMessages;

export function signInMessages(locale: Locale): SignInMessages {
  return locale === 'pl' ? pl : en;
}
