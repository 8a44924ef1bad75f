/**
 * Everything that must hold, unattended: formatting, lint, types, then every *.test.ts(x) of the tree.
 * Ends with the line `N passed, N failed, N skipped`. `--quick`: formatting, lint, types and the architecture alone.
 * Other arguments are file name parts: only tests whose path holds one of them are run.
 */
import { spawnSync } from 'node:child_process';
import { globSync } from 'node:fs';
import { run } from 'node:test';
import { chromium, postgres } from './prerequisites.ts';

const quick = process.argv.includes('--quick');
const only = process.argv.slice(2).filter((a) => !a.startsWith('--'));
const count = { passed: 0, failed: 0, skipped: 0 };
const failures: string[] = [];
const started = Date.now();

if (only.length === 0) {
  step('format', ['oxfmt', '--check', 'src', 'test', 'scripts', 'bench', 'assets', 'examples']);
  step('lint', [
    'oxlint',
    '--type-aware',
    '--deny-warnings',
    'src',
    'test',
    'scripts',
    'bench',
    'assets',
    'examples',
  ]);
  step('types', ['tsc', '--noEmit', '-p', '.']);
}
if (!quick) for (const need of [chromium(), postgres()]) prerequisite(need);

const files = globSync([
  'src/**/*.test.{ts,tsx}',
  'test/**/*.test.{ts,tsx}',
  'examples/**/*.test.ts',
  'scripts/**/*.test.ts',
])
  .sort()
  .filter((f) =>
    quick ? f.startsWith('test/architecture') : only.length === 0 || only.some((o) => f.includes(o)),
  );
await tests(files);

const seconds = ((Date.now() - started) / 1000).toFixed(0);
if (failures.length > 0) console.log(`\nFailures:\n${failures.join('\n')}`);
console.log(`\n${files.length} test files, ${seconds} s`);
console.log(`${count.passed} passed, ${count.failed} failed, ${count.skipped} skipped`);
process.exit(count.failed > 0 || count.passed === 0 ? 1 : 0);

function step(name: string, [tool = '', ...args]: readonly string[]): void {
  const begin = Date.now();
  const done = spawnSync(process.execPath, [`node_modules/${bin(tool)}`, ...args], { encoding: 'utf8' });
  report(name, done.status === 0, `${done.stdout}\n${done.stderr}`.trim(), Date.now() - begin);
}

function bin(tool: string): string {
  return { oxfmt: 'oxfmt/bin/oxfmt', oxlint: 'oxlint/bin/oxlint', tsc: 'typescript/bin/tsc' }[tool] ?? tool;
}

function prerequisite(need: { name: string; found: string | null; command: string }): void {
  report(`${need.name} is there`, need.found !== null, `${need.name} was not found. Run: ${need.command}`, 0);
  if (need.found && need.name === 'Chromium') process.env['CHROMIUM_PATH'] = need.found;
}

function report(name: string, good: boolean, detail: string, ms: number): void {
  count[good ? 'passed' : 'failed'] += 1;
  console.log(`${good ? '✔' : '✖'} ${name} (${(ms / 1000).toFixed(1)} s)`);
  if (!good) {
    console.log(detail);
    failures.push(`✖ ${name}`);
  }
}

async function tests(files: readonly string[]): Promise<void> {
  if (files.length === 0) return;
  const stream = run({
    files: [...files],
    concurrency: 2,
    timeout: 240_000,
    execArgv: ['--import', '@oxc-node/core/register', '--disable-warning=ExperimentalWarning'],
  });
  const took = new Map<string, number>();
  for await (const event of stream) {
    if (event.type === 'test:pass' || event.type === 'test:fail') {
      const { data } = event;
      const isFile =
        data.details.type === 'suite' || (data.nesting === 0 && files.some((f) => data.name.endsWith(f)));
      if (data.nesting === 0)
        took.set(data.file ?? data.name, (took.get(data.file ?? data.name) ?? 0) + data.details.duration_ms);
      if (event.type === 'test:fail') {
        // A suite fails with its tests, which are counted themselves; a hook of it that fails is counted here.
        if (failureType(data.details.error) === 'subtestsFailed') continue;
        count.failed += 1;
        const error = data.details.error.cause ?? data.details.error;
        const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
        console.log(`✖ ${data.file ?? ''} › ${data.name}\n${indent(text)}`);
        failures.push(`✖ ${data.file ?? ''} › ${data.name}`);
      } else if (data.skip !== undefined && data.skip !== false) {
        count.skipped += 1;
        console.log(`– ${data.name}: skipped${typeof data.skip === 'string' ? `, ${data.skip}` : ''}`);
      } else if (!isFile) count.passed += 1;
    } else if (event.type === 'test:stderr' && only.length > 0) process.stderr.write(event.data.message);
  }
  const slow = [...took].sort((a, b) => b[1] - a[1]).slice(0, 8);
  console.log('\nSlowest files:');
  for (const [file, ms] of slow)
    console.log(`  ${(ms / 1000).toFixed(1)} s  ${file.replace(`${process.cwd()}/`, '')}`);
}

function indent(text: string): string {
  return text
    .split('\n')
    .map((line) => `    ${line}`)
    .join('\n');
}

function failureType(error: unknown): string | undefined {
  return (error as { failureType?: string }).failureType;
}
