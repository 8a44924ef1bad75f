/** `verify --audit`: whether the record of acts is as it was written. */

import { actOnce } from '../acts/desk.ts';
import { verifyWords } from '../text/command-verify.ts';
import type { Context } from './context.ts';
import { deskPlace, EXIT, readArguments } from './context.ts';

export async function verifyAuditLog(args: readonly string[], context: Context): Promise<number> {
  readArguments(args, [], { audit: 'flag' }, context.messages);
  const words = verifyWords(context.locale);
  const chains = await actOnce(deskPlace(context), 'verify-audit', null);
  for (const { city, entries, head, broken } of chains) {
    const chain = words.auditOf(city);
    if (broken === null) context.out(words.auditWhole(chain, entries, head));
    else {
      const entry = [broken.id, broken.at, broken.act].filter((part) => part !== null).join(', ');
      context.err(words.auditBroken(chain, broken.number, words.auditWhy[broken.why], entry));
    }
  }
  if (chains.some(({ broken }) => broken !== null)) return EXIT.refused;
  context.out(words.auditGood);
  return EXIT.done;
}
