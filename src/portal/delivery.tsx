/** The answers to the two questions, and the rows of goals and tasks, in the same words on every page. */
import type { ReactElement, ReactNode } from 'react';
import type {
  DeliveryVerdict,
  EditionNode,
  EditionTask,
  NodeDelivery,
  TaskDelivery,
} from '../edition/edition.ts';
import { listsTasks, whyUncounted } from '../edition/level.ts';
import { formatDate, formatPeriod } from '../text/date.ts';
import { formatPercent } from '../text/number.ts';
import { join, own, type Phrase } from '../text/phrase.ts';
import { portalMessages } from '../text/portal.ts';
import { toItem, type PlanHere } from './here.ts';
import type { Item } from './shelf.ts';
import { Bar, Mark } from './marks.tsx';
import { phraseOf, say, Say, SayPhrase } from './words.tsx';

/** "Are we doing what we promised?": verdict, bar, range, and what the figure hides. `why` is the link to its working. */
export function DeliveryAnswer({
  here,
  of,
  why,
}: {
  here: PlanHere;
  of: NodeDelivery;
  why: string;
}): ReactElement {
  const { locale } = here;
  const t = portalMessages(locale);
  const percent = (value: string): string => formatPercent(value, locale);
  if (of.countedTasks === 0) return <NothingToCount here={here} of={of} />;
  return (
    <>
      <p className="say">
        <Mark verdict={of.verdict} locale={locale} /> {say(deliverySentence(here, of), locale)}
      </p>
      <Bar of={barOf(of)} locale={locale} />
      <p className="small">
        {bandSentence(here, of)}{' '}
        <a className="on-web" href={why}>
          {t.why}
        </a>
      </p>
      {of.schedule && of.schedule.actualPercent !== of.meanPercent ? (
        <p className="small">
          {say(
            t.scheduleNote(percent(of.schedule.actualPercent), percent(of.schedule.expectedPercent)),
            locale,
          )}
        </p>
      ) : null}
      {of.promised ? (
        <p className="small">
          {say(t.promisedNote(percent(of.promised.meanPercent), of.promised.stoppedTasks), locale)}
        </p>
      ) : null}
      {of.childNodesWithoutTasks > 0 ? (
        <p className="small">{say(t.withoutTasks(of.childNodesWithoutTasks, of.childNodes), locale)}</p>
      ) : null}
      <p className="small">{staleNote(here, of)}</p>
    </>
  );
}

/** "Does it work?": nothing is measured yet, and that one sentence is the whole answer. */
export function ResultsAnswer({ here }: { here: PlanHere }): ReactElement {
  return <p className="say quiet">{say(portalMessages(here.locale).notMeasured, here.locale)}</p>;
}

/** Both questions side by side: the one framed panel of a page. */
export function TwoQuestions({ here, children }: { here: PlanHere; children: ReactNode }): ReactElement {
  const t = portalMessages(here.locale);
  return (
    <div className="verdicts">
      <section>
        <h2>{t.askDelivery}</h2>
        {children}
      </section>
      <section>
        <h2>{t.askResults}</h2>
        <ResultsAnswer here={here} />
      </section>
    </div>
  );
}

/** "Behind: average progress 62 % instead of 73 %", or the mean alone when not every reported task is dated. */
export function deliverySentence(here: PlanHere, of: NodeDelivery): string {
  const t = portalMessages(here.locale);
  const word = capital(t.verdict[of.verdict]);
  const percent = (value: string): string => formatPercent(value, here.locale);
  if (of.meanPercent === null) return word;
  const mean = percent(of.meanPercent);
  if (!of.schedule || of.schedule.actualPercent !== of.meanPercent || of.verdict.startsWith('done'))
    return `${word}: ${t.meanProgress} ${mean}`;
  const expected = percent(of.schedule.expectedPercent);
  const short = of.verdict === 'behind' || of.verdict === 'late';
  return short ? t.verdictShort(word, mean, expected) : t.verdictPlanned(word, mean, expected);
}

/** "Between 31 and 63; 15 of 22 tasks reported." */
export function bandSentence(here: PlanHere, of: NodeDelivery): string {
  const { locale } = here;
  const t = portalMessages(locale);
  if (of.reportedTasks === 0) return say(t.noReports(of.countedTasks), locale);
  if (of.reportedTasks === of.countedTasks || !of.bandPercent)
    return say(`${t.bandExact(of.reportedTasks)}.`, locale);
  const [low, high] = of.bandPercent;
  const text = t.bandReported(
    formatPercent(low, locale),
    formatPercent(high, locale),
    of.reportedTasks,
    of.countedTasks,
  );
  return say(`${text}.`, locale);
}

/** The bar of a node's figure. */
export function barOf(of: NodeDelivery): {
  meanPercent: string | null;
  bandPercent: readonly [string, string] | null;
  expectedPercent: string | null;
} {
  return {
    meanPercent: of.meanPercent,
    bandPercent: of.bandPercent,
    expectedPercent: of.schedule?.expectedPercent ?? null,
  };
}

/** A goal in a list: mark, code, title, and its figure beside it. */
export function GoalRow({ here, node }: { here: PlanHere; node: EditionNode }): ReactElement {
  const { locale, index, edition } = here;
  const t = portalMessages(locale);
  const of = index.delivery(node.id);
  const item = index.item(node.id)!;
  const listed = listsTasks(edition, node);
  return (
    <li>
      {listed ? <span /> : <Mark verdict={of?.verdict ?? 'no-tasks'} locale={locale} alone />}
      <div>
        <a href={toItem(here, item)}>
          <Titled here={here} code={node.code} title={node.title} />
        </a>
      </div>
      <div className="fig">
        {of && of.countedTasks > 0 ? (
          <>
            <Bar of={barOf(of)} locale={locale} />
            <span className="small">{say(rowFigure(here, of), locale)}</span>
          </>
        ) : (
          <span className="small">{listed ? null : t.verdict['no-tasks']}</span>
        )}
      </div>
    </li>
  );
}

/** A task in a list: mark, title, who and until when, and where it stands in words. */
export function TaskRow({ here, task }: { here: PlanHere; task: EditionTask }): ReactElement {
  const { locale, index, city } = here;
  const t = portalMessages(locale);
  const of = index.taskDelivery(task.id);
  const unit = task.unitIds[0] === undefined ? undefined : index.unit(task.unitIds[0]);
  const verdict = of?.verdict ?? 'undated';
  const left = verdict === 'stopped' || verdict === 'merged' || verdict === 'suspended';
  const shown = of?.counted === true && task.progressPercent !== null && of.reported;
  const facts = [
    unit ? phraseOf(unit.short ?? unit.name, locale, city.languages) : [],
    own(task.endOn ? `${t.until} ${formatDate(task.endOn, locale)}` : t.noDates.toLowerCase()),
  ].filter((fact) => fact.length > 0);
  return (
    <li>
      <Mark verdict={verdict} locale={locale} alone />
      <div>
        <a href={toItem(here, index.item(task.id)!)}>
          <Titled here={here} code={task.code} title={task.title} />
        </a>
        <span className="small facts">
          <SayPhrase of={join(facts, ' · ')} locale={locale} />
        </span>
        {left && task.stateReason ? (
          <span className="small facts">
            <Say texts={task.stateReason} locale={locale} main={city.languages} />
          </span>
        ) : null}
      </div>
      <div className="fig">
        {shown ? <Bar of={taskBar(task, of)} locale={locale} /> : null}
        <span className="small">{left ? t.verdict[verdict] : taskFigure(here, task, of, verdict)}</span>
      </div>
    </li>
  );
}

/** The bar of one task: no range, its own expected progress while it runs. */
export function taskBar(
  task: EditionTask,
  of: TaskDelivery,
): { meanPercent: string | null; bandPercent: null; expectedPercent: string | null } {
  const ended = of.verdict === 'done' || of.verdict === 'done-late';
  return {
    meanPercent: of.usedPercent ?? task.progressPercent,
    bandPercent: null,
    expectedPercent: ended ? null : of.expectedPercent,
  };
}

/** "64 %, 58 % planned by today"; "stopped: the land was sold"; "no report for Q3". */
export function taskFigure(
  here: PlanHere,
  task: EditionTask,
  of: TaskDelivery | undefined,
  verdict: DeliveryVerdict,
): ReactNode {
  const { locale, city } = here;
  const t = portalMessages(locale);
  const percent = (value: string): string => formatPercent(value, locale);
  if (verdict === 'stopped' || verdict === 'merged' || verdict === 'suspended')
    return (
      <>
        {t.verdict[verdict]}
        {task.stateReason ? (
          <>
            : <Say texts={task.stateReason} locale={locale} main={city.languages} />
          </>
        ) : null}
      </>
    );
  if (verdict === 'done' || verdict === 'done-late')
    return say(
      `${t.verdict[verdict]}${task.reportedOn ? `, ${t.reportOf(formatDate(task.reportedOn, locale))}` : ''}`,
      locale,
    );
  if (verdict === 'no-report')
    return say(
      task.reportedOn === null ? t.noReport : t.lastReport(formatDate(task.reportedOn, locale)),
      locale,
    );
  const used = of?.usedPercent ?? null;
  const parts = [
    used === null ? t.verdict[verdict] : `${t.verdict[verdict]}, ${percent(used)}`,
    of?.expectedPercent != null ? t.plannedToday(percent(of.expectedPercent)) : null,
  ];
  return say(parts.filter((part) => part !== null).join('; '), locale);
}

/** Code and title, the title in its own language. */
export function Titled({
  here,
  code,
  title,
}: {
  here: PlanHere;
  code: string | null;
  title: EditionNode['title'];
}): ReactElement {
  const t = portalMessages(here.locale);
  return (
    <>
      <Code code={code} />
      {title ? <Say texts={title} locale={here.locale} main={here.city.languages} /> : <em>{t.untitled}</em>}
    </>
  );
}

/** A title as a phrase, or the words that say that there is none. */
export function titlePhrase(here: PlanHere, title: EditionNode['title']): Phrase {
  const found = phraseOf(title, here.locale, here.city.languages);
  return found.length > 0 ? found : own(portalMessages(here.locale).untitled);
}

/** A code before a title. The space is part of it: read aloud, copied or printed, code and title stay apart. */
export function Code({ code }: { code: string | null }): ReactElement | null {
  return code === null ? null : <span className="code">{code} </span>;
}

/** A link to an item by code and title; `short`: by its code when it has one. */
export function ItemLink({
  here,
  item,
  short = false,
}: {
  here: PlanHere;
  item: Item;
  short?: boolean;
}): ReactElement {
  const title = item.type === 'node' ? item.node.title : item.task.title;
  return (
    <a href={toItem(here, item)}>
      {short && item.code !== null ? item.code : <Titled here={here} code={item.code} title={title} />}
    </a>
  );
}

/** "No news since …", on present pages after the day on which the first report under it stopped counting. */
export function staleNote(here: PlanHere, of: { readonly staleFrom: string | null }): ReactNode {
  const { locale, site, edition } = here;
  if (here.past !== null || of.staleFrom === null || site.asOf === null) return null;
  if (of.staleFrom > site.asOf || site.asOf <= edition.asOf) return null;
  return say(portalMessages(locale).noNewsSince(formatDate(edition.asOf, locale)), locale);
}

/** "report of 12 October 2026 for Q3 2026" */
export function reportLine(here: PlanHere, task: EditionTask): string | null {
  const { locale } = here;
  const t = portalMessages(locale);
  if (task.reportedOn === null) return null;
  const period =
    task.reportedFor === null ? '' : ` ${t.reportedFor} ${formatPeriod(task.reportedFor, locale)}`;
  return say(`${t.reportedOn} ${formatDate(task.reportedOn, locale)}${period}`, locale);
}

export function capital(word: string): string {
  return word.slice(0, 1).toUpperCase() + word.slice(1);
}

function NothingToCount({ here, of }: { here: PlanHere; of: NodeDelivery }): ReactElement {
  const { locale, edition } = here;
  const t = portalMessages(locale);
  const item = of.id === null ? undefined : here.index.item(of.id);
  const why = whyUncounted(edition, item?.type === 'node' ? item.node : null, of.countsByState);
  const tasks = { announced: t.tasksAnnounced, listed: t.tasksUnreported, none: t.noTasks }[why.tasks];
  return (
    <>
      <p className="say quiet">
        {why.givenUp ? <Mark verdict="stopped" locale={locale} /> : null}{' '}
        {why.givenUp ? t.onlyStopped : t.unknown}
      </p>
      <p className="small">{say(tasks, locale)}</p>
    </>
  );
}

function rowFigure(here: PlanHere, of: NodeDelivery): string {
  const t = portalMessages(here.locale);
  const percent = (value: string): string => formatPercent(value, here.locale);
  const word = t.verdict[of.verdict];
  return of.meanPercent === null ? word : `${word}, ${t.onAverage(percent(of.meanPercent))}`;
}
