/** Publishing a plan: what changes, what stands in the way, what stays inside; now, later, or with a second person. */
import type { ReactElement } from 'react';
import {
  cancelPublication,
  confirmPublication,
  mayConfirm,
  orderPublication,
  signedAs,
} from '../acts/publication.ts';
import { withdraw } from '../acts/withdraw.ts';
import { isUnfit } from '../acts/acting.ts';
import { personsOf } from '../database/person.ts';
import type { Person } from '../database/person.ts';
import { planStandings, withheld } from '../database/plan-standing.ts';
import type { PlanStanding, Withheld } from '../database/plan-standing.ts';
import { failedOrder, openOrders } from '../database/publication-order.ts';
import type { PublicationOrder } from '../database/publication-order.ts';
import { CHANGE_GROUPS } from '../edition/change.ts';
import { entriesOf } from '../edition/change-entry.ts';
import type { ChangeEntry } from '../edition/change-entry.ts';
import { gaps } from '../model/check.ts';
import type { Texts } from '../model/plan.ts';
import { isRefusal, refusal } from '../problem.ts';
import { address } from '../portal/addresses.ts';
import type { Problem, Refusal } from '../problem.ts';
import { changeMessages } from '../text/change-words.ts';
import { entryText } from '../text/changes.ts';
import { formatDate } from '../text/date.ts';
import { LOCALES, pick } from '../text/locale.ts';
import { formatMoment, instantOf, localMoment } from '../text/moment.ts';
import { officeProblemText, refusalText } from '../text/office-problems.ts';
import { publishMessages, withdrawnNote, type PublishMessages } from '../text/office-publish.ts';
import { problemText } from '../text/problems.ts';
import { to } from './addresses.ts';
import { Act, Choices, Field, TextArea } from './fields.tsx';
import { inCity } from './route.ts';
import type { CityVisit, PageReply, Reply } from './visit.ts';
import { workingEdition, type WorkingEdition } from './working-edition.ts';

export const publishRoutes = [
  inCity('GET', 'publish', 'publish', (visit) => page(visit, [])),
  inCity('POST', 'publish', 'publish', act),
];

/** So many lines stand open; the rest one step away. */
const OPEN = 8;
const MOST_NOTE = 1_000;

async function act(visit: CityVisit): Promise<Reply> {
  const plan = await standingOf(visit);
  if (!plan) return 'missing';
  switch (visit.form.text('act')) {
    case 'confirm':
      return confirm(visit, plan);
    case 'cancel': {
      const refused = await cancelPublication(visit.acting, visit.form.text('order'));
      return refused ?? go(visit, plan, 'order-cancelled');
    }
    case 'withdraw':
      return withdrawNewest(visit, plan);
    default:
      return order(visit, plan);
  }
}

async function order(visit: CityVisit, plan: PlanStanding): Promise<Reply> {
  const { form, city } = visit;
  const note = textsOf(visit, 'note');
  const problems = tooLong(note, 'note');
  const later = form.text('when') === 'later';
  const runAt = later ? instantOf(form.text('at'), city.timeZone) : null;
  if (later && runAt === null) problems.push({ code: 'not-a-moment', place: { field: 'at' }, values: {} });
  if (problems.length > 0) return page(visit, problems);
  const done = await orderPublication(visit.acting, { planId: plan.id, note, runAt });
  if (isRefusal(done)) return notNow(visit, done);
  if (isUnfit(done))
    return page(
      visit,
      done.problems.filter(({ place }) => place.field === 'at'),
    );
  if ('order' in done) return go(visit, plan, 'ordered');
  await visit.office.published();
  return go(visit, plan, 'published');
}

async function confirm(visit: CityVisit, plan: PlanStanding): Promise<Reply> {
  const done = await confirmPublication(visit.acting, visit.form.text('order'));
  if (isRefusal(done)) return done;
  if (isUnfit(done)) return refusal('plan-not-sound');
  if ('order' in done) return go(visit, plan, 'confirmed');
  await visit.office.published();
  return go(visit, plan, 'published');
}

async function withdrawNewest(visit: CityVisit, plan: PlanStanding): Promise<Reply> {
  const reason = textsOf(visit, 'reason');
  const number = Number(visit.form.text('number'));
  const problems = tooLong(reason, 'reason');
  const [main] = noteLanguages();
  if (reason === null) problems.push({ code: 'required', place: { field: `reason-${main}` }, values: {} });
  if (reason === null || problems.length > 0) return page(visit, problems);
  const done = await withdraw(visit.acting, {
    planId: plan.id,
    number,
    note: withdrawnNote(number, reason),
  });
  if (isRefusal(done)) return notNow(visit, done);
  await visit.office.published();
  return go(visit, plan, 'withdrawn');
}

function go({ city }: CityVisit, plan: PlanStanding, done: string): Reply {
  return { kind: 'go', to: to('publish', { city: city.slug, plan: plan.slug }), done };
}

/** What one may do, but not now, is said on the page itself. */
function notNow(visit: CityVisit, refused: Refusal): Promise<Reply> | Refusal {
  return refused.refused.startsWith('right-') ? refused : page(visit, [], refused);
}

/** The plan of the address, or null. */
export async function standingOf(visit: CityVisit): Promise<PlanStanding | null> {
  const plans = await visit.read((tx) => planStandings(tx, visit.city.id));
  return plans.find(({ slug }) => slug === visit.params['plan']) ?? null;
}

interface Seen {
  readonly visit: CityVisit;
  readonly t: PublishMessages;
  readonly plan: PlanStanding;
  readonly working: WorkingEdition;
  readonly order: PublicationOrder | null;
  readonly failed: PublicationOrder | null;
  readonly inside: Withheld;
  readonly persons: readonly Person[];
  readonly problems: readonly Problem[];
}

async function page(
  visit: CityVisit,
  problems: readonly Problem[],
  refused: Refusal | null = null,
): Promise<Reply> {
  const { city, locale } = visit;
  const plan = await standingOf(visit);
  if (!plan) return 'missing';
  const working = await workingEdition(visit, plan);
  const t = publishMessages(locale);
  const seen: Seen = {
    visit,
    t,
    plan,
    working,
    problems,
    ...(await visit.read(async (tx) => ({
      order: (await openOrders(tx, city.id, plan.id))[0] ?? null,
      failed: await failedOrder(tx, city.id, plan.id),
      inside: await withheld(tx, city.id, plan.id),
      persons: await personsOf(tx, city.id),
    }))),
  };
  const name = pick(plan.shortTitle, locale, city.languages)?.text ?? plan.slug;
  const reply: PageReply = {
    kind: 'page',
    title: t.title,
    problems,
    ...(refused ? { status: 409 } : {}),
    crumbs: [{ name, href: to('plan', { city: city.slug, plan: plan.slug }) }],
    body: (
      <>
        <h1>{t.titleOf(name)}</h1>
        <p>{t.lead((plan.edition?.number ?? 0) + 1)}</p>
        {refused ? (
          <div className="problems" role="alert" tabIndex={-1} data-focus="">
            <p>{refusalText(refused, locale)}</p>
          </div>
        ) : null}
        <Last seen={seen} />
        <Failed seen={seen} />
        {seen.order ? <Ordered seen={seen} order={seen.order} /> : null}
        <Blocking seen={seen} />
        <Changes seen={seen} />
        <Gaps seen={seen} />
        <Inside seen={seen} />
        {seen.order ? null : <PublishForm seen={seen} />}
        {plan.edition && !seen.order ? <WithdrawForm seen={seen} number={plan.edition.number} /> : null}
      </>
    ),
  };
  return reply;
}

function Last({ seen }: { seen: Seen }): ReactElement | null {
  const { visit, t, plan } = seen;
  const { city, locale } = visit;
  if (!plan.edition) return null;
  const { number, publishedAt, hash } = plan.edition;
  const of = { locale, city: city.slug, plan: plan.slug, edition: null };
  return (
    <section className="card" aria-labelledby="last">
      <h2 id="last">{t.lastTitle}</h2>
      <p>
        <strong>{t.last(number, formatMoment(publishedAt, city.timeZone, locale))}</strong>
      </p>
      <p className="hash">
        {t.hash}: {hash}
      </p>
      <ul className="ways">
        <li>
          <a href={address({ kind: 'home', ...of })}>{t.onPortal}</a>
        </li>
        <li>
          <a href={address({ kind: 'edition-file', city: city.slug, plan: plan.slug, number })}>{t.json}</a>
        </li>
        <li>
          <a href={address({ kind: 'changes', ...of })}>{t.allChanges}</a>
        </li>
      </ul>
    </section>
  );
}

function Failed({ seen }: { seen: Seen }): ReactElement | null {
  const { visit, t, failed } = seen;
  if (!failed) return null;
  const { refused } = failed;
  return (
    <section className="problems">
      <h2>{t.failed}</h2>
      <p>
        {isRefusal(refused)
          ? refusalText(refused, visit.locale)
          : refusalText(refusal('plan-not-sound'), visit.locale)}
      </p>
    </section>
  );
}

function Ordered({ seen, order }: { seen: Seen; order: PublicationOrder }): ReactElement {
  const { visit, t, plan, persons } = seen;
  const { city, locale } = visit;
  const nameOf = (id: string): string => persons.find((person) => person.id === id)?.name ?? '';
  const moment = (at: string): string => formatMoment(at, city.timeZone, locale);
  const due = order.runAt <= visit.now;
  const may = visit.can('publish');
  const confirmable: true | Refusal = may === true ? mayConfirm(visit.acting, order) : may;
  const note = pick(order.note, locale, city.languages);
  return (
    <section className="card" aria-labelledby="ordered">
      <h2 id="ordered">{t.orderTitle}</h2>
      <p>
        {t.orderedBy(nameOf(order.orderedBy), moment(order.orderedAt))}{' '}
        {due ? t.runsOnConfirm : t.runsAt(moment(order.runAt))}
        {order.confirmedBy ? ` ${t.confirmedBy(nameOf(order.confirmedBy))}` : ''}
      </p>
      {note ? (
        <blockquote lang={note.lang === locale ? undefined : note.lang} className="pre-line">
          {note.text}
        </blockquote>
      ) : null}
      <form method="post" className="acts">
        <input type="hidden" name="order" value={order.id} />
        {plan.confirmPublication && order.confirmedBy === null ? (
          <Act
            name={due ? t.confirm : t.confirmLater}
            locale={locale}
            primary
            value="confirm"
            refused={confirmable === true ? null : confirmable}
          />
        ) : null}
        <Act name={t.cancel} locale={locale} value="cancel" refused={may === true ? null : may} />
      </form>
    </section>
  );
}

function Blocking({ seen }: { seen: Seen }): ReactElement | null {
  const { visit, t, plan, working } = seen;
  const { city, locale } = visit;
  if (working.problems.length === 0) return null;
  return (
    <section className="problems" aria-labelledby="blocking">
      <h2 id="blocking">{t.problemsTitle}</h2>
      <p>{t.problemsLead}</p>
      <ul>
        {working.problems.map((problem, i) => {
          const { id } = problem.place;
          const isItem = [...working.plan.nodes, ...working.plan.tasks].some((item) => item.id === id);
          const of = { city: city.slug, plan: plan.slug };
          return (
            // oxlint-disable-next-line react/no-array-index-key -- the list is made once
            <li key={i}>
              <a href={isItem && id ? to('item', { ...of, item: id }) : to('planSettings', of)}>
                {officeProblemText(problem, locale)}
              </a>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

function Changes({ seen }: { seen: Seen }): ReactElement | null {
  const { visit, t, plan, working } = seen;
  const { city, locale } = visit;
  if (!working.edition) return null;
  const { newest } = working;
  const changes = entriesOf(working.changes);
  return (
    <section aria-labelledby="changes">
      <h2 id="changes">{t.changes}</h2>
      {newest === null ? (
        <p>{t.first(t.goals(plan.goals), t.tasks(plan.tasks))}</p>
      ) : changes.length === 0 ? (
        <p>{t.noChanges}</p>
      ) : (
        <>
          <p>
            {t.changesCount(
              changes.length,
              t.editionOf(newest.number, formatDate(newest.publishedAt.slice(0, 10), locale)),
            )}
          </p>
          {CHANGE_GROUPS.map((group) => (
            <Group
              key={group}
              seen={seen}
              title={changeMessages(locale).group[group]}
              lines={changes.filter((change) => change.group === group)}
            />
          ))}
        </>
      )}
      <p>
        <a href={to('preview', { city: city.slug, plan: plan.slug })}>{t.preview}</a>{' '}
        <span className="small">{t.previewHint}</span>
      </p>
    </section>
  );
}

function Group({
  seen,
  title,
  lines,
}: {
  seen: Seen;
  title: string;
  lines: readonly ChangeEntry[];
}): ReactElement | null {
  if (lines.length === 0) return null;
  const rest = lines.length === OPEN + 1 ? [] : lines.slice(OPEN);
  return (
    <>
      <h3>
        {title} <span className="tag">{lines.length}</span>
      </h3>
      <Lines seen={seen} lines={lines.slice(0, lines.length - rest.length)} />
      {rest.length > 0 ? (
        <details className="difference">
          <summary>{seen.t.moreChanges(rest.length)}</summary>
          <Lines seen={seen} lines={rest} />
        </details>
      ) : null}
    </>
  );
}

function Lines({ seen, lines }: { seen: Seen; lines: readonly ChangeEntry[] }): ReactElement {
  const { city, locale } = seen.visit;
  return (
    <ul>
      {lines.map((line, i) => (
        // oxlint-disable-next-line react/no-array-index-key -- the list is made once
        <li key={i}>{entryText(line, locale, city.languages)}</li>
      ))}
    </ul>
  );
}

function Gaps({ seen }: { seen: Seen }): ReactElement {
  const { visit, t, plan, working } = seen;
  const { city, locale } = visit;
  const found = gaps(working.plan);
  if (found.length === 0) return <p>{t.noGaps}</p>;
  const titles = new Map(
    [...working.plan.nodes, ...working.plan.tasks].map((item) => [item.id, item.title] as const),
  );
  const nameOf = (id: string): string | null =>
    pick(titles.get(id) ?? null, locale, city.languages)?.text ?? null;
  const line = (gap: Problem, i: number): ReactElement => {
    const { id } = gap.place;
    const text = problemText(gap, locale, nameOf);
    return (
      <li key={i}>
        {id !== undefined && titles.has(id) ? (
          <a href={to('item', { city: city.slug, plan: plan.slug, item: id })}>{text}</a>
        ) : (
          text
        )}
      </li>
    );
  };
  return (
    <section aria-labelledby="gaps">
      <h2 id="gaps">{t.gapsTitle(found.length)}</h2>
      <p>{t.gapsLead}</p>
      <ul>{found.slice(0, OPEN).map(line)}</ul>
      {found.length > OPEN ? (
        <p>
          <a href={to('checklist', { city: city.slug, plan: plan.slug })}>{t.gapsTitle(found.length)}</a>
        </p>
      ) : null}
    </section>
  );
}

function Inside({ seen }: { seen: Seen }): ReactElement {
  const { t, inside } = seen;
  return (
    <section aria-labelledby="inside">
      <h2 id="inside">{t.withheldTitle}</h2>
      <p>{t.withheldLead}</p>
      <ul className="ways inside">
        {(['comments', 'attachments', 'drafts', 'removed', 'persons'] as const).map((kind) => (
          <li key={kind}>{t.withheld[kind](inside[kind])}</li>
        ))}
      </ul>
    </section>
  );
}

function PublishForm({ seen }: { seen: Seen }): ReactElement {
  const { visit, t, plan, working, problems } = seen;
  const { city, locale, form } = visit;
  const may = visit.can('publish');
  const nothing =
    working.newest !== null && working.edition !== null && working.changes.length === 0
      ? refusal('nothing-changed', { number: working.newest.number })
      : null;
  const refused = may === true ? (working.edition === null ? refusal('plan-not-sound') : nothing) : may;
  const office = pick(signedAs(working.newest, city), locale, city.languages)?.text;
  const when = form.text('when') === 'later' ? 'later' : 'now';
  return (
    <form method="post" className="card" data-enhance="">
      <h2>{t.title}</h2>
      {plan.confirmPublication ? <p>{t.confirmLead}</p> : null}
      {noteLanguages().map((language) => (
        <TextArea
          key={language}
          name={`note-${language}`}
          label={t.note[language]}
          hint={language === noteLanguages()[0] ? t.noteHint : undefined}
          locale={locale}
          lang={language}
          rows={2}
          value={form.text(`note-${language}`)}
          problems={problems}
        />
      ))}
      <p className="small">{office === undefined ? t.notSigned : t.signed(office)}</p>
      <Choices
        name="when"
        label={t.when}
        locale={locale}
        kind="radio"
        chosen={[when]}
        problems={problems}
        choices={[
          { value: 'now', name: t.now },
          { value: 'later', name: t.later },
        ]}
      />
      <Field
        name="at"
        label={t.at}
        hint={t.atHint(city.timeZone)}
        type="datetime-local"
        locale={locale}
        value={form.text('at') || `${localMoment(visit.now, city.timeZone).slice(0, 10)}T23:00`}
        problems={problems}
      />
      <div className="acts">
        <Act
          name={plan.confirmPublication ? t.order : t.publish}
          locale={locale}
          primary
          value="publish"
          refused={refused}
        />
      </div>
    </form>
  );
}

function WithdrawForm({ seen, number }: { seen: Seen; number: number }): ReactElement {
  const { visit, t, problems } = seen;
  const { locale, form } = visit;
  const may = visit.can('publish');
  return (
    <details className="difference" open={problems.some(({ place }) => place.field?.startsWith('reason'))}>
      <summary>{t.withdrawTitle(number)}</summary>
      <form method="post" className="card" data-enhance="">
        <p>{t.withdrawLead(number)}</p>
        <input type="hidden" name="number" value={number} />
        {noteLanguages().map((language) => (
          <TextArea
            key={language}
            name={`reason-${language}`}
            label={t.reason[language]}
            locale={locale}
            lang={language}
            rows={2}
            value={form.text(`reason-${language}`)}
            problems={problems}
          />
        ))}
        <div className="acts">
          <Act
            name={t.withdraw}
            locale={locale}
            danger
            value="withdraw"
            refused={may === true ? null : may}
          />
        </div>
      </form>
    </details>
  );
}

/** Languages in which residents are spoken to: those of the portal. */
function noteLanguages(): readonly ('pl' | 'en')[] {
  return LOCALES;
}

function textsOf({ form }: CityVisit, name: string): Texts | null {
  const given = noteLanguages()
    .map((language) => [language, form.text(`${name}-${language}`)] as const)
    .filter(([, text]) => text !== '');
  return given.length === 0 ? null : Object.fromEntries(given);
}

function tooLong(texts: Texts | null, name: string): Problem[] {
  return Object.entries(texts ?? {})
    .filter(([, text]) => text.length > MOST_NOTE)
    .map(([language, text]) => ({
      code: 'too-long',
      place: { field: `${name}-${language}` },
      values: { most: MOST_NOTE, given: text.length },
    }));
}
