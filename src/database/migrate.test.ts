import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { sql } from 'kysely';
import { DatabaseNewer, migrate, missingMigrations } from './migrate.ts';
import { empty, freshServerDatabase, onBothEngines } from './testing.ts';

const CHILD = fileURLToPath(new URL('./child.ts', import.meta.url));

onBothEngines('migrating again does nothing', async (database) => {
  assert.deepEqual(await missingMigrations(database), []);
  assert.deepEqual(await migrate(database), []);
  await empty(database);
  assert.deepEqual(await missingMigrations(database), ['0001-plans', '0002-office']);
});

onBothEngines('a database of a newer program is refused', async (database) => {
  await sql`insert into kysely_migration values ('9999-tomorrow', '2030-01-01')`.execute(database);
  await assert.rejects(migrate(database), (error: unknown) => {
    assert.ok(error instanceof DatabaseNewer);
    assert.deepEqual(error.unknown, ['9999-tomorrow']);
    return true;
  });
});

test('four processes migrate at once: one does it, none fails (postgresql)', async () => {
  const { url, drop } = await freshServerDatabase();
  try {
    const run = () => promisify(execFile)(process.execPath, [CHILD, 'migrate', url], { timeout: 60_000 });
    const ran = await Promise.all([run(), run(), run(), run()]);
    assert.deepEqual(ran.map(({ stdout }) => stdout.trim()).sort(), ['0', '0', '0', '2']);
  } finally {
    await drop();
  }
});
