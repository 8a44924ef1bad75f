import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { before, test } from 'node:test';
import { freshServerDatabase } from '../../src/database/testing.ts';
import { contents } from './folder.ts';
import { horyzont, serve, SMALL_PAGE, temporary } from './product.ts';

const home = temporary();
const kept = join(home, 'kept.backup');
const env = { HORYZONT_DATA: join(home, 'data') };
let published: Record<string, string>;
let exported: Record<string, string>;

async function done(args: readonly string[], where: Readonly<Record<string, string>>): Promise<string> {
  const ran = await horyzont(args, where);
  assert.equal(ran.code, 0, ran.err);
  return ran.out;
}

/** Exports without what needs time, and gives every file's hash. */
async function exportOf(where: Readonly<Record<string, string>>): Promise<Record<string, string>> {
  const folder = join(temporary(), 'site');
  await done(['export', folder, '--without-pdf'], where);
  return contents(folder);
}

before(async () => {
  writeFileSync(join(home, 'page.txt'), SMALL_PAGE);
  const portal = await serve(env);
  const plan = ['--city', 'lipowiec', '--plan', 'strategia-2030'];
  await done(['import', join(home, 'page.txt'), ...plan, '--accept'], env);
  await done(['publish', ...plan, '--by', 'Biuro Strategii'], env);
  await done(['publish', ...plan, '--force', '--note', 'Drugie wydanie.'], env);
  const said = await done(['backup', kept, '--lang', 'pl'], env);
  assert.match(said, /1 miasto, 1 plan, 2 wydania/u, 'the portal runs meanwhile');
  assert.equal(await portal.stop(), 0);
  published = contents(join(env.HORYZONT_DATA, 'editions'));
  exported = await exportOf(env);
});

test('backup, restore and sha256sum say the same hash, and say of what', async () => {
  const where = { HORYZONT_DATA: join(temporary(), 'data') };
  const file = join(home, 'again.backup');
  const said = `(as sha256sum prints it): `;
  const [first = '', hash] = (await done(['backup', file], env)).trim().split(said);
  assert.match(first, /SHA-256 of the file $/u);
  assert.equal(hash, createHash('sha256').update(readFileSync(file)).digest('hex'));
  assert.equal((await done(['restore', file], where)).trim().split(said)[1], hash);
  assert.match(
    await done(['backup', file, '--lang', 'pl'], env),
    /^SHA-256 pliku \(jak w sha256sum\): \w{64}$/mu,
  );
});

test('a backup is its owner’s alone and holds no trace of the engine', () => {
  assert.equal(statSync(kept).mode & 0o777, 0o600);
  assert.equal(Object.keys(published).length, 2);
});

for (const engine of ['embedded', 'postgresql'] as const)
  test(`restored on ${engine}: the same editions, the same export, and it goes on from there`, async (t) => {
    const server = engine === 'postgresql' ? await freshServerDatabase() : null;
    t.after(() => server?.drop());
    const where = {
      HORYZONT_DATA: join(temporary(), 'data'),
      ...(server && { DATABASE_URL: server.url }),
    };
    assert.match(
      await done(['restore', kept], where),
      /^Restored the copy of .*: 1 city, 1 plan, 2 editions\.$/mu,
    );
    assert.deepEqual(contents(join(where.HORYZONT_DATA, 'editions')), published);
    assert.deepEqual(await exportOf(where), exported);
    const twice = await horyzont(['restore', kept], where);
    assert.deepEqual([twice.code, /only into an empty one/u.test(twice.err)], [3, true]);
    const unchanged = await horyzont(['publish', '--plan', 'strategia-2030'], where);
    assert.deepEqual([unchanged.code, /since edition 2/u.test(unchanged.err)], [3, true], unchanged.err);
    await done(['publish', '--plan', 'strategia-2030', '--force'], where);
    assert.match(await done(['doctor'], where), /lipowiec\/strategia-2030: 3 editions, the chain fits/u);
  });

test('a running portal that has examples refuses a restore and stays as it was', async () => {
  const where = { HORYZONT_DATA: join(temporary(), 'data'), HORYZONT_EXAMPLES: 'all' };
  const portal = await serve(where);
  const before = contents(join(where.HORYZONT_DATA, 'editions'));
  assert.equal(Object.keys(before).length, 4);
  const refused = await horyzont(['restore', kept], where);
  assert.deepEqual([refused.code, /only into an empty one/u.test(refused.err)], [3, true]);
  assert.equal((await fetch(`${portal.url}/lipowiec`)).status, 404);
  assert.equal((await fetch(`${portal.url}/torun/cele-2028`)).status, 200);
  assert.equal(await portal.stop(), 0);
  assert.deepEqual(contents(join(where.HORYZONT_DATA, 'editions')), before);
});

test('a damaged backup is refused, and what it left can take the good one', async () => {
  const where = { HORYZONT_DATA: join(temporary(), 'data') };
  const bytes = readFileSync(kept);
  const middle = Math.floor(bytes.length / 2);
  bytes[middle] = bytes[middle]! ^ 1;
  const damaged = join(home, 'damaged.backup');
  writeFileSync(damaged, bytes);
  const refused = await horyzont(['restore', damaged], where);
  assert.deepEqual(
    [refused.code, /damaged\.backup is damaged .* Nothing was restored/u.test(refused.err)],
    [3, true],
    refused.err,
  );
  assert.equal(existsSync(join(where.HORYZONT_DATA, 'editions')), false);
  await done(['restore', kept], where);
  assert.deepEqual(contents(join(where.HORYZONT_DATA, 'editions')), published);
});
