/** The plan's tree as data for the script that makes it draggable: what the plain list says, in fewer bytes. */
import type { Node, Task } from '../model/plan.ts';
import type { Problem } from '../problem.ts';
import { LOCALE_TAG } from '../text/locale.ts';
import { planEditingMessages } from '../text/plan-editing.ts';
import { treeMessages } from '../text/tree.ts';
import type { TreeMessages } from '../text/tree.ts';
import { to } from './addresses.ts';
import { belowText, lacksOf, unitsOf } from './plan-tree.tsx';
import type { PlanVisit } from './plan-visit.ts';
import { titleOf } from './plan-visit.ts';

/** Empty things are left out. */
export interface TreeItem {
  readonly id: string;
  readonly kind: 'node' | 'task';
  /** Of a node, from 0. */
  readonly level?: number;
  readonly code?: string;
  readonly title: string;
  /** Language of the title where it is not the page's. */
  readonly lang?: string;
  readonly units?: string;
  readonly lacks?: readonly string[];
  /** Of a task: its state and the state's name. */
  readonly state?: readonly [string, string];
  /** Of a node: how much is under it, in words. */
  readonly below?: string;
  /** Tasks first, then goals. */
  readonly children?: readonly TreeItem[];
}

export interface TreeData {
  readonly locale: string;
  /** Depth of the plan. */
  readonly levels: number;
  /** Opens with everything folded. */
  readonly folded: boolean;
  /** What happens to codes when something is moved. */
  readonly codes: 'keep' | 'renumber';
  /** Address of an item without its id; of the page that adds one. */
  readonly items: string;
  readonly add: string;
  /** `{}` stands for a name. */
  readonly words: TreeMessages &
    Record<'tree' | 'choose' | 'add' | 'addTo' | 'move' | 'moveIt' | 'undo', string>;
  readonly roots: readonly TreeItem[];
}

export function treeData(
  of: PlanVisit,
  folded: boolean,
  gaps: ReadonlyMap<string, readonly Problem[]>,
): TreeData {
  const { visit, params, plan, tree } = of;
  const t = planEditingMessages(visit.locale);
  const node = (one: Node): TreeItem => {
    const children = [...tree.tasks(one.id).map(task), ...tree.children(one.id).map(node)];
    return {
      ...common(of, one, gaps),
      kind: 'node',
      level: one.level,
      ...(children.length > 0 ? { children, below: belowText(of, one) } : {}),
    };
  };
  const task = (one: Task): TreeItem => ({
    ...common(of, one, gaps),
    kind: 'task',
    state: [one.state, t.taskStates[one.state]],
  });
  return {
    locale: LOCALE_TAG[visit.locale],
    levels: plan.levels.length,
    folded,
    codes: plan.state === 'in-force' ? 'keep' : 'renumber',
    items: to('item', { ...params, item: '' }),
    add: to('item', { ...params, item: 'new' }, { parent: '' }),
    words: {
      ...treeMessages(visit.locale),
      tree: t.tree,
      choose: t.choose('{}'),
      add: t.addUnder,
      addTo: t.addUnderName('{}'),
      move: t.move,
      moveIt: t.moveName('{}'),
      undo: t.undo,
    },
    roots: tree.roots.map(node),
  };
}

function common(
  of: PlanVisit,
  thing: Node | Task,
  gaps: ReadonlyMap<string, readonly Problem[]>,
): Omit<TreeItem, 'kind'> {
  const { text, lang } = titleOf(of.visit, thing);
  const units = unitsOf(of, thing);
  const lacks = lacksOf(of, thing, gaps);
  return {
    id: thing.id,
    title: text,
    ...(thing.code === null ? {} : { code: thing.code }),
    ...(lang === undefined ? {} : { lang }),
    ...(units === '' ? {} : { units }),
    ...(lacks.length === 0 ? {} : { lacks }),
  };
}
