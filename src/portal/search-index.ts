/** The index that search looks up: words and stems of an edition's goals, tasks and pages, made once per edition. */
import type { Edition, EditionNode, EditionTask, Id, Texts } from '../edition/edition.ts';
import { searchWords } from '../text/search-words.ts';
import { LOCALES } from '../text/locale.ts';
import { fold, stem, words } from './stem.ts';

/** The plan's own pages that search finds. */
export type HitPage = 'progress' | 'changes' | 'data' | 'method' | 'accessibility' | 'goals';

/** A goal, a task or a page as it is searched. */
export interface Doc {
  readonly order: number;
  readonly kind: 'node' | 'task' | 'page';
  readonly node?: EditionNode;
  readonly task?: EditionTask;
  readonly page?: HitPage;
  readonly code: string | null;
  readonly title: Texts | null;
  /** Other texts in the order in which an excerpt is sought. */
  readonly bodies: readonly (Texts | null)[];
}

export interface SearchIndex {
  readonly edition: Edition;
  readonly docs: readonly Doc[];
  /** Folded word -> documents; bit 1: in the title, bit 0: elsewhere. */
  readonly terms: ReadonlyMap<string, ReadonlyMap<number, number>>;
  /** Language and stem -> folded words. */
  readonly stems: ReadonlyMap<string, ReadonlySet<string>>;
  readonly sorted: readonly string[];
  /** Language -> number of letters -> folded words written in it. */
  readonly byLength: ReadonlyMap<string, ReadonlyMap<number, readonly string[]>>;
  /** Folded word -> the word as the city writes it. */
  readonly spelling: ReadonlyMap<string, string>;
  readonly codes: ReadonlyMap<string, readonly number[]>;
}

const indexes = new WeakMap<Edition, SearchIndex>();

export function searchIndex(edition: Edition): SearchIndex {
  let made = indexes.get(edition);
  if (!made) indexes.set(edition, (made = makeIndex(edition)));
  return made;
}

/** Whether the next question to the edition is spared the making of its index. */
export function isIndexed(edition: Edition): boolean {
  return indexes.has(edition);
}

function makeIndex(edition: Edition): SearchIndex {
  const unitNames = new Map(edition.units.map((unit) => [unit.id, unit.name]));
  const groupNames = new Map(
    edition.groupings.flatMap(({ groups }) => groups.map(({ id, name }) => [id, name] as const)),
  );
  const named = (ids: readonly Id[], names: ReadonlyMap<Id, Texts | null>) =>
    ids.map((id) => names.get(id) ?? null);
  const docs: Doc[] = [];
  for (const node of edition.nodes.toSorted((a, b) => a.level - b.level))
    docs.push({
      order: docs.length,
      kind: 'node',
      node,
      code: node.code,
      title: node.title,
      bodies: [
        node.description,
        node.expectedResult,
        ...node.partners,
        ...named(node.groupIds, groupNames),
        ...named(node.unitIds, unitNames),
      ],
    });
  for (const task of edition.tasks)
    docs.push({
      order: docs.length,
      kind: 'task',
      task,
      code: task.code,
      title: task.title,
      bodies: [
        task.description,
        task.expectedResult,
        task.reportText,
        task.nextStep,
        task.stateReason,
        ...task.partners,
        ...named(task.unitIds, unitNames),
      ],
    });
  for (const page of PAGES)
    docs.push({
      order: docs.length,
      kind: 'page',
      page,
      code: null,
      title: Object.fromEntries(LOCALES.map((locale) => [locale, searchWords(locale).pages[page].title])),
      bodies: [Object.fromEntries(LOCALES.map((locale) => [locale, searchWords(locale).pages[page].about]))],
    });
  return { edition, docs, ...invert(docs) };
}

const PAGES: readonly HitPage[] = ['goals', 'progress', 'changes', 'data', 'method', 'accessibility'];

function invert(docs: readonly Doc[]): Omit<SearchIndex, 'edition' | 'docs'> {
  const terms = new Map<string, Map<number, number>>();
  const stems = new Map<string, Set<string>>();
  const spelling = new Map<string, string>();
  const codes = new Map<string, number[]>();
  const known = new Map<string, string>();
  const termsOf = new Map<string, Set<string>>();
  const add = (order: number, texts: Texts | null, field: number): void => {
    for (const [lang, text] of Object.entries(texts ?? {}))
      for (const { word } of words(text)) {
        const key = `${lang}:${word}`;
        let term = known.get(key);
        if (term === undefined) {
          term = fold(word);
          known.set(key, term);
          const stemKey = `${lang}:${stem(word, lang)}`;
          const forms = stems.get(stemKey);
          if (forms) forms.add(term);
          else stems.set(stemKey, new Set([term]));
          const own = termsOf.get(lang);
          if (own) own.add(term);
          else termsOf.set(lang, new Set([term]));
          if (!spelling.has(term)) spelling.set(term, word.toLowerCase());
        }
        const docsOf = terms.get(term);
        if (docsOf) docsOf.set(order, (docsOf.get(order) ?? 0) | field);
        else terms.set(term, new Map([[order, field]]));
      }
  };
  for (const doc of docs) {
    add(doc.order, doc.title, 2);
    for (const body of doc.bodies) add(doc.order, body, 1);
    if (doc.code !== null) {
      const code = doc.code.toLowerCase();
      codes.set(code, [...(codes.get(code) ?? []), doc.order]);
    }
  }
  const byLength = new Map(
    [...termsOf].map(([lang, own]) => [lang, Map.groupBy([...own].sort(), (term) => term.length)]),
  );
  return { terms, stems, spelling, codes, sorted: [...terms.keys()].sort(), byLength };
}
