/** Labels: the phrase in front of a code ("Cel strategiczny", "Axe", "Tikslas"). A phrase is a label because its codes run on, in any language. */
import { numberSigns } from '../text/document-words.ts';
import { codeKey, mnemonicEnd, readCode, type Code } from './code.ts';
import { fold, isDigit, isLetter, isLower, isSpace, isUpper, skipSeparators, words } from './characters.ts';
import { cardinal, isDeniedLabel, isSmall, namesLevel, ordinal, rolesOf } from './words.ts';

export interface Head {
  /** As printed; '' for a bare code. */
  readonly label: string;
  /** Folded label, for comparing; '' for a bare code. */
  readonly key: string;
  /** Absent when the label is numbered by a word or not at all. */
  readonly code?: Code;
  /** Number given as a word, 0 when there is none. */
  readonly ordinal: number;
  /** Chapter number printed before the label: "5.1 Goal 1". */
  readonly section?: Code;
  /** The code stands before the label: "1. cíl: …". */
  readonly inner?: boolean;
  /** The reading as a bare code, should the label behind it be none. */
  readonly bare?: Head;
  /** Text after the head, separators skipped. */
  readonly rest: string;
  /** What stands between head and rest has a mark (dot, colon, dash) or there is no rest. */
  readonly marked: boolean;
}

const mostWords = 6;
const mostLetters = 70;

/** Reads "LABEL [No.] CODE rest". Undefined when the line does not begin so. */
export function readLabelled(text: string): Head | undefined {
  let at = 0;
  let labelEnd = 0;
  if (!isLetter(text[0])) return undefined;
  for (let count = 0; count < mostWords && at < mostLetters; count++) {
    const start = at;
    while (
      at < text.length &&
      (isLetter(text[at]) ||
        ((text[at] === '-' || text[at] === "'" || text[at] === '’' || text[at] === '/' || text[at] === '&') &&
          at > start &&
          at - start < 30))
    ) {
      // "CS-1", "SO–2": the hyphen belongs to the code.
      if (text[at] === '-' && isDigit(text[at + 1])) break;
      at++;
    }
    if (at === start) return undefined;
    const word = text.slice(start, at);
    // "LU-1.1", "A–2": capitals glued to a number are its code.
    if (
      count === 0 &&
      (text[at] === '-' || text[at] === '–') &&
      isDigit(text[at + 1]) &&
      mnemonicEnd(text, 0) === at
    )
      return undefined;
    if (
      count > 0 &&
      numberSigns.has(word.toLowerCase()) &&
      (text[at] === '.' || isSpace(text[at]) || text[at] === '°' || text[at] === 'º' || text[at] === '.')
    ) {
      while (text[at] === '.' || text[at] === '°' || text[at] === 'º' || isSpace(text[at])) at++;
    } else {
      labelEnd = at;
      if (text[at] === '.' && word.length <= 5 && isSpace(text[at + 1]) && count > 0) at++;
    }
    let next = at;
    while (isSpace(text[next])) next++;
    if (text[next] === '№' || text[next] === '#') next++;
    while (isSpace(text[next])) next++;
    if ((text[next] === ':' || text[next] === '–' || text[next] === '-') && labelEnd === at) {
      let after = next + 1;
      while (isSpace(text[after])) after++;
      const code = isDigit(text[after]) || roundsUp(text, after) ? readCode(text, after) : undefined;
      if (code && (isDigit(text[after]) || code.close !== '' || code.end >= text.length))
        return head(text, labelEnd, code);
    }
    if (text[at] === '-' && isDigit(text[at + 1])) {
      const code = readCode(text, at + 1);
      return code ? head(text, labelEnd, code) : undefined;
    }
    const code =
      next > labelEnd && (isDigit(text[next]) || text[next] === '(' || roundsUp(text, next))
        ? readCode(text, next)
        : undefined;
    if (code && (code.prefix === '' || count > 0 || labelEnd > 3)) return head(text, labelEnd, code);
    if (next === at || next >= text.length) return undefined;
    at = next;
  }
  return undefined;
}

/** True when a capital letter or Roman numeral may begin a code here, and not a word. */
function roundsUp(text: string, at: number): boolean {
  if (!isUpper(text[at])) return false;
  let end = at;
  while (isLetter(text[end]) && end - at < 8) end++;
  if (end - at === 1) return !isLetter(text[end]) && text[end] !== "'" && text[end] !== '’';
  for (let here = at; here < end; here++) if (isLower(text[here])) return false;
  return true;
}

function head(text: string, labelEnd: number, code: Code): Head {
  const label = text.slice(0, labelEnd);
  return withRest(text, label, code);
}

function withRest(text: string, label: string, code: Code): Head {
  let end = code.end;
  // "Cel 1 (CS1): …": a second name of the code in brackets.
  let next = end;
  while (isSpace(text[next])) next++;
  if (text[next] === '(') {
    const second = readCode(text, next);
    if (second && second.prefix !== '') end = second.end;
  }
  end = afterTwin(text, end, code);
  const at = skipSeparators(text, end);
  let marked = code.close !== '' || at >= text.length;
  for (let here = end; here < at; here++) if (!isSpace(text[here])) marked = true;
  return { label, key: labelKey(label), code, ordinal: 0, rest: text.slice(at), marked };
}

/** "Ziel 1 / Obiettivo 1: …": the label again in another language, with the same code. The position behind it, else `end`. */
function afterTwin(text: string, end: number, code: Code): number {
  let at = end;
  while (isSpace(text[at])) at++;
  if (text[at] !== '/' && text[at] !== '|') return end;
  at++;
  for (let count = 0; count < 4; count++) {
    while (isSpace(text[at])) at++;
    const start = at;
    while (at - start < 30 && isLetter(text[at])) at++;
    if (at === start) return end;
    let next = at;
    while (isSpace(text[next])) next++;
    const twin = isDigit(text[next]) || isUpper(text[next]) ? readCode(text, next) : undefined;
    if (twin && twin.text === code.text) return twin.end;
  }
  return end;
}

export function labelKey(label: string): string {
  return fold(label);
}

/** Reads "CODE rest" and "CODE LABEL: rest". */
export function readBare(text: string): Head | undefined {
  const code = readCode(text, 0);
  if (!code) return undefined;
  const bare = withRest(text, '', code);
  const inner = readLabelled(bare.rest);
  if (inner && inner.code && namesLevel(inner.label) && !isDeniedLabel(inner.label))
    return { ...inner, section: code, bare };
  return bare;
}

/** Reads the phrase that stands after a code and before a mark: "1. Cel strategiczny: …", "2 tikslas. …". Undefined when there is none. */
export function readInnerLabel(bare: Head): { label: string; key: string; rest: string } | undefined {
  const text = bare.rest;
  let at = 0;
  for (let count = 0; count < 5; count++) {
    const start = at;
    while (isLetter(text[at]) || (text[at] === '-' && isLetter(text[at + 1]) && at > start)) at++;
    if (at === start) return undefined;
    const label = text.slice(0, at);
    let next = at;
    while (isSpace(text[next])) next++;
    const mark = text[next];
    const dash = (mark === '–' || mark === '—' || mark === '-') && next > at;
    const dot = mark === '.' && (next + 1 >= text.length || isSpace(text[next + 1]));
    if (next >= text.length || mark === ':' || dot || dash) {
      return { label, key: labelKey(label), rest: text.slice(skipSeparators(text, next)) };
    }
    if (next === at) return undefined;
    at = next;
  }
  return undefined;
}

/** Reads labels numbered by a word: "First goal: …", "Goal One", "Drugi cel strategiczny". */
export function readOrdinal(text: string): Head | undefined {
  const found = phrase(text, 6);
  if (found && found.words.length > 2 && isSmall(found.words[0]!)) found.words.shift();
  if (!found || found.words.length < 2 || found.words.length > 5) return undefined;
  const front = ordinal(found.words[0]!);
  const back = front === 0 ? cardinal(found.words[found.words.length - 1]!) : 0;
  if (front === 0 && back === 0) return undefined;
  const rest = front > 0 ? found.words.slice(1) : found.words.slice(0, -1);
  if (!isLevelPhrase(rest)) return undefined;
  const label = rest.join(' ');
  return { label, key: labelKey(label), ordinal: front || back, rest: found.rest, marked: true };
}

/** Reads an unnumbered label with its title: "Cel strategiczny: Zielone miasto". */
export function readPlainLabel(text: string): Head | undefined {
  const found = phrase(text, 4);
  if (!found || found.rest === '' || !isLevelPhrase(found.words)) return undefined;
  const label = found.words.join(' ');
  return { label, key: labelKey(label), ordinal: 0, rest: found.rest, marked: true };
}

/** Words up to a mark or the end. */
function phrase(text: string, most: number): { words: string[]; rest: string } | undefined {
  const found: string[] = [];
  let at = 0;
  while (found.length < most) {
    const start = at;
    while (
      isLetter(text[at]) ||
      ((text[at] === '-' || text[at] === "'" || text[at] === '’') && isLetter(text[at + 1]) && at > start)
    )
      at++;
    if (at === start) return undefined;
    found.push(text.slice(start, at));
    let next = at;
    while (isSpace(text[next])) next++;
    const mark = text[next];
    const dash = (mark === '–' || mark === '—' || mark === '-') && next > at;
    const dot = mark === '.' && (next + 1 >= text.length || isSpace(text[next + 1]));
    if (next >= text.length || mark === ':' || dot || dash)
      return { words: found, rest: text.slice(skipSeparators(text, next)) };
    if (next === at) return undefined;
    at = next;
  }
  return undefined;
}

function isLevelPhrase(list: readonly string[]): boolean {
  let level = false;
  for (const word of list) {
    const roles = rolesOf(fold(word));
    if (roles.has('level')) level = true;
    else if (!roles.has('filler') && !roles.has('theme') && !roles.has('small') && !isSmall(word))
      return false;
  }
  return level;
}

/** A label found in a document. */
export interface LabelFamily {
  readonly key: string;
  readonly label: string;
  /** A word of it names a level of a plan. */
  readonly known: boolean;
  readonly count: number;
  /** One item has it, and only its code tells whose that item is. */
  readonly lone?: boolean;
}

/**
 * Which phrases are labels: those that name a level and are numbered at least twice, and unknown ones whose codes
 * run on from the first, with a mark behind them. `prefixes` are the codes that others in the document stand under:
 * a single "Cel strategiczny 1" above 1.1 and 1.2 is a label too.
 */
export function induceLabels(
  heads: Iterable<Head>,
  prefixes: ReadonlySet<string> = new Set(),
): ReadonlyMap<string, LabelFamily> {
  const groups = new Map<string, Head[]>();
  for (const found of heads) {
    if (!found.code && found.ordinal === 0) continue;
    const group = groups.get(found.key) ?? [];
    group.push(found);
    groups.set(found.key, group);
  }
  const labels = new Map<string, LabelFamily>();
  for (const [key, group] of groups) {
    const first = group[0]!;
    if (isDeniedLabel(first.label)) continue;
    const codes = new Set(group.map((one) => (one.code ? one.code.text : `#${one.ordinal}`)));
    const known = namesLevel(first.label);
    if (codes.size < 2 && !(known && !first.inner && first.code && prefixes.has(codeKey(first.code.parts))))
      continue;
    if (!known && !isRun(group, codes.size) && !isAbbreviation(group, prefixes)) continue;
    labels.set(key, { key, label: best(group), known, count: group.length });
  }
  addLoneLabels(groups, labels);
  for (const key of labels.keys()) if (isMention(key, groups.get(key)!, labels)) labels.delete(key);
  return labels;
}

/**
 * A label that numbers one item only: "Zadanie 1.1.1. Naprawić most" below "Cel operacyjny 1.1", where no other goal has a
 * task. Its code says whose it is, so it needs no second one to run on to; a code that another label has is a mention.
 */
function addLoneLabels(groups: ReadonlyMap<string, readonly Head[]>, labels: Map<string, LabelFamily>): void {
  const held = new Set<string>();
  for (const key of labels.keys())
    for (const { code } of groups.get(key)!) if (code) held.add(codeKey(code.parts));
  const lone = [...groups.values()]
    .filter((group) => !labels.has(group[0]!.key) && (group[0]!.code?.parts.length ?? 0) > 1)
    .filter((group) => group.every(({ code, section }) => !section && code?.text === group[0]!.code!.text))
    .sort((a, b) => a[0]!.code!.parts.length - b[0]!.code!.parts.length);
  for (const group of lone) {
    const { key, label, code } = group[0]!;
    const own = codeKey(code!.parts);
    if (held.has(own) || !held.has(codeKey(code!.parts.slice(0, -1))) || isDeniedLabel(label)) continue;
    if (!group.some(({ rest }) => isUpper(rest[0]))) continue;
    labels.set(key, {
      key,
      label: best(group),
      known: isLevelPhrase(words(label, 8)),
      count: group.length,
      lone: true,
    });
    held.add(own);
  }
}

/** "Lees meer over ambitie 1": a phrase that ends in another label, holds words that no label has, and names nothing of its own. */
function isMention(key: string, group: readonly Head[], labels: ReadonlyMap<string, unknown>): boolean {
  const inner = key.lastIndexOf(' ');
  if (inner < 0 || !labels.has(key.slice(inner + 1)) || group.some((one) => one.rest !== '')) return false;
  return key
    .slice(0, inner)
    .split(' ')
    .some((word) => {
      const roles = rolesOf(word);
      return !roles.has('level') && !roles.has('filler') && !roles.has('theme');
    });
}

function isRun(group: readonly Head[], distinct: number): boolean {
  if (distinct < 3 && group.length < 3) return false;
  let starts = false;
  let steps = 0;
  let marks = 0;
  let upper = 0;
  let last: number[] = [];
  const seen = new Set<string>();
  for (const { code, marked, rest } of group) {
    if (!code) return false;
    if (marked || (code?.parts.length ?? 0) > 1) marks++;
    if (rest === '' || !isLower(rest[0])) upper++;
    if (seen.has(code.text)) continue;
    seen.add(code.text);
    const values = code.parts.map((part) => part.value);
    if (values[values.length - 1] === 1) starts = true;
    if (last.length > 0 && follows(last, values)) steps++;
    last = values;
  }
  return (
    starts &&
    steps * 3 >= (seen.size - 1) * 2 &&
    marks * 3 >= group.length * 2 &&
    upper * 3 >= group.length * 2
  );
}

/** "SC 1", "SC 2": capitals that number what others stand under. */
function isAbbreviation(group: readonly Head[], prefixes: ReadonlySet<string>): boolean {
  const label = group[0]!.label;
  return (
    label.length >= 2 &&
    label.length <= 5 &&
    label === label.toUpperCase() &&
    !label.includes(' ') &&
    group.every((one) => one.marked && one.code && prefixes.has(codeKey(one.code.parts)))
  );
}

/** True when a code may come after another one: 1.1 → 1.2, 1.3 → 2, 2 → 2.1, 1.4 → 2.1. */
export function follows(last: readonly number[], next: readonly number[]): boolean {
  if (next.length > last.length)
    return next[last.length] === 1 && last.every((value, at) => value === next[at]);
  let at = 0;
  while (at < next.length && last[at] === next[at]) at++;
  if (at === next.length || next[at] !== (last[at] ?? 0) + 1) return false;
  return next.slice(at + 1).every((value) => value === 1);
}

/** The label as a level is called: not in capitals when the source has it otherwise too. */
function best(group: readonly Head[]): string {
  for (const one of group) if ([...one.label].some((char) => isLower(char))) return one.label;
  return group[0]!.label;
}
