/** In an adopted plan: is this a correction or a change, and on which decision does it rest? */
import type { ReactElement } from 'react';
import type { Basis } from '../model/basis.ts';
import type { Plan } from '../model/plan.ts';
import type { Problem } from '../problem.ts';
import { planEditingMessages } from '../text/plan-editing.ts';
import { Choices, Field, TextArea } from './fields.tsx';
import type { Form } from './form.ts';
import type { CityVisit } from './visit.ts';

const NONE: readonly Problem[] = [];

/** Nothing at all while the plan is not in force. */
export function BasisFields({
  visit,
  plan,
  problems = NONE,
}: {
  visit: CityVisit;
  plan: Plan;
  problems?: readonly Problem[];
}): ReactElement | null {
  if (plan.state !== 'in-force') return null;
  const { locale, form } = visit;
  const t = planEditingMessages(locale);
  return (
    <section className="basis">
      <h2>{t.basisTitle}</h2>
      <p className="small">{t.basisLead}</p>
      <Choices
        name="basis"
        label={t.basis}
        locale={locale}
        kind="radio"
        problems={problems}
        chosen={[form.text('basis')]}
        choices={[
          { value: 'correction', name: t.correction },
          { value: 'change', name: t.decisionKind },
        ]}
      />
      <div className="fields-two">
        <Field
          name="decisionNumber"
          label={t.decisionNumber}
          locale={locale}
          value={form.text('decisionNumber')}
          problems={problems}
        />
        <Field
          name="decisionOn"
          type="date"
          label={t.decisionOn}
          locale={locale}
          value={form.text('decisionOn')}
          problems={problems}
        />
      </div>
      <TextArea
        name="decisionReason"
        label={t.decisionReason}
        hint={t.decisionReasonHint}
        locale={locale}
        rows={2}
        value={form.text('decisionReason')}
        problems={problems}
      />
    </section>
  );
}

/** The same as hidden fields, for a page that shows what will happen. */
export function BasisHidden({ form }: { form: Form }): ReactElement {
  return (
    <>
      {['basis', 'decisionNumber', 'decisionOn', 'decisionReason'].map((name) => (
        <input key={name} type="hidden" name={name} value={form.text(name)} />
      ))}
    </>
  );
}

/** What was said; null when nothing was chosen. The reason is in the city's main language. */
export function basisOf({ form, city }: CityVisit): Basis | null {
  const text = form.text('decisionReason');
  const reason = { [city.languages[0]!]: text };
  if (form.text('basis') === 'correction') return { kind: 'correction', reason: text === '' ? null : reason };
  if (form.text('basis') !== 'change') return null;
  return { kind: 'change', number: form.text('decisionNumber'), on: form.text('decisionOn'), reason };
}
