// The developers' commands: node scripts/run.mjs test | check | bench | build | format | score-intake …
// Runs on any Node: installs what is missing, then starts the script on the project's own Node 24.
import { spawnSync } from 'node:child_process';
import { delimiter, join } from 'node:path';
import { ensureBuild, ensureDependencies, ownNode, root } from './ensure.mjs';

const [command = '', ...rest] = process.argv.slice(2);
const loader = ['--import', '@oxc-node/core/register', '--disable-warning=ExperimentalWarning'];
const scripts = {
  test: [...loader, 'scripts/test.ts'],
  check: [...loader, 'scripts/test.ts', '--quick'],
  bench: [...loader, '--expose-gc', 'bench/main.ts'],
  'score-intake': [...loader, join(root, 'scripts/score-intake.ts')],
};

ensureDependencies();
const env = {
  ...process.env,
  PATH: `${join(root, 'node_modules/.bin')}${delimiter}${process.env.PATH ?? ''}`,
};
if (command === 'build') ensureBuild();
else if (command === 'format')
  run(join(root, 'node_modules/.bin/oxfmt'), ['src', 'test', 'scripts', 'bench', 'assets', 'examples']);
else if (command in scripts) {
  if (command === 'test' || command === 'bench') ensureBuild();
  if (command === 'bench') env.NODE_ENV = 'production';
  run(ownNode, [...scripts[command], ...rest]);
} else {
  console.error(`usage: node scripts/run.mjs ${[...Object.keys(scripts), 'build', 'format'].join(' | ')}`);
  process.exit(2);
}

function run(file, args) {
  const done = spawnSync(file, args, {
    cwd: command === 'score-intake' ? process.cwd() : root,
    stdio: ['ignore', 'inherit', 'inherit'],
    env,
  });
  process.exit(done.status ?? 1);
}
