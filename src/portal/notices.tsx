/** Notices of an item's page: its code meant another item before; the item is gone from the plan. */
import type { ReactElement, ReactNode } from 'react';
import { formatDate } from '../text/date.ts';
import { portalMessages } from '../text/portal.ts';
import { address } from './addresses.ts';
import { link, type PlanHere } from './here.ts';
import { indexOf, type Item } from './shelf.ts';
import { say, Say } from './words.tsx';

/** Null when there is nothing to say, so that no empty strip is drawn. */
export function itemNotices(here: PlanHere, item: Item): ReactNode {
  const { address: at } = here;
  if (!('item' in at) || at.edition !== null) return null;
  if (here.past !== null) return <Gone here={here} />;
  if (!('code' in at.item)) return null;
  const others = here.plan.meanings(at.item.code).filter((m) => m.item.id !== item.id);
  return others.length === 0 ? null : <MeantOther here={here} code={at.item.code} others={others} />;
}

function Gone({ here }: { here: PlanHere }): ReactElement {
  const { edition, locale } = here;
  const date = formatDate(edition.publishedAt.slice(0, 10), locale);
  return <p>{say(portalMessages(locale).goneBanner(edition.number, date), locale)}</p>;
}

function MeantOther(props: {
  here: PlanHere;
  code: string;
  others: ReturnType<PlanHere['plan']['meanings']>;
}): ReactElement {
  const { here, code, others } = props;
  const { locale, city, plan } = here;
  const t = portalMessages(locale);
  const of = { locale, city: city.slug, plan: plan.slug };
  return (
    <>
      <p>{say(t.meantOther(code), locale)}</p>
      <ul>
        {others.map(({ item, edition }) => {
          const past = address({
            kind: 'item',
            ...of,
            edition: edition.number,
            item: indexOf(edition).ref(item),
          });
          const moved = here.index.item(item.id);
          return (
            <li key={item.id}>
              <a href={link(here, past)}>
                <Say
                  texts={item.type === 'node' ? item.node.title : item.task.title}
                  locale={locale}
                  main={city.languages}
                />
              </a>{' '}
              {say(t.meantIn(edition.number), locale)}
              {moved ? (
                <>
                  . {t.nowUnder}{' '}
                  <a
                    href={link(
                      here,
                      address({ kind: 'item', ...of, edition: null, item: here.index.ref(moved) }),
                    )}
                  >
                    {moved.code ?? t.permanent}
                  </a>
                </>
              ) : null}
            </li>
          );
        })}
      </ul>
    </>
  );
}
