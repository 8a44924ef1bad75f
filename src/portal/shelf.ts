/**
 * The shelf: all editions in order, each looked up once and remembered with the edition it belongs to. Pages ask
 * here for a city, a plan, an edition, an item by code or id, its children, tasks and figures.
 */
import type {
  Edition,
  EditionCity,
  EditionNode,
  EditionTask,
  EditionUnit,
  Id,
  NodeDelivery,
  TaskDelivery,
  Texts,
} from '../edition/edition.ts';
import { codeSegment, type ItemRef } from './addresses.ts';

export type Item =
  | { readonly type: 'node'; readonly id: Id; readonly code: string | null; readonly node: EditionNode }
  | { readonly type: 'task'; readonly id: Id; readonly code: string | null; readonly task: EditionTask };

export interface Shelf {
  /** By the order in which their first edition stands in the array. */
  readonly cities: readonly CityShelf[];
  city(slug: string): CityShelf | undefined;
  plan(city: string, plan: string): PlanShelf | undefined;
}

export interface CityShelf {
  readonly slug: string;
  /** As in the edition published last. */
  readonly city: EditionCity;
  readonly plans: readonly PlanShelf[];
}

export interface PlanShelf {
  readonly citySlug: string;
  readonly slug: string;
  /** Ascending by number; never empty. */
  readonly editions: readonly Edition[];
  readonly newest: Edition;
  edition(number: number): Edition | undefined;
  /** The newest edition that has the item, for permanent addresses of what a later edition left out. */
  last(id: Id): Edition | undefined;
  /** Items that the code meant, newest meaning first, each with the newest edition in which it did. */
  meanings(code: string): readonly { readonly item: Item; readonly edition: Edition }[];
}

const shelves = new WeakMap<readonly Edition[], Shelf>();

/** The shelf of an array of editions: ascending by number per plan, plans in any order. */
export function shelf(editions: readonly Edition[]): Shelf {
  let made = shelves.get(editions);
  if (!made) shelves.set(editions, (made = makeShelf(editions)));
  return made;
}

function makeShelf(editions: readonly Edition[]): Shelf {
  const plans = new Map<string, Edition[]>();
  for (const edition of editions) {
    const key = `${edition.city.slug}/${edition.plan.slug}`;
    const list = plans.get(key);
    if (list) list.push(edition);
    else plans.set(key, [edition]);
  }
  const planShelves = new Map([...plans].map(([key, list]) => [key, makePlan(list)]));
  const cities = new Map<string, CityShelf>();
  for (const slug of new Set(editions.map((e) => e.city.slug))) {
    const own = [...planShelves.values()].filter((p) => p.citySlug === slug);
    const latest = own.map((p) => p.newest).toSorted((a, b) => (a.publishedAt < b.publishedAt ? 1 : -1))[0]!;
    cities.set(slug, { slug, city: latest.city, plans: own });
  }
  return {
    cities: [...cities.values()],
    city: (slug) => cities.get(slug),
    plan: (city, plan) => planShelves.get(`${city}/${plan}`),
  };
}

function makePlan(list: readonly Edition[]): PlanShelf {
  const editions = list.toSorted((a, b) => a.number - b.number);
  const newest = editions.at(-1)!;
  const backwards = editions.toReversed();
  return {
    citySlug: newest.city.slug,
    slug: newest.plan.slug,
    editions,
    newest,
    edition: (number) => editions.find((e) => e.number === number),
    last: (id) => backwards.find((e) => indexOf(e).item(id)),
    meanings(code) {
      const found = new Map<Id, { readonly item: Item; readonly edition: Edition }>();
      for (const edition of backwards) {
        const item = indexOf(edition).coded(code);
        if (item && !found.has(item.id)) found.set(item.id, { item, edition });
      }
      return [...found.values()];
    },
  };
}

/** Everything about one edition that pages look up. */
export interface EditionIndex {
  readonly edition: Edition;
  readonly roots: readonly EditionNode[];
  item(id: Id): Item | undefined;
  /** The item whose printed code it is; with a code given twice, the first. */
  coded(code: string): Item | undefined;
  node(id: Id): EditionNode | undefined;
  task(id: Id): EditionTask | undefined;
  children(id: Id): readonly EditionNode[];
  tasks(nodeId: Id): readonly EditionTask[];
  /** The nodes above an item, the highest first. */
  above(item: Item): readonly EditionNode[];
  delivery(nodeId: Id): NodeDelivery | undefined;
  taskDelivery(taskId: Id): TaskDelivery | undefined;
  unit(id: Id): EditionUnit | undefined;
  /** Name of a group and its grouping. */
  group(id: Id): { readonly name: Texts | null; readonly singular: Texts } | undefined;
  /** Items with a link of a kind to this one. */
  linkedFrom(id: Id): readonly { readonly kind: 'supports' | 'depends-on' | 'serves'; readonly item: Item }[];
  /** How the item is addressed: by its code when the code is its own and can be a segment, else by id. */
  ref(item: Item): ItemRef;
}

const indexes = new WeakMap<Edition, EditionIndex>();

export function indexOf(edition: Edition): EditionIndex {
  let made = indexes.get(edition);
  if (!made) indexes.set(edition, (made = makeIndex(edition)));
  return made;
}

function makeIndex(edition: Edition): EditionIndex {
  const items = new Map<Id, Item>();
  const byCode = new Map<string, Item>();
  const children = new Map<Id | null, EditionNode[]>();
  const tasks = new Map<Id, EditionTask[]>();
  const links = new Map<Id, { kind: 'supports' | 'depends-on' | 'serves'; item: Item }[]>();
  const add = (item: Item, own: EditionNode | EditionTask): void => {
    items.set(item.id, item);
    if (item.code !== null && !byCode.has(item.code)) byCode.set(item.code, item);
    for (const link of own.links) push(links, link.toId, { kind: link.kind, item });
  };
  for (const node of edition.nodes) {
    add({ type: 'node', id: node.id, code: node.code, node }, node);
    push(children, node.parentId, node);
  }
  for (const task of edition.tasks) {
    add({ type: 'task', id: task.id, code: task.code, task }, task);
    push(tasks, task.nodeId, task);
  }
  const { delivery } = edition.results;
  const figures = new Map(delivery.nodes.map((d) => [d.id, d]));
  const taskFigures = new Map(delivery.tasks.map((d) => [d.id, d]));
  const units = new Map(edition.units.map((u) => [u.id, u]));
  const groups = new Map(
    edition.groupings.flatMap((g) =>
      g.groups.map((one) => [one.id, { name: one.name, singular: g.singular }] as const),
    ),
  );
  const node = (id: Id): EditionNode | undefined => {
    const item = items.get(id);
    return item?.type === 'node' ? item.node : undefined;
  };
  const refs = new Map<Item, ItemRef>();
  const refOf = (item: Item): ItemRef => {
    const segment = item.code === null ? null : codeSegment(item.code);
    return segment !== null && byCode.get(segment) === item ? { code: segment } : { id: item.id };
  };
  return {
    edition,
    roots: children.get(null) ?? [],
    item: (id) => items.get(id),
    coded: (code) => byCode.get(code),
    node,
    task: (id) => {
      const item = items.get(id);
      return item?.type === 'task' ? item.task : undefined;
    },
    children: (id) => children.get(id) ?? [],
    tasks: (id) => tasks.get(id) ?? [],
    above(item) {
      const list: EditionNode[] = [];
      let up = item.type === 'node' ? item.node.parentId : item.task.nodeId;
      for (let next = up === null ? undefined : node(up); next && !list.includes(next);) {
        list.unshift(next);
        up = next.parentId;
        next = up === null ? undefined : node(up);
      }
      return list;
    },
    delivery: (id) => figures.get(id),
    taskDelivery: (id) => taskFigures.get(id),
    unit: (id) => units.get(id),
    group: (id) => groups.get(id),
    linkedFrom: (id) => links.get(id) ?? [],
    ref(item) {
      let made = refs.get(item);
      if (!made) refs.set(item, (made = refOf(item)));
      return made;
    },
  };
}

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
