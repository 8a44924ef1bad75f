/** Witnesses: what the tree as a whole tells about a group of items, for rules that want more than one sign. */
import { groupsOf } from './group.ts';
import type { LabelFamily } from './label.ts';
import type { Item, Tree } from './tree.ts';

export class Witnesses {
  /** Items with a label. */
  readonly labelled: number;
  private readonly labels: ReadonlyMap<string, LabelFamily>;
  /** Labels that name levels are there. */
  private readonly known: boolean;
  private readonly lastOfFamily = new Map<string, Item>();
  private readonly firstWith = new Map<string, Item>();
  private readonly families = new Map<string, number>();
  /** Families of goals by how many parts their codes have. */
  private readonly numbered = new Map<number, Set<string>>();
  /** Groups of a family by the family that they hang under. */
  private readonly groups = new Map<string, number>();

  constructor(tree: Tree, labels: ReadonlyMap<string, LabelFamily>) {
    this.labels = labels;
    this.known =
      tree.items.filter(
        (item) => item.reading.kind === 'labelled' && labels.get(item.reading.head?.key ?? '')?.known,
      ).length >= 2;
    this.labelled = tree.items.filter((item) => item.reading.kind === 'labelled').length;
    for (const item of tree.items) {
      const known = `${item.family} ${item.key}`;
      if (item.key !== '' && !this.firstWith.has(known)) this.firstWith.set(known, item);
      this.lastOfFamily.set(item.family, item);
      this.families.set(item.family, (this.families.get(item.family) ?? 0) + 1);
      if (item.reading.kind === 'labelled' || item.parent?.reading.kind === 'labelled') {
        const numbered = this.numbered.get(item.parts.length) ?? new Set();
        this.numbered.set(item.parts.length, numbered.add(item.family));
      }
      for (const group of groupsOf(item.children)) {
        const first = group[0]!;
        if (
          first.reading.kind === 'heading' ||
          first.context?.kind === 'beside' ||
          first.context?.kind === 'chapter' ||
          group.length < 1
        )
          continue;
        const key = `${item.family}|${first.family}`;
        this.groups.set(key, (this.groups.get(key) ?? 0) + 1);
      }
    }
  }

  /** How many items of the family of `at` have a group like that of `first` under them. */
  of(at: Item, first: Item): number {
    return this.groups.get(`${at.family}|${first.family}`) ?? 0;
  }

  /** Items of a family. */
  size(family: string): number {
    return this.families.get(family) ?? 0;
  }

  /** A label that names no level, beside labels that do: it must stand under several goals, or have goals below it. */
  isStranger(group: readonly Item[], at: Item | undefined): boolean {
    const key = group[0]!.reading.head?.key ?? '';
    if (this.labels.get(key)?.known !== false || !this.known) return false;
    if (group.some((item) => item.children.some((child) => child.reading.kind === 'labelled'))) return false;
    return at === undefined || at.reading.kind !== 'labelled' || this.of(at, group[0]!) < 2;
  }

  /** An item whose label no other one has, and which names no level, or whose level other goals have without that label: its code alone says that it is a goal. */
  isLone({ family, parts, reading }: Item): boolean {
    const label = this.labels.get(reading.head?.key ?? '');
    if (!label?.lone) return false;
    const numbered = this.numbered.get(parts.length);
    return !label.known || (numbered !== undefined && (numbered.size > 1 || !numbered.has(family)));
  }

  /** Labels and codes that other goals had before, with children, come again without any: remarks about those goals ("Priority 1: 21.5 million"). */
  isRestated(group: readonly Item[]): boolean {
    const firsts = group.map((item) => this.firstWith.get(`${item.family} ${item.key}`));
    if (
      !firsts.every(
        (first, at) => first !== undefined && first.id < group[0]!.id && first.title !== group[at]!.title,
      )
    )
      return false;
    return (
      group.every((item) => item.children.length === 0) &&
      firsts.filter((first) => first!.children.length > 0).length * 2 >= group.length
    );
  }

  /** A list that only the very last of three or more goals of a kind has stands after the goals, not under the last one. */
  isAfterthought(first: Item, at: Item): boolean {
    if (this.size(at.family) < 3 || this.lastOfFamily.get(at.family) !== at) return false;
    return this.of(at, first) < 2;
  }
}
