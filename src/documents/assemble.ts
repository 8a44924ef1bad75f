/** From blocks to a document: the frame that every page has, the files, and the note on characters the fonts lack. */
import { parseInstant } from './instant.ts';
import { tint } from './colour.ts';
import {
  asOfLine,
  editionOf,
  elapsed,
  paragraph,
  phrase,
  plain,
  notice,
  word,
  type Content,
} from './content.ts';
import type { Block, DocumentData, TypstDocument } from './document.ts';
import { showableData } from './glyphs.ts';
import { TEMPLATE } from './template.ts';

export interface Frame {
  /** Of the file, for its properties and the window's title bar. */
  readonly title: string;
  readonly opening: Omit<DocumentData['opening'], 'city' | 'notice' | 'edition'>;
  readonly contents: DocumentData['contents'];
  readonly blocks: readonly Block[];
}

export function assemble(content: Content, frame: Frame): TypstDocument {
  const { edition, t, locale, accent } = content;
  const city = phrase(content, edition.city.name) ?? { text: '', lang: null };
  const standing = t.standingShort[edition.city.standing];
  const data: DocumentData = {
    lang: locale,
    title: frame.title,
    author: edition.city.standing === 'official' ? [city.text] : [],
    description: plain(content, edition.plan.summary),
    createdAt: parseInstant(edition.publishedAt),
    accent,
    wash: tint(accent, 0.14),
    running: {
      left: [city.text, plain(content, edition.plan.shortTitle)].filter((part) => part !== '').join(' · '),
      right: standing === null ? '' : word(content, standing),
      edition: editionOf(content),
      page: word(content, t.page('{n}', '{of}')),
      elapsed: elapsed(content),
    },
    opening: {
      ...frame.opening,
      city,
      edition: [editionOf(content), asOfLine(content)],
      notice: notice(content),
    },
    contents: frame.contents,
    blocks: frame.blocks,
  };
  const lacking = new Set<string>();
  const shown = showableData(data, lacking);
  const files = Object.fromEntries(
    Object.entries(content.files).map(([name, svg]) => [name, showableData(svg, lacking)]),
  );
  const noted =
    lacking.size === 0 ? shown : { ...shown, blocks: [...shown.blocks, ...lackingNote(content, lacking)] };
  return {
    main: TEMPLATE,
    files: { ...files, 'data.json': JSON.stringify(noted) },
    createdAt: edition.publishedAt,
  };
}

function lackingNote(content: Content, lacking: ReadonlySet<string>): Block[] {
  const { t } = content;
  const listed = [...lacking].slice(0, 40).join(', ');
  return [
    { kind: 'heading', level: 1, text: word(content, t.missingTitle), newPage: false },
    {
      kind: 'prose',
      size: 'small',
      passage: paragraph(content, t.missing(lacking.size > 40 ? `${listed}…` : listed)),
    },
  ];
}
