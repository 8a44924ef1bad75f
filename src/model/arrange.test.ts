import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { planOf, nodeOf, taskOf, id } from '../../test/plan.ts';
import { isRefusal } from '../problem.ts';
import {
  addNode,
  addTask,
  demoteNode,
  mergeThing,
  moveThing,
  promoteNode,
  removeThing,
  splitThing,
  stepThing,
  stopTask,
  subtree,
} from './arrange.ts';
import { check } from './check.ts';
import { cityOf } from '../../test/plan.ts';
import type { Plan } from './plan.ts';
import { isEmptyPatch, patchOf, patched, reversed, sameValue, strayed } from './plan-patch.ts';
import { recoded, recodings } from './recode.ts';
import { treeOf } from './tree.ts';

/** 1 (1.1: tasks 1.1.1, 1.1.2; 1.2), 2 (2.1), 3. */
function small(): Plan {
  return planOf({
    nodes: [
      nodeOf(100, { code: '1', position: 0 }),
      nodeOf(200, { code: '2', position: 1 }),
      nodeOf(300, { code: '3', position: 2 }),
      nodeOf(110, { code: '1.1', parentId: id(100), position: 0 }),
      nodeOf(120, { code: '1.2', parentId: id(100), position: 1 }),
      nodeOf(210, { code: '2.1', parentId: id(200), position: 0 }),
    ],
    tasks: [
      taskOf(111, id(110), { code: '1.1.1', position: 0 }),
      taskOf(112, id(110), { code: '1.1.2', position: 1 }),
    ],
  });
}

function done(answer: ReturnType<typeof moveThing>): Plan {
  assert.ok(!isRefusal(answer), JSON.stringify(answer));
  return answer;
}

function codes(plan: Plan): string {
  const tree = treeOf(plan);
  return [...tree.order, ...tree.taskOrder]
    .map(({ id: i, code }) => `${Number(i.slice(-4))}:${code}`)
    .join(' ');
}

/** What the act gives after renumbering. */
function renumbered(act: (plan: Plan) => ReturnType<typeof moveThing>, plan = small()): string {
  return codes(recoded(plan, done(act(plan))));
}

test('a moved goal takes a number among its new siblings, and the tasks under it follow', () => {
  assert.equal(
    renumbered((plan) => moveThing(plan, id(110), { parentId: id(200), position: 0 })),
    '100:1 120:1.1 200:2 110:2.1 210:2.2 300:3 111:2.1.1 112:2.1.2',
  );
});

test('order, promotion and demotion number the rows they touch', () => {
  assert.equal(
    renumbered((plan) => stepThing(plan, id(200), -1)),
    '200:1 210:1.1 100:2 110:2.1 120:2.2 300:3 111:2.1.1 112:2.1.2',
  );
  assert.equal(
    renumbered((plan) => promoteNode(plan, id(110))),
    '100:1 120:1.1 110:2 200:3 210:3.1 300:4 111:2.1 112:2.2',
  );
  assert.equal(
    renumbered((plan) => demoteNode(plan, id(300))),
    '100:1 110:1.1 120:1.2 200:2 210:2.1 300:2.2 111:1.1.1 112:1.1.2',
  );
});

test('rows keep the way their codes are written, and rows without codes stay without', () => {
  const roman = planOf({
    nodes: ['I', 'II', 'III'].map((code, at) => nodeOf(at + 100, { code, position: at })),
  });
  assert.equal(
    renumbered((plan) => stepThing(plan, id(102), -1), roman),
    '100:I 102:II 101:III',
  );
  const mnemonic = planOf({
    nodes: ['LE1', 'LE2'].map((code, at) => nodeOf(at + 100, { code, position: at })),
  });
  assert.equal(
    renumbered((plan) => addNode(plan, id(102), null, { pl: 'X' }), mnemonic),
    '100:LE1 101:LE2 102:LE3',
  );
  const odd = planOf({ nodes: ['A', '7'].map((code, at) => nodeOf(at + 100, { code, position: at })) });
  assert.equal(
    renumbered((plan) => stepThing(plan, id(101), -1), odd),
    '101:7 100:A',
  );
  const bare = planOf({ nodes: [100, 101].map((n, at) => nodeOf(n, { position: at })) });
  assert.equal(
    renumbered((plan) => stepThing(plan, id(101), -1), bare),
    '101:null 100:null',
  );
});

test('a new row is numbered like the others of its level', () => {
  assert.equal(
    renumbered((plan) => addNode(plan, id(310), id(300), { pl: 'Nowy' })),
    '100:1 110:1.1 120:1.2 200:2 210:2.1 300:3 310:3.1 111:1.1.1 112:1.1.2',
  );
  assert.match(
    renumbered((plan) => addTask(plan, id(211), id(210), { pl: 'Nowe' })),
    /211:2\.1\.1$/,
  );
});

test('what cannot be is refused with its reason', () => {
  const plan = small();
  const refused = (answer: unknown): string => (answer as { refused: string }).refused;
  assert.equal(refused(moveThing(plan, id(100), { parentId: id(110), position: 0 })), 'move-into-itself');
  assert.equal(refused(moveThing(plan, id(100), { parentId: id(100), position: 0 })), 'move-into-itself');
  assert.equal(refused(moveThing(plan, id(100), { parentId: id(200), position: 0 })), 'move-too-deep');
  assert.equal(refused(moveThing(plan, id(999), { parentId: null, position: 0 })), 'move-missing');
  assert.equal(refused(moveThing(plan, id(111), { parentId: null, position: 0 })), 'task-needs-home');
  assert.equal(refused(promoteNode(plan, id(100))), 'promote-top');
  assert.equal(refused(demoteNode(plan, id(100))), 'demote-first');
  assert.equal(refused(stepThing(plan, id(100), -1)), 'order-end');
  assert.equal(refused(mergeThing(plan, id(110), id(100), { pl: 'x' })), 'merge-other-level');
  assert.equal(refused(addNode(plan, id(999), id(110), { pl: 'x' })), 'move-too-deep');
});

test('merging keeps children, tasks and the memory of it; splitting parts them', () => {
  const merged = done(mergeThing(small(), id(100), id(200), { pl: 'To samo' }));
  assert.equal(
    merged.nodes.some((node) => node.id === id(100)),
    false,
  );
  assert.deepEqual(
    treeOf(merged)
      .children(id(200))
      .map((node) => node.id),
    [id(210), id(110), id(120)],
  );
  assert.equal(merged.lineage.at(-1)!.kind, 'merged');
  assert.deepEqual(
    merged.lineage.at(-1)!.from.map((one) => one.code),
    ['1', '2'],
  );

  const split = done(
    splitThing(small(), id(100), { newId: id(150), title: { pl: 'Część' }, thingIds: [id(120)] }),
  );
  assert.equal(
    codes(recoded(small(), split)),
    '100:1 110:1.1 150:2 120:2.1 200:3 210:3.1 300:4 111:1.1.1 112:1.1.2',
  );
  const taskMerged = done(mergeThing(small(), id(111), id(112), { pl: 'To samo' }));
  assert.equal(taskMerged.tasks.find((task) => task.id === id(111))!.mergedIntoId, id(112));
  const stopped = done(stopTask(small(), id(111), { pl: 'Brak pieniędzy' }));
  assert.equal(stopped.tasks.find((task) => task.id === id(111))!.state, 'stopped');
});

test('removing takes all below and every link to it', () => {
  const plan = small();
  const linked = {
    ...plan,
    nodes: plan.nodes.map((node) =>
      node.id === id(300) ? { ...node, links: [{ kind: 'supports' as const, toId: id(110) }] } : node,
    ),
  };
  const left = done(removeThing(linked, id(100)));
  assert.equal(left.nodes.length, 3);
  assert.equal(left.tasks.length, 0);
  assert.deepEqual(left.nodes.find((node) => node.id === id(300))!.links, []);
});

/** A random tree of three levels with tasks, coded by place. */
const plans: fc.Arbitrary<Plan> = fc
  .record({
    parents: fc.array(fc.nat(), { minLength: 1, maxLength: 14 }),
    tasks: fc.array(fc.nat(), { maxLength: 8 }),
  })
  .map(({ parents, tasks }) => {
    let plan = planOf({
      levels: [...planOf().levels, { id: id(13), singular: { pl: 'c' }, plural: { pl: 'c' } }],
    });
    for (const [at, pick] of parents.entries()) {
      const open = [null, ...plan.nodes.filter((node) => node.level < 2).map((node) => node.id)];
      plan = done(addNode(plan, id(1000 + at), open[pick % open.length]!, { pl: `Cel ${at}` }));
    }
    for (const [at, pick] of tasks.entries())
      plan = done(
        addTask(plan, id(5000 + at), plan.nodes[pick % plan.nodes.length]!.id, { pl: `Zadanie ${at}` }),
      );
    const tree = treeOf(plan);
    const coded = (node: {
      readonly id: string;
      readonly position: number;
      readonly code: string | null;
    }): string => {
      const above = tree.parent(node.id);
      return above ? `${coded(above)}.${node.position + 1}` : String(node.position + 1);
    };
    return { ...plan, nodes: plan.nodes.map((node) => ({ ...node, code: coded(node) })) };
  });

const acts = fc.record({ act: fc.nat(6), what: fc.nat(), where: fc.nat(), position: fc.nat(6) });

function tried(
  plan: Plan,
  { act, what, where, position }: { act: number; what: number; where: number; position: number },
): ReturnType<typeof moveThing> {
  const things = [...plan.nodes, ...plan.tasks];
  const thing = things[what % things.length]!.id;
  const homes = [null, ...plan.nodes.map((node) => node.id)];
  const home = homes[where % homes.length]!;
  if (act === 0) return promoteNode(plan, thing);
  if (act === 1) return demoteNode(plan, thing);
  if (act === 2) return stepThing(plan, thing, position % 2 === 0 ? 1 : -1);
  if (act === 3) return removeThing(plan, thing);
  if (act === 4) return mergeThing(plan, thing, things[where % things.length]!.id, { pl: 'x' });
  if (act === 5)
    return splitThing(plan, thing, {
      newId: id(9000),
      title: { pl: 'x' },
      thingIds: things.slice(0, position).map((one) => one.id),
    });
  return moveThing(plan, thing, { parentId: home, position });
}

test('whatever is tried, the plan stays whole: no loss, no structural problem, rows counted from 0', () => {
  fc.assert(
    fc.property(plans, acts, (plan, act) => {
      const answer = tried(plan, act);
      if (isRefusal(answer)) return;
      const after = recoded(plan, answer);
      const tree = treeOf(after);
      assert.equal(tree.order.length, after.nodes.length);
      const blocking = check(cityOf(), after).filter(({ code }) =>
        /^(parent|level|id|home|link|merged)-/.test(code),
      );
      assert.deepEqual(blocking, []);
      if (act.act !== 3 && act.act !== 4) {
        assert.ok(after.nodes.length >= plan.nodes.length && after.tasks.length >= plan.tasks.length);
      }
      if (act.act === 6) {
        const thing = plan.nodes[act.what % (plan.nodes.length + plan.tasks.length)];
        if (thing)
          assert.deepEqual(
            subtree(tree, thing.id).map((node) => node.id),
            subtree(treeOf(plan), thing.id).map((node) => node.id),
          );
      }
      const numbers = after.nodes.map((node) => node.code);
      if (act.act === 6 || act.act < 3)
        assert.equal(new Set(numbers).size, numbers.length, numbers.join(' '));
    }),
  );
});

test('a patch leads there and back, and sees what strayed', () => {
  fc.assert(
    fc.property(plans, acts, (plan, act) => {
      const answer = tried(plan, act);
      if (isRefusal(answer)) return;
      const after = recoded(plan, answer);
      const patch = patchOf(plan, after);
      const sorted = (p: Plan): unknown => [
        { ...p, nodes: [], tasks: [] },
        [...p.nodes].sort((a, b) => (a.id < b.id ? -1 : 1)),
        [...p.tasks].sort((a, b) => (a.id < b.id ? -1 : 1)),
      ];
      assert.deepEqual(strayed(plan, patch), []);
      assert.deepEqual(sorted(patched(plan, patch)), sorted(after));
      assert.deepEqual(sorted(patched(after, reversed(patch))), sorted(plan));
      assert.equal(isEmptyPatch(patchOf(plan, plan)), true);
      const first = patch.nodes.find((one) => one.before && one.after);
      if (first) {
        const field = Object.keys(first.before!)[0]!;
        const other = {
          ...plan,
          nodes: plan.nodes.map((n) => (n.id === first.id ? { ...n, [field]: 'else' } : n)),
        };
        assert.deepEqual(strayed(other as Plan, patch), [first.id]);
      }
    }),
  );
});

test('the preview names what gets another code, and nothing else', () => {
  const plan = small();
  const after = recoded(plan, done(moveThing(plan, id(110), { parentId: id(200), position: 0 })));
  assert.deepEqual(
    recodings(plan, after).map(({ from, to }) => `${from} → ${to}`),
    ['1.2 → 1.1', '1.1 → 2.1', '2.1 → 2.2', '1.1.1 → 2.1.1', '1.1.2 → 2.1.2'],
  );
  assert.deepEqual(recodings(plan, plan), []);
  assert.equal(sameValue({ a: 1, b: [null] }, { b: [null], a: 1 }), true);
});
