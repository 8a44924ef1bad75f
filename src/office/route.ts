/** A route of the office: what it answers and what it asks of the visitor, so that one table can be tested whole. */

import type { Deed } from '../model/role.ts';
import { PATTERN } from './addresses.ts';
import type { OfficePlace } from './addresses.ts';
import type { CityVisit, PersonalVisit, Reply, Visit } from './visit.ts';

export type Method = 'GET' | 'POST';

export type Route =
  | {
      readonly for: 'anybody';
      readonly method: Method;
      readonly path: string;
      readonly answer: (visit: Visit) => Promise<Reply>;
    }
  | {
      readonly for: 'signed-in';
      readonly method: Method;
      readonly path: string;
      readonly answer: (visit: PersonalVisit) => Promise<Reply>;
    }
  | {
      /** In a city; the deed must be allowed somewhere there. What it is done to, the act itself asks. */
      readonly for: Deed;
      readonly method: Method;
      readonly path: string;
      readonly answer: (visit: CityVisit) => Promise<Reply>;
    };

/** A route that needs no sign-in. */
export function anybody(method: Method, place: OfficePlace, answer: (visit: Visit) => Promise<Reply>): Route {
  return { for: 'anybody', method, path: PATTERN[place], answer };
}

/** A route for everybody who is signed in, in whatever city. */
export function signedIn(
  method: Method,
  place: OfficePlace,
  answer: (visit: PersonalVisit) => Promise<Reply>,
): Route {
  return { for: 'signed-in', method, path: PATTERN[place], answer };
}

/** A route of a city (`:city` in its pattern). `rest` is added to the pattern: `/*`, `/:file`. */
export function inCity(
  method: Method,
  place: OfficePlace,
  deed: Deed,
  answer: (visit: CityVisit) => Promise<Reply>,
  rest = '',
): Route {
  return { for: deed, method, path: PATTERN[place] + rest, answer };
}
