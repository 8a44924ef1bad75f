import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { refusalWords } from './command-refusal.ts';
import { LOCALES } from './locale.ts';
import { officeProblemText, refusalText } from './office-problems.ts';
import { hasProblemText, problemText, type ProblemLike } from './problems.ts';

/** Where codes of problems, gaps, announcements, reasons and refusals are born, and how they are written there. */
const SOURCES = ['model', 'edition', 'intake', 'acts', 'office', 'database'];
const BIRTHS =
  /(?:\bcode: |\brefused: |\b(?:add|gap|find|refusal|problem)\(|\b(?:each)\(|, )'([a-z]+(?:-[a-z0-9]+)+)'/g;
const MARKED = /\bcode: '|\brefused: '|\b(?:add|gap|find|refusal|problem|each)\('/;
/** Not problems: states, verdicts, kinds and choices that stand in the same lines. */
const OTHER = new Set(['in-preparation', 'in-progress', 'not-started', 'moving-away', 'horyzont-edition']);

function born(): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const folder of SOURCES)
    for (const file of globSync(`src/${folder}/**/*.{ts,tsx}`)) {
      if (file.endsWith('.test.ts')) continue;
      for (const line of readFileSync(file, 'utf8').split('\n'))
        if (MARKED.test(line))
          for (const [, code] of line.matchAll(BIRTHS)) if (!OTHER.has(code!)) found.set(code!, file);
    }
  return found;
}

/** Refusals of the command line have their words beside its other messages. */
function isRefusalWithWords(code: string): boolean {
  return LOCALES.every((locale) => code in refusalWords(locale));
}

/** Those of the office beside its pages' own. */
function hasOfficeWords(code: string): boolean {
  return LOCALES.every((locale) =>
    [
      () => officeProblemText({ code, place: {}, values: {} }, locale),
      () => refusalText({ refused: code, values: {} }, locale),
    ].some((words) => {
      try {
        return words() !== '';
      } catch {
        return false;
      }
    }),
  );
}

test('every code that the source can give has words in both languages', () => {
  const codes = born();
  assert.ok(codes.size > 50, 'the search finds the codes');
  const wordless = [...codes]
    .filter(([code]) => !hasProblemText(code) && !isRefusalWithWords(code) && !hasOfficeWords(code))
    .map(([code, file]) => `${code} (${file})`);
  assert.deepEqual(wordless, []);
  const place: ProblemLike['place'] = { code: '1.3', field: 'startOn', line: 4 };
  const values = {
    announced: 3,
    given: 2,
    named: 1,
    count: 2,
    progress: '20',
    start: '2026-02-01',
    end: '2026-01-01',
    size: 9,
    limit: 5,
    level: 'Cele operacyjne',
  };
  for (const code of [...codes.keys()].filter(hasProblemText))
    for (const locale of LOCALES) {
      const text = problemText({ code, place, values }, locale);
      assert.match(text, /^[^a-z].*\.$/su, `${code} ${locale}: ${text}`);
      assert.doesNotMatch(text, /undefined|NaN|\$\{/, code);
    }
});

test('gaps as residents read them', () => {
  const cases: readonly [ProblemLike, string, string][] = [
    [
      { code: 'announced-groups-missing', place: { line: 7 }, values: { announced: 3, named: 0 } },
      'Źródło zapowiada 3 obszary, ale żadnego nie nazywa.',
      'The source announces 3 areas but names none.',
    ],
    [
      { code: 'announced-groups-missing', place: {}, values: { announced: 5, named: 2 } },
      'Źródło zapowiada 5 obszarów, a nazywa tylko 2.',
      'The source announces 5 areas but names only 2.',
    ],
    [
      { code: 'announced-tasks-missing', place: { line: 71 }, values: { given: 0 } },
      'Źródło zapowiada zadania, ale żadnego nie wymienia.',
      'The source announces tasks but lists none.',
    ],
    [
      { code: 'announced-goals-missing', place: {}, values: { announced: 22, given: 21 } },
      'Źródło zapowiada 22 cele, a wymienia 21.',
      'The source announces 22 goals but lists 21.',
    ],
    [
      { code: 'no-task-with-owner', place: {}, values: { count: 120 } },
      'Dla żadnego z 120 zadań nie wskazano jednostki odpowiedzialnej.',
      'None of the 120 tasks names a responsible unit.',
    ],
    [
      { code: 'goal-without-tasks', place: { id: 'x' }, values: {} },
      '„Zieleń”: cel nie ma żadnego zadania.',
      '“Zieleń”: the goal has no task.',
    ],
    [
      { code: 'text-missing', place: { id: 'x', field: 'plan.title' }, values: {} },
      'Plan: puste pole „tytuł planu”. Wpisz je przynajmniej w jednym języku.',
      'The plan: the field “title of the plan” is empty. Write it in at least one language.',
    ],
  ];
  for (const [problem, pl, en] of cases) {
    assert.equal(
      problemText(problem, 'pl', () => 'Zieleń'),
      pl,
    );
    assert.equal(
      problemText(problem, 'en', () => 'Zieleń'),
      en,
    );
  }
});

test('a code without words is a fault', () => {
  assert.throws(() => problemText({ code: 'no-such-code', place: {}, values: {} }, 'pl'), /no-such-code/);
});
