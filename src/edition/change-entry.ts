/** The changes of one thing read together: what a reader takes for one piece of news. */
import type { Change } from './change.ts';

/** All that one comparison found about one goal, task, unit …; title, code and group are those of the first change. */
export interface ChangeEntry extends Pick<Change, 'group' | 'subject' | 'id' | 'code' | 'title'> {
  /** Never empty; the most important first. */
  readonly changes: readonly Change[];
  /** New numbers of what stands below and only followed this one's. */
  readonly followers: readonly Change[];
}

/**
 * Changes as `diff` gives them, gathered by what they are about; each entry stands where its most important change
 * stood. The plan and the city gather by group instead: they are too large to be one piece of news.
 */
export function entriesOf(changes: readonly Change[]): readonly ChangeEntry[] {
  const leaders = changes.filter((change) => change.kind === 'recoded' && change.group !== 'details');
  const followed = new Map<Change, Change[]>();
  const own = changes.filter((change) => {
    const leader = leaderOf(change, leaders);
    if (leader) followed.set(leader, [...(followed.get(leader) ?? []), change]);
    return !leader;
  });
  const gathered = Map.groupBy(own, ({ subject, id, group }) =>
    subject === 'plan' || subject === 'city' ? `${subject} ${group}` : `${subject} ${id}`,
  );
  return [...gathered.values()].map((all) => {
    const { group, subject, id, code, title } = all[0]!;
    return {
      group,
      subject,
      id,
      code,
      title,
      changes: all,
      followers: all.flatMap((change) => followed.get(change) ?? []),
    };
  });
}

/** The change of number that this one only follows: the same rest stands behind both old and both new numbers. */
function leaderOf(change: Change, leaders: readonly Change[]): Change | undefined {
  if (change.kind !== 'recoded' || change.group !== 'details' || change.decision) return undefined;
  return leaders.find(
    (leader) =>
      leader.subject === 'node' &&
      restOf(change.old, leader.old) !== null &&
      restOf(change.old, leader.old) === restOf(change.new, leader.new),
  );
}

function restOf(code: Change['old'], above: Change['old']): string | null {
  return typeof code === 'string' && typeof above === 'string' && code.startsWith(`${above}.`)
    ? code.slice(above.length)
    : null;
}
