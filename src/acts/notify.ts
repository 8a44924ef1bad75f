/** Tells persons what happened to the goals and tasks that are their own. */

import type { DatabaseTransaction } from '../database/engine.ts';
import { appointmentsIn } from '../database/person.ts';
import type { City, CivilDate, Id, Plan, Texts } from '../model/plan.ts';
import type { PlanPatch } from '../model/plan-patch.ts';
import { isCurrent, unitsBelow } from '../model/role.ts';
import { instant } from '../system/clock.ts';
import { civilDate } from '../text/date.ts';
import type { CityActing } from './acting.ts';
import { tell } from './tell.ts';
import type { NewNotification } from './tell.ts';

/** More than so many at once are told as a number. */
const ONE_BY_ONE = 3;

interface Thing {
  readonly id: Id;
  readonly unitIds: readonly Id[];
}

/**
 * Whose own a thing is: who has a role for it by name, or for a unit that answers for it or lies above it. Roles in the
 * whole city make nothing one's own.
 */
export async function ownersOf(
  tx: DatabaseTransaction,
  city: City,
  today: CivilDate,
): Promise<(thing: Thing) => ReadonlySet<Id>> {
  const held = (await appointmentsIn(tx, city.id)).filter(
    (a) => isCurrent(a, today) && (a.unitId !== null || a.itemIds.length > 0),
  );
  const reaches = held.map((a) => ({
    personId: a.personId,
    items: new Set(a.itemIds),
    units: a.unitId !== null && a.itemIds.length === 0 ? unitsBelow(a.unitId, city.units) : new Set<Id>(),
  }));
  return ({ id, unitIds }) =>
    new Set(
      reaches
        .filter(({ items, units }) => items.has(id) || unitIds.some((unit) => units.has(unit)))
        .map(({ personId }) => personId),
    );
}

/** After a change of a plan: each owner but the one who acts. */
export async function tellOwners(
  tx: DatabaseTransaction,
  acting: CityActing,
  city: City,
  plan: Pick<Plan, 'id' | 'nodes' | 'tasks'>,
  patch: Pick<PlanPatch, 'nodes' | 'tasks'>,
): Promise<void> {
  const at = instant(acting.clock);
  const owners = await ownersOf(tx, city, civilDate(at, city.timeZone));
  const touched = new Set([...patch.nodes, ...patch.tasks].map(({ id }) => id));
  const mine = new Map<
    Id,
    { readonly id: Id; readonly code: string | null; readonly title: Texts | null }[]
  >();
  for (const item of [...plan.nodes, ...plan.tasks])
    if (touched.has(item.id))
      for (const personId of owners(item))
        if (personId !== acting.member.personId) mine.set(personId, [...(mine.get(personId) ?? []), item]);
  const common = { cityId: city.id, planId: plan.id, at };
  await tell(
    tx,
    acting,
    [...mine].flatMap(([personId, items]): NewNotification[] =>
      items.length > ONE_BY_ONE
        ? [{ ...common, personId, kind: 'items-changed', thingId: null, values: { count: items.length } }]
        : items.map((item) => ({
            ...common,
            personId,
            kind: 'item-changed',
            thingId: item.id,
            values: { label: labelOf(item, city) },
          })),
    ),
  );
}

/** Code and title in the city's main language. */
export function labelOf(
  { code, title }: { readonly code: string | null; readonly title: Texts | null },
  { languages }: Pick<City, 'languages'>,
): string {
  const texts = title ?? {};
  const text = [...languages, ...Object.keys(texts)].map((language) => texts[language]).find(Boolean) ?? '';
  return [code, text].filter(Boolean).join(' ');
}
