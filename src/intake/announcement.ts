/** Announcements: what a source promises to contain (five goals, three areas, tasks, a vision) and what of it was found. */
import {
  assigning,
  distributive,
  missionStems,
  sharedNumerals,
  untilWords,
  visionStems,
} from '../text/document-words.ts';
import { languageOf } from '../text/language.ts';
import { copulaWords, ownerWords, toldElsewhere } from '../text/purpose-words.ts';
import type { Line } from './line.ts';
import { fold, isDigit, isLetter, isUpper, words } from './characters.ts';
import { namesLevel, numeral, rolesOf } from './words.ts';

export interface Announcement {
  /**
   * `count-not-met`, `count-met`: a stated number of things with a level's name; `members-absent`: a stated number of
   * things of which none is named; `kind-absent`: things said to exist, none listed; `vision-not-quoted`,
   * `mission-not-quoted`.
   */
  readonly code:
    | 'count-met'
    | 'count-not-met'
    | 'members-absent'
    | 'kind-absent'
    | 'vision-not-quoted'
    | 'mission-not-quoted';
  /** Source line. */
  readonly line: number;
  /** `noun` as printed, `stated` and `found` as counts, `level` as an index when it is one. */
  readonly values: Readonly<Record<string, string | number>>;
}

export interface Quotes {
  readonly vision?: { readonly text: string; readonly lines: readonly [number, number] };
  readonly mission?: { readonly text: string; readonly lines: readonly [number, number] };
}

interface Level {
  readonly name: string;
  readonly plural: string;
  readonly count: number;
}

const mostSentenceWords = 120;

/** Reads the announcements. `used` are the indexes of lines that became nodes. */
export function readAnnouncements(
  lines: readonly Line[],
  used: ReadonlySet<number>,
  levels: readonly Level[],
  quotes: Quotes,
): Announcement[] {
  const found: Announcement[] = [];
  const seen = new Set<string>();
  const add = (one: Announcement): void => {
    const key = `${one.code.startsWith('count') ? 'count' : one.code} ${fold(String(one.values['noun'] ?? ''))} ${one.values['stated'] ?? ''}`;
    if (!seen.has(key) && found.length < 200) {
      seen.add(key);
      found.push(one);
    }
  };
  const language = languageOf(lines.map((line) => line.text).join('\n'));
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at]!;
    if (used.has(at) || line.furniture || line.toc || line.text.length > 20_000) continue;
    const list = words(line.text, 3000);
    if (list.length < 3) continue;
    const folded = list.map(fold);
    counts(line, list, folded, levels, language, add);
    if (folded.some(isAssigning)) kinds(line, levels, add);
    mentions(line, folded, quotes, add);
  }
  return found;
}

/** "five goals", "trzech obszarów tematycznych", "4 klíčové oblasti". */
function counts(
  line: Line,
  list: readonly string[],
  folded: readonly string[],
  levels: readonly Level[],
  language: string | null,
  add: (one: Announcement) => void,
): void {
  for (let at = 0; at < list.length - 1; at++) {
    const stated = numeral(folded[at]!);
    if (stated < 2 || stated > 200 || isElsewhere(folded[at]!, language)) continue;
    // "4 Key area 1" is a chapter; "each with three priorities" and "at most four tasks" state no total.
    if (at === 0 && isDigit(list[0]![0]) && isUpper(list[1]![0])) continue;
    if (
      folded.slice(Math.max(0, at - 8), at).some((word) => distributive.some((stem) => word.startsWith(stem)))
    )
      continue;
    let noun = '';
    let last = at;
    for (let next = at + 1; next <= Math.min(at + 4, list.length - 1); next++) {
      const roles = rolesOf(folded[next]!);
      if (roles.has('level')) {
        last = next;
        noun = list.slice(at + 1, next + 1).join(' ');
        // The adjective behind the noun: "obszarów tematycznych", "objetivos estratégicos".
        const behind = list[next + 1];
        if (behind && isAdjective(behind) && line.text.includes(`${list[next]} ${behind}`))
          noun += ` ${behind}`;
        break;
      }
      if (roles.has('small')) break;
      if (isDigit(list[next]![0])) break;
    }
    // A mark behind the number makes it a code: "3. The strategy".
    if (noun === '' || !line.text.includes(`${list[at]!} ${list[at + 1]!}`)) continue;
    const level = levelOf(noun, levels, stated);
    if (level)
      add({
        code: level.count === stated ? 'count-met' : 'count-not-met',
        line: line.from,
        values: { noun, stated, found: level.count, level: levels.indexOf(level) },
      });
    else if (levels.length > 0 && last <= at + 3)
      add({ code: 'members-absent', line: line.from, values: { noun, stated, found: 0 } });
  }
}

/** True for a number word that is the number in other languages than the document's: "hat Ziele" states no six goals. */
function isElsewhere(folded: string, language: string | null): boolean {
  return sharedNumerals[folded]?.split(' ').includes(language ?? '') === false;
}

function isAdjective(word: string): boolean {
  const roles = rolesOf(fold(word));
  return roles.has('filler') || roles.has('theme');
}

/** The level whose name shares its noun, and its adjective when there is one; of several alike the one with that number of nodes. */
function levelOf(noun: string, levels: readonly Level[], stated = -1): Level | undefined {
  const nounWords = words(fold(noun), 6);
  let best: Level | undefined;
  let bestScore = 0;
  for (const level of levels) {
    const named = words(fold(`${level.name} ${level.plural}`), 12);
    let score = 0;
    let nouns = 0;
    for (const word of nounWords) {
      const hit = named.some((other) => alike(word, other));
      if (hit) score++;
      if (hit && namesLevel(word)) nouns++;
    }
    if (
      nouns > 0 &&
      (score > bestScore || (score === bestScore && best?.count !== stated && level.count === stated))
    ) {
      best = level;
      bestScore = score;
    }
  }
  return best;
}

function alike(one: string, other: string): boolean {
  if (one === other) return true;
  const length = Math.max(3, Math.min(one.length, other.length) - 2);
  return (
    one.length >= 3 &&
    other.length >= 3 &&
    one.slice(0, length) === other.slice(0, length) &&
    Math.abs(one.length - other.length) <= 4
  );
}

function isAssigning(folded: string): boolean {
  return folded.length >= 7 && assigning.some((stem) => folded.startsWith(stem));
}

function kinds(line: Line, levels: readonly Level[], add: (one: Announcement) => void): void {
  for (const sentence of sentences(line.text)) {
    const list = words(sentence, mostSentenceWords);
    const verbAt = list.findIndex((word) => isAssigning(fold(word)));
    if (verbAt < 0) continue;
    // The thing assigned: the level word nearest to the verb that no level of the plan has.
    let best: { noun: string; distance: number } | undefined;
    for (let at = 0; at < list.length; at++) {
      const word = list[at]!;
      if (!rolesOf(fold(word)).has('level') || levelOf(word, levels)) continue;
      if (at > 0 && numeral(list[at - 1]!) > 0) return;
      let noun = word;
      const before = list[at - 1];
      const behind = list[at + 1];
      if (before && at - 1 !== verbAt && isAdjective(before)) noun = `${before} ${noun}`;
      if (behind && at + 1 !== verbAt && isAdjective(behind)) noun = `${noun} ${behind}`;
      const distance = Math.abs(at - verbAt);
      if (distance <= 6 && (!best || distance < best.distance)) best = { noun, distance };
    }
    if (best) add({ code: 'kind-absent', line: line.from, values: { noun: best.noun, found: 0 } });
  }
}

function mentions(
  line: Line,
  folded: readonly string[],
  quotes: Quotes,
  add: (one: Announcement) => void,
): void {
  let vision = false;
  let mission = false;
  for (const word of folded) {
    vision ||= isOf(word, visions);
    mission ||= isOf(word, missions);
  }
  if (vision && !quotes.vision) add({ code: 'vision-not-quoted', line: line.from, values: {} });
  if (mission && !quotes.mission) add({ code: 'mission-not-quoted', line: line.from, values: {} });
}

const visions = visionStems.map(fold);
const missions = missionStems.map(fold);

function isOf(folded: string, stems: readonly string[]): boolean {
  if (folded.length < 4) return false;
  return stems.some((stem) => folded.startsWith(stem) && folded.length - stem.length <= 4);
}

/** Vision and mission when the source really states them: after a label, or under a heading of that name. */
export function readQuotes(lines: readonly Line[], used: ReadonlySet<number>): Quotes {
  const found: {
    vision?: { text: string; lines: [number, number] };
    mission?: { text: string; lines: [number, number] };
  } = {};
  for (let at = 0; at < lines.length && at < 50_000; at++) {
    const line = lines[at]!;
    if (line.furniture || line.toc || used.has(at) || line.text.length > 2000) continue;
    for (const sentence of sentences(line.text)) {
      const said = saidIn(sentence);
      if (said && !found[said]) found[said] = { text: sentence.trim(), lines: [line.from, line.to] };
    }
    const colon = line.text.indexOf(':');
    const name = colon > 0 && colon < 50 ? line.text.slice(0, colon) : line.text.length < 50 ? line.text : '';
    const list = words(fold(name), 6).filter((word) => !isDigit(word[0]) && word.length > 1);
    if (list.length === 0 || list.length > 4) continue;
    const vision = list.some((word) => isOf(word, visions));
    const mission = list.some((word) => isOf(word, missions));
    if (vision === mission) continue;
    const key = vision ? 'vision' : 'mission';
    if (found[key]) continue;
    const rest = colon > 0 ? line.text.slice(colon + 1).trim() : '';
    if (rest.length > 15) {
      found[key] = { text: rest, lines: [line.from, line.to] };
      continue;
    }
    let next = at + 1;
    while (next < lines.length && lines[next]!.furniture) next++;
    const below = lines[next];
    if (!below || used.has(next) || below.toc || below.text.length < 20 || below.block.bullet !== '')
      continue;
    let text = below.text;
    let to = below.to;
    while (
      next + 1 < lines.length &&
      !lines[next + 1]!.block.gap &&
      !lines[next + 1]!.furniture &&
      !used.has(next + 1) &&
      !below.block.whole &&
      text.length < 1500 &&
      !text.endsWith('.')
    ) {
      next++;
      text += ` ${lines[next]!.text}`;
      to = lines[next]!.to;
    }
    found[key] = { text, lines: [line.from, to] };
  }
  return found;
}

/** Whether a sentence states the vision or mission itself: "Our vision is a fair town.", "Naszą wizją jest …". */
function saidIn(sentence: string): 'vision' | 'mission' | undefined {
  const list = words(fold(sentence), 60);
  if (list.length < 5 || list.length > 55 || !owners.has(list[0]!)) return undefined;
  const verb = list.findIndex((word, at) => at > 1 && at < 8 && copulas.has(word));
  if (verb < 0 || passive(list[verb + 1] ?? '')) return undefined;
  const named = list.slice(1, verb);
  const vision = named.some((word) => isOf(word, visions));
  const mission = named.some((word) => isOf(word, missions));
  return vision === mission ? undefined : vision ? 'vision' : 'mission';
}

/** "Our vision is described in chapter 2" tells where it stands, not what it is. */
function passive(folded: string): boolean {
  return folded.endsWith('ed') || toldElsewhere.some((stem) => folded.startsWith(stem));
}

const owners = new Set(ownerWords.map(fold));
const copulas = new Set(copulaWords.map(fold));

function* sentences(text: string): Generator<string> {
  let from = 0;
  for (let at = 0; at < text.length; at++) {
    if (
      (text[at] === '.' || text[at] === '!' || text[at] === '?') &&
      (at + 1 === text.length || (text[at + 1] === ' ' && isUpper(text[at + 2])))
    ) {
      yield text.slice(from, at + 1);
      from = at + 1;
    }
  }
  if (from < text.length) yield text.slice(from);
}

/** Years in which the plan starts and ends; a start is there only as the first year of a range ("2026–2035"). */
export interface Horizon {
  readonly start?: number;
  readonly end?: number;
}

/** The years of the plan: from the title, a range of years, or "until 2030"; empty when the source states none. */
export function readHorizon(title: string, lines: readonly Line[]): Horizon {
  const inTitle = years(title);
  if (inTitle.length > 0) {
    const end = Math.max(...inTitle);
    return spanned(title, end);
  }
  let fallback: number | undefined;
  for (let at = 0; at < lines.length && at < 3000; at++) {
    const { text, furniture } = lines[at]!;
    if (furniture || text.length > 5000) continue;
    const list = words(text, 600);
    for (let one = 0; one < list.length; one++) {
      const year = Number(list[one]);
      if (!(year >= 2015 && year <= 2100) || list[one]!.length !== 4) continue;
      const before = one > 0 ? fold(list[one - 1]!) : '';
      const previous = Number(list[one - 1]);
      if (previous >= 1990 && previous < year && year - previous <= 40) return spanned(text, year);
      if (untilWords.has(before) && fallback === undefined) fallback = year;
    }
  }
  return fallback === undefined ? {} : { end: fallback };
}

/** A range of years in figures: "2026–2035", "2026 to 2035", "2026/2035". */
const range = /(?<![\d.])((?:19|20)\d\d)\s?(?:[-‐‑–—/]|do|to|bis|až|au|al|a|à|по|до)\s?(20\d\d|2100)(?!\d)/gu;

function spanned(text: string, end: number): Horizon {
  for (const [, from, to] of text.slice(0, 5000).matchAll(range)) {
    const start = Number(from);
    if (Number(to) === end && start < end && end - start <= 40) return { start, end };
  }
  return { end };
}

function years(text: string): number[] {
  const found: number[] = [];
  for (let at = 0; at + 4 <= text.length; at++) {
    if (isDigit(text[at - 1]) || isLetter(text[at - 1])) continue;
    const token = text.slice(at, at + 4);
    if (isDigit(text[at + 4]) || !isDigit(token[0])) continue;
    const year = Number(token);
    if (Number.isInteger(year) && year >= 2015 && year <= 2100) found.push(year);
  }
  return found;
}
