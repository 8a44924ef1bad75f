/** A node: the fixed questions, its children and tasks, and what it is tied to. */
import type { ReactElement, ReactNode } from 'react';
import type { EditionNode, EditionTask, EditionUnit, NodeDelivery } from '../edition/edition.ts';
import { formatDate } from '../text/date.ts';
import { flat, phrase } from '../text/phrase.ts';
import { portalMessages } from '../text/portal.ts';
import {
  DeliveryAnswer,
  GoalRow,
  ItemLink,
  TaskRow,
  Titled,
  TwoQuestions,
  titlePhrase,
} from './delivery.tsx';
import { Areas } from './home.tsx';
import { itemPath, planPath, toItem, toPlan, type PlanHere } from './here.ts';
import { PlanPage } from './layout.tsx';
import { Markdown } from './markdown.tsx';
import { itemNotices } from './notices.tsx';
import { GapList, gapsOf } from './gaps.tsx';
import type { Item } from './shelf.ts';
import { Decisions, Lineage, Ties } from './ties.tsx';
import { Answers, Receipt, Tools } from './tools.tsx';
import { plain, say, Say, SayPhrase, shorten } from './words.tsx';

export function NodePage({ here, node }: { here: PlanHere; node: EditionNode }): ReactElement {
  const { locale, index, edition, city } = here;
  const t = portalMessages(locale);
  const main = city.languages;
  const item: Item = index.item(node.id)!;
  const of = index.delivery(node.id);
  const name = phrase`${node.code === null ? '' : `${node.code} `}${titlePhrase(here, node.title)}`;
  const tasks = index.tasks(node.id);
  const counted = tasks.filter((task) => task.state !== 'stopped' && task.state !== 'merged');
  const left = tasks.filter((task) => task.state === 'stopped' || task.state === 'merged');
  const children = index.children(node.id);
  const childLevel = children[0] ? edition.levels[children[0].level] : undefined;
  const gaps = gapsOf(here, node.id);
  return (
    <PlanPage
      here={here}
      title={flat(name)}
      description={describe(here, node, of)}
      crumbs={index.above(item).map((up) => ({
        href: toItem(here, index.item(up.id)!),
        name: <Titled here={here} code={up.code} title={up.title} />,
      }))}
      crumb={node.code ?? <SayPhrase of={name} locale={locale} />}
      canonical={itemPath(here, item)}
      image={here.past === null ? itemPath(here, item, 'item-image') : planPath(here, 'plan-image')}
      notice={itemNotices(here, item)}
      aside={
        <>
          <Tools
            here={here}
            title={name}
            pdf={
              here.past === null
                ? { name: t.pdf, path: itemPath(here, item, 'item-pdf') }
                : { name: t.pdfPlan, path: planPath(here, 'plan-pdf') }
            }
            files={[
              { name: 'JSON', path: itemPath(here, item, 'item-json') },
              { name: 'CSV', path: itemPath(here, item, 'item-csv') },
            ]}
          />
          <Answers here={here} units={unitsOf(here, node)} />
          <Receipt here={here} />
        </>
      }
    >
      <p className="level">
        <Say texts={edition.levels[node.level]?.singular ?? null} locale={locale} main={main} /> {node.code}
      </p>
      <h1>
        <Titled here={here} code={null} title={node.title} />
      </h1>
      <Areas here={here} node={node} />
      <section className="promise">
        <h2 className="ds-sr-only">{t.promised}</h2>
        {node.description || node.expectedResult ? (
          <>
            <Markdown texts={node.description} locale={locale} main={main} />
            {node.expectedResult ? (
              <p>
                <b>{t.expectedResult}:</b> <Say texts={node.expectedResult} locale={locale} main={main} />
              </p>
            ) : null}
          </>
        ) : (
          <p className="small">{say(t.promisedNothing, locale)}</p>
        )}
        <Span here={here} of={node} />
      </section>
      <TwoQuestions here={here}>
        {of ? <DeliveryAnswer here={here} of={of} why={toItem(here, item, 'item-why')} /> : null}
      </TwoQuestions>
      <WhyAndNext here={here} node={node} of={of} />
      {children.length > 0 ? (
        <section className="list">
          <h2>
            <Say texts={childLevel?.plural ?? null} locale={locale} main={main} />
          </h2>
          <ul className="rows">
            {children.map((child) => (
              <GoalRow key={child.id} here={here} node={child} />
            ))}
          </ul>
        </section>
      ) : null}
      {counted.length > 0 ? (
        <section className="list">
          <h2>{t.tasks}</h2>
          <ul className="rows">
            {counted.map((task) => (
              <TaskRow key={task.id} here={here} task={task} />
            ))}
          </ul>
        </section>
      ) : null}
      {left.length > 0 ? (
        <section className="list">
          <h2>{t.tasksStopped}</h2>
          <ul className="rows">
            {left.map((task) => (
              <TaskRow key={task.id} here={here} task={task} />
            ))}
          </ul>
        </section>
      ) : null}
      <Ties here={here} item={item} links={node.links} />
      <Decisions here={here} id={node.id} />
      <Lineage here={here} id={node.id} />
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
          <span className="on-web">
            <a href={toPlan(here, 'method')}>{t.method}</a> ·{' '}
            {of && of.countedTasks > 0 ? (
              <>
                <a href={toItem(here, item, 'item-why')}>{t.why}</a> ·{' '}
              </>
            ) : null}
            <a href={toItem(here, item, 'item-json')}>JSON</a> ·{' '}
            <a href={toItem(here, item, 'item-csv')}>CSV</a>
          </span>
        </p>
      </section>
      <Neighbours here={here} node={node} />
    </PlanPage>
  );
}

/** From and until, when the plan says so. */
export function Span({
  here,
  of,
}: {
  here: PlanHere;
  of: { readonly startOn: string | null; readonly endOn: string | null };
}): ReactElement | null {
  const { locale } = here;
  const t = portalMessages(locale);
  if (of.startOn === null && of.endOn === null) return null;
  const parts = [
    of.startOn ? `${t.from} ${formatDate(of.startOn, locale)}` : null,
    of.endOn ? `${t.until} ${formatDate(of.endOn, locale)}` : null,
  ].filter((part) => part !== null);
  return (
    <p className="small">
      {t.dates}: {say(parts.join(' '), locale)}
    </p>
  );
}

/** Why it stands so (the part furthest behind, the silent ones) and what comes next (the nearest dates, the next report). */
function WhyAndNext({
  here,
  node,
  of,
}: {
  here: PlanHere;
  node: EditionNode;
  of: NodeDelivery | undefined;
}): ReactNode {
  const { locale, index, edition, site } = here;
  const t = portalMessages(locale);
  if (!of || of.countedTasks === 0) return null;
  const worst = of.worst ? index.item(of.worst.id) : undefined;
  const today =
    here.past === null && site.asOf !== null && site.asOf > edition.asOf ? site.asOf : edition.asOf;
  const under = tasksUnder(here, node);
  const silent = under.filter((task) => index.taskDelivery(task.id)?.verdict === 'no-report');
  const next = under
    .filter(
      (task) => index.taskDelivery(task.id)?.counted && task.state !== 'done' && (task.endOn ?? '') >= today,
    )
    .toSorted((a, b) => (a.endOn! < b.endOn! ? -1 : a.endOn! > b.endOn! ? 1 : 0))
    .slice(0, 3);
  const { nextReportOn } = edition.plan.reporting;
  const ahead: readonly { readonly on: string; readonly what: ReactNode }[] = [
    ...(nextReportOn ? [{ on: nextReportOn, what: t.nextReport }] : []),
    ...next.map((task) => ({
      on: task.endOn!,
      what: <ItemLink here={here} item={index.item(task.id)!} />,
    })),
  ].toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
  return (
    <div className="two">
      <section>
        <h2>{t.standingWhy}</h2>
        <ul className="plainlist">
          {worst && of.worst ? (
            <li>
              {t.worst} <ItemLink here={here} item={worst} />
            </li>
          ) : null}
          {silent.length > 0 ? (
            <li>
              {say(t.silentHere(silent.length), locale)}{' '}
              {silent.slice(0, 3).map((task, i) => (
                <span key={task.id}>
                  {i > 0 ? ', ' : ''}
                  <ItemLink here={here} item={index.item(task.id)!} short />
                </span>
              ))}
              {silent.length > 3 ? '…' : null}
            </li>
          ) : null}
          {!worst && silent.length === 0 ? <li>{say(t.nothingBehind, locale)}</li> : null}
        </ul>
      </section>
      <section>
        <h2>{t.whatNext}</h2>
        <ul className="plainlist">
          {ahead.map(({ on, what }, i) => (
            <li key={i}>
              {formatDate(on, locale)}: {what}
            </li>
          ))}
        </ul>
      </section>
    </div>
  );
}

/** The goals before and after on the same level, to read on. */
function Neighbours({ here, node }: { here: PlanHere; node: EditionNode }): ReactElement | null {
  const { index } = here;
  const t = portalMessages(here.locale);
  const row = node.parentId === null ? index.roots : index.children(node.parentId);
  const at = row.indexOf(node);
  const [before, after] = [row[at - 1], row[at + 1]];
  if (!before && !after) return null;
  const to = (other: EditionNode, name: string, rel: 'prev' | 'next'): ReactElement => (
    <a href={toItem(here, index.item(other.id)!)} rel={rel}>
      <small>{name}</small>
      <span>
        <Titled here={here} code={other.code} title={other.title} />
      </span>
    </a>
  );
  return (
    <nav className="neighbours" aria-label={`${t.previousItem}, ${t.nextItem.toLowerCase()}`}>
      {before ? to(before, t.previousItem, 'prev') : <span />}
      {after ? to(after, t.nextItem, 'next') : <span />}
    </nav>
  );
}

/** All tasks anywhere under a node, in the plan's order. */
function tasksUnder(here: PlanHere, node: EditionNode): readonly EditionTask[] {
  const { index } = here;
  return [...index.tasks(node.id), ...index.children(node.id).flatMap((child) => tasksUnder(here, child))];
}

/** The item's own units, else those of the nearest node above that names any. */
export function unitsOf(here: PlanHere, of: EditionNode | EditionTask): readonly EditionUnit[] {
  const { index } = here;
  const item = index.item(of.id);
  const chain = [of, ...(item ? index.above(item).toReversed() : [])];
  const ids = chain.find((one) => one.unitIds.length > 0)?.unitIds ?? [];
  return ids.map((id) => index.unit(id)).filter((unit) => unit !== undefined);
}

function describe(here: PlanHere, node: EditionNode, of: NodeDelivery | undefined): string {
  const { locale, city } = here;
  const t = portalMessages(locale);
  const text = plain(node.description, locale, city.languages) || plain(node.title, locale, city.languages);
  const level = plain(here.edition.levels[node.level]?.singular ?? null, locale, city.languages);
  const figure = of && of.countedTasks > 0 ? ` ${t.askDelivery} ${t.verdict[of.verdict]}.` : '';
  return shorten(`${level} ${node.code ?? ''}: ${text}.${figure}`.replace('..', '.'), 300);
}
