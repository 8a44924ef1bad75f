/** Tables in plain text: cells between tabs, bars or semicolons, or in columns of spaces. */
import { collapse, isDigit, isLetter, isSpace } from './characters.ts';
import { readCode } from './code.ts';
import { readLabelled } from './label.ts';

export interface Grid {
  /** Lines it takes, the header included. */
  readonly size: number;
  /** Cells of each line; the first one is the header. Undefined for rule lines. */
  readonly rows: readonly (readonly string[] | undefined)[];
  /** The page is set in columns, each with its own goals: they are read one after another. */
  readonly columns?: boolean;
}

/** The table that begins at line `at`, or undefined. Looks ahead only along its own lines. */
export function readGrid(lines: readonly string[], at: number): Grid | undefined {
  const header = lines[at]!;
  if (header.length > 2000) return undefined;
  for (const split of [byTab, byBar, bySemicolon]) {
    const cells = split(header);
    if (!cells || !isHeader(cells)) continue;
    const rows: (readonly string[] | undefined)[] = [cells];
    let end = at + 1;
    while (end < lines.length && lines[end]!.length <= 8000) {
      const more =
        split === byBar && !header.trimStart().startsWith('|') ? inner(lines[end]!) : split(lines[end]!);
      // A line without tabs between two rows spans the table: the name of a group.
      if (
        !more &&
        split === byTab &&
        !isBlank(lines[end]!) &&
        lines[end]!.length <= 200 &&
        lines[end + 1]?.includes('\t') === true
      ) {
        rows.push([collapse(lines[end]!)]);
        end++;
        continue;
      }
      if (!more || (split === bySemicolon && more.length !== cells.length)) break;
      rows.push(isRule(more) ? undefined : more);
      end++;
    }
    if (rows.length >= (split === bySemicolon ? 3 : 2)) return { size: end - at, rows };
  }
  return bySpaces(lines, at);
}

function isBlank(line: string): boolean {
  for (let at = 0; at < line.length; at++) if (!isSpace(line[at])) return false;
  return true;
}

function isHeader(cells: readonly string[]): boolean {
  const filled = cells.filter((cell) => cell !== '');
  if (filled.length > 0 && isNumbered(filled[0]!, filled[1])) return false;
  // A number and a tab before a title is a list, not a table.
  return (
    filled.length >= 2 &&
    (filled.length >= 3 || filled.every((cell) => cell.length >= 3 && isLetter(cell[0]))) &&
    filled.every((cell) => cell.length <= 120)
  );
}

/** A row that begins with a code, or with a label and code beside a title, is no header: it is a line of a list, or of contents. */
function isNumbered(cell: string, next: string | undefined): boolean {
  if (readLabelled(cell)?.rest === '' && next !== undefined && readLabelled(next) === undefined) return true;
  const code = readCode(cell, 0);
  return (
    code !== undefined && code.end >= cell.length && (isDigit(cell[cell.length - 1]) || code.close !== '')
  );
}

function isRule(cells: readonly string[]): boolean {
  let marks = 0;
  for (const cell of cells) {
    for (const char of cell) {
      if (char !== '-' && char !== ':' && char !== '=' && char !== ' ') return false;
      marks++;
    }
  }
  return marks > 0;
}

function byTab(line: string): string[] | undefined {
  return line.includes('\t') ? trimmed(line.split('\t')) : undefined;
}

function byBar(line: string): string[] | undefined {
  const first = line.indexOf('|');
  if (first < 0) return undefined;
  const cells = line.trim().startsWith('|') ? line.trim().slice(1).split('|') : line.split('|');
  return line.trim().startsWith('|') || cells.length >= 3 ? trimmed(cells) : undefined;
}

/** A row below a header without an outer bar: a bar at its start closes an empty cell. */
function inner(line: string): string[] | undefined {
  return line.includes('|') ? trimmed(line.split('|')) : undefined;
}

function bySemicolon(line: string): string[] | undefined {
  if (!line.includes(';')) return undefined;
  const cells: string[] = [];
  let cell = '';
  let quoted = false;
  for (const char of line) {
    if (char === '"') quoted = !quoted;
    else if (char === ';' && !quoted) {
      cells.push(collapse(cell));
      cell = '';
    } else cell += char;
  }
  cells.push(collapse(cell));
  return cells.length >= 2 && cells.length <= 40 ? cells : undefined;
}

function trimmed(raw: readonly string[]): string[] | undefined {
  const cells = raw.map(collapse);
  while (cells.length > 0 && cells[cells.length - 1] === '') cells.pop();
  return cells.length <= 40 ? cells : undefined;
}

/** Columns of spaces: the header's words begin where the cells begin. Lines that go on with a cell belong to it. */
function bySpaces(lines: readonly string[], at: number): Grid | undefined {
  const header = pieces(lines[at]!);
  if (
    header.length < 2 ||
    isNumbered(header[0]!.text, header[1]!.text) ||
    !header.every((one) => one.text.length >= 3 && one.text.length <= 60 && isLetter(one.text[0]))
  )
    return undefined;
  const rows: (string[] | undefined)[] = [header.map((one) => one.text)];
  const coded: (boolean | undefined)[] = [];
  let above: string[] | undefined;
  let end = at + 1;
  let wide = 0;
  let blanks = 0;
  while (end < lines.length) {
    const line = lines[end]!;
    const found = pieces(line);
    if (found.length === 0) {
      if (++blanks > 1) break;
      rows.push(undefined);
      end++;
      continue;
    }
    if (found.length > header.length || (blanks > 0 && found.length < 2 && !isSpace(line[0]))) break;
    if (isRule(found.map((one) => one.text))) {
      rows.push(undefined);
      end++;
      continue;
    }
    const cells = header.map(() => '');
    let fits = true;
    for (const one of found) {
      let column = -1;
      for (let next = 0; next < header.length; next++) if (one.at >= header[next]!.at - 2) column = next;
      if (column < 0 || Math.abs(one.at - header[column]!.at) > 6 || cells[column] !== '') fits = false;
      else cells[column] = one.text;
    }
    if (!fits) break;
    if (found.length > 1) wide++;
    const goesOn =
      above !== undefined &&
      blanks === 0 &&
      cells.every(
        (cell, column) =>
          cell === '' ||
          (above![column] !== '' &&
            above![column]!.length < longestCell &&
            ((isLetter(cell[0]) && cell[0] === cell[0]!.toLowerCase()) ||
              (coded[column] === true && !isDigit(cell[0])))),
      );
    if (goesOn) {
      for (let column = 0; column < cells.length; column++)
        if (cells[column] !== '') above![column] = joinCell(above![column]!, cells[column]!);
      rows.push(undefined);
    } else {
      cells.forEach((cell, column) => {
        if (cell !== '') coded[column] ??= isDigit(cell[0]);
      });
      rows.push(cells);
      above = cells;
    }
    blanks = 0;
    end++;
  }
  if (wide < 2) return undefined;
  return { size: end - at, rows, ...(rows.some(isSideBySide) ? { columns: true } : {}) };
}

/** "Goal 1     Goal 2     Goal 3": the same label in every cell, each with a number of its own. */
function isSideBySide(cells: readonly string[] | undefined): boolean {
  const heads = cells?.map(readLabelled) ?? [];
  const codes = new Set(heads.map((head) => head?.code?.text));
  return (
    heads.length >= 2 &&
    codes.size === heads.length &&
    heads.every((head) => head?.code && head.key === heads[0]?.key)
  );
}

/** A cell that goes on for longer than this is no title. */
const longestCell = 1000;

function joinCell(above: string, below: string): string {
  return above.endsWith('-') &&
    isLetter(above[above.length - 2]) &&
    isLetter(below[0]) &&
    below[0] === below[0]!.toLowerCase()
    ? above.slice(0, -1) + below
    : `${above} ${below}`;
}

/** Parts of a line that two or more spaces keep apart, with their positions. */
function pieces(line: string): { text: string; at: number }[] {
  const found: { text: string; at: number }[] = [];
  if (line.length > 400) return found;
  let at = 0;
  while (at < line.length) {
    while (isSpace(line[at])) at++;
    if (at >= line.length) break;
    const start = at;
    while (at < line.length && !(isSpace(line[at]) && isSpace(line[at + 1]))) at++;
    found.push({ text: collapse(line.slice(start, at)), at: start });
  }
  return found;
}
