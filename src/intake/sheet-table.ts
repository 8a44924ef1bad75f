/** A plan as the table that an import reads back without a change, and the empty table that shows its columns. */
import type { City, Plan } from '../model/plan.ts';
import { treeOf } from '../model/tree.ts';
import { show } from './sheet-cell.ts';
import type { Around, Item } from './sheet-cell.ts';
import { fieldOf, targetsOf } from './sheet-mapping.ts';

/** Columns that the export does without: it gives `level` and the parent's id and code instead. */
const OTHER = /^level_(?:\d|name_)/u;

/** The header of the export and the template. */
export function tableHeader(city: City): readonly string[] {
  return targetsOf(city.languages).filter((target) => !OTHER.test(target));
}

/** Header and one row a goal or task, a goal's tasks under it. */
export function planTable(city: City, plan: Plan): readonly (readonly string[])[] {
  const tree = treeOf(plan);
  const around: Around = { city, plan, node: tree.node, idOf: (id) => id };
  const fields = tableHeader(city).map((target) => fieldOf(target)!);
  const row = (item: Item): readonly string[] => fields.map((field) => show(item, field, around));
  return [
    tableHeader(city),
    ...tree.order.flatMap((node) => [
      row({ kind: 'node', it: node }),
      ...tree.tasks(node.id).map((task) => row({ kind: 'task', it: task })),
    ]),
  ];
}
