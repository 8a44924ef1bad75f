/** Sketches of documents, one for each pattern of documents 4.3, with the tree they must yield in short form. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { proposePlan, type Proposal } from './proposal.ts';
import { readDocument } from './read.ts';

function check(name: string, source: string, tree: string, file = 'page.txt'): void {
  test(name, () => assert.equal(draw(proposePlan(readDocument(source, { name: file }))), tree.trim()));
}

/** "1 Title" lines, two spaces a level. */
function draw({ nodes }: Proposal): string {
  const children = (parent: string | null, depth: number): string[] =>
    nodes.flatMap((node) =>
      node.parentKey === parent
        ? [
            `${'  '.repeat(depth)}${node.code === '' ? '-' : node.code} ${node.title === '' ? '?' : node.title}`,
          ].concat(children(node.key, depth + 1))
        : [],
    );
  return children(null, 0).join('\n');
}

check(
  'a label nobody listed is found by its running codes',
  `
Lelkuva 1. Green town
Murtu 1.1. More trees
Murtu 1.2. Clean water
Lelkuva 2. Wise town
Murtu 2.1. Good schools
Lelkuva 3. Open town
Murtu 3.1. Open data
`,
  `
1 Green town
  1.1 More trees
  1.2 Clean water
2 Wise town
  2.1 Good schools
3 Open town
  3.1 Open data`,
);

check(
  'label and number alone, title in the next line; code alone, title in the next line',
  `
CEL STRATEGICZNY I
Miasto pracy
I.1
Strefa
I.2
Kursy
CEL STRATEGICZNY II
Miasto zieleni
II.1
Parki
`,
  `
I Miasto pracy
  I.1 Strefa
  I.2 Kursy
II Miasto zieleni
  II.1 Parki`,
);

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
  'one paragraph: split before capitalised labels, never inside prose',
  'Priorytet 1. Silna wspólnota Cel szczegółowy 1.1. Wolontariat Cel szczegółowy 1.2. Edukacja na miarę potrzeb Wskaźniki realizacji: liczba kursów (2020: 7). Priorytet 2. Gospodarka Cel szczegółowy 2.1. Strefa przy węźle Jak wykazano, realizacja celu szczegółowego 1.2 zależy od współpracy z powiatem i od środków zewnętrznych.',
  `
1 Silna wspólnota
  1.1 Wolontariat
  1.2 Edukacja na miarę potrzeb
2 Gospodarka
  2.1 Strefa przy węźle`,
);

check(
  'adjectives with capitals belong to the label of a run-on text',
  'Strategisches Ziel 1: Lebendige Innenstadt Operatives Ziel 1.1: Leerstand senken Strategisches Ziel 2: Klimaschutz Operatives Ziel 2.1: Solardächer',
  `
1 Lebendige Innenstadt
  1.1 Leerstand senken
2 Klimaschutz
  2.1 Solardächer`,
);

check(
  'contents without leaders are the source when there is no body',
  `
Spis treści
Wstęp 3
Cel strategiczny 1. Miasto zielone 12
Cel operacyjny 1.1. Parki 13
Cel operacyjny 1.2. Woda 15
Cel strategiczny 2. Miasto mądre 18
Monitoring 30
`,
  `
1 Miasto zielone
  1.1 Parki
  1.2 Woda
2 Miasto mądre`,
);

check(
  'contents that repeat the body are not taken twice, chapters not at all',
  `
Spis treści
1. Wprowadzenie ..... 3
2. Cele strategiczne ..... 5
2.1. Cel strategiczny 1 ..... 5
3. Monitoring ..... 9

1. Wprowadzenie
Tekst.
2. Cele strategiczne
2.1. Cel strategiczny 1: Aktywni mieszkańcy
1.1. Edukacja
1.2. Seniorzy
2.2. Cel strategiczny 2: Środowisko
2.1. Kanalizacja
Wskaźniki:
1. Liczba przyłączy
2. Moc instalacji
3. Monitoring
3.1. Podmioty
`,
  `
1 Aktywni mieszkańcy
  1.1 Edukacja
  1.2 Seniorzy
2 Środowisko
  2.1 Kanalizacja`,
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
  'titles over several lines; hyphens at the line end; page furniture between',
  `
CEL STRATEGICZNY 1. POPRAWA JAKOŚCI
ŻYCIA MIESZKAŃCÓW
Cel operacyjny 1.1. Rozwój kultury, sportu i
Rekreacji
Opis celu.
Cel operacyjny 1.2. Wsparcie prze­
twórstwa rolno-
spożywczego w
Strona 3 z 9
gminie
`,
  `
1 POPRAWA JAKOŚCI ŻYCIA MIESZKAŃCÓW
  1.1 Rozwój kultury, sportu i Rekreacji
  1.2 Wsparcie przetwórstwa rolno-spożywczego w gminie`,
);

check(
  'captions name the level and end at indicators; examples are not taken',
  `
Goal 1: Streets
Objectives:
• Repave two miles
• Fix bridges
Success measures:
• Fewer potholes
Goal 2: Parks
Objectives:
• Plant trees
Examples of actions:
• A tree week
Goal 3: Homes
Objectives:
• Build homes
`,
  `
1 Streets
  - Repave two miles
  - Fix bridges
2 Parks
  - Plant trees
3 Homes
  - Build homes`,
);

check(
  'bullets that nothing names stay unclassified',
  `
Goal 1: Streets
• We care about streets
Goal 2: Parks
• We care about parks
Goal 3: Homes
`,
  `
1 Streets
2 Parks
3 Homes`,
);

check(
  'a list that most goals have is a level',
  `
Kierunek 1.1 Zieleń
a) park
b) szkółka
Kierunek 1.2 Energia
a) kopalnia
b) spółdzielnia
Najważniejsze liczby:
a) emisja
b) ludność
`,
  `
1.1 Zieleń
  a park
  b szkółka
1.2 Energia
  a kopalnia
  b spółdzielnia`,
);

check(
  'ordinal words and unnumbered labels',
  `
First strategic goal: A town that works
Objective 1: Jobs
Objective 2: Skills
Second strategic goal: A town that cares
Objective 1: Homes
`,
  `
- A town that works
  1 Jobs
  2 Skills
- A town that cares
  1 Homes`,
);

check(
  'codes before the label',
  `
1. stratégiai cél
Erős helyi gazdaság
1.1. részcél: Vállalkozások
1.2. részcél: Képzések
2. stratégiai cél
Befogadó közösség
2.1. részcél: Idősek
`,
  `
1 Erős helyi gazdaság
  1.1 Vállalkozások
  1.2 Képzések
2 Befogadó közösség
  2.1 Idősek`,
);

check(
  'a table with tabs and blank parent cells',
  `Cel strategiczny\tCel operacyjny\tDziałania\tTermin
1. Wspólnota\t1.1. Mieszkańcy\tBudżet obywatelski\t2025
\t\tDom sąsiedzki\t2026
\t1.2. Usługi\tTeleopieka\t2025
2. Gospodarka\t2.1. Tereny\tStrefa\t2027
`,
  `
1 Wspólnota
  1.1 Mieszkańcy
    - Budżet obywatelski
    - Dom sąsiedzki
  1.2 Usługi
    - Teleopieka
2 Gospodarka
  2.1 Tereny
    - Strefa`,
);

check(
  'a table in columns of spaces',
  `
Cel strategiczny        Cel operacyjny
1. Aktywna gmina        1.1. Sport dla każdego
                        1.2. Kultura w każdej
                        wsi
2. Zielona gmina        2.1. Parki
`,
  `
1 Aktywna gmina
  1.1 Sport dla każdego
  1.2 Kultura w każdej wsi
2 Zielona gmina
  2.1 Parki`,
);

check(
  'a table of indicators yields nothing',
  `
| Measure | Unit | 2022 | 2030 |
|---|---|---|---|
| Canopy | % | 11 | 22 |
| Emissions | t | 8 | 0 |
| Jobs | n | 8 | 10 |
`,
  '',
);

check(
  'a news item yields nothing',
  `
Council adopts new strategy

The council adopted the strategy on Monday. Goal 1 and Goal 2 were discussed for three hours.
"Priority 1 is housing. Priority 2 is transport," said the mayor. The main goals are:
- cleaner air,
- cheaper homes.
Read more:
1. Budget 2024
2. Buses
`,
  '',
);

check(
  'Markdown: headings, emphasis, nested lists',
  `# Plan

- **Eje 1. Ciudad viva**
  - Objetivo 1.1. Barrios
  - Objetivo 1.2. *Calles*
- **Eje 2. Ciudad justa**
  - Objetivo 2.1. Vivienda
`,
  `
1 Ciudad viva
  1.1 Barrios
  1.2 Calles
2 Ciudad justa
  2.1 Vivienda`,
  'plan.md',
);

check(
  'Markdown: headings under a heading that names goals',
  `# Our city plan

## Vision
A great city.

## Strategic goals

### A greener city
Text.

### A fairer city

## Monitoring
### Reports
### Dates
`,
  '',
  'plan.md',
);

check(
  'HTML: menus left out, table with merged parents',
  `<!doctype html><html><body>
<nav><ul><li><a href="/">Goal 1 menu</a></li></ul></nav>
<main><h1>Goals</h1>
<table><tr><th>Cel strategiczny</th><th>Cel operacyjny</th></tr>
<tr><td rowspan="2">1. Zielone miasto</td><td>1.1. Parki</td></tr>
<tr><td>1.2. Woda</td></tr>
<tr><td>2. Mądre miasto</td><td>2.1. Szkoły</td></tr></table></main>
<footer>Goal 9</footer></body></html>`,
  `
1 Zielone miasto
  1.1 Parki
  1.2 Woda
2 Mądre miasto
  2.1 Szkoły`,
  'page.html',
);

check(
  'HTML: headings and lists',
  `<html><body><h2>Strategic goal 1: Green town</h2><h3>Objectives</h3><ul><li>More trees</li><li>Clean <b>water</b></li></ul>
<h2>Strategic goal 2: Wise town</h2><h3>Objectives</h3><ul><li>Good schools</li></ul><p>Share this</p></body></html>`,
  `
1 Green town
  - More trees
  - Clean water
2 Wise town
  - Good schools`,
  'page.html',
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
  'a label of something else, and an annex, are not put under the last goal',
  `
Objective 1: Homes
Objective 2: Trees
Objective 3: Jobs
Milestone 1: Adoption
Milestone 2: Review
Milestone 3: Report
`,
  `
1 Homes
2 Trees
3 Jobs`,
);

check(
  'a table with a column of codes',
  `Nr\tNazwa\tJednostka\tTermin
Cel strategiczny 1: Zielona gmina
1.1\tParki\tWOŚ\t2025
1.2\tWoda\tZGK\t2026
Cel strategiczny 2: Mądra gmina
2.1\tSzkoły\tWE\t2025
`,
  `
1 Zielona gmina
  1.1 Parki
  1.2 Woda
2 Mądra gmina
  2.1 Szkoły`,
);

check(
  'label and code that come again without anything below them are remarks',
  `
I. Priorytety
Priorytet 1. Ludzie
Działanie 1.1. Żłobek
Priorytet 2. Praca
Działanie 2.1. Strefa
II. Ramy finansowe
Priorytet 1: 21,5 mln zł
Priorytet 2: 34,0 mln zł
`,
  `
1 Ludzie
  1.1 Żłobek
2 Praca
  2.1 Strefa`,
);

check(
  'fields of cards: the title follows the name of the field',
  `
Cel operacyjny 1.1. Śródmieście
Nr zadania
1.1.1
Nazwa zadania
Przebudowa placu
Nr zadania
1.1.2
Nazwa zadania
Remont oficyn
Cel operacyjny 1.2. Osiedla
Nr zadania
1.2.1
Nazwa zadania
Windy
`,
  `
1.1 Śródmieście
  1.1.1 Przebudowa placu
  1.1.2 Remont oficyn
1.2 Osiedla
  1.2.1 Windy`,
);

check(
  'the label again in another language',
  `
Ziel 1 / Obiettivo 1: Dörfer / Paesi
Ziel 2 / Obiettivo 2: Tourismus / Turismo
Ziel 3 / Obiettivo 3: Schule / Scuola
`,
  `
1 Dörfer / Paesi
2 Tourismus / Turismo
3 Schule / Scuola`,
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
  'a table follows its codes, whatever its columns are called',
  `
| Ambition | Outcome | Key action |
| --- | --- | --- |
| A Healthy Borough | H1 Children start well | H1.1 Breakfast clubs |
| | | H1.2 Baby clinics |
| A Greener Borough | G1 Less waste | G1.1 Food waste collection |
`,
  `
- A Healthy Borough
  H1 Children start well
    H1.1 Breakfast clubs
    H1.2 Baby clinics
- A Greener Borough
  G1 Less waste
    G1.1 Food waste collection`,
  'page.md',
);

check(
  'a wide gap between label and title is no column',
  `
Cel strategiczny 1     Miasto zielone
Cel strategiczny 2     Miasto pracy
Cel strategiczny 3     Miasto ludzi
`,
  `
1 Miasto zielone
2 Miasto pracy
3 Miasto ludzi`,
);

check(
  'the title stands above the label when sentences stand below it',
  `
PRZYJAZNA GMINA
Cel strategiczny 1
Cel obejmuje działania na rzecz wszystkich mieszkańców gminy.
1.1 Mieszkania
PRZEDSIĘBIORCZA GMINA
Cel strategiczny 2
Cel wzmocni gospodarkę i rynek pracy w całej gminie.
2.1 Firmy
`,
  `
1 PRZYJAZNA GMINA
  1.1 Mieszkania
2 PRZEDSIĘBIORCZA GMINA
  2.1 Firmy`,
);

check(
  'letters glued to a number are its code',
  `
GOAL LU-1 Compact growth
LU-1.1 Infill first
LU-1.2 Corridors
GOAL LU-2 Daily needs
LU-2.1 Corner stores
`,
  `
LU-1 Compact growth
  LU-1.1 Infill first
  LU-1.2 Corridors
LU-2 Daily needs
  LU-2.1 Corner stores`,
);

check(
  'an accent tells a level from a bus line',
  `
LÍNIA 1: COHESIÓ
Objectiu 1.1 - Escola bressol
LÍNIA 2: TERRITORI
Objectiu 2.1 - Aigua
`,
  `
1 COHESIÓ
  1.1 Escola bressol
2 TERRITORI
  2.1 Aigua`,
);

check(
  'a listed goal that comes again heads what belongs to it',
  `
Our goals:
- Safe people
- Growing business
- Lasting nature

Safe people
Objectives:
- More adults in school
- Homes for the old

Growing business
Objectives:
- New jobs
- Better broadband

Lasting nature
Objectives:
- Lower emissions
- Healthy lakes
`,
  `
- Safe people
  - More adults in school
  - Homes for the old
- Growing business
  - New jobs
  - Better broadband
- Lasting nature
  - Lower emissions
  - Healthy lakes`,
);

check(
  'an agenda below a sentence that counts priorities is no plan',
  `
Minutes of the council

The council discussed four priorities of the budget.

1. Opening
2. Quorum
3. Agenda
4. Any other business
`,
  '',
);

check(
  'goals again with other words and nothing below them, at the end of the page',
  `
Goal 1: Safe and connected
Objective 1.1: Repair bridges
Goal 2: Healthy and active
Objective 2.1: New pool
Budget by goal
Goal 1: $3.2 million
Goal 2: $1.1 million
`,
  `
1 Safe and connected
  1.1 Repair bridges
2 Healthy and active
  2.1 New pool`,
);

test('what is refused is shown, with a level and a parent to accept it under', () => {
  const proposal = proposePlan(
    readDocument('Goal 1: Streets\n• Repair them\nGoal 2: Parks\nGoal 3: Homes\n'),
  );
  const [one] = proposal.unclassified;
  assert.deepEqual(
    { text: one?.text, levelIndex: one?.levelIndex, parent: one?.parentKey, lines: one?.lines },
    { text: 'Repair them', levelIndex: 1, parent: 'n1', lines: [2, 2] },
  );
});

test('announcements: a stated count that is met, and one that is not', () => {
  const text = 'The plan has four goals and twelve tasks.\n\nGoal 1: Streets\nGoal 2: Parks\nGoal 3: Homes\n';
  assert.deepEqual(proposePlan(readDocument(text)).announcements, [
    { code: 'count-not-met', line: 1, values: { noun: 'goals', stated: 4, found: 3, level: 0 } },
    { code: 'members-absent', line: 1, values: { noun: 'tasks', stated: 12, found: 0 } },
  ]);
  const met = proposePlan(readDocument(text.replace('four', 'three').replace(' and twelve tasks', '')));
  assert.deepEqual(met.announcements, [
    { code: 'count-met', line: 1, values: { noun: 'goals', stated: 3, found: 3, level: 0 } },
  ]);
});

test('vision and mission are quoted when the source quotes them', () => {
  const proposal = proposePlan(
    readDocument(
      'Wizja: Miasto dobre do życia dla każdego.\nMisja\nSłużymy mieszkańcom i dbamy o miasto.\n\nCel 1. A\nCel 2. B\nCel 3. C\n',
    ),
  );
  assert.equal(proposal.vision, 'Miasto dobre do życia dla każdego.');
  assert.equal(proposal.mission, 'Służymy mieszkańcom i dbamy o miasto.');
  assert.deepEqual(proposal.announcements, []);
});
