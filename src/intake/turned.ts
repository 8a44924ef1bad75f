/**
 * Turned labels: printed behind their titles ("Safe streets – Goal 1", "Safe streets (Goal 1)", "Safe streets Strategic
 * goal"). They are turned round, so that everything after reads them like any other label.
 */
import { isLetter, isSpace, isUpper } from './characters.ts';
import { readCode } from './code.ts';
import { labelKey, readLabelled } from './label.ts';
import type { Line } from './line.ts';
import { isDeniedLabel, knownNameAtEnd, namesLevel } from './words.ts';

interface Turned {
  readonly key: string;
  /** '' for a label without a number. */
  readonly code: string;
  readonly label: string;
  readonly title: string;
}

const longestLine = 200;
const dashes = '–—-|';

/** The lines with turned labels before their titles. Linear. */
export function turnLabels(lines: readonly Line[]): readonly Line[] {
  const found = lines.map((line) =>
    line.furniture || line.block.column !== undefined ? undefined : readTurned(line.text),
  );
  const usable = usableKeys(lines, found);
  if (usable.size === 0) return lines;
  return lines.map((line, at) => {
    const one = found[at];
    if (!one || !usable.has(familyOf(one))) return line;
    return { ...line, text: `${one.label}${one.code === '' ? '' : ` ${one.code}`}: ${one.title}` };
  });
}

/** A reference to a goal repeats: labels of goals come once each, at least three of them, and never before a title too. */
function usableKeys(lines: readonly Line[], found: readonly (Turned | undefined)[]): ReadonlySet<string> {
  const groups = new Map<string, { count: number; codes: Set<string>; titles: Set<string> }>();
  for (const one of found) {
    if (!one) continue;
    const group = groups.get(familyOf(one)) ?? { count: 0, codes: new Set(), titles: new Set() };
    groups.set(familyOf(one), group);
    group.count++;
    group.codes.add(one.code);
    group.titles.add(one.title);
  }
  if (groups.size === 0) return new Set();
  const before = new Set<string>();
  for (const { text } of lines) {
    const head = readLabelled(text);
    if (head) before.add(head.key);
    const code = readCode(text, 0);
    if (code && code.end < text.length) before.add(code.text);
  }
  const usable = new Set<string>();
  let numbered = 0;
  for (const [family, { count, codes, titles }] of groups) {
    const alone = codes.has('');
    if (count < 2 || titles.size < count || (!alone && codes.size < count)) continue;
    if (before.has(family) || [...codes].some((code) => before.has(code))) continue;
    if (!alone && ![...codes].some((code) => code.endsWith('1') || code.endsWith('I') || code.endsWith('A')))
      continue;
    if (!alone) numbered += count;
    usable.add(family);
  }
  if (numbered < 3)
    for (const family of usable) if (!groups.get(family)!.codes.has('')) usable.delete(family);
  return usable;
}

function familyOf({ key, code }: Turned): string {
  return code === '' ? `${key} alone` : key;
}

function readTurned(text: string): Turned | undefined {
  if (text.length > longestLine || text.length < 8 || !isUpper(text[0])) return undefined;
  return readNumbered(text) ?? readAlone(text);
}

/** "TITLE (LABEL CODE)", "TITLE – LABEL CODE". */
function readNumbered(text: string): Turned | undefined {
  let at = -1;
  let inner = '';
  if (text.endsWith(')')) {
    at = text.lastIndexOf('(');
    inner = text.slice(at + 1, -1);
  } else {
    for (let dash = text.length - 2; dash > 0 && text.length - dash < 60 && at < 0; dash--)
      if (dashes.includes(text[dash]!) && isSpace(text[dash - 1]) && isSpace(text[dash + 1])) at = dash;
    inner = text.slice(at + 1);
  }
  if (at < 3) return undefined;
  const head = readLabelled(inner.trim());
  if (!head?.code || head.rest !== '' || !namesLevel(head.label) || isDeniedLabel(head.label))
    return undefined;
  return turned(text.slice(0, at), head.label, head.code.text);
}

/** "TITLE LABEL", with a capital in front of the label. */
function readAlone(text: string): Turned | undefined {
  const at = knownNameAtEnd(text);
  if (at < 4 || !isUpper(text[at]) || !isLetter(text[at - 2])) return undefined;
  return turned(text.slice(0, at), text.slice(at), '');
}

function turned(before: string, label: string, code: string): Turned | undefined {
  const title = before.trim();
  if (title.length < 3 || readCode(title, 0) || readLabelled(title)) return undefined;
  return { key: labelKey(label), code, label, title };
}
