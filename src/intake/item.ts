/** Items: lines that might be goals, with their head read and their title joined from as many lines as it takes. */
import { conjunctions } from '../text/document-words.ts';
import { readCaption, type Caption } from './caption.ts';
import { asLetter, codeKey, type Code, type Part } from './code.ts';
import { fold, isCapitals, isDigit, isLetter, isLower, isUpper, words } from './characters.ts';
import {
  induceLabels,
  readBare,
  readInnerLabel,
  readLabelled,
  readOrdinal,
  type Head,
  type LabelFamily,
} from './label.ts';
import type { Line } from './line.ts';
import { endsInStops, hyphenWords, joinTitle, repeatedLines } from './title.ts';
import { addUnnumbered } from './unnumbered.ts';
import { findWraps } from './wrap.ts';
import { isDeniedLabel, isSequenceLabel, isSmall, namesLevel, rolesOf } from './words.ts';

/** How a line shows that it is an item: a label of the document, a bare code, nothing but a bullet, a heading, or plain text. */
export type ItemKind = 'labelled' | 'bare' | 'bullet' | 'heading' | 'plain' | 'cell';

export interface Reading {
  readonly line: Line;
  readonly index: number;
  /** Absent for lines without a head. */
  readonly head?: Head;
  readonly kind: ItemKind;
  /** What tells items of one kind apart from others. */
  readonly family: string;
  /** Parts of the code, ambiguous letters settled; empty without a code. */
  readonly parts: readonly Part[];
  /** Code as printed, '' without one. */
  readonly code: string;
  readonly title: string;
  /** Text of the same lines after the title. */
  readonly description: string;
  readonly from: number;
  readonly to: number;
  /** The title was taken from a line that ends like a sentence. */
  readonly sentence: boolean;
  /** Lines that the title took beyond its own: their indexes. */
  readonly joined: readonly number[];
  readonly caption?: Caption;
}

export interface Readings {
  readonly all: readonly (Reading | undefined)[];
  readonly labels: ReadonlyMap<string, LabelFamily>;
}

/** Reads every line. The answer has one place a line; undefined where a line belongs to the title before it or is furniture. */
export function readItems(lines: readonly Line[]): Readings {
  const heads = lines.map((line) => (line.furniture ? undefined : candidate(line)));
  const firstLabels = induceLabels(nonProse(heads));
  // Labels behind a code and before a mark: "1. Cel strategiczny: …".
  const inner = innerLabels(heads, firstLabels);
  for (let at = 0; at < heads.length; at++) if (inner[at]) heads[at] = inner[at];
  const labels = new Map(induceLabels(nonProse(heads), prefixesOf(heads)));
  addUnnumbered(lines, heads, labels, (at) => !heads[at] || isProse(heads[at]));
  const settled = settle(lines, heads, labels);
  const hyphened = hyphenWords(lines);
  const stops = endsInStops(lines);
  const fields = repeatedLines(lines, settled);
  const wraps = findWraps(lines, settled, labels);
  const all = Array.from<Reading | undefined>({ length: lines.length });
  const taken = new Set<number>();
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at]!;
    if (taken.has(at) || line.furniture) continue;
    const head = settled[at];
    if (!head) {
      const caption = line.block.column === undefined ? readCaption(line.text, labels) : undefined;
      all[at] = {
        line,
        index: at,
        kind: line.block.heading > 0 ? 'heading' : line.block.bullet !== '' ? 'bullet' : 'plain',
        family: '',
        parts: [],
        code: '',
        ...joinTitle(lines, settled, at, line.text, labels, hyphened, true, stops, fields, wraps),
        ...(caption ? { caption } : {}),
      };
      for (const more of all[at]!.joined) taken.add(more);
      continue;
    }
    const joined = joinTitle(
      lines,
      settled,
      at,
      head.head.rest,
      labels,
      hyphened,
      false,
      stops,
      fields,
      wraps,
    );
    for (const more of joined.joined) taken.add(more);
    const caption =
      head.kind === 'bare' ? readCaption(joined.title === '' ? ' ' : head.head.rest, labels) : undefined;
    all[at] = { line, index: at, ...head, ...joined, ...(caption ? { caption } : {}) };
  }
  return { all, labels };
}

function candidate(line: Line): Head | undefined {
  const text = line.text;
  const labelled = readLabelled(text);
  if (labelled && usableLabel(labelled) && !isConjunction(labelled)) return labelled;
  const bare = readBare(text);
  if (bare) return bare.bare && isConjunction(bare) ? bare.bare : bare;
  const word = readOrdinal(text);
  if (word) return word;
  const numbered = line.block.bullet;
  if (numbered.length > 1 && isDigit(numbered[0])) {
    const value = Number(numbered.slice(0, -1));
    const code: Code = {
      text: String(value),
      prefix: '',
      parts: [{ kind: 'd', value, text: String(value) }],
      close: '.',
      end: 0,
    };
    return { label: '', key: '', code, ordinal: 0, rest: text, marked: true };
  }
  return undefined;
}

/** "OBSZARY I CELE": in a caption that names two levels the letter between them is a word. */
function isConjunction({ code, marked, rest }: Head): boolean {
  return (
    code !== undefined && !marked && rest !== '' && conjunctions.has(fold(code.text)) && isLevelLabel(rest)
  );
}

/** Not a preposition and its noun ("W ramach celu 1"), not a chapter or a figure. */
function usableLabel(head: Head): boolean {
  const list = words(head.label, 8);
  const first = list[0]!;
  if (list.length > 1 && isSmall(first) && !rolesOf(fold(first)).has('level')) return false;
  if (isSequenceLabel(head.label) && (head.code?.parts.length ?? 0) < 2) return false;
  return !isDeniedLabel(head.label);
}

/** A head followed by lower case without a mark is a sentence about a goal: "Goal 2 will be led by …". */
function isProse(head: Head): boolean {
  return head.label !== '' && !head.marked && isLower(head.rest[0]);
}

function* nonProse(heads: readonly (Head | undefined)[]): Generator<Head> {
  for (const head of heads)
    if (
      head &&
      head.label !== '' &&
      !isProse(head) &&
      (head.inner || isUpper(head.label[0]) || namesLevel(head.label))
    )
      yield head;
}

/** Codes under which other codes of the document stand. */
function prefixesOf(heads: readonly (Head | undefined)[]): ReadonlySet<string> {
  const found = new Set<string>();
  for (const head of heads)
    if (head?.code && head.code.parts.length > 1) found.add(codeKey(head.code.parts.slice(0, -1)));
  return found;
}

function innerLabels(
  heads: readonly (Head | undefined)[],
  labels: ReadonlyMap<string, LabelFamily>,
): (Head | undefined)[] {
  const found = heads.map((head) =>
    head && head.label === '' && head.code ? readInnerLabel(head) : undefined,
  );
  const counts = new Map<string, number>();
  for (const one of found) if (one) counts.set(one.key, (counts.get(one.key) ?? 0) + 1);
  return found.map((one, at) => {
    if (!one || (counts.get(one.key) ?? 0) < 2) return undefined;
    const known = labels.has(one.key) || isLevelLabel(one.label);
    if (!known && ((counts.get(one.key) ?? 0) < 3 || one.rest === '')) return undefined;
    if (isDeniedLabel(one.label)) return undefined;
    return {
      ...heads[at]!,
      label: one.label,
      key: one.key,
      rest: one.rest,
      marked: true,
      inner: true,
      bare: heads[at]!,
    };
  });
}

function isLevelLabel(label: string): boolean {
  const list = words(fold(label), 6);
  return (
    list.some((word) => rolesOf(word).has('level')) &&
    list.every((word) => {
      const roles = rolesOf(word);
      return roles.has('level') || roles.has('filler') || roles.has('theme') || roles.has('small');
    })
  );
}

interface Settled {
  readonly head: Head;
  readonly kind: 'labelled' | 'bare';
  readonly family: string;
  readonly parts: readonly Part[];
  readonly code: string;
}

/** Keeps the heads that stand, settles letters against Roman numerals and letters against mnemonics, names the family. */
function settle(
  lines: readonly Line[],
  heads: readonly (Head | undefined)[],
  labels: ReadonlyMap<string, LabelFamily>,
): (Settled | undefined)[] {
  const kept = heads.map((head) => {
    if (!head) return undefined;
    if (head.label === '') return head;
    if (labels.has(head.key) && !isProse(head)) return head;
    return head.bare;
  });
  const scripts = new Map<string, { a: boolean; long: boolean }>();
  for (const head of kept) {
    const first = head?.code?.parts[0];
    if (!first || first.kind === 'd') continue;
    const key = scriptKey(head, first);
    const seen = scripts.get(key) ?? { a: false, long: false };
    if (first.kind === 'l' && first.value <= 2) seen.a = true;
    if (first.kind === 'r' && first.text.length > 1) seen.long = true;
    scripts.set(key, seen);
  }
  dropFalseCodes(kept);
  dropConjunctions(kept, lines);
  const direct = new Set<string>();
  for (const head of kept)
    if (head?.code && head.code.parts.length > 1 && isDirect(head.code)) direct.add(head.code.text[0]!);
  const letters = new Map<string, Set<string>>();
  const alone = new Set<string>();
  const resolved = kept.map((head) => {
    if (!head?.code) return [];
    const parts = head.code.parts.slice();
    const first = parts[0]!;
    if (first.kind === 'r' && first.text.length === 1) {
      const seen = scripts.get(scriptKey(head, first));
      const mnemonic = parts.length > 1 ? isDirect(head.code) : direct.has(first.text);
      if ((seen?.a && !seen.long) || 'LClc'.includes(first.text) || (mnemonic && !seen?.long))
        parts[0] = asLetter(first);
    }
    if (parts[0]!.kind === 'l' && isUpper(parts[0]!.text)) {
      if (parts.length === 1) alone.add(parts[0]!.text);
      else {
        const set = letters.get(head.key) ?? new Set();
        set.add(parts[0]!.text);
        letters.set(head.key, set);
      }
    }
    return parts;
  });
  return kept.map((head, at) => {
    if (!head) return undefined;
    let parts = resolved[at]!;
    let prefix = head.code?.prefix ?? '';
    if (parts.length > 1 && parts[0]!.kind === 'l' && isUpper(parts[0]!.text)) {
      const used = letters.get(head.key)!;
      const nested = alone.has(parts[0]!.text) || (used.size >= 2 && (used.has('A') || used.has('А')));
      if (!nested) {
        prefix = used.size >= 2 && parts.length === 2 ? '*' : parts[0]!.text;
        parts = parts.slice(1);
      }
    }
    if (head.ordinal > 0) parts = [{ kind: 'd', value: head.ordinal, text: '' }];
    const labelled = head.label !== '';
    const kinds = parts.map((part) => (part.kind === 'l' && isUpper(part.text) ? 'L' : part.kind)).join('');
    const close =
      parts.length === 1 ? (head.code?.close === ')' ? ')' : head.code?.close === '' ? '' : '.') : '';
    // "E: Energie" above E1, E2: letters in no order of the alphabet.
    const mnemonic =
      !labelled && parts.length === 1 && parts[0]!.kind === 'l' && letters.get('')?.has(parts[0]!.text);
    const family = mnemonic
      ? 'bare letter'
      : labelled
        ? `label ${head.key}${parts.length > 1 ? ` ${parts.length}` : ''}`
        : `bare ${prefix} ${kinds} ${close}`;
    return { head, kind: labelled ? 'labelled' : 'bare', family, parts, code: head.code?.text ?? '' };
  });
}

/** Takes out what only looks like a bare code: "A city that works", "150 new homes", "IV.3 through the mobility plan". */
function dropFalseCodes(heads: (Head | undefined)[]): void {
  const values = new Map<string, Set<number>>();
  const cases = new Map<string, { lower: number; all: number }>();
  const open = (head: Head): string | undefined => {
    if (head.label !== '' || !head.code || head.code.close !== '') return undefined;
    const first = head.code.parts[0]!;
    return `${head.code.prefix} ${head.code.parts.length} ${first.kind === 'd' ? 'd' : isUpper(first.text[0]) ? 'U' : 'l'}`;
  };
  for (const head of heads) {
    const key = head && open(head);
    if (!key) continue;
    const set = values.get(key) ?? new Set();
    const first = head.code!.parts[0]!;
    set.add(first.value);
    set.add(asLetter(first).value + 1000);
    values.set(key, set);
    const seen = cases.get(key) ?? { lower: 0, all: 0 };
    seen.all++;
    if (isLower(head.rest[0])) seen.lower++;
    cases.set(key, seen);
  }
  for (let at = 0; at < heads.length; at++) {
    const head = heads[at];
    const key = head && open(head);
    if (!key) continue;
    const seen = cases.get(key)!;
    if (isLower(head.rest[0]) && (seen.lower * 2 <= seen.all || seen.all < 3)) heads[at] = undefined;
    if (head.code!.parts.length > 1 || head.code!.prefix !== '') continue;
    const set = values.get(key)!;
    const first = head.code!.parts[0]!;
    const runs = (value: number, base: number): boolean =>
      set.has(1 + base) && set.has(2 + base) && (value === 1 || set.has(value - 1 + base));
    if (!runs(first.value, 0) && !(first.kind !== 'd' && runs(asLetter(first).value, 1000)))
      heads[at] = undefined;
  }
}

/** "MIASTO ZDROWYCH," / "I AKTYWNYCH": in capitals a single small word at the start of a line that goes on is a conjunction, not a code. */
function dropConjunctions(heads: (Head | undefined)[], lines: readonly Line[]): void {
  for (let at = 1; at < heads.length; at++) {
    const head = heads[at];
    if (
      !head ||
      head.label !== '' ||
      head.code?.close !== '' ||
      head.code.text.length !== 1 ||
      !isSmall(head.code.text)
    )
      continue;
    const above = lines[at - 1]!;
    const line = lines[at]!;
    if (
      line.block.gap ||
      line.block.column !== undefined ||
      line.block.bullet !== '' ||
      !isCapitals(line.text) ||
      !isCapitals(above.text)
    )
      continue;
    const before = heads[at - 1];
    if (!before || before.label !== '') heads[at] = undefined;
  }
}

function scriptKey(head: Head, part: Part): string {
  return `${head.key} ${isUpper(part.text[0]) ? 'U' : 'l'}`;
}

function isDirect(code: Code): boolean {
  return code.text.length > 1 && isLetter(code.text[0]) && isDigit(code.text[1]);
}
