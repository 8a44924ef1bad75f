/** Tables of contents, in sketches of documents. */
import { check } from '../../test/intake/sketch.ts';

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
