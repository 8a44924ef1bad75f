/** No page at an address: what the reader can do instead. Also for a number that only an earlier edition had. */
import type { ReactElement } from 'react';
import { portalMessages } from '../text/portal.ts';
import { address, type ItemRef } from './addresses.ts';
import { titlePhrase } from './delivery.tsx';
import { link, toPlan, type Here, type PlanHere } from './here.ts';
import { CityPage, PlanPage } from './layout.tsx';
import { NotFoundHelp } from './notfound-help.tsx';
import { indexOf } from './shelf.ts';
import { say, Say, SayPhrase } from './words.tsx';

export function NotFoundPage({ here }: { here: Here }): ReactElement {
  const { locale } = here;
  const t = portalMessages(locale);
  return (
    <CityPage here={here} title={t.notFoundTitle} description={t.notFoundLead} tools={false}>
      <h1>{t.notFoundTitle}</h1>
      <p className="lead">{say(t.notFoundLead, locale)}</p>
      <h2>{t.notFoundTry}</h2>
      <ul className="plainlist">
        {here.shelf.cities.flatMap((city) =>
          city.plans.map(({ newest }) => (
            <li key={newest.plan.id}>
              <a
                href={link(
                  here,
                  address({ kind: 'home', locale, city: city.slug, plan: newest.plan.slug, edition: null }),
                )}
              >
                <Say texts={city.city.name} locale={locale} main={city.city.languages} />:{' '}
                <Say texts={newest.plan.title} locale={locale} main={city.city.languages} />
              </a>
            </li>
          )),
        )}
        <li>
          <a href={link(here, address({ kind: 'installation', locale }))}>{t.allCities}</a>
        </li>
      </ul>
    </CityPage>
  );
}

/** Inside a plan: `item` is what the address asked for, if it asked for an item. */
export function NotFoundInPlan({ here, item }: { here: PlanHere; item: ItemRef | null }): ReactElement {
  const { locale, city } = here;
  const t = portalMessages(locale);
  const code = item && 'code' in item ? item.code : null;
  const earlier = code === null ? [] : here.plan.meanings(code);
  return (
    <PlanPage here={here} title={t.notFoundTitle} description={t.notFoundLead}>
      <h1>{t.notFoundTitle}</h1>
      <p className="lead">{say(t.notFoundLead, locale)}</p>
      {earlier.length > 0 && code !== null ? (
        <>
          <p>{say(t.notFoundOnce(code), locale)}</p>
          <ul className="plainlist">
            {earlier.map(({ item: found, edition }) => (
              <li key={found.id}>
                <a
                  href={link(
                    here,
                    address({
                      kind: 'item',
                      locale,
                      city: city.slug,
                      plan: here.plan.slug,
                      edition: edition.number,
                      item: indexOf(edition).ref(found),
                    }),
                  )}
                >
                  <SayPhrase
                    of={titlePhrase(here, found.type === 'node' ? found.node.title : found.task.title)}
                    locale={locale}
                  />
                </a>{' '}
                {t.meantIn(edition.number)}
              </li>
            ))}
          </ul>
        </>
      ) : null}
      <NotFoundHelp here={here} asked={code ?? here.path.split('/').at(-1) ?? ''} />
      <h2>{t.notFoundTry}</h2>
      <ul className="plainlist">
        <li>
          <a href={toPlan(here, 'goals')}>{t.allGoals}</a>
        </li>
        <li>
          <a href={toPlan(here, 'home')}>
            <Say texts={here.edition.plan.title} locale={locale} main={city.languages} />
          </a>
        </li>
      </ul>
    </PlanPage>
  );
}
