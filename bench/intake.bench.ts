import { readFileSync } from 'node:fs';
import { proposePlan } from '../src/intake/proposal.ts';
import { readDocument } from '../src/intake/read.ts';
import { median, ms, times, type Measured } from './measure.ts';

const MEGABYTE = 1_000_000;
const HOSTILE: readonly (readonly [string, string])[] = [
  ['1 MB of `1.1.1.1…`', '1.'.repeat(MEGABYTE / 2)],
  ['1 MB of dots', '.'.repeat(MEGABYTE)],
  ['1 MB of opening brackets', '('.repeat(MEGABYTE)],
  ['1 MB of `Cel 1 Cel 2 …`', 'Cel 1 '.repeat(MEGABYTE / 6)],
  ['1 MB of one-letter lines', 'a\n'.repeat(MEGABYTE / 2)],
  ['100,000 nested HTML tags', '<div>'.repeat(100_000)],
];

/** Reading a document into a proposal: the real page, and texts made to be slow. */
export async function bench(): Promise<Measured> {
  const page = readFileSync('examples/torun/page.txt', 'utf8');
  const propose = (text: string, name: string) => (): unknown => proposePlan(readDocument(text, { name }));
  propose(page, 'page.txt')();
  const real = median(await times(30, propose(page, 'page.txt')));
  const rows = [['the Toruń page (31 goals)', ms(real)]];
  let worst = 0;
  for (const [name, text] of HOSTILE) {
    const took = median(await times(3, propose(text, text.startsWith('<') ? 'x.html' : 'x.txt')));
    worst = Math.max(worst, took);
    rows.push([name, ms(took)]);
  }
  return {
    title: 'Intake',
    how: 'Text or HTML to a proposal, in one process after a warm-up; medians of 30 runs for the page and 3 for the hostile texts.',
    columns: ['document', 'time'],
    rows,
    limits: [
      { what: 'the slowest hostile megabyte', limit: 'under 1 s', found: ms(worst), met: worst < 1000 },
    ],
  };
}
