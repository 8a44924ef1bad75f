/** Tables in sketches of documents. */
import { check } from '../../test/intake/sketch.ts';

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
