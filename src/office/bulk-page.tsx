/** One change to many goals and tasks: choose, see what changes, do it. */
import type { ReactElement } from 'react';
import { isUnfit } from '../acts/acting.ts';
import { bulkEdit, bulkProblems } from '../acts/bulk-edit.ts';
import { bulkEdited } from '../model/bulk.ts';
import type { BulkEdit } from '../model/bulk.ts';
import { dayNumber } from '../model/day.ts';
import { fieldsOf, itemOf } from '../model/item.ts';
import { patchOf } from '../model/plan-patch.ts';
import type { Plan } from '../model/plan.ts';
import { TASK_STATES } from '../model/plan.ts';
import { isRefusal } from '../problem.ts';
import type { Problem } from '../problem.ts';
import { pick } from '../text/locale.ts';
import { planEditingMessages } from '../text/plan-editing.ts';
import { to } from './addresses.ts';
import { BasisFields, basisOf } from './basis-fields.tsx';
import { Act, Field, Select } from './fields.tsx';
import { fieldLabel, fieldText } from './item-form.ts';
import { notNow } from './not-now.tsx';
import type { PlanVisit } from './plan-visit.ts';
import { languagesOf, planCrumbs, planVisit, thingName } from './plan-visit.ts';
import { inCity } from './route.ts';
import type { CityVisit, PageReply, Reply } from './visit.ts';

export const bulkRoutes = [
  inCity('GET', 'bulk', 'edit-plan', bulkPage),
  inCity('POST', 'bulk', 'edit-plan', bulk),
];

async function bulkPage(visit: CityVisit): Promise<Reply> {
  const of = await planVisit(visit);
  return of ? { kind: 'go', to: to('plan', of.params) } : 'missing';
}

async function bulk(visit: CityVisit): Promise<Reply> {
  const of = await planVisit(visit);
  if (!of) return 'missing';
  const { form } = visit;
  const ids = form.all('id').filter((id) => itemOf(of.plan, id) !== null);
  if (ids.length === 0) return page(of, ids, [{ code: 'choose-items', place: {}, values: {} }]);
  if (form.text('act') === 'choose') return page(of, ids);
  const edit = editOf(visit);
  const problems = [...dateProblems(edit), ...bulkProblems(edit)];
  if (Object.values(edit).every((value) => value === null))
    problems.push({ code: 'nothing-to-change', place: { field: 'leadUnitId' }, values: {} });
  if (problems.length > 0) return page(of, ids, problems);
  const after = bulkEdited(of.plan, ids, edit);
  if (form.text('act') !== 'do') return preview(of, ids, after);
  const done = await bulkEdit(visit.acting, { planId: of.plan.id, ids, edit, basis: basisOf(visit) });
  if (isRefusal(done)) return notNow(visit, done, planCrumbs(of).at(-1)!);
  if (isUnfit(done)) return preview(of, ids, after, done.problems);
  return { kind: 'go', to: to('plan', of.params), done: 'bulk-done' };
}

const FIELDS = [
  'leadUnitId',
  'addGroupId',
  'removeGroupId',
  'state',
  'stateReason',
  'startOn',
  'endOn',
] as const;

function editOf({ form, city }: CityVisit): BulkEdit {
  const value = (name: (typeof FIELDS)[number]): string | null => form.text(name) || null;
  const reason = value('stateReason');
  return {
    leadUnitId: value('leadUnitId'),
    addGroupId: value('addGroupId'),
    removeGroupId: value('removeGroupId'),
    state: TASK_STATES.find((state) => state !== 'merged' && state === form.text('state')) ?? null,
    stateReason: reason === null ? null : { [city.languages[0]!]: reason },
    startOn: value('startOn'),
    endOn: value('endOn'),
  };
}

function dateProblems(edit: BulkEdit): Problem[] {
  return (['startOn', 'endOn'] as const)
    .filter((field) => edit[field] !== null && dayNumber(edit[field]) === null)
    .map((field) => ({ code: 'not-a-date', place: { field }, values: {} }));
}

function page(of: PlanVisit, ids: readonly string[], problems: readonly Problem[] = []): PageReply {
  const { visit, plan, params } = of;
  const { locale, city, form } = visit;
  const t = planEditingMessages(locale);
  const same = { value: '', name: t.unchanged };
  const groups = plan.groupings
    .flatMap((grouping) => grouping.groups)
    .map((group) => ({
      value: group.id,
      name: pick(group.name, locale, city.languages)?.text ?? t.untitled,
    }));
  const select = (
    name: string,
    label: string,
    choices: readonly { readonly value: string; readonly name: string }[],
  ): ReactElement => (
    <Select
      name={name}
      label={label}
      locale={locale}
      value={form.text(name)}
      problems={problems}
      choices={[same, ...choices]}
    />
  );
  const body = (
    <>
      <h1>{t.bulkTitle}</h1>
      <form method="post" action={to('bulk', params)} className="card">
        <Chosen of={of} ids={ids} />
        {select(
          'leadUnitId',
          t.bulkUnit,
          city.units.map((unit) => ({
            value: unit.id,
            name: pick(unit.name, locale, city.languages)?.text ?? '',
          })),
        )}
        {groups.length > 0 ? (
          <div className="fields-two">
            {select('addGroupId', t.bulkAddGroup, groups)}
            {select('removeGroupId', t.bulkRemoveGroup, groups)}
          </div>
        ) : null}
        <div className="fields-two">
          {select(
            'state',
            t.bulkState,
            TASK_STATES.filter((state) => state !== 'merged').map((state) => ({
              value: state,
              name: t.taskStates[state],
            })),
          )}
          <Field
            name="stateReason"
            label={t.fields['stateReason'] ?? ''}
            locale={locale}
            value={form.text('stateReason')}
            problems={problems}
          />
          {(['startOn', 'endOn'] as const).map((name) => (
            <Field
              key={name}
              name={name}
              type="date"
              label={fieldLabel(of, name)}
              locale={locale}
              value={form.text(name)}
              problems={problems}
            />
          ))}
        </div>
        <Act name={t.showFirst} locale={locale} value="preview" primary />
      </form>
    </>
  );
  return { kind: 'page', title: t.bulkTitle, crumbs: planCrumbs(of), problems, body };
}

function Chosen({ of, ids }: { of: PlanVisit; ids: readonly string[] }): ReactElement {
  const t = planEditingMessages(of.visit.locale);
  return (
    <details className="more" open={ids.length <= 8 || undefined}>
      <summary>
        {t.bulkChosen}: {t.items(ids.length)}
      </summary>
      <ul>
        {ids.map((id) => (
          <li key={id}>
            {thingName(of, itemOf(of.plan, id)!)}
            <input type="hidden" name="id" value={id} />
          </li>
        ))}
      </ul>
    </details>
  );
}

function preview(
  of: PlanVisit,
  ids: readonly string[],
  after: Plan,
  problems: readonly Problem[] = [],
): PageReply {
  const { visit, plan, params } = of;
  const { locale, form } = visit;
  const t = planEditingMessages(locale);
  const patch = patchOf(plan, after);
  const touched = [...patch.nodes, ...patch.tasks];
  const body = (
    <>
      <h1>{t.previewChange}</h1>
      <p>{touched.length === 0 ? t.bulkNothing : t.touches(touched.length)}</p>
      <div className="scroll">
        <table>
          <thead>
            <tr>
              <th scope="col">{t.fields['title']}</th>
              <th scope="col">{t.compareField}</th>
              <th scope="col">{t.was}</th>
              <th scope="col">{t.willBe}</th>
            </tr>
          </thead>
          <tbody>
            {touched.flatMap(({ id }) => {
              const [was, now] = [
                fieldsOf(itemOf(plan, id)!, languagesOf(of)),
                fieldsOf(itemOf(after, id)!, languagesOf(of)),
              ];
              return Object.keys(now)
                .filter((field) => was[field] !== now[field])
                .map((field) => (
                  <tr key={`${id} ${field}`}>
                    <td>{thingName(of, itemOf(plan, id)!)}</td>
                    <td>{fieldLabel(of, field)}</td>
                    <td>{fieldText(of, field, was[field] ?? '') || t.none}</td>
                    <td>{fieldText(of, field, now[field] ?? '') || t.none}</td>
                  </tr>
                ));
            })}
          </tbody>
        </table>
      </div>
      <form method="post" action={to('bulk', params)}>
        {ids.map((id) => (
          <input key={id} type="hidden" name="id" value={id} />
        ))}
        {FIELDS.map((name) => (
          <input key={name} type="hidden" name={name} value={form.text(name)} />
        ))}
        <BasisFields visit={visit} plan={plan} problems={problems} />
        <div className="acts">
          <Act name={t.do} locale={locale} value="do" primary />
        </div>
      </form>
    </>
  );
  return { kind: 'page', title: t.previewChange, crumbs: planCrumbs(of), problems, body };
}
