/** Restores a backup into an empty installation, after every hash in it has been checked. All of it or nothing. */

import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { createGunzip } from 'node:zlib';
import { insertAudit } from '../database/audit.ts';
import { insertDumped, TABLES } from '../database/dump.ts';
import type { DumpedRow, TableName } from '../database/dump.ts';
import { transact } from '../database/engine.ts';
import type { DatabaseTransaction } from '../database/engine.ts';
import { dropFirstLink } from '../database/first-link.ts';
import { isEmpty, lockInstallation } from '../database/installation.ts';
import { ranMigrations } from '../database/migrate.ts';
import { verifyChain } from '../edition/chain.ts';
import { readEdition } from '../edition/upgrade.ts';
import { refusal } from '../problem.ts';
import type { Refusal } from '../problem.ts';
import { instant } from '../system/clock.ts';
import { sha256OfFile } from '../system/files.ts';
import type { Acting } from './acting.ts';
import { BACKUP_FORMAT, BACKUP_VERSION } from './backup.ts';
import { repairEditionFiles } from './edition-files.ts';

export interface RestoreRequest {
  /** Absolute path of a file that `backup` wrote. */
  readonly file: string;
}

export interface RestoreAnswer {
  readonly rows: Readonly<Partial<Record<TableName, number>>>;
  readonly createdAt: string;
  /** Of the file itself: the same that `backup` gave. */
  readonly sha256: string;
}

/** Refused into an installation that has anything in it, and for a file that is not whole or not ours. */
export async function restore(acting: Acting, { file }: RestoreRequest): Promise<RestoreAnswer | Refusal> {
  try {
    const answer = await transact(acting.database, async (tx) => {
      await lockInstallation(tx);
      if (!(await isEmpty(tx))) throw new Unusable(refusal('not-empty'));
      const { rows, createdAt } = await readInto(tx, file);
      // Somebody can sign in again: a link for the first person would be a second door.
      if ((rows.person ?? 0) > 0) await dropFirstLink(tx);
      const answer = { rows, createdAt, sha256: await sha256OfFile(file) };
      await insertAudit(tx, {
        id: acting.newId(),
        cityId: null,
        at: instant(acting.clock),
        who: acting.who,
        act: 'restore',
        thing: 'installation',
        thingId: null,
        before: null,
        after: answer,
      });
      return answer;
    });
    await repairEditionFiles(acting.database, acting.dataFolder);
    return answer;
  } catch (error) {
    if (error instanceof Unusable) return error.refusal;
    throw error;
  }
}

/** Leaves the transaction, which then takes everything back. */
class Unusable extends Error {
  readonly refusal: Refusal;
  constructor(why: Refusal) {
    super(why.refused);
    this.refusal = why;
  }
}

interface Header {
  readonly createdAt: string;
}

async function readInto(
  tx: DatabaseTransaction,
  file: string,
): Promise<{ rows: Partial<Record<TableName, number>>; createdAt: string }> {
  const rows: Partial<Record<TableName, number>> = {};
  const hash = createHash('sha256');
  const chains = new Map<string, Uint8Array[]>();
  let header: Header | null = null;
  let ended = false;
  let waiting: { table: TableName; rows: DumpedRow[] } | null = null;
  const flush = async () => {
    if (waiting) await insertDumped(tx, waiting.table, waiting.rows);
    waiting = null;
  };

  for await (const line of linesOf(file)) {
    const value = parse(line);
    if (ended) throw new Unusable(refusal('backup-damaged', { file, why: 'text after the end' }));
    if (!header) {
      header = await readHeader(tx, value, file);
    } else if (value['end'] === true) {
      ended = true;
      if (value['sha256'] !== hash.digest('hex'))
        throw new Unusable(refusal('backup-damaged', { file, why: 'SHA-256' }));
      continue;
    } else {
      const { table, row } = readRow(value, file);
      if (waiting && (waiting as { table: TableName }).table !== table) await flush();
      waiting ??= { table, rows: [] };
      waiting.rows.push(row);
      rows[table] = (rows[table] ?? 0) + 1;
      if (table === 'edition') collect(chains, row);
      if (waiting.rows.length >= 500) await flush();
    }
    hash.update(`${line}\n`);
  }
  if (!header || !ended) throw new Unusable(refusal('backup-damaged', { file, why: 'no end' }));
  await flush();
  for (const chain of chains.values()) checkChain(chain, file);
  return { rows, createdAt: header.createdAt };
}

async function* linesOf(file: string): AsyncGenerator<string> {
  const source = createReadStream(file);
  const plain = createGunzip();
  source.on('error', (error) => plain.destroy(error));
  source.pipe(plain);
  try {
    yield* createInterface({ input: plain, crlfDelay: Number.POSITIVE_INFINITY });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'EACCES' || code === 'EISDIR')
      throw new Unusable(refusal('file-unreadable', { file, why: code }));
    if (code?.startsWith('Z_')) throw new Unusable(refusal('backup-damaged', { file, why: 'gzip' }));
    throw error;
  }
}

async function readHeader(tx: DatabaseTransaction, value: DumpedRow, file: string): Promise<Header> {
  if (value['format'] !== BACKUP_FORMAT) throw new Unusable(refusal('backup-foreign', { file }));
  const known = new Set(await ranMigrations(tx));
  const migrations = Array.isArray(value['migrations']) ? value['migrations'].map(String) : [];
  if (value['version'] !== BACKUP_VERSION || migrations.some((name) => !known.has(name)))
    throw new Unusable(refusal('backup-newer', { file, version: String(value['productVersion']) }));
  return { createdAt: String(value['createdAt']) };
}

function readRow(value: DumpedRow, file: string): { table: TableName; row: DumpedRow } {
  const table = TABLES.find(({ name }) => name === value['table']);
  const { row } = value;
  if (!table || typeof row !== 'object' || row === null)
    throw new Unusable(refusal('backup-damaged', { file, why: 'row' }));
  return { table: table.name, row: row as DumpedRow };
}

function parse(line: string): DumpedRow {
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === 'object' && value !== null ? (value as DumpedRow) : {};
  } catch {
    return {};
  }
}

function collect(chains: Map<string, Uint8Array[]>, row: DumpedRow): void {
  const plan = String(row['plan_id']);
  const chain = chains.get(plan) ?? [];
  chain.push(Buffer.from(typeof row['content'] === 'string' ? row['content'] : '', 'utf8'));
  chains.set(plan, chain);
}

function checkChain(chain: readonly Uint8Array[], file: string): void {
  const finding = verifyChain(chain)[0];
  if (!finding) return;
  const read = readEdition(chain[finding.index] ?? '');
  const edition = 'edition' in read ? `${read.edition.city.slug}/${read.edition.plan.slug}` : '';
  throw new Unusable(
    refusal('backup-chain', { file, edition, number: finding.number, finding: finding.code }),
  );
}
