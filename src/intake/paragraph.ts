/** Paragraphs that hold many goals: split before labels with numbers and before numbers that run on. */
import { numberSigns } from '../text/document-words.ts';
import { readCaption } from './caption.ts';
import { fold, isDigit, isLetter, isSpace, isUpper } from './characters.ts';
import { readCode } from './code.ts';
import { cutPages } from './contents.ts';
import { follows } from './label.ts';
import type { Line } from './line.ts';
import { isDeniedLabel, namesLevel, rolesOf } from './words.ts';

interface Mark {
  readonly at: number;
  readonly codeAt: number;
  readonly bare: boolean;
  readonly key: string;
  readonly values: readonly number[];
  readonly known: boolean;
  readonly end: number;
  readonly shape: string;
}

/** Splits before capitalised labels with numbers and before numbers that run on; never inside prose, where labels are in lower case. */
export function splitParagraphs(lines: readonly Line[]): Line[] {
  const families = new Map<string, Set<string>>();
  const marks: (Mark[] | undefined)[] = lines.map((line) => {
    if (line.furniture || line.text.length < shortest) return undefined;
    const found = findMarks(line.text);
    for (const mark of found) {
      if (mark.key === '') continue;
      const codes = families.get(mark.key) ?? new Set();
      codes.add(mark.values.join('.'));
      families.set(mark.key, codes);
    }
    return found;
  });
  const out: Line[] = [];
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at]!;
    const found = marks[at];
    const cuts = found ? chooseCuts(line.text, found, families) : [];
    if (cuts.length === 0 || out.length > mostLines) {
      out.push(line);
      continue;
    }
    const ends = [...cuts.filter((cut) => cut > 0).slice(0, mostLines), line.text.length];
    let from = 0;
    const first = out.length;
    for (const end of ends) {
      for (const text of splitCaptions(line.text.slice(from, end).trim())) {
        out.push({
          ...line,
          text,
          cut: true,
          tail: end === line.text.length,
          block: from === 0 ? line.block : { ...line.block, bullet: '', heading: 0, gap: true },
        });
        from = end;
      }
      from = end;
    }
    cutPages(out, first);
  }
  return out;
}

/** Splits "Title Cele operacyjne:" and "Title Wskaźniki realizacji: number of …" before the caption. */
function splitCaptions(text: string): string[] {
  if (text === '') return [];
  for (let colon = text.indexOf(':'); colon > 0; colon = text.indexOf(':', colon + 1)) {
    let at = colon;
    for (let count = 0; count < 6 && at > 0; count++) {
      while (at > 0 && isSpace(text[at - 1])) at--;
      while (at > 0 && isLetter(text[at - 1])) at--;
      if (at === 0 || !isSpace(text[at - 1])) break;
      if (!isUpper(text[at])) continue;
      if (at > 12 && readCaption(text.slice(at, colon + 1), noLabels))
        return [text.slice(0, at).trim(), text.slice(at)];
    }
    if (colon > 3000) break;
  }
  return [text];
}

/** Letters of the shortest line that may hold a label behind its text. */
const shortest = 20;
/** Lines beyond this many are not split any further. */
const mostLines = 30_000;
/** Marks of one paragraph that are weighed. */
const mostMarks = 40_000;

const noLabels: ReadonlyMap<string, unknown> = new Map();

/** Where in a paragraph a label with a code, or a bare code, stands before a capital letter. */
function findMarks(text: string): Mark[] {
  const found: Mark[] = [];
  let at = 0;
  let depth = 0;
  while (at < text.length && found.length < mostMarks) {
    const char = text[at]!;
    if (char === '(') depth++;
    if (char === ')') depth = Math.max(0, depth - 1);
    const wordStart = at === 0 || isSpace(text[at - 1]);
    if (!wordStart || (!isDigit(char) && !isUpper(char) && char !== '(')) {
      at++;
      continue;
    }
    const code = readCode(text, at);
    const usable =
      code &&
      (isDigit(char) ||
        code.prefix !== '' ||
        code.parts.length > 1 ||
        code.parts[0]!.kind === 'r' ||
        code.parts[0]!.kind === 'l');
    if (!usable) {
      at++;
      continue;
    }
    let next = code.end;
    let marked = code.close !== '';
    while (next < text.length && (isSpace(text[next]) || '.:–—-|'.includes(text[next]!))) {
      if (!isSpace(text[next])) marked = true;
      next++;
    }
    const upper =
      next >= text.length || isUpper(text[next]) || '„"“«\'('.includes(text[next]!) || isDigit(text[next]);
    if (upper && (depth === 0 || char === '(')) {
      const label = lookBack(text, at);
      const values = code.parts.map((part) => part.value);
      const shape = `${code.prefix}|${code.parts.map((part) => part.kind).join('')}|${code.close === ')' ? ')' : ''}`;
      const bare = marked || code.parts.length > 1 || code.prefix !== '';
      if (label)
        found.push({
          at: label.at,
          codeAt: at,
          bare,
          key: fold(label.label),
          values,
          known: namesLevel(label.label) && !isDeniedLabel(label.label),
          end: code.end,
          shape,
        });
      else if (bare)
        found.push({ at, codeAt: at, bare, key: '', values, known: false, end: code.end, shape });
    }
    // A bracket that closes a code was opened before it: "(2020: 7)".
    if (code.close === ')' && char !== '(' && depth > 0) depth--;
    at = Math.max(at + 1, code.end);
  }
  return found;
}

/** The label before a code: back over lower-case words to the nearest capitalised one. */
function lookBack(text: string, at: number): { label: string; at: number } | undefined {
  let end = at;
  while (end > 0 && isSpace(text[end - 1])) end--;
  let begin = end;
  for (let count = 0; count < 4; count++) {
    let start = begin;
    while (
      start > 0 &&
      (isLetter(text[start - 1]) || (text[start - 1] === '-' && isLetter(text[start]) && begin - start < 30))
    )
      start--;
    if (start === begin) {
      // "No. 3", "nr 3": the dot of the number word.
      if (count === 0 && text[begin - 1] === '.' && begin > 2 && isLetter(text[begin - 2])) {
        begin--;
        continue;
      }
      return undefined;
    }
    const word = text.slice(start, begin);
    if (isUpper(word[0]) && !(count === 0 && numberSigns.has(word.toLowerCase()))) {
      const label = extendCapitals(text, start, word, end);
      return isDeniedLabel(label.label) ? undefined : label;
    }
    begin = start;
    while (begin > 0 && isSpace(text[begin - 1])) begin--;
    if (begin === 0 || begin === start) return undefined;
  }
  return undefined;
}

/** "Strategisches Ziel 1", "CEL STRATEGICZNY 1", "City Strategy No. 3": capitalised words that belong to the label stand before it too. */
function extendCapitals(
  text: string,
  start: number,
  word: string,
  end: number,
): { label: string; at: number } {
  let at = start;
  let bestAt = start;
  const capitals = word === word.toUpperCase() && word.length > 1;
  for (let count = 0; count < 3; count++) {
    let back = at;
    while (back > 0 && isSpace(text[back - 1])) back--;
    let from = back;
    while (from > 0 && isLetter(text[from - 1])) from--;
    if (from === back || !isUpper(text[from])) break;
    const before = text.slice(from, back);
    const roles = rolesOf(fold(before));
    if (before.length < 3 || capitals !== (before === before.toUpperCase())) break;
    if (!roles.has('level') && !roles.has('filler')) break;
    bestAt = from;
    at = from;
  }
  return { label: text.slice(bestAt, end), at: bestAt };
}

/** "… is what we want. Goal 2:": the label of the next line stands behind the last sentence of this one. */
function endsParagraph(text: string, { at, end }: Mark): boolean {
  let before = at;
  while (before > 0 && isSpace(text[before - 1])) before--;
  return '.!?'.includes(text[before - 1] ?? ' ') && text.length - end <= 1;
}

/** Which marks are real: labels whose family runs on in the document, bare codes that follow one another. */
function chooseCuts(
  text: string,
  found: readonly Mark[],
  families: ReadonlyMap<string, ReadonlySet<string>>,
): number[] {
  const cuts: number[] = [];
  const labelled = found.filter(
    (mark) => mark.key !== '' && (families.get(mark.key)?.size ?? 0) >= (mark.known ? 2 : 3),
  );
  const isLabelled = new Set(labelled);
  const here = new Set(labelled.map((mark) => `${mark.key} ${mark.values.join('.')}`));
  const useLabels =
    here.size >= 2 ||
    (labelled.length === 1 &&
      labelled[0]!.at > 0 &&
      labelled[0]!.known &&
      (text.length > 400 || endsParagraph(text, labelled[0]!)));
  if (useLabels) for (const mark of labelled) cuts.push(mark.at);
  // Bare codes: a chain in which each follows the one before it, or a labelled one.
  let chain: Mark[] = [];
  const bare: number[] = [];
  const close = () => {
    if (chain.length >= 2) for (const mark of chain) bare.push(mark.at);
    chain = [];
  };
  let lastLabel: readonly number[] | undefined;
  for (const one of found) {
    if (useLabels && isLabelled.has(one)) {
      close();
      lastLabel = one.values;
      continue;
    }
    if (!one.bare) continue;
    // "… in Toruń 2. Next": the word before the number is the end of a title, not a label.
    const mark = one.key === '' ? one : { ...one, at: one.codeAt, key: '' };
    const last = chain[chain.length - 1];
    const family = last && (last.shape === mark.shape || mark.values.length !== last.values.length);
    if (last && family && follows(last.values, mark.values)) chain.push(mark);
    else if (mark.values[mark.values.length - 1] === 1 || (lastLabel && follows(lastLabel, mark.values))) {
      close();
      chain = [mark];
    }
    if (last && chain[chain.length - 1] !== mark && mark.values[mark.values.length - 1] === 1) {
      close();
      chain = [mark];
    }
  }
  close();
  // One single code at the start of an ordinary line is no paragraph of many.
  if (bare.length >= 2 || (bare.length > 0 && cuts.length > 0)) cuts.push(...bare);
  const sorted = [...new Set(cuts)].sort((a, b) => a - b);
  return sorted.length === 1 && sorted[0] === 0 ? [] : sorted;
}
