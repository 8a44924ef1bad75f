/** In which language a document is written: by the small words that every sentence of a language holds. */

const SMALL_WORDS: Readonly<Record<string, string>> = {
  pl: 'i w z na do oraz dla się jest przez od po o nie są które cel cele miasta',
  en: 'the of and to in for a is with by on that our we be are goal city',
  de: 'der die das und in zu den mit für von auf ist im des ein eine wir ziel stadt',
  cs: 'a v na se je pro z do k ve o s jsou cíl města které podpora',
  sk: 'a v na sa je pre z do k vo o s sú cieľ mesta ktoré podpora',
  fr: 'le la les de des et en du pour un une dans est par sur au aux ville',
  es: 'el la los las de y en del para un una con que por es al ciudad',
  ca: 'el la els les de i en del per un una amb que és al ciutat',
  it: 'il la le di e in del per un una con che della dei al città',
  pt: 'o a os as de e em do da para um uma com que por ao cidade',
  ro: 'și de la în pentru cu a al ale din este un o care orașului',
  nl: 'de het een van en in voor met op is te dat zijn stad',
  sv: 'och i att en ett för av med på är till den det som staden',
  hu: 'a az és egy hogy nem is ez van város fejlesztése',
  lt: 'ir į iš su yra kad tai miesto plėtra tikslas',
  uk: 'і в на та для з до що не є у мета міста громади',
};
const WORDS = Object.entries(SMALL_WORDS).map(
  ([language, words]) => [language, new Set(words.split(' '))] as const,
);
/** Letters that only one of these languages writes decide between near relatives. */
const LETTERS: readonly (readonly [string, RegExp])[] = [
  ['pl', /[ąęłńśźż]/gu],
  ['cs', /[ěřů]/gu],
  ['sk', /[ľĺŕô]/gu],
  ['uk', /[іїєґ]/gu],
  ['ro', /[șță]/gu],
  ['hu', /[őű]/gu],
  ['lt', /[ėįųū]/gu],
  ['de', /ß/gu],
  ['es', /ñ/gu],
  ['pt', /[ãõ]/gu],
];

/**
 * The language as a BCP 47 primary tag, or null where the words do not decide (too few, or two languages near each
 * other). Looks at the first 20,000 characters.
 */
export function languageOf(text: string): string | null {
  const sample = text.slice(0, 20_000).toLowerCase();
  const points = new Map<string, number>();
  const add = (language: string, n: number): void =>
    void points.set(language, (points.get(language) ?? 0) + n);
  for (const word of sample.split(/[^\p{L}]+/u))
    for (const [language, words] of WORDS) if (words.has(word)) add(language, 1);
  for (const [language, letters] of LETTERS) add(language, (sample.match(letters)?.length ?? 0) / 2);
  const [first, second] = [...points].sort((a, b) => b[1] - a[1]);
  if (!first || first[1] < 3) return null;
  return second && first[1] < second[1] * 1.2 ? null : first[0];
}
