/** `backup`: everything in one portable file. */

import { resolve } from 'node:path';
import { actOnce } from '../acts/desk.ts';
import { isRefusal } from '../problem.ts';
import type { Context } from './context.ts';
import { deskPlace, EXIT, readArguments, refuse } from './context.ts';

export async function run(args: readonly string[], context: Context): Promise<number> {
  const { messages } = context;
  const { places } = readArguments(args, [context.locale === 'pl' ? 'PLIK' : 'FILE'], {}, messages);
  const answer = await actOnce(deskPlace(context), 'backup', { file: resolve(context.cwd, places[0]!) });
  if (isRefusal(answer)) return refuse(context, answer);
  context.out(messages.backup.done(answer.file, messages.backup.rows(answer.rows)));
  context.out(messages.backup.hash(answer.sha256));
  return EXIT.done;
}
