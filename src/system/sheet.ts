/** XLSX workbooks, read and written in a process of its own with limits of time and memory. */
import { dirname, extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { refusal } from '../problem.ts';
import type { Refusal } from '../problem.ts';
import { inChild } from './limited-child.ts';

export type SheetWork =
  /** At most `rows` rows of the first sheet. */
  | { readonly read: Uint8Array; readonly rows: number }
  | { readonly write: readonly (readonly string[])[]; readonly name: string };

export type SheetAnswer =
  | { readonly rows: readonly (readonly string[])[] }
  | { readonly bytes: Uint8Array }
  | {
      readonly refused:
        | 'zip-damaged'
        | 'zip-encrypted'
        | 'zip-too-large'
        | 'not-a-workbook'
        | 'too-slow'
        | 'busy';
    };

/** Longer than this and the process is ended; heap in MiB. */
const LIMITS = { milliseconds: 20_000, heapMb: 384 };
const here = fileURLToPath(import.meta.url);
/** Beside this file: the source in development, the bundle in production. */
const child = join(dirname(here), `sheet-child${extname(here)}`);

/** Rows of the first sheet as text: dates `YYYY-MM-DD`, percentages with their sign, formulas as what they came to. */
export async function readWorkbook(
  bytes: Uint8Array,
  rows: number,
): Promise<readonly (readonly string[])[] | Refusal> {
  // What a password protects, and old workbooks, are one kind of container.
  if (bytes[0] === 0xd0 && bytes[1] === 0xcf && bytes[2] === 0x11 && bytes[3] === 0xe0)
    return refusal('zip-encrypted');
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) return refusal('not-a-workbook');
  const answer = await ask({ read: bytes, rows });
  if ('rows' in answer) return answer.rows;
  return refusal('refused' in answer ? answer.refused : 'zip-damaged');
}

/** A workbook of one sheet, every cell a text. The same rows give the same bytes. */
export async function writeWorkbook(
  name: string,
  rows: readonly (readonly string[])[],
): Promise<Uint8Array | Refusal> {
  const answer = await ask({ write: rows, name });
  if ('bytes' in answer) return answer.bytes;
  return refusal('refused' in answer ? answer.refused : 'zip-damaged');
}

async function ask(work: SheetWork): Promise<SheetAnswer> {
  const answer = await inChild<SheetAnswer>(child, work, LIMITS);
  if (answer === 'too-much-memory') return { refused: 'zip-too-large' };
  return typeof answer === 'string' ? { refused: answer } : answer;
}
