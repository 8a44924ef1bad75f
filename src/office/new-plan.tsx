/** A new plan: paste, upload or start empty. What is read becomes a draft, and the proposal's page shows it. */
import type { ReactElement } from 'react';
import { keepImport } from '../acts/keep-import.ts';
import { propose } from '../acts/propose.ts';
import { importDraftsOf } from '../database/import-draft.ts';
import { sha256 } from '../edition/canonical.ts';
import { emptyDraft } from '../intake/plan-draft.ts';
import type { PlanDraft } from '../intake/plan-draft.ts';
import type { Id } from '../model/plan.ts';
import { isRefusal } from '../problem.ts';
import type { Problem } from '../problem.ts';
import { formatMoment } from '../text/moment.ts';
import { newPlanMessages } from '../text/new-plan.ts';
import { officeProblemText } from '../text/office-problems.ts';
import { to } from './addresses.ts';
import { Act, Field, TextArea } from './fields.tsx';
import { MAX_FIELD } from './form.ts';
import { inCity } from './route.ts';
import { readGrid } from './sheet-file.ts';
import type { CityVisit, PageReply, Reply } from './visit.ts';

export const newPlanRoutes = [
  inCity('GET', 'newPlan', 'import', (visit) => page(visit, [])),
  inCity('POST', 'newPlan', 'import', begin),
];

/** Largest document that is taken, in bytes. */
const MOST_BYTES = 5_000_000;

/** Where a draft is edited. */
export function draftPath(citySlug: string, draftId: Id): string {
  return `${to('newPlan', { city: citySlug })}/${draftId}`;
}

async function begin(visit: CityVisit): Promise<Reply> {
  const { form, city, office } = visit;
  const read = form.text('act') === 'empty' ? startEmpty(visit) : await readSource(visit);
  if (Array.isArray(read)) return page(visit, read);
  const draft = read;
  const draftId = office.acting.newId();
  const kept = await keepImport(visit.acting, {
    form: 'import',
    thingId: draftId,
    version: 1,
    name: draft.proposal.title || draft.fileName || '',
    state: draft,
  });
  if (isRefusal(kept)) return kept;
  return { kind: 'go', to: draftPath(city.slug, draftId) };
}

function startEmpty({ form, city }: CityVisit): PlanDraft | Problem[] {
  const names = form
    .text('levels')
    .split('\n')
    .map((name) => name.trim())
    .filter(Boolean);
  if (names.length === 0) return [{ code: 'required', place: { field: 'levels' }, values: {} }];
  if (names.length > 5)
    return [{ code: 'too-many-levels', place: { field: 'levels' }, values: { given: names.length } }];
  return emptyDraft(
    {
      hash: sha256(new TextEncoder().encode('')),
      address: '',
      retrievedOn: '',
      language: city.languages[0] ?? 'pl',
    },
    names.map((name) => ({ name: name.slice(0, 80), printed: '' })),
  );
}

async function readSource({ form, city, today }: CityVisit): Promise<PlanDraft | Problem[]> {
  const file = form.file('file');
  // As pasted, empty lines at the start included: the numbers of the lines are the source's.
  const pasted = form.raw('text').replaceAll('\r\n', '\n');
  const address = form.text('address');
  const retrievedOn = form.text('retrievedOn') || today;
  const problems: Problem[] = [];
  const add = (code: string, field: string, values: Problem['values'] = {}): void =>
    void problems.push({ code, place: { field }, values });
  if (address !== '' && !/^https?:\/\/\S+$/u.test(address)) add('not-an-address', 'address');
  if (!/^\d{4}-\d\d-\d\d$/u.test(retrievedOn) || Number.isNaN(Date.parse(retrievedOn)))
    add('not-a-date', 'retrievedOn');
  if (!file && pasted.trim() === '') add('no-source', 'text');
  if (!file && pasted.length >= MAX_FIELD) add('paste-too-long', 'text');
  if (file && file.size > MOST_BYTES) add('file-too-large', 'file', { most: MOST_BYTES / 1_000_000 });
  const bytes = file && file.size <= MOST_BYTES ? new Uint8Array(await file.arrayBuffer()) : null;
  const sheet = file && bytes && isSheet(bytes, file.name) ? await readGrid(bytes, file.name) : null;
  if (typeof sheet === 'string') add(sheet, 'file', { name: file!.name.slice(0, 100) });
  else if (file && bytes && sheet === null && !isText(bytes, file.name))
    add('file-not-text', 'file', { name: file.name });
  if (problems.length > 0) return problems;
  const source = bytes ?? new TextEncoder().encode(pasted);
  const given = {
    fileName: file?.name.slice(0, 200) ?? null,
    hash: sha256(source),
    address,
    retrievedOn,
    mainLanguage: city.languages[0] ?? 'pl',
  };
  const draft = await propose({
    given,
    ...(sheet !== null && typeof sheet === 'object'
      ? { grid: sheet.grid, format: sheet.format }
      : { source }),
  });
  if (isRefusal(draft))
    return [{ code: draft.refused, place: { field: file ? 'file' : 'text' }, values: {} }];
  return city.languages.includes(draft.language) ? draft : { ...draft, language: city.languages[0] ?? 'pl' };
}

function isSheet(bytes: Uint8Array, name: string): boolean {
  const zipped = bytes[0] === 0x50 && bytes[1] === 0x4b;
  return /\.(csv|tsv|xlsx?|xlsm)$/iu.test(name) || (zipped && !/\.(docx|odt|ods|pptx|zip)$/iu.test(name));
}

/** Not a ZIP (Word, Excel), a PDF, an image or another binary file: those have bytes that no text has. */
function isText(bytes: Uint8Array, name: string): boolean {
  if (/\.(docx?|xlsx?|ods|odt|pdf|zip|png|jpe?g)$/iu.test(name)) return false;
  const utf16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  if (utf16) return true;
  const head = bytes.subarray(0, 8000);
  const starts = (sign: string): boolean => [...sign].every((char, at) => head[at] === char.charCodeAt(0));
  return !head.includes(0) && !starts('PK\u0003\u0004') && !starts('%PDF');
}

async function page(visit: CityVisit, problems: readonly Problem[]): Promise<PageReply> {
  const { locale, form, city, today } = visit;
  const t = newPlanMessages(locale);
  const drafts = await visit.read((tx) => importDraftsOf(tx, city.id, visit.visitor.person.id));
  const common = { locale, problems };
  const body: ReactElement = (
    <>
      <h1>{t.title}</h1>
      <p>{t.lead}</p>
      <form method="post" encType="multipart/form-data" className="card" data-busy={t.reading}>
        <TextArea
          {...common}
          name="text"
          label={t.paste}
          hint={t.pasteHint}
          rows={12}
          value={form.text('text')}
        />
        <FileField visit={visit} problems={problems} label={t.file} hint={t.fileHint} />
        <div className="fields-two">
          <Field
            {...common}
            name="address"
            type="url"
            label={t.address}
            hint={t.addressHint}
            value={form.text('address')}
          />
          <Field
            {...common}
            name="retrievedOn"
            type="date"
            label={t.retrievedOn}
            value={form.text('retrievedOn') || today}
          />
        </div>
        <Act name={t.read} locale={locale} value="read" primary />
      </form>
      {drafts.length > 0 ? (
        <section>
          <h2>{t.drafts}</h2>
          <ul>
            {drafts.map((draft) => (
              <li key={draft.thingId}>
                <a href={draftPath(city.slug, draft.thingId)}>{draft.name || t.unnamed}</a>{' '}
                <span className="small">{t.draftAt(formatMoment(draft.savedAt, city.timeZone, locale))}</span>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      <form method="post" encType="multipart/form-data" className="card narrow">
        <h2>{t.emptyTitle}</h2>
        <TextArea
          {...common}
          name="levels"
          label={t.emptyLevels}
          hint={t.emptyHint}
          rows={4}
          value={form.has('levels') ? form.text('levels') : t.defaultLevels}
          required
        />
        <Act name={t.startEmpty} locale={locale} value="empty" />
      </form>
    </>
  );
  return { kind: 'page', title: t.title, body, problems, scripts: ['import.js'] };
}

/** A file to choose, with its problem. */
export function FileField({
  visit,
  problems,
  label,
  hint,
  required = false,
}: {
  visit: CityVisit;
  problems: readonly Problem[];
  label: string;
  hint: string;
  required?: boolean;
}): ReactElement {
  const mine = problems.filter((problem) => problem.place.field === 'file');
  return (
    <div className="field">
      <label htmlFor="file">{label}</label>
      <p className="hint" id="file-hint">
        {hint}
      </p>
      {mine.length > 0 ? (
        <p className="problem" id="file-problem">
          {mine.map((problem) => officeProblemText(problem, visit.locale)).join(' ')}
        </p>
      ) : null}
      <input
        id="file"
        name="file"
        type="file"
        required={required}
        aria-invalid={mine.length > 0 || undefined}
        aria-describedby={mine.length > 0 ? 'file-hint file-problem' : 'file-hint'}
      />
    </div>
  );
}
