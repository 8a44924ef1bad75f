/** Reads a page's content stream: what is painted inside which marked content. */
import {
  PDFDict,
  PDFName,
  PDFNumber,
  PDFRawStream,
  PDFRef,
  PDFStream,
  decodePDFRawStream,
  type PDFContext,
  type PDFObject,
} from 'pdf-lib';

export interface PageContent {
  /** Painting operators outside marked content, by name with how often. */
  readonly unmarked: ReadonlyMap<string, number>;
  /** MCIDs of the page's own content. */
  readonly mcids: ReadonlySet<number>;
}

const PAINTING = new Set([
  'f',
  'F',
  'f*',
  'B',
  'B*',
  'b',
  'b*',
  'S',
  's',
  'sh',
  'Tj',
  'TJ',
  "'",
  '"',
  'Do',
  'EI',
]);

interface Marked {
  readonly tagged: boolean;
}

export function readContent(
  context: PDFContext,
  bytes: Uint8Array,
  resources: PDFDict | undefined,
): PageContent {
  const unmarked = new Map<string, number>();
  const mcids = new Set<number>();
  scan(context, bytes, resources, [], unmarked, mcids, 0);
  return { unmarked, mcids };
}

function scan(
  context: PDFContext,
  bytes: Uint8Array,
  resources: PDFDict | undefined,
  outer: readonly Marked[],
  unmarked: Map<string, number>,
  mcids: Set<number>,
  depth: number,
): void {
  const open: Marked[] = [...outer];
  let operands: string[] = [];
  for (const token of tokens(bytes)) {
    if (!isOperator(token)) {
      operands.push(token);
      continue;
    }
    if (token === 'BMC' || token === 'BDC') {
      const properties = operands.slice(1).join(' ');
      const inline = /\/MCID (\d+)/.exec(properties)?.[1];
      const mcid = inline === undefined ? named(context, resources, operands[1]) : Number(inline);
      if (mcid !== undefined) mcids.add(mcid);
      open.push({ tagged: operands[0] === '/Artifact' || mcid !== undefined });
    } else if (token === 'EMC') open.pop();
    else if (PAINTING.has(token) && !open.some((m) => m.tagged)) {
      const form = token === 'Do' ? formOf(context, resources, operands[0]) : undefined;
      if (form && depth < 20)
        scan(
          context,
          decoded(form),
          context.lookupMaybe(form.dict.get(PDFName.of('Resources')), PDFDict) ?? resources,
          open,
          unmarked,
          mcids,
          depth + 1,
        );
      else unmarked.set(token, (unmarked.get(token) ?? 0) + 1);
    }
    operands = [];
  }
}

/** The MCID of a property list named in the resources. */
function named(
  context: PDFContext,
  resources: PDFDict | undefined,
  name: string | undefined,
): number | undefined {
  if (!name?.startsWith('/')) return undefined;
  const lists = resources && context.lookupMaybe(resources.get(PDFName.of('Properties')), PDFDict);
  const list = lists && context.lookup(lists.get(PDFName.of(name.slice(1))));
  const mcid = list instanceof PDFDict ? context.lookup(list.get(PDFName.of('MCID'))) : undefined;
  return mcid instanceof PDFNumber ? mcid.asNumber() : undefined;
}

function formOf(
  context: PDFContext,
  resources: PDFDict | undefined,
  name: string | undefined,
): PDFRawStream | undefined {
  const objects = resources && context.lookupMaybe(resources.get(PDFName.of('XObject')), PDFDict);
  const found = objects && name ? context.lookup(objects.get(PDFName.of(name.slice(1)))) : undefined;
  return found instanceof PDFRawStream && found.dict.get(PDFName.of('Subtype'))?.toString() === '/Form'
    ? found
    : undefined;
}

/** The bytes of a stream without its filters. */
export function decoded(stream: PDFStream): Uint8Array {
  return stream instanceof PDFRawStream ? decodePDFRawStream(stream).decode() : stream.getContents();
}

/** All streams of a page's `Contents`, one after the other. */
export function contentsOf(context: PDFContext, contents: PDFObject | undefined): Uint8Array {
  const found = contents instanceof PDFRef ? context.lookup(contents) : contents;
  if (found instanceof PDFStream) return decoded(found);
  if (!found || !('asArray' in found)) return new Uint8Array();
  const parts = (found as unknown as { asArray: () => PDFObject[] })
    .asArray()
    .map((part) => contentsOf(context, part));
  return Buffer.concat(parts.flatMap((part) => [part, Buffer.from('\n')]));
}

function isOperator(token: string): boolean {
  return /^[A-Za-z'"][A-Za-z0-9*'"]*$/.test(token) && !['true', 'false', 'null'].includes(token);
}

const SPACE = new Set([0, 9, 10, 12, 13, 32]);
const DELIMITER = new Set([...'()<>[]{}/%'].map((c) => c.charCodeAt(0)));

/** Tokens of a content stream; strings become `(…)`, inline image data is skipped. */
function* tokens(bytes: Uint8Array): Generator<string> {
  let i = 0;
  const word = (from: number): string => Buffer.from(bytes.subarray(from, i)).toString('latin1');
  while (i < bytes.length) {
    const c = bytes[i]!;
    if (SPACE.has(c)) i += 1;
    else if (c === 0x25) while (i < bytes.length && bytes[i] !== 10 && bytes[i] !== 13) i += 1;
    else if (c === 0x28) {
      let depth = 0;
      do {
        if (bytes[i] === 0x5c) i += 1;
        else if (bytes[i] === 0x28) depth += 1;
        else if (bytes[i] === 0x29) depth -= 1;
        i += 1;
      } while (depth > 0 && i < bytes.length);
      yield '(…)';
    } else if (c === 0x3c && bytes[i + 1] !== 0x3c) {
      while (i < bytes.length && bytes[i] !== 0x3e) i += 1;
      i += 1;
      yield '(…)';
    } else if (c === 0x2f) {
      const from = i++;
      while (i < bytes.length && !SPACE.has(bytes[i]!) && !DELIMITER.has(bytes[i]!)) i += 1;
      yield word(from);
    } else if (DELIMITER.has(c)) {
      i += (c === 0x3c || c === 0x3e) && bytes[i + 1] === c ? 2 : 1;
      yield c === 0x3c ? '<<' : c === 0x3e ? '>>' : String.fromCharCode(c);
    } else {
      const from = i;
      while (i < bytes.length && !SPACE.has(bytes[i]!) && !DELIMITER.has(bytes[i]!)) i += 1;
      const token = word(from);
      if (token === 'ID') {
        while (i < bytes.length && !(bytes[i] === 0x45 && bytes[i + 1] === 0x49 && SPACE.has(bytes[i - 1]!)))
          i += 1;
      } else yield token;
    }
  }
}
