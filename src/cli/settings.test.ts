import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readSettings } from './settings.ts';

const DEFAULTS = {
  port: 8080,
  host: '127.0.0.1',
  dataFolder: '/srv/data',
  origin: null,
  trustProxy: false,
  examples: 'all',
  databaseUrl: null,
};

function check(env: Record<string, string>, expected: object): void {
  test(JSON.stringify(env), () => {
    const read = readSettings(env, '/srv');
    if (!('problems' in read)) return assert.deepEqual(read.settings, { ...DEFAULTS, ...expected });
    assert.deepEqual(
      read.problems.map(({ code, values }) => [code, values]),
      expected,
    );
  });
}

check({}, {});
check({ PORT: '', HOME: '/root', HORYZONT_DATA: '' }, {});
check(
  { PORT: '0', HOST: '::1', HORYZONT_DATA: '/var/lib/horyzont' },
  { port: 0, host: '::1', dataFolder: '/var/lib/horyzont' },
);
check({ HORYZONT_ORIGIN: 'https://strategia.example/' }, { origin: 'https://strategia.example' });
check({ HORYZONT_TRUST_PROXY: '1', HORYZONT_EXAMPLES: 'none' }, { trustProxy: true, examples: 'none' });
check({ DATABASE_URL: 'postgres://u@h/d' }, { databaseUrl: 'postgres://u@h/d' });
check({ PORT: '80800' }, [['setting-PORT', { value: '80800' }]]);
check({ PORT: 'http' }, [['setting-PORT', { value: 'http' }]]);
check({ HORYZONT_ORIGIN: 'strategia.example' }, [
  ['setting-HORYZONT_ORIGIN', { value: 'strategia.example' }],
]);
check({ HORYZONT_ORIGIN: 'https://a.example/plan' }, [
  ['setting-HORYZONT_ORIGIN', { value: 'https://a.example/plan' }],
]);
check({ DATABASE_URL: 'mysql://h/d', HORYZONT_TRUST_PROXY: 'yes' }, [
  ['setting-HORYZONT_TRUST_PROXY', { value: 'yes' }],
  ['setting-DATABASE_URL', { value: 'mysql://h/d' }],
]);
check({ HORYZONT_DATE: '/x' }, [['setting-unknown', { name: 'HORYZONT_DATE', nearest: 'HORYZONT_DATA' }]]);
check({ HORYZONT_PROXY: '1' }, [
  ['setting-unknown', { name: 'HORYZONT_PROXY', nearest: 'HORYZONT_TRUST_PROXY' }],
]);
check({ HORYZONT_FOO: '1' }, [['setting-unknown', { name: 'HORYZONT_FOO', nearest: '' }]]);
check({ horyzont_data: '/x' }, [['setting-unknown', { name: 'horyzont_data', nearest: 'HORYZONT_DATA' }]]);
