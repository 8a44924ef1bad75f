import assert from 'node:assert/strict';
import { city, id, node, plan, task } from '../../test/world/small.ts';
import { auditEntries } from '../database/audit.ts';
import { insertCity } from '../database/city.ts';
import type { Database } from '../database/engine.ts';
import { transact } from '../database/engine.ts';
import { insertPlan, planBySlug } from '../database/plan.ts';
import { receiptsOf } from '../database/receipt.ts';
import { onBothEngines } from '../database/testing.ts';
import type { Plan } from '../model/plan.ts';
import { testOffice } from './testing.ts';
import type { Browser } from './testing.ts';

const HERE = '/office/probne/plans/strategia/import';
const draftPlan = plan({
  state: 'in-preparation',
  nodes: [node(1), node(2, { level: 1, parentId: id(1), code: '1.1', position: 0 })],
  tasks: [task(21, id(2), { code: 'a' }), task(22, id(2))],
});

async function strategist(database: Database, of: Plan = draftPlan): Promise<Browser> {
  await transact(database, async (tx) => {
    await insertCity(tx, city());
    await insertPlan(tx, city().id, of);
  });
  return testOffice(database).as('strategist', city().id);
}

const file = (content: string | Uint8Array, name = 'plan.csv'): File => new File([content as BlobPart], name);

async function upload(browser: Browser, sheet: File): Promise<string> {
  const answer = await browser.post(HERE, { act: 'upload', file: sheet });
  assert.equal(answer.status, 303, (await answer.text()).slice(0, 500));
  return (await browser.get(HERE)).text();
}

const hidden = (html: string, name: string): string =>
  new RegExp(`name="${name}" value="([^"]+)"`, 'u').exec(html)![1]!;
const now = async (database: Database): Promise<Plan> =>
  (await planBySlug(database, city().id, 'strategia'))!;

onBothEngines(
  'a sheet goes in as its preview showed it, leaves a receipt, and is taken back whole',
  async (database) => {
    const browser = await strategist(database);
    const before = await now(database);
    const sheet = file(
      `id;kod;tytuł;cel nadrzędny;koniec\n${id(21)};a;Nowa nazwa;;30.06.2028\n;b;Sadzić drzewa;1.1;nigdy\n${id(22)};;Zadanie 22;;\n`,
    );
    const html = await upload(browser, sheet);
    for (const words of ['Nowa nazwa', 'Zadanie 21', 'is not a date', 'Import (new: 1, changed: 1)'])
      assert.ok(html.includes(words), words);
    assert.deepEqual(await now(database), before, 'nothing is saved yet');
    const done = await browser.post(HERE, { act: 'confirm', digest: hidden(html, 'digest') });
    assert.equal(done.status, 303, (await done.text()).slice(0, 800));
    const receiptPath = done.headers.get('location')!.split('?')[0]!;
    const after = await now(database);
    assert.deepEqual(
      after.tasks.map((one) => [one.title['pl'], one.endOn, one.nodeId]),
      [
        ['Nowa nazwa', '2028-06-30', id(2)],
        ['Zadanie 22', '2027-12-31', id(2)],
        ['Sadzić drzewa', null, id(2)],
      ],
    );
    const [receipt] = await receiptsOf(database, city().id, draftPlan.id);
    assert.deepEqual(
      [receipt!.counts['create'], receipt!.counts['change'], receipt!.fileName],
      [1, 1, 'plan.csv'],
    );

    const again = await upload(browser, sheet);
    assert.ok(again.includes('There is nothing to import') || again.includes('The sheet changes nothing'));
    assert.equal(/value="confirm"[^>]*disabled|disabled[^>]*value="confirm"/u.test(again), true);

    assert.match(await (await browser.get(receiptPath)).text(), /Undo the whole import/u);
    const back = await browser.post(receiptPath, { act: 'undo' });
    assert.equal(back.status, 303, (await back.text()).slice(0, 800));
    assert.deepEqual(await now(database), before);
    assert.equal((await browser.post(receiptPath, { act: 'undo' })).status, 403);
    assert.deepEqual(
      (await auditEntries(database)).map((entry) => entry.act).filter((act) => act.includes('import')),
      ['import-sheet', 'undo-import'],
    );
  },
);

onBothEngines('what changed meanwhile is neither overwritten nor undone', async (database) => {
  const browser = await strategist(database);
  const html = await upload(browser, file(`id;tytuł\n${id(21)};Nowa nazwa\n`));
  await database.updateTable('task').set({ progress_percent: '60' }).where('id', '=', id(22)).execute();
  const same = await browser.post(HERE, { act: 'confirm', digest: hidden(html, 'digest') });
  assert.equal(same.status, 303, 'another item does not matter');
  const receiptPath = same.headers.get('location')!.split('?')[0]!;
  const second = await upload(browser, file(`id;tytuł\n${id(21)};Trzecia nazwa\n`));
  await database
    .updateTable('task')
    .set({ title: JSON.stringify({ pl: 'Cudza nazwa', en: 'Task 21' }) as never })
    .where('id', '=', id(21))
    .execute();
  const late = await browser.post(HERE, { act: 'confirm', digest: hidden(second, 'digest') });
  assert.equal(late.status, 403);
  assert.match(await late.text(), /changed since the preview/u);
  const back = await browser.post(receiptPath, { act: 'undo' });
  assert.equal(back.status, 403);
  assert.equal((await now(database)).tasks[0]!.title['pl'], 'Cudza nazwa');
});

onBothEngines('columns, doubts and "all or nothing" are a person’s to decide', async (database) => {
  const browser = await strategist(database);
  let html = await upload(browser, file('x;tytuł;termin\n1.1;Inaczej;kiedyś\n'));
  const post = async (fields: Parameters<Browser['post']>[1]): Promise<string> => {
    const answer = await browser.post(HERE, { version: hidden(html, 'version'), ...fields });
    assert.equal(answer.status, 303, (await answer.text()).slice(0, 500));
    html = await (await browser.get(HERE)).text();
    return html;
  };
  await post({
    act: 'mapping',
    'column-0': 'code',
    'column-1': 'title_pl',
    'column-2': 'end_on',
    wholeOnly: 'on',
  });
  assert.match(html, /the same code, another title[\s\S]*1\.1 Cel 2/u);
  await post({ act: 'decide', 'decision-0': 'same' });
  assert.match(html, /You chose “all or nothing”/u);
  const held = await browser.post(HERE, { act: 'confirm', digest: hidden(html, 'digest') });
  assert.equal(held.status, 403);
  await post({ act: 'mapping', 'column-0': 'code', 'column-1': 'title_pl' });
  assert.equal((await browser.post(HERE, { act: 'confirm', digest: hidden(html, 'digest') })).status, 303);
  assert.equal((await now(database)).nodes[1]!.title!['pl'], 'Inaczej');
});

onBothEngines('our own tables come back as nothing to do, in both formats', async (database) => {
  const browser = await strategist(database);
  for (const format of ['csv', 'xlsx']) {
    const answer = await browser.get(`${HERE}?export=${format}`);
    assert.match(answer.headers.get('content-disposition')!, /^attachment/u);
    const html = await upload(browser, file(new Uint8Array(await answer.arrayBuffer()), `plan.${format}`));
    assert.match(html, /The sheet says exactly what the plan says/u);
    assert.equal((await browser.get(`${HERE}?template=${format}`)).status, 200);
  }
});

onBothEngines(
  'a plan in force asks for the decision; wrong files are refused at their field',
  async (database) => {
    const browser = await strategist(database, { ...draftPlan, state: 'in-force' });
    const html = await upload(browser, file(`id;tytuł\n${id(21)};Nowa nazwa\n`));
    const bare = await browser.post(HERE, { act: 'confirm', digest: hidden(html, 'digest') });
    assert.equal(bare.status, 422);
    const done = await browser.post(HERE, {
      act: 'confirm',
      digest: hidden(html, 'digest'),
      basis: 'correction',
    });
    assert.equal(done.status, 303);
    const wrong: readonly [File, RegExp][] = [
      [file('a;b\n"x', 'x.csv'), /closing quotation mark/u],
      [file('a;b', 'x.xlsx'), /no \.xlsx workbook/u],
      [file(new Uint8Array([0x50, 0x4b, 3, 4, 0, 0]), 'x.csv'), /damaged or cut off/u],
      [file(new Uint8Array([1, 0, 2, 0]), 'x.csv'), /neither an \.xlsx workbook/u],
      [file(`a;b\n${'x'.repeat(1_000_000)};y`), /50,000 characters/u],
    ];
    for (const [sheet, words] of wrong) {
      const answer = await browser.post(HERE, { act: 'upload', file: sheet });
      assert.equal(answer.status, 422, sheet.name);
      assert.match(await answer.text(), words);
    }
  },
);
