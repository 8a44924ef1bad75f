/** The audit log of a city: who did what, when, with what it changed; filtered, and as CSV. */
import type { ReactElement } from 'react';
import { auditOf, auditWords } from '../database/audit.ts';
import type { AuditFilter, ChainedEntry } from '../database/audit.ts';
import { personsOf } from '../database/person.ts';
import type { Person } from '../database/person.ts';
import { thingLabels } from '../database/thing-label.ts';
import type { ThingLabel } from '../database/thing-label.ts';
import { differences } from '../model/difference.ts';
import type { Id } from '../model/plan.ts';
import { actText, deputyText, auditMessages, type AuditMessages } from '../text/audit.ts';
import type { Locale } from '../text/locale.ts';
import { formatMoment, instantOf } from '../text/moment.ts';
import { to } from './addresses.ts';
import { DifferenceTable, namedIds } from './difference.tsx';
import { Field, Select } from './fields.tsx';
import { inCity } from './route.ts';
import { labelText, ThingName } from './thing-name.tsx';
import type { CityVisit, Reply } from './visit.ts';

export const auditRoutes = [
  inCity('GET', 'audit', 'read-audit', page),
  inCity('GET', 'audit', 'read-audit', csv, '.csv'),
];

const A_PAGE = 50;
/** A file holds so many of the newest entries that fit. */
const MOST_CSV = 100_000;

async function page(visit: CityVisit): Promise<Reply> {
  const { city, locale, query } = visit;
  const t = auditMessages(locale);
  const from = Math.max(0, Math.trunc(Number(query.get('skip')) || 0));
  const filter = filterOf(visit);
  const seen = await visit.read(async (tx) => {
    const found = await auditOf(tx, city.id, filter, { limit: A_PAGE + 1, offset: from });
    const entries = found.slice(0, A_PAGE);
    return {
      entries,
      more: found.length > A_PAGE,
      labels: await thingLabels(tx, city.id, [
        ...entries.flatMap((entry) => [entry.thingId, entry.personId]),
        ...namedIds(...entries.flatMap((entry) => [entry.before, entry.after])),
      ]),
      persons: await personsOf(tx, city.id),
      words: await auditWords(tx, city.id),
    };
  });
  const { entries, more, labels, persons, words } = seen;
  return {
    kind: 'page',
    title: t.title,
    wide: true,
    body: (
      <>
        <h1>{t.title}</h1>
        <p>{t.lead}</p>
        <p className="small">
          {t.verify} <code>npx horyzont verify --audit</code>.
        </p>
        <Filters visit={visit} t={t} persons={persons} words={words} />
        {entries.length === 0 ? (
          <p className="empty">{t.none}</p>
        ) : (
          <div className="scroll">
            <table className="log">
              <thead>
                <tr>
                  <th scope="col">{t.when}</th>
                  <th scope="col">{t.person}</th>
                  <th scope="col">{t.act}</th>
                  <th scope="col">{t.thing}</th>
                  <th scope="col">{t.changed}</th>
                </tr>
              </thead>
              <tbody>
                {entries.map((entry) => (
                  <Row key={entry.id} visit={visit} t={t} entry={entry} labels={labels} />
                ))}
              </tbody>
            </table>
          </div>
        )}
        <ul className="ways">
          {from > 0 ? (
            <li>
              <a href={pathOf(visit, 'audit', Math.max(0, from - A_PAGE))}>{t.newer}</a>
            </li>
          ) : null}
          {more ? (
            <li>
              <a href={pathOf(visit, 'audit', from + A_PAGE)}>{t.older}</a>
            </li>
          ) : null}
          <li>
            <a href={pathOf(visit, 'csv', 0)}>{t.csv}</a>
          </li>
        </ul>
      </>
    ),
  };
}

function Row({
  visit,
  t,
  entry,
  labels,
}: {
  visit: CityVisit;
  t: AuditMessages;
  entry: ChainedEntry;
  labels: ReadonlyMap<Id, ThingLabel>;
}): ReactElement {
  const { city, locale } = visit;
  const label = entry.thingId === null ? undefined : labels.get(entry.thingId);
  const changed = differences(entry.before, entry.after).length;
  return (
    <tr>
      <td className="moment">{formatMoment(entry.at, city.timeZone, locale)}</td>
      <td>{whoText(entry, labels, t, locale)}</td>
      <td>{actText(entry.act, locale)}</td>
      <td>
        {t.things[entry.thing] ?? entry.thing}
        {label ? (
          <>
            <br />
            <ThingName label={label} city={city} locale={locale} />
          </>
        ) : null}
      </td>
      <td>
        {changed === 0 ? (
          <span className="small">{t.noDifference}</span>
        ) : (
          <details className="difference">
            <summary>{t.differences(changed)}</summary>
            <DifferenceTable
              before={entry.before}
              after={entry.after}
              labels={labels}
              city={city}
              locale={locale}
            />
          </details>
        )}
      </td>
    </tr>
  );
}

/** The person, with the roles held for somebody else, and else what acted. */
export function whoText(
  entry: Pick<ChainedEntry, 'personId' | 'who'>,
  labels: ReadonlyMap<Id, ThingLabel>,
  t: AuditMessages,
  locale: Locale,
): string {
  const name = entry.personId === null ? undefined : labels.get(entry.personId)?.name;
  const deputy = deputyText(entry.who, locale);
  if (name) return deputy === null ? name : `${name} (${deputy})`;
  if (entry.who === 'command line') return t.byCommand;
  return entry.who === 'server' ? t.byServer : entry.who;
}

function Filters({
  visit,
  t,
  persons,
  words,
}: {
  visit: CityVisit;
  t: AuditMessages;
  persons: readonly Person[];
  words: { readonly acts: readonly string[]; readonly things: readonly string[] };
}): ReactElement {
  const { city, locale, query } = visit;
  const value = (name: string): string => query.get(name) ?? '';
  return (
    <form method="get" action={to('audit', { city: city.slug })} className="card">
      <div className="filters">
        <Select
          name="person"
          label={t.person}
          locale={locale}
          required
          value={value('person')}
          choices={[{ value: '', name: t.anybody }, ...persons.map(({ id, name }) => ({ value: id, name }))]}
        />
        <Select
          name="act"
          label={t.act}
          locale={locale}
          required
          value={value('act')}
          choices={[
            { value: '', name: t.anyAct },
            ...words.acts.map((act) => ({ value: act, name: actText(act, locale) })),
          ]}
        />
        <Select
          name="thing"
          label={t.thing}
          locale={locale}
          required
          value={value('thing')}
          choices={[
            { value: '', name: t.anything },
            ...words.things.map((thing) => ({ value: thing, name: t.things[thing] ?? thing })),
          ]}
        />
        <Field name="from" label={t.from} type="date" locale={locale} value={value('from')} />
        <Field name="until" label={t.until} type="date" locale={locale} value={value('until')} />
        <div className="acts">
          <button type="submit" className="ds-button" data-variant="primary">
            {t.show}
          </button>{' '}
          {[...query.keys()].length > 0 ? <a href={to('audit', { city: city.slug })}>{t.all}</a> : null}
        </div>
      </div>
    </form>
  );
}

async function csv(visit: CityVisit): Promise<Reply> {
  const { city, locale } = visit;
  const t = auditMessages(locale);
  const { entries, labels } = await visit.read(async (tx) => {
    const entries = await auditOf(tx, city.id, filterOf(visit), { limit: MOST_CSV });
    const ids = entries.flatMap((entry) => [entry.thingId, entry.personId]);
    return { entries, labels: await thingLabels(tx, city.id, ids) };
  });
  const rows = entries.map((entry) => {
    const label = entry.thingId === null ? undefined : labels.get(entry.thingId);
    return [
      entry.number ?? '',
      entry.at,
      entry.personId === null ? '' : (labels.get(entry.personId)?.name ?? ''),
      entry.who,
      entry.act,
      entry.thing,
      entry.thingId ?? '',
      label ? labelText(label, city, locale) : '',
      entry.before === null ? '' : JSON.stringify(entry.before),
      entry.after === null ? '' : JSON.stringify(entry.after),
      entry.hash ?? '',
    ];
  });
  return {
    kind: 'file',
    name: `${city.slug}-audit-${visit.today}.csv`,
    type: 'text/csv; charset=utf-8',
    bytes: `\uFEFF${[t.csvColumns, ...rows].map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`,
  };
}

/** Quoted where needed; a text that a spreadsheet would take for a formula is told apart by an apostrophe. */
function cell(value: string | number): string {
  const text = typeof value === 'string' && /^[=+\-@\t\r]/u.test(value) ? `'${value}` : String(value);
  return /[",\r\n]/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function filterOf({ query, city }: CityVisit): AuditFilter {
  const id = (name: string): Id | null => {
    const value = query.get(name) ?? '';
    return /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/u.test(value) ? value : null;
  };
  const day = (name: string, after: number): string | null => {
    const value = query.get(name) ?? '';
    if (!/^\d{4}-\d{2}-\d{2}$/u.test(value)) return null;
    const at = Date.parse(`${value}T00:00:00Z`);
    if (Number.isNaN(at)) return null;
    const civil = new Date(at + after * 86_400_000).toISOString().slice(0, 10);
    return instantOf(`${civil}T00:00`, city.timeZone);
  };
  return {
    personId: id('person'),
    act: query.get('act') || null,
    thing: query.get('thing') || null,
    thingId: id('id'),
    planId: id('plan'),
    from: day('from', 0),
    until: day('until', 1),
  };
}

function pathOf({ city, query }: CityVisit, kind: 'audit' | 'csv', skip: number): string {
  const asked = Object.fromEntries(query);
  const path = to('audit', { city: city.slug }, { ...asked, skip: skip > 0 ? String(skip) : null });
  return kind === 'csv' ? path.replace(/\/audit(?=\?|$)/u, '/audit.csv') : path;
}
