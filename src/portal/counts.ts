/** How many goals of each level, in the city's own words: "Strategic goals: 4, operational goals: 27", and tasks. */
import { LOCALE_TAG } from '../text/locale.ts';
import { formatCount } from '../text/number.ts';
import { portalMessages } from '../text/portal.ts';
import type { PlanHere } from './here.ts';
import { plain } from './words.tsx';

/** A city gives its levels in singular and plural only; the plural stands before a colon, which fits every number. */
export function levelCounts(here: PlanHere, { tasks = true }: { tasks?: boolean } = {}): string {
  const { edition, locale, city } = here;
  const t = portalMessages(locale);
  const counts = edition.levels.map((level, i) => ({
    level,
    count: edition.nodes.filter((n) => n.level === i).length,
  }));
  const parts = counts
    .filter(({ count }) => count > 0)
    .map(
      ({ level, count }) =>
        `${plain(count === 1 ? level.singular : level.plural, locale, city.languages).toLocaleLowerCase(LOCALE_TAG[locale])}:\u00a0${formatCount(count, locale)}`,
    );
  if (tasks && edition.tasks.length > 0) parts.push(t.countTasks(edition.tasks.length));
  const text = parts.join(', ');
  return text.slice(0, 1).toLocaleUpperCase(LOCALE_TAG[locale]) + text.slice(1);
}
