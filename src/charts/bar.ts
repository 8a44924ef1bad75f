/** The bar of a delivery figure: what is reported, the range it may still take, where it should be by its dates. */
import { formatPercent } from '../text/number.ts';
import type { Locale } from '../text/locale.ts';
import { portalMessages } from '../text/portal.ts';
import { escapeXml, INK, n, type Drawing } from './svg.ts';

export interface Bar {
  /** Decimals of 0 to 100; null: not known. */
  readonly meanPercent: string | null;
  readonly bandPercent: readonly [string, string] | null;
  readonly expectedPercent: string | null;
}

const HEIGHT = 18;

/** The figure in words, as read to those who do not see the bar. */
export function barTitle(bar: Bar, locale: Locale): string {
  const t = portalMessages(locale);
  const percent = (value: string): string => formatPercent(value, locale);
  const [low, high] = bar.bandPercent ?? ['0', '100'];
  const expected = bar.expectedPercent === null ? null : percent(bar.expectedPercent);
  return t.barTitle(
    bar.meanPercent === null ? '–' : percent(bar.meanPercent),
    percent(low),
    percent(high),
    expected,
  );
}

/** Stretches with its place when `width` is null: every horizontal coordinate is then a percentage. */
export function barSvg(bar: Bar, at: Drawing & { readonly lang: Locale }): string {
  const x = (percent: number): string =>
    at.width === null ? `${n(percent)}%` : n((percent / 100) * at.width);
  const part = (from: number, to: number, y: number, height: number, name: 'hair' | 'band' | 'bar'): string =>
    `<rect class="f-${name}" x="${x(from)}" y="${y}" width="${x(Math.max(to - from, 0))}" height="${height}" fill="${INK[name]}"/>`;
  const parts = [part(0, 100, 5, 8, 'hair')];
  if (bar.bandPercent)
    parts.push(part(Number(bar.bandPercent[0]), Number(bar.bandPercent[1]), 3, 12, 'band'));
  if (bar.meanPercent !== null) parts.push(part(0, Number(bar.meanPercent), 5, 8, 'bar'));
  if (bar.expectedPercent !== null) {
    const at = x(Math.min(Math.max(Number(bar.expectedPercent), 0.5), 99.5));
    parts.push(
      `<line class="s-paper" x1="${at}" x2="${at}" y1="0" y2="${HEIGHT}" stroke="${INK.paper}" stroke-width="5"/>`,
      `<line class="s-ink" x1="${at}" x2="${at}" y1="0" y2="${HEIGHT}" stroke="${INK.ink}" stroke-width="2.5"/>`,
    );
  }
  return `<svg xmlns="http://www.w3.org/2000/svg" class="bar" width="${at.width === null ? '100%' : n(at.width)}" height="${HEIGHT}" role="img" aria-label="${escapeXml(barTitle(bar, at.lang))}">${parts.join('')}</svg>`;
}
