/** What was found missing, in words: the edition's `gaps`, the most telling first. */
import type { ReactElement } from 'react';
import type { EditionGap, Id } from '../edition/edition.ts';
import { own, phrase, type Phrase } from '../text/phrase.ts';
import { portalMessages } from '../text/portal.ts';
import { hasProblemText, problemText } from '../text/problems.ts';
import type { PlanHere } from './here.ts';
import { phraseOf, SayPhrase } from './words.tsx';

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
        <li key={i}>
          <SayPhrase of={gapPhrase(here, gap)} locale={locale} />
        </li>
      ))}
      {gaps.length > most ? <li className="small">{t.gapsMore(gaps.length - most)}</li> : null}
    </ul>
  );
}

/** In words; a code of a newer edition format that has no words yet stands as it is. */
function gapPhrase(here: PlanHere, gap: EditionGap): Phrase {
  if (!hasProblemText(gap.code)) return own(gap.code);
  let name: Phrase = [];
  const text = problemText(gap, here.locale, (id) => {
    const item = here.index.item(id);
    name = phraseOf(
      item?.type === 'node' ? item.node.title : (item?.task.title ?? null),
      here.locale,
      here.city.languages,
    );
    return name.length === 0 ? null : NAME;
  });
  return text
    .split(NAME)
    .reduce<Phrase>((said, part, at) => (at === 0 ? own(part) : phrase`${said}${name}${part}`), []);
}

/** Stands for the name in a sentence until the name, in its own language, takes its place. */
const NAME = '\u0000';
