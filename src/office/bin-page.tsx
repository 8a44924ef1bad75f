/** The recycle bin of a plan. */
import type { ReactElement } from 'react';
import { isUnfit } from '../acts/acting.ts';
import { restoreItem } from '../acts/restore-item.ts';
import { binOf } from '../database/bin.ts';
import { binRows } from '../model/recycle.ts';
import type { BinRow } from '../model/recycle.ts';
import { isRefusal } from '../problem.ts';
import type { Problem } from '../problem.ts';
import { formatMoment } from '../text/moment.ts';
import { planEditingMessages } from '../text/plan-editing.ts';
import { to } from './addresses.ts';
import { BasisFields, basisOf } from './basis-fields.tsx';
import { notNow } from './not-now.tsx';
import type { PlanVisit } from './plan-visit.ts';
import { planCrumbs, planVisit, thingName, titleOf } from './plan-visit.ts';
import { inCity } from './route.ts';
import type { CityVisit, PageReply, Reply } from './visit.ts';

export const binRoutes = [
  inCity('GET', 'bin', 'edit-plan', binPage),
  inCity('POST', 'bin', 'edit-plan', restore),
];

async function binPage(visit: CityVisit): Promise<Reply> {
  const of = await planVisit(visit);
  return of ? page(of) : 'missing';
}

async function restore(visit: CityVisit): Promise<Reply> {
  const of = await planVisit(visit);
  if (!of) return 'missing';
  const itemId = visit.form.text('item');
  const done = await restoreItem(visit.acting, { planId: of.plan.id, itemId, basis: basisOf(visit) });
  if (isRefusal(done))
    return notNow(visit, done, {
      name: planEditingMessages(visit.locale).binTitle,
      href: to('bin', of.params),
    });
  if (isUnfit(done)) return page(of, done.problems);
  return { kind: 'go', to: to('bin', of.params), done: 'restored' };
}

async function page(of: PlanVisit, problems: readonly Problem[] = []): Promise<PageReply> {
  const { visit, plan, params } = of;
  const t = planEditingMessages(visit.locale);
  const rows = binRows(await visit.read((tx) => binOf(tx, visit.city.id, plan.id)));
  const body: ReactElement = (
    <>
      <h1>{t.binTitle}</h1>
      {rows.length === 0 ? (
        <p className="empty">{t.binEmpty}</p>
      ) : (
        <form method="post" action={to('bin', params)}>
          <p>{t.binLead}</p>
          <div className="scroll">
            <table>
              <thead>
                <tr>
                  <th scope="col">{t.fields['code']}</th>
                  <th scope="col">{t.fields['title']}</th>
                  <th scope="col">{t.with}</th>
                  <th scope="col">{t.binned}</th>
                  <th scope="col">{t.restore}</th>
                </tr>
              </thead>
              <tbody>
                {rows.map((row) => (
                  <Row key={row.id} of={of} row={row} />
                ))}
              </tbody>
            </table>
          </div>
          <BasisFields visit={visit} plan={plan} problems={problems} />
        </form>
      )}
    </>
  );
  return { kind: 'page', title: t.binTitle, crumbs: planCrumbs(of), problems, body };
}

function Row({ of, row }: { of: PlanVisit; row: BinRow }): ReactElement {
  const { visit } = of;
  const t = planEditingMessages(visit.locale);
  const { text, lang } = titleOf(visit, row);
  const under = [
    row.nodesUnder > 0 ? t.goals(row.nodesUnder) : '',
    row.tasksUnder > 0 ? t.tasks(row.tasksUnder) : '',
  ].filter(Boolean);
  return (
    <tr>
      <td className="code">{row.code}</td>
      <td lang={lang}>{text}</td>
      <td>{under.join(', ')}</td>
      <td>{formatMoment(row.deletedAt, visit.city.timeZone, visit.locale)}</td>
      <td>
        <button
          type="submit"
          className="ds-button"
          data-variant="secondary"
          name="item"
          value={row.id}
          aria-label={t.restoreName(thingName(of, row))}
        >
          {t.restore}
        </button>
      </td>
    </tr>
  );
}
