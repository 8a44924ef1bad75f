/** The plan while a sheet is read into it: what is there, what was made, how rows find their items and places. */
import type { City, Id, Node, Plan, Task } from '../model/plan.ts';
import { codeAbove, readCode } from './code.ts';
import type { Around, Item } from './sheet-cell.ts';
import { likeness } from './sheet-row.ts';
import type { SheetRow } from './sheet-row.ts';

/** How a row found its item. The last two leave a doubt. */
export type MatchedBy = 'id' | 'code-and-title' | 'place-and-title' | 'code' | 'title';

export type Match =
  | { readonly found: Item; readonly by: MatchedBy; readonly doubt: boolean }
  | { readonly found: null; readonly several: boolean };

/** `undefined`: the row says nothing of its place; `unknown`: it names a goal that is not there (yet). */
export type Place = Id | null | undefined | { readonly unknown: string } | { readonly several: string };

export class SheetWork {
  readonly city: City;
  readonly plan: Plan;
  readonly around: Around;
  private readonly newId: () => Id;
  /** Every item as it is now. */
  private readonly items = new Map<Id, Item>();
  private readonly before = new Map<Id, Item>();
  /** Also under codes that a goal had before the sheet. */
  private readonly nodesByCode = new Map<string, Id[]>();
  private readonly byCode = new Map<string, Id[]>();
  private readonly byTitle = new Map<string, Id[]>();
  private readonly below = new Map<Id | null, Id[]>();
  private readonly aliases = new Map<string, Id>();

  constructor(city: City, plan: Plan, newId: () => Id) {
    this.city = city;
    this.plan = plan;
    this.newId = newId;
    for (const it of plan.nodes) this.known({ kind: 'node', it });
    for (const it of plan.tasks) this.known({ kind: 'task', it });
    for (const [id, item] of this.items) this.before.set(id, item);
    this.around = {
      city,
      plan,
      node: (id) => {
        const item = this.items.get(id);
        return item?.kind === 'node' ? item.it : undefined;
      },
      idOf: (id) => (this.items.has(id) ? id : (this.aliases.get(id) ?? null)),
    };
  }

  get(id: Id): Item | undefined {
    return this.items.get(id);
  }

  /** As it stood before the sheet; null for what the sheet made. */
  original(id: Id): Item | null {
    return this.before.get(id) ?? null;
  }

  put(item: Item): void {
    this.items.set(item.it.id, item);
    this.noteCode(item);
  }

  /** The id that a file gives an item of its own. */
  alias(fileId: string, id: Id): void {
    if (fileId !== '' && !this.items.has(fileId)) this.aliases.set(fileId, id);
  }

  /** What was changed or made, in the order of the plan, then as made. */
  changed(): readonly { readonly before: Item | null; readonly after: Item }[] {
    const found: { before: Item | null; after: Item }[] = [];
    for (const [id, after] of this.items) {
      const before = this.before.get(id) ?? null;
      if (before !== after) found.push({ before, after });
    }
    return found;
  }

  /** The plan with everything as it is now. */
  planNow(): Plan {
    const all = [...this.items.values()];
    return {
      ...this.plan,
      nodes: all.flatMap((item) => (item.kind === 'node' ? [item.it] : [])),
      tasks: all.flatMap((item) => (item.kind === 'task' ? [item.it] : [])),
    };
  }

  /** By id; else by code and title, by title in its place; else, with a doubt, by code or title alone. */
  match(row: SheetRow, place: Place): Match {
    const id = row.text('id');
    const own = id === '' ? undefined : this.before.get(id);
    if (own) return { found: own, by: 'id', doubt: false };
    const code = row.isAbove ? '' : row.text('code');
    const fits = (key: Id): boolean => row.kind === null || this.before.get(key)!.kind === row.kind;
    const withCode = code === '' ? [] : (this.byCode.get(likeness(code)) ?? []).filter(fits);
    const withTitle = [
      ...new Set([...row.titles.values()].flatMap((title) => this.byTitle.get(likeness(title)) ?? [])),
    ].filter((key) => fits(key) && this.agrees(key, row));
    const sure = (found: Id, by: MatchedBy): Match => ({ found: this.before.get(found)!, by, doubt: false });
    const doubt = (found: Id, by: MatchedBy): Match => ({ found: this.before.get(found)!, by, doubt: true });
    const isPlace = place === null || typeof place === 'string';
    const here = (key: Id): boolean => isPlace && parentOf(this.before.get(key)!) === place;
    const both = withCode.filter((key) => withTitle.includes(key));
    if (both.length === 1) return sure(both[0]!, 'code-and-title');
    if (both.length > 1) {
      const placed = both.filter(here);
      return placed.length === 1 ? sure(placed[0]!, 'code-and-title') : { found: null, several: true };
    }
    const placed = withTitle.filter(here);
    if (placed.length === 1)
      return code === '' || (this.before.get(placed[0]!)!.it.code ?? '') === ''
        ? sure(placed[0]!, 'place-and-title')
        : doubt(placed[0]!, 'title');
    if (withCode.length === 1) return doubt(withCode[0]!, 'code');
    // A title in another place is another item when the row says where it stands.
    if (withCode.length === 0 && withTitle.length === 1 && !isPlace && place === undefined)
      return doubt(withTitle[0]!, 'title');
    return {
      found: null,
      several: withCode.length > 1 || (withTitle.length > 1 && place === undefined) || placed.length > 1,
    };
  }

  /** Where the row says that its item stands; goals of level columns are not made here. */
  placeOf(row: SheetRow): Place {
    const path = row.isAbove ? row.above.slice(0, -1) : row.above;
    if (row.above.length > 0) {
      if (path.length === 0) return null;
      let parent: Id | null = null;
      for (const one of path) {
        const found: Id | null = this.childTitled(parent, one.title);
        if (found === null) return { unknown: one.title };
        parent = found;
      }
      return parent;
    }
    const id = row.text('parent_id');
    if (id !== '') return this.around.idOf(id) ?? { unknown: id };
    const code = row.text('parent_code');
    if (code === '') return undefined;
    const found = this.withCode(code);
    // Some offices write the parent's identifier of their own there.
    return typeof found === 'object' && found !== null && 'unknown' in found
      ? (this.around.idOf(code) ?? found)
      : found;
  }

  /** The goal with this code, of the plan or just made. */
  withCode(code: string): Place {
    const wanted = likeness(code);
    const found = [...new Set(this.nodesByCode.get(wanted) ?? [])].filter(
      (id) => likeness(this.items.get(id)!.it.code ?? '') === wanted,
    );
    if (found.length > 1) return { several: code };
    return found[0] ?? { unknown: code };
  }

  /** The goal above by the code alone: "1" above "1.3". Undefined when the code says nothing. */
  aboveCode(code: string): Place {
    const above = codeAbove(code);
    if (above === '') return undefined;
    const place = this.withCode(above);
    return typeof place === 'string' ? place : undefined;
  }

  /** Makes the goals of the path that are missing; the id of the last. Null where the plan has no such level. */
  makePath(
    path: SheetRow['above'],
    language: string,
  ): { readonly id: Id | null; readonly made: readonly string[] } | null {
    let parent: Id | null = null;
    const made: string[] = [];
    for (const { level, title } of path) {
      const found: Id | null = this.childTitled(parent, title);
      if (found !== null) parent = found;
      else {
        if (level >= this.plan.levels.length) return null;
        const { code, rest } = codeAndTitle(title);
        const node: Node = {
          ...this.blankNode(parent, level),
          code,
          title: { [language]: rest },
        };
        this.add({ kind: 'node', it: node });
        made.push(title);
        parent = node.id;
      }
    }
    return { id: parent, made };
  }

  blankNode(parentId: Id | null, level: number): Node {
    return {
      id: this.newId(),
      level,
      parentId,
      code: null,
      title: null,
      description: null,
      expectedResult: null,
      groupIds: [],
      unitIds: [],
      partners: [],
      startOn: null,
      endOn: null,
      links: [],
      position: this.endOf(parentId),
      sourceLines: null,
    };
  }

  blankTask(nodeId: Id): Task {
    return {
      id: this.newId(),
      nodeId,
      code: null,
      title: {},
      description: null,
      expectedResult: null,
      unitIds: [],
      partners: [],
      startOn: null,
      endOn: null,
      state: 'not-started',
      stateReason: null,
      mergedIntoId: null,
      progressPercent: null,
      reportedOn: null,
      reportedFor: null,
      reportText: null,
      nextStep: null,
      weight: 1,
      links: [],
      position: this.endOf(nodeId),
    };
  }

  add(item: Item): void {
    this.items.set(item.it.id, item);
    this.noteCode(item);
    push(this.below, parentOf(item), item.it.id);
  }

  holdsTasksAlone(parentId: Id): boolean {
    const children = this.below.get(parentId) ?? [];
    return children.length > 0 && children.every((id) => this.items.get(id)!.kind === 'task');
  }

  /** The position behind the last child of either kind. */
  endOf(parentId: Id | null): number {
    return Math.max(-1, ...(this.below.get(parentId) ?? []).map((id) => this.items.get(id)!.it.position)) + 1;
  }

  /** A sibling of this code and title that the sheet itself has made. */
  madeLike(parentId: Id | null, code: string, titles: Iterable<string>): Id | null {
    const wanted = new Set([...titles].map(likeness));
    for (const id of this.below.get(parentId) ?? []) {
      if (this.before.has(id)) continue;
      const { it } = this.items.get(id)!;
      if (
        likeness(it.code ?? '') === likeness(code) &&
        Object.values(it.title ?? {}).some((title) => wanted.has(likeness(title)))
      )
        return id;
    }
    return null;
  }

  private childTitled(parentId: Id | null, title: string): Id | null {
    const whole = likeness(title);
    const { code, rest } = codeAndTitle(title);
    for (const id of this.below.get(parentId) ?? []) {
      const item = this.items.get(id)!;
      if (item.kind !== 'node') continue;
      for (const text of Object.values(item.it.title ?? {}))
        if (
          likeness(text) === whole ||
          (code !== null &&
            likeness(item.it.code ?? '') === likeness(code) &&
            likeness(text) === likeness(rest))
        )
          return id;
    }
    return null;
  }

  /** No title of the row says something else than the item's in the same language. */
  private agrees(id: Id, row: SheetRow): boolean {
    const titles = this.before.get(id)!.it.title ?? {};
    return [...row.titles].every(
      ([lang, title]) => !titles[lang] || row.isAbove || likeness(titles[lang]) === likeness(title),
    );
  }

  private noteCode(item: Item): void {
    if (item.kind === 'node' && item.it.code) push(this.nodesByCode, likeness(item.it.code), item.it.id);
  }

  private known(item: Item): void {
    this.items.set(item.it.id, item);
    this.noteCode(item);
    push(this.below, parentOf(item), item.it.id);
    if (item.it.code) push(this.byCode, likeness(item.it.code), item.it.id);
    for (const title of new Set(Object.values(item.it.title ?? {}).map(likeness)))
      push(this.byTitle, title, item.it.id);
  }
}

/** "1.1 Zieleń" in two; a title without a closed or several-part number stays whole. */
export function codeAndTitle(text: string): { readonly code: string | null; readonly rest: string } {
  const code = readCode(text, 0);
  const rest = code && (code.close !== '' || code.parts.length > 1) ? text.slice(code.end).trim() : '';
  return rest === '' ? { code: null, rest: text } : { code: code!.text, rest };
}

export function parentOf(item: Item): Id | null {
  return item.kind === 'node' ? item.it.parentId : item.it.nodeId;
}

function push<K>(map: Map<K, Id[]>, key: K, id: Id): void {
  const list = map.get(key);
  if (list) list.push(id);
  else map.set(key, [id]);
}
