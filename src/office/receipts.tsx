/** Receipts of imports: what, when, who, from which bytes; and the way to take a whole import back. */
import type { ReactElement } from 'react';
import { patchOfReceipt, undoImport } from '../acts/undo-import.ts';
import { receiptById, receiptsOf } from '../database/receipt.ts';
import type { ReceiptOf } from '../database/receipt.ts';
import type { Texts } from '../model/plan.ts';
import type { ThingPatch } from '../model/plan-patch.ts';
import { isRefusal, refusal } from '../problem.ts';
import { pick } from '../text/locale.ts';
import { formatMoment } from '../text/moment.ts';
import { sheetImportMessages } from '../text/sheet-import.ts';
import { to } from './addresses.ts';
import { Act } from './fields.tsx';
import { planCrumbs, planVisit, thingName } from './plan-visit.ts';
import type { PlanVisit } from './plan-visit.ts';
import { inCity } from './route.ts';
import type { CityVisit, Reply } from './visit.ts';

export const receiptRoutes = [
  inCity('GET', 'receipts', 'import', list),
  inCity('GET', 'receipts', 'import', show, '/:receipt'),
  inCity('POST', 'receipts', 'import', takeBack, '/:receipt'),
];

/** Changed items that one page lists. */
const MOST_LISTED = 500;

async function list(visit: CityVisit): Promise<Reply> {
  const of = await planVisit(visit);
  if (!of) return 'missing';
  const { locale, city } = visit;
  const t = sheetImportMessages(locale);
  const receipts = await visit.read((tx) => receiptsOf(tx, city.id, of.plan.id));
  return {
    kind: 'page',
    title: t.receipts,
    crumbs: planCrumbs(of),
    body: (
      <>
        <h1>{t.receipts}</h1>
        <p>{t.receiptsLead}</p>
        {receipts.length === 0 ? (
          <div className="empty">
            <p>{t.noReceipts}</p>
            <p>
              <a href={to('import', of.params)}>{t.title}</a>
            </p>
          </div>
        ) : (
          <div className="scroll">
            <table>
              <thead>
                <tr>
                  <th scope="col">{t.when}</th>
                  <th scope="col">{t.source}</th>
                  <th scope="col">{t.who}</th>
                  <th scope="col">{t.counts}</th>
                </tr>
              </thead>
              <tbody>
                {receipts.map((receipt) => (
                  <tr key={receipt.id}>
                    <th scope="row">
                      <a href={`${to('receipts', of.params)}/${receipt.id}`}>
                        {formatMoment(receipt.at, city.timeZone, locale)}
                      </a>
                    </th>
                    <td>{receipt.fileName ?? t.pasted}</td>
                    <td>{receipt.personName}</td>
                    <td>
                      {countsText(receipt, locale)}
                      {receipt.undoneAt === null ? null : (
                        <>
                          {' '}
                          <span className="tag">
                            {t.undone(formatMoment(receipt.undoneAt, city.timeZone, locale))}
                          </span>
                        </>
                      )}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        )}
      </>
    ),
  };
}

async function found(of: PlanVisit): Promise<ReceiptOf | null> {
  const id = of.visit.params['receipt'] ?? '';
  if (!/^[0-9a-f-]{36}$/u.test(id)) return null;
  const receipt = await of.visit.read((tx) => receiptById(tx, of.visit.city.id, id));
  return receipt?.planId === of.plan.id ? receipt : null;
}

async function show(visit: CityVisit): Promise<Reply> {
  const of = await planVisit(visit);
  const receipt = of && (await found(of));
  if (!of || !receipt) return 'missing';
  const { locale, city } = visit;
  const t = sheetImportMessages(locale);
  const patch = patchOfReceipt(receipt.before);
  const refused =
    receipt.undoneAt !== null
      ? refusal('receipt-undone')
      : patch === null
        ? refusal('receipt-not-undoable')
        : null;
  return {
    kind: 'page',
    title: t.receipt,
    crumbs: [...planCrumbs(of), { name: t.receipts, href: to('receipts', of.params) }],
    scripts: ['import.js'],
    body: (
      <>
        <h1>{t.receipt}</h1>
        <dl className="receipt">
          <dt>{t.when}</dt>
          <dd>{formatMoment(receipt.at, city.timeZone, locale)}</dd>
          <dt>{t.who}</dt>
          <dd>{receipt.personName}</dd>
          <dt>{t.source}</dt>
          <dd>
            {receipt.fileName ?? t.pasted} <span className="tag">{receipt.format}</span>
          </dd>
          <dt>{t.hash}</dt>
          <dd>
            <code>{receipt.fileHash}</code>
          </dd>
          <dt>{t.counts}</dt>
          <dd>{countsText(receipt, locale)}</dd>
        </dl>
        {patch === null ? (
          <p>{t.made}</p>
        ) : (
          <>
            <form method="post" data-busy={t.undoing}>
              <Act name={t.undo} locale={locale} value="undo" danger refused={refused} />
            </form>
            <h2>{t.changes}</h2>
            <ul>
              {[...patch.nodes, ...patch.tasks].slice(0, MOST_LISTED).map((thing) => (
                <Changed key={thing.id} thing={thing} of={of} />
              ))}
            </ul>
          </>
        )}
        <details>
          <summary>{t.decisions}</summary>
          <pre className="scroll">{JSON.stringify(receipt.decisions, null, 1).slice(0, 20_000)}</pre>
        </details>
      </>
    ),
  };
}

function Changed({ thing, of }: { thing: ThingPatch<object>; of: PlanVisit }): ReactElement {
  const t = sheetImportMessages(of.visit.locale);
  const now = of.tree.node(thing.id) ?? of.plan.tasks.find(({ id }) => id === thing.id);
  const said = (thing.after ?? {}) as { readonly code?: string | null; readonly title?: Texts | null };
  const name = now
    ? thingName(of, now)
    : [said.code, pick(said.title ?? null, of.visit.locale, of.visit.city.languages)?.text]
        .filter(Boolean)
        .join(' ');
  return (
    <li>
      {now ? <a href={to('item', { ...of.params, item: thing.id })}>{name}</a> : name}{' '}
      <span className="tag">{thing.before === null ? t.added : t.changed}</span>
    </li>
  );
}

async function takeBack(visit: CityVisit): Promise<Reply> {
  const of = await planVisit(visit);
  const receipt = of && (await found(of));
  if (!of || !receipt) return 'missing';
  const answer = await undoImport(visit.acting, receipt.id);
  if (isRefusal(answer)) return answer;
  return { kind: 'go', to: `${to('receipts', of.params)}/${receipt.id}`, done: 'import-undone' };
}

function countsText({ counts }: ReceiptOf, locale: CityVisit['locale']): string {
  const { countWords } = sheetImportMessages(locale);
  return Object.entries(countWords)
    .flatMap(([name, words]) => (counts[name] ? [`${words}: ${counts[name]}`] : []))
    .join(', ');
}
