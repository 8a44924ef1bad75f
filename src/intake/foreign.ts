/** Files that are no text at all, told by their first bytes: read as text they would give goals out of noise. */

/** What the file is: a PDF, a package of an office program (DOCX, ODT, XLSX), an older office file, RTF, or no text. */
export type Foreign = 'pdf' | 'package' | 'office' | 'rtf' | 'binary';

const MARKS: readonly (readonly [Foreign, string])[] = [
  ['pdf', '%PDF-'],
  ['package', 'PK\u0003\u0004'],
  ['office', '\u00d0\u00cf\u0011\u00e0'],
  ['rtf', '{\\rtf'],
];
/** A zero byte within so many stands in no text but UTF-16, which has a mark of its own. */
const LOOKED_AT = 65_536;

/** Null for text. */
export function foreignKind(source: Uint8Array): Foreign | null {
  const start = String.fromCharCode(...source.subarray(0, 8));
  const marked = MARKS.find(([, mark]) => start.startsWith(mark));
  if (marked) return marked[0];
  if (start.startsWith('\u00ff\u00fe') || start.startsWith('\u00fe\u00ff')) return null;
  return source.subarray(0, LOOKED_AT).includes(0) ? 'binary' : null;
}
