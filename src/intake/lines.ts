/** From blocks to lines: page furniture marked, contents marked, paragraphs that hold many goals split. */
import type { Block } from './block.ts';
import { markContents } from './contents.ts';
import { findFurniture } from './furniture.ts';
import type { Line } from './line.ts';
import { splitParagraphs } from './paragraph.ts';

/** Lines of a document, in order. Linear in the size of the text. */
export function toLines(blocks: readonly Block[]): Line[] {
  const furniture = findFurniture(blocks);
  const lines = blocks.map((block, at): Line => (
    { block, text: block.text, from: block.from, to: block.to, toc: false, furniture: furniture[at]! || block.aside === true, cut: false, tail: false }
  ));
  return splitParagraphs(markContents(lines));
}
