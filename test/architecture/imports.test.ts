import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { test } from 'node:test';

/** One import statement of a source file. */
interface Import {
  readonly from: string;
  readonly to: string;
  readonly typeOnly: boolean;
}

const PURE = ['model', 'edition', 'text', 'intake', 'exchange', 'charts', 'documents', 'portal'];
/** Folder -> folders it may import from (ARCHITECTURE, "Imports"). `types` after a colon: type imports only. */
const ALLOWED: Readonly<Record<string, readonly string[]>> = {
  model: [],
  edition: ['model'],
  text: ['model:types', 'edition:types'],
  charts: ['edition:types', 'text'],
  exchange: ['edition', 'text'],
  intake: ['model', 'text'],
  documents: ['edition', 'charts', 'text'],
  portal: ['edition', 'exchange', 'charts', 'text'],
  database: ['model', 'edition'],
  system: [],
  acts: ['model', 'edition', 'text', 'intake', 'exchange', 'charts', 'documents', 'database', 'system'],
  office: [
    'acts',
    'database',
    'model',
    'text',
    'charts',
    'edition',
    'portal',
    'system',
    'intake',
    'exchange',
  ],
  server: ['office', 'portal', 'documents', 'acts', 'database', 'system', 'edition', 'text'],
  cli: PURE.concat('database', 'system', 'acts', 'server'),
};
const IO =
  /^(node:)?(fs|net|http|https|http2|child_process|worker_threads|dns|tls|os|process|readline|timers|cluster|dgram)(\/|$)/;
const sources = globSync('src/**/*.{ts,tsx}').filter((f) => !f.includes('.test.') && !f.includes('testing'));
const imports = sources.flatMap(importsOf);

function importsOf(file: string): Import[] {
  const text = readFileSync(file, 'utf8');
  const found: Import[] = [];
  for (const match of text.matchAll(
    /^(?:import|export)\s+(type\s+)?([^'";]*?)\s*(?:from\s+)?'([^']+)'|\bimport\('([^']+)'\)/gm,
  )) {
    const to = match[3] ?? match[4] ?? '';
    const names = (match[2] ?? '').trim();
    const typeOnly =
      match[1] !== undefined ||
      (/^\{.*\}$/s.test(names) &&
        names
          .slice(1, -1)
          .split(',')
          .map((n) => n.trim())
          .filter(Boolean)
          .every((n) => n.startsWith('type ')));
    found.push({ from: file, to: to.startsWith('.') ? normalize(join(dirname(file), to)) : to, typeOnly });
  }
  return found;
}

const folder = (file: string): string => file.split('/')[1] ?? '';

test('the test reads real imports', () => {
  assert.ok(imports.length > 100, `only ${imports.length} imports found`);
  assert.ok(imports.some((i) => i.typeOnly) && imports.some((i) => !i.typeOnly));
});

test('each folder imports only what ARCHITECTURE allows', () => {
  const wrong = imports
    .filter(({ from, to }) => to.startsWith('src/') && to !== 'src/problem.ts' && folder(from) !== folder(to))
    .filter(({ from, to, typeOnly }) => {
      const allowed = ALLOWED[folder(from)] ?? [];
      return !allowed.includes(folder(to)) && !(typeOnly && allowed.includes(`${folder(to)}:types`));
    })
    .map(({ from, to }) => `${from} -> ${to}`);
  assert.deepEqual(wrong, []);
});

test('only freeze, of the edition, reads the model', () => {
  const wrong = imports
    .filter(({ from, to }) => folder(from) === 'edition' && to.startsWith('src/model/'))
    .map((i) => i.from);
  assert.deepEqual(
    [...new Set(wrong)].filter((f) => !f.startsWith('src/edition/freeze')),
    [],
  );
});

test('pure folders reach no disk, network, clock or chance', () => {
  const wrong = imports
    .filter(({ from, to }) => PURE.includes(folder(from)) && IO.test(to))
    .map(({ from, to }) => `${from} -> ${to}`);
  for (const file of sources.filter((f) => PURE.includes(folder(f)))) {
    const code = readFileSync(file, 'utf8').replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '');
    for (const reach of [
      /\bDate\.now\(/,
      /\bnew Date\(\)/,
      /\bMath\.random\(/,
      /\bprocess\./,
      /\bcrypto\.random/,
      /\brandomUUID\b/,
      /\bfetch\(/,
    ])
      if (reach.test(code)) wrong.push(`${file} uses ${reach.source}`);
  }
  assert.deepEqual(wrong, []);
});

test('nothing that the portal imports, at any depth, runs code of the model or the database', () => {
  const reached = new Set<string>();
  const visit = (file: string): void => {
    if (reached.has(file)) return;
    reached.add(file);
    for (const i of imports) if (i.from === file && i.to.startsWith('src/') && !i.typeOnly) visit(i.to);
  };
  for (const file of sources.filter((f) => folder(f) === 'portal')) visit(file);
  assert.ok(reached.size > 20);
  assert.deepEqual(
    [...reached].filter((f) => ['model', 'database'].includes(folder(f))),
    [],
  );
});

test('no import cycle, types included', () => {
  const next = Map.groupBy(
    imports.filter((i) => i.to.startsWith('src/')),
    (i) => i.from,
  );
  const state = new Map<string, 'open' | 'done'>();
  const cycles: string[] = [];
  const visit = (file: string, path: readonly string[]): void => {
    if (state.get(file) === 'open') cycles.push([...path.slice(path.indexOf(file)), file].join(' -> '));
    if (state.has(file)) return;
    state.set(file, 'open');
    for (const { to } of next.get(file) ?? []) visit(to, [...path, file]);
    state.set(file, 'done');
  };
  for (const file of sources) visit(file, []);
  assert.deepEqual(cycles, []);
});

test('no barrel, no leftover, no file of a thousand lines', () => {
  assert.deepEqual(
    sources.filter((f) => /\/index\.tsx?$/.test(f)),
    [],
  );
  const marked = sources.filter((f) => /\b(TODO|FIXME|XXX)\b/.test(readFileSync(f, 'utf8')));
  assert.deepEqual(marked, []);
  const long = sources.filter((f) => readFileSync(f, 'utf8').split('\n').length > 1000);
  assert.deepEqual(long, []);
});

test("no city's name stands in the product's code", () => {
  const named = sources.filter(
    (f) =>
      folder(f) !== 'text' &&
      /Toru[nń]|Jasnogr[oó]d/i.test(readFileSync(f, 'utf8').replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '')),
  );
  assert.deepEqual(named, []);
});
