/** Inline markup: links, emphasis, escapes and, in Markdown, strikes and single tags taken out of one line. Linear. */
import { collapse, isSpace } from './characters.ts';

/**
 * Text without links, emphasis and escapes, and whether it was nothing but a link, or all bold. `markdown` takes out
 * inline tags and the marks of struck text too: elsewhere an angle bracket is a character like any other.
 */
export function unlink(text: string, markdown = false): { text: string; link: boolean; strong: boolean } {
  if (
    !text.includes('[') &&
    !text.includes('*') &&
    !text.includes('_') &&
    !text.includes('\\') &&
    !text.includes('`') &&
    !(markdown && (text.includes('<') || text.includes('~~')))
  ) {
    return { text, link: false, strong: false };
  }
  let out = '';
  let linked = 0;
  let at = 0;
  let links = 0;
  // Where the next closing bracket stands, so that a million opening ones are not each looked along.
  let bracket = -1;
  while (at < text.length) {
    const char = text[at]!;
    if (char === '\\' && at + 1 < text.length && '\\`*_{}[]()#+-.!|'.includes(text[at + 1]!)) {
      out += text[at + 1];
      at += 2;
      continue;
    }
    if (char === '[' || (char === '!' && text[at + 1] === '[')) {
      const open = char === '!' ? at + 1 : at;
      if (bracket <= open) {
        const next = text.indexOf(']', open + 1);
        bracket = next < 0 ? Number.MAX_SAFE_INTEGER : next;
      }
      const close = bracket - open <= 400 ? bracket : -1;
      const target = close > 0 && text[close + 1] === '(' ? closing(text, close + 2, 600) : -1;
      if (target > 0) {
        const label = char === '!' ? '' : text.slice(open + 1, close);
        out += label;
        linked += label.length;
        links++;
        at = target + 1;
        continue;
      }
    }
    if (char === '*' || char === '`') {
      let run = 1;
      while (text[at + run] === char) run++;
      const spaced = isSpace(text[at + run]) || at + run >= text.length;
      const before = at === 0 || isSpace(text[at - 1]);
      if (run <= 3 && !(spaced && before)) {
        at += run;
        continue;
      }
      out += text.slice(at, at + run);
      at += run;
      continue;
    }
    if (
      char === '_' &&
      (text[at + 1] === '_' ||
        at === 0 ||
        isSpace(text[at - 1]) ||
        at + 1 === text.length ||
        isSpace(text[at + 1]))
    ) {
      at++;
      continue;
    }
    if (markdown && char === '~' && text[at + 1] === '~' && text[at + 2] !== '~' && text[at - 1] !== '~') {
      at += 2;
      continue;
    }
    if (
      markdown &&
      char === '<' &&
      (text[at + 1] === '/' || text[at + 1] === 'b' || text[at + 1] === 's' || text[at + 1] === 'i')
    ) {
      const close = find(text, '>', at + 1, 60);
      if (close > 0) {
        out += ' ';
        at = close + 1;
        continue;
      }
    }
    out += char;
    at++;
  }
  const clean = collapse(out);
  const strong =
    (text.startsWith('**') && text.endsWith('**')) || (text.startsWith('__') && text.endsWith('__'));
  let other = 0;
  for (const char of clean)
    if (char !== ' ' && char !== '·' && char !== '|' && char !== '-' && char !== '–') other++;
  return { text: clean, link: links > 0 && linked + 3 * links >= other && other > 0, strong };
}

function find(text: string, char: string, from: number, most: number): number {
  const end = Math.min(text.length, from + most);
  for (let at = from; at < end; at++) if (text[at] === char) return at;
  return -1;
}

/** The bracket that closes a link's target; a target may hold brackets in pairs: "(page_(city))". */
function closing(text: string, from: number, most: number): number {
  const end = Math.min(text.length, from + most);
  let open = 0;
  for (let at = from; at < end; at++) {
    if (text[at] === '(') open++;
    else if (text[at] === ')' && open-- === 0) return at;
  }
  return find(text, ')', from, most);
}
