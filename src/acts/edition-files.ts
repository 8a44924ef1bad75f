/** Editions as files, from which the portal serves. The database is the truth; missing files are written from it. */

import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Reader } from '../database/engine.ts';
import { editionAddresses, editionBytesOf } from '../database/edition.ts';
import type { EditionAddress } from '../database/edition.ts';
import { writeAtomic } from '../system/files.ts';

/** `DATA/editions/{city}/{plan}/{n}.json`. */
export function editionFile(
  dataFolder: string,
  { citySlug, planSlug, number }: Pick<EditionAddress, 'citySlug' | 'planSlug' | 'number'>,
): string {
  return join(dataFolder, 'editions', citySlug, planSlug, `${number}.json`);
}

/**
 * Writes every edition whose file is missing or has another length than the database says; returns the paths
 * written. Done on start and whenever another node has published.
 */
export async function repairEditionFiles(db: Reader, dataFolder: string): Promise<readonly string[]> {
  const written: string[] = [];
  for (const address of await editionAddresses(db)) {
    const path = editionFile(dataFolder, address);
    if ((await sizeOf(path)) === address.size) continue;
    const bytes = await editionBytesOf(db, address.cityId, address.planId, address.number);
    if (!bytes) continue;
    await writeAtomic(path, bytes);
    written.push(path);
  }
  return written;
}

async function sizeOf(path: string): Promise<number | null> {
  try {
    return (await stat(path)).size;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}
