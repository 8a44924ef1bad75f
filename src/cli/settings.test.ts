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
  secret: null,
  smtpUrl: null,
  mailFrom: 'horyzont@localhost',
  signOn: null,
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
check(
  { HORYZONT_ORIGIN: 'https://strategia.example/' },
  { origin: 'https://strategia.example', mailFrom: 'horyzont@strategia.example' },
);
check(
  { SMTP_URL: 'smtp://u:p@mail.example:587', HORYZONT_MAIL_FROM: 'biuro@miasto.example' },
  { smtpUrl: 'smtp://u:p@mail.example:587', mailFrom: 'biuro@miasto.example' },
);
check({ SMTP_URL: 'mail.example', HORYZONT_MAIL_FROM: 'a@b\r\nBcc: c@d' }, [
  ['setting-SMTP_URL', { value: 'mail.example' }],
  ['setting-HORYZONT_MAIL_FROM', { value: 'a@b\r\nBcc: c@d' }],
]);
const OIDC = {
  OIDC_ISSUER: 'https://login.city.example/realms/office',
  OIDC_CLIENT_ID: 'horyzont',
  OIDC_CLIENT_SECRET: 's3cret',
};
const SIGN_ON = {
  issuer: OIDC.OIDC_ISSUER,
  clientId: 'horyzont',
  clientSecret: 's3cret',
  groupsClaim: 'groups',
};
check(OIDC, { signOn: SIGN_ON });
check({ ...OIDC, OIDC_GROUPS: 'roles' }, { signOn: { ...SIGN_ON, groupsClaim: 'roles' } });
check(
  { ...OIDC, OIDC_ISSUER: 'http://127.0.0.1:9000' },
  { signOn: { ...SIGN_ON, issuer: 'http://127.0.0.1:9000' } },
);
check({ ...OIDC, OIDC_ISSUER: 'http://login.city.example' }, [
  ['setting-OIDC_ISSUER', { value: 'http://login.city.example' }],
]);
check({ OIDC_ISSUER: 'https://login.city.example' }, [
  ['setting-OIDC-missing', { name: 'OIDC_CLIENT_ID' }],
  ['setting-OIDC-missing', { name: 'OIDC_CLIENT_SECRET' }],
]);
check({ HORYZONT_SECRET: 'x'.repeat(32) }, { secret: 'x'.repeat(32) });
check({ HORYZONT_SECRET: 'short' }, [['setting-HORYZONT_SECRET', { value: 'short' }]]);
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
