/** One workbook in a process of its own: reads or writes it, answers, and ends. Nothing it does can hold up the server. */
import { readXlsx, writeXlsx } from 'hucre/xlsx';
import type { SheetAnswer, SheetWork } from './sheet.ts';
import { inspectZip } from './zip.ts';

const LIMITS = { entries: 1000, bytes: 64 * 1024 * 1024 };
/** More than any sheet within the limits takes. */
const MEMORY_BYTES = 700 * 1024 * 1024;
const LATEST_YEAR = 9999;

setInterval(() => {
  if (process.memoryUsage.rss() > MEMORY_BYTES) process.exit(3);
}, 50).unref();

process.once('message', (work: SheetWork) => {
  void answer(work).then((said) => process.send?.(said, () => process.disconnect()));
});

async function answer(work: SheetWork): Promise<SheetAnswer> {
  try {
    return 'read' in work ? await read(work.read, work.rows) : { bytes: await write(work.name, work.write) };
  } catch (error) {
    return (error as Error).name === 'EncryptedFileError'
      ? { refused: 'zip-encrypted' }
      : { refused: 'zip-damaged' };
  }
}

async function read(bytes: Uint8Array, rows: number): Promise<SheetAnswer> {
  const names = inspectZip(bytes, LIMITS);
  if (typeof names === 'string') return { refused: names };
  if (!names.includes('xl/workbook.xml')) return { refused: 'not-a-workbook' };
  const book = await readXlsx(bytes, { sheets: [0], readStyles: true, maxRows: rows });
  const sheet = book.sheets[0];
  if (!sheet) return { refused: 'zip-damaged' };
  return {
    rows: (sheet.rows ?? []).map((row, r) =>
      row.map((value, c) => {
        const cell = sheet.cells?.get(`${r},${c}`);
        // A formula is what it last came to; one that never was computed is its own text.
        if (value === null && cell?.formula)
          return cell.formulaResult == null ? `=${cell.formula}` : textOf(cell.formulaResult, '');
        return textOf(value, cell?.style?.numFmt ?? '');
      }),
    ),
  };
}

function textOf(value: string | number | boolean | Date | null | undefined, format: string): string {
  if (value === null || value === undefined) return '';
  if (value instanceof Date) {
    if (Number.isNaN(value.getTime()) || value.getUTCFullYear() > LATEST_YEAR) return '';
    return value.toISOString().replace(/T00:00:00\.000Z$/u, '');
  }
  if (typeof value === 'number' && format.includes('%')) return `${Number((value * 100).toPrecision(12))}%`;
  return String(value);
}

async function write(name: string, rows: readonly (readonly string[])[]): Promise<Uint8Array> {
  return writeXlsx({
    properties: { created: new Date(0), modified: new Date(0) },
    sheets: [
      {
        name,
        rows: rows.map((row) => row.map((cell) => (cell === '' ? null : cell))),
        freezePane: { rows: 1 },
      },
    ],
  });
}
