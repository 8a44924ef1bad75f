/** What the three documents have in common: the edition's texts as phrases and passages, its figures in words, its files. */
import { barSvg, barTitle, type Bar } from '../charts/bar.ts';
import { horizon, horizonSvg, horizonTitle } from '../charts/horizon.ts';
import { markSvg } from '../charts/mark.ts';
import { INK } from '../charts/svg.ts';
import {
  DELIVERY_VERDICTS,
  type Edition,
  type EditionNode,
  type EditionTask,
  type EditionUnit,
  type Id,
  type NodeDelivery,
  type TaskDelivery,
  type Texts,
} from '../edition/edition.ts';
import { whyUncounted } from '../edition/level.ts';
import { documentMessages, formatShortDate, type DocumentMessages } from '../text/document.ts';
import { civilDate, formatDate } from '../text/date.ts';
import { pick, type Locale } from '../text/locale.ts';
import { formatPercent } from '../text/number.ts';
import { portalMessages, type PortalMessages } from '../text/portal.ts';
import { typeset } from '../text/typography.ts';
import { inkOf } from './colour.ts';
import type { Measure, Passage, Phrase, Picture } from './document.ts';
import { readMarkdown } from './markdown.ts';

/** One edition seen for one document: its indexes, its languages, its words, and the pictures collected on the way. */
export interface Content {
  readonly edition: Edition;
  readonly editions: readonly Edition[];
  readonly locale: Locale;
  readonly t: DocumentMessages;
  readonly words: PortalMessages;
  readonly accent: string;
  readonly nodes: ReadonlyMap<Id, EditionNode>;
  readonly tasks: ReadonlyMap<Id, EditionTask>;
  readonly children: ReadonlyMap<Id | null, readonly EditionNode[]>;
  readonly tasksOf: ReadonlyMap<Id, readonly EditionTask[]>;
  readonly nodeDelivery: ReadonlyMap<Id | null, NodeDelivery>;
  readonly taskDelivery: ReadonlyMap<Id, TaskDelivery>;
  readonly files: Record<string, string>;
  readonly units: ReadonlyMap<Id, EditionUnit>;
  /** Tasks of other nodes that also serve a node, by that node. */
  readonly alsoServed: ReadonlyMap<Id, readonly EditionTask[]>;
  /** Figures and dates in words that were already made: making a formatter costs more than all else here. */
  readonly said: Map<string, string>;
}

/** `editions`: those of the same plan, for the list of fingerprints; those after this one are left out. */
export function contentOf(edition: Edition, editions: readonly Edition[], locale: Locale): Content {
  const accent = inkOf(edition.city.colour);
  const files: Record<string, string> = {};
  for (const verdict of DELIVERY_VERDICTS)
    files[`mark-${verdict}.svg`] = markSvg(verdict, null, { width: 16 });
  return {
    edition,
    editions: editions.filter((e) => e.plan.id === edition.plan.id && e.number <= edition.number),
    locale,
    t: documentMessages(locale),
    words: portalMessages(locale),
    accent,
    nodes: new Map(edition.nodes.map((n) => [n.id, n])),
    tasks: new Map(edition.tasks.map((task) => [task.id, task])),
    children: Map.groupBy(edition.nodes, (n) => n.parentId),
    tasksOf: Map.groupBy(edition.tasks, (task) => task.nodeId),
    nodeDelivery: new Map(
      [edition.results.delivery.plan, ...edition.results.delivery.nodes].map((d) => [d.id, d]),
    ),
    taskDelivery: new Map(edition.results.delivery.tasks.map((d) => [d.id, d])),
    files,
    units: new Map(edition.units.map((unit) => [unit.id, unit])),
    alsoServed: servedBy(edition.tasks),
    said: new Map(),
  };
}

function servedBy(tasks: readonly EditionTask[]): Map<Id, EditionTask[]> {
  const found = new Map<Id, EditionTask[]>();
  for (const task of tasks)
    for (const link of task.links) {
      if (link.kind !== 'serves') continue;
      const others = found.get(link.toId);
      if (others) others.push(task);
      else found.set(link.toId, [task]);
    }
  return found;
}

/** The document's own words, with the hard spaces of its language. */
export function word(content: Content, text: string): string {
  return typeset(text, content.locale);
}

/** A text of the city in the reader's language, else the plan's main one and marked so; null when there is none. */
export function phrase(content: Content, texts: Texts | null): Phrase | null {
  const found = pick(texts, content.locale, content.edition.city.languages);
  return found && { text: typeset(found.text, found.lang), lang: markedLang(found.lang, content.locale) };
}

/** The document's own words as a phrase. */
export function own(content: Content, text: string, to?: string): Phrase {
  return { text: word(content, text), lang: null, ...(to === undefined ? {} : { to }) };
}

/** A text of the city in the safe Markdown subset; null when there is none. */
export function passage(content: Content, texts: Texts | null): Passage | null {
  const found = pick(texts, content.locale, content.edition.city.languages);
  if (!found) return null;
  const prose = readMarkdown(found.text, found.lang);
  return prose.length === 0 ? null : { lang: markedLang(found.lang, content.locale), prose };
}

/** One paragraph of the document's own words. */
export function paragraph(content: Content, text: string): Passage {
  return { lang: null, prose: [{ kind: 'paragraph', spans: [{ kind: 'text', text: word(content, text) }] }] };
}

/** The text alone, for alternative texts and titles. */
export function plain(content: Content, texts: Texts | null): string {
  return phrase(content, texts)?.text ?? '';
}

/** The title of a node, or the words that say that the source gives none. */
export function titleOf(content: Content, node: { readonly title: Texts | null }): Phrase {
  return phrase(content, node.title) ?? own(content, content.t.untitled);
}

export function percent(content: Content, value: string): string {
  return once(content, `%${value}`, () => formatPercent(value, content.locale));
}

export function date(content: Content, day: string): string {
  return once(content, day, () => word(content, formatDate(day, content.locale)));
}

/** `1.03.2024`, `1 Mar 2024`. */
export function shortDate(content: Content, day: string): string {
  return once(content, `.${day}`, () => word(content, formatShortDate(day, content.locale)));
}

/** The words of a figure or date, made once a document. */
export function once(content: Content, key: string, say: () => string): string {
  const kept = content.said.get(key);
  if (kept !== undefined) return kept;
  const said = say();
  content.said.set(key, said);
  return said;
}

export function editionOf(content: Content, edition: Edition = content.edition): string {
  return word(content, content.t.editionOf(edition.number, formatDate(publishedOn(edition), content.locale)));
}

/** The day of publication in the city's zone. */
export function publishedOn(edition: Edition): string {
  return civilDate(edition.publishedAt, edition.city.timeZone);
}

/** What the city's standing obliges every page to say; null for a city that publishes for itself. */
export function notice(content: Content): string | null {
  const { standing, name } = content.edition.city;
  if (standing === 'official') return null;
  return word(
    content,
    standing === 'invented' ? content.words.invented(plain(content, name)) : content.words.fromPublicPage,
  );
}

/** The horizon of the plan as a picture of a width in points. */
export function horizonPicture(content: Content, width: number): Picture {
  const model = horizon(content.edition);
  const svg = horizonSvg(model, { lang: content.locale, id: 'horizon', width });
  content.files['horizon.svg'] = svg.replaceAll(INK.city, content.accent);
  return { file: 'horizon.svg', alt: word(content, horizonTitle(model, content.locale)) };
}

/** Share of the horizon that has passed, 0 to 1; null without a start. */
export function elapsed(content: Content): number | null {
  const { elapsedPercent } = horizon(content.edition);
  return elapsedPercent === null ? null : Number(elapsedPercent) / 100;
}

/** "Are we doing what we promised?" for a node (or the plan, id null), every figure the edition's own decimal. */
export function measure(content: Content, id: Id | null): Measure {
  const { t, words } = content;
  const d = content.nodeDelivery.get(id);
  const say = (text: string): string => word(content, text);
  if (!d) throw new Error(`the edition has no delivery figure of ${id ?? 'the plan'}`);
  const question = say(words.askDelivery);
  if (d.countedTasks === 0) {
    const node = content.edition.nodes.find((one) => one.id === id) ?? null;
    const why = whyUncounted(content.edition, node, d.countsByState);
    const lines = [
      { announced: words.tasksAnnounced, listed: words.tasksUnreported, none: words.noTasks }[why.tasks],
    ];
    return {
      question,
      mark: null,
      say: say(why.givenUp ? words.onlyStopped : words.unknown),
      bar: null,
      lines: lines.map(say),
    };
  }
  const lines: string[] = [];
  if (d.bandPercent) {
    const [low, high] = d.bandPercent;
    if (low !== high) lines.push(t.range(percent(content, low), percent(content, high)));
    else if (d.meanPercent !== null) lines.push(t.exact);
  }
  lines.push(t.reportedOf(d.reportedTasks, d.countedTasks));
  if (d.schedule)
    lines.push(
      t.expectedToday(
        percent(content, d.schedule.actualPercent),
        percent(content, d.schedule.expectedPercent),
      ),
    );
  if (d.promised) lines.push(t.promised(percent(content, d.promised.meanPercent), d.promised.stoppedTasks));
  if (d.childNodesWithoutTasks > 0) lines.push(t.goalsWithoutTasks(d.childNodesWithoutTasks, d.childNodes));
  const figure =
    d.meanPercent === null
      ? t.noFigure
      : `${words.verdict[d.verdict]}: ${words.meanProgress} ${percent(content, d.meanPercent)}`;
  return {
    question,
    mark: d.verdict,
    say: say(capital(figure)),
    bar: barPicture(content, id ?? 'plan', {
      meanPercent: d.meanPercent,
      bandPercent: d.bandPercent,
      expectedPercent: d.schedule?.expectedPercent ?? null,
    }),
    lines: lines.map((line) => say(capital(line))),
  };
}

function barPicture(content: Content, name: string, bar: Bar): Picture {
  const file = `bar-${name}.svg`;
  content.files[file] = barSvg(bar, { lang: content.locale, id: `bar-${name}`, width: 320 });
  return { file, alt: word(content, barTitle(bar, content.locale)) };
}

/** With a capital at its beginning. */
export function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}

/** Only what the compiler can mark: a two- or three-letter tag that differs from the document's. */
function markedLang(lang: string, locale: Locale): string | null {
  return lang === locale || !/^[a-z]{2,3}$/.test(lang) ? null : lang;
}

/** `As of 30 September 2026`. */
export function asOfLine(content: Content): string {
  return word(content, content.t.asOf(formatDate(content.edition.asOf, content.locale)));
}

/** `2022–2032`, or `To 2028` when the source gives no start. */
export function periodLine(content: Content): string {
  const { startOn, endOn } = content.edition.plan.horizon;
  return word(content, content.t.period(startOn === null ? null : startOn.slice(0, 4), endOn.slice(0, 4)));
}

/** The arms as a picture; null when the city gives none. */
export function armsPicture(content: Content): Picture | null {
  const { arms } = content.edition.city;
  if (!arms) return null;
  content.files['arms.svg'] = arms.svg;
  return { file: 'arms.svg', alt: plain(content, arms.description) };
}
