/** The document or picture of a subject: one door for the server and the export. */
import type { Edition, Id } from '../edition/edition.ts';
import type { Locale } from '../text/locale.ts';
import type { TypstDocument } from './document.ts';
import { goalsDocument } from './goals-document.ts';
import { nodeDocument } from './node-document.ts';
import { planDocument } from './plan-document.ts';

export interface DocumentSubject {
  readonly subject: 'plan' | 'goals' | 'node';
  /** The node or task; null for the plan and for all goals. */
  readonly id: Id | null;
  readonly locale: Locale;
}

/** The document about the subject, as of `edition`; `editions` are those of the same plan. */
export function documentOf(
  { subject, id, locale }: DocumentSubject,
  edition: Edition,
  editions: readonly Edition[],
  permalink: string | null,
): TypstDocument {
  const own = editions.filter((e) => e.plan.id === edition.plan.id);
  if (subject === 'goals') return goalsDocument(edition, own, locale, { permalink });
  if (subject === 'node' && id !== null) return nodeDocument(edition, own, locale, { id, permalink });
  return planDocument(edition, own, locale, { permalink });
}
