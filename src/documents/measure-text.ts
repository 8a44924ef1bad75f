/** Widths of the preview image's type and its lines, by the fonts' own advances (kerning left out: lines come out a little short). */
import { MEASURED, SANS_REGULAR, SERIF_SEMIBOLD } from './metrics.ts';

export type Face = 'serif-semibold' | 'sans';

/** For a character outside the measured ranges: wide enough for any. */
const UNKNOWN = 1000;
const tables: Readonly<Record<Face, readonly (readonly number[])[]>> = {
  'serif-semibold': unpack(SERIF_SEMIBOLD),
  sans: unpack(SANS_REGULAR),
};

/** Width of a text in units of the type size: 1 is as wide as the type is high. */
export function widthOf(text: string, face: Face): number {
  let sum = 0;
  for (const character of text) sum += advance(character.codePointAt(0)!, face);
  return sum / 1000;
}

/**
 * The text in lines not wider than `width` (in units of the type size), broken at spaces, never at hard ones; a word
 * wider than a line is broken where it must be. What does not fit in `most` lines ends with an ellipsis.
 */
export function wrap(text: string, face: Face, width: number, most: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text
    .split(/[ \t\r\n]+/)
    .filter((w) => w !== '')
    .flatMap((w) => pieces(w, face, width))) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (widthOf(longer, face) <= width) line = longer;
    else {
      lines.push(line);
      line = word;
    }
  }
  if (line !== '') lines.push(line);
  if (lines.length <= most) return lines;
  const kept = lines.slice(0, most);
  let last = kept[most - 1] ?? '';
  while (last !== '' && widthOf(`${last}…`, face) > width) last = [...last].slice(0, -1).join('');
  return [...kept.slice(0, -1), `${last.replace(/[\s\u00a0,;:–-]+$/u, '')}…`];
}

function pieces(word: string, face: Face, width: number): string[] {
  if (widthOf(word, face) <= width) return [word];
  const found: string[] = [];
  let piece = '';
  for (const character of word) {
    if (piece !== '' && widthOf(piece + character, face) > width) {
      found.push(piece);
      piece = '';
    }
    piece += character;
  }
  return [...found, piece];
}

function advance(codePoint: number, face: Face): number {
  for (const [i, [first, last]] of MEASURED.entries())
    if (codePoint >= first && codePoint <= last) return tables[face][i]?.[codePoint - first] || UNKNOWN;
  return UNKNOWN;
}

function unpack(packed: readonly string[]): number[][] {
  return packed.map((run) => run.split(' ').map((n) => Number.parseInt(n, 36)));
}
