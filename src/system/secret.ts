/** The secret that signs cookies: given by a setting, else made once and kept in the data folder for the owner alone. */

import { randomBytes } from 'node:crypto';
import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** At least 32 characters. Several servers of one installation must be given the same by the setting. */
export async function cookieSecret(dataFolder: string, given: string | null): Promise<string> {
  if (given !== null) return given;
  await mkdir(dataFolder, { recursive: true });
  const file = join(dataFolder, 'secret');
  const made = `${file}.${randomBytes(6).toString('hex')}`;
  await writeFile(made, randomBytes(32).toString('base64url'), { mode: 0o600, flag: 'wx' });
  // The first of two starts wins; the other reads what the first wrote.
  await link(made, file).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error;
  });
  await rm(made);
  return (await readFile(file, 'utf8')).trim();
}
