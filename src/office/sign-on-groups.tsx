/** Which groups of the single sign-on give which roles in the city. */

import { isUnfit } from '../acts/acting.ts';
import { addGroupRole, removeGroupRole } from '../acts/sign-on-mapping.ts';
import { policyOf } from '../database/policy.ts';
import { ROLES } from '../model/role.ts';
import type { GroupRole } from '../model/role.ts';
import { isRefusal } from '../problem.ts';
import type { Problem } from '../problem.ts';
import { officeMessages } from '../text/office.ts';
import { peopleMessages } from '../text/people.ts';
import { signOnMessages } from '../text/sign-on.ts';
import { to } from './addresses.ts';
import { Act, Field, Select } from './fields.tsx';
import { roleChoices, unitChoices, unitName } from './people-view.tsx';
import { inCity } from './route.ts';
import type { CityVisit, Reply } from './visit.ts';

export const signOnGroupsRoutes = [
  inCity('GET', 'signOnGroups', 'manage-people', (visit) => groupsPage(visit, [])),
  inCity('POST', 'signOnGroups', 'manage-people', change),
];

async function change(visit: CityVisit): Promise<Reply> {
  const { form, acting, city } = visit;
  const role = ROLES.find((one) => one === form.text('role'));
  if (!role) return groupsPage(visit, [{ code: 'not-a-choice', place: { field: 'role' }, values: {} }]);
  const wish: GroupRole = { group: form.text('group'), role, unitId: form.text('unit') || null };
  const answer = await (form.text('act') === 'remove'
    ? removeGroupRole(acting, wish)
    : addGroupRole(acting, wish));
  if (isRefusal(answer)) return answer;
  if (isUnfit(answer)) return groupsPage(visit, answer.problems);
  return { kind: 'go', to: to('signOnGroups', { city: city.slug }), done: 'saved' };
}

async function groupsPage(visit: CityVisit, problems: readonly Problem[]): Promise<Reply> {
  const { city, locale, form, office } = visit;
  const t = signOnMessages(locale);
  const { roles } = officeMessages(locale);
  const groups = (await visit.read((tx) => policyOf(tx, city.id))).signOn ?? [];
  const here = to('signOnGroups', { city: city.slug });
  const body = (
    <>
      <h1>{t.title}</h1>
      <p>{t.lead}</p>
      <p className="small">
        {office.signOn
          ? t.provider(office.signOn.settings.issuer, office.signOn.settings.groupsClaim)
          : t.notSet}
      </p>
      {groups.length === 0 ? (
        <p className="empty">{t.none}</p>
      ) : (
        <div className="scroll">
          <table>
            <thead>
              <tr>
                <th scope="col">{t.group}</th>
                <th scope="col">{t.role}</th>
                <th scope="col">{t.unit}</th>
                <td aria-label={t.remove} />
              </tr>
            </thead>
            <tbody>
              {groups.map(({ group, role, unitId }) => (
                <tr key={`${group} ${role} ${unitId}`}>
                  <th scope="row">{group}</th>
                  <td>{roles[role]}</td>
                  <td>{unitName(city, unitId, locale)}</td>
                  <td>
                    <form method="post" action={here}>
                      <input type="hidden" name="group" value={group} />
                      <input type="hidden" name="role" value={role} />
                      <input type="hidden" name="unit" value={unitId ?? ''} />
                      <button
                        type="submit"
                        className="ds-button"
                        data-variant="secondary"
                        name="act"
                        value="remove"
                        aria-label={t.removeThis(group, roles[role])}
                      >
                        {t.remove}
                      </button>
                    </form>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
          <p className="small">{t.removeNote}</p>
        </div>
      )}
      <form method="post" action={here} className="card narrow">
        <Field
          name="group"
          label={t.group}
          hint={t.groupHint}
          locale={locale}
          value={form.text('group')}
          required
          problems={problems}
          maxLength={200}
          autoComplete="off"
        />
        <Select
          name="role"
          label={t.role}
          locale={locale}
          value={form.text('role') || 'viewer'}
          required
          problems={problems}
          choices={roleChoices(locale)}
        />
        <Select
          name="unit"
          label={t.unit}
          locale={locale}
          value={form.text('unit')}
          problems={problems}
          choices={[{ value: '', name: t.wholeCity }, ...unitChoices(visit)]}
        />
        <div className="acts">
          <Act name={t.add} value="add" locale={locale} primary />
        </div>
      </form>
    </>
  );
  const crumbs = [{ name: peopleMessages(locale).title, href: to('people', { city: city.slug }) }];
  return { kind: 'page', title: t.title, body, problems, crumbs };
}
