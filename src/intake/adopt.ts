/** From an accepted proposal to a working plan. What the source does not say stays empty: nothing is filled in. */

import { kindStems } from '../text/level-words.ts';
import type {
  Announcement as Announced,
  CivilDate,
  Grouping,
  Id,
  Level,
  Node,
  Plan,
  Texts,
} from '../model/plan.ts';
import type { Announcement } from './announcement.ts';
import { fold, words } from './characters.ts';
import { levelName, taskLevelsOf } from './level.ts';
import type { Proposal, ProposedLevel } from './proposal.ts';

/** What a person adds to a proposal when accepting it. */
export interface Adoption {
  readonly planSlug: string;
  /** The language of the source, BCP 47 primary tag. */
  readonly language: string;
  /** Makes a persistent id; called for the plan, its levels and groupings, then each node in document order. */
  readonly newId: () => Id;
  readonly retrievedOn: CivilDate;
  /** Where the source was found; null when not known. */
  readonly address: string | null;
  /** SHA-256 of the source's bytes. */
  readonly sourceHash: string;
  /** 31 December of the horizon year when the source names none. */
  readonly horizonYear: number;
  /** Title of the plan; by default the document's, else these words. */
  readonly title: Texts;
  readonly shortTitle?: Texts;
  /** Names of levels and groupings in words of the city, in place of the proposal's, from the top. */
  readonly levels?: readonly Omit<Level, 'id'>[];
  readonly groupings?: readonly Omit<Grouping, 'id' | 'groups' | 'announced'>[];
}

/** The plan that the proposal describes. Deterministic in the proposal and the ids. */
export function adopt(proposal: Proposal, adoption: Adoption): Plan {
  const { language, newId } = adoption;
  const text = (value: string | undefined): Texts | null => (value ? { [language]: value } : null);
  const announces = announcedBy(proposal);
  const title = text(proposal.title) ?? adoption.title;
  const year = proposal.horizonYear ?? adoption.horizonYear;
  const start = (proposal.horizonStart ?? year) < year ? proposal.horizonStart : undefined;
  return {
    id: newId(),
    slug: adoption.planSlug,
    title,
    shortTitle: adoption.shortTitle ?? title,
    summary: null,
    horizon: {
      startOn: start === undefined ? null : `${start}-01-01`,
      endOn: `${String(year).padStart(4, '0')}-12-31`,
    },
    vision: text(proposal.vision),
    mission: text(proposal.mission),
    values: [],
    state: 'not-stated',
    act: null,
    source: {
      address: adoption.address,
      title: text(proposal.title),
      retrievedOn: adoption.retrievedOn,
      hash: adoption.sourceHash,
      announces,
    },
    reporting: { frequency: null, graceDays: 0, nextReportOn: null },
    weights: 'none',
    behindPoints: 10,
    licence: null,
    levels: levels(proposal, adoption),
    groupings: groupings(announces, adoption),
    nodes: nodes(proposal, adoption),
    tasks: [],
    lineage: [],
  };
}

function levels(proposal: Proposal, { language, newId, levels: named }: Adoption): readonly Level[] {
  const proposed: readonly ProposedLevel[] =
    proposal.levels.length > 0 ? proposal.levels : [{ name: '', printed: '' }];
  return proposed.map((level, depth) => {
    const id = newId();
    const given = named?.[depth];
    if (given) return { id, singular: given.singular, plural: given.plural };
    const { singular, plural } = levelName(level, depth, language);
    return { id, singular: { [language]: singular }, plural: { [language]: plural } };
  });
}

/** A grouping that the source announces, without groups: it names none. */
function groupings(
  announces: readonly Announced[],
  { newId, groupings: named }: Adoption,
): readonly Grouping[] {
  const areas = announces.filter((one) => one.kind === 'areas' && one.levelIndex === undefined);
  return (named ?? []).map(({ singular, plural }, index) => ({
    id: newId(),
    singular,
    plural,
    announced: areas[index]?.count ?? null,
    groups: [],
  }));
}

function nodes(proposal: Proposal, { language, newId }: Adoption): readonly Node[] {
  const ids = new Map(proposal.nodes.map((node) => [node.key, newId()]));
  const children = new Map<string | null, number>();
  return proposal.nodes.map((node) => {
    const position = children.get(node.parentKey) ?? 0;
    children.set(node.parentKey, position + 1);
    return {
      id: ids.get(node.key)!,
      level: node.levelIndex,
      parentId: node.parentKey === null ? null : (ids.get(node.parentKey) ?? null),
      code: node.code || null,
      title: node.title ? { [language]: node.title } : null,
      description: node.description ? { [language]: node.description } : null,
      expectedResult: null,
      groupIds: [],
      unitIds: [],
      partners: [],
      startOn: null,
      endOn: null,
      links: [],
      position,
      sourceLines: node.evidence.lines,
    };
  });
}

/** What the source announces; a level of tasks is announced by its own name, for a source says there that tasks exist. */
function announcedBy(proposal: Proposal): readonly Announced[] {
  const tasks = taskLevelsOf(proposal);
  const found = proposal.announcements.flatMap((one) => announced(one, tasks));
  const listed = tasks.flatMap((levelIndex): readonly Announced[] => {
    const said = found.some((one) => one.kind === 'tasks' && one.levelIndex === levelIndex);
    return said ? [] : [{ kind: 'tasks', count: null, line: null, levelIndex }];
  });
  return [...found, ...listed];
}

function announced(
  { code, line, values }: Announcement,
  taskLevels: readonly number[],
): readonly Announced[] {
  const stated = values['stated'];
  const count = typeof stated === 'number' ? stated : null;
  if (code === 'vision-not-quoted') return [{ kind: 'vision', count: null, line }];
  if (code === 'mission-not-quoted') return [{ kind: 'mission', count: null, line }];
  const level = values['level'];
  if (typeof level === 'number')
    return [{ kind: taskLevels.includes(level) ? 'tasks' : 'goals', count, line, levelIndex: level }];
  const kind = kindOf(String(values['noun'] ?? ''));
  return kind === null ? [] : [{ kind, count, line }];
}

function kindOf(noun: string): Announced['kind'] | null {
  for (const word of words(fold(noun), 6)) {
    for (const kind of ['indicators', 'tasks', 'areas', 'goals'] as const) {
      if (kindStems[kind].some((stem) => word.startsWith(stem))) return kind;
    }
  }
  return null;
}
