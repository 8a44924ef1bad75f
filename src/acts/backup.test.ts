import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { test } from 'node:test';
import { gunzipSync, gzipSync } from 'node:zlib';
import { sql } from 'kysely';
import { auditEntries } from '../database/audit.ts';
import { cityBySlug } from '../database/city.ts';
import { LEFT_OUT, TABLES } from '../database/dump.ts';
import { transact } from '../database/engine.ts';
import type { Database } from '../database/engine.ts';
import { saveFirstLink } from '../database/first-link.ts';
import { planBySlug } from '../database/plan.ts';
import { canonical } from '../edition/canonical.ts';
import { editionBytes } from '../edition/chain.ts';
import { freeze } from '../edition/freeze.ts';
import { readEdition } from '../edition/upgrade.ts';
import { migrate } from '../database/migrate.ts';
import { openDatabase } from '../database/open.ts';
import { empty, onBothEngines } from '../database/testing.ts';
import { PASSWORD, testOffice } from '../office/testing.ts';
import { isRefusal } from '../problem.ts';
import { backup } from './backup.ts';
import { loadExamples } from './load-examples.ts';
import { restore } from './restore.ts';
import { actingAt, testFolder } from './testing.ts';
import { thaw } from './thaw.ts';
import { verifyAudit } from './verify-audit.ts';

const EXAMPLES = fileURLToPath(new URL('../../examples', import.meta.url));
const AT = '2026-11-22T12:00:00Z';
/** From the first engine, for comparing with the second. */
const made = new Map<string, string>();

onBothEngines('backup, restore and backup again: the same on both engines', async (database, engine) => {
  const acting = actingAt(database, AT);
  const names = await loadExamples(acting, EXAMPLES);
  assert.deepEqual(names, ['jasnogrod/strategia-2032', 'torun/cele-2028']);
  assert.deepEqual(await loadExamples(acting, EXAMPLES), [], 'a second start loads nothing');
  for (const name of ['torun/cele-2028/1.json', 'jasnogrod/strategia-2032/3.json']) {
    const shipped = name.startsWith('torun') ? 'torun/edition-1.json' : 'jasnogrod/edition-3.json';
    assert.deepEqual(
      readFileSync(join(acting.dataFolder, 'editions', name)),
      readFileSync(join(EXAMPLES, shipped)),
    );
  }

  const city = (await cityBySlug(database, 'jasnogrod'))!;
  const plan = (await planBySlug(database, city.id, 'strategia-2032'))!;
  const newest = readEdition(readFileSync(join(EXAMPLES, 'jasnogrod/edition-3.json')));
  assert.ok('edition' in newest);
  const thawed = thaw(newest.edition);
  assert.deepEqual({ city, plan }, thawed, 'rows come back as they went in');

  const file = join(acting.dataFolder, 'first.backup');
  const answer = await backup(acting, { file });
  assert.ok(!isRefusal(answer));
  assert.deepEqual([answer.rows.city, answer.rows.edition, answer.rows.audit], [2, 4, 2]);
  const rows = rowsOf(file);
  const before = made.get('rows');
  made.set('rows', rows);
  if (before !== undefined) assert.equal(rows, before, `${engine} writes what the other engine wrote`);

  const elsewhere = testFolder();
  await empty(database);
  await migrate(database);
  const restoring = actingAt(database, '2026-11-23T00:00:00Z', elsewhere);
  const restored = await restore(restoring, { file });
  assert.ok(!isRefusal(restored));
  assert.equal((await auditEntries(database)).at(-1)?.act, 'restore');
  assert.deepEqual(readdirSync(join(elsewhere, 'editions/jasnogrod/strategia-2032')).sort(), [
    '1.json',
    '2.json',
    '3.json',
  ]);
  const second = join(elsewhere, 'second.backup');
  await backup(restoring, { file: second });
  assert.equal(rowsOf(second), rows);
  const twice = await restore(restoring, { file });
  assert.equal(isRefusal(twice) && twice.refused, 'not-empty');
});

/** The rows, without ids (and the hashes over them) of the acts of this very test. */
function rowsOf(file: string): string {
  const lines = gunzipSync(readFileSync(file)).toString('utf8').trim().split('\n');
  return lines
    .slice(1, -1)
    .filter((line) => !line.includes('"act":"restore"'))
    .map((line) =>
      line.includes('"table":"audit"') ? line.replaceAll(/"(?:id|hash|previous_hash)":"[^"]+"/gu, '') : line,
    )
    .join('\n');
}

test('a damaged, foreign or missing backup is refused, and nothing is kept', async () => {
  const { database, close } = await openDatabase({ memory: true });
  await migrate(database);
  const acting = actingAt(database, AT);
  await loadExamples(acting, EXAMPLES);
  const file = join(acting.dataFolder, 'good.backup');
  await backup(acting, { file });
  const good = gunzipSync(readFileSync(file)).toString('utf8');
  await empty(database);
  await migrate(database);
  const lines = good.split('\n');
  const cases: [string, Buffer, string][] = [
    ['cut short', gzipSync(lines.slice(0, -2).join('\n')), 'backup-damaged'],
    ['cut gzip', readFileSync(file).subarray(0, -40), 'backup-damaged'],
    ['one letter changed', gzipSync(good.replace('Rewitalizacja', 'Rewitalizacjo')), 'backup-damaged'],
    ['not gzip', Buffer.from('hello'), 'backup-damaged'],
    ['another file', gzipSync('{"format":"other"}\n'), 'backup-foreign'],
    ['a newer version', gzipSync(good.replace('"0001-plans"', '"0001-plans","0099-later"')), 'backup-newer'],
  ];
  for (const [name, bytes, refused] of cases) {
    const path = join(acting.dataFolder, 'bad.backup');
    writeFileSync(path, bytes);
    const answer = await restore(acting, { file: path });
    assert.equal(isRefusal(answer) && answer.refused, refused, name);
    assert.deepEqual(await auditEntries(database), [], name);
  }
  const missing = await restore(acting, { file: join(acting.dataFolder, 'none') });
  assert.equal(isRefusal(missing) && missing.refused, 'file-unreadable');
  await close();
});

test('thaw, then freeze with the same publication: the same bytes', () => {
  for (const name of ['torun/edition-1.json', ...[1, 2, 3].map((n) => `jasnogrod/edition-${n}.json`)]) {
    const bytes = readFileSync(join(EXAMPLES, name));
    const read = readEdition(bytes);
    assert.ok('edition' in read, name);
    const { city, plan } = thaw(read.edition);
    const again = freeze(city, plan, { ...read.edition, productVersion: read.edition.product.version });
    assert.equal(Buffer.from(editionBytes(again)).toString(), bytes.toString(), name);
  }
});

test('a backup whose edition was changed is refused even when its own sums fit', async () => {
  const { database, close } = await openDatabase({ memory: true });
  await migrate(database);
  const acting = actingAt(database, AT);
  await loadExamples(acting, EXAMPLES);
  const file = join(acting.dataFolder, 'changed.backup');
  await backup(acting, { file });
  const lines = gunzipSync(readFileSync(file)).toString('utf8').trimEnd().split('\n');
  const changed = lines
    .slice(0, -1)
    .map((line) =>
      line.includes('"table":"edition"') ? line.replace('Rewitalizacja', 'Rewitalizacjo') : line,
    );
  const end = JSON.parse(lines.at(-1)!) as Record<string, unknown>;
  const sha256 = createHash('sha256')
    .update(`${changed.join('\n')}\n`)
    .digest('hex');
  writeFileSync(file, gzipSync(`${[...changed, JSON.stringify({ ...end, sha256 })].join('\n')}\n`));
  await empty(database);
  await migrate(database);
  const answer = await restore(acting, { file });
  assert.ok(isRefusal(answer));
  assert.deepEqual(answer.values, {
    file,
    edition: 'torun/cele-2028',
    number: 1,
    finding: 'edition-hash-wrong',
  });
  assert.deepEqual(await auditEntries(database), []);
  await close();
});

onBothEngines('what the office keeps comes back, sessions and links do not', async (database) => {
  const office = testOffice(database);
  const { acting } = office.office;
  await loadExamples(acting, EXAMPLES);
  const city = (await cityBySlug(database, 'jasnogrod'))!;
  const plan = (await planBySlug(database, city.id, 'strategia-2032'))!;
  const strategist = await office.as('strategist', city.id);
  const other = await office.as('approver', city.id, city.units[0]!.id);
  const item = `/office/jasnogrod/plans/strategia-2032/items/${plan.tasks[0]!.id}`;
  await strategist.post(`${item}/comments`, { act: 'comment', text: 'Pamiętaj', mention: other.personId! });
  await strategist.post(`${item}/attachments`, { act: 'attach', file: new File(['x'], 'x.txt') });
  const publish = '/office/jasnogrod/plans/strategia-2032/publish';
  await strategist.post(publish, { act: 'publish', when: 'later', at: '2099-01-01T10:00' });
  const file = join(acting.dataFolder, 'office.backup');
  const answer = await backup(acting, { file });
  assert.ok(!isRefusal(answer));
  const { person, credential, appointment, comment, attachment, notification } = answer.rows;
  assert.deepEqual([person, credential, appointment, comment, attachment], [2, 2, 2, 1, 1]);
  assert.ok(notification! >= 1 && answer.rows.publication_order === 1 && answer.rows.job! >= 1);

  await empty(database);
  await migrate(database);
  await saveFirstLinkForTest(database);
  const restored = await restore(acting, { file });
  assert.ok(!isRefusal(restored), JSON.stringify(restored));
  assert.deepEqual(restored.rows, answer.rows);
  for (const { broken } of await verifyAudit(acting)) assert.equal(broken, null);
  assert.match((await strategist.get(item)).headers.get('location') ?? '', /sign-in/u);
  const again = office.stranger();
  const entered = await again.post('/office/sign-in', { email: 'person-1@city.example', password: PASSWORD });
  assert.equal(entered.status, 303);
  assert.match(await (await again.get(`${item}/comments`)).text(), /Pamiętaj.*x\.txt/su);
  const { rows: links } = await sql<{
    count: number;
  }>`select count(*)::integer as count from installation`.execute(database);
  assert.equal(links[0]!.count, 0);
  // Work goes on: the chain of the record is continued, not forked.
  await again.post(`${item}/comments`, { act: 'comment', text: 'Dalej' });
  for (const { broken } of await verifyAudit(acting)) assert.equal(broken, null);
});

onBothEngines('every table is in a backup or left out on purpose', async (database) => {
  const { rows } = await sql<{ name: string }>`
    select table_name as name from information_schema.tables where table_schema = 'public'`.execute(database);
  const known = new Set<string>([...TABLES.map(({ name }) => name), ...LEFT_OUT]);
  assert.deepEqual(
    rows.map(({ name }) => name).filter((name) => !known.has(name)),
    [],
  );
});

onBothEngines('rows of an older program, without later columns, get their defaults', async (database) => {
  const acting = actingAt(database, AT);
  await loadExamples(acting, EXAMPLES);
  const file = join(acting.dataFolder, 'new.backup');
  await backup(acting, { file });
  const later: Readonly<Record<string, readonly string[]>> = {
    plan: ['version', 'previous_plan_id', 'confirm_publication'],
    node: ['version', 'deleted_at'],
    task: ['version', 'deleted_at'],
    audit: ['person_id', 'plan_id', 'number', 'previous_hash', 'hash'],
  };
  const lines = gunzipSync(readFileSync(file)).toString('utf8').trim().split('\n').slice(0, -1);
  const old = lines.map((line) => {
    const { table, row, ...header } = JSON.parse(line) as { table?: string; row: Record<string, unknown> };
    if (table === undefined) return canonical({ ...header, migrations: ['0001-plans'] });
    return canonical({
      table,
      row: Object.fromEntries(Object.entries(row).filter(([name]) => !later[table]?.includes(name))),
    });
  });
  const body = old.map((line) => `${line}\n`).join('');
  const end = { end: true, rows: {}, sha256: createHash('sha256').update(body).digest('hex') };
  writeFileSync(file, gzipSync(`${body}${canonical(end)}\n`));
  await empty(database);
  await migrate(database);
  const restored = await restore(acting, { file });
  assert.ok(!isRefusal(restored), JSON.stringify(restored));
  const [whole] = (await verifyAudit(acting)).slice(-1);
  assert.deepEqual([whole!.entries, whole!.broken], [1, null]);
});

async function saveFirstLinkForTest(database: Database): Promise<void> {
  const link = { tokenHash: 'a'.repeat(64), expiresAt: '2099-01-01T00:00:00Z' };
  await transact(database, (tx) => saveFirstLink(tx, link));
}
