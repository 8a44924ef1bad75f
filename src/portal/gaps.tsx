/** What was found missing, in words: the edition's `gaps`, the most telling first. */
import type { ReactElement } from 'react';
import type { EditionGap, Id } from '../edition/edition.ts';
import { portalMessages } from '../text/portal.ts';
import type { PlanHere } from './here.ts';
import { say } from './words.tsx';

/** The gaps at one node or task. */
export function gapsOf(here: PlanHere, id: Id): readonly EditionGap[] {
  return here.edition.gaps.filter((gap) => gap.place.id === id);
}

export function GapList({ here, gaps = here.edition.gaps, most }: { here: PlanHere; gaps?: readonly EditionGap[]; most: number }): ReactElement {
  const { locale } = here;
  const t = portalMessages(locale);
  return (
    <ul className="plainlist">
      {gaps.slice(0, most).map((gap, i) => (
        <li key={i}>{say(gap.code, locale)}</li>
      ))}
      {gaps.length > most ? <li className="small">{t.gapsMore(gaps.length - most)}</li> : null}
    </ul>
  );
}
