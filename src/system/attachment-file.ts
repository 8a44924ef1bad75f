/** Attached files as they lie on the disk: under their hash, in `attachments/` of the data folder. */

import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { readOrNull, writeAtomic } from './files.ts';

export const MOST_ATTACHMENT = 20 * 1024 * 1024;

/** Endings that are taken, with the type they are given out as and what their first bytes must be (null: text). */
const TYPES: Readonly<Record<string, { readonly type: string; readonly begins: readonly string[] | null }>> =
  {
    pdf: { type: 'application/pdf', begins: ['25504446'] },
    png: { type: 'image/png', begins: ['89504e470d0a1a0a'] },
    jpg: { type: 'image/jpeg', begins: ['ffd8ff'] },
    jpeg: { type: 'image/jpeg', begins: ['ffd8ff'] },
    docx: {
      type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
      begins: ['504b0304'],
    },
    xlsx: { type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', begins: ['504b0304'] },
    pptx: {
      type: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
      begins: ['504b0304'],
    },
    odt: { type: 'application/vnd.oasis.opendocument.text', begins: ['504b0304'] },
    ods: { type: 'application/vnd.oasis.opendocument.spreadsheet', begins: ['504b0304'] },
    doc: { type: 'application/msword', begins: ['d0cf11e0a1b11ae1'] },
    xls: { type: 'application/vnd.ms-excel', begins: ['d0cf11e0a1b11ae1'] },
    csv: { type: 'text/csv', begins: null },
    txt: { type: 'text/plain', begins: null },
  };
export const ATTACHMENT_ENDINGS: readonly string[] = Object.keys(TYPES);

/** The type by name and first bytes; `ending` when it is not taken, `content` when the bytes are something else. */
export function attachmentType(
  name: string,
  bytes: Uint8Array,
): { readonly type: string } | 'ending' | 'content' {
  const known = Object.hasOwn(TYPES, endingOf(name)) ? TYPES[endingOf(name)]! : null;
  if (!known) return 'ending';
  const first = Buffer.from(bytes.subarray(0, 16)).toString('hex');
  const fits = known.begins
    ? known.begins.some((begin) => first.startsWith(begin))
    : !bytes.subarray(0, 8_192).includes(0);
  return fits ? { type: known.type } : 'content';
}

export function endingOf(name: string): string {
  return name.slice(name.lastIndexOf('.') + 1).toLowerCase();
}

/** The last part of a path, without what file systems and headers do not bear, at most 120 characters. */
export function attachmentName(given: string): string {
  const name = (given.split(/[/\\]/u).at(-1) ?? '')
    .normalize('NFC')
    // oxlint-disable-next-line no-control-regex -- control characters are what is taken out
    .replaceAll(/[\u0000-\u001f\u007f"<>|:*?\u202a-\u202e\u2066-\u2069]/gu, '')
    .trim();
  const ending = name.slice(name.lastIndexOf('.'));
  return name.length > 120 ? name.slice(0, 120 - ending.length) + ending : name;
}

/** Keeps the bytes, once for all who attach the same; answers their SHA-256. */
export async function keepAttachment(dataFolder: string, bytes: Uint8Array): Promise<string> {
  const hash = createHash('sha256').update(bytes).digest('hex');
  const path = attachmentPath(dataFolder, hash);
  if (!existsSync(path)) await writeAtomic(path, bytes);
  return hash;
}

/** The bytes, or null when the file is not there, or is not any more what was attached. */
export async function attachedBytes(dataFolder: string, hash: string): Promise<Uint8Array | null> {
  const bytes = await readOrNull(attachmentPath(dataFolder, hash));
  return bytes && createHash('sha256').update(bytes).digest('hex') === hash ? bytes : null;
}

function attachmentPath(dataFolder: string, hash: string): string {
  return join(dataFolder, 'attachments', hash.slice(0, 2), hash);
}
