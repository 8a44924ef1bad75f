/** A process of its own for tests and the kill loop: `hold FOLDER`, `commit FOLDER N`, `write FOLDER`, `migrate URL`. */

import { sql } from 'kysely';
import { writeSync } from 'node:fs';
import { transact } from './engine.ts';
import { migrate } from './migrate.ts';
import { openDatabase } from './open.ts';

const [task, where = '', count = '0'] = process.argv.slice(2);
const { database, close } = await openDatabase(task === 'migrate' ? { url: where } : { folder: where });

if (task === 'hold') {
  writeSync(1, 'held\n');
  setInterval(() => {}, 60_000);
} else if (task === 'migrate') {
  const ran = await migrate(database);
  writeSync(1, `${ran.length}\n`);
  await close();
} else if (task === 'commit') {
  await sql`create table if not exists numbered (n integer primary key)`.execute(database);
  writeSync(1, 'commits begin\n');
  for (let n = 0; n < Number(count); n += 1) {
    await sql`insert into numbered select coalesce(max(n), 0) + 1 from numbered`.execute(database);
  }
  writeSync(1, 'commits end\n');
  await close();
} else if (task === 'write') {
  await sql`create table if not exists numbered (n integer primary key)`.execute(database);
  await sql`create table if not exists counter (n integer not null)`.execute(database);
  await sql`insert into counter select 0 where not exists (select from counter)`.execute(database);
  for (;;) {
    const n = await transact(database, async (tx) => {
      const { rows } = await sql<{ n: number }>`
        insert into numbered select coalesce(max(n), 0) + 1 from numbered returning n`.execute(tx);
      await sql`update counter set n = n + 1`.execute(tx);
      return rows[0]!.n;
    });
    writeSync(1, `${n}\n`);
  }
}
