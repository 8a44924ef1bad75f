/** Reader for plain text: one block a line, with bullets, indentation, tabbed cells and the little markup that portals leave behind. */
import { block, type Block } from './block.ts';
import { bulletEnd, withoutCircle } from './bullet.ts';
import { collapse, isLetter, isSpace } from './characters.ts';
import { readGrid, type Grid } from './grid.ts';
import { readLabelled } from './label.ts';
import { unlink } from './markup.ts';

/** Blocks of a normalised text. Linear. */
export function readText(text: string): Block[] {
  const blocks: Block[] = [];
  const lines = text.split('\n');
  const doubled = isDoubleSpaced(lines);
  let blank = 1;
  let at = 0;
  while (at < lines.length) {
    const raw = lines[at]!;
    if (isBlank(raw)) {
      blank++;
      at++;
      continue;
    }
    const grid = readGrid(lines, at);
    if (grid?.columns) {
      blocks.push(...readColumns(grid.rows, at + 1));
      at += grid.size;
      blank = 1;
      continue;
    }
    if (grid) {
      for (let one = 0; one < grid.rows.length; one++) {
        const cells = grid.rows[one];
        if (cells)
          blocks.push(
            ...row(cells, one === 0 ? undefined : grid.rows[0], Math.min(at + one, at + grid.size - 1) + 1),
          );
      }
      at += grid.size;
      blank = 1;
      continue;
    }
    const wide = splitWide(raw);
    const made = readLine(raw.slice(0, wide), at + 1, blank > (doubled ? 1 : 0));
    if (made) blocks.push(made);
    const aside = collapse(raw.slice(wide));
    if (aside !== '') blocks.push(block(aside, at + 1, { aside: true }));
    blank = 0;
    at++;
  }
  return blocks;
}

/** Columns of text beside one another, read downwards. */
function readColumns(rows: Grid['rows'], number: number): Block[] {
  const blocks: Block[] = [];
  for (let column = 0; column < rows[0]!.length; column++) {
    let gap = true;
    rows.forEach((cells, at) => {
      const made = readLine(cells?.[column] ?? '', number + at, gap);
      if (made) blocks.push(made);
      gap = made === undefined && cells === undefined;
    });
  }
  return blocks;
}

/** Where the text that stands far to the right begins: after three spaces or a tab behind some words. The length of the line when there is none. */
function splitWide(raw: string): number {
  let letters = 0;
  for (let at = 0; at < raw.length; at++) {
    if (isLetter(raw[at])) letters++;
    if (
      letters < 8 ||
      !(raw[at] === '\t' || (isSpace(raw[at]) && isSpace(raw[at + 1]) && isSpace(raw[at + 2])))
    )
      continue;
    // "Cel strategiczny 1     Miasto zielone": the gap stands between label and title.
    if (readLabelled(collapse(raw.slice(0, Math.min(at, 200))))?.rest !== '') return at;
    while (isSpace(raw[at + 1])) at++;
  }
  return raw.length;
}

function isBlank(raw: string): boolean {
  for (let at = 0; at < raw.length; at++) if (!isSpace(raw[at])) return false;
  return true;
}

/** An empty line after nearly every line says nothing: such texts come out of PDF files. */
function isDoubleSpaced(lines: readonly string[]): boolean {
  let filled = 0;
  let single = 0;
  for (let at = 1; at < lines.length; at++) {
    if (isBlank(lines[at]!)) continue;
    filled++;
    if (isBlank(lines[at - 1]!) && (at < 2 || !isBlank(lines[at - 2]!))) single++;
  }
  return filled >= 12 && single * 10 >= filled * 7;
}

/** One line of text: bullet, depth, heading mark, link. Undefined when nothing is left of it. */
export function readLine(raw: string, number: number, gap: boolean, markdown = false): Block | undefined {
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
    const end = bulletEnd(raw, at, indent > 0);
    if (end === at) break;
    if (heading === 0) bullet = String.fromCodePoint(raw.codePointAt(at)!);
    at = end;
  }
  const { text, link, strong } = unlink(withoutCircle(collapse(raw.slice(at))), markdown);
  if (text === '') return undefined;
  return block(text, number, { bullet, depth: Math.min(9, indent >> 1), heading, link, strong, gap });
}

/** Blocks of the cells of one table row. */
export function row(
  cells: readonly string[],
  header: readonly string[] | undefined,
  number: number,
  to = number,
  markdown = false,
): Block[] {
  const blocks: Block[] = [];
  for (let at = 0; at < cells.length; at++) {
    const cell = unlink(cells[at]!, markdown).text;
    if (cell === '') continue;
    blocks.push(
      block(cell, number, {
        to,
        whole: true,
        gap: true,
        column: header ? header[at] || ' ' : '',
        columnIndex: at,
      }),
    );
  }
  return blocks;
}
