/** The installation's front: its cities; when nothing is published yet, what to do. */
import type { ReactElement } from 'react';
import { edgeSvg, horizon, horizonTitle } from '../charts/horizon.ts';
import type { Edition } from '../edition/edition.ts';
import { goalAndTaskCount } from '../edition/level.ts';
import { portalMessages } from '../text/portal.ts';
import { address, type PlanKind } from './addresses.ts';
import { barOf } from './delivery.tsx';
import { link, type CityHere, type Here } from './here.ts';
import { CityPage } from './layout.tsx';
import { Bar, Svg } from './marks.tsx';
import { formatDate } from '../text/date.ts';
import { formatPercent } from '../text/number.ts';
import { standingSentence } from './standing.ts';
import { plain, say, Say } from './words.tsx';

export function InstallationPage({ here }: { here: Here }): ReactElement {
  const { locale, shelf } = here;
  const t = portalMessages(locale);
  if (shelf.cities.length === 0) return <EmptyInstallation here={here} />;
  return (
    <CityPage
      here={here}
      title={t.installationTitle}
      description={t.installationLead}
      image={imageOf(here, shelf.cities[0]?.plans[0]?.newest)}
    >
      <div className="opening">
        <h1>{say(t.installationTitle, locale)}</h1>
        <p className="lead">{say(t.installationLead, locale)}</p>
      </div>
      <ul className="cities">
        {shelf.cities.map((city) => (
          <li key={city.slug}>
            <div>
              <h2>
                <a href={link(here, address({ kind: 'city', locale, city: city.slug }))}>
                  <Say texts={city.city.name} locale={locale} main={city.city.languages} />
                </a>
              </h2>
              {standingSentence(city.city, locale) === null ? null : (
                <p className="small">{say(standingSentence(city.city, locale) ?? '', locale)}</p>
              )}
            </div>
            <ul className="plans">
              {city.plans.map(({ newest }) => (
                <PlanLine key={newest.plan.id} here={here} edition={newest} level={3} />
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </CityPage>
  );
}

/** The plans of one city, each with its horizon in words and its figure. */
export function CityPlansPage({ here }: { here: CityHere }): ReactElement {
  const { locale, city, cityShelf } = here;
  const t = portalMessages(locale);
  const name = plain(city.name, locale, city.languages);
  return (
    <CityPage
      here={here}
      title={t.cityPlans(name)}
      description={t.cityLead(cityShelf.plans.length)}
      city={{
        name: <Say texts={city.name} locale={locale} main={city.languages} />,
        home: link(here, address({ kind: 'city', locale, city: city.slug })),
      }}
      standing={{ standing: city.standing, name }}
      colour={city.colour}
      arms={city.arms?.hash}
      image={imageOf(here, cityShelf.plans[0]?.newest)}
    >
      <div className="opening">
        <h1>
          <Say texts={city.name} locale={locale} main={city.languages} />
        </h1>
        <p className="lead">{say(t.cityLead(cityShelf.plans.length), locale)}</p>
      </div>
      <ul className="plans">
        {cityShelf.plans.map(({ newest }) => (
          <PlanLine key={newest.plan.id} here={here} edition={newest} level={2} />
        ))}
      </ul>
    </CityPage>
  );
}

/** The preview image of a plan, for the pages that lead to it. */
function imageOf(here: Here, edition: Edition | undefined): string | undefined {
  if (!edition) return undefined;
  const of = { locale: here.locale, city: edition.city.slug, plan: edition.plan.slug, edition: null };
  return address({ kind: 'plan-image', ...of });
}

function PlanLine({ here, edition, level }: { here: Here; edition: Edition; level: 2 | 3 }): ReactElement {
  const { locale } = here;
  const t = portalMessages(locale);
  const { plan, city } = edition;
  const Heading = level === 2 ? 'h2' : 'h3';
  const of = edition.results.delivery.plan;
  const { goals, tasks } = goalAndTaskCount(edition);
  const to = (kind: PlanKind): string =>
    link(here, address({ kind, locale, city: city.slug, plan: plan.slug, edition: null }));
  return (
    <li>
      <Heading>
        <a href={to('home')}>
          <Say texts={plan.title} locale={locale} main={city.languages} />
        </a>
      </Heading>
      <p className="small">
        {say(
          `${tasks > 0 ? t.planCounts(goals, tasks) : t.countGoals(goals)}. ${horizonTitle(horizon(edition), locale)} ${t.editionOf(edition.number, formatDate(edition.publishedAt.slice(0, 10), locale))}.`,
          locale,
        )}
      </p>
      {horizon(edition).elapsedPercent === null ? null : <Svg of={edgeSvg(horizon(edition))} />}
      {of.meanPercent === null ? null : (
        <div className="planfig">
          {t.meanProgress} <strong>{formatPercent(of.meanPercent, locale)}</strong>
          <Bar of={barOf(of)} locale={locale} />
        </div>
      )}
      <p className="small">
        <a href={to('goals')}>{t.allGoals}</a> · <a href={to('plan-pdf')}>PDF</a> ·{' '}
        <a href={to('data')}>{t.data}</a>
      </p>
    </li>
  );
}

function EmptyInstallation({ here }: { here: Here }): ReactElement {
  const { locale } = here;
  const t = portalMessages(locale);
  return (
    <CityPage here={here} title={t.installationEmptyTitle} description={t.installationEmptyLead}>
      <div className="opening">
        <h1>{say(t.installationEmptyTitle, locale)}</h1>
        <p className="lead">{say(t.installationEmptyLead, locale)}</p>
      </div>
      <ol className="steps">
        {t.installationSteps.map(([what, command]) => (
          <li key={what}>
            {say(what, locale)}
            {command ? (
              <pre>
                <code>npx {command}</code>
              </pre>
            ) : null}
          </li>
        ))}
      </ol>
    </CityPage>
  );
}
