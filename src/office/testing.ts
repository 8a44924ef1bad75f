/** What the office's tests share: an office over a database, persons in every role, and a browser's way of asking. */

import { testFolder } from '../acts/testing.ts';
import type { Outbox } from '../acts/letter.ts';
import type { SignOnSettings } from '../acts/sign-on-provider.ts';
import type { Database } from '../database/engine.ts';
import { insertAppointment, insertPerson } from '../database/person.ts';
import { transact } from '../database/engine.ts';
import type { Id } from '../model/plan.ts';
import type { Role } from '../model/role.ts';
import { systemClock } from '../system/clock.ts';
import type { Clock } from '../system/clock.ts';
import { newIds } from '../system/id.ts';
import { instant } from '../system/clock.ts';
import { officeApp } from './app.tsx';
import { openOffice } from './open.ts';
import type { Office } from './visit.ts';

export const BASE_URL = 'http://127.0.0.1:8080';
export const PASSWORD = 'a long enough password';

/** Asks like a browser of one person: keeps cookies, follows no redirect. */
export interface Browser {
  readonly get: (path: string) => Promise<Response>;
  readonly post: (
    path: string,
    fields?: Readonly<Record<string, string | readonly string[] | Blob>>,
  ) => Promise<Response>;
  readonly personId: Id | null;
  /** Its cookies by name. */
  readonly jar: Map<string, string>;
}

/** Where a browser asks from. */
export interface From {
  readonly address?: string;
  readonly userAgent?: string;
}

export interface TestOffice {
  readonly office: Office;
  /** A browser of nobody. */
  readonly stranger: (from?: From) => Browser;
  /** A person with the password PASSWORD, not signed in. */
  readonly person: () => Promise<{ readonly id: Id; readonly email: string }>;
  /** A new person with this role, signed in. `unitId` null: in the whole city. */
  readonly as: (role: Role, cityId: Id, unitId?: Id | null) => Promise<Browser>;
  /** Any request as it is: no cookie, no header is added. */
  readonly raw: (request: Request) => Promise<Response>;
  /** A person signed in, without any appointment. */
  readonly withoutRole: () => Promise<Browser>;
}

/** `baseUrl` and `outbox` for what signs in over https or reads the letters. */
export function testOffice(
  database: Database,
  clock: Clock = systemClock,
  {
    baseUrl = BASE_URL,
    outbox,
    signOn = null,
  }: {
    readonly baseUrl?: string;
    readonly outbox?: Outbox;
    readonly signOn?: SignOnSettings | null;
  } = {},
): TestOffice {
  const newId = newIds();
  const office = openOffice({
    acting: { database, dataFolder: testFolder(), clock, newId, productVersion: '0.0.0-test', who: 'test' },
    assets: {},
    baseUrl,
    secret: 'a secret for the tests that is long enough',
    published: async () => {},
    fault: (_id, what, error) => {
      console.error(`a fault of ours at ${what}:`, error);
    },
    signOn,
    ...(outbox ? { outbox } : {}),
  });
  const handler = officeApp(office);
  let made = 0;

  const browser = (personId: Id | null, jar: Map<string, string>, from: From = {}): Browser => {
    const ask = async (path: string, init: RequestInit): Promise<Response> => {
      const headers = new Headers(init.headers);
      headers.set('sec-fetch-site', 'same-origin');
      headers.set('accept-language', 'en');
      if (from.userAgent !== undefined) headers.set('user-agent', from.userAgent);
      if (jar.size > 0) headers.set('cookie', [...jar].map(([name, value]) => `${name}=${value}`).join('; '));
      const response = await handler(new Request(baseUrl + path, { ...init, headers, redirect: 'manual' }), {
        address: from.address ?? '127.0.0.1',
        id: 'test',
      });
      for (const cookie of response.headers.getSetCookie()) {
        const [pair = '', ...rest] = cookie.split(';');
        const at = pair.indexOf('=');
        if (rest.some((part) => /^\s*max-age=0$/iu.test(part))) jar.delete(pair.slice(0, at));
        else jar.set(pair.slice(0, at), pair.slice(at + 1));
      }
      return response;
    };
    return {
      personId,
      jar,
      get: (path) => ask(path, {}),
      post: (path, fields = {}) => {
        const body = new FormData();
        for (const [name, value] of Object.entries(fields))
          for (const one of typeof value === 'string' || value instanceof Blob ? [value] : value)
            body.append(name, one as string);
        return ask(path, { method: 'POST', body });
      },
    };
  };

  const person = async (): Promise<{ readonly id: Id; readonly email: string }> => {
    made += 1;
    const id = newId();
    const email = `person-${made}@city.example`;
    await transact(database, (tx) =>
      insertPerson(tx, { id, name: `Person ${made}`, email, locale: 'en', installation: false }),
    );
    const { password } = await office.identity.$context;
    await database
      .insertInto('credential')
      .values({
        id: newId(),
        accountId: id,
        providerId: 'credential',
        userId: id,
        password: await password.hash(PASSWORD),
      })
      .execute();
    return { id, email };
  };

  const enter = async ({ id, email }: { readonly id: Id; readonly email: string }): Promise<Browser> => {
    const own = browser(id, new Map());
    const answer = await own.post('/office/sign-in', { email, password: PASSWORD });
    if (answer.status !== 303) throw new Error(`the sign-in answered ${answer.status}`);
    return own;
  };

  return {
    office,
    raw: (request) => handler(request, { address: '127.0.0.1', id: 'test' }),
    stranger: (from = {}) => browser(null, new Map(), from),
    person,
    withoutRole: async () => enter(await person()),
    as: async (role, cityId, unitId = null) => {
      const own = await person();
      await transact(database, (tx) =>
        insertAppointment(
          tx,
          own.id,
          { id: newId(), cityId, role, unitId, itemIds: [], fromOn: null, untilOn: null, deputyForId: null },
          instant(clock),
        ),
      );
      return enter(own);
    },
  };
}
