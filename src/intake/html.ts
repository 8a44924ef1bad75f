/** Reader for HTML: headings, paragraphs, lists and tables as blocks; menus, footers, scripts and lists of links left out. */
import { parse, type DefaultTreeAdapterTypes } from 'parse5';
import { block, type Block } from './block.ts';
import { bulletEnd, withoutCircle } from './bullet.ts';
import { collapse } from './characters.ts';
import { row } from './text.ts';

type Node = DefaultTreeAdapterTypes.Node;
type Element = DefaultTreeAdapterTypes.Element;

const skipped = new Set([
  'nav',
  'footer',
  'header',
  'aside',
  'script',
  'style',
  'noscript',
  'template',
  'form',
  'button',
  'select',
  'svg',
  'iframe',
  'head',
  'dialog',
  'object',
  'audio',
  'video',
  'textarea',
]);
const blocks = new Set([
  'p',
  'div',
  'section',
  'article',
  'main',
  'li',
  'ul',
  'ol',
  'dl',
  'dt',
  'dd',
  'table',
  'thead',
  'tbody',
  'tfoot',
  'tr',
  'td',
  'th',
  'caption',
  'blockquote',
  'figure',
  'figcaption',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'body',
  'html',
  'br',
  'hr',
  'pre',
  'details',
  'summary',
  'address',
  'fieldset',
]);
const skippedRoles = new Set([
  'navigation',
  'banner',
  'contentinfo',
  'search',
  'menu',
  'menubar',
  'complementary',
]);

/** Deepest nesting that is followed; deeper text is not read. */
const deepest = 400;
/** Tags beyond this many are not opened: the parser's own cost grows with the depth. */
const deepestOpen = 4000;

/** Blocks of an HTML page, and the language that it states. Tells through `truncated` when nesting had to be cut. */
export function readHtml(text: string): { blocks: Block[]; truncated: boolean; language: string | null } {
  const { html, truncated } = shallow(text);
  const reader = new Reader();
  const page = parse(html, { sourceCodeLocationInfo: true });
  reader.walk(page, 0, 0);
  reader.flush();
  const list = reader.blocks;
  return { blocks: list, truncated: truncated || reader.truncated, language: statedLanguage(page) };
}

/** The primary tag of `<html lang>`. */
function statedLanguage(page: DefaultTreeAdapterTypes.Document): string | null {
  const root = page.childNodes.find((node) => node.nodeName === 'html');
  const stated = root && 'attrs' in root ? root.attrs.find(({ name }) => name === 'lang')?.value : undefined;
  return /^([a-z]{2,3})(?:$|[-_])/iu.exec(stated?.trim() ?? '')?.[1]?.toLowerCase() ?? null;
}

class Reader {
  readonly blocks: Block[] = [];
  truncated = false;
  private text = '';
  private linked = 0;
  private from = 0;
  private to = 0;
  private heading = 0;
  private bullet = '';
  private strong = 0;
  private plain = 0;
  private inStrong = 0;
  private inLink = 0;

  walk(node: Node, depth: number, list: number): void {
    if (depth > deepest) {
      this.truncated = true;
      return;
    }
    if (node.nodeName === '#text') {
      this.add(
        (node as DefaultTreeAdapterTypes.TextNode).value,
        node.sourceCodeLocation?.startLine ?? 0,
        node.sourceCodeLocation?.endLine ?? 0,
      );
      return;
    }
    if (!('childNodes' in node)) return;
    if (!('tagName' in node)) {
      for (const child of node.childNodes) this.walk(child, depth + 1, list);
      return;
    }
    const element = node;
    const name = element.tagName;
    if (skipped.has(name) || isHidden(element)) return;
    if (name === 'table' && this.table(element, depth)) return;
    const opens = blocks.has(name);
    if (opens) this.flush(list);
    if (name.length === 2 && name[0] === 'h' && name[1]! >= '1' && name[1]! <= '6')
      this.heading = Number(name[1]);
    if (name === 'li') {
      this.bullet = '•';
    }
    const deeper = name === 'ul' || name === 'ol' ? list + 1 : list;
    if (name === 'b' || name === 'strong') this.inStrong++;
    if (name === 'a') this.inLink++;
    let count = 0;
    const start = name === 'ol' ? Number(attribute(element, 'start') ?? 1) || 1 : 1;
    for (const child of element.childNodes) {
      if (name === 'ol' && 'tagName' in child && child.tagName === 'li') {
        this.flush(list);
        this.walkNumbered(child, depth + 1, deeper, start + count);
        count++;
      } else this.walk(child, depth + 1, deeper);
    }
    if (name === 'b' || name === 'strong') this.inStrong--;
    if (name === 'a') this.inLink--;
    if (opens) {
      this.flush(deeper);
      this.heading = 0;
      if (name === 'li') this.bullet = '';
    }
  }

  /** An item of an ordered list: its number is not in the text, but it is printed. */
  private walkNumbered(element: Element, depth: number, list: number, value: number): void {
    const before = this.blocks.length;
    this.walk(element, depth, list);
    const first = this.blocks[before];
    if (first && first.bullet !== '') this.blocks[before] = { ...first, bullet: `${value}.` };
  }

  private add(value: string, from: number, to: number): void {
    if (this.text === '' && collapse(value) === '') return;
    if (this.text === '') {
      this.from = from + leadingLines(value);
    }
    this.text += value;
    if (collapse(value) !== '') this.to = to - trailingLines(value);
    const size = collapse(value).length;
    if (this.inLink > 0) this.linked += size;
    if (this.inStrong > 0) this.strong += size;
    else this.plain += size;
  }

  flush(list = 0): void {
    const raw = collapse(this.text);
    const end = bulletEnd(raw, 0, false);
    const text = withoutCircle(raw.slice(end));
    if (end > 0 && this.bullet === '' && this.heading === 0)
      this.bullet = String.fromCodePoint(raw.codePointAt(0)!);
    if (text !== '') {
      this.blocks.push(
        block(text, this.from, {
          to: Math.max(this.from, this.to),
          heading: this.heading,
          bullet: this.bullet,
          depth: Math.min(9, Math.max(0, list - 1)),
          link: this.linked >= text.length - 3,
          strong: this.strong > 0 && this.plain === 0,
          gap: true,
          whole: true,
        }),
      );
      this.bullet = '';
    }
    this.text = '';
    this.linked = this.strong = this.plain = 0;
  }

  /** A data table becomes rows of cells; a layout table (one column, or blocks inside cells) is walked as text. */
  private table(element: Element, depth: number): boolean {
    const rows: Element[] = [];
    collectRows(element, rows, 0);
    if (rows.length < 2 || depth > deepest) return false;
    const grid: { cells: string[]; head: boolean; from: number; to: number }[] = [];
    const spans: number[] = [];
    for (const tr of rows) {
      const cells: string[] = [];
      let head = true;
      let at = 0;
      for (const td of tr.childNodes) {
        if (!('tagName' in td) || (td.tagName !== 'td' && td.tagName !== 'th')) continue;
        while ((spans[at] ?? 0) > 0) {
          spans[at]!--;
          cells[at++] = '';
        }
        if (td.tagName === 'td') head = false;
        cells[at] = collapse(textOf(td, 0));
        const down = Math.min(500, Number(attribute(td, 'rowspan') ?? 1) || 1);
        const wide = Math.min(20, Number(attribute(td, 'colspan') ?? 1) || 1);
        for (let more = 0; more < wide; more++) {
          if (more > 0) cells[at] = '';
          spans[at] = down - 1;
          at++;
        }
        if (at > 30) break;
      }
      grid.push({
        cells,
        head: head && cells.length > 0,
        from: tr.sourceCodeLocation?.startLine ?? 1,
        to: tr.sourceCodeLocation?.endLine ?? 1,
      });
    }
    const width = Math.max(...grid.map((one) => one.cells.length));
    if (width < 2) return false;
    this.flush();
    let header: readonly string[] | undefined;
    for (let at = 0; at < grid.length; at++) {
      const { cells, head, from, to } = grid[at]!;
      if (header === undefined && (head || at === 0)) {
        header = cells;
        for (const made of row(cells, undefined, from, to)) this.blocks.push(made);
      } else for (const made of row(cells, header, from, to)) this.blocks.push(made);
    }
    return true;
  }
}

function collectRows(element: Element, rows: Element[], depth: number): void {
  if (depth > 4) return;
  for (const child of element.childNodes) {
    if (!('tagName' in child)) continue;
    if (child.tagName === 'tr') rows.push(child);
    else if (child.tagName === 'tbody' || child.tagName === 'thead' || child.tagName === 'tfoot')
      collectRows(child, rows, depth + 1);
  }
}

function textOf(node: Node, depth: number): string {
  if (node.nodeName === '#text') return (node as DefaultTreeAdapterTypes.TextNode).value;
  if (depth > 60 || !('childNodes' in node)) return '';
  if ('tagName' in node && skipped.has(node.tagName)) return '';
  let text = 'tagName' in node && blocks.has(node.tagName) ? ' ' : '';
  for (const child of node.childNodes) text += textOf(child, depth + 1);
  return text;
}

function attribute(element: Element, name: string): string | undefined {
  return element.attrs.find((one) => one.name === name)?.value;
}

function isHidden(element: Element): boolean {
  for (const { name, value } of element.attrs) {
    if (name === 'hidden' || (name === 'aria-hidden' && value === 'true')) return true;
    if (name === 'role' && skippedRoles.has(value)) return true;
  }
  return false;
}

function leadingLines(value: string): number {
  let lines = 0;
  for (const char of value) {
    if (char === '\n') lines++;
    else if (char !== ' ' && char !== '\t' && char !== '\r') break;
  }
  return lines;
}

function trailingLines(value: string): number {
  let lines = 0;
  for (let at = value.length - 1; at >= 0; at--) {
    if (value[at] === '\n') lines++;
    else if (value[at] !== ' ' && value[at] !== '\t' && value[at] !== '\r') break;
  }
  return lines;
}

/**
 * Cuts a page whose tags nest absurdly before the parser sees it: the parser looks through its open elements, so a
 * hundred thousand unclosed tags would cost their square.
 */
function shallow(text: string): { html: string; truncated: boolean } {
  let open = 0;
  let at = text.indexOf('<');
  while (at >= 0) {
    const next = text[at + 1];
    if (next === '/') open = Math.max(0, open - 1);
    else if (next !== '!' && next !== '?' && next !== undefined && next !== ' ' && !isVoid(text, at + 1))
      open++;
    if (open > deepestOpen) return { html: text.slice(0, at), truncated: true };
    at = text.indexOf('<', at + 1);
  }
  return { html: text, truncated: false };
}

const voids = new Set([
  'br',
  'hr',
  'img',
  'input',
  'link',
  'meta',
  'p',
  'li',
  'td',
  'tr',
  'th',
  'option',
  'col',
  'source',
  'wbr',
]);

function isVoid(text: string, at: number): boolean {
  let end = at;
  while (
    end - at < 8 &&
    ((text[end]! >= 'a' && text[end]! <= 'z') || (text[end]! >= 'A' && text[end]! <= 'Z'))
  )
    end++;
  return voids.has(text.slice(at, end).toLowerCase());
}
