/** One change between two editions: what kind, of what, from what to what, and how much it matters. */
import type { EditionCorrection, EditionDecision, Id, Texts } from './edition.ts';

export const CHANGE_KINDS = [
  'added',
  'removed',
  'renamed',
  'recoded',
  'moved',
  'relevelled',
  'state',
  'date',
  'expected-result',
  'owner',
  'weight',
  'progress',
  'report',
  'group',
  'link',
  'partner',
  'description',
  'text',
  'act',
  'rule',
  'source',
  'lineage',
  'order',
  'header',
] as const;
export type ChangeKind = (typeof CHANGE_KINDS)[number];

/** From the most to the least important for a resident; the order in which `diff` gives the changes. */
export const CHANGE_GROUPS = [
  'goals',
  'plan',
  'stopped',
  'dates',
  'rules',
  'finished',
  'tasks',
  'states',
  'responsibility',
  'progress',
  'details',
] as const;
export type ChangeGroup = (typeof CHANGE_GROUPS)[number];

export const CHANGE_SUBJECTS = [
  'plan',
  'node',
  'task',
  'level',
  'grouping',
  'group',
  'unit',
  'city',
] as const;
export type ChangeSubject = (typeof CHANGE_SUBJECTS)[number];

/** A node, task, unit or group that a value names, as it was called then. */
export interface Named {
  readonly id: Id;
  readonly code: string | null;
  readonly title: Texts | null;
}

/** A date, code, word, number or decimal; a text; or the things named. The `field` says which. */
export type ChangeValue = string | number | Texts | readonly Named[] | null;

export interface Change {
  readonly kind: ChangeKind;
  readonly group: ChangeGroup;
  readonly subject: ChangeSubject;
  readonly id: Id;
  /** As in the newer edition; as in the older one when it was removed. */
  readonly code: string | null;
  readonly title: Texts | null;
  /** The field as the edition names it (`endOn`, `unitIds`); '' for added and removed. */
  readonly field: string;
  readonly old: ChangeValue;
  readonly new: ChangeValue;
  /** The newer edition's reason for a state (`stateReason`), else null. */
  readonly reason: Texts | null;
  /** The task into which a task was merged, when its state became that; else null. */
  readonly into: Named | null;
  /** The decision on which the change rests, when the newer edition names one for this id and field. */
  readonly decision: EditionDecision | null;
  /** There when the newer edition says that this put an error right, and no decision is named. */
  readonly correction?: EditionCorrection;
}

/** A change as it is found. `follows`: it only follows from a change of the parent, and so is a detail. */
export type Found = Omit<Change, 'group' | 'decision' | 'correction' | 'reason' | 'into'> &
  Partial<Pick<Change, 'reason' | 'into'>> & { readonly follows?: boolean };
export type Add = (change: Found) => void;

/** Where a change belongs by its kind and subject. */
export function groupOf(change: Pick<Change, 'kind' | 'subject' | 'field' | 'new'>): ChangeGroup {
  const { kind, subject, field } = change;
  if (kind === 'rule') return 'rules';
  if (subject === 'plan')
    return ['renamed', 'state', 'act', 'horizon.startOn', 'horizon.endOn', 'vision', 'mission'].some(
      (name) => name === kind || name === field,
    )
      ? 'plan'
      : 'details';
  if (subject === 'node' && ['added', 'removed', 'renamed', 'recoded', 'moved', 'relevelled'].includes(kind))
    return 'goals';
  if (subject === 'task') {
    if (kind === 'removed' || field === 'mergedIntoId') return 'stopped';
    if (kind === 'state')
      return change.new === 'done'
        ? 'finished'
        : ['stopped', 'merged', 'suspended'].includes(String(change.new))
          ? 'stopped'
          : 'states';
    if (['added', 'renamed', 'recoded', 'moved'].includes(kind)) return 'tasks';
  }
  if (subject === 'node' || subject === 'task') {
    if (kind === 'date' || kind === 'expected-result') return 'dates';
    if (kind === 'weight') return 'rules';
    if (kind === 'owner') return 'responsibility';
    if (kind === 'progress' || kind === 'report') return 'progress';
  }
  return 'details';
}
