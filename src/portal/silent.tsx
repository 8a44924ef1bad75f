/** Who is silent: the tasks without a valid report, by the unit that answers, and since when. */
import type { ReactElement } from 'react';
import { type EditionTask } from '../edition/edition.ts';
import { progressWords } from '../text/progress-words.ts';
import { formatDate, formatPeriod } from '../text/date.ts';
import { LOCALE_TAG } from '../text/locale.ts';
import { formatCount } from '../text/number.ts';
import { Titled } from './delivery.tsx';
import { toItem, type PlanHere } from './here.ts';
import { plain, say, Say } from './words.tsx';

export function Silent({ here }: { here: PlanHere }): ReactElement {
  const { edition, index, locale, city } = here;
  const t = progressWords(locale);
  const counted = edition.results.delivery.plan.countedTasks;
  const silent = edition.tasks.filter((task) => {
    const of = index.taskDelivery(task.id);
    return of?.counted === true && !of.reported;
  });
  const collator = new Intl.Collator(LOCALE_TAG[locale]);
  const byUnit = [...Map.groupBy(silent, (task) => task.unitIds[0] ?? '')]
    .map(([id, tasks]) => ({ name: index.unit(id)?.name ?? null, tasks }))
    .toSorted(
      (a, b) =>
        b.tasks.length - a.tasks.length ||
        collator.compare(plain(a.name, locale, city.languages), plain(b.name, locale, city.languages)),
    );
  return (
    <section id="silent">
      <h2>{t.silent}</h2>
      <p>{say(silent.length === 0 ? t.silentNone : t.silentLead(silent.length, counted), locale)}</p>
      {byUnit.map(({ name, tasks }) => (
        <div key={tasks[0]!.id} className="unitblock">
          <h3>
            {name ? <Say texts={name} locale={locale} main={city.languages} /> : t.noUnit}{' '}
            <span className="soft">{formatCount(tasks.length, locale)}</span>
          </h3>
          <ul className="ruled">
            {tasks.map((task) => (
              <li key={task.id}>
                <a href={toItem(here, index.item(task.id)!)}>
                  <Titled here={here} code={task.code} title={task.title} />
                </a>
                <span className="soft">{say(sinceWhen(here, task), locale)}</span>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </section>
  );
}

function sinceWhen(here: PlanHere, task: EditionTask): string {
  const { index, locale } = here;
  const t = progressWords(locale);
  const staleFrom = index.taskDelivery(task.id)?.staleFrom ?? null;
  const period = task.reportedFor === null ? null : formatPeriod(task.reportedFor, locale);
  if (staleFrom !== null) {
    const since = t.silentSince(formatDate(staleFrom, locale));
    return period === null ? since : `${since}; ${t.silentLast(period)}`;
  }
  return period === null ? t.silentNever : t.silentNoFigure(period);
}
