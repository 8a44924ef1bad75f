/** Atom feed of a plan's changes (RFC 4287): one entry per edition, newest first. */
import { escapeXml } from './xml.ts';

/** What the feed says; words come ready from `text`. Addresses are paths from the root, or absolute. */
export interface Feed {
  /** `https://example.org` without a final slash, or null when the installation has not been told its own address. */
  readonly origin: string | null;
  readonly lang: string;
  /** Id of the plan: the feed keeps its identity when its address changes. */
  readonly planId: string;
  readonly title: string;
  readonly subtitle: string;
  /** Said in the subtitle when there is no origin: links are then relative. */
  readonly noOriginNotice: string;
  readonly author: string;
  /** Address of the feed and of the page of changes. */
  readonly selfPath: string;
  readonly pagePath: string;
  readonly productVersion: string;
  readonly entries: readonly FeedEntry[];
}

export interface FeedEntry {
  /** SHA-256 of the edition, hexadecimal; the entry's identity (RFC 6920). */
  readonly hash: string;
  readonly title: string;
  readonly publishedAt: string;
  readonly path: string;
  /** One sentence per change. */
  readonly lines: readonly string[];
}

export function atom(feed: Feed): string {
  const at = (path: string) => escapeXml(`${feed.origin ?? ''}${path}`);
  const entries = feed.entries.toSorted((a, b) => (a.publishedAt < b.publishedAt ? 1 : -1));
  const updated = entries[0]?.publishedAt ?? '1970-01-01T00:00:00Z';
  const subtitle = feed.origin === null ? `${feed.subtitle} ${feed.noOriginNotice}` : feed.subtitle;
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${escapeXml(feed.lang)}">`,
    `  <id>urn:uuid:${escapeXml(feed.planId)}</id>`,
    `  <title>${escapeXml(feed.title)}</title>`,
    `  <subtitle>${escapeXml(subtitle)}</subtitle>`,
    `  <updated>${escapeXml(updated)}</updated>`,
    `  <author><name>${escapeXml(feed.author)}</name></author>`,
    `  <generator version="${escapeXml(feed.productVersion)}">Horyzont</generator>`,
    `  <link rel="self" type="application/atom+xml" href="${at(feed.selfPath)}"/>`,
    `  <link rel="alternate" type="text/html" href="${at(feed.pagePath)}"/>`,
    ...entries.flatMap((entry) => [
      '  <entry>',
      `    <id>ni:///sha-256;${Buffer.from(entry.hash, 'hex').toString('base64url')}</id>`,
      `    <title>${escapeXml(entry.title)}</title>`,
      `    <published>${escapeXml(entry.publishedAt)}</published>`,
      `    <updated>${escapeXml(entry.publishedAt)}</updated>`,
      `    <link rel="alternate" type="text/html" href="${at(entry.path)}"/>`,
      `    <content type="html">${escapeXml(list(entry.lines))}</content>`,
      '  </entry>',
    ]),
    '</feed>',
    '',
  ].join('\n');
}

/** HTML inside the feed, itself escaped once more by the caller. */
function list(lines: readonly string[]): string {
  return `<ul>${lines.map((line) => `<li>${escapeXml(line)}</li>`).join('')}</ul>`;
}
