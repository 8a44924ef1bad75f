/** The preview of a sheet: columns, counts, what each row and cell would do, what is in doubt. */
import type { ReactElement } from 'react';
import type { CellChange, RowChange, SheetChanges } from '../intake/sheet-changes.ts';
import { OUTCOMES } from '../intake/sheet-changes.ts';
import type { SheetDraft } from '../intake/sheet-draft.ts';
import { fieldOf, targetsOf } from '../intake/sheet-mapping.ts';
import { refusal } from '../problem.ts';
import type { Problem } from '../problem.ts';
import { columnMessages } from '../text/columns.ts';
import type { Locale } from '../text/locale.ts';
import { officeProblemText } from '../text/office-problems.ts';
import { sheetImportMessages } from '../text/sheet-import.ts';
import type { SheetImportMessages } from '../text/sheet-import.ts';
import { to } from './addresses.ts';
import { BasisFields } from './basis-fields.tsx';
import { Act } from './fields.tsx';
import type { PlanVisit } from './plan-visit.ts';

/** Rows shown at once; rows that stay as they are are only counted. */
const ROWS_A_PAGE = 200;
const MOST_TEXT = 300;

export interface SheetReviewProps {
  readonly of: PlanVisit;
  readonly draft: SheetDraft;
  readonly version: number;
  readonly changes: SheetChanges;
  readonly digest: string;
  /** "All or nothing" holds the import back. */
  readonly held: boolean;
  readonly problems: readonly Problem[];
}

export function SheetReview(props: SheetReviewProps): ReactElement {
  const { of, draft, changes, digest, held, problems } = props;
  const { visit, params, plan } = of;
  const { locale } = visit;
  const t = sheetImportMessages(locale);
  const { counts } = changes;
  const off =
    changes.items.length === 0 ? refusal('sheet-no-changes') : held ? refusal('sheet-not-whole') : null;
  return (
    <>
      <h1>{t.review}</h1>
      <p>
        {t.fileSaid(draft.fileName, draft.grid.rows.length, draft.separator ?? '')}{' '}
        {draft.grid.rows.length === 0
          ? t.noRows
          : changes.items.length === 0 && counts.undecided + counts.reject === 0
            ? t.nothing
            : ''}
      </p>
      <ul className="tally">
        {OUTCOMES.filter((outcome) => counts[outcome] > 0).map((outcome) => (
          <li key={outcome}>
            <strong>{counts[outcome]}</strong> {t.countWords[outcome]}
            {outcome === 'create' && counts.also > 0 ? (
              <span className="small"> {t.also(counts.also)}</span>
            ) : null}
          </li>
        ))}
      </ul>
      <form method="post" action={to('import', params)} className="card" id="confirm" data-busy={t.importing}>
        <input type="hidden" name="digest" value={digest} />
        {off === null ? <BasisFields visit={visit} plan={plan} problems={problems} /> : null}
        <Act
          name={t.confirm(counts.create + counts.also, counts.change)}
          locale={locale}
          value="confirm"
          primary
          refused={off}
        />
      </form>
      <Mapping {...props} t={t} />
      <Changes {...props} t={t} />
      <form method="post" action={to('import', params)}>
        <Act name={t.discard} locale={locale} value="discard" danger />
      </form>
    </>
  );
}

function Mapping({ of, draft, version, t }: SheetReviewProps & { t: SheetImportMessages }): ReactElement {
  const { visit, params } = of;
  const { locale, city } = visit;
  const targets = targetsOf(city.languages);
  return (
    <details className="card" open={draft.mapping.every((target) => target === null)}>
      <summary>
        <strong>{t.mapping}</strong> <span className="small">{t.mappingLead}</span>
      </summary>
      <form method="post" action={to('import', params)}>
        <input type="hidden" name="version" value={version} />
        <div className="scroll">
          <table className="sheet">
            <thead>
              <tr>
                <th scope="col">{t.column}</th>
                <th scope="col">{t.example}</th>
                <th scope="col">{t.target}</th>
              </tr>
            </thead>
            <tbody>
              {draft.grid.headers.map((header, column) => (
                // oxlint-disable-next-line react/no-array-index-key -- columns have no other name of their own
                <tr key={column}>
                  <th scope="row">{header || `${column + 1}`}</th>
                  <td className="small">
                    {cut(draft.grid.rows.find((row) => row[column] !== '')?.[column] ?? '', 60)}
                  </td>
                  <td>
                    <select
                      name={`column-${column}`}
                      defaultValue={draft.mapping[column] ?? ''}
                      aria-label={header || `${column + 1}`}
                    >
                      <option value="">{t.ignored}</option>
                      {targets.map((target) => (
                        <option key={target} value={target} title={meaning(target, locale)}>
                          {target}
                        </option>
                      ))}
                    </select>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
        <fieldset className="field">
          <legend>{t.options}</legend>
          <label className="choice">
            <input type="checkbox" name="clearEmpty" defaultChecked={draft.clearEmpty} /> {t.clearEmpty}
          </label>
          <label className="choice">
            <input type="checkbox" name="wholeOnly" defaultChecked={draft.wholeOnly} /> {t.wholeOnly}
          </label>
        </fieldset>
        <Act name={t.useMapping} locale={locale} value="mapping" />
      </form>
    </details>
  );
}

function Changes(props: SheetReviewProps & { t: SheetImportMessages }): ReactElement | null {
  const { of, draft, version, changes, t } = props;
  const { visit, params } = of;
  const { locale } = visit;
  const rows = changes.rows.filter(
    (row) =>
      row.outcome !== 'unchanged' || draft.decisions[String(row.index)] !== undefined || row.cells.length > 0,
  );
  if (rows.length === 0) return null;
  const pages = Math.ceil(rows.length / ROWS_A_PAGE);
  const page = Math.min(pages, Math.max(1, Number(visit.query.get('page') ?? '1') || 1));
  const doubts = rows.some(
    (row) => row.outcome === 'undecided' || draft.decisions[String(row.index)] !== undefined,
  );
  return (
    <form method="post" action={to('import', params)}>
      <input type="hidden" name="version" value={version} />
      {page > 1 ? <input type="hidden" name="page" value={page} /> : null}
      {doubts ? (
        <div className="bulk">
          <Act name={t.saveDecisions} locale={locale} value="decide" />
          <Act name={t.allSame} locale={locale} value="all-same" />
          <Act name={t.allNew} locale={locale} value="all-new" />
        </div>
      ) : null}
      <div className="scroll">
        <table className="sheet">
          <thead>
            <tr>
              <th scope="col" className="row-number">
                {t.row}
              </th>
              <th scope="col">{t.item}</th>
              <th scope="col">{t.whatHappens}</th>
              <th scope="col">{t.details}</th>
            </tr>
          </thead>
          <tbody>
            {rows.slice((page - 1) * ROWS_A_PAGE, page * ROWS_A_PAGE).map((row) => (
              <Row key={row.index} row={row} {...props} />
            ))}
          </tbody>
        </table>
      </div>
      {pages > 1 ? (
        <nav className="pages" aria-label={t.pages}>
          {Array.from({ length: pages }, (_, at) => (
            <a
              key={at}
              href={to('import', params, { page: String(at + 1) })}
              aria-current={at + 1 === page ? 'page' : undefined}
            >
              {t.page(at + 1)}
            </a>
          ))}
        </nav>
      ) : null}
    </form>
  );
}

function Row({
  row,
  draft,
  of,
  t,
}: SheetReviewProps & { row: RowChange; t: SheetImportMessages }): ReactElement {
  const { locale } = of.visit;
  const decided = draft.decisions[String(row.index)];
  return (
    <tr>
      <td className="row-number">{row.line}</td>
      <th scope="row">
        {cut(row.label, 120)} {row.kind === null ? null : <span className="tag">{t[row.kind]}</span>}
      </th>
      <td>
        <span className={`tag outcome-${row.outcome}`}>{t.outcomes[row.outcome]}</span>
        {row.by === null || row.by === 'id' ? null : <p className="small">{t.by[row.by]}</p>}
        {row.outcome === 'undecided' || decided !== undefined ? (
          <>
            {row.doubt === null ? null : <p>{t.doubt(row.doubt)}</p>}
            <select
              name={`decision-${row.index}`}
              defaultValue={decided ?? ''}
              aria-label={t.decisionOf(row.line)}
            >
              <option value="">{t.decide}</option>
              {row.doubt === '' ? null : <option value="same">{t.same}</option>}
              <option value="new">{t.fresh}</option>
              <option value="skip">{t.skip}</option>
            </select>
          </>
        ) : null}
        {row.problems.map((problem) => (
          <p className="rejected" key={problem.code}>
            {problemWords(problem, locale, t)}
          </p>
        ))}
        {row.also.length > 0 ? <p className="small">{t.madeAbove(row.also.join(' › '))}</p> : null}
      </td>
      <td>
        {row.cells.length === 0 ? null : (
          <ul>
            {row.cells.map((cell) => (
              <li key={cell.column}>
                <Cell
                  cell={cell}
                  header={draft.grid.headers[cell.column] || String(cell.column + 1)}
                  locale={locale}
                  t={t}
                />
              </li>
            ))}
          </ul>
        )}
      </td>
    </tr>
  );
}

function Cell({
  cell,
  header,
  locale,
  t,
}: {
  cell: CellChange;
  header: string;
  locale: Locale;
  t: SheetImportMessages;
}): ReactElement {
  const said = (text: string): string => (text === '' ? t.empty : cut(text, MOST_TEXT));
  if (cell.problem)
    return (
      <span className="rejected">
        <strong>{header}</strong>: {problemWords(cell.problem, locale, t)}
      </span>
    );
  return (
    <>
      <span className="small">{header}:</span>{' '}
      {cell.before === '' ? null : (
        <>
          <del>{said(cell.before)}</del> →{' '}
        </>
      )}
      <ins>{said(cell.after)}</ins>
    </>
  );
}

function problemWords(problem: Problem, locale: Locale, t: SheetImportMessages): string {
  return t.problems[problem.code]?.(problem.values) ?? officeProblemText(problem, locale);
}

/** What the column holds, in words. */
function meaning(target: string, locale: Locale): string | undefined {
  const name = fieldOf(target)?.name ?? '';
  return (columnMessages(locale) as Readonly<Record<string, string>>)[name];
}

function cut(text: string, most: number): string {
  return text.length > most ? `${text.slice(0, most - 1)}…` : text;
}
