/** The command line: `horyzont COMMAND`. Reads language and settings, runs one command, gives its exit code. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { FolderInUse } from '../database/lock.ts';
import { DatabaseNewer } from '../database/migrate.ts';
import { EMBEDDED_VERSION, FolderVersion, ServerEncoding, ServerTooOld } from '../database/version.ts';
import { refusal } from '../problem.ts';
import type { Refusal, Values } from '../problem.ts';
import { programFolder } from '../system/program.ts';
import { backupWords } from '../text/command-backup.ts';
import { doctorWords } from '../text/command-doctor.ts';
import { exportWords } from '../text/command-export.ts';
import { importWords } from '../text/command-import.ts';
import { publishWords } from '../text/command-publish.ts';
import { restoreWords } from '../text/command-restore.ts';
import { serveWords } from '../text/command-serve.ts';
import { settingWords } from '../text/command-setting.ts';
import { verifyWords } from '../text/command-verify.ts';
import { commandMessages } from '../text/command.ts';
import type { Locale } from '../text/locale.ts';
import type { Command, Context } from './context.ts';
import { EXIT, refuse, UsageError } from './context.ts';
import { distance, readSettings } from './settings.ts';

const COMMANDS = {
  serve: { words: serveWords, load: (): Promise<Command> => import('./serve.ts') },
  import: { words: importWords, load: (): Promise<Command> => import('./import.ts') },
  publish: { words: publishWords, load: (): Promise<Command> => import('./publish.ts') },
  export: { words: exportWords, load: (): Promise<Command> => import('./export.ts') },
  verify: { words: verifyWords, load: (): Promise<Command> => import('./verify.ts') },
  backup: { words: backupWords, load: (): Promise<Command> => import('./backup.ts') },
  restore: { words: restoreWords, load: (): Promise<Command> => import('./restore.ts') },
  doctor: { words: doctorWords, load: (): Promise<Command> => import('./doctor.ts') },
} as const;
type CommandName = keyof typeof COMMANDS;
const NAMES = Object.keys(COMMANDS) as CommandName[];

/** Where a run of the program stands: everything that it takes from its process. */
export interface Surroundings {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly cwd: string;
  readonly out: (line: string) => void;
  readonly err: (line: string) => void;
}

/** Runs one command and gives its exit code. Never throws. */
export async function main(argv: readonly string[], around: Surroundings): Promise<number> {
  const { locale, rest } = takeLanguage(argv, around.env);
  const messages = commandMessages(locale);
  const [name = '', ...args] = rest;
  const root = programFolder();
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };

  if (name === '' || name === '--help' || name === '-h' || name === 'help') {
    around.out(messages.help);
    return name === '' ? EXIT.usage : EXIT.done;
  }
  if (name === '--version') {
    around.out(version);
    return EXIT.done;
  }
  if (!isCommand(name)) {
    around.err(messages.unknownCommand(name, nearest(name)));
    return EXIT.usage;
  }
  if (args.includes('--help') || args.includes('-h')) {
    around.out(COMMANDS[name].words(locale).help);
    return EXIT.done;
  }

  const read = readSettings(around.env, around.cwd);
  if ('problems' in read) {
    around.err(messages.settingsWrong);
    const words: Readonly<Record<string, (values: Values) => string>> = settingWords(locale);
    for (const problem of read.problems)
      around.err(`  ${words[problem.code]?.(problem.values) ?? problem.code}`);
    return EXIT.usage;
  }
  const context: Context = {
    ...around,
    settings: read.settings,
    locale,
    messages,
    root,
    productVersion: version,
  };
  try {
    const command = await COMMANDS[name].load();
    return await command.run(args, context);
  } catch (error) {
    return failed(error, name, context);
  }
}

function failed(error: unknown, name: CommandName, context: Context): number {
  if (error instanceof UsageError) {
    context.err(context.messages.usage(error.message, name));
    return EXIT.usage;
  }
  const known = refusalOf(error, context);
  if (known) return refuse(context, known);
  context.err(
    context.messages.fault(error instanceof Error ? (error.stack ?? error.message) : String(error)),
  );
  return EXIT.fault;
}

/** Errors that mean "not now, because …", told in words with what to do. */
function refusalOf(error: unknown, { settings }: Context): Refusal | null {
  const folder = settings.dataFolder;
  if (error instanceof FolderInUse)
    return refusal('folder-in-use', { folder, pid: error.holder?.pid ?? '', host: error.holder?.host ?? '' });
  if (error instanceof FolderVersion)
    return refusal('folder-version', { folder, found: error.found, expected: EMBEDDED_VERSION });
  if (error instanceof ServerTooOld) return refusal('server-too-old', { found: error.found });
  if (error instanceof ServerEncoding) return refusal('server-encoding', { found: error.found });
  if (error instanceof DatabaseNewer)
    return refusal('database-newer', { migrations: error.unknown.join(', ') });
  const { code = '', syscall, path, hostname } = error as NodeJS.ErrnoException & { hostname?: string };
  const address = { host: settings.host, port: settings.port };
  if (code === 'EADDRINUSE') return refusal('address-taken', address);
  if (syscall === 'listen' && code === 'EACCES') return refusal('address-forbidden', address);
  if (syscall === 'listen' || (syscall === 'getaddrinfo' && hostname === settings.host))
    return refusal('address-foreign', { ...address, why: code });
  if (['EACCES', 'EROFS', 'ENOSPC', 'EEXIST', 'ENOTDIR'].includes(code) && path !== undefined)
    return refusal('not-writable', { folder: path, why: code });
  const unreachable = syscall === 'connect' || syscall === 'getaddrinfo' || /^(?:08|28|3D|57P)/u.test(code);
  if (settings.databaseUrl !== null && unreachable) return refusal('database-unreachable', { why: code });
  return null;
}

/** `--lang` wherever it stands, else LC_ALL, LC_MESSAGES or LANG. */
function takeLanguage(
  argv: readonly string[],
  env: Surroundings['env'],
): { readonly locale: Locale; readonly rest: readonly string[] } {
  const rest = [...argv];
  const said = env['LC_ALL'] || env['LC_MESSAGES'] || env['LANG'] || '';
  let locale: Locale = said.toLowerCase().startsWith('pl') ? 'pl' : 'en';
  const at = rest.findIndex((arg) => arg === '--lang' || arg.startsWith('--lang='));
  if (at >= 0) {
    const joined = rest[at]!.slice('--lang='.length);
    const value = joined || rest[at + 1];
    if (value === 'pl' || value === 'en') {
      locale = value;
      rest.splice(at, joined ? 1 : 2);
    }
  }
  return { locale, rest };
}

function isCommand(name: string): name is CommandName {
  return Object.hasOwn(COMMANDS, name);
}

function nearest(name: string): CommandName {
  return NAMES.reduce((best, one) => (distance(name, one) < distance(name, best) ? one : best));
}

/** True when this file (or the bundle made of it) is the program, false when a test imports it. */
const isProgram = process.argv[1] !== undefined && /(?:horyzont\.js|cli\/main\.ts)$/u.test(process.argv[1]);
if (isProgram) {
  process.exitCode = await main(process.argv.slice(2), {
    env: process.env,
    cwd: process.cwd(),
    out: (line) => void process.stdout.write(line.endsWith('\n') ? line : `${line}\n`),
    err: (line) => void process.stderr.write(line.endsWith('\n') ? line : `${line}\n`),
  });
}
