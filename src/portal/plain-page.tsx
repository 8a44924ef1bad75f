/** The frame of the pages about the whole plan: title, a lead in one sentence, and what can be done with the page. */
import type { ReactElement, ReactNode } from 'react';
import { flat, own, phrase, type Phrase } from '../text/phrase.ts';
import { portalMessages } from '../text/portal.ts';
import type { PlanKind } from './addresses.ts';
import { planPath, type PlanHere } from './here.ts';
import { PlanPage } from './layout.tsx';
import { planFiles, Receipt, Tools } from './tools.tsx';
import { phraseOf, say, SayPhrase } from './words.tsx';

export interface PlainPageProps {
  readonly here: PlanHere;
  readonly kind: PlanKind;
  readonly title: string;
  /** A plain string: the portal's own words. */
  readonly lead: string | Phrase;
  /** Above the tools. */
  readonly beside?: ReactNode;
  readonly children: ReactNode;
}

export function PlainPage({ here, kind, title, lead, beside, children }: PlainPageProps): ReactElement {
  const { locale, edition, city } = here;
  const t = portalMessages(locale);
  const said = typeof lead === 'string' ? own(lead) : lead;
  const shared = phrase`${title}: ${phraseOf(edition.plan.title, locale, city.languages)}`;
  return (
    <PlanPage
      here={here}
      kind={kind}
      title={title}
      description={flat(said)}
      aside={
        <>
          {beside}
          <Tools
            here={here}
            title={shared}
            pdf={{ name: t.pdfPlan, path: planPath(here, 'plan-pdf') }}
            files={planFiles(here)}
          />
          <Receipt here={here} />
        </>
      }
    >
      <h1>{say(title, locale)}</h1>
      <p className="lead">
        <SayPhrase of={said} locale={locale} />
      </p>
      {children}
    </PlanPage>
  );
}

/** A table that may be wider than a phone: it scrolls in its own place, also from the keyboard. */
export function Scroll({ name, children }: { name: string; children: ReactNode }): ReactElement {
  return (
    // A place that scrolls must take the focus, or the keyboard cannot scroll it (axe: scrollable-region-focusable).
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <section className="scroll" aria-label={name} tabIndex={0}>
      {children}
    </section>
  );
}
