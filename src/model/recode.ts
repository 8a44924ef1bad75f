/** Automatic codes: where siblings are numbered, a changed row of them is numbered anew, and what stands below follows. */
import { codeKey } from './code.ts';
import type { Id, Node, Plan, Task } from './plan.ts';
import { siblingsAt } from './arrange.ts';
import { treeOf } from './tree.ts';
import type { Tree } from './tree.ts';

export interface Recoding {
  readonly id: Id;
  readonly from: string | null;
  readonly to: string | null;
}

/**
 * `after` with codes by place. Only rows of siblings that another thing entered, left or took another place in are
 * numbered anew, in the way their codes are written (`1.2`, `IV`, `b`, `LE3`); a row without codes stays without, and
 * one written in several ways stays as it is. Codes that begin with the parent's follow it.
 */
export function recoded(before: Plan, after: Plan): Plan {
  const was = treeOf(before);
  const now = treeOf(after);
  const codes = new Map<Id, string | null>();
  const wasNode = new Map(before.nodes.map((node) => [node.id, node]));
  const row = (
    siblings: readonly (Node | Task)[],
    old: readonly (Node | Task)[],
    parent: Node | null,
    alike: () => Scheme | null,
  ): void => {
    const parentCode = parent && (codes.get(parent.id) ?? null);
    const oldCode = parent && (wasNode.get(parent.id)?.code ?? null);
    const stands = sameIds(siblings, old);
    const scheme = stands ? null : old.some(({ code }) => code !== null) ? schemeOf(old, oldCode) : alike();
    for (const [at, thing] of siblings.entries())
      codes.set(
        thing.id,
        scheme
          ? written(scheme, at, parentCode)
          : stands
            ? following(thing.code, oldCode, parentCode)
            : thing.code,
      );
  };
  for (const parent of [null, ...now.order]) {
    const children = siblingsAt(now, parent?.id ?? null);
    row(children, siblingsAt(was, parent?.id ?? null), parent, () => nodeScheme(was, children[0]!.level));
    if (parent) row(now.tasks(parent.id), was.tasks(parent.id), parent, () => taskScheme(was));
  }
  const withCode = <T extends Node | Task>(thing: T): T => {
    const code = codes.get(thing.id);
    return code === undefined || code === thing.code ? thing : { ...thing, code };
  };
  return { ...after, nodes: after.nodes.map(withCode), tasks: after.tasks.map(withCode) };
}

/** Which codes differ, in the order of the later plan. Things that are new or gone have none. */
export function recodings(before: Plan, after: Plan): readonly Recoding[] {
  const was = new Map([...before.nodes, ...before.tasks].map((thing) => [thing.id, thing.code]));
  const tree = treeOf(after);
  return [...tree.order, ...tree.taskOrder].flatMap(({ id, code }) => {
    const from = was.get(id);
    return from === undefined || from === code ? [] : [{ id, from, to: code }];
  });
}

type Style = 'digits' | 'roman' | 'letter' | 'capital';

interface Scheme {
  /** What stands before the number; null: the parent's code and a dot, where it has one. */
  readonly base: string | null;
  readonly style: Style;
}

/** How a row is numbered; null without codes or when they are written in several ways. */
function schemeOf(things: readonly (Node | Task)[], parentCode: string | null): Scheme | null {
  const coded = things.flatMap(({ code }) => (code === null ? [] : [code]));
  if (coded.length === 0) return null;
  const under = parentCode !== null && coded.every((code) => code.startsWith(`${parentCode}.`));
  const parts = coded.map((code) =>
    /^(.*?)(\d+|\p{L}+)$/u.exec(under ? code.slice(parentCode.length + 1) : code),
  );
  if (parts.some((part) => part === null)) return null;
  const bases = new Set(parts.map((part) => part![1]!));
  if (bases.size > 1) return null;
  const tokens = parts.map((part) => part![2]!);
  const style = STYLES.find(([, test]) => tokens.every((token) => test.test(token)))?.[0];
  if (!style) return null;
  const [base] = bases as unknown as [string];
  if (under) return base === '' ? { base: null, style } : { base: `${parentCode}.${base}`, style };
  return { base, style };
}

/** One letter is Roman only as I, V or X (`codeKey`), so a row of letters is Roman when all of it can be. */
const STYLES: readonly (readonly [Style, RegExp])[] = [
  ['digits', /^\d+$/],
  ['roman', /^[IVXL]+$/],
  ['capital', /^[A-Z]$/],
  ['letter', /^[a-z]$/],
];

/** How a row of nodes that has no codes yet is numbered: like the first coded row of its level, else as most goals are. */
function nodeScheme(tree: Tree, level: number): Scheme | null {
  for (const parent of [null, ...tree.order]) {
    const children = siblingsAt(tree, parent?.id ?? null);
    if (children[0]?.level !== level) continue;
    const scheme = general(schemeOf(children, parent?.code ?? null));
    if (scheme) return scheme;
  }
  const numbers = tree.order.filter(({ code }) => code !== null && codeKey(code).prefix === '').length;
  return numbers > 0 && numbers * 2 > tree.order.length ? { base: null, style: 'digits' } : null;
}

function taskScheme(tree: Tree): Scheme | null {
  for (const parent of tree.order) {
    const scheme = general(schemeOf(tree.tasks(parent.id), parent.code));
    if (scheme) return scheme;
  }
  return null;
}

/** A base of its own belongs to that row alone. */
function general(scheme: Scheme | null): Scheme | null {
  return scheme?.base === null || scheme?.base === '' ? scheme : null;
}

function written(scheme: Scheme, at: number, parentCode: string | null): string {
  const base = scheme.base ?? (parentCode === null ? '' : `${parentCode}.`);
  if (scheme.style === 'digits') return `${base}${at + 1}`;
  if (scheme.style === 'roman') return base + roman(at + 1);
  if (at >= 26) return `${base}${at + 1}`;
  const letter = String.fromCharCode(97 + at);
  return base + (scheme.style === 'capital' ? letter.toUpperCase() : letter);
}

function following(code: string | null, old: string | null, now: string | null): string | null {
  return code !== null && old !== null && now !== null && code.startsWith(`${old}.`)
    ? now + code.slice(old.length)
    : code;
}

function roman(n: number): string {
  let rest = n;
  let text = '';
  for (const [value, sign] of ROMAN_SIGNS) for (; rest >= value; rest -= value) text += sign;
  return text;
}

const ROMAN_SIGNS = [
  [100, 'C'],
  [90, 'XC'],
  [50, 'L'],
  [40, 'XL'],
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
] as const;

function sameIds(a: readonly { readonly id: Id }[], b: readonly { readonly id: Id }[]): boolean {
  return a.length === b.length && a.every((thing, at) => thing.id === b[at]!.id);
}
