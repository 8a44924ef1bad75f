/** Every address of the office, in one table. Routes use the patterns, pages the functions. */

/** Path patterns as the router reads them. */
export const PATTERN = {
  home: '/office',
  signIn: '/office/sign-in',
  secondFactor: '/office/second-factor',
  passkey: '/office/passkey',
  singleSignOn: '/office/single-sign-on',
  singleSignOnBack: '/office/single-sign-on/back',
  signOut: '/office/sign-out',
  link: '/office/link',
  reset: '/office/reset',
  forgotten: '/office/forgotten',
  first: '/office/first',
  invitation: '/office/invitation',
  account: '/office/account',
  accountPassword: '/office/account/password',
  accountEmail: '/office/account/e-mail',
  accountSessions: '/office/account/sessions',
  accountSecondFactor: '/office/account/second-factor',
  accountPasskey: '/office/account/passkey',
  newEmail: '/office/new-e-mail',
  mail: '/office/mail',
  letter: '/office/mail/:letter',
  newCity: '/office/new-city',
  city: '/office/:city',
  people: '/office/:city/people',
  person: '/office/:city/people/:person',
  invite: '/office/:city/people/invite',
  signOnGroups: '/office/:city/people/sign-on',
  handOver: '/office/:city/people/:person/hand-over',
  units: '/office/:city/units',
  unit: '/office/:city/units/:unit',
  audit: '/office/:city/audit',
  notifications: '/office/:city/notifications',
  search: '/office/:city/search',
  newPlan: '/office/:city/new-plan',
  plan: '/office/:city/plans/:plan',
  item: '/office/:city/plans/:plan/items/:item',
  move: '/office/:city/plans/:plan/items/:item/move',
  history: '/office/:city/plans/:plan/items/:item/history',
  comments: '/office/:city/plans/:plan/items/:item/comments',
  attachments: '/office/:city/plans/:plan/items/:item/attachments',
  attachment: '/office/:city/attachments/:attachment',
  rights: '/office/:city/plans/:plan/items/:item/rights',
  bin: '/office/:city/plans/:plan/bin',
  bulk: '/office/:city/plans/:plan/bulk',
  planSettings: '/office/:city/plans/:plan/settings',
  checklist: '/office/:city/plans/:plan/checklist',
  import: '/office/:city/plans/:plan/import',
  receipts: '/office/:city/plans/:plan/receipts',
  publish: '/office/:city/plans/:plan/publish',
  preview: '/office/:city/plans/:plan/preview',
} as const;
export type OfficePlace = keyof typeof PATTERN;

type Params<P extends string> = P extends `${string}:${infer Name}/${infer Rest}`
  ? Record<Name, string> & Params<`/${Rest}`>
  : P extends `${string}:${infer Name}`
    ? Record<Name, string>
    : unknown;

/** The path of a page. `query` values that are null are left out. */
export function to<N extends OfficePlace>(
  place: N,
  params: Params<(typeof PATTERN)[N]>,
  query: Readonly<Record<string, string | null>> = {},
): string {
  const values = params as Readonly<Record<string, string>>;
  const path = PATTERN[place].replaceAll(/:(\w+)/gu, (_, name: string) => encodeURIComponent(values[name]!));
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) if (value !== null) search.set(name, value);
  return search.size > 0 ? `${path}?${search.toString()}` : path;
}

/**
 * Whether a path may be gone to after a sign-in: one of ours, and no way out of the site (open redirect). Each segment
 * begins with a letter or digit, so that neither `//host` nor `..` can stand in it; the pattern reads every character once.
 */
export function isOwnPath(path: string | null): path is string {
  return (
    path !== null &&
    path.length <= 1000 &&
    /^\/office(?:\/[A-Za-z0-9][\w.~-]*)*(?:\?[\w.=&%+~-]*)?$/u.test(path)
  );
}
