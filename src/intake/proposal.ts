/** The proposal: what a document seems to contain, with the evidence for each node. Never a plan: a person accepts it. */
import { conjunctions, planStems } from '../text/document-words.ts';
import type { Problem, Values } from '../problem.ts';
import { readAnnouncements, readHorizon, readQuotes, type Announcement } from './announcement.ts';
import { buildTree } from './builder.ts';
import { fold, isCapitals, isLetter, words } from './characters.ts';
import { codeKey } from './code.ts';
import { readItems, type Reading, type Readings } from './item.ts';
import { judge, type Subject } from './judge.ts';
import type { Line } from './line.ts';
import { toLines } from './lines.ts';
import type { SourceDocument } from './read.ts';
import { isLineTitle, type Tree } from './tree.ts';
import type { Accepted, Verdict } from './verdict.ts';
import { namesLevel, singularOf } from './words.ts';

export interface ProposedLevel {
  /** Singular when it is known, else as printed; '' when the source names none. */
  readonly name: string;
  /** As the source prints it: "Cele operacyjne". '' when it names none. */
  readonly printed: string;
}

/** Why a node has its level: `code` names the message, `values` fill it. */
export interface Reason {
  readonly code: string;
  readonly values: Values;
}

export interface Evidence {
  /** First and last source line, 1-based. */
  readonly lines: readonly [number, number];
  readonly why: Reason;
}

export interface ProposedNode {
  /** Stable within this proposal: "n1", "n2" … in document order. */
  readonly key: string;
  readonly parentKey: string | null;
  /** Position in `levels`. */
  readonly levelIndex: number;
  /** As printed, without the final dot or bracket; '' when there is none. */
  readonly code: string;
  /** As printed; '' when the source has none. */
  readonly title: string;
  readonly description?: string;
  readonly evidence: Evidence;
  /** 0 to 1: how many independent signs agree. Below 0.6 a person should look. */
  readonly confidence: number;
  /** Codes of messages. */
  readonly warnings: readonly string[];
}

/** A line that might be a node: accepted with one key, as the suggested level under the suggested parent. */
export interface Unclassified {
  readonly key: string;
  readonly text: string;
  readonly code: string;
  readonly lines: readonly [number, number];
  readonly levelIndex: number;
  readonly parentKey: string | null;
}

export interface Untaken {
  readonly text: string;
  readonly lines: readonly [number, number];
}

export interface Proposal {
  /** Title of the document, '' when none was found. */
  readonly title: string;
  readonly levels: readonly ProposedLevel[];
  readonly nodes: readonly ProposedNode[];
  readonly unclassified: readonly Unclassified[];
  readonly untaken: readonly Untaken[];
  readonly announcements: readonly Announcement[];
  readonly horizonYear?: number;
  /** First year of the plan, when the source gives a range that ends with `horizonYear`. */
  readonly horizonStart?: number;
  readonly vision?: string;
  readonly mission?: string;
  readonly problems: readonly Problem[];
}

/** Nodes of one proposal at most; more are dropped and reported. */
export const mostNodes = 20_000;

/** Proposes a plan. Pure, linear, never throws on content. */
export function proposePlan(document: SourceDocument): Proposal {
  const lines = toLines(document.blocks);
  const readings = readItems(lines);
  const title = titleOf(lines, readings);
  const subject = { goals: namesLevel(title.text), plan: isTitleOfPlan(title.text) };
  const body = attempt(readings, subject, (reading) => reading.line.toc);
  let chosen = body;
  if (body.verdict.accepted.length === 0) {
    const contents = attempt(readings, subject, (reading) => !reading.line.toc);
    if (contents.verdict.accepted.length > 0) chosen = contents;
  }
  return assemble(document, lines, readings, chosen, title);
}

interface Attempt {
  readonly tree: Tree;
  readonly verdict: Verdict;
}

function attempt(readings: Readings, subject: Subject, skip: (reading: Reading) => boolean): Attempt {
  const tree = buildTree(readings, skip);
  return { tree, verdict: judge(tree, subject, readings.labels) };
}

function assemble(
  document: SourceDocument,
  lines: readonly Line[],
  readings: Readings,
  { tree, verdict }: Attempt,
  title: DocumentTitle,
): Proposal {
  const problems: Problem[] = [...document.problems];
  let accepted = verdict.accepted;
  if (accepted.length > mostNodes) {
    problems.push({
      code: 'too-many-nodes',
      place: { line: accepted[mostNodes]!.lines[0] },
      values: { count: accepted.length, limit: mostNodes },
    });
    accepted = accepted.slice(0, mostNodes);
  }
  const { depths, levels } = nameLevels(accepted, readings, tree);
  const keys = new Map<Accepted, string>();
  accepted.forEach((one, at) => keys.set(one, `n${at + 1}`));
  const contentsTitles = titlesOfContents(readings);
  const usedLines = new Set<number>();
  const nodes = accepted.map((one): ProposedNode => {
    const reading = one.reading;
    if (reading) {
      usedLines.add(reading.index);
      for (const more of reading.joined) usedLines.add(more);
    }
    const filled =
      one.title === '' && reading
        ? contentsTitles.get(`${reading.family} ${codeKey(reading.parts)}`)
        : undefined;
    const nodeTitle = one.title !== '' ? one.title : (filled?.title ?? '');
    const warnings = filled ? ['title-from-contents'] : [...one.warnings];
    return {
      key: keys.get(one)!,
      parentKey: one.parent ? (keys.get(one.parent) ?? null) : null,
      levelIndex: depths.get(one)!,
      code: one.code,
      title: nodeTitle,
      ...(one.description === '' ? {} : { description: one.description }),
      evidence: { lines: one.lines, why: reasonOf(one) },
      confidence: confidenceOf(one, nodeTitle),
      warnings,
    };
  });
  warnDuplicates(nodes);
  const quotes = readQuotes(lines, usedLines);
  const counted = levels.map((level, at) => ({
    name: level.name,
    plural: level.printed,
    count: nodes.filter((node) => node.levelIndex === at).length,
  }));
  const unclassified = verdict.possible.slice(0, 5000).map((one, at): Unclassified => {
    usedLines.add(one.reading.index);
    for (const more of one.reading.joined) usedLines.add(more);
    const parent = one.parent;
    return {
      key: `u${at + 1}`,
      text: one.reading.title === '' ? one.reading.line.text : one.reading.title,
      code: one.reading.code,
      lines: [one.reading.from, one.reading.to],
      levelIndex: parent ? Math.min((depths.get(parent) ?? 0) + 1, 4) : 0,
      parentKey: parent ? (keys.get(parent) ?? null) : null,
    };
  });
  const announcements = readAnnouncements(lines, usedLines, counted, quotes);
  const { start: horizonStart, end: horizonYear } = readHorizon(title.text, lines);
  for (const quote of [quotes.vision, quotes.mission]) {
    if (!quote) continue;
    for (let at = 0; at < lines.length; at++)
      if (lines[at]!.from >= quote.lines[0] && lines[at]!.to <= quote.lines[1]) usedLines.add(at);
  }
  for (const at of title.lines) usedLines.add(at);
  return {
    title: title.text,
    levels,
    nodes,
    unclassified,
    untaken: untakenOf(lines, usedLines),
    announcements,
    ...(horizonYear === undefined ? {} : { horizonYear }),
    ...(horizonStart === undefined ? {} : { horizonStart }),
    ...(quotes.vision ? { vision: quotes.vision.text } : {}),
    ...(quotes.mission ? { mission: quotes.mission.text } : {}),
    problems,
  };
}

/** Depth of every node and the names of the levels. One family stands on one level, the deepest it needs. */
function nameLevels(
  accepted: readonly Accepted[],
  readings: Readings,
  tree: Tree,
): { depths: Map<Accepted, number>; levels: ProposedLevel[] } {
  const familyDepth = new Map<string, number>();
  const raw = new Map<Accepted, number>();
  for (const one of accepted) {
    const depth = one.parent ? (raw.get(one.parent) ?? 0) + 1 : 0;
    raw.set(one, depth);
    familyDepth.set(one.family, Math.max(familyDepth.get(one.family) ?? 0, depth));
  }
  const depths = new Map<Accepted, number>();
  for (const one of accepted) {
    const least = one.parent ? depths.get(one.parent)! + 1 : 0;
    // Only labels carry a level across different depths: a task may hang on a goal of any level.
    depths.set(one, one.family.startsWith('label') ? Math.max(least, familyDepth.get(one.family)!) : least);
  }
  // Close gaps: every level has a node.
  const present = [...new Set(depths.values())].sort((a, b) => a - b);
  for (const [one, depth] of depths) depths.set(one, present.indexOf(depth));
  const asLabels = new Set(accepted.map((one) => one.reading?.head?.label ?? ''));
  const names = present.map(() => new Map<string, number>());
  for (const one of accepted) {
    const name = levelNameOf(one, readings);
    const votes = names[depths.get(one)!]!;
    if (name !== '') votes.set(name, (votes.get(name) ?? 0) + 1);
  }
  const rootName = tree.captions.find((caption) => !caption.owner)?.name ?? '';
  const levels = names.map((votes, at): ProposedLevel => {
    let printed = '';
    let most = 0;
    for (const [name, count] of votes) {
      if (count > most) {
        printed = name;
        most = count;
      }
    }
    if (printed === '' && at === 0 && isOneLevel(rootName)) printed = rootName;
    return {
      name: sentenceCase(asLabels.has(printed) ? printed : (singularOf(printed) ?? printed)),
      printed,
    };
  });
  return { depths, levels };
}

function levelNameOf(one: Accepted, readings: Readings): string {
  const head = one.reading?.head;
  if (head && head.label !== '') return readings.labels.get(head.key)?.label ?? head.label;
  if (one.context?.kind === 'goals' && isOneLevel(one.context.name)) return one.context.name;
  return '';
}

/** "Cele strategiczne i operacyjne" names two levels and so none. */
function isOneLevel(name: string): boolean {
  return (
    name !== '' &&
    name.length < 60 &&
    words(name, 6).length <= 4 &&
    !words(fold(name), 9).some((word) => conjunctions.has(word))
  );
}

function sentenceCase(name: string): string {
  if (!isCapitals(name) || (words(name, 3).length === 1 && name.length <= 3)) return name;
  const lower = name.toLowerCase();
  return lower[0]!.toUpperCase() + lower.slice(1);
}

function reasonOf(one: Accepted): Reason {
  const label = one.reading?.head?.label ?? '';
  const parent = one.parent?.code ?? '';
  if (one.why === 'children') return { code: 'proved-by-children', values: { code: one.code } };
  if (one.why === 'headline') return { code: 'line-above-list', values: {} };
  if (label !== '')
    return one.why === 'code'
      ? { code: 'label-and-code', values: { label, code: one.code, parent } }
      : { code: 'label-and-number', values: { label, code: one.code } };
  if (one.why === 'code') return { code: 'code-under-code', values: { code: one.code, parent } };
  if (one.why === 'caption' || one.context?.kind === 'goals')
    return {
      code: 'listed-under-caption',
      values: { caption: one.context?.name ?? '', line: one.context?.line ?? 0 },
    };
  if (one.why === 'column') return { code: 'column-of-table', values: { column: one.context?.name ?? '' } };
  if (one.why === 'heading') return { code: 'heading-under-caption', values: {} };
  return { code: 'number-in-run', values: { code: one.code } };
}

function confidenceOf(one: Accepted, title: string): number {
  let sure = 0.5;
  const labelled = (one.reading?.head?.label ?? '') !== '';
  if (labelled) sure += 0.25;
  if (one.why === 'code') sure += 0.2;
  if (one.context?.kind === 'goals') sure += one.context.sentence ? 0.1 : 0.2;
  if (one.why === 'column') sure += 0.1;
  if (one.code !== '') sure += 0.05;
  if (one.why === 'children' || one.why === 'headline') sure -= 0.15;
  if (title === '' || title.length > 260) sure -= 0.2;
  return Math.round(Math.max(0.05, Math.min(0.99, sure)) * 100) / 100;
}

function warnDuplicates(nodes: ProposedNode[]): void {
  const seen = new Map<string, number>();
  nodes.forEach((node, at) => {
    if (node.code === '') return;
    const key = `${node.parentKey} ${node.levelIndex} ${node.code}`;
    const before = seen.get(key);
    seen.set(key, at);
    if (before !== undefined)
      nodes[at] = {
        ...node,
        warnings: [...node.warnings, 'code-repeated'],
        confidence: Math.min(node.confidence, 0.6),
      };
  });
}

/** Titles that only the table of contents has. */
function titlesOfContents({ all }: Readings): ReadonlyMap<string, Reading> {
  const found = new Map<string, Reading>();
  for (const reading of all) {
    if (reading?.line.toc && reading.kind === 'labelled' && reading.title !== '')
      found.set(`${reading.family} ${codeKey(reading.parts)}`, reading);
  }
  return found;
}

function untakenOf(lines: readonly Line[], used: ReadonlySet<number>): Untaken[] {
  const found: Untaken[] = [];
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at]!;
    if (used.has(at)) continue;
    const before = found[found.length - 1];
    // What stands beside a line is shown with it: the page number of a line of contents.
    if (line.block.aside && before?.lines[1] === line.from)
      found[found.length - 1] = { text: `${before.text} ${line.text}`, lines: before.lines };
    else found.push({ text: line.text, lines: [line.from, line.to] });
  }
  return found;
}

interface DocumentTitle {
  /** '' when none was found. */
  readonly text: string;
  /** Indexes of the lines that it was taken from. */
  readonly lines: readonly number[];
}

/** The document's title: its first heading of the highest rank, else its first line that reads like one. */
function titleOf(lines: readonly Line[], { all }: Readings): DocumentTitle {
  let best = -1;
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at]!;
    if (line.block.heading > 0 && !line.toc && (best < 0 || line.block.heading < lines[best]!.block.heading))
      best = at;
  }
  if (best >= 0 && lines[best]!.block.heading <= 2) return { text: lines[best]!.text, lines: [best] };
  const firstLabelled = all.findIndex((one) => one?.kind === 'labelled' && !one.line.toc);
  const end = Math.min(lines.length, 60, firstLabelled < 0 ? 60 : firstLabelled);
  for (let at = 0; at < end; at++) {
    const reading = all[at];
    if (!reading || reading.line.toc || reading.line.furniture || reading.head) continue;
    const text = reading.title === '' ? reading.line.text : reading.title;
    if (reading.line.block.link || reading.line.block.bullet !== '' || text.length < 5 || text.length > 200)
      continue;
    if (!isLineTitle(reading) || !isLetter(text[0])) continue;
    if (isTitleOfPlan(text)) return { text, lines: [at, ...reading.joined] };
  }
  const first = all
    .slice(0, end)
    .find(
      (one) =>
        one &&
        !one.line.furniture &&
        !one.line.toc &&
        !one.head &&
        isLineTitle(one) &&
        one.line.block.bullet === '',
    );
  return first
    ? { text: first.title || first.line.text, lines: [first.index, ...first.joined] }
    : { text: '', lines: [] };
}

function isTitleOfPlan(text: string): boolean {
  // A short stem begins words of other kinds too: "ziel" begins "Zielony".
  return words(fold(text), 20).some((word) =>
    planStems.some(
      (stem) =>
        word.startsWith(stem) && (stem.length > 4 || stem === 'plan' || word.length - stem.length <= 2),
    ),
  );
}
