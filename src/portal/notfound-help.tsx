/** What helps on a page that is not there: the search form, filled, and the numbers nearest to the one asked for. */
import type { ReactElement } from 'react';
import { dataPages } from '../text/data-pages.ts';
import { Titled } from './delivery.tsx';
import { toItem, type PlanHere } from './here.ts';
import { distance } from './near.ts';
import { SearchForm } from './search-page.tsx';
import type { Item } from './shelf.ts';

/** `asked` is the last part of the address as it was typed. */
export function NotFoundHelp({ here, asked }: { here: PlanHere; asked: string }): ReactElement {
  const t = dataPages(here.locale);
  const near = nearestCodes(here, asked);
  return (
    <>
      {near.length > 0 ? (
        <section>
          <h2>{t.notFoundNear}</h2>
          <ul className="plainlist">
            {near.map((item) => (
              <li key={item.id}>
                <a href={toItem(here, item)}>
                  <Titled
                    here={here}
                    code={item.code}
                    title={item.type === 'node' ? item.node.title : item.task.title}
                  />
                </a>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      <SearchForm here={here} value={asked.replace(/[-_]+/g, ' ').slice(0, 80)} />
    </>
  );
}

const MOST = 5;

/** The item above the one asked for, then codes a slip away: for 2.19 these are 2, 2.1, 2.9. */
function nearestCodes(here: PlanHere, asked: string): readonly Item[] {
  const { edition, index } = here;
  if (!/\d/.test(asked) || asked.length > 20) return [];
  const above = asked.replace(/[.-]?[^.-]*$/, '');
  return [...edition.nodes, ...edition.tasks]
    .flatMap((one) => {
      if (one.code === null) return [];
      const apart = one.code === above ? 0 : distance(one.code, asked, 1);
      return apart <= 1 ? [{ id: one.id, apart }] : [];
    })
    .toSorted((a, b) => a.apart - b.apart)
    .slice(0, MOST)
    .flatMap(({ id }) => index.item(id) ?? []);
}
