/** What an act on a plan changed, thing by thing and field by field: written, kept in the audit log, and undone from it. */
import type { Id, Node, Plan, Task } from './plan.ts';

/** The fields that differ. `before` null: the thing was not there (added, restored); `after` null: it is gone. */
export interface ThingPatch<T> {
  readonly id: Id;
  readonly before: Partial<T> | null;
  readonly after: Partial<T> | null;
}

export type PlanHeader = Omit<Plan, 'nodes' | 'tasks'>;

export interface PlanPatch {
  /** Of the plan's own fields; null when none differs. */
  readonly plan: { readonly before: Partial<PlanHeader>; readonly after: Partial<PlanHeader> } | null;
  readonly nodes: readonly ThingPatch<Node>[];
  readonly tasks: readonly ThingPatch<Task>[];
}

export const EMPTY_PATCH: PlanPatch = { plan: null, nodes: [], tasks: [] };

/** Empty when both plans say the same; the order of their lists says nothing. */
export function patchOf(before: Plan, after: Plan): PlanPatch {
  const { nodes: _n, tasks: _t, ...old } = before;
  const { nodes: _m, tasks: _u, ...now } = after;
  const fields = differing(old, now);
  return {
    plan: fields.length === 0 ? null : { before: chosen(old, fields), after: chosen(now, fields) },
    nodes: thingPatches(before.nodes, after.nodes),
    tasks: thingPatches(before.tasks, after.tasks),
  };
}

export function isEmptyPatch(patch: PlanPatch): boolean {
  return patch.plan === null && patch.nodes.length === 0 && patch.tasks.length === 0;
}

export function reversed(patch: PlanPatch): PlanPatch {
  const turn = <T>({ id, before, after }: ThingPatch<T>): ThingPatch<T> => ({
    id,
    before: after,
    after: before,
  });
  return {
    plan: patch.plan && { before: patch.plan.after, after: patch.plan.before },
    nodes: patch.nodes.map(turn),
    tasks: patch.tasks.map(turn),
  };
}

/** The plan with the patch done. Ask `strayed` first: what does not fit is overwritten. */
export function patched(plan: Plan, patch: PlanPatch): Plan {
  return {
    ...plan,
    ...patch.plan?.after,
    nodes: patchedThings(plan.nodes, patch.nodes),
    tasks: patchedThings(plan.tasks, patch.tasks),
  };
}

/** Ids of what no longer stands as the patch found it: somebody changed it since. The plan's id means its own fields. */
export function strayed(plan: Plan, patch: PlanPatch): readonly Id[] {
  const { nodes: _n, tasks: _t, ...header } = plan;
  return [
    ...(patch.plan && !holds(header, patch.plan.before) ? [plan.id] : []),
    ...strayedThings(plan.nodes, patch.nodes),
    ...strayedThings(plan.tasks, patch.tasks),
  ];
}

function thingPatches<T extends { readonly id: Id }>(
  before: readonly T[],
  after: readonly T[],
): readonly ThingPatch<T>[] {
  const now = new Map(after.map((thing) => [thing.id, thing]));
  const was = new Set(before.map(({ id }) => id));
  const found: ThingPatch<T>[] = [];
  for (const old of before) {
    const other = now.get(old.id);
    if (!other) found.push({ id: old.id, before: old, after: null });
    else if (other !== old) {
      const fields = differing(old, other);
      if (fields.length > 0)
        found.push({ id: old.id, before: chosen(old, fields), after: chosen(other, fields) });
    }
  }
  for (const thing of after) if (!was.has(thing.id)) found.push({ id: thing.id, before: null, after: thing });
  return found;
}

function patchedThings<T extends { readonly id: Id }>(
  things: readonly T[],
  patches: readonly ThingPatch<T>[],
): readonly T[] {
  if (patches.length === 0) return things;
  const byId = new Map(patches.map((patch) => [patch.id, patch]));
  const kept = things.flatMap((thing) => {
    const patch = byId.get(thing.id);
    if (!patch) return [thing];
    byId.delete(thing.id);
    return patch.after === null ? [] : [{ ...thing, ...patch.after }];
  });
  const added = [...byId.values()].flatMap(({ before, after }) =>
    before === null && after !== null ? [after as T] : [],
  );
  return [...kept, ...added];
}

function strayedThings<T extends { readonly id: Id }>(
  things: readonly T[],
  patches: readonly ThingPatch<T>[],
): readonly Id[] {
  const byId = new Map(things.map((thing) => [thing.id, thing]));
  return patches
    .filter(({ id, before }) => {
      const thing = byId.get(id);
      return before === null ? thing !== undefined : thing === undefined || !holds(thing, before);
    })
    .map(({ id }) => id);
}

function holds(thing: object, fields: object): boolean {
  return Object.entries(fields).every(([name, value]) => sameValue((thing as Fields)[name], value));
}

type Fields = Readonly<Record<string, unknown>>;

function differing<T extends object>(a: T, b: T): readonly (keyof T)[] {
  return (Object.keys({ ...a, ...b }) as (keyof T)[]).filter((name) => !sameValue(a[name], b[name]));
}

function chosen<T extends object>(thing: T, names: readonly (keyof T)[]): Partial<T> {
  return Object.fromEntries(names.map((name) => [name, thing[name]])) as Partial<T>;
}

/** The same JSON, whatever the order of its members. */
export function sameValue(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) || Array.isArray(b))
    return (
      Array.isArray(a) &&
      Array.isArray(b) &&
      a.length === b.length &&
      a.every((member, at) => sameValue(member, b[at]))
    );
  const names = new Set([...Object.keys(a), ...Object.keys(b)]);
  return [...names].every((name) => sameValue((a as Fields)[name], (b as Fields)[name]));
}
