/** Tables in sketches of documents. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { check } from '../../test/intake/sketch.ts';
import { proposePlan } from './proposal.ts';
import { readDocument } from './read.ts';
import { take } from './take.ts';

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
  'columns of text beside one another are read downwards',
  `
Kestle Bay Strategic Framework 2030

PEOPLE                        PLACE                         ECONOMY
Goal 1                        Goal 2                        Goal 3
Healthy communities           Liveable neighbourhoods       Thriving businesses
1.1 Build a pool              2.1 Plant 5,000 trees         3.1 Start-up hub
1.2 Expand clinics            2.2 Calm the traffic          3.2 Night market
`,
  `
1 Healthy communities
  1.1 Build a pool
  1.2 Expand clinics
2 Liveable neighbourhoods
  2.1 Plant 5,000 trees
  2.2 Calm the traffic
3 Thriving businesses
  3.1 Start-up hub
  3.2 Night market`,
);

check(
  'two columns, broken at a small word, with a gap between two pairs of goals',
  `
STRATEGIA MIASTA SOWA 2030

CEL 1. MIASTO ZDROWE                 CEL 2. MIASTO MĄDRE
1.1. Nowa przychodnia                2.1. Szkoła cyfrowa
1.2. Trasy biegowe nad               2.2. Biblioteka otwarta
     Sówką                           2.3. Klub młodych

CEL 3. MIASTO ZIELONE                CEL 4. MIASTO OTWARTE
3.1. Park kieszonkowy                4.1. E-urząd
3.2. Łąki kwietne                    4.2. Budżet obywatelski
`,
  `
1 MIASTO ZDROWE
  1.1 Nowa przychodnia
  1.2 Trasy biegowe nad Sówką
2 MIASTO MĄDRE
  2.1 Szkoła cyfrowa
  2.2 Biblioteka otwarta
  2.3 Klub młodych
3 MIASTO ZIELONE
  3.1 Park kieszonkowy
  3.2 Łąki kwietne
4 MIASTO OTWARTE
  4.1 E-urząd
  4.2 Budżet obywatelski`,
);

test('a cell whose code became the code of its neighbour is used', () => {
  const row = (code: string, goal: string): string => `<tr><td>${code}</td><td>${goal}</td></tr>`;
  for (const rows of [
    [row('C.1', 'Parki'), row('C.2', 'Drogi')],
    [row('C.1', 'Parki'), row('C.2', 'Drogi'), row('C.3', 'Szkoły')],
  ]) {
    const table = `<table><tr><th>Kod</th><th>Cel strategiczny</th></tr>${rows.join('')}</table>`;
    const found = proposePlan(readDocument(`<h1>Strategia Olchy</h1>${table}`, { name: 'page.html' }));
    const { nodes, untaken } = take(found, ['all']);
    assert.deepEqual(
      nodes.map(({ code }) => code),
      ['C.1', 'C.2', 'C.3'].slice(0, rows.length),
    );
    assert.deepEqual(
      untaken.map(({ text }) => text),
      ['Kod', 'Cel strategiczny'],
    );
  }
});
