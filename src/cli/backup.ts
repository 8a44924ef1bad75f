/** `backup`: everything in one portable file. */

import { resolve } from 'node:path';
import { actOnce } from '../acts/desk.ts';
import { isRefusal } from '../problem.ts';
import { backupWords } from '../text/command-backup.ts';
import type { Context } from './context.ts';
import { deskPlace, EXIT, readArguments, refuse } from './context.ts';

export async function run(args: readonly string[], context: Context): Promise<number> {
  const words = backupWords(context.locale);
  const { places } = readArguments(args, [context.locale === 'pl' ? 'PLIK' : 'FILE'], {}, context.messages);
  const answer = await actOnce(deskPlace(context), 'backup', { file: resolve(context.cwd, places[0]!) });
  if (isRefusal(answer)) return refuse(context, answer);
  context.out(words.done(answer.file, words.rows(answer.rows)));
  context.out(words.hash(answer.sha256));
  return EXIT.done;
}
