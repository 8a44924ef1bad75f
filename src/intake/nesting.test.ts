/** Which goal stands under which, in sketches of documents. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { check } from '../../test/intake/sketch.ts';
import { proposePlan } from './proposal.ts';
import { readDocument } from './read.ts';

check(
  'codes that begin again under every parent',
  `
Goal A. Fiscal health
Strategy 1. Forecast
Strategy 2. Reserve
Goal B. Safe community
Strategy 1. Fire station
Goal B will be led by the fire chief.
`,
  `
A Fiscal health
  1 Forecast
  2 Reserve
B Safe community
  1 Fire station`,
);

check(
  'codes that run on across parents',
  `
LE1: Wohnen
OE1: Neubau
OE2: Bestand
LE2: Verkehr
OE3: Radwege
OE4: Busse
`,
  `
LE1 Wohnen
  OE1 Neubau
  OE2 Bestand
LE2 Verkehr
  OE3 Radwege
  OE4 Busse`,
);

check(
  'mnemonic letters in no order of the alphabet',
  `
E: Energie
E1: Solar
E2: Nahwärme
M: Mobilität
M1: Fahrrad
Q: Querschnitt
Q1: Klimafonds
`,
  `
E Energie
  E1 Solar
  E2 Nahwärme
M Mobilität
  M1 Fahrrad
Q Querschnitt
  Q1 Klimafonds`,
);

check(
  'an outline of Roman numerals and letters',
  `
Strategic framework

I. Economic vitality
A. Local jobs
B. Investment
II. Quality of life
A. Parks
B. Arts
`,
  `
I Economic vitality
  A Local jobs
  B Investment
II Quality of life
  A Parks
  B Arts`,
);

check(
  'goals that carry the number of their chapter',
  `
3. CELE STRATEGICZNE
3.1. Gospodarka
3.1.1. Strefa
3.2. Społeczeństwo
3.2.1. Szkoły
4. MONITORING
4.1. Sprawozdania
`,
  `
3.1 Gospodarka
  3.1.1 Strefa
3.2 Społeczeństwo
  3.2.1 Szkoły`,
);

check(
  'parents that only their children prove',
  `
Cele strategiczne i operacyjne

I.1. – Rozwój portu
I.2. – Nowe tereny

II.1. – Kultura
II.2. – Sport
`,
  `
I ?
  I.1 Rozwój portu
  I.2 Nowe tereny
II ?
  II.1 Kultura
  II.2 Sport`,
);

check(
  'lines above lists that begin again are the parents',
  `
Strategic directions

Community
We are a caring community.
1. Volunteer programs
2. Neighbourhood days
Environment
1. Creek restoration
2. More shade
`,
  `
- Community
  1 Volunteer programs
  2 Neighbourhood days
- Environment
  1 Creek restoration
  2 More shade`,
);

check(
  'codes alone on a line are no page numbers',
  `
OUR DIRECTIONS

1
A connected community
1.1 Encourage volunteering
2
A green community
2.1 Protect creeks
`,
  `
1 A connected community
  1.1 Encourage volunteering
2 A green community
  2.1 Protect creeks`,
);

check(
  'numbers alone above titles, as many as the text states',
  `
Our plan has three priorities

1
Children thrive

2
Adults live well

3
Towns are proud places
`,
  `
1 Children thrive
2 Adults live well
3 Towns are proud places`,
);

check(
  'numbers alone above titles of which nobody spoke are pages',
  `
Notes

1
Children thrive

2
Adults live well

3
Towns are proud places
`,
  '',
);

check(
  'a code alone belongs to the label on the next line',
  `
7.1. Cel strategiczny: Spójna społeczność
7.1.1.
Cel operacyjny: Integracja
7.1.2.
Cel operacyjny: Organizacje
7.2. Cel strategiczny: Zasobna gospodarka
7.2.1.
Cel operacyjny: Marka
`,
  `
7.1 Spójna społeczność
  7.1.1 Integracja
  7.1.2 Organizacje
7.2 Zasobna gospodarka
  7.2.1 Marka`,
);

check(
  'a chapter behind the last goal is not its child: its code lacks the letters',
  `
CS1. ODPORNE MIASTO
CO1.1 Energia
CO1.2 Woda
CS2. OTWARTE MIASTO
CO2.1 Urząd
2.2. System monitorowania
`,
  `
CS1 ODPORNE MIASTO
  CO1.1 Energia
  CO1.2 Woda
CS2 OTWARTE MIASTO
  CO2.1 Urząd`,
);

check(
  'abbreviations and letters with a hyphen in codes',
  `
CG-1 Zdrowie
CSz-1.1 Opieka
CSz-1.2 Ruch
CG-2 Wiedza
CSz-2.1 Szkoła
`,
  `
CG-1 Zdrowie
  CSz-1.1 Opieka
  CSz-1.2 Ruch
CG-2 Wiedza
  CSz-2.1 Szkoła`,
);

check(
  'Roman numeral, hyphen and letter',
  `
GOAL I. KEEP THE TOWN SMALL
Objective I-A. Update the bylaw
Objective I-B. Protect barns
GOAL II. KEEP THE ROADS GOOD
Objective II-A. Replace mains
`,
  `
I KEEP THE TOWN SMALL
  I-A Update the bylaw
  I-B Protect barns
II KEEP THE ROADS GOOD
  II-A Replace mains`,
);

check(
  'numbers with gaps, and a misprinted one that stays where it stands',
  `
Strategie města Lhota

Strategický cíl 1. Zdravé město
Specifický cíl 1.1 Nemocnice
Specifický cíl 1.3 Sport
Specifický cíl 1.4 Senioři
Strategický cíl 2. Zelené město
Specifický cíl 2.1 Parky
Specifický cíl 2.1 Voda
Specifický cíl 1.3 Vzduch
Strategický cíl 4. Otevřené město
Specifický cíl 4.2 Data
Specifický cíl 4.5 Úřad
`,
  `
1 Zdravé město
  1.1 Nemocnice
  1.3 Sport
  1.4 Senioři
2 Zelené město
  2.1 Parky
  2.1 Voda
  1.3 Vzduch
4 Otevřené město
  4.2 Data
  4.5 Úřad`,
);

check(
  'numbers with dashes between, and goals that are questions',
  `
Tarnwick Town Plan: the questions we want to answer

Goal #1: How do we keep young people in town?
Strategy 1-1: Build 120 starter homes
Strategy 1-2: Open a maker space
Goal #2: How do we make Main Street worth visiting?
Strategy 2-1: Fill every empty shop front
Strategy 2-2: Extend market hours
Goal #3: How do we stay safe from floods?
Strategy 3-1: Raise the Mill Bridge
Have more questions? Call us at 555 0100.
`,
  `
1 How do we keep young people in town?
  1-1 Build 120 starter homes
  1-2 Open a maker space
2 How do we make Main Street worth visiting?
  2-1 Fill every empty shop front
  2-2 Extend market hours
3 How do we stay safe from floods?
  3-1 Raise the Mill Bridge`,
);

const loneTask = `
Strategia gminy Olcha

Cel strategiczny 1. Dobra gmina
Cel operacyjny 1.1. Drogi
Zadanie 1.1.1. Naprawić most
Cel operacyjny 1.2. Szkoły
Cel strategiczny 2. Zielona gmina
Cel operacyjny 2.1. Parki
Wskaźnik 2.1.1. Liczba parków
`;

check(
  'a task that is alone on its level stands under the goal whose code it carries',
  loneTask,
  `
1 Dobra gmina
  1.1 Drogi
    1.1.1 Naprawić most
  1.2 Szkoły
2 Zielona gmina
  2.1 Parki`,
);

check(
  'a lone operational goal with a lone action below it',
  `
Town plan

Goal 1. A good town
Objective 1.2 A library
Action 1.2.1 Find a building by 2026
Goal 2. A green town
Nothing follows from Action 1.2.2 below.
`,
  `
1 A good town
  1.2 A library
    1.2.1 Find a building by 2026
2 A green town`,
);

test('a lone label that names no level, or that its level does without, makes its item unsure', () => {
  const unlisted = loneTask.replace('Zadanie 1.1.1', 'Krok 1.1.1');
  const mixed = `${loneTask}2.1.1. Park\n2.1.2. Drugi park\n`;
  for (const source of [unlisted, mixed]) {
    const { nodes, unclassified } = proposePlan(readDocument(source, { name: 'page.txt' }));
    assert.ok(nodes.every(({ code }) => code !== '1.1.1'));
    assert.deepEqual(
      unclassified.map(({ code, text, parentKey }) => [code, text, parentKey]),
      [['1.1.1', 'Naprawić most', nodes.find(({ code }) => code === '1.1')?.key]],
    );
  }
});
