/** Titles: joined from as many lines as they take, cut where the explanation begins. */
import {
  abbreviations,
  compoundEnds,
  consonantEnds,
  titleFields,
  vowels,
  wholeFronts,
} from '../text/document-words.ts';
import { readCaption } from './caption.ts';
import { fold, isCapitals, isLetter, isLower, isSpace, isUpper, words } from './characters.ts';
import type { LabelFamily } from './label.ts';
import type { Line } from './line.ts';
import { isSmall } from './words.ts';

const longestTitle = 600;

export interface Joined {
  readonly title: string;
  readonly description: string;
  readonly from: number;
  readonly to: number;
  readonly joined: readonly number[];
  readonly sentence: boolean;
}

/** Title of the item at `at`: the rest of its line, or the next line when that is empty, and every line that goes on with it. */
export function joinTitle(
  lines: readonly Line[],
  settled: readonly unknown[],
  at: number,
  rest: string,
  labels: ReadonlyMap<string, LabelFamily>,
  hyphened: ReadonlySet<string>,
  plain: boolean,
  stops: boolean,
  fields: ReadonlySet<string>,
  wraps: ReadonlySet<number>,
): Joined {
  const line = lines[at]!;
  let title = rest;
  let to = line.to;
  const joined: number[] = [];
  const free = (next: number) =>
    next < lines.length &&
    !settled[next] &&
    !lines[next]!.furniture &&
    lines[next]!.toc === line.toc &&
    lines[next]!.block.column === undefined &&
    line.block.column === undefined;
  let next = at + 1;
  if (title === '' && !plain) {
    let over = at + 1;
    while (
      over < lines.length &&
      over < at + 3 &&
      (lines[over]!.furniture || (fields.has(lines[over]!.text) && lines[over]!.block.column === undefined))
    )
      over++;
    const below = lines[over];
    if (
      below &&
      free(over) &&
      below.text.length <= 400 &&
      (below.block.heading === 0 || line.block.heading === 0 || below.block.heading >= line.block.heading)
    ) {
      const caption = readCaption(below.text, labels);
      if (
        !(caption && (caption.colon || caption.kind !== 'goals' || below.text.length < 40)) &&
        !(below.block.bullet !== '' && line.block.bullet === '')
      ) {
        title = withoutFieldName(below.text);
        to = below.to;
        joined.push(over);
        next = over + 1;
      }
    }
  }
  if (title !== '' && (!plain || line.block.bullet !== '' || title.length < 200)) {
    for (let count = 0; count < 12 && title.length < longestTitle; count++) {
      let over = next;
      const unfinished = isUnfinished(title);
      while (over < lines.length && over < next + 4 && lines[over]!.furniture) over++;
      if (!free(over)) break;
      const below = lines[over]!;
      if (fields.has(below.text)) break;
      // Over the edge of a page only what plainly goes on.
      if (
        !unfinished &&
        lines.slice(next, over).some((one) => one.block.aside !== true) &&
        !(isLower(below.text[0]) && !below.text.includes(':'))
      )
        break;
      const above = lines[joined.length > 0 ? joined[joined.length - 1]! : at]!;
      if (
        below.block.bullet !== '' ||
        below.cut ||
        above.cut ||
        (above.block.whole && joined.length === 0 && title === rest && rest !== '') ||
        below.block.heading > 0
      )
        break;
      if (above.block.heading > 0) break;
      const gap = below.block.gap;
      const lower = isLower(below.text[0]);
      const goesOn = wraps.has(over)
        ? true
        : gap
          ? lower &&
            !plain &&
            (unfinished ||
              (title.length > 20 && !';.:'.includes(title[title.length - 1]!) && !isLower(title[0])))
          : lower || unfinished || (isCapitals(title) && isCapitals(below.text) && !plain);
      if (!goesOn) break;
      const caption = readCaption(below.text, labels);
      if (caption && caption.colon && !lower) break;
      if (isAttribute(below.text)) break;
      title = joinText(title, below.text, hyphened);
      to = below.to;
      joined.push(over);
      next = over + 1;
    }
  }
  const sentence = title.length > 30 && title.endsWith('.') && !title.endsWith('..');
  const parts = plain ? { title, description: '' } : firstSentence(title, line.cut && (line.tail || !stops));
  return {
    title: trimTitle(parts.title),
    description: parts.description,
    from: line.from,
    to,
    joined,
    sentence,
  };
}

/** Lines that come back three times and more: names of fields in cards ("Nazwa zadania"), buttons ("Show this section"). Never part of a title. */
export function repeatedLines(lines: readonly Line[], settled: readonly unknown[]): ReadonlySet<string> {
  const counts = new Map<string, number>();
  for (let at = 0; at < lines.length; at++) {
    const { text, furniture, toc } = lines[at]!;
    if (text.length <= 60 && !settled[at] && !furniture && !toc)
      counts.set(text, (counts.get(text) ?? 0) + 1);
  }
  return new Set([...counts].filter(([, count]) => count >= 3).map(([text]) => text));
}

/** True when the goals of a run-on paragraph end in full stops, so that a full stop does not tell prose from a title. */
export function endsInStops(lines: readonly Line[]): boolean {
  let cuts = 0;
  let stops = 0;
  for (const { cut, text } of lines) {
    if (!cut) continue;
    cuts++;
    if (text.endsWith('.')) stops++;
  }
  return stops * 2 > cuts;
}

/** "Nazwa celu: Zielone miasto" below a label: the title without the name of the field. */
function withoutFieldName(text: string): string {
  const colon = text.indexOf(': ');
  if (colon < 0 || colon > 30) return text;
  const name = words(fold(text.slice(0, colon)), 4);
  return name.length <= 3 && titleFields.has(name[0] ?? '') ? text.slice(colon + 2) : text;
}

/** "realizator: Wydział Inwestycji": a line about the goal, not the rest of its title. */
function isAttribute(text: string): boolean {
  const colon = text.indexOf(':');
  return colon > 0 && colon < 40 && colon + 1 < text.length && words(text.slice(0, colon), 5).length <= 3;
}

/** A line that cannot be the end of a title. */
function isUnfinished(text: string): boolean {
  const last = text[text.length - 1];
  if (last === undefined) return false;
  if (last === ',' || last === '-' || last === '–' || last === '&' || last === '(' || last === '/')
    return true;
  if (last === '.' || last === ':' || last === ';') return false;
  let open = 0;
  let quoted = 0;
  for (let at = Math.max(0, text.length - 300); at < text.length; at++) {
    if (text[at] === '(') open++;
    if (text[at] === ')') open--;
    if ('„«'.includes(text[at]!)) quoted++;
    if ('”“»"'.includes(text[at]!)) quoted--;
  }
  if (open > 0 || quoted > 0) return true;
  const tail = words(text.slice(-24), 12);
  const word = tail[tail.length - 1] ?? '';
  return isLower(word[0]) && isSmall(word) && text.endsWith(word) && tail.length > 1;
}

function joinText(above: string, below: string, hyphened: ReadonlySet<string>): string {
  const last = above[above.length - 1];
  // Polish typesetting prints the hyphen of a compound again on the next line: "wodno-" / "-kanalizacyjna".
  if (last === '-' && below[0] === '-' && isLetter(below[1])) return above + below.slice(1);
  if (
    last === '-' &&
    isLetter(above[above.length - 2]) &&
    (isLower(below[0]) || (isCapitals(above) && isCapitals(below)))
  ) {
    const front = words(above.slice(-40, -1), 20).pop() ?? '';
    const back = words(below.slice(0, 40), 1)[0] ?? '';
    const compound =
      hyphened.has(fold(`${front}-${back}`)) || (back.length >= 6 && isCompoundFront(fold(front)));
    return compound ? above + below : above.slice(0, -1) + below;
  }
  if (last === '-' && isLetter(above[above.length - 2])) return above + below;
  return `${above} ${below}`;
}

/** First halves of adjectives that keep their hyphen: "społeczno-gospodarczy", "соціально-економічний", "wodno-ściekowy". */
function isCompoundFront(front: string): boolean {
  if (front.length < 5 || wholeFronts.has(front)) return false;
  if (compoundEnds.some((end) => front.endsWith(end))) return true;
  return consonantEnds.some((end) => front.endsWith(end)) && !vowels.includes(front[front.length - 3]!);
}

export function hyphenWords(lines: readonly Line[]): ReadonlySet<string> {
  const found = new Set<string>();
  for (const { text } of lines) {
    for (let at = text.indexOf('-'); at > 0; at = text.indexOf('-', at + 1)) {
      if (found.size > 5000 || !isLetter(text[at - 1]) || !isLetter(text[at + 1])) continue;
      let from = at;
      while (from > 0 && at - from < 30 && isLetter(text[from - 1])) from--;
      let to = at + 1;
      while (to - at < 30 && isLetter(text[to])) to++;
      found.add(fold(text.slice(from, to)));
    }
  }
  return found;
}

/** Splits "Title. A sentence that explains it." at the first full stop that ends a sentence. */
function firstSentence(text: string, tail: boolean): { title: string; description: string } {
  for (let at = text.indexOf('. '); at > 0; at = text.indexOf('. ', at + 1)) {
    if (!isUpper(text[at + 2]) && text[at + 2] !== '„' && text[at + 2] !== '"') continue;
    let from = at;
    while (from > 0 && isLetter(text[from - 1])) from--;
    if (at - from <= 3 || text[from - 1] === '.') continue;
    let title = text.slice(0, at);
    let description = text.slice(at + 2);
    if (tail) ({ title, description } = beforeCapital(title, description));
    return { title, description };
  }
  if (tail && text.endsWith('.') && text.length > 80) return beforeCapital(text, '');
  const colon = text.length > 250 ? text.indexOf(': ') : -1;
  return colon > 10 && colon < 160
    ? { title: text.slice(0, colon), description: text.slice(colon + 2) }
    : { title: text, description: '' };
}

/** The last goal of a run-on paragraph runs into the next sentence; the first capital after two words begins it, when the text is long. */
function beforeCapital(title: string, description: string): { title: string; description: string } {
  if (title.length < 70) return { title, description };
  let count = 0;
  for (let at = 1; at < title.length; at++) {
    if (!isSpace(title[at - 1])) continue;
    count++;
    if (!isUpper(title[at]) || (at + 1 < title.length && isUpper(title[at + 1]))) continue;
    // An article or preposition with a capital begins a sentence at once; another word only after two.
    if (count < 2 && !isSmall(words(title.slice(at, at + 20), 1)[0] ?? '')) continue;
    return { title: title.slice(0, at).trimEnd(), description: `${title.slice(at)}. ${description}`.trim() };
  }
  return { title, description };
}

/** Without final full stop, colon, semicolon, comma, priority marks and footnote signs. */
export function trimTitle(text: string): string {
  let end = text.length;
  for (;;) {
    const last = text[end - 1];
    if (last === undefined) break;
    if (
      isSpace(last) ||
      '.:;,*|†'.includes(last) ||
      (last === '+' && (text[end - 2] === '+' || isSpace(text[end - 2])))
    ) {
      if (last === '.' && (text[end - 2] === '.' || isAbbreviated(text.slice(Math.max(0, end - 8), end - 1))))
        break;
      end--;
      continue;
    }
    break;
  }
  return text.slice(0, end);
}

/** Whether a text ends in an abbreviation, whose full stop is its own: "do 2028 r.", "parki itp.". */
function isAbbreviated(text: string): boolean {
  return abbreviations.has(text.slice(text.lastIndexOf(' ') + 1));
}

/** True when the block may be the title of a goal rather than a sentence of prose. */
export function isTitleLike(title: string): boolean {
  if (title === '' || title.length > 260) return false;
  return !isLower(title[0]) || title.length < 160;
}
