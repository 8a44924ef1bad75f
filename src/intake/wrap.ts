/**
 * Wraps: lines that go on with a title although they begin with a capital ("… w Zespole" / "Szkół Technicznych"). Where
 * lines under titles are the custom of a document they are no wraps but units, names or first sentences.
 */
import { readCaption } from './caption.ts';
import { isCapitals, isDigit, isLetter, isLower, isUpper, words } from './characters.ts';
import type { LabelFamily } from './label.ts';
import type { Line } from './line.ts';

/** What is known of a line that begins with a label or code. */
interface Headed {
  readonly family: string;
  readonly head: { readonly rest: string };
}

/** A wrapped line is the rest of a long one; a longer rest would be a sentence of its own. */
const mostWords = 5;
const shortestTitle = 36;

/** Indexes of the lines that go on with the title above them. Linear. */
export function findWraps(
  lines: readonly Line[],
  settled: readonly (Headed | undefined)[],
  labels: ReadonlyMap<string, LabelFamily>,
): ReadonlySet<number> {
  const longest = longestLine(lines, settled);
  const families = new Map<string, { items: number; followed: number; wraps: number[] }>();
  for (let at = 0; at < lines.length; at++) {
    const one = settled[at];
    if (!one || lines[at]!.toc || lines[at]!.furniture || lines[at]!.cut) continue;
    const family = families.get(one.family) ?? { items: 0, followed: 0, wraps: [] };
    families.set(one.family, family);
    family.items++;
    let last = at;
    if (one.head.rest === '' && isText(lines, settled, last + 1)) last++;
    while (last < at + 6 && isText(lines, settled, last + 1) && isLower(lines[last + 1]!.text[0])) last++;
    if (!isText(lines, settled, last + 1)) continue;
    family.followed++;
    if (isWrap(lines, settled, last, longest, labels)) family.wraps.push(last + 1);
  }
  const found = new Set<number>();
  for (const { items, followed, wraps } of families.values())
    if (followed * 3 <= items) for (const wrap of wraps) found.add(wrap);
  return found;
}

function longestLine(lines: readonly Line[], settled: readonly (Headed | undefined)[]): number {
  let longest = 0;
  for (let at = 0; at < lines.length; at++)
    if (settled[at] && !lines[at]!.toc && lines[at]!.text.length <= 200)
      longest = Math.max(longest, lines[at]!.text.length);
  return longest;
}

/** An ordinary line directly under the one before it. */
function isText(lines: readonly Line[], settled: readonly (Headed | undefined)[], at: number): boolean {
  const line = lines[at];
  return (
    line !== undefined &&
    !settled[at] &&
    !line.furniture &&
    !line.toc &&
    !line.cut &&
    !line.block.gap &&
    !line.block.whole &&
    !line.block.link &&
    line.block.bullet === '' &&
    line.block.heading === 0 &&
    line.block.column === undefined
  );
}

/** The title's line is long and breaks off, the one below is short, and then comes a gap or the next item. */
function isWrap(
  lines: readonly Line[],
  settled: readonly (Headed | undefined)[],
  at: number,
  longest: number,
  labels: ReadonlyMap<string, LabelFamily>,
): boolean {
  const above = lines[at]!.text;
  const below = lines[at + 1]!.text;
  const after = lines[at + 2];
  if (after && !settled[at + 2] && !after.block.gap && !after.furniture) return false;
  if (!isUpper(below[0]) || !endsOpen(above) || !endsOpen(below) || below.includes(': ')) return false;
  if (isCapitals(below) || words(below, mostWords + 1).length > mostWords) return false;
  if (above.length < shortestTitle || below.length >= above.length || readCaption(below, labels))
    return false;
  const tail = words(above.slice(-40), 20);
  const name = isUpper(tail[tail.length - 1]?.[0]) && tail.length > 2;
  return above.length * 10 >= longest * (name ? 6 : 9);
}

function endsOpen(text: string): boolean {
  const last = text[text.length - 1];
  return isLetter(last) || isDigit(last);
}
