/** What was found missing, in words: the edition's `gaps`, the most telling first. */
import type { ReactElement } from 'react';
import type { EditionGap, Id } from '../edition/edition.ts';
import { portalMessages } from '../text/portal.ts';
import { hasProblemText, problemText } from '../text/problems.ts';
import type { PlanHere } from './here.ts';
import { plain, say } from './words.tsx';

/** The gaps at one node or task. */
export function gapsOf(here: PlanHere, id: Id): readonly EditionGap[] {
  return here.edition.gaps.filter((gap) => gap.place.id === id);
}

export function GapList({
  here,
  gaps = here.edition.gaps,
  most,
}: {
  here: PlanHere;
  gaps?: readonly EditionGap[];
  most: number;
}): ReactElement {
  const { locale } = here;
  const t = portalMessages(locale);
  return (
    <ul className="plainlist">
      {gaps.slice(0, most).map((gap, i) => (
        <li key={i}>{say(gapText(here, gap), locale)}</li>
      ))}
      {gaps.length > most ? <li className="small">{t.gapsMore(gaps.length - most)}</li> : null}
    </ul>
  );
}

/** In words; a code of a newer edition format that has no words yet stands as it is. */
function gapText(here: PlanHere, gap: EditionGap): string {
  if (!hasProblemText(gap.code)) return gap.code;
  return problemText(gap, here.locale, (id) => {
    const item = here.index.item(id);
    const title = item?.type === 'node' ? item.node.title : (item?.task.title ?? null);
    return plain(title, here.locale, here.city.languages) || null;
  });
}
