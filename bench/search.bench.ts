import { seal } from '../src/edition/chain.ts';
import { freeze } from '../src/edition/freeze.ts';
import { searchIndex } from '../src/portal/search-index.ts';
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

/** Questions to a plan of 5,000 nodes. The server makes the index before anybody asks; the first question follows it. */
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
  searchIndex(edition);
  const made = performance.now() - began;
  const asked = performance.now();
  search(editions, 'park', 'pl');
  const first = performance.now() - asked;
  const rows: string[][] = [
    ['index, made after the start', ms(made)],
    ['first question after it', ms(first)],
  ];
  let worst = first;
  for (const question of QUESTIONS) {
    const took = median(await times(20, () => search(editions, question, 'pl')));
    worst = Math.max(worst, took);
    rows.push([question, ms(took)]);
  }
  return {
    title: 'Search',
    how: `${edition.nodes.length} goals and ${edition.tasks.length} tasks; the index and the first question once, then medians of 20 runs a question.`,
    columns: ['question', 'time'],
    rows,
    limits: [
      {
        what: 'slowest question, the first one included, the index being made before',
        limit: 'under 50 ms',
        found: ms(worst),
        met: worst < 50,
      },
    ],
  };
}
