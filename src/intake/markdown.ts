/** Reader for Markdown, line by line so that every block keeps its source line: headings, lists, quotes, tables, links, emphasis. */
import type { Block } from './block.ts';
import { collapse, isSpace } from './characters.ts';
import { readLine, row } from './text.ts';

/** Blocks of a normalised Markdown text. Fenced code and HTML comments are left out. Linear. */
export function readMarkdown(text: string): Block[] {
  const blocks: Block[] = [];
  const lines = text.split('\n');
  let gap = true;
  let fence = '';
  let comment = false;
  let header: readonly string[] | undefined;
  for (let at = 0; at < lines.length; at++) {
    let raw = lines[at]!;
    let line = collapse(raw);
    if (comment) {
      if (line.includes('-->')) comment = false;
      continue;
    }
    if (fence !== '') {
      if (line.startsWith(fence)) fence = '';
      continue;
    }
    if (line.startsWith('```') || line.startsWith('~~~')) {
      fence = line.slice(0, 3);
      continue;
    }
    if (line.startsWith('<!--')) {
      comment = !line.includes('-->');
      continue;
    }
    if (line === '' || isRule(line)) {
      const before = blocks[blocks.length - 1];
      // Setext: a rule of "=" or "-" directly under a single line makes it a heading.
      if (
        line !== '' &&
        !gap &&
        before &&
        before.bullet === '' &&
        before.heading === 0 &&
        before.to === at &&
        (line[0] === '=' || line[0] === '-') &&
        before.column === undefined
      ) {
        blocks[blocks.length - 1] = { ...before, heading: line[0] === '=' ? 1 : 2, whole: true };
      }
      gap = true;
      header = undefined;
      continue;
    }
    if (line.startsWith('|') || (header !== undefined && line.includes('|'))) {
      const cells = pipes(line);
      if (isRuleRow(cells)) continue;
      if (header === undefined) {
        const below = collapse(lines[at + 1] ?? '');
        header = below.includes('|') && isRuleRow(pipes(below)) ? cells : cells.map(() => '');
        for (const made of row(cells, undefined, at + 1, at + 1, true)) blocks.push(made);
      } else {
        for (const made of row(cells, header, at + 1, at + 1, true)) blocks.push(made);
      }
      gap = true;
      continue;
    }
    header = undefined;
    let depth = 0;
    while (line.startsWith('>') && depth < 50) {
      line = line.slice(1).trimStart();
      raw = line;
      depth++;
    }
    const made = readLine(raw, at + 1, gap, true);
    if (made) blocks.push(made.heading > 0 ? { ...made, text: withoutHashes(made.text), whole: true } : made);
    gap = made !== undefined && made.heading > 0;
  }
  return blocks.filter((one) => one.text !== '');
}

function withoutHashes(text: string): string {
  let end = text.length;
  while (end > 0 && text[end - 1] === '#') end--;
  return end < text.length && isSpace(text[end - 1]) ? text.slice(0, end).trimEnd() : text;
}

function isRule(line: string): boolean {
  const first = line[0];
  if (first !== '-' && first !== '=' && first !== '*' && first !== '_') return false;
  for (const char of line) if (char !== first && char !== ' ') return false;
  return line.length >= 2;
}

/** Cells of a row that are told apart; the rest stays in the last one. */
const mostCells = 200;

function pipes(line: string): string[] {
  const cells: string[] = [];
  let from = line.startsWith('|') ? 1 : 0;
  for (let at = from; at <= line.length; at++) {
    if (at < line.length && (line[at] !== '|' || line[at - 1] === '\\' || cells.length >= mostCells))
      continue;
    if (at === line.length && from === at) break;
    cells.push(collapse(line.slice(from, at)));
    from = at + 1;
  }
  return cells;
}

function isRuleRow(cells: readonly string[]): boolean {
  let dashes = 0;
  for (const cell of cells) {
    for (const char of cell) {
      if (char !== '-' && char !== ':' && char !== ' ') return false;
      if (char === '-') dashes++;
    }
  }
  return dashes > 0;
}
