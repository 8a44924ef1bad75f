/** Changes between editions as sentences for residents: what, from what to what, on which decision and why. */
import type { Change, ChangeGroup, ChangeValue, Named } from '../edition/change.ts';
import type { EditionPlan, TaskState, Texts } from '../edition/edition.ts';
import { formatDate, formatPeriod } from './date.ts';
import { pick, plurals, type Locale } from './locale.ts';
import { formatPercent } from './number.ts';

const p = plurals('pl');
const e = plurals('en');

const pl = {
  group: {
    goals: 'Cele',
    plan: 'Plan',
    stopped: 'Zaniechane, wstrzymane i usunięte zadania',
    dates: 'Terminy i oczekiwane rezultaty',
    rules: 'Zasady liczenia',
    finished: 'Zakończone zadania',
    tasks: 'Nowe i zmienione zadania',
    states: 'Stan zadań',
    responsibility: 'Kto odpowiada',
    progress: 'Postęp i sprawozdania',
    details: 'Pozostałe zmiany',
  } satisfies Record<ChangeGroup, string> as Readonly<Record<ChangeGroup, string>>,
  none: 'Nic się nie zmieniło.',
  untitled: 'bez tytułu',
  quote: (text: string) => `„${text}”`,
  nothing: 'brak',
  top: 'najwyższy poziom planu',
  /** A number that already says what it is ("uchwała LX/31/26") stands alone. */
  decision: (number: string, date: string) =>
    `${/^\p{L}{3,} /u.test(number) ? '' : 'decyzja '}${number} z ${date}`,
  correction: 'korekta',
  addedNode: (label: string) => `Dodano cel ${label}.`,
  removedNode: (label: string) => `Usunięto cel ${label}.`,
  addedTask: (label: string) => `Dodano zadanie ${label}.`,
  removedTask: (label: string) => `Usunięto zadanie ${label}.`,
  added: {
    level: 'Dodano poziom',
    grouping: 'Dodano podział na',
    group: 'Dodano obszar',
    unit: 'Dodano jednostkę',
  },
  removed: {
    level: 'Usunięto poziom',
    grouping: 'Usunięto podział na',
    group: 'Usunięto obszar',
    unit: 'Usunięto jednostkę',
  },
  renamed: (code: string, old: string, now: string) => `${code}zmieniono nazwę z „${old}” na „${now}”`,
  named: (code: string, now: string) => `${code}nadano nazwę „${now}”`,
  unnamed: (code: string, old: string) => `${code}usunięto nazwę „${old}”`,
  recoded: (title: string, old: string, now: string) => `${title}: zmieniono numer z ${old} na ${now}`,
  coded: (title: string, now: string) => `${title}: nadano numer ${now}`,
  uncoded: (title: string, old: string) => `${title}: usunięto numer ${old}`,
  moved: (label: string, old: string, now: string) =>
    `${label}: nowe miejsce w planie: ${now} (wcześniej: ${old})`,
  mergedInto: (label: string, now: string) => `${label}: połączono z zadaniem ${now}`,
  relevelled: (label: string, old: string, now: string) =>
    `${label}: zmieniono poziom z „${old}” na „${now}”`,
  state: {
    done: (label: string) => `Zakończono zadanie ${label}`,
    stopped: (label: string) => `Zaniechano zadania ${label}`,
    suspended: (label: string) => `Wstrzymano zadanie ${label}`,
    merged: (label: string) => `Połączono z innym zadanie ${label}`,
    'in-progress': (label: string) => `Rozpoczęto zadanie ${label}`,
    'in-preparation': (label: string) => `Rozpoczęto przygotowania do zadania ${label}`,
    'not-started': (label: string) => `Zadanie ${label} uznano za nierozpoczęte`,
  } satisfies Record<TaskState, (label: string) => string> as Readonly<
    Record<TaskState, (label: string) => string>
  >,
  merged: (label: string, into: string) => `Zadanie ${label} połączono z zadaniem ${into}`,
  resumed: (label: string) => `Wznowiono zadanie ${label}`,
  reopened: (label: string) => `Zadanie ${label} znów jest w toku, wcześniej było zakończone`,
  planState: {
    'in-preparation': 'plan jest w przygotowaniu',
    'in-consultation': 'plan jest w konsultacjach',
    'in-force': 'plan obowiązuje',
    superseded: 'plan zastąpiono nowszym',
    expired: 'plan wygasł',
    'not-stated': 'nie wiadomo, czy plan obowiązuje',
  } as Readonly<Record<EditionPlan['state'], string>>,
  planIs: (now: string, old: string) => `Stan planu: ${now} (wcześniej: ${old})`,
  end: {
    later: (label: string, old: string, now: string) => `${label}: termin przesunięto z ${old} na ${now}`,
    earlier: (label: string, old: string, now: string) => `${label}: termin przyspieszono z ${old} na ${now}`,
    set: (label: string, now: string) => `${label}: wyznaczono termin ${now}`,
    gone: (label: string, old: string) => `${label}: usunięto termin ${old}`,
  },
  start: {
    later: (label: string, old: string, now: string) => `${label}: początek przesunięto z ${old} na ${now}`,
    earlier: (label: string, old: string, now: string) =>
      `${label}: początek przyspieszono z ${old} na ${now}`,
    set: (label: string, now: string) => `${label}: wyznaczono początek na ${now}`,
    gone: (label: string, old: string) => `${label}: usunięto początek ${old}`,
  },
  nextReport: (now: string) => `Następne sprawozdanie: ${now}`,
  fromTo: (label: string, what: string, old: string, now: string) =>
    `${label}: ${what}: ${now} (wcześniej: ${old})`,
  changed: (label: string, what: string) => `${label}: zmieniono ${what}`,
  owner: 'odpowiada',
  groups: 'obszary',
  partners: 'partnerzy',
  expectedResult: 'oczekiwany rezultat',
  weight: 'waga',
  links: 'powiązania',
  /** Null: the report gives no figure. */
  progress: (label: string, old: string | null, now: string | null) =>
    `${label}: ${now === null ? 'nie podano postępu' : `postęp ${now}`} (wcześniej: ${old ?? 'nie podano'})`,
  reported: (label: string, period: string) => `${label}: nowe sprawozdanie, okres: ${period}`,
  corrected: (label: string) => `${label}: poprawiono sprawozdanie`,
  order: (label: string) => `${label}: zmieniono kolejność`,
  wholePlan: 'Plan',
  what: {
    vision: 'wizję',
    mission: 'misję',
    summary: 'wprowadzenie',
    shortTitle: 'krótki tytuł',
    values: 'wartości',
    act: 'uchwałę, którą przyjęto plan',
    source: 'źródło',
    sourceLines: 'miejsce w źródle',
    lineage: 'powiązania z celami poprzednich planów',
    licence: 'licencję danych',
    slug: 'adres',
    description: 'opis',
    stateReason: 'uzasadnienie',
    details: 'dane',
    timeZone: 'strefę czasową',
    languages: 'języki',
    colour: 'barwę',
    arms: 'herb',
    contacts: 'dane kontaktowe',
    declaration: 'deklarację dostępności',
    standing: 'pochodzenie danych',
    id: 'identyfikator',
  } as Readonly<Record<string, string>>,
  rule: {
    'reporting.frequency': 'jak często miasto składa sprawozdania',
    'reporting.graceDays': 'ile dni po terminie liczy się poprzednie sprawozdanie',
    weights: 'wagi zadań',
    behindPoints: 'od ilu punktów poniżej oczekiwań zadanie jest opóźnione',
  } as Readonly<Record<string, string>>,
  word: {
    monthly: 'co miesiąc',
    quarterly: 'co kwartał',
    'half-yearly': 'co pół roku',
    yearly: 'co rok',
    none: 'bez wag',
    whole: 'liczby całkowite',
  } as Readonly<Record<string, string>>,
  list: {
    level: 'Poziomy',
    grouping: 'Podziały',
    group: 'Obszary',
    unit: 'Jednostki',
    city: 'Miasto',
  } as Readonly<Record<string, string>>,
  count: (n: number) => p(n, { one: '# zmiana', few: '# zmiany', many: '# zmian', other: '# zmiany' }),
};

export type ChangeMessages = typeof pl;

const en: ChangeMessages = {
  group: {
    goals: 'Goals',
    plan: 'Plan',
    stopped: 'Stopped, suspended and removed tasks',
    dates: 'Dates and expected results',
    rules: 'Rules of counting',
    finished: 'Finished tasks',
    tasks: 'New and changed tasks',
    states: 'State of tasks',
    responsibility: 'Who answers',
    progress: 'Progress and reports',
    details: 'Other changes',
  },
  none: 'Nothing changed.',
  untitled: 'untitled',
  quote: (text) => `“${text}”`,
  nothing: 'none',
  top: 'the top of the plan',
  decision: (number, date) => `${/^\p{L}{3,} /u.test(number) ? '' : 'decision '}${number} of ${date}`,
  correction: 'correction',
  addedNode: (label) => `Goal added: ${label}.`,
  removedNode: (label) => `Goal removed: ${label}.`,
  addedTask: (label) => `Task added: ${label}.`,
  removedTask: (label) => `Task removed: ${label}.`,
  added: { level: 'Level added:', grouping: 'Grouping added:', group: 'Area added:', unit: 'Unit added:' },
  removed: {
    level: 'Level removed:',
    grouping: 'Grouping removed:',
    group: 'Area removed:',
    unit: 'Unit removed:',
  },
  renamed: (code, old, now) => `${code}renamed from “${old}” to “${now}”`,
  named: (code, now) => `${code}given the name “${now}”`,
  unnamed: (code, old) => `${code}the name “${old}” was removed`,
  recoded: (title, old, now) => `${title}: number changed from ${old} to ${now}`,
  coded: (title, now) => `${title}: given the number ${now}`,
  uncoded: (title, old) => `${title}: the number ${old} was removed`,
  moved: (label, old, now) => `${label}: new place in the plan: ${now} (before: ${old})`,
  mergedInto: (label, now) => `${label}: merged into ${now}`,
  relevelled: (label, old, now) => `${label}: level changed from “${old}” to “${now}”`,
  state: {
    done: (label) => `Task finished: ${label}`,
    stopped: (label) => `Task stopped: ${label}`,
    suspended: (label) => `Task suspended: ${label}`,
    merged: (label) => `Task merged into another: ${label}`,
    'in-progress': (label) => `Task begun: ${label}`,
    'in-preparation': (label) => `Preparation begun: ${label}`,
    'not-started': (label) => `Task set back to not started: ${label}`,
  },
  merged: (label, into) => `Task merged: ${label}, into ${into}`,
  resumed: (label) => `Task resumed: ${label}`,
  reopened: (label) => `Task in progress again after it was done: ${label}`,
  planState: {
    'in-preparation': 'in preparation',
    'in-consultation': 'in consultation',
    'in-force': 'in force',
    superseded: 'replaced by a newer one',
    expired: 'expired',
    'not-stated': 'not stated',
  },
  planIs: (now, old) => `State of the plan: ${now} (before: ${old})`,
  end: {
    later: (label, old, now) => `${label}: end moved from ${old} to ${now}`,
    earlier: (label, old, now) => `${label}: end brought forward from ${old} to ${now}`,
    set: (label, now) => `${label}: end set to ${now}`,
    gone: (label, old) => `${label}: the end, ${old}, was removed`,
  },
  start: {
    later: (label, old, now) => `${label}: start moved from ${old} to ${now}`,
    earlier: (label, old, now) => `${label}: start brought forward from ${old} to ${now}`,
    set: (label, now) => `${label}: start set to ${now}`,
    gone: (label, old) => `${label}: the start, ${old}, was removed`,
  },
  nextReport: (now) => `Next report: ${now}`,
  fromTo: (label, what, old, now) => `${label}: ${what}: ${now} (before: ${old})`,
  changed: (label, what) => `${label}: ${what} changed`,
  owner: 'responsible',
  groups: 'areas',
  partners: 'partners',
  expectedResult: 'expected result',
  weight: 'weight',
  links: 'links',
  progress: (label, old, now) =>
    `${label}: ${now === null ? 'progress not given' : `progress ${now}`} (before: ${old ?? 'not given'})`,
  reported: (label, period) => `${label}: new report, period: ${period}`,
  corrected: (label) => `${label}: report corrected`,
  order: (label) => `${label}: order changed`,
  wholePlan: 'Plan',
  what: {
    vision: 'vision',
    mission: 'mission',
    summary: 'introduction',
    shortTitle: 'short title',
    values: 'values',
    act: 'adopting act',
    source: 'source',
    sourceLines: 'place in the source',
    lineage: 'links to goals of earlier plans',
    licence: 'licence of the data',
    slug: 'address',
    description: 'description',
    stateReason: 'reason',
    details: 'details',
    timeZone: 'time zone',
    languages: 'languages',
    colour: 'colour',
    arms: 'arms',
    contacts: 'contacts',
    declaration: 'accessibility declaration',
    standing: 'standing of the data',
    id: 'identifier',
  },
  rule: {
    'reporting.frequency': 'how often the city reports',
    'reporting.graceDays': 'days after the due date in which the last report still counts',
    weights: 'weights of tasks',
    behindPoints: 'points below the expected from which a task is behind',
  },
  word: {
    monthly: 'monthly',
    quarterly: 'quarterly',
    'half-yearly': 'half-yearly',
    yearly: 'yearly',
    none: 'no weights',
    whole: 'whole numbers',
  },
  list: { level: 'Levels', grouping: 'Groupings', group: 'Areas', unit: 'Units', city: 'The city' },
  count: (n) => e(n, { one: '# change', other: '# changes' }),
};

export function changeMessages(locale: Locale): ChangeMessages {
  return locale === 'pl' ? pl : en;
}

/**
 * One change as a sentence with its decision and reason:
 * `2.1.4 Tramwaj na Skarpę: termin przesunięto z … na … (decyzja LX/31/26 z …): powód.`
 * `languages` are those of the content, the main one first.
 */
export function changeText(change: Change, locale: Locale, languages: readonly string[] = []): string {
  const words = new Wording(locale, languages);
  const { decision, correction } = change;
  const sentence = sentenceOf(change, words);
  if (sentence.endsWith('.') && !decision && !correction && !change.reason) return sentence;
  const m = words.m;
  const base = sentence.replace(/\.$/, '');
  const rests = decision
    ? m.decision(decision.number, formatDate(decision.on, locale))
    : correction && m.correction;
  const said = rests ? `${base} (${rests})` : base;
  const reason = words.text(decision ? decision.reason : (correction?.note ?? change.reason));
  const whole = reason === null ? said : `${said}: ${reason}`;
  return /[.!?…]$/.test(whole) ? whole : `${whole}.`;
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

  text(texts: Texts | null): string | null {
    return pick(texts, this.locale, this.languages)?.text ?? null;
  }

  /** Code and title, or what of them there is. */
  label(item: Pick<Named, 'code' | 'title'>): string {
    const title = this.text(item.title) ?? this.m.untitled;
    return item.code === null ? this.m.quote(title) : `${item.code} ${title}`;
  }

  names(value: ChangeValue, whenNone: string): string {
    const items = Array.isArray(value) ? (value as readonly Named[]) : [];
    return items.length === 0
      ? whenNone
      : items
          .map((item) => (item.code === null ? (this.text(item.title) ?? this.m.untitled) : this.label(item)))
          .join(', ');
  }

  date(value: ChangeValue): string {
    return formatDate(String(value), this.locale);
  }
}

function sentenceOf(change: Change, words: Wording): string {
  const { m } = words;
  const { kind, subject, field, old } = change;
  const now = change.new;
  const label = subject === 'plan' ? m.wholePlan : subject === 'city' ? m.list['city']! : words.label(change);
  switch (kind) {
    case 'added':
      return subject === 'node'
        ? m.addedNode(label)
        : subject === 'task'
          ? m.addedTask(label)
          : listed(m.added, change, words);
    case 'removed':
      return subject === 'node'
        ? m.removedNode(label)
        : subject === 'task'
          ? m.removedTask(label)
          : listed(m.removed, change, words);
    case 'renamed':
      return renamed(change, words);
    case 'recoded': {
      const title = m.quote(words.text(change.title) ?? m.untitled);
      if (old === null) return m.coded(title, String(now));
      return now === null ? m.uncoded(title, String(old)) : m.recoded(title, String(old), String(now));
    }
    case 'moved':
      return field === 'mergedIntoId'
        ? m.mergedInto(label, words.names(now, m.nothing))
        : m.moved(label, words.names(old, m.top), words.names(now, m.top));
    case 'relevelled':
      return m.relevelled(label, String(Number(old) + 1), String(Number(now) + 1));
    case 'state':
      return subject === 'plan'
        ? m.planIs(m.planState[now as EditionPlan['state']], m.planState[old as EditionPlan['state']])
        : change.into
          ? m.merged(label, words.label(change.into))
          : stateOf(old as TaskState, now as TaskState, label, m);
    case 'date':
      return dateOf(field, old, now, label, words);
    case 'expected-result':
      return m.fromTo(label, m.expectedResult, quoted(old, words), quoted(now, words));
    case 'owner':
      return m.fromTo(label, m.owner, words.names(old, m.nothing), words.names(now, m.nothing));
    case 'group':
      return m.fromTo(label, m.groups, words.names(old, m.nothing), words.names(now, m.nothing));
    case 'partner':
      return m.fromTo(label, m.partners, words.names(old, m.nothing), words.names(now, m.nothing));
    case 'link':
      return m.fromTo(label, m.links, words.names(old, m.nothing), words.names(now, m.nothing));
    case 'weight':
      return m.fromTo(label, m.weight, String(old), String(now));
    case 'rule': {
      const word = (value: ChangeValue): string =>
        value === null ? m.nothing : (m.word[String(value)] ?? String(value));
      return m.fromTo(label, m.rule[field]!, word(old), word(now));
    }
    case 'progress': {
      const percent = (value: ChangeValue): string | null =>
        value === null ? null : formatPercent(String(value), words.locale);
      return m.progress(label, percent(old), percent(now));
    }
    case 'report':
      return now === null || old === now
        ? m.corrected(label)
        : m.reported(label, formatPeriod(String(now), words.locale));
    case 'order':
      return m.order(subject === 'node' || subject === 'plan' ? label : m.list[subject]!);
    case 'description':
    case 'text':
    case 'act':
    case 'source':
    case 'lineage':
    case 'header':
      return m.changed(label, m.what[field] ?? field);
  }
}

function listed(verbs: ChangeMessages['added'], change: Change, words: Wording): string {
  const verb = verbs[change.subject as keyof ChangeMessages['added']];
  return `${verb} ${words.m.quote(words.text(change.title) ?? words.m.untitled)}.`;
}

function renamed(change: Change, words: Wording): string {
  const { m } = words;
  const [old, now] = [words.text(change.old as Texts | null), words.text(change.new as Texts | null)];
  const holder = change.code ?? (change.subject === 'plan' ? m.wholePlan : m.list[change.subject]);
  const code = holder === undefined ? '' : `${holder}: `;
  const said =
    old !== null && now !== null
      ? m.renamed(code, old, now)
      : now === null
        ? m.unnamed(code, old ?? '')
        : m.named(code, now);
  return code === '' ? upperFirst(said) : said;
}

function stateOf(old: TaskState, now: TaskState, label: string, m: ChangeMessages): string {
  if (now === 'in-progress' && old === 'suspended') return m.resumed(label);
  if (now === 'in-progress' && old === 'done') return m.reopened(label);
  return m.state[now](label);
}

function dateOf(field: string, old: ChangeValue, now: ChangeValue, label: string, words: Wording): string {
  const { m } = words;
  if (field === 'reporting.nextReportOn') return m.nextReport(now === null ? m.nothing : words.date(now));
  const verbs = field.endsWith('startOn') ? m.start : m.end;
  if (old === null) return verbs.set(label, words.date(now));
  if (now === null) return verbs.gone(label, words.date(old));
  return (now > old ? verbs.later : verbs.earlier)(label, words.date(old), words.date(now));
}

function quoted(value: ChangeValue, words: Wording): string {
  const text = words.text(value as Texts | null);
  return text === null ? words.m.nothing : words.m.quote(text);
}

function upperFirst(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}
