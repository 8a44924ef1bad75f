/** Two versions of one item side by side: per field a person says which one stays. Works without a script. */
import type { ReactElement } from 'react';
import { differences } from '../model/item.ts';
import type { Item, ItemFields } from '../model/item.ts';
import { planEditingMessages } from '../text/plan-editing.ts';
import { to } from './addresses.ts';
import { BasisHidden } from './basis-fields.tsx';
import { Act } from './fields.tsx';
import { fieldLabel, fieldText } from './item-form.ts';
import type { PlanVisit } from './plan-visit.ts';
import { thingName } from './plan-visit.ts';

export function ItemCompare({
  of,
  item,
  was,
  fields,
  theirs,
  version,
  choices,
}: {
  of: PlanVisit;
  item: Item;
  was: ItemFields;
  fields: ItemFields;
  theirs: ItemFields;
  version: number;
  choices: Readonly<Record<string, string>>;
}): ReactElement {
  const { visit, params } = of;
  const { locale, form } = visit;
  const t = planEditingMessages(locale);
  const rows = differences(was, fields, theirs);
  return (
    <>
      <h1 tabIndex={-1} data-focus>
        {t.compareTitle}
      </h1>
      <p>{thingName(of, item)}</p>
      <p>{rows.length === 0 ? t.compareSame : t.compareLead}</p>
      <form method="post" action={to('item', { ...params, item: item.id })} className="compare">
        <input type="hidden" name="version" value={version} />
        <input type="hidden" name="was" value={JSON.stringify(was)} />
        {Object.entries(fields).map(([name, value]) => (
          <Kept key={name} name={name} value={value} />
        ))}
        <BasisHidden form={form} />
        {rows.map(({ field, mine, theirs: their, chosen }) => {
          const given = choices[field] ?? chosen;
          return (
            <fieldset key={field} className="card">
              <legend>{fieldLabel(of, field)}</legend>
              <div className="two-sides">
                {(
                  [
                    ['mine', t.compareMine, mine],
                    ['theirs', t.compareTheirs, their],
                  ] as const
                ).map(([side, name, value]) => (
                  <label key={side} className="side">
                    <span>
                      <input
                        type="radio"
                        name={`choice.${field}`}
                        value={side}
                        required
                        defaultChecked={given === side}
                      />{' '}
                      {name}
                    </span>
                    <span className="value">{fieldText(of, field, value) || t.none}</span>
                  </label>
                ))}
              </div>
            </fieldset>
          );
        })}
        <div className="acts">
          <Act name={t.compareSave} locale={locale} primary value="save" />
        </div>
      </form>
    </>
  );
}

/** A field as `readItem` reads it back: lists are sent as several values of their own names. */
function Kept({ name, value }: { name: string; value: string }): ReactElement {
  const hidden = (as: string, one: string): ReactElement => (
    <input key={`${as} ${one}`} type="hidden" name={as} value={one} />
  );
  const lines = value.split('\n').filter(Boolean);
  if (name === 'unitIds')
    return (
      <>
        {hidden('leadUnit', lines[0] ?? '')}
        {lines.slice(1).map((id) => hidden('helpUnit', id))}
      </>
    );
  if (name === 'groupIds')
    return (
      <>
        {hidden('groups', '1')}
        {lines.map((id) => hidden('group', id))}
      </>
    );
  if (name === 'links')
    return (
      <>
        {hidden('links', '1')}
        {lines.map((link) => hidden('link', link))}
      </>
    );
  return hidden(name, value);
}
