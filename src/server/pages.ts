import { readFile } from 'node:fs/promises';
import type { IncomingMessage } from 'node:http';
import { join } from 'node:path';
import type { Edition } from '../edition/edition.ts';
import { address, parseAddress, type Address } from '../portal/addresses.ts';
import { render, renderMissing } from '../portal/render.tsx';
import type { Recipe, Site } from '../portal/site.ts';
import { civilDate } from '../text/date.ts';
import { negotiate, type Locale } from '../text/locale.ts';
import { chooseEncoding } from './accept.ts';
import { answer, variant, type Answer } from './answer.ts';
import { AnswerCache } from './cache.ts';
import type { PublicPages } from './front.ts';
import type { Caching } from './headers.ts';
import type { Holdings } from '../database/holdings.ts';

/** Turns a recipe into bytes, or says after how many seconds to ask again. */
export type MakeRecipe = (
  recipe: Recipe,
  editions: readonly Edition[],
) => Promise<{ readonly bytes: Uint8Array } | { readonly retryAfterSeconds: number }>;

export interface PagesOptions {
  readonly holdings: Holdings;
  readonly site: Omit<Site, 'asOf'>;
  readonly assetsFolder: string;
  readonly make: MakeRecipe;
  readonly cacheBytes: number;
  /** The present moment, an ISO instant. */
  readonly now: () => string;
  /** Whether the first editions are still to come: what is shown until then is not kept, here or anywhere. */
  readonly loading: () => boolean;
}

const MADE_TYPE = { pdf: 'application/pdf', image: 'image/png' } as const;
const ASSET_TYPE: Readonly<Record<string, string>> = {
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  woff2: 'font/woff2',
  svg: 'image/svg+xml',
  png: 'image/png',
  ico: 'image/x-icon',
  txt: 'text/plain; charset=utf-8',
};

/** The public pages of a server: kept answers first, a miss rendered from the editions in memory. */
export class ServedPages implements PublicPages {
  private readonly cache: AnswerCache;
  private readonly options: PagesOptions;
  private readonly secure: boolean;
  private hits = 0;
  private day = '';

  constructor(options: PagesOptions) {
    this.options = options;
    this.cache = new AnswerCache(options.cacheBytes);
    this.secure = options.site.origin?.startsWith('https://') ?? false;
  }

  kept(path: string, request: IncomingMessage): Answer | undefined {
    const key = path === '/' ? rootKey(request) : path;
    const found = this.cache.get(key);
    if (found && (this.hits = (this.hits + 1) & 63) === 0) this.cache.touch(key);
    // The search page with a question is made anew; every other page ignores its query.
    return found && request.url!.length > path.length && isSearch(path) ? undefined : found;
  }

  async make(path: string, query: string, request: IncomingMessage): Promise<Answer | null> {
    const decoded = decodePath(path);
    if (decoded === null) return this.missing('/', localeOf(path, null, request));
    if (decoded.length > 1 && decoded.endsWith('/')) return this.moved(decoded, query);
    if (decoded === '/healthz' || decoded === '/readyz' || decoded.startsWith('/office')) return null;
    const to = parseAddress(decoded);
    if (to?.kind === 'asset') return this.asset(to.name, path);
    if (to?.kind === 'edition-file') return this.editionFile(to.city, to.plan, to.number, path);
    return this.rendered(decoded, query, to, request);
  }

  /** Forgets what a publication changes: the plan's present pages and lists, never past editions nor other plans. */
  changed(editions: readonly Edition[]): number {
    const plans = new Set(editions.map((e) => `${e.city.slug}/${e.plan.slug}`));
    const cities = new Set(editions.map((e) => e.city.slug));
    return this.cache.dropWhere((key) => {
      const to = parseAddress(key);
      if (!to || !('city' in to)) return to?.kind !== 'asset';
      if (!('plan' in to)) return cities.has(to.city);
      return plans.has(`${to.city}/${to.plan}`) && !('edition' in to && to.edition !== null);
    });
  }

  get size(): { readonly answers: number; readonly bytes: number } {
    return this.cache.size;
  }

  private get pageCaching(): Caching {
    return this.options.loading() ? 'none' : 'page';
  }

  private async rendered(
    path: string,
    query: string,
    to: Address | null,
    request: IncomingMessage,
  ): Promise<Answer> {
    const locale = localeOf(path, to, request);
    const site = this.siteFor(to);
    const asked = to?.kind === 'search' && query ? new URLSearchParams(query) : undefined;
    const page = render(
      site,
      this.options.holdings.editions,
      path === '/' ? address({ kind: 'installation', locale }) : path,
      locale,
      asked,
    );
    if (!page) return this.missing(path, locale);
    if (page.kind === 'made') return this.made(page.recipe, path);
    const made = answer({
      status: page.status,
      type: page.type,
      body: page.body,
      caching: page.status === 200 ? this.pageCaching : 'none',
      secure: this.secure,
      ranges: page.kind === 'file',
      extra:
        path === '/'
          ? ['Content-Language', page.lang, 'Vary', 'Accept-Language']
          : page.kind === 'page'
            ? ['Content-Language', page.lang]
            : [],
    });
    // Made before it is kept, so that its weight is known.
    variant(made, chooseEncoding(request.headers['accept-encoding']));
    if (page.status === 200 && !asked && made.caching === 'page')
      this.cache.put(path === '/' ? rootKey(request) : path, made);
    return made;
  }

  private async made(recipe: Recipe, path: string): Promise<Answer> {
    const result = await this.options.make(recipe, this.options.holdings.editions);
    if ('retryAfterSeconds' in result)
      return answer({
        status: 503,
        type: 'text/plain; charset=utf-8',
        body:
          recipe.locale === 'pl'
            ? 'Zbyt wiele dokumentów naraz. Proszę spróbować za chwilę.\n'
            : 'Too many documents at once. Please try again in a moment.\n',
        caching: 'none',
        secure: this.secure,
        extra: ['Retry-After', String(result.retryAfterSeconds)],
      });
    const made = answer({
      type: MADE_TYPE[recipe.make],
      body: result.bytes,
      caching: 'page',
      secure: this.secure,
      ranges: true,
    });
    this.cache.put(path, made);
    return made;
  }

  private async asset(name: string, path: string): Promise<Answer | null> {
    const known = Object.values(this.options.site.assets).includes(`/assets/${name}`);
    // A city's theme is made by the portal itself; everything else is a file of the build.
    if (!known) {
      const theme = render(this.siteFor(null), this.options.holdings.editions, `/assets/${name}`, 'pl');
      if (!theme || theme.kind === 'made') return this.missing(path, 'pl');
      return this.keep(
        path,
        answer({ type: theme.type, body: theme.body, caching: 'immutable', secure: this.secure }),
      );
    }
    const body = await readFile(join(this.options.assetsFolder, name));
    const type = ASSET_TYPE[name.slice(name.lastIndexOf('.') + 1)] ?? 'application/octet-stream';
    return this.keep(
      path,
      answer({
        type,
        body,
        caching: 'immutable',
        secure: this.secure,
        extra: type.startsWith('font/') ? ['Access-Control-Allow-Origin', '*'] : [],
      }),
    );
  }

  /** The bytes as they were published. */
  private async editionFile(city: string, plan: string, number: number, path: string): Promise<Answer> {
    const body = await this.options.holdings.bytes(city, plan, number);
    if (!body) return this.missing(path, 'pl');
    const made = {
      type: 'application/json; charset=utf-8',
      body,
      caching: 'page',
      secure: this.secure,
      ranges: true,
    } as const;
    return this.keep(path, answer(made));
  }

  private keep(path: string, made: Answer): Answer {
    this.cache.put(path, made);
    return made;
  }

  private missing(path: string, locale: Locale): Answer {
    const site = this.siteFor(parseAddress(path));
    const page = renderMissing(site, this.options.holdings.editions, path, locale);
    if (page.kind === 'made') throw new Error('the page for missing pages is a page');
    return answer({ status: 404, type: page.type, body: page.body, caching: 'none', secure: this.secure });
  }

  /** `/torun/` is `/torun`: relative links start from there. Leading slashes collapse, so that no other host is named. */
  private moved(path: string, query: string): Answer {
    const target = `/${path.split('/').filter(Boolean).map(encodeURIComponent).join('/')}`;
    return answer({
      status: 308,
      type: 'text/plain; charset=utf-8',
      body: `${target}\n`,
      caching: this.pageCaching,
      secure: this.secure,
      extra: ['Location', query ? `${target}?${query}` : target],
    });
  }

  /** `asOf` is today in the city's zone. When a day ends anywhere, pages are rendered again: some reports grew old. */
  private siteFor(to: Address | null): Site {
    const { site, holdings, now } = this.options;
    const city = to && 'city' in to ? to.city : null;
    const edition =
      holdings.editions.find((e) => city === null || e.city.slug === city) ?? holdings.editions[0];
    const asOf = civilDate(now(), edition?.city.timeZone ?? 'UTC');
    if (asOf > this.day) {
      if (this.day) this.cache.dropWhere((key) => !key.startsWith('/assets/'));
      this.day = asOf;
    }
    return { ...site, asOf };
  }
}

function rootKey(request: IncomingMessage): string {
  return `/ ${negotiate(request.headers['accept-language'])}`;
}

function localeOf(path: string, to: Address | null, request: IncomingMessage): Locale {
  if (path === '/') return negotiate(request.headers['accept-language']);
  if (to && 'locale' in to) return to.locale;
  return path === '/en' || path.startsWith('/en/') ? 'en' : 'pl';
}

function isSearch(path: string): boolean {
  return parseAddress(path)?.kind === 'search';
}

function decodePath(path: string): string | null {
  try {
    const decoded = decodeURIComponent(path);
    return /[\0-\x1f\\]/.test(decoded) ? null : decoded;
  } catch {
    return null;
  }
}
