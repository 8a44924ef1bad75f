import { createHash } from 'node:crypto';
import { statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { verifyChain } from '../edition/chain.ts';
import type { Edition, Hash } from '../edition/edition.ts';
import { readEdition } from '../edition/upgrade.ts';
import { compareWithManifest, readManifest, type Manifest } from '../exchange/manifest.ts';
import { diskPath } from '../portal/addresses.ts';
import { paths } from '../portal/paths.ts';
import { render } from '../portal/render.tsx';
import { verifyWords } from '../text/command-verify.ts';
import type { Context } from './context.ts';
import { EXIT, readArguments } from './context.ts';
import { exportSite, filesUnder } from './export.ts';
import { verifyAuditLog } from './verify-audit.ts';

/** `verify FOLDER|ADDRESS [--render]`: whether everything is as it was published; `verify --audit`: the record of acts. */
export async function run(args: readonly string[], context: Context): Promise<number> {
  if (args.includes('--audit')) return verifyAuditLog(args, context);
  const words = verifyWords(context.locale);
  const { places, options } = readArguments(
    args,
    [context.locale === 'pl' ? 'FOLDER|ADRES' : 'FOLDER|ADDRESS'],
    { render: 'flag' },
    context.messages,
  );
  const place = places[0]!;
  const web = /^https?:\/\//.test(place);
  const folder = resolve(context.cwd, place);
  if (!web && !statSync(folder, { throwIfNoEntry: false })?.isDirectory()) {
    context.err(words.noFolder(folder));
    return EXIT.refused;
  }
  let found: Verification;
  try {
    found = await verify(web ? webSource(place) : folderSource(folder), options.render ? context : null);
  } catch (error) {
    if (!web) throw error;
    const cause = (error as Error).cause;
    context.err(words.unreachable(place, cause instanceof Error ? cause.message : (error as Error).message));
    return EXIT.refused;
  }
  for (const { city, plan, editions, head } of found.plans)
    if (!found.findings.some((f) => f.file.startsWith(`edition/${city}/${plan}/`)))
      context.out(words.chain(`${city}/${plan}`, editions, head));
  if (found.files !== null)
    context.out(found.findings.length === 0 ? words.files(found.files) : words.filesWrong(found.files));
  else if (!found.findings.some((f) => f.file === 'manifest.json'))
    context.out(web ? words.noManifest : words.editionsOnly);
  if (found.rendered !== null) context.out(words.rendered(found.rendered));
  if (found.unsound) context.err(words.notRendered);
  if (found.otherVersion !== null)
    context.err(words.otherVersion(found.otherVersion, context.productVersion));
  if (found.findings.length === 0) {
    context.out(words.good);
    return EXIT.done;
  }
  context.err(words.bad(found.findings.length));
  for (const { code, file, detail } of found.findings) {
    const table: Readonly<Record<string, string>> = words.finding;
    const what = table[code] ?? words.finding.chain;
    context.err(`  ${file}: ${what}${detail ? ` (${detail})` : ''}`);
  }
  return EXIT.refused;
}

/** Something that is not as it was published. `file` is the place, `code` and `detail` say what. */
export interface Finding {
  readonly code: string;
  readonly file: string;
  readonly detail: string;
}

export interface Verification {
  readonly findings: readonly Finding[];
  readonly plans: readonly {
    readonly city: string;
    readonly plan: string;
    readonly editions: number;
    readonly head: Hash;
  }[];
  /** Files held against the manifest; null when there is no manifest (a running server). */
  readonly files: number | null;
  /** Pages rendered again and found the same; null when that was not asked for or not possible. */
  readonly rendered: number | null;
  /** Why pages were not rendered again: another product version. */
  readonly otherVersion: string | null;
  /** Why pages were not rendered again: what they are made from is not as it was. */
  readonly unsound: boolean;
}

/** A place whose files can be read: a folder, or a web address. */
export interface Source {
  /** Paths of all files, or null when they cannot be listed (a web address). */
  readonly list: () => Promise<readonly string[] | null>;
  /** The bytes of a file, or null when there is none. */
  readonly read: (path: string) => Promise<Uint8Array | null>;
}

export function folderSource(folder: string): Source {
  return {
    list: () => filesUnder(folder),
    read: (path) => readFile(join(folder, path)).catch(() => null),
  };
}

/** Reads over HTTP; an answer other than 200 and 404 is a fault with its address. */
export function webSource(address: string): Source {
  const base = address.endsWith('/') ? address : `${address}/`;
  return {
    list: () => Promise.resolve(null),
    read: async (path) => {
      const response = await fetch(new URL(path, base), { headers: { 'Accept-Encoding': 'identity' } });
      if (response.status === 404) return null;
      if (!response.ok) throw new Error(`${response.url}: ${response.status}`);
      return new Uint8Array(await response.arrayBuffer());
    },
  };
}

/** Checks chains and hashes, every file against the manifest if there is one, and with `again` renders the pages again. */
export async function verify(
  source: Source,
  again: { readonly productVersion: string } | null,
): Promise<Verification> {
  const findings: Finding[] = [];
  const listed = await source.list();
  const manifestBytes = await source.read('manifest.json');
  const manifest = manifestBytes && readManifest(Buffer.from(manifestBytes).toString('utf8'));
  if (manifestBytes && !manifest)
    findings.push({ code: 'manifest-changed', file: 'manifest.json', detail: '' });
  if (!manifestBytes && listed?.some((file) => !file.startsWith('edition/')))
    findings.push({ code: 'file-missing', file: 'manifest.json', detail: '' });
  const known = listed ?? (manifest && Object.keys(manifest.files));
  const editionPaths =
    known?.filter((p) => /^edition\/[^/]+\/[^/]+\/\d+\.json$/.test(p)) ??
    (await listedEditions(source, findings));
  const plans: Verification['plans'][number][] = [];
  const editions: Edition[] = [];
  for (const [key, files] of Map.groupBy(editionPaths, (p) => p.split('/').slice(1, 3).join('/'))) {
    const sorted = [...files].sort((a, b) => numberOf(a) - numberOf(b));
    const bytes = await Promise.all(sorted.map((f) => source.read(f)));
    const missing = sorted.filter((_, i) => bytes[i] === null);
    for (const file of missing) findings.push({ code: 'file-missing', file, detail: '' });
    const there = bytes.filter((b) => b !== null);
    const present = sorted.filter((_, i) => bytes[i] !== null);
    for (const { code, index, expected, found } of verifyChain(there)) {
      const detail = [code, expected && `expected ${expected}`, found && `found ${found}`]
        .filter(Boolean)
        .join(', ');
      findings.push({ code: code === 'edition-unreadable' ? code : 'chain', file: present[index]!, detail });
    }
    const read = there.map(readEdition).flatMap((r) => ('edition' in r ? [r.edition] : []));
    editions.push(...read);
    const [city = '', plan = ''] = key.split('/');
    plans.push({ city, plan, editions: read.length, head: read.at(-1)?.hash ?? '' });
  }
  if (editionPaths.length === 0) findings.push({ code: 'no-editions', file: 'edition/', detail: '' });
  let files: number | null = null;
  if (manifest && known) {
    const there: Record<string, Hash> = {};
    for (const name of known.filter((p) => p !== 'manifest.json')) {
      const bytes = await source.read(name);
      if (bytes) there[name] = createHash('sha256').update(bytes).digest('hex');
      // A link that leads nowhere is there all the same.
      else if (listed) there[name] = '';
    }
    files = Object.keys(there).length;
    for (const f of compareWithManifest(manifest, there)) findings.push({ ...f, detail: '' });
  }
  const same = again && manifest && manifest.product.version === again.productVersion;
  const unsound = findings.some((f) => f.file.startsWith('edition/') || f.file === ASSET_NAMES);
  const rendered =
    same && manifest && !unsound ? await renderAgain(source, manifest, editions, findings) : null;
  return {
    findings: unique(findings),
    plans,
    files,
    rendered,
    otherVersion: again && manifest && !same ? manifest.product.version : null,
    unsound: Boolean(same) && unsound,
  };
}

const ASSET_NAMES = 'assets/manifest.json';

/** Renders every page and file of the export from its editions and compares with the manifest. Made files are left to their hashes. */
async function renderAgain(
  source: Source,
  manifest: Manifest,
  editions: readonly Edition[],
  findings: Finding[],
): Promise<number> {
  const names = await source.read(ASSET_NAMES);
  const assets = names ? (JSON.parse(Buffer.from(names).toString('utf8')) as Record<string, string>) : {};
  const site = exportSite({
    editions,
    assets,
    origin: manifest.origin,
    productVersion: manifest.product.version,
  });
  let count = 0;
  for (const { path, locale } of paths(site, editions)) {
    const page = render(site, editions, path, locale);
    if (!page || page.kind === 'made') continue;
    const file = diskPath(path).slice(1);
    const hash = createHash('sha256').update(page.body).digest('hex');
    if (manifest.files[file] !== undefined && manifest.files[file] !== hash)
      findings.push({ code: 'render-differs', file, detail: '' });
    count += 1;
  }
  return count;
}

/** What a server says that it has. A list that cannot be read is a finding of its own. */
async function listedEditions(source: Source, findings: Finding[]): Promise<string[]> {
  const bytes = await source.read('edition/index.json');
  if (!bytes) return [];
  try {
    const list = JSON.parse(Buffer.from(bytes).toString('utf8')) as {
      readonly plans: readonly {
        readonly city: string;
        readonly plan: string;
        readonly editions: readonly { readonly number: number }[];
      }[];
    };
    return list.plans.flatMap((p) => p.editions.map((e) => `edition/${p.city}/${p.plan}/${e.number}.json`));
  } catch {
    findings.push({ code: 'list-unreadable', file: 'edition/index.json', detail: '' });
    return [];
  }
}

function numberOf(path: string): number {
  return Number(/(\d+)\.json$/.exec(path)?.[1]);
}

function unique(findings: readonly Finding[]): Finding[] {
  const seen = new Set<string>();
  return findings.filter((f) => !seen.has(`${f.code} ${f.file}`) && seen.add(`${f.code} ${f.file}`));
}
