/** Words of the problems that settings can have, by code. */

import type { Values } from '../problem.ts';
import type { Locale } from './locale.ts';

const pl = {
  'setting-unknown': (v: Values) =>
    `Nie ma ustawienia ${v['name']}.${v['nearest'] ? ` Najbliższe to ${v['nearest']}.` : ' Wszystkie: npx horyzont --help'}`,
  'setting-PORT': (v: Values) => `PORT: „${v['value']}” nie jest liczbą od 0 do 65535.`,
  'setting-HOST': (v: Values) => `HOST: „${v['value']}” nie jest nazwą ani adresem.`,
  'setting-HORYZONT_ORIGIN': (v: Values) =>
    `HORYZONT_ORIGIN: „${v['value']}” nie jest samym początkiem adresu, jak https://strategia.example.`,
  'setting-HORYZONT_TRUST_PROXY': (v: Values) => `HORYZONT_TRUST_PROXY: „${v['value']}” nie jest 0 ani 1.`,
  'setting-HORYZONT_EXAMPLES': (v: Values) => `HORYZONT_EXAMPLES: „${v['value']}” nie jest all ani none.`,
  'setting-DATABASE_URL': () => 'DATABASE_URL nie zaczyna się od postgres://.',
  'setting-HORYZONT_SECRET': () => 'HORYZONT_SECRET ma mniej niż 32 znaki.',
  'setting-SMTP_URL': () => 'SMTP_URL nie jest adresem jak smtp://poczta.example:587.',
  'setting-HORYZONT_MAIL_FROM': (v: Values) =>
    `HORYZONT_MAIL_FROM: „${v['value']}” nie jest samym adresem e-mail, jak strategia@miasto.example.`,
  'setting-OIDC_ISSUER': (v: Values) =>
    `OIDC_ISSUER: „${v['value']}” nie jest adresem dostawcy jak https://logowanie.miasto.example (https, bez pytajnika).`,
  'setting-OIDC-missing': (v: Values) =>
    `Brakuje ${v['name']}: logowanie jednokrotne potrzebuje OIDC_ISSUER, OIDC_CLIENT_ID i OIDC_CLIENT_SECRET razem.`,
};

export type SettingWords = typeof pl;

const en: SettingWords = {
  'setting-unknown': (v) =>
    `There is no setting ${v['name']}.${v['nearest'] ? ` The nearest is ${v['nearest']}.` : ' All of them: npx horyzont --help'}`,
  'setting-PORT': (v) => `PORT: “${v['value']}” is not a number from 0 to 65535.`,
  'setting-HOST': (v) => `HOST: “${v['value']}” is not a name or an address.`,
  'setting-HORYZONT_ORIGIN': (v) =>
    `HORYZONT_ORIGIN: “${v['value']}” is not the bare start of an address, like https://strategy.example.`,
  'setting-HORYZONT_TRUST_PROXY': (v) => `HORYZONT_TRUST_PROXY: “${v['value']}” is neither 0 nor 1.`,
  'setting-HORYZONT_EXAMPLES': (v) => `HORYZONT_EXAMPLES: “${v['value']}” is neither all nor none.`,
  'setting-DATABASE_URL': () => 'DATABASE_URL does not start with postgres://.',
  'setting-HORYZONT_SECRET': () => 'HORYZONT_SECRET has fewer than 32 characters.',
  'setting-SMTP_URL': () => 'SMTP_URL is not an address like smtp://mail.example:587.',
  'setting-HORYZONT_MAIL_FROM': (v) =>
    `HORYZONT_MAIL_FROM: “${v['value']}” is not a bare e-mail address, like strategy@city.example.`,
  'setting-OIDC_ISSUER': (v) =>
    `OIDC_ISSUER: “${v['value']}” is not a provider’s address like https://login.city.example (https, no query).`,
  'setting-OIDC-missing': (v) =>
    `${v['name']} is missing: single sign-on needs OIDC_ISSUER, OIDC_CLIENT_ID and OIDC_CLIENT_SECRET together.`,
};

export function settingWords(locale: Locale): SettingWords {
  return { pl, en }[locale];
}
