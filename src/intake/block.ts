/** A block: one line, paragraph, heading or table cell of a source, with its place. What every reader makes and nothing later changes. */

export type Format = 'text' | 'html' | 'markdown';

export interface Block {
  /** Text in NFC, white space collapsed, markup and bullet removed. Never empty. */
  readonly text: string;
  /** First source line, 1-based. */
  readonly from: number;
  /** Last source line, inclusive. */
  readonly to: number;
  /** 1 to 6 for a heading, 0 for anything else. */
  readonly heading: number;
  /** The bullet as printed ("-", "•", "o"), or '' when there is none. */
  readonly bullet: string;
  /** Nesting of lists or indentation, 0 at the margin. */
  readonly depth: number;
  /** True when the line is nothing but a link. */
  readonly link: boolean;
  /** True when the whole line is bold. */
  readonly strong: boolean;
  /** True when an empty line or a block boundary stands before it. */
  readonly gap: boolean;
  /** True when the reader knows that the block is complete (HTML, table cells): it is never joined with the next one. */
  readonly whole: boolean;
  /** It stands beside the line before it, far to the right: a page number, a year, a unit. Never a goal, never part of a title. */
  readonly aside?: boolean;
  /** Header of the table column it stands in, '' when the column has none, absent outside tables. */
  readonly column?: string;
  /** Position of that column, 0-based. */
  readonly columnIndex?: number;
}

export function block(text: string, line: number, rest: Partial<Block> = {}): Block {
  return {
    text,
    from: line,
    to: line,
    heading: 0,
    bullet: '',
    depth: 0,
    link: false,
    strong: false,
    gap: false,
    whole: false,
    ...rest,
  };
}
