/** The last part of every document: what is missing, how figures are made, and which edition this is. */
import type { Edition, EditionGap } from '../edition/edition.ts';
import { holdAnnounced } from '../edition/gap.ts';
import { formatDate } from '../text/date.ts';
import { problemText } from '../text/problems.ts';
import { date, own, paragraph, phrase, plain, publishedOn, word, type Content } from './content.ts';
import type { Block, Fact } from './document.ts';
import { safeAddress } from './markdown.ts';

/** Gaps of one kind beyond this many are counted, not listed. */
const LISTED = 12;

/** The gaps of the edition (or of some of it) in words, under a heading. */
export function gapBlocks(content: Content, gaps: readonly EditionGap[], level: number): Block[] {
  if (gaps.length === 0) return [];
  const { t, words, locale } = content;
  const titled = holdAnnounced(gaps) ? words.gapsTitle : words.gapsOwnTitle;
  const kinds = [...Map.groupBy(gaps, (gap) => gap.code).values()];
  const items = kinds.flatMap((same) => {
    const listed = same.slice(0, LISTED).map((gap) => problemText(gap, locale, (id) => nameOf(content, id)));
    if (same.length > LISTED) listed.push(t.moreGaps(same.length - LISTED));
    return listed.map((text) => own(content, text));
  });
  return [
    { kind: 'heading', level, text: word(content, titled), newPage: false },
    { kind: 'prose', size: 'body', passage: paragraph(content, t.gapsLead) },
    { kind: 'list', items },
  ];
}

/** The title of a node or task without a code, for a message about it. */
function nameOf(content: Content, id: string): string | null {
  const item = content.nodes.get(id) ?? content.tasks.get(id);
  return item ? plain(content, item.title) || null : null;
}

/** How the figures are made, in words; for a plan without tasks there is nothing to explain. */
export function methodBlocks(content: Content, level: number): Block[] {
  const { t, words, edition } = content;
  if (edition.tasks.length === 0) return [];
  const verdicts = edition.results.delivery.plan.countsByVerdict;
  const shown = (
    [
      'done',
      'done-late',
      'on-time',
      'behind',
      'late',
      'suspended',
      'no-report',
      'undated',
      'stopped',
      'merged',
    ] as const
  ).filter((v) => verdicts[v] > 0);
  return [
    { kind: 'heading', level, text: word(content, t.methodTitle), newPage: false },
    ...t.method.map((text) => ({
      kind: 'prose' as const,
      size: 'body' as const,
      passage: paragraph(content, text),
    })),
    { kind: 'prose', size: 'body', passage: paragraph(content, t.behindRule(edition.plan.behindPoints)) },
    ...(edition.plan.weights === 'whole'
      ? [{ kind: 'prose' as const, size: 'body' as const, passage: paragraph(content, t.weightsWhole) }]
      : []),
    { kind: 'heading', level: level + 1, text: word(content, words.legend), newPage: false },
    {
      kind: 'counts',
      items: shown.map((v) => ({ mark: v, word: word(content, words.verdict[v]), count: null })),
    },
  ];
}

/** Which edition this is, its fingerprint, where it stays, and those before it. */
export function editionBlocks(
  content: Content,
  level: number,
  permalink: string | null,
  full: boolean,
): Block[] {
  const { t, edition, locale } = content;
  const items: Fact[] = [
    { term: word(content, t.number), values: [own(content, String(edition.number))] },
    { term: word(content, t.published), values: [own(content, published(content))] },
    { term: word(content, t.asOfTerm), values: [own(content, formatDate(edition.asOf, locale))] },
    {
      term: word(content, t.permalink),
      values: [
        permalink === null
          ? own(content, t.localCopy)
          : own(content, permalink, safeAddress(permalink) ?? undefined),
      ],
    },
    { term: word(content, t.hash), values: [{ text: edition.hash, lang: null }], code: true },
  ];
  if (edition.plan.licence !== null)
    items.push({ term: word(content, t.licence), values: [{ text: edition.plan.licence, lang: null }] });
  items.push({
    term: word(content, t.product),
    values: [{ text: `${edition.product.name} ${edition.product.version}`, lang: null }],
  });
  const blocks: Block[] = [
    { kind: 'heading', level, text: word(content, t.colophon), newPage: false },
    { kind: 'facts', items, receipt: true },
    { kind: 'prose', size: 'small', passage: paragraph(content, t.prove) },
  ];
  const others = content.editions.filter((e) => e.number < edition.number);
  if (full && others.length > 0)
    blocks.push(
      { kind: 'heading', level: level + 1, text: word(content, t.earlier), newPage: false },
      { kind: 'facts', items: others.toReversed().map((e) => earlier(content, e)) },
    );
  return blocks;
}

function published(content: Content): string {
  const by = plain(content, content.edition.publishedBy);
  const on = date(content, publishedOn(content.edition));
  return by === '' ? on : `${on}, ${by}`;
}

function earlier(content: Content, edition: Edition): Fact {
  return {
    term: word(content, `${content.words.edition} ${edition.number}`),
    values: [
      own(content, formatDate(publishedOn(edition), content.locale)),
      { text: edition.hash, lang: null },
    ],
    code: true,
  };
}

/** The contacts of the city as facts. */
export function contactFacts(content: Content): Fact[] {
  return content.edition.city.contacts.flatMap((contact) => {
    const name = phrase(content, contact.name);
    if (!name) return [];
    const email =
      contact.email === null
        ? []
        : [own(content, contact.email, safeAddress(`mailto:${contact.email}`) ?? undefined)];
    return [
      {
        term: word(content, content.t.contactKind[contact.kind]),
        values: [name, ...email, ...(contact.phone === null ? [] : [own(content, contact.phone)])],
      },
    ];
  });
}
