/** What is made before anybody asks for it. */
import { setImmediate as turn } from 'node:timers/promises';
import type { Edition } from '../edition/edition.ts';
import { isIndexed, searchIndex } from '../portal/search-index.ts';

/**
 * Makes the search index of each plan's newest edition, so that no visitor waits for it: one a turn of the event loop,
 * requests go between. `editions` ascend by number within a plan. Past editions are indexed when somebody searches them.
 */
export async function indexNewest(editions: readonly Edition[]): Promise<void> {
  const newest = new Map(editions.map((edition) => [edition.plan.id, edition]));
  for (const edition of newest.values()) {
    await turn();
    if (!isIndexed(edition)) searchIndex(edition);
  }
}
