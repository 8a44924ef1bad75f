/** Progress: tasks by state and by verdict, goal by goal, what is furthest behind, who is silent, by unit and area. */
import type { ReactElement } from 'react';
import { holdAnnounced } from '../edition/gap.ts';
import { goalAndTaskCount, listsTasks } from '../edition/level.ts';
import { progressWords } from '../text/progress-words.ts';
import { formatDate } from '../text/date.ts';
import { formatDecimal } from '../text/number.ts';
import { ended, flat } from '../text/phrase.ts';
import { portalMessages } from '../text/portal.ts';
import { levelCounts } from './counts.ts';
import { DeliveryAnswer, GoalRow, TaskRow, Titled, TwoQuestions } from './delivery.tsx';
import { GapList } from './gaps.tsx';
import { toItem, toPlan, type PlanHere } from './here.ts';
import { Legend } from './legend.tsx';
import { Mark } from './marks.tsx';
import { PlainPage } from './plain-page.tsx';
import { ByGroup, ByUnit } from './divisions.tsx';
import { Silent } from './silent.tsx';
import { ByState, ByVerdict } from './tallies.tsx';
import { phraseOf, plain, say, Say, SayPhrase } from './words.tsx';

export function ProgressPage({ here }: { here: PlanHere }): ReactElement {
  const { edition, locale } = here;
  const t = progressWords(locale);
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
          {say(t.progressNoTasksMore(words.countGoals(goalAndTaskCount(edition).goals)), locale)}
        </p>
        <p className="prose">
          <SayPhrase of={ended(levelCounts(here))} locale={locale} />
        </p>
        {edition.gaps.length > 0 ? (
          <section>
            <h2>{holdAnnounced(edition.gaps) ? words.gapsTitle : words.gapsOwnTitle}</h2>
            <GapList here={here} most={8} />
          </section>
        ) : null}
      </PlainPage>
    );
  const lead = t.progressLead(
    formatDate(edition.asOf, locale),
    words.countTasks(edition.tasks.length),
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
      <ByUnit here={here} />
      <ByGroup here={here} />
      <Stopped here={here} />
    </PlainPage>
  );
}

/** Under each top goal, the child that misses most. */
function WorstChildren({ here }: { here: PlanHere }): ReactElement | null {
  const { index, locale } = here;
  const t = progressWords(locale);
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
  const t = progressWords(locale);
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

function Stopped({ here }: { here: PlanHere }): ReactElement | null {
  const { edition, index, locale, city } = here;
  const t = progressWords(locale);
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
  return portalMessages(here.locale).points(Number(shown), formatDecimal(shown, here.locale));
}
