/** Tables of contents: their lines are marked and lose their page numbers. */
import { contentsTitles } from '../text/document-words.ts';
import { fold, isDigit, isLetter, isSpace, isUpper, words } from './characters.ts';
import type { Line } from './line.ts';
import { isDeniedLabel, isPageWord, namesLevel } from './words.ts';

/** Lines that are looked along at once for rising page numbers; longer contents are taken piece by piece. */
const longestRun = 300;

/** Marks lines of tables of contents and cuts their page numbers. */
export function markContents(lines: readonly Line[]): Line[] {
  const marked = lines.slice();
  const cuts = lines.map((line) =>
    line.furniture || line.block.column !== undefined ? undefined : cutPage(line.text),
  );
  for (let at = 0; at < lines.length; at++) {
    const cut = cuts[at];
    if (cut?.leader) {
      marked[at] = {
        ...lines[at]!,
        text: cut.text === '' ? lines[at]!.text : cut.text,
        toc: true,
        furniture: cut.text === '',
      };
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
    while (end < lines.length && end - start < longestRun) {
      const cut = cuts[end];
      if (cut && cut.page >= last && lines[end]!.text.length <= 160 && (cut.leader || cut.text.length > 2)) {
        last = cut.page;
        found++;
        misses = 0;
        lastHit = end;
      } else if (
        found > 0 &&
        misses < 1 &&
        !lines[end]!.block.gap &&
        lines[end]!.text.length <= 160 &&
        !lines[end]!.furniture
      )
        misses++;
      else break;
      end++;
    }
    if (found >= 4 && (last > 3 || found >= 5) && plausiblePages(cuts, start, lastHit)) {
      for (let at = start; at <= lastHit; at++) {
        const cut = cuts[at];
        if (!marked[at]!.toc)
          marked[at] = { ...lines[at]!, text: cut ? cut.text : lines[at]!.text, toc: true };
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
    while (
      end + 1 < lines.length &&
      !lines[end]!.furniture &&
      lines[end]!.text.length <= 160 &&
      lines[end]!.block.column === undefined
    ) {
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
    if (to - from >= 1)
      for (let next = from; next <= to; next++) lines[next] = { ...lines[next]!, toc: true };
    at = Math.max(at, to);
  }
  return lines;
}

function contentKey(text: string): string {
  return words(fold(text.slice(0, 200)), 30).join(' ');
}

function isContentsTitle(text: string): boolean {
  return (
    text.length < 60 &&
    contentsTitles.has(
      words(fold(text), 6)
        .filter((word) => !isDigit(word[0]))
        .join(' '),
    )
  );
}

interface Cut {
  readonly text: string;
  readonly page: number;
  readonly leader: boolean;
  readonly label: boolean;
}

/** Takes a page number, and the leader before it, from the end of a line. */
function cutPage(text: string): Cut | undefined {
  let end = text.length;
  while (end > 0 && isSpace(text[end - 1])) end--;
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
  return {
    text: rest,
    page: digits > 0 ? Number(text.slice(end, digitsEnd)) : 0,
    leader,
    label: !leader && (namesLevel(lastWord) || isDeniedLabel(lastWord)),
  };
}

function lastLetter(text: string): string {
  const last = text[text.length - 1]!;
  return last === ')' || last === '“' || last === '”' || last === '"' ? 'x' : last;
}

/** A run-on table of contents: most of its parts end in page numbers that never fall. */
export function cutPages(out: Line[], first: number): void {
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
