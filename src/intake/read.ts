/** From a file to blocks: decode, normalise, recognise the format, keep to the limits. */
import type { Problem } from '../problem.ts';
import type { Block, Format } from './block.ts';
import { decode, normalise } from './characters.ts';
import { readHtml } from './html.ts';
import { readMarkdown } from './markdown.ts';
import { readText } from './text.ts';

/** Bytes or characters of a source that are read; the rest is left and reported. */
export const largestSource = 5_000_000;
/** Blocks that are read; the rest is left and reported. */
export const mostBlocks = 50_000;

export interface SourceDocument {
  readonly format: Format;
  readonly blocks: readonly Block[];
  /** Lines of the source. */
  readonly lineCount: number;
  /** The normalised text, for showing the lines of an evidence. */
  readonly lines: readonly string[];
  /** Primary tag of the language that the document itself states (`<html lang>`); null when it states none. */
  readonly language: string | null;
  /** Limits that were hit. */
  readonly problems: readonly Problem[];
}

/** Reads a document of any of the known formats. Never throws on content. */
export function readDocument(
  source: Uint8Array | string,
  options: { readonly name?: string } = {},
): SourceDocument {
  const problems: Problem[] = [];
  let size = source.length;
  let raw: string;
  if (typeof source === 'string') raw = source.slice(0, largestSource);
  else {
    // A character of UTF-8 is not cut in two: up to three bytes are given back.
    let end = Math.min(source.length, largestSource);
    while (end < source.length && end > 0 && (source[end]! & 0xc0) === 0x80) end--;
    raw = decode(source.subarray(0, end));
  }
  if (size > largestSource)
    problems.push({ code: 'source-too-large', place: {}, values: { size, limit: largestSource } });
  const text = normalise(raw.isWellFormed() ? raw : raw.toWellFormed());
  const format = formatOf(text, options.name);
  let blocks: Block[];
  let language: string | null = null;
  if (format === 'html') {
    const html = readHtml(text);
    ({ blocks, language } = html);
    if (html.truncated) problems.push({ code: 'nesting-too-deep', place: {}, values: {} });
  } else blocks = format === 'markdown' ? readMarkdown(text) : readText(text);
  if (blocks.length > mostBlocks) {
    problems.push({
      code: 'too-many-blocks',
      place: { line: blocks[mostBlocks]!.from },
      values: { count: blocks.length, limit: mostBlocks },
    });
    blocks = blocks.slice(0, mostBlocks);
  }
  const lines = text.split('\n');
  return { format, blocks, lineCount: lines.length, lines, language, problems };
}

/** The format, from the content first and the file's name second. */
export function formatOf(text: string, name = ''): Format {
  const start = text.slice(0, 4000).trimStart().toLowerCase();
  const dot = name.lastIndexOf('.');
  const ending = dot < 0 ? '' : name.slice(dot + 1).toLowerCase();
  if (
    start.startsWith('<!doctype html') ||
    start.startsWith('<html') ||
    (start.startsWith('<?xml') && start.includes('<html'))
  )
    return 'html';
  if (ending === 'html' || ending === 'htm' || ending === 'xhtml')
    return start.includes('<') ? 'html' : 'text';
  if (ending === 'md' || ending === 'markdown') return 'markdown';
  if (
    start.startsWith('<') &&
    [
      '<body',
      '<div',
      '<main',
      '<h1',
      '<h2',
      '<p',
      '<section',
      '<article',
      '<table',
      '<ul',
      '<nav',
      '<header',
    ].some((tag) => start.startsWith(tag)) &&
    start.includes('</')
  )
    return 'html';
  return looksMarkdown(text) ? 'markdown' : 'text';
}

function looksMarkdown(text: string): boolean {
  let headings = 0;
  let rules = 0;
  let from = 0;
  for (let count = 0; count < 3000 && from < text.length; count++) {
    let end = text.indexOf('\n', from);
    if (end < 0) end = text.length;
    const first = text[from];
    if (first === '#') {
      let level = 1;
      while (text[from + level] === '#' && level < 7) level++;
      if (level < 7 && text[from + level] === ' ') headings++;
    }
    if (
      first === '|' &&
      end - from > 4 &&
      text[from + 1] !== undefined &&
      (text.startsWith('|--', from) ||
        text.startsWith('| --', from) ||
        text.startsWith('|:-', from) ||
        text.startsWith('| :-', from))
    )
      rules++;
    from = end + 1;
  }
  return headings >= 2 || rules >= 1;
}
