/** A sheet as a table of a page, one line a row: so that a new plan is proposed from it like from any other document. */
import type { Grid } from './csv.ts';

export function tableHtml(grid: Grid): string {
  const row = (cells: readonly string[], tag: 'th' | 'td'): string =>
    `<tr>${cells.map((cell) => `<${tag}>${escape(cell)}</${tag}>`).join('')}</tr>`;
  return ['<table>', row(grid.headers, 'th'), ...grid.rows.map((cells) => row(cells, 'td')), '</table>'].join(
    '\n',
  );
}

function escape(cell: string): string {
  return cell
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll(/\s+/gu, ' ');
}
