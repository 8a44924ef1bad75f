/** The interface's languages and the tools a catalogue is written with. The locale is always an argument. */

export const LOCALES = ['pl', 'en'] as const;
export type Locale = (typeof LOCALES)[number];

export const LOCALE_TAG: Readonly<Record<Locale, string>> = { pl: 'pl-PL', en: 'en-GB' };
/** Names of the languages in themselves, for the language switch. */
export const LOCALE_NAME: Readonly<Record<Locale, string>> = { pl: 'Polski', en: 'English' };

type Forms<L extends Locale> = L extends 'pl'
  ? { one: string; few: string; many: string; other: string }
  : { one: string; other: string };

/** Plural choice of one language: `#` in the form becomes the number. */
export function plurals<L extends Locale>(locale: L): (n: number, forms: Forms<L>) => string {
  const rules = new Intl.PluralRules(LOCALE_TAG[locale]);
  const number = new Intl.NumberFormat(LOCALE_TAG[locale], { useGrouping: 'always' });
  return (n, forms) => {
    const table = forms as Readonly<Record<string, string>>;
    return (table[rules.select(n)] ?? table['other'] ?? '').replace('#', number.format(n));
  };
}

/** The text of `texts` in `locale`, else in the first language it has; `lang` tells which. Null stays null. */
export function pick(
  texts: Readonly<Record<string, string>> | null,
  locale: Locale,
  languages: readonly string[] = [],
): { readonly text: string; readonly lang: string } | null {
  if (!texts) return null;
  for (const lang of [locale, ...languages, ...Object.keys(texts).sort()]) {
    const text = texts[lang];
    if (text !== undefined && text !== '') return { text, lang };
  }
  return null;
}

/** Chooses the interface language from an Accept-Language header; Polish when nothing fits. */
export function negotiate(header: string | undefined): Locale {
  let best: Locale = 'pl';
  let bestQ = 0;
  for (const part of (header ?? '').slice(0, 500).split(',')) {
    const [tag = '', ...params] = part.trim().toLowerCase().split(';');
    const q = Number(
      params
        .find((p) => p.trim().startsWith('q='))
        ?.trim()
        .slice(2) ?? '1',
    );
    const locale = LOCALES.find((l) => tag === l || tag.startsWith(`${l}-`));
    if (locale && q > bestQ && q <= 1) [best, bestQ] = [locale, q];
  }
  return best;
}
