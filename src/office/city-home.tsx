/** A city's home in the office: its plans, what waits for the visitor, what is late, what changed lately. */
import type { ReactElement } from 'react';
import { auditOf, changedSince, EVERY_ENTRY } from '../database/audit.ts';
import type { ChainedEntry } from '../database/audit.ts';
import type { DatabaseTransaction } from '../database/engine.ts';
import { unreadCount } from '../database/notification.ts';
import { lateTasks, planStandings } from '../database/plan-standing.ts';
import type { LateTask, PlanStanding } from '../database/plan-standing.ts';
import { openOrders } from '../database/publication-order.ts';
import type { PublicationOrder } from '../database/publication-order.ts';
import { thingLabels } from '../database/thing-label.ts';
import type { ThingLabel } from '../database/thing-label.ts';
import type { Id } from '../model/plan.ts';
import { isCurrent, rolesIn, unitsBelow } from '../model/role.ts';
import { address } from '../portal/addresses.ts';
import { actText } from '../text/audit.ts';
import { formatDate } from '../text/date.ts';
import { pick } from '../text/locale.ts';
import { formatMoment } from '../text/moment.ts';
import { homeMessages, type HomeMessages } from '../text/office-home.ts';
import { to } from './addresses.ts';
import { nameOf } from './frame.tsx';
import { inCity } from './route.ts';
import { ThingName } from './thing-name.tsx';
import type { CityVisit, Reply } from './visit.ts';
import { gapCount } from './working-edition.ts';

export const cityHomeRoutes = [inCity('GET', 'city', 'see', cityHome)];

const LATE = 6;
const LATELY = 10;
/** So many entries are looked through for those that the visitor may see. */
const LOOKED = 80;

interface PlanSeen {
  readonly plan: PlanStanding;
  readonly changed: number;
  readonly gaps: number;
  readonly order: PublicationOrder | null;
}

interface Seen {
  readonly plans: readonly PlanSeen[];
  readonly unread: number;
  readonly waiting: readonly { readonly plan: PlanStanding; readonly orderedBy: string }[];
  readonly late: { readonly count: number; readonly tasks: readonly LateTask[] };
  readonly lately: readonly ChainedEntry[];
  readonly labels: ReadonlyMap<Id, ThingLabel>;
}

async function cityHome(visit: CityVisit): Promise<Reply> {
  const { city, locale } = visit;
  const t = homeMessages(locale);
  const seen = await visit.read((tx) => read(tx, visit));
  return {
    kind: 'page',
    title: nameOf(city, locale),
    body: (
      <>
        <h1>{nameOf(city, locale)}</h1>
        {seen.plans.length === 0 ? <NoPlan visit={visit} t={t} /> : <Plans visit={visit} t={t} seen={seen} />}
        <div className="two-sides">
          <div>
            <Waiting visit={visit} t={t} seen={seen} />
            {seen.plans.length === 0 ? null : <Late visit={visit} t={t} seen={seen} />}
          </div>
          <Lately visit={visit} t={t} seen={seen} />
        </div>
      </>
    ),
  };
}

async function read(tx: DatabaseTransaction, visit: CityVisit): Promise<Seen> {
  const { city, visitor } = visit;
  const personId = visitor.person.id;
  const standings = await planStandings(tx, city.id);
  const orders = await openOrders(tx, city.id);
  const plans: PlanSeen[] = [];
  for (const plan of standings)
    plans.push({
      plan,
      changed: plan.edition ? await changedSince(tx, city.id, plan.id, plan.edition.publishedAt) : 0,
      gaps: await gapCount(tx, visit, plan.id),
      order: orders.find(({ planId }) => planId === plan.id) ?? null,
    });
  const mine = visit.canSomewhere('publish')
    ? plans.filter(
        ({ plan, order }) =>
          plan.confirmPublication && order?.confirmedBy === null && order.orderedBy !== personId,
      )
    : [];
  const entries = await auditOf(tx, city.id, EVERY_ENTRY, { limit: LOOKED });
  const labels = await thingLabels(tx, city.id, [
    ...entries.flatMap((entry) => [entry.thingId, entry.planId, entry.personId]),
    ...mine.map(({ order }) => order!.orderedBy),
  ]);
  return {
    plans,
    unread: await unreadCount(tx, city.id, personId),
    waiting: mine.map(({ plan, order }) => ({ plan, orderedBy: labels.get(order!.orderedBy)?.name ?? '' })),
    late: await lateTasks(tx, city.id, visit.today, ownPart(visit), LATE),
    lately: entries.filter((entry) => mayRead(visit, entry, labels)).slice(0, LATELY),
    labels,
  };
}

/** Units and items that are the visitor's own; null for those who work on the whole city. */
function ownPart(
  visit: CityVisit,
): { readonly unitIds: readonly Id[]; readonly itemIds: readonly Id[] } | null {
  const { city, visitor, today } = visit;
  const { member } = visitor;
  if (
    rolesIn(member, city.id, today).some((role) => ['administrator', 'strategist', 'auditor'].includes(role))
  )
    return null;
  const held = member.appointments.filter((a) => a.cityId === city.id && isCurrent(a, today));
  if (held.some((a) => a.unitId === null && a.itemIds.length === 0)) return null;
  return {
    unitIds: held.flatMap((a) =>
      a.unitId === null || a.itemIds.length > 0 ? [] : [...unitsBelow(a.unitId, city.units)],
    ),
    itemIds: held.flatMap((a) => a.itemIds),
  };
}

/** Goals and tasks that the visitor may see, publications, and the rest for those who may read the log. */
function mayRead(visit: CityVisit, entry: ChainedEntry, labels: ReadonlyMap<Id, ThingLabel>): boolean {
  if (visit.canSomewhere('read-audit')) return true;
  if (entry.thing === 'plan') return true;
  const label = entry.thingId === null ? undefined : labels.get(entry.thingId);
  if (!label || (entry.thing !== 'node' && entry.thing !== 'task')) return false;
  return visit.can('see', { unitIds: label.unitIds, itemId: label.id }) === true;
}

interface Part {
  readonly visit: CityVisit;
  readonly t: HomeMessages;
  readonly seen: Seen;
}

function NoPlan({ visit, t }: Omit<Part, 'seen'>): ReactElement {
  const may = visit.canSomewhere('import');
  return (
    <section className="card begin">
      <h2>{t.emptyTitle}</h2>
      <p>{may ? t.empty : t.emptyOther}</p>
      {may ? (
        <p>
          <a className="ds-button" data-variant="primary" href={to('newPlan', { city: visit.city.slug })}>
            {t.emptyAct}
          </a>
        </p>
      ) : null}
    </section>
  );
}

function Plans({ visit, t, seen }: Part): ReactElement {
  const { city } = visit;
  return (
    <section aria-labelledby="plans">
      <h2 id="plans">{t.plans}</h2>
      <ul className="plans">
        {seen.plans.map((one) => (
          <PlanCard key={one.plan.id} visit={visit} t={t} of={one} />
        ))}
      </ul>
      {visit.canSomewhere('import') ? (
        <p>
          <a href={to('newPlan', { city: city.slug })}>{t.newPlan}</a>
        </p>
      ) : null}
    </section>
  );
}

function PlanCard({ visit, t, of }: Omit<Part, 'seen'> & { of: PlanSeen }): ReactElement {
  const { city, locale } = visit;
  const { plan, changed, gaps, order } = of;
  const at = { city: city.slug, plan: plan.slug };
  const title = pick(plan.title, locale, city.languages);
  const portal = address({ kind: 'home', locale, ...at, edition: null });
  return (
    <li className="card">
      <h3 lang={title?.lang === locale ? undefined : title?.lang}>
        <a href={to('plan', at)}>{title?.text}</a>
      </h3>
      <p className="small">
        <span className="tag">{t.state[plan.state]}</span> {t.holds(plan.goals, plan.tasks)} · {t.gaps(gaps)}
      </p>
      <p>
        {plan.edition === null
          ? t.noEdition
          : `${t.edition(plan.edition.number, formatDate(plan.edition.publishedAt.slice(0, 10), locale))}. ${t.changed(changed)}.`}
        {order ? (
          <>
            <br />
            <strong>
              {plan.confirmPublication && order.confirmedBy === null
                ? `${t.waitsForConfirmation}.`
                : t.next(formatMoment(order.runAt, city.timeZone, locale))}
            </strong>
          </>
        ) : null}
      </p>
      <ul className="ways">
        {visit.canSomewhere('publish') ? (
          <li>
            <a href={to('publish', at)}>{t.publish}</a>
          </li>
        ) : null}
        {visit.can('see') === true ? (
          <li>
            <a href={to('preview', at)}>{t.preview}</a>
          </li>
        ) : null}
        {plan.edition ? (
          <li>
            <a href={portal}>{t.public}</a>
          </li>
        ) : null}
      </ul>
    </li>
  );
}

function Waiting({ visit, t, seen }: Part): ReactElement {
  const { city, locale } = visit;
  const { unread, waiting } = seen;
  return (
    <section aria-labelledby="waits">
      <h2 id="waits">{t.waits}</h2>
      {unread === 0 && waiting.length === 0 ? (
        <p className="small">{t.waitsNone}</p>
      ) : (
        <ul className="lines">
          {waiting.map(({ plan, orderedBy }) => (
            <li key={plan.id}>
              <a href={to('publish', { city: city.slug, plan: plan.slug })}>
                {t.confirm(pick(plan.shortTitle, locale, city.languages)?.text ?? plan.slug, orderedBy)}
              </a>
            </li>
          ))}
          {unread > 0 ? (
            <li>
              <a href={to('notifications', { city: city.slug })}>{t.unread(unread)}</a>
            </li>
          ) : null}
        </ul>
      )}
    </section>
  );
}

function Late({ visit, t, seen }: Part): ReactElement {
  const { city, locale } = visit;
  const { late, plans } = seen;
  const slugs = new Map(plans.map(({ plan }) => [plan.id, plan.slug]));
  return (
    <section aria-labelledby="late">
      <h2 id="late">{ownPart(visit) === null ? t.late : t.lateMine}</h2>
      {late.count === 0 ? (
        <p className="small">{t.lateNone}</p>
      ) : (
        <>
          <p>{t.lateCount(late.count)}</p>
          <ul className="lines">
            {late.tasks.map((task) => {
              const title = pick(task.title, locale, city.languages);
              const at = { city: city.slug, plan: slugs.get(task.planId) ?? '', item: task.id };
              return (
                <li key={task.id}>
                  <a href={to('item', at)}>
                    {task.code ? <span className="code">{task.code} </span> : null}
                    <span lang={title?.lang === locale ? undefined : title?.lang}>{title?.text}</span>
                  </a>
                  <br />
                  <span className="small">{t.lateSince(formatDate(task.endOn, locale))}</span>
                </li>
              );
            })}
          </ul>
          {late.count > late.tasks.length ? (
            <p className="small">{t.more(late.count - late.tasks.length)}</p>
          ) : null}
        </>
      )}
    </section>
  );
}

function Lately({ visit, t, seen }: Part): ReactElement {
  const { city, locale } = visit;
  return (
    <section aria-labelledby="lately">
      <h2 id="lately">{t.lately}</h2>
      {seen.lately.length === 0 ? (
        <p className="small">{t.latelyNone}</p>
      ) : (
        <ol className="lines">
          {seen.lately.map((entry) => {
            const person = entry.personId === null ? undefined : seen.labels.get(entry.personId);
            const label = entry.thingId === null ? undefined : seen.labels.get(entry.thingId);
            return (
              <li key={entry.id}>
                <span className="small">
                  {formatMoment(entry.at, city.timeZone, locale)}
                  {person?.name ? `, ${person.name}` : ''}
                </span>
                <br />
                {actText(entry.act, locale)}
                {label && label.thing !== 'person' ? (
                  <>
                    {': '}
                    <ThingName label={label} city={city} locale={locale} />
                  </>
                ) : null}
              </li>
            );
          })}
        </ol>
      )}
      {visit.canSomewhere('read-audit') ? (
        <p>
          <a href={to('audit', { city: city.slug })}>{t.wholeLog}</a>
        </p>
      ) : null}
    </section>
  );
}
