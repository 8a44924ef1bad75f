/**
 * The accessibility declaration (technical conditions v2.0): the fourteen prescribed ids once each, dates in `<time>`,
 * the e-mail as a mailto link. Without data of the operator every id stands and says "not stated".
 */
import type { ReactElement, ReactNode } from 'react';
import { declarationMessages } from '../text/declaration.ts';
import { formatDate } from '../text/date.ts';
import type { Locale } from '../text/locale.ts';
import { absolute, link, planPath, type PlanHere } from './here.ts';
import { Markdown } from './markdown.tsx';
import { PlainPage } from './plain-page.tsx';
import { phraseOf, say, Say } from './words.tsx';

/** Ids that public checkers look for, each exactly once. */
export const A11Y_IDS = [
  'a11y-wstep',
  'a11y-podmiot',
  'a11y-zakres',
  'a11y-url',
  'a11y-data-publikacja',
  'a11y-data-aktualizacja',
  'a11y-status',
  'a11y-data-sporzadzenie',
  'a11y-kontakt',
  'a11y-email',
  'a11y-telefon',
  'a11y-procedura',
  'a11y-architektura',
  'a11y-komunikacja',
] as const;

export function DeclarationPage({ here }: { here: PlanHere }): ReactElement {
  const { locale, city, edition } = here;
  const t = declarationMessages(locale);
  const of = city.declaration;
  const main = city.languages;
  const missing = <em className="missing">{t.missing}</em>;
  const entity = of ? <Say texts={of.entity} locale={locale} main={main} /> : null;
  const home = planPath(here, 'home', null);
  const site = of?.address ?? absolute(here, home);
  const [before = '', after = ''] = entity === null ? [] : t.intro('\u0000').split('\u0000');
  return (
    <PlainPage
      here={here}
      kind="accessibility"
      title={t.title}
      lead={of ? phraseOf(edition.plan.title, locale, main) : t.missingLead}
    >
      <section id="a11y-wstep">
        <p className="prose">
          {entity === null ? (
            <>
              {t.introMissing}: <span id="a11y-podmiot">{missing}</span>.
            </>
          ) : (
            <>
              {say(before, locale)}
              <strong id="a11y-podmiot">{entity}</strong>
              {say(after, locale)}
            </>
          )}
        </p>
        <p className="prose" id="a11y-zakres">
          {say(t.scope, locale)}{' '}
          <a id="a11y-url" href={site ?? link(here, home)}>
            <Say texts={edition.plan.title} locale={locale} main={main} />
          </a>
          .
        </p>
        <dl className="pairs">
          <Pair name={t.published}>
            <Day id="a11y-data-publikacja" on={of?.publishedOn ?? null} locale={locale} missing={missing} />
          </Pair>
          <Pair name={t.updated}>
            <Day id="a11y-data-aktualizacja" on={of?.updatedOn ?? null} locale={locale} missing={missing} />
          </Pair>
        </dl>
      </section>
      <section>
        <h2>{t.statusTitle}</h2>
        <p className="prose" id="a11y-status">
          {say(t.status[of?.status ?? 'missing'], locale)}
        </p>
        <h3>{t.contentTitle}</h3>
        <h4>{t.nonCompliance}</h4>
        {of?.exceptions ? (
          <Markdown texts={of.exceptions} locale={locale} main={main} />
        ) : (
          <p>{of ? say(t.nothing, locale) : missing}</p>
        )}
        <h4>{t.excluded}</h4>
        <p>{of ? say(t.nothing, locale) : missing}</p>
        <h4>{t.burden}</h4>
        <p>{of ? say(t.nothing, locale) : missing}</p>
      </section>
      <section>
        <h2>{say(t.preparedTitle, locale)}</h2>
        <dl className="pairs">
          <Pair name={t.prepared}>
            <Day id="a11y-data-sporzadzenie" on={of?.preparedOn ?? null} locale={locale} missing={missing} />
          </Pair>
          {of?.reviewedOn ? (
            <Pair name={t.reviewed}>
              <Day id="a11y-data-przeglad" on={of.reviewedOn} locale={locale} missing={missing} />
            </Pair>
          ) : null}
        </dl>
      </section>
      <section>
        <h2>{say(t.aidsTitle, locale)}</h2>
        <ul className="prose">
          {t.aids.map((text) => (
            <li key={text}>{say(text, locale)}</li>
          ))}
        </ul>
        <h3>{t.keysTitle}</h3>
        <p className="prose">{say(t.keys, locale)}</p>
      </section>
      <section id="a11y-kontakt">
        <h2>{say(t.contactTitle, locale)}</h2>
        <p className="prose">
          {say(t.contact, locale)} {entity ?? missing}.
        </p>
        <dl className="pairs">
          <Pair name={t.contactEmail}>
            {of ? (
              <a id="a11y-email" href={`mailto:${of.email}`}>
                {of.email}
              </a>
            ) : (
              <span id="a11y-email">{missing}</span>
            )}
          </Pair>
          <Pair name={t.contactPhone}>
            {of ? (
              <a id="a11y-telefon" href={`tel:${of.phone.replace(/[^\d+]/g, '')}`}>
                {of.phone}
              </a>
            ) : (
              <span id="a11y-telefon">{missing}</span>
            )}
          </Pair>
        </dl>
      </section>
      <section id="a11y-procedura">
        <h2>{say(t.procedureTitle, locale)}</h2>
        <div className="prose">
          {t.procedure.map((text) => (
            <p key={text}>{say(text, locale)}</p>
          ))}
          <p>
            {say(t.ombudsmanBefore, locale)} <a href="https://bip.brpo.gov.pl/">{t.ombudsman}</a>.
          </p>
        </div>
      </section>
      <section>
        <h2>{t.otherTitle}</h2>
        <h3>{t.apps}</h3>
        <p>{say(t.appsNone, locale)}</p>
        <section id="a11y-architektura">
          <h3>{t.buildingTitle}</h3>
          {of ? <Markdown texts={of.building} locale={locale} main={main} /> : <p>{missing}</p>}
        </section>
        <section id="a11y-komunikacja">
          <h3>{t.communicationTitle}</h3>
          {of ? <Markdown texts={of.communication} locale={locale} main={main} /> : <p>{missing}</p>}
        </section>
      </section>
    </PlainPage>
  );
}

function Pair({ name, children }: { name: string; children: ReactNode }): ReactElement {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** A date in `<time datetime>`; without one the id stands on words that say so. */
function Day({
  id,
  on,
  locale,
  missing,
}: {
  id: string;
  on: string | null;
  locale: Locale;
  missing: ReactNode;
}): ReactElement {
  return on === null ? (
    <span id={id}>{missing}</span>
  ) : (
    <time id={id} dateTime={on}>
      {formatDate(on, locale)}
    </time>
  );
}
