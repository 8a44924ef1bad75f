/** Answers to a checklist of the law, each given by a person with its evidence. */

import type { Id } from '../model/plan.ts';
import type { DatabaseTransaction, Reader } from './engine.ts';

export const CHECKLIST_ANSWERS = ['yes', 'no', 'does-not-apply'] as const;

export interface ChecklistAnswer {
  readonly item: string;
  readonly answer: (typeof CHECKLIST_ANSWERS)[number];
  readonly evidence: string;
  readonly personId: Id;
  readonly at: string;
}

export async function checklistAnswers(
  db: Reader,
  cityId: Id,
  planId: Id,
  checklist: string,
): Promise<readonly (ChecklistAnswer & { readonly personName: string })[]> {
  return db
    .selectFrom('checklist_answer')
    .innerJoin('person', 'person.id', 'checklist_answer.person_id')
    .select([
      'checklist_answer.item',
      'checklist_answer.answer',
      'checklist_answer.evidence',
      'checklist_answer.person_id as personId',
      'checklist_answer.at',
      'person.name as personName',
    ])
    .where('checklist_answer.city_id', '=', cityId)
    .where('plan_id', '=', planId)
    .where('checklist', '=', checklist)
    .execute();
}

export async function putChecklistAnswer(
  tx: DatabaseTransaction,
  cityId: Id,
  planId: Id,
  checklist: string,
  { item, answer, evidence, personId, at }: ChecklistAnswer,
): Promise<void> {
  const given = { answer, evidence, person_id: personId, at };
  await tx
    .insertInto('checklist_answer')
    .values({ city_id: cityId, plan_id: planId, checklist, item, ...given })
    .onConflict((conflict) => conflict.columns(['plan_id', 'checklist', 'item']).doUpdateSet(given))
    .execute();
}
