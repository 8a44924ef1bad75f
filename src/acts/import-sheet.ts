/** Puts a sheet into a plan as its preview showed it: the plan, the receipt and the audit entry in one transaction. */

import { importDraft, removeImportDraft } from '../database/import-draft.ts';
import { insertReceipt } from '../database/receipt.ts';
import { inCity } from '../database/tenant.ts';
import { sha256 } from '../edition/canonical.ts';
import { changesOf, digestText } from '../intake/sheet-changes.ts';
import type { SheetChanges } from '../intake/sheet-changes.ts';
import type { SheetDraft } from '../intake/sheet-draft.ts';
import type { Basis } from '../model/basis.ts';
import type { Id } from '../model/plan.ts';
import { isRefusal, refusal } from '../problem.ts';
import type { Refusal } from '../problem.ts';
import type { CityActing, Unfit } from './acting.ts';
import { isUnfit } from './acting.ts';
import { changePlanWithin } from './change-plan.ts';

export interface SheetImport {
  readonly planId: Id;
  /** Of the changes that the person saw. */
  readonly digest: string;
  readonly basis: Basis | null;
}

/** SHA-256 of what the changes do: equal in the preview and in the act, or the act is refused. */
export function digestOf(changes: SheetChanges): string {
  return sha256(new TextEncoder().encode(digestText(changes)));
}

/** Refused: `draft-gone`, `sheet-overtaken`, `sheet-not-whole`, `sheet-no-changes`; problems of the decision it rests on. */
export async function importSheet(
  acting: CityActing,
  { planId, digest, basis }: SheetImport,
): Promise<{ readonly receiptId: Id } | Refusal | Unfit> {
  const { cityId, member, newId } = acting;
  return inCity(acting.database, cityId, async (tx) => {
    const kept = await importDraft(tx, cityId, member.personId, 'import-sheet', planId);
    if (!kept) return refusal('draft-gone');
    const draft = JSON.parse(kept.state) as SheetDraft;
    let seen: { readonly counts: SheetChanges['counts']; readonly at: string } | null = null;
    const asked = { planId, act: 'import-sheet', deed: 'import', basis } as const;
    const done = await changePlanWithin(tx, acting, asked, (plan, { city, at }) => {
      const changes = changesOf(city, plan, draft, newId);
      seen = { counts: changes.counts, at };
      if (digestOf(changes) !== digest) return refusal('sheet-overtaken');
      if (draft.wholeOnly && isPartial(changes)) return refusal('sheet-not-whole');
      return changes.items.length === 0 ? refusal('sheet-no-changes') : changes.plan;
    });
    if (isRefusal(done) || isUnfit(done)) return done;
    const { counts, at } = seen!;
    const receiptId = newId();
    await insertReceipt(tx, cityId, {
      id: receiptId,
      planId,
      personId: member.personId,
      at,
      fileName: draft.fileName,
      fileHash: draft.hash,
      format: draft.format,
      counts: { ...counts },
      decisions: {
        headers: draft.grid.headers,
        mapping: draft.mapping,
        rows: draft.decisions,
        clearEmpty: draft.clearEmpty,
        wholeOnly: draft.wholeOnly,
      },
      before: done.patch,
      undoneAt: null,
    });
    await removeImportDraft(tx, cityId, member.personId, 'import-sheet', planId);
    return { receiptId };
  });
}

/** Whether some row or cell would stay out. */
export function isPartial({ counts }: Pick<SheetChanges, 'counts'>): boolean {
  return counts.reject + counts.undecided + counts.rejectedCells > 0;
}
