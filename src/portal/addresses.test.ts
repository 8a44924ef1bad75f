import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { meetsGolden } from '../../test/golden.ts';
import { LOCALES } from '../text/locale.ts';
import {
  address,
  codeSegment,
  diskPath,
  FIXED_KINDS,
  isFile,
  ITEM_KINDS,
  parseAddress,
  PLAN_KINDS,
  relative,
  type Address,
} from './addresses.ts';

const ID = '01990000-0000-7000-8000-000000000001';

/** One of every kind there is. */
function all(): readonly Address[] {
  const list: Address[] = FIXED_KINDS.map((kind) => ({ kind }));
  list.push(
    { kind: 'asset', name: 'portal-1a2b3c4d.css' },
    { kind: 'edition-file', city: 'torun', plan: 'cele-2028', number: 3 },
  );
  for (const locale of LOCALES) {
    list.push({ kind: 'installation', locale }, { kind: 'city', locale, city: 'torun' });
    for (const edition of [null, 3]) {
      const of = { locale, city: 'torun', plan: 'cele-2028', edition };
      for (const kind of PLAN_KINDS) list.push({ kind, ...of });
      for (const item of [{ code: '1.3' }, { id: ID }])
        for (const kind of ITEM_KINDS) list.push({ kind, ...of, item });
    }
  }
  return list;
}

test('every public URL, one a line, is what it was: a contract with the outside', () => {
  const lines = all().map((to) => `${to.kind.padEnd(20)} ${address(to)}`);
  meetsGolden('test/golden/addresses.txt', `${lines.join('\n')}\n`);
});

test('what is built is read back, and no two kinds share a path', () => {
  const seen = new Set<string>();
  for (const to of all()) {
    const path = address(to);
    assert.deepEqual(parseAddress(path), to, path);
    assert.ok(!seen.has(path), `${path} twice`);
    seen.add(path);
  }
});

test('only the spelling that is built is read', () => {
  for (const path of [
    '',
    'torun',
    '//',
    '/torun/',
    '/torun//x',
    '/Torun',
    '/torun/cele-2028/goals/1.3/2',
    '/en/torun/cele-2028/cele/x',
    '/torun/cele-2028/wydanie/0',
    '/torun/cele-2028/wydanie/03',
    '/torun/cele-2028/1.3/why',
    '/torun/cele-2028/id/1',
    '/torun/cele-2028/1..3',
    '/torun/cele-2028/%2e',
    '/edition/torun/cele-2028/x.json',
    `/${'a'.repeat(600)}`,
  ])
    // prettier-ignore
    assert.equal(parseAddress(path), null, path);
});

test('a printed code is a segment unless it would be something else', () => {
  for (const code of ['1', '1.3', '2.10', 'I.1', 'OE4', 'A-1', '1_2']) assert.equal(codeSegment(code), code);
  for (const code of [
    '',
    '1 2',
    'cele',
    'Goals',
    'id',
    'plan',
    '1.pdf',
    'x.json',
    '1-semicolon',
    '..',
    '1.',
    'ł',
    'a/b',
    'plan.csv',
  ])
    assert.equal(codeSegment(code), null, code);
});

test('any code that is a segment survives every kind of item address', () => {
  fc.assert(
    fc.property(
      fc.stringMatching(/^[A-Za-z0-9._ -]{1,12}$/),
      fc.constantFrom(...ITEM_KINDS),
      fc.constantFrom(...LOCALES),
      (code, kind, locale) => {
        if (codeSegment(code) === null) return;
        const to: Address = { kind, locale, city: 'a', plan: 'b', edition: null, item: { code } };
        assert.deepEqual(parseAddress(address(to)), to);
      },
    ),
  );
});

test('relative links lead where they say, in both styles', () => {
  const paths = all().map(address);
  for (const from of paths.filter((path) => !isFile(path)))
    for (const to of paths) {
      for (const style of ['web', 'folder'] as const) {
        const [start, end] = style === 'web' ? [from, to] : [diskPath(from), diskPath(to)];
        const url = new URL(relative(from, `${to}?q=1#x`, style), `https://h.example${start}`);
        assert.equal(url.pathname, end, `${from} -> ${to} (${style})`);
        assert.equal(url.search + url.hash, '?q=1#x');
      }
    }
});
