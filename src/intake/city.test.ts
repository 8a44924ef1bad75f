import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cityName } from './city.ts';
import { proposePlan } from './proposal.ts';
import { readDocument } from './read.ts';

test('a city is named as its document names it', () => {
  const goals = '\nCel 1. Zieleń w mieście\nCel 2. Woda w mieście\nCel 3. Szkoły w mieście\n';
  for (const [text, slug, name] of [
    ['Gmina Zielony Dół\n\nSTRATEGIA ROZWOJU GMINY ZIELONY DÓŁ', 'zielony-dol', 'Zielony Dół'],
    ['STRATEGIA ROZWOJU GMINY ZIELONY DÓŁ', 'zielony-dol', 'Zielony Dół'],
    ['Fernhollow Council Plan 2026-2031', 'fernhollow', 'Fernhollow'],
    ['Strategia rozwoju miasta Łodzi', 'lodz', null],
    ['Strategia dla miasta, w którym lipowiec kwitnie', 'lipowiec', null],
  ] as const) {
    const proposal = proposePlan(
      readDocument(new TextEncoder().encode(`${text}\n${goals}`), { name: 'a.txt' }),
    );
    assert.equal(cityName(proposal, slug), name, text);
  }
});
