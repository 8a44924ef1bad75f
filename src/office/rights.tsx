/** Who can see and change a goal or task: every person of the city, with the reason that `can` gives. */

import type { ReactElement } from 'react';
import { cityPersons } from '../database/appointment.ts';
import type { CityPerson } from '../database/appointment.ts';
import type { Id, Node, Task } from '../model/plan.ts';
import { because, can } from '../model/role.ts';
import type { Deed } from '../model/role.ts';
import { isRefusal } from '../problem.ts';
import { officeMessages } from '../text/office.ts';
import { peopleMessages } from '../text/people.ts';
import { to } from './addresses.ts';
import { byName, unitName } from './people-view.tsx';
import { planCrumbs, planVisit, thingName } from './plan-visit.ts';
import { inCity } from './route.ts';
import type { CityVisit, Reply } from './visit.ts';

export const rightsRoutes = [inCity('GET', 'rights', 'see', rights)];

async function rights(visit: CityVisit): Promise<Reply> {
  const { city, locale, params } = visit;
  const of = await planVisit(visit);
  const item =
    of?.plan.nodes.find((one) => one.id === params['item']) ??
    of?.plan.tasks.find((one) => one.id === params['item']);
  if (!of || !item) return 'missing';
  const allowed = visit.can('see', { itemId: item.id, unitIds: item.unitIds });
  if (isRefusal(allowed)) return allowed;
  const t = peopleMessages(locale);
  const persons = byName(locale, await visit.read((tx) => cityPersons(tx, city.id)));
  const names = new Map(persons.map((person) => [person.id, person.name]));
  return {
    kind: 'page',
    title: t.rightsTitle,
    wide: true,
    crumbs: planCrumbs(of, item),
    body: (
      <>
        <h1>{t.rightsTitle}</h1>
        <p>
          <strong>{thingName(of, item)}</strong>
        </p>
        <p>
          {item.unitIds.length === 0
            ? t.responsibleNobody
            : `${t.responsible} ${item.unitIds.map((id) => unitName(city, id, locale)).join(', ')}`}
        </p>
        <p className="small">{t.rightsLead}</p>
        <div className="scroll">
          <table className="rights">
            <thead>
              <tr>
                <th scope="col">{t.person}</th>
                <th scope="col">{t.see}</th>
                <th scope="col">{t.change}</th>
              </tr>
            </thead>
            <tbody>
              {persons.map((person) => (
                <tr key={person.id}>
                  <th scope="row">
                    {visit.can('manage-people') === true ? (
                      <a href={to('person', { city: city.slug, person: person.id })}>{person.name}</a>
                    ) : (
                      person.name
                    )}
                  </th>
                  <Right visit={visit} person={person} item={item} names={names} deed="see" />
                  <Right visit={visit} person={person} item={item} names={names} deed="edit-item" />
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </>
    ),
  };
}

function Right({
  visit,
  person,
  item,
  names,
  deed,
}: {
  visit: CityVisit;
  person: CityPerson;
  item: Node | Task;
  names: ReadonlyMap<Id, string>;
  deed: Deed;
}): ReactElement {
  const { city, locale, today } = visit;
  const t = peopleMessages(locale);
  const member = {
    personId: person.id,
    installation: person.installation,
    appointments: person.appointments,
  };
  const thing = { cityId: city.id, itemId: item.id, unitIds: item.unitIds };
  const on = { today, units: city.units };
  const answer = can(member, deed, thing, on);
  const by = because(member, deed, thing, on);
  if (person.deactivatedAt !== null || answer !== true || by === null) {
    const reason = person.deactivatedAt !== null ? 'account-off' : answer === true ? '' : answer.refused;
    return (
      <td className="may-not" data-label={deed === 'see' ? t.see : t.change}>
        <strong>{t.no}</strong>{' '}
        <span className="small">{(t.refusals as Readonly<Record<string, string>>)[reason]}</span>
      </td>
    );
  }
  const role = officeMessages(locale).roles[by.role];
  const where = by.itemIds.length > 0 ? t.thisItem : unitName(city, by.unitId, locale);
  return (
    <td className="may" data-label={deed === 'see' ? t.see : t.change}>
      <strong>{t.yes}</strong>{' '}
      <span className="small">
        {by.deputyForId === null
          ? t.because(role, where)
          : t.asDeputy(role, names.get(by.deputyForId) ?? '', where)}
      </span>
    </td>
  );
}
