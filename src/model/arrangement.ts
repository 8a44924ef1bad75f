/** The acts on the tree as data: what a form asks for, a preview shows and an act does. */
import type { Refusal } from '../problem.ts';
import { isRefusal } from '../problem.ts';
import {
  addNode,
  addTask,
  demoteNode,
  mergeThing,
  moveThing,
  promoteNode,
  removeThing,
  splitThing,
  stepThing,
  stopTask,
} from './arrange.ts';
import type { Split, Target } from './arrange.ts';
import type { Id, Plan, Texts } from './plan.ts';
import { recoded } from './recode.ts';

export type Arrangement =
  | ({ readonly kind: 'move'; readonly id: Id } & Target)
  | { readonly kind: 'promote' | 'demote' | 'up' | 'down' | 'remove'; readonly id: Id }
  | { readonly kind: 'merge'; readonly id: Id; readonly intoId: Id; readonly reason: Texts }
  | ({ readonly kind: 'split'; readonly id: Id } & Split)
  | { readonly kind: 'stop'; readonly id: Id; readonly reason: Texts }
  | {
      readonly kind: 'add';
      readonly id: Id;
      readonly of: 'node' | 'task';
      readonly parentId: Id | null;
      readonly title: Texts;
    };
export type ArrangementKind = Arrangement['kind'];

/** `keep`: codes stay as printed, as they mostly do in an adopted plan. */
export type Codes = 'renumber' | 'keep';

/** The plan afterwards, or why not. A new thing gets its code either way. */
export function arranged(plan: Plan, what: Arrangement, codes: Codes): Plan | Refusal {
  const after = rearranged(plan, what);
  if (isRefusal(after) || what.kind === 'stop') return after;
  const numbered = recoded(plan, after);
  if (codes === 'renumber') return numbered;
  if (what.kind !== 'add' && what.kind !== 'split') return after;
  // What is there keeps its code; the new thing takes the next one.
  const old = new Map([...plan.nodes, ...plan.tasks].map((thing) => [thing.id, thing.code]));
  const kept = <T extends { readonly id: Id; readonly code: string | null }>(thing: T): T => {
    const code = old.get(thing.id);
    return code === undefined ? (what.kind === 'add' ? thing : { ...thing, code: null }) : { ...thing, code };
  };
  return { ...numbered, nodes: numbered.nodes.map(kept), tasks: numbered.tasks.map(kept) };
}

function rearranged(plan: Plan, what: Arrangement): Plan | Refusal {
  switch (what.kind) {
    case 'move':
      return moveThing(plan, what.id, what);
    case 'promote':
      return promoteNode(plan, what.id);
    case 'demote':
      return demoteNode(plan, what.id);
    case 'up':
      return stepThing(plan, what.id, -1);
    case 'down':
      return stepThing(plan, what.id, 1);
    case 'remove':
      return removeThing(plan, what.id);
    case 'merge':
      return mergeThing(plan, what.id, what.intoId, what.reason);
    case 'split':
      return splitThing(plan, what.id, what);
    case 'stop':
      return stopTask(plan, what.id, what.reason);
    case 'add':
      return what.of === 'task' && what.parentId !== null
        ? addTask(plan, what.id, what.parentId, what.title)
        : addNode(plan, what.id, what.parentId, what.title);
  }
}
