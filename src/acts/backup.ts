/**
 * The portable backup: gzip of JSON lines, the same from both engines. First a header, then rows city by city,
 * last a line with counts and the SHA-256 of everything before it. Contract: docs/contracts/backup.md.
 */

import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { dumpedCities, dumpRows, TABLES } from '../database/dump.ts';
import type { TableName } from '../database/dump.ts';
import type { DatabaseTransaction } from '../database/engine.ts';
import { snapshot } from '../database/engine.ts';
import { ranMigrations } from '../database/migrate.ts';
import { canonical } from '../edition/canonical.ts';
import type { Id } from '../model/plan.ts';
import { refusal } from '../problem.ts';
import type { Refusal } from '../problem.ts';
import { instant } from '../system/clock.ts';
import { sha256OfFile } from '../system/files.ts';
import type { Acting } from './acting.ts';

export const BACKUP_FORMAT = 'horyzont-backup';
export const BACKUP_VERSION = 1;

export interface BackupRequest {
  /** Absolute path of the file; an existing one is replaced once the new one is whole. */
  readonly file: string;
}

export interface BackupAnswer {
  readonly file: string;
  readonly rows: Readonly<Partial<Record<TableName, number>>>;
  /** Of the file itself, as `sha256sum` prints it. */
  readonly sha256: string;
}

/** What the file system says when a file cannot be written at its place. */
const UNWRITABLE = new Set(['ENOENT', 'ENOTDIR', 'EISDIR', 'EACCES', 'EPERM', 'EROFS', 'ENOSPC', 'EDQUOT']);

/**
 * Reads one consistent state while others go on writing. Leaves no audit entry: nothing is changed. Refused where
 * the file cannot be written; an earlier file of that name then stays.
 */
export async function backup(acting: Acting, { file }: BackupRequest): Promise<BackupAnswer | Refusal> {
  const rows: Partial<Record<TableName, number>> = {};
  const temporary = `${file}.part`;
  try {
    await snapshot(acting.database, async (tx) => {
      async function* lines() {
        const hash = createHash('sha256');
        for await (const line of content(tx, acting, rows)) {
          const text = `${line}\n`;
          hash.update(text);
          yield text;
        }
        yield `${canonical({ end: true, rows, sha256: hash.digest('hex') })}\n`;
      }
      await pipeline(
        Readable.from(lines()),
        createGzip({ level: 6 }),
        createWriteStream(temporary, { mode: 0o600, flush: true }),
      );
    });
    const sha256 = await sha256OfFile(temporary);
    await rename(temporary, file);
    return { file, rows, sha256 };
  } catch (error) {
    await rm(temporary, { force: true }).catch(() => {});
    const { code = '' } = error as NodeJS.ErrnoException;
    if (UNWRITABLE.has(code))
      return refusal('not-writable', { folder: code === 'EISDIR' ? file : dirname(file), why: code });
    throw error;
  }
}

async function* content(
  tx: DatabaseTransaction,
  acting: Acting,
  rows: Partial<Record<TableName, number>>,
): AsyncGenerator<string> {
  yield canonical({
    format: BACKUP_FORMAT,
    version: BACKUP_VERSION,
    createdAt: instant(acting.clock),
    productVersion: acting.productVersion,
    migrations: await ranMigrations(tx),
  });
  async function* lines(table: (typeof TABLES)[number], cityId: Id | null): AsyncGenerator<string> {
    for (const row of await dumpRows(tx, table, cityId)) {
      rows[table.name] = (rows[table.name] ?? 0) + 1;
      yield canonical({ table: table.name, row });
    }
  }
  for (const table of TABLES) if (table.city === null) yield* lines(table, null);
  for (const cityId of await dumpedCities(tx))
    for (const table of TABLES) if (table.city !== null) yield* lines(table, cityId);
}
