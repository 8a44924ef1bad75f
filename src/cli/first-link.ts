/** `first-link`: lets an administrator in when none can get in by themselves. */

import { actOnce } from '../acts/desk.ts';
import { isRefusal } from '../problem.ts';
import { firstLinkWords } from '../text/command-first-link.ts';
import type { Context } from './context.ts';
import { deskPlace, EXIT, readArguments, refuse } from './context.ts';
import type { Settings } from './settings.ts';

export async function run(args: readonly string[], context: Context): Promise<number> {
  const words = firstLinkWords(context.locale);
  const { options } = readArguments(args, [], { force: 'flag' }, context.messages);
  const answer = await actOnce(deskPlace(context), 'first-link', { force: options.force });
  if (isRefusal(answer)) return refuse(context, answer);
  context.err(words.link(24));
  context.out(firstLinkAddress(context.settings.origin ?? ownAddress(context.settings), answer.token));
  return EXIT.done;
}

/** Where the link leads. */
export function firstLinkAddress(baseUrl: string, token: string): string {
  return `${baseUrl}/office/first?token=${token}`;
}

/** Where the server of these settings is reached without a public address. */
function ownAddress({ host, port }: Settings): string {
  const reached = host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host;
  return `http://${reached.includes(':') ? `[${reached}]` : reached}:${port}`;
}
