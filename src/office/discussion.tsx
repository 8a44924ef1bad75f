/**
 * Comments and attachments of an item: a section of its page (`readDiscussion`, then `Comments`), and a page of their
 * own, where a form that was not taken is shown again.
 */
import type { ReactElement } from 'react';
import { isUnfit } from '../acts/acting.ts';
import { attach, withdrawAttachment } from '../acts/attach.ts';
import { addComment, personsWhoSee, withdrawComment } from '../acts/comment.ts';
import { attachmentById, attachmentsOn } from '../database/attachment.ts';
import type { Attachment } from '../database/attachment.ts';
import { commentsOn } from '../database/comment.ts';
import type { Comment } from '../database/comment.ts';
import { personsOf } from '../database/person.ts';
import type { Person } from '../database/person.ts';
import { thingLabels } from '../database/thing-label.ts';
import type { ThingLabel } from '../database/thing-label.ts';
import type { Id } from '../model/plan.ts';
import { isRefusal } from '../problem.ts';
import type { Problem, Refusal } from '../problem.ts';
import { attachedBytes, ATTACHMENT_ENDINGS } from '../system/attachment-file.ts';
import { discussionMessages, type DiscussionMessages } from '../text/discussion.ts';
import { formatMoment } from '../text/moment.ts';
import { formatCount } from '../text/number.ts';
import { to } from './addresses.ts';
import { Act, Choices, TextArea } from './fields.tsx';
import { inCity } from './route.ts';
import { labelText } from './thing-name.tsx';
import type { CityVisit, Reply } from './visit.ts';

export const discussionRoutes = [
  inCity('GET', 'comments', 'see', (visit) => page(visit, [])),
  inCity('POST', 'comments', 'comment', comment),
  inCity('POST', 'attachments', 'attach', addFile),
  inCity('GET', 'attachment', 'see', download),
];

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/u;

/** What the section is made of. */
export interface Discussion {
  readonly visit: CityVisit;
  readonly item: ThingLabel;
  readonly comments: readonly Comment[];
  readonly attachments: readonly Attachment[];
  readonly persons: readonly Person[];
  /** Whom a comment can mention. */
  readonly seeing: readonly Person[];
}

/** Null when there is no such item; refused when the visitor may not see it. */
export async function readDiscussion(visit: CityVisit, itemId: Id): Promise<Discussion | Refusal | null> {
  const { city, today } = visit;
  if (!UUID.test(itemId)) return null;
  return visit.read(async (tx) => {
    const item = (await thingLabels(tx, city.id, [itemId])).get(itemId);
    if (!item || !['node', 'task'].includes(item.thing)) return null;
    const may = visit.can('see', { unitIds: item.unitIds, itemId });
    if (may !== true) return may;
    return {
      visit,
      item,
      comments: await commentsOn(tx, city.id, itemId),
      attachments: await attachmentsOn(tx, city.id, itemId),
      persons: await personsOf(tx, city.id),
      seeing: await personsWhoSee(tx, city, today, item),
    };
  });
}

const NONE: readonly Problem[] = [];

/** Comments, attachments and their forms. */
export function Comments({
  of,
  problems = NONE,
}: {
  of: Discussion;
  problems?: readonly Problem[];
}): ReactElement {
  const { visit, comments, attachments } = of;
  const { locale } = visit;
  const t = discussionMessages(locale);
  return (
    <>
      <section aria-labelledby="comments">
        <h2 id="comments">{t.comments}</h2>
        <p className="small">{t.internal}</p>
        {comments.length === 0 ? (
          <p className="empty">{t.none}</p>
        ) : (
          <ol className="lines">
            {comments.map((one) => (
              <One key={one.id} of={of} comment={one} t={t} />
            ))}
          </ol>
        )}
        <CommentForm of={of} t={t} problems={problems} />
      </section>
      <section aria-labelledby="attachments">
        <h2 id="attachments">{t.attachments}</h2>
        {attachments.length === 0 ? (
          <p className="small">{t.noAttachments}</p>
        ) : (
          <ul className="lines">
            {attachments.map((one) => (
              <File key={one.id} of={of} file={one} t={t} />
            ))}
          </ul>
        )}
        <FileForm of={of} t={t} problems={problems} />
      </section>
    </>
  );
}

interface Part {
  readonly of: Discussion;
  readonly t: DiscussionMessages;
}

function One({ of, comment, t }: Part & { comment: Comment }): ReactElement {
  const { visit, persons } = of;
  const { city, locale, visitor } = visit;
  const nameOf = (id: Id): string => persons.find((person) => person.id === id)?.name ?? '';
  return (
    <li id={`c-${comment.id}`}>
      <span className="small">
        <strong>{nameOf(comment.personId)}</strong>, {formatMoment(comment.at, city.timeZone, locale)}
      </span>
      {comment.withdrawnAt !== null ? (
        <p className="small">{t.withdrawn}</p>
      ) : (
        <p className="pre-line">
          {comment.mentions.map((id) => (
            <strong key={id}>@{nameOf(id)} </strong>
          ))}
          {comment.text}
        </p>
      )}
      {comment.withdrawnAt === null && comment.personId === visitor.person.id ? (
        <form method="post" action={pathOf(of, 'comments')}>
          <input type="hidden" name="comment" value={comment.id} />
          <button type="submit" className="plain" name="act" value="withdraw">
            {t.withdraw}
          </button>
        </form>
      ) : null}
    </li>
  );
}

function CommentForm({ of, t, problems }: Part & { problems: readonly Problem[] }): ReactElement {
  const { visit, seeing } = of;
  const { locale, form, visitor } = visit;
  const others = seeing.filter(({ id }) => id !== visitor.person.id);
  const chosen = form.all('mention');
  return (
    <form method="post" action={pathOf(of, 'comments')}>
      <TextArea
        name="text"
        label={t.text}
        locale={locale}
        rows={3}
        required
        value={form.text('text')}
        problems={problems}
      />
      {others.length === 0 ? null : (
        <details className="difference" open={chosen.length > 0}>
          <summary>{t.mention}</summary>
          <Choices
            name="mention"
            label={t.mention}
            hint={t.mentionHint}
            locale={locale}
            kind="checkbox"
            chosen={chosen}
            choices={others.map(({ id, name }) => ({ value: id, name: `@${name}` }))}
          />
        </details>
      )}
      <p>
        <Act name={t.send} locale={locale} value="comment" refused={refusedOf(of, 'comment')} />
      </p>
    </form>
  );
}

function File({ of, file, t }: Part & { file: Attachment }): ReactElement {
  const { visit, persons } = of;
  const { city, locale, visitor } = visit;
  const by = persons.find(({ id }) => id === file.personId)?.name ?? '';
  const path = to('attachment', { city: city.slug, attachment: file.id });
  const own = file.personId === visitor.person.id || visit.canSomewhere('edit-plan');
  return (
    <li>
      <a href={path} download={file.name}>
        {file.name}
      </a>{' '}
      <span className="small">
        {t.size(formatCount(Math.ceil(file.bytes / 1024), locale))}, {by},{' '}
        {formatMoment(file.at, city.timeZone, locale)}
      </span>
      {own ? (
        <form method="post" action={pathOf(of, 'attachments')}>
          <input type="hidden" name="attachment" value={file.id} />
          <button type="submit" className="plain" name="act" value="withdraw">
            {t.withdraw}
          </button>
        </form>
      ) : null}
    </li>
  );
}

function FileForm({ of, t, problems }: Part & { problems: readonly Problem[] }): ReactElement {
  const { locale } = of.visit;
  const mine = problems.filter(({ place }) => place.field === 'file');
  return (
    <form method="post" action={pathOf(of, 'attachments')} encType="multipart/form-data">
      <div className="field">
        <label htmlFor="file">{t.file}</label>
        <p className="hint" id="file-hint">
          {t.fileHint(ATTACHMENT_ENDINGS.join(', '))}
        </p>
        <input
          className="ds-input"
          id="file"
          name="file"
          type="file"
          required
          accept={ATTACHMENT_ENDINGS.map((ending) => `.${ending}`).join(',')}
          aria-describedby="file-hint"
          aria-invalid={mine.length > 0 || undefined}
        />
      </div>
      <p>
        <Act name={t.attach} locale={locale} value="attach" refused={refusedOf(of, 'attach')} />
      </p>
    </form>
  );
}

function refusedOf({ visit, item }: Discussion, deed: 'comment' | 'attach'): Refusal | null {
  const may = visit.can(deed, { unitIds: item.unitIds, itemId: item.id });
  return may === true ? null : may;
}

function pathOf({ visit, item }: Discussion, place: 'comments' | 'attachments'): string {
  return to(place, { city: visit.city.slug, plan: item.planSlug ?? '', item: item.id });
}

async function page(visit: CityVisit, problems: readonly Problem[]): Promise<Reply> {
  const { city, locale, params } = visit;
  const of = await readDiscussion(visit, params['item'] ?? '');
  if (isRefusal(of)) return of;
  if (!of || of.item.planSlug !== params['plan']) return 'missing';
  const label = labelText(of.item, city, locale);
  return {
    kind: 'page',
    title: discussionMessages(locale).comments,
    problems,
    crumbs: [
      { name: label, href: to('item', { city: city.slug, plan: of.item.planSlug, item: of.item.id }) },
    ],
    body: (
      <>
        <h1>{discussionMessages(locale).pageTitle(label)}</h1>
        <Comments of={of} problems={problems} />
      </>
    ),
  };
}

async function comment(visit: CityVisit): Promise<Reply> {
  const { form, params } = visit;
  const thingId = params['item'] ?? '';
  if (!UUID.test(thingId)) return 'missing';
  if (form.text('act') === 'withdraw') {
    const id = form.text('comment');
    if (!UUID.test(id)) return 'missing';
    const refused = await withdrawComment(visit.acting, id);
    return refused ?? back(visit, 'comment-withdrawn', 'comments');
  }
  const mentions = form.all('mention').filter((id) => UUID.test(id));
  const done = await addComment(visit.acting, { thingId, text: form.text('text'), mentions });
  if (isRefusal(done)) return done;
  return isUnfit(done) ? page(visit, done.problems) : back(visit, 'commented', 'comments');
}

async function addFile(visit: CityVisit): Promise<Reply> {
  const { form, params } = visit;
  const thingId = params['item'] ?? '';
  if (!UUID.test(thingId)) return 'missing';
  if (form.text('act') === 'withdraw') {
    const id = form.text('attachment');
    if (!UUID.test(id)) return 'missing';
    const refused = await withdrawAttachment(visit.acting, id);
    return refused ?? back(visit, 'attachment-withdrawn', 'attachments');
  }
  const file = form.file('file');
  const bytes = file ? new Uint8Array(await file.arrayBuffer()) : new Uint8Array();
  const done = await attach(visit.acting, { thingId, name: file?.name ?? '', bytes });
  if (isRefusal(done)) return done;
  return isUnfit(done) ? page(visit, done.problems) : back(visit, 'attached', 'attachments');
}

/** To where the form stood, as long as that is the item's page. */
function back({ city, params }: CityVisit, done: string, section: string): Reply {
  const at = { city: city.slug, plan: params['plan'] ?? '', item: params['item'] ?? '' };
  return { kind: 'go', to: `${to('item', at)}#${section}`, done };
}

/** Always as a file to keep, never shown in the office's own pages. */
async function download(visit: CityVisit): Promise<Reply> {
  const { city, params, office } = visit;
  const id = params['attachment'] ?? '';
  if (!UUID.test(id)) return 'missing';
  const found = await visit.read(async (tx) => {
    const attachment = await attachmentById(tx, city.id, id);
    const item = attachment && (await thingLabels(tx, city.id, [attachment.thingId])).get(attachment.thingId);
    return attachment && item ? { attachment, item } : null;
  });
  if (!found) return 'missing';
  const { attachment, item } = found;
  const may = visit.can('see', { unitIds: item.unitIds, itemId: item.id });
  if (may !== true) return may;
  const bytes = await attachedBytes(office.acting.dataFolder, attachment.hash);
  return bytes === null ? 'missing' : { kind: 'file', name: attachment.name, type: attachment.type, bytes };
}
