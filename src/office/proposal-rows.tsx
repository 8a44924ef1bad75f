/** The lines of a proposal: on one side the source, on the other what becomes of it, with its acts. */
import type { ReactElement } from 'react';
import { MOST_LEVELS, spanOf } from '../intake/edit-row.ts';
import type { EditRow, Outline } from '../intake/edit-row.ts';
import { nameOfLevel } from '../intake/plan-draft.ts';
import type { PlanDraft } from '../intake/plan-draft.ts';
import { newPlanMessages } from '../text/new-plan.ts';
import type { NewPlanMessages } from '../text/new-plan.ts';
import { problemText } from '../text/problems.ts';
import { NOT_TAKEN } from './proposal-form.ts';
import type { CityVisit } from './visit.ts';

/** Lines shown at once. */
export const ROWS_A_PAGE = 500;
/** Unused lines that stand together and are folded away. */
const FOLD_FROM = 3;
/** Below it a person should look. */
const UNSURE = 0.6;
const MOST_SOURCE = 700;

interface Shown {
  readonly visit: CityVisit;
  readonly draft: PlanDraft;
  readonly outline: Outline;
  readonly t: NewPlanMessages;
  /** Names of levels that a line can be put on, one more than the plan has. */
  readonly levels: readonly string[];
  /** The row that is open for changing its text. */
  readonly open: string | null;
}

export function Rows({
  visit,
  draft,
  outline,
  from,
}: {
  visit: CityVisit;
  draft: PlanDraft;
  outline: Outline;
  from: number;
}): ReactElement {
  const t = newPlanMessages(visit.locale);
  const deepest = Math.max(
    0,
    outline.levels.length,
    ...outline.rows.map((row) => (row.taken ? row.level + 1 : 0)),
  );
  const levels = Array.from({ length: Math.min(MOST_LEVELS, deepest + 1) }, (_, depth) =>
    t.level(depth + 1, nameOfLevel(outline, depth, draft.language).singular),
  );
  const shown: Shown = { visit, draft, outline, t, levels, open: visit.query.get('edit') };
  const page = outline.rows.slice(from, from + ROWS_A_PAGE);
  return (
    <>
      <div className="proposal-sides" aria-hidden="true">
        <span>{t.source}</span>
        <span>{t.proposed}</span>
      </div>
      <ol className="proposal-rows">
        {runs(page).map((run) =>
          run.length >= FOLD_FROM && isUnused(run[0]!) ? (
            <li key={run[0]!.key} className="unused-run">
              <details open={run.some((row) => row.key === shown.open)}>
                <summary>{t.unused(run.length, ...spanOf(run.flatMap((row) => row.lines)))}</summary>
                <ol className="proposal-rows">
                  {run.map((row) => (
                    <Row key={row.key} row={row} shown={shown} />
                  ))}
                </ol>
              </details>
            </li>
          ) : (
            run.map((row) => <Row key={row.key} row={row} shown={shown} />)
          ),
        )}
      </ol>
    </>
  );
}

/** Unused lines that follow each other stand together, every other line alone. */
function runs(rows: readonly EditRow[]): readonly (readonly EditRow[])[] {
  const found: EditRow[][] = [];
  for (const row of rows) {
    const last = found.at(-1);
    if (last && isUnused(row) && isUnused(last[0]!)) last.push(row);
    else found.push([row]);
  }
  return found;
}

function isUnused(row: EditRow): boolean {
  return row.origin === 'unused' && !row.taken;
}

function Row({ row, shown }: { row: EditRow; shown: Shown }): ReactElement {
  const { t, draft, visit, levels, open } = shown;
  const name = cut(`${row.code} ${row.title || t.untitled}`.trim());
  const doubt = row.taken && row.confidence !== null && row.confidence < UNSURE;
  const lang = draft.language === visit.locale ? undefined : draft.language;
  return (
    <li
      id={`row-${row.key}`}
      className={`proposal-row ${row.taken ? `level-${row.level}` : 'not-taken'}${doubt ? ' doubt' : ''}`}
      tabIndex={-1}
      data-row={row.key}
    >
      <p className="source" lang={lang}>
        <span className="line">{t.lines(...spanOf(row.lines))}</span> {sourceText(row, draft)}
      </p>
      <div className="item">
        <p className="what">
          <input type="checkbox" name="row" value={row.key} aria-label={t.select(name)} />{' '}
          {row.code ? <span className="code">{row.code}</span> : null}{' '}
          <span className={row.taken ? 'title' : 'small'} lang={lang}>
            {row.title || t.untitled}
          </span>{' '}
          {row.taken ? null : <span className="tag">{row.origin === 'unsure' ? t.unsure : t.notTaken}</span>}
          {doubt ? <span className="tag warn">{t.look}</span> : null}
        </p>
        {row.taken ? <Evidence row={row} shown={shown} /> : null}
        <div className="row-acts">
          <select
            name={`level-${row.key}`}
            defaultValue={row.taken ? String(row.level) : NOT_TAKEN}
            aria-label={t.levelOf(name)}
          >
            <option value={NOT_TAKEN}>{t.notTaken}</option>
            {levels.map((level, at) => (
              <option key={level} value={at}>
                {level}
              </option>
            ))}
          </select>
          {row.taken ? (
            <RowAct act="reject" row={row} sign={t.reject} label={t.of(t.reject, name)} />
          ) : (
            <RowAct act="accept" row={row} sign={t.accept} label={t.of(t.accept, name)} />
          )}
          <RowAct
            act="promote"
            row={row}
            sign="←"
            label={t.of(t.promote, name)}
            off={!row.taken || row.level === 0}
          />
          <RowAct
            act="demote"
            row={row}
            sign="→"
            label={t.of(t.demote, name)}
            off={!row.taken || row.level === MOST_LEVELS - 1}
          />
          <RowAct
            act="merge"
            row={row}
            sign="⤒"
            label={t.of(t.merge, name)}
            off={shown.outline.rows[0] === row}
          />
          <a className="row-edit" href={editHref(shown, row)} aria-label={t.of(t.edit, name)} data-act="edit">
            {t.edit}
          </a>
        </div>
        {row.key === open ? <Editing row={row} shown={shown} /> : null}
      </div>
    </li>
  );
}

function RowAct({
  act,
  row,
  sign,
  label,
  off = false,
}: {
  act: string;
  row: EditRow;
  sign: string;
  label: string;
  off?: boolean;
}): ReactElement {
  return (
    <button
      type="submit"
      name="act"
      value={`${act}:${row.key}`}
      data-act={act}
      aria-label={label}
      title={label}
      disabled={off}
    >
      {sign}
    </button>
  );
}

function Evidence({ row, shown }: { row: EditRow; shown: Shown }): ReactElement | null {
  const { t, visit } = shown;
  const why = row.why ? problemText({ ...row.why, place: {} }, visit.locale) : '';
  const warnings = row.warnings.map((code) =>
    problemText({ code, place: {}, values: { code: row.code } }, visit.locale),
  );
  if (why === '' && warnings.length === 0) return null;
  return (
    <p className="small why">
      {why}{' '}
      {row.confidence === null ? null : (
        <span className="sure">{t.sure(Math.round(row.confidence * 100))}</span>
      )}
      {warnings.map((warning) => (
        <span className="warning" key={warning}>
          {' '}
          {warning}
        </span>
      ))}
    </p>
  );
}

/** Code and title of one row, and what to do with all that look like it. */
function Editing({ row, shown }: { row: EditRow; shown: Shown }): ReactElement {
  const { t, visit, outline, levels } = shown;
  const alike = outline.rows.filter((other) => other.look === row.look).length;
  return (
    <div className="editing">
      <div className="field">
        <label htmlFor="code">{t.code}</label>
        <input className="ds-input short" id="code" name="code" defaultValue={row.code} maxLength={40} />
      </div>
      <div className="field">
        <label htmlFor="title-text">{t.text}</label>
        <p className="hint" id="title-text-hint">
          {t.textHint}
        </p>
        <textarea
          className="ds-input"
          id="title-text"
          name="title"
          rows={3}
          defaultValue={row.title}
          aria-describedby="title-text-hint"
          lang={shown.draft.language}
        />
      </div>
      <button
        className="ds-button"
        data-variant="secondary"
        type="submit"
        name="act"
        value={`text:${row.key}`}
      >
        {t.saveText}
      </button>
      <div className="field like">
        <label htmlFor="like">{t.like}</label>
        <p className="hint" id="like-hint">
          {t.likeHint(alike)}
        </p>
        <select
          className="ds-input"
          id="like"
          name="like"
          defaultValue={row.taken ? String(row.level) : '0'}
          aria-describedby="like-hint"
        >
          <option value={NOT_TAKEN}>{t.notTaken}</option>
          {levels.map((level, at) => (
            <option key={level} value={at}>
              {level}
            </option>
          ))}
        </select>
      </div>
      <button
        className="ds-button"
        data-variant="secondary"
        type="submit"
        name="act"
        value={`like:${row.key}`}
      >
        {t.likeAct}
      </button>{' '}
      <a href={`${new URL(visit.request.url).pathname}#row-${row.key}`}>{t.close}</a>
    </div>
  );
}

function editHref(shown: Shown, row: EditRow): string {
  const page = shown.visit.query.get('page');
  return `?edit=${encodeURIComponent(row.key)}${page === null ? '' : `&page=${Number(page)}`}#code`;
}

/** The lines as they stand in the source; mark-up of a page is left out. */
function sourceText(row: EditRow, draft: PlanDraft): string {
  const text = row.lines
    .map(([from, to]) => draft.lines.slice(from - 1, to).join(' '))
    .join(' … ')
    .slice(0, 5000);
  const plain = ['html', 'csv', 'xlsx'].includes(draft.format) ? withoutTags(text) : text;
  const said = plain.trim() === '' ? row.title : plain.trim();
  return said.length > MOST_SOURCE ? `${said.slice(0, MOST_SOURCE)}…` : said;
}

function withoutTags(text: string): string {
  return text
    .split('<')
    .map((part, at) => (at === 0 ? part : part.slice(part.indexOf('>') + 1)))
    .join(' ');
}

function cut(text: string): string {
  return text.length > 80 ? `${text.slice(0, 79)}…` : text;
}
