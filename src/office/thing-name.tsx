/** A goal, task, plan, unit or person by its name, leading to its page. */
import type { ReactElement } from 'react';
import type { ThingLabel } from '../database/thing-label.ts';
import type { City } from '../model/plan.ts';
import { pick, type Locale } from '../text/locale.ts';
import { to } from './addresses.ts';

/** `2.1.4 Tramwaj na Skarpę`. */
export function labelText(label: ThingLabel, city: Pick<City, 'languages'>, locale: Locale): string {
  const title = label.name ?? pick(label.title, locale, city.languages)?.text ?? '';
  return [label.code, title].filter(Boolean).join(' ');
}

/** The thing's page, or null when it has none or is in the recycle bin. */
export function thingPath(label: ThingLabel, citySlug: string): string | null {
  if (!label.there || label.planSlug === null) return null;
  const of = { city: citySlug, plan: label.planSlug };
  return label.thing === 'plan' ? to('plan', of) : to('item', { ...of, item: label.id });
}

export function ThingName({
  label,
  city,
  locale,
}: {
  label: ThingLabel;
  city: Pick<City, 'slug' | 'languages'>;
  locale: Locale;
}): ReactElement {
  const path = thingPath(label, city.slug);
  const lang = label.title ? pick(label.title, locale, city.languages)?.lang : undefined;
  const text = labelText(label, city, locale);
  const shown = <span lang={lang === locale ? undefined : lang}>{text}</span>;
  return path === null ? shown : <a href={path}>{shown}</a>;
}
