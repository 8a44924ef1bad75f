/** JSON Schema 2020-12 of the edition, format version 1. Equal to docs/contracts/edition-1.schema.json. */
import { DELIVERY_VERDICTS, TASK_STATES } from './edition.ts';
import type { Schema } from './validate.ts';

const ref = (name: string): Schema => ({ $ref: `#/$defs/${name}` });
const orNull = (schema: Schema): Schema => ({ anyOf: [schema, { type: 'null' }] });
const list = (items: Schema, description?: string): Schema => ({
  ...(description ? { description } : {}),
  type: 'array',
  items,
});
const count: Schema = { type: 'integer', minimum: 0 };
const line: Schema = { type: 'string', minLength: 1 };
const lineOrNull: Schema = orNull(line);
const said = (schema: Schema, description: string): Schema => ({ description, ...schema });

/** An object with exactly these fields; `optional` ones may be absent. */
function record(properties: Readonly<Record<string, Schema>>, optional: readonly string[] = []): Schema {
  return {
    type: 'object',
    properties,
    required: Object.keys(properties).filter((name) => !optional.includes(name)),
    additionalProperties: false,
  };
}

const each = (names: readonly string[], schema: Schema): Schema =>
  record(Object.fromEntries(names.map((name) => [name, schema])));

export const editionSchema: Schema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  $id: 'urn:horyzont:schema:edition-1',
  title: 'Horyzont edition, format version 1',
  description: 'What a city said on one day about one plan, with its results and their working.',
  ...record(
    {
      format: { const: 'horyzont-edition' },
      version: { const: 1 },
      number: said(
        { type: 'integer', minimum: 1 },
        '1 for the first edition of the plan, then one more each time.',
      ),
      previous: said(orNull(ref('hash')), 'Hash of the edition before; null for the first.'),
      publishedAt: ref('instant'),
      asOf: said(ref('date'), 'The day as of which every result was judged.'),
      publishedBy: said(orNull(ref('texts')), 'Role or office that published, never a person.'),
      note: said(orNull(ref('texts')), 'A sentence for residents about this edition.'),
      product: record({ name: { const: 'Horyzont' }, version: line }),
      city: ref('city'),
      plan: ref('plan'),
      levels: said({ ...list(ref('level')), minItems: 1, maxItems: 5 }, 'From the top.'),
      groupings: list(ref('grouping'), 'Areas, dimensions, fields; many-to-many with nodes.'),
      units: list(ref('unit'), 'Offices that answer, never persons.'),
      nodes: list(ref('node'), 'Depth first: a parent stands before its children.'),
      tasks: list(ref('task'), 'By home node in the order of nodes.'),
      lineage: list(ref('lineage'), 'How nodes of an earlier plan became nodes of this one.'),
      results: record({
        delivery: record({
          method: record({
            name: { const: 'delivery' },
            version: { const: 1 },
            rounding: { const: 'half-up-1' },
          }),
          tasks: list(ref('taskDelivery'), 'Every task, in the order of tasks.'),
          nodes: list(ref('nodeDelivery'), 'Every node, in the order of nodes.'),
          plan: said(ref('nodeDelivery'), 'The whole plan; its id is null.'),
          units: list(ref('nodeDelivery'), 'By first responsible unit of each task.'),
          groups: list(ref('nodeDelivery'), 'By group of the groupings.'),
        }),
        indicators: { description: 'Reserved.', type: 'array', maxItems: 0 },
      }),
      gaps: list(ref('gap'), 'What the plan lacks; words stand in the product.'),
      decisions: list(ref('decision'), 'On which changes since the edition before rest.'),
      corrections: list(
        ref('correction'),
        'Errors put right since the edition before; absent when there are none.',
      ),
      hash: said(ref('hash'), 'SHA-256 of the RFC 8785 bytes without hash and signature.'),
      signature: line,
    },
    ['corrections', 'signature'],
  ),
  $defs: {
    texts: {
      description: 'Text per language: primary BCP 47 tag to text in Unicode NFC.',
      type: 'object',
      minProperties: 1,
      propertyNames: { pattern: '^[a-z]{2,3}$' },
      additionalProperties: { type: 'string', minLength: 1 },
    },
    decimal: {
      description: 'A decimal number without exponent.',
      type: 'string',
      pattern: '^-?[0-9]+(\\.[0-9]+)?$',
    },
    percent: {
      description: 'A decimal from 0 to 100.',
      type: 'string',
      pattern: '^(100(\\.0{1,2})?|[0-9]{1,2}(\\.[0-9]{1,2})?)$',
    },
    date: {
      description: 'Civil date in the zone of the city.',
      type: 'string',
      pattern: '^[0-9]{4}-[0-9]{2}-[0-9]{2}$',
    },
    instant: {
      description: 'Moment in UTC.',
      type: 'string',
      pattern: '^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z$',
    },
    hash: { description: 'SHA-256, lower-case hexadecimal.', type: 'string', pattern: '^[0-9a-f]{64}$' },
    id: { description: 'UUID.', type: 'string', pattern: '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' },
    slug: { type: 'string', pattern: '^[a-z0-9]([a-z0-9-]{0,62}[a-z0-9])?$' },
    period: {
      description: 'A reporting period: 2026-Q3, 2026-09, 2026-H1 or 2026.',
      type: 'string',
      pattern: '^[0-9]{4}(-(Q[1-4]|H[12]|0[1-9]|1[0-2]))?$',
    },
    verdict: { enum: [...DELIVERY_VERDICTS] },
    city: record({
      id: ref('id'),
      slug: ref('slug'),
      name: ref('texts'),
      standing: { enum: ['official', 'from-public-page', 'invented'] },
      timeZone: said(line, 'IANA zone.'),
      languages: said(
        { type: 'array', items: { type: 'string', pattern: '^[a-z]{2,3}$' }, minItems: 1 },
        'The main one first.',
      ),
      colour: { type: 'string', pattern: '^#[0-9a-f]{6}$' },
      arms: orNull(record({ svg: line, hash: ref('hash'), description: ref('texts') })),
      contacts: list(
        record({
          kind: { enum: ['strategy', 'accessibility', 'general'] },
          name: ref('texts'),
          email: lineOrNull,
          phone: lineOrNull,
          address: orNull(ref('texts')),
        }),
      ),
      declaration: orNull(ref('declaration')),
    }),
    declaration: record({
      entity: ref('texts'),
      address: { type: 'string' },
      publishedOn: ref('date'),
      updatedOn: ref('date'),
      preparedOn: ref('date'),
      reviewedOn: orNull(ref('date')),
      status: { enum: ['compliant', 'partly-compliant', 'not-compliant'] },
      exceptions: orNull(ref('texts')),
      email: { type: 'string' },
      phone: { type: 'string' },
      building: ref('texts'),
      communication: ref('texts'),
    }),
    plan: record({
      id: ref('id'),
      slug: ref('slug'),
      title: ref('texts'),
      shortTitle: ref('texts'),
      summary: orNull(ref('texts')),
      horizon: record({ startOn: orNull(ref('date')), endOn: ref('date') }),
      vision: orNull(ref('texts')),
      mission: orNull(ref('texts')),
      values: list(ref('texts')),
      state: {
        enum: ['in-preparation', 'in-consultation', 'in-force', 'superseded', 'expired', 'not-stated'],
      },
      act: orNull(
        record({
          number: line,
          on: ref('date'),
          body: ref('texts'),
          title: orNull(ref('texts')),
          address: lineOrNull,
        }),
      ),
      source: orNull(
        record({
          address: lineOrNull,
          title: orNull(ref('texts')),
          retrievedOn: orNull(ref('date')),
          hash: orNull(ref('hash')),
          announces: list(
            record(
              {
                kind: { enum: ['areas', 'goals', 'tasks', 'indicators', 'vision', 'mission'] },
                count: orNull(count),
                line: orNull(count),
                levelIndex: said(count, 'Index into levels when what is announced is a level; else absent.'),
              },
              ['levelIndex'],
            ),
          ),
        }),
      ),
      reporting: record({
        frequency: { enum: ['monthly', 'quarterly', 'half-yearly', 'yearly', null] },
        graceDays: said(count, 'Days, from the due date on, in which the report before still counts.'),
        nextReportOn: orNull(ref('date')),
      }),
      weights: { enum: ['none', 'whole'] },
      behindPoints: said(
        { type: 'integer', minimum: 0, maximum: 100 },
        'Points below the expected progress that make a task behind.',
      ),
      licence: lineOrNull,
    }),
    level: record({ id: ref('id'), singular: ref('texts'), plural: ref('texts') }),
    grouping: record({
      id: ref('id'),
      singular: ref('texts'),
      plural: ref('texts'),
      announced: said(orNull(count), 'The number that the source states.'),
      groups: list(record({ id: ref('id'), name: orNull(ref('texts')) })),
    }),
    unit: record({
      id: ref('id'),
      name: ref('texts'),
      short: orNull(ref('texts')),
      email: lineOrNull,
      phone: lineOrNull,
      parentId: orNull(ref('id')),
    }),
    link: record({ kind: { enum: ['supports', 'depends-on', 'serves'] }, toId: ref('id') }),
    node: record({
      id: ref('id'),
      level: said(count, 'Index into levels.'),
      parentId: orNull(ref('id')),
      code: said(lineOrNull, 'As printed, without a final full stop.'),
      title: orNull(ref('texts')),
      description: said(orNull(ref('texts')), 'Safe Markdown.'),
      expectedResult: orNull(ref('texts')),
      groupIds: list(ref('id')),
      unitIds: list(ref('id'), 'The first answers, the others help.'),
      partners: list(ref('texts')),
      startOn: orNull(ref('date')),
      endOn: orNull(ref('date')),
      links: list(ref('link')),
      sourceLines: said(
        orNull({ type: 'array', prefixItems: [count, count], items: false, minItems: 2, maxItems: 2 }),
        'First and last line of the source it was read from.',
      ),
    }),
    task: record({
      id: ref('id'),
      nodeId: said(ref('id'), 'Its one home.'),
      code: lineOrNull,
      title: ref('texts'),
      description: orNull(ref('texts')),
      expectedResult: orNull(ref('texts')),
      unitIds: list(ref('id'), 'The first answers, the others help.'),
      partners: list(ref('texts')),
      startOn: orNull(ref('date')),
      endOn: orNull(ref('date')),
      state: { enum: [...TASK_STATES] },
      stateReason: said(orNull(ref('texts')), 'Why it was stopped, suspended or merged.'),
      mergedIntoId: orNull(ref('id')),
      progressPercent: said(orNull(ref('percent')), 'As last reported.'),
      reportedOn: orNull(ref('date')),
      reportedFor: orNull(ref('period')),
      reportText: orNull(ref('texts')),
      nextStep: orNull(ref('texts')),
      weight: said({ type: 'integer', minimum: 1 }, '1 when the plan has no weights.'),
      links: list(ref('link')),
    }),
    lineage: record({
      kind: { enum: ['continued', 'merged', 'split', 'dropped'] },
      fromPlan: ref('texts'),
      from: list(record({ code: lineOrNull, title: ref('texts') })),
      toIds: list(ref('id')),
      note: orNull(ref('texts')),
    }),
    taskDelivery: record({
      id: ref('id'),
      counted: said({ type: 'boolean' }, 'Stopped and merged tasks do not count.'),
      reported: said({ type: 'boolean' }, 'Has a report that still counts on the day of the edition.'),
      usedPercent: said(orNull(ref('percent')), 'Progress used in sums; null when silent or not counted.'),
      weight: { type: 'integer', minimum: 1 },
      expectedPercent: said(orNull(ref('percent')), 'Share of days elapsed; null without both dates.'),
      verdict: ref('verdict'),
      staleFrom: said(orNull(ref('date')), 'First day on which the report no longer counts.'),
    }),
    nodeDelivery: record({
      id: said(orNull(ref('id')), 'Of the node, unit or group; null for the whole plan.'),
      countedTasks: count,
      reportedTasks: count,
      weightTotal: said(count, 'W.'),
      weightReported: said(count, 'R.'),
      weightedProgress: said(ref('decimal'), 'S.'),
      meanPercent: said(orNull(ref('percent')), 'S / R.'),
      coveragePercent: said(orNull(ref('percent')), 'R / W.'),
      bandPercent: said(
        orNull({
          type: 'array',
          prefixItems: [ref('percent'), ref('percent')],
          items: false,
          minItems: 2,
          maxItems: 2,
        }),
        'S / W and (S + (W - R) x 100) / W.',
      ),
      promised: said(
        orNull(
          record({
            meanPercent: ref('percent'),
            weightReported: count,
            stoppedTasks: count,
            weightStopped: count,
          }),
        ),
        'Stopped tasks kept in at 0: S / (R + weightStopped).',
      ),
      schedule: said(
        orNull(record({ tasks: count, actualPercent: ref('percent'), expectedPercent: ref('percent') })),
        'Over the reported and dated tasks.',
      ),
      verdict: ref('verdict'),
      countsByState: each(TASK_STATES, count),
      countsByVerdict: each(DELIVERY_VERDICTS, count),
      worst: said(
        orNull(record({ id: ref('id'), behindPoints: ref('percent') })),
        'The direct child with the largest expected minus actual.',
      ),
      childNodes: count,
      childNodesWithoutTasks: count,
      staleFrom: said(orNull(ref('date')), 'First day on which some report under it no longer counts.'),
    }),
    gap: record({
      code: line,
      place: record({ line: count, id: ref('id'), code: line, field: line }, ['line', 'id', 'code', 'field']),
      values: { type: 'object', additionalProperties: { type: ['string', 'number'] } },
    }),
    correction: record({ id: ref('id'), field: line, on: ref('date'), note: orNull(ref('texts')) }),
    decision: record({ id: ref('id'), field: line, number: line, on: ref('date'), reason: ref('texts') }),
  },
};
