import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { repairEditionFiles } from '../acts/edition-files.ts';
import { Holdings } from '../database/holdings.ts';
import { openDatabase } from '../database/open.ts';
import { documentOf } from '../documents/made.ts';
import { previewSvg } from '../documents/preview.ts';
import { templateHash } from '../documents/version.ts';
import type { Edition } from '../edition/edition.ts';
import { manifestText, readManifest, sealManifest } from '../exchange/manifest.ts';
import { diskPath, parseAddress } from '../portal/addresses.ts';
import { paths } from '../portal/paths.ts';
import { render } from '../portal/render.tsx';
import { editionOf, permalinkOf, recipeKey } from '../portal/recipe.ts';
import type { Recipe, Site } from '../portal/site.ts';
import { isRefusal } from '../problem.ts';
import { createMaker } from '../system/made.ts';
import { exportWords } from '../text/command-export.ts';
import { loadAssets } from '../system/assets.ts';
import { readOrNull } from '../system/files.ts';
import type { Context } from './context.ts';
import { EXIT, readArguments } from './context.ts';

/** `export FOLDER [--without-pdf]`: the whole portal as plain files. */
export async function run(args: readonly string[], context: Context): Promise<number> {
  const { settings, productVersion, root } = context;
  const words = exportWords(context.locale);
  const { places, options } = readArguments(args, ['FOLDER'], { 'without-pdf': 'flag' }, context.messages);
  const began = performance.now();
  const folder = resolve(context.cwd, places[0]!);
  const refused = (text: string): number => {
    context.err(text);
    return EXIT.refused;
  };
  if (!relative(settings.dataFolder, folder).startsWith('..')) return refused(words.insideData(folder));
  const holdings = await holdingsOf(context);
  if (holdings.editions.length === 0) return refused(words.nothing);
  if (!(await clearExport(folder))) return refused(words.notAnExport(folder));
  const { origin } = settings;
  const assets = await loadAssets(root);
  const maker = createMaker({ folder: join(settings.dataFolder, 'cache') });
  const { files, bytes } = await exportPortal({
    editions: holdings.editions,
    editionBytes: (city, plan, number) => holdings.bytes(city, plan, number),
    folder,
    assets: assets.paths,
    assetsFolder: assets.folder,
    origin,
    productVersion,
    without: options['without-pdf'] ? ['pdf'] : [],
    make: async (recipe, editions) => {
      const edition = editionOf(recipe, editions);
      const key = [...recipeKey(recipe, edition, origin, productVersion), templateHash(recipe.locale)];
      const made =
        recipe.make === 'pdf'
          ? await maker.pdf(key, () => documentOf(recipe, edition, editions, permalinkOf(recipe, origin)))
          : await maker.image(key, () => previewSvg(edition, recipe.id, recipe.locale));
      if (isRefusal(made)) throw new Error('the maker refused although only two are asked for at once');
      return made;
    },
    progress: progressLine(context, words.progress),
  });
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  context.out(words.exported(folder, files, (bytes / 1e6).toFixed(1), seconds));
  if (origin === null) context.err(words.localCopy);
  context.out(words.open(join(folder, 'index.html')));
  context.out(words.prove(places[0]!));
  return EXIT.done;
}

/** The editions of the installation; with a database server, what other nodes published is fetched first. */
async function holdingsOf({ settings }: Context): Promise<Holdings> {
  if (settings.databaseUrl !== null) {
    const open = await openDatabase({ url: settings.databaseUrl });
    try {
      await repairEditionFiles(open.database, settings.dataFolder);
    } finally {
      await open.close();
    }
  }
  const holdings = new Holdings(join(settings.dataFolder, 'editions'));
  await holdings.reload();
  return holdings;
}

/** Says how far it is, at most once a second. */
function progressLine(
  context: Context,
  words: (done: number, total: number) => string,
): ExportOptions['progress'] {
  let last = performance.now();
  return (done, total) => {
    if (performance.now() - last < 1000) return;
    last = performance.now();
    context.err(words(done, total));
  };
}

export interface ExportOptions {
  readonly editions: readonly Edition[];
  readonly folder: string;
  readonly assets: Readonly<Record<string, string>>;
  readonly assetsFolder: string;
  readonly origin: string | null;
  readonly productVersion: string;
  /** The stored bytes of an edition. */
  readonly editionBytes: (city: string, plan: string, number: number) => Promise<Uint8Array | null>;
  /** Turns a recipe into bytes. */
  readonly make: (recipe: Recipe, editions: readonly Edition[]) => Promise<Uint8Array>;
  readonly without: readonly ('pdf' | 'image')[];
  /** Called with the number of files done and the number there will be. */
  readonly progress: (done: number, total: number) => void;
}

export interface ExportResult {
  readonly files: number;
  readonly bytes: number;
}

/** The site that an export is rendered with: each plan reads as of its newest edition's day, links name files. */
export function exportSite(
  options: Pick<ExportOptions, 'editions' | 'assets' | 'origin' | 'productVersion'>,
): Site {
  return {
    origin: options.origin,
    assets: options.assets,
    productVersion: options.productVersion,
    linkStyle: 'folder',
    asOf: null,
  };
}

/**
 * Writes the whole portal as plain files with `manifest.json`. The folder must be missing or empty, or hold an earlier
 * export, which is replaced.
 */
export async function exportPortal(options: ExportOptions): Promise<ExportResult> {
  const site = exportSite(options);
  const all = [...paths(site, options.editions)].filter((p) => !isLeftOut(p, options.without));
  const files: Record<string, string> = {};
  let bytes = 0;
  let done = 0;
  const total = all.length + 1;
  const write = async (path: string, body: Uint8Array): Promise<void> => {
    const file = join(options.folder, ...path.split('/').filter(Boolean));
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, body);
    files[path.slice(1)] = createHash('sha256').update(body).digest('hex');
    bytes += body.length;
    options.progress((done += 1), total);
  };
  await mkdir(options.folder, { recursive: true });
  await writeFile(join(options.folder, UNFINISHED), '');
  await write('/assets/manifest.json', Buffer.from(JSON.stringify(options.assets, null, 1)));
  const making: { path: string; recipe: Recipe }[] = [];
  for (const { path, locale } of all) {
    if (path.startsWith('/assets/') && Object.values(options.assets).includes(path)) {
      await write(path, await readFile(join(options.assetsFolder, path.slice('/assets/'.length))));
      continue;
    }
    const to = parseAddress(path);
    const stored =
      to?.kind === 'edition-file' ? await options.editionBytes(to.city, to.plan, to.number) : null;
    if (stored) {
      await write(path, stored);
      continue;
    }
    const page = render(site, options.editions, path, locale);
    if (!page) throw new Error(`No page at ${path}, though it is listed`);
    if (page.kind === 'made') making.push({ path, recipe: page.recipe });
    else await write(diskPath(path), typeof page.body === 'string' ? Buffer.from(page.body) : page.body);
  }
  await two(making, async ({ path, recipe }) => write(path, await options.make(recipe, options.editions)));
  const manifest = sealManifest({
    format: 'horyzont-export',
    version: 1,
    product: { name: 'Horyzont', version: options.productVersion },
    origin: options.origin,
    asOf: options.editions.map((e) => e.asOf).reduce((a, b) => (a > b ? a : b), '0000-01-01'),
    without: [...options.without],
    files,
  });
  await writeFile(join(options.folder, 'manifest.json'), manifestText(manifest));
  await rm(join(options.folder, UNFINISHED));
  return { files: total + 1, bytes };
}

/** Lies in the folder while an export is written: what an interrupted one left is replaced by the next. */
const UNFINISHED = 'export-unfinished';

/** Empties a folder that holds an export, whole or not. Answers false, and touches nothing, when it holds anything besides. */
export async function clearExport(folder: string): Promise<boolean> {
  const there = await filesUnder(folder);
  if (there.length > 0 && !there.includes(UNFINISHED)) {
    const text = await readOrNull(join(folder, 'manifest.json'));
    const manifest = text && readManifest(text.toString('utf8'));
    if (!manifest) return false;
    if (there.some((file) => file !== 'manifest.json' && !Object.hasOwn(manifest.files, file))) return false;
  }
  for (const name of await namesIn(folder)) await rm(join(folder, name), { recursive: true });
  return true;
}

/** Paths, with `/` and sorted, of everything under a folder that is no folder itself; none when it is not there. */
export async function filesUnder(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(noneWhenMissing);
  return entries
    .filter((entry) => !entry.isDirectory())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort();
}

function namesIn(folder: string): Promise<readonly string[]> {
  return readdir(folder).catch(noneWhenMissing);
}

function noneWhenMissing(error: NodeJS.ErrnoException): never[] {
  if (error.code === 'ENOENT') return [];
  throw error;
}

function isLeftOut(
  to: { readonly path: string; readonly kind: string },
  without: readonly string[],
): boolean {
  return to.kind === 'made' && without.includes(to.path.endsWith('.pdf') ? 'pdf' : 'image');
}

/** Runs the work two at a time, in order. */
async function two<T>(items: readonly T[], work: (item: T) => Promise<void>): Promise<void> {
  const queue = [...items];
  const runner = async (): Promise<void> => {
    for (let next = queue.shift(); next; next = queue.shift()) await work(next);
  };
  await Promise.all([runner(), runner()]);
}
