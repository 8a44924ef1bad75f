/** The real server with the office open over an embedded database in memory, and persons who can sign in. */
import { mkdtempSync, openSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Acting } from '../../src/acts/acting.ts';
import { openIdentity } from '../../src/acts/identity.ts';
import { savePasswordHash } from '../../src/database/credential.ts';
import { insertCity } from '../../src/database/city.ts';
import { transact } from '../../src/database/engine.ts';
import { migrate } from '../../src/database/migrate.ts';
import { openDatabase } from '../../src/database/open.ts';
import { insertAppointment, insertPerson } from '../../src/database/person.ts';
import type { City } from '../../src/model/plan.ts';
import type { Role } from '../../src/model/role.ts';
import { Log } from '../../src/server/log.ts';
import { serve } from '../../src/server/main.ts';
import { instant, systemClock } from '../../src/system/clock.ts';
import { newIds } from '../../src/system/id.ts';
import { city as smallCity } from '../world/small.ts';

export const PASSWORD = 'four plain words together';
const SECRET = 'a secret for the tests that is long enough';

export interface OfficeServer {
  /** `http://localhost:40123`: a name, as passkeys are tied to one. */
  readonly url: string;
  readonly city: City;
  readonly acting: Acting;
  /** Somebody with the password PASSWORD and this role; answers the e-mail. */
  readonly person: (name: string, role: Role) => Promise<string>;
  readonly close: () => Promise<void>;
}

export async function startOffice(): Promise<OfficeServer> {
  const folder = mkdtempSync(join(tmpdir(), 'horyzont-office-'));
  const { database, close } = await openDatabase({ memory: true });
  await migrate(database);
  const city = smallCity();
  await transact(database, (tx) => insertCity(tx, city));
  const newId = newIds();
  const acting: Acting = {
    database,
    dataFolder: folder,
    clock: systemClock,
    newId,
    productVersion: '0.0.0-test',
    who: 'test',
  };
  const port = await freePort();
  const url = `http://localhost:${port}`;
  const running = await serve({
    port,
    host: 'localhost',
    dataFolder: folder,
    root: process.cwd(),
    origin: url,
    trustProxy: false,
    productVersion: '0.0.0-test',
    databaseUp: () => Promise.resolve(true),
    acting: () => acting,
    secret: SECRET,
    log: new Log({ fd: openSync(join(folder, 'log'), 'a') }),
  });
  const identity = openIdentity({
    ...acting,
    secret: SECRET,
    baseUrl: url,
    sendLink: () => Promise.resolve(),
  });
  const hash = (await identity.$context).password.hash;
  let made = 0;
  return {
    url,
    city,
    acting,
    person: async (name, role) => {
      made += 1;
      const id = newId();
      const email = `person-${made}@city.example`;
      const at = instant(systemClock);
      const hashed = await hash(PASSWORD);
      await transact(database, async (tx) => {
        await insertPerson(tx, { id, name, email, locale: 'pl', installation: false });
        await savePasswordHash(tx, { id: newId(), personId: id, hash: hashed, at });
        const reach = { unitId: null, itemIds: [], fromOn: null, untilOn: null, deputyForId: null };
        await insertAppointment(tx, id, { id: newId(), cityId: city.id, role, ...reach }, at);
      });
      return email;
    },
    close: async () => {
      await running.close();
      await close();
      rmSync(folder, { recursive: true });
    },
  };
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, 'localhost', () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => resolve(port));
    });
  });
}
