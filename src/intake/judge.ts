/** The verdict: which items of the provisional tree are proposed, which are only shown as possible, which are chapters. Rather unclassified than a guess. */
import { codeKey, type Part } from './code.ts';
import {
  areQuestions,
  groupsOf,
  heads,
  isActionList,
  isBranching,
  isProseList,
  isSentenceBelow,
  isStructural,
  share,
} from './group.ts';
import { fromHeadline, headedRuns, isHeaded } from './headline.ts';
import type { LabelFamily } from './label.ts';
import { isTitleLike } from './title.ts';
import { Witnesses } from './witness.ts';
import { namesActions } from './words.ts';
import type { Item, Tree } from './tree.ts';
import {
  order,
  parentsFirst,
  withoutRepeated,
  type Accepted,
  type Possible,
  type Verdict,
} from './verdict.ts';

/** What the document's own title speaks of. */
export interface Subject {
  /** It names a level of goals. */
  readonly goals: boolean;
  /** It names a plan, a strategy or goals. */
  readonly plan: boolean;
}

/** Decides about a tree. */
export function judge(tree: Tree, subject: Subject, labels: ReadonlyMap<string, LabelFamily>): Verdict {
  return new Judge(tree, subject, labels).run();
}

type Mood = 'goals' | 'beside' | 'neutral';

class Judge {
  private accepted: Accepted[] = [];
  private readonly possible: Possible[] = [];
  private readonly byItem = new Map<Item, Accepted>();
  private readonly tree: Tree;
  private readonly subject: Subject;
  private readonly witnesses: Witnesses;

  constructor(tree: Tree, subject: Subject, labels: ReadonlyMap<string, LabelFamily>) {
    this.tree = tree;
    this.subject = subject;
    this.witnesses = new Witnesses(tree, labels);
  }

  run(): Verdict {
    this.level(this.tree.roots, undefined, undefined, 'neutral');
    for (const { reading, parent, context } of this.tree.loose) {
      if (context?.kind === 'beside' || context?.kind === 'chapter') continue;
      const above = this.nearest(parent);
      if (!above && reading.line.block.bullet === '') continue;
      if (reading.line.block.bullet === '' && reading.kind !== 'bare') continue;
      if (reading.line.block.link) continue;
      this.possible.push({ reading, parent: above });
    }
    this.accepted = withoutRepeated(this.accepted);
    // One or two nodes are no plan, nor are tasks alone: what looks like them is shown, not proposed.
    if (this.accepted.length < 3 || (!this.subject.plan && this.accepted.every(isLoneAction))) {
      for (const one of this.accepted.splice(0))
        if (one.reading) this.possible.push({ reading: one.reading, parent: undefined });
      for (const one of this.possible) one.parent = undefined;
    }
    this.accepted.sort((a, b) => a.lines[0] - b.lines[0] || order(a) - order(b));
    return { accepted: parentsFirst(this.accepted), possible: this.possible };
  }

  private nearest(item: Item | undefined): Accepted | undefined {
    for (let at = item; at; at = at.parent) {
      const found = this.byItem.get(at);
      if (found) return found;
    }
    return undefined;
  }

  /** Judges the children of one item; `at` is that item when it was accepted or dissolved, `above` its accepted ancestor. */
  private level(
    children: readonly Item[],
    at: Item | undefined,
    above: Accepted | undefined,
    mood: Mood,
  ): void {
    for (const group of groupsOf(children)) this.group(group, at, above, mood);
  }

  private group(all: readonly Item[], at: Item | undefined, above: Accepted | undefined, mood: Mood): void {
    const group = above ? all : this.withoutRemarks(all, mood);
    const first = group[0]!;
    const kind = first.reading.kind;
    // What stood above the parent has been judged with the parent.
    const context =
      at !== undefined && at.context === first.context && this.byItem.has(at)
        ? undefined
        : first.context?.kind;
    if (kind === 'labelled') {
      // The title stands above the label when none stands below it, or when what stands below are sentences.
      if (
        group.length >= 2 &&
        group.every(
          (item) =>
            (item.title === '' || isSentenceBelow(item)) &&
            item.before &&
            item.before.to + 1 === item.reading.from,
        )
      ) {
        for (const item of group) {
          if (item.title !== '') item.description = `${item.title}. ${item.description}`.trim();
          item.title = item.before!.title;
          item.lines.push([item.before!.from, item.before!.to]);
        }
      }
      if (
        above &&
        at &&
        first.why === 'label' &&
        at.reading.kind === 'labelled' &&
        this.witnesses.isAfterthought(first, at)
      ) {
        this.refuse(group, above, mood);
        return;
      }
      if (
        first.why === 'label'
          ? this.witnesses.isStranger(group, at)
          : first.why === 'code' && this.witnesses.isLone(first)
      ) {
        this.refuse(group, above, mood);
        return;
      }
      if (!above && this.witnesses.isRestated(group)) {
        this.refuse(group, above, mood);
        return;
      }
      if (!this.acceptRuns(group, above)) this.acceptOrphans(group, at, above);
      return;
    }
    if (kind === 'cell' || first.family.startsWith('list')) {
      const summary = !above && this.witnesses.labelled >= 2 && first.family.startsWith('list');
      if (first.context?.sentence && this.witnesses.labelled >= 2) this.refuse(group, above, mood);
      else if (summary || (first.family.startsWith('list') && mood === 'beside' && !above))
        this.refuse(group, above, mood);
      else if (first.family.startsWith('list') && !above && isProseList(group))
        this.refuse(group, above, mood);
      else if (first.headline && !above && !first.headline.line.text.endsWith(':'))
        this.acceptHeadlined(group, above);
      else if (first.family.startsWith('list') && group.length < 2 && !above) this.refuse(group, above, mood);
      else if (
        above &&
        at &&
        first.family.startsWith('list') &&
        (this.witnesses.isAfterthought(first, at) || isActionList(group))
      )
        this.refuse(group, above, mood);
      else this.accept(group, above);
      return;
    }
    if (kind === 'heading') {
      this.headings(group, at, above, mood);
      return;
    }
    // Bare codes.
    if (
      (context === 'beside' || context === 'chapter') &&
      !(context === 'chapter' && !above && isBranching(group))
    ) {
      this.refuse(group, above, mood, true);
      return;
    }
    if (above && at && this.byItem.has(at)) {
      this.bareUnderGoal(group, at, above, mood);
      return;
    }
    this.bareRoots(group, at, above, mood);
  }

  /** The group without remarks at its end: goals that were there before, again and without children. */
  private withoutRemarks(group: readonly Item[], mood: Mood): readonly Item[] {
    if (group[0]!.reading.kind !== 'labelled') return group;
    const keys = new Set<string>();
    const at = group.findIndex((item) => item.key !== '' && (keys.has(item.key) || !keys.add(item.key)));
    if (at <= 0 || !this.witnesses.isRestated(group.slice(at))) return group;
    this.refuse(group.slice(at), undefined, mood);
    return group.slice(0, at);
  }

  private bareUnderGoal(group: readonly Item[], at: Item, above: Accepted, mood: Mood): void {
    const first = group[0]!;
    if (first.why === 'code') {
      this.accept(group, above);
      return;
    }
    const named = first.context?.kind === 'goals';
    const witnesses = this.witnesses.of(at, first);
    const titles = share(group, (item) => isTitleLike(item.title)) >= 0.8;
    const starts = first.parts[0]!.value === 1 || witnesses >= 2;
    // A numbered list is a level of the plan when most goals of a kind have one.
    const level = witnesses >= 2 && witnesses * 2 >= this.witnesses.size(at.family) && first.run === 1;
    if (!named && areQuestions(group)) this.refuse(group, above, mood);
    else if (named && starts && !this.witnesses.isAfterthought(first, at)) this.accept(group, above);
    else if (level && titles && starts && group.some((item) => item.title.length < 200))
      this.accept(group, above);
    else this.refuse(group, above, mood);
  }

  private bareRoots(
    group: readonly Item[],
    at: Item | undefined,
    above: Accepted | undefined,
    mood: Mood,
  ): void {
    const first = group[0]!;
    const context = first.context?.kind === 'goals' && first.orphan === '' ? 'goals' : mood;
    // "### Actions" and its list under a goal.
    if (
      above &&
      context === 'goals' &&
      first.parts.length === 1 &&
      first.parts[0]!.value === 1 &&
      !isStructural(group)
    ) {
      this.accept(group, above);
      return;
    }
    if (isStructural(group)) {
      for (const item of group) {
        const kind = item.reading.caption?.kind;
        this.level(
          item.children,
          item,
          above,
          kind === 'goals' ? 'goals' : kind === undefined ? 'neutral' : 'beside',
        );
      }
      return;
    }
    if (first.orphan !== '' || (first.parts.length > 1 && first.why === 'root')) {
      this.bareOrphans(group, at, above, context);
      return;
    }
    // A questionnaire: numbered questions that no caption calls goals, with their answers.
    if (context !== 'goals' && areQuestions(group)) {
      this.refuse(group, above, 'beside');
      return;
    }
    const holders = group.filter((item) =>
      item.children.some((child) => child.reading.kind === 'labelled'),
    ).length;
    if (this.witnesses.labelled >= 2) {
      if (holders >= 2 && holders * 2 >= group.length && first.parts[first.parts.length - 1]!.value === 1)
        this.accept(group, above);
      else {
        for (const item of group) {
          if (item.reading.parts.length > 1 && above)
            this.possible.push({ reading: item.reading, item, parent: above });
          this.level(
            item.children,
            item,
            above,
            item.reading.caption?.kind === undefined ? 'beside' : 'neutral',
          );
        }
      }
      return;
    }
    const parents = group.filter((item) =>
      item.children.some((child) => child.reading.kind === 'bare' && child.context?.kind !== 'beside'),
    ).length;
    const titles = share(group, (item) => isTitleLike(item.title)) >= 0.7;
    const starts = first.parts[first.parts.length - 1]!.value === 1 || first.family === 'bare letter';
    const sentence = first.context?.sentence === true;
    const good = context === 'goals' && group.length >= 2 && titles && (!sentence || group.length >= 2);
    // "Our plan has eight priorities", and then 1 to 8.
    const stated =
      group.length >= 3 &&
      context !== 'beside' &&
      share(group, (item) => isTitleLike(item.title) && item.title.length < 200) === 1 &&
      this.tree.stated.some(
        ({ count, line }) =>
          count === group.length && line < first.reading.from && line + 60 > first.reading.from,
      );
    const treeLike = parents >= 2 && group.length >= 2 && titles && context !== 'beside';
    if (starts && (good || treeLike || stated)) {
      if (!treeLike && !stated && this.isHeaded(first, at)) this.acceptHeadlined(group, above);
      else if (treeLike || !this.acceptRuns(group, above)) this.accept(group, above);
    } else if (starts && context !== 'beside' && group.length >= 2 && titles && this.isHeaded(first, at))
      this.acceptHeadlined(group, above);
    else this.refuse(group, above, context);
  }

  private isHeaded(first: Item, at: Item | undefined): boolean {
    const spokenOf = this.subject.goals || this.tree.captions.length > 0;
    return spokenOf && isHeaded(first, at ? at.children : this.tree.roots);
  }

  /** Bare codes whose parents are missing: 1.1, 1.2, 2.1 … without a 1 and a 2. */
  private bareOrphans(
    group: readonly Item[],
    at: Item | undefined,
    above: Accepted | undefined,
    mood: Mood,
  ): void {
    const titles = share(group, (item) => isTitleLike(item.title)) >= 0.7;
    if (this.witnesses.labelled >= 2 || mood === 'beside' || !titles || group.length < 2) {
      this.refuse(group, above, mood);
      return;
    }
    const prefixes = new Set(group.map((item) => item.orphan));
    if (prefixes.size === 1 && mood !== 'goals' && !group.some((item) => item.children.length > 0)) {
      this.refuse(group, above, mood);
      return;
    }
    this.acceptOrphans(group, at, above);
  }

  /** Where lines of their own head the runs of a group, those lines are the parents. */
  private acceptRuns(group: readonly Item[], above: Accepted | undefined): boolean {
    const runs = above ? undefined : headedRuns(group);
    if (!runs) return false;
    for (const run of runs) {
      const parent = fromHeadline(run[0]!.before!, `headline ${run[0]!.family}`, above);
      this.accepted.push(parent);
      this.accept(run, parent);
    }
    return true;
  }

  /** Accepts items; where the code says that a parent is missing, makes one, with the line above as its title when that fits. */
  private acceptOrphans(group: readonly Item[], at: Item | undefined, above: Accepted | undefined): void {
    const prefixes = [...new Set(group.filter((item) => item.orphan !== '').map((item) => item.orphan))];
    if (
      prefixes.length === 0 ||
      (prefixes.length === 1 && (prefixes[0] !== '1' || group.length === 1 || at !== undefined))
    ) {
      this.accept(group, above);
      return;
    }
    const firsts = prefixes.map((prefix) => group.find((item) => item.orphan === prefix)!);
    const headlines =
      prefixes.length >= 2 &&
      firsts.every((item) => item.headline !== undefined && heads(item.headline, item.reading)) &&
      new Set(firsts.map((item) => item.headline!.title)).size === firsts.length;
    // Chapter numbers: 3.1 Goal, 3.2 Goal, all of one chapter, are roots.
    if (prefixes.length === 1 && !headlines) {
      this.accept(group, above);
      return;
    }
    const family = `implied ${group[0]!.family}`;
    for (const prefix of prefixes) {
      const members = group.filter((item) => item.orphan === prefix);
      const first = members[0]!;
      const existing = this.tree.items.find((item) => item.key === prefix && this.byItem.has(item));
      let parent = existing ? this.byItem.get(existing) : undefined;
      if (!parent) {
        const headline = headlines ? first.headline! : undefined;
        parent = headline
          ? fromHeadline(headline, family, above)
          : {
              parent: above,
              code: printed(first.parts.slice(0, -1), first.reading.code),
              title: '',
              description: '',
              family,
              lines: [first.reading.from, first.reading.to],
              why: 'children',
              context: undefined,
              warnings: ['title-missing', 'parent-implied'],
            };
        this.accepted.push(parent);
      }
      this.accept(members, parent);
    }
    const rest = group.filter((item) => item.orphan === '');
    if (rest.length > 0) this.accept(rest, above);
  }

  private acceptHeadlined(group: readonly Item[], above: Accepted | undefined): void {
    const first = group[0]!;
    const headline = first.headline!;
    const parent = fromHeadline(headline, `headline ${first.family}`, above);
    // One headline proves nothing; two lists under the same caption do.
    const alike = this.tree.items.filter(
      (item) =>
        item.family === first.family &&
        item.headline !== undefined &&
        (item.parent === first.parent || first.reading.kind !== 'cell'),
    ).length;
    if (alike < 2) {
      this.accept(group, above);
      return;
    }
    this.accepted.push(parent);
    this.accept(group, parent);
  }

  private headings(
    group: readonly Item[],
    at: Item | undefined,
    above: Accepted | undefined,
    mood: Mood,
  ): void {
    const structural = group.some((item) => item.reading.caption !== undefined);
    const named = at?.reading.caption?.kind === 'goals' || mood === 'goals';
    const captionHeading = at?.reading.kind === 'heading' || at === undefined;
    if (named && !structural && captionHeading && group.length >= 2) {
      this.accept(group, above);
      return;
    }
    // Headings without a label that carry labelled goals are areas.
    const areas = group.filter(
      (item) =>
        item.reading.caption === undefined &&
        item.children.some((child) => child.reading.kind === 'labelled' && child.parts.length <= 1),
    );
    if (
      !above &&
      areas.length >= 2 &&
      areas.every((item) => item.children.filter((child) => child.reading.kind === 'labelled').length >= 1) &&
      areas.some((item) => item.children.length >= 2)
    ) {
      this.accept(areas, above);
    }
    for (const item of group) {
      if (this.byItem.has(item)) continue;
      const kind = item.reading.caption?.kind;
      this.level(
        item.children,
        item,
        above,
        kind === 'goals' ? 'goals' : kind === undefined ? (above ? mood : 'neutral') : 'beside',
      );
    }
  }

  private accept(group: readonly Item[], above: Accepted | undefined): void {
    for (const item of group) {
      const accepted: Accepted = {
        item,
        reading: item.reading,
        parent: above,
        code: item.reading.code,
        title: item.title,
        description: item.description,
        family: item.family,
        lines: [item.reading.from, Math.max(item.reading.to, item.lines[item.lines.length - 1]![1])],
        why: above || item.why !== 'code' ? item.why : 'root',
        context: item.context,
        warnings: item.title === '' ? [...item.warnings, 'title-missing'] : item.warnings,
      };
      this.accepted.push(accepted);
      this.byItem.set(item, accepted);
      this.level(item.children, item, accepted, 'neutral');
    }
  }

  private refuse(group: readonly Item[], above: Accepted | undefined, mood: Mood, silent = false): void {
    for (const item of group) {
      if (!silent && mood !== 'beside') this.possible.push({ reading: item.reading, item, parent: above });
      this.level(item.children, item, above, mood === 'goals' ? 'neutral' : mood);
    }
  }
}

/** "Action 3" in minutes, "Zadanie 2" in a call for tenders: a labelled task under no goal. */
function isLoneAction({ parent, reading }: Accepted): boolean {
  return parent === undefined && namesActions(reading?.head?.label ?? '');
}

/** The code of a missing parent, as its children print it. */
function printed(parts: readonly Part[], code: string): string {
  const last = code.lastIndexOf('.');
  return last > 0 ? code.slice(0, last).trimEnd() : codeKey(parts);
}
