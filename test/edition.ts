/** Editions for tests: the golden one, and small ones frozen from builders. */
import { readFileSync } from 'node:fs';
import type { Edition } from '../src/edition/edition.ts';
import { freeze, type Publication } from '../src/edition/freeze.ts';
import type { City, Plan } from '../src/model/plan.ts';
import { cityOf, planOf } from './plan.ts';

export interface GoldenInput {
  readonly city: City;
  readonly plan: Plan;
  readonly publication: Publication;
}

export const GOLDEN = 'test/golden/edition-1';

/** What the golden edition was frozen from: a small invented plan that uses every feature. */
export function goldenInput(): GoldenInput {
  return JSON.parse(readFileSync(`${GOLDEN}/input.json`, 'utf8')) as GoldenInput;
}

export function goldenBytes(): Uint8Array {
  return readFileSync(`${GOLDEN}/edition.json`);
}

export function publicationOf(fields: Partial<Publication> = {}): Publication {
  return {
    number: 1,
    previous: null,
    publishedAt: '2026-11-16T09:30:00Z',
    asOf: '2026-11-14',
    publishedBy: null,
    note: null,
    decisions: [],
    productVersion: '0.1.0',
    ...fields,
  };
}

export function editionOf(
  plan: Partial<Plan> = {},
  city: Partial<City> = {},
  publication: Partial<Publication> = {},
): Edition {
  return freeze(cityOf(city), planOf(plan), publicationOf(publication));
}
