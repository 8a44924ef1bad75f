/** Search over everything in the working plans that the visitor may see. */
import type { ReactElement } from 'react';
import { findThings } from '../database/find.ts';
import type { Found } from '../database/find.ts';
import { pick } from '../text/locale.ts';
import { searchMessages } from '../text/office-search.ts';
import { to } from './addresses.ts';
import { Field } from './fields.tsx';
import { inCity } from './route.ts';
import type { CityVisit, Reply } from './visit.ts';

export const searchRoutes = [inCity('GET', 'search', 'see', page)];

const SHOWN = 50;
/** So many are looked at for those that the visitor may see. */
const LOOKED = 500;
const EXCERPT = 180;

async function page(visit: CityVisit): Promise<Reply> {
  const { city, locale, query } = visit;
  const t = searchMessages(locale);
  const asked = (query.get('q') ?? '').slice(0, 200).trim();
  const found = asked === '' ? [] : await visit.read((tx) => findThings(tx, city.id, asked, LOOKED));
  const seen = found.filter((one) => maySee(visit, one));
  return {
    kind: 'page',
    title: t.title,
    body: (
      <>
        <h1>{t.title}</h1>
        <search>
          <form method="get" action={to('search', { city: city.slug })}>
            <Field
              name="q"
              label={t.label}
              hint={t.hint}
              type="search"
              locale={locale}
              value={asked}
              required
            />
            <p>
              <button type="submit" className="ds-button" data-variant="primary">
                {t.find}
              </button>
            </p>
          </form>
        </search>
        {asked === '' ? (
          <p className="empty">{t.ask}</p>
        ) : seen.length === 0 ? (
          <p className="empty">{t.none(asked)}</p>
        ) : (
          <>
            <p>
              {t.found(seen.length)}. {seen.length > SHOWN ? t.most(SHOWN) : ''}
            </p>
            <ol className="lines">
              {seen.slice(0, SHOWN).map((one) => (
                <Line key={one.id} visit={visit} of={one} />
              ))}
            </ol>
          </>
        )}
      </>
    ),
  };
}

function maySee(visit: CityVisit, { thing, id, unitIds }: Found): boolean {
  return thing === 'unit' || visit.can('see', { unitIds, itemId: id }) === true;
}

function Line({ visit, of }: { visit: CityVisit; of: Found }): ReactElement {
  const { city, locale } = visit;
  const t = searchMessages(locale);
  const title = pick(of.title, locale, city.languages);
  const more = of.thing === 'unit' ? null : pick(of.description, locale, city.languages);
  const name = (
    <>
      {of.code ? <span className="code">{of.code} </span> : null}
      <span lang={title?.lang === locale ? undefined : title?.lang}>{title?.text}</span>
    </>
  );
  const path =
    of.planSlug === null
      ? visit.canSomewhere('settings')
        ? to('units', { city: city.slug })
        : null
      : to('item', { city: city.slug, plan: of.planSlug, item: of.id });
  return (
    <li>
      {path === null ? name : <a href={path}>{name}</a>} <span className="tag">{t.thing[of.thing]}</span>
      {more ? (
        <p className="small" lang={more.lang === locale ? undefined : more.lang}>
          {more.text.length > EXCERPT ? `${more.text.slice(0, EXCERPT)}…` : more.text}
        </p>
      ) : null}
    </li>
  );
}
