/** A plan's home: the horizon, the goals with their marks and figures, what changed, who is silent. */
import type { ReactElement, ReactNode } from 'react';
import { horizon, horizonSvg, horizonTitle, tasksPerDot } from '../charts/horizon.ts';
import type { EditionNode } from '../edition/edition.ts';
import { holdAnnounced } from '../edition/gap.ts';
import { goalAndTaskCount } from '../edition/level.ts';
import { formatDate, formatPeriod } from '../text/date.ts';
import { formatCount, formatPercent } from '../text/number.ts';
import { portalMessages } from '../text/portal.ts';
import { ChangesOnHome } from './changed.tsx';
import { levelCounts } from './counts.ts';
import { bandSentence, barOf, DeliveryAnswer, Titled, TwoQuestions } from './delivery.tsx';
import { GapList } from './gaps.tsx';
import { link, planPath, toItem, toPlan, type PlanHere } from './here.ts';
import { PlanPage } from './layout.tsx';
import { Legend } from './legend.tsx';
import { Bar, Mark, Svg } from './marks.tsx';
import { planFiles, Receipt, Tools } from './tools.tsx';
import { inMain, phraseOf, plain, say, Say, SayPhrase } from './words.tsx';

export function HomePage({ here }: { here: PlanHere }): ReactElement {
  const { edition, locale, city } = here;
  const t = portalMessages(locale);
  const main = city.languages;
  const delivers = edition.tasks.length > 0;
  const title = plain(edition.plan.title, locale, main);
  const lead = plain(edition.plan.summary, locale, main) || ownLead(here);
  return (
    <PlanPage
      here={here}
      kind="home"
      title={title}
      description={lead}
      hero={<Hero here={here} delivers={delivers} />}
    >
      {delivers ? (
        <section className="block whole">
          <h2 className="ds-sr-only">{t.standing}</h2>
          <TwoQuestions here={here}>
            <DeliveryAnswer here={here} of={edition.results.delivery.plan} why={toPlan(here, 'why')} />
          </TwoQuestions>
        </section>
      ) : null}
      <Purpose here={here} />
      <section className="block">
        <div className="headline">
          <h2>
            {edition.levels[0] ? (
              <Say texts={edition.levels[0].plural} locale={locale} main={main} />
            ) : (
              t.goals
            )}
          </h2>
          <p>
            <a href={toPlan(here, 'goals')}>{t.allGoals}</a>
          </p>
        </div>
        {here.index.roots.map((node) =>
          delivers ? (
            <Goal key={node.id} here={here} node={node} />
          ) : (
            <GoalOfNames key={node.id} here={here} node={node} />
          ),
        )}
        {delivers ? <Legend here={here} bars /> : null}
      </section>
      {delivers ? (
        <div className="block two">
          <ChangesOnHome here={here} />
          <WhoIsSilent here={here} />
        </div>
      ) : null}
      {delivers && edition.gaps.length > 0 ? (
        <section className="block">
          <h2>{t.gapsOwnTitle}</h2>
          <GapList here={here} most={6} />
        </section>
      ) : null}
      <div className="block toolsrow">
        <Tools
          here={here}
          title={phraseOf(edition.plan.title, locale, main)}
          pdf={{ name: t.pdf, path: planPath(here, 'plan-pdf') }}
          files={planFiles(here)}
        />
        <Receipt here={here} />
      </div>
    </PlanPage>
  );
}

function Hero({ here, delivers }: { here: PlanHere; delivers: boolean }): ReactElement {
  const { edition, locale, city } = here;
  const t = portalMessages(locale);
  const main = city.languages;
  const model = horizon(edition);
  return (
    <div className={delivers ? 'hero' : 'hero beside'}>
      <div className="wrap">
        <div>
          <h1>
            <Say texts={edition.plan.title} locale={locale} main={main} />
          </h1>
          <p className="lead">
            {edition.plan.summary ? (
              <Say texts={edition.plan.summary} locale={locale} main={main} />
            ) : (
              say(ownLead(here), locale)
            )}
          </p>
          <Facts here={here} />
        </div>
        {delivers || edition.gaps.length === 0 ? null : (
          <section className="gaps">
            <h2>{holdAnnounced(edition.gaps) ? t.gapsTitle : t.gapsOwnTitle}</h2>
            <GapList here={here} most={8} />
          </section>
        )}
      </div>
      <div className="wrap">
        <Svg of={horizonSvg(model, { lang: locale, id: 'hw', width: 1140 })} as="horizonplace roomy" />
        <Svg of={horizonSvg(model, { lang: locale, id: 'hn', width: 340 })} as="horizonplace narrow" />
        {model.due.some((due) => due.tasks > 0) ? <DueTable here={here} /> : null}
      </div>
    </div>
  );
}

/** What stands under the title when the city wrote no summary. */
function ownLead(here: PlanHere): string {
  const { edition, locale } = here;
  const t = portalMessages(locale);
  const year = edition.plan.horizon.endOn.slice(0, 4);
  const { goals, tasks } = goalAndTaskCount(edition);
  return edition.tasks.length > 0 ? t.ownLead(goals, tasks, year) : t.ownLeadGoals(goals, tasks, year);
}

/** One line of facts: act, state, latest and next reports, source. */
function Facts({ here }: { here: PlanHere }): ReactElement {
  const { edition, locale, city } = here;
  const t = portalMessages(locale);
  const main = city.languages;
  const { act, state, reporting, source } = edition.plan;
  const period = edition.tasks.map((task) => task.reportedFor ?? '').reduce((a, b) => (a > b ? a : b), '');
  const parts: ReactNode[] = [];
  parts.push(<SayPhrase of={levelCounts(here)} locale={locale} />);
  const number = act && <SayPhrase of={inMain(act.number, main)} locale={locale} />;
  if (act)
    parts.push(
      <>
        {t.adopted} <b>{act.address ? <a href={act.address}>{number}</a> : number}</b>,{' '}
        {formatDate(act.on, locale)}
      </>,
    );
  if (!act || state !== 'in-force') parts.push(say(t.state[state], locale));
  if (period)
    parts.push(
      <>
        {t.lastReports} <b>{formatPeriod(period, locale)}</b>
      </>,
    );
  if (reporting.nextReportOn)
    parts.push(
      <>
        {t.nextReports} <b>{formatDate(reporting.nextReportOn, locale)}</b>
      </>,
    );
  const sourceTitle = source?.title ? (
    <Say texts={source.title} locale={locale} main={main} />
  ) : (
    source?.address
  );
  if (source && sourceTitle)
    parts.push(
      <>
        {t.source}: {source.address ? <a href={source.address}>{sourceTitle}</a> : sourceTitle}
        {source.retrievedOn ? `, ${t.sourceRead(formatDate(source.retrievedOn, locale))}` : null}
      </>,
    );
  return (
    <ul className="meta">
      {parts.map((part, i) => (
        <li key={i}>{part}</li>
      ))}
    </ul>
  );
}

/** The table behind the lights under the horizon. */
function DueTable({ here }: { here: PlanHere }): ReactElement {
  const { locale } = here;
  const t = portalMessages(locale);
  const model = horizon(here.edition);
  const perDot = tasksPerDot(model);
  return (
    <details className="twin">
      <summary>{say(perDot === 1 ? t.dueCaption : t.dueCaptionMany(perDot), locale)}</summary>
      <div>
        <table className="ds-table">
          <caption>{t.dueByYear}</caption>
          <thead>
            <tr>
              <th scope="col">{t.dueYear}</th>
              <th scope="col">{t.dueTasks}</th>
              <th scope="col">{t.dueDone}</th>
              <th scope="col">{t.dueOverdue}</th>
            </tr>
          </thead>
          <tbody>
            {model.due.map((due) => (
              <tr key={due.year}>
                <th scope="row">{due.year}</th>
                <td>{formatCount(due.tasks, locale)}</td>
                <td>{formatCount(due.done, locale)}</td>
                <td>{formatCount(due.overdue, locale)}</td>
              </tr>
            ))}
          </tbody>
        </table>
        <p className="small">{horizonTitle(model, locale)}</p>
      </div>
    </details>
  );
}

/** Vision, mission and values, when the plan quotes them. */
function Purpose({ here }: { here: PlanHere }): ReactElement | null {
  const { edition, locale, city } = here;
  const t = portalMessages(locale);
  const { vision, mission, values } = edition.plan;
  if (!vision && !mission && values.length === 0) return null;
  return (
    <section className="block purpose">
      {vision ? (
        <div className="vision">
          <h2>{t.vision}</h2>
          <p>
            <Say texts={vision} locale={locale} main={city.languages} />
          </p>
        </div>
      ) : null}
      {mission ? (
        <div>
          <h2>{t.mission}</h2>
          <p>
            <Say texts={mission} locale={locale} main={city.languages} />
          </p>
        </div>
      ) : null}
      {values.length > 0 ? (
        <div>
          <h2>{t.values}</h2>
          <ul>
            {values.map((value, i) => (
              <li key={i}>
                <Say texts={value} locale={locale} main={city.languages} />
              </li>
            ))}
          </ul>
        </div>
      ) : null}
    </section>
  );
}

/** A goal of the top level with the marks of its children and its two answers. */
function Goal({ here, node }: { here: PlanHere; node: EditionNode }): ReactElement {
  const { index, locale } = here;
  const t = portalMessages(locale);
  const of = index.delivery(node.id);
  const item = index.item(node.id)!;
  return (
    <article className="goal">
      <p className="no" aria-hidden="true">
        {node.code ?? '·'}
      </p>
      <div>
        <h3>
          <a href={toItem(here, item)}>
            <Titled here={here} code={null} title={node.title} />
          </a>
        </h3>
        <Areas here={here} node={node} />
        <ul className="cells">
          {index.children(node.id).map((child) => (
            <li key={child.id}>
              <Mark verdict={index.delivery(child.id)?.verdict ?? 'no-tasks'} locale={locale} alone />
              <span className="code">{child.code} </span>
              <a href={toItem(here, index.item(child.id)!)}>
                <Titled here={here} code={null} title={child.title} />
              </a>
            </li>
          ))}
        </ul>
      </div>
      <dl className="figs">
        <dt>{t.askDelivery}</dt>
        <dd>
          {of && of.countedTasks > 0 ? (
            <>
              {of.meanPercent === null ? null : (
                <>
                  {t.meanProgress} <strong>{formatPercent(of.meanPercent, locale)}</strong>
                </>
              )}
              <Bar of={barOf(of)} locale={locale} />
              <span className="small">{bandSentence(here, of)}</span>
            </>
          ) : (
            <span className="small">{say(t.noTasks, locale)}</span>
          )}
        </dd>
        <dt>{t.askResults}</dt>
        <dd className="small">{say(t.notMeasured, locale)}</dd>
      </dl>
    </article>
  );
}

/** A goal of the top level in a plan that has nothing but goals: the names themselves are the page. */
function GoalOfNames({ here, node }: { here: PlanHere; node: EditionNode }): ReactElement {
  const { index } = here;
  return (
    <article className="goal plain">
      <p className="no" aria-hidden="true">
        {node.code ?? '·'}
      </p>
      <div>
        <h3>
          <a href={toItem(here, index.item(node.id)!)}>
            <Titled here={here} code={null} title={node.title} />
          </a>
        </h3>
        <Areas here={here} node={node} />
        <ul className="names">
          {index.children(node.id).map((child) => (
            <li key={child.id}>
              <span className="code">{child.code} </span>
              <a href={toItem(here, index.item(child.id)!)}>
                <Titled here={here} code={null} title={child.title} />
              </a>
            </li>
          ))}
        </ul>
      </div>
    </article>
  );
}

export function Areas({ here, node }: { here: PlanHere; node: EditionNode }): ReactElement | null {
  const { index, locale, city } = here;
  const names = node.groupIds.map((id) => index.group(id)?.name ?? null).filter((name) => name !== null);
  if (names.length === 0) return null;
  return (
    <p className="area">
      {names.map((name, i) => (
        <span key={i}>
          {i > 0 ? ' · ' : ''}
          <Say texts={name} locale={locale} main={city.languages} />
        </span>
      ))}
    </p>
  );
}

const MOST_UNITS = 5;

/** How many tasks have no valid report, and whose they are, the most silent first; the lines add up to the count. */
function WhoIsSilent({ here }: { here: PlanHere }): ReactElement {
  const { edition, index, locale, city } = here;
  const t = portalMessages(locale);
  const { plan, units } = edition.results.delivery;
  const silent = plan.countedTasks - plan.reportedTasks;
  const silentUnits = units
    .map((of) => ({ of, missing: of.countedTasks - of.reportedTasks }))
    .filter(({ missing }) => missing > 0)
    .toSorted((a, b) => b.missing - a.missing);
  const shown = silentUnits.slice(0, MOST_UNITS);
  const others = silentUnits.slice(MOST_UNITS).reduce((sum, { missing }) => sum + missing, 0);
  const ownerless = silentUnits.reduce((rest, { missing }) => rest - missing, silent);
  return (
    <section>
      <h2>{t.whoSilent}</h2>
      {silent === 0 ? (
        <p>{say(t.nobodySilent, locale)}</p>
      ) : (
        <>
          <p>{say(t.silentCount(silent, plan.countedTasks), locale)}</p>
          <ul className="plainlist">
            {shown.map(({ of, missing }) => (
              <li key={of.id}>
                <Say texts={index.unit(of.id ?? '')?.name ?? null} locale={locale} main={city.languages} />:{' '}
                {say(t.silentOf(missing, of.countedTasks), locale)}
              </li>
            ))}
            {others > 0 ? <li>{t.silentOthers(others)}</li> : null}
            {ownerless > 0 ? <li>{t.silentOwnerless(ownerless)}</li> : null}
          </ul>
        </>
      )}
      {silent === 0 ? null : (
        <p className="on-web">
          <a href={`${link(here, planPath(here, 'progress'))}#silent`}>{t.silentList}</a>
        </p>
      )}
    </section>
  );
}
