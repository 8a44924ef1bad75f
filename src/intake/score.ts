/** The score of a proposal against the tree a person expects: recall, precision, parents, codes, invented nodes. */
import { collapse } from './characters.ts';

export interface ExpectedNode {
  readonly code?: string | null;
  readonly title?: string | null;
  readonly children?: readonly ExpectedNode[];
}

export interface ExpectedPlan {
  readonly title?: string | null;
  readonly levels?: readonly string[];
  readonly tree: readonly ExpectedNode[];
}

/** A node as the proposal has it. */
export interface ScoredNode {
  readonly key: string;
  readonly parentKey: string | null;
  readonly code: string;
  readonly title: string;
}

/** Counts; the shares follow from them by `shares`. */
export interface Score {
  readonly expected: number;
  readonly found: number;
  readonly matched: number;
  readonly parents: number;
  readonly codes: number;
  /** Nodes proposed whose title no expected node has. */
  readonly invented: number;
}

export interface Shares {
  readonly recall: number;
  readonly precision: number;
  readonly parents: number;
  readonly codes: number;
  readonly invented: number;
}

interface Flat {
  readonly code: string;
  readonly title: string;
  readonly parent: Flat | undefined;
  readonly path: string;
  readonly order: number;
}

/**
 * Matches proposed nodes to expected ones: by title (NFC, white space collapsed, final full stop ignored), among equal
 * titles first the one with the same code and parent; a node without title by its code and place.
 */
export function score(nodes: readonly ScoredNode[], expected: ExpectedPlan): Score {
  const wanted = flatten(expected.tree);
  const proposed = flattenProposed(nodes);
  const match = new Map<Flat, Flat>();
  const taken = new Set<Flat>();
  const byTitle = new Map<string, Flat[]>();
  for (const one of wanted) push(byTitle, one.title === '' ? `code ${one.path}` : `title ${one.title}`, one);
  const pass = (fits: (one: Flat, other: Flat) => boolean): void => {
    for (const one of proposed) {
      if (match.has(one)) continue;
      const candidates = byTitle.get(one.title === '' ? `code ${one.path}` : `title ${one.title}`) ?? [];
      const found = candidates.find((other) => !taken.has(other) && fits(one, other));
      if (!found) continue;
      match.set(one, found);
      taken.add(found);
    }
  };
  const sameParent = (one: Flat, other: Flat): boolean =>
    (one.parent?.title ?? '') === (other.parent?.title ?? '') &&
    (one.parent?.code ?? '') === (other.parent?.code ?? '');
  pass((one, other) => one.code === other.code && sameParent(one, other));
  pass((one, other) => one.code === other.code);
  pass(() => true);
  let parents = 0;
  let codes = 0;
  for (const [one, other] of match) {
    if (one.code === other.code) codes++;
    const parent = one.parent ? match.get(one.parent) : undefined;
    if (one.parent ? parent !== undefined && parent === other.parent : other.parent === undefined) parents++;
  }
  const titles = new Set(wanted.filter((one) => one.title !== '').map((one) => one.title));
  const invented = proposed.filter(
    (one) => !match.has(one) && !(one.title !== '' && titles.has(one.title)),
  ).length;
  return { expected: wanted.length, found: proposed.length, matched: match.size, parents, codes, invented };
}

export function addScores(scores: readonly Score[]): Score {
  const sum = { expected: 0, found: 0, matched: 0, parents: 0, codes: 0, invented: 0 };
  for (const one of scores) for (const key of Object.keys(sum) as (keyof Score)[]) sum[key] += one[key];
  return sum;
}

/** Shares of 0 to 1; of nothing everything is right. */
export function shares({ expected, found, matched, parents, codes, invented }: Score): Shares {
  const of = (part: number, whole: number, empty: number): number => (whole === 0 ? empty : part / whole);
  return {
    recall: of(matched, expected, 1),
    precision: of(matched, found, 1),
    parents: of(parents, matched, 1),
    codes: of(codes, matched, 1),
    invented: of(invented, found, 0),
  };
}

/** "recall 0.87 precision 0.96 parents 0.93 codes 0.99 invented 0.01" */
export function formatShares(of: Shares): string {
  return `recall ${of.recall.toFixed(2)} precision ${of.precision.toFixed(2)} parents ${of.parents.toFixed(2)} codes ${of.codes.toFixed(2)} invented ${of.invented.toFixed(2)}`;
}

export function comparableTitle(title: string | null | undefined): string {
  const plain = collapse((title ?? '').normalize('NFC'));
  return plain.endsWith('.') ? plain.slice(0, -1).trimEnd() : plain;
}

export function comparableCode(code: string | null | undefined): string {
  const plain = collapse((code ?? '').normalize('NFC'));
  return plain.endsWith('.') ? plain.slice(0, -1) : plain;
}

function flatten(tree: readonly ExpectedNode[]): Flat[] {
  const all: Flat[] = [];
  const walk = (list: readonly ExpectedNode[], parent: Flat | undefined, depth: number): void => {
    if (depth > 50) return;
    for (const node of list) {
      const code = comparableCode(node.code);
      const one: Flat = {
        code,
        title: comparableTitle(node.title),
        parent,
        path: `${parent?.path ?? ''}/${code}`,
        order: all.length,
      };
      all.push(one);
      walk(node.children ?? [], one, depth + 1);
    }
  };
  walk(tree, undefined, 0);
  return all;
}

function flattenProposed(nodes: readonly ScoredNode[]): Flat[] {
  const byKey = new Map<string, Flat>();
  return nodes.map((node, order) => {
    const parent = node.parentKey === null ? undefined : byKey.get(node.parentKey);
    const code = comparableCode(node.code);
    const one: Flat = {
      code,
      title: comparableTitle(node.title),
      parent,
      path: `${parent?.path ?? ''}/${code}`,
      order,
    };
    byKey.set(node.key, one);
    return one;
  });
}

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
