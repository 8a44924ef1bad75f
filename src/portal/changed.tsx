/** What changed since the edition before, on the home page: the promises first, a handful of lines. */
import type { ReactElement } from 'react';
import { diff } from '../edition/diff.ts';
import { changeText } from '../text/changes.ts';
import { formatDate } from '../text/date.ts';
import { portalMessages } from '../text/portal.ts';
import { link, planPath, toItem, type PlanHere } from './here.ts';
import { say } from './words.tsx';

const MOST = 5;

export function ChangesOnHome({ here }: { here: PlanHere }): ReactElement {
  const { locale, edition, plan, index } = here;
  const t = portalMessages(locale);
  const before = plan.edition(edition.number - 1);
  if (!before)
    return (
      <section>
        <h2>{t.changes}</h2>
        <p>{say(t.firstEdition, locale)}</p>
      </section>
    );
  const all = diff(before, edition);
  const lines = all.slice(0, MOST);
  return (
    <section>
      <h2>{say(t.whatChanged(formatDate(before.publishedAt.slice(0, 10), locale)), locale)}</h2>
      {lines.length === 0 ? (
        <p>{say(t.nothingChanged, locale)}</p>
      ) : (
        <ul className="plainlist changed">
          {lines.map((line, i) => {
            const item = index.item(line.id);
            const text = say(changeText(line, locale, edition.city.languages), locale);
            return <li key={i}>{item ? <a href={toItem(here, item)}>{text}</a> : text}</li>;
          })}
        </ul>
      )}
      <p>
        <a href={link(here, planPath(here, 'changes', null))}>
          {all.length > lines.length ? t.allChangesCount(all.length) : t.allChanges}
        </a>
      </p>
    </section>
  );
}
