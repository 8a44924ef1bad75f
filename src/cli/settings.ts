/** Settings from the environment, validated once. An unknown `HORYZONT_…` is a problem, never guessed at. */

import { isAbsolute, resolve } from 'node:path';
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
}

export const SETTING_NAMES = [
  'PORT',
  'HOST',
  'HORYZONT_DATA',
  'HORYZONT_ORIGIN',
  'HORYZONT_TRUST_PROXY',
  'HORYZONT_EXAMPLES',
  'DATABASE_URL',
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
