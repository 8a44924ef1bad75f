import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Edition } from '../edition/edition.ts';
import { readEdition } from '../edition/upgrade.ts';

/** An edition file that could not be used: the portal goes on without it and says so in the log. */
export interface UnreadableEdition {
  readonly file: string;
  readonly why: string;
}

/**
 * The editions a server shows, read from `FOLDER/{city}/{plan}/{n}.json`. The portal needs these files and nothing
 * else: it starts and serves while the database is down. Files never change once written, so a reload reads new ones only.
 */
export class Holdings {
  readonly folder: string;
  private byFile = new Map<string, Edition>();
  private unreadable: UnreadableEdition[] = [];
  private current: readonly Edition[] = [];

  constructor(folder: string) {
    this.folder = folder;
  }

  /** All editions; ascending by number within a plan. The array changes identity only when its content changes. */
  get editions(): readonly Edition[] {
    return this.current;
  }

  /** The stored bytes of an edition, never written anew; null when there is no such file. */
  bytes(city: string, plan: string, number: number): Promise<Uint8Array | null> {
    return readFile(join(this.folder, city, plan, `${number}.json`)).catch(() => null);
  }

  get problems(): readonly UnreadableEdition[] {
    return this.unreadable;
  }

  /** Reads what is new. Answers the editions that came or went. */
  async reload(): Promise<{ readonly added: readonly Edition[]; readonly removed: readonly Edition[] }> {
    const files = await editionFiles(this.folder);
    const next = new Map<string, Edition>();
    const added: Edition[] = [];
    this.unreadable = [];
    for (const file of files) {
      const kept = this.byFile.get(file);
      const edition = kept ?? (await this.read(file));
      if (!edition) continue;
      next.set(file, edition);
      if (!kept) added.push(edition);
    }
    const removed = [...this.byFile].filter(([file]) => !next.has(file)).map(([, edition]) => edition);
    this.byFile = next;
    if (added.length > 0 || removed.length > 0) this.current = [...next.values()].sort(byPlanThenNumber);
    return { added, removed };
  }

  private async read(file: string): Promise<Edition | null> {
    const answer = readEdition(await readFile(file));
    if ('edition' in answer) return answer.edition;
    this.unreadable.push({ file, why: answer.problems.map((p) => p.code).join(', ') });
    return null;
  }
}

function byPlanThenNumber(a: Edition, b: Edition): number {
  return compare(a.city.slug, b.city.slug) || compare(a.plan.slug, b.plan.slug) || a.number - b.number;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** `folder/city/plan/3.json`, sorted. A folder that is not there yet holds no editions. */
async function editionFiles(folder: string): Promise<string[]> {
  const found: string[] = [];
  for (const city of await folders(folder))
    for (const plan of await folders(join(folder, city)))
      for (const name of await readdir(join(folder, city, plan)))
        if (/^[1-9]\d*\.json$/.test(name)) found.push(join(folder, city, plan, name));
  return found.sort();
}

async function folders(path: string): Promise<string[]> {
  const there = await stat(path).catch(() => null);
  if (!there?.isDirectory()) return [];
  const entries = await readdir(path, { withFileTypes: true });
  return entries.filter((e) => e.isDirectory()).map((e) => e.name);
}
