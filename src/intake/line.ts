/** Lines: blocks made ready for the outline. Page furniture dropped, contents marked, paragraphs that hold many goals split. */
import type { Block } from './block.ts';
import { readCaption } from './caption.ts';
import { readCode } from './code.ts';
import { fold, isDigit, isLetter, isLower, isSpace, isUpper, words } from './characters.ts';
import { follows, readLabelled } from './label.ts';
import { isDeniedLabel, isPageWord, namesLevel, rolesOf } from './words.ts';

export interface Line {
  readonly block: Block;
  readonly text: string;
  readonly from: number;
  readonly to: number;
  /** A line of a table of contents; its page number is already cut. */
  readonly toc: boolean;
  /** Page header, footer or number: never a goal, never joined. */
  readonly furniture: boolean;
  /** It was cut out of a longer paragraph. */
  readonly cut: boolean;
  /** It is the end of such a paragraph: what follows the title is not cut off by another goal. */
  readonly tail: boolean;
}

/** Lines of a document, in order. Linear in the size of the text. */
export function toLines(blocks: readonly Block[]): Line[] {
  const furniture = findFurniture(blocks);
  const kept: Line[] = [];
  for (let at = 0; at < blocks.length; at++) {
    const one = blocks[at]!;
    kept.push({ block: one, text: one.text, from: one.from, to: one.to, toc: false, furniture: furniture[at]! || one.aside === true, cut: false, tail: false });
  }
  return splitParagraphs(markContents(kept));
}

// Page furniture ------------------------------------------------------------

/** Page numbers, "Page 3 of 60", and lines that come back with every page. */
function findFurniture(blocks: readonly Block[]): boolean[] {
  const counts = new Map<string, number>();
  const numbered = new Map<string, number>();
  for (const { text, column } of blocks) {
    if (text.length > 120 || column !== undefined) continue;
    counts.set(text, (counts.get(text) ?? 0) + 1);
    const shape = edgeShape(text);
    if (shape !== undefined) numbered.set(shape, (numbered.get(shape) ?? 0) + 1);
  }
  const codes = codesAlone(blocks);
  const pageNear = blocks.map(({ text, column }, at) => column === undefined && isPageNumber(text) && !codes.has(at));
  let pages = 0;
  for (const near of pageNear) if (near) pages++;
  return blocks.map(({ text, column }, at) => {
    if (column !== undefined || text.length > 120) return false;
    if (pageNear[at]) return true;
    const shape = edgeShape(text);
    if (shape !== undefined && (numbered.get(shape) ?? 0) >= 3) return true;
    if ((counts.get(text) ?? 0) < 3 || text.endsWith(':') || readLabelled(text) !== undefined) return false;
    // Repeated beside a page number: a running header or footer.
    return pages >= 2 && !beginsWithCode(text) && (pageNear[at - 1] === true || pageNear[at + 1] === true) && repeatedBesidePages(blocks, pageNear, text, counts);
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

const besideCache = new WeakMap<readonly Block[], Map<string, number>>();

function repeatedBesidePages(blocks: readonly Block[], pageNear: readonly boolean[], text: string, counts: ReadonlyMap<string, number>): boolean {
  let beside = besideCache.get(blocks);
  if (!beside) {
    beside = new Map();
    for (let at = 0; at < blocks.length; at++) {
      if (pageNear[at - 1] || pageNear[at + 1]) beside.set(blocks[at]!.text, (beside.get(blocks[at]!.text) ?? 0) + 1);
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
    return bracketed || isDigit(last);
  }
  return found.length <= 3 && isPageWord(found[0]!) && (found.length === 1 || runs === 2);
}

/** A running title with its page number at one edge, the number taken out: "Strategy 2030 | 14". */
function edgeShape(text: string): string | undefined {
  if (text.length < 8) return undefined;
  let end = text.length;
  while (end > 0 && isDigit(text[end - 1])) end--;
  if (end < text.length && text.length - end <= 3 && end > 6 && (isSpace(text[end - 1]) || text[end - 1] === '|')) {
    const shape = text.slice(0, end).trimEnd();
    // "Cel strategiczny 1" is a label, not a header: a header has more words or a mark before the number.
    return words(shape, 9).length >= 4 && !namesLevel(shape) ? `${shape} #` : undefined;
  }
  return undefined;
}

// Tables of contents --------------------------------------------------------

/** Marks lines of tables of contents and cuts their page numbers. */
function markContents(lines: readonly Line[]): Line[] {
  const marked = lines.slice();
  const cuts = lines.map((line) => (line.furniture || line.block.column !== undefined ? undefined : cutPage(line.text)));
  for (let at = 0; at < lines.length; at++) {
    const cut = cuts[at];
    if (cut?.leader) {
      marked[at] = { ...lines[at]!, text: cut.text === '' ? lines[at]!.text : cut.text, toc: true, furniture: cut.text === '' };
    }
  }
  // Without leaders: three or more short lines in a row that end in numbers which never fall.
  let start = 0;
  while (start < lines.length) {
    let end = start;
    let last = 0;
    let misses = 0;
    let found = 0;
    let lastHit = start;
    while (end < lines.length) {
      const cut = cuts[end];
      if (cut && cut.page >= last && lines[end]!.text.length <= 160 && (cut.leader || cut.text.length > 2)) {
        last = cut.page;
        found++;
        misses = 0;
        lastHit = end;
      } else if (found > 0 && misses < 1 && !lines[end]!.block.gap && lines[end]!.text.length <= 160 && !lines[end]!.furniture) misses++;
      else break;
      end++;
    }
    if (found >= 4 && (last > 3 || found >= 5) && plausiblePages(cuts, start, lastHit)) {
      for (let at = start; at <= lastHit; at++) {
        const cut = cuts[at];
        if (!marked[at]!.toc) marked[at] = { ...lines[at]!, text: cut ? cut.text : lines[at]!.text, toc: true };
      }
      start = lastHit + 1;
    } else start++;
    if (found === 0 || found < 4) continue;
  }
  numbersBetween(lines, marked);
  return afterContentsTitle(marked, cuts);
}

/** Contents whose page numbers stand on lines of their own: text, number, text, number, and the numbers rise. */
function numbersBetween(lines: readonly Line[], marked: Line[]): void {
  let at = 0;
  while (at + 1 < lines.length) {
    let end = at;
    let last = 0;
    let pairs = 0;
    while (end + 1 < lines.length && !lines[end]!.furniture && lines[end]!.text.length <= 160 && lines[end]!.block.column === undefined) {
      const page = lines[end + 1]!.furniture ? Number(lines[end + 1]!.text) : Number.NaN;
      if (!(page >= last && page < 1000)) break;
      last = page;
      pairs++;
      end += 2;
    }
    if (pairs >= 3) for (let one = at; one < end; one += 2) marked[one] = { ...marked[one]!, toc: true };
    at = pairs >= 3 ? end : at + 1;
  }
}

/** Numbers at line ends are pages when they are not simply the codes 1, 2, 3 of labels without titles. */
function plausiblePages(cuts: readonly (Cut | undefined)[], from: number, to: number): boolean {
  let jumps = 0;
  let count = 0;
  let last = -1;
  let labels = 0;
  for (let at = from; at <= to; at++) {
    const cut = cuts[at];
    if (!cut) continue;
    count++;
    if (last >= 0 && cut.page !== last + 1) jumps++;
    last = cut.page;
    if (cut.label) labels++;
  }
  return labels * 2 < count && (jumps > 0 || count >= 6);
}

/** Lines without page numbers directly under "Contents" belong to it while they look like its lines and come back later. */
function afterContentsTitle(lines: Line[], cuts: readonly (Cut | undefined)[]): Line[] {
  const later = new Map<string, number>();
  for (let at = 0; at < lines.length; at++) later.set(contentKey(lines[at]!.text), at);
  for (let at = 0; at < lines.length; at++) {
    if (!isContentsTitle(lines[at]!.text)) continue;
    let misses = 0;
    const from = at + 1;
    let to = at;
    const seen = new Set<string>();
    for (let next = from; next < lines.length && next < from + 400; next++) {
      const line = lines[next]!;
      if (line.text.length > 200) break;
      if (line.furniture) continue;
      // The first line that comes a second time is the body.
      const key = contentKey(line.text);
      if (seen.has(key)) break;
      seen.add(key);
      const again = (later.get(key) ?? next) > next;
      if (line.toc || again || cuts[next]?.leader) {
        to = next;
        misses = 0;
      } else if (++misses > 2) break;
    }
    if (to - from >= 1) for (let next = from; next <= to; next++) lines[next] = { ...lines[next]!, toc: true };
    at = Math.max(at, to);
  }
  return lines;
}

function contentKey(text: string): string {
  return words(fold(text.slice(0, 200)), 30).join(' ');
}

const contentsTitles = new Set(['spis tresci', 'zawartosc', 'contents', 'table of contents', 'inhalt', 'inhaltsverzeichnis', 'obsah', 'sommaire', 'table des matieres', 'indice', 'contenido', 'tabla de contenido', 'indice de contenidos', 'зміст', 'содержание', 'cuprins', 'inhoud', 'inhoudsopgave', 'innehall', 'innehallsforteckning', 'indholdsfortegnelse', 'innhold', 'sisallys', 'turinys', 'saturs', 'sisukord', 'tartalom', 'tartalomjegyzek', 'sadrzaj', 'kazalo', 'sumario', 'indice general', 'съдържание', 'съдьржание', 'sumari', 'index']);

function isContentsTitle(text: string): boolean {
  return text.length < 60 && contentsTitles.has(words(fold(text), 6).filter((word) => !isDigit(word[0])).join(' '));
}

interface Cut { readonly text: string; readonly page: number; readonly leader: boolean; readonly label: boolean }

/** Takes a page number, and the leader before it, from the end of a line. */
function cutPage(text: string): Cut | undefined {
  let end = text.length;
  while (end > 0 && (isSpace(text[end - 1]))) end--;
  const digitsEnd = end;
  while (end > 0 && isDigit(text[end - 1])) end--;
  const digits = digitsEnd - end;
  if (digits > 3) return undefined;
  let leaderStart = end;
  let dots = 0;
  while (leaderStart > 0 && (isSpace(text[leaderStart - 1]) || '.…·_'.includes(text[leaderStart - 1]!))) {
    leaderStart--;
    if (text[leaderStart] === '…') dots += 3;
    else if (!isSpace(text[leaderStart])) dots++;
  }
  const leader = dots >= 3;
  if (digits === 0 && !(dots >= 5)) return undefined;
  if (leaderStart === end && digits > 0) return undefined;
  // "title ..... str. 12"
  if (digits > 0 && dots === 0) {
    let wordEnd = end;
    while (wordEnd > 0 && (isSpace(text[wordEnd - 1]) || text[wordEnd - 1] === '.')) wordEnd--;
    let word = wordEnd;
    while (word > 0 && isLetter(text[word - 1])) word--;
    if (word < wordEnd && isPageWord(text.slice(word, wordEnd)) && wordEnd - word <= 6) {
      const inner = cutPage(`${text.slice(0, word).trimEnd()} ${text.slice(end, digitsEnd)}`);
      if (inner) return { ...inner, leader: true };
    }
  }
  const rest = text.slice(0, leaderStart);
  if (!leader && (rest.endsWith(',') || rest.length < 3 || !isLetter(lastLetter(rest)))) return undefined;
  const lastWord = words(rest.slice(-40), 20).pop() ?? '';
  return { text: rest, page: digits > 0 ? Number(text.slice(end, digitsEnd)) : 0, leader, label: !leader && (namesLevel(lastWord) || isDeniedLabel(lastWord)) };
}

function lastLetter(text: string): string {
  const last = text[text.length - 1]!;
  return last === ')' || last === '“' || last === '”' || last === '"' ? 'x' : last;
}

// Paragraphs that hold many goals -------------------------------------------

interface Mark { readonly at: number; readonly codeAt: number; readonly bare: boolean; readonly key: string; readonly values: readonly number[]; readonly known: boolean; readonly end: number; readonly shape: string }

/** Splits before capitalised labels with numbers and before numbers that run on; never inside prose, where labels are in lower case. */
function splitParagraphs(lines: readonly Line[]): Line[] {
  const families = new Map<string, Set<string>>();
  const marks: (Mark[] | undefined)[] = lines.map((line) => {
    if (line.furniture || line.text.length < 40) return undefined;
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
    const ends = [...cuts.filter((cut) => cut > 0), line.text.length];
    let from = 0;
    const first = out.length;
    for (const end of ends) {
      for (const text of splitCaptions(line.text.slice(from, end).trim())) {
        out.push({ ...line, text, cut: true, tail: end === line.text.length, block: from === 0 ? line.block : { ...line.block, bullet: '', heading: 0, gap: true } });
        from = end;
      }
      from = end;
    }
    cutPages(out, first);
  }
  return out;
}

/** A run-on table of contents: most of its parts end in page numbers that never fall. */
function cutPages(out: Line[], first: number): void {
  const cuts = out.slice(first).map((line) => cutPage(line.text));
  let last = 0;
  let pages = 0;
  for (const cut of cuts) {
    if (!cut || cut.page < last) continue;
    last = cut.page;
    pages++;
  }
  if (pages < 3 || pages * 10 < cuts.length * 7) return;
  let page = 0;
  cuts.forEach((cut, at) => {
    const line = out[first + at]!;
    const text = beforePage(line.text, page) ?? cut?.text ?? '';
    page = Math.max(page, cut?.page ?? 0);
    out[first + at] = { ...line, text: text === '' ? line.text : text, toc: true };
  });
}

/** The text before the first page number that a capital follows: "Nowe zawody 22 Monitoring 30". */
function beforePage(text: string, least: number): string | undefined {
  for (let at = 4; at < text.length; at++) {
    if (!isDigit(text[at]) || !isSpace(text[at - 1])) continue;
    let end = at;
    while (isDigit(text[end])) end++;
    const page = Number(text.slice(at, end));
    let next = end;
    while (isSpace(text[next])) next++;
    if (end - at <= 3 && page >= least && next > end && (isUpper(text[next]) || isDigit(text[next]))) {
      const cut = cutPage(text.slice(0, end));
      if (cut && cut.text !== '') return cut.text;
    }
    at = end;
  }
  return undefined;
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
      if (at > 12 && readCaption(text.slice(at, colon + 1), noLabels)) return [text.slice(0, at).trim(), text.slice(at)];
    }
    if (colon > 3000) break;
  }
  return [text];
}

/** Lines beyond this many are not split any further. */
const mostLines = 60_000;

const noLabels: ReadonlyMap<string, unknown> = new Map();

/** Where in a paragraph a label with a code, or a bare code, stands before a capital letter. */
function findMarks(text: string): Mark[] {
  const found: Mark[] = [];
  let at = 0;
  let depth = 0;
  while (at < text.length) {
    const char = text[at]!;
    if (char === '(') depth++;
    if (char === ')') depth = Math.max(0, depth - 1);
    const wordStart = at === 0 || isSpace(text[at - 1]);
    if (!wordStart || (!isDigit(char) && !isUpper(char) && char !== '(')) {
      at++;
      continue;
    }
    const code = readCode(text, at);
    const usable = code && (isDigit(char) || code.prefix !== '' || code.parts.length > 1 || code.parts[0]!.kind === 'r' || code.parts[0]!.kind === 'l');
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
    const upper = next >= text.length || isUpper(text[next]) || '„"“«\'('.includes(text[next]!) || isDigit(text[next]);
    if (upper && (depth === 0 || char === '(')) {
      const label = lookBack(text, at);
      const values = code.parts.map((part) => part.value);
      const shape = `${code.prefix}|${code.parts.map((part) => part.kind).join('')}|${code.close === ')' ? ')' : ''}`;
      const bare = marked || code.parts.length > 1 || code.prefix !== '';
      if (label) found.push({ at: label.at, codeAt: at, bare, key: fold(label.label), values, known: namesLevel(label.label) && !isDeniedLabel(label.label), end: code.end, shape });
      else if (bare) found.push({ at, codeAt: at, bare, key: '', values, known: false, end: code.end, shape });
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
    while (start > 0 && (isLetter(text[start - 1]) || (text[start - 1] === '-' && isLetter(text[start]) && begin - start < 30))) start--;
    if (start === begin) {
      // "No. 3", "nr 3": the dot of the number word.
      if (count === 0 && text[begin - 1] === '.' && begin > 2 && isLetter(text[begin - 2])) {
        begin--;
        continue;
      }
      return undefined;
    }
    const word = text.slice(start, begin);
    if (isUpper(word[0]) && !(count === 0 && ['No', 'Nr', 'NR', 'NO'].includes(word))) {
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
function extendCapitals(text: string, start: number, word: string, end: number): { label: string; at: number } {
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

/** Which marks are real: labels whose family runs on in the document, bare codes that follow one another. */
function chooseCuts(text: string, found: readonly Mark[], families: ReadonlyMap<string, ReadonlySet<string>>): number[] {
  const cuts: number[] = [];
  const labelled = found.filter((mark) => mark.key !== '' && (families.get(mark.key)?.size ?? 0) >= (mark.known ? 2 : 3));
  const isLabelled = new Set(labelled);
  const here = new Set(labelled.map((mark) => `${mark.key} ${mark.values.join('.')}`));
  const useLabels = here.size >= 2 || (labelled.length === 1 && labelled[0]!.at > 0 && text.length > 400 && labelled[0]!.known);
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

/** True when a text goes on in the middle of a sentence. */
export function continues(text: string): boolean {
  return isLower(text[0]);
}
