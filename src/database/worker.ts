/** The thread in which PGlite runs: opens the folder, answers one message at a time, closes. */

import { parentPort, workerData } from 'node:worker_threads';
import { FolderInUse } from './lock.ts';
import type { FromWorker, ToWorker } from './message.ts';
import { openPGlite, runOn } from './pglite.ts';
import type { OpenPGlite } from './pglite.ts';
import { FolderVersion } from './version.ts';

const ERROR_FIELDS = [
  'code',
  'constraint',
  'detail',
  'table',
  'column',
  'schema',
  'hint',
  'severity',
  'where',
];

if (parentPort) {
  const port = parentPort;
  const send = (message: FromWorker) => port.postMessage(message);
  const { folder } = workerData as { folder: string };
  try {
    const open = await openPGlite(folder);
    port.on('message', (message: ToWorker) => void answer(open, message).then(send));
    send({ kind: 'opened' });
  } catch (error) {
    send(notOpened(folder, error));
    port.close();
  }
}

async function answer(open: OpenPGlite, message: ToWorker): Promise<FromWorker> {
  try {
    if (message.kind === 'close') {
      await open.close();
      return { kind: 'answer', id: message.id, answer: { rows: [], affected: null, command: '' } };
    }
    return {
      kind: 'answer',
      id: message.id,
      answer: await runOn(open.engine, message.sql, message.parameters),
    };
  } catch (error) {
    return {
      kind: 'error',
      id: message.id,
      message: (error as Error).message,
      details: details(error, ERROR_FIELDS),
    };
  }
}

function details(error: unknown, fields: readonly string[]): Record<string, string> {
  const found: Record<string, string> = {};
  for (const field of fields) {
    const value = (error as Record<string, unknown>)[field];
    if (typeof value === 'string') found[field] = value;
  }
  return found;
}

function notOpened(folder: string, error: unknown): FromWorker {
  if (error instanceof FolderInUse)
    return { kind: 'not-opened', reason: 'in-use', folder, holder: error.holder };
  if (error instanceof FolderVersion)
    return { kind: 'not-opened', reason: 'version', folder, found: error.found };
  return {
    kind: 'not-opened',
    reason: 'fault',
    message: error instanceof Error ? error.message : String(error),
    details: details(error, ['code', 'path', 'syscall', 'stack']),
  };
}
