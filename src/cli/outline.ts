/** A proposal as lines a person can read: the tree with source lines, gaps, unsure and unused lines. */

import type { Proposal, ProposedNode } from '../intake/proposal.ts';
import type { SourceDocument } from '../intake/read.ts';
import type { Problem } from '../problem.ts';
import { importWords } from '../text/command-import.ts';
import type { ImportWords } from '../text/command-import.ts';
import type { Locale } from '../text/locale.ts';
import { problemText } from '../text/problems.ts';

/** Below it a node is shown with why it has its place. */
const UNSURE = 0.6;
const MOST_UNTAKEN = 40;
const WIDTH = 100;

/** Everything there is to see before accepting. `file` is shown as given. */
export function outline(
  file: string,
  document: SourceDocument,
  proposal: Proposal,
  locale: Locale,
): readonly string[] {
  const words = importWords(locale);
  return [
    words.source(file, document.format, document.lineCount),
    words.title(proposal.title),
    words.horizon(proposal.horizonYear ?? null, proposal.horizonStart ?? null),
    words.levels(levelNames(proposal, words)),
    ...(proposal.vision === undefined ? [] : [words.vision(proposal.vision)]),
    ...(proposal.mission === undefined ? [] : [words.mission(proposal.mission)]),
    '',
    ...proposal.nodes.flatMap((node) => nodeLines(node, locale, words)),
    ...section(
      words.gaps,
      proposal.announcements.map(({ code, line, values }) =>
        said({ code, place: { line }, values }, line, locale, words),
      ),
    ),
    ...section(
      words.problems,
      proposal.problems.map((problem) => said(problem, problem.place.line ?? null, locale, words)),
    ),
    ...unclassified(proposal, words),
    ...untaken(proposal, words),
  ];
}

function levelNames(proposal: Proposal, words: ImportWords): string {
  return proposal.levels
    .map((level, depth) => {
      const count = proposal.nodes.filter((node) => node.levelIndex === depth).length;
      return `${level.name || level.printed || words.unnamedLevel(depth + 1)} (${count})`;
    })
    .join(' › ');
}

function nodeLines(node: ProposedNode, locale: Locale, words: ImportWords): readonly string[] {
  const { lines, why } = node.evidence;
  const indent = '   '.repeat(node.levelIndex);
  const head = `${indent}${node.code ? `${node.code}  ` : ''}${node.title || words.untitled}`;
  const shown = [`${head}  [${words.lines(...lines)}]`];
  if (node.confidence < UNSURE)
    shown.push(
      `${indent}   ? ${words.unsure(Math.round(node.confidence * 100))}: ${problemText({ ...why, place: {} }, locale)}`,
    );
  for (const code of node.warnings)
    shown.push(`${indent}   ! ${problemText({ code, place: {}, values: { code: node.code } }, locale)}`);
  return shown;
}

function said(problem: Problem, line: number | null, locale: Locale, words: ImportWords): string {
  return `${line === null ? '' : `${words.lines(line, line)}: `}${problemText(problem, locale)}`;
}

function unclassified(proposal: Proposal, words: ImportWords): readonly string[] {
  const codes = new Map(proposal.nodes.map((node) => [node.key, node.code || node.title]));
  return section(
    proposal.unclassified.length > 0 ? words.unclassified(proposal.unclassified.length) : '',
    proposal.unclassified.map(
      ({ key, text, lines, parentKey }) =>
        `${key}  ${cut(text)}  [${words.lines(...lines)}, ${words.under(cut(codes.get(parentKey ?? '') ?? ''))}]`,
    ),
  );
}

function untaken(proposal: Proposal, words: ImportWords): readonly string[] {
  const rest = proposal.untaken.length - MOST_UNTAKEN;
  return section(proposal.untaken.length > 0 ? words.untaken(proposal.untaken.length) : '', [
    ...proposal.untaken
      .slice(0, MOST_UNTAKEN)
      .map(({ text, lines }) => `${words.lines(...lines)}: ${cut(text)}`),
    ...(rest > 0 ? [words.more(rest)] : []),
  ]);
}

function section(title: string, lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : ['', title, ...lines.map((line) => `  ${line}`)];
}

function cut(text: string): string {
  return text.length <= WIDTH ? text : `${text.slice(0, WIDTH - 1).trimEnd()}…`;
}
