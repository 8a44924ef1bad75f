/** A letter by e-mail and the one way to send it. Who sends for certain (a job) stands behind `Outbox`. */

import type { Locale } from '../text/locale.ts';

export interface Letter {
  /** One address. */
  readonly to: string;
  readonly locale: Locale;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

/** Takes letters. Called after the transaction of the act, never inside it. */
export interface Outbox {
  readonly send: (letter: Letter) => Promise<void>;
}

/** What a letter says: paragraphs, the one link that it is about, and what to do when it was not asked for. */
export interface LetterWords {
  readonly subject: string;
  readonly lines: readonly string[];
  readonly link?: { readonly name: string; readonly url: string };
  readonly after?: readonly string[];
}

/** The same words as plain text and as HTML, without pictures and without anything fetched from elsewhere. */
export function writeLetter(to: string, locale: Locale, words: LetterWords): Letter {
  const { subject, lines, link, after = [] } = words;
  const text = [...lines, ...(link ? [link.url] : []), ...after].join('\n\n');
  const button = link
    ? `<p><a href="${escaped(link.url)}" style="display:inline-block;padding:10px 18px;border-radius:4px;background:#2b4a6f;color:#ffffff;font-weight:600;text-decoration:none">${escaped(link.name)}</a></p><p style="color:#515b68">${escaped(link.url)}</p>`
    : '';
  const html = `<!doctype html><html lang="${locale}"><head><meta charset="utf-8"><title>${escaped(subject)}</title></head><body style="font:16px/1.5 'Segoe UI',system-ui,sans-serif;color:#16202e;max-width:36rem">${paragraphs(lines)}${button}${paragraphs(after)}</body></html>`;
  return { to, locale, subject: oneLine(subject), text: `${text}\n`, html };
}

function paragraphs(lines: readonly string[]): string {
  return lines.map((line) => `<p>${escaped(line)}</p>`).join('');
}

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

/** A line end in a subject would begin another header. */
function oneLine(text: string): string {
  return text.replaceAll(/\s+/gu, ' ').trim();
}
