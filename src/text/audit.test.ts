import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { AUDIT_THINGS } from '../database/audit.ts';
import { auditMessages, deputyText, fieldText } from './audit.ts';
import { LOCALES } from './locale.ts';

/** Names of acts as they stand in the code: `act: 'x'` in any form, and the first text of a call of `audit`. */
function actNames(): readonly string[] {
  const names = new Set<string>();
  const files = globSync('src/acts/*.ts').filter((file) => !/\.test\.ts$|testing|desk\.ts$/u.test(file));
  for (const file of files) {
    const code = readFileSync(file, 'utf8');
    for (const [, said] of code.matchAll(/\bact\??: ([^,;\n}]+)/gu))
      for (const [, name] of said!.matchAll(/'([a-z-]+)'/gu)) names.add(name!);
    for (const [, name] of code.matchAll(/\b(?:audit|recordFactor)\(\s*[^'()]*'([a-z-]+)'/gu))
      names.add(name!);
  }
  const arrangement = readFileSync('src/model/arrangement.ts', 'utf8');
  for (const [, said] of arrangement.matchAll(/readonly kind: ([^;]+);/gu))
    for (const [, name] of said!.matchAll(/'([a-z-]+)'/gu)) names.add(name!);
  return [...names];
}

test('every act and every kind of thing has words in both languages', () => {
  const names = actNames();
  assert.ok(names.length > 20, `only ${names.length} acts found`);
  for (const locale of LOCALES) {
    const { acts, things } = auditMessages(locale);
    assert.deepEqual(
      names.filter((name) => !(name in acts)),
      [],
      `acts without words (${locale})`,
    );
    assert.deepEqual(
      AUDIT_THINGS.filter((thing) => !(thing in things)),
      [],
    );
  }
});

test('a field’s path in words', () => {
  assert.equal(fieldText('title.pl', 'pl'), 'tytuł (pl)');
  assert.equal(fieldText('endOn', 'en'), 'end');
  assert.equal(
    fieldText('nodes.7.code', 'en', (id) => (id === '7' ? '1.1 Trams' : null)),
    'goals (1.1 Trams, code)',
  );
});

test('a deputy’s entry says so, whatever else the person was', () => {
  assert.equal(deputyText('deputy of approver, viewer', 'en'), 'as a deputy: approver');
  assert.equal(
    deputyText('deputy of administrator, deputy of reporter', 'pl'),
    'w zastępstwie: administrator, sprawozdawca',
  );
  assert.equal(deputyText('approver, viewer', 'pl'), null);
});
