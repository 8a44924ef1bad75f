/** A line: a block made ready for the outline. */
import type { Block } from './block.ts';

export interface Line {
  readonly block: Block;
  readonly text: string;
  readonly from: number;
  readonly to: number;
  /** A line of a table of contents; its page number is already cut. */
  readonly toc: boolean;
  /** Page header, footer or number: never a goal, never joined. */
  readonly furniture: boolean;
  /** It was cut out of a longer paragraph. */
  readonly cut: boolean;
  /** It is the end of such a paragraph: what follows the title is not cut off by another goal. */
  readonly tail: boolean;
}
