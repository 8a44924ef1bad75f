import assert from 'node:assert/strict';
import { sql } from 'kysely';
import { insertAudit, insertAudits } from '../database/audit.ts';
import type { AuditEntry } from '../database/audit.ts';
import { insertCity } from '../database/city.ts';
import { transact } from '../database/engine.ts';
import type { Database } from '../database/engine.ts';
import { inCity } from '../database/tenant.ts';
import { onBothEngines } from '../database/testing.ts';
import { newIds } from '../system/id.ts';
import { city as smallCity, id } from '../../test/world/small.ts';
import { actingAt } from './testing.ts';
import { verifyAudit } from './verify-audit.ts';

const city = smallCity();
const newId = newIds();

function entry(n: number, over: Partial<AuditEntry> = {}): AuditEntry {
  return {
    id: newId(),
    cityId: city.id,
    at: '2026-11-22T10:00:00Z',
    who: 'strategist',
    act: 'edit-item',
    thing: 'node',
    thingId: id(n),
    before: { title: { pl: 'Żółw', en: 'Turtle' }, ratio: 0.1, none: null },
    after: { title: { pl: '„Żółw”', en: 'T' }, left: undefined, list: [1, 2.5e-7, 'a\u0001'] },
    ...over,
  };
}

async function tamper(database: Database, ...statements: readonly string[]): Promise<void> {
  await sql`alter table audit disable trigger user`.execute(database);
  for (const statement of statements) await sql.raw(statement).execute(database);
  await sql`alter table audit enable trigger user`.execute(database);
}

async function filled(database: Database, entries: number): Promise<void> {
  await transact(database, (tx) => insertCity(tx, city));
  for (let n = 1; n <= entries; n += 1) await inCity(database, city.id, (tx) => insertAudit(tx, entry(n)));
}

onBothEngines(
  'the chain of what acts wrote verifies, the installation’s beside the city’s',
  async (database) => {
    const acting = actingAt(database, '2026-11-22T10:00:00Z');
    await filled(database, 3);
    await inCity(database, city.id, (tx) => insertAudits(tx, [entry(4), entry(5)]));
    await transact(database, (tx) => insertAudit(tx, entry(1, { cityId: null, thing: 'installation' })));
    const [own, whole] = await verifyAudit(acting);
    assert.equal(own!.city, city.slug);
    assert.deepEqual([own!.entries, own!.broken], [5, null]);
    assert.deepEqual([whole!.city, whole!.entries, whole!.broken], [null, 1, null]);
  },
);

onBothEngines('transactions that write at once make one chain', async (database) => {
  const acting = actingAt(database, '2026-11-22T10:00:00Z');
  await filled(database, 0);
  await Promise.all(
    Array.from({ length: 20 }, (_, n) => inCity(database, city.id, (tx) => insertAudit(tx, entry(n)))),
  );
  const [own] = await verifyAudit(acting);
  assert.deepEqual([own!.entries, own!.broken], [20, null]);
});

onBothEngines('the first changed, missing and foreign entry is named', async (database) => {
  const acting = actingAt(database, '2026-11-22T10:00:00Z');
  await filled(database, 6);
  const why = async (): Promise<unknown> => {
    const { broken } = (await verifyAudit(acting))[0]!;
    return broken && [broken.number, broken.why];
  };
  await tamper(database, `update audit set who = 'auditor' where number = 5`);
  assert.deepEqual(await why(), [5, 'hash']);
  await tamper(database, `update audit set after = '{"title": null}' where number = 4`);
  assert.deepEqual(await why(), [4, 'hash']);
  await tamper(database, `delete from audit where number = 3`);
  assert.deepEqual(await why(), [3, 'missing']);
  await tamper(database, `update audit set previous_hash = repeat('0', 64) where number = 2`);
  assert.deepEqual(await why(), [2, 'previous']);
});

onBothEngines('the database itself refuses to change or remove an entry', async (database) => {
  await filled(database, 1);
  await assert.rejects(sql`update audit set who = 'nobody'`.execute(database), /written once/u);
  await assert.rejects(sql`delete from audit`.execute(database), /written once/u);
});
