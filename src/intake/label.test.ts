/** Labels and their numbers in sketches of documents. */
import { check } from '../../test/intake/sketch.ts';

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

check(
  'a conjunction between two names of levels is no number',
  `
4 OBSZARY I CELE
OBSZAR 1. SPOŁECZEŃSTWO
Cel 1.1. Szkoły
Cel 1.2. Kluby
OBSZAR 2. GOSPODARKA
Cel 2.1. Firmy
`,
  `
1 SPOŁECZEŃSTWO
  1.1 Szkoły
  1.2 Kluby
2 GOSPODARKA
  2.1 Firmy`,
);

check(
  'labels in brackets behind their titles',
  `
Strategia Rozwoju Gminy Wrona 2030

Miasto zdrowe i aktywne (Cel strategiczny 1)
Poprawa dostępności przychodni (cel operacyjny 1.1)
Budowa boisk (cel operacyjny 1.2)
Miasto zielone (Cel strategiczny 2)
Nasadzenia drzew (cel operacyjny 2.1)
Retencja wody (cel operacyjny 2.2)
`,
  `
1 Miasto zdrowe i aktywne
  1.1 Poprawa dostępności przychodni
  1.2 Budowa boisk
2 Miasto zielone
  2.1 Nasadzenia drzew
  2.2 Retencja wody`,
);

check(
  'references to goals behind the titles of projects are no labels',
  `
Projects under way
New footbridge (Goal 1)
Mill Lane resurfacing (Goal 1)
Library extension (Goal 2)
Solar roofs (Goal 3)
`,
  '',
);

check(
  'labels without number behind their titles',
  `
Strategia gminy Topola 2030

Rozwój gospodarki lokalnej Cel strategiczny
1. Wsparcie firm
2. Tereny inwestycyjne
Wysoka jakość życia Cel strategiczny
1. Żłobek
2. Szkoła
`,
  `
- Rozwój gospodarki lokalnej
  1 Wsparcie firm
  2 Tereny inwestycyjne
- Wysoka jakość życia
  1 Żłobek
  2 Szkoła`,
);

check(
  'a label behind the last sentence of a line',
  `
Strategia Rozwoju Gminy Wrona 2030

W kolejnych latach skupimy się na zdrowiu. Cel strategiczny 1:
Miasto zdrowe i aktywne
Nie zapominamy o klimacie. Cel strategiczny 2:
Miasto zielone
Działamy razem. Cel strategiczny 3:
Miasto otwarte
`,
  `
1 Miasto zdrowe i aktywne
2 Miasto zielone
3 Miasto otwarte`,
);

check(
  'labels without number and mark',
  `
Strategia gminy Olcha

Cel strategiczny Zdrowa gmina
Cel operacyjny Budowa przychodni
Cel operacyjny Sport dla wszystkich
Cel strategiczny Zielona gmina
Cel operacyjny Nasadzenia
Cel operacyjny Retencja
`,
  `
- Zdrowa gmina
  - Budowa przychodni
  - Sport dla wszystkich
- Zielona gmina
  - Nasadzenia
  - Retencja`,
);

check(
  'labels without number alone above their titles',
  `
Strategia gminy Olcha

Cel strategiczny
Zdrowa gmina
Cel operacyjny
Budowa przychodni
Cel operacyjny
Sport dla wszystkich
Cel strategiczny
Zielona gmina
Cel operacyjny
Nasadzenia
`,
  `
- Zdrowa gmina
  - Budowa przychodni
  - Sport dla wszystkich
- Zielona gmina
  - Nasadzenia`,
);

check(
  'names of levels that begin sentences, and lone words before capitals, are no labels',
  `
Cel strategiczny Miasta to dobre życie
Cel strategiczny jest jeden i wspólny
Cel strategiczny Gminy to dobre drogi
Project Alpha
Project Beta
Project Gamma
`,
  '',
);
