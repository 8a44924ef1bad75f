import assert from 'node:assert/strict';
import { test } from 'node:test';
import { RESERVED_FIRST } from '../text/path-words.ts';
import { isOwnPath, PATTERN, to } from './addresses.ts';

test('own paths may be gone to after a sign-in', () => {
  for (const path of [
    '/office',
    '/office?done=saved',
    to('city', { city: 'zielony-dol' }),
    to('item', { city: 'a', plan: 'strategia-2032', item: '01890a5d-ac96-774b-bcce-b302099a8057' }),
    to('invitation', {}, { token: 'a-b_c9' }),
    to('search', { city: 'a' }, { q: 'droga rowerowa ó' }),
  ])
    assert.ok(isOwnPath(path), path);
});

test('nothing else may: no other site, no script, no way up, no header', () => {
  for (const path of [
    null,
    '',
    '/',
    'office',
    '//evil.example',
    '//evil.example/office',
    '/\\evil.example',
    '\\\\evil.example',
    'https://evil.example/office',
    'javascript:alert(1)',
    '/office//evil.example',
    '/office/..//evil.example',
    '/office/../../evil',
    '/office/./x',
    '/office/%2e%2e/%2f%2fevil.example',
    '/office\\@evil.example',
    '/office@evil.example',
    '/office.evil.example',
    '/officevil',
    '/office/a\r\nSet-Cookie: x=1',
    '/office/a\nb',
    '/office/a b',
    '/office?to=https://evil.example',
    '/office#@evil.example',
    '/office/\u0000',
    '/office/\u202eevil',
    ' /office',
    '/Office',
    `/office/${'a'.repeat(1000)}`,
  ])
    assert.equal(isOwnPath(path), false, JSON.stringify(path));
});

test('a long hostile path is refused at once', () => {
  const started = performance.now();
  for (const piece of ['/a', '/', 'a/', '?a', '&a='])
    assert.equal(isOwnPath(`/office${piece.repeat(300)}!`), false);
  assert.ok(performance.now() - started < 200);
});

test('no city can take a word of the office’s own addresses', () => {
  const own = Object.values(PATTERN)
    .map((path) => path.split('/')[2])
    .filter((word) => word !== undefined && !word.startsWith(':'));
  assert.ok(own.length > 8);
  assert.deepEqual(
    own.filter((word) => !RESERVED_FIRST.includes(word!)),
    [],
  );
});
