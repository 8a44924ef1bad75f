/**
 * What the documents' fonts cannot show. A character without a glyph becomes □ and is named in a note at the end of
 * the document: one emoji in a report must not cost the city its PDF (docs/decisions, "A character the fonts lack").
 */
import { COVERED } from './metrics.ts';

export const TOFU = '□';

const runs: readonly (readonly [number, number])[] = COVERED.split(' ').map((run) => {
  const [first = '', last = first] = run.split('-');
  return [Number.parseInt(first, 16), Number.parseInt(last, 16)];
});
/** Joiners, variation selectors, direction marks, byte order mark: invisible, dropped. */
const INVISIBLE =
  /[\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff\u{e0000}-\u{e007f}]|\p{Variation_Selector}/gu;
const clusters = new Intl.Segmenter('und', { granularity: 'grapheme' });

/** Whether the fonts have a glyph for a code point. */
export function isCovered(codePoint: number): boolean {
  let low = 0;
  let high = runs.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const [first, last] = runs[middle]!;
    if (codePoint < first) high = middle - 1;
    else if (codePoint > last) low = middle + 1;
    else return true;
  }
  return false;
}

/** The text with □ for each character that cannot be shown, in NFC; those characters are added to `lacking`. */
export function showable(text: string, lacking: Set<string>): string {
  if (/^[\x20-\x7e\xa0-\u017f\n]*$/.test(text)) return text;
  let shown = '';
  for (const { segment } of clusters.segment(text.normalize('NFC'))) {
    const bare = segment
      .replace(INVISIBLE, '')
      .replace(/[\p{Cc}\u2028\u2029]/gu, (c) => (c === '\n' ? c : ' '));
    if ([...bare].every((c) => c === '\n' || isCovered(c.codePointAt(0)!))) shown += bare;
    else {
      lacking.add(
        [...bare].map((c) => `U+${c.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`).join(' '),
      );
      shown += TOFU;
    }
  }
  return shown;
}

/** Applies `showable` to every string of a JSON value. */
export function showableData<T>(value: T, lacking: Set<string>): T {
  if (typeof value === 'string') return showable(value, lacking) as T;
  if (Array.isArray(value)) return value.map((v) => showableData(v, lacking)) as T;
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(Object.entries(value).map(([k, v]) => [k, showableData(v, lacking)])) as T;
  return value;
}
