/** `publish`: the next edition of a plan. */

import { isUnfit } from '../acts/acting.ts';
import { actOnce } from '../acts/desk.ts';
import { isRefusal } from '../problem.ts';
import type { Texts } from '../model/plan.ts';
import { address } from '../portal/addresses.ts';
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
  if (options.city !== undefined && options.plan.includes('/'))
    throw new UsageError(messages.tooMany(`--city ${options.city}`));
  const { language } = options;
  if (language !== undefined && !/^[a-z]{2,3}$/u.test(language))
    throw new UsageError(messages.badValue('--language', language, 'pl, en, …'));
  const text = (value: string | undefined): Texts | string | null =>
    value === undefined || language === undefined ? (value ?? null) : { [language]: value };
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
  const page = address({
    kind: 'home',
    locale: context.locale,
    city: answer.citySlug,
    plan: answer.planSlug,
    edition: null,
  });
  context.out(words.page(`${context.settings.origin ?? ''}${page}`));
  return EXIT.done;
}
