/** How many goals of each level, in the city's own words: "4 strategic goals, 27 operational goals". */
import { LOCALE_TAG } from '../text/locale.ts';
import { formatCount } from '../text/number.ts';
import { portalMessages } from '../text/portal.ts';
import type { PlanHere } from './here.ts';
import { plain } from './words.tsx';

/** A city gives its levels in singular and plural only; the plural stands after a colon, which fits every number. */
export function levelCounts(here: PlanHere): string {
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
        `${plain(count === 1 ? level.singular : level.plural, locale, city.languages).toLocaleLowerCase(LOCALE_TAG[locale])}: ${formatCount(count, locale)}`,
    );
  if (edition.tasks.length > 0) parts.push(t.countTasks(edition.tasks.length));
  const text = parts.join(', ');
  return text.slice(0, 1).toLocaleUpperCase(LOCALE_TAG[locale]) + text.slice(1);
}
