/**
 * A city's colour as one stylesheet, light and dark: the colour itself where it is legible, else the nearest
 * lightness that is (WCAG 2.2, 1.4.3: 4.5 to 1 against the paper behind it). A pure function of `#rrggbb`.
 */
import { createHash } from 'node:crypto';
import { address } from './addresses.ts';

const PAPER = { light: '#fbfaf7', dark: '#14181e' } as const;
/** Aim a little above the rule, so that the tinted grounds pass too. */
const CONTRAST = 5.6;

export function themeCss(colour: string): string {
  const light = themeColours(colour, 'light');
  const dark = themeColours(colour, 'dark');
  const block = (c: ReturnType<typeof themeColours>): string =>
    `--city:${c.city};--city-strong:${c.strong};--city-tint:${c.tint};--on-city:${c.on}`;
  return `@layer portal{:root{${block(light)}}@media (prefers-color-scheme:dark){:root{${block(dark)}}}@media print{:root{${block(light)}}}}\n`;
}

/** Path of the theme's stylesheet: named by the colour and by what the function makes of it. */
export function themePath(colour: string): string {
  const css = themeCss(colour);
  const hash = createHash('sha256').update(css).digest('hex').slice(0, 8);
  return address({ kind: 'asset', name: `theme-${colour.slice(1).toLowerCase()}-${hash}.css` });
}

/** Path of a city's arms, by the hash of their SVG. */
export function armsPath(hash: string): string {
  return address({ kind: 'asset', name: `arms-${hash.slice(0, 16)}.svg` });
}

/** `city` for text, lines and shapes; `strong` when pointed at; `tint` as a ground under ink; `on` upon the colour. */
export function themeColours(
  colour: string,
  scheme: 'light' | 'dark',
): { readonly city: string; readonly strong: string; readonly tint: string; readonly on: string } {
  const paper = PAPER[scheme];
  const towards = scheme === 'light' ? '#000000' : '#ffffff';
  let city = /^#[0-9a-f]{6}$/i.test(colour) ? colour.toLowerCase() : '#2b4a6f';
  const seed = city;
  for (let step = 1; contrast(city, paper) < CONTRAST && step <= 40; step += 1)
    city = mix(seed, towards, step / 40);
  return {
    city,
    strong: mix(city, towards, 0.25),
    tint: mix(paper, city, scheme === 'light' ? 0.07 : 0.13),
    on: contrast(city, '#ffffff') >= 4.5 ? '#ffffff' : '#10151c',
  };
}

/** WCAG contrast ratio of two colours, 1 to 21. */
export function contrast(a: string, b: string): number {
  const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

function luminance(colour: string): number {
  const [r, g, b] = channels(colour).map((c) => {
    const s = c / 255;
    return s <= 0.04045 ? s / 12.92 : ((s + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function mix(a: string, b: string, share: number): string {
  const to = channels(b);
  const mixed = channels(a).map((c, i) => Math.round(c + ((to[i] ?? 0) - c) * share));
  return `#${mixed.map((c) => c.toString(16).padStart(2, '0')).join('')}`;
}

function channels(colour: string): readonly number[] {
  return [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
}
