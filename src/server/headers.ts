/** Headers that every answer carries, and the caching rules by kind of answer (ARCHITECTURE, "Serving"). */

/** Strict policy: own scripts, styles, fonts and pictures only; nothing inline, no third party. */
export const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "font-src 'self'",
  "manifest-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'self'",
].join('; ');

/** The office's pages also ask their own origin from scripts: forms that are sent without leaving the page. */
export const OFFICE_SECURITY_POLICY = `${CONTENT_SECURITY_POLICY}; connect-src 'self'`;

export type Caching = 'page' | 'immutable' | 'none';

const CACHE_CONTROL: Readonly<Record<Caching, string>> = {
  page: 'public, max-age=0, s-maxage=60',
  immutable: 'public, max-age=31536000, immutable',
  none: 'no-store',
};

/** Flat name-value list, the cheapest form for `writeHead`. */
export function commonHeaders(caching: Caching, secure: boolean): string[] {
  const headers = [
    'Cache-Control',
    CACHE_CONTROL[caching],
    'Content-Security-Policy',
    CONTENT_SECURITY_POLICY,
    'X-Content-Type-Options',
    'nosniff',
    'Referrer-Policy',
    'strict-origin-when-cross-origin',
    'Permissions-Policy',
    'camera=(), geolocation=(), microphone=(), interest-cohort=()',
    'Cross-Origin-Opener-Policy',
    'same-origin',
  ];
  if (secure) headers.push('Strict-Transport-Security', 'max-age=31536000; includeSubDomains');
  return headers;
}

/** The data may be read by any page; the pages may not be framed by others. */
export function isOpenData(type: string): boolean {
  return /^(application\/(json|ld\+json|schema\+json|csvm\+json|atom\+xml)|text\/csv)/.test(type);
}
