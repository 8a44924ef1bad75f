/** Reading an edition of any version: bytes to the present type, or what is wrong with them. Stored bytes stay as they are. */
import type { Problem } from '../problem.ts';
import type { Edition } from './edition.ts';
import { editionSchema } from './schema.ts';
import { mismatches, type Schema } from './validate.ts';

/** The newest version that this program writes and reads. */
export const NEWEST_VERSION = 1;

interface Version {
  readonly schema: Schema;
  /** To the type of the next version; the newest is the present type. */
  readonly upgrade: (edition: Readonly<Record<string, unknown>>) => Readonly<Record<string, unknown>>;
}

/** By version number from 1. A new version adds a row and lets the row before it lead there. */
const VERSIONS: Readonly<Record<number, Version>> = {
  1: { schema: editionSchema, upgrade: (edition) => edition },
};

/**
 * Reads the bytes of an edition. The shape is checked against the schema of its version, then brought to the
 * present type; `hash` stays that of the stored bytes. Whether hash and chain fit is `verifyChain`'s matter.
 */
export function readEdition(
  bytes: Uint8Array | string,
): { readonly edition: Edition } | { readonly problems: readonly Problem[] } {
  const value = parse(bytes);
  if (value === undefined) return { problems: [problem('edition-unreadable')] };
  if (
    typeof value !== 'object' ||
    value === null ||
    !('format' in value) ||
    value.format !== 'horyzont-edition'
  ) {
    const format = typeof value === 'object' && value !== null && 'format' in value ? value.format : null;
    return { problems: [problem('edition-format-unknown', { found: short(format) })] };
  }
  const number = 'version' in value ? value.version : null;
  const version =
    typeof number === 'number' && Object.hasOwn(VERSIONS, number) ? VERSIONS[number] : undefined;
  if (!version)
    return {
      problems: [problem('edition-version-unknown', { found: short(number), newest: NEWEST_VERSION })],
    };
  const wrong = mismatches(version.schema, value);
  if (wrong.length > 0)
    return {
      problems: wrong.map(({ path, expected, found }) =>
        problem('edition-field-wrong', { path, expected, found }, path),
      ),
    };
  let edition: Readonly<Record<string, unknown>> = value;
  for (let at = number as number; at <= NEWEST_VERSION; at++) edition = VERSIONS[at]!.upgrade(edition);
  return { edition: edition as unknown as Edition };
}

function parse(bytes: Uint8Array | string): unknown {
  try {
    return JSON.parse(
      typeof bytes === 'string' ? bytes : new TextDecoder('utf-8', { fatal: true }).decode(bytes),
    );
  } catch {
    return undefined;
  }
}

function problem(code: string, values: Problem['values'] = {}, field?: string): Problem {
  return { code, place: field === undefined ? {} : { field }, values };
}

function short(value: unknown): string {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? '');
  return text.slice(0, 60);
}
