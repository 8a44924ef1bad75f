/** A sheet on its way into a plan: what was read of the file, and what a person has decided. */
import type { Grid } from './csv.ts';
import type { RowDecision, SheetRequest } from './sheet-changes.ts';
import type { Target } from './sheet-mapping.ts';

export interface SheetDraft extends SheetRequest {
  readonly fileName: string;
  /** SHA-256 of the file's bytes. */
  readonly hash: string;
  readonly format: 'csv' | 'xlsx';
  /** What separates the cells of a CSV; null for a workbook. */
  readonly separator: string | null;
  readonly grid: Grid;
  readonly mapping: readonly Target[];
  readonly decisions: Readonly<Record<string, RowDecision>>;
  readonly clearEmpty: boolean;
  /** One row or cell that cannot go in stops the whole import. */
  readonly wholeOnly: boolean;
}
