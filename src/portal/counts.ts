/** How many goals of each level, in the city's own words: "Strategic goals: 4, operational goals: 27", and tasks. */
import { LOCALE_TAG } from '../text/locale.ts';
import { formatCount } from '../text/number.ts';
import { join, own, phrase, upperFirst, type Phrase } from '../text/phrase.ts';
import { portalMessages } from '../text/portal.ts';
import type { PlanHere } from './here.ts';
import { phraseOf } from './words.tsx';

/** A city gives its levels in singular and plural only; the plural stands before a colon, which fits every number. */
export function levelCounts(here: PlanHere, { tasks = true }: { tasks?: boolean } = {}): Phrase {
  const { edition, locale, city } = here;
  const t = portalMessages(locale);
  const counts = edition.levels.map((level, i) => ({
    level,
    count: edition.nodes.filter((n) => n.level === i).length,
  }));
  const parts = counts
    .filter(({ count }) => count > 0)
    .map(({ level, count }) => {
      const name = phraseOf(count === 1 ? level.singular : level.plural, locale, city.languages);
      const lower = name.map(({ text, lang }) => ({
        text: text.toLocaleLowerCase(LOCALE_TAG[locale]),
        lang,
      }));
      return phrase`${lower}:\u00a0${formatCount(count, locale)}`;
    });
  if (tasks && edition.tasks.length > 0) parts.push(own(t.countTasks(edition.tasks.length)));
  return upperFirst(join(parts, ', '));
}
