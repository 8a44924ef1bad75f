import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { buildFolder } from './program.ts';

/** The browser's files as the build wrote them. */
export interface Assets {
  /** Logical names to hashed paths: `portal.css` to `/assets/portal-1a2b3c4d.css`. */
  readonly paths: Readonly<Record<string, string>>;
  /** Where the files of those paths lie, without `/assets/`. */
  readonly folder: string;
}

/** Those of the present build under `root`. Throws with the command to run when there is none. */
export async function loadAssets(root: string): Promise<Assets> {
  const folder = join(buildFolder(root), 'assets');
  const paths = JSON.parse(await readFile(join(folder, 'manifest.json'), 'utf8')) as Assets['paths'];
  return { paths, folder };
}
