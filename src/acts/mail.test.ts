import assert from 'node:assert/strict';
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { smtpServer } from '../../test/smtp.ts';
import { transact } from '../database/engine.ts';
import { jobsOf, openJobs } from '../database/job.ts';
import { onBothEngines } from '../database/testing.ts';
import { fixedClock } from '../system/clock.ts';
import { keptLetter, keptLetters } from '../system/mail-folder.ts';
import { isAddress, messageBytes, readMessage } from '../system/message.ts';
import { delaySeconds, runDueJobs } from './jobs.ts';
import { writeLetter } from './letter.ts';
import { addLetter, mailHandler, outboxOf } from './mail.ts';
import { actingAt } from './testing.ts';

const NOON = '2026-11-22T12:00:00Z';
const FROM = 'horyzont@miasto.example';
const LETTER = writeLetter('anna.nowak@miasto.example', 'pl', {
  subject:
    'Zaproszenie do biura strategii – „Próbne”, bardzo długi temat, który nie mieści się w jednym wierszu',
  lines: ['Dzień dobry, żółta łódź.', 'Drugi akapit: <b>&</b>.'],
  link: { name: 'Wejdź', url: 'https://plan.example/office/invitation?token=abc_DEF-123' },
});

onBothEngines('a letter reaches a real mail server, after one refusal, once', async (database) => {
  const server = await smtpServer(1);
  try {
    const acting = actingAt(database, NOON);
    const handlers = { mail: mailHandler({ smtpUrl: server.url, from: FROM }) };
    await outboxOf(acting).send(LETTER);
    await runDueJobs(acting, handlers);
    const [waiting] = await openJobs(database, 9);
    assert.match(waiting!.error ?? '', /451.*try again later/u);
    const later = new Date(Date.parse(NOON) + delaySeconds(1) * 1000).toISOString();
    await runDueJobs({ ...acting, clock: fixedClock(later) }, handlers);
    await server.count(1);
    const [{ from, to, raw } = { from: '', to: [], raw: '' }] = server.received;
    assert.deepEqual([from, to], [FROM, [LETTER.to]]);
    const read = readMessage(Buffer.from(raw));
    assert.equal(read.subject, LETTER.subject);
    assert.equal(read.text.replaceAll('\r\n', '\n').trim(), LETTER.text.trim());
    assert.match(raw, /^Content-Type: multipart\/alternative/mu);
    assert.match(raw, /^Content-Type: text\/html; charset=utf-8/mu);
    assert.match(raw, /^Auto-Submitted: auto-generated/mu);
    assert.match(raw, new RegExp(`^Message-ID: <${waiting!.id}@miasto\\.example>`, 'mu'));
    // The link is a secret: it does not stay in the table.
    const [sent] = await jobsOf(database, 'mail');
    assert.deepEqual(sent!.payload, { to: LETTER.to, subject: LETTER.subject });
  } finally {
    await server.stop();
  }
});

onBothEngines('without a mail server letters become files that can be read', async (database) => {
  const acting = actingAt(database, NOON);
  const handlers = { mail: mailHandler({ smtpUrl: null, from: FROM }) };
  await outboxOf(acting).send(LETTER);
  await outboxOf(acting).send({ ...LETTER, subject: 'Second' });
  await runDueJobs(acting, handlers);
  const letters = await keptLetters(acting.dataFolder, 9);
  assert.deepEqual(
    letters.map(({ to, subject }) => [to, subject]),
    [
      [LETTER.to, 'Second'],
      [LETTER.to, LETTER.subject],
    ],
  );
  const one = await keptLetter(acting.dataFolder, letters[1]!.name);
  assert.ok(one!.text.includes('żółta łódź') && one!.text.includes(LETTER.text.split('\n\n')[2]!));
  assert.equal(await keptLetter(acting.dataFolder, '../secret'), null);
  assert.equal(statSync(join(acting.dataFolder, 'mail')).mode & 0o777, 0o700);
});

onBothEngines('a letter is sent only when its act is done', async (database) => {
  const acting = actingAt(database, NOON);
  await assert.rejects(
    transact(database, async (tx) => {
      await addLetter(tx, acting, null, LETTER);
      throw new Error('no');
    }),
  );
  assert.deepEqual(await jobsOf(database, 'mail'), []);
});

const HOSTILE = ['\r\n', '\n', '\r', '\u2028', '\u0000'].map((end) => `Hello${end}Bcc: thief@evil.example`);

test('nothing in a letter can add a header or a receiver', async () => {
  for (const subject of HOSTILE) {
    const letter = writeLetter('a@b.example', 'en', { subject, lines: [subject] });
    for (const given of [letter, { ...letter, subject }]) {
      const message = { ...given, id: 'x', from: FROM, at: NOON };
      const raw = Buffer.from(await messageBytes(message)).toString('utf8');
      const head = raw.slice(0, raw.indexOf('\r\n\r\n'));
      assert.doesNotMatch(head, /^bcc:/imu, JSON.stringify(subject));
    }
  }
  for (const to of [
    ...HOSTILE,
    'a@b.example, c@d.example',
    'A <a@b.example>',
    'a@b.example\r\nBcc: c@d',
    'a b@c',
    '',
  ]) {
    assert.equal(isAddress(to), false, JSON.stringify(to));
    await assert.rejects(messageBytes({ ...LETTER, to, id: 'x', from: FROM, at: NOON }));
  }
});
