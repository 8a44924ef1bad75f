/** What the pages about people share: roles in words, their reach, units by depth, names in the reader's order. */

import type { ReactElement } from 'react';
import type { CityPerson } from '../database/appointment.ts';
import type { ThingLabel } from '../database/thing-label.ts';
import type { City, Id, Unit } from '../model/plan.ts';
import { isCurrent, isOver, ROLES } from '../model/role.ts';
import type { Appointment } from '../model/role.ts';
import { formatDate } from '../text/date.ts';
import { LOCALE_TAG, pick, type Locale } from '../text/locale.ts';
import { officeMessages } from '../text/office.ts';
import { peopleMessages } from '../text/people.ts';
import type { Choice } from './fields.tsx';
import { ThingName } from './thing-name.tsx';
import type { CityVisit } from './visit.ts';

export type PersonState = 'active' | 'without-role' | 'deactivated';
export const PERSON_STATES = ['active', 'without-role', 'deactivated'] as const;

export function stateOf(person: CityPerson, today: string): PersonState {
  if (person.deactivatedAt !== null) return 'deactivated';
  return person.appointments.some((a) => !isOver(a, today)) ? 'active' : 'without-role';
}

/** In the alphabet of the reader. */
export function byName<T extends { readonly name: string }>(
  locale: Locale,
  people: readonly T[],
): readonly T[] {
  const { compare } = new Intl.Collator(LOCALE_TAG[locale]);
  return people.toSorted((a, b) => compare(a.name, b.name));
}

export function unitName(city: City, id: Id | null, locale: Locale): string {
  const unit = city.units.find((one) => one.id === id);
  return unit ? (pick(unit.name, locale, city.languages)?.text ?? '') : peopleMessages(locale).wholeCity;
}

/** Units under their parents, each with its depth. A ring in the data shows its units on top. */
export function unitTree(units: readonly Unit[]): readonly { readonly unit: Unit; readonly depth: number }[] {
  const found: { unit: Unit; depth: number }[] = [];
  const seen = new Set<Id>();
  const below = (parentId: Id | null, depth: number): void => {
    for (const unit of units)
      if (unit.parentId === parentId && !seen.has(unit.id)) {
        seen.add(unit.id);
        found.push({ unit, depth });
        below(unit.id, depth + 1);
      }
  };
  below(null, 0);
  for (const unit of units) if (!seen.has(unit.id)) found.push({ unit, depth: 0 });
  return found;
}

/** The units as choices, indented by their depth. */
export function unitChoices({ city, locale }: CityVisit): readonly Choice[] {
  return unitTree(city.units).map(({ unit, depth }) => ({
    value: unit.id,
    name: `${'\u2003'.repeat(depth)}${unitName(city, unit.id, locale)}`,
  }));
}

export function roleChoices(locale: Locale): readonly Choice[] {
  const t = officeMessages(locale);
  return ROLES.map((role) => ({ value: role, name: t.roles[role] }));
}

/** `approver, Roads Department; until 14 December 2026; deputy of Anna Nowak`. */
export function RoleWords({
  visit,
  appointment,
  names,
  labels,
}: {
  visit: CityVisit;
  appointment: Appointment;
  names: ReadonlyMap<Id, string>;
  labels?: ReadonlyMap<Id, ThingLabel>;
}): ReactElement {
  const { city, locale, today } = visit;
  const t = peopleMessages(locale);
  const { role, unitId, itemIds, fromOn, untilOn, deputyForId } = appointment;
  const items = itemIds.map((id) => labels?.get(id)).filter((label) => label !== undefined);
  return (
    <span className={isCurrent(appointment, today) ? 'role' : 'role small'}>
      <strong>{officeMessages(locale).roles[role]}</strong>
      {itemIds.length > 0 ? (
        <>
          , {items.length === 0 ? t.itemCount(itemIds.length) : `${t.forItems} `}
          {items.map((label, i) => (
            <span key={label.id}>
              {i > 0 ? '; ' : ''}
              <ThingName label={label} city={city} locale={locale} />
            </span>
          ))}
        </>
      ) : (
        `, ${unitName(city, unitId, locale)}`
      )}
      {fromOn !== null && fromOn > today ? `, ${t.since(formatDate(fromOn, locale))}` : null}
      {untilOn === null ? null : `, ${t.until(formatDate(untilOn, locale))}`}
      {deputyForId === null ? null : (
        <>
          {' '}
          <span className="tag">{t.deputyFor(names.get(deputyForId) ?? '')}</span>
        </>
      )}
    </span>
  );
}
