/**
 * Builds the provisional tree. Parents come from evidence in this order: prefix of the code, rank of the label, heading
 * level, depth of the list.
 */
import type { Caption } from './caption.ts';
import { codeAbove, codeKey } from './code.ts';
import { fold, words } from './characters.ts';
import type { LabelFamily } from './label.ts';
import type { Reading, Readings } from './item.ts';
import { readCaption } from './caption.ts';
import { Table } from './table.ts';
import { namesLevel, numeral, statedCount } from './words.ts';
import {
  isColonTitle,
  isLike,
  isLineTitle,
  labelledAncestor,
  shallow,
  type Context,
  type Item,
  type Tree,
  type Why,
} from './tree.ts';

export function buildTree({ all, labels }: Readings, skip: (reading: Reading) => boolean): Tree {
  const prefixes = new Set<string>();
  for (const reading of all)
    if (reading && reading.parts.length > 1 && !skip(reading))
      prefixes.add(codeKey(reading.parts.slice(0, -1)));
  const stems = new Set<string>();
  for (const reading of all) if (reading && reading.code !== '') stems.add(codeAbove(reading.code));
  stems.delete('');
  const captions = new Map<string, number>();
  for (const reading of all)
    if (reading?.caption && !skip(reading))
      captions.set(fold(reading.caption.name), (captions.get(fold(reading.caption.name)) ?? 0) + 1);
  const builder = new Builder(all, labels, prefixes, stems, captions);
  for (let at = 0; at < all.length; at++) {
    const reading = all[at];
    if (!reading || skip(reading)) continue;
    builder.read(reading);
  }
  return {
    roots: builder.roots,
    items: builder.items,
    loose: builder.loose,
    captions: builder.captions,
    stated: builder.stated,
  };
}

class Builder {
  readonly roots: Item[] = [];
  readonly items: Item[] = [];
  readonly loose: { reading: Reading; parent: Item | undefined; context: Context | undefined }[] = [];
  readonly captions: Context[] = [];
  readonly stated: { count: number; line: number }[] = [];
  private path: Item[] = [];
  private context: Context | undefined;
  /** The group that the present context opened. */
  private contextGroup = '';
  private readonly byKey = new Map<string, Item>();
  private readonly byFamilyCode = new Map<string, Item>();
  private readonly rankParent = new Map<string, string>();
  private readonly runs = new Map<string, number>();
  /** How often each caption comes in the document. */
  private readonly captionCounts: ReadonlyMap<string, number>;
  private previous: Reading | undefined;
  /** Plain lines since the last item. */
  private pending: Reading[] = [];
  /** A line between caption and list that is no part of either: the bullets after it are not the caption's. */
  private blocked = false;
  private readonly lastPlaced = new Map<string, Item>();
  private made = 0;
  /** Listed goals by their titles. */
  private readonly listed = new Map<string, Item>();
  /** The last bare code of a family with each prefix. */
  private readonly lastBelow = new Map<string, Item>();
  /** The last child of a family under each parent. */
  private readonly lastOf = new Map<string, Item>();
  private listDepth = -1;
  private readonly labels: ReadonlyMap<string, LabelFamily>;

  /** Codes that have others below them. */
  private readonly prefixes: ReadonlySet<string>;

  private readonly table: Table;
  private readonly all: readonly (Reading | undefined)[];

  constructor(
    all: readonly (Reading | undefined)[],
    labels: ReadonlyMap<string, LabelFamily>,
    prefixes: ReadonlySet<string>,
    stems: ReadonlySet<string>,
    captions: ReadonlyMap<string, number>,
  ) {
    this.captionCounts = captions;
    this.all = all;
    this.labels = labels;
    this.prefixes = prefixes;
    this.table = new Table({
      labels,
      stems,
      byKey: this.byKey,
      path: () => this.path,
      place: (reading) => this.place(reading),
      cell: (reading, family, parent, header) => {
        const item = this.make(reading, family, parent, 'column', '', header);
        this.add(item, parent);
        return item;
      },
    });
  }

  read(reading: Reading): void {
    const { block } = reading.line;
    if (block.column !== undefined) {
      this.table.read(reading);
      return;
    }
    this.table.leave();
    if (reading.kind === 'labelled') this.place(reading);
    else if (reading.kind === 'bare') {
      if (reading.caption?.kind === 'goals') this.noteCaption(reading.caption, reading);
      this.placeBare(reading);
      if (reading.caption) this.open(reading.caption, reading);
    } else this.readPlain(reading);
    this.previous = reading;
    if (reading.kind === 'plain' && !reading.caption && this.pending.length < 40) this.pending.push(reading);
  }

  // Lines without a head ------------------------------------------------------

  private readPlain(reading: Reading): void {
    const { block, text } = reading.line;
    const caption = reading.caption;
    const stated =
      text.length <= 300 && !text.endsWith('.') && this.stated.length < 500 ? statedCount(text) : 0;
    if (stated > 0) this.stated.push({ count: stated, line: reading.from });
    // A line that repeats the title of a listed goal comes back to that goal.
    const listed = block.bullet === '' && !caption ? this.listed.get(fold(reading.title)) : undefined;
    if (listed && listed.children.length === 0) {
      this.setPath(listed);
      this.context = undefined;
      return;
    }
    if (reading.kind === 'heading') {
      this.placeHeading(reading);
      if (caption) this.open(caption, reading);
      else this.context = undefined;
      return;
    }
    if (caption && !(block.bullet !== '' && !caption.colon)) {
      if (caption.kind === 'goals' && block.link) return;
      this.open(caption, reading);
      return;
    }
    const context = this.context;
    if (block.bullet !== '') {
      if (
        context?.kind === 'goals' &&
        !this.blocked &&
        !block.link &&
        (this.contextGroup === '' || this.contextGroup === 'list')
      ) {
        if (this.contextGroup === '') this.listDepth = block.depth;
        if (block.depth <= this.listDepth) {
          this.contextGroup = 'list';
          this.placeListed(reading, context);
          return;
        }
      }
      this.loose.push({ reading, parent: this.path[this.path.length - 1], context });
      this.pending = [];
      return;
    }
    if (text.length > 40 && text.endsWith(':') && text.length < 900 && namesLevel(text.slice(-220))) {
      this.context = {
        kind: 'goals',
        name: levelPhrase(text),
        line: reading.from,
        sentence: true,
        stated: words(text, 200).reduce((most, word) => numeral(word) || most, 0),
        owner: this.path[this.path.length - 1],
      };
      this.contextGroup = '';
      this.blocked = false;
      return;
    }
    if (context?.kind === 'goals' && !context.sentence && isLineTitle(reading)) {
      const first = this.contextGroup === '';
      if ((first && this.plainListFollows(reading)) || this.contextGroup === 'plain') {
        if (first || this.goesOn(reading)) {
          this.contextGroup = 'plain';
          this.placeListed(reading, context);
          return;
        }
      }
    }
    if (this.contextGroup === '' && (text.endsWith(':') || isLineTitle(reading))) this.blocked = true;
    if (context?.kind === 'goals' && (this.contextGroup === 'list' || this.contextGroup === 'plain'))
      this.context = undefined;
    if (isLineTitle(reading)) this.loose.push({ reading, parent: this.path[this.path.length - 1], context });
  }

  /** Plain lines are a list when a caption with a colon, or one that comes again and again, stands directly above two of them. */
  private plainListFollows(reading: Reading): boolean {
    const context = this.context!;
    const colon = this.previous?.caption?.colon === true;
    const again = this.captionCounts.get(fold(context.name)) ?? 0;
    if (this.previous?.caption === undefined || (!colon && again < 2)) return false;
    const below = this.after(reading);
    return (
      below !== undefined &&
      below.kind === 'plain' &&
      isLineTitle(below) &&
      below.line.block.gap === reading.line.block.gap
    );
  }

  private after(reading: Reading): Reading | undefined {
    let next = reading.index + 1;
    while (next < this.all.length && this.all[next] === undefined) next++;
    return this.all[next];
  }

  private goesOn(reading: Reading): boolean {
    const before = this.previous;
    return (
      (before !== undefined &&
        before.kind === 'plain' &&
        !reading.line.block.link &&
        before.line.block.gap === reading.line.block.gap) ||
      (before !== undefined && before.kind === 'plain' && !reading.line.block.gap)
    );
  }

  private noteCaption(caption: Caption, reading: Reading): void {
    this.captions.push({
      kind: 'goals',
      name: caption.name,
      line: reading.from,
      sentence: false,
      owner: undefined,
    });
  }

  private open(caption: Caption, reading: Reading): void {
    const name = caption.name;
    this.context = {
      kind: caption.kind,
      name,
      line: reading.from,
      sentence: false,
      owner: this.path[this.path.length - 1],
    };
    this.contextGroup = '';
    this.blocked = false;
    if (caption.kind === 'goals') this.captions.push(this.context);
  }

  private placeListed(reading: Reading, context: Context): void {
    const family = `list ${fold(context.name)}`;
    let owner = context.owner;
    // The list belongs under what the caption stood under, not under another list of its kind.
    while (
      owner &&
      (owner.family === family || (owner.reading.kind !== 'labelled' && owner.family.startsWith('list')))
    )
      owner = owner.parent;
    const item = this.make(reading, family, owner, 'caption', '', context);
    this.attach(item, owner);
    this.listed.set(fold(item.title), item);
  }

  // Headings ------------------------------------------------------------------

  private placeHeading(reading: Reading): void {
    const level = reading.line.block.heading;
    while (this.path.length > 0) {
      const top = this.path[this.path.length - 1]!;
      const at = top.reading.line.block.heading;
      if (at > 0 && at < level) break;
      this.path.pop();
    }
    const parent = this.path[this.path.length - 1];
    this.attach(this.make(reading, `heading ${level}`, parent, 'heading', '', this.context), parent);
  }

  // Items with a head ---------------------------------------------------------

  private placeBare(reading: Reading): void {
    this.place(reading);
  }

  private place(reading: Reading): void {
    const level = reading.line.block.heading;
    if (level > 0) {
      const cut = this.path.findIndex(
        (one) => one.reading.kind === 'heading' && one.reading.line.block.heading >= level,
      );
      if (cut >= 0) this.path.length = cut;
    }
    if (reading.parts.length > 1) this.placeByCode(reading);
    else this.placeByRank(reading);
  }

  private placeByCode(reading: Reading): void {
    const parts = reading.parts;
    const prefix = codeKey(parts.slice(0, -1));
    const misprinted = this.misprinted(reading);
    if (misprinted) {
      const over = misprinted.parent;
      this.attach(this.make(reading, reading.family, over, 'place', '', this.context), over);
      return;
    }
    let parent: Item | undefined;
    for (let at = this.path.length - 1; at >= 0 && !parent; at--) {
      const one = this.path[at]!;
      if (
        one.key === prefix &&
        one.family !== reading.family &&
        (reading.kind !== 'labelled' || one.reading.kind === 'labelled')
      )
        parent = one;
    }
    // A bare code that follows its predecessor stands where that one stands: "4.3" after "4.2", not under goal IV.
    const before = reading.kind === 'bare' ? this.lastBelow.get(`${reading.family}|${prefix}`) : undefined;
    if (
      before &&
      before.parts.length === parts.length &&
      before.parts[parts.length - 1]!.value + 1 === parts[parts.length - 1]!.value &&
      before.parent !== parent &&
      before.orphan === '' &&
      before.why === 'code'
    )
      parent = before.parent;
    if (!parent && reading.kind === 'labelled')
      parent = this.path.findLast((one) => one.key === prefix && one.family !== reading.family);
    if (!parent) {
      const sibling = this.path.findLast(
        (one) =>
          one.family === reading.family &&
          one.orphan === '' &&
          one.parent &&
          codeKey(one.parts.slice(0, -1)) === prefix,
      );
      parent = sibling?.parent;
    }
    if (!parent) {
      const known = this.byKey.get(prefix);
      if (
        known &&
        known.family !== reading.family &&
        (known.reading.kind === 'labelled' || reading.kind === 'bare')
      )
        parent = known;
    }
    // "4.3. Monitoring" behind CS4 with its CO4.1 and CO4.2: a chapter's number, not a goal's.
    const eldest = parent?.children[0];
    if (reading.kind === 'bare' && prefixOf(reading) === '' && eldest && prefixOf(eldest.reading) !== '') {
      this.loose.push({ reading, parent, context: this.context });
      return;
    }
    if (parent) {
      // A bare code that a labelled goal beside it has already only refers to that goal.
      if (
        reading.kind === 'bare' &&
        parent.reading.kind === 'labelled' &&
        parent.children.some(
          (one) => one.reading.kind === 'labelled' && one.key === codeKey(parts) && one.title !== '',
        )
      ) {
        this.loose.push({ reading, parent, context: this.context });
        return;
      }
      this.attach(this.make(reading, reading.family, parent, 'code', '', this.context), parent);
      return;
    }
    // A shorter prefix: the level between is missing in the whole document.
    for (let length = parts.length - 2; length >= 1 && !parent; length--) {
      const key = codeKey(parts.slice(0, length));
      parent = this.path.findLast((one) => one.key === key && one.family !== reading.family);
    }
    if (parent) {
      this.attach(this.make(reading, reading.family, parent, 'code', '', this.context), parent);
      return;
    }
    const enclosing =
      reading.kind === 'labelled'
        ? this.path.findLast(
            (one) =>
              one.reading.kind === 'labelled' &&
              one.parts.length <= 1 &&
              one.family !== reading.family &&
              !this.isBelow(one.family, reading.family),
          )
        : undefined;
    const same = this.path.findIndex((one) => one.family === reading.family);
    const place =
      enclosing ??
      (same < 0 ? this.path : this.path.slice(0, same)).findLast(
        (one) =>
          one.reading.kind === 'heading' ||
          (reading.kind === 'labelled' &&
            one.reading.kind === 'bare' &&
            one.parts.length < parts.length &&
            one.family !== reading.family),
      );
    const orphan = enclosing ? '' : prefix;
    this.attach(
      this.make(reading, reading.family, place, enclosing ? 'place' : 'root', orphan, this.context),
      place,
    );
  }

  private isBelow(family: string, other: string): boolean {
    let at: string | undefined = family;
    for (let count = 0; count < 12 && at !== undefined; count++) {
      at = this.rankParent.get(at);
      if (at === other) return true;
    }
    return false;
  }

  private placeByRank(reading: Reading): void {
    const value = reading.parts[0]?.value ?? 0;
    let family = reading.family;
    const labelled = reading.kind === 'labelled';
    if (!labelled) {
      const letter = family === 'bare letter';
      const candidates = letter
        ? []
        : this.path.filter((one) => one.family === family || one.family.startsWith(`${family} >`));
      const next = candidates.findLast((one) => one.parts[0]!.value + 1 === value);
      const same =
        next ?? (value === 1 ? undefined : candidates.findLast((one) => one.parts[0]!.value < value));
      if (same) {
        this.attach(
          this.make(reading, same.family, same.parent, 'place', '', this.context, same.run),
          same.parent,
        );
        return;
      }
      if (candidates.length > 0) {
        const top = this.path[this.path.length - 1]!;
        if (top === candidates[candidates.length - 1]) {
          // A list that begins again directly after itself: the same family, another run.
          const again = this.newContext() ? this.contextOwner() : top.parent;
          this.attach(
            this.make(reading, top.family, again, 'place', '', this.context, this.nextRun(top.family, again)),
            again,
          );
          return;
        }
        family = `${family} > ${top.family}`;
      } else if (
        value !== 1 &&
        !letter &&
        !this.rankParent.has(family) &&
        !reading.caption &&
        !this.prefixes.has(codeKey(reading.parts))
      ) {
        // A list that begins in the middle is no list.
        this.loose.push({ reading, parent: this.path[this.path.length - 1], context: this.context });
        return;
      }
    }
    const sibling = this.path.findLast((one) => one.family === family);
    if (sibling) {
      this.attach(
        this.make(reading, family, sibling.parent, 'label', '', this.context, sibling.run),
        sibling.parent,
      );
      return;
    }
    const above = this.rankParent.get(family);
    let parent: Item | undefined;
    if (above !== undefined) {
      parent = above === '' ? undefined : this.path.findLast((one) => one.family === above);
      if (!parent && above !== '') parent = this.path.findLast((one) => !this.isBelow(one.family, family));
      if (above === '')
        parent = this.path.findLast(
          (one) => one.reading.kind === 'heading' && !this.isBelow(one.family, family),
        );
      if (!labelled && !parent && this.path.length > 0) parent = this.path[this.path.length - 1];
    } else {
      parent = this.path[this.path.length - 1];
      // A caption's list belongs to what the caption stood under.
      if (!labelled && this.newContext() && this.context!.owner) parent = this.contextOwner();
      // Labels never nest under lists, bullets or lists of bare numbers without children of their own kind.
      if (labelled)
        while (
          parent &&
          (parent.family.startsWith('list') ||
            (parent.reading.kind === 'bare' &&
              parent.reading.parts.length === 1 &&
              parent.parent?.reading.kind === 'labelled'))
        )
          parent = parent.parent;
      if (
        labelled &&
        parent &&
        reading.line.block.heading > 0 &&
        parent.reading.line.block.heading >= reading.line.block.heading
      ) {
        parent = this.path.findLast(
          (one) =>
            one.reading.line.block.heading > 0 && one.reading.line.block.heading < reading.line.block.heading,
        );
      }
      this.rankParent.set(family, parent && parent.reading.kind !== 'heading' ? parent.family : '');
    }
    this.attach(
      this.make(
        reading,
        family,
        parent,
        labelled ? 'label' : 'place',
        '',
        this.context,
        this.nextRun(family, parent),
      ),
      parent,
    );
  }

  private newContext(): boolean {
    return this.context !== undefined && this.contextGroup === '';
  }

  private contextOwner(): Item | undefined {
    return this.context?.owner;
  }

  private nextRun(family: string, parent: Item | undefined): number {
    const key = `${family} ${parent?.id ?? ''}`;
    const run = (this.runs.get(key) ?? 0) + 1;
    this.runs.set(key, run);
    return run;
  }

  // Common --------------------------------------------------------------------

  private make(
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

  private attach(item: Item, over: Item | undefined): void {
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

  private add(item: Item, parent: Item | undefined): void {
    this.lastPlaced.set(item.family, item);
    this.items.push(item);
    (parent ? parent.children : this.roots).push(item);
    this.lastOf.set(`${parent?.id ?? ''} ${item.family}`, item);
  }

  private setPath(item: Item): void {
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
  private misprinted(reading: Reading): Item | undefined {
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

/** Mnemonic letters of a bare code: "CO" of CO4.1; '' without any. */
function prefixOf({ kind, head }: Reading): string {
  return kind === 'bare' ? (head?.code?.prefix ?? '') : '';
}

function levelPhrase(text: string): string {
  const list = words(text.slice(-220), 60);
  for (let at = list.length - 1; at >= 0; at--) if (namesLevel(list[at]!)) return list[at]!;
  return '';
}
