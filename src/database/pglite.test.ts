import assert from 'node:assert/strict';
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { sql } from 'kysely';
import { FolderInUse } from './lock.ts';
import { openDatabase } from './open.ts';
import { FolderVersion } from './version.ts';

const CHILD = fileURLToPath(new URL('./child.ts', import.meta.url));
const hasStrace = spawnSync('strace', ['-V'], { stdio: 'ignore' }).status === 0;

describe('the embedded database', () => {
  let home = '';
  let folder = '';
  before(() => {
    home = mkdtempSync(join(tmpdir(), 'horyzont-db-'));
    folder = join(home, 'database');
  });
  after(() => rmSync(home, { recursive: true, force: true }));

  test('keeps what was written, and the main thread stays free meanwhile', async () => {
    const first = await openDatabase({ folder });
    await sql`create table kept (n integer primary key)`.execute(first.database);
    await sql`insert into kept select generate_series(1, 1000)`.execute(first.database);
    let ticks = 0;
    const timer = setInterval(() => (ticks += 1), 5);
    await sql`select count(*)::int from generate_series(1, 1500000)`.execute(first.database);
    clearInterval(timer);
    assert.ok(ticks > 5, `${ticks} ticks during a long query`);
    await first.close();
    const second = await openDatabase({ folder });
    const { rows } = await sql`select count(*)::int as n from kept`.execute(second.database);
    assert.deepEqual(rows, [{ n: 1000 }]);
    await assert.rejects(openDatabase({ folder }), FolderInUse);
    await second.close();
    await assert.rejects(sql`select 1`.execute(second.database), /closed|destroyed/u);
  });

  test('refuses a second process, names the first, and is free at once after kill -9', async () => {
    const holder = spawn(process.execPath, [CHILD, 'hold', folder], { stdio: ['ignore', 'pipe', 'inherit'] });
    await new Promise((ready) => holder.stdout.once('data', ready));
    await assert.rejects(openDatabase({ folder }), (error: unknown) => {
      assert.ok(error instanceof FolderInUse);
      assert.equal(error.holder?.pid, holder.pid);
      return true;
    });
    const gone = new Promise((done) => holder.once('exit', done));
    holder.kill('SIGKILL');
    await gone;
    const { database, close } = await openDatabase({ folder });
    assert.equal((await sql`select 1`.execute(database)).rows.length, 1);
    await close();
    assert.deepEqual(readdirSync(home), ['database'], 'the pid file is gone after a clean close');
  });

  test('flushes once a commit', { skip: hasStrace ? false : 'strace is not installed' }, () => {
    const log = join(home, 'strace.log');
    execFileSync(
      'strace',
      [
        '-f',
        '-y',
        '-e',
        'trace=fsync,fdatasync,write',
        '-e',
        'signal=none',
        '-s',
        '40',
        '-o',
        log,
        process.execPath,
        CHILD,
        'commit',
        folder,
        '20',
      ],
      { stdio: ['ignore', 'ignore', 'inherit'], timeout: 60_000 },
    );
    const lines = readFileSync(log, 'utf8').split('\n');
    const from = lines.findIndex((line) => line.includes('"commits begin'));
    const to = lines.findIndex((line) => line.includes('"commits end'));
    assert.ok(from > 0 && to > from, 'the child wrote its two marks');
    const flushes = lines.slice(from, to).filter((line) => /f(?:data)?sync\(.*pg_wal/u.test(line));
    assert.equal(flushes.length, 20);
  });

  test('says when the folder is of another PostgreSQL version', async () => {
    const old = join(home, 'old');
    mkdirSync(old);
    writeFileSync(join(old, 'PG_VERSION'), '16\n');
    await assert.rejects(openDatabase({ folder: old }), (error: unknown) => {
      assert.ok(error instanceof FolderVersion);
      assert.equal(error.found, '16');
      return true;
    });
  });

  test('a holder on another host is believed while its heart beats', async () => {
    const shared = join(home, 'shared');
    mkdirSync(shared);
    writeFileSync(`${shared}.pid`, '{"pid":1,"host":"another-host.example"}\n');
    const beat = setInterval(
      () => writeFileSync(`${shared}.pid`, '{"pid":1,"host":"another-host.example"}\n'),
      500,
    );
    try {
      await assert.rejects(openDatabase({ folder: shared }), FolderInUse);
    } finally {
      clearInterval(beat);
    }
  });
});
