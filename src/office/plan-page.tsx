/** The plan's page: the whole tree with its gaps, filtered or not, and the last act that can be taken back. */
import type { ReactElement } from 'react';
import type { PlanEntry } from '../database/audit-plan.ts';
import { lastUndoable, undo } from '../acts/undo.ts';
import { isUnfit } from '../acts/acting.ts';
import { gaps } from '../model/check.ts';
import type { Node, Task } from '../model/plan.ts';
import { TASK_STATES } from '../model/plan.ts';
import { isRefusal } from '../problem.ts';
import type { Problem } from '../problem.ts';
import { pick } from '../text/locale.ts';
import { planEditingMessages } from '../text/plan-editing.ts';
import { problemText } from '../text/problems.ts';
import { to } from './addresses.ts';
import { Act, Field, Select } from './fields.tsx';
import { missingLanguages, PlanTree } from './plan-tree.tsx';
import type { Shown } from './plan-tree.tsx';
import { notNow } from './not-now.tsx';
import type { PlanVisit } from './plan-visit.ts';
import { planTitle, planVisit, textOf, thingName } from './plan-visit.ts';
import { inCity } from './route.ts';
import { treeData } from './tree-data.ts';
import type { CityVisit, Reply } from './visit.ts';

export const planRoutes = [
  inCity('GET', 'plan', 'see', planPage),
  inCity('POST', 'plan', 'edit-item', takeBack),
];

/** A plan with more rows than this opens folded. */
const OPEN = 80;

interface Filter {
  readonly text: string;
  readonly unit: string;
  readonly group: string;
  readonly state: string;
  readonly lack: string;
}

async function planPage(visit: CityVisit): Promise<Reply> {
  const of = await planVisit(visit);
  if (!of) return 'missing';
  const last = await visit.read((tx) => lastUndoable(tx, visit.city.id, of.plan.id, visit.visitor.person.id));
  return {
    kind: 'page',
    title: planTitle(of),
    crumbs: [{ name: textOf(visit.city.name, visit.locale), href: to('city', { city: visit.city.slug }) }],
    wide: true,
    scripts: visit.canSomewhere('edit-plan') ? ['tree.js'] : [],
    body: <PlanBody of={of} last={last} />,
  };
}

async function takeBack(visit: CityVisit): Promise<Reply> {
  const of = await planVisit(visit);
  if (!of) return 'missing';
  const done = await undo(visit.acting, of.plan.id, visit.form.text('entry'));
  if (isRefusal(done)) return notNow(visit, done, { name: planTitle(of), href: to('plan', of.params) });
  if (isUnfit(done))
    return {
      kind: 'page',
      title: planTitle(of),
      wide: true,
      problems: done.problems,
      body: <PlanBody of={of} last={null} />,
    };
  return { kind: 'go', to: to('plan', of.params), done: 'undone' };
}

function PlanBody({ of, last }: { of: PlanVisit; last: PlanEntry | null }): ReactElement {
  const { visit, plan, params } = of;
  const { locale } = visit;
  const t = planEditingMessages(locale);
  const edits = visit.canSomewhere('edit-plan');
  const found = gaps(plan);
  const byThing = Map.groupBy(
    found.filter(({ place }) => place.id !== undefined),
    ({ place }) => place.id!,
  );
  const filter = filterOf(visit);
  const ids = shownIds(of, filter, byThing);
  const shown: Shown = {
    ids: ids?.ids ?? (visit.can('see') === true ? null : seenIds(of)),
    folded: ids === null && plan.nodes.length + plan.tasks.length > OPEN,
    edits,
    gaps: byThing,
  };
  const link = (
    place: 'planSettings' | 'checklist' | 'bin' | 'import' | 'publish',
    name: string,
  ): ReactElement => (
    <li>
      <a href={to(place, params)}>{name}</a>
    </li>
  );
  return (
    <>
      <h1>{pick(plan.title, locale, visit.city.languages)?.text}</h1>
      <p className="facts">
        <span className="tag" data-plan={plan.state}>
          {t.planStates[plan.state]}
        </span>{' '}
        {t.goals(plan.nodes.length)}, {t.tasks(plan.tasks.length)}
      </p>
      <ul className="places">
        {visit.canSomewhere('settings') ? link('planSettings', t.settings) : null}
        {link('checklist', t.checklist)}
        {visit.canSomewhere('import') ? link('import', t.import) : null}
        {visit.canSomewhere('publish') ? link('publish', t.publish) : null}
        {edits ? link('bin', t.bin) : null}
      </ul>
      {last ? <Undo of={of} last={last} /> : null}
      {plan.nodes.length === 0 ? (
        <div className="empty">
          <h2>{t.emptyTitle}</h2>
          <p>{t.empty}</p>
          {edits ? <AddTop of={of} /> : null}
        </div>
      ) : (
        <>
          <PlanGaps of={of} found={found} />
          <FilterForm of={of} filter={filter} />
          {ids ? (
            <p>
              <output>
                {ids.matched === 0 ? t.foundNone : t.found(ids.matched)}{' '}
                <a href={to('plan', params)}>{t.clear}</a>
              </output>
            </p>
          ) : null}
          {edits ? (
            <form id="chosen" method="post" action={to('bulk', params)} className="acts tree-acts">
              <AddTop of={of} />
              <Act name={t.bulk} locale={locale} value="choose" />
            </form>
          ) : null}
          <div
            data-tree={
              edits && shown.ids === null ? JSON.stringify(treeData(of, shown.folded, byThing)) : undefined
            }
          >
            <PlanTree of={of} shown={shown} />
          </div>
        </>
      )}
    </>
  );
}

function AddTop({ of }: { of: PlanVisit }): ReactElement {
  return (
    <a className="ds-button" data-variant="primary" href={to('item', { ...of.params, item: 'new' })}>
      {planEditingMessages(of.visit.locale).addGoal}
    </a>
  );
}

function Undo({ of, last }: { of: PlanVisit; last: PlanEntry }): ReactElement {
  const { visit, plan, params } = of;
  const t = planEditingMessages(visit.locale);
  const thing = [...plan.nodes, ...plan.tasks].find(({ id }) => id === last.thingId);
  const gone = last.after === null ? (last.before as Pick<Node, 'code' | 'title'>) : null;
  const named = thing ?? gone;
  const what = [t.actNames[last.act] ?? last.act, named && 'title' in named ? thingName(of, named) : '']
    .filter(Boolean)
    .join(' ');
  return (
    <form method="post" action={to('plan', params)} className="undo">
      <input type="hidden" name="entry" value={last.id} />
      <span>{t.undoWhat(what)}</span>
      <Act name={t.undo} locale={visit.locale} />
    </form>
  );
}

/** Gaps that no row can show. */
function PlanGaps({ of, found }: { of: PlanVisit; found: readonly Problem[] }): ReactElement | null {
  const { plan, visit } = of;
  const whole = found.filter(
    ({ place }) => place.id === undefined || plan.groupings.some(({ id }) => id === place.id),
  );
  if (whole.length === 0) return null;
  return (
    <details className="whole-gaps">
      <summary>
        {planEditingMessages(visit.locale).planWide} ({whole.length})
      </summary>
      <ul>
        {whole.map((gap) => (
          <li key={`${gap.code} ${gap.place.id ?? ''} ${gap.place.line ?? ''}`}>
            {problemText(gap, visit.locale)}
          </li>
        ))}
      </ul>
    </details>
  );
}

function FilterForm({ of, filter }: { of: PlanVisit; filter: Filter }): ReactElement {
  const { visit, plan, params } = of;
  const { locale, city } = visit;
  const t = planEditingMessages(locale);
  const any = { value: '', name: t.all };
  const narrowed = [filter.unit, filter.group, filter.state, filter.lack].some((value) => value !== '');
  const groups = plan.groupings.flatMap((grouping) =>
    grouping.groups.flatMap((group) => {
      const name = pick(group.name, locale, city.languages)?.text;
      return name === undefined ? [] : [{ value: group.id, name }];
    }),
  );
  return (
    <search aria-label={t.filter}>
      <form method="get" action={to('plan', params)} className="filter">
        <Field
          name="q"
          type="search"
          label={t.filterText}
          locale={locale}
          value={filter.text}
          required={false}
        />
        <Act name={t.show} locale={locale} />
        <details className="more" open={narrowed || undefined}>
          <summary>{t.moreFilters}</summary>
          <div className="fields-two">
            <Select
              name="unit"
              label={t.filterUnit}
              locale={locale}
              value={filter.unit}
              choices={[
                any,
                ...city.units.map((unit) => ({
                  value: unit.id,
                  name: pick(unit.name, locale, city.languages)?.text ?? '',
                })),
              ]}
            />
            {groups.length > 0 ? (
              <Select
                name="group"
                label={t.filterGroup}
                locale={locale}
                value={filter.group}
                choices={[any, ...groups]}
              />
            ) : null}
            <Select
              name="state"
              label={t.filterState}
              locale={locale}
              value={filter.state}
              choices={[any, ...TASK_STATES.map((state) => ({ value: state, name: t.taskStates[state] }))]}
            />
            <Select
              name="lack"
              label={t.filterLack}
              locale={locale}
              value={filter.lack}
              choices={[
                any,
                { value: 'gaps', name: t.lackGaps },
                { value: 'translation', name: t.lackTranslation },
              ]}
            />
          </div>
        </details>
      </form>
    </search>
  );
}

function filterOf({ query }: CityVisit): Filter {
  const value = (name: string): string => (query.get(name) ?? '').trim().slice(0, 200);
  return {
    text: value('q'),
    unit: value('unit'),
    group: value('group'),
    state: value('state'),
    lack: value('lack'),
  };
}

/** What fits, with everything above it; null without a filter. */
function shownIds(
  of: PlanVisit,
  filter: Filter,
  gapsOf: ReadonlyMap<string, readonly Problem[]>,
): { readonly ids: ReadonlySet<string>; readonly matched: number } | null {
  if (Object.values(filter).every((value) => value === '')) return null;
  const words = folded(filter.text).split(/\s+/u).filter(Boolean);
  const fits = (thing: Node | Task): boolean =>
    of.sees(thing) &&
    (filter.unit === '' || thing.unitIds.includes(filter.unit)) &&
    (filter.group === '' || ('groupIds' in thing && thing.groupIds.includes(filter.group))) &&
    (filter.state === '' || ('state' in thing && thing.state === filter.state)) &&
    (filter.lack !== 'gaps' || gapsOf.has(thing.id)) &&
    (filter.lack !== 'translation' || missingLanguages(of.visit.city.languages, thing).length > 0) &&
    words.every((word) =>
      folded(`${thing.code ?? ''} ${Object.values(thing.title ?? {}).join(' ')}`).includes(word),
    );
  return withAbove(of, fits);
}

function seenIds(of: PlanVisit): ReadonlySet<string> {
  return withAbove(of, of.sees).ids;
}

function withAbove(
  of: PlanVisit,
  fits: (thing: Node | Task) => boolean,
): { readonly ids: ReadonlySet<string>; readonly matched: number } {
  const ids = new Set<string>();
  let matched = 0;
  const keep = (thing: Node | Task, home: string | null): void => {
    matched += 1;
    ids.add(thing.id);
    if (home === null) return;
    ids.add(home);
    for (const above of of.tree.ancestors(home)) ids.add(above.id);
  };
  for (const node of of.tree.order) if (fits(node)) keep(node, of.tree.parent(node.id)?.id ?? null);
  for (const task of of.tree.taskOrder) if (fits(task)) keep(task, task.nodeId);
  return { ids, matched };
}

/** Small letters without accents: `Łąka` is found by `laka`. */
function folded(text: string): string {
  return text.toLowerCase().replaceAll('ł', 'l').normalize('NFD').replaceAll(/\p{M}/gu, '');
}
