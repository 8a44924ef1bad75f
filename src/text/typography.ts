const NB = '\u00a0';

/**
 * Polish hard spaces: after one-letter words (w, z, i, o, u, a), between a number and its unit or thousands,
 * around a dash. Applied when text is shown, never to what is stored; applying it twice changes nothing.
 */
export function typeset(text: string, lang: string): string {
  if (lang !== 'pl') return text;
  return text
    .replace(/(^|[\s(„"\u00a0])([aiouwzAIOUWZ])[ ](?=\S)/gu, `$1$2${NB}`)
    .replace(/(^|[\s(„"\u00a0])([aiouwzAIOUWZ])[ ](?=\S)/gu, `$1$2${NB}`)
    .replace(/(\d)[ ](?=%|zł|tys\.|mln|mld|km|ha|m²|t\b|r\.|\d{3}(?!\d))/gu, `$1${NB}`)
    .replace(/[ ]–[ ]/gu, `${NB}– `);
}
