/** What a ZIP says of itself and what it really unpacks to, within a limit: the check before any reader is let at it. */
import { inflateRawSync } from 'node:zlib';

export interface ZipLimits {
  readonly entries: number;
  /** Bytes of all entries together, unpacked. */
  readonly bytes: number;
}

export type ZipRefusal = 'zip-damaged' | 'zip-encrypted' | 'zip-too-large';

const END = 0x06054b50;
const ENTRY = 0x02014b50;
const LOCAL = 0x04034b50;

/** The names of the entries, after each was unpacked once within the limit; or why the file is not read. */
export function inspectZip(bytes: Uint8Array, limits: ZipLimits): readonly string[] | ZipRefusal {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = endOf(view);
  if (end < 0) return 'zip-damaged';
  const count = view.getUint16(end + 10, true);
  if (count > limits.entries) return 'zip-too-large';
  const names: string[] = [];
  let at = view.getUint32(end + 16, true);
  let left = limits.bytes;
  for (let entry = 0; entry < count; entry++) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== ENTRY) return 'zip-damaged';
    if ((view.getUint16(at + 8, true) & 1) === 1) return 'zip-encrypted';
    const packed = view.getUint32(at + 20, true);
    const nameLength = view.getUint16(at + 28, true);
    names.push(new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength)));
    const size = unpacked(
      view,
      bytes,
      view.getUint32(at + 42, true),
      packed,
      view.getUint16(at + 10, true),
      left,
    );
    if (typeof size === 'string') return size;
    left -= size;
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return names;
}

/** Real size of one entry; what it claims is not believed. */
function unpacked(
  view: DataView,
  bytes: Uint8Array,
  offset: number,
  packed: number,
  method: number,
  left: number,
): number | ZipRefusal {
  if (offset + 30 > bytes.length || view.getUint32(offset, true) !== LOCAL) return 'zip-damaged';
  const from = offset + 30 + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
  if (from + packed > bytes.length) return 'zip-damaged';
  if (method === 0) return packed > left ? 'zip-too-large' : packed;
  if (method !== 8) return 'zip-damaged';
  try {
    return inflateRawSync(bytes.subarray(from, from + packed), { maxOutputLength: Math.max(1, left) }).length;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE' ? 'zip-too-large' : 'zip-damaged';
  }
}

/** Position of the end record, looked for over the longest comment there can be. */
function endOf(view: DataView): number {
  for (let at = view.byteLength - 22; at >= Math.max(0, view.byteLength - 22 - 65_535); at--)
    if (view.getUint32(at, true) === END) return at;
  return -1;
}
