/** The fields of a goal or task as a form sends them, and as words for people. */

import { dayNumber } from '../model/day.ts';
import type { ItemFields } from '../model/item.ts';
import { fieldNames, itemOf } from '../model/item.ts';
import type { Item } from '../model/item.ts';
import { LINK_KINDS } from '../model/plan.ts';
import type { TaskState } from '../model/plan.ts';
import type { Problem } from '../problem.ts';
import { formatDate } from '../text/date.ts';
import { pick } from '../text/locale.ts';
import { planEditingMessages } from '../text/plan-editing.ts';
import type { Form } from './form.ts';
import type { PlanVisit } from './plan-visit.ts';
import { languagesOf, thingName } from './plan-visit.ts';

/** What was sent; fields that the form did not hold are left out. */
export function readItem(
  of: PlanVisit,
  item: Item,
  form: Form,
): { readonly fields: ItemFields; readonly problems: readonly Problem[] } {
  const fields: Record<string, string> = {};
  const problems: Problem[] = [];
  for (const name of fieldNames(item.kind, languagesOf(of))) {
    // The first of several partners may be without a name in one language: its line is empty and must stay.
    if (name.startsWith('partners.') && form.has(name)) fields[name] = lines(form.raw(name));
    else if (form.has(name)) fields[name] = form.text(name);
  }
  if (form.has('leadUnit'))
    fields['unitIds'] = [form.text('leadUnit'), ...form.all('helpUnit')]
      .filter((id, at, all) => id !== '' && all.indexOf(id) === at)
      .join('\n');
  if (form.has('groups')) fields['groupIds'] = form.all('group').join('\n');
  if (form.has('links')) {
    const links = form.all('link');
    const code = form.text('linkTo');
    const kind = LINK_KINDS.find((one) => one === form.text('linkKind')) ?? LINK_KINDS[0];
    const targets = [...of.plan.nodes, ...of.plan.tasks].filter(
      (thing) => thing.code === code.replace(/\.$/, '') && thing.id !== item.id,
    );
    if (code !== '' && targets.length !== 1)
      problems.push({ code: 'link-unknown', place: { field: 'linkTo' }, values: { code } });
    fields['links'] = [
      ...links,
      ...(code !== '' && targets.length === 1 ? [`${kind} ${targets[0]!.id}`] : []),
    ].join('\n');
  }
  return { fields, problems };
}

/** What the person began with: hidden in the form, so that a later save can tell who changed what. */
export function readBase(form: Form): ItemFields {
  try {
    const value: unknown = JSON.parse(form.text('was') || '{}');
    if (typeof value !== 'object' || value === null) return {};
    return Object.fromEntries(
      Object.entries(value).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
    );
  } catch {
    return {};
  }
}

/** A field's name for people: `Title in Polish`. */
export function fieldLabel(of: PlanVisit, field: string): string {
  const t = planEditingMessages(of.visit.locale);
  const [name = '', language] = field.split('.');
  const label = t.fields[name] ?? name;
  return language === undefined ? label : `${label} ${t.languages[language] ?? language}`;
}

/** A field's value for people: names in place of ids. */
export function fieldText(of: PlanVisit, field: string, value: string): string {
  const { visit, plan } = of;
  const { city, locale } = visit;
  const t = planEditingMessages(locale);
  const name = (id: string): string => {
    const item = itemOf(plan, id);
    if (item) return thingName(of, item);
    const unit = city.units.find((one) => one.id === id);
    const group = plan.groupings.flatMap((grouping) => grouping.groups).find((one) => one.id === id);
    return pick(unit?.name ?? group?.name ?? null, locale, city.languages)?.text ?? id;
  };
  if (DATES.has(field)) return dayNumber(value) === null ? value : formatDate(value, locale);
  if (field === 'state') return t.taskStates[value as TaskState] ?? value;
  if (field === 'links')
    return value
      .split('\n')
      .filter(Boolean)
      .map((line) => {
        const [kind = '', id = ''] = line.split(' ');
        return `${t.linkKinds[kind] ?? kind} ${name(id)}`;
      })
      .join('\n');
  if (field === 'unitIds' || field === 'groupIds' || field === 'mergedIntoId')
    return value.split('\n').filter(Boolean).map(name).join('\n');
  return value;
}

const DATES = new Set(['startOn', 'endOn', 'reportedOn']);

function lines(text: string): string {
  return text.normalize('NFC').replaceAll('\r\n', '\n').trimEnd();
}
