import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { torun } from '../../examples/torun/torun.ts';
import { city, id } from '../../test/world/small.ts';
import { insertCity } from '../database/city.ts';
import type { Database } from '../database/engine.ts';
import { transact } from '../database/engine.ts';
import { planBySlug } from '../database/plan.ts';
import { receiptsOf } from '../database/receipt.ts';
import { onBothEngines } from '../database/testing.ts';
import type { Plan } from '../model/plan.ts';
import { testOffice } from './testing.ts';
import type { Browser } from './testing.ts';

const page = readFileSync(new URL('../../examples/torun/page.txt', import.meta.url), 'utf8');
const NEW = '/office/probne/new-plan';

async function strategist(database: Database): Promise<Browser> {
  await transact(database, (tx) => insertCity(tx, city()));
  return testOffice(database).as('strategist', city().id);
}

/** Pastes or uploads and gives the proposal's path. */
async function begin(browser: Browser, fields: Parameters<Browser['post']>[1]): Promise<string> {
  const answer = await browser.post(NEW, { act: 'read', retrievedOn: '2026-11-22', ...fields });
  assert.equal(answer.status, 303, await answer.text());
  return answer.headers.get('location')!;
}

const version = (html: string): string => /name="version" value="(\d+)"/u.exec(html)![1]!;

async function act(
  browser: Browser,
  path: string,
  fields: Parameters<Browser['post']>[1],
): Promise<Response> {
  const html = await (await browser.get(path)).text();
  return browser.post(path, { version: version(html), ...fields });
}

/** What a plan says, without ids: nodes by code and title of their parents. */
function told(plan: Plan): unknown {
  const names = new Map(plan.nodes.map((node) => [node.id, node.code]));
  return {
    levels: plan.levels.map(({ singular, plural }) => [singular['pl'], plural['pl']]),
    nodes: plan.nodes.map((node) => ({ ...node, id: '', parentId: names.get(node.parentId ?? '') })),
  };
}

onBothEngines(
  'a pasted page becomes the plan that is shipped, and nothing before it is saved',
  async (database) => {
    const browser = await strategist(database);
    const path = await begin(browser, { text: page });
    const html = await (await browser.get(path)).text();
    for (const words of ['value="Cel strategiczny"', 'value="2028"', 'data-row="n31"', 'It stands'])
      assert.ok(html.includes(words), words);
    assert.equal(await planBySlug(database, city().id, 'cele-2028'), null);

    const saved = await act(browser, path, {
      act: 'save-plan',
      title: 'Cele strategiczne i operacyjne',
      slug: 'cele-2028',
      startYear: '',
      endYear: '2028',
    });
    assert.equal(saved.status, 303, await saved.text());
    assert.equal(saved.headers.get('location'), '/office/probne/plans/cele-2028?done=plan-imported');
    const plan = (await planBySlug(database, city().id, 'cele-2028'))!;
    assert.deepEqual(told(plan), told(torun().plan));
    assert.deepEqual(plan.source?.announces, torun().plan.source?.announces);
    const [receipt] = await receiptsOf(database, city().id, plan.id);
    assert.deepEqual([receipt!.counts['created'], receipt!.format], [31, 'text']);
    assert.equal((await browser.get(path)).status, 404, 'the draft is gone');
  },
);

onBothEngines('lines are changed one by one, by level, in bulk, and undone', async (database) => {
  const browser = await strategist(database);
  const text = 'Goal 1. Streets\n1.1 Trees\n- plant\n- water\nGoal 2. Air\n2.1 Stoves\nFooter';
  const path = await begin(browser, { text });
  const key = async (title: string): Promise<string> => {
    const html = await (await browser.get(path)).text();
    const rows = html.split('data-row="').slice(1);
    return rows.find((row) => row.includes(`${title}</span>`))!.split('"')[0]!;
  };
  const levelOf = async (title: string): Promise<string> => {
    const html = await (await browser.get(path)).text();
    const row = html.split('<li id="row-').find((part) => part.includes(`${title}</span>`))!;
    return /class="proposal-row ([\w-]+)/u.exec(row)![1]!;
  };
  await act(browser, path, { act: `reject:${await key('Stoves')}` });
  assert.equal(await levelOf('Stoves'), 'not-taken');
  await act(browser, path, { act: 'undo' });
  assert.equal(await levelOf('Stoves'), 'level-1');
  await act(browser, path, { act: `like:${await key('plant')}`, like: '2' });
  assert.deepEqual([await levelOf('plant'), await levelOf('water')], ['level-2', 'level-2']);
  await act(browser, path, { act: `demote:${await key('Trees')}` });
  assert.deepEqual([await levelOf('Trees'), await levelOf('plant')], ['level-2', 'level-3']);
  await act(browser, path, { act: 'apply', [`level-${await key('Footer')}`]: '0' });
  assert.equal(await levelOf('Footer'), 'level-0');
  await act(browser, path, { act: `text:${await key('Air')}`, code: '2', title: 'Clean air\n3 Quiet' });
  assert.deepEqual([await levelOf('Clean air'), await levelOf('Quiet')], ['level-0', 'level-0']);
  await act(browser, path, { act: 'reject-selected', row: [await key('Quiet'), await key('Footer')] });
  assert.equal(await levelOf('Footer'), 'not-taken');

  const html = await (await browser.get(path)).text();
  await act(browser, path, { act: `promote:${await key('Trees')}` });
  const late = await browser.post(path, { version: version(html), act: `reject:${await key('Trees')}` });
  assert.equal(late.status, 422);
  assert.match(await late.text(), /another window/u);
  assert.match(await (await browser.get(NEW)).text(), new RegExp(path, 'u'), 'a draft is found again');
});

onBothEngines('what cannot be read or saved is said at its field', async (database) => {
  const browser = await strategist(database);
  const cases: readonly [Parameters<Browser['post']>[1], RegExp][] = [
    [{ text: '' }, /Paste text or choose a file/u],
    [{ text: 'x'.repeat(200_001) }, /upload the file/u],
    [{ file: new File(['PK\u0003\u0004'], 'plan.docx') }, /is no text/u],
    [{ text: page, address: 'javascript:alert(1)' }, /not a web address/u],
  ];
  for (const [fields, words] of cases) {
    const answer = await browser.post(NEW, { act: 'read', ...fields });
    assert.equal(answer.status, 422);
    assert.match(await answer.text(), words);
  }
  for (const bytes of [
    new Uint8Array([0xff, 0xfe, ...new Uint8Array(Buffer.from('Cel 1. Łąki\nCel 2. Źródła', 'utf16le'))]),
    new Uint8Array([
      ...Buffer.from('Cel 1. '),
      0xa3,
      0xb9,
      ...Buffer.from('ki\nCel 2. '),
      0x8f,
      0x72,
      0xf3,
      0x64,
    ]),
  ]) {
    const path = await begin(browser, { file: new File([bytes], 'cele.txt') });
    assert.match(await (await browser.get(path)).text(), /Łąki[\s\S]*Źród/u);
  }
  const sheet = 'Level 1,Level 2,Task\n1. Zieleń,1.1 Drzewa,Sadzić\n,,Podlewać\n2. Woda,2.1 Stawy,Czyścić\n';
  const levels = await begin(browser, { file: new File([sheet], 'plan.csv') });
  const shown = await (await browser.get(levels)).text();
  assert.equal(shown.match(/proposal-row level-2/gu)?.length, 3);
  assert.equal(shown.match(/proposal-row level-0/gu)?.length, 2);
  const path = await begin(browser, { text: page });
  const wrong = await act(browser, path, {
    act: 'save-plan',
    title: '',
    slug: 'Zły',
    startYear: '30',
    endYear: '',
  });
  assert.equal(wrong.status, 422);
  assert.equal((await wrong.text()).match(/class="problem"/gu)?.length, 4);
  const empty = await browser.post(NEW, { act: 'empty', levels: 'Cel\nZadanie' });
  const saved = await act(browser, empty.headers.get('location')!, {
    act: 'save-plan',
    title: 'Pusty',
    slug: 'pusty',
    endYear: '2030',
  });
  assert.equal(saved.status, 303);
  const twice = await act(browser, path, { act: 'save-plan', title: 'X', slug: 'pusty', endYear: '2030' });
  assert.match(await twice.text(), /href="#slug"/u);
  assert.deepEqual((await planBySlug(database, city().id, 'pusty'))!.levels.length, 2);
});

onBothEngines('somebody else’s draft and a reporter’s import stay shut', async (database) => {
  await transact(database, (tx) => insertCity(tx, city()));
  const office = testOffice(database);
  const browser = await office.as('strategist', city().id);
  const path = await begin(browser, { text: page });
  const other = await office.as('administrator', city().id);
  assert.equal((await other.get(path)).status, 403);
  assert.equal((await other.post(NEW, { act: 'read', text: page })).status, 403);
  const peer = await office.as('strategist', city().id);
  assert.equal((await peer.get(path)).status, 404);
  assert.equal((await browser.get(`${NEW}/${id(5)}`)).status, 404);
});
