/** What every drawing shares: numbers of stable length, escaped text, the colours used where no stylesheet reaches. */

export interface Drawing {
  readonly lang: string;
  /** Prefix of every id in the drawing, unique on its page. */
  readonly id: string;
  /** Width in pixels; null where the drawing stretches with its place on a page. */
  readonly width: number | null;
}

/** Colours on paper and in pictures. On the web the classes of the same names take the theme's. */
export const INK = {
  ink: '#16202e',
  soft: '#55606e',
  line: '#d9d6cd',
  hair: '#ebe8e0',
  city: '#8c2f1b',
  good: '#1b6e53',
  warn: '#9a5b00',
  bad: '#a4262c',
  none: '#6b7280',
  band: '#c9d6e8',
  bar: '#2b5c9e',
  paper: '#ffffff',
} as const;

/** A coordinate with at most two decimals. */
export function n(value: number): string {
  return String(Math.round(value * 100) / 100);
}

export function escapeXml(text: string): string {
  return text.replace(/[&<>"]/g, (c) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[c] ?? c);
}
