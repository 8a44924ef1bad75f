/** Blocks of goals and tasks: a node with everything the plan says of it, and its tasks as a table. */
import type { EditionLink, EditionNode, EditionTask, Id } from '../edition/edition.ts';
import { listsTasks } from '../edition/level.ts';
import { formatPeriod } from '../text/date.ts';
import {
  capital,
  date,
  measure,
  once,
  own,
  paragraph,
  passage,
  percent,
  phrase,
  plain,
  shortDate,
  titleOf,
  word,
  type Content,
} from './content.ts';
import type { Block, Fact, GoalRow, Passage, Phrase, TaskRow } from './document.ts';

/** Whether the plan says nothing of a node and of what is under it but titles. */
export function isBare(content: Content, node: EditionNode): boolean {
  return (
    node.description === null &&
    node.expectedResult === null &&
    node.unitIds.length === 0 &&
    node.partners.length === 0 &&
    node.startOn === null &&
    node.endOn === null &&
    node.links.length === 0 &&
    !content.tasksOf.has(node.id) &&
    !content.children.has(node.id)
  );
}

/** A node, its figures, its tasks and the nodes under it, depth first. `level` is the heading's, 1 to 6. */
export function nodeBlocks(content: Content, node: EditionNode, level: number, newPage: boolean): Block[] {
  const children = content.children.get(node.id) ?? [];
  const planHasTasks = content.edition.tasks.length > 0;
  const blocks: Block[] = [goalBlock(content, node, level, { newPage, delivery: planHasTasks })];
  if (isBare(content, node)) return blocks;
  blocks.push(...aboutBlocks(content, node));
  if (planHasTasks) blocks.push({ kind: 'measure', measure: measure(content, node.id) });
  blocks.push(...taskBlocks(content, content.tasksOf.get(node.id) ?? [], false));
  for (const child of children) blocks.push(...nodeBlocks(content, child, Math.min(level + 1, 6), false));
  return blocks;
}

/** The heading of a node. */
export function goalBlock(
  content: Content,
  node: EditionNode,
  level: number,
  how: { readonly newPage: boolean; readonly delivery: boolean },
): Block {
  const bare = isBare(content, node);
  const verdict = content.nodeDelivery.get(node.id)?.verdict ?? null;
  const marked = bare && how.delivery && verdict !== null;
  return {
    kind: 'goal',
    level,
    rank: rankOf(content, node),
    label: levelName(content, node),
    code: node.code,
    title: titleOf(content, node),
    under: groupsOf(content, node),
    newPage: how.newPage,
    bare: bare && node.parentId !== null,
    mark: marked ? verdict : null,
    word: marked ? word(content, content.words.verdict[verdict]) : null,
  };
}

function rankOf(content: Content, node: EditionNode): number {
  const parent = node.parentId === null ? undefined : content.nodes.get(node.parentId);
  return parent ? rankOf(content, parent) + 1 : 0;
}

export function levelName(content: Content, node: EditionNode): string {
  return plain(content, content.edition.levels[node.level]?.singular ?? null);
}

/** Description and facts of a node. */
export function aboutBlocks(content: Content, node: EditionNode): Block[] {
  const description = passage(content, node.description);
  const items = factsOf(content, node);
  return [
    ...(description ? [{ kind: 'prose' as const, size: 'body' as const, passage: description }] : []),
    ...(items.length > 0 ? [{ kind: 'facts' as const, items }] : []),
  ];
}

/** Result, dates, units, partners and links of a node; nothing for what the plan does not say. */
export function factsOf(content: Content, node: EditionNode): Fact[] {
  const { words, t } = content;
  const facts: Fact[] = [];
  const add = (term: string, values: readonly (Phrase | null)[]): void => {
    const given = values.filter((v) => v !== null);
    if (given.length > 0) facts.push({ term: word(content, term), values: given });
  };
  add(words.expectedResult, [phrase(content, node.expectedResult)]);
  const dates = datesOf(content, node);
  if (dates.length > 0) add(words.dates, [own(content, dates.join(' '))]);
  const [first, ...others] = node.unitIds.map((id) => unitOf(content, id));
  add(words.whoAnswers, [first ?? null]);
  add(words.whoHelps, others);
  add(
    words.partners,
    node.partners.map((p) => phrase(content, p)),
  );
  for (const kind of ['supports', 'depends-on', 'serves'] as const)
    add(
      kind === 'supports' ? words.supports : kind === 'depends-on' ? words.dependsOn : words.serves,
      node.links.filter((link) => link.kind === kind).map((link) => linkedOf(content, link)),
    );
  add(
    t.alsoServedBy,
    (content.alsoServed.get(node.id) ?? []).map((task) => named(content, task)),
  );
  return facts;
}

/** Tasks as a table with a repeated header. `full`: with description, report and next step of each. */
export function taskBlocks(content: Content, tasks: readonly EditionTask[], full: boolean): Block[] {
  if (tasks.length === 0) return [];
  const { t } = content;
  const head = [t.code, t.task, t.term, t.status, t.progress].map((h) => word(content, h));
  return [{ kind: 'tasks', head, rows: tasks.map((task) => taskRow(content, task, full)) }];
}

/** Children as a table: what they are, how they stand. */
export function childBlocks(content: Content, nodes: readonly EditionNode[]): Block[] {
  if (nodes.length === 0) return [];
  const { t, words } = content;
  const rows = nodes.map((node): GoalRow => {
    const d = content.nodeDelivery.get(node.id);
    const verdict = d?.verdict ?? 'no-tasks';
    return {
      code: node.code ?? '',
      title: titleOf(content, node),
      mark: verdict,
      word: listsTasks(content.edition, node) ? '' : word(content, words.verdict[verdict]),
      figure: d && d.meanPercent !== null ? percent(content, d.meanPercent) : '',
      range: d ? rangeOf(content, d.bandPercent) : '',
    };
  });
  return [{ kind: 'goals', head: [t.code, t.goal, t.status, t.progress].map((h) => word(content, h)), rows }];
}

function rangeOf(content: Content, band: readonly [string, string] | null): string {
  if (!band || band[0] === band[1]) return '';
  return word(content, `${percent(content, band[0])} – ${percent(content, band[1])}`);
}

function taskRow(content: Content, task: EditionTask, full: boolean): TaskRow {
  const { t, words } = content;
  const d = content.taskDelivery.get(task.id);
  if (!d) throw new Error(`the edition has no delivery figure of task ${task.id}`);
  const stale =
    d.counted && d.usedPercent === null && task.progressPercent !== null && task.reportedOn !== null;
  const shown = d.counted ? d.usedPercent : null;
  const notes: { term: string; value: Passage }[] = [];
  const note = (term: string, value: Passage | null): void => {
    if (value) notes.push({ term: word(content, term), value });
  };
  if (full) {
    note('', passage(content, task.description));
    note(words.expectedResult, passage(content, task.expectedResult));
    note(
      words.partners,
      task.partners.length === 0
        ? null
        : paragraph(content, task.partners.map((p) => plain(content, p)).join(', ')),
    );
  }
  note(words.reasonFor, passage(content, task.stateReason));
  const into = task.mergedIntoId === null ? undefined : content.tasks.get(task.mergedIntoId);
  if (into) note(words.mergedInto, paragraph(content, named(content, into).text));
  if (full) {
    note(
      task.reportedFor === null
        ? t.done
        : capital(
            t.report(
              once(content, task.reportedFor, () => formatPeriod(task.reportedFor ?? '', content.locale)),
              task.reportedOn === null ? null : date(content, task.reportedOn),
            ),
          ),
      passage(content, task.reportText),
    );
    note(words.whatNext, passage(content, task.nextStep));
  }
  if (stale)
    note(
      '',
      paragraph(
        content,
        capital(
          t.lastReport(percent(content, task.progressPercent ?? '0'), date(content, task.reportedOn ?? '')),
        ),
      ),
    );
  return {
    code: task.code ?? '',
    title: titleOf(content, task),
    units: task.unitIds.map((id) => unitOf(content, id)).filter((u) => u !== null),
    dates: shortDatesOf(content, task),
    mark: d.verdict,
    word: word(content, words.verdict[d.verdict]),
    progress: shown === null ? null : percent(content, shown),
    planned:
      shown === null || d.expectedPercent === null || task.state === 'done'
        ? null
        : word(content, t.planned(percent(content, d.expectedPercent))),
    bar:
      shown === null
        ? null
        : {
            done: Number(shown) / 100,
            expected:
              d.expectedPercent === null || task.state === 'done' ? null : Number(d.expectedPercent) / 100,
          },
    notes,
  };
}

/** `from 1 January 2024`, `until 31 December 2027`; a whole year is written as the year. */
export function datesOf(
  content: Content,
  item: { readonly startOn: string | null; readonly endOn: string | null },
): string[] {
  const { t } = content;
  const { startOn, endOn } = item;
  const say = (text: string): string => word(content, text);
  const whole =
    (startOn === null || startOn.endsWith('-01-01')) && (endOn === null || endOn.endsWith('-12-31'));
  const shown = (day: string): string => (whole ? day.slice(0, 4) : date(content, day));
  if (whole && startOn !== null && endOn !== null)
    return [
      startOn.slice(0, 4) === endOn.slice(0, 4)
        ? startOn.slice(0, 4)
        : `${startOn.slice(0, 4)}–${endOn.slice(0, 4)}`,
    ];
  return [
    ...(startOn === null ? [] : [say(t.from(shown(startOn)))]),
    ...(endOn === null ? [] : [say(t.until(shown(endOn)))]),
  ];
}

/** As `datesOf`, for a narrow column: `1.03.2024 –` and `30.06.2027`. */
function shortDatesOf(
  content: Content,
  item: { readonly startOn: string | null; readonly endOn: string | null },
): string[] {
  const whole = datesOf(content, item);
  if (whole.every((d) => /^\D*\d{4}(–\d{4})?$/.test(d))) return whole;
  const short = (day: string): string => shortDate(content, day);
  const { startOn, endOn } = item;
  if (startOn !== null && endOn !== null) return [`${short(startOn)}\u00a0–`, short(endOn)];
  return endOn === null
    ? [word(content, content.t.from(short(startOn ?? '')))]
    : [word(content, content.t.until(short(endOn)))];
}

function unitOf(content: Content, id: Id): Phrase | null {
  return phrase(content, content.units.get(id)?.name ?? null);
}

function groupsOf(content: Content, node: EditionNode): Phrase[] {
  return content.edition.groupings
    .flatMap((grouping) => grouping.groups)
    .filter((group) => node.groupIds.includes(group.id))
    .map((group) => phrase(content, group.name))
    .filter((name) => name !== null);
}

function linkedOf(content: Content, link: EditionLink): Phrase | null {
  const to = content.nodes.get(link.toId) ?? content.tasks.get(link.toId);
  return to ? named(content, to) : null;
}

/** Code and title in one phrase. */
export function named(content: Content, item: EditionNode | EditionTask): Phrase {
  const title = titleOf(content, item);
  return item.code === null ? title : { ...title, text: `${item.code}\u00a0${title.text}` };
}
