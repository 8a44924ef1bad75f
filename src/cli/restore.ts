/** `restore`: a backup into an empty installation. */

import { resolve } from 'node:path';
import { actOnce } from '../acts/desk.ts';
import { isRefusal } from '../problem.ts';
import { backupWords } from '../text/command-backup.ts';
import { restoreWords } from '../text/command-restore.ts';
import type { Context } from './context.ts';
import { deskPlace, EXIT, readArguments, refuse } from './context.ts';

export async function run(args: readonly string[], context: Context): Promise<number> {
  const { locale, messages } = context;
  const { places } = readArguments(args, [locale === 'pl' ? 'PLIK' : 'FILE'], {}, messages);
  const answer = await actOnce(deskPlace(context), 'restore', { file: resolve(context.cwd, places[0]!) });
  if (isRefusal(answer)) return refuse(context, answer);
  context.out(restoreWords(locale).restored(backupWords(locale).rows(answer.rows), answer.createdAt));
  context.out(backupWords(locale).hash(answer.sha256));
  return EXIT.done;
}
