/** What a page of the office is given: who asks, for what, in which language, and the ways to read and act. */

import type { ReactElement } from 'react';
import type { Acting, CityActing } from '../acts/acting.ts';
import type { Identity } from '../acts/identity.ts';
import type { Outbox } from '../acts/letter.ts';
import type { SignOn } from '../acts/sign-on-provider.ts';
import type { Database, DatabaseTransaction } from '../database/engine.ts';
import type { Person } from '../database/person.ts';
import type { City, CivilDate, Id } from '../model/plan.ts';
import type { Deed, Member, Thing } from '../model/role.ts';
import type { Problem, Refusal } from '../problem.ts';
import type { Locale } from '../text/locale.ts';
import type { Form } from './form.ts';

/** What the whole office shares while the server runs. */
export interface Office {
  readonly database: Database;
  readonly identity: Identity;
  /** Single sign-on; null where none is set. */
  readonly signOn: SignOn | null;
  /** Takes letters about signing in. */
  readonly outbox: Outbox;
  /** What acts are given, without the one who acts. */
  readonly acting: Acting;
  /** Where people reach the office, without a final slash. */
  readonly baseUrl: string;
  /** Logical names of styles and scripts to their hashed paths. */
  readonly assets: Readonly<Record<string, string>>;
  /** Tells the portal that new edition files are there. */
  readonly published: () => Promise<void>;
  /** Writes a fault of ours into the log, under the id that the person is shown. */
  readonly fault: (id: string, what: string, error: unknown) => void;
}

/** Who is signed in. */
export interface Visitor {
  readonly sessionId: Id;
  readonly person: Person;
  readonly member: Member;
}

export interface Visit {
  readonly office: Office;
  readonly request: Request;
  readonly locale: Locale;
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  /** Fields of a POST; empty on GET. */
  readonly form: Form;
  readonly visitor: Visitor | null;
  /** The asking computer, for throttling and the list of sessions. */
  readonly address: string;
  /** The present moment, an ISO instant to the second. */
  readonly now: string;
}

export interface PersonalVisit extends Visit {
  readonly visitor: Visitor;
}

export interface CityVisit extends PersonalVisit {
  readonly city: City;
  /** In the city's zone. */
  readonly today: CivilDate;
  /** Whether the visitor may; the thing is the city when left out. */
  readonly can: (deed: Deed, thing?: Omit<Thing, 'cityId'>) => true | Refusal;
  /** Whether the visitor may somewhere in the city: what menus show. */
  readonly canSomewhere: (deed: Deed) => boolean;
  /** What acts are given: who acts, with the rights they ask again. */
  readonly acting: CityActing;
  /** Reads in one transaction that sees this city alone. */
  readonly read: <T>(work: (tx: DatabaseTransaction) => Promise<T>) => Promise<T>;
}

/** What a page answers. A refusal becomes a page of status 403, `missing` one of 404. */
export type Reply = PageReply | GoReply | FileReply | Refusal | 'missing' | Response;

export interface PageReply {
  readonly kind: 'page';
  readonly title: string;
  readonly body: ReactElement;
  /** 200; 422 when `problems` are there. */
  readonly status?: number;
  /** Shown at the top as a summary, each leading to its field. */
  readonly problems?: readonly Problem[];
  /** Ways back, the outermost first. */
  readonly crumbs?: readonly { readonly name: string; readonly href: string }[];
  /** The whole width: trees, tables, two sides. */
  readonly wide?: boolean;
  /** Islands and scripts of this page beside the office's own: logical names. */
  readonly scripts?: readonly string[];
  readonly cookies?: readonly string[];
}

/** After an act: 303 to another page, which says `done` (a key of the catalogue's `done`) in its status line. */
export interface GoReply {
  readonly kind: 'go';
  readonly to: string;
  readonly done?: string;
  readonly cookies?: readonly string[];
}

/** A download, never shown inline. */
export interface FileReply {
  readonly kind: 'file';
  readonly name: string;
  readonly type: string;
  readonly bytes: Uint8Array | string;
}
