/** What the installation does in the background: jobs that wait or failed, and letters kept in the folder. */

import { join } from 'node:path';
import type { ReactElement } from 'react';
import { retryJob } from '../acts/retry-job.ts';
import { openJobs } from '../database/job.ts';
import type { JobState } from '../database/job.ts';
import { isRefusal, refusal } from '../problem.ts';
import { keptLetter, keptLetters } from '../system/mail-folder.ts';
import type { KeptLetter } from '../system/mail-folder.ts';
import type { Locale } from '../text/locale.ts';
import { mailMessages, type MailMessages } from '../text/mail.ts';
import { formatMoment } from '../text/moment.ts';
import { to } from './addresses.ts';
import { signedIn } from './route.ts';
import type { PersonalVisit, Reply } from './visit.ts';

export const mailRoutes = [
  signedIn('GET', 'mail', mail),
  signedIn('POST', 'mail', again),
  signedIn('GET', 'letter', letter),
];

const MOST = 200;
/** The installation has no zone of its own. */
const ZONE = 'UTC';

async function mail(visit: PersonalVisit): Promise<Reply> {
  const { office, locale, visitor } = visit;
  if (!visitor.person.installation) return refusal('not-installation');
  const t = mailMessages(locale);
  const jobs = await openJobs(office.database, MOST);
  const letters = await keptLetters(office.acting.dataFolder, MOST);
  const failed = jobs.filter((job) => job.failedAt !== null);
  const waiting = jobs.filter((job) => job.failedAt === null);
  return {
    kind: 'page',
    title: t.title,
    wide: true,
    body: (
      <>
        <h1>{t.title}</h1>
        <p>{t.lead}</p>
        {jobs.length === 0 ? <p className="empty">{t.nothingWaiting}</p> : null}
        <Jobs visit={visit} t={t} title={t.failed} jobs={failed} />
        <Jobs visit={visit} t={t} title={t.waiting} jobs={waiting} />
        <h2>{t.kept}</h2>
        <p>{t.keptLead(join(office.acting.dataFolder, 'mail'))}</p>
        {letters.length === 0 ? (
          <p className="small">{t.keptEmpty}</p>
        ) : (
          <Letters letters={letters} t={t} locale={locale} />
        )}
      </>
    ),
  };
}

async function again(visit: PersonalVisit): Promise<Reply> {
  const { office, visitor, form } = visit;
  const done = await retryJob(
    { ...office.acting, who: 'installation', member: visitor.member },
    form.text('job'),
  );
  return isRefusal(done) ? done : { kind: 'go', to: to('mail', {}), done: 'job-again' };
}

async function letter(visit: PersonalVisit): Promise<Reply> {
  const { office, locale, visitor, params } = visit;
  if (!visitor.person.installation) return refusal('not-installation');
  const t = mailMessages(locale);
  const kept = await keptLetter(office.acting.dataFolder, params['letter'] ?? '');
  if (!kept) return 'missing';
  return {
    kind: 'page',
    title: kept.subject,
    crumbs: [{ name: t.title, href: to('mail', {}) }],
    body: (
      <>
        <h1>{kept.subject}</h1>
        <dl className="facts">
          <div>
            <dt>{t.to}</dt>
            <dd>{kept.to}</dd>
          </div>
          <div>
            <dt>{t.sent}</dt>
            <dd>{formatMoment(new Date(kept.date).toISOString(), ZONE, locale)}</dd>
          </div>
        </dl>
        <pre className="card letter">{kept.text}</pre>
      </>
    ),
  };
}

function Jobs({
  visit,
  t,
  title,
  jobs,
}: {
  visit: PersonalVisit;
  t: MailMessages;
  title: string;
  jobs: readonly JobState[];
}): ReactElement | null {
  if (jobs.length === 0) return null;
  const { locale } = visit;
  return (
    <section>
      <h2>{title}</h2>
      <div className="scroll">
        <table>
          <thead>
            <tr>
              <th scope="col">{t.kind}</th>
              <th scope="col">{t.made}</th>
              <th scope="col">{t.next}</th>
              <th scope="col">{t.attempts}</th>
              <th scope="col">{t.error}</th>
              <th scope="col">
                <span className="hidden">{t.again}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {jobs.map((job) => {
              const { to: receiver, subject } = job.payload as {
                readonly to?: string;
                readonly subject?: string;
              };
              return (
                <tr key={job.id}>
                  <th scope="row">
                    {t.kinds[job.kind] ?? job.kind}
                    {job.kind === 'mail' ? (
                      <span className="small">
                        {receiver}: {subject}
                      </span>
                    ) : null}
                  </th>
                  <td>{formatMoment(job.madeAt, ZONE, locale)}</td>
                  <td>{job.failedAt === null ? formatMoment(job.runAt, ZONE, locale) : '–'}</td>
                  <td>{job.attempts}</td>
                  <td className="error">{job.error}</td>
                  <td>
                    <form method="post" action={to('mail', {})}>
                      <input type="hidden" name="job" value={job.id} />
                      <button
                        type="submit"
                        className="ds-button"
                        data-variant="secondary"
                        aria-label={t.againOf(subject ?? t.kinds[job.kind] ?? job.kind)}
                      >
                        {t.again}
                      </button>
                    </form>
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
    </section>
  );
}

function Letters({
  letters,
  t,
  locale,
}: {
  letters: readonly KeptLetter[];
  t: MailMessages;
  locale: Locale;
}): ReactElement {
  return (
    <div className="scroll">
      <table>
        <thead>
          <tr>
            <th scope="col">{t.subject}</th>
            <th scope="col">{t.to}</th>
            <th scope="col">{t.sent}</th>
          </tr>
        </thead>
        <tbody>
          {letters.map((one) => (
            <tr key={one.name}>
              <th scope="row">
                <a href={to('letter', { letter: one.name })}>{one.subject}</a>
              </th>
              <td>{one.to}</td>
              <td>{formatMoment(new Date(one.date).toISOString(), ZONE, locale)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
