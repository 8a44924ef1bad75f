/** Page furniture: page numbers, running headers and footers. */
import type { Block } from './block.ts';
import { isDigit, isLetter, isSpace, isUpper, words } from './characters.ts';
import { readCode } from './code.ts';
import { readLabelled } from './label.ts';
import { isPageWord, namesLevel, statedCount } from './words.ts';

/** Page numbers, "Page 3 of 60", and lines that come back with every page. */
export function findFurniture(blocks: readonly Block[]): boolean[] {
  const counts = new Map<string, number>();
  const numbered = new Map<string, number>();
  for (const { text, column } of blocks) {
    if (text.length > 120 || column !== undefined) continue;
    counts.set(text, (counts.get(text) ?? 0) + 1);
    const shape = edgeShape(text);
    if (shape !== undefined) numbered.set(shape, (numbered.get(shape) ?? 0) + 1);
  }
  const codes = new Set([...codesAlone(blocks), ...codesStated(blocks)]);
  const pageNear = blocks.map(
    ({ text, column }, at) => column === undefined && isPageNumber(text) && !codes.has(at),
  );
  let pages = 0;
  for (const near of pageNear) if (near) pages++;
  return blocks.map(({ text, column }, at) => {
    if (column !== undefined || text.length > 120) return false;
    if (pageNear[at]) return true;
    const shape = edgeShape(text);
    if (shape !== undefined && (numbered.get(shape) ?? 0) >= 3) return true;
    if ((counts.get(text) ?? 0) < 3 || text.endsWith(':') || readLabelled(text) !== undefined) return false;
    // Repeated beside a page number: a running header or footer.
    return (
      pages >= 2 &&
      !beginsWithCode(text) &&
      (pageNear[at - 1] === true || pageNear[at + 1] === true) &&
      repeatedBesidePages(blocks, pageNear, text, counts)
    );
  });
}

/** Numbers on lines of their own that are codes: 1, 2, 3 in order, each with its 1.1, 2.1, 3.1 close below. */
function codesAlone(blocks: readonly Block[]): ReadonlySet<number> {
  const found = new Set<number>();
  let next = 1;
  for (let at = 0; at < blocks.length; at++) {
    const text = blocks[at]!.text;
    if (text.length > 2 || Number(text) !== next) continue;
    const below = blocks.slice(at + 1, at + 7).some((one) => one.text.startsWith(`${next}.1`));
    if (!below) continue;
    found.add(at);
    next++;
  }
  return found.size >= 2 ? found : new Set();
}

/** Numbers on lines of their own, 1 to n, each above a title, where the text before states n goals. */
function codesStated(blocks: readonly Block[]): readonly number[] {
  let stated = 0;
  let run: number[] = [];
  for (let at = 0; at + 1 < blocks.length; at++) {
    const { text, column } = blocks[at]!;
    if (run.length === 0 && text.length <= 300 && !text.endsWith('.')) stated = statedCount(text) || stated;
    if (stated < 3 || text.length > 2 || column !== undefined || !isDigit(text[0])) continue;
    const value = Number(text);
    const below = blocks[at + 1]!.text;
    const title =
      below.length >= 3 &&
      below.length <= 160 &&
      isUpper(below[0]) &&
      !below.endsWith('.') &&
      !below.endsWith(':');
    if (value === 1) run = [];
    if (value === run.length + 1 && title) run.push(at);
    if (run.length === stated) return run;
  }
  return [];
}

const besideCache = new WeakMap<readonly Block[], Map<string, number>>();

function repeatedBesidePages(
  blocks: readonly Block[],
  pageNear: readonly boolean[],
  text: string,
  counts: ReadonlyMap<string, number>,
): boolean {
  let beside = besideCache.get(blocks);
  if (!beside) {
    beside = new Map();
    for (let at = 0; at < blocks.length; at++) {
      if (pageNear[at - 1] || pageNear[at + 1])
        beside.set(blocks[at]!.text, (beside.get(blocks[at]!.text) ?? 0) + 1);
    }
    besideCache.set(blocks, beside);
  }
  const near = beside.get(text) ?? 0;
  return near >= 2 && near * 2 >= (counts.get(text) ?? 0);
}

function beginsWithCode(text: string): boolean {
  return readCode(text, 0) !== undefined;
}

/** "12", "- 12 -", "Page 3 of 60", "Strona3", "3 / 60", "str. 4". */
export function isPageNumber(text: string): boolean {
  if (text.length > 40) return false;
  let digits = 0;
  let letters = '';
  let other = 0;
  let runs = 0;
  let wasDigit = false;
  for (const char of text) {
    if (isDigit(char)) {
      digits++;
      if (!wasDigit) runs++;
      wasDigit = true;
      continue;
    }
    wasDigit = false;
    if (isLetter(char)) letters += char;
    else if (isSpace(char)) letters += ' ';
    else if (!'-–—|/.[]()•·'.includes(char)) other++;
  }
  if (digits === 0 || digits > 8 || other > 0 || runs > 2) return false;
  const found = words(letters, 5);
  if (found.length === 0) {
    if (runs === 2) return text.includes('/');
    if (digits > 3) return false;
    // "1." and "1)" alone are codes whose title stands in the next line.
    const last = text[text.length - 1];
    const bracketed = text[0] === '-' || text[0] === '–' || text[0] === '|' || text[0] === '[';
    return bracketed || isDigit(last) || last === '–' || last === '-' || last === '|';
  }
  return found.length <= 3 && isPageWord(found[0]!) && (found.length === 1 || runs === 2);
}

/** A running title with its page number at one edge, the number taken out: "Strategy 2030 | 14". */
function edgeShape(text: string): string | undefined {
  if (text.length < 8) return undefined;
  let end = text.length;
  while (end > 0 && isDigit(text[end - 1])) end--;
  if (
    end < text.length &&
    text.length - end <= 3 &&
    end > 6 &&
    (isSpace(text[end - 1]) || text[end - 1] === '|')
  ) {
    const shape = text.slice(0, end).trimEnd();
    // "Cel strategiczny 1" is a label, not a header: a header has more words or a mark before the number.
    return words(shape, 9).length >= 4 && !namesLevel(shape) ? `${shape} #` : undefined;
  }
  return undefined;
}
