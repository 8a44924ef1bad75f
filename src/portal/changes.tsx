/** Changes: every edition at its own address, and how it differs from the one before, in words. */
import type { ReactElement } from 'react';
import { CHANGE_GROUPS, type Change, type ChangeGroup } from '../edition/change.ts';
import { diff } from '../edition/diff.ts';
import type { Edition } from '../edition/edition.ts';
import { goalAndTaskCount } from '../edition/level.ts';
import { changeMessages, changeText } from '../text/changes.ts';
import { dataPages } from '../text/data-pages.ts';
import { formatDate } from '../text/date.ts';
import { address } from './addresses.ts';
import { link, planPath, type PlanHere } from './here.ts';
import { PlainPage } from './plain-page.tsx';
import { indexOf } from './shelf.ts';
import { plain, say, Say } from './words.tsx';

/** So many lines of a group stand open, the rest one step away: reports are many, what was promised is read first. */
const OPEN_LINES = 8;
const OPEN_REPORTS = 3;

export function ChangesPage({ here }: { here: PlanHere }): ReactElement {
  const { locale, plan, edition, past } = here;
  const t = dataPages(locale);
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
  const t = dataPages(locale);
  const main = city.languages;
  const before = plan.edition(of.number - 1);
  const lines = before ? diff(before, of) : [];
  return (
    <article className="editionblock" id={`e${of.number}`}>
      <h2>
        <a href={link(here, planPath(here, 'home', of.number))}>
          {say(t.editionOf(of.number, formatDate(of.publishedAt.slice(0, 10), locale)), locale)}
        </a>
      </h2>
      <p className="small">
        {of.publishedBy ? `${say(t.publishedBy(plain(of.publishedBy, locale, main)), locale)}. ` : null}
        {say(before ? `${t.changesCount(lines.length)}.` : t.firstEdition, locale)}
      </p>
      {of.note ? (
        <p className="note">
          <Say texts={of.note} locale={locale} main={main} />
        </p>
      ) : null}
      {before ? (
        lines.length === 0 ? (
          <p>{say(t.nothingChanged, locale)}</p>
        ) : (
          CHANGE_GROUPS.map((group) => (
            <Group
              key={group}
              here={here}
              of={of}
              group={group}
              lines={lines.filter((line) => line.group === group)}
            />
          ))
        )
      ) : (
        <p>
          {say(
            t.firstHolds(
              t.goalsCount(goalAndTaskCount(of).goals),
              goalAndTaskCount(of).tasks === 0 ? null : t.tasksCount(goalAndTaskCount(of).tasks),
            ),
            locale,
          )}
        </p>
      )}
      <p className="receipt">
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
        <code>sha256 {of.hash}</code>
      </p>
    </article>
  );
}

function Group({
  here,
  of,
  group,
  lines,
}: {
  here: PlanHere;
  of: Edition;
  group: ChangeGroup;
  lines: readonly Change[];
}): ReactElement | null {
  const { locale } = here;
  const t = dataPages(locale);
  if (lines.length === 0) return null;
  const open = group === 'progress' || group === 'details' ? OPEN_REPORTS : OPEN_LINES;
  const rest = lines.length === open + 1 ? [] : lines.slice(open);
  return (
    <section>
      <h3 className="mid">{changeMessages(locale).group[group]}</h3>
      <Lines here={here} of={of} lines={lines.slice(0, lines.length - rest.length)} />
      {rest.length > 0 ? (
        <details className="ds-details twin">
          <summary>{say(t.moreChanges(rest.length), locale)}</summary>
          <div>
            <Lines here={here} of={of} lines={rest} />
          </div>
        </details>
      ) : null}
    </section>
  );
}

/** In each line the name of its goal or task leads to it as of the edition that made the change, if it is still in it. */
function Lines({ here, of, lines }: { here: PlanHere; of: Edition; lines: readonly Change[] }): ReactElement {
  const { locale, city, plan } = here;
  const index = indexOf(of);
  return (
    <ul className="changelines">
      {lines.map((line, i) => {
        const text = changeText(line, locale, city.languages);
        const item = index.item(line.id);
        const name = plain(line.title, locale, city.languages);
        const label =
          line.code !== null && text.includes(`${line.code} ${name}`)
            ? `${line.code} ${name}`
            : text.includes(name)
              ? name
              : (line.code ?? '');
        const at = label === '' ? -1 : text.indexOf(label);
        if (!item || at < 0) return <li key={i}>{say(text, locale)}</li>;
        const to = address({
          kind: 'item',
          locale,
          city: city.slug,
          plan: plan.slug,
          edition: of.number,
          item: { id: item.id },
        });
        return (
          <li key={i}>
            {say(text.slice(0, at), locale)}
            <a href={link(here, to)}>{say(label, locale)}</a>
            {say(text.slice(at + label.length), locale)}
          </li>
        );
      })}
    </ul>
  );
}
