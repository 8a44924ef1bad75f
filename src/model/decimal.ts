/** Decimals as whole numbers of hundredths or tenths: every sum is exact, every figure divides once, at the end. */

/** A progress as typed (`"46"`, `"46.5"`, `"46.25"`), 0 to 100, in hundredths of a percent; null when it is not one. */
export function parsePercent(text: string): number | null {
  const found = /^(100|\d{1,2})(?:\.(\d{1,2}))?$/.exec(text);
  if (!found) return null;
  const hundredths = Number(found[1]) * 100 + Number((found[2] ?? '').padEnd(2, '0'));
  return hundredths <= 10000 ? hundredths : null;
}

/** An exact number of hundredths as a decimal without idle zeros: 69000 -> `690`, 4650 -> `46.5`. */
export function formatHundredths(hundredths: number): string {
  const rest = hundredths % 100;
  const whole = String((hundredths - rest) / 100);
  if (rest === 0) return whole;
  return `${whole}.${String(rest).padStart(2, '0').replace(/0$/, '')}`;
}

/** Tenths as a decimal with one place: 464 -> `46.4`, 1000 -> `100.0`. */
export function formatTenths(tenths: number): string {
  const rest = tenths % 10;
  return `${(tenths - rest) / 10}.${rest}`;
}

/** A quotient of whole numbers, not negative, rounded half up to a whole number. Exact up to 2^53 - 1. */
export function divideHalfUp(dividend: number, divisor: number): number {
  const rest = dividend % divisor;
  return (dividend - rest) / divisor + (rest * 2 >= divisor ? 1 : 0);
}
