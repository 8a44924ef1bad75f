/** The history of a goal or task: every act on it, newest first, with what it changed. */
import type { ReactElement } from 'react';
import { auditOfItem } from '../database/audit.ts';
import type { ChainedEntry } from '../database/audit.ts';
import { planStandings } from '../database/plan-standing.ts';
import { thingLabels } from '../database/thing-label.ts';
import type { ThingLabel } from '../database/thing-label.ts';
import { partOf } from '../model/difference.ts';
import type { Id } from '../model/plan.ts';
import { actText, auditMessages } from '../text/audit.ts';
import { pick } from '../text/locale.ts';
import { formatMoment } from '../text/moment.ts';
import { to } from './addresses.ts';
import { whoText } from './audit.tsx';
import { DifferenceTable, namedIds } from './difference.tsx';
import { inCity } from './route.ts';
import { labelText } from './thing-name.tsx';
import type { CityVisit, Reply } from './visit.ts';

export const historyRoutes = [inCity('GET', 'history', 'see', page)];

const MOST = 200;

async function page(visit: CityVisit): Promise<Reply> {
  const { city, locale, params } = visit;
  const id = params['item'] ?? '';
  if (!/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/u.test(id)) return 'missing';
  const t = auditMessages(locale);
  const seen = await visit.read(async (tx) => {
    const item = (await thingLabels(tx, city.id, [id])).get(id);
    if (!item) return null;
    const plans = await planStandings(tx, city.id);
    const plan = plans.find(({ slug }) => slug === params['plan']);
    if (!plan) return null;
    const entries = (await auditOfItem(tx, city.id, plan.id, id, MOST)).map((entry) => ofItem(entry, id));
    const ids = [
      ...entries.map((entry) => entry.personId),
      ...namedIds(...entries.flatMap((entry) => [entry.before, entry.after])),
    ];
    return {
      item,
      entries,
      plan,
      labels: await thingLabels(tx, city.id, ids),
    };
  });
  // Another plan's item is none of this plan's.
  if (!seen || seen.item.planSlug !== params['plan'] || !['node', 'task'].includes(seen.item.thing))
    return 'missing';
  const may = visit.can('see', { unitIds: seen.item.unitIds, itemId: id });
  if (may !== true) return may;
  const { item, plan, entries, labels } = seen;
  const name = labelText(item, city, locale);
  const at = { city: city.slug, plan: item.planSlug! };
  return {
    kind: 'page',
    title: t.historyTitle,
    crumbs: [
      {
        name: pick(plan.shortTitle, locale, city.languages)?.text ?? at.plan,
        href: to('plan', at),
      },
      { name, href: to('item', { ...at, item: id }) },
    ],
    body: (
      <>
        <h1>{t.historyOf(name)}</h1>
        <p>{entries.length === 0 ? t.historyNone : t.historyLead}</p>
        <ol className="lines history">
          {entries.map((entry) => (
            <Entry key={entry.id} visit={visit} entry={entry} labels={labels} />
          ))}
        </ol>
      </>
    ),
  };
}

/** Of an act on several things what it did to this one. */
function ofItem(entry: ChainedEntry, id: Id): ChainedEntry {
  const [before, after] = [partOf(entry.before, id), partOf(entry.after, id)];
  return before === null && after === null ? entry : { ...entry, before, after };
}

function Entry({
  visit,
  entry,
  labels,
}: {
  visit: CityVisit;
  entry: ChainedEntry;
  labels: ReadonlyMap<Id, ThingLabel>;
}): ReactElement {
  const { city, locale } = visit;
  const t = auditMessages(locale);
  return (
    <li>
      <h2>{actText(entry.act, locale)}</h2>
      <p className="small">
        {formatMoment(entry.at, city.timeZone, locale)}, {whoText(entry, labels, t, locale)}
      </p>
      <div className="scroll">
        <DifferenceTable
          before={entry.before}
          after={entry.after}
          labels={labels}
          city={city}
          locale={locale}
        />
      </div>
    </li>
  );
}
