/** What a proposal shows beside its nodes. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { proposePlan } from './proposal.ts';
import { readDocument } from './read.ts';

test('what is refused is shown, with a level and a parent to accept it under', () => {
  const proposal = proposePlan(
    readDocument('Goal 1: Streets\n• Repair them\nGoal 2: Parks\nGoal 3: Homes\n'),
  );
  const [one] = proposal.unclassified;
  assert.deepEqual(
    { text: one?.text, levelIndex: one?.levelIndex, parent: one?.parentKey, lines: one?.lines },
    { text: 'Repair them', levelIndex: 1, parent: 'n1', lines: [2, 2] },
  );
});

test('announcements: a stated count that is met, and one that is not', () => {
  const text = 'The plan has four goals and twelve tasks.\n\nGoal 1: Streets\nGoal 2: Parks\nGoal 3: Homes\n';
  assert.deepEqual(proposePlan(readDocument(text)).announcements, [
    { code: 'count-not-met', line: 1, values: { noun: 'goals', stated: 4, found: 3, level: 0 } },
    { code: 'members-absent', line: 1, values: { noun: 'tasks', stated: 12, found: 0 } },
  ]);
  const met = proposePlan(readDocument(text.replace('four', 'three').replace(' and twelve tasks', '')));
  assert.deepEqual(met.announcements, [
    { code: 'count-met', line: 1, values: { noun: 'goals', stated: 3, found: 3, level: 0 } },
  ]);
});

for (const [sentence, stated] of [
  ['Der Stadtrat hat strategische Ziele beschlossen.', []],
  ['Der Stadtrat hat vier Ziele für die Stadt beschlossen.', [4]],
  ['The fire department goals are part of the plan.', []],
  ['The council has set ten goals for the city.', [10]],
  ['Ten cel strategiczny jest częścią strategii miasta i województwa.', []],
  ['Dit zijn onze doelen voor het groen van de stad.', []],
  ['A lista dos objetivos para a cidade e o concelho.', []],
  ['Our five goals', [5]],
] as const)
  test(`${sentence} states ${stated.join() || 'no number'}`, () => {
    const goals = [1, 2, 3].map((n) => `${levelName(sentence)} ${n}: Park ${n}`).join('\n');
    const { announcements } = proposePlan(readDocument(`Plan 2030\n\n${sentence}\n\n${goals}\n`));
    assert.deepEqual(
      announcements.flatMap(({ values }) => values['stated'] ?? []),
      stated,
    );
  });

/** The word for a goal in the language of the sentence. */
function levelName(sentence: string): string {
  const [name] = /ziel|goal|cel|doel|objetivo/iu.exec(sentence) ?? ['Goal'];
  return name[0]!.toUpperCase() + name.slice(1);
}

test('vision and mission are quoted when the source quotes them', () => {
  const proposal = proposePlan(
    readDocument(
      'Wizja: Miasto dobre do życia dla każdego.\nMisja\nSłużymy mieszkańcom i dbamy o miasto.\n\nCel 1. A\nCel 2. B\nCel 3. C\n',
    ),
  );
  assert.equal(proposal.vision, 'Miasto dobre do życia dla każdego.');
  assert.equal(proposal.mission, 'Służymy mieszkańcom i dbamy o miasto.');
  assert.deepEqual(proposal.announcements, []);
});

test('the line that gave the title is used', () => {
  for (const text of [
    'Strategy of Ashby 2030\n\nAshby is old.\n',
    '# Strategy of Ashby 2030\n\nAshby is old.\n',
  ])
    for (const name of ['a.txt', 'a.md']) {
      const source = `${text}\nGoal 1: Streets\n\nGoal 2: Parks\n\nGoal 3: Homes\n`;
      const { title, untaken } = proposePlan(readDocument(source, { name }));
      assert.equal(title, 'Strategy of Ashby 2030');
      assert.deepEqual(
        untaken.map((one) => one.text),
        ['Ashby is old.'],
      );
    }
});
