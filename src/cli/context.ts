/** What every command is given, and how it reads its arguments. */

import { parseArgs } from 'node:util';
import type { DeskPlace } from '../acts/desk.ts';
import type { Refusal, Values } from '../problem.ts';
import { refusalWords } from '../text/command-refusal.ts';
import type { CommandMessages } from '../text/command.ts';
import type { Locale } from '../text/locale.ts';
import type { Settings } from './settings.ts';

/** 0 done, 1 fault of the program, 2 wrong usage or settings, 3 refused or problems found. */
export const EXIT = { done: 0, fault: 1, usage: 2, refused: 3 } as const;

export interface Context {
  readonly settings: Settings;
  readonly locale: Locale;
  readonly messages: CommandMessages;
  /** Folder of the program: holds package.json, examples, dist. */
  readonly root: string;
  readonly productVersion: string;
  /** Relative paths in arguments start here. */
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Writes a line of the result, or of what is told beside it. */
  readonly out: (line: string) => void;
  readonly err: (line: string) => void;
}

export interface Command {
  readonly run: (args: readonly string[], context: Context) => Promise<number>;
}

/** Thrown for arguments that a command does not understand: shown with the way to its help, exit code 2. */
export class UsageError extends Error {}

type OptionKinds = Readonly<Record<string, 'text' | 'flag'>>;
type Options<K extends OptionKinds> = {
  readonly [N in keyof K]: K[N] extends 'flag' ? boolean : string | undefined;
};

/** Exactly `names.length` places and the options of `kinds`. Throws UsageError in the person's language. */
export function readArguments<K extends OptionKinds>(
  args: readonly string[],
  names: readonly string[],
  kinds: K,
  messages: CommandMessages,
): { readonly places: readonly string[]; readonly options: Options<K> } {
  const { values, positionals, tokens } = parseArgs({
    args: [...args],
    options: Object.fromEntries(
      Object.entries(kinds).map(([name, kind]) => [
        name,
        { type: kind === 'flag' ? 'boolean' : 'string' } as const,
      ]),
    ),
    allowPositionals: true,
    strict: false,
    tokens: true,
  });
  for (const token of tokens) {
    if (token.kind !== 'option') continue;
    const kind = kinds[token.name];
    if (kind === undefined) throw new UsageError(messages.badOption(token.rawName));
    if (kind === 'text' && (token.value === undefined || token.value === '' || token.value.startsWith('--')))
      throw new UsageError(messages.missing(`${token.rawName} …`));
    if (kind === 'flag' && token.value !== undefined)
      throw new UsageError(messages.tooMany(`${token.rawName}=${token.value}`));
  }
  const missing = names[positionals.length];
  if (missing !== undefined) throw new UsageError(messages.missing(missing));
  if (positionals.length > names.length)
    throw new UsageError(messages.tooMany(positionals.slice(names.length).join(' ')));
  const options = Object.fromEntries(
    Object.entries(kinds).map(([name, kind]) => [
      name,
      kind === 'flag' ? values[name] === true : values[name],
    ]),
  );
  return { places: positionals, options: options as Options<K> };
}

export function deskPlace({ settings, productVersion }: Context): DeskPlace {
  return { dataFolder: settings.dataFolder, databaseUrl: settings.databaseUrl, productVersion };
}

/** A refusal in words. */
export function refusalText({ refused, values }: Refusal, locale: Locale): string {
  const table: Readonly<Record<string, (values: Values) => string>> = refusalWords(locale);
  const words = table[refused];
  if (!words) throw new Error(`no words for the refusal ${refused}`);
  return words(values);
}

/** Says the refusal and gives its exit code. */
export function refuse(context: Context, refusal: Refusal): number {
  context.err(refusalText(refusal, context.locale));
  return EXIT.refused;
}
