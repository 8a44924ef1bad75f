/** What an item is tied to: links in both directions, decisions that changed it, where it came from. */
import type { ReactElement, ReactNode } from 'react';
import type { EditionLink, Id, Texts } from '../edition/edition.ts';
import { formatDate } from '../text/date.ts';
import { portalMessages } from '../text/portal.ts';
import { Code, ItemLink } from './delivery.tsx';
import type { PlanHere } from './here.ts';
import type { Item } from './shelf.ts';
import { inMain, say, Say, SayPhrase } from './words.tsx';

/** Links to and from the item. What only serves it is counted at its own home, and said so. */
export function Ties({
  here,
  item,
  links,
}: {
  here: PlanHere;
  item: Item;
  links: readonly EditionLink[];
}): ReactNode {
  const { index, locale } = here;
  const t = portalMessages(locale);
  const to = (kind: EditionLink['kind']): readonly Item[] =>
    links
      .filter((l) => l.kind === kind)
      .map((l) => index.item(l.toId))
      .filter((found) => found !== undefined);
  const from = (kind: EditionLink['kind']): readonly Item[] =>
    index
      .linkedFrom(item.id)
      .filter((l) => l.kind === kind)
      .map((l) => l.item);
  const groups = [
    [t.serves, to('serves')],
    [t.supports, to('supports')],
    [t.dependsOn, to('depends-on')],
    [t.servedBy, from('serves')],
    [t.supportedBy, from('supports')],
    [t.neededBy, from('depends-on')],
  ] as const;
  return groups
    .filter(([, items]) => items.length > 0)
    .map(([name, items]) => (
      <section key={name}>
        <h2>{name}</h2>
        <ul className="plainlist">
          {items.map((found) => (
            <li key={found.id}>
              <ItemLink here={here} item={found} />
            </li>
          ))}
        </ul>
        {name === t.servedBy ? <p className="small">{say(t.servedByNote, locale)}</p> : null}
      </section>
    ));
}

/** The decisions on which this item's changes rest, as of this edition. */
export function Decisions({ here, id }: { here: PlanHere; id: Id }): ReactElement | null {
  const { edition, locale, city } = here;
  const t = portalMessages(locale);
  // A decision that changed several fields is written once for each: the reader sees one.
  const own = edition.decisions.filter(
    (d, i, all) =>
      d.id === id &&
      all.findIndex(
        (e) => e.id === id && e.number === d.number && e.on === d.on && sameTexts(e.reason, d.reason),
      ) === i,
  );
  if (own.length === 0) return null;
  return (
    <section>
      <h2>{t.decisions}</h2>
      <ul className="plainlist">
        {own.map((d, i) => (
          <li key={i}>
            <SayPhrase
              of={t.decisionLine(inMain(d.number, city.languages), formatDate(d.on, locale))}
              locale={locale}
            />
            : <Say texts={d.reason} locale={locale} main={city.languages} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function sameTexts(a: Texts | null, b: Texts | null): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

/** From which nodes of an earlier plan this one came. */
export function Lineage({ here, id }: { here: PlanHere; id: Id }): ReactElement | null {
  const { edition, locale, city } = here;
  const t = portalMessages(locale);
  const main = city.languages;
  const own = edition.lineage.filter((l) => l.toIds.includes(id));
  if (own.length === 0) return null;
  return (
    <section>
      <h2>{t.lineage}</h2>
      {own.map((l, i) => (
        <div key={i}>
          <p>
            {t.lineageKind[l.kind]} <Say texts={l.fromPlan} locale={locale} main={main} />:
          </p>
          <ul className="plainlist">
            {l.from.map((from, j) => (
              <li key={j}>
                <Code code={from.code} />
                <Say texts={from.title} locale={locale} main={main} />
              </li>
            ))}
          </ul>
          {l.note ? (
            <p className="small">
              <Say texts={l.note} locale={locale} main={main} />
            </p>
          ) : null}
        </div>
      ))}
    </section>
  );
}
