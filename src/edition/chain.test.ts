import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { editionOf, goldenBytes } from '../../test/edition.ts';
import { id, nodeOf } from '../../test/plan.ts';
import { editionBytes, seal, verifyChain, type Withheld } from './chain.ts';
import type { Edition } from './edition.ts';

function chainOf(length: number): Edition[] {
  const chain: Edition[] = [];
  for (let number = 1; number <= length; number++)
    chain.push(
      editionOf(
        { nodes: [nodeOf(100 + number, { title: { pl: 'Żółć' } })] },
        {},
        { number, previous: chain.at(-1)?.hash ?? null },
      ),
    );
  return chain;
}

const CHAIN = chainOf(3);
const BYTES = CHAIN.map(editionBytes);
const codes = (entries: readonly (Uint8Array | Withheld)[]): string[] =>
  verifyChain(entries).map(({ code, number }) => `${number} ${code}`);

test('a whole chain is good, with a withheld edition too', () => {
  assert.deepEqual(verifyChain([]), []);
  assert.deepEqual(verifyChain(BYTES), []);
  const withheld: Withheld = { number: 2, hash: CHAIN[1]!.hash, withheld: true };
  assert.deepEqual(verifyChain([BYTES[0]!, withheld, BYTES[2]!]), []);
  assert.deepEqual(
    verifyChain([
      BYTES[0]!,
      new TextEncoder().encode(`{"hash":"${withheld.hash}","number":2,"withheld":true}`),
      BYTES[2]!,
    ]),
    [],
  );
});

test('what was done to a chain is named', () => {
  const [first, second, third] = CHAIN as [Edition, Edition, Edition];
  const forged = editionBytes({ ...second, asOf: '2026-11-15' });
  assert.deepEqual(codes([BYTES[0]!, forged, BYTES[2]!]), ['2 edition-hash-wrong']);
  const resealed = editionBytes(seal({ ...second, asOf: '2026-11-15' }));
  assert.deepEqual(codes([BYTES[0]!, resealed, BYTES[2]!]), ['3 edition-previous-wrong']);
  assert.deepEqual(codes([BYTES[0]!, BYTES[2]!]), ['2 edition-number-wrong', '2 edition-previous-wrong']);
  assert.deepEqual(codes([BYTES[1]!]), ['1 edition-number-wrong', '1 edition-previous-wrong']);
  const pretty = new TextEncoder().encode(JSON.stringify(third, null, 1));
  assert.deepEqual(codes([BYTES[0]!, BYTES[1]!, pretty]), ['3 edition-not-canonical']);
  const other = editionBytes(seal({ ...second, plan: { ...second.plan, id: id(77) } }));
  assert.deepEqual(codes([BYTES[0]!, other]), ['2 edition-of-other-plan']);
  assert.deepEqual(codes([BYTES[0]!, new Uint8Array([1, 2]), BYTES[2]!]), ['2 edition-unreadable']);
  assert.deepEqual(codes([BYTES[0]!, { number: 2, hash: first.hash, withheld: true }, BYTES[2]!]), [
    '3 edition-previous-wrong',
  ]);
  const doubled = new TextEncoder().encode(
    new TextDecoder().decode(BYTES[0]).replace('"asOf"', '"asOf":"x","asOf"'),
  );
  assert.deepEqual(codes([doubled]), ['1 edition-not-canonical']);
});

test('any flipped bit of any edition is found, at that edition', () => {
  const golden = goldenBytes();
  fc.assert(
    fc.property(fc.nat(2), fc.nat(), fc.nat(7), (at, position, bit) => {
      const bytes = Uint8Array.from(BYTES[at]!);
      bytes[position % bytes.length]! ^= 1 << bit;
      assert.ok(verifyChain(BYTES.with(at, bytes)).some((finding) => finding.index === at));
    }),
    { numRuns: 400 },
  );
  fc.assert(
    fc.property(fc.nat(golden.length - 1), fc.integer({ min: 1, max: 255 }), (position, change) => {
      const bytes = Uint8Array.from(golden);
      const before = verifyChain([bytes]).length;
      bytes[position]! ^= change;
      assert.ok(
        verifyChain([bytes]).length > before ||
          verifyChain([bytes]).some((f) => f.code === 'edition-unreadable'),
      );
    }),
    { numRuns: 300 },
  );
});

test('a byte put in or taken out is found', () => {
  fc.assert(
    fc.property(fc.nat(), fc.nat(255), fc.boolean(), (position, byte, add) => {
      const bytes = [...BYTES[0]!];
      bytes.splice(position % bytes.length, add ? 0 : 1, ...(add ? [byte] : []));
      assert.notDeepEqual(verifyChain([Uint8Array.from(bytes)]), []);
    }),
    { numRuns: 200 },
  );
});
