/** The rows that a person edits before a plan is saved: every piece of the source once, taken or not, with its level. */
import { fold, isDigit, isSpace, words } from './characters.ts';
import { readCode } from './code.ts';
import type { Proposal, ProposedLevel, ProposedNode, Reason } from './proposal.ts';

/** `sure`: proposed as a node; `unsure`: it might be one; `unused`: read as no node. What it was, whatever it became. */
export type RowOrigin = 'sure' | 'unsure' | 'unused';

export interface EditRow {
  /** Stable: "n1" of a node, "u1" of an unsure line, "x1" of an unused one; a part split off adds ".2". */
  readonly key: string;
  readonly origin: RowOrigin;
  /** Becomes a node when the plan is saved. */
  readonly taken: boolean;
  /** Index of the level it has or would have. */
  readonly level: number;
  /** The parent that the source proves, while it stands above on a higher level; else the nearest such row is the parent. */
  readonly under: string | null;
  readonly code: string;
  readonly title: string;
  readonly description: string;
  /** Source lines, first and last, in the order they were joined. */
  readonly lines: readonly (readonly [number, number])[];
  /** Equal for lines that look alike in the source: the same label, numbering, bullet and indentation. */
  readonly look: string;
  /** Why it has its level; null for what was not proposed. */
  readonly why: Reason | null;
  /** 0 to 1; null for what was not proposed. */
  readonly confidence: number | null;
  readonly warnings: readonly string[];
}

export interface EditLevel {
  readonly name: string;
  readonly printed: string;
}

/** What is edited: immutable, the same edits give the same outline. */
export interface Outline {
  readonly rows: readonly EditRow[];
  readonly levels: readonly EditLevel[];
}

/** Levels that a plan can have. */
export const MOST_LEVELS = 5;

/** The outline of a proposal, in the order of the tree with everything else beside its place in the source. */
export function outlineOf(proposal: Proposal, sourceLines: readonly string[]): Outline {
  const look = (lines: readonly [number, number]): string => lookOf(sourceLines[lines[0] - 1] ?? '');
  const nodes = depthFirst(proposal.nodes).map((node): EditRow => ({
    key: node.key,
    origin: 'sure',
    taken: true,
    level: Math.min(node.levelIndex, MOST_LEVELS - 1),
    under: node.parentKey,
    code: node.code,
    title: node.title,
    description: node.description ?? '',
    lines: [node.evidence.lines],
    look: look(node.evidence.lines),
    why: node.evidence.why,
    confidence: node.confidence,
    warnings: node.warnings,
  }));
  const rest = [
    ...proposal.unclassified.map((one): EditRow => ({
      ...blank(one.key, 'unsure', one.lines, look(one.lines)),
      level: Math.min(one.levelIndex, MOST_LEVELS - 1),
      under: one.parentKey,
      code: one.code,
      title: one.text,
    })),
    ...proposal.untaken.map((one, at): EditRow => ({
      ...blank(`x${at + 1}`, 'unused', one.lines, look(one.lines)),
      title: one.text,
    })),
  ].sort((a, b) => first(a) - first(b));
  const rows: EditRow[] = [];
  let next = 0;
  for (const node of nodes) {
    while (next < rest.length && first(rest[next]!) < first(node)) rows.push(rest[next++]!);
    rows.push(node);
  }
  rows.push(...rest.slice(next));
  return { rows, levels: proposal.levels.slice(0, MOST_LEVELS) };
}

/** Key of each taken row's parent: what the source proves, else the nearest taken row above of a higher level. */
export function parentsOf(rows: readonly EditRow[]): ReadonlyMap<string, string | null> {
  const parents = new Map<string, string | null>();
  const levels = new Map<string, number>();
  /** The last taken row of each level that a row below can still hang on. */
  const open: (string | null)[] = [];
  for (const row of rows) {
    if (!row.taken) continue;
    const proven = row.under === null ? undefined : levels.get(row.under);
    let parent: string | null = null;
    if (proven !== undefined && proven < row.level) parent = row.under;
    else for (let level = row.level - 1; level >= 0 && parent === null; level--) parent = open[level] ?? null;
    parents.set(row.key, parent);
    levels.set(row.key, row.level);
    open[row.level] = row.key;
    for (let level = row.level + 1; level < MOST_LEVELS; level++) open[level] = null;
  }
  return parents;
}

/** The outline as a proposal again: what `adopt` makes a plan of. Levels that no row has are left out at the end. */
export function toProposal(outline: Outline, proposal: Proposal): Proposal {
  const parents = parentsOf(outline.rows);
  const taken = outline.rows.filter((row) => row.taken);
  const deepest = Math.max(-1, ...taken.map((row) => row.level));
  const levels = Array.from(
    { length: deepest < 0 ? Math.max(outline.levels.length, 1) : deepest + 1 },
    (_, at): ProposedLevel => outline.levels[at] ?? { name: '', printed: '' },
  );
  const nodes = taken.map((row): ProposedNode => ({
    key: row.key,
    parentKey: parents.get(row.key) ?? null,
    levelIndex: row.level,
    code: row.code,
    title: row.title,
    ...(row.description === '' ? {} : { description: row.description }),
    evidence: {
      lines: spanOf(row.lines),
      why: row.why ?? { code: 'accepted-by-hand', values: { line: row.lines[0]?.[0] ?? 0 } },
    },
    confidence: row.confidence ?? 1,
    warnings: row.warnings,
  }));
  return { ...proposal, levels, nodes, unclassified: [], untaken: [] };
}

/** From the first line to the last. */
export function spanOf(lines: readonly (readonly [number, number])[]): readonly [number, number] {
  return [Math.min(...lines.map(([from]) => from)), Math.max(...lines.map(([, to]) => to))];
}

/** Nodes with their children after them, in the order of the document; also what hangs on nothing. */
function depthFirst(nodes: readonly ProposedNode[]): readonly ProposedNode[] {
  const keys = new Set(nodes.map((node) => node.key));
  const children = new Map<string | null, ProposedNode[]>();
  for (const node of nodes) {
    const parent = node.parentKey !== null && keys.has(node.parentKey) ? node.parentKey : null;
    const siblings = children.get(parent);
    if (siblings) siblings.push(node);
    else children.set(parent, [node]);
  }
  const out: ProposedNode[] = [];
  const open = [...(children.get(null) ?? [])].reverse();
  while (open.length > 0) {
    const node = open.pop()!;
    out.push(node);
    open.push(...[...(children.get(node.key) ?? [])].reverse());
  }
  return out;
}

function blank(key: string, origin: RowOrigin, lines: readonly [number, number], look: string): EditRow {
  return {
    key,
    origin,
    taken: false,
    level: 0,
    under: null,
    code: '',
    title: '',
    description: '',
    lines: [lines],
    look,
    why: null,
    confidence: null,
    warnings: [],
  };
}

function first(row: EditRow): number {
  return row.lines[0]?.[0] ?? 0;
}

/** Label words that may stand before a number: "Cel operacyjny 1.1", "Strategic goal no. 3". */
const LABEL_WORDS = 4;

/** The look of a source line: mark-up, indentation, bullet, label and the kind of its number. Linear in 300 characters. */
export function lookOf(line: string): string {
  const head = line.slice(0, 300);
  let at = 0;
  let indent = 0;
  while (isSpace(head[at])) indent += head[at++] === '\t' ? 4 : 1;
  let mark = '';
  while (head[at] === '#' || head[at] === '*' || head[at] === '>' || head[at] === '|') mark += head[at++];
  if (head[at] === '<') {
    const end = head.indexOf('>', at);
    mark += `<${words(head.slice(at, end < 0 ? at + 12 : end), 1)[0]?.toLowerCase() ?? ''}`;
    at = end < 0 ? head.length : end + 1;
  }
  while (isSpace(head[at])) at++;
  let bullet = '';
  if ('-–—•▪◦·o*+'.includes(head[at] ?? '§') && isSpace(head[at + 1])) {
    bullet = head[at]!;
    at += 2;
    while (isSpace(head[at])) at++;
  }
  const shape = codeShape(head, at);
  const label = shape === '' ? labelAt(head, at) : '';
  return [Math.min(Math.floor(indent / 2), 6), mark, bullet, shape || label || 'text'].join(' ');
}

function codeShape(text: string, at: number): string {
  const code = readCode(text, at);
  if (!code) return '';
  return `${code.prefix}${code.parts.map((part) => part.kind).join('.')}${code.close}`;
}

function labelAt(text: string, at: number): string {
  const said: string[] = [];
  const rest = text.slice(at, at + 80);
  for (const word of words(rest, LABEL_WORDS + 1)) {
    const start = rest.indexOf(word);
    if (isDigit(word[0]) || (said.length > 0 && codeShape(rest, start) !== ''))
      return `${said.join(' ')} ${codeShape(rest, start)}`;
    if (said.length === LABEL_WORDS) break;
    said.push(fold(word));
  }
  return '';
}
