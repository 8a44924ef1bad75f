/**
 * Search: a GET form with the answer under it, and the index of all titles from A to Z. Where no server answers (an
 * export), the same page is the index; a small classic script filters it.
 */
import type { ReactElement } from 'react';
import { searchWords } from '../text/search-words.ts';
import { phrase } from '../text/phrase.ts';
import { portalMessages } from '../text/portal.ts';
import { Code, Titled } from './delivery.tsx';
import { link, planPath, toItem, toPlan, type PlanHere } from './here.ts';
import { PlanPage } from './layout.tsx';
import { Mark } from './marks.tsx';
import { planFiles, Receipt, Tools } from './tools.tsx';
import { alphabet, search, type Answer, type Hit, type Piece } from './search.ts';
import { phraseOf, say, Say, SayPhrase } from './words.tsx';

export function SearchPage({ here }: { here: PlanHere }): ReactElement {
  const { locale, edition, query } = here;
  const t = searchWords(locale);
  const words = portalMessages(locale);
  const asked = (query.get('q') ?? '').trim().slice(0, 200);
  const answer = asked === '' ? null : search([edition], asked, locale);
  return (
    <PlanPage
      here={here}
      kind="search"
      title={t.searchTitle}
      description={t.searchHint}
      canonical={planPath(here, 'search', null)}
      aside={
        <>
          <Tools
            here={here}
            title={phrase`${t.searchTitle}: ${phraseOf(edition.plan.title, locale, here.city.languages)}`}
            pdf={{ name: words.pdfPlan, path: planPath(here, 'plan-pdf') }}
            files={planFiles(here)}
          />
          <Receipt here={here} />
        </>
      }
    >
      <h1>{t.searchTitle}</h1>
      <SearchForm here={here} value={asked} />
      {answer ? <Results here={here} answer={answer} /> : <Topics here={here} />}
      {answer && answer.total > 0 ? (
        <p className="toindex">
          <a href={link(here, planPath(here, 'search', null))}>{t.searchAll}</a>
        </p>
      ) : (
        <Index here={here} />
      )}
    </PlanPage>
  );
}

/** The form, here and on the page that is not there. */
export function SearchForm({ here, value = '' }: { here: PlanHere; value?: string }): ReactElement {
  const t = searchWords(here.locale);
  return (
    <search>
      <form className="seek" method="get" action={link(here, planPath(here, 'search', null))}>
        <label htmlFor="q">{t.searchLabel}</label>
        <span className="seekrow">
          <input
            className="ds-input"
            id="q"
            name="q"
            type="search"
            defaultValue={value}
            aria-describedby="q-hint"
            maxLength={200}
            autoComplete="off"
            spellCheck={false}
          />
          <button className="ds-button" type="submit">
            {t.searchButton}
          </button>
        </span>
        <span className="small" id="q-hint">
          {say(t.searchHint, here.locale)}
        </span>
      </form>
    </search>
  );
}

function Results({ here, answer }: { here: PlanHere; answer: Answer }): ReactElement {
  const { locale } = here;
  const t = searchWords(locale);
  const [strict, loose] = [answer.hits.filter((hit) => !hit.loose), answer.hits.filter((hit) => hit.loose)];
  return (
    <section id="results" aria-label={t.searchResults}>
      <output className="found">
        {say(
          answer.total === 0 ? t.searchNothing(answer.query) : t.searchFound(answer.total, answer.query),
          locale,
        )}
        {answer.partly ? ` ${say(t.searchPartly, locale)}` : null}
        {answer.total > answer.hits.length ? ` ${say(t.searchShown(answer.hits.length), locale)}` : null}
      </output>
      {answer.suggestions.length > 0 ? (
        <p>
          {t.searchNear}{' '}
          {answer.suggestions.map((word, i) => (
            <span key={word}>
              {i > 0 ? ', ' : ''}
              <a href={`${link(here, planPath(here, 'search', null))}?q=${encodeURIComponent(word)}`}>
                {word}
              </a>
            </span>
          ))}
          ?
        </p>
      ) : null}
      {answer.total === 0 ? <Topics here={here} /> : null}
      <Hits here={here} hits={strict} />
      {strict.length > 0 && loose.length > 0 ? <h2>{say(t.searchLoose, locale)}</h2> : null}
      <Hits here={here} hits={loose} />
    </section>
  );
}

function Hits({ here, hits }: { here: PlanHere; hits: readonly Hit[] }): ReactElement | null {
  if (hits.length === 0) return null;
  return (
    <ol className="hits">
      {hits.map((hit) => (
        <Result key={hit.kind === 'page' ? hit.page : hit.item.id} here={here} hit={hit} />
      ))}
    </ol>
  );
}

function Result({ here, hit }: { here: PlanHere; hit: Hit }): ReactElement {
  const { locale, index, edition, city } = here;
  const t = searchWords(locale);
  const words = portalMessages(locale);
  const item = hit.kind === 'page' ? undefined : index.item(hit.item.id);
  const href =
    hit.kind === 'page'
      ? hit.page === 'changes'
        ? link(here, planPath(here, 'changes', null))
        : toPlan(here, hit.page)
      : toItem(here, item!);
  const verdict =
    hit.kind === 'node'
      ? index.delivery(hit.item.id)?.verdict
      : hit.kind === 'task'
        ? index.taskDelivery(hit.item.id)?.verdict
        : undefined;
  const level =
    hit.kind === 'node'
      ? phraseOf(edition.levels[hit.item.level]?.singular ?? null, locale, city.languages)
      : [];
  const delivers = edition.tasks.length > 0;
  return (
    <li>
      <p className="where">
        {level.length > 0 ? <SayPhrase of={level} locale={locale} /> : t.searchKind[hit.kind]}
        {hit.kind === 'page'
          ? null
          : hit.path.map((node) => (
              <span key={node.id}>
                {' / '}
                {node.code ?? <Say texts={node.title} locale={locale} main={city.languages} />}
              </span>
            ))}
      </p>
      <p className="hit">
        <a href={href}>
          {hit.kind === 'page' ? null : <Code code={hit.item.code} />}
          <span lang={hit.lang === locale ? undefined : hit.lang}>
            {hit.title.length === 0 ? words.untitled : <Pieces of={hit.title} lang={hit.lang} />}
          </span>
        </a>
      </p>
      {hit.excerpt ? (
        <p className="excerpt" lang={hit.excerpt.lang === locale ? undefined : hit.excerpt.lang}>
          <Pieces of={hit.excerpt.pieces} lang={hit.excerpt.lang} />
        </p>
      ) : null}
      {verdict && delivers ? (
        <p className="status">
          <Mark verdict={verdict} locale={locale} /> {portalMessages(locale).verdict[verdict]}
        </p>
      ) : null}
    </li>
  );
}

function Pieces({ of, lang }: { of: readonly Piece[]; lang: string }): ReactElement {
  const typed = (text: string): string => (lang === 'pl' || lang === 'en' ? say(text, lang) : text);
  return <>{of.map((piece, i) => (piece.found ? <mark key={i}>{piece.text}</mark> : typed(piece.text)))}</>;
}

/** What the plan is about: its groups and top goals, to start from. */
function Topics({ here }: { here: PlanHere }): ReactElement | null {
  const { locale, index } = here;
  const t = searchWords(locale);
  if (index.roots.length === 0) return null;
  return (
    <section className="topics">
      <h2>{t.searchTopics}</h2>
      <ul className="plainlist">
        {index.roots.map((node) => (
          <li key={node.id}>
            <a href={toItem(here, index.item(node.id)!)}>
              <Titled here={here} code={node.code} title={node.title} />
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Index({ here }: { here: PlanHere }): ReactElement {
  const { locale, edition, index, site } = here;
  const t = searchWords(locale);
  const letters = alphabet(edition, locale);
  const count = letters.reduce((sum, { entries }) => sum + entries.length, 0);
  const script = site.assets['search.js'];
  return (
    <section id="index" className="az" data-none={t.searchFilterNone}>
      <h2>{t.searchIndex}</h2>
      <p className="small">{say(t.searchFilterCount(count), locale)}</p>
      <nav aria-label={t.searchLetters}>
        <ul className="letters">
          {letters.map(({ letter }) => (
            <li key={letter}>
              <a href={`#${anchor(letter)}`}>{letter}</a>
            </li>
          ))}
        </ul>
      </nav>
      {letters.map(({ letter, entries }) => (
        <section key={letter} id={anchor(letter)}>
          <h3>{letter}</h3>
          <ul className="names">
            {entries.map((entry) => (
              <li key={entry.id}>
                <span className="code">{entry.code} </span>
                <a
                  href={toItem(here, index.item(entry.id)!)}
                  lang={entry.lang === locale ? undefined : entry.lang}
                >
                  {entry.lang === 'pl' || entry.lang === 'en' ? say(entry.title, entry.lang) : entry.title}
                </a>
              </li>
            ))}
          </ul>
        </section>
      ))}
      {script ? <script src={link(here, script)} defer /> : null}
    </section>
  );
}

function anchor(letter: string): string {
  return `az-${letter.toLowerCase()}`;
}
