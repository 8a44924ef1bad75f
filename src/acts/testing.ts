/** What the tests of acts share: an acting with a clock of its own and a data folder that goes away. */

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after } from 'node:test';
import type { Database } from '../database/engine.ts';
import { fixedClock } from '../system/clock.ts';
import { newIds } from '../system/id.ts';
import type { Acting } from './acting.ts';

const folders: string[] = [];
after(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

export function testFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'horyzont-acts-'));
  folders.push(folder);
  return folder;
}

/** Acts at `at` (an instant). */
export function actingAt(database: Database, at: string, dataFolder = testFolder()): Acting {
  return {
    database,
    dataFolder,
    clock: fixedClock(at),
    newId: newIds(),
    productVersion: '0.1.0',
    who: 'test',
  };
}
