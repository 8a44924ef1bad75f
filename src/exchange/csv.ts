/** The edition as a table: RFC 4180, UTF-8 with a byte order mark, one row per node and task. See docs/contracts/csv.md. */
import type {
  Edition,
  EditionNode,
  EditionTask,
  Id,
  NodeDelivery,
  TaskDelivery,
  Texts,
} from '../edition/edition.ts';
import type { ColumnName } from '../text/columns.ts';
import { lookup, subtree, type Lookup } from './lookup.ts';

export type Separator = ',' | ';';
export type ColumnType = 'text' | 'integer' | 'decimal' | 'date' | 'boolean' | 'address';

/** One column of the table; `lang` is set when the name ends in a language. */
export interface Column {
  readonly header: string;
  readonly name: ColumnName;
  readonly type: ColumnType;
  readonly lang: string | null;
}

export interface CsvOptions {
  readonly separator: Separator;
  /** The node or task to start at; null for the whole plan. */
  readonly id: Id | null;
  /** Permanent address of a node or task in this edition. */
  readonly permalink: (id: Id) => string;
}

/** The columns of an edition's table in their order: multilingual ones repeat for each language of the city. */
export function columns(edition: Edition): readonly Column[] {
  return COLUMNS.flatMap(([name, type, , multilingual]): readonly Column[] =>
    multilingual
      ? edition.city.languages.map((lang) => ({ header: `${name}_${lang}`, name, type, lang }))
      : [{ header: name, name, type, lang: null }],
  );
}

/** The table as text, byte order mark and CRLF included. */
export function csv(edition: Edition, options: CsvOptions): string {
  const context = contextOf(edition, options);
  const { nodes, tasks } = subtree(edition, options.id);
  const { nodeFigures, taskFigures, tasksOf } = context.lookup;
  const taskRow = (task: EditionTask): Row => ({ task, delivery: taskFigures.get(task.id) });
  const rows: Row[] = nodes.length === 0 ? tasks.map(taskRow) : [];
  for (const node of nodes) {
    rows.push({ node, delivery: nodeFigures.get(node.id) });
    for (const task of tasksOf.get(node.id) ?? []) rows.push(taskRow(task));
  }

  const cells = COLUMNS.flatMap(([, type, value, multilingual]) =>
    (multilingual ? edition.city.languages : ['']).map((lang) => ({ type, value, lang })),
  );
  const lines = [
    columns(edition).map((column) => column.header),
    ...rows.map((row) => cells.map(({ type, value, lang }) => cell(type, value(row, context, lang)))),
  ];
  return csvText(lines, options.separator);
}

/** Rows as RFC 4180 text with a byte order mark, CRLF after every row. Cells are written as they are. */
export function csvText(rows: readonly (readonly string[])[], separator: Separator): string {
  const lines = rows.map((row) => row.map((text) => quote(text, separator)).join(separator));
  return `\uFEFF${lines.join('\r\n')}\r\n`;
}

/**
 * A spreadsheet runs a cell that begins with `=`, `+`, `-`, `@`, a tab or a line end as a formula; such a text gets an
 * apostrophe. A text that already begins with apostrophes before one of these gets one more, so that taking one away
 * always gives the text back.
 */
export function formulaSafe(text: string): string {
  return /^'*[=+\-@\t\r\n＝＋－＠]/u.test(text) ? `'${text}` : text;
}

interface Context {
  readonly edition: Edition;
  readonly permalink: (id: Id) => string;
  readonly lookup: Lookup;
  readonly unitNames: ReadonlyMap<Id, Texts>;
  readonly groupNames: ReadonlyMap<Id, Texts | null>;
}

type Row =
  | { readonly node: EditionNode; readonly task?: never; readonly delivery: NodeDelivery | undefined }
  | { readonly task: EditionTask; readonly node?: never; readonly delivery: TaskDelivery | undefined };

type Value = string | number | boolean | null | undefined;
type Read = (row: Row, context: Context, lang: string) => Value;

const LIST = ' | ';

/** Name, type, reading, and whether the column repeats per language. The order is the contract. */
const COLUMNS: readonly (readonly [ColumnName, ColumnType, Read, boolean?])[] = [
  ['kind', 'text', (row) => (row.node ? 'node' : 'task')],
  ['id', 'text', (row) => item(row).id],
  ['code', 'text', (row) => item(row).code],
  ['parent_id', 'text', (row) => parentId(row)],
  ['parent_code', 'text', (row, context) => context.lookup.nodes.get(parentId(row) ?? '')?.code],
  ['level', 'integer', (row) => row.node && row.node.level + 1],
  [
    'level_name',
    'text',
    (row, { edition }, lang) => row.node && edition.levels[row.node.level]?.singular[lang],
    true,
  ],
  ['title', 'text', (row, _, lang) => item(row).title?.[lang], true],
  ['description', 'text', (row, _, lang) => item(row).description?.[lang], true],
  ['expected_result', 'text', (row, _, lang) => item(row).expectedResult?.[lang], true],
  [
    'groups',
    'text',
    (row, { groupNames }, lang) =>
      row.node?.groupIds.map((id) => groupNames.get(id)?.[lang] ?? id).join(LIST),
    true,
  ],
  [
    'units',
    'text',
    (row, { unitNames }, lang) =>
      item(row)
        .unitIds.map((id) => unitNames.get(id)?.[lang] ?? id)
        .join(LIST),
    true,
  ],
  [
    'partners',
    'text',
    (row, _, lang) =>
      item(row)
        .partners.map((partner) => partner[lang] ?? '')
        .filter(Boolean)
        .join(LIST),
    true,
  ],
  ['start_on', 'date', (row) => item(row).startOn],
  ['end_on', 'date', (row) => item(row).endOn],
  ['state', 'text', (row) => row.task?.state],
  ['state_reason', 'text', (row, _, lang) => row.task?.stateReason?.[lang], true],
  ['merged_into_id', 'text', (row) => row.task?.mergedIntoId],
  ['progress_percent', 'decimal', (row) => row.task?.progressPercent],
  ['reported_on', 'date', (row) => row.task?.reportedOn],
  ['reported_for', 'text', (row) => row.task?.reportedFor],
  ['report_text', 'text', (row, _, lang) => row.task?.reportText?.[lang], true],
  ['next_step', 'text', (row, _, lang) => row.task?.nextStep?.[lang], true],
  ['weight', 'integer', (row) => row.task?.weight],
  ['verdict', 'text', (row) => row.delivery?.verdict],
  ['counted', 'boolean', (row) => row.task && row.delivery?.counted],
  ['reported', 'boolean', (row) => row.task && row.delivery?.reported],
  ['used_percent', 'decimal', (row) => row.task && row.delivery?.usedPercent],
  [
    'expected_percent',
    'decimal',
    (row) => (row.task ? row.delivery?.expectedPercent : row.delivery?.schedule?.expectedPercent),
  ],
  ['stale_from', 'date', (row) => row.delivery?.staleFrom],
  ['counted_tasks', 'integer', (row) => row.node && row.delivery?.countedTasks],
  ['reported_tasks', 'integer', (row) => row.node && row.delivery?.reportedTasks],
  ['stopped_tasks', 'integer', (row) => row.node && row.delivery?.countsByState.stopped],
  ['weight_total', 'integer', (row) => row.node && row.delivery?.weightTotal],
  ['weight_reported', 'integer', (row) => row.node && row.delivery?.weightReported],
  ['weighted_progress', 'decimal', (row) => row.node && row.delivery?.weightedProgress],
  ['mean_percent', 'decimal', (row) => row.node && row.delivery?.meanPercent],
  ['coverage_percent', 'decimal', (row) => row.node && row.delivery?.coveragePercent],
  ['band_low_percent', 'decimal', (row) => row.node && row.delivery?.bandPercent?.[0]],
  ['band_high_percent', 'decimal', (row) => row.node && row.delivery?.bandPercent?.[1]],
  ['promised_percent', 'decimal', (row) => row.node && row.delivery?.promised?.meanPercent],
  ['scheduled_percent', 'decimal', (row) => row.node && row.delivery?.schedule?.actualPercent],
  ['edition', 'integer', (_, { edition }) => edition.number],
  ['as_of', 'date', (_, { edition }) => edition.asOf],
  ['edition_hash', 'text', (_, { edition }) => edition.hash],
  ['permalink', 'address', (row, { permalink }) => permalink(item(row).id)],
];

function contextOf(edition: Edition, { permalink }: CsvOptions): Context {
  return {
    edition,
    permalink,
    lookup: lookup(edition),
    unitNames: new Map(edition.units.map((unit) => [unit.id, unit.name])),
    groupNames: new Map(
      edition.groupings.flatMap(({ groups }) => groups.map(({ id, name }) => [id, name] as const)),
    ),
  };
}

function item(row: Row): EditionNode | EditionTask {
  return row.node ?? row.task;
}

function parentId(row: Row): Id | null {
  return row.node ? row.node.parentId : row.task.nodeId;
}

function cell(type: ColumnType, value: Value): string {
  if (value === null || value === undefined) return '';
  return type === 'text' && typeof value === 'string' ? formulaSafe(value) : String(value);
}

function quote(text: string, separator: Separator): string {
  return text.includes(separator) || /["\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
