/**
 * Toruń from the city's public page (`page.txt`): page -> proposal -> plan -> edition, with nothing added but
 * the words below. Run as a program, writes `edition-1.json`: `node examples/torun/torun.ts`. The English names
 * of the levels are the city's own terms on its English pages; goals have no English names, so none are given.
 */

import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { sha256 } from '../../src/edition/canonical.ts';
import { editionBytes } from '../../src/edition/chain.ts';
import type { Edition } from '../../src/edition/edition.ts';
import { freeze } from '../../src/edition/freeze.ts';
import { adopt } from '../../src/intake/adopt.ts';
import { proposePlan } from '../../src/intake/proposal.ts';
import { readDocument } from '../../src/intake/read.ts';
import type { City, Plan } from '../../src/model/plan.ts';
import { fixedIds } from '../../src/system/id.ts';

/** The version that wrote the shipped file; it stays, whatever version reads it. */
const WRITTEN_WITH = '0.1.0';
const PUBLISHED_AT = '2026-11-22T10:00:00Z';

/** The page as it was read, byte for byte. */
export const page: Uint8Array = readFileSync(new URL('page.txt', import.meta.url));

/** City and plan as adopted from the page. The same every time. */
export function torun(): { readonly city: City; readonly plan: Plan } {
  const newId = fixedIds(PUBLISHED_AT, 'torun');
  const city: City = {
    id: newId(),
    slug: 'torun',
    name: { pl: 'Toruń' },
    standing: 'from-public-page',
    timeZone: 'Europe/Warsaw',
    languages: ['pl'],
    colour: '#1f3a68',
    arms: null,
    contacts: [],
    declaration: null,
    units: [],
  };
  const plan = adopt(proposePlan(readDocument(page, { name: 'page.txt' })), {
    planSlug: 'cele-2028',
    language: 'pl',
    newId,
    retrievedOn: '2026-11-22',
    // The page's exact address is not stated in the file.
    address: null,
    sourceHash: sha256(page),
    horizonYear: 2028,
    title: { pl: 'Cele strategiczne i operacyjne' },
    shortTitle: { pl: 'Cele do 2028 roku', en: 'Goals to 2028' },
    levels: [
      {
        singular: { pl: 'Cel strategiczny', en: 'Strategic objective' },
        plural: { pl: 'Cele strategiczne', en: 'Strategic objectives' },
      },
      {
        singular: { pl: 'Cel operacyjny', en: 'Operational goal' },
        plural: { pl: 'Cele operacyjne', en: 'Operational goals' },
      },
    ],
    groupings: [
      {
        singular: { pl: 'Obszar tematyczny', en: 'Thematic area' },
        plural: { pl: 'Obszary tematyczne', en: 'Thematic areas' },
      },
    ],
  });
  return { city, plan };
}

/** The one edition that is shipped. */
export function torunEdition(): Edition {
  const { city, plan } = torun();
  return freeze(city, plan, {
    number: 1,
    previous: null,
    publishedAt: PUBLISHED_AT,
    asOf: '2026-11-22',
    publishedBy: null,
    note: null,
    decisions: [],
    productVersion: WRITTEN_WITH,
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const edition = torunEdition();
  writeFileSync(new URL('edition-1.json', import.meta.url), editionBytes(edition));
  console.log(`edition-1.json  ${edition.hash}`);
}
