/** Civil dates as whole numbers of days, so that spans are exact integers. Proleptic Gregorian calendar, no clock. */
import type { CivilDate } from './plan.ts';

/** Days since 1970-01-01; null when the text is not a date of the calendar (`2026-02-30`). */
export function dayNumber(date: CivilDate): number | null {
  const found = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date);
  if (!found) return null;
  const [year, month, day] = [Number(found[1]), Number(found[2]), Number(found[3])];
  if (month < 1 || month > 12 || day < 1) return null;
  const number = dayOf(year, month, day);
  return day <= 28 || number < monthStart(year, month + 1) ? number : null;
}

/** The first day of a month; months above 12 run on into the next years. */
export function monthStart(year: number, month: number): number {
  return dayOf(year + Math.floor((month - 1) / 12), ((month - 1) % 12) + 1, 1);
}

/** The civil date of a day number, years 0001 to 9999. */
export function dateOf(day: number): CivilDate {
  const [year, month, date] = civilOf(day);
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(date, 2)}`;
}

/** Days from civil, after Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms". */
function dayOf(year: number, month: number, day: number): number {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146097 + dayOfEra - 719468;
}

/** Year, month (1 to 12) and day of a day number. */
export function civilOf(day: number): readonly [number, number, number] {
  const z = day + 719468;
  const era = Math.floor(z / 146097);
  const dayOfEra = z - era * 146097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) /
      365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shifted = Math.floor((5 * dayOfYear + 2) / 153);
  const month = shifted < 10 ? shifted + 3 : shifted - 9;
  const date = dayOfYear - Math.floor((153 * shifted + 2) / 5) + 1;
  return [yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, date];
}

function pad(n: number, width: number): string {
  return String(n).padStart(width, '0');
}
