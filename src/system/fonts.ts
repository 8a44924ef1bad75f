/** The product's own fonts for PDF and pictures; fonts of the machine are never used. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { programFolder } from './program.ts';

const folder = join(programFolder(), 'assets/fonts/ttf');

/** Paths of the TrueType files, sorted. */
export function fontFiles(): string[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.ttf'))
    .toSorted()
    .map((name) => join(folder, name));
}

let hash: string | undefined;

/** SHA-256 over all of them. */
export function fontsHash(): string {
  if (hash === undefined) {
    const all = createHash('sha256');
    for (const file of fontFiles()) all.update(readFileSync(file));
    hash = all.digest('hex');
  }
  return hash;
}
