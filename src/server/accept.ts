/** Content negotiation by q-values (RFC 9110, sections 12.4 and 12.5). */

export const ENCODINGS = ['br', 'gzip', 'identity'] as const;
export type Encoding = (typeof ENCODINGS)[number];

/** Answers to the few values that browsers really send, so that a hit costs one look-up. */
const seen = new Map<string, Encoding>();

/** The best of our encodings for an Accept-Encoding header; brotli before gzip before plain at equal weight. */
export function chooseEncoding(header: string | undefined): Encoding {
  if (header === undefined || header === '') return 'identity';
  const known = seen.get(header);
  if (known) return known;
  const chosen = weigh(header.slice(0, 300));
  if (seen.size < 200) seen.set(header, chosen);
  return chosen;
}

function weigh(header: string): Encoding {
  const weights = new Map<string, number>();
  for (const part of header.split(',')) {
    const [name = '', ...params] = part.trim().toLowerCase().split(';');
    const q = params.map((p) => p.trim()).find((p) => p.startsWith('q='));
    const weight = q === undefined ? 1 : Number(q.slice(2));
    weights.set(name.trim(), weight >= 0 && weight <= 1 ? weight : 0);
  }
  const weight = (e: Encoding): number =>
    weights.get(e) ?? weights.get('*') ?? (e === 'identity' ? 0.001 : 0);
  let best: Encoding = 'identity';
  let bestWeight = 0;
  for (const e of ENCODINGS) if (weight(e) > bestWeight) [best, bestWeight] = [e, weight(e)];
  return best;
}

/** Whether an If-None-Match header (a list, weak tags or `*`) names the tag. */
export function matchesTag(header: string, etag: string): boolean {
  if (header === etag) return true;
  if (header.trim() === '*') return true;
  return header.split(',').some((tag) => tag.trim().replace(/^W\//, '') === etag);
}
