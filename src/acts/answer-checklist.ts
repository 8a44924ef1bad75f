/** A person's answer to an item of a checklist of the law, with its evidence. */

import { insertAudit } from '../database/audit.ts';
import { checklistAnswers, putChecklistAnswer } from '../database/checklist.ts';
import type { ChecklistAnswer } from '../database/checklist.ts';
import { cityById } from '../database/city.ts';
import { lockPlan } from '../database/plan.ts';
import { inCity } from '../database/tenant.ts';
import type { Id } from '../model/plan.ts';
import { can } from '../model/role.ts';
import { refusal } from '../problem.ts';
import type { Refusal } from '../problem.ts';
import { instant } from '../system/clock.ts';
import { civilDate } from '../text/date.ts';
import type { CityActing, Unfit } from './acting.ts';

export interface ChecklistAnswering {
  readonly planId: Id;
  readonly checklist: string;
  readonly item: string;
  readonly answer: ChecklistAnswer['answer'];
  readonly evidence: string;
}

/** A yes needs its place, a "does not apply" its reason. */
export function answerChecklist(
  acting: CityActing,
  { planId, checklist, item, answer, evidence }: ChecklistAnswering,
): Promise<{ readonly answered: true } | Refusal | Unfit> {
  const { cityId, member } = acting;
  return inCity(acting.database, cityId, async (tx) => {
    const at = instant(acting.clock);
    const city = await cityById(tx, cityId);
    if (!city || !(await lockPlan(tx, cityId, planId))) return refusal('plan-gone');
    const on = { today: civilDate(at, city.timeZone), units: city.units };
    const allowed = can(member, 'edit-plan', { cityId }, on);
    if (allowed !== true) return allowed;
    if (answer !== 'no' && evidence.trim() === '')
      return { problems: [{ code: 'evidence-required', place: { field: `evidence.${item}` }, values: {} }] };
    const before = (await checklistAnswers(tx, cityId, planId, checklist)).find((one) => one.item === item);
    await putChecklistAnswer(tx, cityId, planId, checklist, {
      item,
      answer,
      evidence,
      personId: member.personId,
      at,
    });
    await insertAudit(tx, {
      id: acting.newId(),
      cityId,
      at,
      who: acting.who,
      act: 'answer-checklist',
      thing: 'checklist-answer',
      thingId: null,
      planId,
      personId: member.personId,
      before: before ? { item, answer: before.answer, evidence: before.evidence } : null,
      after: { item, answer, evidence },
    });
    return { answered: true };
  });
}
