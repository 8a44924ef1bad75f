import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';
import { newIds } from '../system/id.ts';
import { transact } from './engine.ts';
import { insertPerson } from './person.ts';
import { insertAuthenticator, takeStep } from './second-factor.ts';
import { onBothEngines } from './testing.ts';

onBothEngines(
  'a step is taken by the first transaction that asks, and no earlier one after it',
  async (database) => {
    const newId = newIds();
    const personId = newId();
    const id = newId();
    await transact(database, async (tx) => {
      const person = {
        id: personId,
        name: 'P',
        email: 'p@city.example',
        locale: 'pl',
        installation: false,
      } as const;
      await insertPerson(tx, person);
      await insertAuthenticator(tx, personId, { id, secret: 's', recoveryCodes: '[]', verified: true });
    });
    // The second asks while the first has not ended: it must wait and then find the step used.
    const both = await Promise.all(
      [200, 0].map((wait) =>
        transact(database, async (tx) => {
          const taken = await takeStep(tx, id, 1000);
          await sleep(wait);
          return taken;
        }),
      ),
    );
    assert.deepEqual(both.filter(Boolean).length, 1);
    const take = (step: number): Promise<boolean> => transact(database, (tx) => takeStep(tx, id, step));
    assert.equal(await take(999), false);
    assert.equal(await take(1000), false);
    assert.equal(await take(1001), true);
  },
);
