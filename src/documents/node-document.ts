/** One goal on paper: what is promised, where it stands, its tasks with their reports, who answers, where figures come from. */
import type { Edition, EditionNode, Id } from '../edition/edition.ts';
import type { Locale } from '../text/locale.ts';
import { formatDecimal } from '../text/number.ts';
import { assemble } from './assemble.ts';
import { editionBlocks, gapBlocks } from './closing.ts';
import {
  armsPicture,
  capital,
  contentOf,
  measure,
  own,
  paragraph,
  passage,
  percent,
  periodLine,
  plain,
  titleOf,
  word,
  type Content,
} from './content.ts';
import type { Block, Phrase, TypstDocument } from './document.ts';
import { childBlocks, factsOf, levelName, named, taskBlocks } from './goals.ts';

/** As `planDocument`, for the node `id` (of a task: the node it belongs to); throws when the edition has neither. */
export function nodeDocument(
  edition: Edition,
  editions: readonly Edition[],
  locale: Locale,
  { id, permalink }: { readonly id: Id; readonly permalink: string | null },
): TypstDocument {
  const content = contentOf(edition, editions, locale);
  const node = content.nodes.get(content.tasks.get(id)?.nodeId ?? id);
  if (!node) throw new Error(`edition ${edition.number} of ${edition.plan.slug} has no node ${id}`);
  const label = [levelName(content, node), node.code ?? ''].filter((part) => part !== '').join('\u00a0');
  const title = titleOf(content, node);
  return assemble(content, {
    title: word(content, [node.code, title.text].filter((part) => part !== null).join(' ')),
    opening: {
      kind: 'head',
      arms: armsPicture(content),
      label: own(content, label),
      title,
      lead: parentLine(content, node),
      horizon: null,
      period: periodLine(content),
    },
    contents: null,
    blocks: [
      ...standing(content, node),
      ...below(content, node),
      ...gapBlocks(content, gapsUnder(content, node), 2),
      ...source(content, node),
      ...editionBlocks(content, 2, permalink, false),
    ],
  });
}

function parentLine(content: Content, node: EditionNode): Phrase | null {
  const parent = node.parentId === null ? undefined : content.nodes.get(node.parentId);
  if (!parent) return null;
  const phrase = named(content, parent);
  return { ...phrase, text: `${word(content, content.words.partOf)}: ${phrase.text}` };
}

function standing(content: Content, node: EditionNode): Block[] {
  const { words } = content;
  const description = passage(content, node.description);
  const facts = factsOf(content, node);
  return [
    { kind: 'heading', level: 2, text: word(content, words.promised), newPage: false },
    { kind: 'prose', size: 'lead', passage: description ?? paragraph(content, words.promisedNothing) },
    ...(facts.length > 0 ? [{ kind: 'facts' as const, items: facts }] : []),
    { kind: 'heading', level: 2, text: word(content, words.standing), newPage: false },
    {
      kind: 'questions',
      measure: measure(content, node.id),
      working: { question: word(content, words.askResults), say: word(content, words.notMeasured) },
    },
  ];
}

function below(content: Content, node: EditionNode): Block[] {
  const children = content.children.get(node.id) ?? [];
  const tasks = content.tasksOf.get(node.id) ?? [];
  const deepest = children[0] && content.edition.levels[children[0].level];
  const blocks: Block[] = [];
  if (deepest) {
    const name = capital(plain(content, deepest.plural));
    blocks.push({ kind: 'heading', level: 2, text: name, newPage: false }, ...childBlocks(content, children));
  }
  if (tasks.length > 0)
    blocks.push(
      { kind: 'heading', level: 2, text: word(content, content.words.tasks), newPage: false },
      ...taskBlocks(content, tasks, true),
    );
  return blocks;
}

/** The working of the figure, as a person would redo it, and the method. */
function source(content: Content, node: EditionNode): Block[] {
  const d = content.nodeDelivery.get(node.id);
  if (!d || d.meanPercent === null) return [];
  const { t, locale } = content;
  const lines = [
    t.workingMean(
      formatDecimal(d.weightedProgress, locale),
      String(d.weightReported),
      percent(content, d.meanPercent),
    ),
  ];
  if (d.bandPercent && d.weightTotal > d.weightReported)
    lines.push(
      t.workingBand(
        String(d.weightTotal),
        String(d.weightTotal - d.weightReported),
        percent(content, d.bandPercent[0]),
        percent(content, d.bandPercent[1]),
      ),
    );
  lines.push(t.behindRule(content.edition.plan.behindPoints));
  return [
    { kind: 'heading', level: 2, text: word(content, t.thisFigure), newPage: false },
    { kind: 'prose', size: 'body', passage: paragraph(content, lines.join(' ')) },
  ];
}

/** Gaps of the node itself and of its tasks. */
function gapsUnder(content: Content, node: EditionNode) {
  const ids = new Set([node.id, ...(content.tasksOf.get(node.id) ?? []).map((task) => task.id)]);
  return content.edition.gaps.filter((gap) => gap.place.id !== undefined && ids.has(gap.place.id));
}
