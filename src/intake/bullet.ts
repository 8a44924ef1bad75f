/** Bullets: the marks in front of the lines of a list, pictures and numbers in circles included. */
import { isDigit, isLetter, isSpace } from './characters.ts';

const marks = '-–—•▪·●○◦■□►▶»*‣⁃✓✔➢➔→❖♦◆';
const glued = '•▪●■►➢';
const pictograph = /\p{Extended_Pictographic}/u;

/** Where the bullet at `at` ends, spaces behind it included; `at` when there is none. `indented` tells that the line is. */
export function bulletEnd(text: string, at: number, indented: boolean): number {
  const char = text[at];
  if (char === undefined) return at;
  const after = text[at + 1];
  const mark = marks.includes(char) && (isSpace(after) || after === undefined || glued.includes(char));
  const round = char === 'o' && isSpace(after) && (indented || blockyAfter(text, at + 1));
  if (mark || round) return spacesEnd(text, at + 1);
  const picture = pictureEnd(text, at);
  return picture > at && isSpace(text[picture]) ? spacesEnd(text, picture) : at;
}

/** "o" as a Word bullet: what follows begins with a capital or a digit ("o Żłobek"), while Polish "o " begins a phrase in lower case. */
function blockyAfter(text: string, from: number): boolean {
  const char = text[spacesEnd(text, from)];
  return char !== undefined && (isDigit(char) || (isLetter(char) && char === char.toUpperCase()));
}

function spacesEnd(text: string, from: number): number {
  let at = from;
  while (isSpace(text[at])) at++;
  return at;
}

/** Where a picture ends: one sign with its variation, joined to others or not. */
function pictureEnd(text: string, from: number): number {
  let at = from;
  while (at - from < 16) {
    const code = text.codePointAt(at) ?? 0;
    if (code < 0x2190) break;
    const char = String.fromCodePoint(code);
    const modifier = code === 0xfe0f || (code >= 0x1f3fb && code <= 0x1f3ff);
    if (!modifier && !pictograph.test(char)) break;
    at += char.length;
  }
  return at;
}

/** "③ Title" and "3️⃣ Title" as "3. Title"; any other text as it is. */
export function withoutCircle(text: string): string {
  const circled = (text.codePointAt(0) ?? 0) - 0x245f;
  if (circled >= 1 && circled <= 20) return `${circled}. ${text.slice(1).trimStart()}`;
  let at = 0;
  while (isDigit(text[at]) && at < 2) at++;
  let end = at;
  if (text[end] === '\ufe0f') end++;
  return at > 0 && text[end] === '\u20e3' ? `${text.slice(0, at)}. ${text.slice(end + 1).trimStart()}` : text;
}
