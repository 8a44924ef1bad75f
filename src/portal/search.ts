/**
 * Search over editions: goals, tasks and the plan's own pages in every language of the content. A word finds, in this
 * order, itself, its other forms (stem), words that begin with it, when none of these exists words a slip of the fingers
 * away, and when little is found words of one long beginning. Each edition is indexed once and remembered with it.
 */
import type { Edition, EditionNode, EditionTask, Id } from '../edition/edition.ts';
import { lineTo } from '../exchange/lookup.ts';
import { LOCALES, pick, type Locale } from '../text/locale.ts';
import { distance, forgiven } from './near.ts';
import { searchIndex, type Doc, type HitPage, type SearchIndex } from './search-index.ts';
import { fold, stem, words } from './stem.ts';

export interface Answer {
  readonly query: string;
  /** Best first, at most `LIMIT`. */
  readonly hits: readonly Hit[];
  /** How many were found in all. */
  readonly total: number;
  /** Not every word of the query is in every hit: no item has them all. */
  readonly partly: boolean;
  /** Words that are near those that found nothing, in the language the content is shown in. */
  readonly suggestions: readonly string[];
}

interface Found {
  readonly edition: Edition;
  readonly score: number;
  readonly title: readonly Piece[];
  readonly lang: string;
  /** A word of the query is here only as the beginning of a longer one, while elsewhere it stands itself. */
  readonly loose: boolean;
  /** A sentence in which the words stand, when the title does not show them all. */
  readonly excerpt: { readonly pieces: readonly Piece[]; readonly lang: string } | null;
}
export type Hit = Found &
  (
    | { readonly kind: 'node'; readonly item: EditionNode; readonly path: readonly EditionNode[] }
    | { readonly kind: 'task'; readonly item: EditionTask; readonly path: readonly EditionNode[] }
    | { readonly kind: 'page'; readonly page: HitPage }
  );

/** A run of text, found or not. */
export interface Piece {
  readonly text: string;
  readonly found: boolean;
}

export const LIMIT = 50;
/** Longer queries are cut: nobody types them, and each word costs time. */
const MOST_WORDS = 8;
const MOST_LETTERS = 200;

/** `editions`: those to search, normally the newest of each plan, or one past edition. */
export function search(editions: readonly Edition[], query: string, locale: Locale): Answer {
  const asked = askedOf(query);
  const none = { query, hits: [], total: 0, partly: false, suggestions: [] };
  if (asked.length === 0) return none;
  const unmet = new Set(asked);
  const candidates = editions.flatMap((edition) => candidatesIn(edition, asked, locale, unmet));
  const most = candidates.reduce((max, candidate) => Math.max(max, candidate.matched), 0);
  if (most === 0) return { ...none, suggestions: suggestionsFor(editions, unmet, locale) };
  const best = candidates
    .filter((candidate) => candidate.matched === most)
    .toSorted((a, b) => Number(a.loose) - Number(b.loose) || b.score - a.score || a.doc.order - b.doc.order);
  return {
    query,
    hits: best.slice(0, LIMIT).map((candidate) => hitOf(candidate, locale)),
    total: best.length,
    partly: most < asked.length,
    suggestions: most < asked.length ? suggestionsFor(editions, unmet, locale) : [],
  };
}

/** Every title of an edition under its first letter, for the index that stands where no server answers. */
export function alphabet(
  edition: Edition,
  locale: Locale,
): readonly { readonly letter: string; readonly entries: readonly IndexEntry[] }[] {
  const collator = new Intl.Collator(locale);
  const entries = [...edition.nodes, ...edition.tasks]
    .flatMap((item): readonly IndexEntry[] => {
      const title = pick(item.title, locale, edition.city.languages);
      return title ? [{ id: item.id, code: item.code, title: title.text, lang: title.lang }] : [];
    })
    .toSorted((a, b) => collator.compare(a.title, b.title));
  const letters = Map.groupBy(entries, (entry) => letterOf(entry.title, locale));
  return [...letters]
    .map(([letter, list]) => ({ letter, entries: list }))
    .toSorted((a, b) => collator.compare(a.letter, b.letter));
}

export interface IndexEntry {
  readonly id: Id;
  readonly code: string | null;
  readonly title: string;
  readonly lang: string;
}

/** A word of the query in the forms it is looked up by. */
interface Asked {
  readonly folded: string;
  /** `pl:drog` and its like. */
  readonly stems: readonly string[];
  readonly code: string | null;
}

interface Candidate {
  readonly index: SearchIndex;
  readonly doc: Doc;
  readonly matched: number;
  readonly score: number;
  readonly loose: boolean;
  readonly found: ReadonlySet<string>;
}

/** Within one field the order exact > stem > prefix > slip > kin always holds; a title weighs three times. */
const EXACT = 10;
const STEM = 8;
const PREFIX = 4;
const SLIP = 2;
const KIN = 0.5;
const TITLE = 3;
const CODE = 100;

/** A word that finds fewer items than this finds its kin too. */
const FEW = 5;
/** Kin (kultury : kulturalnej) begin alike for this many letters, and the shorter word ends so many letters later. */
const KIN_BEGINNING = 6;
const KIN_ENDING = 2;
/** Stems of fewer letters are too like each other to be taken for slips. */
const SLIP_STEM = 5;

const STOP: ReadonlySet<string> = new Set(
  'i w z o u a na do za po od we ze dla oraz lub jak co to the of and in for to a on with und der die das'.split(
    ' ',
  ),
);

function askedOf(query: string): readonly Asked[] {
  const text = query.normalize('NFC').slice(0, MOST_LETTERS);
  const parts = text.split(/\s+/u).flatMap((part): readonly Asked[] => {
    const code = /^[\p{L}\d]{1,4}(?:[.-]\d+)+\.?$|^\d+\.?$/u.exec(part)?.[0].replace(/\.$/, '').toLowerCase();
    if (code !== undefined) return [{ folded: fold(code), stems: [], code }];
    return [...words(part)].map(({ word }) => ({
      folded: fold(word),
      stems: LOCALES.map((locale) => `${locale}:${stem(word, locale)}`),
      code: null,
    }));
  });
  const telling = parts.filter(
    (word) => word.code !== null || (word.folded.length > 1 && !STOP.has(word.folded)),
  );
  return (telling.length > 0 ? telling : parts).slice(0, MOST_WORDS);
}

/** `unmet`: of the words asked, those that found nothing yet; what finds something here is taken out. */
function candidatesIn(
  edition: Edition,
  asked: readonly Asked[],
  locale: Locale,
  unmet: Set<Asked>,
): readonly Candidate[] {
  const index = searchIndex(edition);
  const counts = new Uint8Array(index.docs.length);
  const scores = new Float64Array(index.docs.length);
  const loose = new Uint8Array(index.docs.length);
  const found = new Set<string>();
  for (const word of asked) {
    const { best, itself } = lookUp(index, word, shownIn(edition, locale), found);
    if (best.size > 0) unmet.delete(word);
    let left = itself;
    for (const [doc, score] of best) {
      counts[doc]! += 1;
      scores[doc]! += score;
      if (itself > 0 && left <= 0) loose[doc] = 1;
      left -= 1;
    }
  }
  return index.docs.flatMap((doc, at) =>
    counts[at] === 0
      ? []
      : [{ index, doc, matched: counts[at]!, score: scores[at]!, loose: loose[at] === 1, found }],
  );
}

/**
 * The documents of one word with their scores, of which the first `itself` hold the word or a form of it; the terms
 * that it found are added to `found`.
 */
function lookUp(
  index: SearchIndex,
  { folded, stems, code }: Asked,
  lang: string,
  found: Set<string>,
): { readonly best: ReadonlyMap<number, number>; readonly itself: number } {
  const best = new Map<number, number>();
  const take = (term: string, weight: number): void => {
    const docs = index.terms.get(term);
    if (!docs) return;
    found.add(term);
    for (const [doc, fields] of docs) {
      const score = weight * (fields & 2 ? TITLE : 1);
      if (score > (best.get(doc) ?? 0)) best.set(doc, score);
    }
  };
  if (code !== null) {
    for (const doc of index.codes.get(code) ?? []) best.set(doc, CODE);
    for (const [other, docs] of index.codes)
      if (other.startsWith(`${code}.`))
        for (const doc of docs) best.set(doc, Math.max(best.get(doc) ?? 0, CODE / 2));
    take(folded, EXACT);
    return { best, itself: best.size };
  }
  take(folded, EXACT);
  for (const key of stems) for (const term of index.stems.get(key) ?? []) take(term, STEM);
  const itself = best.size;
  if (folded.length > 1) for (const term of startingWith(index.sorted, folded)) take(term, PREFIX);
  if (best.size === 0) for (const term of slips(index, folded, lang)) take(term, SLIP);
  if (best.size < FEW) for (const term of kin(index, folded, lang)) take(term, KIN);
  return { best, itself };
}

function* startingWith(sorted: readonly string[], prefix: string): Iterable<string> {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle]! < prefix) low = middle + 1;
    else high = middle;
  }
  for (let at = low; at < sorted.length; at += 1) {
    const term = sorted[at]!;
    if (!term.startsWith(prefix)) return;
    yield term;
  }
}

/** The language in which a reader sees the content: the page's, unless the city does not write in it. */
function shownIn({ city }: Edition, locale: Locale): string {
  return city.languages.includes(locale) ? locale : (city.languages[0] ?? locale);
}

/** Words of the language a slip away, as they are written or by their stem: lekaz : lekarza. */
function slips(index: SearchIndex, folded: string, lang: string): readonly string[] {
  const most = forgiven(folded.length);
  if (most === 0) return [];
  const near = nearest(index, folded, lang, most);
  const least = near[0]?.distance ?? 0;
  return [
    ...near.filter((one) => one.distance === least).map((one) => one.term),
    ...slipsOfStem(index, folded, lang),
  ];
}

function slipsOfStem({ stems }: SearchIndex, folded: string, lang: string): readonly string[] {
  const own = `${lang}:${stem(folded, lang)}`;
  const shortest = lang.length + 1 + SLIP_STEM;
  // The language and the first letter are never slips.
  const beginning = own.slice(0, lang.length + 2);
  if (own.length < shortest) return [];
  return [...stems].flatMap(([key, terms]) =>
    key.length >= shortest && key.startsWith(beginning) && distance(own, key, 1) <= 1 ? [...terms] : [],
  );
}

/** Words of the language that are of one family with this one, as far as a long common beginning tells. */
function kin(index: SearchIndex, folded: string, lang: string): readonly string[] {
  if (folded.length < KIN_BEGINNING) return [];
  return [...startingWith(index.sorted, folded.slice(0, KIN_BEGINNING))].filter((term) => {
    const shorter = Math.min(term.length, folded.length);
    let shared = KIN_BEGINNING;
    while (shared < shorter && term[shared] === folded[shared]) shared += 1;
    return shorter - shared <= KIN_ENDING && isWrittenIn(index, term, lang);
  });
}

function isWrittenIn({ byLength }: SearchIndex, term: string, lang: string): boolean {
  return byLength.get(lang)?.get(term.length)?.includes(term) ?? false;
}

function nearest(
  index: SearchIndex,
  folded: string,
  lang: string,
  most: number,
): readonly { term: string; distance: number }[] {
  const near: { term: string; distance: number }[] = [];
  for (let length = folded.length - most; length <= folded.length + most; length += 1)
    for (const term of index.byLength.get(lang)?.get(length) ?? []) {
      const apart = distance(folded, term, most);
      if (apart <= most) near.push({ term, distance: apart });
    }
  return near.toSorted((a, b) => a.distance - b.distance);
}

function suggestionsFor(
  editions: readonly Edition[],
  unmet: ReadonlySet<Asked>,
  locale: Locale,
): readonly string[] {
  const list = [...unmet]
    .filter((word) => word.code === null)
    .flatMap(({ folded }) =>
      editions.flatMap((edition) => {
        const index = searchIndex(edition);
        return nearest(index, folded, shownIn(edition, locale), Math.min(3, Math.ceil(folded.length / 3)))
          .slice(0, 3)
          .map(({ term }) => index.spelling.get(term) ?? term);
      }),
    );
  return [...new Set(list)].slice(0, 5);
}

function hitOf({ index, doc, score, loose, found }: Candidate, locale: Locale): Hit {
  const { edition } = index;
  const { languages } = edition.city;
  const shown = pick(doc.title, locale, languages);
  const title = marked(shown?.text ?? '', found);
  const shownFound = new Set(title.filter((piece) => piece.found).map((piece) => fold(piece.text)));
  const bodies = [doc.title, ...doc.bodies].flatMap((texts) =>
    [
      pick(texts, locale, languages),
      ...Object.entries(texts ?? {}).map(([lang, text]) => ({ lang, text })),
    ].filter((one) => one !== null),
  );
  const tells = ({ text }: { readonly text: string }): boolean =>
    text !== shown?.text &&
    [...words(text)].some(({ word }) => {
      const term = fold(word);
      return found.has(term) && !shownFound.has(term);
    });
  // Another language tells a reader something only where the title shows nothing of what was sought.
  const body = [...found].every((term) => shownFound.has(term))
    ? undefined
    : (bodies.find((one) => one.lang === shown?.lang && tells(one)) ??
      (shownFound.size === 0 ? bodies.find(tells) : undefined));
  const base = {
    edition,
    score,
    loose,
    title,
    lang: shown?.lang ?? locale,
    excerpt: body ? { pieces: marked(around(body.text, found), found), lang: body.lang } : null,
  };
  if (doc.node) return { ...base, kind: 'node', item: doc.node, path: lineTo(edition, doc.node.parentId) };
  if (doc.task) return { ...base, kind: 'task', item: doc.task, path: lineTo(edition, doc.task.nodeId) };
  return { ...base, kind: 'page', page: doc.page ?? 'goals' };
}

/** Text cut into found and other runs. */
function marked(text: string, found: ReadonlySet<string>): readonly Piece[] {
  const pieces: Piece[] = [];
  let done = 0;
  for (const { word, at } of words(text)) {
    if (!found.has(fold(word))) continue;
    if (at > done) pieces.push({ text: text.slice(done, at), found: false });
    pieces.push({ text: word, found: true });
    done = at + word.length;
  }
  if (done < text.length) pieces.push({ text: text.slice(done), found: false });
  return pieces;
}

/** Some hundred and fifty letters around the first found word, cut between words. */
function around(text: string, found: ReadonlySet<string>): string {
  const plain = text.replace(/[*_#>`]+|\[([^\]]*)\]\([^)]*\)/gu, '$1').replace(/\s+/gu, ' ');
  const first = [...words(plain)].find(({ word }) => found.has(fold(word)))?.at ?? 0;
  const from = first < 70 ? 0 : plain.indexOf(' ', first - 60) + 1;
  const to = plain.length - from < 170 ? plain.length : plain.lastIndexOf(' ', from + 160);
  return `${from > 0 ? '… ' : ''}${plain.slice(from, to)}${to < plain.length ? ' …' : ''}`;
}

function letterOf(title: string, locale: Locale): string {
  const first = /[\p{L}\p{N}]/u.exec(title)?.[0] ?? '#';
  return /\p{N}/u.test(first) ? '0–9' : first.toLocaleUpperCase(locale);
}
