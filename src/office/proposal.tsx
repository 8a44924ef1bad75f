/** The proposal of a new plan: the source beside what becomes of it; every line can be changed, nothing is saved yet. */
import type { ReactElement } from 'react';
import { dropImport, keepImport } from '../acts/keep-import.ts';
import { isUnfit } from '../acts/acting.ts';
import { saveImportedPlan } from '../acts/save-imported-plan.ts';
import { importDraft } from '../database/import-draft.ts';
import type { Edit } from '../intake/edit.ts';
import { MOST_LEVELS } from '../intake/edit-row.ts';
import type { EditRow, Outline } from '../intake/edit-row.ts';
import { nameOfLevel, outlineNow, slugOf } from '../intake/plan-draft.ts';
import type { PlanDraft } from '../intake/plan-draft.ts';
import { isRefusal } from '../problem.ts';
import type { Problem } from '../problem.ts';
import { newPlanMessages } from '../text/new-plan.ts';
import type { NewPlanMessages } from '../text/new-plan.ts';
import { problemText } from '../text/problems.ts';
import { to } from './addresses.ts';
import { Act, Field } from './fields.tsx';
import { draftPath } from './new-plan.tsx';
import { readEdits } from './proposal-form.ts';
import { Rows, ROWS_A_PAGE } from './proposal-rows.tsx';
import { inCity } from './route.ts';
import type { CityVisit, PageReply, Reply } from './visit.ts';

export const proposalRoutes = [
  inCity('GET', 'newPlan', 'import', show, '/:draft'),
  inCity('POST', 'newPlan', 'import', change, '/:draft'),
];

interface Kept {
  readonly id: string;
  readonly version: number;
  readonly draft: PlanDraft;
}

async function kept(visit: CityVisit): Promise<Kept | null> {
  const id = visit.params['draft'] ?? '';
  if (!/^[0-9a-f-]{36}$/u.test(id)) return null;
  const found = await visit.read((tx) =>
    importDraft(tx, visit.city.id, visit.visitor.person.id, 'import', id),
  );
  return found && { id, version: found.version, draft: JSON.parse(found.state) as PlanDraft };
}

async function show(visit: CityVisit): Promise<Reply> {
  const found = await kept(visit);
  return found ? page(visit, found, []) : 'missing';
}

async function change(visit: CityVisit): Promise<Reply> {
  const found = await kept(visit);
  if (!found) return 'missing';
  const { form, city } = visit;
  const act = form.text('act');
  if (act === 'discard') {
    await dropImport(visit.acting, 'import', found.id);
    return { kind: 'go', to: to('newPlan', { city: city.slug }), done: 'import-discarded' };
  }
  if (act === 'save-plan') return save(visit, found);
  if (Number(form.text('version')) !== found.version)
    return page(visit, found, [{ code: 'draft-changed', place: {}, values: {} }]);
  const { edits, at } = readEdits(form, outlineNow(found.draft));
  const all = act === 'undo' ? found.draft.edits.slice(0, -1) : [...found.draft.edits, ...edits];
  const changed = await keep(visit, found, all);
  if (isRefusal(changed)) return changed;
  const query = form.text('page') === '' ? '' : `?page=${Number(form.text('page'))}`;
  return { kind: 'go', to: `${draftPath(city.slug, found.id)}${query}${at === null ? '' : `#row-${at}`}` };
}

function keep(
  visit: CityVisit,
  { id, version, draft }: Kept,
  edits: readonly Edit[],
): ReturnType<typeof keepImport> {
  return keepImport(visit.acting, {
    form: 'import',
    thingId: id,
    version: version + 1,
    name: draft.proposal.title || draft.fileName || '',
    state: { ...draft, edits },
  });
}

async function save(visit: CityVisit, found: Kept): Promise<Reply> {
  const { form, city } = visit;
  const problems: Problem[] = [];
  const add = (code: string, field: string): void =>
    void problems.push({ code, place: { field }, values: {} });
  const title = form.text('title').slice(0, 500);
  const slug = form.text('slug');
  if (title === '') add('required', 'title');
  if (!/^[a-z0-9](?:[a-z0-9-]{0,62}[a-z0-9])?$/u.test(slug))
    add(slug === '' ? 'required' : 'not-a-slug', 'slug');
  const startYear = yearOf(form.text('startYear'));
  const endYear = yearOf(form.text('endYear'));
  if (Number.isNaN(startYear)) add('not-a-year', 'startYear');
  if (endYear === null) add('required', 'endYear');
  else if (Number.isNaN(endYear)) add('not-a-year', 'endYear');
  if (startYear !== null && endYear !== null && startYear > endYear) add('years-reversed', 'endYear');
  if (problems.length > 0) return page(visit, found, problems);
  const answer = await saveImportedPlan(visit.acting, {
    draftId: found.id,
    version: Number(form.text('version')),
    slug,
    title,
    startYear,
    endYear: endYear!,
  });
  if (isRefusal(answer)) return answer;
  if (isUnfit(answer)) return page(visit, found, answer.problems);
  return { kind: 'go', to: to('plan', { city: city.slug, plan: answer.slug }), done: 'plan-imported' };
}

/** Null where nothing was typed, NaN where it is no year. */
function yearOf(text: string): number | null {
  if (text === '') return null;
  return /^[12]\d{3}$/u.test(text) ? Number(text) : Number.NaN;
}

function page(visit: CityVisit, found: Kept, problems: readonly Problem[]): PageReply {
  const { locale, city } = visit;
  const t = newPlanMessages(locale);
  const { draft } = found;
  const outline = outlineNow(draft);
  const taken = outline.rows.filter((row) => row.taken);
  const pages = Math.max(1, Math.ceil(outline.rows.length / ROWS_A_PAGE));
  const number = Math.min(pages, Math.max(1, Number(visit.query.get('page') ?? '1') || 1));
  const body: ReactElement = (
    <>
      <h1>{t.review}</h1>
      <p>
        {draft.format === 'none' ? t.reviewEmpty : t.reviewLead(taken.length, draft.lines.length)}
        {draft.format === 'none' ? null : ` ${t.source}: ${draft.fileName ?? t.pasted}.`}
      </p>
      <Announced draft={draft} outline={outline} visit={visit} />
      {outline.rows.length === 0 ? null : (
        <form method="post" className="proposal" id="proposal" data-proposal>
          <input type="hidden" name="version" value={found.version} />
          {number > 1 ? <input type="hidden" name="page" value={number} /> : null}
          <Bulk outline={outline} edits={draft.edits.length} visit={visit} t={t} />
          <Rows visit={visit} draft={draft} outline={outline} from={(number - 1) * ROWS_A_PAGE} />
          <Bulk outline={outline} edits={draft.edits.length} visit={visit} t={t} bottom />
        </form>
      )}
      {pages > 1 ? (
        <nav aria-label={t.pages} className="pages">
          {Array.from({ length: pages }, (_, at) => (
            <a key={at} href={`?page=${at + 1}`} aria-current={at + 1 === number ? 'page' : undefined}>
              {t.page(at + 1)}
            </a>
          ))}
        </nav>
      ) : null}
      <SaveForm visit={visit} found={found} outline={outline} problems={problems} />
    </>
  );
  return {
    kind: 'page',
    title: t.review,
    body,
    problems,
    wide: true,
    crumbs: [{ name: t.title, href: to('newPlan', { city: city.slug }) }],
    scripts: ['import.js'],
  };
}

/** What the source promises and does not give, and the limits that reading hit. */
function Announced({
  draft,
  outline,
  visit,
}: {
  draft: PlanDraft;
  outline: Outline;
  visit: CityVisit;
}): ReactElement | null {
  const { locale } = visit;
  const t = newPlanMessages(locale);
  const { announcements, problems } = draft.proposal;
  const counts = outline.levels
    .map((_, depth) => ({
      depth,
      name: nameOfLevel(outline, depth, draft.language).plural,
      count: outline.rows.filter((row) => row.taken && row.level === depth).length,
    }))
    .filter(({ count }) => count > 0);
  return (
    <div className="proposal-head">
      {counts.length === 0 ? null : (
        <section>
          <h2>{t.perLevel}</h2>
          <ol lang={draft.language === locale ? undefined : draft.language}>
            {counts.map(({ depth, name, count }) => (
              <li key={depth}>
                {name}: <strong>{count}</strong>
              </li>
            ))}
          </ol>
        </section>
      )}
      {announcements.length === 0 ? null : (
        <section>
          <h2>{t.announced}</h2>
          <ul>
            {announcements.map((one, at) => (
              // oxlint-disable-next-line react/no-array-index-key -- the list is made once
              <li key={at} className={one.code === 'count-met' ? undefined : 'gap'}>
                {problemText({ code: one.code, place: { line: one.line }, values: one.values }, locale)}{' '}
                <span className="small">({t.lines(one.line, one.line)})</span>
              </li>
            ))}
          </ul>
        </section>
      )}
      {problems.length === 0 ? null : (
        <section>
          <h2>{t.remarks}</h2>
          <ul>
            {problems.map((one, at) => (
              // oxlint-disable-next-line react/no-array-index-key -- the list is made once
              <li key={at}>{problemText(one, locale)}</li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}

/** Acts on many lines. The first button is the one that Enter presses. */
function Bulk({
  outline,
  edits,
  visit,
  t,
  bottom = false,
}: {
  outline: Outline;
  edits: number;
  visit: CityVisit;
  t: NewPlanMessages;
  bottom?: boolean;
}): ReactElement {
  const { locale } = visit;
  const unsure = outline.rows.filter((row: EditRow) => row.origin === 'unsure' && !row.taken).length;
  return (
    <div className={bottom ? 'bulk bottom' : 'bulk'}>
      <Act name={t.apply} locale={locale} value="apply" />
      <span className="group">
        <span>{t.selected}</span>
        <Act name={t.acceptSelected} locale={locale} value="accept-selected" />
        <Act name={t.rejectSelected} locale={locale} value="reject-selected" />
      </span>
      {unsure > 0 ? <Act name={t.acceptUnsure(unsure)} locale={locale} value="accept-unsure" /> : null}
      {outline.rows.some((row) => row.origin === 'unsure' && row.taken) ? (
        <Act name={t.rejectUnsure} locale={locale} value="reject-unsure" />
      ) : null}
      {edits > 0 ? <Act name={t.undo} locale={locale} value="undo" /> : null}
      {bottom ? null : (
        <p className="small keys" hidden data-keys>
          {t.keys}
        </p>
      )}
    </div>
  );
}

function SaveForm({
  visit,
  found,
  outline,
  problems,
}: {
  visit: CityVisit;
  found: Kept;
  outline: Outline;
  problems: readonly Problem[];
}): ReactElement {
  const { locale, form } = visit;
  const t = newPlanMessages(locale);
  const { draft } = found;
  const { title, horizonStart, horizonYear } = draft.proposal;
  const typed = form.has('title');
  const value = (name: string, suggested: string): string => (typed ? form.text(name) : suggested);
  const common = { locale, problems };
  const shown = Math.min(
    MOST_LEVELS,
    Math.max(1, ...outline.rows.map((row) => (row.taken ? row.level + 1 : 0)), outline.levels.length),
  );
  return (
    <>
      <form method="post" className="card">
        <input type="hidden" name="version" value={found.version} />
        <h2>{t.perLevel}</h2>
        {Array.from({ length: shown }, (_, depth) => {
          const names = nameOfLevel(outline, depth, draft.language);
          return (
            <div className="fields-two" key={depth}>
              <Field
                {...common}
                name={`singular-${depth}`}
                label={t.levelSingular(depth + 1)}
                value={names.singular}
                required
              />
              <Field
                {...common}
                name={`plural-${depth}`}
                label={t.levelPlural(depth + 1)}
                value={names.plural}
                required
              />
            </div>
          );
        })}
        <Act name={t.saveLevels} locale={locale} value="levels" />
      </form>
      <form method="post" className="card" id="save">
        <input type="hidden" name="version" value={found.version} />
        <h2>{t.planTitle}</h2>
        <Field
          {...common}
          name="title"
          label={t.planName}
          value={value('title', title)}
          required
          lang={draft.language}
        />
        <Field
          {...common}
          name="slug"
          label={t.slug}
          hint={t.slugHint}
          value={value('slug', slugOf(title))}
          required
        />
        <div className="fields-two">
          <Field
            {...common}
            name="startYear"
            label={t.startYear}
            inputMode="numeric"
            maxLength={4}
            value={value('startYear', String(horizonStart ?? ''))}
          />
          <Field
            {...common}
            name="endYear"
            label={t.endYear}
            hint={t.endHint}
            inputMode="numeric"
            maxLength={4}
            value={value('endYear', String(horizonYear ?? ''))}
            required
          />
        </div>
        <div className="acts">
          <Act name={t.savePlan} locale={locale} value="save-plan" primary />
        </div>
      </form>
      <form method="post">
        <Act name={t.discard} locale={locale} value="discard" danger />
      </form>
    </>
  );
}
