/**
 * The safe Markdown subset of descriptions as data for the template: paragraphs, lists, quotations, emphasis, links.
 * Headings become bold paragraphs (the document owns its headings), pictures their description, HTML its literal text.
 */
import type { Nodes, PhrasingContent, RootContent } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { typeset } from '../text/typography.ts';

export type Span =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'emphasis' | 'strong'; readonly spans: readonly Span[] }
  | { readonly kind: 'link'; readonly to: string; readonly spans: readonly Span[] }
  | { readonly kind: 'break' };

export type Prose =
  | { readonly kind: 'paragraph'; readonly spans: readonly Span[] }
  | { readonly kind: 'quote'; readonly prose: readonly Prose[] }
  | { readonly kind: 'list'; readonly ordered: boolean; readonly items: readonly (readonly Prose[])[] };

/** The longest description that is read, in characters; what is longer is cut with an ellipsis. */
const LIMIT = 50_000;
/** Quotations and lists nested deeper than this are shown as their text. */
const DEPTH = 6;

/** Reads Markdown written in `lang` (for Polish hard spaces). Never fails; an empty text gives no prose. */
export function readMarkdown(markdown: string, lang: string): Prose[] {
  const text = markdown.length > LIMIT ? `${markdown.slice(0, LIMIT)}…` : markdown;
  return fromMarkdown(text).children.flatMap((node) => block(node, lang, 0));
}

/** The words alone, in one line. */
export function plainMarkdown(markdown: string): string {
  return textOf(fromMarkdown(markdown.slice(0, LIMIT)))
    .replace(/\s+/g, ' ')
    .trim();
}

function block(node: RootContent, lang: string, depth: number): Prose[] {
  switch (node.type) {
    case 'paragraph':
      return [{ kind: 'paragraph', spans: inline(node.children, lang) }];
    case 'heading':
      return [{ kind: 'paragraph', spans: [{ kind: 'strong', spans: inline(node.children, lang) }] }];
    case 'blockquote':
      return depth >= DEPTH
        ? paragraph(textOf(node), lang)
        : [{ kind: 'quote', prose: node.children.flatMap((n) => block(n, lang, depth + 1)) }];
    case 'list':
      return depth >= DEPTH
        ? paragraph(textOf(node), lang)
        : [
            {
              kind: 'list',
              ordered: node.ordered === true,
              items: node.children.map((item) => item.children.flatMap((n) => block(n, lang, depth + 1))),
            },
          ];
    case 'code':
    case 'html':
      return paragraph(node.value, lang);
    default:
      return [];
  }
}

function paragraph(text: string, lang: string): Prose[] {
  return text.trim() === ''
    ? []
    : [{ kind: 'paragraph', spans: [{ kind: 'text', text: typeset(text, lang) }] }];
}

function inline(nodes: readonly PhrasingContent[], lang: string): Span[] {
  return nodes.flatMap((node): Span[] => {
    switch (node.type) {
      case 'text':
        return [{ kind: 'text', text: typeset(node.value.replace(/\s*\n\s*/g, ' '), lang) }];
      case 'inlineCode':
      case 'html':
        return [{ kind: 'text', text: node.value }];
      case 'emphasis':
      case 'strong':
        return [{ kind: node.type, spans: inline(node.children, lang) }];
      case 'break':
        return [{ kind: 'break' }];
      case 'link': {
        const to = safeAddress(node.url);
        const spans = inline(node.children, lang);
        return to === null ? spans : [{ kind: 'link', to, spans }];
      }
      case 'image':
        return [{ kind: 'text', text: typeset(node.alt ?? '', lang) }];
      default:
        return [{ kind: 'text', text: textOf(node) }];
    }
  });
}

/** The address in ASCII when it is one a document may link to (http, https, mailto), else null. */
export function safeAddress(address: string): string | null {
  if (!/^(https?:\/\/|mailto:)/i.test(address) || !URL.canParse(address)) return null;
  return new URL(address).href;
}

function textOf(node: Nodes): string {
  if ('value' in node) return node.value;
  if (node.type === 'image') return node.alt ?? '';
  if (node.type === 'break') return ' ';
  if (!('children' in node)) return '';
  const inlineParent = ['paragraph', 'heading', 'emphasis', 'strong', 'link'].includes(node.type);
  return node.children.map((n) => textOf(n)).join(inlineParent ? '' : ' ');
}
