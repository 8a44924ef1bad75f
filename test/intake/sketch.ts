/** Sketches of documents, one for each pattern of documents 4.3, with the tree they must yield in short form. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { proposePlan, type Proposal } from '../../src/intake/proposal.ts';
import { readDocument } from '../../src/intake/read.ts';

/** A test that `source` yields `tree`, drawn as "1 Title" lines with two spaces a level, "-" for no code and "?" for no title. */
export function check(name: string, source: string, tree: string, file = 'page.txt'): void {
  test(name, () => assert.equal(draw(proposePlan(readDocument(source, { name: file }))), tree.trim()));
}

function draw({ nodes }: Proposal): string {
  const children = (parent: string | null, depth: number): string[] =>
    nodes.flatMap((node) =>
      node.parentKey === parent
        ? [
            `${'  '.repeat(depth)}${node.code === '' ? '-' : node.code} ${node.title === '' ? '?' : node.title}`,
          ].concat(children(node.key, depth + 1))
        : [],
    );
  return children(null, 0).join('\n');
}
