/** Reads CSV as another program would, to hold our own against it. */

/** Rows as objects by header. Takes one apostrophe off texts that were made safe from formulas. */
export function parseCsv(text: string, separator: string): readonly Readonly<Record<string, string>>[] {
  const lines: string[][] = [];
  let line: string[] = [];
  let cell = '';
  let quoted = false;
  for (let at = text.startsWith('\uFEFF') ? 1 : 0; at < text.length; at += 1) {
    const sign = text[at]!;
    if (quoted && sign === '"' && text[at + 1] === '"') {
      cell += '"';
      at += 1;
    } else if (sign === '"' && (quoted || cell === '')) quoted = !quoted;
    else if (!quoted && sign === separator) {
      line.push(cell);
      cell = '';
    } else if (!quoted && sign === '\r' && text[at + 1] === '\n') {
      lines.push([...line, cell]);
      line = [];
      cell = '';
      at += 1;
    } else cell += sign;
  }
  const [header = [], ...rows] = lines;
  return rows.map((row) => {
    if (row.length !== header.length)
      throw new Error(`${row.length} cells where ${header.length} were expected`);
    return Object.fromEntries(header.map((name, i) => [name, plain(row[i]!)]));
  });
}

function plain(cell: string): string {
  return /^''*[=+\-@\t\r\n＝＋－＠]/u.test(cell) ? cell.slice(1) : cell;
}
