/** One goal or task: its form, drafts, who else has it open, and both versions when somebody saved meanwhile. */
import type { ReactElement } from 'react';
import { isUnfit } from '../acts/acting.ts';
import { beSeen, saveDraft, throwDraftAway } from '../acts/draft.ts';
import { editItem, isOvertaken } from '../acts/edit-item.ts';
import { versionOf } from '../database/bin.ts';
import { draftOf } from '../database/draft.ts';
import type { Draft } from '../database/draft.ts';
import { othersAt } from '../database/presence.ts';
import { gaps } from '../model/check.ts';
import { fieldsOf, itemOf } from '../model/item.ts';
import type { Item, ItemFields } from '../model/item.ts';
import { isRefusal } from '../problem.ts';
import type { Problem, Refusal } from '../problem.ts';
import { Markdown } from '../portal/markdown.tsx';
import { officeMessages } from '../text/office.ts';
import { formatMoment } from '../text/moment.ts';
import { planEditingMessages } from '../text/plan-editing.ts';
import { problemText } from '../text/problems.ts';
import { refusalText } from '../text/office-problems.ts';
import { to } from './addresses.ts';
import { Comments, readDiscussion, type Discussion } from './discussion.tsx';
import { addItem, addPage } from './add-item.tsx';
import { BasisFields, basisOf } from './basis-fields.tsx';
import { Act } from './fields.tsx';
import { ItemCompare } from './item-compare.tsx';
import { ItemFieldsForm } from './item-fields.tsx';
import { readBase, readItem } from './item-form.ts';
import { notNow } from './not-now.tsx';
import type { PlanVisit } from './plan-visit.ts';
import { languagesOf, planCrumbs, planVisit, textOf, thingName, titleOf } from './plan-visit.ts';
import { inCity } from './route.ts';
import type { CityVisit, PageReply, Reply } from './visit.ts';

export const itemRoutes = [
  inCity('GET', 'item', 'see', itemPage),
  inCity('POST', 'item', 'edit-item', saveItem),
  inCity('POST', 'item', 'edit-item', autosave, '/draft'),
  inCity('POST', 'item', 'see', present, '/presence'),
];

/** Somebody who was seen so long ago still counts as there. */
const PRESENT_MS = 2 * 60_000;
const FORM = 'item';
/** Stands in the address in place of an id. */
const NEW = 'new';

interface ItemVisit {
  readonly of: PlanVisit;
  readonly item: Item;
  /** Null when the visitor may change the item, else why not. */
  readonly locked: Refusal | null;
}

async function itemVisit(visit: CityVisit): Promise<ItemVisit | 'missing' | Refusal> {
  const of = await planVisit(visit);
  const item = of && itemOf(of.plan, visit.params['item'] ?? '');
  if (!of || !item) return 'missing';
  const thing = { unitIds: item.unitIds, itemId: item.id };
  const sees = visit.can('see', thing);
  if (sees !== true) return sees;
  const edits = visit.can('edit-item', thing);
  return { of, item, locked: edits === true ? null : edits };
}

async function itemPage(visit: CityVisit): Promise<Reply> {
  if (visit.params['item'] === NEW) return addPage(visit);
  const there = await itemVisit(visit);
  if (there === 'missing' || isRefusal(there)) return there;
  const { of, item } = there;
  await beSeen(visit.acting, item.id);
  const { version, draft, others } = await visit.read(async (tx) => ({
    version: await versionOf(tx, visit.city.id, of.plan.id, item.id),
    draft: await draftOf(tx, visit.city.id, visit.visitor.person.id, FORM, item.id),
    others: await othersAt(tx, visit.city.id, item.id, visit.visitor.person.id, since(visit)),
  }));
  const now = fieldsOf(item, languagesOf(of));
  const going = draft !== null && visit.query.get('draft') === 'go';
  const { fields, was } = going ? draftParts(draft, now) : { fields: now, was: now };
  const discussion = await readDiscussion(visit, item.id);
  return page(there, {
    fields,
    was,
    discussion: isRefusal(discussion) ? null : discussion,
    version: going ? draft.version : (version ?? 1),
    draft: going ? null : draft,
    goingOn: going,
    others,
  });
}

async function saveItem(visit: CityVisit): Promise<Reply> {
  if (visit.params['item'] === NEW) return addItem(visit);
  const there = await itemVisit(visit);
  if (there === 'missing' || isRefusal(there)) return there;
  const { of, item, locked } = there;
  if (locked) return locked;
  const { form } = visit;
  const here = to('item', { ...of.params, item: item.id });
  if (form.text('act') === 'throw-draft') {
    await throwDraftAway(visit.acting, FORM, item.id);
    return { kind: 'go', to: here, done: 'draft-gone' };
  }
  const read = readItem(of, item, form);
  const was = readBase(form);
  const version = Number(form.text('version')) || 0;
  const fields = { ...was, ...read.fields };
  const shown = { fields, was, version, draft: null, goingOn: false, others: [] };
  if (form.text('act') === 'draft') {
    await keepDraft(visit, item, version, fields, was);
    return { kind: 'go', to: here, done: 'draft-saved' };
  }
  if (form.text('act') === 'preview') return page(there, { ...shown, preview: true });
  if (read.problems.length > 0) return page(there, shown, read.problems);

  const choices = Object.fromEntries(
    form
      .names()
      .filter((name) => name.startsWith('choice.'))
      .map((name) => [name.slice('choice.'.length), form.text(name)])
      .filter((entry): entry is [string, 'mine' | 'theirs'] => entry[1] === 'mine' || entry[1] === 'theirs'),
  );
  const done = await editItem(visit.acting, {
    planId: of.plan.id,
    itemId: item.id,
    version,
    base: was,
    fields,
    choices,
    languages: languagesOf(of),
    basis: basisOf(visit),
  });
  if (isRefusal(done)) return notNow(visit, done, planCrumbs(of).at(-1)!);
  if (isUnfit(done)) return page(there, shown, done.problems);
  if (!isOvertaken(done))
    return { kind: 'go', to: here, done: done.outcome === 'saved' ? 'saved' : 'nothing-changed' };
  return comparison(there, { ...shown, theirs: done.theirs, version: done.version, choices });
}

/** The script's draft: answers with the moment at which it was kept. */
async function autosave(visit: CityVisit): Promise<Reply> {
  const there = await itemVisit(visit);
  if (there === 'missing' || isRefusal(there)) return there;
  if (there.locked) return there.locked;
  const { fields } = readItem(there.of, there.item, visit.form);
  const was = readBase(visit.form);
  const version = Number(visit.form.text('version')) || 0;
  const kept = await keepDraft(visit, there.item, version, { ...was, ...fields }, was);
  return new Response('', { status: kept ? 200 : 413 });
}

/** The script's ping: keeps the visitor seen and answers who else is there, in words. */
async function present(visit: CityVisit): Promise<Reply> {
  const there = await itemVisit(visit);
  if (there === 'missing' || isRefusal(there)) return there;
  await beSeen(visit.acting, there.item.id);
  const others = await visit.read((tx) =>
    othersAt(tx, visit.city.id, there.item.id, visit.visitor.person.id, since(visit)),
  );
  const words = others.length === 0 ? '' : planEditingMessages(visit.locale).alsoOpen(others.join(', '));
  return new Response(words, { headers: { 'Content-Type': 'text/plain; charset=utf-8' } });
}

interface Shown {
  readonly fields: ItemFields;
  readonly was: ItemFields;
  readonly version: number;
  readonly draft: Draft | null;
  readonly goingOn: boolean;
  readonly others: readonly string[];
  readonly preview?: boolean;
  /** Comments and attachments under the form; left out where the form is shown again. */
  readonly discussion?: Discussion | null;
}

function page(there: ItemVisit, shown: Shown, problems: readonly Problem[] = []): PageReply {
  const { of } = there;
  return {
    kind: 'page',
    title: thingName(of, there.item),
    crumbs: planCrumbs(of),
    wide: true,
    problems,
    scripts: there.locked ? [] : ['office-item.js'],
    body: <ItemBody there={there} shown={shown} problems={problems} />,
  };
}

function comparison(
  there: ItemVisit,
  compared: Shown & { readonly theirs: ItemFields; readonly choices: Readonly<Record<string, string>> },
): PageReply {
  const t = planEditingMessages(there.of.visit.locale);
  return {
    kind: 'page',
    title: t.compareTitle,
    crumbs: planCrumbs(there.of, there.item),
    wide: true,
    status: 409,
    body: <ItemCompare of={there.of} item={there.item} {...compared} />,
  };
}

function ItemBody({
  there,
  shown,
  problems,
}: {
  there: ItemVisit;
  shown: Shown;
  problems: readonly Problem[];
}): ReactElement {
  const { of, item, locked: refused } = there;
  const { visit, plan, params } = of;
  const { locale } = visit;
  const t = planEditingMessages(locale);
  const here = to('item', { ...params, item: item.id });
  const { text, lang } = titleOf(visit, item);
  const level = item.kind === 'node' ? textOf(plan.levels[item.level]?.singular ?? null, locale) : t.task;
  const lacks = gaps(plan).filter(({ place }) => place.id === item.id);
  return (
    <>
      <h1>
        {item.code === null ? null : <span className="code">{item.code} </span>}
        <span lang={lang}>{text}</span>
      </h1>
      <p className="facts">
        <span className="tag">{level || t.goal}</span>
        {item.kind === 'task' ? <span className="tag">{t.taskStates[item.state]}</span> : null}
      </p>
      <ul className="places">
        {visit.canSomewhere('edit-plan') ? (
          <li>
            <a href={to('move', { ...params, item: item.id })}>{t.change}</a>
          </li>
        ) : null}
        <li>
          <a href={to('history', { ...params, item: item.id })}>{t.history}</a>
        </li>
        <li>
          <a href={to('rights', { ...params, item: item.id })}>{t.rights}</a>
        </li>
      </ul>
      <output className="present" data-presence={`${here}/presence`}>
        {shown.others.length > 0 ? t.alsoOpen(shown.others.join(', ')) : ''}
      </output>
      {shown.draft ? <DraftThere of={of} here={here} draft={shown.draft} /> : null}
      {shown.goingOn ? <p className="note">{t.draftShown}</p> : null}
      {refused ? (
        <p className="note">
          {t.readOnly} {refusalText(refused, locale)}
        </p>
      ) : null}
      {lacks.length > 0 ? (
        <details className="whole-gaps" open>
          <summary>{t.lacks}</summary>
          <ul>
            {lacks.map((gap) => (
              <li key={gap.code}>{problemText(gap, locale, () => thingName(of, item))}</li>
            ))}
          </ul>
        </details>
      ) : null}
      {shown.preview ? <Preview of={of} fields={shown.fields} /> : null}
      <form method="post" action={here} className="item" data-draft={refused ? undefined : `${here}/draft`}>
        <input type="hidden" name="version" value={shown.version} />
        <input type="hidden" name="was" value={JSON.stringify(shown.was)} />
        <ItemFieldsForm
          of={of}
          item={item}
          fields={shown.fields}
          problems={problems}
          readOnly={refused !== null}
        />
        {refused ? null : <BasisFields visit={visit} plan={plan} problems={problems} />}
        <div className="acts sticky">
          <Act name={officeMessages(locale).save} locale={locale} primary value="save" refused={refused} />
          {refused ? null : (
            <>
              <Act name={t.preview} locale={locale} value="preview" />
              <Act name={t.saveDraft} locale={locale} value="draft" />
            </>
          )}
        </div>
      </form>
      {shown.discussion ? <Comments of={shown.discussion} /> : null}
    </>
  );
}

function DraftThere({ of, here, draft }: { of: PlanVisit; here: string; draft: Draft }): ReactElement {
  const { visit } = of;
  const t = planEditingMessages(visit.locale);
  return (
    <form method="post" action={here} className="note draft">
      <span>{t.draftThere(formatMoment(draft.savedAt, visit.city.timeZone, visit.locale))}</span>{' '}
      <a className="ds-button" data-variant="secondary" href={`${here}?draft=go`}>
        {t.draftGo}
      </a>{' '}
      <Act name={t.draftThrow} locale={visit.locale} value="throw-draft" />
    </form>
  );
}

/** The texts as the portal shows them. */
function Preview({ of, fields }: { of: PlanVisit; fields: ItemFields }): ReactElement {
  const { locale } = of.visit;
  const t = planEditingMessages(locale);
  const languages = languagesOf(of);
  const some = languages.some((language) => fields[`description.${language}`]);
  return (
    <section className="card preview" tabIndex={-1} data-focus>
      <h2>{t.previewTitle}</h2>
      {some ? null : <p className="small">{t.previewEmpty}</p>}
      <div className="two-sides">
        {languages.map((language) => (
          <div key={language} lang={language}>
            <Markdown
              texts={{ [language]: fields[`description.${language}`] ?? '' }}
              locale={locale}
              main={[language]}
            />
          </div>
        ))}
      </div>
    </section>
  );
}

function keepDraft(
  visit: CityVisit,
  item: Item,
  version: number,
  fields: ItemFields,
  was: ItemFields,
): Promise<boolean> {
  const kept = { ...fields, was: JSON.stringify(was) };
  return saveDraft(visit.acting, { form: FORM, thingId: item.id, version, fields: kept });
}

function draftParts(
  draft: Draft,
  now: ItemFields,
): { readonly fields: ItemFields; readonly was: ItemFields } {
  const { was: begun, ...typed } = draft.fields as ItemFields;
  const known = Object.fromEntries(Object.entries(typed).filter(([name]) => name in now));
  let was: ItemFields = now;
  try {
    was = JSON.parse(begun ?? '{}') as ItemFields;
  } catch {
    // A draft from before drafts kept what they began with.
  }
  return { fields: { ...now, ...known }, was };
}

function since({ now }: CityVisit): string {
  return new Date(Date.parse(now) - PRESENT_MS).toISOString();
}
