import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { horyzont, serve, temporary } from './product.ts';

const LINK = /^ {2}(http:\S+\/office\/first\?token=[\w-]{43})$/mu;

test('a start prints a link for the first administrator, until there is one', async () => {
  const data = join(temporary(), 'data');
  const before = await serve({ HORYZONT_DATA: data, LANG: 'pl_PL.UTF-8' });
  assert.match(before.err(), /Nikt nie ma jeszcze konta w biurze/u);
  const older = LINK.exec(before.err())![1]!;
  assert.equal((await fetch(older)).status, 200);
  assert.ok(!before.log().includes(new URL(older).searchParams.get('token')!), 'the link is not in the log');
  assert.equal(await before.stop(), 0);

  const env = { HORYZONT_DATA: data };
  const office = await serve(env);
  const link = new URL(LINK.exec(office.err())![1]!);
  assert.ok(link.href.startsWith(office.url));
  assert.equal((await fetch(office.url + new URL(older).pathname + new URL(older).search)).status, 410);

  // Handed over to the server that runs: a newer link, and the printed one works no more.
  const made = await horyzont(['first-link'], { ...env, HORYZONT_ORIGIN: 'https://plan.example' });
  assert.equal(made.code, 0, made.err);
  const token = /^https:\/\/plan\.example\/office\/first\?token=([\w-]{43})\n$/u.exec(made.out)![1]!;
  assert.equal((await fetch(link)).status, 410);
  const begun = await fetch(`${office.url}/office/first`, {
    method: 'POST',
    redirect: 'manual',
    headers: { origin: office.url },
    body: new URLSearchParams({
      token,
      name: 'Anna Nowak',
      email: 'anna@city.example',
      password: 'kotwica mgła lampa',
      cityName: 'Lipowiec',
      cityLanguages: 'pl',
      cityZone: 'Europe/Warsaw',
    }),
  });
  assert.equal(begun.status, 303, await begun.text());
  assert.match(begun.headers.get('set-cookie') ?? '', /^horyzont\.session_token=/u);

  const refused = await horyzont(['first-link'], env);
  assert.deepEqual([refused.code, /There is an administrator/u.test(refused.err)], [3, true]);
  assert.equal((await horyzont(['first-link', '--force'], env)).code, 0);
  assert.equal(await office.stop(), 0);

  const after = await serve(env);
  assert.doesNotMatch(after.err(), /first\?token/u);
  assert.equal(await after.stop(), 0);
});
