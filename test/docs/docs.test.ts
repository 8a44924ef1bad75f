import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { test } from 'node:test';

const pages = [...globSync('*.md'), ...globSync('docs/**/*.md'), ...globSync('examples/**/*.md')];

test('every link of the docs leads to a file or heading that is there', () => {
  const broken: string[] = [];
  for (const page of pages)
    for (const [, target = ''] of readFileSync(page, 'utf8').matchAll(/\]\(([^)\s]+)\)/g)) {
      if (/^(https?|mailto):/.test(target)) continue;
      const [path = '', anchor] = target.split('#');
      const file = path === '' ? page : normalize(join(dirname(page), path));
      if (!existsSync(file)) broken.push(`${page} -> ${target}`);
      else if (anchor && !headings(file).includes(anchor))
        broken.push(`${page} -> ${target} (no such heading)`);
    }
  assert.ok(pages.length > 8);
  assert.deepEqual(broken, []);
});

test('every npm command that the docs name is there', () => {
  const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> };
  const named = pages.flatMap((p) =>
    [
      ...readFileSync(p, 'utf8').matchAll(
        /npm (?:run )?(start|test|check|bench|build|format|score:intake)\b/g,
      ),
    ].map((m) => m[1]!),
  );
  assert.ok(named.length > 5);
  assert.deepEqual(
    [...new Set(named)].filter((n) => !(n in scripts)),
    [],
  );
});

test('every setting that the code reads is in the guide and in --help', () => {
  const source = globSync('src/**/*.ts')
    .filter((f) => !f.includes('.test.'))
    .map((f) => readFileSync(f, 'utf8'))
    .join('\n');
  const settings = new Set([...source.matchAll(/\b(HORYZONT_[A-Z_]+)\b/g)].map((m) => m[1]!));
  for (const name of ['PORT', 'HOST', 'DATABASE_URL']) settings.add(name);
  const guide = readFileSync('docs/guide/running.md', 'utf8');
  const help = execFileSync(
    process.execPath,
    ['--import', '@oxc-node/core/register', 'src/cli/main.ts', '--help'],
    { encoding: 'utf8' },
  );
  for (const name of settings) {
    assert.ok(guide.includes(name), `docs/guide/running.md does not name ${name}`);
    assert.ok(help.includes(name), `--help does not name ${name}`);
  }
});

test('every runtime dependency has its reason in ARCHITECTURE', () => {
  const { dependencies, devDependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as Record<
    'dependencies' | 'devDependencies',
    Record<string, string>
  >;
  const text = readFileSync('ARCHITECTURE.md', 'utf8');
  for (const name of Object.keys(dependencies)) assert.ok(text.includes(`\`${name}\``), name);
  for (const version of [...Object.values(dependencies), ...Object.values(devDependencies)])
    assert.match(version, /^\d+\.\d+\.\d+/, 'pinned exactly');
});

test('the lock file names no download host, and nothing names a path of a developer’s machine', () => {
  assert.doesNotMatch(readFileSync('package-lock.json', 'utf8'), /"resolved": "http/);
  const files = execFileSync('git', ['ls-files'], { encoding: 'utf8' })
    .trim()
    .split('\n')
    .filter((f) => /\.(ts|tsx|mjs|md|json|css|toml)$/.test(f) && f !== 'test/docs/docs.test.ts');
  const named = files.filter(
    (f) => existsSync(f) && /\/(home|Users|work)\/[a-z]+\//.test(readFileSync(f, 'utf8')),
  );
  assert.deepEqual(named, []);
});

function headings(file: string): string[] {
  return [...readFileSync(file, 'utf8').matchAll(/^#+ (.+)$/gm)].map(([, title = '']) =>
    title
      .toLowerCase()
      .replace(/[`*_"'?!.,:;()„”]/g, '')
      .trim()
      .replaceAll(' ', '-'),
  );
}
