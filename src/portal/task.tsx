/** A task: one answer to one question, the last report in the reporter's words, and who owes the next. */
import type { ReactElement, ReactNode } from 'react';
import type { EditionTask, TaskDelivery } from '../edition/edition.ts';
import { formatDate } from '../text/date.ts';
import { formatPercent } from '../text/number.ts';
import { flat, phrase } from '../text/phrase.ts';
import { portalMessages } from '../text/portal.ts';
import {
  capital,
  ItemLink,
  reportLine,
  staleNote,
  taskBar,
  taskFigure,
  Titled,
  titlePhrase,
} from './delivery.tsx';
import { itemPath, planPath, toItem, toPlan, type PlanHere } from './here.ts';
import { PlanPage } from './layout.tsx';
import { Markdown } from './markdown.tsx';
import { Bar, Mark } from './marks.tsx';
import { Span, unitsOf } from './node.tsx';
import { GapList, gapsOf } from './gaps.tsx';
import { itemNotices } from './notices.tsx';
import type { Item } from './shelf.ts';
import { Decisions, Ties } from './ties.tsx';
import { Answers, Receipt, Tools } from './tools.tsx';
import { plain, say, Say, SayPhrase, shorten } from './words.tsx';

export function TaskPage({ here, task }: { here: PlanHere; task: EditionTask }): ReactElement {
  const { locale, index, city, edition } = here;
  const t = portalMessages(locale);
  const main = city.languages;
  const item: Item = index.item(task.id)!;
  const home = index.node(task.nodeId);
  const homeItem = home ? index.item(home.id) : undefined;
  const of = index.taskDelivery(task.id);
  const verdict = of?.verdict ?? 'undated';
  const name = phrase`${task.code === null ? '' : `${task.code} `}${titlePhrase(here, task.title)}`;
  const merged = task.mergedIntoId === null ? undefined : index.item(task.mergedIntoId);
  const gaps = gapsOf(here, task.id);
  const report = reportLine(here, task);
  return (
    <PlanPage
      here={here}
      title={flat(name)}
      description={shorten(
        `${t.task} ${flat(name)}: ${t.verdict[verdict]}. ${plain(task.description, locale, main)}`,
        300,
      )}
      crumbs={index.above(item).map((up) => ({
        href: toItem(here, index.item(up.id)!),
        name: <Titled here={here} code={up.code} title={up.title} />,
      }))}
      crumb={task.code ?? <SayPhrase of={name} locale={locale} />}
      canonical={itemPath(here, item)}
      image={
        homeItem && here.past === null ? itemPath(here, homeItem, 'item-image') : planPath(here, 'plan-image')
      }
      notice={itemNotices(here, item)}
      aside={
        <>
          <Tools
            here={here}
            title={name}
            pdf={
              homeItem && here.past === null
                ? {
                    name: home?.code ? t.pdfGoal(home.code) : t.pdf,
                    path: itemPath(here, homeItem, 'item-pdf'),
                  }
                : { name: t.pdfPlan, path: planPath(here, 'plan-pdf') }
            }
            files={[
              { name: 'JSON', path: itemPath(here, item, 'item-json') },
              { name: 'CSV', path: itemPath(here, item, 'item-csv') },
            ]}
          />
          <Answers here={here} units={unitsOf(here, task)} />
          <Receipt here={here} />
        </>
      }
    >
      <p className="level">
        {t.task} {task.code}
      </p>
      <h1>
        <Say texts={task.title} locale={locale} main={main} />
      </h1>
      <section className="promise">
        <h2 className="ds-sr-only">{t.promised}</h2>
        <Markdown texts={task.description} locale={locale} main={main} />
        {task.expectedResult ? (
          <p>
            <b>{t.expectedResult}:</b> <Say texts={task.expectedResult} locale={locale} main={main} />
          </p>
        ) : null}
        {task.description || task.expectedResult ? null : (
          <p className="small">{say(t.promisedNothing, locale)}</p>
        )}
        <Span here={here} of={task} />
      </section>
      <div className="verdicts one">
        <section>
          <h2>{t.askDelivery}</h2>
          <p className="say">
            <Mark verdict={verdict} locale={locale} /> {capital(t.verdict[verdict])}
            {of?.usedPercent != null && verdict !== 'done' && verdict !== 'done-late'
              ? `: ${formatPercent(of.usedPercent, locale)}`
              : null}
          </p>
          {of?.counted && task.progressPercent !== null && of.reported ? (
            <Bar of={taskBar(task, of)} locale={locale} />
          ) : null}
          <p className="small">
            {taskNote(here, task, of)}{' '}
            {of?.counted ? (
              <a className="on-web" href={toItem(here, item, 'item-why')}>
                {t.why}
              </a>
            ) : null}
          </p>
          {merged ? (
            <p className="small">
              {t.mergedInto}: <ItemLink here={here} item={merged} />
            </p>
          ) : null}
          <p className="small">{of ? staleNote(here, of) : null}</p>
        </section>
      </div>
      {task.reportText || task.stateReason ? (
        <section>
          <h2>{t.standingWhy}</h2>
          {task.stateReason ? (
            <p>
              <b>{t.reasonFor}:</b> <Say texts={task.stateReason} locale={locale} main={main} />
            </p>
          ) : null}
          <Markdown texts={task.reportText} locale={locale} main={main} />
          {report ? <p className="small">{report}</p> : null}
        </section>
      ) : report ? (
        <p className="small">{report}</p>
      ) : null}
      {task.nextStep ? (
        <section>
          <h2>{t.whatNext}</h2>
          <Markdown texts={task.nextStep} locale={locale} main={main} />
        </section>
      ) : null}
      {task.partners.length > 0 ? (
        <section>
          <h2>{t.partners}</h2>
          <ul className="plainlist">
            {task.partners.map((partner, i) => (
              <li key={i}>
                <Say texts={partner} locale={locale} main={main} />
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      {homeItem ? (
        <section>
          <h2>{t.partOf}</h2>
          <p>
            <ItemLink here={here} item={homeItem} />
          </p>
        </section>
      ) : null}
      <Ties here={here} item={item} links={task.links} />
      <Decisions here={here} id={task.id} />
      {gaps.length > 0 ? (
        <section>
          <h2>{t.gapsHere}</h2>
          <GapList here={here} gaps={gaps} most={12} />
        </section>
      ) : null}
      <section className="method">
        <h2>{t.methodData}</h2>
        <p className="small">
          {say(
            t.methodLine(edition.results.delivery.method.version, formatDate(edition.asOf, locale)),
            locale,
          )}{' '}
          {edition.plan.weights === 'whole' ? `${t.weight}: ${task.weight}. ` : null}
          <span className="on-web">
            <a href={toPlan(here, 'method')}>{t.method}</a> ·{' '}
            <a href={toItem(here, item, 'item-json')}>JSON</a> ·{' '}
            <a href={toItem(here, item, 'item-csv')}>CSV</a>
          </span>
        </p>
      </section>
    </PlanPage>
  );
}

/** The line under a task's verdict: what the plan expects by now, else the same words as in a list. */
function taskNote(here: PlanHere, task: EditionTask, of: TaskDelivery | undefined): ReactNode {
  const { locale } = here;
  const running = of?.verdict === 'on-time' || of?.verdict === 'behind' || of?.verdict === 'late';
  if (running && of.expectedPercent !== null)
    return say(portalMessages(locale).plannedSentence(formatPercent(of.expectedPercent, locale)), locale);
  if (
    of &&
    (of.verdict === 'stopped' ||
      of.verdict === 'merged' ||
      of.verdict === 'suspended' ||
      of.verdict === 'undated')
  )
    return null;
  return taskFigure(here, task, of, of?.verdict ?? 'undated');
}
