import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Logical names to hashed paths, as the build wrote them. Throws with the command to run when there is no build. */
export async function loadAssets(root: string): Promise<Readonly<Record<string, string>>> {
  const file = join(root, 'dist/assets/manifest.json');
  try {
    return JSON.parse(await readFile(file, 'utf8')) as Record<string, string>;
  } catch (cause) {
    throw new Error(`The browser's files are not built (${file}). Run: npm run build`, { cause });
  }
}
