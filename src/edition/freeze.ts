/** City and plan become an edition: every field in its place, text in NFC, results computed, hash put on. */
import { blockingProblems, gaps } from '../model/check.ts';
import { dayNumber } from '../model/day.ts';
import { deliver } from '../model/delivery.ts';
import type { City, Node, Plan, Source, Task, Texts } from '../model/plan.ts';
import { treeOf } from '../model/tree.ts';
import { sha256 } from './canonical.ts';
import { seal } from './chain.ts';
import type {
  Edition,
  EditionCity,
  EditionCorrection,
  EditionDecision,
  EditionNode,
  EditionPlan,
  EditionTask,
} from './edition.ts';

/** What makes a state of the plan an edition. */
export interface Publication {
  /** 1 for the first, then one more each time. */
  readonly number: number;
  /** Hash of the edition before; null for the first. */
  readonly previous: string | null;
  /** `YYYY-MM-DDTHH:MM:SSZ`. */
  readonly publishedAt: string;
  /** The day as of which everything is judged, in the city's zone. */
  readonly asOf: string;
  /** Role or office, never a person. */
  readonly publishedBy: Texts | null;
  readonly note: Texts | null;
  readonly decisions: readonly EditionDecision[];
  readonly corrections?: readonly EditionCorrection[];
  readonly productVersion: string;
}

/**
 * The edition of a plan. The same input gives the same bytes; the order of nodes and tasks in `plan` does not
 * matter, their `position` does. Empty texts become null. Throws when the plan has blocking problems (`check`)
 * or the publication does not fit: whoever publishes asks `blockingProblems` first.
 */
export function freeze(city: City, plan: Plan, publication: Publication): Edition {
  const problems = [
    ...blockingProblems(city, plan).map(({ code, place }) =>
      [code, place.code ?? place.id, place.field].filter(Boolean).join(' '),
    ),
    ...publicationFaults(publication),
  ];
  if (problems.length > 0) throw new Error(`cannot freeze the plan ${plan.slug}: ${problems.join('; ')}`);

  const tree = treeOf(plan);
  const groupOrder = plan.groupings.flatMap((grouping) => grouping.groups.map((group) => group.id));
  const delivery = deliver(
    plan,
    city.units.map((unit) => unit.id),
    publication.asOf,
    tree,
  );
  return seal(
    composed({
      format: 'horyzont-edition',
      version: 1,
      number: publication.number,
      previous: publication.previous,
      publishedAt: publication.publishedAt,
      asOf: publication.asOf,
      publishedBy: texts(publication.publishedBy),
      note: texts(publication.note),
      product: { name: 'Horyzont', version: publication.productVersion },
      city: editionCity(city),
      plan: editionPlan(plan),
      levels: plan.levels.map(({ id, singular, plural }) => ({
        id,
        singular: some(singular),
        plural: some(plural),
      })),
      groupings: plan.groupings.map(({ id, singular, plural, announced, groups }) => ({
        id,
        singular: some(singular),
        plural: some(plural),
        announced,
        groups: groups.map((group) => ({ id: group.id, name: texts(group.name) })),
      })),
      units: city.units.map(({ id, name, short, email, phone, parentId }) => ({
        id,
        name: some(name),
        short: texts(short),
        email: line(email),
        phone: line(phone),
        parentId,
      })),
      nodes: tree.order.map((node) => editionNode(node, groupOrder)),
      tasks: tree.taskOrder.map((task) => editionTask(task, plan.weights)),
      lineage: plan.lineage.map(({ kind, fromPlan, from, toIds, note }) => ({
        kind,
        fromPlan: some(fromPlan),
        from: from.map(({ code, title }) => ({ code: line(code), title: some(title) })),
        toIds: [...toIds],
        note: texts(note),
      })),
      results: { delivery, indicators: [] },
      gaps: gaps(plan).map(({ code, place, values }) => ({
        code,
        place: { ...place },
        values: { ...values },
      })),
      decisions: publication.decisions
        .map(({ id, field, number, on, reason }) => ({ id, field, number, on, reason: some(reason) }))
        .sort(
          (a, b) =>
            byText(a.on, b.on) ||
            byText(a.number, b.number) ||
            byText(a.id, b.id) ||
            byText(a.field, b.field),
        ),
      ...corrected(publication.corrections ?? []),
    }),
  );
}

/** Nothing at all where nothing was corrected: editions from before there were corrections stay the same bytes. */
function corrected(corrections: readonly EditionCorrection[]): Pick<Edition, 'corrections'> {
  if (corrections.length === 0) return {};
  return {
    corrections: corrections
      .map(({ id, field, on, note }) => ({ id, field, on, note: texts(note) }))
      .sort((a, b) => byText(a.on, b.on) || byText(a.id, b.id) || byText(a.field, b.field)),
  };
}

function publicationFaults(publication: Publication): readonly string[] {
  const { number, previous, publishedAt, asOf, decisions, productVersion } = publication;
  const faults: string[] = [];
  if (!Number.isSafeInteger(number) || number < 1)
    faults.push(`edition number ${number} is not a whole number from 1`);
  if ((number === 1) !== (previous === null))
    faults.push(
      `edition ${number} ${previous === null ? 'needs the hash of the edition before' : 'cannot follow another'}`,
    );
  if (previous !== null && !/^[0-9a-f]{64}$/.test(previous))
    faults.push(`previous ${previous} is not a SHA-256`);
  if (
    !/^\d{4}-\d{2}-\d{2}T([01]\d|2[0-3]):[0-5]\d:[0-5]\dZ$/.test(publishedAt) ||
    dayNumber(publishedAt.slice(0, 10)) === null
  )
    faults.push(`publishedAt ${publishedAt} is not an instant like 2026-11-14T09:30:00Z`);
  if (dayNumber(asOf) === null) faults.push(`asOf ${asOf} is not a date`);
  if (productVersion === '') faults.push('the product version is empty');
  for (const decision of decisions)
    if (dayNumber(decision.on) === null || decision.number.trim() === '' || texts(decision.reason) === null)
      faults.push(`the decision about ${decision.id} ${decision.field} needs a number, a date and a reason`);
  return faults;
}

function editionCity(city: City): EditionCity {
  const { arms, declaration } = city;
  return {
    id: city.id,
    slug: city.slug,
    name: some(city.name),
    standing: city.standing,
    timeZone: city.timeZone,
    languages: [...city.languages],
    colour: city.colour.toLowerCase(),
    arms: arms && {
      svg: arms.svg,
      hash: sha256(arms.svg.normalize('NFC')),
      description: some(arms.description),
    },
    contacts: city.contacts.map(({ kind, name, email, phone, address }) => ({
      kind,
      name: some(name),
      email: line(email),
      phone: line(phone),
      address: texts(address),
    })),
    declaration: declaration && {
      entity: some(declaration.entity),
      address: declaration.address,
      publishedOn: declaration.publishedOn,
      updatedOn: declaration.updatedOn,
      preparedOn: declaration.preparedOn,
      reviewedOn: declaration.reviewedOn,
      status: declaration.status,
      exceptions: texts(declaration.exceptions),
      email: declaration.email,
      phone: declaration.phone,
      building: some(declaration.building),
      communication: some(declaration.communication),
    },
  };
}

function editionPlan(plan: Plan): EditionPlan {
  const { act } = plan;
  return {
    id: plan.id,
    slug: plan.slug,
    title: some(plan.title),
    shortTitle: some(plan.shortTitle),
    summary: texts(plan.summary),
    horizon: { startOn: plan.horizon.startOn, endOn: plan.horizon.endOn },
    vision: texts(plan.vision),
    mission: texts(plan.mission),
    values: list(plan.values),
    state: plan.state,
    act: act && {
      number: act.number,
      on: act.on,
      body: some(act.body),
      title: texts(act.title),
      address: line(act.address),
    },
    source: plan.source && editionSource(plan.source),
    reporting: {
      frequency: plan.reporting.frequency,
      graceDays: plan.reporting.graceDays,
      nextReportOn: plan.reporting.nextReportOn,
    },
    weights: plan.weights,
    behindPoints: plan.behindPoints,
    licence: line(plan.licence),
  };
}

function editionSource(source: Source): NonNullable<EditionPlan['source']> {
  return {
    address: line(source.address),
    title: texts(source.title),
    retrievedOn: source.retrievedOn,
    hash: source.hash,
    announces: source.announces.map(({ kind, count, line: at, levelIndex }) => ({
      kind,
      count,
      line: at,
      ...(levelIndex === undefined ? {} : { levelIndex }),
    })),
  };
}

function editionNode(node: Node, groupOrder: readonly string[]): EditionNode {
  return {
    id: node.id,
    level: node.level,
    parentId: node.parentId,
    code: line(node.code),
    title: texts(node.title),
    description: texts(node.description),
    expectedResult: texts(node.expectedResult),
    groupIds: groupOrder.filter((id) => node.groupIds.includes(id)),
    unitIds: [...new Set(node.unitIds)],
    partners: list(node.partners),
    startOn: node.startOn,
    endOn: node.endOn,
    links: linksOf(node),
    sourceLines: node.sourceLines && [node.sourceLines[0], node.sourceLines[1]],
  };
}

function editionTask(task: Task, weights: Plan['weights']): EditionTask {
  return {
    id: task.id,
    nodeId: task.nodeId,
    code: line(task.code),
    title: some(task.title),
    description: texts(task.description),
    expectedResult: texts(task.expectedResult),
    unitIds: [...new Set(task.unitIds)],
    partners: list(task.partners),
    startOn: task.startOn,
    endOn: task.endOn,
    state: task.state,
    stateReason: texts(task.stateReason),
    mergedIntoId: task.state === 'merged' ? task.mergedIntoId : null,
    progressPercent: task.progressPercent,
    reportedOn: task.reportedOn,
    reportedFor: task.reportedFor,
    reportText: texts(task.reportText),
    nextStep: texts(task.nextStep),
    weight: weights === 'whole' ? task.weight : 1,
    links: linksOf(task),
  };
}

/** Each link once, by kind and target: the order in which they were kept says nothing. */
function linksOf(item: Pick<Node, 'links'>): EditionNode['links'] {
  const links = new Map(item.links.map(({ kind, toId }) => [`${kind} ${toId}`, { kind, toId }]));
  return [...links.entries()].sort(([a], [b]) => byText(a, b)).map(([, link]) => link);
}

/** A text with its empty languages left out; null when nothing is left. */
function texts(value: Texts | null): Texts | null {
  if (value === null) return null;
  const entries = Object.entries(value).filter(([, text]) => text.trim() !== '');
  return entries.length === 0 ? null : Object.fromEntries(entries);
}

/** A text that must be there. */
function some(value: Texts): Texts {
  const found = texts(value);
  if (!found) throw new Error('cannot freeze: a text that must be there is empty');
  return found;
}

function list(values: readonly Texts[]): readonly Texts[] {
  return values.map(texts).filter((value) => value !== null);
}

function line(value: string | null): string | null {
  return value === null || value.trim() === '' ? null : value;
}

/** Every text of a value in Unicode NFC. */
function composed<T>(value: T): T {
  if (typeof value === 'string') return value.normalize('NFC') as T;
  if (Array.isArray(value)) return value.map(composed) as T;
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, composed(member)])) as T;
  return value;
}

function byText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
