/** A plan's settings, and the start of the next strategy from it. */
import type { ReactElement, ReactNode } from 'react';
import { isUnfit } from '../acts/acting.ts';
import { editSettings } from '../acts/edit-settings.ts';
import { startNextPlan } from '../acts/start-next-plan.ts';
import { newestEdition } from '../database/edition.ts';
import { planRecord } from '../database/plan.ts';
import type { PlanRecord } from '../database/plan.ts';
import type { Texts } from '../model/plan.ts';
import { FREQUENCIES, PLAN_STATES } from '../model/plan.ts';
import type { PlanHeader } from '../model/plan-patch.ts';
import { isRefusal } from '../problem.ts';
import type { Problem, Refusal } from '../problem.ts';
import { officeMessages } from '../text/office.ts';
import { planEditingMessages } from '../text/plan-editing.ts';
import { planSettingsMessages } from '../text/plan-settings.ts';
import { to } from './addresses.ts';
import { BasisFields, basisOf } from './basis-fields.tsx';
import { Act, Field, Select, TextArea } from './fields.tsx';
import { MAX_LEVELS, readSettings } from './plan-settings-form.ts';
import { notNow } from './not-now.tsx';
import type { PlanVisit } from './plan-visit.ts';
import { languagesOf, planCrumbs, planVisit } from './plan-visit.ts';
import { inCity } from './route.ts';
import type { CityVisit, PageReply, Reply } from './visit.ts';

export const planSettingsRoutes = [
  inCity('GET', 'planSettings', 'settings', settingsPage),
  inCity('POST', 'planSettings', 'settings', change),
];

interface Standing {
  readonly record: PlanRecord;
  readonly published: boolean;
}

async function settingsPage(visit: CityVisit): Promise<Reply> {
  const of = await planVisit(visit);
  return of ? page(of, await standing(of), of.plan) : 'missing';
}

function standing({ visit, plan }: PlanVisit): Promise<Standing> {
  return visit.read(async (tx) => ({
    record: (await planRecord(tx, visit.city.id, plan.id))!,
    published: (await newestEdition(tx, visit.city.id, plan.id)) !== null,
  }));
}

async function change(visit: CityVisit): Promise<Reply> {
  const of = await planVisit(visit);
  if (!of) return 'missing';
  const { form } = visit;
  if (form.text('act') === 'next') return startNext(of);
  const now = await standing(of);
  const { header, problems } = readSettings(of.plan, form, languagesOf(of), visit.acting.newId);
  const act = form.text('act');
  if (act === 'add-level' || act === 'remove-level' || act === 'add-grouping') return page(of, now, header);
  if (problems.length > 0) return page(of, now, header, problems);
  const done = await editSettings(visit.acting, {
    planId: of.plan.id,
    version: Number(form.text('version')) || 0,
    header,
    confirmPublication: form.has('confirmPublication'),
    basis: basisOf(visit),
  });
  if (isRefusal(done)) return notNow(visit, done, planCrumbs(of).at(-1)!);
  if (isUnfit(done)) return page(of, now, header, done.problems);
  return { kind: 'go', to: to('planSettings', { city: visit.city.slug, plan: done.slug }), done: 'saved' };
}

async function startNext(of: PlanVisit): Promise<Reply> {
  const { visit, plan } = of;
  const { form } = visit;
  const problems: Problem[] = [];
  const texts = (name: string): Texts =>
    Object.fromEntries(
      languagesOf(of)
        .map((language) => [language, form.text(`${name}.${language}`)] as const)
        .filter(([, text]) => text !== ''),
    );
  const required = (name: string, there: boolean, code = 'required'): void => {
    if (!there) problems.push({ code, place: { field: name }, values: {} });
  };
  const title = texts('nextTitle');
  const slug = form.text('nextSlug');
  const endOn = form.text('nextEndOn');
  required(`nextTitle.${languagesOf(of)[0]}`, Object.keys(title).length > 0, 'title-required');
  required('nextSlug', /^[a-z0-9](?:[a-z0-9-]{0,62}[a-z0-9])?$/.test(slug), 'not-a-slug');
  required('nextEndOn', /^\d{4}-\d{2}-\d{2}$/.test(endOn), 'not-a-date');
  if (problems.length > 0) return page(of, await standing(of), plan, problems);
  const done = await startNextPlan(visit.acting, plan.id, {
    slug,
    title,
    shortTitle: title,
    startOn: form.text('nextStartOn') || null,
    endOn,
    withTasks: form.has('withTasks'),
  });
  if (isRefusal(done)) return notNow(visit, done, planCrumbs(of).at(-1)!);
  if (isUnfit(done)) return page(of, await standing(of), plan, done.problems);
  return { kind: 'go', to: to('plan', { city: visit.city.slug, plan: done.slug }), done: 'plan-started' };
}

function page(
  of: PlanVisit,
  now: Standing,
  header: PlanHeader,
  problems: readonly Problem[] = [],
): PageReply {
  const t = planSettingsMessages(of.visit.locale);
  return {
    kind: 'page',
    title: t.title,
    crumbs: planCrumbs(of),
    problems,
    wide: true,
    body: <Settings of={of} now={now} header={header} problems={problems} />,
  };
}

interface Shown {
  readonly of: PlanVisit;
  readonly now: Standing;
  readonly header: PlanHeader;
  readonly problems: readonly Problem[];
}

function Settings({ of, now, header, problems }: Shown): ReactElement {
  const { visit, plan, params } = of;
  const { locale, form } = visit;
  const t = planSettingsMessages(locale);
  const e = planEditingMessages(locale);
  const { act } = header;
  const sides = (
    name: string,
    label: string,
    value: Texts | null,
    more: { rows?: number; hint?: string } = {},
  ): ReactElement => <Sides of={of} name={name} label={label} value={value} problems={problems} {...more} />;
  const line = (
    name: string,
    label: string,
    value: string,
    more: { type?: 'date' | 'number' | 'url'; hint?: string; readOnly?: boolean } = {},
  ): ReactElement => (
    <Field name={name} label={label} locale={locale} value={value} problems={problems} {...more} />
  );
  return (
    <>
      <h1>{t.title}</h1>
      <form method="post" action={to('planSettings', params)} className="item">
        <input type="hidden" name="version" value={now.record.version} />
        <input type="hidden" name="groupingCount" value={groupingCount(of)} />
        <Part title={t.names}>
          {sides('title', t.planTitle, header.title)}
          {sides('shortTitle', t.shortTitle, header.shortTitle)}
          {sides('summary', t.summary, header.summary, { rows: 2 })}
          {line('slug', t.slug, header.slug, {
            hint: now.published ? t.slugFixed : t.slugHint,
            readOnly: now.published,
          })}
        </Part>
        <Part title={t.standing}>
          <div className="fields-two">
            {line('startOn', t.startOn, header.horizon.startOn ?? '', { type: 'date' })}
            {line('endOn', t.endOn, header.horizon.endOn, { type: 'date' })}
          </div>
          <Select
            name="state"
            label={t.state}
            locale={locale}
            value={header.state}
            choices={PLAN_STATES.map((state) => ({ value: state, name: e.planStates[state] }))}
          />
          <h3>{t.act}</h3>
          <p className="small">{t.actHint}</p>
          <div className="fields-two">
            {line('act.number', t.actNumber, act?.number ?? '')}
            {line('act.on', t.actOn, act?.on ?? '', { type: 'date' })}
          </div>
          {sides('act.body', t.actBody, act?.body ?? null)}
          {sides('act.title', t.actTitle, act?.title ?? null)}
          {line('act.address', t.actAddress, act?.address ?? '', { type: 'url' })}
        </Part>
        <Part title={t.words}>
          {sides('vision', t.vision, header.vision, { rows: 4 })}
          {sides('mission', t.mission, header.mission, { rows: 4 })}
          <Lines of={of} name="values" label={t.values} hint={t.valuesHint} rows={header.values} />
        </Part>
        <Levels of={of} header={header} problems={problems} now={now} />
        <Areas of={of} header={header} problems={problems} now={now} />
        <Part title={t.reporting}>
          <div className="fields-two">
            <Select
              name="frequency"
              label={t.frequency}
              locale={locale}
              value={header.reporting.frequency ?? ''}
              choices={[
                { value: '', name: t.noFrequency },
                ...FREQUENCIES.map((one) => ({ value: one, name: t.frequencies[one] })),
              ]}
            />
            {line('nextReportOn', t.nextReportOn, header.reporting.nextReportOn ?? '', { type: 'date' })}
            {line('graceDays', t.graceDays, String(header.reporting.graceDays), { type: 'number' })}
            {line('behindPoints', t.behindPoints, String(header.behindPoints), { type: 'number' })}
            <Select
              name="weights"
              label={t.weights}
              locale={locale}
              value={header.weights}
              choices={(['none', 'whole'] as const).map((one) => ({ value: one, name: t.weightKinds[one] }))}
            />
          </div>
        </Part>
        <Part title={t.publishing}>
          {line('licence', t.licence, header.licence ?? '', { hint: t.licenceHint })}
          <label className="choice">
            <input
              type="checkbox"
              name="confirmPublication"
              defaultChecked={
                form.has('version') ? form.has('confirmPublication') : now.record.confirmPublication
              }
            />{' '}
            {t.confirm}
          </label>
        </Part>
        <BasisFields visit={visit} plan={plan} problems={problems} />
        <div className="acts sticky">
          <Act name={officeMessages(locale).save} locale={locale} value="save" primary />
        </div>
      </form>
      <Next of={of} problems={problems} />
    </>
  );
}

function Levels({ of, header, problems }: Shown): ReactElement {
  const { visit } = of;
  const t = planSettingsMessages(visit.locale);
  const act = visit.form.text('act');
  const step = act === 'add-level' ? 1 : act === 'remove-level' ? -1 : 0;
  const count = Math.min(MAX_LEVELS, Math.max(1, header.levels.length + step));
  const used = of.plan.nodes.some((node) => node.level === count - 1);
  const why: Refusal | null = used && count > 0 ? { refused: 'level-in-use', values: {} } : null;
  return (
    <Part title={t.levels}>
      <p className="small">{t.levelsLead}</p>
      <input type="hidden" name="levelCount" value={count} />
      {Array.from({ length: count }, (_, at) => (
        <fieldset className="field" key={at}>
          <legend>{t.level(at + 1)}</legend>
          {(['singular', 'plural'] as const).map((name) => (
            <Sides
              key={name}
              of={of}
              name={`level.${at}.${name}`}
              label={t[name]}
              value={header.levels[at]?.[name] ?? null}
              problems={problems}
            />
          ))}
        </fieldset>
      ))}
      <div className="acts" id="removeLevel" tabIndex={-1}>
        {count < MAX_LEVELS ? <Act name={t.addLevel} locale={visit.locale} value="add-level" /> : null}
        {count > 1 ? (
          <Act name={t.removeLevel} locale={visit.locale} value="remove-level" refused={why} />
        ) : null}
      </div>
    </Part>
  );
}

function groupingCount({ visit, plan }: PlanVisit): number {
  const { form } = visit;
  if (!form.has('groupingCount')) return plan.groupings.length;
  const left = Number(form.text('groupingCount')) || 0;
  return left + (form.text('act') === 'add-grouping' ? 1 : 0);
}

function Areas({ of, header, problems }: Shown): ReactElement {
  const { visit } = of;
  const { locale } = visit;
  const t = planSettingsMessages(locale);
  return (
    <Part title={t.areas}>
      <p className="small">{t.areasLead}</p>
      {Array.from({ length: groupingCount(of) }, (_, at) => {
        const grouping = header.groupings[at];
        return (
          <fieldset className="field" key={at}>
            <legend>{t.grouping(at + 1)}</legend>
            {(['singular', 'plural'] as const).map((name) => (
              <Sides
                key={name}
                of={of}
                name={`grouping.${at}.${name}`}
                label={t[name]}
                value={grouping?.[name] ?? null}
                problems={problems}
              />
            ))}
            <Lines
              of={of}
              name={`grouping.${at}.groups`}
              label={t.groups}
              hint={t.groupsHint}
              rows={(grouping?.groups ?? []).map((group) => group.name ?? {})}
            />
            <label className="choice">
              <input type="checkbox" name="removeGrouping" value={at} /> {t.removeGrouping}
            </label>
          </fieldset>
        );
      })}
      <Act name={t.addGrouping} locale={locale} value="add-grouping" />
    </Part>
  );
}

function Next({ of, problems }: { of: PlanVisit; problems: readonly Problem[] }): ReactElement {
  const { visit, params } = of;
  const { locale, form } = visit;
  const t = planSettingsMessages(locale);
  const right = visit.can('edit-plan');
  return (
    <details className="card more" open={form.text('act') === 'next' || undefined}>
      <summary>{t.next}</summary>
      <p>{t.nextLead}</p>
      <form method="post" action={to('planSettings', params)}>
        <Sides of={of} name="nextTitle" label={t.planTitle} value={null} problems={problems} />
        <Field
          name="nextSlug"
          label={t.slug}
          hint={t.slugHint}
          locale={locale}
          value={form.text('nextSlug')}
          problems={problems}
        />
        <div className="fields-two">
          <Field
            name="nextStartOn"
            type="date"
            label={t.startOn}
            locale={locale}
            value={form.text('nextStartOn')}
            problems={problems}
          />
          <Field
            name="nextEndOn"
            type="date"
            label={t.endOn}
            locale={locale}
            value={form.text('nextEndOn')}
            problems={problems}
            required
          />
        </div>
        <label className="choice">
          <input type="checkbox" name="withTasks" defaultChecked={form.has('withTasks')} /> {t.withTasks}
        </label>
        <Act name={t.nextDo} locale={locale} value="next" refused={right === true ? null : right} />
      </form>
    </details>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }): ReactElement {
  return (
    <section className="card">
      <h2>{title}</h2>
      {children}
    </section>
  );
}

/** One text in every language of the city; what was sent goes before what is kept. */
function Sides({
  of,
  name,
  label,
  value,
  problems,
  rows,
  hint,
}: {
  of: PlanVisit;
  name: string;
  label: string;
  value: Texts | null;
  problems: readonly Problem[];
  rows?: number;
  hint?: string;
}): ReactElement {
  const { locale, form } = of.visit;
  const t = planEditingMessages(locale);
  return (
    <div className="two-sides">
      {languagesOf(of).map((language) => {
        const field = `${name}.${language}`;
        const props = {
          name: field,
          label: `${label} ${t.languages[language] ?? language}`,
          locale,
          lang: language,
          value: form.has(field) ? form.text(field) : (value?.[language] ?? ''),
          problems,
          ...(hint === undefined ? {} : { hint }),
        };
        return rows === undefined ? (
          <Field key={field} {...props} />
        ) : (
          <TextArea key={field} {...props} rows={rows} />
        );
      })}
    </div>
  );
}

/** A list of texts as lines, one column a language. */
function Lines({
  of,
  name,
  label,
  hint,
  rows,
}: {
  of: PlanVisit;
  name: string;
  label: string;
  hint: string;
  rows: readonly Texts[];
}): ReactElement {
  const { locale, form } = of.visit;
  const t = planEditingMessages(locale);
  return (
    <div className="two-sides">
      {languagesOf(of).map((language) => {
        const field = `${name}.${language}`;
        return (
          <TextArea
            key={field}
            name={field}
            label={`${label} ${t.languages[language] ?? language}`}
            hint={hint}
            locale={locale}
            lang={language}
            rows={Math.min(12, Math.max(3, rows.length + 1))}
            value={form.has(field) ? form.raw(field) : rows.map((row) => row[language] ?? '').join('\n')}
          />
        );
      })}
    </div>
  );
}
