/** `2026-11-14T09:30:00Z` as year, month, day, hour, minute, second. Throws on anything else. */
export function parseInstant(instant: string): readonly [number, number, number, number, number, number] {
  const found = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)(?:\.\d+)?Z$/.exec(instant);
  if (!found) throw new Error(`not an instant in UTC: ${instant}`);
  const [year, month, day, hour, minute, second] = found.slice(1).map(Number) as [
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  return [year, month, day, hour, minute, second];
}
