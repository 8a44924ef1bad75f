/** Sitemap (sitemaps.org 0.9) with language alternates, and robots.txt. */
import { escapeXml } from './xml.ts';

export interface SitemapPage {
  /** Path from the root per language. Each language gets its own entry that names the others. */
  readonly paths: Readonly<Record<string, string>>;
  /** `YYYY-MM-DD` of the edition shown, or null. */
  readonly changedOn: string | null;
}

/** The protocol's limit for one file. */
export const SITEMAP_LIMIT = 50_000;

/**
 * A sitemap must name absolute addresses: without an origin the file says so and names none. Beyond the protocol's
 * limit the later pages are left out, and the file says how many; callers list the important ones first.
 */
export function sitemap(origin: string | null, pages: readonly SitemapPage[]): string {
  const entries = origin === null ? [] : pages.flatMap((page) => entriesOf(origin, page));
  const over = entries.length - SITEMAP_LIMIT;
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    ...(origin === null
      ? ['<!-- This installation has not been told its own address: set HORYZONT_ORIGIN. -->']
      : []),
    ...(over > 0 ? [`<!-- ${over} more addresses do not fit here; the pages above link to them. -->`] : []),
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">',
    ...entries.slice(0, SITEMAP_LIMIT),
    '</urlset>',
    '',
  ].join('\n');
}

function entriesOf(origin: string, { paths, changedOn }: SitemapPage): readonly string[] {
  const languages = Object.entries(paths);
  const alternates =
    languages.length < 2
      ? ''
      : languages
          .map(
            ([lang, path]) =>
              `<xhtml:link rel="alternate" hreflang="${escapeXml(lang)}" href="${escapeXml(origin + path)}"/>`,
          )
          .join('');
  const changed = changedOn === null ? '' : `<lastmod>${escapeXml(changedOn)}</lastmod>`;
  return languages.map(
    ([, path]) => `<url><loc>${escapeXml(origin + path)}</loc>${changed}${alternates}</url>`,
  );
}

/** Everything public may be read; the office (`/office`) is no content. */
export function robots(origin: string | null): string {
  return [
    'User-agent: *',
    'Disallow: /office',
    ...(origin === null ? [] : ['', `Sitemap: ${origin}/sitemap.xml`]),
    '',
  ].join('\n');
}
