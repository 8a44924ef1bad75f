/** What changed since the edition before, on the home page: the promises first, a handful of lines of every sort. */
import type { ReactElement } from 'react';
import { entriesOf, type ChangeEntry } from '../edition/change-entry.ts';
import { diff } from '../edition/diff.ts';
import { entryWords } from '../text/changes.ts';
import { formatDate } from '../text/date.ts';
import { cut } from '../text/phrase.ts';
import { portalMessages } from '../text/portal.ts';
import { link, planPath, toItem, type PlanHere } from './here.ts';
import { Say, say, SayPhrase } from './words.tsx';

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
  const all = entriesOf(diff(before, edition));
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
          {lines.map((entry) => {
            const item = index.item(entry.id);
            const { name, said } = entryWords(theNews(entry), locale, edition.city.languages);
            const shown = <SayPhrase of={name} locale={locale} />;
            return (
              <li key={`${entry.subject} ${entry.id}`}>
                {item ? <a href={toItem(here, item)}>{shown}</a> : shown}:{' '}
                <SayPhrase of={cut(said, LENGTH)} locale={locale} />
              </li>
            );
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

/** In the order of importance, no sort of change crowding out the others. */
function telling(all: readonly ChangeEntry[]): readonly ChangeEntry[] {
  const perGroup = new Map<string, number>();
  const chosen: ChangeEntry[] = [];
  for (const entry of all) {
    const count = perGroup.get(entry.group) ?? 0;
    if (entry.group === 'details' || count >= MOST_OF_A_GROUP) continue;
    perGroup.set(entry.group, count + 1);
    chosen.push(entry);
    if (chosen.length === MOST) break;
  }
  return chosen;
}

/** What made it news; decisions, what else changed and what followed stand on the page of changes. */
function theNews(entry: ChangeEntry): ChangeEntry {
  const changes = entry.changes
    .filter(({ group }) => group === entry.group)
    .map((change) => ({ ...change, decision: null }));
  return { ...entry, changes, followers: [] };
}
