/**
 * Writes src/documents/metrics.ts from assets/fonts/ttf: which characters the printed documents can show and how
 * wide those of the preview image are. Run it after changing a font: `node scripts/font-metrics.ts`.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');
const SERIF = [
  'SourceSerif4_300Light',
  'SourceSerif4_400Regular',
  'SourceSerif4_400Regular_Italic',
  'SourceSerif4_600SemiBold',
];
const SANS = [
  'SourceSans3_400Regular',
  'SourceSans3_400Regular_Italic',
  'SourceSans3_600SemiBold',
  'SourceSans3_700Bold',
];
/** What the preview image measures: Latin with its extensions, Greek, Cyrillic, general punctuation. */
const MEASURED: readonly (readonly [number, number])[] = [
  [0x20, 0x24f],
  [0x370, 0x52f],
  [0x1e00, 0x1eff],
  [0x2010, 0x2044],
];

interface Font {
  readonly unitsPerEm: number;
  readonly glyphs: ReadonlyMap<number, number>;
  readonly advance: (glyph: number) => number;
}

/** The parts of a TrueType file that are needed: `head`, `hhea`, `hmtx` and the format 12 table of `cmap`. */
function readFont(name: string): Font {
  const file = readFileSync(join(root, 'assets/fonts/ttf', `${name}.ttf`));
  const tables = new Map<string, number>();
  for (let i = 0; i < file.readUInt16BE(4); i++) {
    const at = 12 + 16 * i;
    tables.set(file.toString('latin1', at, at + 4), file.readUInt32BE(at + 8));
  }
  const table = (tag: string): number => {
    const at = tables.get(tag);
    if (at === undefined) throw new Error(`${name}: no table ${tag}`);
    return at;
  };
  const hmtx = table('hmtx');
  const wide = file.readUInt16BE(table('hhea') + 34);
  return {
    unitsPerEm: file.readUInt16BE(table('head') + 18),
    glyphs: readCharacters(file, table('cmap'), name),
    advance: (glyph) => file.readUInt16BE(hmtx + 4 * Math.min(glyph, wide - 1)),
  };
}

function readCharacters(file: Buffer, cmap: number, name: string): Map<number, number> {
  for (let i = 0; i < file.readUInt16BE(cmap + 2); i++) {
    const at = cmap + file.readUInt32BE(cmap + 8 + 8 * i);
    if (file.readUInt16BE(at) !== 12) continue;
    const glyphs = new Map<number, number>();
    for (let group = 0; group < file.readUInt32BE(at + 12); group++) {
      const from = at + 16 + 12 * group;
      const start = file.readUInt32BE(from);
      for (let c = start; c <= file.readUInt32BE(from + 4); c++)
        glyphs.set(c, file.readUInt32BE(from + 8) + c - start);
    }
    return glyphs;
  }
  throw new Error(`${name}: no cmap of format 12`);
}

function ranges(numbers: readonly number[]): [number, number][] {
  const found: [number, number][] = [];
  for (const n of numbers.toSorted((a, b) => a - b)) {
    const last = found.at(-1);
    if (last && last[1] === n - 1) last[1] = n;
    else found.push([n, n]);
  }
  return found;
}

/** Widths in thousandths of the size, per measured range; 0 where the font has no glyph. */
function widths(font: Font): number[][] {
  return MEASURED.map(([from, to]) =>
    Array.from({ length: to - from + 1 }, (_, i) => {
      const glyph = font.glyphs.get(from + i);
      return glyph === undefined ? 0 : Math.round((font.advance(glyph) * 1000) / font.unitsPerEm);
    }),
  );
}

const inEvery = (names: readonly string[]): Set<number> =>
  names.map((n) => new Set(readFont(n).glyphs.keys())).reduce((a, b) => a.intersection(b));
const packed = (font: string): string[] =>
  widths(readFont(font)).map((w) => w.map((n) => n.toString(36)).join(' '));

/** The facts as the module holds them, by the name of the constant. */
export const facts = {
  COVERED: ranges([...inEvery(SANS).union(inEvery(SERIF))].filter((c) => c >= 0x20))
    .map(([a, b]) => (a === b ? a.toString(16) : `${a.toString(16)}-${b.toString(16)}`))
    .join(' '),
  MEASURED,
  SERIF_SEMIBOLD: packed('SourceSerif4_600SemiBold'),
  SANS_REGULAR: packed('SourceSans3_400Regular'),
};

const source = `/**
 * Facts of the fonts in assets/fonts/ttf, written by scripts/font-metrics.ts; do not edit.
 */

/** The code points that the documents' fonts can show, as first and last of each run, hexadecimal. */
export const COVERED =
${facts.COVERED.match(/.{1,100}(?:\s|$)/g)!
  .map((line) => `  '${line}'`)
  .join(' +\n')};

/** The runs of code points whose widths stand below. */
export const MEASURED: readonly (readonly [number, number])[] = ${JSON.stringify(MEASURED)};

/** Widths in thousandths of the type size, base 36, one string per run; 0 where there is no glyph. */
export const SERIF_SEMIBOLD: readonly string[] = ${JSON.stringify(facts.SERIF_SEMIBOLD)};
export const SANS_REGULAR: readonly string[] = ${JSON.stringify(facts.SANS_REGULAR)};
`;

if (import.meta.main) writeFileSync(join(root, 'src/documents/metrics.ts'), source);
