/** Names of languages: `pl` -> `polski`, `Polish`. */

import { LOCALE_TAG, LOCALES, type Locale } from './locale.ts';

const NAMES = Object.fromEntries(
  LOCALES.map((locale) => [locale, new Intl.DisplayNames([LOCALE_TAG[locale]], { type: 'language' })]),
) as Readonly<Record<Locale, Intl.DisplayNames>>;

/** Of a BCP 47 tag; the tag itself where it has no name. */
export function languageName(tag: string, locale: Locale): string {
  return NAMES[locale].of(tag) ?? tag;
}
