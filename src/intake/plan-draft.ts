/** A new plan on its way in: the source as read, what it proposes, and what a person has edited so far. */
import { editAll } from './edit.ts';
import type { Edit } from './edit.ts';
import { outlineOf } from './edit-row.ts';
import type { Outline } from './edit-row.ts';
import { fold, words } from './characters.ts';
import { levelName } from './level.ts';
import { proposePlan } from './proposal.ts';
import type { Proposal } from './proposal.ts';
import type { Grid } from './csv.ts';
import { readDocument } from './read.ts';
import { tableHtml } from './sheet-html.ts';
import { levelsProposal } from './sheet-proposal.ts';
import { languageOf } from '../text/language.ts';

export interface PlanDraft {
  /** Name of the file; null for pasted text and a plan begun empty. */
  readonly fileName: string | null;
  /** `text`, `html`, `markdown`, `csv`, `xlsx`, or `none` for a plan begun empty. */
  readonly format: string;
  /** SHA-256 of the bytes that were given. */
  readonly hash: string;
  /** The text as read, line by line. */
  readonly lines: readonly string[];
  readonly proposal: Proposal;
  /** In the order they were made; the last is the one that is undone. */
  readonly edits: readonly Edit[];
  /** Language of the source, BCP 47 primary tag. */
  readonly language: string;
  /** Where the source was found, '' when not known, and the day it was read. */
  readonly address: string;
  readonly retrievedOn: string;
}

const NOTHING: Proposal = {
  title: '',
  levels: [],
  nodes: [],
  unclassified: [],
  untaken: [],
  announcements: [],
  problems: [],
};

/** Reads a document and proposes; levels get their names in the source's language. */
export function beginDraft(
  source: Uint8Array | string,
  given: Pick<PlanDraft, 'fileName' | 'hash' | 'address' | 'retrievedOn'> & { readonly mainLanguage: string },
): PlanDraft {
  const document = readDocument(source, given.fileName === null ? {} : { name: given.fileName });
  const { mainLanguage, ...rest } = given;
  const language = languageOf(document.lines.join('\n')) ?? mainLanguage;
  return {
    ...rest,
    format: document.format,
    lines: document.lines,
    proposal: proposePlan(document),
    edits: [],
    language,
  };
}

/** The same from a sheet: its rows are the lines, its columns the levels. */
export function beginSheetDraft(
  grid: Grid,
  format: 'csv' | 'xlsx',
  given: Pick<PlanDraft, 'fileName' | 'hash' | 'address' | 'retrievedOn'> & { readonly mainLanguage: string },
): PlanDraft {
  const draft = beginDraft(tableHtml(grid), { ...given, fileName: 'sheet.html' });
  return {
    ...draft,
    fileName: given.fileName,
    format,
    proposal: levelsProposal(grid, draft.proposal) ?? draft.proposal,
  };
}

/** A plan begun with nothing but its levels' names. */
export function emptyDraft(
  given: Pick<PlanDraft, 'hash' | 'address' | 'retrievedOn' | 'language'>,
  levels: Proposal['levels'],
): PlanDraft {
  return {
    ...given,
    fileName: null,
    format: 'none',
    lines: [],
    proposal: { ...NOTHING, levels },
    edits: [],
  };
}

/** What the edits have made of it. */
export function outlineNow(draft: PlanDraft): Outline {
  return editAll(outlineOf(draft.proposal, draft.lines), draft.edits);
}

/** Singular and plural of a level as the plan will have them. */
export function nameOfLevel(
  outline: Outline,
  depth: number,
  language: string,
): { readonly singular: string; readonly plural: string } {
  return levelName(outline.levels[depth] ?? { name: '', printed: '' }, depth, language);
}

/** A part of an address from a title: small letters, digits and hyphens; whole words, at most 40 characters. */
export function slugOf(title: string): string {
  let slug = '';
  for (const word of words(fold(title), 12)) {
    const plain = word.replaceAll(/[^a-z0-9]+/gu, '');
    if (plain === '') continue;
    if (slug.length + plain.length > 40) break;
    slug += (slug === '' ? '' : '-') + plain;
  }
  return slug;
}
