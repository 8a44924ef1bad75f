/** `publish`: the next edition of a plan. */

import { isUnfit } from '../acts/acting.ts';
import { actOnce } from '../acts/desk.ts';
import { isRefusal } from '../problem.ts';
import type { Texts } from '../model/plan.ts';
import { publishWords } from '../text/command-publish.ts';
import { problemText } from '../text/problems.ts';
import type { Context } from './context.ts';
import { deskPlace, EXIT, readArguments, refuse, UsageError } from './context.ts';

export async function run(args: readonly string[], context: Context): Promise<number> {
  const { messages } = context;
  const words = publishWords(context.locale);
  const { options } = readArguments(
    args,
    [],
    { plan: 'text', city: 'text', note: 'text', by: 'text', language: 'text', force: 'flag' },
    messages,
  );
  if (options.plan === undefined) throw new UsageError(messages.missing('--plan'));
  const language = options.language ?? 'pl';
  const text = (value: string | undefined): Texts | null =>
    value === undefined ? null : { [language]: value };
  const answer = await actOnce(deskPlace(context), 'publish', {
    plan: options.city === undefined ? options.plan : `${options.city}/${options.plan}`,
    note: text(options.note),
    publishedBy: text(options.by),
    force: options.force,
  });
  if (isRefusal(answer)) return refuse(context, answer);
  if (isUnfit(answer)) {
    context.err(words.notPublished);
    for (const problem of answer.problems) context.err(`  ${problemText(problem, context.locale)}`);
    return EXIT.refused;
  }
  context.out(words.done(`${answer.citySlug}/${answer.planSlug}`, answer.number));
  context.out(words.hash(answer.hash));
  context.out(words.gaps(answer.gaps));
  return EXIT.done;
}
