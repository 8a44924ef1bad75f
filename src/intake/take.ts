/** Accepting lines that the proposal was not sure about: each becomes a node where it was suggested. */

import type { Proposal, ProposedNode } from './proposal.ts';

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
  while (levels.length <= deepest) levels.push({ name: '', printed: '' });
  return {
    ...proposal,
    levels,
    nodes: [...proposal.nodes, ...nodes].sort((a, b) => a.evidence.lines[0] - b.evidence.lines[0]),
    unclassified: proposal.unclassified.filter((one) => !taken.includes(one)),
  };
}
