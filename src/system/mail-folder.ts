/** Where letters go without a mail server: files of a folder, for the installation's own persons to read. */

import { chmod, mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { readOrNull, writeAtomic } from './files.ts';
import { messageBytes, readMessage } from './message.ts';
import type { Message, ReadMessage } from './message.ts';

const NAME = /^[0-9a-f-]{36}$/u;

export interface KeptLetter extends ReadMessage {
  /** Name of the file without `.eml`: the id it was sent under, which sorts by time. */
  readonly name: string;
}

/** Puts the message into `{dataFolder}/mail/{id}.eml`; the same message again replaces itself. */
export async function keepMessage(dataFolder: string, message: Message): Promise<void> {
  const folder = mailFolder(dataFolder);
  await mkdir(folder, { recursive: true });
  // Letters hold one-time links: the folder is the owner's alone.
  await chmod(folder, 0o700);
  await writeAtomic(join(folder, `${message.id}.eml`), await messageBytes(message));
}

/** The newest first, at most `most`. */
export async function keptLetters(dataFolder: string, most: number): Promise<readonly KeptLetter[]> {
  const files = await readdir(mailFolder(dataFolder)).catch(() => []);
  const names = files
    .filter((file) => file.endsWith('.eml'))
    .map((file) => file.slice(0, -'.eml'.length))
    .filter((name) => NAME.test(name))
    .sort()
    .reverse()
    .slice(0, most);
  const letters = await Promise.all(names.map((name) => keptLetter(dataFolder, name)));
  return letters.filter((letter) => letter !== null);
}

/** The letter of this name, or null. */
export async function keptLetter(dataFolder: string, name: string): Promise<KeptLetter | null> {
  if (!NAME.test(name)) return null;
  const bytes = await readOrNull(join(mailFolder(dataFolder), `${name}.eml`));
  return bytes ? { name, ...readMessage(bytes) } : null;
}

function mailFolder(dataFolder: string): string {
  return join(dataFolder, 'mail');
}
