/**
 * The edition as JSON: whole, as the bytes that were hashed; or an extract of one node or task. The extract is a
 * convenience for readers of one goal: what proves is the whole edition, whose hash it names. See docs/contracts/json.md.
 */
import { editionBytes } from '../edition/chain.ts';
import type {
  Edition,
  EditionGrouping,
  EditionLevel,
  EditionNode,
  EditionTask,
  EditionUnit,
  Hash,
  Id,
  NodeDelivery,
  TaskDelivery,
  Texts,
} from '../edition/edition.ts';
import { lineTo, lookup, subtree } from './lookup.ts';

/** Format version 1: fields are only ever added. */
export interface Extract {
  readonly format: 'horyzont-extract';
  readonly version: 1;
  /** The node or task the extract is about. */
  readonly id: Id;
  readonly permalink: string;
  readonly edition: {
    readonly number: number;
    readonly hash: Hash;
    readonly asOf: string;
    readonly publishedAt: string;
    /** Address of the whole edition, the bytes that the hash proves. */
    readonly address: string;
  };
  readonly city: { readonly id: Id; readonly slug: string; readonly name: Texts; readonly standing: string };
  readonly plan: {
    readonly id: Id;
    readonly slug: string;
    readonly title: Texts;
    readonly licence: string | null;
  };
  /** From the top down to the parent; empty for a node of the top level. */
  readonly path: readonly {
    readonly id: Id;
    readonly code: string | null;
    readonly title: Texts | null;
    readonly permalink: string;
  }[];
  readonly levels: readonly EditionLevel[];
  readonly groupings: readonly EditionGrouping[];
  /** The units named by the nodes and tasks below. */
  readonly units: readonly EditionUnit[];
  /** The node and its descendants, as in the edition, each with its figure and permanent address; empty for a task. */
  readonly nodes: readonly (EditionNode & {
    readonly permalink: string;
    readonly delivery: NodeDelivery | null;
  })[];
  readonly tasks: readonly (EditionTask & {
    readonly permalink: string;
    readonly delivery: TaskDelivery | null;
  })[];
}

export interface Links {
  /** Permanent address of a node or task in this edition. */
  readonly permalink: (id: Id) => string;
  /** Address of the edition's canonical bytes. */
  readonly edition: string;
}

/** The canonical bytes: stored, served, exported and hashed alike. */
export function editionJson(edition: Edition): Uint8Array {
  return editionBytes(edition);
}

/** Null when the edition has no node or task with the id. */
export function extract(edition: Edition, id: Id, links: Links): Extract | null {
  const { nodes, tasks } = subtree(edition, id);
  if (nodes.length === 0 && tasks.length === 0) return null;
  const { nodeFigures, taskFigures } = lookup(edition);
  const named = new Set([...nodes, ...tasks].flatMap((item) => item.unitIds));
  const { city, plan } = edition;
  return {
    format: 'horyzont-extract',
    version: 1,
    id,
    permalink: links.permalink(id),
    edition: {
      number: edition.number,
      hash: edition.hash,
      asOf: edition.asOf,
      publishedAt: edition.publishedAt,
      address: links.edition,
    },
    city: { id: city.id, slug: city.slug, name: city.name, standing: city.standing },
    plan: { id: plan.id, slug: plan.slug, title: plan.title, licence: plan.licence },
    path: lineTo(edition, nodes[0] ? nodes[0].parentId : (tasks[0]?.nodeId ?? null)).map((node) => ({
      id: node.id,
      code: node.code,
      title: node.title,
      permalink: links.permalink(node.id),
    })),
    levels: edition.levels,
    groupings: edition.groupings,
    units: edition.units.filter((unit) => named.has(unit.id)),
    nodes: nodes.map((node) =>
      Object.assign({}, node, {
        permalink: links.permalink(node.id),
        delivery: nodeFigures.get(node.id) ?? null,
      }),
    ),
    tasks: tasks.map((task) =>
      Object.assign({}, task, {
        permalink: links.permalink(task.id),
        delivery: taskFigures.get(task.id) ?? null,
      }),
    ),
  };
}

/** The extract as text, indented for people; null when nothing has the id. */
export function extractJson(edition: Edition, id: Id, links: Links): string | null {
  const value = extract(edition, id, links);
  return value && `${JSON.stringify(value, null, 2)}\n`;
}
