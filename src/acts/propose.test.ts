import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { beginDraft } from '../intake/plan-draft.ts';
import { isRefusal } from '../problem.ts';
import { propose } from './propose.ts';

const page = readFileSync(new URL('../../examples/torun/page.txt', import.meta.url));
const given = { fileName: 'page.txt', hash: '', address: '', retrievedOn: '2026-11-22', mainLanguage: 'pl' };

test('a long source is read in a process of its own, with the same proposal, and this one goes on meanwhile', async () => {
  const source = new Uint8Array(Buffer.concat(Array.from({ length: 40 }, () => page)));
  let turns = 0;
  const timer = setInterval(() => (turns += 1), 20);
  const draft = await propose({ given, source });
  clearInterval(timer);
  assert.deepEqual(draft, beginDraft(source, given));
  assert.ok(turns >= 3, `${turns} turns`);
});

test('a short one is read here; a wide sheet there', async () => {
  assert.deepEqual(await propose({ given, source: page }), beginDraft(page, given));
  const rows = Array.from({ length: 2000 }, (_, at) => [`${at % 10}. Cel`, `Zadanie ${at}`]);
  const grid = { headers: ['Level 1', 'Task'], rows, lines: rows.map((_, at) => at + 2) };
  const draft = await propose({ given, grid, format: 'csv' });
  assert.ok(!isRefusal(draft));
  assert.equal(draft.proposal.nodes.length, 2010);
});
