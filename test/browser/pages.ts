/** The portal behind a tiny server for browser tests: every page as rendered, under the policy that production sends. */
import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Edition } from '../../src/edition/edition.ts';
import { render, renderMissing } from '../../src/portal/render.tsx';
import type { Site } from '../../src/portal/site.ts';
import { loadAssets } from '../../src/system/assets.ts';
import { negotiate } from '../../src/text/locale.ts';

export const POLICY =
  "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
const TYPES: Readonly<Record<string, string>> = {
  css: 'text/css',
  js: 'text/javascript',
  woff2: 'font/woff2',
  txt: 'text/plain',
};

export interface Served {
  readonly url: string;
  /** Bytes sent per path since the last `forget`, as they went over the wire. */
  readonly sent: Map<string, number>;
  readonly close: () => Promise<void>;
}

/** Serves `editions` with gzip, on a free port; the origin in pages is an address nobody asks. */
export async function servePages(editions: readonly Edition[]): Promise<Served> {
  const { paths: assets, folder } = await loadAssets(process.cwd());
  const site: Site = {
    origin: 'https://plan.example',
    assets,
    productVersion: '0.0.0-test',
    linkStyle: 'web',
    asOf: '2026-11-22',
  };
  const files = new Set(Object.values(assets));
  const sent = new Map<string, number>();
  const server: Server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://here');
    const path = decodeURI(url.pathname);
    const made = files.has(path)
      ? {
          type: TYPES[path.slice(path.lastIndexOf('.') + 1)] ?? 'application/octet-stream',
          status: 200,
          body: readFileSync(join(folder, path.slice('/assets/'.length))),
        }
      : page(path, url.searchParams, request.headers['accept-language']);
    const raw = Buffer.from(made.body as string);
    const packed = made.type.startsWith('font/') ? raw : gzipSync(raw, { level: 9 });
    sent.set(path, packed.length);
    response.writeHead(made.status, {
      'content-type': made.type,
      'content-security-policy': POLICY,
      ...(packed === raw ? {} : { 'content-encoding': 'gzip' }),
    });
    response.end(packed);
  });
  const page = (path: string, query: URLSearchParams, language: string | undefined) => {
    const locale = negotiate(language);
    const made = render(site, editions, path, locale, query) ?? renderMissing(site, editions, path, locale);
    return made.kind === 'made' ? { type: 'text/plain', status: 200, body: 'made elsewhere' } : made;
  };
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    sent,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
