import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { test } from 'node:test';
import { gunzipSync, gzipSync } from 'node:zlib';
import { auditEntries } from '../database/audit.ts';
import { cityBySlug } from '../database/city.ts';
import { planBySlug } from '../database/plan.ts';
import { editionBytes } from '../edition/chain.ts';
import { freeze } from '../edition/freeze.ts';
import { readEdition } from '../edition/upgrade.ts';
import { migrate } from '../database/migrate.ts';
import { openDatabase } from '../database/open.ts';
import { empty, onBothEngines } from '../database/testing.ts';
import { isRefusal } from '../problem.ts';
import { backup } from './backup.ts';
import { loadExamples } from './load-examples.ts';
import { restore } from './restore.ts';
import { actingAt, testFolder } from './testing.ts';
import { thaw } from './thaw.ts';

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

/** The rows, without ids and times of the acts of this very test. */
function rowsOf(file: string): string {
  const lines = gunzipSync(readFileSync(file)).toString('utf8').trim().split('\n');
  return lines
    .slice(1, -1)
    .filter((line) => !line.includes('"act":"restore"'))
    .map((line) => (line.includes('"table":"audit"') ? line.replace(/"id":"[^"]+"/u, '') : line))
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
