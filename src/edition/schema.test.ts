import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Ajv2020 } from 'ajv/dist/2020.js';
import * as fc from 'fast-check';
import { editionOf, goldenBytes } from '../../test/edition.ts';
import { meetsGolden } from '../../test/golden.ts';
import { editionSchema } from './schema.ts';
import { mismatches } from './validate.ts';

const ajv = new Ajv2020({ strict: true, allowUnionTypes: true, allErrors: true });
const validate = ajv.compile(editionSchema);
const golden: unknown = JSON.parse(new TextDecoder().decode(goldenBytes()));

test('the contract in docs is this schema', () => {
  meetsGolden('docs/contracts/edition-1.schema.json', `${JSON.stringify(editionSchema, null, 2)}\n`);
});

test('the golden and the smallest edition fit, by an independent validator and by ours', () => {
  for (const edition of [golden, editionOf()]) {
    assert.ok(validate(edition), JSON.stringify(validate.errors, null, 1));
    assert.deepEqual(mismatches(editionSchema, edition), []);
  }
});

/** Every place in a JSON value, as a path of names and indexes. */
function places(value: unknown, path: (string | number)[] = []): (string | number)[][] {
  if (typeof value !== 'object' || value === null) return [path];
  const keys = Array.isArray(value) ? [...value.keys()] : Object.keys(value);
  return [
    path,
    ...keys.flatMap((key) => places((value as Record<string | number, unknown>)[key], [...path, key])),
  ];
}

const PLACES = places(golden).filter((path) => path.length > 0);

test('both validators agree on anything done to an edition', () => {
  const wrong = fc.oneof(
    fc.constantFrom<unknown>(
      null,
      '',
      'x',
      '2026-11-14',
      '101',
      '46.123',
      '-1',
      -1,
      0,
      1.5,
      true,
      [],
      {},
      { pl: '' },
      { PL: 'x' },
      ['x'],
      [1, 2, 3],
    ),
    fc.jsonValue({ maxDepth: 1 }),
  );
  let refused = 0;
  fc.assert(
    fc.property(
      fc.nat(PLACES.length - 1),
      fc.constantFrom('replace', 'remove', 'add'),
      wrong,
      (at, how, value) => {
        const copy = structuredClone(golden) as Record<string | number, unknown>;
        const path = PLACES[at]!;
        let holder = copy;
        for (const key of path.slice(0, -1)) holder = holder[key] as Record<string | number, unknown>;
        const key = path.at(-1)!;
        if (how === 'replace') holder[key] = value;
        else if (how === 'add') {
          if (Array.isArray(holder)) holder.push(value);
          else holder['unknown'] = value;
        } else if (Array.isArray(holder)) holder.splice(Number(key), 1);
        else delete holder[key];
        const theirs = validate(copy);
        const ours = mismatches(editionSchema, copy);
        assert.equal(
          ours.length === 0,
          theirs,
          `${path.join('.')} ${how} ${JSON.stringify(value)}: ${JSON.stringify(ours)}`,
        );
        if (!theirs) refused++;
      },
    ),
    { numRuns: 500 },
  );
  assert.ok(refused > 150, `${refused} refused`);
});
