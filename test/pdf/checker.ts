/**
 * What can be checked of PDF/UA-1 (ISO 14289-1) without a person: the claims and what stands behind them. A file that
 * only claims to be accessible must fail here. Findings are sentences; none means that it passed.
 */
import {
  PDFArray,
  PDFBool,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  PDFNumber,
  PDFStream,
  PDFString,
  type PDFContext,
  type PDFObject,
} from 'pdf-lib';
import { contentsOf, decoded, readContent } from './content.ts';

/** One element of the structure tree. */
interface Element {
  readonly type: string;
  readonly dict: PDFDict;
  readonly children: readonly Element[];
  /** Marked content it owns: page object number and MCID. */
  readonly content: readonly string[];
  /** Annotations it owns, by object number. */
  readonly annotations: readonly string[];
}

export interface Checked {
  readonly findings: readonly string[];
  readonly pages: number;
  /** How often each structure type stands in the tree. */
  readonly tags: Readonly<Record<string, number>>;
  readonly bookmarks: number;
}

const name = (text: string): PDFName => PDFName.of(text);

export async function checkPdf(bytes: Uint8Array): Promise<Checked> {
  const pdf = await PDFDocument.load(bytes, { updateMetadata: false });
  const { context, catalog } = pdf;
  const findings: string[] = [];
  const tree = structure(context, catalog);
  const all = tree.flatMap(flat);
  findings.push(
    ...claims(context, catalog),
    ...(all.length === 0 ? ['the structure tree is empty'] : []),
    ...headings(all),
    ...figures(all),
    ...tables(context, all),
    ...lists(all),
    ...pages(pdf, all),
    ...fonts(context),
  );
  const bookmarks = countBookmarks(context, context.lookupMaybe(catalog.get(name('Outlines')), PDFDict));
  if (bookmarks === 0) findings.push('there are no bookmarks');
  const tags: Record<string, number> = {};
  for (const { type } of all) tags[type] = (tags[type] ?? 0) + 1;
  return { findings, pages: pdf.getPageCount(), tags, bookmarks };
}

/** Metadata, language, title in the window, the mark of a tagged file. */
function claims(context: PDFContext, catalog: PDFDict): string[] {
  const stream = context.lookup(catalog.get(name('Metadata')));
  const xmp = stream instanceof PDFStream ? Buffer.from(decoded(stream)).toString('utf8') : '';
  const marked = context.lookupMaybe(catalog.get(name('MarkInfo')), PDFDict);
  const viewer = context.lookupMaybe(catalog.get(name('ViewerPreferences')), PDFDict);
  const found: string[] = [];
  if (!/pdfuaid:part(>|=["'])\s*1/.test(xmp)) found.push('the metadata do not claim PDF/UA-1 (pdfuaid:part)');
  if (!/<dc:title>[\s\S]*?<rdf:li[^>]*>\s*[^<\s]/.test(xmp))
    found.push('the metadata have no title (dc:title)');
  if (textOf(context.lookup(catalog.get(name('Lang')))) === '')
    found.push('the document has no language (Lang)');
  if (context.lookup(marked?.get(name('Marked'))) !== PDFBool.True)
    found.push('the document is not marked as tagged (MarkInfo)');
  if (context.lookup(viewer?.get(name('DisplayDocTitle'))) !== PDFBool.True)
    found.push('the window would not show the title (DisplayDocTitle)');
  return found;
}

function structure(context: PDFContext, catalog: PDFDict): Element[] {
  const root = context.lookupMaybe(catalog.get(name('StructTreeRoot')), PDFDict);
  if (!root) return [];
  const roles = context.lookupMaybe(root.get(name('RoleMap')), PDFDict);
  const role = (type: string): string => {
    const mapped = roles?.get(name(type))?.toString().slice(1);
    return mapped === undefined || mapped === type ? type : role(mapped);
  };
  const read = (
    object: PDFObject | undefined,
    page: string,
  ): { elements: Element[]; content: string[]; annotations: string[] } => {
    const found = context.lookup(object);
    const none = { elements: [], content: [], annotations: [] };
    if (found instanceof PDFArray) {
      const parts = found.asArray().map((part) => read(part, page));
      return {
        elements: parts.flatMap((p) => p.elements),
        content: parts.flatMap((p) => p.content),
        annotations: parts.flatMap((p) => p.annotations),
      };
    }
    if (found instanceof PDFNumber) return { ...none, content: [`${page}/${found.asNumber()}`] };
    if (!(found instanceof PDFDict)) return none;
    const own = found.get(name('Pg'))?.toString() ?? page;
    const type = found.get(name('Type'))?.toString();
    if (type === '/MCR')
      return { ...none, content: [`${own}/${context.lookup(found.get(name('MCID')))?.toString()}`] };
    if (type === '/OBJR') return { ...none, annotations: [found.get(name('Obj'))?.toString() ?? ''] };
    const inner = read(found.get(name('K')), own);
    const element: Element = {
      type: role(found.get(name('S'))?.toString().slice(1) ?? ''),
      dict: found,
      children: inner.elements,
      content: inner.content,
      annotations: inner.annotations,
    };
    return { ...none, elements: [element] };
  };
  return read(root.get(name('K')), '').elements;
}

function flat(element: Element): Element[] {
  return [element, ...element.children.flatMap(flat)];
}

function headings(all: readonly Element[]): string[] {
  const levels = all
    .map((e) => /^H([1-6])$/.exec(e.type)?.[1])
    .filter((l) => l !== undefined)
    .map(Number);
  if (levels.length === 0) return ['there are no headings'];
  return levels.flatMap((level, i) => {
    const before = i === 0 ? 0 : levels[i - 1]!;
    return level > before + 1
      ? [`heading ${i + 1} is H${level} after ${before === 0 ? 'nothing' : `H${before}`}`]
      : [];
  });
}

function figures(all: readonly Element[]): string[] {
  return all
    .filter((e) => e.type === 'Figure' || e.type === 'Formula')
    .filter(
      (e) =>
        textOf(e.dict.get(name('Alt'))).trim() === '' && textOf(e.dict.get(name('ActualText'))).trim() === '',
    )
    .map((e) => `a ${e.type} has no alternative text`);
}

function tables(context: PDFContext, all: readonly Element[]): string[] {
  const found: string[] = [];
  for (const table of all.filter((e) => e.type === 'Table')) {
    const rows = flat(table).filter((e) => e.type === 'TR');
    const heads = flat(table).filter((e) => e.type === 'TH');
    if (heads.length === 0) found.push('a table has no header cell (TH)');
    for (const head of heads)
      if (attribute(context, head, 'Scope') === undefined) found.push('a header cell has no Scope');
    const widths = new Set(rowWidths(context, rows));
    if (widths.size > 1) found.push(`a table has rows of ${[...widths].join(' and ')} cells`);
  }
  return found;
}

/** How many columns each row fills, cells that reach down from rows above included. */
function rowWidths(context: PDFContext, rows: readonly Element[]): number[] {
  const span = (cell: Element, key: string): number => Number(attribute(context, cell, key) ?? 1);
  let above: { readonly columns: number; readonly rows: number }[] = [];
  return rows.map((row) => {
    const own = row.children.map((cell) => ({ columns: span(cell, 'ColSpan'), rows: span(cell, 'RowSpan') }));
    const here = [...above, ...own];
    above = here
      .filter((cell) => cell.rows > 1)
      .map(({ columns, rows: left }) => ({ columns, rows: left - 1 }));
    return here.reduce((sum, cell) => sum + cell.columns, 0);
  });
}

function attribute(context: PDFContext, element: Element, key: string): string | undefined {
  const given = context.lookup(element.dict.get(name('A')));
  const dicts = given instanceof PDFArray ? given.asArray().map((a) => context.lookup(a)) : [given];
  for (const dict of dicts) {
    const value = dict instanceof PDFDict ? context.lookup(dict.get(name(key))) : undefined;
    if (value !== undefined) return value.toString();
  }
  return undefined;
}

function lists(all: readonly Element[]): string[] {
  const wrong = (parent: string, allowed: readonly string[]): string[] =>
    all
      .filter((e) => e.type === parent)
      .flatMap((e) => e.children.filter((c) => !allowed.includes(c.type)))
      .map((c) => `a ${parent} holds a ${c.type}`);
  return [
    ...wrong('L', ['LI', 'L', 'Caption']),
    ...wrong('LI', ['Lbl', 'LBody']),
    ...wrong('TR', ['TH', 'TD']),
    ...wrong('TOC', ['TOCI', 'TOC', 'Caption']),
  ];
}

/** Nothing painted outside the tree or an artifact; links named and in the tree; tab order of the structure. */
function pages(pdf: PDFDocument, all: readonly Element[]): string[] {
  const { context } = pdf;
  const owned = new Set(all.flatMap((e) => e.content));
  const links = new Set(all.filter((e) => e.type === 'Link').flatMap((e) => e.annotations));
  const found: string[] = [];
  pdf.getPages().forEach((page, i) => {
    const where = `page ${i + 1}`;
    const resources = page.node.Resources();
    const { unmarked, mcids } = readContent(
      context,
      contentsOf(context, page.node.get(name('Contents'))),
      resources,
    );
    for (const [operator, count] of unmarked)
      found.push(`${where}: ${count} × ${operator} outside marked content`);
    const strays = [...mcids].filter((mcid) => !owned.has(`${page.ref.toString()}/${mcid}`));
    if (strays.length > 0)
      found.push(`${where}: ${strays.length} pieces of content are not in the structure tree`);
    const annotations = page.node.Annots()?.asArray() ?? [];
    if (annotations.length > 0 && page.node.get(name('Tabs'))?.toString() !== '/S')
      found.push(`${where}: the tab order is not that of the structure (Tabs)`);
    for (const reference of annotations) {
      const annotation = context.lookup(reference, PDFDict);
      if (annotation.get(name('Subtype'))?.toString() !== '/Link') continue;
      if (textOf(context.lookup(annotation.get(name('Contents')))) === '')
        found.push(`${where}: a link has no description (Contents)`);
      if (!(context.lookup(annotation.get(name('StructParent'))) instanceof PDFNumber))
        found.push(`${where}: a link has no StructParent`);
      if (!links.has(reference.toString())) found.push(`${where}: a link is not in the structure tree`);
    }
  });
  return found;
}

/** Every font embedded, with the characters of its glyphs. */
function fonts(context: PDFContext): string[] {
  const found: string[] = [];
  let count = 0;
  for (const [, object] of context.enumerateIndirectObjects()) {
    if (!(object instanceof PDFDict) || object.get(name('Type'))?.toString() !== '/Font') continue;
    const subtype = object.get(name('Subtype'))?.toString() ?? '';
    if (subtype.startsWith('/CIDFontType')) {
      if (!isEmbedded(context, object)) found.push(`font ${called(object)} is not embedded`);
      continue;
    }
    count += 1;
    if (!(context.lookup(object.get(name('ToUnicode'))) instanceof PDFStream))
      found.push(`font ${called(object) || subtype} has no ToUnicode`);
    if (subtype !== '/Type0' && subtype !== '/Type3' && !isEmbedded(context, object))
      found.push(`font ${called(object)} is not embedded`);
  }
  return count === 0 ? ['there are no fonts'] : found;
}

function isEmbedded(context: PDFContext, font: PDFDict): boolean {
  const descriptor = context.lookupMaybe(font.get(name('FontDescriptor')), PDFDict);
  return ['FontFile', 'FontFile2', 'FontFile3'].some(
    (key) => context.lookup(descriptor?.get(name(key))) instanceof PDFStream,
  );
}

function countBookmarks(context: PDFContext, outlines: PDFDict | undefined): number {
  let count = 0;
  let item = context.lookupMaybe(outlines?.get(name('First')), PDFDict);
  while (item) {
    count += 1 + countBookmarks(context, item);
    item = context.lookupMaybe(item.get(name('Next')), PDFDict);
  }
  return count;
}

function textOf(object: PDFObject | undefined): string {
  return object instanceof PDFString || object instanceof PDFHexString ? object.decodeText() : '';
}

/** The font's own name. */
function called(font: PDFDict): string {
  return font.get(name('BaseFont'))?.toString() ?? '';
}
