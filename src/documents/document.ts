/** A document as the compiler takes it, and the blocks that the template knows how to set. */
import type { DeliveryVerdict, Instant } from '../edition/edition.ts';
import type { Prose } from './markdown.ts';

/** Everything that goes into one PDF. The same document gives the same bytes. */
export interface TypstDocument {
  /** The Typst source; reads `data.json` and the pictures beside it. */
  readonly main: string;
  /** By file name without folder. */
  readonly files: Readonly<Record<string, string | Uint8Array>>;
  /** The edition's publication, written into the PDF as its date. */
  readonly createdAt: Instant;
}

/** A text with its language where that differs from the document's, and where it leads. */
export interface Phrase {
  readonly text: string;
  readonly lang: string | null;
  readonly to?: string;
}

/** Running text with its language where that differs from the document's. */
export interface Passage {
  readonly lang: string | null;
  readonly prose: readonly Prose[];
}

/** A picture in `files` with the words that stand for it. */
export interface Picture {
  readonly file: string;
  readonly alt: string;
}

export interface Fact {
  readonly term: string;
  readonly values: readonly Phrase[];
  /** Set in a monospaced way, may break anywhere: a fingerprint. */
  readonly code?: boolean;
}

/** The answer to "Are we doing what we promised?" of a node or the plan. */
export interface Measure {
  readonly question: string;
  readonly mark: DeliveryVerdict | null;
  /** `Behind: 47 %`; the figure is the edition's decimal. */
  readonly say: string;
  readonly bar: Picture | null;
  /** Short sentences under it: range, who reported, expected, promised. */
  readonly lines: readonly string[];
}

export interface TaskRow {
  readonly code: string;
  readonly title: Phrase;
  readonly units: readonly Phrase[];
  readonly dates: readonly string[];
  readonly mark: DeliveryVerdict;
  readonly word: string;
  /** `64 %`, or null when there is nothing to show. */
  readonly progress: string | null;
  readonly planned: string | null;
  /** Shares 0 to 1 for the small bar (decoration beside the figures); null without one. */
  readonly bar: { readonly done: number; readonly expected: number | null } | null;
  readonly notes: readonly { readonly term: string; readonly value: Passage }[];
}

export interface GoalRow {
  readonly code: string;
  readonly title: Phrase;
  readonly mark: DeliveryVerdict;
  readonly word: string;
  readonly figure: string;
  readonly range: string;
}

export type Block =
  | { readonly kind: 'heading'; readonly level: number; readonly text: string; readonly newPage: boolean }
  | {
      readonly kind: 'goal';
      /** Level of the heading, 1 to 6. */
      readonly level: number;
      /** Depth in the plan from 0: the look of the heading, whatever its level is. */
      readonly rank: number;
      /** The city's name of the level. */
      readonly label: string;
      readonly code: string | null;
      readonly title: Phrase;
      /** Areas and the like, under the title. */
      readonly under: readonly Phrase[];
      readonly newPage: boolean;
      /** A goal of which the plan says nothing but the title: one row with a hairline. */
      readonly bare: boolean;
      /** Kept at the end of a bare row: the mark of delivery and its word. */
      readonly mark: DeliveryVerdict | null;
      readonly word: string | null;
    }
  | {
      readonly kind: 'statement';
      readonly label: string;
      readonly level: number;
      readonly large: boolean;
      readonly passage: Passage;
    }
  | { readonly kind: 'prose'; readonly size: 'lead' | 'body' | 'small'; readonly passage: Passage }
  | { readonly kind: 'facts'; readonly items: readonly Fact[]; readonly receipt?: boolean }
  | { readonly kind: 'measure'; readonly measure: Measure }
  | {
      readonly kind: 'questions';
      readonly measure: Measure;
      readonly working: { readonly question: string; readonly say: string };
    }
  | { readonly kind: 'tasks'; readonly head: readonly string[]; readonly rows: readonly TaskRow[] }
  | { readonly kind: 'goals'; readonly head: readonly string[]; readonly rows: readonly GoalRow[] }
  | { readonly kind: 'list'; readonly items: readonly Phrase[] }
  | {
      readonly kind: 'counts';
      readonly items: readonly {
        readonly mark: DeliveryVerdict;
        readonly word: string;
        readonly count: string | null;
      }[];
    };

/** The data of the template, written as `data.json`. */
export interface DocumentData {
  readonly lang: string;
  readonly title: string;
  /** None in a document that the city did not make. */
  readonly author: readonly string[];
  readonly description: string;
  readonly createdAt: readonly [number, number, number, number, number, number];
  readonly accent: string;
  readonly wash: string;
  readonly running: {
    readonly left: string;
    readonly right: string;
    readonly edition: string;
    /** `{n} of {of}`, with both names in braces. */
    readonly page: string;
    /** Share of the horizon that has passed; null when its start is not known. */
    readonly elapsed: number | null;
  };
  readonly opening: {
    /** A page of its own, or the head of the first page. */
    readonly kind: 'cover' | 'head';
    readonly city: Phrase;
    readonly arms: Picture | null;
    readonly label: Phrase | null;
    readonly title: Phrase;
    readonly lead: Phrase | null;
    readonly horizon: Picture | null;
    readonly period: string;
    readonly edition: readonly string[];
    readonly notice: string | null;
  };
  readonly contents: { readonly title: string; readonly depth: number } | null;
  readonly blocks: readonly Block[];
}
