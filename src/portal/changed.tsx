/** What changed since the edition before, on the home page: the few changes that matter most. */
import type { ReactElement } from 'react';
import { formatDate } from '../text/date.ts';
import { portalMessages } from '../text/portal.ts';
import { link, planPath, type PlanHere } from './here.ts';
import { say } from './words.tsx';

export function ChangesOnHome({ here }: { here: PlanHere }): ReactElement {
  const { locale, edition, plan } = here;
  const t = portalMessages(locale);
  const before = plan.edition(edition.number - 1);
  if (!before)
    return (
      <section>
        <h2>{t.changes}</h2>
        <p>{say(t.firstEdition, locale)}</p>
      </section>
    );
  return (
    <section>
      <h2>{say(t.whatChanged(formatDate(before.publishedAt.slice(0, 10), locale)), locale)}</h2>
      <p>
        <a href={link(here, planPath(here, 'changes', null))}>{t.allChanges}</a>
      </p>
    </section>
  );
}
