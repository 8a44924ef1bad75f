/** Scores the intake on a folder of NAME.txt + NAME.expected.json: one line a document, the total last. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { proposePlan } from '../src/intake/proposal.ts';
import { readDocument } from '../src/intake/read.ts';
import {
  addScores,
  formatShares,
  score,
  shares,
  type ExpectedPlan,
  type Score,
} from '../src/intake/score.ts';

const folder = process.argv[2];
if (folder === undefined) {
  console.error('usage: npm run score:intake -- DIR   (DIR holds NAME.txt and NAME.expected.json)');
  process.exit(2);
}
const scores: Score[] = [];
let names: string[];
try {
  names = readdirSync(folder)
    .filter((name) => name.endsWith('.expected.json'))
    .sort();
} catch {
  console.error(`cannot read the folder ${folder}`);
  process.exit(2);
}
const width = Math.max(10, ...names.map((name) => name.length - '.expected.json'.length));
for (const file of names) {
  const name = file.slice(0, -'.expected.json'.length);
  let expected: ExpectedPlan;
  let text: Uint8Array;
  try {
    expected = JSON.parse(readFileSync(join(folder, file), 'utf8')) as ExpectedPlan;
    text = readFileSync(join(folder, `${name}.txt`));
  } catch (error) {
    console.error(`${name}: ${error instanceof Error ? error.message : String(error)}`);
    process.exitCode = 1;
    continue;
  }
  const one = score(proposePlan(readDocument(text, { name: `${name}.txt` })).nodes, expected);
  scores.push(one);
  console.log(`${name.padEnd(width)} ${formatShares(shares(one))} found ${one.found}/${one.expected}`);
}
if (scores.length === 0) {
  console.error(`no NAME.txt with NAME.expected.json in ${folder}`);
  process.exitCode = 1;
}
console.log(`total ${formatShares(shares(addScores(scores)))}`);
