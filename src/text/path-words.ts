import type { Locale } from './locale.ts';

/** The words that stand in public addresses. Part of the contract with the outside: never changed once published. */
const pl = {
  goals: 'cele',
  progress: 'postep',
  changes: 'zmiany',
  search: 'szukaj',
  data: 'dane',
  method: 'metoda',
  accessibility: 'deklaracja-dostepnosci',
  why: 'dlaczego',
  edition: 'wydanie',
};
export type PathWords = Readonly<typeof pl>;

const en = {
  goals: 'goals',
  progress: 'progress',
  changes: 'changes',
  search: 'search',
  data: 'data',
  method: 'method',
  accessibility: 'accessibility',
  why: 'why',
  edition: 'edition',
} satisfies PathWords;

export const PATH_WORDS: Readonly<Record<Locale, PathWords>> = { pl, en };

/** First path words that no city may have as its slug: the portal's own, then the office's own after `/office/`. */
export const RESERVED_FIRST: readonly string[] = [
  'pl', 'en', 'edition', 'schema', 'assets', 'office', 'biuro', 'api', 'healthz', 'readyz', 'favicon', 'robots', 'sitemap', 'id', 'index',
  'sign-in', 'sign-out', 'second-factor', 'link', 'reset', 'forgotten', 'first', 'invitation', 'account', 'new-e-mail', 'mail', 'new-city', 'auth',
  'passkey', 'single-sign-on',
]; // prettier-ignore
