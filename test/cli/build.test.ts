import assert from 'node:assert/strict';
import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readlinkSync,
  symlinkSync,
} from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { ROOT, script, serve, temporary } from './product.ts';

/** A checkout of its own, so that its sources can change; only the dependencies are shared. */
function checkout(): string {
  const root = join(temporary(), 'horyzont');
  mkdirSync(root);
  for (const name of ['src', 'assets', 'scripts', 'law', 'examples', 'package.json', 'package-lock.json'])
    cpSync(join(ROOT, name), join(root, name), { recursive: true });
  symlinkSync(join(ROOT, 'node_modules'), join(root, 'node_modules'));
  return root;
}

const root = checkout();
const env = { HORYZONT_DATA: join(root, 'data'), HORYZONT_EXAMPLES: 'all' };
const builds = (): readonly string[] =>
  readdirSync(join(root, 'dist')).filter((name) => name.startsWith('build-'));
const current = (): string => readlinkSync(join(root, 'dist/current'));

async function rebuild(source: string, text: string): Promise<void> {
  appendFileSync(join(root, source), text);
  const ran = await script(join(root, 'scripts/run.mjs'), ['build'], {});
  assert.equal(ran.code, 0, ran.err);
  assert.match(ran.err, /built in/u);
}

test('two first starts at once: one builds, the other waits, both work', async () => {
  const version = () => script(join(root, 'scripts/horyzont.mjs'), ['--version'], env);
  const both = await Promise.all([version(), version()]);
  for (const { code, out, err } of both) assert.deepEqual([code, out.trim()], [0, '0.1.0'], err);
  const said = both.map(({ err }) => err).join('');
  assert.equal(said.match(/horyzont: building …/gu)?.length, 1, said);
  assert.equal(said.match(/horyzont: waiting for another start/gu)?.length, 1, said);
  assert.deepEqual(builds(), [current()]);
  assert.equal(existsSync(join(root, 'dist/lock')), false);
});

test('a lock whose holder died is taken over', async () => {
  symlinkSync('2147483647', join(root, 'dist/lock'));
  await rebuild('assets/portal.css', '\n');
  assert.equal(existsSync(join(root, 'dist/lock')), false);
});

test('a build under a running server takes nothing away from it', async () => {
  const portal = await serve(env, root);
  const own = current();
  const page = await (await fetch(`${portal.url}/torun`)).text();
  const style = /assets\/portal-\w+\.css/u.exec(page)![0];
  await rebuild('assets/portal.css', '\n.changed { color: red }\n');
  await rebuild('src/system/typst-child.ts', '\nprocess.exit(9);\n');
  assert.notEqual(current(), own);
  // Read from the disk at the first question: the stylesheet, and the program that makes a document.
  for (const path of [`/${style}`, '/torun/cele-2028/cele.pdf']) {
    const answer = await fetch(portal.url + path);
    assert.equal(answer.status, 200, path);
    assert.ok((await answer.arrayBuffer()).byteLength > 1000);
  }
  assert.equal(await portal.stop(), 0);

  await rebuild('assets/portal.css', '\n');
  assert.equal(builds().includes(own), false, 'cleared away when nobody uses it any more');
  assert.equal(builds().length, 2);
});
