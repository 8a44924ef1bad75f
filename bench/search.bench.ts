import { seal } from '../src/edition/chain.ts';
import { freeze } from '../src/edition/freeze.ts';
import { search } from '../src/portal/search.ts';
import { generatePlan } from '../test/world/generate.ts';
import { median, ms, times, type Measured } from './measure.ts';

const QUESTIONS = [
  'park',
  'parkach',
  'drogi rowerowe',
  'transprot',
  'szkola',
  'mieszkańcom',
  'oświetlenie ulic',
  'xyzzy',
];

/** A question to a plan of 5,000 nodes: the first one makes the index, the others use it. */
export async function bench(): Promise<Measured> {
  const { city, plan } = generatePlan({ seed: 5, strategic: 50, operationalPer: 19, tasksPer: 4 });
  const edition = seal(
    freeze(city, plan, {
      number: 1,
      previous: null,
      publishedAt: '2026-11-14T10:00:00Z',
      asOf: '2026-11-13',
      publishedBy: null,
      note: null,
      decisions: [],
      productVersion: '0.0.0',
    }),
  );
  const editions = [edition];
  const began = performance.now();
  search(editions, 'park', 'pl');
  const first = performance.now() - began;
  const rows: string[][] = [['first question, index made', ms(first)]];
  let worst = 0;
  for (const question of QUESTIONS) {
    const took = median(await times(20, () => search(editions, question, 'pl')));
    worst = Math.max(worst, took);
    rows.push([question, ms(took)]);
  }
  return {
    title: 'Search',
    how: `${edition.nodes.length} goals and ${edition.tasks.length} tasks; medians of 20 runs a question.`,
    columns: ['question', 'time'],
    rows,
    limits: [{ what: 'slowest question', limit: 'under 50 ms', found: ms(worst), met: worst < 50 }],
  };
}
