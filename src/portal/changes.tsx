/** Changes: every edition at its own address, and how it differs from the one before, in words. */
import type { ReactElement } from 'react';
import { CHANGE_GROUPS, type ChangeGroup } from '../edition/change.ts';
import { entriesOf, type ChangeEntry } from '../edition/change-entry.ts';
import { diff } from '../edition/diff.ts';
import type { Edition } from '../edition/edition.ts';
import { goalAndTaskCount } from '../edition/level.ts';
import { changeMessages } from '../text/change-words.ts';
import { entryWords, stepText } from '../text/changes.ts';
import { changesWords } from '../text/changes-words.ts';
import { portalMessages } from '../text/portal.ts';
import { formatDate } from '../text/date.ts';
import { address } from './addresses.ts';
import { link, planPath, type PlanHere } from './here.ts';
import { PlainPage } from './plain-page.tsx';
import { indexOf } from './shelf.ts';
import { Titled } from './delivery.tsx';
import { say, Say, SayPhrase } from './words.tsx';

/** So many lines of a group stand open, the rest one step away: reports are many, what was promised is read first. */
const OPEN_LINES = 8;
const OPEN_REPORTS = 3;

export function ChangesPage({ here }: { here: PlanHere }): ReactElement {
  const { locale, plan, edition, past } = here;
  const t = changesWords(locale);
  const shown = plan.editions.filter((one) => past === null || one.number <= edition.number).toReversed();
  const years = [...Map.groupBy(shown, (one) => one.publishedAt.slice(0, 4))];
  return (
    <PlainPage here={here} kind="changes" title={t.changesTitle} lead={t.changesLead}>
      {years.length > 1 ? (
        <nav aria-label={t.changesYears}>
          <ul className="letters">
            {years.map(([year]) => (
              <li key={year}>
                <a href={`#y${year}`}>{year}</a>
              </li>
            ))}
          </ul>
        </nav>
      ) : null}
      {years.map(([year, list]) => (
        <section key={year} id={`y${year}`} className="year">
          <p className="no" aria-hidden="true">
            {year}
          </p>
          <div>
            {list.map((one) => (
              <EditionChanges key={one.number} here={here} of={one} />
            ))}
          </div>
        </section>
      ))}
    </PlainPage>
  );
}

function EditionChanges({ here, of }: { here: PlanHere; of: Edition }): ReactElement {
  const { locale, city, plan } = here;
  const t = changesWords(locale);
  const words = portalMessages(locale);
  const main = city.languages;
  const before = plan.edition(of.number - 1);
  const entries = before ? entriesOf(diff(before, of)) : [];
  return (
    <article className="editionblock" id={`e${of.number}`}>
      <h2>
        <a href={link(here, planPath(here, 'home', of.number))}>
          {say(words.editionOf(of.number, formatDate(of.publishedAt.slice(0, 10), locale)), locale)}
        </a>
      </h2>
      <p className="small">
        {of.publishedBy ? (
          <>
            {t.publishedBy} <Say texts={of.publishedBy} locale={locale} main={main} />.{' '}
          </>
        ) : null}
        {say(before ? `${t.changesCount(entries.length)}.` : t.firstEdition, locale)}
      </p>
      {of.note ? (
        <p className="note">
          <Say texts={of.note} locale={locale} main={main} />
        </p>
      ) : null}
      {before ? (
        entries.length === 0 ? (
          <p>{say(t.nothingChanged, locale)}</p>
        ) : (
          <div className="groups">
            {CHANGE_GROUPS.map((group) => (
              <Group
                key={group}
                here={here}
                of={of}
                group={group}
                entries={entries.filter((entry) => entry.group === group)}
              />
            ))}
          </div>
        )
      ) : (
        <p>
          {say(
            t.firstHolds(
              words.countGoals(goalAndTaskCount(of).goals),
              goalAndTaskCount(of).tasks === 0 ? null : words.countTasks(goalAndTaskCount(of).tasks),
            ),
            locale,
          )}
        </p>
      )}
      <p className="receipt">
        <span className="on-web">
          <a href={link(here, planPath(here, 'home', of.number))}>{t.openEdition(of.number)}</a> ·{' '}
          <a
            href={link(
              here,
              address({ kind: 'edition-file', city: city.slug, plan: plan.slug, number: of.number }),
            )}
          >
            JSON
          </a>
          <br />
        </span>
        <code>sha256 {of.hash}</code>
      </p>
    </article>
  );
}

function Group({
  here,
  of,
  group,
  entries,
}: {
  here: PlanHere;
  of: Edition;
  group: ChangeGroup;
  entries: readonly ChangeEntry[];
}): ReactElement | null {
  const { locale } = here;
  const t = changesWords(locale);
  if (entries.length === 0) return null;
  const open = group === 'progress' || group === 'details' ? OPEN_REPORTS : OPEN_LINES;
  // Sentences first, then the many that only say how far a task has come.
  const told = entries.filter((entry) => stepText(entry, locale) === null);
  const steps = entries.filter((entry) => stepText(entry, locale) !== null);
  const shown = entries.length === open + 1 ? open + 1 : open;
  const rest = entries.length - Math.min(shown, entries.length);
  const lines = (from: number, to?: number): ReactElement => (
    <Lines
      here={here}
      of={of}
      told={told.slice(from, to)}
      steps={steps.slice(Math.max(0, from - told.length), to && Math.max(0, to - told.length))}
    />
  );
  return (
    <section>
      <h3 className="mid">{changeMessages(locale).group[group]}</h3>
      {lines(0, shown)}
      {rest > 0 ? (
        <details className="ds-details twin">
          <summary>{say(t.moreChanges(rest), locale)}</summary>
          <div>{lines(shown)}</div>
        </details>
      ) : null}
    </section>
  );
}

/** Sentences, and under them the steps: a name and from what to what. */
function Lines({
  here,
  of,
  told,
  steps,
}: {
  here: PlanHere;
  of: Edition;
  told: readonly ChangeEntry[];
  steps: readonly ChangeEntry[];
}): ReactElement {
  const { locale, city } = here;
  return (
    <>
      {told.length > 0 ? (
        <ul className="changelines">
          {told.map((entry) => (
            <li key={`${entry.subject} ${entry.id}`}>
              <Name here={here} of={of} entry={entry} />:{' '}
              <SayPhrase of={entryWords(entry, locale, city.languages).said} locale={locale} />
            </li>
          ))}
        </ul>
      ) : null}
      {steps.length > 0 ? (
        <ul className="changesteps">
          {steps.map((entry) => (
            <li key={entry.id}>
              <Name here={here} of={of} entry={entry} />{' '}
              <span>{say(stepText(entry, locale) ?? '', locale)}</span>
            </li>
          ))}
        </ul>
      ) : null}
    </>
  );
}

/** The name of a goal or task leads to it as of the edition that made the change, if it is still in it. */
function Name({ here, of, entry }: { here: PlanHere; of: Edition; entry: ChangeEntry }): ReactElement {
  const { locale, city, plan } = here;
  const item = indexOf(of).item(entry.id);
  if (!item) return <SayPhrase of={entryWords(entry, locale, city.languages).name} locale={locale} />;
  const to = address({
    kind: 'item',
    locale,
    city: city.slug,
    plan: plan.slug,
    edition: of.number,
    item: { id: item.id },
  });
  return (
    <a href={link(here, to)}>
      <Titled here={here} code={entry.code} title={entry.title} />
    </a>
  );
}
