/** What the two engines have in common, and the Kysely dialect over it: one driver, so one behaviour. */

import { AsyncLocalStorage } from 'node:async_hooks';
import { CompiledQuery, PostgresAdapter, PostgresIntrospector, PostgresQueryCompiler } from 'kysely';
import type {
  DatabaseConnection,
  Dialect,
  Driver,
  Kysely,
  QueryResult,
  Transaction,
  TransactionSettings,
} from 'kysely';
import type { Tables } from './schema.ts';

export type Database = Kysely<Tables>;
export type DatabaseTransaction = Transaction<Tables>;
/** Either: what a reading function takes. */
export type Reader = Database | DatabaseTransaction;

export interface Answer {
  readonly rows: unknown[];
  readonly affected: number | null;
  /** The command tag's word: `SELECT`, `COMMIT`, `ROLLBACK` … */
  readonly command: string;
}

/** One connection, held by one caller until released. */
export interface Session {
  readonly query: (sql: string, parameters: readonly unknown[]) => Promise<Answer>;
  readonly release: () => void;
}

export interface Engine {
  readonly kind: 'embedded' | 'server';
  readonly connect: () => Promise<Session>;
  readonly close: () => Promise<void>;
}

/** The commit of a transaction in which a statement had failed: the engine rolled it back. */
export class TransactionAborted extends Error {
  constructor() {
    super('the transaction was rolled back because one of its statements had failed');
    this.name = 'TransactionAborted';
  }
}

const inTransaction = new AsyncLocalStorage<boolean>();

/**
 * Runs `work` in one transaction: all of it or nothing. Inside, only `tx` may be used: the embedded engine
 * has one connection and would wait for itself for ever, so using the outer database there is a fault on both.
 */
export function transact<T>(database: Database, work: (tx: DatabaseTransaction) => Promise<T>): Promise<T> {
  return database.transaction().execute((tx) => inTransaction.run(true, () => work(tx)));
}

/** Reads one state of the database, whatever others write meanwhile. */
export function snapshot<T>(database: Database, read: (tx: DatabaseTransaction) => Promise<T>): Promise<T> {
  return database
    .transaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute((tx) => inTransaction.run(true, () => read(tx)));
}

/** The Kysely dialect over an engine. PostgreSQL's SQL on both. */
export function dialect(engine: Engine): Dialect {
  return {
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => driver(engine),
    createIntrospector: (db) => new PostgresIntrospector(db),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  };
}

class Connection implements DatabaseConnection {
  readonly session: Session;
  constructor(session: Session) {
    this.session = session;
  }

  async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    const { rows, affected } = await this.session.query(query.sql, query.parameters);
    return {
      rows: rows as R[],
      ...(affected === null ? {} : { numAffectedRows: BigInt(affected) }),
    };
  }

  // oxlint-disable-next-line require-yield -- the interface asks for a generator; neither engine is streamed
  async *streamQuery<R>(): AsyncIterableIterator<QueryResult<R>> {
    throw new Error('streaming is not used: the embedded engine has none');
  }
}

function driver(engine: Engine): Driver {
  const run = (connection: DatabaseConnection, text: string) =>
    (connection as Connection).session.query(text, []);
  return {
    init: async () => {},
    acquireConnection: async () => {
      if (inTransaction.getStore())
        throw new Error('the outer database was used inside a transaction: pass tx');
      return new Connection(await engine.connect());
    },
    beginTransaction: async (connection, settings: TransactionSettings) => {
      const level = settings.isolationLevel ? ` isolation level ${settings.isolationLevel}` : '';
      const mode = settings.accessMode ? ` ${settings.accessMode}` : '';
      await run(connection, `begin${level}${mode}`);
    },
    commitTransaction: async (connection) => {
      const { command } = await run(connection, 'commit');
      if (command === 'ROLLBACK') throw new TransactionAborted();
    },
    rollbackTransaction: async (connection) => {
      await run(connection, 'rollback');
    },
    releaseConnection: async (connection) => (connection as Connection).session.release(),
    destroy: () => engine.close(),
  };
}
