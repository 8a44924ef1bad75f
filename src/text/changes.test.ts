import assert from 'node:assert/strict';
import { test } from 'node:test';
import { goldenInput } from '../../test/edition.ts';
import { id } from '../../test/plan.ts';
import { entriesOf } from '../edition/change-entry.ts';
import { CHANGE_GROUPS, CHANGE_KINDS, CHANGE_SUBJECTS, type Change } from '../edition/change.ts';
import { diff } from '../edition/diff.ts';
import { TASK_STATES } from '../edition/edition.ts';
import { freeze } from '../edition/freeze.ts';
import { changeMessages } from './change-words.ts';
import { entryText, entryWords, stepText } from './changes.ts';
import { LOCALES, type Locale } from './locale.ts';

const tram = { code: '2.1.4', title: { pl: 'Tramwaj na Skarpę', en: 'Tram to Skarpa' } };
const base: Change = {
  kind: 'date',
  group: 'dates',
  subject: 'task',
  id: id(201),
  ...tram,
  field: 'endOn',
  old: '2027-12-31',
  new: '2029-12-31',
  reason: null,
  into: null,
  decision: null,
};
const decision = {
  id: id(201),
  field: 'endOn',
  number: 'LX/31/26',
  on: '2026-06-25',
  reason: { pl: 'Przetarg unieważniono.', en: 'The tender was annulled.' },
};
const other = [{ id: id(1), code: '1', title: { pl: 'Zieleń', en: 'Greenery' } }];

/** One change alone, or several about the same thing, as one line. */
function line(
  changes: readonly Change[],
  locale: Locale,
  languages: readonly string[] = ['pl', 'en'],
): string {
  return entriesOf(changes)
    .map((entry) => entryText(entry, locale, languages))
    .join(' | ');
}

test('changes as residents read them', () => {
  const cases: readonly [Partial<Change>, string, string][] = [
    [
      { decision },
      '2.1.4 Tramwaj na Skarpę: termin przesunięto z 31 grudnia 2027 na 31 grudnia 2029 (decyzja LX/31/26 z 25 czerwca 2026): Przetarg unieważniono.',
      '2.1.4 Tram to Skarpa: end moved from 31 December 2027 to 31 December 2029 (decision LX/31/26 of 25 June 2026): The tender was annulled.',
    ],
    [
      { correction: { id: id(201), field: 'endOn', on: '2026-11-14', note: { pl: 'Pomyłka w roku.' } } },
      '2.1.4 Tramwaj na Skarpę: termin przesunięto z 31 grudnia 2027 na 31 grudnia 2029 (korekta): Pomyłka w roku.',
      '2.1.4 Tram to Skarpa: end moved from 31 December 2027 to 31 December 2029 (correction): Pomyłka w roku.',
    ],
    [
      { old: null },
      '2.1.4 Tramwaj na Skarpę: wyznaczono termin 31 grudnia 2029.',
      '2.1.4 Tram to Skarpa: end set to 31 December 2029.',
    ],
    [
      { new: '2026-12-31' },
      '2.1.4 Tramwaj na Skarpę: termin przyspieszono z 31 grudnia 2027 na 31 grudnia 2026.',
      '2.1.4 Tram to Skarpa: end brought forward from 31 December 2027 to 31 December 2026.',
    ],
    [
      {
        kind: 'state',
        field: 'state',
        old: 'in-progress',
        new: 'stopped',
        reason: { pl: 'Brak dotacji.', en: 'No grant.' },
      },
      '2.1.4 Tramwaj na Skarpę: zaniechano. Powód: Brak dotacji.',
      '2.1.4 Tram to Skarpa: stopped. Reason: No grant.',
    ],
    [
      { kind: 'state', field: 'state', old: 'in-progress', new: 'merged', into: other[0]! },
      '2.1.4 Tramwaj na Skarpę: połączono z zadaniem 1 Zieleń.',
      '2.1.4 Tram to Skarpa: merged into 1 Greenery.',
    ],
    [
      { decision: { ...decision, number: 'uchwała LX/31/26' }, old: null },
      '2.1.4 Tramwaj na Skarpę: wyznaczono termin 31 grudnia 2029 (uchwała LX/31/26 z 25 czerwca 2026): Przetarg unieważniono.',
      '2.1.4 Tram to Skarpa: end set to 31 December 2029 (uchwała LX/31/26 of 25 June 2026): The tender was annulled.',
    ],
    [
      { kind: 'state', field: 'state', old: 'suspended', new: 'in-progress' },
      '2.1.4 Tramwaj na Skarpę: wznowiono.',
      '2.1.4 Tram to Skarpa: resumed.',
    ],
    [
      { kind: 'removed', subject: 'node', field: '', old: null, new: null },
      '2.1.4 Tramwaj na Skarpę: cel usunięto z planu.',
      '2.1.4 Tram to Skarpa: goal removed from the plan.',
    ],
    [
      { kind: 'renamed', subject: 'node', field: 'title', old: { pl: 'Tramwaj' }, new: tram.title },
      '2.1.4 Tramwaj na Skarpę: zmieniono nazwę (wcześniej: „Tramwaj”).',
      '2.1.4 Tram to Skarpa: renamed (before: “Tramwaj”).',
    ],
    [
      {
        kind: 'renamed',
        subject: 'node',
        field: 'title',
        old: { ...tram.title, en: 'A tram' },
        new: tram.title,
      },
      '2.1.4 Tramwaj na Skarpę: zmieniono nazwę w innym języku.',
      '2.1.4 Tram to Skarpa: renamed (before: “A tram”).',
    ],
    [
      { kind: 'renamed', subject: 'plan', field: 'title', old: { pl: 'Tramwaj' }, new: tram.title },
      'Plan: zmieniono nazwę z „Tramwaj” na „Tramwaj na Skarpę”.',
      'Plan: renamed from “Tramwaj” to “Tram to Skarpa”.',
    ],
    [
      { kind: 'recoded', field: 'code', old: '2.1.3', new: '2.1.4' },
      '2.1.4 Tramwaj na Skarpę: zmieniono numer z 2.1.3 na 2.1.4.',
      '2.1.4 Tram to Skarpa: renumbered from 2.1.3 to 2.1.4.',
    ],
    [
      { kind: 'moved', field: 'parentId', old: other, new: [] },
      '2.1.4 Tramwaj na Skarpę: przeniesiono z celu 1 „Zieleń” na najwyższy poziom planu.',
      '2.1.4 Tram to Skarpa: moved from goal 1 “Greenery” to the top of the plan.',
    ],
    [
      { kind: 'progress', field: 'progressPercent', old: null, new: '46.5' },
      '2.1.4 Tramwaj na Skarpę: postęp 46,5\u00a0% (wcześniej: nie podano).',
      '2.1.4 Tram to Skarpa: progress 46.5% (before: not given).',
    ],
    [
      { kind: 'report', field: 'reportedFor', old: '2026-Q2', new: '2026-Q3' },
      '2.1.4 Tramwaj na Skarpę: nowe sprawozdanie, okres: III kwartał 2026.',
      '2.1.4 Tram to Skarpa: new report, period: Q3 2026.',
    ],
  ];
  for (const [fields, pl, en] of cases) {
    assert.equal(line([{ ...base, ...fields }], 'pl'), pl);
    assert.equal(line([{ ...base, ...fields }], 'en'), en);
  }
});

test('several changes of one goal are one line: moved and renumbered, with what followed', () => {
  const goal = {
    ...base,
    subject: 'node',
    group: 'goals',
    id: id(105),
    code: '3.1',
    title: tram.title,
  } as const;
  const task = { ...base, group: 'details', id: id(206), code: '3.1.1', title: { pl: 'Tory' } } as const;
  const from = [{ id: id(2), code: '2', title: { pl: 'Ruch', en: 'Traffic' } }];
  const to = [{ id: id(3), code: '3', title: { pl: 'Ulice', en: 'Streets' } }];
  const because = { ...decision, id: id(105) };
  const changes: readonly Change[] = [
    { ...goal, kind: 'recoded', field: 'code', old: '2.3', new: '3.1', decision: because },
    { ...goal, kind: 'moved', field: 'parentId', old: from, new: to, decision: because },
    { ...goal, kind: 'date', field: 'endOn', group: 'dates', decision: null },
    { ...task, kind: 'recoded', field: 'code', old: '2.3.1', new: '3.1.1' },
    { ...goal, kind: 'description', field: 'description', group: 'details', decision: because },
  ];
  assert.equal(
    line(changes, 'pl'),
    '3.1 Tramwaj na Skarpę: przeniesiono z celu 2 „Ruch” do celu 3 „Ulice” i zmieniono numer z 2.3 na 3.1; zmieniono opis (decyzja LX/31/26 z 25 czerwca 2026): Przetarg unieważniono. Termin przesunięto z 31 grudnia 2027 na 31 grudnia 2029. Pod nim zmieniły się numery: z 2.3.1 na 3.1.1.',
  );
  assert.equal(
    line(changes, 'en'),
    '3.1 Tram to Skarpa: moved from goal 2 “Traffic” to goal 3 “Streets” and renumbered from 2.3 to 3.1; description changed (decision LX/31/26 of 25 June 2026): The tender was annulled. End moved from 31 December 2027 to 31 December 2029. The numbers under it changed: from 2.3.1 to 3.1.1.',
  );
});

test('progress alone is a step; anything more about the task makes it a sentence', () => {
  const step: Change = { ...base, kind: 'progress', field: 'progressPercent', old: '32', new: '35.5' };
  const inWords = (...changes: readonly Change[]): string | null => stepText(entriesOf(changes)[0]!, 'pl');
  assert.equal(inWords(step), 'z 32\u00a0% na 35,5\u00a0%');
  assert.equal(line([step], 'en'), '2.1.4 Tram to Skarpa: progress from 32% to 35.5%.');
  assert.equal(inWords({ ...step, old: null }), null);
  assert.equal(inWords({ ...step, decision }), null);
  assert.equal(inWords(step, base), null);
});

test('what the city wrote keeps its language in a sentence', () => {
  const [entry] = entriesOf([{ ...base, title: { pl: 'Tramwaj' }, decision }]);
  const { name, said } = entryWords(entry!, 'en', ['pl', 'en']);
  assert.deepEqual(name, [
    { text: '2.1.4 ', lang: null },
    { text: 'Tramwaj', lang: 'pl' },
  ]);
  assert.deepEqual(
    said.map(({ text, lang }) => (lang === null ? '…' : `${lang} ${text}`)),
    ['…', 'pl LX/31/26', '…', 'en The tender was annulled.'],
  );
});

test('every kind of change of every subject is one whole sentence in both languages', () => {
  const values: Partial<Record<Change['kind'], [Change['old'], Change['new'], string[]]>> = {
    renamed: [{ pl: 'A' }, null, ['title']],
    recoded: ['1', null, ['code']],
    moved: [other, [], ['parentId', 'mergedIntoId']],
    date: [null, '2026-01-01', ['startOn', 'endOn', 'horizon.endOn', 'reporting.nextReportOn']],
    owner: [other, [], ['unitIds']],
    group: [[], other, ['groupIds']],
    partner: [[], other, ['partners']],
    link: [[], other, ['links']],
    'expected-result': [null, { pl: 'Ciszej' }, ['expectedResult']],
    progress: ['1', '2', ['progressPercent']],
    report: [null, '2026', ['reportedFor']],
    rule: ['none', 'whole', ['weights', 'behindPoints', 'reporting.frequency', 'reporting.graceDays']],
    weight: [1, 2, ['weight']],
    relevelled: [0, 1, ['level']],
  };
  for (const kind of CHANGE_KINDS)
    for (const subject of CHANGE_SUBJECTS) {
      if (
        kind === 'state' ||
        ((kind === 'added' || kind === 'removed') && (subject === 'plan' || subject === 'city')) ||
        (kind === 'order' && (subject === 'task' || subject === 'city'))
      )
        continue;
      const [old, now, fields] = values[kind] ?? [null, null, ['vision']];
      for (const field of fields)
        for (const locale of LOCALES) {
          const text = line([{ ...base, kind, subject, field, old, new: now, code: null }], locale);
          assert.match(text, /^[\p{Lu}„“].*\.$/u, `${kind} ${subject} ${field}: ${text}`);
          assert.doesNotMatch(text, /undefined|null|NaN|\[object/, text);
        }
    }
  for (const old of TASK_STATES)
    for (const now of TASK_STATES)
      for (const locale of LOCALES)
        assert.match(
          line([{ ...base, kind: 'state', field: 'state', old, new: now }], locale),
          /2\.1\.4 .*\.$/,
        );
  for (const locale of LOCALES)
    for (const group of CHANGE_GROUPS) assert.ok(changeMessages(locale).group[group]);
});

test('fields that a real diff gives have words, not names of fields', () => {
  const { city, plan, publication } = goldenInput();
  const { colour, standing, timeZone } = {
    colour: '#123456',
    standing: 'official',
    timeZone: 'Europe/Berlin',
  } as const;
  const after = freeze(
    {
      ...city,
      colour,
      standing,
      timeZone,
      slug: 'inne',
      languages: ['pl'],
      arms: null,
      contacts: [],
      declaration: null,
      units: city.units.map((unit) => ({ ...unit, phone: '1' })),
    },
    {
      ...plan,
      slug: 'inny',
      title: { pl: 'Nowy' },
      shortTitle: { pl: 'N' },
      summary: null,
      vision: null,
      mission: { pl: 'M' },
      values: [],
      act: null,
      source: null,
      licence: null,
      lineage: [],
      weights: 'none',
      behindPoints: 5,
      state: 'expired',
      reporting: { frequency: 'yearly', graceDays: 1, nextReportOn: null },
      horizon: { startOn: null, endOn: '2040-12-31' },
      levels: plan.levels.map((level) => ({ ...level, plural: { pl: 'cele' } })),
      groupings: plan.groupings.map((grouping) => ({ ...grouping, announced: 4 })),
      nodes: plan.nodes.map((node) => ({ ...node, sourceLines: null, description: { pl: 'x' } })),
    },
    publication,
  );
  const changes = diff(freeze(city, plan, publication), after);
  assert.ok(changes.length > 25);
  for (const change of changes)
    for (const locale of LOCALES) {
      const text = line([change], locale, ['pl']);
      if (/[a-z][A-Z]|\.[a-z]/.test(change.field)) assert.ok(!text.includes(change.field), text);
    }
});
