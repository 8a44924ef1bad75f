import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { test } from 'node:test';
import { languageOf } from './language.ts';

test('documents of the corpus are told apart by their language; where it is unsure it says nothing', () => {
  const wrong: string[] = [];
  let told = 0;
  const files = globSync('test/intake/{corpus,heldout,unseen}/*.txt');
  for (const file of files) {
    const expected = /^(pl|en|de|cs|sk|fr|es|ca|it|pt|ro|nl|sv|hu|lt|uk)-/.exec(basename(file))?.[1];
    const found = languageOf(readFileSync(file, 'utf8'));
    if (!expected || found === null) continue;
    told += 1;
    if (found !== expected) wrong.push(`${basename(file)}: ${found}`);
  }
  assert.deepEqual(wrong, []);
  assert.ok(told > files.length * 0.8, `only ${told} of ${files.length}`);
});

test('too little text, or none of these languages, decides nothing', () => {
  assert.equal(languageOf(''), null);
  assert.equal(languageOf('1.1 2.2 3.3'), null);
});
