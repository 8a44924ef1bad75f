/** Reporting periods and the day on which a report stops counting (methods section 1, "Reported"). */
import { civilOf, monthStart } from './day.ts';
import type { Frequency } from './plan.ts';

/** A period: its first day and the first day after it, as day numbers, and its length in months. */
export interface Period {
  readonly start: number;
  readonly after: number;
  readonly months: number;
}

const MONTHS: Readonly<Record<Frequency, number>> = {
  monthly: 1,
  quarterly: 3,
  'half-yearly': 6,
  yearly: 12,
};

/** Reads `2026-Q3`, `2026-09`, `2026-H1` or `2026`; null when the text is none of these. */
export function parsePeriod(text: string): Period | null {
  const found = /^(\d{4})(?:-(?:Q([1-4])|H([12])|(0[1-9]|1[0-2])))?$/.exec(text);
  if (!found) return null;
  const [, year, quarter, half, month] = found;
  if (quarter) return span(Number(year), Number(quarter) * 3 - 2, 3);
  if (half) return span(Number(year), Number(half) * 6 - 5, 6);
  if (month) return span(Number(year), Number(month), 1);
  return span(Number(year), 1, 12);
}

/**
 * The first day on which a report about `period` no longer counts.
 *
 * A report is replaced by the next one. The next one is about the next period, and falls due on the first day
 * after that period ends; `graceDays` later, if it has not come, the old report stops counting:
 * quarterly, 30 days' grace, a report for Q3 2026 -> the report for Q4 is due on 1 January 2027 and the one for
 * Q3 counts up to 30 January, so the answer is 31 January 2027.
 * The plan's own periods decide (the first to end after `period` ends); a plan without a stated frequency is
 * read as reporting in periods as long as the one reported.
 */
export function staleDay(period: Period, frequency: Frequency | null, graceDays: number): number {
  const months = frequency === null ? period.months : MONTHS[frequency];
  const [year, month] = civilOf(period.after);
  const elapsed = Math.floor((month - 1) / months) * months;
  return monthStart(year, elapsed + months + 1) + graceDays;
}

function span(year: number, month: number, months: number): Period {
  return { start: monthStart(year, month), after: monthStart(year, month + months), months };
}
