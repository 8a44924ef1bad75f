/** Titles over several lines, in sketches of documents. */
import { check } from '../../test/intake/sketch.ts';

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
  'a long title that goes on with a capital; a line below that is a sentence or a name is no part of it',
  `
Cel 1. Miasto zdrowych i bezpiecznych mieszkańców
1.1. Rozbudowa oddziału ratunkowego w Szpitalu
Powiatowym Południe
1.2. Karetki
Zakup trzech.
1.3. Przychodnia przy ulicy Polnej
1.4. Basen
1.5. Boisko
Cel 2. Miasto ludzi wykształconych i ciekawych
2.1. Żłobki
Wydział Edukacji
2.2. Program stypendialny „Młoda
Kaczka”
2.3. Pracownia
2.4. Sala
2.5. Kino
2.6. Teatr
2.7. Dom kultury
`,
  `
1 Miasto zdrowych i bezpiecznych mieszkańców
  1.1 Rozbudowa oddziału ratunkowego w Szpitalu Powiatowym Południe
  1.2 Karetki
  1.3 Przychodnia przy ulicy Polnej
  1.4 Basen
  1.5 Boisko
2 Miasto ludzi wykształconych i ciekawych
  2.1 Żłobki
  2.2 Program stypendialny „Młoda Kaczka”
  2.3 Pracownia
  2.4 Sala
  2.5 Kino
  2.6 Teatr
  2.7 Dom kultury`,
);

check(
  'lines under most titles are the custom of the document, not wraps',
  `
Goal 1. Repair all of the bridges across the River Amber
Bridges Unit
Goal 2. Plant trees along every road that leads to Mill Lane
Parks Unit
Goal 3. Open a library with a reading room in Castle Hill
Culture Unit
`,
  `
1 Repair all of the bridges across the River Amber
2 Plant trees along every road that leads to Mill Lane
3 Open a library with a reading room in Castle Hill`,
);

check(
  'a hyphen at the end of a line: printed twice in a compound, dropped in a word that is written together',
  `
Cel 1. Sieć wodno-
-kanalizacyjna
Cel 2. Osoby z niepełno-
sprawnością
Cel 3. Rozwój społeczno-
gospodarczy
`,
  `
1 Sieć wodno-kanalizacyjna
2 Osoby z niepełnosprawnością
3 Rozwój społeczno-gospodarczy`,
);

check(
  'cards: the field that holds the title, and a field that is called like a level',
  `
Program Rozwoju Gminy – lista projektów

Projekt nr 1
Tytuł: Plac zabaw
Cel: Poprawa bezpieczeństwa dzieci
Koszt: 120 000 zł
Projekt nr 2
Tytuł: Siłownia
Cel: Aktywność seniorów
Koszt: 80 000 zł
Projekt nr 3
Tytuł: Łąka
Cel: Więcej zieleni
Koszt: 20 000 zł
`,
  `
1 Plac zabaw
2 Siłownia
3 Łąka`,
);
