/** An uploaded sheet as rows of text: CSV of any encoding here, a workbook in its own process. */
import { decode } from '../intake/characters.ts';
import { gridOf, readCsv, SHEET_LIMITS } from '../intake/csv.ts';
import type { SheetDraft } from '../intake/sheet-draft.ts';
import { isRefusal } from '../problem.ts';
import { readWorkbook } from '../system/sheet.ts';

/** What the file is, is told by its bytes: a workbook by its first two, text by having no zero byte. */
export async function readGrid(
  bytes: Uint8Array,
  name: string,
): Promise<Pick<SheetDraft, 'grid' | 'format' | 'separator'> | string> {
  const zipped = bytes[0] === 0x50 && bytes[1] === 0x4b;
  const old = bytes[0] === 0xd0 && bytes[1] === 0xcf;
  if (zipped || old || /\.(xlsx|xlsm|xls)$/iu.test(name)) {
    const rows = await readWorkbook(bytes, SHEET_LIMITS.rows + 2);
    if (isRefusal(rows)) return rows.refused;
    if (rows.some((row) => row.some((cell) => cell.length > SHEET_LIMITS.cell))) return 'cell-too-long';
    const grid = gridOf(rows);
    return typeof grid === 'string' ? grid : { grid, format: 'xlsx', separator: null };
  }
  const marked = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  if (!marked && bytes.subarray(0, 8000).includes(0)) return 'file-not-csv';
  const read = readCsv(decode(bytes).toWellFormed().replaceAll('\u0000', ''));
  return typeof read === 'string' ? read : { grid: read.grid, format: 'csv', separator: read.separator };
}
