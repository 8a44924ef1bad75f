/** Reads a source and proposes a plan: a short one here, a long one in a process of its own with limits. */

import { dirname, extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Grid } from '../intake/csv.ts';
import { beginDraft, beginSheetDraft } from '../intake/plan-draft.ts';
import type { PlanDraft } from '../intake/plan-draft.ts';
import { refusal } from '../problem.ts';
import type { Refusal } from '../problem.ts';
import { inChild } from '../system/limited-child.ts';

export type ProposeRequest = {
  readonly given: Parameters<typeof beginDraft>[1];
} & ({ readonly source: Uint8Array } | { readonly grid: Grid; readonly format: 'csv' | 'xlsx' });

/** Bytes, or cells, that are read within a quarter of a second. */
const SHORT = 60_000;
const SHORT_CELLS = 1000;
const LIMITS = { milliseconds: 30_000, heapMb: 512 };
const here = fileURLToPath(import.meta.url);
/** Beside this file: the source in development, the bundle in production. */
const child = join(dirname(here), `propose-child${extname(here)}`);

/** Refused when the source takes too long, too much memory, or others are being read. */
export async function propose(request: ProposeRequest): Promise<PlanDraft | Refusal> {
  const short =
    'source' in request
      ? request.source.length <= SHORT
      : request.grid.rows.length * request.grid.headers.length <= SHORT_CELLS;
  if (short) return proposal(request);
  const answer = await inChild<PlanDraft>(child, request, LIMITS);
  if (typeof answer !== 'string') return answer;
  return refusal(answer === 'too-much-memory' ? 'too-slow' : answer);
}

/** The proposal itself. */
export function proposal(request: ProposeRequest): PlanDraft {
  return 'source' in request
    ? beginDraft(request.source, request.given)
    : beginSheetDraft(request.grid, request.format, request.given);
}
