/**
 * The frame of every page: head, header with the horizon's edge, notices, breadcrumb, main and aside, footer.
 *
 * A page of a plan is written like this and imported by render.tsx:
 *
 *   export function MethodPage({ here }: { here: PlanHere }): ReactElement {
 *     return (
 *       <PlanPage here={here} kind="method" title={…} description={…}>
 *         <h1>…</h1> …
 *       </PlanPage>
 *     );
 *   }
 *
 * The page gives its own h1 and goes on with h2. Links come from `here.ts` (toPlan, toItem, link), texts of the
 * city through `Say`, judgement marks through `Mark`. No `style`, no script: the portal's CSP forbids both.
 */
import type { ReactElement, ReactNode } from 'react';
import { edgeSvg, horizon } from '../charts/horizon.ts';
import { formatDate } from '../text/date.ts';
import type { Locale } from '../text/locale.ts';
import { portalMessages } from '../text/portal.ts';
import { address, type PlanKind } from './addresses.ts';
import { absolute, link, permanentPage, planPath, toPlan, type Here, type PlanHere } from './here.ts';
import { Document, translated, type FrameProps } from './document.tsx';
import { Svg } from './marks.tsx';
import { armsPath } from './theme.ts';
import { PageTools } from './tools.tsx';
import { plain, say, Say } from './words.tsx';

export interface Crumb {
  readonly name: ReactNode;
  readonly href: string;
}

export interface PlanPageProps extends FrameProps {
  readonly here: PlanHere;
  /** The page's kind, for the navigation; an item's pages leave it out. */
  readonly kind?: PlanKind;
  /** Ways back, the plan's home first is added by the frame. */
  readonly crumbs?: readonly Crumb[];
  /** The last crumb: where the reader is. */
  readonly crumb?: ReactNode;
  /** The column beside the main one: tools, who answers, the edition (see tools.tsx). Without it the page is wide. */
  readonly aside?: ReactNode;
  /** Above the content, over the whole width: the hero of a home page. */
  readonly hero?: ReactNode;
  /** Path of the canonical page when it is not this one (a page by id names the page by code). */
  readonly canonical?: string;
  /** Path of the preview image; the plan's when left out. */
  readonly image?: string;
  /** A notice of this page alone, under the standing notice. */
  readonly notice?: ReactNode;
}

/** A page of a plan. */
export function PlanPage(props: PlanPageProps): ReactElement {
  const { here, kind, aside, hero } = props;
  const { locale, city, edition } = here;
  const t = portalMessages(locale);
  const main = city.languages;
  const plan = plain(edition.plan.shortTitle, locale, main);
  const cityName = plain(city.name, locale, main);
  const full = kind === 'home' ? `${props.title} – ${cityName}` : `${props.title} – ${plan}, ${cityName}`;
  const home = toPlan(here, 'home');
  const past = 'edition' in here.address && here.address.edition !== null;
  return (
    <Document
      {...props}
      fullTitle={full}
      colour={city.colour}
      imagePath={props.image ?? planPath(here, 'plan-image')}
      feedPath={here.site.origin === null ? null : planPath(here, 'feed', null)}
      noindex={here.past !== null}
    >
      <header className="site">
        <div className="wrap">
          <a className="city" href={home}>
            {city.arms ? (
              <img src={link(here, armsPath(city.arms.hash))} alt="" width="34" height="40" />
            ) : (
              <Sun />
            )}
            <span>
              <Say texts={city.name} locale={locale} main={main} />
              <small>
                <Say texts={edition.plan.shortTitle} locale={locale} main={main} />
              </small>
            </span>
          </a>
          <nav aria-label={t.nav}>
            <ul>
              <NavItem here={here} kind="goals" now={kind} name={t.goals} />
              <NavItem here={here} kind="progress" now={kind} name={t.progress} />
              <NavItem here={here} kind="changes" now={kind} name={t.changes} />
              <NavItem here={here} kind="data" now={kind} name={t.data} />
              <NavItem here={here} kind="search" now={kind} name={t.search} />
              <OtherLanguage here={here} />
            </ul>
          </nav>
        </div>
        <Svg of={edgeSvg(horizon(edition))} />
      </header>
      {city.standing !== 'official' || past || props.notice ? (
        // A landmark of its own: nothing of a page may lie outside all of them (axe: region).
        <section aria-label={t.notices}>
          <Standing standing={city.standing} name={cityName} locale={locale} />
          {past ? (
            <div className="notice past">
              <p className="wrap">
                {say(
                  t.pastBanner(edition.number, formatDate(edition.publishedAt.slice(0, 10), locale)),
                  locale,
                )}{' '}
                <a href={link(here, present(here))}>{t.presentLink}</a>
              </p>
            </div>
          ) : null}
          {props.notice ? (
            <div className="notice">
              <div className="wrap">{props.notice}</div>
            </div>
          ) : null}
        </section>
      ) : null}
      {kind === 'home' ? null : (
        <nav className="crumbs wrap" aria-label={t.crumbs}>
          <ol>
            <li>
              <a href={home}>
                <Say texts={edition.plan.shortTitle} locale={locale} main={main} />
              </a>
            </li>
            {(props.crumbs ?? []).map((crumb) => (
              <li key={crumb.href}>
                <a href={crumb.href}>{crumb.name}</a>
              </li>
            ))}
            <li aria-current="page">{props.crumb ?? props.title}</li>
          </ol>
        </nav>
      )}
      <main id="tresc">
        {hero}
        {aside ? (
          <div className="wrap page">
            <div className="content">{props.children}</div>
            <aside className="tools">{aside}</aside>
          </div>
        ) : (
          <div className="wrap wide">{props.children}</div>
        )}
      </main>
      <footer className="site">
        <div className="wrap">
          <p>
            {say(t.editionOf(edition.number, formatDate(edition.publishedAt.slice(0, 10), locale)), locale)}
            {edition.publishedBy ? (
              <>
                , {t.publishedBy} <Say texts={edition.publishedBy} locale={locale} main={main} />
              </>
            ) : null}
          </p>
          <ul>
            <li>
              <a href={toPlan(here, 'method')}>{t.method}</a>
            </li>
            <li>
              <a href={`${toPlan(here, 'data')}#edition`}>{t.verify}</a>
            </li>
            <li>
              <a href={toPlan(here, 'accessibility')}>{t.accessibility}</a>
            </li>
            {errorMail(here, props.title)}
            <li>
              <a href={link(here, address({ kind: 'installation', locale }))}>{t.allCities}</a>
            </li>
          </ul>
          <p className="made">{say(t.madeWith, locale)}</p>
        </div>
      </footer>
      <PaperLine here={here} />
    </Document>
  );
}

export interface CityPageProps extends FrameProps {
  /** The city's name in the header; without it the product's sign alone. */
  readonly city?: { readonly name: ReactNode; readonly home: string };
  readonly standing?: {
    readonly standing: 'official' | 'from-public-page' | 'invented';
    readonly name: string;
  };
  readonly colour?: string;
  /** The city's arms, by the hash of their SVG. */
  readonly arms?: string | undefined;
  /** Path of the preview image: a plan's. */
  readonly image?: string | undefined;
  /** False on a page that nobody should share or cite: it is not there. */
  readonly tools?: boolean;
}

/** A page above the plans: the installation, a city, or no page at all. */
export function CityPage(props: CityPageProps): ReactElement {
  const { here, city } = props;
  const { locale } = here;
  const t = portalMessages(locale);
  const installation = link(here, address({ kind: 'installation', locale }));
  return (
    <Document
      {...props}
      fullTitle={props.title}
      colour={props.colour ?? NEUTRAL}
      imagePath={props.image ?? null}
      feedPath={null}
      noindex={false}
    >
      <header className="site">
        <div className="wrap">
          <a className="city" href={city?.home ?? installation}>
            {props.arms ? (
              <img src={link(here, armsPath(props.arms))} alt="" width="34" height="40" />
            ) : (
              <Sun />
            )}
            <span>{city?.name ?? 'Horyzont'}</span>
          </a>
          <nav aria-label={t.nav}>
            <ul>
              <li>
                <a href={installation}>{t.allCities}</a>
              </li>
              <OtherLanguage here={here} />
            </ul>
          </nav>
        </div>
        <Svg of={edgeSvg({ startOn: null, endOn: '', asOf: '', elapsedPercent: null, due: [] })} />
      </header>
      {props.standing && props.standing.standing !== 'official' ? (
        <section aria-label={t.notices}>
          <Standing {...props.standing} locale={locale} />
        </section>
      ) : null}
      <main id="tresc">
        <div className="wrap wide">
          {props.children}
          {props.tools === false ? null : (
            <div className="block toolsrow">
              <PageTools here={here} title={props.title} />
            </div>
          )}
        </div>
      </main>
      <footer className="site">
        <div className="wrap">
          <p className="made">{say(t.madeWith, locale)}</p>
        </div>
      </footer>
    </Document>
  );
}

/** The colour of pages that belong to no city. */
export const NEUTRAL = '#2b4a6f';

function NavItem({
  here,
  kind,
  now,
  name,
}: {
  here: PlanHere;
  kind: PlanKind;
  now: PlanKind | undefined;
  name: string;
}): ReactElement {
  // Search and changes look over all editions: there is one of each.
  const href =
    kind === 'search' || kind === 'changes' ? link(here, planPath(here, kind, null)) : toPlan(here, kind);
  return (
    <li>
      <a href={href} aria-current={now === kind ? 'page' : undefined}>
        {name}
      </a>
    </li>
  );
}

function OtherLanguage({ here }: { here: Here }): ReactElement {
  const t = portalMessages(here.locale);
  const other: Locale = here.locale === 'pl' ? 'en' : 'pl';
  return (
    <li className="language">
      <a href={link(here, translated(here.address, other))} lang={other} hrefLang={other} rel="alternate">
        {t.otherLanguage}
      </a>
    </li>
  );
}

function Standing({ standing, name, locale }: { standing: string; name: string; locale: Locale }): ReactNode {
  const t = portalMessages(locale);
  if (standing === 'official') return null;
  const words = standing === 'invented' ? t.invented(name) : t.fromPublicPage;
  return (
    <div className="notice standing">
      <p className="wrap">{say(words, locale)}</p>
    </div>
  );
}

/** On paper alone: the address, the edition and its fingerprint. */
function PaperLine({ here }: { here: PlanHere }): ReactElement {
  const t = portalMessages(here.locale);
  const { edition } = here;
  const permanent = permanentPage(here);
  return (
    <p className="on-paper">
      {say(
        t.editionOf(edition.number, formatDate(edition.publishedAt.slice(0, 10), here.locale)),
        here.locale,
      )}{' '}
      · {absolute(here, permanent) ?? `${t.localCopy}: ${permanent}`} · sha256 {edition.hash}
    </p>
  );
}

/** The product's sign: the half sun on its line. */
export function Sun(): ReactElement {
  return (
    <svg className="sun" viewBox="0 0 34 22" width="34" height="22" aria-hidden="true">
      <path className="f-city" d="M1 19a16 16 0 0 1 32 0z" opacity=".16" />
      <path className="f-city" d="M8 19a9 9 0 0 1 18 0z" />
      <path className="s-city" d="M0 20h34" strokeWidth="2" />
    </svg>
  );
}

function errorMail(here: PlanHere, title: string): ReactNode {
  const t = portalMessages(here.locale);
  const contact = ['strategy', 'general', 'accessibility']
    .map((kind) => here.city.contacts.find((c) => c.kind === kind && c.email))
    .find(Boolean);
  if (!contact?.email) return null;
  const subject = encodeURIComponent(`${t.report}: ${title} (${here.path})`);
  return (
    <li>
      <a href={`mailto:${contact.email}?subject=${subject}`}>{t.report}</a>
    </li>
  );
}

/** The same page of the present edition; an item's by its id, for its code may mean another item now. */
function present(here: PlanHere): string {
  const { address: to } = here;
  if (!('edition' in to)) return here.path;
  if (!('item' in to)) return address({ ...to, edition: null });
  const item = 'code' in to.item ? here.index.coded(to.item.code) : here.index.item(to.item.id);
  return address({ ...to, kind: 'item', edition: null, ...(item ? { item: { id: item.id } } : {}) });
}
