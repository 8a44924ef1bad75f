/** The frame of every page of the office: bar, navigation of the city, ways back, status line, problems. */
import type { ReactElement, ReactNode } from 'react';
import type { City } from '../model/plan.ts';
import { pick, type Locale } from '../text/locale.ts';
import { officeMessages } from '../text/office.ts';
import { to } from './addresses.ts';
import { Problems } from './fields.tsx';
import type { CityVisit, PageReply, Visit } from './visit.ts';

/** The whole document. `city` is there on the pages of a city. */
export function Frame({
  visit,
  page,
  city,
}: {
  visit: Visit;
  page: PageReply;
  city: CityVisit | null;
}): ReactElement {
  const { locale, office, visitor } = visit;
  const t = officeMessages(locale);
  const failed = (page.problems?.length ?? 0) > 0;
  const done = visit.query.get('done') ?? '';
  const said = Object.hasOwn(t.done, done) ? t.done[done] : undefined;
  const asset = (name: string): string => office.assets[name] ?? `/assets/${name}`;
  return (
    <html lang={locale}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="robots" content="noindex" />
        <title>{`${failed ? t.errorPrefix : ''}${page.title} – ${city ? `${nameOf(city.city, locale)}, ` : ''}${t.office}`}</title>
        <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
        <link rel="stylesheet" href={asset('office.css')} />
        <script src={asset('office.js')} defer />
        {(page.scripts ?? []).map((name) => (
          <script key={name} src={asset(name)} defer />
        ))}
      </head>
      <body data-size="sm">
        <a className="ds-skip-link" href="#main">
          {t.skip}
        </a>
        <header className="bar">
          <a className="sign" href={to('home', {})}>
            {t.product} <span>{t.office}</span>
          </a>
          {visitor ? (
            <form className="out" method="post" action={to('signOut', {})}>
              {visitor.person.installation ? <a href={to('mail', {})}>{t.mail}</a> : null}
              <a href={to('account', {})}>{visitor.person.name}</a>
              <button type="submit" className="plain">
                {t.signOut}
              </button>
            </form>
          ) : (
            <a
              href={languageHref(visit)}
              hrefLang={locale === 'pl' ? 'en' : 'pl'}
              lang={locale === 'pl' ? 'en' : 'pl'}
            >
              {t.otherLanguage}
            </a>
          )}
        </header>
        {city ? <CityNav visit={city} /> : null}
        {page.crumbs && page.crumbs.length > 0 ? (
          <nav className="crumbs" aria-label={t.crumbs}>
            <ol>
              {page.crumbs.map(({ name, href }) => (
                <li key={href}>
                  <a href={href}>{name}</a>
                </li>
              ))}
              <li aria-current="page">{page.title}</li>
            </ol>
          </nav>
        ) : null}
        <main id="main" className={page.wide ? 'wide' : undefined} tabIndex={-1}>
          <output className="said">{said ?? ''}</output>
          <Problems problems={page.problems ?? []} locale={locale} />
          {page.body}
        </main>
      </body>
    </html>
  );
}

function CityNav({ visit }: { visit: CityVisit }): ReactElement {
  const { city, locale, request } = visit;
  const t = officeMessages(locale);
  const here = new URL(request.url).pathname;
  const params = { city: city.slug };
  const entry = (href: string, name: ReactNode, shown: boolean): ReactElement | null =>
    shown ? (
      <li>
        <a href={href} aria-current={here === href ? 'page' : undefined}>
          {name}
        </a>
      </li>
    ) : null;
  return (
    <nav className="city" aria-label={t.nav}>
      <strong lang={langOf(city, locale)}>{nameOf(city, locale)}</strong>
      <ul>
        {entry(to('city', params), t.home, true)}
        {entry(to('search', params), t.search, visit.canSomewhere('see'))}
        {entry(to('notifications', params), t.notifications, true)}
        {entry(to('units', params), t.units, visit.canSomewhere('settings'))}
        {entry(to('people', params), t.people, visit.canSomewhere('manage-people'))}
        {entry(to('audit', params), t.audit, visit.canSomewhere('read-audit'))}
        <li>
          <a href={locale === 'pl' ? `/${city.slug}` : `/en/${city.slug}`}>{t.portal}</a>
        </li>
      </ul>
    </nav>
  );
}

/** The city's name in the interface's language, else in its own. */
export function nameOf(city: Pick<City, 'name' | 'languages'>, locale: Locale): string {
  return pick(city.name, locale, city.languages)?.text ?? '';
}

function langOf(city: City, locale: Locale): string | undefined {
  const lang = pick(city.name, locale, city.languages)?.lang;
  return lang === locale ? undefined : lang;
}

function languageHref(visit: Visit): string {
  const url = new URL(visit.request.url);
  url.searchParams.set('lang', visit.locale === 'pl' ? 'en' : 'pl');
  return url.pathname + url.search;
}
