/**
 * Jasnogród at any size: the same shape, words and habits of reporting, up to a million tasks. The same
 * arguments give the same plan. Figures are judged well as of 13 November 2026.
 */
import { jasnogrod } from '../../examples/jasnogrod/city.ts';
import { worldAt } from '../../examples/jasnogrod/world.ts';
import type { CivilDate, City, Id, Node, Plan, Task, TaskState, Texts } from '../../src/model/plan.ts';
import { Random } from './random.ts';
import {
  ACTIONS,
  AIMS,
  DESCRIPTIONS,
  MERGE_REASON,
  NEXT_STEPS,
  OBJECTS,
  PLACES,
  REPORTS,
  STOP_REASON,
  STRATEGIC,
  WAIT_REASON,
} from './vocabulary.ts';

export interface Size {
  readonly seed: number;
  readonly strategic: number;
  /** Operational goals under each strategic one. */
  readonly operationalPer: number;
  /** Tasks under each operational goal. */
  readonly tasksPer: number;
  /** Whole weights from 1 to 5 instead of none. */
  readonly weighted?: boolean;
}

/** January 2022 to December 2032. */
const MONTHS = 132;
/** The month of the reports, November 2026, counted from January 2022. */
const NOW = 58;
const FIRST_DAYS: readonly CivilDate[] = Array.from({ length: MONTHS }, (_, month) => dayOf(month, 1));
const LAST_DAYS: readonly CivilDate[] = Array.from({ length: MONTHS }, (_, month) => dayOf(month + 1, 0));
const HEX = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

export function generatePlan(size: Size): { readonly city: City; readonly plan: Plan } {
  const random = new Random(size.seed);
  const newId = ids(random);
  const template = worldAt(3).plan;
  const groupIds = template.groupings[0]!.groups.map((group) => group.id);
  const units = jasnogrod.units.map((unit) => ({ ...unit, id: newId(), parentId: null }));
  const unitIds = units.map((unit) => unit.id);
  const nodes: Node[] = [];
  const tasks: Task[] = [];
  for (let top = 0; top < size.strategic; top++) {
    const strategic = nodeOf(newId(), null, String(top + 1), top, strategicTitle(top), random.pick(unitIds));
    nodes.push({ ...strategic, groupIds: [groupIds[top % groupIds.length]!] });
    for (let at = 0; at < size.operationalPer; at++) {
      const code = `${top + 1}.${at + 1}`;
      const goal = nodeOf(newId(), strategic.id, code, at, operationalTitle(top, at), random.pick(unitIds));
      nodes.push(goal);
      for (let place = 0; place < size.tasksPer; place++) {
        const before = place === 0 ? null : tasks.at(-1)!;
        tasks.push(
          taskOf(
            newId(),
            goal.id,
            `${code}.${place + 1}`,
            place,
            before,
            unitIds,
            size,
            random,
            tasks.length,
          ),
        );
      }
    }
  }
  return {
    city: { ...jasnogrod, id: newId(), slug: `jasnogrod-${size.seed}`, units },
    plan: {
      ...template,
      id: newId(),
      slug: `plan-${tasks.length}`,
      weights: size.weighted ? 'whole' : 'none',
      nodes,
      tasks,
      lineage: [],
    },
  };
}

function taskOf(
  id: Id,
  nodeId: Id,
  code: string,
  position: number,
  before: Task | null,
  unitIds: readonly Id[],
  size: Size,
  random: Random,
  made: number,
): Task {
  const start = random.below(NOW - 4);
  const end = Math.min(start + 12 + random.below(60), MONTHS - 1);
  const elapsed = Math.min((NOW - start) / (end - start + 1), 1) * 100;
  const state = stateOf(random, elapsed, before);
  const silent = state !== 'done' && random.next() < 0.09;
  const progress =
    state === 'done'
      ? 100
      : state === 'not-started' || state === 'merged'
        ? 0
        : Math.max(1, Math.min(98, Math.round(elapsed * (0.6 + 0.5 * random.next()))));
  const unit = random.below(unitIds.length);
  return {
    id,
    nodeId,
    code,
    title: taskTitle(made, size.seed),
    description: random.pick(DESCRIPTIONS),
    expectedResult: null,
    unitIds: random.next() < 0.3 ? [unitIds[unit]!, unitIds[(unit + 1) % unitIds.length]!] : [unitIds[unit]!],
    partners: [],
    startOn: FIRST_DAYS[start]!,
    endOn: LAST_DAYS[end]!,
    state,
    stateReason:
      state === 'stopped'
        ? STOP_REASON
        : state === 'suspended'
          ? WAIT_REASON
          : state === 'merged'
            ? MERGE_REASON
            : null,
    mergedIntoId: state === 'merged' ? before!.id : null,
    progressPercent: state === 'merged' ? null : String(progress),
    ...reportOf(state, silent, end, random),
    reportText: random.pick(REPORTS),
    nextStep: state === 'in-progress' || state === 'in-preparation' ? random.pick(NEXT_STEPS) : null,
    weight: size.weighted ? 1 + random.below(5) : 1,
    links: before && random.next() < 0.05 ? [{ kind: 'depends-on', toId: before.id }] : [],
    position,
  };
}

/** Reports of tasks that are done are as old as their end, one in six a quarter late; the others are of 2026. */
function reportOf(state: TaskState, silent: boolean, end: number, random: Random) {
  if (state !== 'done')
    return silent
      ? { reportedOn: '2026-04-20', reportedFor: '2026-Q1' }
      : { reportedOn: '2026-10-20', reportedFor: '2026-Q3' };
  const late = random.below(6) === 0 ? 1 : 0;
  const quarter = Math.min(Math.floor(end / 3) + late, Math.floor(NOW / 3) - 1);
  return {
    reportedOn: FIRST_DAYS[quarter * 3 + 3]!,
    reportedFor: `${2022 + Math.floor(quarter / 4)}-Q${(quarter % 4) + 1}`,
  };
}

/** A merged task goes into the one before it, so that one must not be merged itself. */
function stateOf(random: Random, elapsed: number, before: Task | null): TaskState {
  const chance = random.next();
  if (chance < 0.02) return 'stopped';
  if (chance < 0.035) return 'suspended';
  if (chance < 0.045 && before && before.state !== 'merged') return 'merged';
  if (elapsed >= 100) return chance < 0.85 ? 'done' : 'in-progress';
  if (elapsed < 15) return chance < 0.5 ? 'not-started' : 'in-preparation';
  return chance < 0.12 ? 'done' : 'in-progress';
}

/** Every combination once, in an order that the seed decides; then again as the next stage. */
function taskTitle(made: number, seed: number): Texts {
  const all = ACTIONS.length * OBJECTS.length * PLACES.length;
  // 1447 and the number of combinations have no common divisor, so each comes once in `all` steps.
  const at = ((made % all) * 1447 + (seed >>> 0)) % all;
  const [actionPl, actionEn] = ACTIONS[at % ACTIONS.length]!;
  const [objectPl, objectEn] = OBJECTS[Math.floor(at / ACTIONS.length) % OBJECTS.length]!;
  const [placePl, placeEn] = PLACES[Math.floor(at / (ACTIONS.length * OBJECTS.length))]!;
  const stage = Math.floor(made / all);
  return {
    pl: `${actionPl} ${objectPl} ${placePl}${stage > 0 ? `, etap ${stage + 1}` : ''}`,
    en: `${actionEn} ${objectEn} ${placeEn}${stage > 0 ? `, stage ${stage + 1}` : ''}`,
  };
}

function strategicTitle(at: number): Texts {
  const [pl, en] = STRATEGIC[at % STRATEGIC.length]!;
  const round = Math.floor(at / STRATEGIC.length);
  return round === 0 ? { pl, en } : { pl: `${pl} (${round + 1})`, en: `${en} (${round + 1})` };
}

function operationalTitle(top: number, at: number): Texts {
  const [aimPl, aimEn] = AIMS[(top + at) % AIMS.length]!;
  const [placePl, placeEn] = PLACES[at % PLACES.length]!;
  const round = Math.floor(at / (AIMS.length * PLACES.length));
  const mark = round === 0 ? '' : ` (${round + 1})`;
  return { pl: `${aimPl} ${placePl}${mark}`, en: `${aimEn} ${placeEn}${mark}` };
}

function nodeOf(id: Id, parentId: Id | null, code: string, position: number, title: Texts, unitId: Id): Node {
  return {
    id,
    level: parentId === null ? 0 : 1,
    parentId,
    code,
    title,
    description: DESCRIPTIONS[position % DESCRIPTIONS.length]!,
    expectedResult: null,
    groupIds: [],
    unitIds: [unitId],
    partners: [],
    startOn: '2022-01-01',
    endOn: '2032-12-31',
    links: [],
    position,
    sourceLines: null,
  };
}

/** Ids of version 7 in rising order: a fixed time, a counter, and random bits from the seed. */
function ids(random: Random): () => Id {
  const tail = HEX[random.below(256)]! + HEX[random.below(256)]!;
  let made = 0;
  return () => {
    made += 1;
    const count = made.toString(16).padStart(8, '0');
    return `019dcb00-0000-7000-8000-${tail}${count}`;
  };
}

function dayOf(month: number, day: number): CivilDate {
  return new Date(Date.UTC(2022, month, day)).toISOString().slice(0, 10);
}
