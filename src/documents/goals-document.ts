/** All goals as one list to print: the source page's own form, with the mark of delivery where there are tasks. */
import type { Edition, EditionNode } from '../edition/edition.ts';
import type { Locale } from '../text/locale.ts';
import { assemble } from './assemble.ts';
import { editionBlocks, gapBlocks } from './closing.ts';
import {
  armsPicture,
  contentOf,
  horizonPicture,
  own,
  passage,
  periodLine,
  phrase,
  word,
  type Content,
} from './content.ts';
import type { Block, TypstDocument } from './document.ts';
import { goalBlock } from './goals.ts';

/** As `planDocument`. */
export function goalsDocument(
  edition: Edition,
  editions: readonly Edition[],
  locale: Locale,
  { permalink }: { readonly permalink: string | null },
): TypstDocument {
  const content = contentOf(edition, editions, locale);
  const title = phrase(content, edition.plan.title) ?? own(content, content.words.allGoalsTitle);
  return assemble(content, {
    title: word(content, content.t.goalsOf(title.text)),
    opening: {
      kind: 'head',
      arms: armsPicture(content),
      label: own(content, content.words.allGoalsTitle),
      title,
      lead: phrase(content, edition.plan.summary),
      horizon: horizonPicture(content, 620),
      period: periodLine(content),
    },
    contents: null,
    blocks: [
      ...statement(content),
      ...(content.children.get(null) ?? []).flatMap((node) => listed(content, node, 2)),
      ...gapBlocks(content, edition.gaps, 2),
      ...editionBlocks(content, 2, permalink, false),
    ],
  });
}

function statement(content: Content): Block[] {
  const vision = passage(content, content.edition.plan.vision);
  return vision
    ? [
        {
          kind: 'statement',
          label: word(content, content.words.vision),
          level: 2,
          large: true,
          passage: vision,
        },
      ]
    : [];
}

function listed(content: Content, node: EditionNode, level: number): Block[] {
  const children = content.children.get(node.id) ?? [];
  const delivery = content.edition.tasks.length > 0;
  const heading = goalBlock(content, node, level, { newPage: false, delivery });
  const verdict = content.nodeDelivery.get(node.id)?.verdict ?? null;
  const row =
    heading.kind === 'goal' && node.parentId !== null
      ? {
          ...heading,
          bare: true,
          mark: delivery ? verdict : null,
          word: delivery && verdict !== null ? word(content, content.words.verdict[verdict]) : null,
        }
      : heading;
  return [row, ...children.flatMap((child) => listed(content, child, Math.min(level + 1, 6)))];
}
