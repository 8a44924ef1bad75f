import { LOCALE_TAG, type Locale } from './locale.ts';

// Making a format costs a hundred times more than using one.
const LONG_DATE = formats({ dateStyle: 'long', timeZone: 'UTC' });
const MONTH_YEAR = formats({ month: 'long', year: 'numeric', timeZone: 'UTC' });
const CIVIL = new Map<string, Intl.DateTimeFormat>();

/** A civil date in words: `14 listopada 2026`, `14 November 2026`. */
export function formatDate(date: string, locale: Locale): string {
  return LONG_DATE[locale].format(new Date(`${date}T00:00:00Z`));
}

/** The civil date in a zone at an instant. */
export function civilDate(instant: string, timeZone: string): string {
  let format = CIVIL.get(timeZone);
  if (!format) {
    format = new Intl.DateTimeFormat('en-CA', {
      timeZone,
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
    });
    CIVIL.set(timeZone, format);
  }
  return format.format(new Date(instant));
}

const QUARTER = ['I', 'II', 'III', 'IV'];

/** A reporting period in words: `2026-Q3` -> `III kwartał 2026`, `Q3 2026`; also `2026-09`, `2026-H1`, `2026`. */
export function formatPeriod(period: string, locale: Locale): string {
  const [year = '', part = ''] = period.split('-');
  if (part.startsWith('Q'))
    return locale === 'pl' ? `${QUARTER[Number(part.slice(1)) - 1]} kwartał ${year}` : `${part} ${year}`;
  if (part.startsWith('H'))
    return locale === 'pl'
      ? `${QUARTER[Number(part.slice(1)) - 1]} półrocze ${year}`
      : `${part === 'H1' ? 'first' : 'second'} half of ${year}`;
  if (part) return MONTH_YEAR[locale].format(new Date(`${period}-01T00:00:00Z`));
  return year;
}

function formats(options: Intl.DateTimeFormatOptions): Readonly<Record<Locale, Intl.DateTimeFormat>> {
  return {
    pl: new Intl.DateTimeFormat(LOCALE_TAG.pl, options),
    en: new Intl.DateTimeFormat(LOCALE_TAG.en, options),
  };
}
