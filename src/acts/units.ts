/** A city's units: added, changed, moved among their neighbours, and removed while nothing refers to them. */

import { lockPeople } from '../database/appointment.ts';
import { insertAudit } from '../database/audit.ts';
import { cityById } from '../database/city.ts';
import type { DatabaseTransaction } from '../database/engine.ts';
import { inCity } from '../database/tenant.ts';
import { deleteUnit, insertUnit, orderUnits, unitUses, updateUnit } from '../database/unit.ts';
import type { City, Id, Texts, Unit } from '../model/plan.ts';
import { can, unitsBelow } from '../model/role.ts';
import { isRefusal, refusal } from '../problem.ts';
import type { Problem, Refusal } from '../problem.ts';
import { instant } from '../system/clock.ts';
import { isAddress } from '../system/message.ts';
import { civilDate } from '../text/date.ts';
import type { CityActing, Unfit } from './acting.ts';

/** A unit as a form gives it; '' where nothing was typed. */
export interface UnitRequest {
  readonly name: Texts;
  readonly short: Texts;
  readonly email: string;
  readonly phone: string;
  readonly parentId: Id | null;
}

const LONGEST = { name: 200, short: 30, phone: 40 } as const;

export function addUnit(acting: CityActing, request: UnitRequest): Promise<Id | Refusal | Unfit> {
  return changing(acting, async (tx, city, audit) => {
    const problems = problemsOf(request, city, null);
    if (problems.length > 0) return { problems };
    const unit = toUnit(acting.newId(), request);
    await insertUnit(tx, city.id, unit, city.units.length);
    await orderUnits(tx, city.id, [...city.units.map((one) => one.id), unit.id]);
    await audit('add-unit', unit.id, null, unit);
    return unit.id;
  });
}

export function changeUnit(acting: CityActing, id: Id, request: UnitRequest): Promise<Id | Refusal | Unfit> {
  return changing(acting, async (tx, city, audit) => {
    const before = city.units.find((one) => one.id === id);
    if (!before) return refusal('no-unit');
    const problems = problemsOf(request, city, id);
    if (problems.length > 0) return { problems };
    // A language that the form does not show keeps its text.
    const given = toUnit(id, request);
    const unit = { ...given, name: { ...others(before.name, city), ...given.name } };
    await updateUnit(tx, city.id, unit);
    await audit('change-unit', id, before, unit);
    return id;
  });
}

/** One place up or down among the units of the same parent. At the end already: nothing changes. */
export function moveUnit(acting: CityActing, id: Id, by: -1 | 1): Promise<Id | Refusal | Unfit> {
  return changing(acting, async (tx, city, audit) => {
    const unit = city.units.find((one) => one.id === id);
    if (!unit) return refusal('no-unit');
    const beside = city.units.filter((one) => one.parentId === unit.parentId);
    const other = beside[beside.indexOf(unit) + by];
    if (!other) return id;
    const ids = city.units.map((one) => (one === unit ? other.id : one === other ? unit.id : one.id));
    await orderUnits(tx, city.id, ids);
    await audit('move-unit', id, { place: beside.indexOf(unit) + 1 }, { place: beside.indexOf(other) + 1 });
    return id;
  });
}

/** Refused with what refers to it, counted. */
export function removeUnit(acting: CityActing, id: Id): Promise<Id | Refusal | Unfit> {
  return changing(acting, async (tx, city, audit) => {
    const unit = city.units.find((one) => one.id === id);
    if (!unit) return refusal('no-unit');
    const use = (await unitUses(tx, city.id)).get(id)!;
    if (Object.values(use).some((count) => count > 0)) return refusal('unit-in-use', { ...use });
    await deleteUnit(tx, city.id, id);
    await audit('remove-unit', id, unit, null);
    return id;
  });
}

type Audit = (act: string, id: Id, before: unknown, after: unknown) => Promise<void>;

function changing(
  acting: CityActing,
  work: (tx: DatabaseTransaction, city: City, audit: Audit) => Promise<Id | Refusal | Unfit>,
): Promise<Id | Refusal | Unfit> {
  return inCity(acting.database, acting.cityId, async (tx) => {
    await lockPeople(tx, acting.cityId);
    const city = await cityById(tx, acting.cityId);
    if (!city) return refusal('right-other-city');
    const now = instant(acting.clock);
    const on = { today: civilDate(now, city.timeZone), units: city.units };
    const may = can(acting.member, 'settings', { cityId: city.id }, on);
    if (isRefusal(may)) return may;
    return work(tx, city, (act, thingId, before, after) =>
      insertAudit(tx, {
        id: acting.newId(),
        cityId: city.id,
        at: now,
        who: acting.who,
        personId: acting.member.personId,
        act,
        thing: 'unit',
        thingId,
        before,
        after,
      }),
    );
  });
}

function problemsOf(request: UnitRequest, city: City, id: Id | null): readonly Problem[] {
  const problems: Problem[] = [];
  const at = (field: string, code: string, values: Problem['values'] = {}): void =>
    void problems.push({ code, place: { field }, values });
  const main = city.languages[0]!;
  if (!request.name[main]) at(`name-${main}`, 'required');
  for (const lang of city.languages)
    for (const field of ['name', 'short'] as const) {
      const given = (request[field][lang] ?? '').length;
      if (given > LONGEST[field]) at(`${field}-${lang}`, 'too-long', { most: LONGEST[field], given });
    }
  if (request.email !== '' && !isAddress(request.email)) at('email', 'not-an-email');
  if (request.phone.length > LONGEST.phone)
    at('phone', 'too-long', { most: LONGEST.phone, given: request.phone.length });
  else if (!/^[+\d(]?[\d ()./-]*$/u.test(request.phone)) at('phone', 'not-a-phone');
  if (request.parentId !== null) {
    if (!city.units.some((one) => one.id === request.parentId)) at('parent', 'not-a-choice');
    else if (id !== null && unitsBelow(id, city.units).has(request.parentId)) at('parent', 'unit-ring');
  }
  return problems;
}

function toUnit(id: Id, request: UnitRequest): Unit {
  const short = filled(request.short);
  return {
    id,
    name: filled(request.name),
    short: Object.keys(short).length > 0 ? short : null,
    email: request.email || null,
    phone: request.phone || null,
    parentId: request.parentId,
  };
}

function filled(texts: Texts): Texts {
  return Object.fromEntries(Object.entries(texts).filter(([, text]) => text !== ''));
}

function others(texts: Texts, city: City): Texts {
  return Object.fromEntries(Object.entries(texts).filter(([lang]) => !city.languages.includes(lang)));
}
