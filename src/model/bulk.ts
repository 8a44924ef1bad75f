/** The same change to many goals and tasks at once. */
import type { CivilDate, Id, Node, Plan, Task, TaskState, Texts } from './plan.ts';

/** What is null stays as it is on every item. */
export interface BulkEdit {
  /** Becomes the first of the units, the one that answers. */
  readonly leadUnitId: Id | null;
  /** Goals alone have areas. */
  readonly addGroupId: Id | null;
  readonly removeGroupId: Id | null;
  /** Tasks alone have states. */
  readonly state: TaskState | null;
  readonly stateReason: Texts | null;
  readonly startOn: CivilDate | null;
  readonly endOn: CivilDate | null;
}

export function bulkEdited(plan: Plan, ids: readonly Id[], edit: BulkEdit): Plan {
  const chosen = new Set(ids);
  const shared = <T extends Node | Task>(thing: T): T => ({
    ...thing,
    unitIds:
      edit.leadUnitId === null
        ? thing.unitIds
        : [edit.leadUnitId, ...thing.unitIds.filter((id) => id !== edit.leadUnitId)],
    startOn: edit.startOn ?? thing.startOn,
    endOn: edit.endOn ?? thing.endOn,
  });
  const node = (one: Node): Node => {
    const kept = one.groupIds.filter((id) => id !== edit.removeGroupId);
    const added = edit.addGroupId !== null && !kept.includes(edit.addGroupId);
    return { ...shared(one), groupIds: added ? [...kept, edit.addGroupId] : kept };
  };
  const task = (one: Task): Task =>
    edit.state === null
      ? shared(one)
      : {
          ...shared(one),
          state: edit.state,
          stateReason: edit.stateReason ?? one.stateReason,
          mergedIntoId: null,
        };
  return {
    ...plan,
    nodes: plan.nodes.map((one) => (chosen.has(one.id) ? node(one) : one)),
    tasks: plan.tasks.map((one) => (chosen.has(one.id) ? task(one) : one)),
  };
}
