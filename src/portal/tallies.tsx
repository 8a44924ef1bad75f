/** How many tasks are in each state and have each verdict, beside the edition before. */
import type { ReactElement, ReactNode } from 'react';
import { DELIVERY_VERDICTS, TASK_STATES, type Edition, type NodeDelivery } from '../edition/edition.ts';
import { progressWords } from '../text/progress-words.ts';
import { formatCount } from '../text/number.ts';
import { portalMessages } from '../text/portal.ts';
import { link, planPath, type PlanHere } from './here.ts';
import { Mark } from './marks.tsx';

export function ByState({ here, of }: { here: PlanHere; of: NodeDelivery }): ReactElement {
  const t = progressWords(here.locale);
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

export function ByVerdict({ here, of }: { here: PlanHere; of: NodeDelivery }): ReactElement {
  const { locale } = here;
  const t = progressWords(locale);
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
  const t = progressWords(locale);
  const words = portalMessages(locale);
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
              <a href={link(here, planPath(here, 'progress', past.number))}>
                {words.editionNumber(past.number)}
              </a>
            </th>
          ) : null}
          <th scope="col">{past ? words.editionNumber(here.edition.number) : t.tasks}</th>
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
