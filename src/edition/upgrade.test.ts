import assert from 'node:assert/strict';
import { test } from 'node:test';
import { goldenBytes } from '../../test/edition.ts';
import { problemText } from '../text/problems.ts';
import { editionBytes, editionHash } from './chain.ts';
import type { Edition } from './edition.ts';
import { readEdition } from './upgrade.ts';

const bytes = goldenBytes();
const text = new TextDecoder().decode(bytes);

function golden(): Edition {
  const answer = readEdition(bytes);
  if ('problems' in answer) assert.fail(JSON.stringify(answer.problems));
  return answer.edition;
}

test('the first golden edition still reads, and keeps its bytes and hash', () => {
  const edition = golden();
  assert.equal(edition.hash, '8544c6486f54b9f156d09c522b5ed66295f6eb617375b0f32b362883f6758aea');
  assert.equal(editionHash(edition), edition.hash);
  assert.deepEqual(Buffer.from(editionBytes(edition)), Buffer.from(bytes));
  assert.deepEqual(readEdition(text), { edition });
});

test('what cannot be read is said in words', () => {
  const cases: readonly [string | Uint8Array, string, RegExp][] = [
    ['{', 'edition-unreadable', /JSON/],
    [new Uint8Array([0x22, 0xff, 0x22]), 'edition-unreadable', /UTF-8/],
    ['[]', 'edition-format-unknown', /not a Horyzont edition/],
    ['{"format":"other"}', 'edition-format-unknown', /“other”/],
    ['{"format":"horyzont-edition"}', 'edition-version-unknown', /null/],
    [JSON.stringify({ ...golden(), version: 2 }), 'edition-version-unknown', /version 2/],
    [JSON.stringify({ ...golden(), asOf: '2026' }), 'edition-field-wrong', /asOf.*found "2026"/],
    [text.replace('"gaps":', '"gap":'), 'edition-field-wrong', /a field gaps/],
  ];
  for (const [input, code, words] of cases) {
    const answer = readEdition(input);
    assert.ok('problems' in answer, code);
    const first = answer.problems.find((problem) => problem.code === code);
    assert.ok(first, JSON.stringify(answer.problems));
    assert.match(answer.problems.map((problem) => problemText(problem, 'en')).join('\n'), words);
  }
});

test('a file of another kind gives a short list, not thousands of problems', () => {
  const answer = readEdition(
    JSON.stringify({ ...golden(), nodes: Array.from({ length: 5000 }, () => ({})) }),
  );
  assert.ok('problems' in answer && answer.problems.length <= 20);
});
