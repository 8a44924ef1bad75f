/** docs/contracts/edition.md names every field of an edition, and its hash rule is the one in force. */
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { goldenBytes } from '../../test/edition.ts';
import { canonical } from './canonical.ts';
import { CHAIN_CODES } from './chain.ts';
import { DELIVERY_VERDICTS } from './edition.ts';
import { editionSchema } from './schema.ts';

const DOC = readFileSync('docs/contracts/edition.md', 'utf8');

test('every top-level field, result field, verdict and finding is documented', () => {
  const names = [
    ...Object.keys(editionSchema.properties!).filter((name) => name !== 'results'),
    ...Object.keys(editionSchema.$defs!['taskDelivery']!.properties!).filter(
      (name) => name !== 'id' && name !== 'weight',
    ),
    ...Object.keys(editionSchema.$defs!['nodeDelivery']!.properties!).filter((name) => name !== 'id'),
    ...DELIVERY_VERDICTS,
    ...CHAIN_CODES,
    'results.delivery',
    'results.indicators',
  ];
  for (const name of names)
    assert.ok(DOC.includes(`\`${name}\``), `${name} stands in docs/contracts/edition.md`);
});

test('the hash rule in words gives the stated hash', () => {
  const edition = JSON.parse(new TextDecoder().decode(goldenBytes())) as Record<string, unknown>;
  const stated = edition['hash'];
  delete edition['hash'];
  delete edition['signature'];
  assert.equal(createHash('sha256').update(canonical(edition), 'utf8').digest('hex'), stated);
});
