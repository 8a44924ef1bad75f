/** A proposal from a sheet with a column for each level: the goals of every row, once, and the row's own title below them. */
import type { Grid } from './csv.ts';
import type { Proposal, ProposedNode, Untaken } from './proposal.ts';
import { guessMapping } from './sheet-mapping.ts';
import { likeness, mapped, sheetRows } from './sheet-row.ts';
import { codeAndTitle } from './sheet-work.ts';

/** Lines of `tableHtml` before the first row: the table's own and the header's. */
const BEFORE = 2;

/** Null when no column is numbered as a level. `proposal` is what the table was read as. */
export function levelsProposal(grid: Grid, proposal: Proposal): Proposal | null {
  const language = 'pl';
  const mapping = guessMapping(grid.headers, [language]);
  const columns = mapped(mapping);
  const levels = columns.filter(({ field }) => /^level_\d$/u.test(field.name));
  if (levels.length === 0) return null;
  const rows = sheetRows(grid, columns, language);
  const nodes: ProposedNode[] = [];
  const known = new Map<string, string>();
  const untaken: Untaken[] = [];
  const deepest = levels.length;
  const titleColumn = columns.find(({ field }) => field.name === 'title')?.column;
  for (const row of rows) {
    const at = row.index + BEFORE + 1;
    let parentKey: string | null = null;
    const own = row.isAbove ? [] : [...row.titles.values()].map((title) => ({ level: deepest, title }));
    if (row.above.length + own.length === 0) untaken.push({ text: row.cells.join(' '), lines: [at, at] });
    for (const { level, title } of [...row.above, ...own]) {
      if (level > 4) continue;
      const path: string = `${parentKey ?? ''}|${level}|${likeness(title)}`;
      const found = known.get(path);
      if (found !== undefined) {
        parentKey = found;
        continue;
      }
      const { code, rest } = codeAndTitle(title);
      const key = `n${nodes.length + 1}`;
      const column = level === deepest ? titleColumn : levels[level]?.column;
      nodes.push({
        key,
        parentKey,
        levelIndex: level,
        code: code ?? '',
        title: rest,
        evidence: {
          lines: [at, at],
          why: { code: 'column-of-table', values: { column: grid.headers[column ?? 0] ?? '' } },
        },
        confidence: 0.9,
        warnings: [],
      });
      known.set(path, key);
      parentKey = key;
    }
  }
  const most = Math.max(-1, ...nodes.map((node) => node.levelIndex));
  return {
    ...proposal,
    title: '',
    levels: Array.from({ length: most + 1 }, () => ({ name: '', printed: '' })),
    nodes,
    unclassified: [],
    untaken: [{ text: grid.headers.join(' '), lines: [BEFORE, BEFORE] }, ...untaken],
    announcements: [],
  };
}
