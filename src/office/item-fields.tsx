/** The form of a goal or task: every field, texts in all languages side by side. */
import type { ReactElement, ReactNode } from 'react';
import type { Item, ItemFields } from '../model/item.ts';
import { LINK_KINDS, TASK_STATES } from '../model/plan.ts';
import type { Problem } from '../problem.ts';
import { pick } from '../text/locale.ts';
import { planEditingMessages } from '../text/plan-editing.ts';
import { Choices, Field, Select, TextArea } from './fields.tsx';
import { fieldLabel, fieldText } from './item-form.ts';
import type { PlanVisit } from './plan-visit.ts';
import { languagesOf } from './plan-visit.ts';

interface Shown {
  readonly of: PlanVisit;
  readonly item: Item;
  readonly fields: ItemFields;
  readonly problems: readonly Problem[];
  readonly readOnly: boolean;
}

export function ItemFieldsForm(shown: Shown): ReactElement {
  const { of, item, fields, problems, readOnly } = shown;
  const { locale } = of.visit;
  const t = planEditingMessages(locale);
  const line = (
    name: string,
    more: { hint?: ReactNode; type?: 'date'; mode?: 'decimal' | 'numeric' } = {},
  ): ReactElement => (
    <Field
      name={name}
      label={t.fields[name] ?? name}
      hint={more.hint}
      type={more.type ?? 'text'}
      {...(more.mode ? { inputMode: more.mode } : {})}
      locale={locale}
      value={fields[name] ?? ''}
      problems={problems}
      readOnly={readOnly}
    />
  );
  return (
    <>
      <section className="card">
        <h2>{t.basics}</h2>
        {line('code', { hint: t.codeHint })}
        <Sides {...shown} name="title" rows={2} />
        <Sides {...shown} name="description" rows={7} hint={t.markdownHint} />
        <Sides {...shown} name="expectedResult" rows={3} />
      </section>
      {item.kind === 'task' ? (
        <section className="card">
          <h2>{t.delivery}</h2>
          <div className="fields-two">
            <Select
              name="state"
              label={t.fields['state']}
              locale={locale}
              value={fields['state'] ?? item.state}
              problems={problems}
              choices={TASK_STATES.filter((state) => state !== 'merged' || item.state === 'merged').map(
                (state) => ({ value: state, name: t.taskStates[state] }),
              )}
            />
            {line('progressPercent', { mode: 'decimal' })}
            {line('reportedFor', { hint: t.periodHint })}
            {line('reportedOn', { type: 'date' })}
            {of.plan.weights === 'whole' ? line('weight', { mode: 'numeric', hint: t.weightHint }) : null}
          </div>
          <Sides {...shown} name="stateReason" rows={2} />
          <Sides {...shown} name="reportText" rows={3} />
          <Sides {...shown} name="nextStep" rows={2} />
        </section>
      ) : null}
      <section className="card">
        <h2>{t.who}</h2>
        <Units {...shown} />
        {item.kind === 'node' ? <Groups {...shown} /> : null}
        <Sides {...shown} name="partners" rows={3} hint={t.partnersHint} />
      </section>
      <section className="card">
        <h2>{t.when}</h2>
        <div className="fields-two">
          {line('startOn', { type: 'date' })}
          {line('endOn', { type: 'date' })}
        </div>
      </section>
      <section className="card">
        <h2>{t.ties}</h2>
        <Links {...shown} />
      </section>
    </>
  );
}

/** One text in every language of the city; the ones that are missing while another is there are marked. */
function Sides({
  of,
  fields,
  problems,
  readOnly,
  name,
  rows,
  hint,
}: Shown & { readonly name: string; readonly rows: number; readonly hint?: string }): ReactElement {
  const { locale } = of.visit;
  const t = planEditingMessages(locale);
  const languages = languagesOf(of);
  const some = languages.some((language) => (fields[`${name}.${language}`] ?? '') !== '');
  return (
    <div className="two-sides">
      {languages.map((language) => {
        const field = `${name}.${language}`;
        const lacks = some && (fields[field] ?? '') === '';
        return (
          <TextArea
            key={field}
            name={field}
            label={
              <>
                {fieldLabel(of, field)}
                {lacks ? <span className="tag lack">{t.missingTranslation}</span> : null}
              </>
            }
            hint={hint}
            locale={locale}
            lang={language}
            rows={rows}
            value={fields[field] ?? ''}
            problems={problems}
            readOnly={readOnly}
          />
        );
      })}
    </div>
  );
}

function Units({ of, fields, problems, readOnly }: Shown): ReactElement {
  const { city, locale } = of.visit;
  const t = planEditingMessages(locale);
  const [lead = '', ...helping] = (fields['unitIds'] ?? '').split('\n').filter(Boolean);
  if (readOnly)
    return (
      <p>
        {t.fields['unitIds']}: {fieldText(of, 'unitIds', fields['unitIds'] ?? '') || t.nobody}
      </p>
    );
  const choices = city.units.map((unit) => ({
    value: unit.id,
    name: pick(unit.name, locale, city.languages)?.text ?? '',
  }));
  return (
    <>
      <Select
        name="leadUnit"
        label={t.leadUnit}
        locale={locale}
        value={lead}
        problems={problems}
        choices={[{ value: '', name: t.nobody }, ...choices]}
      />
      {choices.length > 1 ? (
        <details className="more" open={helping.length > 0 || undefined}>
          <summary>{t.otherUnits}</summary>
          <Choices
            name="helpUnit"
            label={t.otherUnits}
            locale={locale}
            kind="checkbox"
            choices={choices}
            chosen={helping}
          />
        </details>
      ) : null}
    </>
  );
}

function Groups({ of, fields, readOnly }: Shown): ReactElement | null {
  const { plan, visit } = of;
  const t = planEditingMessages(visit.locale);
  const chosen = (fields['groupIds'] ?? '').split('\n');
  const rows = plan.groupings.filter((grouping) => grouping.groups.length > 0);
  if (rows.length === 0) return null;
  if (readOnly)
    return (
      <p>
        {t.fields['groupIds']}: {fieldText(of, 'groupIds', fields['groupIds'] ?? '') || t.none}
      </p>
    );
  return (
    <>
      <input type="hidden" name="groups" value="1" />
      {rows.map((grouping) => (
        <fieldset className="field" key={grouping.id}>
          <legend>{pick(grouping.plural, visit.locale, visit.city.languages)?.text}</legend>
          {grouping.groups.map((group) => (
            <label className="choice" key={group.id}>
              <input
                type="checkbox"
                name="group"
                value={group.id}
                defaultChecked={chosen.includes(group.id)}
              />{' '}
              {pick(group.name, visit.locale, visit.city.languages)?.text ?? t.untitled}
            </label>
          ))}
        </fieldset>
      ))}
    </>
  );
}

function Links({ of, fields, problems, readOnly }: Shown): ReactElement {
  const { locale } = of.visit;
  const t = planEditingMessages(locale);
  const links = (fields['links'] ?? '').split('\n').filter(Boolean);
  if (readOnly) return <p>{fieldText(of, 'links', fields['links'] ?? '') || t.none}</p>;
  return (
    <>
      <input type="hidden" name="links" value="1" />
      {links.length > 0 ? (
        <Choices
          name="link"
          label={t.linkKeep}
          locale={locale}
          kind="checkbox"
          chosen={links}
          choices={links.map((link) => ({ value: link, name: fieldText(of, 'links', link) }))}
        />
      ) : null}
      <div className="fields-two">
        <Select
          name="linkKind"
          label={t.linkKind}
          locale={locale}
          choices={LINK_KINDS.map((kind) => ({ value: kind, name: t.linkKinds[kind]! }))}
        />
        <Field name="linkTo" label={t.linkTo} locale={locale} problems={problems} />
      </div>
    </>
  );
}
