import { LOCALE_TAG, type Locale } from './locale.ts';

const COUNT: Readonly<Record<Locale, Intl.NumberFormat>> = {
  pl: new Intl.NumberFormat(LOCALE_TAG.pl),
  en: new Intl.NumberFormat(LOCALE_TAG.en),
};

/** A decimal string for the eye: `"1234.5"` -> `1234,5` in Polish. Keeps the digits as they are, groups from 10 000. */
export function formatDecimal(value: string, locale: Locale): string {
  const [, sign = '', whole = '', fraction] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(value) ?? [];
  if (whole === '') throw new Error(`not a decimal: ${value}`);
  const grouped = COUNT[locale].format(BigInt(whole));
  const minus = sign ? '−' : '';
  return `${minus}${grouped}${fraction === undefined ? '' : (locale === 'pl' ? ',' : '.') + fraction}`;
}

/** A percentage with its sign: `46,4 %` in Polish (hard space), `46.4%` in English. A trailing `.0` is left out. */
export function formatPercent(value: string, locale: Locale): string {
  const text = formatDecimal(value.endsWith('.0') ? value.slice(0, -2) : value, locale);
  return locale === 'pl' ? `${text}\u00a0%` : `${text}%`;
}

export function formatCount(n: number, locale: Locale): string {
  return COUNT[locale].format(n);
}
