/** Single sign-on: its button, what can go wrong, and which groups give which roles. */
import type { Locale } from './locale.ts';

const pl = {
  enter: 'Zaloguj się kontem urzędowym',
  failedTitle: 'Logowanie kontem urzędowym się nie udało',
  otherWay: 'Zaloguj się inaczej',

  title: 'Role z logowania jednokrotnego',
  lead: 'Kto należy do grupy u dostawcy logowania, ma w mieście tę rolę. Kto z niej wypadnie, traci ją: przy następnym żądaniu, najpóźniej po minucie, gdy dostawca na to pozwala.',
  linkTo: 'Role z logowania jednokrotnego',
  notSet:
    'Logowanie jednokrotne nie jest włączone. Administrator serwera ustawia OIDC_ISSUER, OIDC_CLIENT_ID i OIDC_CLIENT_SECRET.',
  provider: (issuer: string, claim: string) => `Dostawca: ${issuer}, pole z grupami: ${claim}.`,
  none: 'Żadna grupa nie daje jeszcze roli, więc nikt nie wejdzie tą drogą.',
  group: 'Grupa',
  groupHint: 'Dokładnie tak, jak nazywa ją dostawca.',
  role: 'Rola',
  unit: 'Jednostka',
  wholeCity: 'całe miasto',
  add: 'Dodaj',
  remove: 'Usuń',
  removeThis: (group: string, role: string) => `Usuń: ${group}, ${role}`,
  removeNote: 'Usunięcie od razu odbiera tę rolę każdemu, kto ma ją z grupy.',
};
export type SignOnMessages = typeof pl;

const en = {
  enter: 'Sign in with your city account',
  failedTitle: 'Signing in with the city account failed',
  otherWay: 'Sign in another way',

  title: 'Roles from single sign-on',
  lead: 'Whoever is in a group at the sign-on’s provider has the role in the city. Whoever leaves the group loses it: at the next request, after a minute at most where the provider allows it.',
  linkTo: 'Roles from single sign-on',
  notSet:
    'Single sign-on is not set up. The server’s administrator sets OIDC_ISSUER, OIDC_CLIENT_ID and OIDC_CLIENT_SECRET.',
  provider: (issuer, claim) => `Provider: ${issuer}, claim with the groups: ${claim}.`,
  none: 'No group gives a role yet, so nobody gets in this way.',
  group: 'Group',
  groupHint: 'Exactly as the provider calls it.',
  role: 'Role',
  unit: 'Unit',
  wholeCity: 'whole city',
  add: 'Add',
  remove: 'Remove',
  removeThis: (group, role) => `Remove: ${group}, ${role}`,
  removeNote: 'Removing a row takes the role at once from everybody who has it from the group.',
} satisfies SignOnMessages;

export function signOnMessages(locale: Locale): SignOnMessages {
  return locale === 'pl' ? pl : en;
}
