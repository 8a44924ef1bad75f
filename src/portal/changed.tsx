/** What changed since the edition before, on the home page: the promises first, a handful of lines. */
import type { ReactElement } from 'react';
import { formatDate } from '../text/date.ts';
import { portalMessages } from '../text/portal.ts';
import { changeLines } from './change-lines.ts';
import { link, planPath, toItem, type PlanHere } from './here.ts';
import { say } from './words.tsx';

const MOST = 5;
const ORDER = ['promises', 'work', 'words'] as const;

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
  const all = changeLines(before, edition, locale);
  const lines = ORDER.flatMap((group) => all.filter((line) => line.group === group)).slice(0, MOST);
  return (
    <section>
      <h2>{say(t.whatChanged(formatDate(before.publishedAt.slice(0, 10), locale)), locale)}</h2>
      {lines.length === 0 ? (
        <p>{say(t.nothingChanged, locale)}</p>
      ) : (
        <ul className="plainlist changed">
          {lines.map((line, i) => {
            const item = line.id === null ? undefined : index.item(line.id);
            const text = say(line.text, locale);
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
