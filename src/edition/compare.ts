/** Comparing lists and headers of two editions: levels, groupings, groups, units, the city, and order. */
import { canonical } from './canonical.ts';
import type { Add, ChangeSubject } from './change.ts';
import type { Edition, Id, Texts } from './edition.ts';

export function compareLists(a: Edition, b: Edition, add: Add): void {
  const compareNamed = (
    subject: ChangeSubject,
    before: readonly { readonly id: Id; readonly name: Texts | null; readonly rest: unknown }[],
    after: readonly { readonly id: Id; readonly name: Texts | null; readonly rest: unknown }[],
  ): void => {
    for (const { id, before: old, after: now } of pairs(before, after)) {
      const base = { subject, id, code: null, title: (now ?? old).name } as const;
      if (!old || !now) add({ ...base, kind: now ? 'added' : 'removed', field: '', old: null, new: null });
      else {
        if (!same(old.name, now.name))
          add({ ...base, kind: 'renamed', field: 'name', old: old.name, new: now.name });
        if (!same(old.rest, now.rest))
          add({ ...base, kind: 'header', field: 'details', old: null, new: null });
      }
    }
    if (
      !sameOrder(
        before.map(({ id }) => id),
        after.map(({ id }) => id),
      )
    )
      add({
        kind: 'order',
        subject,
        id: b.plan.id,
        code: null,
        title: null,
        field: 'order',
        old: null,
        new: null,
      });
  };
  const levels = (edition: Edition) =>
    edition.levels.map(({ id, singular, plural }) => ({ id, name: singular, rest: plural }));
  const groupings = (edition: Edition) =>
    edition.groupings.map(({ id, singular, plural, announced }) => ({
      id,
      name: plural,
      rest: [singular, announced],
    }));
  const groups = (edition: Edition) =>
    edition.groupings.flatMap((grouping) =>
      grouping.groups.map(({ id, name }) => ({ id, name, rest: grouping.id })),
    );
  const units = (edition: Edition) =>
    edition.units.map(({ id, name, short, email, phone, parentId }) => ({
      id,
      name,
      rest: [short, email, phone, parentId],
    }));
  compareNamed('level', levels(a), levels(b));
  compareNamed('grouping', groupings(a), groupings(b));
  compareNamed('group', groups(a), groups(b));
  compareNamed('unit', units(a), units(b));
}

export function compareCity(a: Edition, b: Edition, add: Add): void {
  for (const field of Object.keys(b.city) as (keyof Edition['city'])[]) {
    if (same(a.city[field], b.city[field])) continue;
    const [old, now] = field === 'name' ? [a.city.name, b.city.name] : [null, null];
    add({
      kind: field === 'name' ? 'renamed' : 'header',
      subject: 'city',
      id: b.city.id,
      code: null,
      title: b.city.name,
      field,
      old,
      new: now,
    });
  }
}

/** Items of both lists by id: those that went first, in their order, then those of the newer list. */
export function pairs<T extends { readonly id: Id }>(before: readonly T[], after: readonly T[]) {
  const old = new Map(before.map((item) => [item.id, item]));
  const now = new Map(after.map((item) => [item.id, item]));
  return [
    ...before
      .filter(({ id }) => !now.has(id))
      .map((item) => ({ id: item.id, before: item, after: undefined })),
    ...after.map((item) => ({ id: item.id, before: old.get(item.id), after: item })),
  ];
}

/** Whether the ids that both lists hold stand in the same order. */
export function sameOrder(before: readonly Id[], after: readonly Id[]): boolean {
  const [old, now] = [new Set(before), new Set(after)];
  const kept = after.filter((id) => old.has(id));
  return before.filter((id) => now.has(id)).every((id, at) => id === kept[at]);
}

/** Whether two values are the same JSON. */
export function same(a: unknown, b: unknown): boolean {
  return a === b || canonical(a) === canonical(b);
}
