/**
 * What can be done with a page, as plain links that work without script. The script adds print, copy and the
 * device's own sharing; it finds its words in the `data-…` attributes written here.
 */
import type { ReactElement, ReactNode } from 'react';
import type { EditionContact, EditionUnit } from '../edition/edition.ts';
import { formatDate } from '../text/date.ts';
import { flat, join, phrase, type Phrase } from '../text/phrase.ts';
import { portalMessages } from '../text/portal.ts';
import { absolute, link, permanentPage, planPath, toPlan, type Here, type PlanHere } from './here.ts';
import { phraseOf, say, Say, SayPhrase } from './words.tsx';
import { address } from './addresses.ts';

export interface ToolsProps {
  readonly here: PlanHere;
  /** Of the page, as it is shared and cited. */
  readonly title: Phrase;
  /** The nearest PDF: its words and its path. */
  readonly pdf: { readonly name: string; readonly path: string };
  /** Data files of this page, by name and path. */
  readonly files?: readonly { readonly name: string; readonly path: string }[];
}

const NO_FILES: NonNullable<ToolsProps['files']> = [];

/** The aside's first block, and its last: the edition's receipt is `Receipt`. */
export function Tools({ here, title, pdf, files = NO_FILES }: ToolsProps): ReactElement {
  const { locale, site } = here;
  const t = portalMessages(locale);
  const permanent = permanentPage(here);
  return (
    <section className="do">
      <h2>{t.thisPage}</h2>
      <ToolList here={here}>
        <>
          <li>
            <a href={link(here, pdf.path)} type="application/pdf">
              {say(pdf.name, locale)}
            </a>
          </li>
          <Shares here={here} title={flat(title)} />
          {site.origin === null ? null : (
            <li>
              <a href={link(here, planPath(here, 'feed', null))} type="application/atom+xml">
                {t.follow}
              </a>
            </li>
          )}
          {files.length > 0 ? (
            <li>
              {t.filesHere}{' '}
              {files.map((file, i) => (
                <span key={file.path}>
                  {i > 0 ? ', ' : ''}
                  <a href={link(here, file.path)}>{file.name}</a>
                </span>
              ))}
            </li>
          ) : null}
        </>
      </ToolList>
      <details className="cite">
        <summary>{t.cite}</summary>
        <div>
          <p className="citation" data-copy={t.copyCitation}>
            <SayPhrase of={citation(here, title, permanent)} locale={locale} typed />
          </p>
          <p className="small">{say(t.citeHint, locale)}</p>
          <p className="small">
            {t.permanent}:{' '}
            <a className="address" href={link(here, permanent)}>
              {absolute(here, permanent) ?? permanent}
            </a>
          </p>
        </div>
      </details>
    </section>
  );
}

/** The tools of a page above the plans: share, address, and by the script print and copy. */
export function PageTools({ here, title }: { here: Here; title: string }): ReactElement {
  const t = portalMessages(here.locale);
  return (
    <section className="do">
      <h2>{t.thisPage}</h2>
      <ToolList here={here}>
        <>
          <Shares here={here} title={title} />
          <li>
            {t.permanent}: <a href={link(here, here.path)}>{absolute(here, here.path) ?? here.path}</a>
          </li>
        </>
      </ToolList>
    </section>
  );
}

/** The list that the script adds to, with the words it needs. */
function ToolList({ here, children }: { here: Here; children: ReactNode }): ReactElement {
  const t = portalMessages(here.locale);
  return (
    <ul
      data-tools=""
      data-print={t.print}
      data-copy={t.copy}
      data-copied={t.copied}
      data-native={t.shareNative}
    >
      {children}
    </ul>
  );
}

/** Links that share the page, or why there are none. */
function Shares({ here, title }: { here: Here; title: string }): ReactNode {
  const t = portalMessages(here.locale);
  const page = absolute(here, here.path);
  // Without a public address only the browser knows where the page stands: the script makes the links.
  if (page === null)
    return (
      <li
        className="small"
        data-share={title}
        data-x={t.shareX}
        data-facebook={t.shareFacebook}
        data-mail={t.shareEmail}
      >
        {say(t.noShare, here.locale)}
      </li>
    );
  return shares(title, page).map(([kind, href]) => (
    <li key={kind}>
      <a href={href}>{t[kind]}</a>
    </li>
  ));
}

/** Which edition this is, who published it, and its fingerprint. */
export function Receipt({ here }: { here: PlanHere }): ReactElement {
  const { locale, edition, city } = here;
  const t = portalMessages(locale);
  return (
    <section className="stamp">
      <h2>{t.edition}</h2>
      <div className="receipt">
        <p>
          {say(t.editionLine(edition.number, formatDate(edition.publishedAt.slice(0, 10), locale)), locale)}
          {edition.publishedBy ? (
            <>
              , {t.publishedBy} <Say texts={edition.publishedBy} locale={locale} main={city.languages} />
            </>
          ) : null}
        </p>
        <p>
          <code>
            sha256 {edition.hash.slice(0, 8)}…{edition.hash.slice(-8)}
          </code>{' '}
          <a href={`${toPlan(here, 'data')}#edition`}>{t.checkIt}</a>
        </p>
      </div>
    </section>
  );
}

/** The office that answers, with its address; without one the contact of the city, else the gap in words. */
export function Answers({
  here,
  units,
  contact = null,
}: {
  here: PlanHere;
  units: readonly EditionUnit[];
  contact?: EditionContact | null;
}): ReactElement {
  const { locale, city } = here;
  const t = portalMessages(locale);
  const main = city.languages;
  const [first, ...others] = units;
  return (
    <section className="answers">
      <h2>{t.whoAnswers}</h2>
      {first ? (
        <ul>
          <li>
            <Say texts={first.name} locale={locale} main={main} />
          </li>
          {first.email ? (
            <li>
              <a href={`mailto:${first.email}`}>{first.email}</a>
            </li>
          ) : null}
          {first.phone ? <li>{first.phone}</li> : null}
          {others.length > 0 ? (
            <li className="small">
              {t.whoHelps}:{' '}
              <SayPhrase
                of={join(
                  others.map((unit) => phraseOf(unit.short ?? unit.name, locale, main)),
                  ', ',
                )}
                locale={locale}
              />
            </li>
          ) : null}
        </ul>
      ) : contact ? (
        <ul>
          <li>
            <Say texts={contact.name} locale={locale} main={main} />
          </li>
          {contact.email ? (
            <li>
              <a href={`mailto:${contact.email}`}>{contact.email}</a>
            </li>
          ) : null}
        </ul>
      ) : (
        <p className="small">{say(t.nobodyNamed, locale)}</p>
      )}
    </section>
  );
}

/** JSON and CSV of the plan, for the aside of its pages. */
export function planFiles(here: PlanHere): readonly { name: string; path: string }[] {
  return [
    {
      name: 'JSON',
      path: address({
        kind: 'edition-file',
        city: here.city.slug,
        plan: here.plan.slug,
        number: here.edition.number,
      }),
    },
    { name: 'CSV', path: planPath(here, 'plan-csv') },
  ];
}

/** The three services of the source page and the letter, as links that carry title and address. */
function shares(
  title: string,
  page: string,
): readonly (readonly ['shareX' | 'shareFacebook' | 'shareEmail', string])[] {
  const [text, url] = [encodeURIComponent(title), encodeURIComponent(page)];
  return [
    ['shareX', `https://x.com/intent/post?text=${text}&url=${url}`],
    ['shareFacebook', `https://www.facebook.com/sharer/sharer.php?u=${url}`],
    ['shareEmail', `mailto:?subject=${text}&body=${url}`],
  ];
}

/** "City, Title. Plan, edition 3 of 14 November 2026 (as of …). Address." */
function citation(here: PlanHere, title: Phrase, permanent: string): Phrase {
  const { locale, edition, city } = here;
  const t = portalMessages(locale);
  const main = city.languages;
  const date = formatDate(edition.publishedAt.slice(0, 10), locale);
  const plan = phraseOf(edition.plan.title, locale, main);
  const what = flat(title).includes(flat(plan)) ? title : phrase`${title}. ${plan}`;
  const where = absolute(here, permanent) ?? `${t.localCopy}: ${permanent}`;
  return phrase`${phraseOf(city.name, locale, main)}, ${what}. ${t.editionOf(edition.number, date)}, ${t.retrieved(formatDate(edition.asOf, locale))}. ${where}`;
}
