/**
 * Freezes Jasnogród's three editions; run as a program, writes them beside this file:
 * `node examples/jasnogrod/make.ts`. The same code gives the same bytes on every machine and every day.
 */
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { editionBytes } from '../../src/edition/chain.ts';
import type { Edition } from '../../src/edition/edition.ts';
import { freeze } from '../../src/edition/freeze.ts';
import type { EditionNumber } from './assemble.ts';
import { worldAt } from './world.ts';

/** The version that wrote the shipped files; it stays, whatever version reads them. */
const WRITTEN_WITH = '0.1.0';
const NUMBERS: readonly EditionNumber[] = [1, 2, 3];

/** The chain of editions, the first one first. */
export function makeEditions(): readonly Edition[] {
  const editions: Edition[] = [];
  for (const number of NUMBERS) {
    const { city, plan, publication } = worldAt(number);
    const previous = editions.at(-1)?.hash ?? null;
    editions.push(freeze(city, plan, { ...publication, previous, productVersion: WRITTEN_WITH }));
  }
  return editions;
}

/** Where the bytes of an edition are shipped. */
export function editionFile(number: number): string {
  return fileURLToPath(new URL(`edition-${number}.json`, import.meta.url));
}

if (process.argv[1] === fileURLToPath(import.meta.url))
  for (const edition of makeEditions()) {
    writeFileSync(editionFile(edition.number), editionBytes(edition));
    console.log(`edition-${edition.number}.json  ${edition.hash}`);
  }
