/** Where the program's own files are. */

import { existsSync, realpathSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The nearest folder above this file that holds the project's package.json: the same from source and from the bundle. */
export function programFolder(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, 'package.json')) && folder !== dirname(folder)) folder = dirname(folder);
  return folder;
}

/**
 * The folder of the present build under `root`: `server/` and `assets/`. The real folder and not the link to it, so that
 * who has asked goes on with the same files when the link is switched. Throws with the command to run when there is none.
 */
export function buildFolder(root: string): string {
  const link = join(root, 'dist/current');
  try {
    return realpathSync(link);
  } catch (cause) {
    throw new Error(`The program is not built (${link}). Run: npm run build`, { cause });
  }
}
