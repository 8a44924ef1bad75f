/** What a figure was counted from: the tasks in a table, or the sums of the children; sums by unit and by group. */
import type { ReactElement, ReactNode } from 'react';
import type { EditionNode, EditionTask, NodeDelivery, TaskDelivery } from '../edition/edition.ts';
import { subtree } from '../exchange/lookup.ts';
import { progressWords } from '../text/progress-words.ts';
import { whyWords } from '../text/why-words.ts';
import { formatPeriod } from '../text/date.ts';
import { formatCount, formatDecimal, formatPercent } from '../text/number.ts';
import { portalMessages } from '../text/portal.ts';
import { Titled } from './delivery.tsx';
import { toItem, type PlanHere } from './here.ts';
import { Mark } from './marks.tsx';
import { Scroll } from './plain-page.tsx';
import { say, Say } from './words.tsx';

/** Beyond this many tasks the page shows the sums of the children; the JSON has every task. */
const MOST_TASKS = 300;

export function Inputs({ here, node }: { here: PlanHere; node: EditionNode | null }): ReactElement | null {
  const { edition, locale } = here;
  const t = whyWords(locale);
  const { tasks } = subtree(edition, node?.id ?? null);
  if (tasks.length === 0) return null;
  return (
    <section>
      <h2>{t.whyInputs}</h2>
      {tasks.length <= MOST_TASKS ? (
        <TaskTable here={here} tasks={tasks} name={t.whyInputs} />
      ) : (
        <>
          <p>{say(t.whyInputsChildren, locale)}</p>
          <ChildTable here={here} node={node} />
        </>
      )}
    </section>
  );
}

export function TaskTable({
  here,
  tasks,
  name,
}: {
  here: PlanHere;
  tasks: readonly EditionTask[];
  name: string;
}): ReactElement {
  const { index, locale, edition } = here;
  const t = whyWords(locale);
  const inProgress = progressWords(locale);
  const weighted = edition.plan.weights === 'whole';
  return (
    <Scroll name={name}>
      <table className="ledger dense">
        <thead>
          <tr>
            <th scope="col">{t.task}</th>
            <th scope="col">{t.report}</th>
            {weighted ? (
              <th scope="col" className="num">
                {t.weight}
              </th>
            ) : null}
            <th scope="col" className="num">
              {t.used}
            </th>
            {weighted ? (
              <th scope="col" className="num">
                {t.product}
              </th>
            ) : null}
            <th scope="col" className="num">
              {inProgress.expected}
            </th>
            <th scope="col">{inProgress.verdict}</th>
          </tr>
        </thead>
        <tbody>
          {tasks.map((task) => (
            <TaskLine
              key={task.id}
              here={here}
              task={task}
              of={index.taskDelivery(task.id)}
              weighted={weighted}
            />
          ))}
        </tbody>
      </table>
    </Scroll>
  );
}

function TaskLine({
  here,
  task,
  of,
  weighted,
}: {
  here: PlanHere;
  task: EditionTask;
  of: TaskDelivery | undefined;
  weighted: boolean;
}): ReactElement | null {
  const { index, locale } = here;
  const words = portalMessages(locale);
  if (!of) return null;
  return (
    <tr className={of.counted ? undefined : 'out'}>
      <th scope="row">
        <a href={toItem(here, index.item(task.id)!)}>
          <Titled here={here} code={task.code} title={task.title} />
        </a>
      </th>
      <td className="period">
        {task.reportedFor === null ? words.none : say(formatPeriod(task.reportedFor, locale), locale)}
      </td>
      {weighted ? <td className="num">{of.counted ? formatCount(of.weight, locale) : words.none}</td> : null}
      <td className="num">{of.usedPercent === null ? words.none : formatPercent(of.usedPercent, locale)}</td>
      {weighted ? (
        <td className="num">
          {of.usedPercent === null ? words.none : formatDecimal(product(of.weight, of.usedPercent), locale)}
        </td>
      ) : null}
      <td className="num">
        {of.expectedPercent === null || !of.counted ? words.none : formatPercent(of.expectedPercent, locale)}
      </td>
      <td>
        <Mark verdict={of.verdict} locale={locale} /> {portalMessages(locale).verdict[of.verdict]}
      </td>
    </tr>
  );
}

/** The sums of the direct children; tasks standing right under the node make one more row. */
function ChildTable({ here, node }: { here: PlanHere; node: EditionNode | null }): ReactElement {
  const { index } = here;
  const children = node ? index.children(node.id) : index.roots;
  const rows = children.flatMap((child): readonly SumRow[] => {
    const of = index.delivery(child.id);
    return of
      ? [
          {
            key: child.id,
            name: (
              <a href={toItem(here, index.item(child.id)!, 'item-why')}>
                <Titled here={here} code={child.code} title={child.title} />
              </a>
            ),
            of,
          },
        ]
      : [];
  });
  return (
    <SumTable
      here={here}
      name={progressWords(here.locale).goal}
      rows={rows}
      own={node ? index.tasks(node.id) : []}
    />
  );
}

interface SumRow {
  readonly key: string;
  readonly name: ReactNode;
  readonly of: NodeDelivery;
}

const NO_TASKS: readonly EditionTask[] = [];

function SumTable({
  here,
  name,
  rows,
  own = NO_TASKS,
}: {
  here: PlanHere;
  name: string;
  rows: readonly SumRow[];
  own?: readonly EditionTask[];
}): ReactElement {
  const { locale } = here;
  const t = whyWords(locale);
  const words = portalMessages(locale);
  return (
    <>
      <Scroll name={name}>
        <table className="ledger dense">
          <thead>
            <tr>
              <th scope="col">{name}</th>
              <th scope="col" className="num">
                W
              </th>
              <th scope="col" className="num">
                R
              </th>
              <th scope="col" className="num">
                S
              </th>
              <th scope="col" className="num">
                S / R
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ key, name, of }) => (
              <tr key={key}>
                <th scope="row">{name}</th>
                <td className="num">{formatCount(of.weightTotal, locale)}</td>
                <td className="num">{formatCount(of.weightReported, locale)}</td>
                <td className="num">{formatDecimal(of.weightedProgress, locale)}</td>
                <td className="num">
                  {of.meanPercent === null ? words.none : formatPercent(of.meanPercent, locale)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
      {own.length > 0 ? (
        <>
          <h3 className="mid">{t.whyOwnTasks}</h3>
          <TaskTable here={here} tasks={own} name={t.whyOwnTasks} />
        </>
      ) : null}
    </>
  );
}

/** The plan's figures by unit and by group, which the progress page shows: their sums. */
export function Parts({ here }: { here: PlanHere }): ReactElement {
  const { edition, index, locale, city } = here;
  const inProgress = progressWords(locale);
  const { units, groups } = edition.results.delivery;
  const rows = (figures: readonly NodeDelivery[], name: (id: string) => ReactNode): readonly SumRow[] =>
    figures
      .filter((of) => of.id !== null && of.countedTasks > 0)
      .map((of) => ({ key: of.id!, name: name(of.id!), of }));
  const unitRows = rows(units, (id) => (
    <Say texts={index.unit(id)?.name ?? null} locale={locale} main={city.languages} />
  ));
  const groupRows = rows(groups, (id) => (
    <Say texts={index.group(id)?.name ?? null} locale={locale} main={city.languages} />
  ));
  return (
    <>
      {unitRows.length > 0 ? (
        <section>
          <h2>{inProgress.byUnit}</h2>
          <p className="small">{say(inProgress.byUnitLead, locale)}</p>
          <SumTable here={here} name={inProgress.unit} rows={unitRows} />
        </section>
      ) : null}
      {groupRows.length > 0 ? (
        <section>
          <h2>{inProgress.byGroup}</h2>
          <p className="small">{say(inProgress.byGroupLead, locale)}</p>
          <SumTable here={here} name={inProgress.group} rows={groupRows} />
        </section>
      ) : null}
    </>
  );
}

/** Weight times a decimal of at most two places, exact. */
function product(weight: number, percentText: string): string {
  const [whole = '0', rest = ''] = percentText.split('.');
  const hundredths = BigInt(weight) * BigInt(whole + rest.padEnd(2, '0'));
  const text = `${hundredths / 100n}.${String(hundredths % 100n).padStart(2, '0')}`;
  return text.replace(/\.?0+$/, '') || '0';
}
