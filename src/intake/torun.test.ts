import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { proposePlan } from './proposal.ts';
import { readDocument } from './read.ts';

const page = readFileSync(new URL('../../examples/torun/page.txt', import.meta.url));
const proposal = proposePlan(readDocument(page, { name: 'page.txt' }));

/** The goals as the page prints them: "1.1. Title" lines below "Cel strategiczny 1." and its title. */
function printed(): { code: string; title: string; parent: string }[] {
  const lines = page
    .toString('utf8')
    .split('\n')
    .map((line) => line.trim());
  const found: { code: string; title: string; parent: string }[] = [];
  lines.forEach((line, at) => {
    if (line.startsWith('Cel strategiczny '))
      found.push({ code: line.slice('Cel strategiczny '.length, -1), title: lines[at + 2]!, parent: '' });
    const dot = line.indexOf('. ');
    if (line.startsWith('- ') && dot > 0)
      found.push({
        code: line.slice(2, dot),
        title: line.slice(dot + 2),
        parent: line.slice(2, line.indexOf('.')),
      });
  });
  return found;
}

test('the page of Toruń: 4 strategic and 8 + 11 + 5 + 3 operational goals, exactly as printed', () => {
  const codes = new Map(proposal.nodes.map((node) => [node.key, node.code]));
  const nodes = proposal.nodes.map((node) => ({
    code: node.code,
    title: node.title,
    parent: node.parentKey === null ? '' : codes.get(node.parentKey),
  }));
  assert.deepEqual(nodes, printed());
  assert.equal(nodes.length, 31);
  const sizes = ['1', '2', '3', '4'].map((code) => nodes.filter((node) => node.parent === code).length);
  assert.deepEqual(sizes, [8, 11, 5, 3]);
  assert.ok(nodes.some((node) => node.code === '2.10') && nodes.some((node) => node.code === '2.11'));
});

test('the page of Toruń: level names from label and caption', () => {
  assert.deepEqual(proposal.levels, [
    { name: 'Cel strategiczny', printed: 'Cel strategiczny' },
    { name: 'Cel operacyjny', printed: 'Cele operacyjne' },
  ]);
});

test('the page of Toruń: what it announces and does not contain', () => {
  const announced = proposal.announcements.map(({ code, line, values }) => ({ code, line, ...values }));
  assert.deepEqual(announced, [
    { code: 'members-absent', line: 6, noun: 'obszarów tematycznych', stated: 3, found: 0 },
    { code: 'vision-not-quoted', line: 6 },
    { code: 'mission-not-quoted', line: 6 },
    { code: 'kind-absent', line: 68, noun: 'zadania realizacyjne', found: 0 },
  ]);
  assert.equal(proposal.horizonYear, 2028);
  assert.equal(proposal.vision, undefined);
  assert.equal(proposal.mission, undefined);
});

test('the page of Toruń: no navigation link is taken, and every node shows its lines', () => {
  const texts = [
    ...proposal.nodes.map((node) => node.title),
    ...proposal.unclassified.map((one) => one.text),
  ];
  for (const link of ['Go back', 'Share on', 'Print', 'PDF'])
    assert.ok(!texts.some((text) => text.includes(link)), link);
  const lines = page.toString('utf8').split('\n');
  for (const node of proposal.nodes) {
    const [from, to] = node.evidence.lines;
    assert.ok(
      lines.slice(from - 1, to).some((line) => line.includes(node.title)),
      node.title,
    );
  }
  assert.deepEqual(proposal.unclassified, []);
  assert.deepEqual(proposal.problems, []);
});
