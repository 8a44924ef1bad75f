/** The method in words: what counts, the verdicts with their marks and thresholds, the settings of this plan. */
import type { ReactElement } from 'react';
import { DELIVERY_VERDICTS } from '../edition/edition.ts';
import { methodMessages } from '../text/method.ts';
import { portalMessages } from '../text/portal.ts';
import type { PlanHere } from './here.ts';
import { Bar, Mark, Svg } from './marks.tsx';
import { PlainPage } from './plain-page.tsx';
import { say } from './words.tsx';

export function MethodPage({ here }: { here: PlanHere }): ReactElement {
  const { locale, edition } = here;
  const t = methodMessages(locale);
  const { plan } = edition;
  const points = t.pointsText(plan.behindPoints);
  return (
    <PlainPage here={here} kind="method" title={t.title} lead={t.lead}>
      <Words here={here} id="two" title={t.twoTitle} of={t.two} />
      <Words here={here} id="task" title={t.taskTitle} of={t.task} />
      <Words here={here} id="node" title={t.nodeTitle} of={t.node} />
      <section id="example" className="example">
        <h2>{t.exampleTitle}</h2>
        <Bar
          of={{ meanPercent: '46.0', bandPercent: ['31.4', '63.2'], expectedPercent: null }}
          locale={locale}
        />
        {t.example.map((text) => (
          <p key={text}>{say(text, locale)}</p>
        ))}
      </section>
      <Words here={here} id="promised" title={t.promisedTitle} of={t.promised} />
      <Words here={here} id="expected" title={t.expectedTitle} of={t.expected} />
      <Verdicts here={here} points={points} />
      <section id="bar">
        <h2>{t.barTitle}</h2>
        <p className="prose">{say(t.bar.join(' '), locale)}</p>
        <ul className="plainlist marked">
          <li>
            <Svg of={BAR} /> {say(t.bars.mean, locale)}
          </li>
          <li>
            <Svg of={BAND} /> {say(t.bars.band, locale)}
          </li>
          <li>
            <Svg of={EXPECTED} /> {say(t.bars.expected, locale)}
          </li>
        </ul>
      </section>
      <section id="settings">
        <h2>{t.settingsTitle}</h2>
        <ul className="plainlist">
          <li>{say(t.settingWeights[plan.weights], locale)}</li>
          <li>{say(t.settingBehind(points), locale)}</li>
          <li>
            {say(t.settingFrequency[plan.reporting.frequency ?? 'none'], locale)}{' '}
            {say(t.settingGrace(plan.reporting.graceDays), locale)}
          </li>
        </ul>
      </section>
      <Words here={here} id="rounding" title={t.roundingTitle} of={t.rounding} />
      <Words here={here} id="editions" title={t.editionsTitle} of={t.editions} />
    </PlainPage>
  );
}

function Words({
  here,
  id,
  title,
  of,
}: {
  here: PlanHere;
  id: string;
  title: string;
  of: readonly string[];
}): ReactElement {
  return (
    <section id={id}>
      <h2>{say(title, here.locale)}</h2>
      <div className="prose">
        {of.map((text) => (
          <p key={text}>{say(text, here.locale)}</p>
        ))}
      </div>
    </section>
  );
}

function Verdicts({ here, points }: { here: PlanHere; points: string }): ReactElement {
  const { locale } = here;
  const t = methodMessages(locale);
  const rules = t.rules(points);
  const words = portalMessages(locale).verdict;
  return (
    <section id="verdicts">
      <h2>{t.verdictTitle}</h2>
      <p className="prose">{say(t.verdictLead, locale)}</p>
      <table className="ledger">
        <thead>
          <tr>
            <th scope="col">{t.verdict}</th>
            <th scope="col">{t.rule}</th>
          </tr>
        </thead>
        <tbody>
          {DELIVERY_VERDICTS.map((verdict) => (
            <tr key={verdict}>
              <th scope="row" className="verdictname">
                <Mark verdict={verdict} locale={locale} /> {words[verdict]}
              </th>
              <td>{say(rules[verdict], locale)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

const BAR =
  '<svg class="mark" viewBox="0 0 16 16" aria-hidden="true"><rect class="f-bar" x="0" y="5" width="16" height="6"/></svg>';
const BAND =
  '<svg class="mark" viewBox="0 0 16 16" aria-hidden="true"><rect class="f-band" x="0" y="3" width="16" height="10"/></svg>';
const EXPECTED =
  '<svg class="mark" viewBox="0 0 16 16" aria-hidden="true"><path class="s-ink" d="M8 0v16" stroke-width="2.5"/></svg>';
