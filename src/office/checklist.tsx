/** What the law asks of a strategy: each item answered by a person, with its evidence. */
import type { ReactElement } from 'react';
import law from '../../law/pl/municipal-strategy-10e.json' with { type: 'json' };
import { isUnfit } from '../acts/acting.ts';
import { answerChecklist } from '../acts/answer-checklist.ts';
import { CHECKLIST_ANSWERS, checklistAnswers } from '../database/checklist.ts';
import { isRefusal } from '../problem.ts';
import type { Problem } from '../problem.ts';
import { formatDate } from '../text/date.ts';
import { formatMoment } from '../text/moment.ts';
import { officeMessages } from '../text/office.ts';
import { planSettingsMessages } from '../text/plan-settings.ts';
import { to } from './addresses.ts';
import { Act, Choices, TextArea } from './fields.tsx';
import { notNow } from './not-now.tsx';
import type { PlanVisit } from './plan-visit.ts';
import { planCrumbs, planVisit } from './plan-visit.ts';
import { inCity } from './route.ts';
import type { CityVisit, PageReply, Reply } from './visit.ts';

export const checklistRoutes = [
  inCity('GET', 'checklist', 'see', checklistPage),
  inCity('POST', 'checklist', 'edit-plan', answer),
];

async function checklistPage(visit: CityVisit): Promise<Reply> {
  const of = await planVisit(visit);
  return of ? page(of) : 'missing';
}

async function answer(visit: CityVisit): Promise<Reply> {
  const of = await planVisit(visit);
  if (!of) return 'missing';
  const { form } = visit;
  const item = law.items.find(({ id }) => id === form.text('item'));
  if (!item) return 'missing';
  const given = CHECKLIST_ANSWERS.find((one) => one === form.text(`answer.${item.id}`));
  if (!given) return page(of, [{ code: 'not-a-choice', place: { field: `answer.${item.id}` }, values: {} }]);
  const done = await answerChecklist(visit.acting, {
    planId: of.plan.id,
    checklist: law.id,
    item: item.id,
    answer: given,
    evidence: form.text(`evidence.${item.id}`),
  });
  if (isRefusal(done)) return notNow(visit, done, planCrumbs(of).at(-1)!);
  if (isUnfit(done)) return page(of, done.problems);
  return { kind: 'go', to: `${to('checklist', of.params)}#${item.id}`, done: 'answered' };
}

async function page(of: PlanVisit, problems: readonly Problem[] = []): Promise<PageReply> {
  const { visit, plan, params } = of;
  const { locale, form } = visit;
  const t = planSettingsMessages(locale);
  const answers = new Map(
    (await visit.read((tx) => checklistAnswers(tx, visit.city.id, plan.id, law.id))).map((one) => [
      one.item,
      one,
    ]),
  );
  const right = visit.can('edit-plan');
  const body: ReactElement = (
    <>
      <h1>{t.checklistTitle}</h1>
      <p>{t.checklistLead}</p>
      <p className="small">
        {law.act[locale]}. {t.checklistSource} {formatDate(law.asOf, locale)}:{' '}
        <a href={law.source}>{new URL(law.source).hostname}</a>
      </p>
      <p>
        <strong>{t.checklistDone(answers.size, law.items.length)}</strong>
      </p>
      <ol className="checklist">
        {law.items.map((item) => {
          const known = answers.get(item.id);
          const tried = form.text('item') === item.id;
          return (
            <li key={item.id} id={item.id}>
              <details open={tried || undefined}>
                <summary>
                  <strong>{item.name[locale]}</strong> <span className="small">{item.place}</span>{' '}
                  <span className="tag" data-answer={known?.answer ?? 'none'}>
                    {known ? t.answers[known.answer] : t.noAnswer}
                  </span>
                </summary>
                {known ? (
                  <p>
                    {known.evidence}{' '}
                    <span className="small">
                      {t.answeredBy(known.personName, formatMoment(known.at, visit.city.timeZone, locale))}
                    </span>
                  </p>
                ) : null}
                <form method="post" action={to('checklist', params)}>
                  <input type="hidden" name="item" value={item.id} />
                  <Choices
                    name={`answer.${item.id}`}
                    label={t.answer}
                    locale={locale}
                    kind="radio"
                    problems={problems}
                    chosen={[(tried && form.text(`answer.${item.id}`)) || (known?.answer ?? '')]}
                    choices={CHECKLIST_ANSWERS.map((value) => ({ value, name: t.answers[value]! }))}
                  />
                  <TextArea
                    name={`evidence.${item.id}`}
                    label={t.evidence}
                    locale={locale}
                    rows={2}
                    value={tried ? form.text(`evidence.${item.id}`) : (known?.evidence ?? '')}
                    problems={problems}
                  />
                  <Act
                    name={officeMessages(locale).save}
                    locale={locale}
                    refused={right === true ? null : right}
                  />
                </form>
              </details>
            </li>
          );
        })}
      </ol>
    </>
  );
  return { kind: 'page', title: t.checklistTitle, crumbs: planCrumbs(of), problems, body };
}
