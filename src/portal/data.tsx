/** Data: every download with what it holds, the licence, the fingerprint and how to check it, the columns of the CSV. */
import type { ReactElement, ReactNode } from 'react';
import type { Edition } from '../edition/edition.ts';
import { columns, type Column } from '../exchange/csv.ts';
import { licenceAddress } from '../exchange/csvw.ts';
import { columnMessages } from '../text/columns.ts';
import { dataWords } from '../text/data-words.ts';
import { portalMessages } from '../text/portal.ts';
import { formatDate } from '../text/date.ts';
import { address, type PlanKind } from './addresses.ts';
import { link, planPath, toFixed, toPlan, type PlanHere } from './here.ts';
import { PlainPage, Scroll } from './plain-page.tsx';
import { say } from './words.tsx';

export function DataPage({ here }: { here: PlanHere }): ReactElement {
  const { locale } = here;
  const t = dataWords(locale);
  return (
    <PlainPage here={here} kind="data" title={t.dataTitle} lead={t.dataLead}>
      <Downloads here={here} />
      <Licence here={here} />
      <Verify here={here} />
      <Editions here={here} />
      <Columns here={here} />
    </PlainPage>
  );
}

function Downloads({ here }: { here: PlanHere }): ReactElement {
  const { locale, site } = here;
  const t = dataWords(locale);
  const of = (kind: PlanKind): string => toPlan(here, kind);
  const files: readonly (readonly [keyof typeof t.fileNames, string])[] = [
    ['json', link(here, editionFile(here, here.edition.number))],
    ['csv', of('plan-csv')],
    ['csvSemicolon', of('plan-csv-semicolon')],
    ['csvw', of('plan-csvw')],
    ['pdf', of('plan-pdf')],
    ['goalsPdf', of('goals-pdf')],
    ['why', of('why-json')],
    ...(site.origin === null ? [] : [['feed', link(here, planPath(here, 'feed', null))] as const]),
    ['dcat', of('plan-dcat')],
    ['schema', toFixed(here, 'schema')],
    ['list', toFixed(here, 'edition-list')],
  ];
  return (
    <section id="downloads">
      <h2>{t.downloads}</h2>
      <dl className="files">
        {files.map(([name, href]) => (
          <div key={name}>
            <dt>
              <a href={href}>{t.fileNames[name]}</a>
            </dt>
            <dd>{say(t.fileHolds[name], locale)}</dd>
          </div>
        ))}
      </dl>
      <p className="small">{say(t.perGoal, locale)}</p>
    </section>
  );
}

function Licence({ here }: { here: PlanHere }): ReactElement {
  const { locale, edition, city } = here;
  const t = dataWords(locale);
  const { licence } = edition.plan;
  return (
    <section id="licence">
      <h2>{t.licence}</h2>
      <p className="prose">
        {licence !== null ? (
          <a href={licenceAddress(licence)} rel="license">
            {licence}
          </a>
        ) : (
          say(city.standing === 'invented' ? t.licenceInvented : t.licenceNone, locale)
        )}
      </p>
    </section>
  );
}

function Verify({ here }: { here: PlanHere }): ReactElement {
  const { locale, edition, site } = here;
  const t = dataWords(locale);
  const words = portalMessages(locale);
  return (
    <section id="edition">
      <h2>{t.verifyTitle}</h2>
      <p>
        {say(words.editionOf(edition.number, formatDate(edition.publishedAt.slice(0, 10), locale)), locale)}.{' '}
        {t.fingerprint}:
      </p>
      <p className="fingerprint">
        <Hash of={edition.hash} />
      </p>
      <ol className="plainsteps">
        {t.verifySteps.map((step) => (
          <li key={step}>{say(step, locale)}</li>
        ))}
      </ol>
      <p>{say(t.verifyTool, locale)}</p>
      <pre className="command">npx horyzont verify {site.origin ?? 'http://127.0.0.1:8080'}</pre>
    </section>
  );
}

function Editions({ here }: { here: PlanHere }): ReactElement {
  const { locale } = here;
  const t = dataWords(locale);
  const words = portalMessages(locale);
  return (
    <section id="editions">
      <h2>{t.editions}</h2>
      <Scroll name={t.editions}>
        <table className="ledger dense">
          <thead>
            <tr>
              <th scope="col" className="num">
                {t.editionNumber}
              </th>
              <th scope="col">{t.publishedOn}</th>
              <th scope="col">{t.fingerprint}</th>
              <th scope="col">{t.file}</th>
            </tr>
          </thead>
          <tbody>
            {editionsUpTo(here).map((one) => (
              <tr key={one.number}>
                <th scope="row" className="num">
                  <a href={link(here, planPath(here, 'home', one.number))}>{one.number}</a>
                </th>
                <td className="day">{formatDate(one.publishedAt.slice(0, 10), locale)}</td>
                <td>
                  <Hash of={one.hash} />
                </td>
                <td>
                  <a
                    href={link(here, editionFile(here, one.number))}
                    aria-label={`JSON, ${words.editionNumber(one.number)}`}
                  >
                    JSON
                  </a>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
    </section>
  );
}

function Columns({ here }: { here: PlanHere }): ReactElement {
  const { locale, edition } = here;
  const t = dataWords(locale);
  const words = columnMessages(locale);
  const byName = [...Map.groupBy(columns(edition), (column) => column.name)];
  return (
    <section id="columns">
      <h2>{t.columnsTitle}</h2>
      <p className="prose">{say(t.columnsLead, locale)}</p>
      <Scroll name={t.columnsTitle}>
        <table className="ledger dense columns">
          <thead>
            <tr>
              <th scope="col">{t.column}</th>
              <th scope="col">{t.columnType}</th>
              <th scope="col">{t.columnMeaning}</th>
            </tr>
          </thead>
          <tbody>
            {byName.map(([name, list]) => (
              <tr key={name}>
                <th scope="row">
                  <Headers of={list} />
                </th>
                <td>{t.columnTypes[list[0]!.type]}</td>
                <td>{say(words[name], locale)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
    </section>
  );
}

/** The whole fingerprint, broken in its middle where a line is too short. */
function Hash({ of }: { of: string }): ReactElement {
  return (
    <code className="hash">
      {of.slice(0, 32)}
      <wbr />
      {of.slice(32)}
    </code>
  );
}

function Headers({ of }: { of: readonly Column[] }): ReactNode {
  return of.map((column) => (
    <code key={column.header} className="header">
      {column.header}
    </code>
  ));
}

/** The newest first; a page of the past names nothing later than itself. */
function editionsUpTo({ plan, edition, past }: PlanHere): readonly Edition[] {
  return plan.editions.filter((one) => past === null || one.number <= edition.number).toReversed();
}

function editionFile(here: PlanHere, number: number): string {
  return address({ kind: 'edition-file', city: here.city.slug, plan: here.plan.slug, number });
}
