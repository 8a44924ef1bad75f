import assert from 'node:assert/strict';
import { test } from 'node:test';
import { LOCALES } from '../text/locale.ts';
import { refusalText } from './context.ts';
import { refusalOf } from './refusals.ts';
import { readSettings } from './settings.ts';

const settings = (env: Record<string, string>) => {
  const read = readSettings({ HOST: 'portal.example', PORT: '80', ...env }, '/srv');
  assert.ok('settings' in read);
  return read.settings;
};
const embedded = settings({});
const served = settings({ DATABASE_URL: 'postgres://plan@h/d' });

for (const [fields, where, refused] of [
  [{ code: 'EADDRINUSE', syscall: 'listen' }, embedded, 'address-taken'],
  [{ code: 'EACCES', syscall: 'listen' }, embedded, 'address-forbidden'],
  [{ code: 'EADDRNOTAVAIL', syscall: 'listen' }, embedded, 'address-foreign'],
  [{ code: 'ENOTFOUND', syscall: 'getaddrinfo', hostname: 'portal.example' }, served, 'address-foreign'],
  [{ code: 'ENOTFOUND', syscall: 'getaddrinfo', hostname: 'h' }, served, 'database-unreachable'],
  [{ code: 'ENOSPC', syscall: 'write' }, embedded, 'disk-full'],
  [{ code: '53100' }, embedded, 'disk-full'],
  [{ code: 'EROFS', syscall: 'open', path: '/srv/data/database.pid' }, embedded, 'not-writable'],
  [{ code: 'ENOENT', syscall: 'mkdir', path: '/ro/site' }, embedded, 'not-writable'],
  [{ code: 'EACCES', syscall: 'connect', address: '/srv/data/horyzont.sock' }, embedded, 'not-writable'],
  [{ code: '28P01' }, served, 'database-denied'],
  [{ message: 'SASL: client password must be a string' }, served, 'database-denied'],
  [{ code: 'ERR_INVALID_URL' }, served, 'database-url'],
  [{ code: '3D000' }, served, 'database-missing'],
  [{ code: '42501' }, served, 'database-rights'],
  [{ code: '57P03' }, served, 'database-unreachable'],
  [{ message: 'The server does not support SSL connections' }, served, 'database-unreachable'],
  [{ code: '28P01' }, embedded, null],
  [{ code: 'ENOENT', syscall: 'open', path: '/srv/x' }, embedded, null],
  [{ code: '23505' }, served, null],
] as const)
  test(`${JSON.stringify(fields)}: ${refused ?? 'a fault'}`, () => {
    const known = refusalOf(Object.assign(new Error('why'), fields), where);
    assert.equal(known?.refused ?? null, refused);
    if (known)
      for (const locale of LOCALES) assert.doesNotMatch(refusalText(known, locale), /undefined|NaN/u);
  });
