/** A sheet into a plan: upload, columns, preview cell by cell, decisions, and only then the import. */
import type { ReactElement } from 'react';
import { isUnfit } from '../acts/acting.ts';
import { digestOf, importSheet, isPartial } from '../acts/import-sheet.ts';
import { dropImport, keepImport } from '../acts/keep-import.ts';
import { importDraft } from '../database/import-draft.ts';
import { sha256 } from '../edition/canonical.ts';
import { csvText, formulaSafe } from '../exchange/csv.ts';
import { changesOf } from '../intake/sheet-changes.ts';
import type { RowDecision, SheetChanges } from '../intake/sheet-changes.ts';
import type { SheetDraft } from '../intake/sheet-draft.ts';
import { guessMapping, targetsOf } from '../intake/sheet-mapping.ts';
import { planTable, tableHeader } from '../intake/sheet-table.ts';
import { isRefusal } from '../problem.ts';
import type { Problem } from '../problem.ts';
import { writeWorkbook } from '../system/sheet.ts';
import { sheetImportMessages } from '../text/sheet-import.ts';
import { to } from './addresses.ts';
import { basisOf } from './basis-fields.tsx';
import { Act } from './fields.tsx';
import { FileField } from './new-plan.tsx';
import { planCrumbs, planVisit } from './plan-visit.ts';
import type { PlanVisit } from './plan-visit.ts';
import { inCity } from './route.ts';
import { readGrid } from './sheet-file.ts';
import { SheetReview } from './sheet-review.tsx';
import type { CityVisit, FileReply, PageReply, Reply } from './visit.ts';

export const sheetImportRoutes = [
  inCity('GET', 'import', 'import', show),
  inCity('POST', 'import', 'import', change),
];

const MOST_BYTES = 5_000_000;
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const DECISIONS: ReadonlySet<string> = new Set(['same', 'new', 'skip']);

interface Kept {
  readonly version: number;
  readonly draft: SheetDraft;
}

async function keptFor({ visit, plan }: PlanVisit): Promise<Kept | null> {
  const { city, visitor } = visit;
  const found = await visit.read((tx) =>
    importDraft(tx, city.id, visitor.person.id, 'import-sheet', plan.id),
  );
  return found && { version: found.version, draft: JSON.parse(found.state) as SheetDraft };
}

async function show(visit: CityVisit): Promise<Reply> {
  const of = await planVisit(visit);
  if (!of) return 'missing';
  const file = visit.query.get('template') ?? visit.query.get('export');
  if (file !== null) return download(of, file, visit.query.has('export'));
  const kept = await keptFor(of);
  return kept ? review(of, kept, []) : start(of, []);
}

/** The template or the plan, as it can be uploaded again. */
async function download({ visit, plan }: PlanVisit, format: string, whole: boolean): Promise<Reply> {
  const rows = whole ? planTable(visit.city, plan) : [tableHeader(visit.city)];
  const name = `${plan.slug}${whole ? '' : '-template'}`;
  if (format === 'csv')
    return csvFile(
      name,
      rows.map((row) => row.map(formulaSafe)),
    );
  if (format !== 'xlsx') return 'missing';
  const bytes = await writeWorkbook(plan.slug.slice(0, 31), rows);
  return isRefusal(bytes) ? bytes : { kind: 'file', name: `${name}.xlsx`, type: XLSX, bytes };
}

function csvFile(name: string, rows: readonly (readonly string[])[]): FileReply {
  return { kind: 'file', name: `${name}.csv`, type: 'text/csv; charset=utf-8', bytes: csvText(rows, ';') };
}

async function change(visit: CityVisit): Promise<Reply> {
  const of = await planVisit(visit);
  if (!of) return 'missing';
  const act = visit.form.text('act');
  if (act === 'upload') return upload(of);
  const kept = await keptFor(of);
  if (!kept) return start(of, []);
  if (act === 'discard') {
    await dropImport(visit.acting, 'import-sheet', of.plan.id);
    return { kind: 'go', to: to('import', of.params), done: 'import-discarded' };
  }
  if (act === 'confirm') return confirm(of, kept);
  if (Number(visit.form.text('version')) !== kept.version)
    return review(of, kept, [{ code: 'draft-changed', place: {}, values: {} }]);
  return keep(
    of,
    kept.version + 1,
    act === 'mapping' ? withMapping(of, kept.draft) : withDecisions(of, kept.draft, act),
  );
}

async function keep(of: PlanVisit, version: number, draft: SheetDraft): Promise<Reply> {
  const answer = await keepImport(of.visit.acting, {
    form: 'import-sheet',
    thingId: of.plan.id,
    version,
    name: draft.fileName,
    state: draft,
  });
  if (isRefusal(answer)) return answer;
  const page = of.visit.form.text('page');
  return { kind: 'go', to: to('import', of.params, { page: /^\d{1,4}$/u.test(page) ? page : null }) };
}

async function upload(of: PlanVisit): Promise<Reply> {
  const file = of.visit.form.file('file');
  const wrong = (code: string, values: Problem['values'] = {}): PageReply =>
    start(of, [{ code, place: { field: 'file' }, values }]);
  if (!file) return wrong('file-missing');
  if (file.size > MOST_BYTES) return wrong('file-too-large', { most: MOST_BYTES / 1_000_000 });
  const bytes = new Uint8Array(await file.arrayBuffer());
  const read = await readGrid(bytes, file.name);
  if (typeof read === 'string') return wrong(read, { name: file.name.slice(0, 100) });
  const { languages } = of.visit.city;
  return keep(of, 1, {
    ...read,
    fileName: file.name.slice(0, 200),
    hash: sha256(bytes),
    mapping: guessMapping(read.grid.headers, languages),
    decisions: {},
    clearEmpty: false,
    wholeOnly: false,
  });
}

function withMapping({ visit }: PlanVisit, draft: SheetDraft): SheetDraft {
  const { form, city } = visit;
  const known = targetsOf(city.languages);
  const taken = new Set<string>();
  const mapping = draft.grid.headers.map((_, column) => {
    const target = form.text(`column-${column}`);
    if (!known.includes(target) || taken.has(target)) return null;
    taken.add(target);
    return target;
  });
  return { ...draft, mapping, clearEmpty: form.has('clearEmpty'), wholeOnly: form.has('wholeOnly') };
}

function withDecisions(of: PlanVisit, draft: SheetDraft, act: string): SheetDraft {
  const { form } = of.visit;
  const decisions: Record<string, RowDecision> = { ...draft.decisions };
  for (const name of form.names()) {
    const [, index] = /^decision-(\d{1,6})$/u.exec(name) ?? [];
    if (index === undefined) continue;
    const said = form.text(name);
    if (DECISIONS.has(said)) decisions[index] = said as RowDecision;
    else delete decisions[index];
  }
  if (act === 'all-same' || act === 'all-new')
    for (const row of preview(of, { ...draft, decisions }).rows)
      if (row.outcome === 'undecided' && (act === 'all-new' || row.doubt !== ''))
        decisions[String(row.index)] = act === 'all-same' ? 'same' : 'new';
  return { ...draft, decisions };
}

async function confirm(of: PlanVisit, kept: Kept): Promise<Reply> {
  const { visit, plan, params } = of;
  const answer = await importSheet(visit.acting, {
    planId: plan.id,
    digest: visit.form.text('digest'),
    basis: plan.state === 'in-force' ? basisOf(visit) : null,
  });
  if (isRefusal(answer)) return answer;
  if (isUnfit(answer)) return review(of, kept, answer.problems);
  return { kind: 'go', to: `${to('receipts', params)}/${answer.receiptId}`, done: 'sheet-imported' };
}

/** What the draft would do to the plan as it is now. Ids of new items stand for themselves only. */
function preview({ visit, plan }: PlanVisit, draft: SheetDraft): SheetChanges {
  let made = 0;
  return changesOf(
    visit.city,
    plan,
    draft,
    () => `ffffffff-ffff-7fff-8fff-${String(++made).padStart(12, '0')}`,
  );
}

function start(of: PlanVisit, problems: readonly Problem[]): PageReply {
  const { visit, params } = of;
  const { locale } = visit;
  const t = sheetImportMessages(locale);
  const file = (query: Record<string, string>, name: string): ReactElement => (
    <li>
      <a href={to('import', params, query)}>{name}</a>
    </li>
  );
  return {
    kind: 'page',
    title: t.title,
    problems,
    crumbs: planCrumbs(of),
    scripts: ['import.js'],
    body: (
      <>
        <h1>{t.title}</h1>
        <p>{t.lead}</p>
        <form
          method="post"
          encType="multipart/form-data"
          className="card narrow"
          action={to('import', params)}
          data-busy={t.reading}
        >
          <FileField visit={visit} problems={problems} label={t.file} hint={t.fileHint} required />
          <Act name={t.upload} locale={locale} value="upload" primary />
        </form>
        <section>
          <h2>{t.templatesTitle}</h2>
          <p>{t.templatesLead}</p>
          <ul>
            {file({ export: 'xlsx' }, t.exportXlsx)}
            {file({ export: 'csv' }, t.exportCsv)}
            {file({ template: 'xlsx' }, t.templateXlsx)}
            {file({ template: 'csv' }, t.templateCsv)}
          </ul>
        </section>
        <p>
          <a href={to('receipts', params)}>{t.receipts}</a>
        </p>
      </>
    ),
  };
}

function review(of: PlanVisit, { version, draft }: Kept, problems: readonly Problem[]): PageReply {
  const t = sheetImportMessages(of.visit.locale);
  const changes = preview(of, draft);
  return {
    kind: 'page',
    title: t.review,
    problems,
    wide: true,
    crumbs: planCrumbs(of),
    scripts: ['import.js'],
    body: (
      <SheetReview
        of={of}
        draft={draft}
        version={version}
        changes={changes}
        digest={digestOf(changes)}
        held={draft.wholeOnly && isPartial(changes)}
        problems={problems}
      />
    ),
  };
}
