/** Now and today: the only place that asks the machine what time it is. Everything else takes them as arguments. */

export interface Clock {
  /** Milliseconds since 1970, UTC. */
  readonly milliseconds: () => number;
}

export const systemClock: Clock = { milliseconds: () => Date.now() };

/** A clock that stands still, for tests and for the finished examples. */
export function fixedClock(instant: string): Clock {
  const at = new Date(instant).getTime();
  return { milliseconds: () => at };
}

/** The moment in UTC to the second, `2026-11-22T10:00:00Z`. */
export function instant(clock: Clock): string {
  return new Date(clock.milliseconds()).toISOString().replace(/\.\d{3}Z$/u, 'Z');
}
