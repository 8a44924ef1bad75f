/** Makes a plan of a draft as a person has edited it: plan, receipt and audit entry in one transaction. */

import { insertAudit } from '../database/audit.ts';
import { cityById } from '../database/city.ts';
import { importDraft, removeImportDraft } from '../database/import-draft.ts';
import { insertPlan, planBySlug } from '../database/plan.ts';
import { insertReceipt } from '../database/receipt.ts';
import { inCity } from '../database/tenant.ts';
import { adopt } from '../intake/adopt.ts';
import { toProposal } from '../intake/edit-row.ts';
import { nameOfLevel, outlineNow } from '../intake/plan-draft.ts';
import type { PlanDraft } from '../intake/plan-draft.ts';
import { blockingProblems } from '../model/check.ts';
import type { Id, Plan } from '../model/plan.ts';
import { refusal } from '../problem.ts';
import type { Refusal } from '../problem.ts';
import { instant } from '../system/clock.ts';
import type { CityActing, Unfit } from './acting.ts';
import { mayImport } from './keep-import.ts';

export interface SavePlanRequest {
  readonly draftId: Id;
  /** The version that was shown. */
  readonly version: number;
  readonly slug: string;
  readonly title: string;
  /** Year of the first and last day; the first may be unknown. */
  readonly startYear: number | null;
  readonly endYear: number;
}

export interface SavePlanAnswer {
  readonly planId: Id;
  readonly slug: string;
  readonly nodes: number;
}

/** A slug that is taken is a problem at its field; a draft changed in another window refuses. */
export async function saveImportedPlan(
  acting: CityActing,
  request: SavePlanRequest,
): Promise<SavePlanAnswer | Refusal | Unfit> {
  const { cityId, member, newId } = acting;
  return inCity(acting.database, cityId, async (tx) => {
    const may = await mayImport(tx, acting);
    if (may !== true) return may;
    const city = (await cityById(tx, cityId))!;
    const kept = await importDraft(tx, cityId, member.personId, 'import', request.draftId);
    if (!kept) return refusal('draft-gone');
    if (kept.version !== request.version) return refusal('draft-changed');
    if (await planBySlug(tx, cityId, request.slug))
      return { problems: [{ code: 'slug-taken', place: { field: 'slug' }, values: { slug: request.slug } }] };
    const draft = JSON.parse(kept.state) as PlanDraft;
    const plan = planOf(draft, request, newId);
    const problems = blockingProblems(city, plan);
    if (problems.length > 0) return { problems };
    await insertPlan(tx, cityId, plan);
    const receiptId = newId();
    const at = instant(acting.clock);
    await insertReceipt(tx, cityId, {
      id: receiptId,
      planId: plan.id,
      personId: member.personId,
      at,
      fileName: draft.fileName,
      fileHash: draft.hash,
      format: draft.format,
      counts: { created: plan.nodes.length, edits: draft.edits.length },
      decisions: draft.edits,
      before: null,
      undoneAt: null,
    });
    await insertAudit(tx, {
      id: newId(),
      cityId,
      at,
      who: acting.who,
      act: 'import-plan',
      thing: 'plan',
      thingId: plan.id,
      planId: plan.id,
      personId: member.personId,
      before: null,
      after: { plan: plan.slug, nodes: plan.nodes.length, source: draft.hash, receipt: receiptId },
    });
    await removeImportDraft(tx, cityId, member.personId, 'import', request.draftId);
    return { planId: plan.id, slug: plan.slug, nodes: plan.nodes.length };
  });
}

function planOf(draft: PlanDraft, request: SavePlanRequest, newId: () => Id): Plan {
  const outline = outlineNow(draft);
  const { horizonStart: _, ...proposal } = toProposal(outline, draft.proposal);
  const { language } = draft;
  const title = { [language]: request.title };
  const plan = adopt(
    { ...proposal, title: request.title, horizonYear: request.endYear },
    {
      planSlug: request.slug,
      language,
      newId,
      retrievedOn: draft.retrievedOn,
      address: draft.address || null,
      sourceHash: draft.hash,
      horizonYear: request.endYear,
      title,
      levels: proposal.levels.map((_level, depth) => {
        const { singular, plural } = nameOfLevel(outline, depth, language);
        return { singular: { [language]: singular }, plural: { [language]: plural } };
      }),
    },
  );
  const startOn = request.startYear === null ? null : `${request.startYear}-01-01`;
  return {
    ...plan,
    horizon: { ...plan.horizon, startOn },
    source: draft.format === 'none' ? null : { ...plan.source!, title: sourceTitle(draft) },
  };
}

/** The document's own title, not the one that a person gave the plan. */
function sourceTitle({ proposal, language }: PlanDraft): Plan['title'] | null {
  return proposal.title === '' ? null : { [language]: proposal.title };
}
