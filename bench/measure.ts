/** What every measurement shares: medians, ratios, and the table that it prints. */

export interface Measured {
  readonly title: string;
  /** How it was measured, one or two sentences. */
  readonly how: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** The limits the product sets itself, each with what was found. */
  readonly limits: readonly {
    readonly what: string;
    readonly limit: string;
    readonly found: string;
    readonly met: boolean;
  }[];
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}

/** Runs the work several times and answers the milliseconds of each run. */
export async function times(runs: number, work: () => unknown): Promise<number[]> {
  const found: number[] = [];
  for (let i = 0; i < runs; i += 1) {
    const began = performance.now();
    await work();
    found.push(performance.now() - began);
  }
  return found;
}

export function ms(value: number): string {
  if (value < 1) return `${(value * 1000).toFixed(0)} µs`;
  return value < 100 ? `${value.toFixed(1)} ms` : `${value.toFixed(0)} ms`;
}

export function megabytes(bytes: number): string {
  return `${(bytes / 1024 / 1024).toFixed(0)} MB`;
}

/** The measurement as Markdown, for the terminal and for docs/performance.md. */
export function markdown(m: Measured): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  const table = [line(m.columns), line(m.columns.map(() => '---')), ...m.rows.map(line)];
  const limits = m.limits.map(
    (l) => `- ${l.met ? 'Met' : '**Missed**'}: ${l.what}: ${l.found} (limit ${l.limit})`,
  );
  return [`## ${m.title}`, '', m.how, '', ...table, '', ...limits, ''].join('\n');
}
