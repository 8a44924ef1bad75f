/** The safe subset of Markdown of a city's descriptions: paragraphs, lists, emphasis and links; the rest is its text. */
import { fromMarkdown } from 'mdast-util-from-markdown';
import type { Nodes } from 'mdast';
import type { ReactElement, ReactNode } from 'react';
import { Fragment } from 'react';
import type { Texts } from '../edition/edition.ts';
import { pick, type Locale } from '../text/locale.ts';
import { typeset } from '../text/typography.ts';

/** A description in the reader's language, else the main one marked with `lang`; null shows nothing. */
export function Markdown({
  texts,
  locale,
  main,
}: {
  texts: Texts | null;
  locale: Locale;
  main: readonly string[];
}): ReactElement | null {
  const found = pick(texts, locale, main);
  if (!found) return null;
  const body = show(fromMarkdown(found.text), found.lang);
  return (
    <div className="prose" lang={found.lang === locale ? undefined : found.lang}>
      {body}
    </div>
  );
}

function show(node: Nodes, lang: string): ReactNode {
  const inside = (): ReactNode =>
    'children' in node
      ? node.children.map((child, i) => <Fragment key={i}>{show(child, lang)}</Fragment>)
      : null;
  switch (node.type) {
    case 'root':
      return inside();
    case 'paragraph':
    case 'heading':
      return <p>{inside()}</p>;
    case 'list':
      return node.ordered ? <ol start={node.start ?? 1}>{inside()}</ol> : <ul>{inside()}</ul>;
    case 'listItem':
      return <li>{inside()}</li>;
    case 'emphasis':
      return <em>{inside()}</em>;
    case 'strong':
      return <strong>{inside()}</strong>;
    case 'link':
      return /^(?:https?:|mailto:)/i.test(node.url) ? <a href={node.url}>{inside()}</a> : inside();
    case 'break':
      return <br />;
    case 'text':
    case 'inlineCode':
    case 'code':
    case 'html':
      return typeset(node.value, lang);
    default:
      return inside();
  }
}
