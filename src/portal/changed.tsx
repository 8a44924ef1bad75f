/** What changed since the edition before, on the home page: the promises first, a handful of lines of every sort. */
import type { ReactElement } from 'react';
import type { Change } from '../edition/change.ts';
import { diff } from '../edition/diff.ts';
import { changeText } from '../text/changes.ts';
import { formatDate } from '../text/date.ts';
import { portalMessages } from '../text/portal.ts';
import { link, planPath, toItem, type PlanHere } from './here.ts';
import { Say, say, shorten } from './words.tsx';

const MOST = 5;
const MOST_OF_A_GROUP = 2;
const LENGTH = 150;

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
  const lines = telling(all);
  return (
    <section>
      <h2>{say(t.whatChanged(formatDate(before.publishedAt.slice(0, 10), locale)), locale)}</h2>
      {edition.note ? (
        <p className="note">
          <Say texts={edition.note} locale={locale} main={edition.city.languages} />
        </p>
      ) : null}
      {lines.length === 0 ? (
        <p>{say(t.nothingChanged, locale)}</p>
      ) : (
        <ul className="plainlist changed">
          {lines.map((line, i) => {
            const item = index.item(line.id);
            // The decision behind it stands on the page of changes.
            const words = changeText({ ...line, decision: null }, locale, edition.city.languages);
            const text = say(shorten(words, LENGTH), locale);
            return <li key={i}>{item ? <a href={toItem(here, item)}>{text}</a> : text}</li>;
          })}
        </ul>
      )}
      <p className="on-web">
        <a href={link(here, planPath(here, 'changes', null))}>
          {all.length > lines.length ? t.allChangesCount(all.length) : t.allChanges}
        </a>
      </p>
    </section>
  );
}

/** In the order of importance, each goal or task once, and no sort of change crowding out the others. */
function telling(all: readonly Change[]): readonly Change[] {
  const seen = new Set<string>();
  const perGroup = new Map<string, number>();
  const chosen: Change[] = [];
  for (const change of all) {
    const count = perGroup.get(change.group) ?? 0;
    if (change.group === 'details' || seen.has(change.id) || count >= MOST_OF_A_GROUP) continue;
    seen.add(change.id);
    perGroup.set(change.group, count + 1);
    chosen.push(change);
    if (chosen.length === MOST) break;
  }
  return chosen;
}
