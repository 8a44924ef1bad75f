/** The second factor: authenticator, recovery codes, passkeys; on the account page and at the sign-in. */
import { plurals, type Locale } from './locale.ts';

const p = plurals('pl');
const e = plurals('en');

const pl = {
  title: 'Drugi składnik logowania',
  lead: 'Samo hasło można podejrzeć albo wyłudzić. Z drugim składnikiem nikt nie wejdzie na Twoje konto bez Twojego telefonu, komputera lub klucza.',
  owed: 'Twoja rola wymaga drugiego składnika. Ustaw aplikację albo klucz dostępu, a biuro się otworzy.',
  manage: 'Aplikacja z kodami i klucze dostępu',
  on: 'włączone',
  off: 'niewłączone',
  password: 'Obecne hasło',

  app: 'Aplikacja z kodami',
  appLead:
    'Aplikacja w telefonie (na przykład FreeOTP, Aegis, Google Authenticator albo menedżer haseł) pokazuje co pół minuty nowy kod z sześciu cyfr. Podajesz go po haśle.',
  appBegin: 'Ustaw aplikację',
  appScan: '1. Zeskanuj ten kod aplikacją',
  qr: 'Kod QR z sekretem dla aplikacji',
  appType: 'Nie możesz skanować? Wpisz w aplikacji ten sekret, rodzaj „na podstawie czasu”:',
  appConfirm: '2. Przepisz kod z aplikacji',
  code: 'Kod z sześciu cyfr',
  confirm: 'Włącz',
  appOn:
    'Aplikacja jest ustawiona. Kodu używa się tylko raz, więc przy szybkim ponownym logowaniu poczekaj na następny.',

  codesTitle: 'Kody zapasowe',
  codesOnce:
    'Zapisz je albo wydrukuj teraz: tej strony nie da się otworzyć ponownie. Każdy kod działa raz, gdy nie masz pod ręką telefonu ani klucza.',
  codesDone: 'Mam je zapisane',
  codesLeft: (n: number) =>
    p(n, {
      one: 'Został # kod zapasowy.',
      few: 'Zostały # kody zapasowe.',
      many: 'Zostało # kodów zapasowych.',
      other: 'Zostało # kodu zapasowego.',
    }),
  codesRenew: 'Utwórz nowe kody',
  codesRenewNote: 'Poprzednie kody przestaną działać.',

  passkeys: 'Klucze dostępu',
  passkeysLead:
    'Klucz dostępu to odcisk palca, twarz albo PIN na Twoim urządzeniu, albo klucz USB. Loguje bez hasła i nie da się go wyłudzić.',
  passkeysNone: 'Nie masz jeszcze klucza dostępu.',
  passkeysScript: 'Klucz dodasz w przeglądarce z włączonym JavaScriptem.',
  passkeysHost: 'Klucze działają, gdy biuro ma w sieci własną nazwę i https. Zajmuje się tym administrator.',
  passkeyName: 'Nazwa klucza',
  passkeyNameHint: 'Po niej rozpoznasz go na liście, na przykład „laptop w urzędzie”.',
  passkeyAdd: 'Dodaj klucz dostępu',
  passkeyAsk: 'Potwierdź na urządzeniu',
  passkeyAskNew: 'Przeglądarka pyta teraz o nowy klucz. Potwierdź go tak, jak odblokowujesz urządzenie.',
  passkeyAskSignIn:
    'Przeglądarka pyta teraz o klucz dostępu. Potwierdź go tak, jak odblokowujesz urządzenie.',
  passkeyAgain: 'Zapytaj jeszcze raz',
  passkeyFailed: 'Nie udało się: pytanie przerwano albo to urządzenie nie ma klucza do tego biura.',
  passkeyWithout: 'Wróć bez klucza',
  passkeySince: (date: string) => `od ${date}`,

  remove: 'Usuń składnik',
  removeWhich: 'Co usunąć',
  removeNote: 'Bez żadnego składnika konto chroni samo hasło, a kody zapasowe znikają.',

  stepTitle: 'Drugi krok logowania',
  stepLead: 'Hasło się zgadza. Potwierdź jeszcze drugim składnikiem.',
  stepCode: 'Kod',
  stepHint: 'Sześć cyfr z aplikacji albo kod zapasowy.',
  stepEnter: 'Wejdź do biura',
  stepOver: 'Na drugi krok jest dziesięć minut. Zaloguj się jeszcze raz.',
  stepOverTitle: 'Zaloguj się jeszcze raz',
  backToSignIn: 'Wróć do logowania',
  withPasskey: 'Zaloguj się kluczem dostępu',
  passkeyWrongTitle: 'Ten klucz nie pasuje',
  passkeyWrong: 'Klucz jest z innego konta albo go usunięto, albo pytanie trwało zbyt długo.',
};
export type SecondFactorMessages = typeof pl;

const en = {
  title: 'Second factor',
  lead: 'A password can be watched or wheedled out of you. With a second factor nobody gets into your account without your phone, computer or key.',
  owed: 'Your role needs a second factor. Set up an app or a passkey, and the office opens.',
  manage: 'App with codes, and passkeys',
  on: 'on',
  off: 'off',
  password: 'Present password',

  app: 'App with codes',
  appLead:
    'An app on your phone (FreeOTP, Aegis, Google Authenticator or a password manager, for example) shows a new code of six digits every half minute. You give it after the password.',
  appBegin: 'Set up an app',
  appScan: '1. Scan this code with the app',
  qr: 'QR code with the secret for the app',
  appType: 'You cannot scan? Type this secret into the app, kind “time-based”:',
  appConfirm: '2. Copy the code that the app shows',
  code: 'Code of six digits',
  confirm: 'Turn on',
  appOn:
    'The app is set up. A code is used once only, so wait for the next one when you sign in again at once.',

  codesTitle: 'Recovery codes',
  codesOnce:
    'Save or print them now: this page cannot be opened again. Each code works once, when you have neither phone nor key at hand.',
  codesDone: 'I have saved them',
  codesLeft: (n) => e(n, { one: '# recovery code is left.', other: '# recovery codes are left.' }),
  codesRenew: 'Make new codes',
  codesRenewNote: 'The codes before stop working.',

  passkeys: 'Passkeys',
  passkeysLead:
    'A passkey is a finger, a face or the PIN of your device, or a USB key. It signs in without a password and cannot be wheedled out of you.',
  passkeysNone: 'You have no passkey yet.',
  passkeysScript: 'A passkey is added in a browser with JavaScript on.',
  passkeysHost:
    'Passkeys work once the office has a name of its own on the network and https. That is the administrator’s matter.',
  passkeyName: 'Name of the passkey',
  passkeyNameHint: 'So that you know it in the list, for example “laptop at work”.',
  passkeyAdd: 'Add a passkey',
  passkeyAsk: 'Confirm on your device',
  passkeyAskNew: 'The browser now asks for a new passkey. Confirm it as you unlock your device.',
  passkeyAskSignIn: 'The browser now asks for your passkey. Confirm it as you unlock your device.',
  passkeyAgain: 'Ask again',
  passkeyFailed: 'That did not work: it was broken off, or this device has no passkey of this office.',
  passkeyWithout: 'Go back without a passkey',
  passkeySince: (date) => `since ${date}`,

  remove: 'Remove a factor',
  removeWhich: 'What to remove',
  removeNote: 'Without any factor the password alone guards the account, and the recovery codes are gone.',

  stepTitle: 'Second step',
  stepLead: 'The password is right. Now confirm with your second factor.',
  stepCode: 'Code',
  stepHint: 'Six digits of the app, or a recovery code.',
  stepEnter: 'Enter the office',
  stepOver: 'The second step has ten minutes. Sign in once more.',
  stepOverTitle: 'Sign in once more',
  backToSignIn: 'Back to the sign-in',
  withPasskey: 'Sign in with a passkey',
  passkeyWrongTitle: 'This passkey does not fit',
  passkeyWrong: 'It belongs to another account or was removed, or the question took too long.',
} satisfies SecondFactorMessages;

export function secondFactorMessages(locale: Locale): SecondFactorMessages {
  return locale === 'pl' ? pl : en;
}
