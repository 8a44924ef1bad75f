/** Changes the fields of a goal or task; whoever edits an older version is shown both. */

import { versionOf } from '../database/bin.ts';
import { deleteDraft } from '../database/draft.ts';
import { inCity } from '../database/tenant.ts';
import type { Basis } from '../model/basis.ts';
import { decided, fieldsOf, itemOf, withFields } from '../model/item.ts';
import type { Item, ItemFields } from '../model/item.ts';
import type { Id, Plan } from '../model/plan.ts';
import { isRefusal, refusal } from '../problem.ts';
import type { Refusal } from '../problem.ts';
import type { CityActing, Unfit } from './acting.ts';
import { isUnfit } from './acting.ts';
import { changePlanWithin } from './change-plan.ts';

export interface ItemEdit {
  readonly planId: Id;
  readonly itemId: Id;
  /** The version that the person had before them. */
  readonly version: number;
  /** The fields as they were then, and as they shall be. */
  readonly base: ItemFields;
  readonly fields: ItemFields;
  /** By field, whose text holds where both changed it. */
  readonly choices: Readonly<Record<string, 'mine' | 'theirs'>>;
  readonly languages: readonly string[];
  readonly basis: Basis | null;
}

/** Somebody saved meanwhile: nothing was written, a person must look at both versions. */
export interface Overtaken {
  readonly overtaken: true;
  readonly version: number;
  readonly theirs: ItemFields;
}

export function isOvertaken(answer: unknown): answer is Overtaken {
  return typeof answer === 'object' && answer !== null && 'overtaken' in answer;
}

/** `choices` speak of the version `version`; a newer one asks again. */
export function editItem(
  acting: CityActing,
  edit: ItemEdit,
): Promise<{ readonly outcome: 'saved' | 'unchanged' } | Overtaken | Refusal | Unfit> {
  const { planId, itemId, languages } = edit;
  return inCity(acting.database, acting.cityId, async (tx) => {
    let overtaken: Overtaken | null = null;
    const done = await changePlanWithin(
      tx,
      acting,
      { planId, act: 'edit', deed: 'edit-item', thingId: itemId, basis: edit.basis },
      async (plan) => {
        const item = itemOf(plan, itemId);
        const version = await versionOf(tx, acting.cityId, planId, itemId);
        if (!item || version === null) return refusal('item-gone');
        const theirs = fieldsOf(item, languages);
        const { fields, open } = decided(edit.base, edit.fields, theirs, edit.choices);
        if (version !== edit.version || open.length > 0) {
          overtaken = { overtaken: true, version, theirs };
          return plan;
        }
        const read = withFields(item, fields, languages);
        return 'problems' in read ? read : withItem(plan, read.item);
      },
    );
    if (overtaken) return overtaken;
    if (isRefusal(done) || isUnfit(done)) return done;
    await deleteDraft(tx, acting.cityId, acting.member.personId, 'item', itemId);
    return { outcome: done.before === done.after ? 'unchanged' : 'saved' };
  });
}

function withItem(plan: Plan, item: Item): Plan {
  const { kind, ...rest } = item;
  return kind === 'node'
    ? { ...plan, nodes: plan.nodes.map((one) => (one.id === item.id ? (rest as typeof one) : one)) }
    : { ...plan, tasks: plan.tasks.map((one) => (one.id === item.id ? (rest as typeof one) : one)) };
}
