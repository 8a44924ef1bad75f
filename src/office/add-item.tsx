/** Adds a goal or task: its title and where; the rest is filled in on its own page. */
import type { ReactElement } from 'react';
import { isUnfit } from '../acts/acting.ts';
import { rearrange } from '../acts/rearrange.ts';
import type { Node } from '../model/plan.ts';
import { isRefusal } from '../problem.ts';
import type { Problem } from '../problem.ts';
import { planEditingMessages } from '../text/plan-editing.ts';
import { to } from './addresses.ts';
import { BasisFields, basisOf } from './basis-fields.tsx';
import { Act, Choices, Field } from './fields.tsx';
import { fieldLabel } from './item-form.ts';
import { notNow } from './not-now.tsx';
import type { PlanVisit } from './plan-visit.ts';
import { languagesOf, planCrumbs, planVisit, textOf, thingName } from './plan-visit.ts';
import type { CityVisit, PageReply, Reply } from './visit.ts';

export async function addPage(visit: CityVisit): Promise<Reply> {
  const right = visit.can('edit-plan');
  if (right !== true) return right;
  const of = await planVisit(visit);
  return of ? page(of, parentOf(of, visit.query.get('parent'))) : 'missing';
}

export async function addItem(visit: CityVisit): Promise<Reply> {
  const of = await planVisit(visit);
  if (!of) return 'missing';
  const { form } = visit;
  const parent = parentOf(of, form.text('parent'));
  const title = Object.fromEntries(
    languagesOf(of)
      .map((language) => [language, form.text(`title.${language}`)] as const)
      .filter(([, text]) => text !== ''),
  );
  if (Object.keys(title).length === 0)
    return page(of, parent, [
      { code: 'title-required', place: { field: `title.${languagesOf(of)[0]}` }, values: {} },
    ]);
  const id = visit.acting.newId();
  const kinds = kindsUnder(of, parent);
  const kind = kinds.find((one) => one === form.text('kind')) ?? kinds[0]!;
  const done = await rearrange(visit.acting, {
    planId: of.plan.id,
    what: { kind: 'add', id, of: kind, parentId: parent?.id ?? null, title },
    codes: 'keep',
    basis: basisOf(visit),
  });
  if (isRefusal(done)) return notNow(visit, done, planCrumbs(of).at(-1)!);
  if (isUnfit(done)) return page(of, parent, done.problems);
  return { kind: 'go', to: to('item', { ...of.params, item: id }), done: 'added' };
}

function parentOf(of: PlanVisit, id: string | null): Node | null {
  return id === null ? null : (of.tree.node(id) ?? null);
}

/** What may stand there: a goal while there is a level for it, a task under any goal. */
function kindsUnder(of: PlanVisit, parent: Node | null): readonly ('node' | 'task')[] {
  if (!parent) return ['node'];
  return parent.level + 1 < of.plan.levels.length ? ['node', 'task'] : ['task'];
}

function page(of: PlanVisit, parent: Node | null, problems: readonly Problem[] = []): PageReply {
  const { visit, plan, params } = of;
  const { locale, form } = visit;
  const t = planEditingMessages(locale);
  const kinds = kindsUnder(of, parent);
  const levelName = textOf(plan.levels[parent ? parent.level + 1 : 0]?.singular ?? null, locale) || t.goal;
  const body: ReactElement = (
    <>
      <h1>{t.addTitle}</h1>
      <p>{parent ? t.addWhere(thingName(of, parent)) : t.addTop}</p>
      <form method="post" action={to('item', { ...params, item: 'new' })} className="card">
        <input type="hidden" name="parent" value={parent?.id ?? ''} />
        {kinds.length > 1 ? (
          <Choices
            name="kind"
            label={t.addKind}
            locale={locale}
            kind="radio"
            chosen={[form.text('kind') || 'node']}
            choices={[
              { value: 'node', name: levelName },
              { value: 'task', name: t.task },
            ]}
          />
        ) : null}
        {languagesOf(of).map((language) => (
          <Field
            key={language}
            name={`title.${language}`}
            label={fieldLabel(of, `title.${language}`)}
            lang={language}
            locale={locale}
            value={form.text(`title.${language}`)}
            problems={problems}
          />
        ))}
        <BasisFields visit={visit} plan={plan} problems={problems} />
        <Act name={t.addDo} locale={locale} primary />
      </form>
    </>
  );
  return { kind: 'page', title: t.addTitle, crumbs: planCrumbs(of), problems, body };
}
