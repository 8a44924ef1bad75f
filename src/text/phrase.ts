/** Sentences made of the portal's words and the city's texts, each piece knowing its language. */

export interface Piece {
  readonly text: string;
  /** Of a text of the city; null: the portal's own words. */
  readonly lang: string | null;
}
export type Phrase = readonly Piece[];

/** Template tag: strings between are the portal's words, phrases keep their languages. */
export function phrase(words: TemplateStringsArray, ...values: readonly (string | Phrase)[]): Phrase {
  return words
    .flatMap((text, at) => [own(text), typeof values[at] === 'string' ? own(values[at]) : (values[at] ?? [])])
    .reduce<Phrase>(joined, []);
}

/** Phrases one after the other with the portal's words between. */
export function join(phrases: readonly Phrase[], between: string): Phrase {
  return phrases.flatMap((one, at) => (at === 0 ? [one] : [own(between), one])).reduce<Phrase>(joined, []);
}

/** The portal's own words. */
export function own(text: string): Phrase {
  return text === '' ? [] : [{ text, lang: null }];
}

/** As a plain string, for feeds and documents. */
export function flat(of: Phrase): string {
  return of.map(({ text }) => text).join('');
}

/** Cut at a word to at most `length` characters, an ellipsis at the end when something was left out. */
export function cut(of: Phrase, length: number): Phrase {
  const whole = flat(of);
  if (whole.length <= length) return of;
  const end = Math.max(whole.lastIndexOf(' ', length), length - 30);
  let left = end;
  const kept = of.flatMap(({ text, lang }) => {
    const part = text.slice(0, Math.max(0, left));
    left -= text.length;
    return part === '' ? [] : [{ text: part, lang }];
  });
  return joined(kept, own('…'));
}

export function upperFirst(of: Phrase): Phrase {
  const [first, ...rest] = of;
  return first
    ? [{ ...first, text: first.text.slice(0, 1).toUpperCase() + first.text.slice(1) }, ...rest]
    : of;
}

/** Ended like a sentence. */
export function ended(of: Phrase): Phrase {
  return /[.!?…]$/.test(flat(of)) ? of : joined(of, own('.'));
}

function joined(before: Phrase, after: Phrase): Phrase {
  const last = before.at(-1);
  const [next, ...rest] = after;
  if (!last || !next || last.lang !== next.lang) return [...before, ...after];
  return [...before.slice(0, -1), { text: last.text + next.text, lang: last.lang }, ...rest];
}
