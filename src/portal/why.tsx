/** "Why this number?": the working of a figure in steps, with its inputs and lines to check by hand. */
import type { ReactElement } from 'react';
import type {
  DeliveryVerdict,
  EditionNode,
  EditionTask,
  NodeDelivery,
  TaskDelivery,
} from '../edition/edition.ts';
import { whyWords } from '../text/why-words.ts';
import { formatDate } from '../text/date.ts';
import { formatCount, formatDecimal, formatPercent } from '../text/number.ts';
import { flat, own, phrase } from '../text/phrase.ts';
import { portalMessages } from '../text/portal.ts';
import { barOf, taskBar, Titled, titlePhrase } from './delivery.tsx';
import { itemPath, link, planPath, toItem, toPlan, type PlanHere } from './here.ts';
import { PlanPage } from './layout.tsx';
import { Bar, Mark } from './marks.tsx';
import type { Item } from './shelf.ts';
import { planFiles, Receipt, Tools } from './tools.tsx';
import { Inputs, Parts, TaskTable } from './why-inputs.tsx';
import { say, Say } from './words.tsx';

/** `item` null: the whole plan. */
export function WhyPage({ here, item }: { here: PlanHere; item: Item | null }): ReactElement {
  const { locale, edition, city, index } = here;
  const t = whyWords(locale);
  const words = portalMessages(locale);
  const json = item ? itemPath(here, item, 'item-why-json') : planPath(here, 'why-json');
  const name = item ? titlePhrase(here, titleOf(item)) : own(t.whyPlan);
  const title = phrase`${t.whyTitle} ${item?.code ? `${item.code} ` : ''}${name}`;
  const above = item ? [...index.above(item).map((node) => index.item(node.id)!), item] : [];
  return (
    <PlanPage
      here={here}
      title={flat(title)}
      description={t.whyLead}
      {...(item ? {} : { kind: 'why' as const })}
      crumbs={above.map((one) => ({
        name: one.code ?? <Say texts={titleOf(one)} locale={locale} main={city.languages} />,
        href: toItem(here, one),
      }))}
      crumb={t.whyTitle}
      aside={
        <>
          <section>
            <h2>{t.whyMethod}</h2>
            <ul>
              <li>
                <a href={toPlan(here, 'method')}>{words.method}</a>
              </li>
              <li>
                <a href={link(here, json)}>{t.whyJson}</a>
              </li>
            </ul>
          </section>
          <Tools
            here={here}
            title={title}
            pdf={{ name: words.pdfPlan, path: planPath(here, 'plan-pdf') }}
            files={planFiles(here)}
          />
          <Receipt here={here} />
        </>
      }
    >
      <p className="level">
        {item ? (
          <a href={toItem(here, item)}>
            <Titled here={here} code={item.code} title={titleOf(item)} />
          </a>
        ) : (
          <a href={toPlan(here, 'home')}>
            <Say texts={edition.plan.title} locale={locale} main={city.languages} />
          </a>
        )}
      </p>
      <h1>{t.whyTitle}</h1>
      <p className="lead">{say(t.whyLead, locale)}</p>
      {item?.type === 'task' ? (
        <OfTask here={here} task={item.task} />
      ) : (
        <OfNode here={here} node={item?.node ?? null} />
      )}
    </PlanPage>
  );
}

function OfNode({ here, node }: { here: PlanHere; node: EditionNode | null }): ReactElement {
  const { edition, index, locale } = here;
  const t = whyWords(locale);
  const words = portalMessages(locale);
  const of = node ? index.delivery(node.id) : edition.results.delivery.plan;
  if (!of || of.countedTasks === 0)
    return (
      <>
        <p className="say quiet">{say(t.whyNoTasks, locale)}</p>
        <Inputs here={here} node={node} />
      </>
    );
  return (
    <>
      <div className="verdicts one">
        <section>
          <p className="say">
            <Mark verdict={of.verdict} locale={locale} />{' '}
            {of.meanPercent === null ? words.none : percent(here, of.meanPercent)}{' '}
            <span className="verdictword">{portalMessages(locale).verdict[of.verdict]}</span>
          </p>
          <Bar of={barOf(of)} locale={locale} />
          {of.bandPercent ? (
            <p className="small">
              {say(t.fromTo(percent(here, of.bandPercent[0]), percent(here, of.bandPercent[1])), locale)}
            </p>
          ) : null}
        </section>
      </div>
      <Steps here={here} of={of} />
      <Schedule here={here} of={of} />
      <ByHand here={here} of={of} />
      <Inputs here={here} node={node} />
      {node ? null : <Parts here={here} />}
    </>
  );
}

/** W, R, S, the mean, coverage, the range and what was promised, each with its numbers filled in. */
function Steps({ here, of }: { here: PlanHere; of: NodeDelivery }): ReactElement {
  const { locale, edition } = here;
  const t = whyWords(locale);
  const n = (value: number | string): string => formatDecimal(String(value), locale);
  const [W, R, S] = [n(of.weightTotal), n(of.weightReported), n(of.weightedProgress)];
  const steps: readonly (readonly [string, string])[] = [
    [edition.plan.weights === 'whole' ? t.whyW(of.countedTasks) : t.whyWEqual(of.countedTasks), `W = ${W}`],
    [t.whyR(of.reportedTasks), `R = ${R}`],
    [t.whyS, `S = ${S}`],
    ...(of.meanPercent === null ? [] : [[t.whyM, `${S} / ${R} = ${percent(here, of.meanPercent)}`] as const]),
    ...(of.coveragePercent === null
      ? []
      : [[t.whyC, `${R} / ${W} = ${percent(here, of.coveragePercent)}`] as const]),
    ...(of.bandPercent === null
      ? []
      : [
          [t.whyLow, `${S} / ${W} = ${percent(here, of.bandPercent[0])}`] as const,
          [t.whyHigh, `(${S} + (${W} − ${R}) × 100) / ${W} = ${percent(here, of.bandPercent[1])}`] as const,
        ]),
    ...(of.promised === null
      ? []
      : [
          [
            t.whyPromised(of.promised.stoppedTasks),
            `${S} / (${R} + ${n(of.promised.weightStopped)}) = ${percent(here, of.promised.meanPercent)}`,
          ] as const,
        ]),
  ];
  return (
    <section>
      <h2>{t.whySteps}</h2>
      {of.reportedTasks === 0 ? <p>{say(t.whyNoReports, locale)}</p> : null}
      <ol className="working">
        {steps.map(([words, sum]) => (
          <li key={words}>
            <span>{say(words, locale)}</span> <span className="sum">{sum}</span>
          </li>
        ))}
      </ol>
      <p className="small">{say(t.whyRounding, locale)}</p>
    </section>
  );
}

function Schedule({ here, of }: { here: PlanHere; of: NodeDelivery }): ReactElement {
  const { locale, edition } = here;
  const t = whyWords(locale);
  const words = portalMessages(locale);
  return (
    <section>
      <h2>{t.whySchedule}</h2>
      <p>
        {say(
          of.schedule
            ? t.whyScheduleCompare(
                words.countTasks(of.schedule.tasks),
                percent(here, of.schedule.actualPercent),
                percent(here, of.schedule.expectedPercent),
              )
            : t.whyScheduleNone,
          locale,
        )}
      </p>
      <p>
        <Mark verdict={of.verdict} locale={locale} />{' '}
        {say(t.whyVerdict(portalMessages(locale).verdict[of.verdict]), locale)}
      </p>
      <Rules here={here} of={t.whyRules(points(here, edition.plan.behindPoints))} met={of.verdict} />
    </section>
  );
}

/** The rule of the verdict as a list; the line that decided stands out. */
function Rules({
  here,
  of,
  met,
}: {
  here: PlanHere;
  of: readonly (readonly [DeliveryVerdict, string])[];
  met: DeliveryVerdict;
}): ReactElement {
  const { locale } = here;
  const t = whyWords(locale);
  const words = portalMessages(locale).verdict;
  return (
    <>
      <h3 className="mid">{t.whyRuleTitle}</h3>
      <ol className="rules">
        {of.map(([verdict, condition]) => (
          <li key={verdict} className={verdict === met ? 'met' : undefined}>
            <Mark verdict={verdict} locale={locale} /> <span>{words[verdict]}</span>{' '}
            <span>{say(condition, locale)}</span>
          </li>
        ))}
      </ol>
    </>
  );
}

/** Formulas for any spreadsheet, with the reader's decimal sign and no grouping. */
function ByHand({ here, of }: { here: PlanHere; of: NodeDelivery }): ReactElement | null {
  const t = whyWords(here.locale);
  if (of.weightTotal === 0) return null;
  const s = here.locale === 'pl' ? of.weightedProgress.replace('.', ',') : of.weightedProgress;
  const lines = [
    ...(of.weightReported === 0 ? [] : [`=${s}/${of.weightReported}`]),
    `=${s}/${of.weightTotal}`,
    `=(${s}+(${of.weightTotal}-${of.weightReported})*100)/${of.weightTotal}`,
    ...(of.promised ? [`=${s}/(${of.weightReported}+${of.promised.weightStopped})`] : []),
  ];
  return (
    <section>
      <h2>{t.whyByHand}</h2>
      <p className="small">{say(t.whyByHandHow, here.locale)}</p>
      <pre className="formulas">{lines.join('\n')}</pre>
    </section>
  );
}

function OfTask({ here, task }: { here: PlanHere; task: EditionTask }): ReactElement {
  const { index, locale, edition } = here;
  const t = whyWords(locale);
  const of = index.taskDelivery(task.id);
  if (!of) return <p>{say(t.whyUsedNot, locale)}</p>;
  const days =
    task.startOn !== null && task.endOn !== null && of.expectedPercent !== null
      ? elapsed(task.startOn, task.endOn, edition.asOf)
      : null;
  return (
    <>
      <div className="verdicts one">
        <section>
          <p className="say">
            <Mark verdict={of.verdict} locale={locale} />{' '}
            {of.usedPercent === null
              ? portalMessages(locale).verdict[of.verdict]
              : percent(here, of.usedPercent)}
          </p>
          {of.usedPercent === null ? null : <Bar of={taskBar(task, of)} locale={locale} />}
        </section>
      </div>
      <section>
        <h2>{t.whySteps}</h2>
        <ol className="working">
          <li>
            <span>{say(usedWords(here, task, of), locale)}</span>
            {of.staleFrom === null || !of.reported ? null : (
              <span> {say(t.whyUsedUntil(formatDate(dayBefore(of.staleFrom), locale)), locale)}</span>
            )}
          </li>
          <li>
            {days === null || of.expectedPercent === null ? (
              <span>{say(t.whyExpectedNone, locale)}</span>
            ) : (
              <>
                <span>
                  {say(
                    t.whyExpected(formatCount(days.passed, locale), formatCount(days.all, locale)),
                    locale,
                  )}
                </span>{' '}
                <span className="sum">
                  {formatCount(days.passed, locale)} / {formatCount(days.all, locale)} ={' '}
                  {percent(here, of.expectedPercent)}
                </span>
              </>
            )}
          </li>
          <li>
            <Mark verdict={of.verdict} locale={locale} />{' '}
            {say(t.whyVerdict(portalMessages(locale).verdict[of.verdict]), locale)}
          </li>
        </ol>
        <p className="small">{say(t.whyRounding, locale)}</p>
        <Rules here={here} of={t.whyTaskRules(points(here, edition.plan.behindPoints))} met={of.verdict} />
      </section>
      <section>
        <h2>{t.whyInputs}</h2>
        <TaskTable here={here} tasks={[task]} name={t.whyInputs} />
      </section>
    </>
  );
}

function usedWords(here: PlanHere, task: EditionTask, of: TaskDelivery): string {
  const t = whyWords(here.locale);
  if (!of.counted) return t.whyUsedNot;
  if (task.state === 'done') return t.whyUsedDone;
  return of.usedPercent === null ? t.whyUsedSilent : t.whyUsed(percent(here, of.usedPercent));
}

/** Whole days passed and in all between two dates, both included, as of a day. */
function elapsed(
  startOn: string,
  endOn: string,
  asOf: string,
): { readonly passed: number; readonly all: number } {
  const day = (date: string): number => Date.parse(`${date}T00:00:00Z`) / 86_400_000;
  const all = day(endOn) - day(startOn) + 1;
  return { passed: Math.min(Math.max(day(asOf) - day(startOn) + 1, 0), all), all };
}

function dayBefore(date: string): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10);
}

function percent(here: PlanHere, value: string): string {
  return formatPercent(value, here.locale);
}

function points(here: PlanHere, value: number): string {
  return portalMessages(here.locale).points(value, formatCount(value, here.locale));
}

function titleOf(item: Item): EditionNode['title'] {
  return item.type === 'node' ? item.node.title : item.task.title;
}
