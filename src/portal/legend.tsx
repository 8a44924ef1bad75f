/** What the marks mean: those verdicts that occur in the edition, and the bar's two signs. */
import type { ReactElement } from 'react';
import { DELIVERY_VERDICTS } from '../edition/edition.ts';
import { portalMessages } from '../text/portal.ts';
import { toPlan, type PlanHere } from './here.ts';
import { Mark, Svg } from './marks.tsx';
import { say } from './words.tsx';

export function Legend({ here, bars = false }: { here: PlanHere; bars?: boolean }): ReactElement {
  const { locale, edition } = here;
  const t = portalMessages(locale);
  const { delivery } = edition.results;
  const met = new Set([...delivery.tasks, ...delivery.nodes].map((of) => of.verdict));
  return (
    <section className="legend" aria-label={t.legend}>
      <ul>
        {DELIVERY_VERDICTS.filter((verdict) => met.has(verdict)).map((verdict) => (
          <li key={verdict}>
            <Mark verdict={verdict} locale={locale} /> {t.verdict[verdict]}
          </li>
        ))}
        {bars ? (
          <>
            <li>
              <Svg of={EXPECTED} /> {say(t.legendExpected, locale)}
            </li>
            <li>
              <Svg of={BAND} /> {say(t.legendBand, locale)}
            </li>
          </>
        ) : null}
        <li>
          <a href={toPlan(here, 'method')}>{t.method}</a>
        </li>
      </ul>
    </section>
  );
}

const EXPECTED =
  '<svg class="mark" viewBox="0 0 16 16" aria-hidden="true"><path class="s-ink" d="M8 0v16" stroke-width="2.5"/></svg>';
const BAND =
  '<svg class="mark" viewBox="0 0 16 16" aria-hidden="true"><rect class="f-band" x="0" y="3" width="16" height="10"/></svg>';
