/** Paragraphs that hold many goals, in sketches of documents. */
import { check } from '../../test/intake/sketch.ts';

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
