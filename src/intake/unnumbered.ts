/**
 * Unnumbered labels: "Cel strategiczny: Zielone miasto", "Cel strategiczny Zielone miasto", or the label alone with the
 * title on the next line. One such line proves nothing; a label that comes again with other titles does.
 */
import { readCaption } from './caption.ts';
import { fold, isCapitals, isLower, isUpper, words } from './characters.ts';
import { labelKey, readPlainLabel, type Head, type LabelFamily } from './label.ts';
import type { Line } from './line.ts';
import { knownNameEnd, singularOf } from './words.ts';

const longestTitle = 240;

/** Puts the unnumbered labels into `heads`, at the places of their lines, and into `labels`. `free` tells which lines have no other head. */
export function addUnnumbered(
  lines: readonly Line[],
  heads: (Head | undefined)[],
  labels: Map<string, LabelFamily>,
  free: (at: number) => boolean,
): void {
  const open = lines.map((line, at) => free(at) && !line.furniture && line.block.column === undefined);
  const marked = lines.map((line, at) => (open[at] ? readPlainLabel(line.text) : undefined));
  const fields = fieldKeys(lines, marked);
  const usable = (one: Head) => singularOf(one.label) === undefined && !fields.has(one.key);
  keep(marked, heads, labels, usable, 2);
  const unmarked = lines.map((line, at) =>
    open[at] && !heads[at] ? (readAlone(lines, heads, at) ?? readUnmarked(line)) : undefined,
  );
  const sure = sureKeys(lines, unmarked);
  keep(unmarked, heads, labels, (one) => sure.has(one.key), 2);
}

/** "Tytuł: Plac zabaw" above "Cel: Bezpieczne dzieci", again and again: names of one word that are fields of cards. */
function fieldKeys(lines: readonly Line[], marked: readonly (Head | undefined)[]): ReadonlySet<string> {
  const names = lines.map(({ text }, at) => (marked[at] ? '' : fieldName(text)));
  const counts = new Map<string, number>();
  for (const name of names) if (name !== '') counts.set(name, (counts.get(name) ?? 0) + 1);
  const seen = new Set<string>();
  const fields = new Set<string>();
  for (let at = 0; at < lines.length; at++) {
    const key = marked[at]?.key;
    if (key === undefined || seen.has(key)) continue;
    seen.add(key);
    const inCard = !lines[at]!.block.gap && (counts.get(names[at - 1] ?? '') ?? 0) >= 2;
    if (inCard && !key.includes(' ')) fields.add(key);
  }
  return fields;
}

/** The words before the colon of "Koszt: 120 000 zł", folded; '' when there are none. */
function fieldName(text: string): string {
  const colon = text.indexOf(': ');
  return colon > 0 && colon < 40 && words(text.slice(0, colon), 4).length <= 3
    ? fold(text.slice(0, colon))
    : '';
}

function keep(
  found: readonly (Head | undefined)[],
  heads: (Head | undefined)[],
  labels: Map<string, LabelFamily>,
  usable: (one: Head) => boolean,
  least: number,
): void {
  const groups = new Map<string, Set<string>>();
  found.forEach((one, at) => {
    if (one && usable(one))
      groups.set(one.key, (groups.get(one.key) ?? new Set()).add(one.rest === '' ? `${at}` : one.rest));
  });
  found.forEach((one, at) => {
    const group = one && groups.get(one.key);
    if (!one || !group || !usable(one)) return;
    if ((group.size < least && !labels.has(one.key)) || one.rest.length > longestTitle) return;
    heads[at] = one;
    if (!labels.has(one.key))
      labels.set(one.key, { key: one.key, label: one.label, known: true, count: group.size });
  });
}

/** "Cel strategiczny Zielone miasto": a known name of a level, and a capital without a mark between. */
function readUnmarked({ text, block }: Line): Head | undefined {
  const end = knownNameEnd(text);
  if (end === 0 || block.bullet !== '' || text.length > 160 || text.endsWith('.') || text.endsWith(':'))
    return undefined;
  const rest = text.slice(end + 1);
  if (rest.length < 3 || !isUpper(text[0]) || !isUpper(rest[0]) || readCaption(text, noLabels))
    return undefined;
  return headOf(text.slice(0, end), rest);
}

/** A known name of a level alone on its line, above a line that may be its title. */
function readAlone(
  lines: readonly Line[],
  heads: readonly (Head | undefined)[],
  at: number,
): Head | undefined {
  const { text, block } = lines[at]!;
  if (knownNameEnd(text) !== text.length || block.bullet !== '' || !isUpper(text[0])) return undefined;
  const below = lines[at + 1];
  if (
    !below ||
    heads[at + 1] ||
    below.furniture ||
    below.block.column !== undefined ||
    below.block.bullet !== '' ||
    below.text.length > 200 ||
    isLower(below.text[0]) ||
    below.text.endsWith(':') ||
    knownNameEnd(below.text) === below.text.length ||
    readCaption(below.text, noLabels)
  )
    return undefined;
  return headOf(text, '');
}

function headOf(label: string, rest: string): Head {
  return { label, key: labelKey(label), ordinal: 0, rest, marked: true };
}

const noLabels: ReadonlyMap<string, unknown> = new Map();

/** Labels without mark or number that every line which begins with them supports; names of one word only beside other ones. */
function sureKeys(lines: readonly Line[], found: readonly (Head | undefined)[]): ReadonlySet<string> {
  const titles = new Map<string, Set<string>>();
  const doubts = new Map<string, number>();
  for (let at = 0; at < lines.length; at++) {
    const one = found[at];
    const { text, furniture, toc } = lines[at]!;
    if (one) {
      const title = one.rest === '' ? (lines[at + 1]?.text ?? '') : one.rest;
      titles.set(one.key, (titles.get(one.key) ?? new Set()).add(fold(title)));
      continue;
    }
    const end = furniture || toc ? 0 : knownNameEnd(text);
    if (end > 0 && (end === text.length || isLower(text[end + 1])) && !isCapitals(text)) {
      const key = labelKey(text.slice(0, end));
      doubts.set(key, (doubts.get(key) ?? 0) + 1);
    }
  }
  const several = [...titles].filter(([key, set]) => set.size >= 2 && !doubts.has(key)).map(([key]) => key);
  const long = several.some((key) => words(key, 3).length > 1);
  return new Set(long || several.length >= 2 ? several : []);
}
