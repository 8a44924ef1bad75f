/** The command line: `horyzont COMMAND`. Reads language and settings, runs one command, gives its exit code. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Values } from '../problem.ts';
import { programFolder } from '../system/program.ts';
import { backupWords } from '../text/command-backup.ts';
import { doctorWords } from '../text/command-doctor.ts';
import { exportWords } from '../text/command-export.ts';
import { firstLinkWords } from '../text/command-first-link.ts';
import { importWords } from '../text/command-import.ts';
import { publishWords } from '../text/command-publish.ts';
import { restoreWords } from '../text/command-restore.ts';
import { serveWords } from '../text/command-serve.ts';
import { settingWords } from '../text/command-setting.ts';
import { verifyWords } from '../text/command-verify.ts';
import { commandMessages } from '../text/command.ts';
import { LOCALES } from '../text/locale.ts';
import type { Locale } from '../text/locale.ts';
import type { Command, Context } from './context.ts';
import { EXIT, refuse, UsageError } from './context.ts';
import { refusalOf } from './refusals.ts';
import { distance, readSettings } from './settings.ts';

const COMMANDS = {
  serve: { words: serveWords, load: (): Promise<Command> => import('./serve.ts') },
  import: { words: importWords, load: (): Promise<Command> => import('./import.ts') },
  publish: { words: publishWords, load: (): Promise<Command> => import('./publish.ts') },
  export: { words: exportWords, load: (): Promise<Command> => import('./export.ts') },
  verify: { words: verifyWords, load: (): Promise<Command> => import('./verify.ts') },
  backup: { words: backupWords, load: (): Promise<Command> => import('./backup.ts') },
  restore: { words: restoreWords, load: (): Promise<Command> => import('./restore.ts') },
  'first-link': { words: firstLinkWords, load: (): Promise<Command> => import('./first-link.ts') },
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
  const { locale, rest, wrong } = takeLanguage(argv, around.env);
  const messages = commandMessages(locale);
  if (wrong !== null) {
    around.err(messages.badValue('--lang', wrong, LOCALES.join(', ')));
    return EXIT.usage;
  }
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
  const known = refusalOf(error, context.settings);
  if (known) return refuse(context, known);
  context.err(
    context.messages.fault(error instanceof Error ? (error.stack ?? error.message) : String(error)),
  );
  return EXIT.fault;
}

/** `--lang` wherever it stands, else LC_ALL, LC_MESSAGES or LANG. `wrong` is what stands after it, when that is no language. */
function takeLanguage(
  argv: readonly string[],
  env: Surroundings['env'],
): { readonly locale: Locale; readonly rest: readonly string[]; readonly wrong: string | null } {
  const said = env['LC_ALL'] || env['LC_MESSAGES'] || env['LANG'] || '';
  const locale: Locale = said.toLowerCase().startsWith('pl') ? 'pl' : 'en';
  const at = argv.findIndex((arg) => arg === '--lang' || arg.startsWith('--lang='));
  if (at < 0) return { locale, rest: argv, wrong: null };
  const joined = argv[at] !== '--lang';
  const value = joined ? argv[at]!.slice('--lang='.length) : (argv[at + 1] ?? '');
  const given = LOCALES.find((one) => one === value);
  return {
    locale: given ?? locale,
    rest: argv.toSpliced(at, joined ? 1 : 2),
    wrong: given === undefined ? value : null,
  };
}

function isCommand(name: string): name is CommandName {
  return Object.hasOwn(COMMANDS, name);
}

/** The command that is meant, when half of its letters are right. */
function nearest(name: string): CommandName | null {
  const best = NAMES.reduce((a, b) => (distance(name, b) < distance(name, a) ? b : a));
  return distance(name, best) * 2 <= best.length ? best : null;
}

/** True when this file (or the bundle made of it) is the program, false when a test imports it. */
const isProgram = process.argv[1] !== undefined && /(?:horyzont\.js|cli\/main\.ts)$/u.test(process.argv[1]);
if (isProgram) {
  // Not the exit code alone: a driver that failed may hold a connection open for a minute.
  process.exit(
    await main(process.argv.slice(2), {
      env: process.env,
      cwd: process.cwd(),
      out: (line) => void process.stdout.write(line.endsWith('\n') ? line : `${line}\n`),
      err: (line) => void process.stderr.write(line.endsWith('\n') ? line : `${line}\n`),
    }),
  );
}
