/** From a document's text to the plan that is saved: what it says must arrive, and nothing else. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Plan } from '../model/plan.ts';
import { fixedIds } from '../system/id.ts';
import { adopt } from './adopt.ts';
import { proposePlan, type Proposal } from './proposal.ts';
import { readDocument } from './read.ts';
import { take } from './take.ts';

const propose = (text: string, name = 'plan.txt'): Proposal =>
  proposePlan(readDocument(new TextEncoder().encode(text), { name }));

const planOf = (proposal: Proposal, language = 'pl'): Plan =>
  adopt(proposal, {
    planSlug: 'strategia',
    language,
    newId: fixedIds('2026-01-01T00:00:00Z', 'import'),
    retrievedOn: '2026-01-02',
    address: null,
    sourceHash: 'a'.repeat(64),
    horizonYear: 2030,
    title: { [language]: 'Plan' },
  });

const polish = `Gmina Zielony Dół
Strona główna | Kontakt | BIP
STRATEGIA ROZWOJU GMINY ZIELONY DÓŁ NA LATA 2026–2035

Wizja: Gmina Zielony Dół – dobre miejsce do życia.

Przyjęto trzy cele strategiczne i pięć celów operacyjnych.

CEL STRATEGICZNY 1: Zdrowe środowisko
Cel operacyjny 1.1. Czyste powietrze
Zadania:
- wymiana 300 kopciuchów do 2028 r.
- program dopłat do fotowoltaiki
Cel operacyjny 1.2. Retencja wody
CEL STRATEGICZNY 2: Silna wspólnota
Cel operacyjny 2.1. Świetlice w każdym sołectwie
Cel operacyjny 2.3. Budżet obywatelski
`;

const english = `# Fernhollow Council Plan 2026-2031

Our vision is a fair town.

## Goal A - Homes for everyone
1. Build 500 homes
2. Halve empty homes

## Goal B - Streets we share
1. Safer junctions
2. Trees on every street
`;

test('a Polish page: title, years, vision, levels, counts not met and tasks', () => {
  const proposal = take(propose(polish), ['all']);
  const plan = planOf(proposal);
  assert.deepEqual(plan.title, { pl: 'STRATEGIA ROZWOJU GMINY ZIELONY DÓŁ NA LATA 2026–2035' });
  assert.deepEqual(plan.horizon, { startOn: '2026-01-01', endOn: '2035-12-31' });
  assert.deepEqual(plan.vision, { pl: 'Gmina Zielony Dół – dobre miejsce do życia.' });
  assert.ok(!proposal.untaken.some(({ text }) => text.startsWith('Wizja')));
  assert.deepEqual(
    plan.levels.map(({ singular, plural }) => [singular['pl'], plural['pl']]),
    [
      ['Cel strategiczny', 'Cele strategiczne'],
      ['Cel operacyjny', 'Cele operacyjne'],
      ['Zadanie', 'Zadania'],
    ],
  );
  assert.deepEqual(plan.source?.announces, [
    { kind: 'goals', count: 3, line: 7, levelIndex: 0 },
    { kind: 'goals', count: 5, line: 7, levelIndex: 1 },
    { kind: 'tasks', count: null, line: null, levelIndex: 2 },
  ]);
});

test('an English page: years of the title, the vision of a sentence, a level without a name', () => {
  const proposal = propose(english, 'plan.md');
  const plan = planOf(proposal, 'en');
  assert.deepEqual(plan.title, { en: 'Fernhollow Council Plan 2026-2031' });
  assert.deepEqual(plan.horizon, { startOn: '2026-01-01', endOn: '2031-12-31' });
  assert.deepEqual(plan.vision, { en: 'Our vision is a fair town.' });
  assert.deepEqual(proposal.announcements, []);
  assert.ok(!proposal.untaken.some(({ text }) => text.includes('vision')));
  assert.deepEqual(
    plan.levels.map(({ singular, plural }) => [singular['en'], plural['en']]),
    [
      ['Goal', 'Goals'],
      ['Level 2', 'Level 2'],
    ],
  );
});

const goals = '\nCel 1. Zieleń w mieście\nCel 2. Woda w mieście\nCel 3. Szkoły w mieście\n';

test('the years of a plan', () => {
  for (const [text, start, end] of [
    ['Strategia rozwoju 2030', null, 2030],
    ['Strategia rozwoju na lata 2026-2031', 2026, 2031],
    ['Strategia rozwoju na lata 2026 – 2031', 2026, 2031],
    ['Development plan for 2026 to 2031', 2026, 2031],
    ['Nowa strategia rozwoju\n\nObowiązuje w latach 2024–2030.', 2024, 2030],
    ['Strategia rozwoju do 2030 roku, z danymi z lat 2014-2020', null, 2030],
  ] as const) {
    const { horizonStart, horizonYear } = propose(`${text}\n${goals}`);
    assert.deepEqual([horizonStart ?? null, horizonYear], [start, end], text);
  }
});

test('a vision that is only mentioned stays a gap', () => {
  for (const [text, quoted] of [
    ['Our vision is described in chapter two.', false],
    ['Nasza wizja jest opisana w rozdziale drugim.', false],
    ['Plan powstał po dyskusji o wizji i misji miasta.', false],
    ['Naszą wizją jest miasto zielone i otwarte.', true],
    ['Our vision for the town is clean air for everyone.', true],
  ] as const) {
    const { vision, announcements } = propose(`Strategia rozwoju 2030\n\n${text}\n${goals}`);
    assert.deepEqual(
      [vision ?? null, announcements.some(({ code }) => code === 'vision-not-quoted')],
      [quoted ? text : null, !quoted],
      text,
    );
  }
});

test('a title keeps the full stop of its abbreviation, and a link leaves no bracket behind', () => {
  const titles = propose(
    'Strategia rozwoju\n\nCel 1. Wymiana kotłów do 2028 r.\nCel 2. Budżet [obywatelski](https://a.example/b_(c))\nCel 3. Szkoły.\n',
  ).nodes.map(({ title }) => title);
  assert.deepEqual(titles, ['Wymiana kotłów do 2028 r.', 'Budżet obywatelski', 'Szkoły']);
});
