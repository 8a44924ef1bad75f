/** A city's colour as ink: on white paper it keeps a contrast of at least 4.5 to 1 (WCAG 2.2, 1.4.3). */

/** The colour itself when it is dark enough for text on white, else darkened step by step; `#rrggbb`. */
export function inkOf(colour: string): string {
  let [r, g, b] = channels(colour);
  while (contrastOnWhite(r, g, b) < 4.5)
    [r, g, b] = [r, g, b].map((c) => Math.floor(c * 0.95)) as [number, number, number];
  return hex(r, g, b);
}

/** The colour mixed with white; `share` of the colour from 0 to 1. */
export function tint(colour: string, share: number): string {
  return hex(
    ...(channels(colour).map((c) => Math.round(255 - (255 - c) * share)) as [number, number, number]),
  );
}

function channels(colour: string): [number, number, number] {
  const [, r, g, b] = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(colour) ?? [];
  if (r === undefined || g === undefined || b === undefined) return [0x16, 0x20, 0x2e];
  return [Number.parseInt(r, 16), Number.parseInt(g, 16), Number.parseInt(b, 16)];
}

function contrastOnWhite(...rgb: [number, number, number]): number {
  const [r, g, b] = rgb.map((c) =>
    c / 255 <= 0.04045 ? c / 255 / 12.92 : ((c / 255 + 0.055) / 1.055) ** 2.4,
  ) as [number, number, number];
  return 1.05 / (0.2126 * r + 0.7152 * g + 0.0722 * b + 0.05);
}

function hex(...rgb: [number, number, number]): string {
  return `#${rgb.map((c) => c.toString(16).padStart(2, '0')).join('')}`;
}
