/** The draft of a tree: the items so far, where the reading stands, and the caption that is open. */
import { readCaption } from './caption.ts';
import { codeKey } from './code.ts';
import type { Reading } from './item.ts';
import type { LabelFamily } from './label.ts';
import {
  isColonTitle,
  isLike,
  isLineTitle,
  labelledAncestor,
  shallow,
  type Context,
  type Item,
  type Why,
} from './tree.ts';

export class Draft {
  readonly roots: Item[] = [];
  readonly items: Item[] = [];
  readonly loose: { reading: Reading; parent: Item | undefined; context: Context | undefined }[] = [];
  /** The item read last and what it stands under, from the root. */
  path: Item[] = [];
  context: Context | undefined;
  /** The group that the present context opened. */
  contextGroup = '';
  readonly byKey = new Map<string, Item>();
  readonly lastPlaced = new Map<string, Item>();
  /** The last bare code of a family with each prefix. */
  readonly lastBelow = new Map<string, Item>();
  previous: Reading | undefined;
  /** Plain lines since the last item. */
  pending: Reading[] = [];
  readonly all: readonly (Reading | undefined)[];
  readonly labels: ReadonlyMap<string, LabelFamily>;
  private readonly byFamilyCode = new Map<string, Item>();
  /** The last child of a family under each parent. */
  private readonly lastOf = new Map<string, Item>();
  private made = 0;

  constructor(all: readonly (Reading | undefined)[], labels: ReadonlyMap<string, LabelFamily>) {
    this.all = all;
    this.labels = labels;
  }

  /** The reading after another one. */
  after(reading: Reading): Reading | undefined {
    let next = reading.index + 1;
    while (next < this.all.length && this.all[next] === undefined) next++;
    return this.all[next];
  }

  make(
    reading: Reading,
    family: string,
    over: Item | undefined,
    why: Why,
    orphan: string,
    context: Context | undefined,
    run = 1,
  ): Item {
    const parent = shallow(over);
    const sibling = this.lastOf.get(`${parent?.id ?? ''} ${family}`);
    const started =
      sibling !== undefined &&
      sibling.run === run &&
      sibling.orphan === orphan &&
      (!family.startsWith('list') || sibling.context === context);
    return {
      id: ++this.made,
      reading,
      family,
      parts: reading.parts,
      key: reading.parts.length > 0 ? codeKey(reading.parts) : '',
      parent,
      why,
      children: [],
      orphan,
      run,
      context: started ? sibling.context : context,
      headline: started ? undefined : this.headline(),
      before: this.headline(),
      title: reading.title,
      description: reading.description,
      lines: [[reading.from, reading.to]],
      warnings: [],
    };
  }

  /** The line that heads what begins here: directly above, or the last title-like line after a gap with only prose or captions between. */
  private headline(): Reading | undefined {
    const before = this.previous;
    if (!before || this.pending.length === 0) return undefined;
    const last = this.pending[this.pending.length - 1]!;
    if (before === last && (isLineTitle(last) || isColonTitle(last))) return last;
    return (
      this.pending.findLast((one) => isLineTitle(one) && one.line.block.gap) ??
      this.pending.findLast((one) => isLineTitle(one))
    );
  }

  attach(item: Item, over: Item | undefined): void {
    const parent = shallow(over);
    const group = `${item.family} ${item.run}`;
    const same = this.duplicate(item);
    const other = same ? undefined : this.contradicted(item);
    if (other) {
      this.loose.push({ reading: item.reading, parent: other.parent, context: this.context });
      this.setPath(other);
      return;
    }
    if (same) {
      if (same.title === '' && item.title !== '') {
        same.title = item.title;
        same.lines.push([item.reading.from, item.reading.to]);
      }
      this.setPath(same);
    } else {
      this.add(item, parent);
      if (item.reading.kind === 'bare' && item.parts.length > 1)
        this.lastBelow.set(`${item.family}|${codeKey(item.parts.slice(0, -1))}`, item);
      this.pending = [];
      if (item.key !== '' && item.reading.kind !== 'heading') {
        this.byKey.set(item.key, item);
        this.byFamilyCode.set(`${item.family} ${item.key} `, item);
      }
      this.setPath(item);
    }
    if (this.context && this.contextGroup === '')
      this.contextGroup = item.context === this.context ? group : '';
    if (
      this.context &&
      this.contextGroup !== group &&
      this.contextGroup !== 'list' &&
      this.contextGroup !== 'plain'
    ) {
      this.context = undefined;
      this.contextGroup = '';
    }
  }

  add(item: Item, parent: Item | undefined): void {
    this.lastPlaced.set(item.family, item);
    this.items.push(item);
    (parent ? parent.children : this.roots).push(item);
    this.lastOf.set(`${parent?.id ?? ''} ${item.family}`, item);
  }

  setPath(item: Item): void {
    const path: Item[] = [];
    for (let at: Item | undefined = item; at; at = at.parent) path.push(at);
    this.path = path.reverse();
  }

  /** The earlier item with this label and code when the present line only speaks of it: "Goal 1: 3 million" in a table of costs. */
  private contradicted(item: Item): Item | undefined {
    if (item.reading.kind !== 'labelled' || item.key === '' || item.title === '') return undefined;
    const known = this.byFamilyCode.get(`${item.family} ${item.key} `);
    if (!known || known.title === '') return undefined;
    if (item.parts.length > 1) {
      if (this.misprinted(item.reading)) return undefined;
      const last = this.lastPlaced.get(item.family);
      return last && last.parts[0]!.value !== item.parts[0]!.value ? known : undefined;
    }
    if (labelledAncestor(known.parent) || labelledAncestor(item.parent)) return undefined;
    return known.parent === item.parent && item.before === undefined ? known : undefined;
  }

  /**
   * The item before one whose code is plainly a misprint: "1.3 Clean air" directly between 2.2 and 2.4 or goal 3, where
   * another goal has been 1.3. It stands where that item stands.
   */
  misprinted(reading: Reading): Item | undefined {
    const { family, kind, parts } = reading;
    const last = this.lastPlaced.get(family);
    if (kind !== 'labelled' || !last?.parent || last.reading !== this.previous) return undefined;
    const known = this.byFamilyCode.get(`${family} ${codeKey(parts)} `);
    const first = parts[0]!.value;
    if (!known || isLike(known.title, reading.title) || last.parts[0]!.value === first) return undefined;
    const next = this.after(reading);
    if (next?.kind !== 'labelled' || (next.family === family && next.parts[0]!.value === first))
      return undefined;
    return next.family === family || next.family === last.parent.family ? last : undefined;
  }

  /** The same goal again: the same label and code under the same labelled ancestor, with a like title. */
  private duplicate(item: Item): Item | undefined {
    if (item.key === '' || item.reading.kind === 'heading' || item.reading.kind === 'cell') return undefined;
    const known = this.byFamilyCode.get(`${item.family} ${item.key} `);
    if (!known || known === item) return undefined;
    if (item.parts.length === 1 && labelledAncestor(known.parent) !== labelledAncestor(item.parent))
      return undefined;
    if (item.reading.kind === 'bare' && item.parts.length === 1) return undefined;
    return isLike(known.title, item.title) ||
      (item.reading.kind === 'labelled' &&
        readCaption(item.title === '' ? ' ' : item.title, this.labels) !== undefined)
      ? known
      : undefined;
  }
}
