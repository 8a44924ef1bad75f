/** What the office told the visitor, read and unread. */
import type { ReactElement } from 'react';
import { readNotifications } from '../acts/read-notifications.ts';
import { notificationsOf } from '../database/notification.ts';
import type { Notification } from '../database/notification.ts';
import { planStandings } from '../database/plan-standing.ts';
import type { PlanStanding } from '../database/plan-standing.ts';
import { formatMoment } from '../text/moment.ts';
import { notificationMessages, notificationText } from '../text/notification.ts';
import { to } from './addresses.ts';
import { Act } from './fields.tsx';
import { inCity } from './route.ts';
import type { CityVisit, Reply } from './visit.ts';

export const notificationRoutes = [
  inCity('GET', 'notifications', 'see', page),
  inCity('POST', 'notifications', 'see', read),
];

const A_PAGE = 50;

async function page(visit: CityVisit): Promise<Reply> {
  const { city, locale, visitor, query } = visit;
  const t = notificationMessages(locale);
  const from = Math.max(0, Math.trunc(Number(query.get('skip')) || 0));
  const { found, plans } = await visit.read(async (tx) => ({
    found: await notificationsOf(tx, city.id, visitor.person.id, { limit: A_PAGE + 1, offset: from }),
    plans: await planStandings(tx, city.id),
  }));
  const shown = found.slice(0, A_PAGE);
  const path = (skip: number): string =>
    to('notifications', { city: city.slug }, { skip: skip > 0 ? String(skip) : null });
  return {
    kind: 'page',
    title: t.title,
    body: (
      <>
        <h1>{t.title}</h1>
        <p>{t.lead}</p>
        {shown.length === 0 ? (
          <p className="empty">{t.none}</p>
        ) : (
          <form method="post">
            {shown.some(({ readAt }) => readAt === null) ? (
              <p>
                <Act name={t.markAll} locale={locale} value="all" />
              </p>
            ) : null}
            <ol className="lines">
              {shown.map((one) => (
                <Line key={one.id} visit={visit} of={one} plans={plans} />
              ))}
            </ol>
          </form>
        )}
        <ul className="ways">
          {from > 0 ? (
            <li>
              <a href={path(Math.max(0, from - A_PAGE))}>{t.newer}</a>
            </li>
          ) : null}
          {found.length > A_PAGE ? (
            <li>
              <a href={path(from + A_PAGE)}>{t.older}</a>
            </li>
          ) : null}
        </ul>
        <p className="small">
          <a href={to('account', {})}>{t.byMail}</a>
        </p>
      </>
    ),
  };
}

async function read(visit: CityVisit): Promise<Reply> {
  const id = visit.form.text('act');
  await readNotifications(visit.acting, id === 'all' ? null : id);
  return { kind: 'go', to: to('notifications', { city: visit.city.slug }), done: 'read' };
}

function Line({
  visit,
  of,
  plans,
}: {
  visit: CityVisit;
  of: Notification;
  plans: readonly PlanStanding[];
}): ReactElement {
  const { city, locale } = visit;
  const t = notificationMessages(locale);
  const plan = plans.find(({ id }) => id === of.planId);
  const at = { city: city.slug, plan: plan?.slug ?? '' };
  const path = !plan
    ? null
    : of.thingId !== null
      ? to('item', { ...at, item: of.thingId })
      : of.kind === 'items-changed'
        ? to('plan', at)
        : to('publish', at);
  return (
    <li className={of.readAt === null ? 'unread' : undefined}>
      <span className="small">
        {formatMoment(of.at, city.timeZone, locale)}
        {of.readAt === null ? ` · ${t.unread}` : ''}
      </span>
      <br />
      {path === null ? notificationText(of, locale) : <a href={path}>{notificationText(of, locale)}</a>}
      {of.readAt === null ? (
        <>
          {' '}
          <button type="submit" className="plain" name="act" value={of.id}>
            {t.markRead}
          </button>
        </>
      ) : null}
    </li>
  );
}
