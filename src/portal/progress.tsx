/** Progress: tasks by state and by verdict, goal by goal, what is furthest behind, who is silent, by unit and area. */
import type { ReactElement, ReactNode } from 'react';
import {
  DELIVERY_VERDICTS,
  TASK_STATES,
  type Edition,
  type EditionNode,
  type EditionTask,
  type Id,
  type NodeDelivery,
  type Texts,
} from '../edition/edition.ts';
import { goalAndTaskCount, listsTasks } from '../edition/level.ts';
import { dataPages } from '../text/data-pages.ts';
import { formatDate, formatPeriod } from '../text/date.ts';
import { LOCALE_TAG } from '../text/locale.ts';
import { formatCount, formatDecimal, formatPercent } from '../text/number.ts';
import { ended, flat } from '../text/phrase.ts';
import { portalMessages } from '../text/portal.ts';
import { levelCounts } from './counts.ts';
import { bandSentence, barOf, DeliveryAnswer, GoalRow, TaskRow, Titled, TwoQuestions } from './delivery.tsx';
import { GapList } from './gaps.tsx';
import { link, planPath, toItem, toPlan, type PlanHere } from './here.ts';
import { Legend } from './legend.tsx';
import { Bar, Mark } from './marks.tsx';
import { PlainPage } from './plain-page.tsx';
import { phraseOf, plain, say, Say, SayPhrase } from './words.tsx';

export function ProgressPage({ here }: { here: PlanHere }): ReactElement {
  const { edition, locale } = here;
  const t = dataPages(locale);
  const words = portalMessages(locale);
  const { plan } = edition.results.delivery;
  if (edition.tasks.length === 0)
    return (
      <PlainPage
        here={here}
        kind="progress"
        title={t.progressTitle}
        lead={listsTasks(edition, null) ? words.tasksUnreported : t.progressNoTasks}
      >
        <p className="prose">
          {say(t.progressNoTasksMore(t.goalsCount(goalAndTaskCount(edition).goals)), locale)}
        </p>
        <p className="prose">
          <SayPhrase of={ended(levelCounts(here))} locale={locale} />
        </p>
        {edition.gaps.length > 0 ? (
          <section>
            <h2>{edition.plan.source ? words.gapsTitle : words.gapsOwnTitle}</h2>
            <GapList here={here} most={8} />
          </section>
        ) : null}
      </PlainPage>
    );
  const lead = t.progressLead(
    formatDate(edition.asOf, locale),
    t.tasksCount(edition.tasks.length),
    plan.countedTasks,
    plan.reportedTasks,
    edition.tasks.length - plan.countedTasks,
  );
  return (
    <PlainPage here={here} kind="progress" title={t.progressTitle} lead={lead}>
      <TwoQuestions here={here}>
        <DeliveryAnswer here={here} of={plan} why={toPlan(here, 'why')} />
      </TwoQuestions>
      <div className="two counts">
        <ByState here={here} of={plan} />
        <ByVerdict here={here} of={plan} />
      </div>
      <section id="goals">
        <h2>{t.byGoal}</h2>
        <ul className="rows">
          {here.index.roots.map((node) => (
            <GoalRow key={node.id} here={here} node={node} />
          ))}
        </ul>
        <WorstChildren here={here} />
        <Legend here={here} bars />
      </section>
      <FurthestBehind here={here} />
      <Silent here={here} />
      <section id="units">
        <h2>{t.byUnit}</h2>
        <p className="small">{say(t.byUnitLead, locale)}</p>
        <Figures
          here={here}
          of={edition.results.delivery.units.map((of) => [here.index.unit(of.id ?? '')?.name ?? null, of])}
        />
      </section>
      <ByGroup here={here} />
      <Stopped here={here} />
    </PlainPage>
  );
}

function ByState({ here, of }: { here: PlanHere; of: NodeDelivery }): ReactElement {
  const t = dataPages(here.locale);
  const words = portalMessages(here.locale).taskState;
  const was = before(here)?.results.delivery.plan;
  return (
    <section>
      <h2>{t.byState}</h2>
      <Counts
        here={here}
        head={t.state}
        rows={TASK_STATES.map((state) => [
          state,
          words[state],
          of.countsByState[state],
          was?.countsByState[state] ?? 0,
        ])}
      />
    </section>
  );
}

function ByVerdict({ here, of }: { here: PlanHere; of: NodeDelivery }): ReactElement {
  const { locale } = here;
  const t = dataPages(locale);
  const words = portalMessages(locale).verdict;
  const was = before(here)?.results.delivery.plan;
  const rows = DELIVERY_VERDICTS.map(
    (verdict) =>
      [
        verdict,
        <>
          <Mark verdict={verdict} locale={locale} /> {words[verdict]}
        </>,
        of.countsByVerdict[verdict],
        was?.countsByVerdict[verdict] ?? 0,
      ] as const,
  );
  return (
    <section>
      <h2>{t.byVerdict}</h2>
      <Counts here={here} head={t.verdict} rows={rows} />
    </section>
  );
}

/** The edition before, when it had tasks to compare with. */
function before({ plan, edition }: PlanHere): Edition | null {
  const found = plan.edition(edition.number - 1);
  return found && found.tasks.length > 0 ? found : null;
}

/** Each row: key, name, how many now, and how many in the edition before, which stands beside it. */
function Counts({
  here,
  head,
  rows,
}: {
  here: PlanHere;
  head: string;
  rows: readonly (readonly [string, ReactNode, number, number])[];
}): ReactElement {
  const { locale } = here;
  const t = dataPages(locale);
  const past = before(here);
  const total = rows.reduce((sum, [, , count]) => sum + count, 0);
  const totalWas = rows.reduce((sum, [, , , was]) => sum + was, 0);
  const most = Math.max(1, ...rows.map(([, , count]) => count));
  return (
    <table className="ledger">
      <thead>
        <tr>
          <th scope="col">{head}</th>
          {past ? (
            <th scope="col" className="num was">
              <a href={link(here, planPath(here, 'progress', past.number))}>{t.edition(past.number)}</a>
            </th>
          ) : null}
          <th scope="col">{past ? t.edition(here.edition.number) : t.tasks}</th>
        </tr>
      </thead>
      <tbody>
        {rows
          .filter(([, , count, was]) => count + was > 0)
          .map(([key, name, count, was]) => (
            <tr key={key}>
              <th scope="row">{name}</th>
              {past ? <td className="num was">{formatCount(was, locale)}</td> : null}
              <td className="poled">
                <span>{formatCount(count, locale)}</span>
                <svg width="100%" height="8" aria-hidden="true">
                  <rect className="f-bar" width={`${Math.round((count / most) * 1000) / 10}%`} height="8" />
                </svg>
              </td>
            </tr>
          ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">{t.total}</th>
          {past ? <td className="num was">{formatCount(totalWas, locale)}</td> : null}
          <td className="poled">
            <span>{formatCount(total, locale)}</span>
          </td>
        </tr>
      </tfoot>
    </table>
  );
}

/** Under each top goal, the child that misses most. */
function WorstChildren({ here }: { here: PlanHere }): ReactElement | null {
  const { index, locale } = here;
  const t = dataPages(locale);
  const lines = index.roots.flatMap((node) => {
    const worst = index.delivery(node.id)?.worst;
    const item = worst ? index.item(worst.id) : undefined;
    return worst && item ? [{ node, item, points: worst.behindPoints }] : [];
  });
  if (lines.length === 0) return null;
  return (
    <>
      <h3 className="mid">{t.worstByGoal}</h3>
      <ul className="plainlist">
        {lines.map(({ node, item, points }) => (
          <li key={node.id}>
            <a href={toItem(here, item)}>
              <Titled
                here={here}
                code={item.code}
                title={item.type === 'node' ? item.node.title : item.task.title}
              />
            </a>{' '}
            <span className="soft">{say(t.worstLine(pointsText(here, points)), locale)}</span>
          </li>
        ))}
      </ul>
    </>
  );
}

const MOST_BEHIND = 10;

function FurthestBehind({ here }: { here: PlanHere }): ReactElement {
  const { edition, index, locale } = here;
  const t = dataPages(locale);
  const behind = edition.tasks
    .flatMap((task) => {
      const of = index.taskDelivery(task.id);
      if (!of || of.usedPercent === null || of.expectedPercent === null) return [];
      const gap = Math.round(Number(of.expectedPercent) * 100 - Number(of.usedPercent) * 100);
      return gap > edition.plan.behindPoints * 100 ? [{ task, gap }] : [];
    })
    .toSorted((a, b) => b.gap - a.gap)
    .slice(0, MOST_BEHIND);
  return (
    <section id="behind">
      <h2>{t.worst}</h2>
      {behind.length === 0 ? (
        <p>{say(t.worstAll, locale)}</p>
      ) : (
        <>
          <p className="small">{say(t.worstLead, locale)}</p>
          <ul className="rows">
            {behind.map(({ task }) => (
              <TaskRow key={task.id} here={here} task={task} />
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

function Silent({ here }: { here: PlanHere }): ReactElement {
  const { edition, index, locale, city } = here;
  const t = dataPages(locale);
  const counted = edition.results.delivery.plan.countedTasks;
  const silent = edition.tasks.filter((task) => {
    const of = index.taskDelivery(task.id);
    return of?.counted === true && !of.reported;
  });
  const collator = new Intl.Collator(LOCALE_TAG[locale]);
  const byUnit = [...Map.groupBy(silent, (task) => task.unitIds[0] ?? '')]
    .map(([id, tasks]) => ({ name: index.unit(id)?.name ?? null, tasks }))
    .toSorted(
      (a, b) =>
        b.tasks.length - a.tasks.length ||
        collator.compare(plain(a.name, locale, city.languages), plain(b.name, locale, city.languages)),
    );
  return (
    <section id="silent">
      <h2>{t.silent}</h2>
      <p>{say(silent.length === 0 ? t.silentNone : t.silentLead(silent.length, counted), locale)}</p>
      {byUnit.map(({ name, tasks }) => (
        <div key={tasks[0]!.id} className="unitblock">
          <h3>
            {name ? <Say texts={name} locale={locale} main={city.languages} /> : t.noUnit}{' '}
            <span className="soft">{formatCount(tasks.length, locale)}</span>
          </h3>
          <ul className="ruled">
            {tasks.map((task) => (
              <li key={task.id}>
                <a href={toItem(here, index.item(task.id)!)}>
                  <Titled here={here} code={task.code} title={task.title} />
                </a>
                <span className="soft">{say(sinceWhen(here, task), locale)}</span>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </section>
  );
}

function sinceWhen(here: PlanHere, task: EditionTask): string {
  const { index, locale } = here;
  const t = dataPages(locale);
  const staleFrom = index.taskDelivery(task.id)?.staleFrom ?? null;
  const period = task.reportedFor === null ? null : formatPeriod(task.reportedFor, locale);
  if (staleFrom !== null) {
    const since = t.silentSince(formatDate(staleFrom, locale));
    return period === null ? since : `${since}; ${t.silentLast(period)}`;
  }
  return period === null ? t.silentNever : t.silentNoFigure(period);
}

const NO_GOALS = (): readonly EditionNode[] => [];

/** Units or groups with their figures, and the goals to go on to; those without tasks are left out. */
function Figures({
  here,
  of,
  goals = NO_GOALS,
}: {
  here: PlanHere;
  of: readonly (readonly [Texts | null, NodeDelivery])[];
  goals?: (id: Id | null) => readonly EditionNode[];
}): ReactElement {
  const { locale, city } = here;
  const t = dataPages(locale);
  const collator = new Intl.Collator(LOCALE_TAG[locale]);
  const rows = of
    .filter(([, figure]) => figure.countedTasks > 0)
    .map(([name, figure]) => ({ name, figure, sorted: plain(name, locale, city.languages) }))
    .toSorted((a, b) => collator.compare(a.sorted, b.sorted));
  return (
    <ul className="rows">
      {rows.map(({ name, figure }) => (
        <li key={figure.id}>
          <Mark verdict={figure.verdict} locale={locale} alone />
          <div>
            {name ? <Say texts={name} locale={locale} main={city.languages} /> : t.untitled}
            <span className="small facts">{bandSentence(here, figure)}</span>
            <GoalLinks here={here} of={goals(figure.id)} />
          </div>
          <div className="fig">
            <Bar of={barOf(figure)} locale={locale} />
            <span className="small">
              {figure.meanPercent === null
                ? t.none
                : portalMessages(locale).onAverage(formatPercent(figure.meanPercent, locale))}
            </span>
          </div>
        </li>
      ))}
    </ul>
  );
}

function ByGroup({ here }: { here: PlanHere }): ReactElement | null {
  const { edition, locale } = here;
  const t = dataPages(locale);
  const figures = edition.results.delivery.groups.filter((of) => of.countedTasks > 0);
  if (figures.length === 0) return null;
  return (
    <section id="groups">
      <h2>{t.byGroup}</h2>
      <p className="small">{say(t.byGroupLead, locale)}</p>
      <Figures
        here={here}
        of={figures.map((of) => [here.index.group(of.id ?? '')?.name ?? null, of])}
        goals={(id) => topGoals(here, id)}
      />
    </section>
  );
}

/** The highest goals that belong to a group: from here a reader goes down to the goals and tasks. */
function topGoals({ edition, index }: PlanHere, group: Id | null): readonly EditionNode[] {
  const within = (node: EditionNode): boolean => group !== null && node.groupIds.includes(group);
  return edition.nodes.filter(
    (node) => within(node) && !index.above(index.item(node.id)!).some((above) => within(above)),
  );
}

function GoalLinks({ here, of }: { here: PlanHere; of: readonly EditionNode[] }): ReactElement | null {
  if (of.length === 0) return null;
  return (
    <ul className="subgoals">
      {of.map((node) => (
        <li key={node.id}>
          <a href={toItem(here, here.index.item(node.id)!)}>
            <Titled here={here} code={node.code} title={node.title} />
          </a>
        </li>
      ))}
    </ul>
  );
}

function Stopped({ here }: { here: PlanHere }): ReactElement | null {
  const { edition, index, locale, city } = here;
  const t = dataPages(locale);
  const stopped = edition.tasks.filter((task) => task.state === 'stopped' || task.state === 'merged');
  if (stopped.length === 0) return null;
  return (
    <section id="stopped">
      <h2>{t.stopped}</h2>
      <p className="small">{say(t.stoppedLead, locale)}</p>
      <ul className="ruled marked">
        {stopped.map((task) => {
          const target = task.mergedIntoId === null ? undefined : index.task(task.mergedIntoId);
          const name = phraseOf(target?.title ?? null, locale, city.languages);
          const reason = plain(task.stateReason, locale, city.languages);
          // A reason that names the other task says it already.
          const into = target && !reason.includes(flat(name)) ? name : null;
          return (
            <li key={task.id}>
              <Mark verdict={task.state === 'merged' ? 'merged' : 'stopped'} locale={locale} alone />
              <a href={toItem(here, index.item(task.id)!)}>
                <Titled here={here} code={task.code} title={task.title} />
              </a>
              <span className="soft">
                {into ? <SayPhrase of={t.mergedInto(into)} locale={locale} /> : null}
                {into && task.stateReason ? '; ' : null}
                {task.stateReason ? (
                  <Say texts={task.stateReason} locale={locale} main={city.languages} />
                ) : into ? null : (
                  t.noReason
                )}
              </span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

function pointsText(here: PlanHere, points: string): string {
  const shown = points.endsWith('.0') ? points.slice(0, -2) : points;
  return dataPages(here.locale).points(Number(shown), formatDecimal(shown, here.locale));
}
