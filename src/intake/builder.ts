/** Builds the provisional tree: reads line after line, keeps the caption that is open, and lists what stands below it. */
import type { Caption } from './caption.ts';
import { codeAbove, codeKey } from './code.ts';
import { fold, words } from './characters.ts';
import { Draft } from './draft.ts';
import type { Reading, Readings } from './item.ts';
import { Placement } from './placement.ts';
import { Table } from './table.ts';
import { namesLevel, numeral, statedCount } from './words.ts';
import { isLineTitle, type Context, type Item, type Tree } from './tree.ts';

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
  const draft = new Draft(all, labels);
  const builder = new Builder(draft, new Placement(draft, prefixes), stems, captions);
  for (let at = 0; at < all.length; at++) {
    const reading = all[at];
    if (!reading || skip(reading)) continue;
    builder.read(reading);
  }
  return {
    roots: draft.roots,
    items: draft.items,
    loose: draft.loose,
    captions: builder.captions,
    stated: builder.stated,
  };
}

class Builder {
  readonly captions: Context[] = [];
  readonly stated: { count: number; line: number }[] = [];
  private readonly draft: Draft;
  private readonly placement: Placement;
  private readonly table: Table;
  /** How often each caption comes in the document. */
  private readonly captionCounts: ReadonlyMap<string, number>;
  /** A line between caption and list that is no part of either: the bullets after it are not the caption's. */
  private blocked = false;
  /** Listed goals by their titles. */
  private readonly listed = new Map<string, Item>();
  private listDepth = -1;

  constructor(
    draft: Draft,
    placement: Placement,
    stems: ReadonlySet<string>,
    captions: ReadonlyMap<string, number>,
  ) {
    this.draft = draft;
    this.placement = placement;
    this.captionCounts = captions;
    this.table = new Table({
      labels: draft.labels,
      stems,
      byKey: draft.byKey,
      path: () => draft.path,
      place: (reading) => placement.place(reading),
      cell: (reading, family, parent, header) => {
        const item = draft.make(reading, family, parent, 'column', '', header);
        draft.add(item, parent);
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
    if (reading.kind === 'labelled') this.placement.place(reading);
    else if (reading.kind === 'bare') {
      if (reading.caption?.kind === 'goals') this.noteCaption(reading.caption, reading);
      this.placement.place(reading);
      if (reading.caption) this.open(reading.caption, reading);
    } else this.readPlain(reading);
    this.draft.previous = reading;
    if (reading.kind === 'plain' && !reading.caption && this.draft.pending.length < 40)
      this.draft.pending.push(reading);
  }

  private readPlain(reading: Reading): void {
    const { block, text } = reading.line;
    const caption = reading.caption;
    const stated =
      text.length <= 300 && !text.endsWith('.') && this.stated.length < 500 ? statedCount(text) : 0;
    if (stated > 0) this.stated.push({ count: stated, line: reading.from });
    // A line that repeats the title of a listed goal comes back to that goal.
    const listed = block.bullet === '' && !caption ? this.listed.get(fold(reading.title)) : undefined;
    if (listed && listed.children.length === 0) {
      this.draft.setPath(listed);
      this.draft.context = undefined;
      return;
    }
    if (reading.kind === 'heading') {
      this.placeHeading(reading);
      if (caption) this.open(caption, reading);
      else this.draft.context = undefined;
      return;
    }
    if (caption && !(block.bullet !== '' && !caption.colon)) {
      if (caption.kind === 'goals' && block.link) return;
      this.open(caption, reading);
      return;
    }
    const context = this.draft.context;
    if (block.bullet !== '') {
      if (
        context?.kind === 'goals' &&
        !this.blocked &&
        !block.link &&
        (this.draft.contextGroup === '' || this.draft.contextGroup === 'list')
      ) {
        if (this.draft.contextGroup === '') this.listDepth = block.depth;
        if (block.depth <= this.listDepth) {
          this.draft.contextGroup = 'list';
          this.placeListed(reading, context);
          return;
        }
      }
      this.draft.loose.push({ reading, parent: this.draft.path[this.draft.path.length - 1], context });
      this.draft.pending = [];
      return;
    }
    if (text.length > 40 && text.endsWith(':') && text.length < 900 && namesLevel(text.slice(-220))) {
      this.draft.context = {
        kind: 'goals',
        name: levelPhrase(text),
        line: reading.from,
        sentence: true,
        stated: words(text, 200).reduce((most, word) => numeral(word) || most, 0),
        owner: this.draft.path[this.draft.path.length - 1],
      };
      this.draft.contextGroup = '';
      this.blocked = false;
      return;
    }
    if (context?.kind === 'goals' && !context.sentence && isLineTitle(reading)) {
      const first = this.draft.contextGroup === '';
      if ((first && this.plainListFollows(reading)) || this.draft.contextGroup === 'plain') {
        if (first || this.goesOn(reading)) {
          this.draft.contextGroup = 'plain';
          this.placeListed(reading, context);
          return;
        }
      }
    }
    if (this.draft.contextGroup === '' && (text.endsWith(':') || isLineTitle(reading))) this.blocked = true;
    if (
      context?.kind === 'goals' &&
      (this.draft.contextGroup === 'list' || this.draft.contextGroup === 'plain')
    )
      this.draft.context = undefined;
    if (isLineTitle(reading))
      this.draft.loose.push({ reading, parent: this.draft.path[this.draft.path.length - 1], context });
  }

  /** Plain lines are a list when a caption with a colon, or one that comes again and again, stands directly above two of them. */
  private plainListFollows(reading: Reading): boolean {
    const context = this.draft.context!;
    const colon = this.draft.previous?.caption?.colon === true;
    const again = this.captionCounts.get(fold(context.name)) ?? 0;
    if (this.draft.previous?.caption === undefined || (!colon && again < 2)) return false;
    const below = this.draft.after(reading);
    return (
      below !== undefined &&
      below.kind === 'plain' &&
      isLineTitle(below) &&
      below.line.block.gap === reading.line.block.gap
    );
  }

  private goesOn(reading: Reading): boolean {
    const before = this.draft.previous;
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
    this.draft.context = {
      kind: caption.kind,
      name,
      line: reading.from,
      sentence: false,
      owner: this.draft.path[this.draft.path.length - 1],
    };
    this.draft.contextGroup = '';
    this.blocked = false;
    if (caption.kind === 'goals') this.captions.push(this.draft.context);
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
    const item = this.draft.make(reading, family, owner, 'caption', '', context);
    this.draft.attach(item, owner);
    this.listed.set(fold(item.title), item);
  }

  private placeHeading(reading: Reading): void {
    const level = reading.line.block.heading;
    while (this.draft.path.length > 0) {
      const top = this.draft.path[this.draft.path.length - 1]!;
      const at = top.reading.line.block.heading;
      if (at > 0 && at < level) break;
      this.draft.path.pop();
    }
    const parent = this.draft.path[this.draft.path.length - 1];
    this.draft.attach(
      this.draft.make(reading, `heading ${level}`, parent, 'heading', '', this.draft.context),
      parent,
    );
  }
}

function levelPhrase(text: string): string {
  const list = words(text.slice(-220), 60);
  for (let at = list.length - 1; at >= 0; at--) if (namesLevel(list[at]!)) return list[at]!;
  return '';
}
