/** From blocks to lines: page furniture marked, contents marked, paragraphs that hold many goals split. */
import type { Block } from './block.ts';
import { readCode } from './code.ts';
import { markContents } from './contents.ts';
import { findFurniture } from './furniture.ts';
import { readPlainLabel } from './label.ts';
import type { Line } from './line.ts';
import { splitParagraphs } from './paragraph.ts';
import { turnLabels } from './turned.ts';

/** Lines of a document, in order. Linear in the size of the text. */
export function toLines(blocks: readonly Block[]): Line[] {
  const furniture = findFurniture(blocks);
  const lines = blocks.map((block, at): Line => ({
    block,
    text: block.text,
    from: block.from,
    to: block.to,
    toc: false,
    furniture: furniture[at]! || block.aside === true,
    cut: false,
    tail: false,
  }));
  return splitParagraphs(turnLabels(markContents(joinCodes(lines))));
}

/** A code alone on its line belongs to the label without a number on the next one: "7.1.1." / "Cel operacyjny: …". */
function joinCodes(lines: readonly Line[]): Line[] {
  const out: Line[] = [];
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at]!;
    const below = lines[at + 1];
    const label =
      below &&
      !line.furniture &&
      !below.furniture &&
      line.text.length <= 12 &&
      below.block.column === undefined &&
      line.block.column === undefined
        ? readPlainLabel(below.text)
        : undefined;
    const code = label && readCode(line.text, 0);
    if (code && code.end === line.text.length && (code.parts.length > 1 || code.close !== '')) {
      out.push({ ...line, text: `${line.text} ${below!.text}`, to: below!.to });
      at++;
    } else out.push(line);
  }
  return out;
}
