/** Puts the finished examples into an empty installation: their editions unchanged, and the working plans. */

import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { insertAudit } from '../database/audit.ts';
import { cityById, insertCity } from '../database/city.ts';
import { insertEdition } from '../database/edition.ts';
import { transact } from '../database/engine.ts';
import type { DatabaseTransaction } from '../database/engine.ts';
import { isEmpty, lockInstallation } from '../database/installation.ts';
import { insertPlan } from '../database/plan.ts';
import { verifyChain } from '../edition/chain.ts';
import type { Edition } from '../edition/edition.ts';
import { readEdition } from '../edition/upgrade.ts';
import { instant } from '../system/clock.ts';
import type { Acting } from './acting.ts';
import { repairEditionFiles } from './edition-files.ts';
import { thaw } from './thaw.ts';

interface Finished {
  readonly edition: Edition;
  readonly bytes: Uint8Array;
}

/**
 * Loads `FOLDER/{name}/edition-{n}.json`, each name one chain. Does nothing in an installation that has anything
 * in it. All in one transaction; returns `city/plan` of what was loaded. Throws when a chain does not verify.
 */
export async function loadExamples(acting: Acting, folder: string): Promise<readonly string[]> {
  const chains = await readChains(folder);
  const loaded = await transact(acting.database, async (tx) => {
    await lockInstallation(tx);
    if (!(await isEmpty(tx))) return [];
    const names: string[] = [];
    for (const chain of chains) names.push(await loadChain(tx, acting, chain));
    return names;
  });
  if (loaded.length > 0) await repairEditionFiles(acting.database, acting.dataFolder);
  return loaded;
}

async function readChains(folder: string): Promise<readonly (readonly Finished[])[]> {
  const chains: (readonly Finished[])[] = [];
  const entries = await readdir(folder, { withFileTypes: true });
  for (const name of entries
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort()) {
    const numbers = (await readdir(join(folder, name)))
      .map((file) => Number(/^edition-(\d+)\.json$/u.exec(file)?.[1] ?? 0))
      .filter((number) => number > 0)
      .sort((a, b) => a - b);
    const files = await Promise.all(
      numbers.map((number) => readFile(join(folder, name, `edition-${number}.json`))),
    );
    if (files.length > 0) chains.push(readChain(name, files));
  }
  return chains;
}

function readChain(name: string, files: readonly Uint8Array[]): readonly Finished[] {
  const findings = verifyChain(files);
  if (findings.length > 0)
    throw new Error(
      `the example ${name} does not verify: ${findings.map((finding) => finding.code).join(', ')}`,
    );
  return files.map((bytes) => {
    const read = readEdition(bytes);
    if (!('edition' in read)) throw new Error(`the example ${name} cannot be read`);
    return { edition: read.edition, bytes };
  });
}

async function loadChain(
  tx: DatabaseTransaction,
  acting: Acting,
  chain: readonly Finished[],
): Promise<string> {
  const newest = chain.at(-1)!.edition;
  const { city, plan } = thaw(newest);
  if (!(await cityById(tx, city.id))) await insertCity(tx, city);
  await insertPlan(tx, city.id, plan);
  for (const { edition, bytes } of chain) {
    await insertEdition(tx, {
      cityId: city.id,
      planId: plan.id,
      number: edition.number,
      hash: edition.hash,
      previous: edition.previous,
      publishedAt: edition.publishedAt,
      asOf: edition.asOf,
      bytes,
    });
  }
  await insertAudit(tx, {
    id: acting.newId(),
    cityId: city.id,
    at: instant(acting.clock),
    who: acting.who,
    act: 'load-example',
    thing: 'plan',
    thingId: plan.id,
    before: null,
    after: { plan: plan.slug, editions: chain.length, hash: newest.hash },
  });
  return `${city.slug}/${plan.slug}`;
}
