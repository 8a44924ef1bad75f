/** A database in memory on this thread, for tests. */

import { takeTurns } from './embedded.ts';
import type { Engine } from './engine.ts';
import { openPGlite, runOn } from './pglite.ts';

export async function openInMemory(): Promise<Engine> {
  const { engine, close } = await openPGlite(null);
  return takeTurns({ query: (sql, parameters) => runOn(engine, sql, parameters), close }, false);
}
