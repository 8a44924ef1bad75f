import assert from 'node:assert/strict';
import { test } from 'node:test';
import { PASSWORD_MAX, passwordFault } from './password.ts';

test('long passwords that are not widely known are taken, whatever they are made of', () => {
  const taken = [
    'a long enough password',
    'cztery zielone mosty nad rzeką',
    'kotwicamgłalampa',
    'zażółćgęśląjaźń',
    '🙂🙃🙂🙃🐟🐠🐡🦈🐬🐳🦭🐋',
    'Tr0ub4dor&3-later',
    '8f2a90c4e1b7d3a6',
    `mgielny poranek ${'y'.repeat(PASSWORD_MAX - 16)}`,
  ];
  for (const password of taken)
    assert.equal(passwordFault(password, ['Jan Nowak', 'jan@city.example']), null, password);
});

test('short, endless and widely known ones are not', () => {
  const cases: readonly [string, string][] = [
    ['jedenaście1', 'password-short'],
    ['🙂🙂🙂🙂🙂🙂', 'password-short'],
    ['ab'.repeat(65), 'password-long'],
    ['password1234', 'password-common'],
    ['P@ssw0rd2026!', 'password-common'],
    ['Hasło1234567', 'password-common'],
    ['hasłohasłohasło', 'password-common'],
    ['Polska2026!!!', 'password-common'],
    ['qwertyuiop12', 'password-common'],
    ['QWERTYUIOPAS', 'password-common'],
    ['123456789012', 'password-common'],
    ['098765432109', 'password-common'],
    ['aaaaaaaaaaaa', 'password-common'],
    ['ababababababab', 'password-common'],
    ['horyzont2026', 'password-common'],
    ['Horyzont!Horyzont!', 'password-common'],
    ['lipowiec-lipowiec', 'password-common'],
    ['Wiosna2026!!', 'password-common'],
    ['KochamCie123', 'password-common'],
    ['zielonydol2032', 'password-common'],
    ['nowaknowak12', 'password-common'],
    ['JanNowak1980', 'password-common'],
    ['!!!!!!!!!!!!', 'password-common'],
  ];
  for (const [password, fault] of cases)
    assert.equal(
      passwordFault(password, ['Jan Nowak', 'jan.nowak@city.example', 'Zielony Dół', 'Lipowiec']),
      fault,
      password,
    );
});
