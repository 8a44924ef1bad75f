import assert from 'node:assert/strict';
import { test } from 'node:test';
import { goldenInput } from '../../test/edition.ts';
import { id } from '../../test/plan.ts';
import { CHANGE_GROUPS, CHANGE_KINDS, CHANGE_SUBJECTS, type Change } from '../edition/change.ts';
import { diff } from '../edition/diff.ts';
import { TASK_STATES } from '../edition/edition.ts';
import { freeze } from '../edition/freeze.ts';
import { changeMessages, changeText } from './changes.ts';
import { LOCALES } from './locale.ts';

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
      'Zaniechano zadania 2.1.4 Tramwaj na Skarpę: Brak dotacji.',
      'Task stopped: 2.1.4 Tram to Skarpa: No grant.',
    ],
    [
      { kind: 'state', field: 'state', old: 'in-progress', new: 'merged', into: other[0]! },
      'Zadanie 2.1.4 Tramwaj na Skarpę połączono z zadaniem 1 Zieleń.',
      'Task merged: 2.1.4 Tram to Skarpa, into 1 Greenery.',
    ],
    [
      { decision: { ...decision, number: 'uchwała LX/31/26' }, old: null },
      '2.1.4 Tramwaj na Skarpę: wyznaczono termin 31 grudnia 2029 (uchwała LX/31/26 z 25 czerwca 2026): Przetarg unieważniono.',
      '2.1.4 Tram to Skarpa: end set to 31 December 2029 (uchwała LX/31/26 of 25 June 2026): The tender was annulled.',
    ],
    [
      { kind: 'state', field: 'state', old: 'suspended', new: 'in-progress' },
      'Wznowiono zadanie 2.1.4 Tramwaj na Skarpę.',
      'Task resumed: 2.1.4 Tram to Skarpa.',
    ],
    [
      { kind: 'removed', subject: 'node', field: '', old: null, new: null },
      'Usunięto cel 2.1.4 Tramwaj na Skarpę.',
      'Goal removed: 2.1.4 Tram to Skarpa.',
    ],
    [
      { kind: 'renamed', subject: 'node', field: 'title', old: { pl: 'Tramwaj' }, new: tram.title },
      '2.1.4: zmieniono nazwę z „Tramwaj” na „Tramwaj na Skarpę”.',
      '2.1.4: renamed from “Tramwaj” to “Tram to Skarpa”.',
    ],
    [
      { kind: 'recoded', field: 'code', old: '2.1.3', new: '2.1.4' },
      '„Tramwaj na Skarpę”: zmieniono numer z 2.1.3 na 2.1.4.',
      '“Tram to Skarpa”: number changed from 2.1.3 to 2.1.4.',
    ],
    [
      { kind: 'moved', field: 'parentId', old: other, new: [] },
      '2.1.4 Tramwaj na Skarpę: nowe miejsce w planie: najwyższy poziom planu (wcześniej: 1 Zieleń).',
      '2.1.4 Tram to Skarpa: new place in the plan: the top of the plan (before: 1 Greenery).',
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
    assert.equal(changeText({ ...base, ...fields }, 'pl', ['pl', 'en']), pl);
    assert.equal(changeText({ ...base, ...fields }, 'en', ['pl', 'en']), en);
  }
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
          const text = changeText({ ...base, kind, subject, field, old, new: now, code: null }, locale);
          assert.match(text, /^[\p{Lu}„“].*\.$/u, `${kind} ${subject} ${field}: ${text}`);
          assert.doesNotMatch(text, /undefined|null|NaN|\[object/, text);
        }
    }
  for (const old of TASK_STATES)
    for (const now of TASK_STATES)
      for (const locale of LOCALES)
        assert.match(
          changeText({ ...base, kind: 'state', field: 'state', old, new: now }, locale),
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
      const text = changeText(change, locale, ['pl']);
      if (/[a-z][A-Z]|\.[a-z]/.test(change.field)) assert.ok(!text.includes(change.field), text);
    }
});
