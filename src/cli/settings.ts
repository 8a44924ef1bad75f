/** Settings from the environment, validated once. An unknown `HORYZONT_…` is a problem, never guessed at. */

import { isAbsolute, resolve } from 'node:path';
import type { SignOnSettings } from '../acts/sign-on-provider.ts';
import type { Problem } from '../problem.ts';

export interface Settings {
  /** 0 takes a free one. */
  readonly port: number;
  readonly host: string;
  /** Absolute. */
  readonly dataFolder: string;
  /** `https://strategia.example`, without a final slash; null: "local copy". */
  readonly origin: string | null;
  readonly trustProxy: boolean;
  readonly examples: 'all' | 'none';
  readonly databaseUrl: string | null;
  /** Signs the office's cookies; null: a file in the data folder holds one. */
  readonly secret: string | null;
  /** `smtp://user:password@host:587`; null: mail is put into `mail/` of the data folder. */
  readonly smtpUrl: string | null;
  /** The sender's address; `horyzont@` and the host of the origin where none is given. */
  readonly mailFrom: string;
  /** Single sign-on by OpenID Connect; null: people sign in here alone. */
  readonly signOn: SignOnSettings | null;
}

export const SETTING_NAMES = [
  'PORT',
  'HOST',
  'HORYZONT_DATA',
  'HORYZONT_ORIGIN',
  'HORYZONT_TRUST_PROXY',
  'HORYZONT_EXAMPLES',
  'HORYZONT_SECRET',
  'HORYZONT_MAIL_FROM',
  'DATABASE_URL',
  'SMTP_URL',
  'OIDC_ISSUER',
  'OIDC_CLIENT_ID',
  'OIDC_CLIENT_SECRET',
  'OIDC_GROUPS',
] as const;
export type SettingName = (typeof SETTING_NAMES)[number];

/** All problems at once; settings only when there are none. An empty value counts as not set. */
export function readSettings(
  env: Readonly<Record<string, string | undefined>>,
  cwd: string,
): { readonly settings: Settings } | { readonly problems: readonly Problem[] } {
  const problems: Problem[] = [];
  const of = (name: SettingName): string | null => env[name]?.trim() || null;
  const wrong = (name: SettingName): void => {
    problems.push({ code: `setting-${name}`, place: { field: name }, values: { value: env[name] ?? '' } });
  };

  for (const name of Object.keys(env).sort()) {
    if (!name.toUpperCase().startsWith('HORYZONT_') || SETTING_NAMES.includes(name as SettingName)) continue;
    problems.push({
      code: 'setting-unknown',
      place: { field: name },
      values: { name, nearest: nearest(name) },
    });
  }

  const port = of('PORT') ?? '8080';
  if (!/^\d{1,5}$/u.test(port) || Number(port) > 65_535) wrong('PORT');
  const host = of('HOST') ?? '127.0.0.1';
  if (!/^[A-Za-z0-9.:_-]+$/u.test(host)) wrong('HOST');
  const data = of('HORYZONT_DATA') ?? 'data';
  const originText = of('HORYZONT_ORIGIN');
  const origin = originText === null ? null : originOf(originText);
  if (originText !== null && origin === null) wrong('HORYZONT_ORIGIN');
  const trust = of('HORYZONT_TRUST_PROXY') ?? '0';
  if (!['0', '1'].includes(trust)) wrong('HORYZONT_TRUST_PROXY');
  const examples = of('HORYZONT_EXAMPLES') ?? 'all';
  if (examples !== 'all' && examples !== 'none') wrong('HORYZONT_EXAMPLES');
  const databaseUrl = of('DATABASE_URL');
  if (databaseUrl !== null && !/^postgres(?:ql)?:\/\//u.test(databaseUrl)) wrong('DATABASE_URL');
  const secret = of('HORYZONT_SECRET');
  if (secret !== null && secret.length < 32) wrong('HORYZONT_SECRET');
  const smtpUrl = of('SMTP_URL');
  if (smtpUrl !== null && !(/^smtps?:\/\//u.test(smtpUrl) && URL.canParse(smtpUrl))) wrong('SMTP_URL');
  const mailFrom =
    of('HORYZONT_MAIL_FROM') ?? `horyzont@${origin === null ? 'localhost' : new URL(origin).hostname}`;
  if (!/^[^\s@,;:<>()"\\]+@[^\s@,;:<>()"\\]+$/u.test(mailFrom)) wrong('HORYZONT_MAIL_FROM');
  const issuer = of('OIDC_ISSUER');
  const clientId = of('OIDC_CLIENT_ID');
  const clientSecret = of('OIDC_CLIENT_SECRET');
  if (issuer !== null && !isIssuer(issuer)) wrong('OIDC_ISSUER');
  // The three stand together: with one alone somebody would wait for a button that never comes.
  const some = issuer !== null || clientId !== null || clientSecret !== null;
  for (const name of ['OIDC_ISSUER', 'OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET'] as const)
    if (some && of(name) === null)
      problems.push({ code: 'setting-OIDC-missing', place: { field: name }, values: { name } });
  const groupsClaim = of('OIDC_GROUPS') ?? 'groups';

  if (problems.length > 0) return { problems };
  return {
    settings: {
      port: Number(port),
      host,
      dataFolder: isAbsolute(data) ? data : resolve(cwd, data),
      origin,
      trustProxy: trust === '1',
      examples: examples === 'none' ? 'none' : 'all',
      databaseUrl,
      secret,
      smtpUrl,
      mailFrom,
      signOn:
        issuer !== null && clientId !== null && clientSecret !== null
          ? { issuer, clientId, clientSecret, groupsClaim }
          : null,
    },
  };
}

/** Scheme and host alone; a path, query or user is refused. */
function originOf(text: string): string | null {
  if (!URL.canParse(text)) return null;
  const { origin, protocol, pathname, search, hash, username } = new URL(text);
  const plain = pathname === '/' && search === '' && hash === '' && username === '';
  return (protocol === 'http:' || protocol === 'https:') && plain ? origin : null;
}

/** TLS, or this machine itself: the provider's word opens the office. */
function isIssuer(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname, search, hash } = new URL(text);
  if (search !== '' || hash !== '') return false;
  return (
    protocol === 'https:' || (protocol === 'http:' && ['localhost', '127.0.0.1', '[::1]'].includes(hostname))
  );
}

/** The known name that contains the written one's own part, else the one at most half of whose letters differ; empty for none. */
function nearest(name: string): string {
  const written = name.toUpperCase();
  const own = written.slice('HORYZONT_'.length);
  const holding = own.length > 2 ? SETTING_NAMES.find((known) => known.includes(own)) : undefined;
  if (holding) return holding;
  const distances = SETTING_NAMES.map((known) => ({
    known,
    far: distance(own, known.replace('HORYZONT_', '')),
  }));
  const best = distances.reduce((one, other) => (other.far < one.far ? other : one));
  return best.far * 2 <= own.length ? best.known : '';
}

/** Levenshtein's distance: letters to add, drop or change. */
export function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (const [i, letter] of Array.from(a).entries()) {
    const next = [i + 1];
    for (const [j, other] of Array.from(b).entries())
      next.push(Math.min(next[j]! + 1, row[j + 1]! + 1, row[j]! + (letter === other ? 0 : 1)));
    row = next;
  }
  return row.at(-1)!;
}
