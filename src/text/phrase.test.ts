import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cut, ended, flat, join, own, phrase, upperFirst, type Phrase } from './phrase.ts';

const act: Phrase = [{ text: 'uchwała 5/26', lang: 'pl' }];

test('words around a text keep apart from it, words beside words do not', () => {
  assert.deepEqual(phrase`${act} of ${'1 May'} ${own('2026')}`, [
    { text: 'uchwała 5/26', lang: 'pl' },
    { text: ' of 1 May 2026', lang: null },
  ]);
  assert.deepEqual(phrase`${''}${[]}`, []);
  assert.equal(flat(join([act, own('and more')], ', ')), 'uchwała 5/26, and more');
});

test('a phrase is cut at a word, each piece keeping its language', () => {
  const whole = phrase`adopted by ${act} of 1 May`;
  assert.equal(cut(whole, 100), whole);
  assert.deepEqual(cut(whole, 20), [
    { text: 'adopted by ', lang: null },
    { text: 'uchwała', lang: 'pl' },
    { text: '…', lang: null },
  ]);
  assert.ok(flat(cut(own('x'.repeat(200)), 50)).length <= 51);
});

test('a sentence begins with a capital and ends once', () => {
  assert.equal(flat(upperFirst(act)), 'Uchwała 5/26');
  assert.equal(flat(ended(act)), 'uchwała 5/26.');
  assert.equal(flat(ended(own('Why?'))), 'Why?');
});
