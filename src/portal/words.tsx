/** The city's texts and the portal's words as they are shown: language marked where it differs, Polish hard spaces. */
import { Fragment, type ReactNode } from 'react';
import type { Texts } from '../edition/edition.ts';
import { pick, type Locale } from '../text/locale.ts';
import type { Phrase } from '../text/phrase.ts';
import { typeset } from '../text/typography.ts';

/** A text of the city: the reader's language, else the main one, marked with `lang` when it differs. */
export function Say({
  texts,
  locale,
  main,
}: {
  texts: Texts | null;
  locale: Locale;
  main: readonly string[];
}): ReactNode {
  const found = pick(texts, locale, main);
  if (!found) return null;
  const text = typeset(found.text, found.lang);
  return found.lang === locale ? text : <span lang={found.lang}>{text}</span>;
}

/**
 * Words of the portal around texts of the city, these marked where their language is not the page's. `typed`: with
 * the spaces as they are, for what is to be copied.
 */
export function SayPhrase({
  of,
  locale,
  typed = false,
}: {
  of: Phrase;
  locale: Locale;
  typed?: boolean;
}): ReactNode {
  return of.map(({ text, lang }, i) => {
    const shown = typed ? text : typeset(text, lang ?? locale);
    return (
      <Fragment key={i}>
        {lang === null || lang === locale ? shown : <span lang={lang}>{shown}</span>}
      </Fragment>
    );
  });
}

/** A text of the city as a phrase, to stand among words of the portal. Empty when there is none. */
export function phraseOf(texts: Texts | null, locale: Locale, main: readonly string[]): Phrase {
  const found = pick(texts, locale, main);
  return found ? [found] : [];
}

/** What the city wrote without saying in which language, such as the number of an act: in its main one. */
export function inMain(text: string, main: readonly string[]): Phrase {
  return [{ text, lang: main[0] ?? null }];
}

/** The same as `Say` as a plain string, for titles, labels and links to be shared. */
export function plain(texts: Texts | null, locale: Locale, main: readonly string[]): string {
  return pick(texts, locale, main)?.text ?? '';
}

/** The `lang` of a text when it is not the page's, else undefined. */
export function langOf(texts: Texts | null, locale: Locale, main: readonly string[]): string | undefined {
  const lang = pick(texts, locale, main)?.lang;
  return lang === locale ? undefined : lang;
}

/** Words of the portal, typeset. */
export function say(text: string, locale: Locale): string {
  return typeset(text, locale);
}

/** A text cut at a word for a description of at most `length` characters. */
export function shorten(text: string, length: number): string {
  const flat = text.replace(/\s+/g, ' ').trim();
  if (flat.length <= length) return flat;
  const cut = flat.slice(0, length);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), length - 30))}…`;
}
