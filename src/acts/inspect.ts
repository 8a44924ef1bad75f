/** Looks at the whole installation without changing anything: tables, chains, edition files, clock. For `doctor`. */

import { readdir, readFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { editionAddresses, editionBytesOf } from '../database/edition.ts';
import type { EditionAddress } from '../database/edition.ts';
import type { Database } from '../database/engine.ts';
import { engineVersion } from '../database/installation.ts';
import { missingMigrations } from '../database/migrate.ts';
import { verifyChain } from '../edition/chain.ts';
import { readEdition } from '../edition/upgrade.ts';
import { editionFile } from './edition-files.ts';

export interface Inspection {
  /** Version of the database engine. */
  readonly version: string;
  readonly missingMigrations: readonly string[];
  readonly chains: readonly {
    /** `city/plan`. */
    readonly plan: string;
    readonly editions: number;
    /** The first thing wrong, or null. */
    readonly wrong: { readonly number: number; readonly code: string } | null;
  }[];
  /** Edition files that differ from the database or are missing, and those that the database does not have. */
  readonly filesWrong: readonly string[];
  readonly filesForeign: readonly string[];
  readonly newestPublishedAt: string | null;
}

/** Reads every edition once. */
export async function inspect(database: Database, dataFolder: string): Promise<Inspection> {
  const version = await engineVersion(database);
  const missing = await missingMigrations(database);
  if (missing.length > 0)
    return {
      version,
      missingMigrations: missing,
      chains: [],
      filesWrong: [],
      filesForeign: [],
      newestPublishedAt: null,
    };

  const chains: Inspection['chains'][number][] = [];
  const filesWrong: string[] = [];
  const known = new Set<string>();
  let newest: string | null = null;
  const byPlan = Map.groupBy(await editionAddresses(database), (one) => `${one.citySlug}/${one.planSlug}`);
  for (const [plan, addresses] of byPlan) {
    const bytes: Uint8Array[] = [];
    for (const address of addresses) {
      const stored = (await bytesOf(database, address)) ?? new Uint8Array();
      bytes.push(stored);
      const file = editionFile(dataFolder, address);
      known.add(file);
      const onDisk = await readFile(file).catch(() => null);
      if (!onDisk || Buffer.compare(onDisk, stored) !== 0) filesWrong.push(relative(dataFolder, file));
    }
    const wrong = verifyChain(bytes)[0];
    chains.push({
      plan,
      editions: bytes.length,
      wrong: wrong ? { number: wrong.number, code: wrong.code } : null,
    });
    const last = readEdition(bytes.at(-1) ?? '');
    if ('edition' in last && (newest === null || last.edition.publishedAt > newest))
      newest = last.edition.publishedAt;
  }
  const all = await editionFilesUnder(dataFolder);
  return {
    version,
    missingMigrations: [],
    chains,
    filesWrong,
    filesForeign: all.filter((file) => !known.has(file)).map((file) => relative(dataFolder, file)),
    newestPublishedAt: newest,
  };
}

function bytesOf(database: Database, { cityId, planId, number }: EditionAddress): Promise<Uint8Array | null> {
  return editionBytesOf(database, cityId, planId, number);
}

async function editionFilesUnder(dataFolder: string): Promise<readonly string[]> {
  const folder = join(dataFolder, 'editions');
  const names = await readdir(folder, { recursive: true }).catch(() => []);
  const pattern = sep === '/' ? /^[^/]+\/[^/]+\/\d+\.json$/u : /^[^\\]+\\[^\\]+\\\d+\.json$/u;
  return names.filter((name) => pattern.test(name)).map((name) => join(folder, name));
}
