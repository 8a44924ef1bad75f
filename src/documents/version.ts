/** What a document's bytes depend on beside its edition: the template and the words, as one hash for the cache's key. */
import { createHash } from 'node:crypto';
import { documentMessages } from '../text/document.ts';
import type { Locale } from '../text/locale.ts';
import { TEMPLATE } from './template.ts';

const hashes = new Map<Locale, string>();

/** SHA-256 of the template and the catalogue of a language, functions by their source. */
export function templateHash(locale: Locale): string {
  let hash = hashes.get(locale);
  if (hash === undefined) {
    const words = JSON.stringify(documentMessages(locale), (_, value: unknown) =>
      typeof value === 'function' ? String(value) : value,
    );
    hash = createHash('sha256').update(TEMPLATE).update(words).digest('hex');
    hashes.set(locale, hash);
  }
  return hash;
}
