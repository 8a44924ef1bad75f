/** CSV of any office: separator found, quotes, line ends inside cells, ragged rows. One pass, bounded. */

/** Limits of a sheet; what is beyond is refused, never cut off in silence. */
export const SHEET_LIMITS = { rows: 20_000, columns: 200, cell: 50_000 } as const;

export type SheetRefusal =
  | 'sheet-empty'
  | 'sheet-too-long'
  | 'sheet-too-wide'
  | 'cell-too-long'
  | 'quote-open';

/** A sheet as text: the header and the rows below it, all of the same width. */
export interface Grid {
  readonly headers: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** Line of the file on which each row begins, 1-based. */
  readonly lines: readonly number[];
}

const SEPARATORS = [';', ',', '\t', '|'] as const;
export type Separator = (typeof SEPARATORS)[number];

/** Reads the text; the separator is found when it is not given. */
export function readCsv(
  text: string,
  given: Separator | null = null,
): { readonly grid: Grid; readonly separator: Separator } | SheetRefusal {
  const body = text.startsWith('\uFEFF') ? text.slice(1) : text;
  const separator = given ?? separatorOf(body);
  const cells = scan(body, separator);
  if (typeof cells === 'string') return cells;
  const grid = gridOf(
    cells.rows.map((row) => row.map(plain)),
    cells.lines,
  );
  return typeof grid === 'string' ? grid : { grid, separator };
}

/** A header and rows of one width; rows without any text are left out. */
export function gridOf(
  rows: readonly (readonly string[])[],
  lines: readonly number[] = rows.map((_, at) => at + 1),
): Grid | SheetRefusal {
  const from = rows.findIndex((row) => row.some((cell) => cell.trim() !== ''));
  if (from < 0) return 'sheet-empty';
  const kept = rows
    .map((row, at) => ({ row, line: lines[at]! }))
    .slice(from + 1)
    .filter(({ row }) => row.some((cell) => cell.trim() !== ''));
  if (kept.length > SHEET_LIMITS.rows) return 'sheet-too-long';
  const header = rows[from]!;
  const width = kept.reduce((most, { row }) => Math.max(most, used(row)), used(header));
  if (width > SHEET_LIMITS.columns) return 'sheet-too-wide';
  const whole = (row: readonly string[]): readonly string[] =>
    Array.from({ length: width }, (_, at) => row[at] ?? '');
  return {
    headers: whole(header).map((text) => text.trim()),
    rows: kept.map(({ row }) => whole(row)),
    lines: kept.map(({ line }) => line),
  };
}

function used(row: readonly string[]): number {
  return row.findLastIndex((cell) => cell.trim() !== '') + 1;
}

/** The sign that splits the first lines into the most, and equally many, cells. */
function separatorOf(text: string): Separator {
  const head = text.slice(0, 20_000);
  let best: Separator = ';';
  let most = 0;
  for (const separator of SEPARATORS) {
    const counts: number[] = [];
    let quoted = false;
    let count = 0;
    for (let at = 0; at < head.length && counts.length < 10; at++) {
      const sign = head[at]!;
      if (sign === '"') quoted = !quoted;
      else if (!quoted && sign === separator) count++;
      else if (!quoted && sign === '\n') {
        counts.push(count);
        count = 0;
      }
    }
    if (counts.length === 0) counts.push(count);
    const header = counts[0]!;
    const even = counts.filter((one) => one === header).length / counts.length;
    const score = header * (0.5 + even);
    if (score > most) [best, most] = [separator, score];
  }
  return best;
}

function scan(
  text: string,
  separator: string,
): { readonly rows: readonly string[][]; readonly lines: readonly number[] } | SheetRefusal {
  const rows: string[][] = [];
  const lines: number[] = [];
  let row: string[] = [];
  let line = 1;
  let began = 1;
  let at = 0;
  while (at <= text.length) {
    let cell: string;
    if (text[at] === '"') {
      const parts: string[] = [];
      let from = at + 1;
      for (;;) {
        const end = text.indexOf('"', from);
        if (end < 0) return 'quote-open';
        parts.push(text.slice(from, end));
        from = end + 1;
        if (text[from] !== '"') break;
        parts.push('"');
        from++;
      }
      cell = parts.join('');
      at = from;
      // What stands behind the closing quote belongs to the cell, as spreadsheets read it.
      while (at < text.length && text[at] !== separator && text[at] !== '\n' && text[at] !== '\r')
        cell += text[at++];
    } else {
      const from = at;
      while (at < text.length && text[at] !== separator && text[at] !== '\n' && text[at] !== '\r') at++;
      cell = text.slice(from, at);
    }
    if (cell.length > SHEET_LIMITS.cell) return 'cell-too-long';
    for (let n = cell.indexOf('\n'); n >= 0; n = cell.indexOf('\n', n + 1)) line++;
    row.push(cell);
    if (text[at] === separator) {
      at++;
      if (row.length > SHEET_LIMITS.columns * 5) return 'sheet-too-wide';
      continue;
    }
    rows.push(row);
    lines.push(began);
    if (rows.length > SHEET_LIMITS.rows * 2) return 'sheet-too-long';
    row = [];
    if (text[at] === '\r' && text[at + 1] === '\n') at++;
    at++;
    line++;
    began = line;
  }
  return { rows, lines };
}

/** Takes away the apostrophe that our own export puts before a text that a spreadsheet would run as a formula. */
function plain(cell: string): string {
  return /^'+[=+\-@\t\r\n＝＋－＠]/u.test(cell) ? cell.slice(1) : cell;
}
