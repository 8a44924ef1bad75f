/** The figures of units and of groups, with the goals to go on to. */
import type { ReactElement } from 'react';
import { type EditionNode, type Id, type NodeDelivery, type Texts } from '../edition/edition.ts';
import { progressWords } from '../text/progress-words.ts';
import { LOCALE_TAG } from '../text/locale.ts';
import { formatPercent } from '../text/number.ts';
import { portalMessages } from '../text/portal.ts';
import { bandSentence, barOf, Titled } from './delivery.tsx';
import { toItem, type PlanHere } from './here.ts';
import { Bar, Mark } from './marks.tsx';
import { plain, say, Say } from './words.tsx';

export function ByUnit({ here }: { here: PlanHere }): ReactElement {
  const { edition, index, locale } = here;
  const t = progressWords(locale);
  return (
    <section id="units">
      <h2>{t.byUnit}</h2>
      <p className="small">{say(t.byUnitLead, locale)}</p>
      <Figures
        here={here}
        of={edition.results.delivery.units.map((of) => [index.unit(of.id ?? '')?.name ?? null, of])}
      />
    </section>
  );
}

export function ByGroup({ here }: { here: PlanHere }): ReactElement | null {
  const { edition, locale } = here;
  const t = progressWords(locale);
  const figures = edition.results.delivery.groups.filter((of) => of.countedTasks > 0);
  if (figures.length === 0) return null;
  return (
    <section id="groups">
      <h2>{t.byGroup}</h2>
      <p className="small">{say(t.byGroupLead, locale)}</p>
      <Figures
        here={here}
        of={figures.map((of) => [here.index.group(of.id ?? '')?.name ?? null, of])}
        goals={(id) => topGoals(here, id)}
      />
    </section>
  );
}

const NO_GOALS = (): readonly EditionNode[] => [];

/** Units or groups with their figures, and the goals to go on to; those without tasks are left out. */
function Figures({
  here,
  of,
  goals = NO_GOALS,
}: {
  here: PlanHere;
  of: readonly (readonly [Texts | null, NodeDelivery])[];
  goals?: (id: Id | null) => readonly EditionNode[];
}): ReactElement {
  const { locale, city } = here;
  const words = portalMessages(locale);
  const collator = new Intl.Collator(LOCALE_TAG[locale]);
  const rows = of
    .filter(([, figure]) => figure.countedTasks > 0)
    .map(([name, figure]) => ({ name, figure, sorted: plain(name, locale, city.languages) }))
    .toSorted((a, b) => collator.compare(a.sorted, b.sorted));
  return (
    <ul className="rows">
      {rows.map(({ name, figure }) => (
        <li key={figure.id}>
          <Mark verdict={figure.verdict} locale={locale} alone />
          <div>
            {name ? <Say texts={name} locale={locale} main={city.languages} /> : words.untitled}
            <span className="small facts">{bandSentence(here, figure)}</span>
            <GoalLinks here={here} of={goals(figure.id)} />
          </div>
          <div className="fig">
            <Bar of={barOf(figure)} locale={locale} />
            <span className="small">
              {figure.meanPercent === null
                ? words.none
                : words.onAverage(formatPercent(figure.meanPercent, locale))}
            </span>
          </div>
        </li>
      ))}
    </ul>
  );
}

/** The highest goals that belong to a group: from here a reader goes down to the goals and tasks. */
function topGoals({ edition, index }: PlanHere, group: Id | null): readonly EditionNode[] {
  const within = (node: EditionNode): boolean => group !== null && node.groupIds.includes(group);
  return edition.nodes.filter(
    (node) => within(node) && !index.above(index.item(node.id)!).some((above) => within(above)),
  );
}

function GoalLinks({ here, of }: { here: PlanHere; of: readonly EditionNode[] }): ReactElement | null {
  if (of.length === 0) return null;
  return (
    <ul className="subgoals">
      {of.map((node) => (
        <li key={node.id}>
          <a href={toItem(here, here.index.item(node.id)!)}>
            <Titled here={here} code={node.code} title={node.title} />
          </a>
        </li>
      ))}
    </ul>
  );
}
