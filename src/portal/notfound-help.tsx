/** What helps on a page that is not there: the search form, filled, and the numbers nearest to the one asked for. */
import type { ReactElement } from 'react';
import { searchWords } from '../text/search-words.ts';
import { Titled } from './delivery.tsx';
import { toItem, type PlanHere } from './here.ts';
import { distance } from './near.ts';
import { SearchForm } from './search-page.tsx';
import type { Item } from './shelf.ts';

/** `asked` is the last part of the address as it was typed. */
export function NotFoundHelp({ here, asked }: { here: PlanHere; asked: string }): ReactElement {
  const t = searchWords(here.locale);
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
      <SearchForm here={here} value={/\p{L}/u.test(asked) ? asked.replace(/[-_]+/g, ' ').slice(0, 80) : ''} />
    </>
  );
}

const MOST = 5;

/**
 * The item above the one asked for, then codes a slip away: for 2.19 these are 2, 2.1, 2.9. When there are none, the
 * nearest numbers of the same depth: for 9.9 in a plan that ends with 5.5 these are 5.5, 5.4, 5.3 …
 */
function nearestCodes(here: PlanHere, asked: string): readonly Item[] {
  const { edition, index } = here;
  if (!/\d/.test(asked) || asked.length > 20) return [];
  const above = asked.replace(/[.-]?[^.-]*$/, '');
  const coded = [...edition.nodes, ...edition.tasks].flatMap(({ id, code }) =>
    code === null ? [] : { id, code },
  );
  const slips = coded
    .map(({ id, code }) => ({ id, apart: code === above ? 0 : distance(code, asked, 1) }))
    .filter(({ apart }) => apart <= 1)
    .toSorted((a, b) => a.apart - b.apart);
  const near =
    slips.length > 0
      ? slips
      : coded
          .flatMap(({ id, code }) => {
            const steps = stepsApart(code, asked);
            return steps ? [{ id, steps }] : [];
          })
          .toSorted((a, b) => a.steps.map((n, i) => n - b.steps[i]!).find((n) => n !== 0) ?? 0);
  return near.slice(0, MOST).flatMap(({ id }) => index.item(id) ?? []);
}

/** How far two numbers of the same depth are apart, part by part; null when either is no such number. */
function stepsApart(code: string, asked: string): readonly number[] | null {
  const [a, b] = [code.split('.'), asked.split('.')];
  if (a.length !== b.length) return null;
  const steps = a.map((part, i) => Math.abs(Number(part) - Number(b[i])));
  return steps.some(Number.isNaN) ? null : steps;
}
