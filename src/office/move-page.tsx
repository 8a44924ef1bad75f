/** Every act on an item's place, as plain forms: each shows what it changes before it is done. */
import type { ReactElement, ReactNode } from 'react';
import { isUnfit } from '../acts/acting.ts';
import { rearrange } from '../acts/rearrange.ts';
import { arranged } from '../model/arrangement.ts';
import type { Arrangement, Codes } from '../model/arrangement.ts';
import { subtree } from '../model/arrange.ts';
import { itemOf } from '../model/item.ts';
import type { Item } from '../model/item.ts';
import { patchOf } from '../model/plan-patch.ts';
import type { Plan } from '../model/plan.ts';
import { recodings } from '../model/recode.ts';
import { isRefusal } from '../problem.ts';
import type { Problem, Refusal } from '../problem.ts';
import { officeMessages } from '../text/office.ts';
import { refusalText } from '../text/office-problems.ts';
import { planEditingMessages } from '../text/plan-editing.ts';
import { to } from './addresses.ts';
import { BasisFields, basisOf } from './basis-fields.tsx';
import { Act, Choices, Field, Select } from './fields.tsx';
import { fieldLabel } from './item-form.ts';
import type { PlanVisit } from './plan-visit.ts';
import { languagesOf, nodeChoices, planCrumbs, planVisit, thingName } from './plan-visit.ts';
import { inCity } from './route.ts';
import type { CityVisit, PageReply, Reply } from './visit.ts';

export const moveRoutes = [
  inCity('GET', 'move', 'edit-plan', movePage),
  inCity('POST', 'move', 'edit-plan', change),
];

async function movePage(visit: CityVisit): Promise<Reply> {
  const of = await planVisit(visit);
  const item = of && itemOf(of.plan, visit.params['item'] ?? '');
  return of && item ? page(of, item) : 'missing';
}

/** The first step shows what would change; the second does it. */
async function change(visit: CityVisit): Promise<Reply> {
  const of = await planVisit(visit);
  const item = of && itemOf(of.plan, visit.params['item'] ?? '');
  if (!of || !item) return 'missing';
  const { form } = visit;
  const what = arrangementOf(of, item, visit);
  if ('code' in what) return page(of, item, [what]);
  const codes: Codes = form.text('codes') === 'keep' ? 'keep' : 'renumber';
  const after = arranged(of.plan, what, codes);
  if (isRefusal(after)) return page(of, item, [], after);
  if (form.text('step') !== 'do') return preview(of, item, what, codes, after);
  const done = await rearrange(visit.acting, { planId: of.plan.id, what, codes, basis: basisOf(visit) });
  if (isRefusal(done)) return page(of, item, [], done);
  if (isUnfit(done)) return preview(of, item, what, codes, after, done.problems);
  return { kind: 'go', to: to('plan', of.params), done: 'arranged' };
}

/** What the form asks for, or what it lacks. */
function arrangementOf(of: PlanVisit, item: Item, visit: CityVisit): Arrangement | Problem {
  const { form, acting } = visit;
  const { id } = item;
  const lacks = (code: string, field: string): Problem => ({ code, place: { field }, values: {} });
  const texts = (name: string): Record<string, string> =>
    Object.fromEntries(
      languagesOf(of)
        .map((language) => [language, form.text(`${name}.${language}`)] as const)
        .filter(([, text]) => text !== ''),
    );
  const main = languagesOf(of)[0]!;
  const kind = form.text('act');
  if (kind === 'promote' || kind === 'demote' || kind === 'up' || kind === 'down' || kind === 'remove')
    return { kind, id };
  if (kind === 'stop' || kind === 'merge') {
    const reason = texts(`${kind}Reason`);
    if (kind === 'merge' && form.text('intoId') === '') return lacks('choose-target', 'intoId');
    if (Object.keys(reason).length === 0 && (kind === 'stop' || item.kind === 'task'))
      return lacks('reason-required', `${kind}Reason.${main}`);
    return kind === 'stop' ? { kind, id, reason } : { kind, id, reason, intoId: form.text('intoId') };
  }
  if (kind === 'split') {
    const title = texts('splitTitle');
    if (Object.keys(title).length === 0) return lacks('title-required', `splitTitle.${main}`);
    return { kind, id, newId: form.text('newId') || acting.newId(), title, thingIds: form.all('thingId') };
  }
  const parent = form.text('parentId');
  if (parent === '') return lacks('choose-target', 'parentId');
  const position = Number(form.text('position') || '9999') - 1;
  return {
    kind: 'move',
    id,
    parentId: parent === 'top' ? null : parent,
    position: Number.isInteger(position) ? position : 9999,
  };
}

function page(
  of: PlanVisit,
  item: Item,
  problems: readonly Problem[] = [],
  refused: Refusal | null = null,
): PageReply {
  const t = planEditingMessages(of.visit.locale);
  return {
    kind: 'page',
    title: t.moveTo,
    crumbs: planCrumbs(of, item),
    problems,
    ...(refused ? { status: 409 } : {}),
    body: <Acts of={of} item={item} problems={problems} refused={refused} />,
  };
}

function Acts({
  of,
  item,
  problems,
  refused,
}: {
  of: PlanVisit;
  item: Item;
  problems: readonly Problem[];
  refused: Refusal | null;
}): ReactElement {
  const { visit, plan, tree } = of;
  const { locale, form } = visit;
  const t = planEditingMessages(locale);
  const isNode = item.kind === 'node';
  const under = new Set(isNode ? subtree(tree, item.id).map((node) => node.id) : []);
  const siblings = isNode
    ? item.parentId
      ? tree.children(item.parentId)
      : tree.roots
    : tree.tasks(item.nodeId);
  const place = siblings.findIndex(({ id }) => id === item.id) + 1;
  const home = isNode ? (item.parentId ?? 'top') : item.nodeId;
  const shift = (kind: 'up' | 'down' | 'promote' | 'demote', name: string): ReactElement => {
    const answer = arranged(plan, { kind, id: item.id }, 'keep');
    return <Act name={name} locale={locale} value={kind} refused={isRefusal(answer) ? answer : null} />;
  };
  return (
    <>
      <h1>{t.moveTitle(thingName(of, item))}</h1>
      {refused ? <RefusedNote refused={refused} of={of} /> : null}
      <ActForm of={of} item={item} title={t.moveTo}>
        <Select
          name="parentId"
          label={t.parent}
          locale={locale}
          value={form.text('parentId') || home}
          problems={problems}
          required
          choices={[
            ...(isNode ? [{ value: 'top', name: t.top }] : []),
            ...nodeChoices(
              of,
              (node) => !under.has(node.id) && (!isNode || node.level + 1 < plan.levels.length),
            ),
          ]}
        />
        <Field
          name="position"
          type="number"
          label={t.position}
          locale={locale}
          value={form.text('position') || String(place)}
          inputMode="numeric"
        />
        <CodesChoice of={of} />
        <Act name={t.showFirst} locale={locale} value="move" primary />
      </ActForm>
      <ActForm of={of} item={item} title={t.shift}>
        <input type="hidden" name="codes" value={plan.state === 'in-force' ? 'keep' : 'renumber'} />
        <div className="shifts">
          {shift('up', t.up)}
          {shift('down', t.down)}
          {isNode ? shift('promote', t.promote) : null}
          {isNode ? shift('demote', t.demote) : null}
        </div>
      </ActForm>
      <ActForm of={of} item={item} title={t.merge} folded>
        <p className="small">{isNode ? t.mergeLead : t.mergeTaskLead}</p>
        <Select
          name="intoId"
          label={t.mergeInto}
          locale={locale}
          value={form.text('intoId')}
          problems={problems}
          required
          choices={[
            { value: '', name: '' },
            ...(isNode
              ? nodeChoices(of, (node) => node.level === item.level && node.id !== item.id)
              : tree.taskOrder
                  .filter((task) => task.id !== item.id && task.state !== 'merged')
                  .map((task) => ({ value: task.id, name: thingName(of, task) }))),
          ]}
        />
        <Texts of={of} name="mergeReason" label={t.reason} problems={problems} />
        {isNode ? <CodesChoice of={of} /> : null}
        <Act name={t.showFirst} locale={locale} value="merge" />
      </ActForm>
      <ActForm of={of} item={item} title={t.split} folded>
        <Texts of={of} name="splitTitle" label={t.splitTitle} problems={problems} />
        {isNode && tree.children(item.id).length + tree.tasks(item.id).length > 0 ? (
          <Choices
            name="thingId"
            label={t.splitWhich}
            locale={locale}
            kind="checkbox"
            chosen={form.all('thingId')}
            choices={[...tree.children(item.id), ...tree.tasks(item.id)].map((thing) => ({
              value: thing.id,
              name: thingName(of, thing),
            }))}
          />
        ) : null}
        <CodesChoice of={of} />
        <Act name={t.showFirst} locale={locale} value="split" />
      </ActForm>
      {isNode ? null : (
        <ActForm of={of} item={item} title={t.stop} folded>
          <p className="small">{t.stopLead}</p>
          <Texts of={of} name="stopReason" label={t.reason} problems={problems} />
          <Act name={t.showFirst} locale={locale} value="stop" />
        </ActForm>
      )}
      <ActForm of={of} item={item} title={t.remove} folded>
        <p className="small">{t.removeLead}</p>
        <CodesChoice of={of} />
        <Act name={t.showFirst} locale={locale} value="remove" danger />
      </ActForm>
    </>
  );
}

function RefusedNote({ refused, of }: { refused: Refusal; of: PlanVisit }): ReactElement {
  return (
    <div className="problems" role="alert" tabIndex={-1} data-focus>
      <p>{refusalText(refused, of.visit.locale)}</p>
    </div>
  );
}

function ActForm({
  of,
  item,
  title,
  folded = false,
  children,
}: {
  of: PlanVisit;
  item: Item;
  title: string;
  folded?: boolean;
  children: ReactNode;
}): ReactElement {
  const form = (
    <form method="post" action={to('move', { ...of.params, item: item.id })}>
      {children}
    </form>
  );
  return folded ? (
    <details className="card more">
      <summary>{title}</summary>
      {form}
    </details>
  ) : (
    <section className="card">
      <h2>{title}</h2>
      {form}
    </section>
  );
}

function CodesChoice({ of }: { of: PlanVisit }): ReactElement {
  const { visit, plan } = of;
  const t = planEditingMessages(visit.locale);
  const usual = plan.state === 'in-force' ? 'keep' : 'renumber';
  return (
    <fieldset className="field">
      <legend>{t.codes}</legend>
      {(
        [
          ['renumber', t.renumber],
          ['keep', t.keepCodes],
        ] as const
      ).map(([value, name]) => (
        <label className="choice" key={value}>
          <input
            type="radio"
            name="codes"
            value={value}
            defaultChecked={(visit.form.text('codes') || usual) === value}
          />{' '}
          {name}
        </label>
      ))}
    </fieldset>
  );
}

function Texts({
  of,
  name,
  label,
  problems,
}: {
  of: PlanVisit;
  name: string;
  label: string;
  problems: readonly Problem[];
}): ReactElement {
  const { locale, form } = of.visit;
  const t = planEditingMessages(locale);
  return (
    <div className="fields-two">
      {languagesOf(of).map((language) => (
        <Field
          key={language}
          name={`${name}.${language}`}
          label={`${label} ${t.languages[language] ?? language}`}
          lang={language}
          locale={locale}
          value={form.text(`${name}.${language}`)}
          problems={problems}
        />
      ))}
    </div>
  );
}

/** What will be renumbered and how much is touched; everything that was asked is sent again with the second step. */
function preview(
  of: PlanVisit,
  item: Item,
  what: Arrangement,
  codes: Codes,
  after: Plan,
  problems: readonly Problem[] = [],
): PageReply {
  const { visit, plan } = of;
  const { locale, form } = visit;
  const t = planEditingMessages(locale);
  const changed = recodings(plan, after);
  const patch = patchOf(plan, after);
  const names = new Map([...after.nodes, ...after.tasks].map((thing) => [thing.id, thing]));
  const again = form
    .names()
    .filter((name) => !BASIS.has(name) && !['act', 'step', 'codes', 'newId'].includes(name));
  const asked = {
    move: t.moveTo,
    up: t.up,
    down: t.down,
    promote: t.promote,
    demote: t.demote,
    merge: t.merge,
    split: t.split,
    stop: t.stop,
    remove: t.remove,
    add: t.addTitle,
  };
  const title = `${asked[what.kind].replace(/…$/, '')}: ${thingName(of, item)}`;
  const body = (
    <>
      <h1>{t.previewChange}</h1>
      <p>{title}</p>
      <p>{t.touches(patch.nodes.length + patch.tasks.length)}</p>
      {changed.length === 0 ? (
        <p>{t.noRecode}</p>
      ) : (
        <>
          <p>{t.recodes(changed.length)}</p>
          <div className="scroll">
            <table>
              <thead>
                <tr>
                  <th scope="col">{t.oldCode}</th>
                  <th scope="col">{t.newCode}</th>
                  <th scope="col">{fieldLabel(of, 'title')}</th>
                </tr>
              </thead>
              <tbody>
                {changed.map(({ id, from, to: now }) => (
                  <tr key={id}>
                    <td className="code">{from ?? t.none}</td>
                    <td className="code">{now ?? t.none}</td>
                    <td>{thingName(of, { ...names.get(id)!, code: null })}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </>
      )}
      <form method="post" action={to('move', { ...of.params, item: item.id })}>
        <input type="hidden" name="step" value="do" />
        <input type="hidden" name="codes" value={codes} />
        {what.kind === 'split' ? <input type="hidden" name="newId" value={what.newId} /> : null}
        {again.flatMap((name) =>
          form
            .all(name)
            .map((value) => <input key={`${name} ${value}`} type="hidden" name={name} value={value} />),
        )}
        <BasisFields visit={visit} plan={plan} problems={problems} />
        <div className="acts sticky">
          <Act name={t.do} locale={locale} value={what.kind} primary danger={what.kind === 'remove'} />
          <a href={to('move', { ...of.params, item: item.id })}>{officeMessages(locale).cancel}</a>
        </div>
      </form>
    </>
  );
  return { kind: 'page', title: t.previewChange, crumbs: planCrumbs(of, item), problems, body };
}

const BASIS = new Set(['basis', 'decisionNumber', 'decisionOn', 'decisionReason']);
