// Makes the web's fonts (assets/fonts/*.woff2) from the full ones (assets/fonts/ttf). Run by hand when a font or
// the alphabet changes; the results are committed. Languages written in Latin letters are covered, Cyrillic is
// left to the system's fonts. OFL: the families carry this product's name in CSS, because "Source" is reserved.
import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import subsetFont from 'subset-font';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const range = (from, to) =>
  Array.from({ length: to - from + 1 }, (_, i) => String.fromCodePoint(from + i)).join('');
const LATIN = range(0x20, 0x7e) + range(0xa0, 0xff);
/** Latin Extended-A without the letters that no living orthography of Europe uses, and Romanian's comma letters. */
const EXTENDED = range(0x100, 0x17e).replaceAll(/[ĉĈĝĞĤĥĴĵŜŝĿŀŉĦħĲĳſŦŧ]/gu, '') + 'ĞğȘșȚțẞ';
const SIGNS = '–—‑‚‘’“”„‹›…•†‰′″№€−×≤≥≈←↑→↓↗↘\u2009\u202f';
const FEATURES = ['kern', 'liga', 'ccmp', 'locl', 'mark', 'tnum', 'lnum'];

const FONTS = [
  ['SourceSerif4_300Light', 'serif-300', LATIN + EXTENDED + SIGNS],
  ['SourceSerif4_600SemiBold', 'serif-600', LATIN + EXTENDED + SIGNS],
  ['SourceSans3_400Regular', 'sans-400', LATIN + EXTENDED + SIGNS],
  ['SourceSans3_600SemiBold', 'sans-600', LATIN + EXTENDED + SIGNS],
];

for (const [from, to, text] of FONTS) {
  const bytes = await subsetFont(readFileSync(join(root, `assets/fonts/ttf/${from}.ttf`)), text, {
    targetFormat: 'woff2',
    keepFeatures: FEATURES,
    noHinting: true,
  });
  const file = join(root, `assets/fonts/${to}.woff2`);
  writeFileSync(file, bytes);
  console.log(`${to}.woff2 ${(statSync(file).size / 1000).toFixed(1)} kB`);
}
