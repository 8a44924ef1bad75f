/** `import`: shows what a document proposes; with `--accept` saves it as a new plan. */

import { readFile } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import { isUnfit } from '../acts/acting.ts';
import { actOnce } from '../acts/desk.ts';
import { sha256 } from '../edition/canonical.ts';
import { adopt } from '../intake/adopt.ts';
import { cityName } from '../intake/city.ts';
import { foreignKind } from '../intake/foreign.ts';
import { proposePlan } from '../intake/proposal.ts';
import type { Proposal } from '../intake/proposal.ts';
import { readDocument } from '../intake/read.ts';
import { take } from '../intake/take.ts';
import type { City } from '../model/plan.ts';
import { isRefusal, refusal } from '../problem.ts';
import { instant, systemClock } from '../system/clock.ts';
import { newIds } from '../system/id.ts';
import { importWords } from '../text/command-import.ts';
import { civilDate } from '../text/date.ts';
import { languageOf } from '../text/language.ts';
import { RESERVED_FIRST } from '../text/path-words.ts';
import { problemText } from '../text/problems.ts';
import type { Context } from './context.ts';
import { deskPlace, EXIT, readArguments, refuse, UsageError } from './context.ts';
import { outline } from './outline.ts';

const OPTIONS = {
  city: 'text',
  plan: 'text',
  accept: 'flag',
  take: 'text',
  'city-name': 'text',
  standing: 'text',
  language: 'text',
  'time-zone': 'text',
  address: 'text',
  horizon: 'text',
} as const;

/** Deep blue: a city sets its own colour later. */
const COLOUR = '#1f3a68';

export async function run(args: readonly string[], context: Context): Promise<number> {
  const { messages, locale } = context;
  const words = importWords(locale);
  const { places, options } = readArguments(args, [locale === 'pl' ? 'PLIK' : 'FILE'], OPTIONS, messages);
  const accepted = readOptions(options, context);
  const file = places[0]!;
  if (RESERVED_FIRST.includes(accepted.city))
    return refuse(context, refusal('slug-reserved', { slug: accepted.city }));
  const source = await readSource(resolve(context.cwd, file));
  if (typeof source === 'string') return refuse(context, refusal('file-unreadable', { file, why: source }));
  const foreign = foreignKind(source);
  if (foreign !== null) return refuse(context, refusal('file-not-text', { file, kind: foreign }));

  const document = readDocument(source, { name: basename(file) });
  const found = proposePlan(document);
  const proposed = take(found, keysToTake(options.take, found, context));
  const proposal = accepted.horizon === null ? proposed : withHorizon(proposed, accepted.horizon);
  for (const line of outline(file, document, proposal, locale)) context.out(line);
  // The words first: a page's frame often states the language of the portal, not of the text.
  const told = languageOf(document.blocks.map((block) => block.text).join('\n')) ?? document.language;
  const language = accepted.language ?? told ?? 'pl';
  context.out('');
  context.out(words.languageTold(language, accepted.language !== null || told !== null));
  if (accepted.cityName === null && cityName(proposal, accepted.city) === null) {
    context.out('');
    context.out(words.cityGuessed(ofSlug(accepted.city)));
  }
  if (proposal.nodes.length === 0)
    return refuse(context, refusal('no-goals-found', { file, unsure: proposal.unclassified.length }));
  if (!options.accept) {
    context.out('');
    if (options.standing === undefined) context.out(words.notOfficial);
    context.out(words.nothingSaved);
    return EXIT.done;
  }
  return save(proposal, sha256(source), { ...accepted, language }, context);
}

/** Keys of lines that the proposal was not sure about, or `all`. Throws UsageError for one that it does not have. */
function keysToTake(
  written: string | undefined,
  { unclassified }: Proposal,
  { messages, locale }: Context,
): readonly string[] {
  const keys = written?.split(',').map((key) => key.trim()) ?? [];
  const known = ['all', ...unclassified.map(({ key }) => key)];
  const wrong = keys.find((key) => !known.includes(key));
  if (wrong === undefined) return keys;
  const there = unclassified.length === 0 ? importWords(locale).nothingUnsure : known.join(', ');
  throw new UsageError(messages.badValue('--take', wrong, there));
}

interface Accepted {
  readonly city: string;
  readonly plan: string;
  readonly cityName: string | null;
  readonly standing: City['standing'];
  /** Null: as the document's own words tell. */
  readonly language: string | null;
  readonly timeZone: string;
  readonly address: string | null;
  /** First and last year; null: as the document says. */
  readonly horizon: Horizon | null;
}

interface Horizon {
  /** Null when only the last year was given. */
  readonly start: number | null;
  readonly end: number;
}

function readOptions(
  options: Readonly<Partial<Record<keyof typeof OPTIONS, string | boolean | undefined>>>,
  { messages, locale }: Context,
): Accepted {
  const text = (name: keyof typeof OPTIONS): string | undefined => {
    const value = options[name];
    return typeof value === 'string' ? value : undefined;
  };
  const need = (name: 'city' | 'plan'): string => {
    const value = text(name);
    if (value === undefined) throw new UsageError(messages.missing(`--${name}`));
    if (!/^[a-z0-9](?:[a-z0-9-]{0,62}[a-z0-9])?$/u.test(value))
      throw new UsageError(messages.badValue(`--${name}`, value, importWords(locale).slugExpected));
    return value;
  };
  const city = need('city');
  const plan = need('plan');
  const standing = text('standing') ?? 'from-public-page';
  if (standing !== 'official' && standing !== 'from-public-page')
    throw new UsageError(messages.badValue('--standing', standing, 'official, from-public-page'));
  const language = text('language') ?? null;
  if (language !== null && !isLanguage(language))
    throw new UsageError(messages.badValue('--language', language, importWords(locale).languageExpected));
  const timeZone = text('time-zone') ?? 'Europe/Warsaw';
  if (!isZone(timeZone)) throw new UsageError(messages.badValue('--time-zone', timeZone, 'Europe/Warsaw, …'));
  const address = text('address') ?? null;
  if (address !== null && !/^https?:\/\//u.test(address))
    throw new UsageError(messages.badValue('--address', address, 'https://…'));
  const written = text('horizon') ?? null;
  const horizon = written === null ? null : parseHorizon(written);
  if (written !== null && horizon === null)
    throw new UsageError(messages.badValue('--horizon', written, importWords(locale).horizonExpected));
  return {
    city,
    plan,
    cityName: text('city-name') ?? null,
    standing,
    language,
    timeZone,
    address,
    horizon,
  };
}

async function save(
  proposal: Proposal,
  sourceHash: string,
  accepted: Accepted & { readonly language: string },
  context: Context,
): Promise<number> {
  const words = importWords(context.locale);
  const { horizonYear } = proposal;
  if (horizonYear === undefined) return refuse(context, refusal('horizon-missing'));
  const newId = newIds();
  const name = accepted.cityName ?? cityName(proposal, accepted.city) ?? ofSlug(accepted.city);
  const city: City = {
    id: newId(),
    slug: accepted.city,
    name: { [accepted.language]: name },
    standing: accepted.standing,
    timeZone: accepted.timeZone,
    languages: [accepted.language],
    colour: COLOUR,
    arms: null,
    contacts: [],
    declaration: null,
    units: [],
  };
  const plan = adopt(proposal, {
    planSlug: accepted.plan,
    language: accepted.language,
    newId,
    retrievedOn: civilDate(instant(systemClock), accepted.timeZone),
    address: accepted.address,
    sourceHash,
    horizonYear,
    title: { [accepted.language]: words.titleWords },
  });
  const answer = await actOnce(deskPlace(context), 'import', { city, plan });
  context.out('');
  if (isRefusal(answer)) return refuse(context, answer);
  if (isUnfit(answer)) {
    context.err(words.notSaved);
    for (const problem of answer.problems) context.err(`  ${problemText(problem, context.locale)}`);
    return EXIT.refused;
  }
  const address = `${accepted.city}/${accepted.plan}`;
  if (answer.outcome === 'unchanged') {
    context.out(words.unchanged(address));
    return EXIT.done;
  }
  if (answer.newCity) context.out(words.newCity(accepted.city, name, accepted.standing));
  else context.out(words.keptCity(accepted.city));
  context.out(words.saved(address, plan.nodes.length));
  return EXIT.done;
}

/** `2030` or `2021-2030`; null for anything else, and for a first year that is not before the last. */
function parseHorizon(text: string): Horizon | null {
  const [, first, last] = /^(?:([12]\d{3})[-–])?([12]\d{3})$/u.exec(text) ?? [];
  if (last === undefined || (first !== undefined && first >= last)) return null;
  return { start: first === undefined ? null : Number(first), end: Number(last) };
}

/** The proposal with the years that a person gave; a start that the source gives belongs to its own end only. */
function withHorizon(proposal: Proposal, { start, end }: Horizon): Proposal {
  if (start !== null) return { ...proposal, horizonStart: start, horizonYear: end };
  if (proposal.horizonYear === end) return proposal;
  const { horizonStart: _, ...rest } = proposal;
  return { ...rest, horizonYear: end };
}

/** The bytes, or the code of the reason why they cannot be read. */
async function readSource(path: string): Promise<Uint8Array | string> {
  try {
    return await readFile(path);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code ?? String(error);
  }
}

/** "zielony-dol" as "Zielony Dol": all that a slug still knows. */
function ofSlug(slug: string): string {
  const words = slug.split('-').map((word) => word.charAt(0).toUpperCase() + word.slice(1));
  return words.join(' ');
}

/** A primary tag of two or three letters that stands for one language: "pl", "csb"; not "mul" and "zxx", several and none. */
function isLanguage(tag: string): boolean {
  if (!/^[a-z]{2,3}$/u.test(tag) || tag === 'mul' || tag === 'zxx') return false;
  return new Intl.DisplayNames('en', { type: 'language', fallback: 'none' }).of(tag) !== undefined;
}

function isZone(zone: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}
