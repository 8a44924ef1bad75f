/** What changed since the edition before, in the words of the portal's changes page. */
import type { ChangeGroup } from '../edition/change.ts';
import { entriesOf } from '../edition/change-entry.ts';
import { diff } from '../edition/diff.ts';
import { changeMessages } from '../text/change-words.ts';
import { entryText } from '../text/changes.ts';
import { formatDate } from '../text/date.ts';
import { own, publishedOn, word, type Content } from './content.ts';
import type { Block } from './document.ts';

/** What a resident asks about; progress and details stand on the portal's page of changes. */
const SHOWN: readonly ChangeGroup[] = [
  'goals',
  'plan',
  'stopped',
  'dates',
  'rules',
  'finished',
  'tasks',
  'responsibility',
];
/** Lines of one group; the rest is counted. */
const LISTED = 15;

/** Nothing for a first edition, or when the one before is not among the editions. */
export function changeBlocks(content: Content, level: number, newPage: boolean): Block[] {
  const { edition, editions, locale, t, words } = content;
  const before = editions.find((e) => e.number === edition.number - 1);
  if (!before) return [];
  const names = changeMessages(locale);
  const groups = Map.groupBy(entriesOf(diff(before, edition)), (entry) => entry.group);
  const title = words.whatChanged(formatDate(publishedOn(before), locale));
  const blocks: Block[] = [{ kind: 'heading', level, text: word(content, title), newPage }];
  for (const group of SHOWN) {
    const entries = groups.get(group) ?? [];
    if (entries.length === 0) continue;
    const lines = entries.slice(0, LISTED).map((entry) => entryText(entry, locale, edition.city.languages));
    if (entries.length > LISTED) lines.push(t.moreChanges(entries.length - LISTED));
    blocks.push(
      { kind: 'heading', level: level + 1, text: word(content, names.group[group]), newPage: false },
      { kind: 'list', items: lines.map((line) => own(content, line)) },
    );
  }
  return blocks.length > 1 ? blocks : [];
}
