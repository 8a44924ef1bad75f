/** Accepting lines that the proposal was not sure about: each becomes a node where it was suggested. */

import type { Proposal, ProposedLevel, ProposedNode, Unclassified } from './proposal.ts';
import { namesLevel, singularOf } from './words.ts';

/**
 * The proposal with the unclassified lines of these keys as nodes ("u1"; "all" takes every one), in document
 * order. Keys that it does not have are left out.
 */
export function take(proposal: Proposal, keys: readonly string[]): Proposal {
  const all = keys.includes('all');
  const taken = proposal.unclassified.filter(({ key }) => all || keys.includes(key));
  if (taken.length === 0) return proposal;
  const nodes = taken.map((one): ProposedNode => ({
    key: one.key,
    parentKey: one.parentKey,
    levelIndex: one.levelIndex,
    code: one.code,
    title: one.text,
    evidence: { lines: one.lines, why: { code: 'accepted-by-hand', values: { line: one.lines[0] } } },
    confidence: 1,
    warnings: [],
  }));
  const deepest = Math.max(...nodes.map((node) => node.levelIndex), 0);
  const levels = [...proposal.levels];
  while (levels.length <= deepest) {
    const depth = levels.length;
    levels.push(
      captionOf(
        proposal,
        taken.filter((one) => one.levelIndex === depth),
      ),
    );
  }
  return {
    ...proposal,
    levels,
    nodes: [...proposal.nodes, ...nodes].sort((a, b) => a.evidence.lines[0] - b.evidence.lines[0]),
    unclassified: proposal.unclassified.filter((one) => !taken.includes(one)),
  };
}

/** The name of a level that these lines make: the caption straight above the first of them ("Zadania:"). */
function captionOf(proposal: Proposal, members: readonly Unclassified[]): ProposedLevel {
  const first = members[0]?.lines[0];
  const above = proposal.untaken.find(({ lines }) => lines[1] + 1 === first || lines[1] + 2 === first);
  const printed = above?.text.replace(/[\s:]+$/u, '') ?? '';
  if (printed === '' || printed.length > 40 || !above!.text.trimEnd().endsWith(':') || !namesLevel(printed))
    return { name: '', printed: '' };
  return { name: singularOf(printed) ?? printed, printed };
}
