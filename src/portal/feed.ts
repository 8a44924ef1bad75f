/** The Atom feed of a plan: one entry per edition, its changes as sentences. */
import { entriesOf } from '../edition/change-entry.ts';
import { diff } from '../edition/diff.ts';
import { goalAndTaskCount } from '../edition/level.ts';
import { atom } from '../exchange/atom.ts';
import { entryText } from '../text/changes.ts';
import { changesWords } from '../text/changes-words.ts';
import { portalMessages } from '../text/portal.ts';
import { formatDate } from '../text/date.ts';
import { planPath, type PlanHere } from './here.ts';
import { publisherInstead, standingSentence } from './standing.ts';
import { plain } from './words.tsx';

export function feedXml(here: PlanHere): string {
  const { site, locale, plan, city } = here;
  const t = changesWords(locale);
  const words = portalMessages(locale);
  const main = city.languages;
  const { newest } = plan;
  const cityName = plain(city.name, locale, main);
  return atom({
    origin: site.origin,
    lang: locale,
    planId: newest.plan.id,
    title: t.feedTitle(plain(newest.plan.shortTitle, locale, main), cityName),
    subtitle: [t.feedSubtitle, standingSentence(city, locale) ?? ''].join(' ').trimEnd(),
    noOriginNotice: t.feedNoOrigin,
    author: publisherInstead(city, locale) ?? cityName,
    selfPath: planPath(here, 'feed', null),
    pagePath: planPath(here, 'changes', null),
    productVersion: site.productVersion,
    entries: plan.editions.map((edition) => {
      const before = plan.edition(edition.number - 1);
      const lines = before
        ? entriesOf(diff(before, edition)).map((entry) => entryText(entry, locale, main))
        : [
            t.firstEdition,
            t.firstHolds(
              words.countGoals(goalAndTaskCount(edition).goals),
              goalAndTaskCount(edition).tasks === 0
                ? null
                : words.countTasks(goalAndTaskCount(edition).tasks),
            ),
          ];
      const note = edition.note ? [plain(edition.note, locale, main)] : [];
      return {
        hash: edition.hash,
        title: words.editionOf(edition.number, formatDate(edition.publishedAt.slice(0, 10), locale)),
        publishedAt: edition.publishedAt,
        path: planPath(here, 'home', edition.number),
        lines: [...note, ...(lines.length > 0 ? lines : [t.nothingChanged])],
      };
    }),
  });
}
