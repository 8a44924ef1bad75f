/** Moments in a city's zone: in words, and from what a person typed. */

import { LOCALE_TAG, type Locale } from './locale.ts';

const FORMATS = new Map<string, Intl.DateTimeFormat>();

/** `14 listopada 2026 09:30`, `14 November 2026 at 09:30` in the zone. */
export function formatMoment(instant: string, timeZone: string, locale: Locale): string {
  return format(`${locale} ${timeZone}`, LOCALE_TAG[locale], {
    dateStyle: 'long',
    timeStyle: 'short',
    timeZone,
  }).format(new Date(instant));
}

/** `2026-11-14T09:30` in the zone: what a date and time field holds. */
export function localMoment(instant: string, timeZone: string): string {
  const parts = Object.fromEntries(
    format(`parts ${timeZone}`, 'en-GB', {
      timeZone,
      hourCycle: 'h23',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
    })
      .formatToParts(new Date(instant))
      .map(({ type, value }) => [type, value]),
  );
  return `${parts['year']}-${parts['month']}-${parts['day']}T${parts['hour']}:${parts['minute']}`;
}

/**
 * The instant of a typed moment in the zone, or null when it is none. Of an hour that comes twice (clocks go back) the
 * first; an hour that is left out (clocks go forward) is the one after it.
 */
export function instantOf(local: string, timeZone: string): string | null {
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2})?$/u.test(local)) return null;
  const wall = Date.parse(`${local.slice(0, 16)}:00Z`);
  if (Number.isNaN(wall)) return null;
  const offset = (at: number): number =>
    Date.parse(`${localMoment(new Date(at).toISOString(), timeZone)}:00Z`) - at;
  const offsets = [offset(wall - 86_400_000), offset(wall + 86_400_000)];
  const fits = offsets.map((by) => wall - by).filter((at) => at + offset(at) === wall);
  const at = fits.length > 0 ? Math.min(...fits) : wall - offsets[0]!;
  return new Date(at).toISOString().replace('.000Z', 'Z');
}

function format(key: string, tag: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  let found = FORMATS.get(key);
  if (!found) FORMATS.set(key, (found = new Intl.DateTimeFormat(tag, options)));
  return found;
}
