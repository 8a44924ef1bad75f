/** Reader for plain text: one block a line, with bullets, indentation, tabbed cells and the little markup that portals leave behind. */
import { block, type Block } from './block.ts';
import { collapse, isDigit, isLetter, isSpace } from './characters.ts';
import { unlink } from './markup.ts';

const bullets = '-–—•▪·●○◦■□►▶»*‣⁃✓✔➢➔→❖♦◆';

/** Blocks of a normalised text. Linear. */
export function readText(text: string): Block[] {
  const blocks: Block[] = [];
  let gap = true;
  let number = 0;
  let header: readonly string[] | undefined;
  for (const raw of text.split('\n')) {
    number++;
    if (collapse(raw) === '') {
      gap = true;
      header = undefined;
      continue;
    }
    const cells = tabbed(raw, header !== undefined);
    if (cells) {
      for (const made of row(cells, header, number)) blocks.push(made);
      header ??= cells;
      gap = false;
      continue;
    }
    header = undefined;
    const made = readLine(raw, number, gap);
    if (made) blocks.push(made);
    gap = false;
  }
  return blocks;
}

/** One line of text: bullet, depth, heading mark, link. Undefined when nothing is left of it. */
export function readLine(raw: string, number: number, gap: boolean): Block | undefined {
  let at = 0;
  let indent = 0;
  while (isSpace(raw[at])) {
    indent += raw[at] === '\t' ? 4 : 1;
    at++;
  }
  let heading = 0;
  while (raw[at + heading] === '#' && heading < 7) heading++;
  if (heading > 0 && heading < 7 && isSpace(raw[at + heading])) at += heading;
  else heading = 0;
  let bullet = '';
  for (let more = 0; more < 2; more++) {
    const char = raw[at];
    if (char === undefined) break;
    const mark = bullets.includes(char) && (isSpace(raw[at + 1]) || raw[at + 1] === undefined || ('•▪●■►➢'.includes(char)));
    const round = char === 'o' && isSpace(raw[at + 1]) && (indent > 0 || blockyAfter(raw, at + 1));
    if (!mark && !round) break;
    bullet = char;
    at++;
    while (isSpace(raw[at])) at++;
  }
  const { text, link, strong } = unlink(collapse(raw.slice(at)));
  if (text === '') return undefined;
  return block(text, number, { bullet, depth: Math.min(9, indent >> 1), heading, link, strong, gap });
}

/** "o" as a Word bullet: what follows begins with a capital or a digit ("o Żłobek"), while Polish "o " begins a phrase in lower case. */
function blockyAfter(raw: string, at: number): boolean {
  while (isSpace(raw[at])) at++;
  const char = raw[at];
  return char !== undefined && (isDigit(char) || (isLetter(char) && char === char.toUpperCase()));
}

/** Cells of a line with tabs between texts, or undefined. A number and a tab before a title is a list, not a table. */
function tabbed(raw: string, inTable: boolean): string[] | undefined {
  if (!raw.includes('\t')) return undefined;
  const cells = raw.split('\t').map(collapse);
  while (cells.length > 0 && cells[cells.length - 1] === '') cells.pop();
  if (cells.length > 30) return undefined;
  if (inTable) return cells;
  const filled = cells.filter((cell) => cell !== '');
  if (filled.length < 2 || cells[0] === '') return undefined;
  return filled.every((cell) => cell.length >= 3 && isLetter(cell[0])) || filled.length >= 3 ? cells : undefined;
}

/** Blocks of the cells of one table row. */
export function row(cells: readonly string[], header: readonly string[] | undefined, number: number, to = number): Block[] {
  const blocks: Block[] = [];
  for (let at = 0; at < cells.length; at++) {
    const cell = unlink(cells[at]!).text;
    if (cell === '') continue;
    blocks.push(block(cell, number, { to, whole: true, gap: true, column: header ? header[at] || ' ' : '', columnIndex: at }));
  }
  return blocks;
}
