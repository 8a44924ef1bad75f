/**
 * Words as search compares them: folded (no case, no diacritics) and stemmed. The Polish stemmer takes off an ending,
 * then brings together the consonants and the fleeting vowels that Polish inflection changes before an ending; what
 * follows no rule (miasto : mieście, człowiek : ludzie) stands in a short table.
 */

/** Lower case without diacritics; `ł` and `ß` too, which Unicode does not decompose. */
export function fold(word: string): string {
  return word
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .replaceAll('ł', 'l')
    .replaceAll('ß', 'ss')
    .replaceAll('ø', 'o')
    .replaceAll('æ', 'ae')
    .replaceAll('đ', 'd');
}

/** The words and numbers of a text with their places. */
export function* words(text: string): Iterable<{ readonly word: string; readonly at: number }> {
  for (const match of text.matchAll(/[\p{L}\p{N}]+/gu)) yield { word: match[0], at: match.index };
}

/** The stem of a word in a language; languages without a stemmer get the folded word. */
export function stem(word: string, lang: string): string {
  if (lang === 'pl') return stemPolish(word);
  if (lang === 'en') return stemEnglish(word);
  return fold(word);
}

/** Endings of nouns and adjectives, folded, longest first. */
const ENDINGS = [
  'iami', 'iach', 'iego', 'iemu', 'iowie', 'owie', 'iowi',
  'ami', 'ach', 'ego', 'emu', 'owi', 'iom', 'iem', 'iej', 'ich', 'imi', 'ymi', 'ych', 'iow',
  'om', 'em', 'ow', 'ej', 'ym', 'im', 'mi', 'ia', 'ie', 'iu', 'ii', 'io',
  'a', 'e', 'i', 'o', 'u', 'y',
]; // prettier-ignore

/** A stem keeps at least this many letters. */
const SHORTEST = 3;

function stemPolish(word: string): string {
  const folded = fold(word);
  const whole = WORDS.get(folded);
  if (whole !== undefined) return whole;
  if (folded.length <= SHORTEST || /\d/.test(folded)) return folded;
  const ending =
    ENDINGS.find(
      (one) =>
        folded.endsWith(one) && folded.length - one.length >= (one === 'owie' ? SHORTEST + 1 : SHORTEST),
    ) ?? '';
  const soft = ending.startsWith('i') || (ending === '' && word.toLowerCase().endsWith('ć'));
  const bare = folded.slice(0, folded.length - ending.length);
  const made = withoutOw(fleeting(hard(bare, soft, ending)));
  return STEMS.get(made) ?? made;
}

/** The consonant before an ending as it stands before the others: kulturze -> kultur, drodze -> drog, kobiecie -> kobiet. */
function hard(bare: string, soft: boolean, ending: string): string {
  if (bare.endsWith('sc')) return `${bare.slice(0, -2)}st`;
  if (bare.endsWith('dz')) return `${bare.slice(0, -2)}${ending === 'e' ? 'g' : 'd'}`;
  if (bare.endsWith('rz')) return bare.slice(0, -1);
  if (bare.endsWith('c') && !bare.endsWith('ec')) return `${bare.slice(0, -1)}${soft ? 't' : 'k'}`;
  // opieka : opiece, but mieszkaniec and dworzec keep their c until the vowel goes.
  if (bare.endsWith('ec'))
    return soft ? `${bare.slice(0, -1)}t` : ending === 'e' ? `${bare.slice(0, -1)}k` : bare;
  return bare;
}

/** The vowel that comes and goes: rynek : rynku, mieszkaniec : mieszkańcy, dworzec : dworca. */
function fleeting(made: string): string {
  if (made.length <= SHORTEST + 1) return made.endsWith('ec') ? `${made.slice(0, -1)}k` : made;
  const shorter = made
    .replace(/(?:rzec|iec|ec)$/u, (end) => (end === 'rzec' ? 'rk' : 'k'))
    .replace(/ek$/u, 'k');
  return shorter.length >= SHORTEST ? shorter : made;
}

/** Adjectives in -owy beside their noun: rowerowy : rower. */
function withoutOw(made: string): string {
  return made.endsWith('ow') && made.length >= SHORTEST + 3 ? made.slice(0, -2) : made;
}

/** Folded words that no rule reaches, and words too short for one. */
const WORDS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    dzien: 'dzien dni dnia dniu dniem dniach dniami dniom',
    wies: 'wies wsi wsie wsia wsiach wsiami wsiom',
    rok: 'rok roku rokiem roki lata lat latach latami latom rokow',
    pies: 'pies psa psy psow psem psom psami psach psu',
    czlowiek: 'czlowiek czlowieka czlowiekowi czlowiekiem czlowieku ludzie ludzi ludziom ludzmi ludziach',
    dziecko: 'dziecko dziecka dziecku dzieckiem dzieci dzieciom dziecmi dzieciach',
    reka: 'reka reki rece reke rak rekom rekami rekach',
    zwierze:
      'zwierze zwierzecia zwierzeciu zwierzeciem zwierzeta zwierzat zwierzetom zwierzetami zwierzetach',
    ksiadz: 'ksiadz ksiedza ksieza ksiezy',
    uczn: 'uczen',
    kolej: 'kolej kolei koleje kolejom kolejami kolejach koleja',
    tydzien: 'tydzien tygodnia tygodniu tygodniem tygodnie tygodni tygodniach',
    okno: 'okno okna oknu oknem oknie okien oknom oknami oknach',
  }).flatMap(([lemma, forms]) => forms.split(' ').map((form) => [form, lemma] as const)),
);

/** Stems whose vowel changes with the consonant: miasto : mieście, świat : świecie, las : lesie. */
const STEMS: ReadonlyMap<string, string> = new Map([
  ['miest', 'miast'],
  ['swiet', 'swiat'],
  ['powiet', 'powiat'],
  ['kwiet', 'kwiat'],
  ['les', 'las'],
  ['sasied', 'sasiad'],
  ['gwiezd', 'gwiazd'],
  ['pieniag', 'pieniad'],
  ['pienied', 'pieniad'],
  ['bled', 'blad'],
  ['swietl', 'swiatl'],
  ['swiatel', 'swiatl'],
  ['rzed', 'rzad'],
  ['urzed', 'urzad'],
  ['samorzed', 'samorzad'],
  ['obied', 'obiad'],
  ['wyjezd', 'wyjazd'],
  ['zjezd', 'zjazd'],
  ['przyjaciol', 'przyjaciel'],
]);

function stemEnglish(word: string): string {
  let made = fold(word);
  if (made.length <= SHORTEST || /\d/.test(made)) return made;
  if (made.endsWith('ies') && made.length > 4) made = `${made.slice(0, -3)}y`;
  else if (/(?:ss|x|ch|sh)es$/u.test(made)) made = made.slice(0, -2);
  else if (/[^su]s$/u.test(made)) made = made.slice(0, -1);
  const bare = /^(.*[aeiouy].*?)(?:ing|ed)$/u.exec(made)?.[1];
  if (bare !== undefined && bare.length >= SHORTEST)
    made = /([bdgmnprt])\1$/u.test(bare) ? bare.slice(0, -1) : bare;
  return made.endsWith('e') && made.length > SHORTEST + 1 ? made.slice(0, -1) : made.replace(/y$/u, 'i');
}
