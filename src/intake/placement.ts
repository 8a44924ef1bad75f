/**
 * Placement: which item another one stands under. Parents come from evidence in this order: prefix of the code, rank of
 * the label, heading level.
 */
import { codeKey } from './code.ts';
import type { Draft } from './draft.ts';
import type { Reading } from './item.ts';
import type { Item } from './tree.ts';

export class Placement {
  private readonly draft: Draft;
  /** Codes that have others below them. */
  private readonly prefixes: ReadonlySet<string>;
  private readonly rankParent = new Map<string, string>();
  private readonly runs = new Map<string, number>();

  constructor(draft: Draft, prefixes: ReadonlySet<string>) {
    this.draft = draft;
    this.prefixes = prefixes;
  }

  /** Puts an item with a label or code into the draft, under its parent. */
  place(reading: Reading): void {
    const level = reading.line.block.heading;
    if (level > 0) {
      const cut = this.draft.path.findIndex(
        (one) => one.reading.kind === 'heading' && one.reading.line.block.heading >= level,
      );
      if (cut >= 0) this.draft.path.length = cut;
    }
    if (reading.parts.length > 1) this.placeByCode(reading);
    else this.placeByRank(reading);
  }

  private placeByCode(reading: Reading): void {
    const parts = reading.parts;
    const prefix = codeKey(parts.slice(0, -1));
    const misprinted = this.draft.misprinted(reading);
    if (misprinted) {
      const over = misprinted.parent;
      this.draft.attach(
        this.draft.make(reading, reading.family, over, 'place', '', this.draft.context),
        over,
      );
      return;
    }
    let parent: Item | undefined;
    for (let at = this.draft.path.length - 1; at >= 0 && !parent; at--) {
      const one = this.draft.path[at]!;
      if (
        one.key === prefix &&
        one.family !== reading.family &&
        (reading.kind !== 'labelled' || one.reading.kind === 'labelled')
      )
        parent = one;
    }
    // A bare code that follows its predecessor stands where that one stands: "4.3" after "4.2", not under goal IV.
    const before =
      reading.kind === 'bare' ? this.draft.lastBelow.get(`${reading.family}|${prefix}`) : undefined;
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
      parent = this.draft.path.findLast((one) => one.key === prefix && one.family !== reading.family);
    if (!parent) {
      const sibling = this.draft.path.findLast(
        (one) =>
          one.family === reading.family &&
          one.orphan === '' &&
          one.parent &&
          codeKey(one.parts.slice(0, -1)) === prefix,
      );
      parent = sibling?.parent;
    }
    if (!parent) {
      const known = this.draft.byKey.get(prefix);
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
      this.draft.loose.push({ reading, parent, context: this.draft.context });
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
        this.draft.loose.push({ reading, parent, context: this.draft.context });
        return;
      }
      this.draft.attach(
        this.draft.make(reading, reading.family, parent, 'code', '', this.draft.context),
        parent,
      );
      return;
    }
    // A shorter prefix: the level between is missing in the whole document.
    for (let length = parts.length - 2; length >= 1 && !parent; length--) {
      const key = codeKey(parts.slice(0, length));
      parent = this.draft.path.findLast((one) => one.key === key && one.family !== reading.family);
    }
    if (parent) {
      this.draft.attach(
        this.draft.make(reading, reading.family, parent, 'code', '', this.draft.context),
        parent,
      );
      return;
    }
    const enclosing =
      reading.kind === 'labelled'
        ? this.draft.path.findLast(
            (one) =>
              one.reading.kind === 'labelled' &&
              one.parts.length <= 1 &&
              one.family !== reading.family &&
              !this.isBelow(one.family, reading.family),
          )
        : undefined;
    const same = this.draft.path.findIndex((one) => one.family === reading.family);
    const place =
      enclosing ??
      (same < 0 ? this.draft.path : this.draft.path.slice(0, same)).findLast(
        (one) =>
          one.reading.kind === 'heading' ||
          (reading.kind === 'labelled' &&
            one.reading.kind === 'bare' &&
            one.parts.length < parts.length &&
            one.family !== reading.family),
      );
    const orphan = enclosing ? '' : prefix;
    this.draft.attach(
      this.draft.make(
        reading,
        reading.family,
        place,
        enclosing ? 'place' : 'root',
        orphan,
        this.draft.context,
      ),
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
        : this.draft.path.filter((one) => one.family === family || one.family.startsWith(`${family} >`));
      const next = candidates.findLast((one) => one.parts[0]!.value + 1 === value);
      const same =
        next ?? (value === 1 ? undefined : candidates.findLast((one) => one.parts[0]!.value < value));
      if (same) {
        this.draft.attach(
          this.draft.make(reading, same.family, same.parent, 'place', '', this.draft.context, same.run),
          same.parent,
        );
        return;
      }
      if (candidates.length > 0) {
        const top = this.draft.path[this.draft.path.length - 1]!;
        if (top === candidates[candidates.length - 1]) {
          // A list that begins again directly after itself: the same family, another run.
          const again = this.newContext() ? this.contextOwner() : top.parent;
          this.draft.attach(
            this.draft.make(
              reading,
              top.family,
              again,
              'place',
              '',
              this.draft.context,
              this.nextRun(top.family, again),
            ),
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
        this.draft.loose.push({
          reading,
          parent: this.draft.path[this.draft.path.length - 1],
          context: this.draft.context,
        });
        return;
      }
    }
    const sibling = this.draft.path.findLast((one) => one.family === family);
    if (sibling) {
      this.draft.attach(
        this.draft.make(reading, family, sibling.parent, 'label', '', this.draft.context, sibling.run),
        sibling.parent,
      );
      return;
    }
    const above = this.rankParent.get(family);
    let parent: Item | undefined;
    if (above !== undefined) {
      parent = above === '' ? undefined : this.draft.path.findLast((one) => one.family === above);
      if (!parent && above !== '')
        parent = this.draft.path.findLast((one) => !this.isBelow(one.family, family));
      if (above === '')
        parent = this.draft.path.findLast(
          (one) => one.reading.kind === 'heading' && !this.isBelow(one.family, family),
        );
      if (!labelled && !parent && this.draft.path.length > 0)
        parent = this.draft.path[this.draft.path.length - 1];
    } else {
      parent = this.draft.path[this.draft.path.length - 1];
      // A caption's list belongs to what the caption stood under.
      if (!labelled && this.newContext() && this.draft.context!.owner) parent = this.contextOwner();
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
        parent = this.draft.path.findLast(
          (one) =>
            one.reading.line.block.heading > 0 && one.reading.line.block.heading < reading.line.block.heading,
        );
      }
      this.rankParent.set(family, parent && parent.reading.kind !== 'heading' ? parent.family : '');
    }
    this.draft.attach(
      this.draft.make(
        reading,
        family,
        parent,
        labelled ? 'label' : 'place',
        '',
        this.draft.context,
        this.nextRun(family, parent),
      ),
      parent,
    );
  }

  private newContext(): boolean {
    return this.draft.context !== undefined && this.draft.contextGroup === '';
  }

  private contextOwner(): Item | undefined {
    return this.draft.context?.owner;
  }

  private nextRun(family: string, parent: Item | undefined): number {
    const key = `${family} ${parent?.id ?? ''}`;
    const run = (this.runs.get(key) ?? 0) + 1;
    this.runs.set(key, run);
    return run;
  }
}

/** Mnemonic letters of a bare code: "CO" of CO4.1; '' without any. */
function prefixOf({ kind, head }: Reading): string {
  return kind === 'bare' ? (head?.code?.prefix ?? '') : '';
}
