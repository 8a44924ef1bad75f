/** Who may do what: one table. A refusal names the rule that stands in the way, so that a disabled control can say it. */

import { refusal } from '../problem.ts';
import type { Refusal } from '../problem.ts';
import type { CivilDate, Id, Unit } from './plan.ts';

export const ROLES = ['administrator', 'strategist', 'approver', 'reporter', 'viewer', 'auditor'] as const;
export type Role = (typeof ROLES)[number];

/** A role in a city, in one unit and all below it, or for named items. */
export interface Appointment {
  readonly id: Id;
  readonly cityId: Id;
  readonly role: Role;
  /** Null: the whole city. */
  readonly unitId: Id | null;
  /** When not empty: these nodes and tasks alone. */
  readonly itemIds: readonly Id[];
  /** First and last day; null: no limit. */
  readonly fromOn: CivilDate | null;
  readonly untilOn: CivilDate | null;
  /** The person whose deputy this is. */
  readonly deputyForId: Id | null;
}

/** What a city asks of those who work for it. */
export interface CityPolicy {
  /** Roles that may not be used without a second factor. */
  readonly secondFactor?: readonly Role[];
  /** Roles that groups of the single sign-on give. */
  readonly signOn?: readonly GroupRole[];
}

/** Whoever is in the group has the role, in the unit and all below it (null: in the whole city). */
export interface GroupRole {
  readonly group: string;
  readonly role: Role;
  readonly unitId: Id | null;
}

/** Roles that reach over the whole city whatever their unit: they are given without one. */
export const CITY_ROLES: readonly Role[] = ['administrator', 'strategist', 'auditor'];

/** Who acts, as the rights see them. */
export interface Member {
  readonly personId: Id;
  /** May add cities and name their first administrator. */
  readonly installation: boolean;
  readonly appointments: readonly Appointment[];
}

export const DEEDS = [
  /** Read the working plan, internal fields too. */
  'see',
  'comment',
  'attach',
  /** Change fields of a goal or task. */
  'edit-item',
  /** Add, move, recode, merge, split, stop, remove: the shape of the plan. */
  'edit-plan',
  'import',
  'publish',
  /** Levels, areas, units, labels, custom fields. */
  'settings',
  'manage-people',
  'read-audit',
] as const;
export type Deed = (typeof DEEDS)[number];

/** How far a role reaches with a deed: the whole city, or no further than its own units or items. */
const RIGHTS: Readonly<Record<Role, Partial<Record<Deed, 'city' | 'own'>>>> = {
  administrator: { see: 'city', settings: 'city', 'manage-people': 'city', 'read-audit': 'city' },
  strategist: {
    see: 'city',
    comment: 'city',
    attach: 'city',
    'edit-item': 'city',
    'edit-plan': 'city',
    import: 'city',
    publish: 'city',
    settings: 'city',
  },
  approver: { see: 'city', comment: 'city', attach: 'own', 'edit-item': 'own' },
  reporter: { see: 'own', comment: 'own', attach: 'own' },
  viewer: { see: 'own' },
  auditor: { see: 'city', 'read-audit': 'city' },
};

/** What the deed is done to. Without units and item it is the city as a whole. */
export interface Thing {
  readonly cityId: Id;
  /** Responsible units of the item; empty: nobody's, so it is the city's alone. */
  readonly unitIds?: readonly Id[];
  readonly itemId?: Id;
}

/** The day and the unit tree that the rights are looked up with. */
export interface RightsOn {
  readonly today: CivilDate;
  readonly units: readonly Pick<Unit, 'id' | 'parentId'>[];
}

/**
 * True, or the refusal with the nearest reason: `right-other-city`, `right-ended` (an appointment's days are over),
 * `right-other-unit`, `right-missing`. An appointment without a unit reaches over the whole city.
 */
export function can(member: Member, deed: Deed, thing: Thing, on: RightsOn): true | Refusal {
  const here = member.appointments.filter((a) => a.cityId === thing.cityId);
  if (here.length === 0) return refusal('right-other-city');
  const now = here.filter((a) => isCurrent(a, on.today));
  if (now.length === 0) return refusal('right-ended');
  const able = now.filter((a) => RIGHTS[a.role][deed] !== undefined);
  if (able.length === 0) return refusal('right-missing', { deed });
  if (able.some((a) => reaches(a, deed, thing, on))) return true;
  return refusal('right-other-unit', { deed });
}

/** The appointment that lets the member do it, one's own before a deputy's; null when `can` refuses. */
export function because(member: Member, deed: Deed, thing: Thing, on: RightsOn): Appointment | null {
  const able = member.appointments.filter(
    (a) => a.cityId === thing.cityId && can({ ...member, appointments: [a] }, deed, thing, on) === true,
  );
  return able.find((a) => a.deputyForId === null) ?? able[0] ?? null;
}

/** Whether the deed is allowed somewhere in the city: what a menu shows. */
export function canSomewhere(member: Member, deed: Deed, cityId: Id, today: CivilDate): boolean {
  return member.appointments.some(
    (a) => a.cityId === cityId && isCurrent(a, today) && RIGHTS[a.role][deed] !== undefined,
  );
}

/** Whether the appointment holds on the day; both ends included. */
export function isCurrent(a: Pick<Appointment, 'fromOn' | 'untilOn'>, today: CivilDate): boolean {
  return (a.fromOn === null || a.fromOn <= today) && (a.untilOn === null || today <= a.untilOn);
}

/** Roles of the member in the city that hold on the day, in the order of ROLES. */
export function rolesIn(member: Member, cityId: Id, today: CivilDate): readonly Role[] {
  const held = new Set(
    member.appointments.filter((a) => a.cityId === cityId && isCurrent(a, today)).map((a) => a.role),
  );
  return ROLES.filter((role) => held.has(role));
}

/**
 * As whom the member acts, for the record: roles of one's own, and `deputy of` those that are held for somebody else.
 * A role held both ways is one's own.
 */
export function actsAs(member: Member, cityId: Id, today: CivilDate): string {
  const current = member.appointments.filter((a) => a.cityId === cityId && isCurrent(a, today));
  const own = new Set(current.filter((a) => a.deputyForId === null).map((a) => a.role));
  const held = rolesIn(member, cityId, today);
  return held.map((role) => (own.has(role) ? role : `deputy of ${role}`)).join(', ');
}

/**
 * Whether this appointment keeps a city administered: its own (a deputy's ends), of the whole city, begun and, when
 * `lasting`, without an end.
 */
export function administers(a: Appointment, today: CivilDate, lasting: boolean): boolean {
  return (
    a.role === 'administrator' &&
    a.deputyForId === null &&
    a.itemIds.length === 0 &&
    isCurrent(a, today) &&
    (!lasting || a.untilOn === null)
  );
}

/** Whether the last day is before this one. */
export function isOver(a: Pick<Appointment, 'untilOn'>, today: CivilDate): boolean {
  return a.untilOn !== null && a.untilOn < today;
}

function reaches(a: Appointment, deed: Deed, thing: Thing, on: RightsOn): boolean {
  if (a.itemIds.length > 0) return thing.itemId !== undefined && a.itemIds.includes(thing.itemId);
  if (a.unitId === null || RIGHTS[a.role][deed] === 'city') return true;
  const below = unitsBelow(a.unitId, on.units);
  return (thing.unitIds ?? []).some((id) => below.has(id));
}

/** A unit and all units under it. A ring in the data ends the walk, it does not hang it. */
export function unitsBelow(top: Id, units: RightsOn['units']): ReadonlySet<Id> {
  const found = new Set([top]);
  for (let grew = true; grew;) {
    grew = false;
    for (const unit of units)
      if (unit.parentId !== null && found.has(unit.parentId) && !found.has(unit.id)) {
        found.add(unit.id);
        grew = true;
      }
  }
  return found;
}
