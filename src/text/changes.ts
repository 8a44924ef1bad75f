/** Changes between editions as sentences for residents: what, from what to what, on which decision and why. */
import type { Change, ChangeValue, Named } from '../edition/change.ts';
import type { ChangeEntry } from '../edition/change-entry.ts';
import type { EditionPlan, TaskState, Texts } from '../edition/edition.ts';
import { changeMessages, type ChangeMessages } from './change-words.ts';
import { formatDate, formatPeriod } from './date.ts';
import { pick, type Locale } from './locale.ts';
import { formatPercent } from './number.ts';
import { ended, flat, join, own, phrase, upperFirst, type Phrase } from './phrase.ts';

/** What changed about one thing: its name, and one or more sentences of which the first goes on after a colon. */
export interface EntryWords {
  readonly name: Phrase;
  readonly said: Phrase;
}

/**
 * One entry in words. Changes on the same decision stand together, the decision and its reason once behind them:
 * `1.6 Pomoc w kryzysie` · `przeniesiono z celu 4 „…” do celu 1 „…” i zmieniono numer z 4.5 na 1.6 (uchwała …): powód.`
 * `languages` are those of the content, the main one first.
 */
export function entryWords(
  entry: ChangeEntry,
  locale: Locale,
  languages: readonly string[] = [],
): EntryWords {
  const words = new Wording(locale, languages);
  const { m } = words;
  const grounds = Map.groupBy(entry.changes, ({ decision, correction, reason }) =>
    JSON.stringify([
      decision?.number,
      decision?.on,
      decision?.reason,
      correction?.on,
      correction?.note,
      reason,
    ]),
  );
  const sentences = [...grounds.values()].map((changes) => statement(changes, words));
  if (entry.followers.length > 0)
    sentences.push(m.followers(entry.followers.map(({ old, new: now }) => [String(old), String(now)])));
  return {
    name: nameOf(entry, words),
    said: join(
      sentences.map((one, at) => ended(at === 0 ? one : upperFirst(one))),
      ' ',
    ),
  };
}

/** The same as one line of text, for feeds and documents. */
export function entryText(entry: ChangeEntry, locale: Locale, languages: readonly string[] = []): string {
  const { name, said } = entryWords(entry, locale, languages);
  return flat(phrase`${name}: ${said}`);
}

/** "from 32% to 35%" for an entry that says nothing but that a task's progress is another; else null. */
export function stepText(entry: ChangeEntry, locale: Locale): string | null {
  const [change, ...more] = entry.changes;
  if (!change || more.length + entry.followers.length > 0 || change.kind !== 'progress') return null;
  if (change.decision || change.old === null || change.new === null) return null;
  const percent = (value: ChangeValue): string => formatPercent(String(value), locale);
  return changeMessages(locale).step(percent(change.old), percent(change.new));
}

/** The tools a sentence is made with. */
class Wording {
  readonly locale: Locale;
  readonly languages: readonly string[];
  readonly m: ChangeMessages;

  constructor(locale: Locale, languages: readonly string[]) {
    this.locale = locale;
    this.languages = languages;
    this.m = changeMessages(locale);
  }

  text(texts: Texts | null): Phrase | null {
    const found = pick(texts, this.locale, this.languages);
    return found && [found];
  }

  title(texts: Texts | null): Phrase {
    return this.text(texts) ?? own(this.m.untitled);
  }

  /** Code and title, or what of them there is; `quoted`: with the title in quotation marks beside a code. */
  label(item: Pick<Named, 'code' | 'title'>, quoted = false): Phrase {
    const title = this.title(item.title);
    if (item.code === null) return this.m.quote(title);
    return phrase`${item.code} ${quoted ? this.m.quote(title) : title}`;
  }

  names(value: ChangeValue): Phrase {
    const items = named(value);
    return items.length === 0
      ? own(this.m.nothing)
      : join(
          items.map((item) => (item.code === null ? this.title(item.title) : this.label(item))),
          ', ',
        );
  }

  quoted(value: ChangeValue): Phrase {
    const text = this.text(value as Texts | null);
    return text ? this.m.quote(text) : own(this.m.nothing);
  }

  date(value: ChangeValue): string {
    return formatDate(String(value), this.locale);
  }
}

function nameOf({ subject, changes, code, title }: ChangeEntry, words: Wording): Phrase {
  const { m } = words;
  if (subject === 'plan') return own(m.wholePlan);
  if (subject === 'city') return own(m.list['city']!);
  const list = m.list[subject];
  return list !== undefined && changes[0]!.kind === 'order' ? own(list) : words.label({ code, title });
}

/** Changes on the same ground, with it. */
function statement(changes: readonly Change[], words: Wording): Phrase {
  const { m, locale } = words;
  const moved = changes.find((change) => change.kind === 'moved' && change.field !== 'mergedIntoId');
  const recoded = changes.find(({ kind }) => kind === 'recoded');
  // That a goal moved is said before its number, which follows: one clause.
  const clauses = changes.flatMap((change) => {
    if (moved && recoded && change === moved) return [];
    return change === recoded && moved
      ? [join([clauseOf(moved, words), clauseOf(recoded, words)], m.and)]
      : [clauseOf(change, words)];
  });
  const said = join(clauses, '; ');
  const { decision, correction, reason } = changes[0]!;
  if (!decision && correction) {
    const grounded = phrase`${said} (${m.correction})`;
    const note = words.text(correction.note);
    return note ? phrase`${grounded}: ${note}` : grounded;
  }
  if (!decision) {
    const why = words.text(reason);
    return why ? phrase`${ended(said)} ${m.reason(why)}` : said;
  }
  // The city writes the number in its main language.
  const number: Phrase = [{ text: decision.number, lang: words.languages[0] ?? null }];
  const grounded = phrase`${said} (${m.decision(decision.number, number, formatDate(decision.on, locale))})`;
  const why = words.text(decision.reason);
  return why ? phrase`${grounded}: ${why}` : grounded;
}

function clauseOf(change: Change, words: Wording): Phrase {
  const { m } = words;
  const { kind, subject, field, old } = change;
  const now = change.new;
  switch (kind) {
    case 'added':
      return own(m.added[subject] ?? '');
    case 'removed':
      return own(m.removed[subject] ?? '');
    case 'renamed':
      return renamed(change, words);
    case 'recoded':
      if (old === null) return m.coded(String(now));
      return now === null ? m.uncoded(String(old)) : m.recoded(String(old), String(now));
    case 'moved': {
      const [from, to] = [named(old)[0], named(now)[0]];
      if (field === 'mergedIntoId') return m.mergedInto(words.names(now));
      return m.moved(from ? words.label(from, true) : null, to ? words.label(to, true) : null);
    }
    case 'relevelled':
      return m.relevelled(Number(old) + 1, Number(now) + 1);
    case 'state':
      return subject === 'plan'
        ? m.fromTo(
            m.stateOfPlan,
            own(m.planState[old as EditionPlan['state']]),
            own(m.planState[now as EditionPlan['state']]),
          )
        : change.into
          ? m.mergedInto(words.label(change.into))
          : own(stateOf(old as TaskState, now as TaskState, m));
    case 'date':
      return dateOf(field, old, now, words);
    case 'expected-result':
      return m.fromTo(m.expectedResult, words.quoted(old), words.quoted(now));
    case 'owner':
      return m.fromTo(m.owner, words.names(old), words.names(now));
    case 'group':
      return m.fromTo(m.groups, words.names(old), words.names(now));
    case 'partner':
      return m.fromTo(m.partners, words.names(old), words.names(now));
    case 'link':
      return m.fromTo(m.links, words.names(old), words.names(now));
    case 'weight':
      return m.fromTo(m.weight, own(String(old)), own(String(now)));
    case 'rule': {
      const word = (value: ChangeValue): Phrase =>
        own(value === null ? m.nothing : (m.word[String(value)] ?? String(value)));
      return m.fromTo(m.rule[field]!, word(old), word(now));
    }
    case 'progress': {
      const percent = (value: ChangeValue): string | null =>
        value === null ? null : formatPercent(String(value), words.locale);
      return m.progress(percent(old), percent(now));
    }
    case 'report':
      return now === null || old === now
        ? own(m.corrected)
        : m.reported(formatPeriod(String(now), words.locale));
    case 'order':
      return own(m.order);
    case 'description':
    case 'text':
    case 'act':
    case 'source':
    case 'lineage':
    case 'header':
      return m.changed(m.what[field] ?? field);
  }
}

function renamed(change: Change, words: Wording): Phrase {
  const { m } = words;
  const [old, now] = [words.text(change.old as Texts | null), words.text(change.new as Texts | null)];
  if (!old) return own(m.named);
  if (!now) return m.unnamed(old);
  if (flat(old) === flat(now)) return own(m.renamedElsewhere);
  return change.subject === 'plan' || change.subject === 'city' ? m.renamedTo(old, now) : m.renamed(old);
}

function stateOf(old: TaskState, now: TaskState, m: ChangeMessages): string {
  if (now === 'in-progress' && old === 'suspended') return m.resumed;
  if (now === 'in-progress' && old === 'done') return m.reopened;
  return m.state[now];
}

function dateOf(field: string, old: ChangeValue, now: ChangeValue, words: Wording): Phrase {
  const { m } = words;
  if (field === 'reporting.nextReportOn')
    return now === null ? own(m.noNextReport) : m.nextReport(words.date(now));
  const verbs = field.endsWith('startOn') ? m.start : m.end;
  if (old === null) return verbs.set(words.date(now));
  if (now === null) return verbs.gone(words.date(old));
  return (now > old ? verbs.later : verbs.earlier)(words.date(old), words.date(now));
}

function named(value: ChangeValue): readonly Named[] {
  return Array.isArray(value) ? (value as readonly Named[]) : [];
}
