/** Characters: decoding bytes, normal form, and the small tests that the scanners share. Everything here is linear. */

/** Text of a file: UTF-8, else windows-1250 or ISO 8859-2, whichever gives fewer control characters. UTF-16 by its mark. */
export function decode(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    // Polish ą ś ź stand at 0xB9 0x9C 0x9F in windows-1250 and at 0xB1 0xB6 0xBC in ISO 8859-2; the C1 range tells them apart.
    let c1 = 0;
    let iso = 0;
    for (const byte of bytes) {
      if (byte >= 0x80 && byte < 0xa0) c1++;
      else if (byte === 0xb1 || byte === 0xb6 || byte === 0xbc || byte === 0xa6 || byte === 0xac) iso++;
    }
    return new TextDecoder(c1 === 0 && iso > 0 ? 'iso-8859-2' : 'windows-1250').decode(bytes);
  }
}

/** NFC, one kind of line end, one kind of space; soft hyphens and zero-width marks removed; private-use bullets as "•". */
export function normalise(text: string): string {
  const nfc = text.normalize('NFC');
  let out = '';
  let start = 0;
  for (let at = 0; at < nfc.length; at++) {
    const code = nfc.charCodeAt(at);
    if (code >= 0x20 && code < 0x7f) continue;
    const put = replacement(code, nfc, at);
    if (put === undefined) continue;
    out += nfc.slice(start, at) + put;
    start = at + 1;
  }
  return out + nfc.slice(start);
}

function replacement(code: number, text: string, at: number): string | undefined {
  if (code === 0x0a || code === 0x09) return undefined;
  if (code === 0x0d) return text.charCodeAt(at + 1) === 0x0a ? '' : '\n';
  if (code === 0x0b || code === 0x2028 || code === 0x2029 || code === 0x85) return '\n';
  if (code === 0x0c) return '\n\n';
  // A soft hyphen at the end of a line is a hyphen that was seen; elsewhere it was not.
  if (code === 0xad) return text[at + 1] === '\n' || text[at + 1] === '\r' ? '-' : '';
  if (code < 0x20 || code === 0x7f || code === 0xfeff) return '';
  if (code >= 0x200b && code <= 0x200f) return '';
  if (code === 0xa0 || code === 0x202f || code === 0x3000 || (code >= 0x2000 && code <= 0x200a)) return ' ';
  if (code >= 0xe000 && code <= 0xf8ff) return '•';
  return undefined;
}

/** White space collapsed to single spaces, none at the ends. */
export function collapse(text: string): string {
  let out = '';
  let start = -1;
  for (let at = 0; at <= text.length; at++) {
    const space = at === text.length || isSpace(text[at]);
    if (!space && start < 0) start = at;
    if (space && start >= 0) {
      out += (out === '' ? '' : ' ') + text.slice(start, at);
      start = -1;
    }
  }
  return out;
}

export function isSpace(char: string | undefined): boolean {
  return char === ' ' || char === '\t' || char === '\n' || char === '\r';
}

export function isDigit(char: string | undefined): boolean {
  return char !== undefined && char >= '0' && char <= '9';
}

const letter = /^\p{L}$/u;

export function isLetter(char: string | undefined): boolean {
  if (char === undefined || char === '') return false;
  if (char < '\u0080') return (char >= 'a' && char <= 'z') || (char >= 'A' && char <= 'Z');
  return letter.test(char);
}

export function isUpper(char: string | undefined): boolean {
  return isLetter(char) && char !== char!.toLowerCase();
}

export function isLower(char: string | undefined): boolean {
  return isLetter(char) && char !== char!.toUpperCase();
}

/** True when the letters of a text are capitals, at least three of them. */
export function isCapitals(text: string): boolean {
  let capitals = 0;
  for (const char of text) {
    if (isLower(char)) return false;
    if (isUpper(char)) capitals++;
  }
  return capitals >= 3;
}

const singles: Readonly<Record<string, string>> = {
  ł: 'l',
  đ: 'd',
  ß: 'ss',
  ø: 'o',
  æ: 'ae',
  œ: 'oe',
  ı: 'i',
  '’': "'",
  ʼ: "'",
};

/** Lower case without diacritics, for comparing words. */
export function fold(text: string): string {
  let ascii = true;
  for (let at = 0; at < text.length && ascii; at++) ascii = text.charCodeAt(at) < 0x80;
  if (ascii) return text.toLowerCase();
  let out = '';
  for (const char of text.toLowerCase().normalize('NFD')) {
    const code = char.charCodeAt(0);
    if (code >= 0x300 && code <= 0x36f) continue;
    out += code < 0x80 ? char : (singles[char] ?? char);
  }
  return out;
}

const closers = '.:;,–—-)]|/·•';

/** Position after separators and spaces that may stand between a code and its title. */
export function skipSeparators(text: string, at: number): number {
  while (at < text.length && (isSpace(text[at]) || closers.includes(text[at]!))) at++;
  return at;
}

/** The words of a text: runs of letters and digits, with apostrophes and hyphens inside. */
export function words(text: string, most = 400): string[] {
  const found: string[] = [];
  let start = -1;
  for (let at = 0; at <= text.length && found.length < most; at++) {
    const char = text[at];
    const inside =
      isLetter(char) ||
      isDigit(char) ||
      (start >= 0 && (char === "'" || char === '’' || char === '-') && isLetter(text[at + 1]));
    if (inside && start < 0) start = at;
    if (!inside && start >= 0) {
      found.push(text.slice(start, at));
      start = -1;
    }
  }
  return found;
}
