/** Gaps of two sorts: what the source announces and does not give, and what a plan lacks that nobody announced. */
import type { EditionGap } from './edition.ts';

/** True when one of them is something that the source announces: only then may a heading say so. */
export function holdAnnounced(gaps: readonly EditionGap[]): boolean {
  return gaps.some(({ code }) => code.startsWith('announced-'));
}
